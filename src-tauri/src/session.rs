//! The journal while it is open.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use journal::course::{Sitting, sittings};
use journal::patterns::{Seen, Written};
use journal::safety::{self, Cards};
use journal::settings::Settings;
use journal::timeline::Glance;
use journal::{Body, KindName, Moment, PageChoices, Record, RecordId};
use vault::{Filter, Followed, RecoveryKey, Vault};

use crate::clock;
use crate::error::{Failure, Reply};

/// An open journal.
pub(crate) struct Open {
    /// The strongbox.
    pub(crate) vault: Vault,
    /// A recovery key that was just made and waits to be typed back.
    pub(crate) shown_key: Option<RecoveryKey>,
    /// When it was opened.
    pub(crate) since: Moment,
    /// When an automatic backup was last tried.
    pub(crate) backup_tried: Option<Moment>,
    names: Cell<Option<(u64, Names)>>,
    cards: Cell<Option<(u64, Arc<Cards>)>>,
    course: Cell<Option<(u64, Course)>>,
    check_ins: RefCell<Followed<Glance>>,
    seen: RefCell<Followed<Seen>>,
    written: RefCell<Vec<(KindName, Followed<Written>)>>,
}

/// The names of everybody with a card. Cloning shares them.
pub(crate) type Names = Arc<HashMap<RecordId, String>>;

/// The course with its sessions. Cloning shares it.
#[derive(Clone)]
pub(crate) struct Course {
    /// The records of kind course and session.
    pub(crate) records: Arc<Vec<Record>>,
}

impl Course {
    /// The sessions, earliest first.
    pub(crate) fn sittings(&self) -> Vec<Sitting<'_>> {
        sittings(&self.records)
    }

    /// The newest course's record.
    pub(crate) fn record(&self) -> Option<&Record> {
        self.records.iter().find(|record| record.kind() == KindName::Course)
    }

    /// The newest course itself.
    pub(crate) fn course(&self) -> Option<&journal::course::Course> {
        match &self.record()?.body {
            Body::Course(course) => Some(course),
            _ => None,
        }
    }
}

impl Course {
    /// The sessions of the newest course, earliest first. A session of no course is its own.
    pub(crate) fn newest_sittings(&self) -> Vec<Sitting<'_>> {
        let newest = self.record().map(|course| course.id);
        let is_of_it = |sitting: &Sitting<'_>| {
            sitting.session.course.is_none() || sitting.session.course == newest
        };
        self.sittings().into_iter().filter(is_of_it).collect()
    }

    /// The courses before the newest, newest first.
    pub(crate) fn earlier(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|record| record.kind() == KindName::Course).skip(1)
    }

    /// The day on which the newest course began, by its own word or its first session.
    /// Courses before it are over, and nothing of their time belongs on a page.
    pub(crate) fn began(&self) -> Option<NaiveDate> {
        let first = self.newest_sittings().first().map(|one| one.record.at.day());
        let started = self.course().and_then(|course| course.started_on);
        first.into_iter().chain(started).min()
    }
}

impl Open {
    /// An opened vault.
    pub(crate) fn new(vault: Vault) -> Self {
        Self {
            vault,
            shown_key: None,
            since: clock::now(),
            backup_tried: None,
            names: Cell::default(),
            cards: Cell::default(),
            course: Cell::default(),
            check_ins: RefCell::new(Followed::new(KindName::CheckIn)),
            seen: RefCell::new(Followed::new(KindName::CheckIn)),
            written: RefCell::default(),
        }
    }

    /// All records of some kinds, newest first.
    pub(crate) fn all_of(&self, kinds: &[KindName]) -> Reply<Vec<Record>> {
        Ok(self.vault.records(&Filter { kinds: kinds.to_vec(), ..Filter::default() })?)
    }

    /// The newest record of a kind.
    pub(crate) fn newest(&self, kind: KindName) -> Reply<Option<Record>> {
        let filter = Filter { kinds: vec![kind], limit: Some(1), ..Filter::default() };
        Ok(self.vault.records(&filter)?.into_iter().next())
    }

    /// The course and its sessions.
    pub(crate) fn course(&self) -> Reply<Course> {
        self.until_changed(&self.course, || {
            let records = self.all_of(&[KindName::Course, KindName::Session])?;
            Ok(Course { records: Arc::new(records) })
        })
    }

