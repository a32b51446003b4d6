//! A role transition: leaving one part in life for another (domain reference A.6.3).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::feeling::{Felt, own_words};
use crate::record::Kind;
use crate::value::{Degree, PartialDate, RecordId};
use crate::work::Work;

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Work or school.
    Work,
    /// A relationship began, changed or ended.
    Relationship,
    /// Health.
    Health,
    /// Where one lives.
    Home,
    /// Money.
    Money,
    /// Becoming a parent, or children leaving.
    Parenthood,
    /// Starting or leaving treatment.
    Treatment,
    /// Living without using, or with less.
    WithoutUsing,
    /// Coming out of custody.
    Custody,
    /// Anything else.
    Other,
}

/// Whose choice it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Chosen {
    Mine,
    NotMine,
    Both,
}

/// One line of the four fields, and how much it weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Weighed {
    /// The line.
    pub text: String,
    /// How much it weighs, 0 to 4.
    pub weight: Option<Degree>,
}

/// Something one would need to be able to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Skill {
    /// What.
    pub skill: String,
    /// How far it is there, 0 to 4.
    pub have: Option<Degree>,
    /// How it could be built.
    pub how: String,
}

/// A kind of help that is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct SupportNeeded {
    /// What kind.
    pub what: String,
    /// Who could give it.
    pub who: Option<RecordId>,
    /// Whether they were asked.
    pub asked: bool,
    /// What came of it.
    pub result: String,
}

/// A change from an old part in life to a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Transition {
    /// The writer's title.
    pub title: String,
    /// What kind of change.
    pub change: Option<ChangeKind>,
    /// The old part.
    pub from_role: String,
    /// The new part.
    pub to_role: String,
    /// When it changed.
    pub changed_on: Option<PartialDate>,
    /// Whose choice.
    pub chosen: Option<Chosen>,
    /// Whether it came suddenly.
    pub sudden: Option<bool>,
    /// What was good then.
    pub old_good: Vec<Weighed>,
    /// What was hard then.
    pub old_hard: Vec<Weighed>,
    /// What is good now.
    pub new_good: Vec<Weighed>,
    /// What is hard now.
    pub new_hard: Vec<Weighed>,
    /// What I miss.
    pub miss: String,
    /// What I am glad to leave.
    pub glad_to_leave: String,
    /// What I feel about the change, with how strong.
    pub feelings: Vec<Felt>,
    /// How the change happened.
    pub how_it_happened: String,
    /// People who have drifted away.
    pub people_lost: Vec<RecordId>,
    /// People who stayed.
    pub people_kept: Vec<RecordId>,
    /// People who are new.
    pub people_gained: Vec<RecordId>,
    /// What one needs to be able to do.
    pub skills: Vec<Skill>,
    /// Which help is needed.
    pub supports: Vec<SupportNeeded>,
    /// The part of me that goes on; what I bring with me.
    pub continues: String,
    /// What using did for me in the old part.
    pub using_then: String,
    /// What does that job now.
    pub using_now: String,
    /// One small thing to try in the new part.
    pub small_thing: String,
    /// Where the work stands.
    pub work: Work,
}

impl Transition {
    /// Whether tolerance has likely fallen: after any break, such as treatment or
    /// custody, a former dose can kill (domain reference D.4, marked for review).
    pub fn warns_of_tolerance(&self) -> bool {
        matches!(
            self.change,
            Some(ChangeKind::Treatment | ChangeKind::WithoutUsing | ChangeKind::Custody)
        )
    }

    fn grid(&self) -> [(&'static str, &[Weighed]); 4] {
        [
            ("old_good", &self.old_good),
            ("old_hard", &self.old_hard),
            ("new_good", &self.new_good),
            ("new_hard", &self.new_hard),
        ]
    }
}

impl Kind for Transition {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.line("from_role", &self.from_role);
        texts.line("to_role", &self.to_role);
        for (field, lines) in self.grid() {
            for line in lines {
                texts.answer(field, &line.text);
            }
        }
        texts.answer("miss", &self.miss);
        texts.answer("glad_to_leave", &self.glad_to_leave);
        own_words(&self.feelings, texts);
        texts.answer("how_it_happened", &self.how_it_happened);
        for one in &self.skills {
            texts.answer("skill", &one.skill);
            texts.answer("how", &one.how);
        }
        for one in &self.supports {
            texts.answer("what", &one.what);
            texts.answer("result", &one.result);
        }
        texts.answer("continues", &self.continues);
        texts.answer("using_then", &self.using_then);
        texts.answer("using_now", &self.using_now);
        texts.answer("small_thing", &self.small_thing);
        self.work.texts(texts);
    }

    fn rules(&self) -> Result<(), Invalid> {
        for (field, lines) in self.grid() {
            at_most(field, lines, MANY)?;
        }
        at_most("feelings", &self.feelings, MANY)?;
        at_most("people_lost", &self.people_lost, MANY)?;
        at_most("people_kept", &self.people_kept, MANY)?;
        at_most("people_gained", &self.people_gained, MANY)?;
        at_most("skills", &self.skills, MANY)?;
        at_most("supports", &self.supports, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        let lists = [&self.people_lost, &self.people_kept, &self.people_gained];
        let asked = self.supports.iter().filter_map(|one| one.who);
        lists.into_iter().flatten().copied().chain(asked).collect()
    }
}
