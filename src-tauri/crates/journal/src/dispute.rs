//! A role dispute: long-lived work on one relationship (domain reference A.6.1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::conflict::Stage;
use crate::person::Expectation;
use crate::record::Kind;
use crate::value::RecordId;
use crate::work::Work;

/// A stage and the day from which it was so. Stages are added, never replaced: the
/// newest by day is where the dispute stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct StageOn {
    /// The stage; none is "not sure".
    pub stage: Option<Stage>,
    /// From this day.
    pub on: NaiveDate,
    /// What told the writer so.
    #[serde(default)]
    pub note: String,
}

/// One way it could go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Alternative {
    /// What could be done.
    pub option: String,
    /// What would likely be good about it.
    pub good: String,
    /// What would likely be bad about it.
    pub bad: String,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// Two people who expect different things of each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Dispute {
    /// The issue in one line.
    pub title: String,
    /// With whom. Whether raising things with them feels safe stands on their card
    /// and decides what may be shown (domain reference D.7).
    pub person: Option<RecordId>,
    /// The stages, oldest first.
    pub stages: Vec<StageOn>,
    /// What I expect.
    pub mine: Vec<Expectation>,
    /// What they expect, as I understand it.
    pub theirs: Vec<Expectation>,
    /// What we each believe about how this should work.
    pub value_difference: String,
    /// Where else this happens.
    pub pattern_elsewhere: String,
    /// With whom else.
    pub pattern_with: Vec<RecordId>,
    /// What I do that keeps it going.
    pub i_keep_it_going: String,
    /// What they do that keeps it going.
    pub they_keep_it_going: String,
    /// What leaving it unsettled gives me.
    pub gain_of_not_settling: String,
    /// What could be done.
    pub alternatives: Vec<Alternative>,
    /// People, money, time, services, skills that could help.
    pub resources: Vec<String>,
    /// How it hangs together with using.
    pub link_to_use: String,
    /// The outcome I wish for.
    pub wanted_outcome: String,
    /// An outcome that would be good enough.
    pub good_enough: String,
    /// Where the work stands.
    pub work: Work,
}

impl Dispute {
    /// Where it stands today: the newest stage that was noted.
    pub fn stage(&self) -> Option<Stage> {
        self.stages.iter().max_by_key(|one| one.on).and_then(|one| one.stage)
    }
}

impl Kind for Dispute {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        for stage in &self.stages {
            texts.answer("stages", &stage.note);
        }
        for one in &self.mine {
            texts.answer("mine", &one.text);
        }
        for one in &self.theirs {
            texts.answer("theirs", &one.text);
        }
        texts.answer("value_difference", &self.value_difference);
        texts.answer("pattern_elsewhere", &self.pattern_elsewhere);
        texts.answer("i_keep_it_going", &self.i_keep_it_going);
        texts.answer("they_keep_it_going", &self.they_keep_it_going);
        texts.answer("gain_of_not_settling", &self.gain_of_not_settling);
        for one in &self.alternatives {
            texts.answer("option", &one.option);
            texts.answer("good", &one.good);
            texts.answer("bad", &one.bad);
        }
        texts.answers("resources", &self.resources);
        texts.answer("link_to_use", &self.link_to_use);
        texts.answer("wanted_outcome", &self.wanted_outcome);
        texts.answer("good_enough", &self.good_enough);
        self.work.texts(texts);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("stages", &self.stages, MANY)?;
        at_most("mine", &self.mine, MANY)?;
        at_most("theirs", &self.theirs, MANY)?;
        at_most("pattern_with", &self.pattern_with, MANY)?;
        at_most("alternatives", &self.alternatives, MANY)?;
        at_most("resources", &self.resources, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        self.person.into_iter().chain(self.pattern_with.iter().copied()).collect()
    }
}
