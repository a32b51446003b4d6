//! What Marcus and I expect of each other, how far it is settled from week to week,
//! and what was practised and tried for it.

use journal::conflict::Stage;
use journal::dispute::{Alternative, Dispute, StageOn};
use journal::technique::{Exchange, Experiment, ExperimentStatus, PractisedWith, Rehearsal};
use journal::value::Change;
use journal::weekly::Weekly;
use journal::{Body, Rating, Record, RecordId};

use crate::arguments::LATE_FROM_GROUP;
use crate::builders::{change, entry, id, texts};
use crate::calendar::Calendar;
use crate::people::{MARCUS, WALT, marcus_mine, marcus_theirs};

pub(crate) const DISPUTE: RecordId = id(700);

/// The dispute, its weeks, a rehearsal and two things to try.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = vec![dispute(calendar), rehearsal(calendar)];
    all.extend(weeks(calendar));
    all.extend(experiments(calendar));
    all
}

fn dispute(calendar: Calendar) -> Record {
    let stage = |stage, day, note: &str| StageOn {
        stage: Some(stage),
        on: calendar.date(day),
        note: note.into(),
    };
    let dispute = Dispute {
        title: "To be believed when I am late".into(),
        person: Some(MARCUS),
        stages: vec![
            stage(Stage::Impasse, -74, "After the bag we stopped talking about it."),
            stage(Stage::Renegotiation, -63, "I told him about the bottle first."),
            stage(Stage::Impasse, -1, "Nobody spoke until morning."),
        ],
        mine: marcus_mine(),
        theirs: marcus_theirs(),
        value_difference: "He thinks you show love by saying where you are. I think you show it \
            by not asking."
            .into(),
        pattern_elsewhere: "Dad leaves the room too. I learned it somewhere.".into(),
        pattern_with: vec![WALT],
        i_keep_it_going: "I go to the bedroom before he has finished.".into(),
        they_keep_it_going: "He asks about the clock when he means something else.".into(),
        gain_of_not_settling: "If I am angry I don’t have to be sorry.".into(),
        alternatives: alternatives(),
        resources: texts(["Dr. Okafor", "Ana could take Theo for an evening", "Sundays"]),
        link_to_use: "I drink when I feel accused. The shop on the corner is open till eight."
            .into(),
        wanted_outcome: "That he hears the door and does not listen for anything in it.".into(),
        good_enough: "He asks how group was before he asks the time. I text when it runs over."
            .into(),
        ..Dispute::default()
    };
    entry(700, calendar.at(-74, 20, 45), Body::Dispute(dispute)).brought().done()
}

fn alternatives() -> Vec<Alternative> {
    let of = |option: &str, good: &str, bad: &str, chosen| Alternative {
        option: option.into(),
        good: good.into(),
        bad: bad.into(),
        chosen,
    };
    vec![
        of(
            "Text when group runs over",
            "He does not sit there with the clock.",
            "It is checking in, a bit.",
            true,
        ),
        of(
            "Tell him what I hear when he asks the time",
            "He can’t know otherwise.",
            "I could cry in the middle.",
            true,
        ),
        of(
            "Ask him to come to family evening at group",
            "He would see it.",
            "He hates rooms.",
            false,
        ),
    ]
}

/// How far it is settled, 0 to 10; some weeks were skipped.
fn weeks(calendar: Calendar) -> Vec<Record> {
    const TOLD: [(i64, u8); 8] =
        [(-67, 2), (-60, 1), (-53, 3), (-45, 4), (-30, 5), (-22, 5), (-14, 7), (-5, 6)];
    let week = |(number, (day, resolution)): (u128, (i64, u8))| {
        let weekly = Weekly {
            focus: Some(DISPUTE),
            resolution: Rating::new(resolution),
            ..Weekly::default()
        };
        entry(number, calendar.at(day, 21, 25), Body::Weekly(weekly)).done()
    };
    (720..).zip(TOLD).map(week).collect()
}

fn rehearsal(calendar: Calendar) -> Record {
    let of =
        |reply: &str, response: &str| Exchange { reply: reply.into(), response: response.into() };
    let rehearsal = Rehearsal {
        title: "What I want to say to Marcus".into(),
        situation: "At the table, after Theo is asleep. Not in the doorway.".into(),
        goal: "That he knows what I hear. Not that he says sorry.".into(),
        opening_line: "“When you ask the time, I hear that you think I drank.”".into(),
        exchanges: vec![
            of(
                "“I’m just asking when you’ll be home.”",
                "“I know. I still hear the other thing. Can you ask how it went first?”",
            ),
            of("“You scared me.”", "“I know I did. I was scared too. I should have texted.”"),
        ],
        practised_with: vec![PractisedWith::Alone],
        confidence: change(4, 6),
        from: Some(LATE_FROM_GROUP),
        focus: Some(DISPUTE),
    };
    entry(701, calendar.at(-1, 21, 20), Body::Rehearsal(rehearsal)).about([MARCUS]).done()
}

fn experiments(calendar: Calendar) -> [Record; 2] {
    let supper = Experiment {
        title: "Eat together once this week, whatever time it is".into(),
        why: "We keep missing each other by half an hour and then it is about the half hour."
            .into(),
        when: "Any evening he is home before Theo’s bed.".into(),
        prediction: "He will be too tired to talk.".into(),
        confidence: Rating::new(6),
        status: ExperimentStatus::Tried,
        tried_on: Some(calendar.date(-3)),
        what_happened: "We ate standing up at half past six. He laughed until he put the plate \
            down."
            .into(),
        learned: "It does not have to be a proper supper.".into(),
        focus: Some(DISPUTE),
        ..Experiment::default()
    };
    let text = Experiment {
        title: "Text Marcus when group runs over".into(),
        why: "So the clock is not the first thing.".into(),
        when: "Next group, before I put my coat on.".into(),
        planned_on: Some(calendar.date(2)),
        prediction: "He will write back one word.".into(),
        confidence: Rating::new(8),
        status: ExperimentStatus::Planned,
        from: Some(LATE_FROM_GROUP),
        focus: Some(DISPUTE),
        ..Experiment::default()
    };
    let mut tried = entry(702, calendar.at(-3, 21, 0), Body::Experiment(supper))
        .about([MARCUS])
        .brought()
        .done();
    tried.around.mood = Change { before: None, after: Rating::new(8) };
    let planned =
        entry(703, calendar.at(-1, 21, 35), Body::Experiment(text)).about([MARCUS]).done();
    [tried, planned]
}
