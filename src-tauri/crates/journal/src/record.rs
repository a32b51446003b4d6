//! The record: the one shape in which everything is kept.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::answers::{Answers, ScalePack};
use crate::care::{Care, CareDay};
use crate::check::{ANSWER, Invalid, LINE, MANY, Text, Texts, at_most};
use crate::check_in::CheckIn;
use crate::choices::PageChoices;
use crate::circle::Circle;
use crate::conflict::Conflict;
use crate::connection::{Attempt, Connection, Contact, PastRelationship, Pattern};
use crate::course::{Area, Course, Session};
use crate::disclosure::Disclosure;
use crate::dispute::Dispute;
use crate::event::{Event, LifeEvent};
use crate::feeling::{Felt, own_words};
use crate::grief::{Grief, Loss, Memory};
use crate::note::Note;
use crate::person::Person;
use crate::plan::SafetyPlan;
use crate::prompt::Prompt;
use crate::rhythm::{Rhythm, RhythmDay};
use crate::ride::Ride;
use crate::settings::Settings;
use crate::technique::{Decision, Experiment, Rehearsal};
use crate::transition::Transition;
use crate::used::{Use, UseDay};
use crate::value::{Change, Moment, RecordId};
use crate::weekly::Weekly;
use crate::work::Work;

/// What a type must tell about itself to be kept as a record.
pub trait Kind {
    /// The writer's title, for kinds that have one.
    fn title(&self) -> Option<&str> {
        None
    }

    /// Every text a person wrote in it, in reading order, with its limit.
    fn texts<'a>(&'a self, texts: &mut Texts<'a>);

    /// What must hold besides the lengths of texts.
    ///
    /// # Errors
    /// [`Invalid`] naming the field.
    fn rules(&self) -> Result<(), Invalid> {
        Ok(())
    }

    /// People it names besides those of [`Around`].
    fn people(&self) -> Vec<RecordId> {
        Vec::new()
    }

