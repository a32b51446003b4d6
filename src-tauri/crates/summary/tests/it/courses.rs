//! What holds for every course, tried on the twenty generated ones, empty and extreme ones
//! among them, in English, Russian and Arabic.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use demo::generated::{COURSES, generated, written};
use journal::choices::{Blackout, Names, PageChoices, Paper};
use journal::{Body, Record};
use summary::{Laid, Line, Material, Page, Part, Words};
use unicode_segmentation::UnicodeSegmentation;

use crate::paper::{letters, read, sorted};
use crate::readers;

fn page(records: &[Record], choices: &PageChoices) -> Page {
    let words = Words::of("en");
    summary::compose(&Material { records, now: written(), words, since: None }, choices)
}

fn remembered(records: &[Record]) -> PageChoices {
    let choices = records.iter().rev().find_map(|record| match &record.body {
        Body::PageChoices(choices) => Some(choices.clone()),
        _ => None,
    });
    choices.unwrap_or_default()
}

/// Which letters one text has more or less often than the other, and by how many.
fn difference(one: &[char], other: &[char]) -> Vec<(char, i32)> {
    let mut counts = BTreeMap::new();
    for letter in one {
        *counts.entry(*letter).or_insert(0) += 1;
    }
    for letter in other {
        *counts.entry(*letter).or_insert(0) -= 1;
    }
    counts.into_iter().filter(|(_, count)| *count != 0).collect()
}

fn is_rtl(text: &str) -> bool {
    text.chars().any(|letter| matches!(u32::from(letter), 0x0590..=0x08FF))
}

#[test]
fn the_preview_reads_as_the_file_does() {
    let mut languages = [0; 3];
    for number in 0..COURSES {
        let records = generated(number);
        for paper in [Paper::A4, Paper::Letter] {
            let laid = Laid::new(&page(&records, &remembered(&records)), paper).unwrap();
            let preview = read(&laid.preview(), false);
            let file = readers::text(&laid.pdf().unwrap().bytes, None).unwrap();
            let more = difference(&sorted(&preview), &sorted(&file));
            assert!(more.is_empty(), "course {number}, {paper:?}: {more:?}");
            // Readers put words that run from right to left in an order of their own.
            if is_rtl(&preview) {
                languages[2] += 1;
            } else {
                assert!(letters(&preview) == letters(&file), "the order in course {number}");
                let cyrillic = preview.chars().any(|one| matches!(one, 'а'..='я'));
                languages[usize::from(cyrillic)] += 1;
            }
        }
    }
    assert!(languages.iter().all(|pages| *pages >= 6), "pages by language: {languages:?}");
}

/// Every word that a program could find: in the description, the preview, and in every
/// string and stream of the file, its structure and what readers take from it.
fn everywhere(page: &Page) -> [HashSet<String>; 3] {
    let laid = Laid::new(page, Paper::A4).unwrap();
    let pdf = laid.pdf().unwrap().bytes;
    let description = serde_json::to_string(laid.page()).unwrap();
    let preview = read(&laid.preview(), true);
    let file = readers::text(&pdf, None).unwrap() + &readers::everything(&pdf);
    [description, preview, file].map(|text| text.unicode_words().map(str::to_lowercase).collect())
}

fn without(records: &[Record], choices: &PageChoices, words: &[String]) -> PageChoices {
    let mut choices = choices.clone();
    for words in words {
        let everywhere = records.iter().map(|one| Blackout { item: one.id, words: words.clone() });
        choices.blackouts.extend(everywhere);
    }
    choices
}

#[test]
fn two_hundred_words_and_every_name_can_be_taken_out_of_every_place() {
    // What a page says of its own accord cannot be chosen, and is no word of a person's.
    let own: HashSet<String> =
        everywhere(&page(&[], &PageChoices::default())).into_iter().flatten().collect();
    let (mut tried, mut names) = (0, 0);
    for number in 3..COURSES {
        let records = generated(number);
        let choices =
            PageChoices { names: Names::AsWritten, blackouts: Vec::new(), ..remembered(&records) };
        let open = page(&records, &choices);
        let parts = open.sections.iter().flat_map(|section| &section.parts);
        let charts = parts.filter_map(|part| match part {
            Part::Chart { chart } => Some(chart.description.clone()),
            _ => None,
        });
        let plain = open.lines().filter(|line| line.item.is_none()).map(Line::text);
        let furniture: HashSet<String> = charts
            .chain(plain)
            .flat_map(|text| text.unicode_words().map(str::to_lowercase).collect::<Vec<_>>())
            .collect();
        let before = everywhere(&open);
        let is_found = |word: &String| before.iter().all(|place| place.contains(word));
        let written: BTreeSet<String> = open
            .lines()
            .filter(|line| line.item.is_some())
            .flat_map(|line| line.text().unicode_words().map(str::to_lowercase).collect::<Vec<_>>())
            .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
            .filter(|word| !own.contains(word) && !furniture.contains(word) && is_found(word))
            .collect();
        let written: Vec<String> = written.into_iter().collect();
        let called: HashSet<String> = records
            .iter()
            .filter(|record| matches!(record.body, Body::Person(_)))
            .flat_map(|record| {
                record.title().unicode_words().map(str::to_lowercase).collect::<Vec<_>>()
            })
            .collect();
        for some in written.chunks(24) {
            let after = everywhere(&page(&records, &without(&records, &choices, some)));
            for word in some {
                let left: Vec<bool> = after.iter().map(|place| place.contains(word)).collect();
                assert_eq!(left, [false; 3], "“{word}” of course {number} is left");
                names += usize::from(called.contains(word));
            }
            tried += some.len();
        }
    }
    assert!(tried >= 200, "words tried: {tried}");
    assert!(names >= 10, "names among them: {names}");
}
