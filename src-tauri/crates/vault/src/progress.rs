//! How far long work has come, told while it goes on.

/// What long work is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Copying or reading what is there.
    Copying,
    /// Reading the copy again from the disk, to be sure of it.
    Checking,
    /// Putting it in place.
    MovingIn,
}

/// How far long work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// How much of this stage is done, in units of its own.
    pub done: u64,
    /// How much there is to do in this stage; never 0.
    pub of: u64,
}

/// Is told how far the work has come.
pub type Told<'a> = &'a mut dyn FnMut(Progress);
