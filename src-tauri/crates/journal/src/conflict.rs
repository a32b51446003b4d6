//! A conflict and its conversation, turn by turn (domain reference A.6.1, A.7).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, TURNS, Texts, at_most};
use crate::check_in::Place;
use crate::feeling::{Felt, own_words};
use crate::record::Kind;
use crate::value::{Lean, Rating, RecordId, Sure, Used};

/// Who spoke or acted in a turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The writer.
    #[default]
    Me,
    /// A person with a card.
    Person(RecordId),
    /// The other one, before anyone was chosen.
    Other,
    /// Nobody spoke: a silence or something done.
    Nobody,
}

/// One turn of a conversation, as close to the real words as memory allows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Turn {
    /// Who spoke.
    pub speaker: Speaker,
    /// What was said or done.
    pub said: String,
    /// What I meant by it; for the other's turn, what I took it to mean.
    pub meant: String,
    /// What I felt.
    pub felt: Vec<Felt>,
    /// What I did not say.
    pub not_said: String,
    /// What the hands, the face or the voice did.
    pub nonverbal: String,
}

/// A way of talking. A neutral list; the writer picks for both sides (domain
/// reference A.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum TalkStyle {
    Silence,
    Hinting,
    Blaming,
    MindReading,
    Sarcasm,
    GivingIn,
    WalkingOut,
    RaisingOldThings,
    Threats,
    ClearRequest,
    IStatement,
    ListeningBack,
    Apology,
}

/// Where a dispute stands (domain reference A.6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Both still try. On screen: talking it through.
    Renegotiation,
    /// Talk has stopped. On screen: stuck.
    Impasse,
    /// Beyond repair. On screen: coming to an end.
    Dissolution,
}

/// Small things that could be tried next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum NextStep {
    SayWhatIFelt,
    AskWhatTheyMeant,
    PickACalmerTime,
    PractiseWithTherapist,
}

/// An argument, or a silence, with someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Conflict {
    /// The writer's title.
    pub title: String,
    /// Where it was.
    pub place: Option<Place>,
    /// What happened.
    pub what_happened: String,
    /// The conversation, at most 60 turns.
    pub turns: Vec<Turn>,
    /// Which turn it turned at, counted from 1.
    pub turning_point: Option<u8>,
    /// How I talked.
    pub my_style: Vec<TalkStyle>,
    /// How they talked.
    pub their_style: Vec<TalkStyle>,
    /// What I meant to get across.
    pub message_meant: String,
    /// What they likely heard.
    pub message_heard: String,
    /// What else I could have said, a line each.
    pub other_lines: Vec<String>,
    /// How far I got what I wanted, 0 to 10.
    pub got_what_i_wanted: Option<Rating>,
    /// How it was between us after, −3 to +3.
    pub between_us_after: Option<Lean>,
    /// Whether I had used before it.
    pub i_had_used: Option<Sure>,
    /// Whether they had used before it.
    pub they_had_used: Option<Sure>,
    /// What I wanted.
    pub i_wanted: String,
    /// What they might have wanted.
    pub they_wanted: String,
    /// How it ended.
    pub how_it_ended: String,
    /// Where it stands now.
    pub stage: Option<Stage>,
    /// What I could try next, in words.
    pub next_try: String,
    /// What I could try next, from the list.
    pub next_steps: Vec<NextStep>,
    /// Whether something was used after it.
    pub used_after: Option<Used>,
    /// A line on what I did after.
    pub after_note: String,
    /// The dispute it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Conflict {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        if let Some(Place::Own(place)) = &self.place {
            texts.line("place", place);
        }
        texts.answer("what_happened", &self.what_happened);
        for turn in &self.turns {
            texts.answer("said", &turn.said);
            texts.answer("meant", &turn.meant);
            own_words(&turn.felt, texts);
            texts.answer("not_said", &turn.not_said);
            texts.answer("nonverbal", &turn.nonverbal);
        }
        texts.answer("message_meant", &self.message_meant);
        texts.answer("message_heard", &self.message_heard);
        texts.answers("other_lines", &self.other_lines);
        texts.answer("i_wanted", &self.i_wanted);
        texts.answer("they_wanted", &self.they_wanted);
        texts.answer("how_it_ended", &self.how_it_ended);
        texts.answer("next_try", &self.next_try);
        texts.answer("after_note", &self.after_note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("turns", &self.turns, TURNS)?;
        at_most("my_style", &self.my_style, MANY)?;
        at_most("their_style", &self.their_style, MANY)?;
        at_most("other_lines", &self.other_lines, MANY)?;
        at_most("next_steps", &self.next_steps, MANY)?;
        let turn = self.turning_point.map(usize::from);
        if turn.is_some_and(|turn| turn == 0 || turn > self.turns.len()) {
            return Err(Invalid::OutOfRange { field: "turning_point" });
        }
        Ok(())
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }

    fn people(&self) -> Vec<RecordId> {
        let speakers = self.turns.iter().map(|turn| turn.speaker);
        speakers
            .filter_map(|speaker| match speaker {
                Speaker::Person(id) => Some(id),
                Speaker::Me | Speaker::Other | Speaker::Nobody => None,
            })
            .collect()
    }
}
