//! Grief: a loss, and what is written about it (domain reference A.6.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::{Degree, PartialDate, Rating, RecordId, Sure, YearlyDay};
use crate::work::Work;

/// What someone died of, as far as the writer wants to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Cause {
    Illness,
    Accident,
    Overdose,
    Suicide,
    Violence,
    Other,
    PreferNotToSay,
}

/// A day of the year that may be hard or dear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct KeptDay {
    /// What day it is.
    pub what: KeptDayKind,
    /// When it comes round.
    pub on: YearlyDay,
    /// Whether Today says so when it is near. Off until the writer wants it.
    #[serde(default)]
    pub remind: bool,
}

/// Something that is avoided since, and how it went when it was tried.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Avoided {
    /// What.
    pub what: String,
    /// How hard it looks, 0 to 10.
    pub before: Option<Rating>,
    /// The day it was tried.
    pub tried_on: Option<NaiveDate>,
    /// How hard it was, 0 to 10.
    pub after: Option<Rating>,
    /// A line about it.
    pub note: String,
}

/// Something that could take a little of the place that is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Rebuilding {
    /// An activity or a contact.
    pub what: String,
    /// Why this one.
    pub why: String,
    /// The day it is thought of for. It is never due.
    pub planned_on: Option<NaiveDate>,
    /// Whether it was done.
    pub done: bool,
    /// How it felt.
    pub how_it_felt: String,
}

/// The kind of a kept day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum KeptDayKind {
    /// Their birthday.
    Birthday,
    /// The day they died.
    Anniversary,
    /// Another day, in the writer's word.
    Own(String),
}

/// Someone who died.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Loss {
    /// Who died; a person's card.
    pub person: Option<RecordId>,
    /// When, as exactly as the writer knows or wants.
    pub died_on: Option<PartialDate>,
    /// What they died of.
    pub cause: Option<Cause>,
    /// Days of the year to be gentle with.
    pub kept_days: Vec<KeptDay>,
    /// How things were between us then.
    pub relationship_then: String,
    /// Whether it was expected.
    pub expected: Option<Sure>,
    /// Whether I was there.
    pub i_was_there: Option<Sure>,
    /// Whether substances had a part in it.
    pub substances_involved: Option<Sure>,
    /// The last time together.
    pub last_time: String,
    /// How I heard.
    pub how_i_heard: String,
    /// What happened then.
    pub what_happened_then: String,
    /// The funeral, or what there was instead.
    pub ritual: String,
    /// Support at the time, 0 none to 4 a great deal.
    pub support_then: Option<Degree>,
    /// What stayed unsaid.
    pub unsaid: String,
    /// What I regret.
    pub regrets: String,
    /// What I am angry about.
    pub anger: String,
    /// What was a relief.
    pub relief: String,
    /// Using around that time.
    pub use_then: String,
    /// How we met, or the earliest memory.
    pub earliest_memory: String,
    /// The best times.
    pub best_times: String,
    /// The hard times.
    pub hard_times: String,
    /// What they gave me.
    pub gave_me: String,
    /// What I wished were different.
    pub wished_different: String,
    /// What disappointed me.
    pub disappointments: String,
    /// The parts they had in my life: "who I called on Sundays".
    pub roles: Vec<String>,
    /// What I stay away from since.
    pub avoided: Vec<Avoided>,
    /// How I remember them.
    pub ways_i_remember: String,
    /// Who knew them.
    pub people_who_knew: Vec<RecordId>,
    /// What could be built up again.
    pub rebuilding: Vec<Rebuilding>,
    /// Where the work stands.
    pub work: Work,
}

impl Loss {
    /// Whether support for this kind of bereavement is always shown
    /// (domain reference A.6.2: common among people in this care).
    pub fn always_show_support(&self) -> bool {
        matches!(self.cause, Some(Cause::Overdose | Cause::Suicide))
    }

    /// Fields that tell how someone died and what it left behind. They are read
    /// where they were written: no list and no overview quotes them (A.6.2).
    pub(crate) const KEPT_OFF_LISTS: [&'static str; 10] = [
        "kept_days",
        "last_time",
        "how_i_heard",
        "what_happened_then",
        "ritual",
        "unsaid",
        "regrets",
        "anger",
        "relief",
        "use_then",
    ];
}

