//! Known answers for every rule of counting: the vectors of the domain reference C.10,
//! and our own for the rest.

use super::*;
use crate::answers::Answers;
use crate::scale::{built_in, item_nine};

fn given<'a>(pairs: impl IntoIterator<Item = (&'a str, Option<u16>)>) -> Vec<Answer> {
    pairs.into_iter().map(|(item, value)| Answer { item: item.to_owned(), value }).collect()
}

const NINE: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The score of a built-in scale for answers in the order of its questions.
fn first(id: &str, values: &[u16]) -> Scored {
    let values: Vec<_> = values.iter().map(|&value| Some(value)).collect();
    first_of(id, &values)
}

fn first_of(id: &str, values: &[Option<u16>]) -> Scored {
    let answers = given(NINE.into_iter().zip(values.iter().copied()));
    let scale = built_in::built_in().iter().find(|scale| scale.id == id).unwrap();
    score(scale, &answers).remove(0)
}

fn total(id: &str, values: &[u16]) -> (Option<u16>, String) {
    let scored = first(id, values);
    (scored.value, scored.band.unwrap_or_default())
}

fn named(value: u16, band: &str) -> (Option<u16>, String) {
    (Some(value), band.to_owned())
}

fn card(values: &[Option<u16>]) -> bool {
    let answers = given(NINE.into_iter().zip(values.iter().copied()));
    let form = Answers { scale: "phq-9".into(), answers, ..Answers::default() };
    item_nine::care(item_nine::item_nine(&form), None).is_some()
}

#[test]
fn phq_9_vectors() {
    assert_eq!(total("phq-9", &[0; 9]), named(0, "minimal"));
    assert_eq!(total("phq-9", &[1; 9]), named(9, "mild"));
    assert_eq!(total("phq-9", &[3; 9]), named(27, "severe"));
    assert_eq!(total("phq-9", &[1, 1, 1, 1, 1, 1, 1, 1, 2]), named(10, "moderate"));
    assert_eq!(total("phq-9", &[3, 3, 3, 3, 3, 0, 0, 0, 0]), named(15, "moderately severe"));
    assert!(!card(&[Some(0); 9]));
    assert!(card(&[Some(1); 9]));
    assert!(card(&[Some(3); 9]));
    assert!(!card(&[3, 3, 3, 3, 3, 0, 0, 0, 0].map(Some)));
}

#[test]
fn phq_9_with_a_skipped_question_has_no_total_and_its_card() {
    let mut values = [Some(1); 9];
    values[4] = None;
    let scored = first_of("phq-9", &values);
    assert_eq!((scored.value, scored.answered, scored.of), (None, 8, 9));
    assert_eq!(scored.band, None);
    assert!(card(&values));
}

#[test]
fn every_phq_9_and_gad_7_total_has_its_range() {
    let ranges = |id: &str| -> Vec<(u16, u16, String)> {
        let rule = built_in::find(id).unwrap().main_rule().unwrap();
        rule.bands.iter().map(|band| (band.from, band.to, band.name.clone())).collect()
    };
    let of = |all: &[(u16, u16, &str)]| -> Vec<_> {
        all.iter().map(|&(from, to, name)| (from, to, name.to_owned())).collect()
    };
    let phq = [
        (0, 4, "minimal"),
        (5, 9, "mild"),
        (10, 14, "moderate"),
        (15, 19, "moderately severe"),
        (20, 27, "severe"),
    ];
    assert_eq!(ranges("phq-9"), of(&phq));
    let gad = [(0, 4, "minimal"), (5, 9, "mild"), (10, 14, "moderate"), (15, 21, "severe")];
    assert_eq!(ranges("gad-7"), of(&gad));
}

#[test]
fn the_difficulty_question_is_never_counted() {
    let scale = built_in::find("phq-9").unwrap();
    let mut answers = given(NINE.into_iter().map(|item| (item, Some(1))));
    answers.extend(given([("10", Some(3))]));
    assert_eq!(score(scale, &answers)[0].value, Some(9));
    assert_eq!(score(scale, &answers)[0].of, 9);
}

#[test]
fn gad_7_vectors() {
    assert_eq!(total("gad-7", &[1, 1, 1, 1, 0, 0, 0]), named(4, "minimal"));
    assert_eq!(total("gad-7", &[2, 2, 2, 2, 2, 0, 0]), named(10, "moderate"));
    assert_eq!(total("gad-7", &[3, 3, 3, 3, 3, 0, 0]), named(15, "severe"));
    assert_eq!(total("gad-7", &[1, 1, 1, 1, 1, 0, 0]), named(5, "mild"));
    assert_eq!(total("gad-7", &[2, 2, 2, 2, 2, 2, 2]), named(14, "moderate"));
    assert_eq!(total("gad-7", &[3; 7]), named(21, "severe"));
}

