//! The relationship card of the interpersonal inventory (domain reference A.2).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::connection::ContactMode;
use crate::feeling::{Felt, own_words};
use crate::record::Kind;
use crate::value::Degree;

/// What someone is to the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Relation {
    Partner,
    ExPartner,
    Mother,
    Father,
    Parent,
    Son,
    Daughter,
    Child,
    Brother,
    Sister,
    Sibling,
    OtherFamily,
    Friend,
    Colleague,
    Boss,
    Sponsor,
    PeerInRecovery,
    Clinician,
    Neighbour,
    Pet,
    Other,
}

/// Whether someone is in the writer's life today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Standing {
    #[default]
    Current,
    Past,
    Died,
    Estranged,
}

/// The ring of the closeness circle: 1 very close, 2 close, 3 around me, 4 out of touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Ring {
    /// Ring 1.
    VeryClose,
    /// Ring 2.
    Close,
    /// Ring 3.
    AroundMe,
    /// Ring 4.
    OutOfTouch,
}

/// How someone weighs on the writer's recovery, in the writer's own view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum EffectOnRecovery {
    Helps,
    Harder,
    Both,
    NotSure,
}

/// Answer to "Do you feel safe raising this with them?" (domain reference D.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum FeelSafe {
    Yes,
    Mostly,
    No,
    Unsure,
    PreferNotToSay,
}

/// Whether something expected happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Met {
    Yes,
    Partly,
    No,
    #[default]
    Unknown,
}

/// Whether something expected was ever said out loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Said {
    Yes,
    Partly,
    No,
}

/// One thing that one side expects of the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Expectation {
    /// The expectation in the writer's words.
    pub text: String,
    /// Whether it is met.
    pub met: Met,
    /// Whether it was said out loud.
    pub said: Option<Said>,
    /// How much it matters, 0 to 4.
    pub importance: Option<Degree>,
}

/// How often there is contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum ContactFrequency {
    Daily,
    SeveralAWeek,
    Weekly,
    TwoOrThreeAMonth,
    Monthly,
    FewAYear,
    None,
}

/// What support consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum SupportKind {
    Emotional,
    Practical,
    Money,
    Company,
    Advice,
    Recovery,
}

/// Whose change it would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum ChangeWhose {
    Mine,
    Theirs,
    Both,
    AcceptAsIs,
}

/// What someone has to do with using.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum SubstanceRole {
    SupportsRecovery,
    Neutral,
    UsesWithMe,
    Supplies,
    PressuresMe,
    Worried,
    Harmed,
    DoesNotKnow,
}

/// What someone knows, so that nothing is told by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum KnowsAbout {
    MyUse,
    MyTreatment,
    MyMood,
}

/// Someone in the writer's life.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// The name the writer uses; a made-up one works as well. 1 to 60 characters.
    pub name: String,
    /// What they are to the writer.
    pub relation: Option<Relation>,
    /// A line about them: "six years; we live together".
    pub about: String,
    /// Whether they are in the writer's life today.
    pub standing: Standing,
    /// How close today.
    pub circle: Option<Ring>,
    /// How close the writer would like it.
    pub circle_wanted: Option<Ring>,
    /// Degrees around the circle, 0 to 359, where the writer put them.
    pub angle: Option<u16>,
    /// Their effect on recovery.
    pub effect_on_recovery: Option<EffectOnRecovery>,
    /// How often there is contact.
    pub contact_frequency: Option<ContactFrequency>,
    /// How.
    pub contact_modes: Vec<ContactMode>,
    /// What we do together.
    pub activities: String,
    /// What I can talk about with them.
    pub can_talk_about: String,
    /// What I cannot talk about with them, and why.
    pub cannot_talk_about: String,
    /// Support I give, 0 none to 4 a great deal.
    pub support_given: Option<Degree>,
    /// Support I get, 0 none to 4 a great deal.
    pub support_received: Option<Degree>,
    /// What the support I get consists of.
    pub support_kinds: Vec<SupportKind>,
    /// How much conflict there is, 0 none to 4 a great deal.
    pub conflict_level: Option<Degree>,
    /// What they have to do with using.
    pub substance_role: Vec<SubstanceRole>,
    /// What they know.
    pub knows_about: Vec<KnowsAbout>,
    /// What changed when things got harder.
    pub change_since_onset: String,
    /// What I feel when we are together.
    pub feelings_with: Vec<Felt>,
    /// What I expect from them.
    pub i_expect: Vec<Expectation>,
    /// What they expect from me, as I understand it.
    pub they_expect: Vec<Expectation>,
    /// What is good.
    pub satisfying: String,
    /// What is hard.
    pub unsatisfying: String,
    /// What I would change.
    pub change_wanted: String,
    /// Whose change that would be.
    pub change_whose: Option<ChangeWhose>,
    /// A number to call.
    pub phone: String,
    /// When or how to reach them: "after five, or text".
    pub phone_note: String,
    /// Someone to call when it is hard; shown at check-in and under Help now.
    pub can_call: bool,
    /// Whether raising things with them feels safe.
    pub feel_safe: Option<FeelSafe>,
    /// Keeps this person, and everything that is only about them, off every page.
    pub private: bool,
}

