//! Whether what leads to speaking with someone may be shown (domain reference D.7;
//! ruling "Dispute safety"). Working on a dispute can raise danger when someone is
//! violent, so only a clear yes for everybody opens it: on pages for writing, in
//! lists, in what a search finds and on the page for a therapist.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Text;
use crate::person::{Person, Standing};
use crate::record::{Body, KindName, Record, lines};
use crate::value::RecordId;

/// What may be shown around some people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raising {
    /// Everybody was answered for with a clear yes.
    Open,
    /// Nobody who lives is named, so nobody can be asked about.
    Nobody,
    /// At least one of them was answered otherwise, or not at all, or has no card.
    Closed,
}

/// What the cards of everybody say about raising things with them. Whoever is not
/// among them, being in the trash or gone, was not answered for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards(BTreeMap<RecordId, Card>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Card {
    Clear,
    Unclear,
    Died,
}

impl Cards {
    /// Reads the cards among these records; leave out those in the trash.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let card = |record: &'a Record| match &record.body {
            Body::Person(person) => Some((record.id, Card::of(person))),
            _ => None,
        };
        Self(records.into_iter().filter_map(card).collect())
    }

    /// What may be shown around these people. Nothing can be raised any more with
    /// someone who has died, so they are not asked about.
    pub fn raising(&self, people: impl IntoIterator<Item = RecordId>) -> Raising {
        let mut raising = Raising::Nobody;
        for id in people {
            match self.0.get(&id) {
                Some(Card::Died) => {}
                Some(Card::Clear) => raising = Raising::Open,
                Some(Card::Unclear) | None => return Raising::Closed,
            }
        }
        raising
    }

    /// Whether what leads to speaking may be shown of a record, if these are all
    /// who stand behind it ([`everyone`]). A disagreement is always with someone.
    pub fn may_plan(&self, kind: KindName, everyone: impl IntoIterator<Item = RecordId>) -> bool {
        match self.raising(everyone) {
            Raising::Open => true,
            Raising::Closed => false,
            Raising::Nobody => !matches!(kind, KindName::Conflict | KindName::Dispute),
        }
    }
}

impl Card {
    fn of(person: &Person) -> Self {
        match person.standing {
            Standing::Died => Self::Died,
            _ if person.safe_to_raise() => Self::Clear,
            _ => Self::Unclear,
        }
    }
}

/// Everyone one might speak with because of a record: those named in it, and those
/// named where it comes from, so that leaving a name out opens nothing.
///
/// # Errors
/// Those of `find`, which looks up a record; what is gone names nobody.
pub fn everyone<Failure>(
    record: &Record,
    mut find: impl FnMut(RecordId) -> Result<Option<Record>, Failure>,
) -> Result<BTreeSet<RecordId>, Failure> {
    let mut people: BTreeSet<RecordId> = spoken_with(record).into_iter().collect();
    let mut seen = BTreeSet::from([record.id]);
    let mut open = origins(record);
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        if let Some(origin) = find(id)? {
            people.extend(spoken_with(&origin));
            open.extend(origins(&origin));
        }
    }
    Ok(people)
}

/// Those one would speak with, of everybody a record names.
fn spoken_with(record: &Record) -> Vec<RecordId> {
    let own = match &record.body {
        Body::Dispute(dispute) => dispute.person.into_iter().collect(),
        Body::Loss(loss) => loss.person.into_iter().collect(),
        Body::Transition(change) => change.supports.iter().filter_map(|one| one.who).collect(),
        Body::Conflict(_) | Body::Pattern(_) | Body::PastRelationship(_) => record.people(),
        _ => Vec::new(),
    };
    record.around.people.iter().copied().chain(own).collect()
}

/// The records it belongs to or grew from.
fn origins(record: &Record) -> Vec<RecordId> {
    let from = match &record.body {
        Body::Rehearsal(one) => one.from,
        Body::Experiment(one) => one.from,
        Body::Attempt(one) => one.rehearsal,
        _ => None,
    };
    record.focus().into_iter().chain(from).collect()
}

/// The fields of a kind that lead to speaking with someone, as [`Record::texts`] names
/// them. Of what does so as a whole ([`KindName::leads_to_speaking`]) only the title stays.
fn shut_fields(kind: KindName) -> &'static [&'static str] {
    match kind {
        KindName::Conflict => &["other_lines", "next_try"],
        KindName::Dispute => &[
            "stages",
            "i_keep_it_going",
            "they_keep_it_going",
            "gain_of_not_settling",
            "option",
            "good",
            "bad",
        ],
        KindName::Decision => {
            &["option", "takes", "good", "bad", "for_them", "for_recovery", "why"]
        }
        KindName::Attempt => &["learned"],
        KindName::Pattern => &["first_small_change"],
        KindName::Transition => &["result"],
        _ => &[],
    }
}

impl Record {
    /// Like [`Record::opening`], without what leads to speaking with someone.
    pub fn shut_opening(&self) -> &str {
        Self::first_of(self.shut_texts(), self.kind())
    }

