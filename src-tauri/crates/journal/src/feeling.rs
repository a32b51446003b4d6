//! Feelings: eight families (domain reference A.7) and the words of the check-in
//! (B.2), each with an own word on offer.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::Texts;
use crate::value::Rating;

/// A feeling by name, or in the person's own word.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Feeling {
    /// Low, heavy.
    Sad,
    /// Angry.
    Angry,
    /// Anxious or afraid.
    Anxious,
    /// Ashamed or guilty.
    Ashamed,
    /// Alone.
    Lonely,
    /// Hurt by someone.
    Hurt,
    /// Warm towards someone.
    Tender,
    /// Glad or proud.
    Glad,
    /// Tired.
    Tired,
    /// Bored.
    Bored,
    /// Nothing much to feel.
    Numb,
    /// Under pressure.
    Stressed,
    /// Excited.
    Excited,
    /// Calm or content.
    Calm,
    /// Blamed.
    Accused,
    /// Let down by how it went.
    Disappointed,
    /// Heavy with sadness.
    Heavyhearted,
    /// A little angry.
    Annoyed,
    /// Very angry.
    Furious,
    /// A little afraid.
    Uneasy,
    /// Afraid.
    Afraid,
    /// Very afraid.
    Panicked,
    /// A little ashamed.
    Embarrassed,
    /// Of something done or left undone.
    Guilty,
    /// Not among the others.
    LeftOut,
    /// Left by someone.
    Abandoned,
    /// Turned away.
    Rejected,
    /// Let down by someone trusted.
    Betrayed,
    /// Thankful to someone.
    Grateful,
    /// Loving.
    Loving,
    /// Quietly pleased.
    Content,
    /// Of something done.
    Proud,
    /// Very glad.
    Joyful,
    /// Another word, at most 200 characters.
    Own(String),
}

/// A feeling and how strong it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Felt {
    /// Which feeling.
    pub feeling: Feeling,
    /// How strong, 0 to 10.
    #[serde(default)]
    pub strength: Option<Rating>,
}

impl From<Feeling> for Felt {
    fn from(feeling: Feeling) -> Self {
        Self { feeling, strength: None }
    }
}

pub(crate) fn own_words<'a>(felt: &'a [Felt], texts: &mut Texts<'a>) {
    for one in felt {
        if let Feeling::Own(word) = &one.feeling {
            texts.line("feelings", word);
        }
    }
}
