//! Contact with people by week (domain reference A.6.4, "Weekly counters"). What was
//! not answered is not counted as no: every number stands beside how many it is out of.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::connection::{Setting, StartedBy};
use crate::person::{EffectOnRecovery, Person, SubstanceRole};
use crate::record::{Body, Record};
use crate::value::RecordId;

/// How many, out of those for which it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutOf {
    /// How many.
    pub count: u32,
    /// For how many it is known.
    pub known: u32,
}

impl OutOf {
    fn add(&mut self, answer: Option<bool>) {
        self.count += u32::from(answer == Some(true));
        self.known += u32::from(answer.is_some());
    }
}

/// One week, Monday to Sunday. A week in which nothing was written down is unknown,
/// not lonely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Contacts written down.
    pub contacts: u32,
    /// Different people among them who have a card.
    pub people: u32,
    /// Contacts with someone new.
    pub someone_new: u32,
    /// Those I began.
    pub by_me: OutOf,
    /// Those with someone who helps my recovery.
    pub supportive: OutOf,
    /// Those where nobody was using.
    pub sober: OutOf,
    /// Times I tried to reach someone, also those that went nowhere.
    pub attempts: u32,
}

/// The Monday of the week a day is in.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

/// The first day of the first of `weeks` weeks that end with the week of `today`.
pub fn first_day(today: NaiveDate, weeks: u8) -> NaiveDate {
    let back = Days::new(7 * u64::from(weeks.saturating_sub(1)));
    monday_of(today).checked_sub_days(back).unwrap_or(today)
}

/// The weeks up to that of `today`, earliest first. `people` are everybody's cards.
pub fn contact_weeks(
    records: &[Record],
    people: &[Record],
    today: NaiveDate,
    weeks: u8,
) -> Vec<ContactWeek> {
    let first = first_day(today, weeks);
    let cards: HashMap<RecordId, &Person> = people.iter().filter_map(card).collect();
    (0..u64::from(weeks))
        .filter_map(|week| first.checked_add_days(Days::new(7 * week)))
        .map(|monday| one_week(records, &cards, monday))
        .collect()
}

fn card(record: &Record) -> Option<(RecordId, &Person)> {
    match &record.body {
        Body::Person(person) => Some((record.id, person)),
        _ => None,
    }
}

fn one_week(
    records: &[Record],
    cards: &HashMap<RecordId, &Person>,
    monday: NaiveDate,
) -> ContactWeek {
    let mut week = ContactWeek {
        monday,
        contacts: 0,
        people: 0,
        someone_new: 0,
        by_me: OutOf::default(),
        supportive: OutOf::default(),
        sober: OutOf::default(),
        attempts: 0,
    };
    let mut met: Vec<RecordId> = Vec::new();
    for record in records.iter().filter(|record| monday_of(record.at.day()) == monday) {
        match &record.body {
            Body::Attempt(_) => week.attempts += 1,
            Body::Contact(contact) => {
                let people = record.people();
                week.contacts += 1;
                week.someone_new += u32::from(contact.someone_new);
                week.by_me.add(contact.started_by.map(|who| who == StartedBy::Me));
                week.sober.add(contact.setting.map(|setting| setting == Setting::Sober));
                week.supportive
                    .add(supportive(people.iter().filter_map(|id| cards.get(id).copied())));
                met.extend(people);
            }
            _ => {}
        }
    }
    met.sort_unstable();
    met.dedup();
    week.people = u32::try_from(met.len()).unwrap_or(u32::MAX);
    week
}

/// Whether one of them helps; none while nothing is known about any of them.
fn supportive<'a>(people: impl Iterator<Item = &'a Person>) -> Option<bool> {
    people.filter_map(helps).reduce(|one, other| one || other)
}

fn helps(person: &Person) -> Option<bool> {
    if person.substance_role.contains(&SubstanceRole::SupportsRecovery) {
        return Some(true);
    }
    match person.effect_on_recovery {
        Some(EffectOnRecovery::Helps) => Some(true),
        Some(EffectOnRecovery::Harder | EffectOnRecovery::Both) => Some(false),
        Some(EffectOnRecovery::NotSure) => None,
        None => (!person.substance_role.is_empty()).then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::connection::{Attempt, Contact};
    use crate::value::Moment;

    const ANA: u128 = 1;
    const DEV: u128 = 2;
    const NOW: &str = "2026-03-11T20:00:00+02:00";

    fn id(number: u128) -> RecordId {
        RecordId(Uuid::from_u128(number))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(day: &str, body: Body, people: &[u128]) -> Record {
        let moment = Moment(format!("{day}T20:00:00+02:00").parse().unwrap());
        let mut record = Record::with_body(id(99), moment, body);
        record.around.people = people.iter().map(|&one| id(one)).collect();
        record
    }

    fn contact(day: &str, people: &[u128], contact: Contact) -> Record {
        at(day, Body::Contact(contact), people)
    }

    fn weeks(records: &[Record], weeks: u8) -> Vec<ContactWeek> {
        let ana = Person { effect_on_recovery: Some(EffectOnRecovery::Helps), ..Person::default() };
        let dev = Person { substance_role: vec![SubstanceRole::UsesWithMe], ..Person::default() };
        let card = |one, person| {
            Record::with_body(id(one), Moment(NOW.parse().unwrap()), Body::Person(person))
        };
        let people = [card(ANA, ana), card(DEV, dev)];
        contact_weeks(records, &people, day("2026-03-11"), weeks)
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let records = [
            contact("2026-03-08", &[ANA], Contact::default()),
            contact("2026-03-09", &[ANA], Contact::default()),
        ];
        let weeks = weeks(&records, 2);
        assert_eq!(
            weeks.iter().map(|week| week.monday).collect::<Vec<_>>(),
            [day("2026-03-02"), day("2026-03-09")]
        );
        assert_eq!(weeks.iter().map(|week| week.contacts).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn someone_met_twice_is_one_person_and_two_contacts() {
        let new = Contact { someone_new: true, ..Contact::default() };
        let records = [
            contact("2026-03-09", &[ANA], Contact::default()),
            contact("2026-03-10", &[ANA, DEV], Contact::default()),
            contact("2026-03-10", &[], new),
        ];
        let week = weeks(&records, 1)[0];
        assert_eq!((week.contacts, week.people, week.someone_new), (3, 2, 1));
    }

    #[test]
    fn what_was_not_answered_is_not_a_no() {
        let mine = Contact {
            started_by: Some(StartedBy::Me),
            setting: Some(Setting::Mixed),
            ..Contact::default()
        };
        let records = [
            contact("2026-03-09", &[ANA], mine),
            contact("2026-03-09", &[DEV], Contact::default()),
            contact("2026-03-09", &[7], Contact::default()),
        ];
        let week = weeks(&records, 1)[0];
        assert_eq!(week.by_me, OutOf { count: 1, known: 1 });
        assert_eq!(week.sober, OutOf { count: 0, known: 1 });
        assert_eq!(week.supportive, OutOf { count: 1, known: 2 }, "nothing is known of the third");
    }

    #[test]
    fn an_attempt_counts_whatever_came_of_it() {
        let records = [at("2026-03-09", Body::Attempt(Attempt::default()), &[DEV])];
        let week = weeks(&records, 1)[0];
        assert_eq!((week.attempts, week.contacts, week.people), (1, 0, 0));
    }
}
