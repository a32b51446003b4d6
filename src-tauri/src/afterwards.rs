//! What is done in the background once the passphrase was given: nobody waits for it,
//! and nothing depends on it.

use std::thread;

use vault::Passphrase;

use crate::app::App;
use crate::cost;

/// Lets the PIN be used again, and raises what a guess costs if it is below today's.
/// The passphrase is wiped at the end.
pub(crate) fn passphrase_given(app: &App, passphrase: Passphrase) {
    let app = app.clone();
    thread::spawn(move || {
        let run = app.run();
        // A keychain that does not answer, or a journal locked again by now, is no
        // error: the next opening does the same.
        let _ = app.with_now(|open| Ok(open.vault.passphrase_was_given(&passphrase, run)?));
        let _ = cost::raise(&app, &passphrase);
    });
}
