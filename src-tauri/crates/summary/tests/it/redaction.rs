//! What was taken out is nowhere: not in the description, the preview, or any
//! string or stream of the file. Each search is first shown to find the word.

use std::collections::HashSet;

use journal::choices::{Names, PageChoices, Paper};
use journal::{Body, Record};
use proptest::prelude::*;
use summary::Laid;
use unicode_segmentation::UnicodeSegmentation;

use crate::paper::read;
use crate::readers;
use crate::sample::*;

/// Everywhere a word could still be.
struct Everywhere {
    description: HashSet<String>,
    preview: HashSet<String>,
    file: HashSet<String>,
}

impl Everywhere {
    fn of(records: &[Record], choices: &PageChoices) -> Self {
        let page = compose(records, choices);
        let laid = Laid::new(&page, Paper::A4).unwrap();
        let preview = laid.preview();
        let pdf = laid.pdf().unwrap().bytes;
        let svg: String = preview.iter().map(|page| page.svg.as_str()).collect();
        assert!(!svg.contains("<text"), "the picture holds no words");
        let file = readers::text(&pdf, None).unwrap() + &readers::everything(&pdf);
        let description = serde_json::to_string(&page).unwrap();
        let words = |text: &str| text.unicode_words().map(str::to_lowercase).collect();
        Self {
            description: words(&description),
            preview: words(&read(&preview, true)),
            file: words(&file),
        }
    }

    fn has(&self, word: &str) -> [bool; 3] {
        [&self.description, &self.preview, &self.file]
            .map(|words| words.contains(&word.to_lowercase()))
    }
}

fn edited() -> Vec<Record> {
    let mut records = journal();
    for record in &mut records {
        if let Body::Conflict(conflict) = &mut record.body {
            conflict.what_happened =
                "Marmalade aardvark told Quentin. Zeppelin café naïve; Ёжик шёл домой.".into();
            conflict.i_wanted = "An AARDVARK’s welcome, marmalade-free.".into();
            conflict.turns[0].meant = "quentin knows".into();
            conflict.turns[1].not_said = "zeppelin".into();
            conflict.title = "Marmalade".into();
            conflict.next_try = "Write to Quentin, домой".into();
        }
    }
    records
}

#[test]
fn every_word_can_be_taken_out_of_everything() {
    let records = edited();
    let open = Everywhere::of(&records, &PageChoices::default());
    let words = ["marmalade", "aardvark", "quentin", "zeppelin", "café", "naïve", "ёжик", "домой"];
    let blackouts = words.map(|word| blackout(CONFLICT, word)).to_vec();
    let closed = Everywhere::of(&records, &PageChoices { blackouts, ..PageChoices::default() });
    for word in words {
        assert_eq!(open.has(word), [true; 3], "{word} is there before");
        assert_eq!(closed.has(word), [false; 3], "{word} is gone");
    }
    for word in ["coffee", "welcome", "шёл"] {
        assert_eq!(closed.has(word), [true; 3], "{word} stays");
    }
}

#[test]
fn names_are_taken_out_in_every_mode_of_names() {
    let records = journal();
    for names in [Names::AsWritten, Names::Initials, Names::Role] {
        let open = PageChoices { names, ..PageChoices::default() };
        let shown = match names {
            Names::AsWritten => "Joy",
            Names::Initials => "J",
            Names::Role => "friend",
        };
        // One letter is an operator in any PDF, so initials are looked for in two places.
        let places = if names == Names::Initials { 2 } else { 3 };
        assert_eq!(Everywhere::of(&records, &open).has(shown)[..places], [true; 3][..places]);
        let choices = PageChoices { blackouts: vec![blackout(CONFLICT, "joy")], ..open.clone() };
        let closed = Everywhere::of(&records, &choices);
        assert_eq!(closed.has("joy"), [false; 3], "{names:?}");
        assert_eq!(closed.has(shown)[..places], [false; 3][..places], "{names:?}");
        // Selected in the preview, as the page shows it, and then shown as written.
        if names == Names::Role {
            let blackouts = vec![blackout(CONFLICT, "my friend")];
            let role = PageChoices { blackouts: blackouts.clone(), ..open };
            assert_eq!(Everywhere::of(&records, &role).has("friend"), [false; 3]);
        }
    }
}

