//! Text from the window, with a longest length. What is longer is refused at the
//! door, before any command sees it.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use specta::datatype::DataType;
use specta::{Type, Types};
use zeroize::Zeroize;

/// A text of at most `MOST` bytes. It may be a secret: it has no `Debug` and no
/// `Serialize`, and is wiped when it is dropped unread.
pub(crate) struct Text<const MOST: usize>(String);

/// A passphrase or PIN. Far above what the vault takes, so that one that is merely
/// too long for a passphrase is told so.
pub(crate) type SecretText = Text<4096>;
/// One group of the recovery key, with room for what a person may put into one field.
pub(crate) type GroupText = Text<256>;

impl<const MOST: usize> Text<MOST> {
    /// The text itself.
    pub(crate) fn into_string(mut self) -> String {
        std::mem::take(&mut self.0)
    }

    /// The text to look at.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> Drop for Text<MOST> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<'de, const MOST: usize> Deserialize<'de> for Text<MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Self(String::deserialize(from)?);
        if text.0.len() <= MOST {
            return Ok(text);
        }
        Err(D::Error::custom("a text is too long"))
    }
}

impl<const MOST: usize> Type for Text<MOST> {
    fn definition(types: &mut Types) -> DataType {
        String::definition(types)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_is_refused_without_being_quoted() {
        let read = |text: &str| serde_json::from_value::<Text<8>>(text.into());
        assert_eq!(read("eight ab").unwrap().as_str(), "eight ab");
        let refused = read("nine abcd").err().unwrap().to_string();
        assert!(!refused.contains("nine"), "{refused}");
    }
}