    /// The names of everybody with a card.
    pub(crate) fn names(&self) -> Reply<Names> {
        self.until_changed(&self.names, || {
            let people = self.all_of(&[KindName::Person])?;
            let named = |record: Record| match record.body {
                Body::Person(person) => Some((record.id, person.name)),
                _ => None,
            };
            Ok(Arc::new(people.into_iter().filter_map(named).collect()))
        })
    }

    /// What every card says about raising things with someone.
    fn cards(&self) -> Reply<Arc<Cards>> {
        self.until_changed(&self.cards, || {
            Ok(Arc::new(Cards::of(&self.all_of(&[KindName::Person])?)))
        })
    }

    /// Whether what leads to speaking with someone may be shown of a record (ruling
    /// "Dispute safety").
    pub(crate) fn may_plan(&self, record: &Record) -> Reply<bool> {
        let find = |id| Ok::<_, Failure>(self.vault.record(id)?);
        Ok(self.cards()?.may_plan(record.kind(), safety::everyone(record, find)?))
    }

    /// A glance at every check-in there is. The first takes as long as reading all of
    /// them; those after it read only what changed.
    pub(crate) fn check_ins(&self) -> Reply<Vec<Glance>> {
        let mut known = self.check_ins.borrow_mut();
        self.vault.follow(&mut known)?;
        Ok(known.rows().copied().collect())
    }

    /// Asks something of every check-in there is, as patterns see them. As with
    /// [`Self::check_ins`], only the first time takes as long as reading all of them.
    pub(crate) fn with_seen<T>(&self, ask: impl FnOnce(&Followed<Seen>) -> T) -> Reply<T> {
        let mut known = self.seen.borrow_mut();
        self.vault.follow(&mut known)?;
        Ok(ask(&known))
    }

    /// When everything of some kinds was, in order of time; from a day on, or from the
    /// beginning. Those of all times are kept, and only what changed is read again.
    pub(crate) fn moments(
        &self,
        kinds: &[KindName],
        from: Option<NaiveDate>,
    ) -> Reply<Vec<(KindName, Moment)>> {
        let mut all: Vec<(KindName, Moment)> = Vec::new();
        let mut known = self.written.borrow_mut();
        for &kind in kinds {
            if from.is_some() {
                let filter = Filter { kinds: vec![kind], from, ..Filter::default() };
                let found: Vec<Written> = self.vault.glances(&filter)?;
                all.extend(found.into_iter().map(|one| (kind, one.at)));
                continue;
            }
            if known.iter().all(|&(other, _)| other != kind) {
                known.push((kind, Followed::new(kind)));
            }
            for (_, followed) in known.iter_mut().filter(|(other, _)| *other == kind) {
                self.vault.follow(followed)?;
                all.extend(followed.rows().map(|one| (kind, one.at)));
            }
        }
        all.sort_by_key(|&(_, at)| at);
        Ok(all)
    }

    /// What was read before, if nothing changed since: a list asks for the same names
    /// and sessions with every letter that is typed.
    fn until_changed<T: Clone>(
        &self,
        known: &Cell<Option<(u64, T)>>,
        read: impl FnOnce() -> Reply<T>,
    ) -> Reply<T> {
        let now = self.vault.changes();
        let value = match known.take() {
            Some((then, value)) if then == now => value,
            Some(_) | None => read()?,
        };
        known.set(Some((now, value.clone())));
        Ok(value)
    }

    /// The journal's settings.
    pub(crate) fn settings(&self) -> Reply<Settings> {
        let settings = match self.newest(KindName::Settings)?.map(|record| record.body) {
            Some(Body::Settings(settings)) => settings,
            _ => Settings::default(),
        };
        Ok(settings)
    }

    /// The remembered choices for the page.
    pub(crate) fn page_choices(&self) -> Reply<PageChoices> {
        let choices = match self.newest(KindName::PageChoices)?.map(|record| record.body) {
            Some(Body::PageChoices(choices)) => choices,
            _ => PageChoices::default(),
        };
        Ok(choices)
    }

    /// Keeps the one record of a kind of which there is only one: the present
    /// one is changed, or a first one made.
    pub(crate) fn keep_single(&mut self, fresh: Record) -> Reply<()> {
        let present = self.newest(fresh.kind())?;
        let id = present.map_or(fresh.id, |record| record.id);
        let record = Record { id, ..fresh };
        self.vault.save(&record, record.at)?;
        Ok(())
    }
}
