//! The keeper of backups: when one is made by itself, what is remembered of it, and
//! the second copy in a folder of the person's choice.
//!
//! The rule: at most one a day, and only if something changed since the last. It is
//! made at the first quiet moment (the journal open for a minute, and untouched for
//! twenty seconds), and at a lock if that moment did not come and the journal is
//! small enough to be copied before the keys have to be gone. The second copy is a
//! copy of the encrypted file: it needs no key, and is made after a lock just as well.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate, TimeDelta};
use journal::Moment;
use serde::{Deserialize, Serialize};
use vault::{BackupFile, Contents, Told};

use crate::app::App;
use crate::error::{ErrorCode, Reply};
use crate::session::Open;
use crate::{clock, disks, files};

/// What the journal remembers about its backups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    /// The day from which backups were looked after.
    pub(crate) since: Option<NaiveDate>,
    /// Where the person wants a second copy.
    pub(crate) folder: Option<PathBuf>,
    /// The last backup that was made and verified.
    pub(crate) last: Option<Last>,
    /// The day of the newest backup that was seen off this disk.
    pub(crate) away: Option<NaiveDate>,
    /// The last automatic one failed.
    pub(crate) failed: bool,
}

/// A backup that was made and verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Last {
    /// When.
    pub(crate) at: Moment,
    /// Entries and check-ins in it.
    pub(crate) entries: u32,
    /// People in it.
    pub(crate) people: u32,
    /// The newest change in it.
    pub(crate) newest: Option<Moment>,
}

impl Last {
    fn holds(&self, contents: &Contents) -> bool {
        let Contents { entries, people, newest } = *contents;
        (self.entries, self.people, self.newest) == (entries, people, newest)
    }
}

/// Where the journal remembers it.
pub(crate) const BACKUPS: &str = "backups";
/// How long the journal is open before a quiet moment counts.
const SETTLED: TimeDelta = TimeDelta::seconds(60);
/// How long without touch makes a moment quiet; the window tells of touches every 15 s.
pub(crate) const QUIET: Duration = Duration::from_secs(20);
/// After one that failed, the next try.
const AGAIN: TimeDelta = TimeDelta::hours(1);
/// A journal of this size is copied and verified well within half a second.
const SMALL: u64 = 8 << 20;
/// The time that may have passed since a lock was asked for, to still make one.
const EARLY: Duration = Duration::from_millis(400);
/// How old the newest copy off this disk may be before the person is reminded.
const AWAY_FOR: Days = Days::new(14);

impl Kept {
    /// What is remembered.
    pub(crate) fn read(open: &Open) -> Reply<Self> {
        let text = open.vault.state(BACKUPS)?.unwrap_or_default();
        // What cannot be read is forgotten: the files themselves can be listed.
        Ok(serde_json::from_str(&text).unwrap_or_default())
    }

    /// As the journal remembers it.
    pub(crate) fn text(&self) -> Reply<String> {
        serde_json::to_string(self).map_err(|_| ErrorCode::Fault.into())
    }

    /// Changes what is remembered.
    pub(crate) fn change(open: &mut Open, change: impl FnOnce(&mut Self)) -> Reply<()> {
        let before = Self::read(open)?;
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return Ok(());
        }
        Ok(open.vault.set_state(BACKUPS, &after.text()?)?)
    }

    /// Whether a backup is due that makes itself. `drafted` is when a draft was last
    /// kept: words that were never left are words all the same. A day that is not
    /// today counts as before, lest a clock that was once ahead stops backups.
    fn is_due(&self, contents: &Contents, drafted: Option<Moment>, now: Moment) -> bool {
        match &self.last {
            Some(last) => {
                let has_changed = !last.holds(contents) || drafted > Some(last.at);
                last.at.day() != now.day() && has_changed
            }
            None => contents.newest.or(drafted).is_some(),
        }
    }

    /// Whether the newest copy off this disk is too old. `since` counts for a journal
    /// that is itself not as old as that.
    pub(crate) fn is_late(&self, today: NaiveDate) -> bool {
        let newest = self.away.max(self.since);
        newest.is_none_or(|newest| newest + AWAY_FOR < today)
    }

    /// As [`is_late`](Self::is_late), for someone who looks at the backups.
    pub(crate) fn is_missing(&self, today: NaiveDate) -> bool {
        self.away.is_none_or(|newest| newest + AWAY_FOR < today)
    }
}

/// A backup that was made, and where its second copy goes.
pub(crate) struct Made {
    pub(crate) last: Last,
    copy: Option<Copy>,
}

/// A second copy that has to be made. Holds no key.
pub(crate) struct Copy {
    file: PathBuf,
    folder: PathBuf,
    vault_id: [u8; 16],
    today: NaiveDate,
}