    /// The long-lived work it belongs to, such as a loss or a course.
    fn focus(&self) -> Option<RecordId> {
        None
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// The name of a kind, as it stands in the store and in exports. Frozen once released.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        pub enum KindName {
            $($(#[$doc])* #[serde(rename = $name)] $kind,)*
        }

        impl KindName {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The name in the store and in exports.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }
        }

        /// What a record holds.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
        #[serde(tag = "kind")]
        pub enum Body {
            $($(#[$doc])* #[serde(rename = $name)] $kind($kind),)*
        }

        impl Body {
            /// An empty one of the kind.
            pub fn empty(kind: KindName) -> Self {
                match kind {
                    $(KindName::$kind => Self::$kind($kind::default()),)*
                }
            }

            /// Which kind it is.
            pub fn name(&self) -> KindName {
                match self {
                    $(Self::$kind(_) => KindName::$kind,)*
                }
            }

            fn kind(&self) -> &dyn Kind {
                match self {
                    $(Self::$kind(kind) => kind,)*
                }
            }
        }
    };
}

kinds! {
    /// Someone in the writer's life.
    Person = "person",
    /// An argument or a silence.
    Conflict = "conflict",
    /// Someone who died.
    Loss = "loss",
    /// Something written about a loss.
    Grief = "grief",
    /// A craving check-in.
    CheckIn = "check_in",
    /// An empty page.
    Note = "note",
    /// The course of therapy.
    Course = "course",
    /// One session of it.
    Session = "session",
    /// What was chosen for the page.
    PageChoices = "page_choices",
    /// A page that left the journal.
    Disclosure = "disclosure",
    /// The journal's own settings.
    Settings = "settings",
    /// A dated picture of the closeness circle.
    Circle = "circle",
    /// Long-lived work on a relationship in dispute.
    Dispute = "dispute",
    /// Long-lived work on a change in life.
    Transition = "transition",
    /// Long-lived work on being closer to people.
    Connection = "connection",
    /// A moment of contact.
    Contact = "contact",
    /// A try at reaching someone.
    Attempt = "attempt",
    /// A story that repeats with people.
    Pattern = "pattern",
    /// A relationship of before.
    PastRelationship = "past_relationship",
    /// A memory of someone who died.
    Memory = "memory",
    /// A moment between people.
    Event = "event",
    /// Something on the life chart.
    LifeEvent = "life_event",
    /// A question with options.
    Decision = "decision",
    /// A conversation practised before it is had.
    Rehearsal = "rehearsal",
    /// A small thing to try.
    Experiment = "experiment",
    /// One week's numbers for a piece of work.
    Weekly = "weekly",
    /// A question of one's own to write from.
    Prompt = "prompt",
    /// Whether the daily rhythm is kept, and the times aimed for.
    Rhythm = "rhythm",
    /// One day's rhythm.
    RhythmDay = "rhythm_day",
    /// Medication or other care.
    Care = "care",
    /// Whether it was taken on a day.
    CareDay = "care_day",
    /// An urge that was ridden out with a timer.
    Ride = "ride",
    /// A time of use.
    Use = "use",
    /// What the person said of one whole day in the calendar of use.
    UseDay = "use_day",
    /// The safety plan.
    SafetyPlan = "safety_plan",
    /// A filled scale.
    Answers = "answers",
    /// A scale that came with a file.
    ScalePack = "scale_pack",
}

impl KindName {
    /// Whether it is something written at a moment, and so stands in the journal's list.
    pub fn is_written(self) -> bool {
        match self {
            Self::Conflict
            | Self::Grief
            | Self::Note
            | Self::Contact
            | Self::Attempt
            | Self::Memory
            | Self::Event
            | Self::Decision
            | Self::Rehearsal
            | Self::Experiment
            | Self::Ride
            | Self::Use => true,
            Self::Person
            | Self::Loss
            | Self::CheckIn
            | Self::Course
            | Self::Session
            | Self::PageChoices
            | Self::Disclosure
            | Self::Settings
            | Self::Circle
            | Self::Dispute
            | Self::Transition
            | Self::Connection
            | Self::Pattern
            | Self::PastRelationship
            | Self::LifeEvent
            | Self::Weekly
            | Self::Prompt
            | Self::Rhythm
            | Self::RhythmDay
            | Self::Care
            | Self::CareDay
            | Self::UseDay
            | Self::SafetyPlan
            | Self::Answers
            | Self::ScalePack => false,
        }
    }

    /// Whether a search through the whole journal looks into it.
    pub fn is_searched(self) -> bool {
        self.is_written()
            || self.area().is_some()
            || matches!(
                self,
                Self::Person
                    | Self::CheckIn
                    | Self::Pattern
                    | Self::PastRelationship
                    | Self::LifeEvent
                    | Self::Care
                    | Self::SafetyPlan
                    | Self::Course
                    | Self::Session
            )
    }

    /// The area, for the kinds of long-lived work.
    pub fn area(self) -> Option<Area> {
        match self {
            Self::Dispute => Some(Area::Dispute),
            Self::Loss => Some(Area::Grief),
            Self::Transition => Some(Area::Transition),
            Self::Connection => Some(Area::Connection),
            _ => None,
        }
    }

    /// Whether making one leads to speaking with someone, so that it is on offer only
    /// where that is clearly safe (domain reference D.7; ruling "Dispute safety").
    pub fn leads_to_speaking(self) -> bool {
        matches!(self, Self::Rehearsal | Self::Experiment)
    }
}

/// Who may see a written item. Check-in numbers and scores follow their block on
/// the page instead (ruling "Sharing").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// Stays with the writer and leaves no trace on any page.
    #[default]
    OnlyMe,
    /// May be chosen for a page.
    ToBring,
}

/// What stands around a written moment: who, which feelings, mood and craving.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Around {
    /// People it is about.
    pub people: Vec<RecordId>,
    /// What was felt.
    pub feelings: Vec<Felt>,
    /// Mood before and after: 0 very low, 10 very good.
    pub mood: Change,
    /// Craving before and after: 0 none, 10 the strongest known.
    pub craving: Change,
}

