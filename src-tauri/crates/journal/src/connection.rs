//! Connection: contacts, attempts, patterns and earlier relationships (domain
//! reference A.6.4). The clinical name of the area never stands on a screen.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::{Lean, Rating, RecordId, Sure};
use crate::work::Work;

/// The work on being closer to people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Connection {
    /// The writer's title.
    pub title: String,
    /// How it is now.
    pub now: String,
    /// What the writer would like to be different.
    pub wish: String,
    /// What gets in the way.
    pub in_the_way: String,
    /// When it felt good with someone, and what each did.
    pub felt_close: String,
    /// Where the work stands.
    pub work: Work,
}

impl Kind for Connection {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("now", &self.now);
        texts.answer("wish", &self.wish);
        texts.answer("in_the_way", &self.in_the_way);
        texts.answer("felt_close", &self.felt_close);
        self.work.texts(texts);
    }
}

/// How people were in touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum ContactMode {
    InPerson,
    Call,
    Text,
    Video,
    Online,
    Letter,
}

/// Who began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum StartedBy {
    Me,
    Them,
    Planned,
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum ContactLength {
    AMinute,
    UnderFifteen,
    UnderAnHour,
    Longer,
}

/// How deep the talk went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Depth {
    SmallTalk,
    Everyday,
    Personal,
}

/// Whether something was being used around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// Nobody was using.
    Sober,
    /// People were using.
    Using,
    /// Some were.
    Mixed,
}

/// A moment of contact. With whom stands in the record's `around`; what it left
/// behind as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// The writer's title.
    pub title: String,
    /// Someone new, without a card.
    pub someone_new: bool,
    /// How.
    pub mode: Option<ContactMode>,
    /// Who began.
    pub started_by: Option<StartedBy>,
    /// How long.
    pub length: Option<ContactLength>,
    /// How deep.
    pub depth: Option<Depth>,
    /// How it felt, −3 to +3.
    pub felt: Option<Lean>,
    /// Whether something was being used around it.
    pub setting: Option<Setting>,
    /// A line about it.
    pub note: String,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Contact {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("note", &self.note);
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}

/// What came of an attempt. Each of them was worth writing down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum AttemptResult {
    WentWell,
    Mixed,
    NoReply,
    SaidNo,
    IStopped,
}

/// A try at reaching someone, also one that went nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Attempt {
    /// What I tried, in a line.
    pub title: String,
    /// What happened.
    pub what_happened: String,
    /// How hard it looked before, 0 to 10.
    pub difficulty: Option<Rating>,
    /// What came of it.
    pub result: Option<AttemptResult>,
    /// How it felt after, −3 to +3.
    pub felt_after: Option<Lean>,
    /// What I learned.
    pub learned: String,
    /// The rehearsal it grew from.
    pub rehearsal: Option<RecordId>,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Attempt {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("what_happened", &self.what_happened);
        texts.answer("learned", &self.learned);
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}

/// A story that repeats with people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Pattern {
    /// Its name.
    pub title: String,
    /// It usually starts …
    pub starts: String,
    /// Then I …
    pub then_i: String,
    /// Then they …
    pub then_they: String,
    /// It ends …
    pub ends: String,
    /// Seen with.
    pub seen_with: Vec<RecordId>,
    /// Whether it shows up in therapy too.
    pub in_therapy: Option<Sure>,
    /// A first small change.
    pub first_small_change: String,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Pattern {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("starts", &self.starts);
        texts.answer("then_i", &self.then_i);
        texts.answer("then_they", &self.then_they);
        texts.answer("ends", &self.ends);
        texts.answer("first_small_change", &self.first_small_change);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("seen_with", &self.seen_with, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        self.seen_with.clone()
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}

/// A relationship of before, and what it taught.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct PastRelationship {
    /// The writer's title.
    pub title: String,
    /// With whom, if they have a card.
    pub person: Option<RecordId>,
    /// When: "school", "2012 to 2015".
    pub period: String,
    /// What worked.
    pub worked: String,
    /// What went wrong.
    pub went_wrong: String,
    /// How it ended.
    pub how_it_ended: String,
    /// My part.
    pub my_part: String,
    /// Their part.
    pub their_part: String,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for PastRelationship {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.line("period", &self.period);
        texts.answer("worked", &self.worked);
        texts.answer("went_wrong", &self.went_wrong);
        texts.answer("how_it_ended", &self.how_it_ended);
        texts.answer("my_part", &self.my_part);
        texts.answer("their_part", &self.their_part);
    }

    fn people(&self) -> Vec<RecordId> {
        self.person.into_iter().collect()
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}
