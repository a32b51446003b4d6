//! How people are called on the page: as written, by initials, or by what they
//! are to the person. The therapist keeps their name. A person marked private
//! is nobody: "someone", whatever was chosen.

use std::ops::Range;

use journal::choices::Names;
use journal::person::{Person, Relation};
use journal::safety::Cards;
use journal::{Body, Record, RecordId};
use unicode_segmentation::UnicodeSegmentation;

use crate::matching::{Folded, Reach};
use crate::words::{Fill, Words};

/// Everyone with a card, and what stands for them.
pub(crate) struct Cast {
    people: Vec<Known>,
    phrases: Vec<Phrase>,
    swallowed: Vec<Vec<char>>,
    someone: String,
    /// Whether raising things with them is clearly safe.
    pub(crate) cards: Cards,
}

struct Known {
    id: RecordId,
    private: bool,
    /// What stands for them within a sentence.
    called: String,
    /// All that they may be called in the journal, whole names first.
    names: Vec<String>,
}

/// Something a person is called.
struct Phrase {
    folded: Vec<char>,
    /// Who; `None` for the therapist, whose name is left as it stands.
    person: Option<usize>,
    /// Whether it must begin with a capital, being an everyday word too.
    capital: bool,
}

struct Hit {
    range: Range<usize>,
    person: Option<usize>,
}

impl Cast {
    pub(crate) fn new(records: &[Record], names: Names, words: &Words) -> Self {
        let mut cards: Vec<(&Record, &Person)> = records.iter().filter_map(card).collect();
        // The order of making, so that "my friend 2" is the same one next week.
        cards.sort_by_key(|(record, _)| (record.at, record.id));
        // A private person is not counted either, or a missing number would tell of them.
        let counted =
            |(_, person): &(&Record, &Person)| (!person.private).then(|| relation(person));
        let roles: Vec<Option<Relation>> = cards.iter().map(counted).collect();
        let mut cast = Self {
            people: Vec::new(),
            phrases: Vec::new(),
            swallowed: match names {
                Names::Role => words
                    .plain("page-role-swallows")
                    .split_whitespace()
                    .map(Folded::phrase)
                    .collect(),
                Names::AsWritten | Names::Initials => Vec::new(),
            },
            someone: words.plain("page-someone"),
            cards: Cards::of(records),
        };
        for (place, (record, person)) in cards.iter().enumerate() {
            let called = if person.private {
                words.plain("page-someone")
            } else {
                match names {
                    Names::AsWritten => person.name.trim().to_owned(),
                    Names::Initials => initials(person, words),
                    Names::Role => role(&roles, place, words),
                }
            };
            let names = all_names(person, words);
            let (id, private) = (record.id, person.private);
            cast.people.push(Known { id, private, called, names });
        }
        cast.phrases = cast.phrases(names, &therapists(records), words);
        cast
    }

    fn phrases(&self, names: Names, therapists: &[String], words: &Words) -> Vec<Phrase> {
        let everyday = words.plain("page-names-that-are-words");
        let everyday: Vec<&str> = everyday.split_whitespace().collect();
        let mut phrases = Vec::new();
        for name in therapists {
            phrases.push(Phrase { folded: Folded::phrase(name), person: None, capital: false });
        }
        let masked = |known: &Known| known.private || names != Names::AsWritten;
        for (place, known) in self.people.iter().enumerate().filter(|(_, known)| masked(known)) {
            for name in &known.names {
                let folded = Folded::phrase(name);
                let capital = everyday.contains(&folded.iter().collect::<String>().as_str());
                phrases.push(Phrase { folded, person: Some(place), capital });
            }
        }
        phrases.retain(|phrase| !phrase.folded.is_empty());
        phrases
    }

    /// What stands for a person within a sentence.
    pub(crate) fn called(&self, id: RecordId) -> &str {
        let known = self.people.iter().find(|known| known.id == id);
        known.map_or(&self.someone, |known| &known.called)
    }

    /// The same at the start of a line.
    pub(crate) fn called_first(&self, id: RecordId) -> String {
        capitalised(self.called(id))
    }

    pub(crate) fn is_private(&self, id: RecordId) -> bool {
        self.people.iter().any(|known| known.id == id && known.private)
    }

