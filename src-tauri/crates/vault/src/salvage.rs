//! Rescue: from a damaged vault everything that is whole goes into a new one with
//! the same secrets; the damaged one is set aside.
//!
//! The file is read page by page, not by its tree and its indexes: a row is rescued if
//! the pages are whole on which it stands itself, whatever became of all others. What
//! was there beside is counted from every trace that is left of it.

use std::path::Path;

use journal::Moment;
use rusqlite::Transaction;

use crate::database::{Database, Problem};
use crate::error::Error;
use crate::files;
use crate::keyfile::{self, Unlocked};
use crate::pages::Pages;
use crate::place::{DATA, DATA_JOURNAL, KEYS_A, KEYS_B, Place, Staging};
use crate::progress::{Progress, Stage, Told};
use crate::survey::{At, Found, Survey, visit};
use crate::swap::Old;
use crate::vault::Key;
use crate::{draft, record, schema, search, state};

/// What can be, or was, rescued from a damaged vault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salvage {
    /// Records of every kind that are whole.
    pub whole: u32,
    /// Records that come back only as they were before they were last saved.
    pub earlier: u32,
    /// Records there were, as far as any trace still tells; never below `whole` and
    /// `earlier` together.
    pub known: u32,
    /// Drafts that are whole.
    pub drafts: u32,
}

/// Looks what is whole in the closed vault in `dir`, and changes nothing.
///
/// # Errors
/// [`Error::WrongSecret`]; [`Error::HeaderDamaged`] if no key file is whole: then
/// only a backup helps. [`Error::DataDamaged`] if nothing at all could be read.
pub fn look_over(dir: &Path, key: Key<'_>, told: Told<'_>) -> Result<Salvage, Error> {
    let place = Place::take_vault(dir)?;
    let unlocked = keyfile::unlock(&place, key)?;
    let mut pages = open_pages(&place, &unlocked)?;
    let of = pages.count().into();
    let mut step = |done: u32| told(Progress { stage: Stage::Copying, done: done.into(), of });
    Ok(Survey::of(&mut pages, &mut step)?.salvage())
}

/// Writes what is whole into a new vault with the same secrets, opens it from the
/// disk, and puts it in place of the damaged one, which is set aside.
///
/// # Errors
/// As [`look_over`]; the damaged vault is then as it was.
pub fn salvage(dir: &Path, key: Key<'_>, now: Moment, told: Told<'_>) -> Result<Salvage, Error> {
    let place = Place::take_vault(dir)?;
    let unlocked = keyfile::unlock(&place, key)?;
    let mut pages = open_pages(&place, &unlocked)?;
    // Every page is read twice: to see what is there, and to take it over.
    let of = 2 * u64::from(pages.count());
    let mut step = |done: u32| told(Progress { stage: Stage::Copying, done: done.into(), of });
    let survey = Survey::of(&mut pages, &mut step)?;
    files::need_room(place.dir(), files::length(&place.file(DATA))?)?;
    let next = place.next()?;
    let mut rescue = Rescue { pages, survey: &survey, unlocked: &unlocked };
    let built = rescue.build(&next, now, told).and_then(|()| rescue.prove(&next, key, told));
    if let Err(error) = built {
        place.give_up_next(&next);
        return Err(error);
    }
    told(Progress { stage: Stage::MovingIn, done: 0, of: 1 });
    place.swap_in(&next, Old::SetAside, now)?;
    told(Progress { stage: Stage::MovingIn, done: 1, of: 1 });
    Ok(survey.salvage())
}

fn open_pages(place: &Place, unlocked: &Unlocked) -> Result<Pages, Error> {
    let header = &unlocked.header;
    let key = unlocked.data_key.derive_database_key(&header.vault_id);
    Pages::open(&place.file(DATA), &place.file(DATA_JOURNAL), &key, &header.data_salt)
}

/// Taking over what a survey found.
struct Rescue<'a> {
    pages: Pages,
    survey: &'a Survey,
    unlocked: &'a Unlocked,
}

