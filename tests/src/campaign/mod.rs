//! Campaigns: long trials of the vault and the program, each with a goal in figures that anyone
//! can repeat by `cargo xtask campaign NAME`.
//!
//! Unlike the rest of this crate they drive the product's own code, because they make it fail at
//! places that no window reaches. What a campaign finds out it says in figures; it counts what
//! went wrong and goes on, and only a mistake of its own stops it.
//!
//! A campaign is one file in this folder, with one line in [`CAMPAIGNS`].

mod backup;
mod crash;
mod damage;
pub mod disk;
pub mod fault;
mod forged;
mod full_disk;
mod io;
pub mod journal;
mod keychain;
mod lock;
mod parsers;
mod power;
mod random;
mod report;
pub mod role;
mod secrets;
mod starts;
mod steps;
mod window;
pub mod work;
pub mod writer;

pub use random::Chance;
pub use report::Report;
pub use role::Role;

/// One campaign.
pub struct Campaign {
    /// What it is called by.
    pub name: &'static str,
    /// What it does, in one line.
    pub what: &'static str,
    /// What must come out of it, in one line.
    pub goal: &'static str,
    /// How often its trial is repeated in the long form.
    pub rounds: u32,
    /// The same in the short form, which every `cargo xtask test` runs and which takes 20 seconds
    /// at most.
    pub short: u32,
    /// The trial.
    pub run: fn(Rounds, &mut Report),
    /// What this program does when the campaign starts it again as another process.
    pub roles: &'static [Role],
}

/// How long a campaign is to be.
#[derive(Clone, Copy, Debug)]
pub struct Rounds {
    /// How often the trial is repeated.
    pub count: u32,
    /// The short form: goals that need many rounds are scaled or left out.
    pub is_short: bool,
}

/// Rounds of a campaign that goes through everything there is.
pub const ALL: u32 = u32::MAX;

/// Every campaign, in the order they run.
#[rustfmt::skip]
// One line each, so that two who add one do not meet.
pub static CAMPAIGNS: &[Campaign] = &[
    crash::CAMPAIGN,
    steps::CAMPAIGN,
    power::CAMPAIGN,
    io::CAMPAIGN,
    damage::CAMPAIGN,
    full_disk::CAMPAIGN,
    backup::CAMPAIGN,
    lock::CAMPAIGN,
    secrets::CAMPAIGN,
    parsers::CAMPAIGN,
    starts::CAMPAIGN,
    keychain::CAMPAIGN,
    window::inject::CAMPAIGN,
    window::ipc::CAMPAIGN,
    window::leaks::CAMPAIGN,
    window::memory::CAMPAIGN,
    window::network::CAMPAIGN,
];

/// The campaign of this name.
pub fn find(name: &str) -> Option<&'static Campaign> {
    CAMPAIGNS.iter().find(|campaign| campaign.name == name)
}
