//! Settings and choices from the window, every field named. A file of an earlier release may
//! lack a field, which then gets its default; what the window sends never lacks one.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use specta::datatype::DataType;
use specta::{Type, Types};

/// A `T` that came with all of its fields. An empty object or list would otherwise be read as
/// the defaults, and what a person had chosen be gone without a word.
pub(crate) struct Whole<T>(pub(crate) T);

impl<'de, T: Serialize + DeserializeOwned> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        // The reader's own sentence may quote what was written.
        let refused = || D::Error::custom("a field is missing or not as it should be");
        let read: T = T::deserialize(&value).map_err(|_| refused())?;
        match serde_json::to_value(&read) {
            Ok(whole) if has_the_fields_of(&value, &whole) => Ok(Self(read)),
            _ => Err(refused()),
        }
    }
}

impl<T: Type> Type for Whole<T> {
    fn definition(types: &mut Types) -> DataType {
        T::definition(types)
    }
}

/// Whether what came has every field, at every depth, that it has when it is written again.
fn has_the_fields_of(came: &Value, whole: &Value) -> bool {
    match (came, whole) {
        (Value::Object(came), Value::Object(whole)) => whole
            .iter()
            .all(|(name, inner)| came.get(name).is_some_and(|it| has_the_fields_of(it, inner))),
        (Value::Array(came), Value::Array(whole)) => {
            came.len() == whole.len()
                && came.iter().zip(whole).all(|(it, inner)| has_the_fields_of(it, inner))
        }
        (_, Value::Object(_)) | (Value::Object(_), _) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use journal::PageChoices;
    use journal::settings::Settings;
    use serde_json::json;

    use super::*;

    fn takes<T: Serialize + DeserializeOwned>(value: &Value) -> bool {
        serde_json::from_value::<Whole<T>>(value.clone()).is_ok()
    }

    #[test]
    fn only_what_has_every_field_is_taken() {
        let choices = serde_json::to_value(PageChoices::default()).unwrap();
        assert!(takes::<PageChoices>(&choices));
        assert!(takes::<Settings>(&serde_json::to_value(Settings::default()).unwrap()));
        for value in [json!([]), json!({}), json!(null), json!({ "lock_after_minutes": 5 })] {
            assert!(!takes::<Settings>(&value), "{value}");
            assert!(!takes::<PageChoices>(&value), "{value}");
        }
        for field in choices.as_object().unwrap().keys() {
            let mut less = choices.clone();
            less.as_object_mut().unwrap().remove(field);
            assert!(!takes::<PageChoices>(&less), "without {field}");
        }
    }

    #[test]
    fn what_lies_deeper_has_its_fields_too() {
        let id = "01890000-0000-7000-8000-000000000000";
        let mut choices = serde_json::to_value(PageChoices::default()).unwrap();
        choices["items"] = json!([{ "item": id, "on": true }]);
        assert!(takes::<PageChoices>(&choices));
        // A list in the place of an object is taken field by field by the reader.
        choices["items"] = json!([[id, true]]);
        assert!(!takes::<PageChoices>(&choices));
        choices["items"] = json!([]);
        let mut unknown = choices.clone();
        unknown["more"] = json!(1);
        assert!(!takes::<PageChoices>(&unknown));
    }

    #[test]
    fn a_refusal_quotes_nothing() {
        let refused = serde_json::from_value::<Whole<Settings>>(json!({ "a secret": 1 }));
        let sentence = refused.err().unwrap().to_string();
        assert!(!sentence.contains("secret"), "{sentence}");
    }
}
