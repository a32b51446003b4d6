//! Lists of records: which ones, in which order, and how many.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use journal::{KindName, Record, RecordId, Share};
use rusqlite::{Connection, OptionalExtension, named_params};
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::error::Error;
use crate::record::{PER_SECOND, from_json, write_share};
use crate::vault::Vault;

/// Which records. The default is all that do not lie in the trash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of one of these kinds; empty for every kind.
    pub kinds: Vec<KindName>,
    /// Naming at least one of these people; empty for any.
    pub people: Vec<RecordId>,
    /// Belonging to this long-lived work.
    pub focus: Option<RecordId>,
    /// From this day on, as the writer's own calendar had it.
    pub from: Option<NaiveDate>,
    /// Up to and including this day.
    pub to: Option<NaiveDate>,
    /// Marked like this.
    pub share: Option<Share>,
    /// In the trash instead of outside of it.
    pub trashed: bool,
    /// Only what comes after this record in the list, so that a list can go on
    /// where it ended.
    pub before: Option<RecordId>,
    /// At most this many.
    pub limit: Option<u32>,
}

/// The part of a `WHERE` that a [`Filter`] stands for. `record_by_kind` covers all
/// of it, so that no body is read of a record that is not wanted.
macro_rules! wanted {
    () => {
        "(record.deleted IS NOT NULL) = :trashed
         AND record.seq >= :oldest AND record.seq < :before
         AND (:share IS NULL OR record.share = :share)
         AND (:from IS NULL OR record.day >= :from)
         AND (:to IS NULL OR record.day <= :to)
         AND (:people IS NULL OR record.seq IN (
             SELECT seq FROM record_link WHERE role = 'person'
             AND target IN (SELECT value FROM json_each(:people))))
         AND (:focus IS NULL OR record.seq IN (
             SELECT seq FROM record_link WHERE role = 'focus' AND target = :focus))"
    };
}

/// The numbers of the records of one kind that are wanted.
pub(crate) const NUMBERS: &str = concat!(
    "SELECT seq FROM record INDEXED BY record_by_kind WHERE kind = :kind AND ",
    wanted!(),
    " ORDER BY seq DESC LIMIT :limit"
);

/// How many there are of one kind.
const COUNT: &str = concat!(
    "SELECT count(*) FROM record INDEXED BY record_by_kind WHERE kind = :kind AND ",
    wanted!()
);

/// How many there are of one kind on each day.
const DAYS: &str = concat!(
    "SELECT day, count(*) AS count FROM record INDEXED BY record_by_kind WHERE kind = :kind AND ",
    wanted!(),
    " GROUP BY day"
);

/// A [`Filter`] in the words of the database.
struct Wanted {
    trashed: bool,
    /// Numbers follow time, so that days long past need not be looked through.
    oldest: i64,
    before: i64,
    share: Option<&'static str>,
    from: Option<String>,
    to: Option<String>,
    people: Option<String>,
    focus: Option<String>,
    limit: i64,
}

impl Filter {
    /// The same for the list as a whole, wherever it goes on.
    pub(crate) fn whole(&self) -> Self {
        Self { before: None, limit: None, ..self.clone() }
    }
}

impl Vault {
    /// Records, the newest first. Those of one second stand in the order in which
    /// they were saved, the last first.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the record to go on from is gone.
    pub fn records(&self, filter: &Filter) -> Result<Vec<Record>, Error> {
        self.database.read(|connection| {
            let wanted = Wanted::of(connection, filter)?;
            // Of every kind only the numbers are read, and bodies only of those
            // that are in the list at last.
            let mut numbers = numbers_of(connection, filter, &wanted)?;
            if let Some(limit) = filter.limit {
                numbers.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
            }
            numbers.into_iter().map(|seq| body(connection, seq)).collect()
        })
    }

    /// The first day of any record of these kinds, the trash aside.
    pub fn first_day(&self, kinds: &[KindName]) -> Result<Option<NaiveDate>, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT day FROM record INDEXED BY record_by_kind
                 WHERE kind = :kind AND deleted IS NULL ORDER BY seq LIMIT 1",
            )?;
            let mut first: Option<NaiveDate> = None;
            for kind in kinds {
                let day: Option<String> = statement
                    .query_row(named_params! { ":kind": kind.as_str() }, |row| row.get("day"))
                    .optional()?;
                if let Some(day) = day {
                    let day = day.parse().map_err(|_| Error::DataDamaged)?;
                    first = Some(first.map_or(day, |known| known.min(day)));
                }
            }
            Ok(first)
        })
    }

    /// How many records there are on each day that has any, the earliest first, `before`
    /// and `limit` aside.
    pub fn days(&self, filter: &Filter) -> Result<Vec<(NaiveDate, u32)>, Error> {
        self.database.read(|connection| {
            let wanted = Wanted::of(connection, &filter.whole())?;
            let mut days: BTreeMap<NaiveDate, u32> = BTreeMap::new();
            let mut statement = connection.prepare_cached(DAYS)?;
            for kind in kinds(filter) {
                let mut rows = statement.query(named_params! {
                    ":kind": kind.as_str(),
                    ":trashed": wanted.trashed,
                    ":oldest": wanted.oldest,
                    ":before": wanted.before,
                    ":share": wanted.share,
                    ":from": wanted.from,
                    ":to": wanted.to,
                    ":people": wanted.people,
                    ":focus": wanted.focus,
                })?;
                while let Some(row) = rows.next()? {
                    let day: String = row.get("day")?;
                    let day = day.parse().map_err(|_| Error::DataDamaged)?;
                    *days.entry(day).or_default() += row.get::<_, u32>("count")?;
                }
            }
            Ok(days.into_iter().collect())
        })
    }

    /// How many records there are, `before` and `limit` aside.
    pub fn count(&self, filter: &Filter) -> Result<u32, Error> {
        self.database
            .read(|connection| self.database.remembered.borrow_mut().count(connection, filter))
    }

    /// How many records there are of every kind that has any, the trash aside.
    pub fn counts(&self) -> Result<Vec<(KindName, u32)>, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT count(*) FROM record WHERE kind = :kind AND deleted IS NULL",
            )?;
            let mut counts = Vec::new();
            for &kind in KindName::ALL {
                let count: u32 = statement
                    .query_row(named_params! { ":kind": kind.as_str() }, |row| row.get(0))?;
                if count > 0 {
                    counts.push((kind, count));
                }
            }
            Ok(counts)
        })
    }

    /// Every record outside of the trash, the oldest first.
    pub fn all(&self) -> Result<Vec<Record>, Error> {
        self.database.read(|connection| {
            let mut statement = connection
                .prepare_cached("SELECT body FROM record WHERE deleted IS NULL ORDER BY seq")?;
            let mut rows = statement.query([])?;
            let mut all = Vec::new();
            while let Some(row) = rows.next()? {
                let body: Zeroizing<String> = Zeroizing::new(row.get("body")?);
                all.push(from_json(&body)?);
            }
            Ok(all)
        })
    }
}

