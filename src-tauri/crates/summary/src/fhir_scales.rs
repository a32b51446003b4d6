//! Filled scales in FHIR: a `QuestionnaireResponse` with every answer, and an
//! `Observation` for each score and for item 9 (domain reference F.1, F.2). LOINC codes
//! are those of the scale's own file, which may only use the one table in the journal.

use serde_json::{Value, json};

use crate::fhir::{LOCAL, coded, instant, labels, moment, observation, quantity};
use crate::figures::{FilledScale, GivenAnswer, GivenScore, ItemNine};

const LOINC: &str = "http://loinc.org";
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// The filled form, without its patient.
pub(crate) fn response(filled: &FilledScale) -> Value {
    let canonical = if let Some(panel) = &filled.loinc {
        format!("{LOINC}/q/{panel}")
    } else {
        let base = LOCAL.trim_end_matches("CodeSystem/ipt-notes");
        format!("{base}Questionnaire/{}", filled.scale)
    };
    let mut one = json!({
        "resourceType": "QuestionnaireResponse",
        "meta": labels(),
        "questionnaire": canonical,
        "status": "completed",
        "item": filled.answers.iter().map(item).collect::<Vec<Value>>(),
    });
    if moment(filled.at).is_some() {
        one["authored"] = json!(instant(filled.at));
    }
    one
}

fn item(answer: &GivenAnswer) -> Value {
    let mut one = json!({ "linkId": answer.id, "text": answer.text });
    if let Some(value) = answer.value {
        let value = match &answer.choice {
            Some(_) => json!({ "valueCoding": coding(answer) }),
            None => json!({ "valueInteger": value }),
        };
        one["answer"] = json!([value]);
    } else {
        let reason = if answer.withheld { "masked" } else { "unknown" };
        one["extension"] = json!([{ "url": ABSENT, "valueCode": reason }]);
    }
    one
}

/// The words of an answer with its code, and its number beside.
fn coding(answer: &GivenAnswer) -> Value {
    let (words, code) = answer.choice.clone().unwrap_or_default();
    let mut coding = json!({ "display": words });
    if let Some(code) = code {
        coding["system"] = json!(LOINC);
        coding["code"] = json!(code);
    }
    if let Some(value) = answer.value {
        coding["extension"] = json!([{ "url": ORDINAL, "valueDecimal": value }]);
    }
    coding
}

/// A score, derived from the filled form.
pub(crate) fn score(filled: &FilledScale, score: &GivenScore, form: &str) -> Value {
    let value = score.value.map(|value| quantity(value.into(), "{score}"));
    let local = local_code(&filled.scale, &score.id);
    let mut one = observation(local.unwrap_or_default(), "survey", value.ok_or("unknown"));
    let text = if score.title.is_empty() {
        filled.title.clone()
    } else {
        format!("{}: {}", filled.title, score.title)
    };
    one["code"] = match (&score.loinc, local) {
        (Some(code), _) => json!({ "coding": [{ "system": LOINC, "code": code }], "text": text }),
        (None, Some(code)) => coded(code),
        (None, None) => json!({ "text": text }),
    };
    one["derivedFrom"] = json!([{ "reference": form }]);
    if let Some(at) = moment(filled.at) {
        one["effectiveDateTime"] = json!(at);
    }
    one
}

/// The codes of the local list for scales that LOINC has none for.
fn local_code(scale: &str, score: &str) -> Option<&'static str> {
    Some(match (scale, score) {
        ("ucla-3", "total") => "ucla3-total",
        ("pacs", "total") => "pacs-total",
        ("bam-r", "use") => "bam-use",
        ("bam-r", "risk") => "bam-risk",
        ("bam-r", "protective") => "bam-protective",
        _ => return None,
    })
}

/// The answer to item 9: its words and its number, never free text.
pub(crate) fn nine(nine: &ItemNine) -> Value {
    let value = Ok(json!({ "valueCodeableConcept": { "coding": [coding(&nine.answer)] } }));
    let mut one = observation("", "survey", value);
    let code = nine.answer.loinc.as_ref().map(|code| json!([{ "system": LOINC, "code": code }]));
    one["code"] = json!({ "coding": code, "text": nine.answer.text });
    if let Some(at) = moment(nine.at) {
        one["effectiveDateTime"] = json!(at);
    }
    one
}