impl Person {
    /// Longest name in characters.
    pub const NAME_MAX: usize = 60;

    /// Whether tools that lead to speaking with this person may be shown.
    ///
    /// Only a clear yes opens them (domain reference D.7; ruling "Dispute safety"):
    /// working on a dispute can raise danger when someone is violent.
    pub fn safe_to_raise(&self) -> bool {
        self.feel_safe == Some(FeelSafe::Yes)
    }

    /// The name without what stands in brackets: "Ruth (Mom)" is "Ruth".
    pub fn given_name(&self) -> &str {
        self.name.split('(').next().unwrap_or(&self.name).trim()
    }
}

impl Kind for Person {
    fn title(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("name", &self.name);
        texts.line("about", &self.about);
        texts.answer("activities", &self.activities);
        texts.answer("can_talk_about", &self.can_talk_about);
        texts.answer("cannot_talk_about", &self.cannot_talk_about);
        for one in &self.i_expect {
            texts.answer("i_expect", &one.text);
        }
        for one in &self.they_expect {
            texts.answer("they_expect", &one.text);
        }
        texts.answer("satisfying", &self.satisfying);
        texts.answer("unsatisfying", &self.unsatisfying);
        texts.answer("change_wanted", &self.change_wanted);
        texts.answer("change_since_onset", &self.change_since_onset);
        own_words(&self.feelings_with, texts);
        texts.line("phone", &self.phone);
        texts.line("phone_note", &self.phone_note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        if self.name.trim().is_empty() {
            return Err(Invalid::Missing { field: "name" });
        }
        if self.name.chars().count() > Self::NAME_MAX {
            return Err(Invalid::TooLong { field: "name", max: Self::NAME_MAX });
        }
        if self.angle.is_some_and(|angle| angle > 359) {
            return Err(Invalid::OutOfRange { field: "angle" });
        }
        at_most("contact_modes", &self.contact_modes, MANY)?;
        at_most("support_kinds", &self.support_kinds, MANY)?;
        at_most("substance_role", &self.substance_role, MANY)?;
        at_most("knows_about", &self.knows_about, MANY)?;
        at_most("feelings_with", &self.feelings_with, MANY)?;
        at_most("i_expect", &self.i_expect, MANY)?;
        at_most("they_expect", &self.they_expect, MANY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_opens_the_tools() {
        let answers = [
            (None, false),
            (Some(FeelSafe::Yes), true),
            (Some(FeelSafe::Mostly), false),
            (Some(FeelSafe::No), false),
            (Some(FeelSafe::Unsure), false),
            (Some(FeelSafe::PreferNotToSay), false),
        ];
        for (feel_safe, open) in answers {
            let person = Person { feel_safe, ..Person::default() };
            assert_eq!(person.safe_to_raise(), open, "{feel_safe:?}");
        }
    }

    #[test]
    fn given_name_leaves_brackets_out() {
        let ruth = Person { name: "Ruth (Mom)".into(), ..Person::default() };
        assert_eq!(ruth.given_name(), "Ruth");
    }
}