impl Rescue<'_> {
    /// A new database with what is whole, and key files that open it with the secrets
    /// of before.
    fn build(&mut self, next: &Staging, now: Moment, told: Told<'_>) -> Result<(), Error> {
        let before = &self.unlocked.header;
        let key = self.unlocked.data_key.derive_database_key(&before.vault_id);
        let mut database = Database::create(&next.file(DATA), &key, &before.vault_id, now)?;
        database.change(|change| self.fill(change, told))?;
        let mut header = before.clone();
        header.generation = before.generation.checked_add(1).ok_or(Error::SettingsAltered)?;
        header.data_salt = database.salt()?;
        database.close()?;
        let bytes = header.encode(&header.derive_key(&self.unlocked.data_key));
        next.write(KEYS_A, bytes.as_slice())?;
        next.write(KEYS_B, bytes.as_slice())
    }

    fn fill(&mut self, change: &Transaction<'_>, told: Told<'_>) -> Result<(), Problem> {
        // An earlier version may come before its record; at the end all must fit.
        change.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        if let Some(created) = self.survey.meta.get("created") {
            schema::set_created(change, created)?;
        }
        for (key, value) in &self.survey.state {
            state::remember(change, key, value)?;
        }
        let (count, survey) = (u64::from(self.pages.count()), self.survey);
        let mut step = |done: u32| {
            let done = count + u64::from(done);
            told(Progress { stage: Stage::Copying, done, of: 2 * count });
        };
        visit(&mut self.pages, &mut step, |at, found| take_over(change, survey, at, found))
    }

    /// Opens the new vault from the disk and compares it with what was found.
    fn prove(&self, next: &Staging, key: Key<'_>, told: Told<'_>) -> Result<(), Error> {
        told(Progress { stage: Stage::Checking, done: 0, of: 1 });
        files::read_afresh(&next.file(DATA))?;
        let again = keyfile::unlock_staged(next, key)?;
        if !again.data_key.is_same(&self.unlocked.data_key) {
            return Err(Error::HeaderDamaged);
        }
        let vault_id = &again.header.vault_id;
        let raw = again.data_key.derive_database_key(vault_id);
        let database = Database::open(&next.file(DATA), &raw, vault_id)?;
        database.check_whole()?;
        database.read(search::check_index)?;
        let survey = self.survey;
        let records = survey.records.len() + survey.earlier.len();
        // The version that stands in for a record is no earlier version any more.
        let versions = survey.versions.len() - survey.earlier.len();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let expected = [records, versions, survey.drafts.len()].map(count);
        if database.read(record::count_rows)? != expected {
            return Err(Error::DataDamaged);
        }
        database.close()?;
        told(Progress { stage: Stage::Checking, done: 1, of: 1 });
        Ok(())
    }
}

/// Puts what stands here into the new database, if it is what the survey chose.
fn take_over(
    change: &Transaction<'_>,
    survey: &Survey,
    at: At,
    found: Found,
) -> Result<(), Problem> {
    match found {
        Found::Record(row) => {
            let chosen = survey.records.get(&row.record.id.to_string());
            if chosen.is_some_and(|(_, place)| *place == at) {
                record::put_back(change, &row)?;
            }
        }
        Found::Version(row) => {
            let (id, version) = (row.record.id.to_string(), row.version);
            if survey.earlier.get(&id) == Some(&version) {
                record::put_back(change, &survey.complete(*row))?;
            } else if survey.versions.get(&(id, version)) == Some(&at) {
                record::put_back_version(change, &row)?;
            }
        }
        Found::Draft { id, saved, body } => {
            if survey.drafts.get(&id) == Some(&at) {
                draft::put_back(change, &id, &saved, &body)?;
            }
        }
        Found::Pair(..) | Found::Trace { .. } | Found::Number { .. } | Found::Half { .. } => {}
    }
    Ok(())
}
