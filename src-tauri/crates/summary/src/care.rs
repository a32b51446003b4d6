//! The safety plan's line, the goal, and a time of use in the person's own words
//! (domain reference E.3, E.4). The plan itself never stands on a page.

use journal::check_in::Coping;
use journal::ride::Ride;
use journal::used::{Goal, Intended, Use};
use journal::{Body, Record};

use crate::answers::{Answers, heading, parts};
use crate::compose::Composer;
use crate::page::{Line, Part, Span, Style};
use crate::spans::styled;
use crate::words::Fill;
use crate::writer::Writer;

/// Whether there is a plan and when it was last changed.
pub(crate) fn safety_plan(composer: &Composer<'_>) -> Vec<Span> {
    let plan = composer.records.iter().find_map(|record| match &record.body {
        Body::SafetyPlan(plan) if plan.has_words() => Some((record, plan)),
        _ => None,
    });
    let words = composer.words;
    let answer = match plan {
        None => words.fill("page-safety-plan-none", &[]),
        Some((record, plan)) => {
            let day = plan.edited.unwrap_or(record.at).day();
            words.fill("page-safety-plan-there", &[("date", Fill::Spans(words.long_date(day)))])
        }
    };
    words.fill("page-safety-plan", &[("answer", Fill::Spans(styled(answer, Style::Strong)))])
}

/// What the person wants with use; none if they never said.
pub(crate) fn goal(composer: &Composer<'_>) -> Option<Vec<Span>> {
    let goal = match composer.course()?.goal.as_ref()? {
        Goal::Abstinence => "abstinence",
        Goal::CuttingDown => "cutting_down",
        Goal::SaferUse => "safer_use",
        Goal::Undecided => "undecided",
        Goal::Own(own) => {
            let is_course = |record: &&Record| {
                matches!(&record.body, Body::Course(course)
                if course.goal.as_ref().is_some_and(|goal| matches!(goal, Goal::Own(words) if words == own)))
            };
            let record = composer.records.iter().find(is_course)?;
            let own = composer.writer(record).inline(own);
            return Some(composer.words.fill("page-use-goal-own", &[("goal", Fill::Spans(own))]));
        }
    };
    Some(composer.words.fill("page-use-goal", &[("goal", Fill::Choice(goal))]))
}

pub(crate) fn ride_section(writer: &Writer<'_>, ride: &Ride) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, "", || words.fill("page-ride", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    if let Some(lasted) = ride.lasted_seconds {
        let minutes = usize::try_from(lasted.div_ceil(60)).unwrap_or_default();
        let minutes = words.fill("page-ride-minutes", &[("minutes", Fill::Number(minutes))]);
        answers.spans("page-ride-lasted", minutes);
    }
    let helped = ride.what_helped.iter().map(|one| match one {
        Coping::Own(own) => writer.inline(own),
        named => words.fill("page-coping", &[("coping", Fill::Choice(coping(named)))]),
    });
    answers.spans("page-ride-helped", words.join("page-semicolon", helped.collect()));
    answers.text("page-ride-note", &ride.note);
    (heading, parts(Vec::new(), [answers.pairs]))
}

fn coping(named: &Coping) -> &'static str {
    match named {
        Coping::TalkedToSomeone => "talked_to_someone",
        Coping::WentOutside => "went_outside",
        Coping::Left => "left",
        Coping::Wrote => "wrote",
        Coping::WaitedItOut => "waited_it_out",
        Coping::UrgeTimer => "urge_timer",
        Coping::AteOrRested => "ate_or_rested",
        Coping::Exercise => "exercise",
        Coping::Meeting => "meeting",
        Coping::Medication => "medication",
        Coping::PrayerOrMeditation => "prayer_or_meditation",
        Coping::Distraction => "distraction",
        Coping::NothingYet | Coping::Own(_) => "nothing_yet",
    }
}

pub(crate) fn use_section(writer: &Writer<'_>, record: &Record, used: &Use) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, "", || words.fill("page-use", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.list("page-use-substances", &used.substances);
    answers.felt(&record.around.feelings);
    if let Some(planned) = used.planned {
        let planned = match planned {
            Intended::Yes => "yes",
            Intended::Partly => "partly",
            Intended::No => "no",
        };
        let answer = words.fill("page-use-was-planned", &[("planned", Fill::Choice(planned))]);
        answers.spans("page-use-planned", answer);
    }
    answers.text("page-use-stopped", &used.stopped_because);
    answers.text("page-use-helped", &used.helped_after);
    answers.text("page-use-next", &used.next_day);
    answers.text("page-use-learned", &used.learned);
    (heading, parts(writer.paragraphs(&used.happening), [answers.pairs]))
}