#[test]
fn days_fall_into_the_groups_of_the_brief_addiction_monitor() {
    let bins = &built_in::find("bam-r").unwrap().day_bins;
    let of = |days| category(bins, days).unwrap();
    let known = [(0, 0), (1, 1), (3, 1), (4, 2), (8, 2), (9, 3), (15, 3), (16, 4), (30, 4)];
    for (days, group) in known {
        assert_eq!(of(days), group, "{days} days");
    }
    assert_eq!(category(bins, 31), None);
}

/// All questions of the BAM-R answered: days by one number, words by another.
fn monitor(days: u16, word: u16) -> Vec<Answer> {
    let scale = built_in::find("bam-r").unwrap();
    let value = |item: &Question| {
        if item.days.is_some() {
            days
        } else if item.id == "14" {
            4
        } else {
            word
        }
    };
    scale
        .items
        .iter()
        .map(|item| Answer { item: item.id.clone(), value: Some(value(item)) })
        .collect()
}

fn set(answers: &mut [Answer], item: &str, value: Option<u16>) {
    answers.iter_mut().find(|answer| answer.item == item).unwrap().value = value;
}

fn parts(answers: &[Answer]) -> Vec<Option<u16>> {
    score(built_in::find("bam-r").unwrap(), answers).into_iter().map(|one| one.value).collect()
}

#[test]
fn the_three_groups_of_the_brief_addiction_monitor() {
    let some = |all: [u16; 6]| all.map(Some).to_vec();
    assert_eq!(parts(&monitor(30, 4)), some([12, 24, 24, 90, 180, 180]), "the highest of all");
    // 10 days are group 3; a middling answer is 2 and weighs 15.
    // Use 3×3; risk 2+3+3+2+3+2; protective 2+3+2+3+4+3.
    assert_eq!(parts(&monitor(10, 2)), some([9, 15, 17, 30, 75, 90]));
    let mut none = monitor(0, 0);
    set(&mut none, "14", Some(0));
    assert_eq!(parts(&none), some([0, 0, 0, 0, 0, 0]));
    let mut one = monitor(0, 0);
    set(&mut one, "8", Some(1));
    set(&mut one, "16", Some(5));
    assert_eq!(parts(&one), some([0, 1, 6, 0, 8, 35]), "protective: income 4 or 30, 5 days 2 or 5");
}

#[test]
fn weights_of_words_counted_in_days() {
    let weigh = |word: u16| {
        let mut answers = monitor(0, 0);
        set(&mut answers, "15", Some(word));
        parts(&answers)[4]
    };
    assert_eq!([0, 1, 2, 3, 4].map(weigh), [0, 8, 15, 22, 30].map(Some));
}

#[test]
fn physical_health_counts_from_excellent_up() {
    let scale = built_in::find("bam-r").unwrap();
    let words: Vec<_> =
        scale.item("1").unwrap().options.iter().map(|one| (one.value, one.text.as_str())).collect();
    assert_eq!(words, [(0, "Excellent"), (1, "Very good"), (2, "Good"), (3, "Fair"), (4, "Poor")]);
}

#[test]
fn no_drink_at_all_means_no_day_of_many() {
    let mut answers = monitor(10, 2);
    set(&mut answers, "4", Some(0));
    set(&mut answers, "5", None);
    let scale = built_in::find("bam-r").unwrap();
    assert_eq!(parts(&answers)[0], Some(3), "use is what question 6 gives");
    let settled = settled(scale, &answers);
    assert_eq!(settled.iter().find(|one| one.item == "5").unwrap().value, Some(0));
    assert_eq!(passed_over(scale, &answers), ["5"]);
    set(&mut answers, "5", Some(9));
    assert_eq!(parts(&answers)[0], Some(3), "an answer from before is 0 too");
}

#[test]
fn no_drug_at_all_leaves_out_which() {
    let mut answers = monitor(10, 2);
    set(&mut answers, "6", Some(0));
    let scale = built_in::find("bam-r").unwrap();
    let settled = settled(scale, &answers);
    assert!(settled.iter().filter(|one| one.item.starts_with('7')).all(|one| one.value.is_none()));
    assert_eq!(passed_over(scale, &answers), ["7a", "7b", "7c", "7d", "7e", "7f", "7g"]);
    assert_eq!(parts(&answers)[0], Some(6), "4 and 5, three each");
}

#[test]
fn question_7_and_17_are_in_no_group() {
    let mut answers = monitor(10, 2);
    let before = parts(&answers);
    for item in ["7a", "7b", "7c", "7d", "7e", "7f", "7g", "17"] {
        set(&mut answers, item, None);
    }
    assert_eq!(parts(&answers), before);
}

#[test]
fn a_group_with_a_skipped_question_has_no_number_and_the_others_have_theirs() {
    let mut answers = monitor(10, 2);
    set(&mut answers, "15", None);
    assert_eq!(parts(&answers), [Some(9), None, Some(17), Some(30), None, Some(90)]);
}