/// What became of a second copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// The folder is not here now.
    NotHere,
    /// It is made, on the disk that the journal is on.
    Beside,
    /// It is made, off that disk, on this day.
    Away(NaiveDate),
}

impl Copy {
    /// Makes the second copy and verifies it as it stands on the disk.
    pub(crate) fn make(&self) -> Reply<Copied> {
        if !self.folder.is_dir() {
            return Ok(Copied::NotHere);
        }
        let copied = files::copy_new(&self.file, &self.folder)?;
        if let Err(error) = vault::check_backup(&copied, &mut |_| ()) {
            // A copy that cannot be trusted must not be found in place of a good one.
            let _ = fs::remove_file(&copied);
            return Err(error.into());
        }
        // What could not be thinned out only takes room.
        let _ = vault::thin_out(&self.folder, &self.vault_id, self.today);
        let is_away = is_away(&self.folder, &self.file);
        Ok(if is_away { Copied::Away(self.today) } else { Copied::Beside })
    }
}

/// Whether a folder is off this disk, or is carried off it by a program of the person's.
pub(crate) fn is_away(folder: &Path, home: &Path) -> bool {
    disks::are_apart(folder, home) || disks::is_synced(folder)
}

/// Makes a backup beside the journal.
pub(crate) fn back_up(app: &App, open: &mut Open, told: Told<'_>) -> Reply<Made> {
    let now = clock::now();
    let folder = app.backup_folder();
    let (file, contents) = open.vault.back_up(&folder, now, told)?;
    let vault_id = open.vault.id();
    // What could not be thinned out only takes room.
    let _ = vault::thin_out(&folder, &vault_id, now.day());
    let Contents { entries, people, newest } = contents;
    let last = Last { at: now, entries, people, newest };
    let mut wanted = None;
    Kept::change(open, |kept| {
        kept.last = Some(last);
        kept.failed = false;
        wanted.clone_from(&kept.folder);
    })?;
    let copy = wanted.map(|folder| Copy { file: file.path, folder, vault_id, today: now.day() });
    Ok(Made { last, copy })
}

/// Makes a backup and its second copy now; says whether there is a second copy.
pub(crate) fn back_up_now(app: &App, told: Told<'_>) -> Reply<(Last, bool)> {
    let made = app.with_now(|open| back_up(app, open, told))?;
    let copied = match &made.copy {
        Some(copy) => copy.make()?,
        None => Copied::NotHere,
    };
    if let Copied::Away(day) = copied {
        app.with_now(|open| Kept::change(open, |kept| kept.away = Some(day)))?;
    }
    Ok((made.last, copied != Copied::NotHere))
}

/// Just after opening: remembers since when backups are looked after, and what can be
/// seen in the second folder.
pub(crate) fn look(app: &App, open: &mut Open) -> Reply<()> {
    let today = clock::now().day();
    let vault_id = open.vault.id();
    let folder = app.backup_folder();
    Kept::change(open, |kept| {
        kept.since.get_or_insert(today);
        if let Some(second) = kept.folder.clone().filter(|second| is_away(second, &folder)) {
            let seen = ours(&second, &vault_id).first().map(|newest| newest.day);
            kept.away = kept.away.max(seen);
        }
    })
}

/// The backups of one journal in a folder, the newest first. None if it is not here.
pub(crate) fn ours(folder: &Path, vault_id: &[u8; 16]) -> Vec<BackupFile> {
    let all = vault::backups(folder).unwrap_or_default();
    all.into_iter().filter(|backup| backup.vault_id == *vault_id).collect()
}

/// Whether a copy of the newest backup beside the journal is in the second folder.
pub(crate) fn has_copy(app: &App, kept: &Kept, vault_id: &[u8; 16]) -> bool {
    let Some(second) = &kept.folder else { return false };
    let newest = ours(&app.backup_folder(), vault_id).into_iter().next();
    newest.is_some_and(|newest| vault::has_copy(second, &newest).unwrap_or(false))
}

/// At a quiet moment: makes the automatic backup if it is due. Call it on a thread of
/// its own.
pub(crate) fn at_a_quiet_moment(app: &App) {
    let now = clock::now();
    let Ok(Some(made)) = app.with_now(|open| {
        let settled = now.0 - open.since.0 >= SETTLED;
        Ok(if settled { automatic(app, open, now) } else { None })
    }) else {
        return;
    };
    let copied = made.copy.as_ref().map(Copy::make);
    // A journal that was locked meanwhile looks into the folder when it is opened.
    let _ = app.with_now(|open| {
        Kept::change(open, |kept| match copied {
            Some(Ok(Copied::Away(day))) => kept.away = Some(day),
            Some(Err(_)) => kept.failed = true,
            Some(Ok(Copied::NotHere | Copied::Beside)) | None => (),
        })
    });
}