/// One record of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its id, for as long as the journal lives.
    pub id: RecordId,
    /// When it was; for a session, when it is planned.
    pub at: Moment,
    /// Who may see it.
    #[serde(default)]
    pub share: Share,
    /// What stood around it.
    #[serde(default)]
    pub around: Around,
    /// What it holds.
    pub body: Body,
}

impl Record {
    /// An empty record of a kind, `Only me`.
    pub fn new(id: RecordId, at: Moment, kind: KindName) -> Self {
        Self::with_body(id, at, Body::empty(kind))
    }

    /// A record around a body, `Only me`.
    pub fn with_body(id: RecordId, at: Moment, body: Body) -> Self {
        Self { id, at, share: Share::default(), around: Around::default(), body }
    }

    /// Which kind it is.
    pub fn kind(&self) -> KindName {
        self.body.name()
    }

    /// The writer's title, or empty.
    pub fn title(&self) -> &str {
        self.body.kind().title().unwrap_or_default().trim()
    }

    /// The first words written besides the title; empty if nothing was.
    pub fn opening(&self) -> &str {
        Self::first_of(self.texts(), self.kind())
    }

    pub(crate) fn first_of(texts: Vec<Text<'_>>, kind: KindName) -> &str {
        let is_title =
            |text: &Text<'_>| matches!(text.field, "title" | "name" | "feelings" | "place");
        let is_kept_off =
            |text: &Text<'_>| kind == KindName::Loss && Loss::KEPT_OFF_LISTS.contains(&text.field);
        let written =
            |text: &Text<'_>| !is_title(text) && !is_kept_off(text) && !text.text.trim().is_empty();
        texts.into_iter().find(written).map_or("", |text| text.text.trim())
    }

    /// Whether the writer has put nothing into it yet. The moment, and who may
    /// see it, do not count.
    pub fn is_empty(&self) -> bool {
        self.around == Around::default() && self.body == Body::empty(self.kind())
    }

    /// Every text in it, in reading order.
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Texts::default();
        self.body.kind().texts(&mut texts);
        own_words(&self.around.feelings, &mut texts);
        texts.into_vec()
    }

    /// Everything that search looks through, one text a line.
    pub fn search_text(&self) -> String {
        lines(self.texts())
    }

    /// Where long-lived work stands; none for what is no such work.
    pub fn work(&self) -> Option<&Work> {
        match &self.body {
            Body::Dispute(dispute) => Some(&dispute.work),
            Body::Loss(loss) => Some(&loss.work),
            Body::Transition(transition) => Some(&transition.work),
            Body::Connection(connection) => Some(&connection.work),
            _ => None,
        }
    }

    /// The people it names, each once, in order of mention.
    pub fn people(&self) -> Vec<RecordId> {
        let mut people = Vec::new();
        for id in self.around.people.iter().copied().chain(self.body.kind().people()) {
            if !people.contains(&id) {
                people.push(id);
            }
        }
        people
    }

    /// The long-lived work it belongs to.
    pub fn focus(&self) -> Option<RecordId> {
        self.body.kind().focus()
    }

    /// Whether it may be kept.
    ///
    /// # Errors
    /// [`Invalid`] names the first field that may not; never what stands in it.
    pub fn check(&self) -> Result<(), Invalid> {
        for text in self.texts() {
            if text.text.chars().count() > text.max {
                return Err(Invalid::TooLong { field: text.field, max: text.max });
            }
        }
        at_most("people", &self.around.people, MANY)?;
        at_most("feelings", &self.around.feelings, MANY)?;
        self.body.kind().rules()
    }
}

// A line is the shorter limit; the border tests lean on that.
const _: () = assert!(LINE < ANSWER);

