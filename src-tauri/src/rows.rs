//! What lists show of a record.

use std::collections::HashMap;

use journal::conflict::Stage;
use journal::value::Used;
use journal::{Body, KindName, Moment, Rating, Record, RecordId, SearchQuery, Share};
use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

use crate::error::Reply;
use crate::session::Open;

/// A piece of text that a search found, or that stands beside what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Piece {
    /// The text.
    pub text: String,
    /// Whether it was looked for.
    pub hit: bool,
}

/// Someone, for a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Named {
    /// The card's id.
    pub id: RecordId,
    /// The name as the person wrote it.
    pub name: String,
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Row {
    /// The record's id.
    pub id: RecordId,
    /// Its kind.
    pub kind: KindName,
    /// When it was.
    pub at: Moment,
    /// The writer's title; empty if there is none.
    pub title: String,
    /// The first words, or the words around what was looked for.
    pub excerpt: Vec<Piece>,
    /// Who it is about.
    pub people: Vec<Named>,
    /// Who may see it.
    pub share: Share,
    /// The craving of a check-in.
    pub craving: Option<Rating>,
    /// The answer of a check-in about use.
    pub used: Option<Used>,
    /// Where a conflict stands.
    pub stage: Option<Stage>,
    /// Whether it is a draft that was never left.
    pub draft: bool,
}

/// Longest excerpt in characters.
const EXCERPT: usize = 180;

impl Row {
    /// The line for a record of the open journal. Nothing that leads to speaking with
    /// someone stands in it where that is not clearly safe (ruling "Dispute safety").
    pub(crate) fn of(open: &Open, record: &Record) -> Reply<Self> {
        let row = Self::new(record, &*open.names()?);
        Ok(if open.may_plan(record)? { row } else { row.shut(excerpt(record.shut_opening())) })
    }

    /// The line for a record that a search found.
    pub(crate) fn of_hit(open: &Open, query: &SearchQuery, hit: vault::Hit) -> Reply<Self> {
        if open.may_plan(&hit.record)? {
            return Ok(Self::found(hit, &*open.names()?));
        }
        let text = Zeroizing::new(hit.record.shut_text());
        let parts = vault::excerpt(query, &text);
        let row = Self::found(vault::Hit { parts, ..hit }, &*open.names()?);
        let excerpt = row.excerpt.clone();
        Ok(row.shut(excerpt))
    }

    /// The line for a draft of the open journal.
    pub(crate) fn of_draft(open: &Open, record: &Record) -> Reply<Self> {
        Ok(Self { draft: true, ..Self::of(open, record)? })
    }

    fn shut(self, excerpt: Vec<Piece>) -> Self {
        Self { excerpt, stage: None, ..self }
    }

    fn new(record: &Record, names: &HashMap<RecordId, String>) -> Self {
        let (craving, used) = match &record.body {
            Body::CheckIn(check_in) => (check_in.craving, check_in.used),
            _ => (None, None),
        };
        let stage = match &record.body {
            Body::Conflict(conflict) => conflict.stage,
            _ => None,
        };
        Self {
            id: record.id,
            kind: record.kind(),
            at: record.at,
            title: title(record, names),
            excerpt: excerpt(record.opening()),
            people: named(record, names),
            share: record.share,
            craving,
            used,
            stage,
            draft: false,
        }
    }

    fn found(hit: vault::Hit, names: &HashMap<RecordId, String>) -> Self {
        // No list says how someone died by their own hand or an overdose, not even
        // to whoever looked for it (domain reference A.6.2).
        if matches!(&hit.record.body, Body::Loss(loss) if loss.always_show_support()) {
            return Self::new(&hit.record, names);
        }
        let piece = |part: vault::Part| Piece { text: part.text, hit: part.hit };
        let excerpt = hit.parts.into_iter().map(piece).collect();
        Self { excerpt, ..Self::new(&hit.record, names) }
    }
}

/// The title; for a loss, which has none, the name of who died.
fn title(record: &Record, names: &HashMap<RecordId, String>) -> String {
    let died = match &record.body {
        Body::Loss(loss) => loss.person.and_then(|person| names.get(&person)),
        _ => None,
    };
    died.map_or_else(|| record.title().to_owned(), Clone::clone)
}

fn named(record: &Record, names: &HashMap<RecordId, String>) -> Vec<Named> {
    let name = |id| Some(Named { id, name: names.get(&id)?.clone() });
    record.people().into_iter().filter_map(name).collect()
}

