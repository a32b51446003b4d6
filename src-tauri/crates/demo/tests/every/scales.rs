//! Filled scales, and a scale that came with a file.

use journal::Body;
use journal::answers::{Answer, Answers, ScalePack, Score};
use journal::scale::{AnswerChoice, Band, Question, Scale, ScoreRule, Skip, Worth};

use super::at;

pub(crate) fn bodies() -> Vec<Body> {
    vec![Body::Answers(answers()), Body::ScalePack(ScalePack { scale: scale() })]
}

fn answers() -> Answers {
    Answers {
        scale: "made-up".into(),
        version: "1".into(),
        language: "en".into(),
        answers: vec![Answer { item: "a".into(), value: Some(1) }],
        started: Some(at()),
        finished: Some(at()),
        scores: vec![Score { id: "total".into(), value: Some(1) }],
        rule: "1".into(),
    }
}

fn choice(value: u16, loinc: &str) -> AnswerChoice {
    AnswerChoice { value, text: "answer".into(), weight: Some(value), loinc: Some(loinc.into()) }
}

fn item(id: &str, days: Option<u16>) -> Question {
    let options = if days.is_some() { Vec::new() } else { vec![choice(0, "a"), choice(1, "b")] };
    Question {
        id: id.into(),
        lead: "lead".into(),
        text: "text".into(),
        options,
        days,
        unscored: false,
        care: true,
        loinc: Some("code".into()),
    }
}

fn rule() -> ScoreRule {
    ScoreRule {
        id: "total".into(),
        title: "Total".into(),
        items: vec!["a".into(), "b".into()],
        reversed: vec!["a".into()],
        continuous: true,
        times: Some(2),
        low: 0,
        high: 62,
        bands: vec![Band { from: 0, to: 62, name: "all".into() }],
        reliable_change: Some(5),
        worth: Some(Worth { at_least: Some(1), at_most: Some(0) }),
        loinc: Some("code".into()),
    }
}

fn scale() -> Scale {
    let skip =
        Skip { item: "a".into(), is: 0, sets: vec!["b".into()], leaves_out: vec!["b".into()] };
    Scale {
        id: "made-up".into(),
        version: "1".into(),
        language: "en".into(),
        title: "title".into(),
        short: "short".into(),
        copyright: "owner".into(),
        licence: "licence".into(),
        permission: "basis".into(),
        source_url: "https://example.org".into(),
        verified_on: "2026-03-05".into(),
        rule: "1".into(),
        recall_days: Some(14),
        slot: false,
        stem: "stem".into(),
        options: vec![choice(0, "a"), choice(1, "b")],
        items: vec![item("a", None), item("b", Some(30))],
        day_bins: vec![0, 30],
        skips: vec![skip],
        scores: vec![rule()],
        loinc: Some("code".into()),
        every_weeks: Some(2),
        fixed_words: true,
        checked: vec!["checked".into()],
        waits: vec!["waits".into()],
    }
}
