//! A keychain for tests that is as bad as keychains can be, or as good. Only with the
//! feature `failpoints`, which no release build has.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use keyring_core::{Entry, Error as Refusal, Result};

use crate::hex;
use crate::keychain::system_place;

/// How the keychain of this process behaves from now on. What it holds stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandIn {
    /// The real one of the system is asked; so it is at first.
    None,
    /// It keeps what it is given, in memory.
    Working,
    /// There is no keychain.
    Missing,
    /// It is there and refuses everything.
    Locked,
    /// It takes everything and keeps what it had.
    Forgetful,
    /// It answers after so many milliseconds.
    Slow(u64),
}

struct State {
    behaves: StandIn,
    held: BTreeMap<String, Vec<u8>>,
    asked: u32,
}

static STATE: Mutex<State> =
    Mutex::new(State { behaves: StandIn::None, held: BTreeMap::new(), asked: 0 });

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts a stand-in in place of the keychain of this process.
pub fn stand_in(behaves: StandIn) {
    state().behaves = behaves;
}

/// What the stand-in holds for a vault.
pub fn stand_in_holds(vault_id: &[u8; 16]) -> Option<Vec<u8>> {
    state().held.get(&hex::write(vault_id)).cloned()
}

/// Has the stand-in hold something for a vault, or nothing.
pub fn let_stand_in_hold(vault_id: &[u8; 16], value: Option<Vec<u8>>) {
    let user = hex::write(vault_id);
    match value {
        Some(value) => state().held.insert(user, value),
        None => state().held.remove(&user),
    };
}

/// How often the stand-in was asked anything.
pub fn stand_in_was_asked() -> u32 {
    state().asked
}

/// Where the item of a vault lies.
pub(crate) enum Place {
    System(Entry),
    StandIn(String),
}

pub(crate) fn find(user: &str) -> Result<Place> {
    match state().behaves {
        StandIn::None => system_place(user).map(Place::System),
        StandIn::Missing => Err(Refusal::NoDefaultStore),
        _ => Ok(Place::StandIn(user.to_owned())),
    }
}

impl Place {
    pub(crate) fn get_secret(&self) -> Result<Vec<u8>> {
        match self {
            Self::System(entry) => entry.get_secret(),
            Self::StandIn(user) => {
                behave()?;
                state().held.get(user).cloned().ok_or(Refusal::NoEntry)
            }
        }
    }

    pub(crate) fn set_secret(&self, secret: &[u8]) -> Result<()> {
        match self {
            Self::System(entry) => entry.set_secret(secret),
            Self::StandIn(user) => {
                behave()?;
                let mut state = state();
                if state.behaves != StandIn::Forgetful {
                    state.held.insert(user.clone(), secret.to_vec());
                }
                Ok(())
            }
        }
    }

    pub(crate) fn delete_credential(&self) -> Result<()> {
        match self {
            Self::System(entry) => entry.delete_credential(),
            Self::StandIn(user) => {
                behave()?;
                state().held.remove(user).map(drop).ok_or(Refusal::NoEntry)
            }
        }
    }
}

fn behave() -> Result<()> {
    let behaves = {
        let mut state = state();
        state.asked += 1;
        state.behaves
    };
    match behaves {
        StandIn::Locked => Err(Refusal::NoStorageAccess("locked".into())),
        StandIn::Slow(millis) => {
            thread::sleep(Duration::from_millis(millis));
            Ok(())
        }
        _ => Ok(()),
    }
}
