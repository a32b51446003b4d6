//! Small things the program must remember with a journal, such as that the
//! recovery key was not typed back yet. Never what a person wrote.

use rusqlite::{OptionalExtension, Transaction, named_params};

use crate::database::Problem;
use crate::error::Error;
use crate::vault::Vault;

impl Vault {
    /// What is remembered under `key`.
    pub fn state(&self, key: &str) -> Result<Option<String>, Error> {
        self.database.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT value FROM state WHERE key = :key")?;
            let found = statement.query_row(named_params! { ":key": key }, |row| row.get(0));
            Ok(found.optional()?)
        })
    }

    /// Remembers `value` under `key`, in place of what was there.
    pub fn set_state(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.database.change(|change| remember(change, key, value))
    }
}

pub(crate) fn remember(change: &Transaction<'_>, key: &str, value: &str) -> Result<(), Problem> {
    let mut statement = change.prepare_cached(
        "INSERT INTO state (key, value) VALUES (:key, :value)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?;
    statement.execute(named_params! { ":key": key, ":value": value })?;
    Ok(())
}
