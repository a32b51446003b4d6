//! Campaigns in the real window: what the program as a whole lets out, keeps, and takes in.

mod hostile;
pub(super) mod inject;
pub(super) mod ipc;
pub(super) mod leaks;
pub(super) mod memory;
pub(super) mod network;
mod pack;
mod way;
