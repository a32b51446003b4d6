//! Scale files from outside. A file is taken as it is or not at all; every fault is one
//! clear sentence for the person who chose it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;
use thiserror::Error;

use super::{AnswerChoice, Scale, ScoreRule, built_in, item_nine, loinc, scoring};
use crate::answers::ITEMS;

/// The longest file that is looked at, in bytes.
pub const LONGEST: usize = 256 * 1024;
/// The longest text in it, in characters.
const TEXT: usize = 2_000;
/// The most answers of one question, scores, ranges and sentences about itself.
const FEW: usize = 24;
/// The highest number that may stand anywhere.
const HIGH: u16 = 1_000;

/// Why a scale file was not taken. Quotes nothing from it but a question's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type, Error)]
#[serde(rename_all = "snake_case")]
pub enum PackFault {
    /// Longer than [`LONGEST`].
    #[error("the file is too long")]
    TooLong,
    /// No JSON, or not that of a scale file.
    #[error("no scale file: line {line}")]
    NoScale {
        /// The line where reading stopped, from 1.
        line: u32,
    },
    /// It does not say something that it must.
    #[error("{field} is missing")]
    Missing {
        /// Which of the things it must say.
        field: String,
    },
    /// The day of checking is no day.
    #[error("verified_on is no day")]
    Day,
    /// There is no question, or too many of something, or a text is too long.
    #[error("too much or nothing")]
    Size,
    /// Two questions or two scores have the same name.
    #[error("a name stands twice")]
    Doubled,
    /// The answers to a question are missing, doubled or out of range.
    #[error("the answers to question {item}")]
    Options {
        /// Which question, from 1.
        item: u32,
    },
    /// A rule names a question that is not there, or one that is not counted.
    #[error("a rule names no question")]
    Rule,
    /// The lowest and highest score are not what the answers add up to.
    #[error("the ends of a score")]
    Ends,
    /// The ranges do not cover the scores one after another.
    #[error("the ranges of a score")]
    Bands,
    /// It has the name of a built-in scale and is not counted like it.
    #[error("unlike the built-in one")]
    Unlike,
    /// It is built in already, in this language.
    #[error("built in already")]
    BuiltIn,
    /// It uses the code of the question about ending one's life for another question.
    #[error("the code of item 9")]
    ItemNine,
}

/// Reads a scale file.
///
/// # Errors
/// [`PackFault`] says what is wrong with it.
pub fn read(file: &[u8]) -> Result<Scale, PackFault> {
    if file.len() > LONGEST {
        return Err(PackFault::TooLong);
    }
    let no_scale = |error: &serde_json::Error| PackFault::NoScale {
        line: u32::try_from(error.line()).unwrap_or(0),
    };
    let scale: Scale = serde_json::from_slice(file).map_err(|error| no_scale(&error))?;
    check(&scale)?;
    Ok(scale)
}

/// Whether a scale from outside may be taken.
///
/// # Errors
/// [`PackFault`] says what is wrong with it.
pub fn check(scale: &Scale) -> Result<(), PackFault> {
    says_everything(scale)?;
    sizes(scale)?;
    names(scale)?;
    for (place, item) in (1..).zip(&scale.items) {
        let good = match item.days {
            Some(most) => (1..=366).contains(&most) && item.options.is_empty(),
            None => options(scale.options_of(item)),
        };
        if !good {
            return Err(PackFault::Options { item: place });
        }
    }
    rules(scale)?;
    fits_built_in(scale)
}

fn says_everything(scale: &Scale) -> Result<(), PackFault> {
    let said = [
        ("id", &scale.id),
        ("version", &scale.version),
        ("language", &scale.language),
        ("title", &scale.title),
        ("copyright", &scale.copyright),
        ("licence", &scale.licence),
        ("permission", &scale.permission),
        ("source_url", &scale.source_url),
        ("verified_on", &scale.verified_on),
        ("rule", &scale.rule),
    ];
    if let Some((field, _)) = said.iter().find(|(_, text)| text.trim().is_empty()) {
        return Err(PackFault::Missing { field: (*field).to_owned() });
    }
    scale.verified_on.parse::<NaiveDate>().map_err(|_| PackFault::Day)?;
    Ok(())
}

fn sizes(scale: &Scale) -> Result<(), PackFault> {
    let lists = [
        scale.scores.len(),
        scale.day_bins.len(),
        scale.skips.len(),
        scale.checked.len(),
        scale.waits.len(),
    ];
    let texts = [
        &scale.id,
        &scale.version,
        &scale.language,
        &scale.title,
        &scale.short,
        &scale.copyright,
        &scale.licence,
        &scale.permission,
        &scale.source_url,
        &scale.rule,
        &scale.stem,
    ];
    let sentences = scale.checked.iter().chain(&scale.waits);
    let of_items = scale.items.iter().flat_map(|item| [&item.id, &item.lead, &item.text]);
    let options = scale.options.iter().chain(scale.items.iter().flat_map(|item| &item.options));
    let of_scores = scale.scores.iter().flat_map(|rule| {
        [&rule.id, &rule.title].into_iter().chain(rule.bands.iter().map(|band| &band.name))
    });
    let mut all = texts
        .into_iter()
        .chain(sentences)
        .chain(of_items)
        .chain(options.map(|one| &one.text))
        .chain(of_scores);
    let right = (1..=ITEMS).contains(&scale.items.len())
        && lists.into_iter().all(|length| length <= FEW)
        && scale
            .scores
            .iter()
            .all(|rule| rule.bands.len() <= FEW && rule.times.unwrap_or(1) <= HIGH)
        && all.all(|text| text.chars().count() <= TEXT)
        && !scale.slot
        && scale.items.iter().all(|item| !item.text.trim().is_empty());
    if right { Ok(()) } else { Err(PackFault::Size) }
}

