//! The readable export against its schema: every kind, every field, every name.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::BTreeSet;

use chrono::{FixedOffset, NaiveDate};
use journal::export::Readable;
use journal::{Body, KindName, Moment, Record};
use serde_json::Value;

mod every;

const SCHEMA: &str = include_str!("../../journal/readable.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn at(text: &str) -> Moment {
    Moment(text.parse().unwrap())
}

fn export(records: Vec<Record>) -> Value {
    let readable = Readable::new(records, at("2026-03-09T10:00:00-05:00"));
    serde_json::from_str(&readable.to_json()).unwrap()
}

fn sample() -> Value {
    let offset = FixedOffset::west_opt(5 * 3600).unwrap();
    export(demo::course("2026-03-09".parse::<NaiveDate>().unwrap(), offset))
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap()
}

/// Every `properties` object below `schema`, by its JSON pointer.
fn property_lists(schema: &Value, pointer: &str, found: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            for (key, value) in object {
                let below = format!("{pointer}/{key}");
                let is_list = key == "properties" && value.is_object();
                property_lists(value, &below, found);
                if is_list {
                    found.push(below);
                }
            }
        }
        Value::Array(array) => {
            for (index, value) in array.iter().enumerate() {
                property_lists(value, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_schema_is_a_schema() {
    jsonschema::draft202012::meta::validate(&schema()).unwrap();
}

#[test]
fn the_sample_course_fits_the_schema() {
    let validator = validator(&schema());
    let export = sample();
    let errors: Vec<_> =
        validator.iter_errors(&export).map(|error| error.instance_path().to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn every_field_and_every_name_fits_the_schema() {
    let validator = validator(&schema());
    let records = every::records();
    let kinds: BTreeSet<_> = records.iter().map(Record::kind).collect();
    assert_eq!(kinds, KindName::ALL.iter().copied().collect(), "one of each kind");
    for record in records {
        assert_eq!(record.check(), Ok(()), "{:?}", record.kind());
        let kind = record.kind();
        let export = export(vec![record]);
        let errors: Vec<_> =
            validator.iter_errors(&export).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{kind:?}: {errors:?}");
    }
}

#[test]
fn an_empty_record_of_each_kind_fits_unless_something_must_be_there() {
    let validator = validator(&schema());
    for &kind in KindName::ALL {
        let record = Record::new(every::ID, at("2026-03-09T10:00:00Z"), kind);
        let kept = record.check().is_ok();
        let fits = validator.is_valid(&export(vec![record]));
        assert_eq!(fits, kept, "{kind:?}: the schema and the program agree");
    }
}

#[test]
fn a_field_taken_out_of_the_schema_is_noticed() {
    let whole = schema();
    let export = export(every::records());
    let mut lists = Vec::new();
    property_lists(&whole, "", &mut lists);
    let mut fields = 0;
    for list in lists {
        let names: Vec<String> =
            whole.pointer(&list).unwrap().as_object().unwrap().keys().cloned().collect();
        for name in names {
            let mut less = whole.clone();
            less.pointer_mut(&list).unwrap().as_object_mut().unwrap().remove(&name);
            assert!(!validator(&less).is_valid(&export), "without {list}/{name}");
            fields += 1;
        }
    }
    assert!(fields > 350, "{fields} fields were tried");
}

#[test]
fn a_kind_taken_out_of_the_schema_is_noticed() {
    let whole = schema();
    let export = export(every::records());
    let kinds = "/$defs/record/properties/body/oneOf";
    let count = whole.pointer(kinds).unwrap().as_array().unwrap().len();
    assert_eq!(count, KindName::ALL.len());
    for index in 0..count {
        let mut less = whole.clone();
        less.pointer_mut(kinds).unwrap().as_array_mut().unwrap().remove(index);
        assert!(!validator(&less).is_valid(&export), "without kind {index}");
    }
}

#[test]
fn every_field_is_described() {
    let whole = schema();
    let mut lists = Vec::new();
    property_lists(&whole, "", &mut lists);
    for list in lists {
        for (name, field) in whole.pointer(&list).unwrap().as_object().unwrap() {
            let description = field["description"].as_str().unwrap_or_default();
            assert!(description.len() > 5, "{list}/{name} needs a description");
        }
        let object = list.trim_end_matches("/properties");
        let closed = whole.pointer(&format!("{object}/additionalProperties"));
        assert_eq!(closed, Some(&Value::Bool(false)), "{object} lets unknown fields in");
    }
}

#[test]
fn values_out_of_range_do_not_fit() {
    let validator = validator(&schema());
    let spoil = |kind: KindName, pointer: &str, value: Value| {
        let all = every::records();
        let record = all.into_iter().find(|record| record.kind() == kind).unwrap();
        let mut export = export(vec![record]);
        *export.pointer_mut(&format!("/records/0/{pointer}")).unwrap() = value;
        assert!(!validator.is_valid(&export), "{pointer} of {kind:?}");
    };
    spoil(KindName::CheckIn, "body/craving", 11.into());
    spoil(KindName::CheckIn, "body/craving", Value::Null);
    spoil(KindName::CheckIn, "body/mood", "five".into());
    spoil(KindName::Person, "body/name", "".into());
    spoil(KindName::Person, "body/name", "x".repeat(61).into());
    spoil(KindName::Person, "body/angle", 360.into());
    spoil(KindName::Person, "body/support_given", 5.into());
    spoil(KindName::Person, "body/i_expect/0/importance", (-1).into());
    spoil(KindName::Person, "body/contact_modes/0", "pigeon".into());
    spoil(KindName::Conflict, "body/turning_point", 0.into());
    spoil(KindName::Conflict, "body/between_us_after", (-4).into());
    spoil(KindName::Circle, "body/positions/0/angle", 360.into());
    spoil(KindName::Circle, "body/positions/0/ring", Value::Null);
    spoil(KindName::Dispute, "body/stages/0/on", "March".into());
    spoil(KindName::Dispute, "body/work/status", "lost".into());
    spoil(KindName::Transition, "body/old_good/0/weight", 5.into());
    spoil(KindName::Contact, "body/felt", 4.into());
    spoil(KindName::Weekly, "body/mastery", 11.into());
    spoil(KindName::LifeEvent, "body/mood", (-6).into());
    spoil(KindName::Decision, "body/chosen", (-1).into());
    spoil(KindName::Experiment, "body/status", "overdue".into());
    spoil(KindName::Course, "body/planned_sessions", 0.into());
    spoil(KindName::Session, "body/number", 0.into());
    spoil(KindName::Settings, "body/lock_after_minutes", 31.into());
    spoil(KindName::Answers, "body/answers/0/value", (-1).into());
    spoil(KindName::Answers, "body/scale", "".into());
    spoil(KindName::ScalePack, "body/scale/id", "".into());
    spoil(KindName::Note, "at", "yesterday".into());
    spoil(KindName::Note, "id", "1".into());
    spoil(KindName::Note, "share", "everyone".into());
    spoil(KindName::Note, "body/kind", "poem".into());
}

#[test]
fn what_fits_is_read_back() {
    let records = every::records();
    let text = export(records.clone()).to_string();
    let mut read = Readable::from_json(&text).unwrap().records;
    let mut before = records;
    read.sort_by_key(|record| record.id);
    before.sort_by_key(|record| record.id);
    assert_eq!(read, before);
    assert!(read.iter().any(|record| matches!(record.body, Body::CheckIn(_))));
}