impl Kind for Loss {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for kept in &self.kept_days {
            if let KeptDayKind::Own(word) = &kept.what {
                texts.line("kept_days", word);
            }
        }
        texts.answer("relationship_then", &self.relationship_then);
        texts.answer("last_time", &self.last_time);
        texts.answer("how_i_heard", &self.how_i_heard);
        texts.answer("what_happened_then", &self.what_happened_then);
        texts.answer("ritual", &self.ritual);
        texts.answer("unsaid", &self.unsaid);
        texts.answer("regrets", &self.regrets);
        texts.answer("anger", &self.anger);
        texts.answer("relief", &self.relief);
        texts.answer("use_then", &self.use_then);
        texts.answer("earliest_memory", &self.earliest_memory);
        texts.answer("best_times", &self.best_times);
        texts.answer("hard_times", &self.hard_times);
        texts.answer("gave_me", &self.gave_me);
        texts.answer("wished_different", &self.wished_different);
        texts.answer("disappointments", &self.disappointments);
        texts.answers("roles", &self.roles);
        for one in &self.avoided {
            texts.answer("avoided", &one.what);
            texts.answer("note", &one.note);
        }
        texts.answer("ways_i_remember", &self.ways_i_remember);
        for one in &self.rebuilding {
            texts.answer("rebuilding", &one.what);
            texts.answer("why", &one.why);
            texts.answer("how_it_felt", &one.how_it_felt);
        }
        self.work.texts(texts);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("kept_days", &self.kept_days, MANY)?;
        at_most("roles", &self.roles, MANY)?;
        at_most("avoided", &self.avoided, MANY)?;
        at_most("people_who_knew", &self.people_who_knew, MANY)?;
        at_most("rebuilding", &self.rebuilding, MANY)?;
        let possible = |kept: &KeptDay| {
            let YearlyDay { month, day } = kept.on;
            chrono::NaiveDate::from_ymd_opt(2024, month.into(), day.into()).is_some()
        };
        if self.kept_days.iter().all(possible) {
            return Ok(());
        }
        Err(Invalid::OutOfRange { field: "kept_days" })
    }

    fn people(&self) -> Vec<RecordId> {
        self.person.into_iter().chain(self.people_who_knew.iter().copied()).collect()
    }
}

/// What a memory is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Valence {
    Warm,
    Painful,
    Mixed,
}

/// A memory of someone who died. Craving around it stands in `around`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Memory {
    /// The writer's title.
    pub title: String,
    /// The loss it belongs to.
    pub loss: Option<RecordId>,
    /// When that was.
    pub when: Option<PartialDate>,
    /// What it is like.
    pub valence: Option<Valence>,
    /// The memory.
    pub text: String,
    /// How strong it is, 0 to 10.
    pub strength: Option<Rating>,
}

impl Kind for Memory {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("text", &self.text);
    }

    fn focus(&self) -> Option<RecordId> {
        self.loss
    }
}

/// Something written about a loss.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Grief {
    /// The writer's title.
    pub title: String,
    /// The loss it is about.
    pub loss: Option<RecordId>,
    /// What brought them to mind.
    pub brought_to_mind: String,
    /// What I miss.
    pub miss: Vec<String>,
    /// What was hard.
    pub hard: Vec<String>,
    /// Something left unsaid.
    pub unsaid: String,
    /// What I do with this feeling, most days.
    pub with_the_feeling: String,
    /// People who could hear some of this.
    pub could_hear: Vec<RecordId>,
    /// Whether the therapist could hear some of it.
    pub therapist_could_hear: bool,
    /// A line on what I did after.
    pub after_note: String,
}

impl Kind for Grief {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("brought_to_mind", &self.brought_to_mind);
        texts.answers("miss", &self.miss);
        texts.answers("hard", &self.hard);
        texts.answer("unsaid", &self.unsaid);
        texts.answer("with_the_feeling", &self.with_the_feeling);
        texts.answer("after_note", &self.after_note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("miss", &self.miss, MANY)?;
        at_most("hard", &self.hard, MANY)?;
        at_most("could_hear", &self.could_hear, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        self.could_hear.clone()
    }

    fn focus(&self) -> Option<RecordId> {
        self.loss
    }
}