    /// The phrases that a blackout of `words` means: itself, and where it names
    /// someone, the same with whatever else they are called, in the journal or on
    /// the page. Who is blacked out by name is not told by role.
    pub(crate) fn meant_by(&self, words: &str) -> Vec<String> {
        let mut meant = vec![words.to_owned()];
        let folded = Folded::new(words);
        let called = |known: &Known| known.called != self.someone;
        for known in self.people.iter().filter(|known| called(known)) {
            let all = || known.names.iter().chain([&known.called]);
            for one in all() {
                for range in folded.find(&Folded::phrase(one), Reach::WholeWords) {
                    let (before, after) = (&words[..range.start], &words[range.end..]);
                    let others = all().filter(|other| *other != one);
                    meant.extend(others.map(|other| format!("{before}{other}{after}")));
                }
            }
        }
        meant
    }

    /// The text with every name replaced. People in `about` come first where a
    /// name could mean two.
    pub(crate) fn mask(&self, text: &str, about: &[RecordId], begins: bool) -> String {
        let folded = Folded::new(text);
        let mut masked = String::with_capacity(text.len());
        let mut from = 0;
        for hit in self.hits(text, &folded, about) {
            let Some(person) = hit.person else {
                masked.push_str(&text[from..hit.range.end]);
                from = hit.range.end;
                continue;
            };
            let called = person_called(person, &self.people, &self.someone);
            let start = self.with_lead(&folded, hit.range.start, called).max(from);
            masked.push_str(&text[from..start]);
            let first = begins_sentence(&masked, begins);
            masked.push_str(&if first { capitalised(called) } else { called.to_owned() });
            from = hit.range.end;
            from += joint(text, &hit.range, called, &mut masked);
        }
        masked.push_str(&text[from..]);
        masked
    }

    /// Where the replaced part begins: with "my" before a role, and with the role
    /// itself where the person wrote "my friend Dan".
    fn with_lead(&self, folded: &Folded, start: usize, called: &str) -> usize {
        if self.swallowed.is_empty() {
            return start;
        }
        let role = called.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let before = folded.just_before(start, &Folded::phrase(role));
        let swallowed = || self.swallowed.iter().find_map(|word| folded.just_before(start, word));
        before.or_else(swallowed).unwrap_or(start)
    }

    fn hits(&self, text: &str, folded: &Folded, about: &[RecordId]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for phrase in &self.phrases {
            for range in folded.find(&phrase.folded, Reach::WholeWords) {
                let small = !text[range.clone()].starts_with(char::is_uppercase);
                if !(phrase.capital && small) {
                    hits.push(Hit { range, person: phrase.person });
                }
            }
        }
        let is_about =
            |hit: &Hit| hit.person.is_some_and(|place| about.contains(&self.people[place].id));
        // Longer names first, then the therapist, then whom it is about.
        hits.sort_by_key(|hit| {
            (hit.range.start, usize::MAX - hit.range.end, hit.person.is_some(), !is_about(hit))
        });
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            match kept.last_mut() {
                // Two people of one name, and neither is plainly meant: then nobody is named.
                Some(last) if last.range == hit.range && last.person != hit.person => {
                    let plainly = last.person.is_none() || (is_about(last) && !is_about(&hit));
                    if !plainly {
                        last.person = Some(usize::MAX);
                    }
                }
                Some(last) if last.range.end > hit.range.start => {}
                Some(_) | None => kept.push(hit),
            }
        }
        kept
    }
}

fn person_called<'a>(person: usize, people: &'a [Known], someone: &'a str) -> &'a str {
    people.get(person).map_or(someone, |known| &known.called)
}

fn card(record: &Record) -> Option<(&Record, &Person)> {
    match &record.body {
        Body::Person(person) => Some((record, person)),
        _ => None,
    }
}

fn therapists(records: &[Record]) -> Vec<String> {
    let therapist = |record: &Record| match &record.body {
        Body::Course(course) => Some(course.therapist.clone()),
        _ => None,
    };
    records.iter().filter_map(therapist).collect()
}

fn relation(person: &Person) -> Relation {
    person.relation.unwrap_or(Relation::Other)
}

fn role(roles: &[Option<Relation>], place: usize, words: &Words) -> String {
    let relation = roles[place].unwrap_or(Relation::Other);
    let same = |one: &&Option<Relation>| **one == Some(relation);
    let role = words.text("page-role", &[("relation", Fill::Choice(relation_name(relation)))]);
    if roles.iter().filter(same).count() == 1 {
        return role;
    }
    let number = roles[..=place].iter().filter(same).count();
    let role = vec![crate::page::Span::plain(role)];
    words.text(
        "page-role-numbered",
        &[("role", Fill::Spans(role)), ("number", Fill::Number(number))],
    )
}