    /// Like [`Record::search_text`], without what leads to speaking with someone.
    pub fn shut_text(&self) -> String {
        lines(self.shut_texts())
    }

    fn shut_texts(&self) -> Vec<Text<'_>> {
        let kind = self.kind();
        let shut = shut_fields(kind);
        let mut texts = self.texts();
        texts.retain(|text| {
            if kind.leads_to_speaking() {
                text.field == "title"
            } else {
                !shut.contains(&text.field)
            }
        });
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::Conflict;
    use crate::dispute::Dispute;
    use crate::person::FeelSafe;
    use crate::technique::{Choice, Decision, Experiment};
    use crate::value::Moment;

    fn id(last: u8) -> RecordId {
        RecordId(uuid::Uuid::from_u128(last.into()))
    }

    fn record(last: u8, body: Body) -> Record {
        Record::with_body(id(last), Moment("2026-03-08T19:00:00+01:00".parse().unwrap()), body)
    }

    fn card(last: u8, feel_safe: Option<FeelSafe>, standing: Standing) -> Record {
        record(last, Body::Person(Person { standing, feel_safe, ..Person::default() }))
    }

    fn cards() -> Cards {
        Cards::of(&[
            card(1, Some(FeelSafe::Yes), Standing::default()),
            card(2, Some(FeelSafe::Mostly), Standing::default()),
            card(3, None, Standing::default()),
            card(4, Some(FeelSafe::No), Standing::Died),
            card(5, Some(FeelSafe::No), Standing::default()),
            card(6, Some(FeelSafe::Unsure), Standing::default()),
            card(7, Some(FeelSafe::PreferNotToSay), Standing::default()),
        ])
    }

    #[test]
    fn one_unclear_answer_closes_it_for_all() {
        let cards = cards();
        assert_eq!(cards.raising([id(1)]), Raising::Open);
        for unclear in [2, 3, 5, 6, 7] {
            assert_eq!(cards.raising([id(unclear)]), Raising::Closed, "{unclear}");
            assert_eq!(cards.raising([id(1), id(unclear)]), Raising::Closed, "{unclear}");
        }
        assert_eq!(cards.raising([id(9)]), Raising::Closed, "someone in the trash");
        assert_eq!(cards.raising([]), Raising::Nobody);
        assert_eq!(cards.raising([id(4)]), Raising::Nobody, "nothing is raised with the dead");
        assert_eq!(cards.raising([id(4), id(1)]), Raising::Open);
    }

    #[test]
    fn without_anyone_only_a_disagreement_stays_closed() {
        let cards = cards();
        assert!(cards.may_plan(KindName::Experiment, []));
        assert!(!cards.may_plan(KindName::Dispute, []));
        assert!(!cards.may_plan(KindName::Conflict, []));
    }

    #[test]
    fn leaving_a_name_out_opens_nothing() {
        let dispute =
            record(20, Body::Dispute(Dispute { person: Some(id(5)), ..Dispute::default() }));
        let argument = Conflict::default();
        let mut argument = record(21, Body::Conflict(argument));
        argument.around.people = vec![id(2)];
        let all = [dispute, argument];
        let find =
            |wanted| -> Result<_, ()> { Ok(all.iter().find(|one| one.id == wanted).cloned()) };
        let (focus, from) = (Some(id(20)), Some(id(21)));
        let body = Experiment { from, focus, ..Experiment::default() };
        let behind = everyone(&record(22, Body::Experiment(body)), find).unwrap();
        assert_eq!(behind, BTreeSet::from([id(2), id(5)]));
        let gone = Experiment { from: Some(id(30)), ..Experiment::default() };
        assert!(everyone(&record(23, Body::Experiment(gone)), find).unwrap().is_empty());
    }

    #[test]
    fn a_shut_record_gives_nothing_away_that_leads_to_speaking() {
        let option = Choice { text: "tell him".into(), ..Choice::default() };
        let body = Decision {
            title: "Friday".into(),
            goal: "sleep".into(),
            options: vec![option],
            why: "he asked".into(),
            ..Decision::default()
        };
        let decision = record(24, Body::Decision(body));
        assert_eq!(decision.search_text(), "Friday\nsleep\ntell him\nhe asked\n");
        assert_eq!(decision.shut_text(), "Friday\nsleep\n");
        let body = Experiment { title: "Ask".into(), why: "late".into(), ..Experiment::default() };
        let experiment = record(25, Body::Experiment(body));
        assert_eq!((experiment.opening(), experiment.shut_opening()), ("late", ""));
        assert_eq!(experiment.shut_text(), "Ask\n");
    }

    /// Every field named here is one that a record of that kind has.
    #[test]
    fn every_shut_field_is_a_field() {
        let source = [
            include_str!("conflict.rs"),
            include_str!("dispute.rs"),
            include_str!("technique.rs"),
            include_str!("connection.rs"),
            include_str!("transition.rs"),
        ]
        .concat();
        for kind in KindName::ALL {
            for field in shut_fields(*kind) {
                assert!(source.contains(&format!("(\"{field}\"")), "{field} of {kind:?}");
            }
        }
    }
}
