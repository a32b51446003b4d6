//! The page's own words, in the languages found at build time.
//!
//! What a person wrote never goes through Fluent: a place-holder does, and the
//! person's spans are put where it ended up. So their words can neither be read
//! as Fluent nor lose a blacked-out piece on the way.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::page::{Direction, Span, Style};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The language whose words stand in where another has none.
const FALLBACK: &str = "en";

// Private-use characters never stand in the words themselves (a test checks it).
const SLOTS: char = '\u{E100}';
const NUMBER_START: char = '\u{E000}';
const NUMBER_END: char = '\u{E001}';

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| SOURCES.iter().map(Words::new).collect());

/// The words of one language.
pub struct Words {
    language: &'static str,
    direction: Direction,
    bundle: FluentBundle<FluentResource>,
}

/// Something to fill in.
#[derive(Clone, Debug)]
pub(crate) enum Fill {
    /// A number, which also decides the form of words around it.
    Number(usize),
    /// A word by which the sentence chooses among its variants; never printed.
    Choice(&'static str),
    /// Spans.
    Spans(Vec<Span>),
}

impl Words {
    /// The words for a language tag such as `en` or `pt-BR`: of that very tag, or
    /// of its language, or English.
    pub fn of(tag: &str) -> &'static Self {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        let exact = |tag: &str| ALL.iter().find(|words| words.language.eq_ignore_ascii_case(tag));
        exact(tag)
            .or_else(|| exact(language))
            .or_else(|| exact(FALLBACK))
            .or_else(|| ALL.first())
            .expect("the build script found at least one language")
    }

    /// Every language that has words for the page.
    pub fn languages() -> Vec<&'static str> {
        ALL.iter().map(|words| words.language).collect()
    }

    /// The language, as its folder is named.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Which way the language runs.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    fn new((language, source): &(&'static str, &str)) -> Self {
        let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
        let direction = match identifier.character_direction() {
            CharacterDirection::RTL => Direction::Rtl,
            CharacterDirection::LTR | CharacterDirection::TTB => Direction::Ltr,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(mark_number));
        // A file with a mistake still gives all its sound sentences; a test finds the mistake.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { language, direction, bundle }
    }

    /// A sentence without anything to fill in.
    pub(crate) fn plain(&self, id: &str) -> String {
        text_of(&self.fill(id, &[]))
    }

    /// A sentence as plain text.
    pub(crate) fn text(&self, id: &str, fills: &[(&'static str, Fill)]) -> String {
        text_of(&self.fill(id, fills))
    }

    /// A sentence, with what is filled in as spans of its own.
    pub(crate) fn fill(&self, id: &str, fills: &[(&'static str, Fill)]) -> Vec<Span> {
        let mut arguments = FluentArgs::new();
        let mut slots: Vec<&[Span]> = Vec::new();
        for (name, fill) in fills {
            let value = match fill {
                Fill::Number(number) => FluentValue::from(*number),
                Fill::Choice(word) => FluentValue::from(*word),
                Fill::Spans(spans) => {
                    let slot = slot(slots.len());
                    slots.push(spans);
                    FluentValue::from(slot.to_string())
                }
            };
            arguments.set(*name, value);
        }
        parts(&self.pattern(id, &arguments), &slots, self.number_direction())
    }

    fn pattern(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        let Some(message) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            let fallback = Self::of(FALLBACK);
            // A missing English sentence prints its id, which a test would find.
            return if self.language == fallback.language {
                id.to_owned()
            } else {
                fallback.pattern(id, arguments)
            };
        };
        let mut mistakes = Vec::new();
        self.bundle.format_pattern(message, Some(arguments), &mut mistakes).into_owned()
    }

    /// "Thursday 12 March 2026".
    pub(crate) fn long_date(&self, date: NaiveDate) -> Vec<Span> {
        self.date("page-date-long", date)
    }

    /// "Sunday 8 March".
    pub(crate) fn weekday_date(&self, date: NaiveDate) -> Vec<Span> {
        self.date("page-date-weekday", date)
    }

    /// "8 Mar".
    pub(crate) fn short_date(&self, date: NaiveDate) -> String {
        let month = self.numbered("page-month-short", date.month());
        let fills = [("day", day_number(date)), ("month", Fill::Spans(month))];
        self.text("page-date-short", &fills)
    }

    /// One of the dates that are put together from day, month, year and weekday.
    pub(crate) fn date(&self, id: &str, date: NaiveDate) -> Vec<Span> {
        let weekday = date.weekday().number_from_monday();
        let fills = [
            ("weekday", Fill::Spans(self.numbered("page-weekday", weekday))),
            ("day", day_number(date)),
            ("month", Fill::Spans(self.numbered("page-month", date.month()))),
            ("year", Fill::Spans(vec![self.number(&date.year().to_string())])),
        ];
        self.fill(id, &fills)
    }

    /// "5 to 9 March", with years only where they differ.
    pub(crate) fn period(&self, from: NaiveDate, to: NaiveDate) -> Vec<Span> {
        if from == to {
            return self.date("page-date-day", from);
        }
        if (from.year(), from.month()) == (to.year(), to.month()) {
            let fills = [
                ("from", day_number(from)),
                ("day", day_number(to)),
                ("month", Fill::Spans(self.numbered("page-month", to.month()))),
            ];
            return self.fill("page-period-in-month", &fills);
        }
        let id = if from.year() == to.year() { "page-date-day" } else { "page-date-day-year" };
        let fills =
            [("from", Fill::Spans(self.date(id, from))), ("to", Fill::Spans(self.date(id, to)))];
        self.fill("page-period", &fills)
    }

    /// A number as a span of its own.
    pub(crate) fn number(&self, text: &str) -> Span {
        Span::Words {
            text: text.to_owned(),
            style: Style::Plain,
            direction: self.number_direction(),
        }
    }

    // Among words that run left to right a number runs so without being told.
    fn number_direction(&self) -> Option<Direction> {
        (self.direction == Direction::Rtl).then_some(Direction::Ltr)
    }

    fn numbered(&self, id: &str, number: u32) -> Vec<Span> {
        self.fill(id, &[("number", Fill::Number(number as usize))])
    }

    /// A list: "a, b" with the language's own comma.
    pub(crate) fn join(&self, id: &str, parts: Vec<Vec<Span>>) -> Vec<Span> {
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |all, one| {
            self.fill(id, &[("first", Fill::Spans(all)), ("second", Fill::Spans(one))])
        })
    }
}

fn day_number(date: NaiveDate) -> Fill {
    Fill::Number(date.day() as usize)
}

fn slot(place: usize) -> char {
    let code = SLOTS as u32 + u32::try_from(place).unwrap_or(0);
    char::from_u32(code).unwrap_or(SLOTS)
}

// Numbers are marked on their way out, because they must run left to right even
// within Arabic or Hebrew.
fn mark_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{NUMBER_START}{}{NUMBER_END}", number.value)),
        _ => None,
    }
}