#[test]
fn what_is_worth_talking_about() {
    let scale = built_in::find("bam-r").unwrap();
    let worth = |at: usize, value| scale.scores[at].is_worth_talking_about(value);
    assert_eq!([0, 1].map(|value| worth(0, value)), [false, true], "use");
    assert_eq!([11, 12].map(|value| worth(1, value)), [false, true], "risk");
    assert_eq!([12, 13].map(|value| worth(2, value)), [true, false], "protective");
}

#[test]
fn ucla_3_vectors() {
    assert_eq!(total("ucla-3", &[1, 1, 1]), named(3, ""));
    assert_eq!(total("ucla-3", &[2, 2, 2]), named(6, ""));
    assert_eq!(total("ucla-3", &[3, 2, 3]), named(8, ""));
    assert_eq!(total("ucla-3", &[3, 3, 3]), named(9, ""));
    assert_eq!(first("ucla-3", &[0, 2, 2]).value, None, "there is no answer 0");
}

#[test]
fn the_direct_question_stands_alone() {
    let scale = built_in::find("ucla-3").unwrap();
    let answers = given([("1", Some(1)), ("2", Some(2)), ("3", Some(3)), ("direct", Some(5))]);
    assert_eq!(score(scale, &answers)[0].value, Some(6));
    let without = given([("1", Some(1)), ("2", Some(2)), ("3", Some(3))]);
    assert_eq!(score(scale, &without)[0].value, Some(6));
    assert_eq!(score(scale, &given([("direct", Some(1))]))[0].value, None);
}

#[test]
fn pacs_and_audit_c_are_counted_without_words() {
    assert_eq!(total("pacs", &[0; 5]), named(0, ""));
    assert_eq!(total("pacs", &[1, 2, 3, 4, 5]), named(15, ""));
    assert_eq!(total("pacs", &[6; 5]), named(30, ""));
    assert_eq!(first("pacs", &[7, 0, 0, 0, 0]).value, None);
    assert_eq!(total("audit-c", &[0; 3]), named(0, ""));
    assert_eq!(total("audit-c", &[4, 0, 1]), named(5, ""));
    assert_eq!(total("audit-c", &[4; 3]), named(12, ""));
    assert_eq!(first("audit-c", &[5, 0, 0]).value, None);
}

#[test]
fn who_5_like_files_are_multiplied() {
    let mut scale = built_in::built_in().iter().find(|scale| scale.id == "pacs").unwrap().clone();
    scale.options.truncate(6);
    let rule = &mut scale.scores[0];
    (rule.times, rule.high) = (Some(4), 100);
    rule.bands = [(0, 48, "low"), (49, 100, "not low")]
        .map(|(from, to, name)| crate::scale::Band { from, to, name: name.into() })
        .to_vec();
    let index = |values: [u16; 5]| {
        let scored = score(&scale, &given(NINE.into_iter().zip(values.map(Some)))).remove(0);
        (scored.value.unwrap(), scored.band.unwrap())
    };
    assert_eq!(index([2, 2, 2, 3, 3]), (48, "low".into()), "raw 12");
    assert_eq!(index([3, 2, 2, 3, 3]), (52, "not low".into()), "raw 13");
    assert_eq!(ends(&scale, &scale.scores[0]), Some((0, 100)));
}

#[test]
fn a_change_counts_from_six_and_from_four_on_and_nowhere_else() {
    let rule = |id: &str| {
        built_in::built_in().iter().find(|scale| scale.id == id).unwrap().main_rule().unwrap()
    };
    let of = |id: &str, before, now| {
        let moved = moved(rule(id), before, now);
        (moved.by, moved.beyond)
    };
    assert_eq!(of("phq-9", 16, 11), (-5, Some(false)));
    assert_eq!(of("phq-9", 16, 10), (-6, Some(true)));
    assert_eq!(of("phq-9", 10, 16), (6, Some(true)), "also upwards");
    assert_eq!(of("gad-7", 10, 7), (-3, Some(false)));
    assert_eq!(of("gad-7", 10, 6), (-4, Some(true)));
    for scale in built_in::built_in() {
        for rule in &scale.scores {
            let agreed = matches!(scale.id.as_str(), "phq-9" | "gad-7");
            assert_eq!(rule.reliable_change.is_some(), agreed, "{}", scale.id);
        }
    }
    assert_eq!(of("ucla-3", 9, 3), (-6, None));
}

#[test]
fn the_ends_in_every_file_are_what_the_answers_add_up_to() {
    for scale in built_in::built_in() {
        for rule in &scale.scores {
            assert_eq!(ends(scale, rule), Some((rule.low, rule.high)), "{} {}", scale.id, rule.id);
        }
    }
}

#[test]
fn no_range_is_said_of_the_person() {
    for scale in built_in::built_in() {
        for band in scale.scores.iter().flat_map(|rule| &rule.bands) {
            assert!(!band.name.contains("you"), "{}: {}", scale.id, band.name);
        }
    }
}