fn names(scale: &Scale) -> Result<(), PackFault> {
    let items: BTreeSet<_> = scale.items.iter().map(|item| &item.id).collect();
    let scores: BTreeSet<_> = scale.scores.iter().map(|rule| &rule.id).collect();
    let named = items.iter().all(|id| !id.is_empty()) && scores.iter().all(|id| !id.is_empty());
    let once = items.len() == scale.items.len() && scores.len() == scale.scores.len();
    if named && once { Ok(()) } else { Err(PackFault::Doubled) }
}

fn options(choices: &[AnswerChoice]) -> bool {
    let values: BTreeSet<_> = choices.iter().map(|choice| choice.value).collect();
    (2..=FEW).contains(&choices.len())
        && values.len() == choices.len()
        && choices.iter().all(|one| {
            one.value <= HIGH && one.weight.unwrap_or(0) <= HIGH && !one.text.trim().is_empty()
        })
}

fn rules(scale: &Scale) -> Result<(), PackFault> {
    let bins = &scale.day_bins;
    let most = scale.items.iter().filter_map(|item| item.days).max();
    let reach = bins.last().copied().unwrap_or(HIGH);
    let is_there = |id: &String| scale.item(id).is_some();
    let skips = scale
        .skips
        .iter()
        .all(|skip| is_there(&skip.item) && skip.sets.iter().chain(&skip.leaves_out).all(is_there));
    if !skips || !bins.is_sorted_by(|one, next| one < next) || most.is_some_and(|most| most > reach)
    {
        return Err(PackFault::Rule);
    }
    scale.scores.iter().try_for_each(|rule| counted(scale, rule))
}

fn counted(scale: &Scale, rule: &ScoreRule) -> Result<(), PackFault> {
    let once: BTreeSet<_> = rule.items.iter().collect();
    let is_counted = |id: &String| scale.item(id).is_some_and(|item| !item.unscored);
    let right = !rule.items.is_empty()
        && once.len() == rule.items.len()
        && rule.items.iter().all(is_counted)
        && rule.reversed.iter().all(|id| once.contains(id));
    if !right {
        return Err(PackFault::Rule);
    }
    if scoring::ends(scale, rule) != Some((rule.low, rule.high)) {
        return Err(PackFault::Ends);
    }
    let mut next = rule.low;
    for band in &rule.bands {
        if band.from != next || band.to < band.from {
            return Err(PackFault::Bands);
        }
        next = band.to + 1;
    }
    if rule.bands.is_empty() || next == rule.high + 1 { Ok(()) } else { Err(PackFault::Bands) }
}

/// A file with the name of a built-in scale brings other words, never another way of
/// counting; and no file may give another question the code of item 9.
fn fits_built_in(scale: &Scale) -> Result<(), PackFault> {
    let ours = built_in::built_in().iter().find(|one| one.id == scale.id);
    let Some(ours) = ours else {
        let codes = loinc::of(scale);
        let is_nine = codes.iter().any(|code| code.code == loinc::ITEM_NINE);
        return if is_nine || scale.id == item_nine::SCALE {
            Err(PackFault::ItemNine)
        } else {
            Ok(())
        };
    };
    if !ours.slot && ours.language == scale.language {
        return Err(PackFault::BuiltIn);
    }
    let values = |scale: &Scale| -> Vec<_> {
        let of = |choices: &[AnswerChoice]| {
            choices.iter().map(|one| (one.value, one.weight)).collect::<Vec<_>>()
        };
        let item = |item: &super::Question| {
            (
                item.id.clone(),
                of(scale.options_of(item)),
                item.days,
                item.unscored,
                item.care,
                item.loinc.clone(),
            )
        };
        scale.items.iter().map(item).collect()
    };
    let unnamed = |scale: &Scale| {
        let mut rules = scale.scores.clone();
        for rule in &mut rules {
            rule.title.clear();
            rule.bands.iter_mut().for_each(|band| band.name.clear());
        }
        rules
    };
    let same = values(ours) == values(scale)
        && unnamed(ours) == unnamed(scale)
        && (&ours.rule, &ours.day_bins, &ours.skips, ours.recall_days, &ours.loinc)
            == (&scale.rule, &scale.day_bins, &scale.skips, scale.recall_days, &scale.loinc);
    if same { Ok(()) } else { Err(PackFault::Unlike) }
}

#[cfg(test)]
#[path = "pack_tests.rs"]
mod tests;