impl Wanted {
    fn of(connection: &Connection, filter: &Filter) -> Result<Self, Problem> {
        Ok(Self {
            trashed: filter.trashed,
            oldest: filter.from.map_or(i64::MIN, |day| near(day, -MARGIN)),
            before: match filter.before {
                Some(id) => seq_of(connection, id)?.ok_or(Error::NotFound)?,
                None => filter.to.map_or(i64::MAX, |day| near(day, MARGIN)),
            },
            share: filter.share.map(write_share),
            from: filter.from.map(|day| day.to_string()),
            to: filter.to.map(|day| day.to_string()),
            people: (!filter.people.is_empty()).then(|| names(&filter.people)),
            focus: filter.focus.map(|id| id.to_string()),
            limit: filter.limit.map_or(-1, i64::from),
        })
    }
}

/// The numbers of all records that a filter wants, the newest first.
pub(crate) fn numbers(connection: &Connection, filter: &Filter) -> Result<Vec<i64>, Problem> {
    numbers_of(connection, filter, &Wanted::of(connection, filter)?)
}

fn numbers_of(
    connection: &Connection,
    filter: &Filter,
    wanted: &Wanted,
) -> Result<Vec<i64>, Problem> {
    let mut statement = connection.prepare_cached(NUMBERS)?;
    let mut numbers = Vec::new();
    for kind in kinds(filter) {
        let mut rows = statement.query(named_params! {
            ":kind": kind.as_str(),
            ":trashed": wanted.trashed,
            ":oldest": wanted.oldest,
            ":before": wanted.before,
            ":share": wanted.share,
            ":from": wanted.from,
            ":to": wanted.to,
            ":people": wanted.people,
            ":focus": wanted.focus,
            ":limit": wanted.limit,
        })?;
        while let Some(row) = rows.next()? {
            numbers.push(row.get("seq")?);
        }
    }
    numbers.sort_unstable_by_key(|&seq| std::cmp::Reverse(seq));
    Ok(numbers)
}

/// How many records a filter wants.
pub(crate) fn count(connection: &Connection, filter: &Filter) -> Result<u32, Problem> {
    let wanted = Wanted::of(connection, filter)?;
    let mut statement = connection.prepare_cached(COUNT)?;
    let mut count = 0;
    for kind in kinds(filter) {
        count += statement.query_row(
            named_params! {
                ":kind": kind.as_str(),
                ":trashed": wanted.trashed,
            ":oldest": wanted.oldest,
                ":before": wanted.before,
                ":share": wanted.share,
                ":from": wanted.from,
                ":to": wanted.to,
                ":people": wanted.people,
                ":focus": wanted.focus,
            },
            |row| row.get::<_, u32>(0),
        )?;
    }
    Ok(count)
}

/// Days between what a calendar says and what the same moment is in UTC, with plenty of
/// room for records that had to take a number of a later second.
const MARGIN: i64 = 3;

/// A number so many days from the middle of a day.
fn near(day: NaiveDate, days: i64) -> i64 {
    let noon = day.and_time(NaiveTime::MIN).and_utc().timestamp() + 12 * 3600;
    (noon + days * 24 * 3600).saturating_mul(PER_SECOND)
}

/// The record with a number.
pub(crate) fn body(connection: &Connection, seq: i64) -> Result<Record, Problem> {
    let mut statement = connection.prepare_cached("SELECT body FROM record WHERE seq = :seq")?;
    let body = statement.query_row(named_params! { ":seq": seq }, |row| {
        Ok(Zeroizing::new(row.get::<_, String>("body")?))
    })?;
    from_json(&body)
}

fn kinds(filter: &Filter) -> impl Iterator<Item = KindName> {
    let is_wanted = |kind: &KindName| filter.kinds.is_empty() || filter.kinds.contains(kind);
    KindName::ALL.iter().copied().filter(is_wanted)
}

pub(crate) fn seq_of(connection: &Connection, id: RecordId) -> Result<Option<i64>, Problem> {
    let mut statement = connection.prepare_cached("SELECT seq FROM record WHERE id = :id")?;
    let found = statement.query_row(named_params! { ":id": id.to_string() }, |row| row.get("seq"));
    Ok(found.optional()?)
}

/// Ids as a JSON list; they are hexadecimal, so nothing needs escaping.
fn names(ids: &[RecordId]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| ["\"", &id.to_string(), "\""].concat()).collect();
    ["[", &quoted.join(","), "]"].concat()
}