/// Texts one a line, empty ones left out.
pub(crate) fn lines(texts: Vec<Text<'_>>) -> String {
    let mut all = String::new();
    for text in texts {
        let text = text.text.trim();
        if !text.is_empty() {
            all.push_str(text);
            all.push('\n');
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::check_in::Company;
    use crate::conflict::{Speaker, Turn};
    use crate::value::Rating;

    fn id(number: u128) -> RecordId {
        RecordId(Uuid::from_u128(number))
    }

    fn record(body: Body) -> Record {
        let at = Moment("2026-03-08T19:00:00+01:00".parse().unwrap());
        Record::with_body(id(1), at, body)
    }

    #[test]
    fn every_kind_survives_json() {
        for &kind in KindName::ALL {
            let before = Record::new(id(1), record(Body::empty(kind)).at, kind);
            let json = serde_json::to_string(&before).unwrap();
            assert!(json.contains(&format!("\"kind\":\"{}\"", kind.as_str())), "{json}");
            assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), before);
            assert!(before.is_empty(), "a new {kind:?} is empty");
        }
    }

    #[test]
    fn a_field_nobody_knows_is_refused() {
        let json = r#"{"kind":"note","title":"a","text":"b","colour":"red"}"#;
        assert!(serde_json::from_str::<Body>(json).is_err());
    }

    #[test]
    fn a_text_over_its_limit_is_refused_without_quoting_it() {
        let note = Note { title: "secret ".repeat(40), ..Note::default() };
        let refused = record(Body::Note(note)).check().unwrap_err();
        assert_eq!(refused, Invalid::TooLong { field: "title", max: LINE });
        assert!(!refused.to_string().contains("secret"));
    }

    #[test]
    fn limits_count_characters_not_bytes() {
        let note = Note { title: "ж".repeat(LINE), ..Note::default() };
        assert_eq!(record(Body::Note(note)).check(), Ok(()));
    }

    #[test]
    fn a_check_in_needs_its_one_number() {
        let empty = record(Body::CheckIn(CheckIn::default()));
        assert_eq!(empty.check(), Err(Invalid::Missing { field: "craving" }));
        let zero = CheckIn { craving: Rating::new(0), ..CheckIn::default() };
        assert_eq!(record(Body::CheckIn(zero)).check(), Ok(()), "zero is an answer");
    }

    #[test]
    fn people_are_gathered_once_from_everywhere() {
        let turn = Turn { speaker: Speaker::Person(id(7)), ..Turn::default() };
        let conflict = Conflict { turns: vec![turn.clone(), turn], ..Conflict::default() };
        let mut argument = record(Body::Conflict(conflict));
        argument.around.people = vec![id(8), id(7)];
        assert_eq!(argument.people(), [id(8), id(7)]);

        let with = vec![Company::Person(id(9)), Company::Nobody];
        let check_in = CheckIn { with, ..CheckIn::default() };
        assert_eq!(record(Body::CheckIn(check_in)).people(), [id(9)]);
    }

    #[test]
    fn search_sees_every_text_of_a_conversation() {
        let turn = Turn { said: "said it".into(), meant: "meant it".into(), ..Turn::default() };
        let conflict = Conflict { title: "Late".into(), turns: vec![turn], ..Conflict::default() };
        assert_eq!(record(Body::Conflict(conflict)).search_text(), "Late\nsaid it\nmeant it\n");
    }

    #[test]
    fn opening_is_the_first_text_after_the_title() {
        let conflict = Conflict {
            title: "Late".into(),
            what_happened: " I got home. ".into(),
            ..Conflict::default()
        };
        assert_eq!(record(Body::Conflict(conflict)).opening(), "I got home.");
    }

    #[test]
    fn the_opening_of_a_loss_tells_nothing_of_the_death() {
        let mut loss = Loss { how_i_heard: "By phone.".into(), ..Loss::default() };
        assert_eq!(record(Body::Loss(loss.clone())).opening(), "");
        loss.best_times = "Her singing.".into();
        assert_eq!(record(Body::Loss(loss)).opening(), "Her singing.");
    }
}
