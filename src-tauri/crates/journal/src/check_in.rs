//! The craving check-in (domain reference B.2, B.3). One number is enough;
//! everything else may be skipped, and skipped is `None`, never zero.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::{Moment, Rating, RecordId, Used};

/// Where someone is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Place {
    Home,
    SomeonesHome,
    Work,
    Out,
    Travelling,
    Online,
    Treatment,
    Own(String),
}

/// What set a craving off: the codes of domain reference B.3, after Marlatt and
/// Gordon's determinants, with three added for IPT.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Frustrated or angry, not at a person.
    Frustrated,
    /// Sad, anxious, lonely, bored, ashamed, grieving.
    LowFeeling,
    /// Feeling unwell from not using.
    Withdrawal,
    /// Pain, tired, hungry, ill, could not sleep.
    Body,
    /// Wanted to feel even better.
    FeelBetter,
    /// Wanted to see if I could control it.
    TestControl,
    /// Saw, smelled or came across it.
    Cue,
    /// Came out of the blue.
    OutOfTheBlue,
    /// Argument or anger with someone.
    Argument,
    /// Hurt, rejected, criticised, worried about someone.
    HurtByPerson,
    /// Someone offered or pushed.
    Offered,
    /// Around people using.
    AroundUse,
    /// Celebration or good time with others.
    GoodTimes,
    /// Reminder of someone who died. Added for IPT.
    Loss,
    /// Stress from a life change. Added for IPT.
    LifeChange,
    /// No one to turn to. Added for IPT.
    Alone,
    /// In the person's own word.
    Own(String),
}

/// What was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Coping {
    TalkedToSomeone,
    WentOutside,
    Left,
    Wrote,
    WaitedItOut,
    UrgeTimer,
    AteOrRested,
    Exercise,
    Meeting,
    Medication,
    PrayerOrMeditation,
    Distraction,
    NothingYet,
    Own(String),
}

/// Who was there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Company {
    /// Nobody.
    Nobody,
    /// Someone with a card.
    Person(RecordId),
    /// People at work.
    PeopleAtWork,
    /// Others, in the person's own word.
    Own(String),
}

/// What was between the person and someone who need not be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Between {
    /// We argued.
    Argued,
    /// I reached out to them.
    ReachedOut,
    /// They offered something to drink or use.
    Offered,
    /// I thought about them.
    ThoughtAbout,
}

/// Someone with a card and what was between us. Who is there stands in `with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct BetweenUs {
    /// Whose card.
    pub person: RecordId,
    /// What was.
    pub what: Between,
}

/// How long an urge lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum UrgeLength {
    UnderFive,
    FiveToFifteen,
    FifteenToThirty,
    ThirtyToSixty,
    OverAnHour,
    StillGoing,
}

/// Hungry, angry, lonely, tired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Halt {
    Hungry,
    Angry,
    Lonely,
    Tired,
}

/// A craving check-in. Feelings stand in the record's `around`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct CheckIn {
    /// How strong the craving is now. The only thing that must be there.
    pub craving: Option<Rating>,
    /// Mood now: 0 very low, 10 very good.
    pub mood: Option<Rating>,
    /// Whether something was used since the last check-in.
    pub used: Option<Used>,
    /// What the craving is for; the person's own list.
    pub substances: Vec<String>,
    /// The strongest since the last check-in.
    pub peak: Option<Rating>,
    /// How long the urge lasted.
    pub urge_length: Option<UrgeLength>,
    /// Hungry, angry, lonely, tired.
    pub halt: Vec<Halt>,
    /// Who is there.
    pub with: Vec<Company>,
    /// What was between us, for people who need not be there.
    pub between: Vec<BetweenUs>,
    /// The moment between people it belongs to.
    pub event: Option<RecordId>,
    /// Where.
    pub place: Option<Place>,
    /// What set it off.
    pub triggers: Vec<Trigger>,
    /// What I did.
    pub coping: Vec<Coping>,
    /// How much that helped.
    pub helped: Option<Rating>,
    /// How sure I am to keep to my goal for the rest of today.
    pub confidence: Option<Rating>,
    /// Discomfort of the kind that comes with not using.
    pub body: Option<Rating>,
    /// A note.
    pub note: String,
    /// When it was entered, if not at once.
    pub entered: Option<Moment>,
}

impl CheckIn {
    /// The strongest craving this check-in knows of.
    pub fn strongest(&self) -> Option<Rating> {
        self.craving.max(self.peak)
    }

    /// Entered more than an hour after the time it tells of (domain reference B.2).
    pub fn late(&self, at: Moment) -> bool {
        self.entered.is_some_and(|entered| entered.0 - at.0 > chrono::Duration::minutes(60))
    }
}

impl Kind for CheckIn {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for substance in &self.substances {
            texts.line("substances", substance);
        }
        for company in &self.with {
            if let Company::Own(word) = company {
                texts.line("with", word);
            }
        }
        if let Some(Place::Own(word)) = &self.place {
            texts.line("place", word);
        }
        for trigger in &self.triggers {
            if let Trigger::Own(word) = trigger {
                texts.line("triggers", word);
            }
        }
        for coping in &self.coping {
            if let Coping::Own(word) = coping {
                texts.line("coping", word);
            }
        }
        texts.answer("note", &self.note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        if self.craving.is_none() {
            return Err(Invalid::Missing { field: "craving" });
        }
        at_most("substances", &self.substances, MANY)?;
        at_most("halt", &self.halt, 4)?;
        at_most("with", &self.with, MANY)?;
        at_most("between", &self.between, MANY)?;
        at_most("triggers", &self.triggers, MANY)?;
        at_most("coping", &self.coping, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        let person = |company: &Company| match company {
            Company::Person(id) => Some(*id),
            Company::Nobody | Company::PeopleAtWork | Company::Own(_) => None,
        };
        let between = self.between.iter().map(|one| one.person);
        self.with.iter().filter_map(person).chain(between).collect()
    }
}