fn relation_name(relation: Relation) -> &'static str {
    match relation {
        Relation::Partner => "partner",
        Relation::ExPartner => "ex_partner",
        Relation::Mother => "mother",
        Relation::Father => "father",
        Relation::Parent => "parent",
        Relation::Son => "son",
        Relation::Daughter => "daughter",
        Relation::Child => "child",
        Relation::Brother => "brother",
        Relation::Sister => "sister",
        Relation::Sibling => "sibling",
        Relation::OtherFamily => "other_family",
        Relation::Friend => "friend",
        Relation::Colleague => "colleague",
        Relation::Boss => "boss",
        Relation::Sponsor => "sponsor",
        Relation::PeerInRecovery => "peer_in_recovery",
        Relation::Clinician => "clinician",
        Relation::Neighbour => "neighbour",
        Relation::Pet => "pet",
        Relation::Other => "other",
    }
}

/// "Anna Maria (Mom)" may be called Anna Maria, Mom, Anna and Maria, and by the whole.
fn all_names(person: &Person, words: &Words) -> Vec<String> {
    let small = words.plain("page-names-small-parts");
    let small: Vec<&str> = small.split_whitespace().collect();
    let whole = person.name.trim();
    let given = person.given_name();
    let aliases =
        whole.split('(').skip(1).map(|rest| rest.split(')').next().unwrap_or(rest).trim());
    let mut names = vec![whole.to_owned(), given.to_owned()];
    names.extend(aliases.map(str::to_owned));
    let is_name = |part: &&str| {
        let folded: String = Folded::phrase(part).into_iter().collect();
        let small = small.contains(&folded.as_str());
        // "guy from work" is a name as a whole only.
        !small && part.chars().count() > 1 && !part.starts_with(char::is_lowercase)
    };
    let parts = given.split(|c: char| !c.is_alphanumeric() && !"'’-".contains(c));
    if given.contains(char::is_whitespace) {
        names.extend(parts.filter(|part| !part.is_empty()).filter(is_name).map(str::to_owned));
    }
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

fn initials(person: &Person, words: &Words) -> String {
    let small = words.plain("page-names-small-parts");
    let is_small = |part: &&str| small.split_whitespace().any(|one| one == part.to_lowercase());
    let parts: Vec<&str> = person.given_name().split_whitespace().collect();
    let telling: Vec<&str> = parts.iter().copied().filter(|part| !is_small(part)).collect();
    let telling = if telling.is_empty() { parts } else { telling };
    let initial = |part: &&str| {
        part.graphemes(true).find(|g| g.chars().any(char::is_alphanumeric)).map(str::to_uppercase)
    };
    let initials: Vec<String> = telling.iter().filter_map(initial).map(|one| one + ".").collect();
    if initials.is_empty() { words.plain("page-someone") } else { initials.join(" ") }
}

/// What must change right after a name that was replaced: James’ becomes my
/// friend’s, and an initial's full stop takes in the sentence's. Returns how many
/// bytes of the text that used up.
fn joint(text: &str, range: &Range<usize>, called: &str, masked: &mut String) -> usize {
    let rest = &text[range.end..];
    if called.ends_with('.') && rest.starts_with('.') {
        return 1;
    }
    let mut letters = rest.chars();
    let apostrophe = letters.next().filter(|c| matches!(c, '\'' | '’'));
    let open = letters.next().is_none_or(|c| !c.is_alphanumeric());
    let ends_in_s = text[range.clone()].ends_with(['s', 'S']);
    if let (Some(apostrophe), true, true) = (apostrophe, open, ends_in_s && !called.ends_with('s'))
    {
        masked.push(apostrophe);
        masked.push('s');
        return apostrophe.len_utf8();
    }
    0
}

fn begins_sentence(before: &str, begins: bool) -> bool {
    let before = before.trim_end_matches([' ', '“', '"', '‘', '\'', '(', '«', '¿', '¡']);
    match before.chars().last() {
        None => begins,
        Some(last) => matches!(last, '.' | '!' | '?' | '…' | '\n') && !ends_in_initial(before),
    }
}

// "with D. and" does not begin a sentence.
fn ends_in_initial(before: &str) -> bool {
    let mut letters = before.chars().rev().skip(1);
    let initial = letters.next().is_some_and(char::is_uppercase);
    initial && letters.next().is_none_or(|c| !c.is_alphanumeric())
}

/// With a capital first letter.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use journal::Moment;
    use uuid::Uuid;

    use super::*;

    fn id(number: usize) -> RecordId {
        RecordId(Uuid::from_u128(number as u128))
    }

    fn cast(names: Names, people: &[(&str, Option<Relation>, bool)]) -> Cast {
        let at = Moment("2026-01-01T10:00:00Z".parse().unwrap());
        let person =
            |(place, (name, relation, private)): (usize, &(&str, Option<Relation>, bool))| {
                let (name, relation, private) = ((*name).to_owned(), *relation, *private);
                let person = Person { name, relation, private, ..Person::default() };
                Record::with_body(id(place), at, Body::Person(person))
            };
        let mut records: Vec<Record> = people.iter().enumerate().map(person).collect();
        let course =
            journal::course::Course { therapist: "Dr. Dan Okafor".into(), ..Default::default() };
        records.push(Record::with_body(id(99), at, Body::Course(course)));
        Cast::new(&records, names, Words::of("en"))
    }

    fn mask(names: Names, text: &str) -> String {
        let people = [
            ("Dan", Some(Relation::Partner), false),
            ("Ruth (Mom)", Some(Relation::Mother), false),
            ("Joy", Some(Relation::Friend), false),
            ("Anna Kowalska", Some(Relation::Friend), false),
            ("James", Some(Relation::Colleague), false),
            ("Priya", Some(Relation::Sister), true),
            ("guy from work", None, false),
        ];
        cast(names, &people).mask(text, &[], true)
    }

    #[test]
    fn a_role_stands_for_a_name_everywhere() {
        let role = |text| mask(Names::Role, text);
        assert_eq!(
            role("Dan’s late. Dan, DAN and dan."),
            "My partner’s late. My partner, my partner and my partner."
        );
        assert_eq!(role("I told Ruth; mom knew."), "I told my mother; my mother knew.");
        assert_eq!(role("Ruth (Mom) came"), "My mother came");
        assert_eq!(role("Dance, Danish and Jordan stay"), "Dance, Danish and Jordan stay");
        assert_eq!(role("with James’ car"), "with my colleague’s car");
        assert_eq!(role("The guy from work called"), "Someone I know called");
    }

    #[test]
    fn two_of_one_role_are_numbered_in_the_order_of_their_cards() {
        assert_eq!(mask(Names::Role, "Joy and Anna"), "My friend 1 and my friend 2");
        assert_eq!(mask(Names::Role, "Ms Kowalska"), "Ms my friend 2");
    }

    #[test]
    fn my_is_not_said_twice() {
        assert_eq!(
            mask(Names::Role, "My Dan left, my partner Dan!"),
            "My partner left, my partner!"
        );
    }

    #[test]
    fn a_name_that_is_a_word_needs_its_capital() {
        assert_eq!(mask(Names::Role, "joy came with Joy"), "joy came with my friend 1");
    }

    #[test]
    fn initials_take_in_the_full_stop() {
        let initials = |text| mask(Names::Initials, text);
        assert_eq!(initials("I saw Dan. Anna Kowalska too."), "I saw D. A. K. too.");
        assert_eq!(initials("Dan’s dog and Ruth"), "D.’s dog and R.");
    }

    #[test]
    fn a_private_person_is_someone_in_every_mode() {
        assert_eq!(mask(Names::AsWritten, "Priya called Dan"), "Someone called Dan");
        assert_eq!(mask(Names::Role, "then Priya came"), "then someone came");
        assert_eq!(mask(Names::Initials, "then Priya came"), "then someone came");
    }

    #[test]
    fn the_therapist_keeps_their_name() {
        assert_eq!(
            mask(Names::Role, "Dr. Dan Okafor asked, Dan didn’t"),
            "Dr. Dan Okafor asked, my partner didn’t"
        );
    }

    #[test]
    fn one_name_of_two_people_is_whom_the_entry_is_about_or_nobody() {
        let people = [("Sam", Some(Relation::Son), false), ("Sam", Some(Relation::Boss), false)];
        let cast = cast(Names::Role, &people);
        assert_eq!(cast.mask("and Sam", &[], false), "and someone");
        assert_eq!(cast.mask("and Sam", &[id(1)], false), "and my boss");
    }

    #[test]
    fn a_blackout_of_a_role_means_the_name() {
        let people = [("Joy", Some(Relation::Friend), false)];
        let meant = cast(Names::Role, &people).meant_by("with My friend");
        assert!(meant.contains(&"with Joy".to_owned()), "{meant:?}");
        let meant = cast(Names::Role, &people).meant_by("JOY");
        assert!(meant.contains(&"my friend".to_owned()), "{meant:?}");
    }

    #[test]
    fn names_in_other_scripts() {
        let people =
            [("Лена", Some(Relation::Sister), false), ("דן", Some(Relation::Brother), false)];
        let cast = cast(Names::Role, &people);
        assert_eq!(cast.mask("тут ЛЕНА", &[], false), "тут my sister");
        assert_eq!(cast.mask("ודן בא", &[], false), "וmy brother בא");
    }
}