fn excerpt(opening: &str) -> Vec<Piece> {
    let mut text: String = opening.chars().take(EXCERPT).collect();
    if text.is_empty() {
        return Vec::new();
    }
    if text.len() < opening.len() {
        text.truncate(text.trim_end().len());
        text.push('…');
    }
    vec![Piece { text, hit: false }]
}

/// What a list is asked for.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct Query {
    /// What was typed into the search field.
    pub text: String,
    /// Which kinds; empty for everything written.
    pub kinds: Vec<KindName>,
    /// About whom; empty for anyone.
    pub people: Vec<RecordId>,
    /// From which day.
    pub from: Option<chrono::NaiveDate>,
    /// To which day, included.
    pub to: Option<chrono::NaiveDate>,
    /// Only what is marked so.
    pub share: Option<Share>,
    /// Only what comes after this line of an earlier answer.
    pub after: Option<RecordId>,
    /// How many lines, 1 to 200.
    pub limit: u16,
}

impl Query {
    /// The longest text that is looked for, in bytes.
    const LONGEST: usize = 4000;
    /// The most kinds and people that are asked for at once.
    const MOST: usize = 1000;

    /// Whether it is one that a person can have asked.
    pub(crate) fn is_fit(&self) -> bool {
        let lists = [self.kinds.len(), self.people.len()];
        self.text.len() <= Self::LONGEST && lists.iter().all(|&length| length <= Self::MOST)
    }
}

/// Which records are asked for whole: for a piece of work, a chart, a person's page.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordQuery {
    /// Which kinds; at least one.
    pub kinds: Vec<KindName>,
    /// Naming at least one of these people; empty for anyone.
    pub people: Vec<RecordId>,
    /// Belonging to this long-lived work.
    pub focus: Option<RecordId>,
    /// From which day.
    pub from: Option<chrono::NaiveDate>,
    /// To which day, included.
    pub to: Option<chrono::NaiveDate>,
    /// How many at most, 1 to 1000.
    pub limit: u16,
}

impl RecordQuery {
    /// The most records of one answer.
    pub(crate) const MOST: u16 = 1000;

    /// Whether it is one that a screen asks.
    pub(crate) fn is_fit(&self) -> bool {
        let most = usize::from(Self::MOST);
        !self.kinds.is_empty() && self.kinds.len() <= most && self.people.len() <= most
    }
}

#[cfg(test)]
mod tests {
    use journal::grief::{Cause, Loss};
    use journal::note::Note;

    use super::*;

    fn note(text: &str) -> Record {
        let at = Moment("2026-03-08T19:00:00+01:00".parse().unwrap());
        let body = Note { text: text.to_owned(), ..Note::default() };
        Record::with_body(crate::clock::new_id(), at, Body::Note(body))
    }

    #[test]
    fn a_long_opening_is_cut_at_characters() {
        let row = Row::new(&note(&"ж".repeat(500)), &HashMap::new());
        assert_eq!(row.excerpt[0].text.chars().count(), EXCERPT + 1);
        assert!(row.excerpt[0].text.ends_with('…'));
    }

    #[test]
    fn how_someone_died_is_never_quoted() {
        let told = "Pills, the neighbour said.";
        let loss = Loss {
            what_happened_then: told.to_owned(),
            cause: Some(Cause::Overdose),
            ..Loss::default()
        };
        let at = Moment("2026-03-08T19:00:00+01:00".parse().unwrap());
        let record = Record::with_body(crate::clock::new_id(), at, Body::Loss(loss));
        let parts = vec![vault::Part { text: told.to_owned(), hit: true }];
        let found = Row::found(vault::Hit { record: record.clone(), parts }, &HashMap::new());
        assert!(found.excerpt.is_empty(), "not where it was looked for");
        assert!(Row::new(&record, &HashMap::new()).excerpt.is_empty(), "and in no list");
    }

    #[test]
    fn a_loss_is_called_by_who_died() {
        let person = crate::clock::new_id();
        let loss = Loss { person: Some(person), ..Loss::default() };
        let record = Record { body: Body::Loss(loss), ..note("") };
        let names = HashMap::from([(person, "Ruth".to_owned())]);
        assert_eq!(Row::new(&record, &names).title, "Ruth");
        assert_eq!(Row::new(&record, &HashMap::new()).title, "", "without a card");
    }

    #[test]
    fn an_empty_note_has_no_excerpt() {
        assert!(Row::new(&note(" "), &HashMap::new()).excerpt.is_empty());
    }
}