/// At a lock that was asked for at `asked`: makes the automatic backup if it is due and
/// there is time. The second copy is to be made when the keys are gone.
pub(crate) fn at_a_lock(app: &App, open: &mut Open, asked: Instant) -> Option<Copy> {
    let is_small =
        fs::metadata(app.vault_folder().join("data.db")).is_ok_and(|it| it.len() < SMALL);
    if !is_small || asked.elapsed() > EARLY {
        return None;
    }
    automatic(app, open, clock::now())?.copy
}

/// The automatic backup, if it is due. One that fails is remembered and shown.
fn automatic(app: &App, open: &mut Open, now: Moment) -> Option<Made> {
    let lately = open.backup_tried.is_some_and(|tried| now.0 - tried.0 < AGAIN);
    let kept = Kept::read(open).ok()?;
    let drafted = open.vault.drafts().ok()?.first().map(|&(_, saved)| saved);
    if lately || !kept.is_due(&open.vault.contents().ok()?, drafted, now) {
        return None;
    }
    open.backup_tried = Some(now);
    let made = back_up(app, open, &mut |_| ());
    if made.is_err() {
        // On a full disk even this cannot be remembered; the next try will tell.
        let _ = Kept::change(open, |kept| kept.failed = true);
    }
    made.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment(text.parse().unwrap())
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn holds(entries: u32) -> Contents {
        Contents { entries, people: 2, newest: Some(at("2026-03-08T14:02:00+01:00")) }
    }

    fn kept(last: &str) -> Kept {
        let Contents { entries, people, newest } = holds(3);
        let last = Last { at: at(last), entries, people, newest };
        Kept { last: Some(last), ..Kept::default() }
    }

    #[test]
    fn a_backup_is_due_once_a_day_and_only_after_a_change() {
        let now = at("2026-03-09T08:00:00+01:00");
        let due = |last: &str, entries| kept(last).is_due(&holds(entries), None, now);
        assert!(due("2026-03-08T23:59:00+01:00", 4));
        assert!(!due("2026-03-09T00:01:00+01:00", 4), "today already");
        assert!(!due("2026-03-01T12:00:00+01:00", 3), "nothing changed");
        assert!(due("2026-03-01T12:00:00+01:00", 2), "something went");
        assert!(due("2027-03-09T12:00:00+01:00", 4), "made when the clock was a year ahead");
    }

    #[test]
    fn words_that_were_never_left_are_a_change() {
        let (now, made) = (at("2026-03-09T08:00:00+01:00"), "2026-03-08T20:00:00+01:00");
        let due = |drafted| kept(made).is_due(&holds(3), Some(at(drafted)), now);
        assert!(due("2026-03-08T22:00:00+01:00"));
        assert!(!due("2026-03-08T19:00:00+01:00"), "it is in the backup");
    }

    #[test]
    fn the_first_backup_is_due_as_soon_as_there_is_something_to_keep() {
        let now = at("2026-03-09T08:00:00+01:00");
        assert!(Kept::default().is_due(&holds(1), None, now));
        let empty = Contents { entries: 0, people: 0, newest: None };
        assert!(!Kept::default().is_due(&empty, None, now));
        assert!(Kept::default().is_due(&empty, Some(now), now), "a first draft");
    }

    #[test]
    fn a_young_journal_is_not_reminded_but_told_when_asked() {
        let since = |since, away: Option<&str>| Kept {
            since: Some(day(since)),
            away: away.map(day),
            ..Kept::default()
        };
        let today = day("2026-03-20");
        assert!(!since("2026-03-06", None).is_late(today));
        assert!(since("2026-03-05", None).is_late(today));
        assert!(!since("2026-01-01", Some("2026-03-06")).is_late(today));
        assert!(since("2026-01-01", Some("2026-03-05")).is_late(today));
        assert!(since("2026-03-19", None).is_missing(today));
        assert!(!since("2026-03-19", Some("2026-03-06")).is_missing(today));
    }

    #[test]
    fn what_is_remembered_comes_back_and_what_is_newer_is_not_in_the_way() {
        let folder = Some(PathBuf::from("/media/me/stick"));
        let before = Kept { folder, failed: true, ..kept("2026-03-08T23:59:00+01:00") };
        let text = before.text().unwrap();
        assert_eq!(serde_json::from_str::<Kept>(&text).unwrap(), before);
        let newer = text.replacen('{', "{\"more\":1,", 1);
        assert_eq!(serde_json::from_str::<Kept>(&newer).unwrap(), before);
    }
}
