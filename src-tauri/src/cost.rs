//! What a guess at the passphrase should cost on this computer today. Measured at most
//! once a month, and remembered in the journal: measuring takes seconds.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use vault::{KdfCost, Passphrase};

use crate::app::App;
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::session::Open;

/// A cost that was measured on this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Measured {
    on: NaiveDate,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Where the journal remembers it.
const COST: &str = "cost";
/// How long it holds.
const MONTH: Days = Days::new(30);

/// What opening should cost on this computer, measured now.
#[cfg(not(feature = "weak-kdf"))]
pub(crate) fn measure() -> KdfCost {
    KdfCost::calibrate(clock::memory_kib() / 8, |cost| clock::measured(|| vault::rehearse(cost)))
}

/// Tests open many journals; a real cost would make them slow, not better.
#[cfg(feature = "weak-kdf")]
pub(crate) fn measure() -> KdfCost {
    KdfCost::WEAK
}

/// Remembers what was measured.
pub(crate) fn remember(open: &mut Open, cost: KdfCost) -> Reply<()> {
    let (memory_kib, passes, lanes) = (cost.memory_kib(), cost.passes(), cost.lanes());
    let measured = Measured { on: clock::now().day(), memory_kib, passes, lanes };
    let text = serde_json::to_string(&measured).map_err(|_| ErrorCode::Fault)?;
    Ok(open.vault.set_state(COST, &text)?)
}

/// What was measured within the month, if anything.
pub(crate) fn remembered(open: &Open, today: NaiveDate) -> Option<KdfCost> {
    let text = open.vault.state(COST).ok()??;
    let measured: Measured = serde_json::from_str(&text).ok()?;
    let is_fresh = measured.on <= today && today < measured.on + MONTH;
    let cost = KdfCost::new(measured.memory_kib, measured.passes, measured.lanes).ok()?;
    is_fresh.then_some(cost)
}

/// What a new passphrase should cost, remembered or measured now.
pub(crate) fn fitting(open: &mut Open) -> KdfCost {
    if let Some(cost) = remembered(open, clock::now().day()) {
        return cost;
    }
    let cost = measure();
    // What could not be remembered is measured again next time.
    let _ = remember(open, cost);
    cost
}

/// Raises the cost of the passphrase that was just given, if it is below today's.
/// Silent: if anything goes wrong it stays as it is, and the next opening tries again.
pub(crate) fn raise(app: &App, passphrase: &Passphrase) -> Reply<()> {
    let known = app.with_now(|open| Ok(remembered(open, clock::now().day())))?;
    let is_new = known.is_none();
    let cost = known.unwrap_or_else(measure);
    app.with_now(|open| {
        if is_new {
            remember(open, cost)?;
        }
        open.vault.raise_cost(passphrase, cost, &mut clock::random)?;
        Ok(())
    })
}
