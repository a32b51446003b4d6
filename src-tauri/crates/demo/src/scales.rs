//! The scales that were filled, as the sample course has them: mood and worry every two
//! weeks, the others now and then. One question was skipped once.

use journal::answers::{Answer, Answers};
use journal::scale::{Question, built_in};
use journal::{Body, Record};

use crate::builders::entry;
use crate::calendar::Calendar;

const FIRST: u128 = 650;

/// The day told from today, the scale, and an answer for each question in its order;
/// `-` was skipped.
const FILLED: [(i64, &str, &str); 17] = [
    (-87, "phq-9", "3 3 3 2 1 2 2 0 1 2"),
    (-76, "phq-9", "3 2 3 2 1 2 2 0 1 2"),
    (-62, "phq-9", "2 2 3 2 1 2 2 1 0 2"),
    (-48, "phq-9", "2 2 2 2 1 2 1 1 0 1"),
    (-34, "phq-9", "2 2 3 2 - 2 1 1 0 1"),
    (-20, "phq-9", "2 1 2 2 1 2 1 0 0 1"),
    (-4, "phq-9", "1 1 2 1 1 2 1 0 0 1"),
    (-87, "gad-7", "2 3 3 2 1 2 1"),
    (-62, "gad-7", "2 2 2 2 1 2 1"),
    (-34, "gad-7", "2 2 2 1 1 1 1"),
    (-4, "gad-7", "1 2 1 1 1 1 1"),
    (-87, "bam-r", "3 18 20 14 9 0 - - - - - - - 3 1 0 12 0 4 4 3 6 2"),
    (-62, "bam-r", "2 12 14 8 4 0 - - - - - - - 2 2 4 8 0 4 4 3 10 3"),
    (-34, "bam-r", "2 9 10 4 1 0 - - - - - - - 2 3 5 6 0 10 4 2 14 3"),
    (-87, "ucla-3", "3 2 3 2"),
    (-48, "ucla-3", "2 2 3 3"),
    (-6, "ucla-3", "2 2 2 3"),
];

pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let record = |(number, (day, scale, values)): (u128, (i64, &str, &str))| {
        let minute = u32::try_from(number % 40).unwrap_or_default();
        let at = calendar.at(day, 20, minute);
        let scale = built_in::find(scale).expect("the scale is built in");
        let answer = |(item, value): (&Question, &str)| Answer {
            item: item.id.clone(),
            value: value.parse().ok(),
        };
        let answers = Answers {
            scale: scale.id.clone(),
            answers: scale.items.iter().zip(values.split(' ')).map(answer).collect(),
            started: Some(at),
            finished: Some(at),
            ..Answers::default()
        };
        entry(number, at, Body::Answers(answers.counted(scale))).done()
    };
    (FIRST..).zip(FILLED).map(record).collect()
}