#[test]
fn a_person_called_by_role_is_blacked_out_by_name_too() {
    let records = journal();
    let choices =
        PageChoices { blackouts: vec![blackout(CONFLICT, "Dan")], ..PageChoices::default() };
    let page = compose(&records, &choices);
    let conflict = page.sections.iter().find(|section| section.item == Some(id(CONFLICT))).unwrap();
    let text: String = conflict.lines().map(|line| line.text() + "\n").collect();
    assert!(!text.to_lowercase().contains("partner"), "{text}");
}

#[test]
fn agenda_and_own_line_can_be_blacked_out() {
    let records = journal();
    let open = Everywhere::of(&records, &PageChoices::default());
    for word in ["badly", "birthday"] {
        assert_eq!(open.has(word), [true; 3]);
        let choices =
            PageChoices { blackouts: vec![blackout(SESSION, word)], ..PageChoices::default() };
        assert_eq!(Everywhere::of(&records, &choices).has(word), [false; 3], "{word}");
    }
}

#[test]
fn a_blackout_holds_for_its_own_item_only() {
    let choices =
        PageChoices { blackouts: vec![blackout(GRIEF, "coffee")], ..PageChoices::default() };
    assert_eq!(Everywhere::of(&journal(), &choices).has("coffee"), [true; 3]);
}

#[test]
fn words_selected_across_the_pages_own_words_are_taken_out() {
    let blackouts = vec![blackout(CONFLICT, "drinking. Felt accused")];
    let choices = PageChoices { blackouts, ..PageChoices::default() };
    assert_eq!(Everywhere::of(&journal(), &PageChoices::default()).has("accused"), [true; 3]);
    assert_eq!(Everywhere::of(&journal(), &choices).has("accused"), [false; 3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The description is what everything else is made from, so the many cases
    /// look there; the tests above follow single words into the file.
    #[test]
    fn no_blacked_out_phrase_survives(
        seeds in prop::collection::vec(("[a-zа-яאבגדهوي]{2,7}", any::<bool>()), 3..12),
        from in 0usize..10, length in 1usize..4, upper in any::<bool>(),
        field in 0usize..5, mode in 0usize..3,
    ) {
        let written: Vec<String> = seeds.iter().map(|(word, capital)| if *capital { word.to_uppercase() } else { word.clone() }).collect();
        let text = written.join(" ");
        let mut records = journal();
        for record in &mut records {
            if let Body::Conflict(conflict) = &mut record.body {
                let place = match field {
                    0 => &mut conflict.title,
                    1 => &mut conflict.what_happened,
                    2 => &mut conflict.turns[0].said,
                    3 => &mut conflict.turns[0].meant,
                    _ => &mut conflict.next_try,
                };
                place.clone_from(&text);
            }
        }
        let from = from % written.len();
        let phrase = written[from..(from + length).min(written.len())].join(" ");
        let phrase = if upper { phrase.to_uppercase() } else { phrase };
        let names = [Names::AsWritten, Names::Initials, Names::Role][mode];
        let choices = PageChoices { names, ..PageChoices::default() };
        let lines = |choices: &PageChoices| -> String {
            let page = compose(&records, choices);
            let section = page.sections.iter().find(|s| s.item == Some(id(CONFLICT))).unwrap();
            let texts: Vec<String> = section.lines().map(|line| line.text().to_lowercase()).collect();
            format!(" {} ", texts.join(" \n "))
        };
        let wanted = phrase.to_lowercase();
        prop_assume!(lines(&choices).contains(&wanted));
        let closed = PageChoices { blackouts: vec![blackout(CONFLICT, &phrase)], ..choices };
        let after = lines(&closed);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        for (at, found) in after.match_indices(&wanted) {
            let whole = !word(after[..at].chars().last()) && !word(after[at + found.len()..].chars().next());
            prop_assert!(!whole, "{wanted} in {after}");
        }
    }
}
