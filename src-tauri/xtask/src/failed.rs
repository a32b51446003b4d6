//! Why a command stopped, in a sentence for the person who ran it.

use std::fmt;
use std::io;

/// A sentence, and the exit code that goes with it.
#[derive(Debug)]
pub(crate) struct Failed {
    sentence: String,
    code: u8,
}

impl Failed {
    /// Something that was tried went wrong.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), code: 1 }
    }

    /// The command was called in a way it does not understand, or lacks something it cannot get.
    pub(crate) fn usage(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), code: 2 }
    }

    pub(crate) fn code(&self) -> u8 {
        self.code
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self::new(format!("The system said: {error}."))
    }
}