fn parts(sentence: &str, slots: &[&[Span]], of_numbers: Option<Direction>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut words = String::new();
    let flush = |words: &mut String, spans: &mut Vec<Span>, direction| {
        if !words.is_empty() {
            let text = std::mem::take(words);
            spans.push(Span::Words { text, style: Style::Plain, direction });
        }
    };
    for character in sentence.chars() {
        let place = (character as u32).checked_sub(SLOTS as u32);
        if character == NUMBER_START {
            flush(&mut words, &mut spans, None);
        } else if character == NUMBER_END {
            flush(&mut words, &mut spans, of_numbers);
        } else if let Some(filled) = place.and_then(|place| slots.get(place as usize)) {
            flush(&mut words, &mut spans, None);
            spans.extend_from_slice(filled);
        } else {
            words.push(character);
        }
    }
    flush(&mut words, &mut spans, None);
    spans
}

/// The words of spans, without what is blacked out.
pub(crate) fn text_of(spans: &[Span]) -> String {
    let words = spans.iter().filter_map(|span| match span {
        Span::Words { text, .. } => Some(text.as_str()),
        Span::Black | Span::PageNumber | Span::PageCount => None,
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_source_is_sound_and_has_every_sentence_of_english() {
        let ids = |source: &str| -> Vec<String> {
            let line = |line: &str| line.split_once(" =").map(|(id, _)| id.to_owned());
            source.lines().filter(|l| l.starts_with("page-")).filter_map(line).collect()
        };
        let (_, english) = SOURCES.iter().find(|(name, _)| *name == FALLBACK).unwrap();
        for (language, source) in SOURCES {
            assert!(FluentResource::try_new((*source).to_owned()).is_ok(), "{language}");
            assert!(!source.chars().any(|c| ('\u{E000}'..='\u{F8FF}').contains(&c)), "{language}");
            for id in ids(english) {
                assert!(ids(source).contains(&id), "{language} lacks {id}");
            }
        }
    }

    #[test]
    fn every_sentence_asked_for_exists() {
        let code = concat!(
            include_str!("answers.rs"),
            include_str!("compose.rs"),
            include_str!("entries.rs"),
            include_str!("cravings.rs"),
            include_str!("offer.rs"),
            include_str!("names.rs"),
            include_str!("laid.rs"),
            include_str!("tried.rs"),
            include_str!("work.rs"),
            include_str!("words.rs"),
        );
        let words = Words::of("en");
        let asked = code.split('"').filter(|part| {
            part.starts_with("page-") && part.bytes().all(|b| b == b'-' || b.is_ascii_lowercase())
        });
        for id in asked.filter(|id| *id != "page-") {
            assert!(words.bundle.has_message(id), "{id}");
        }
    }

    #[test]
    fn dates_are_put_together_by_the_words() {
        let words = Words::of("en");
        assert_eq!(text_of(&words.long_date(day("2026-03-12"))), "Thursday 12 March 2026");
        assert_eq!(words.short_date(day("2026-01-29")), "29 Jan");
        let period = |from, to| text_of(&words.period(day(from), day(to)));
        assert_eq!(period("2026-03-05", "2026-03-09"), "5 to 9 March");
        assert_eq!(period("2026-01-29", "2026-03-09"), "29 January to 9 March");
        assert_eq!(period("2025-12-30", "2026-01-02"), "30 December 2025 to 2 January 2026");
        assert_eq!(period("2026-03-09", "2026-03-09"), "9 March");
    }

    #[test]
    fn what_is_filled_in_stays_a_span_of_its_own() {
        let line = vec![Span::plain("{ $x } "), Span::Black];
        let spans = Words::of("en").fill("page-own-line", &[("line", Fill::Spans(line.clone()))]);
        assert_eq!(spans[0], Span::plain("From me: "));
        assert_eq!(spans[1..], line);
    }

    #[test]
    fn numbers_choose_the_form_of_words_around_them() {
        let words = Words::of("en");
        let days = |n| words.fill("page-left-out-entries", &[("entries", Fill::Number(n))]);
        assert_eq!(text_of(&days(1)), "1 entry");
        assert_eq!(text_of(&days(2)), "2 entries");
        assert_eq!(days(2)[0], words.number("2"));
    }

    #[test]
    fn an_unknown_language_falls_back() {
        assert_eq!(Words::of("en-GB").language(), "en");
        assert_eq!(Words::of("tlh").language(), "en");
    }
}
