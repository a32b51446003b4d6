//! The page as a FHIR R4 document (domain reference F): a Bundle whose first entry
//! is a Composition with the page's own sections as narrative, and the numbers of
//! its craving block as Observations.
//!
//! Ids are random and of this file alone, so two files cannot be joined by them,
//! nor a file with the journal. Every resource carries the security labels R
//! (restricted) and ETH (substance use). No name, unless the person chose a label.

use chrono::{Datelike, NaiveDate};
use journal::Moment;
use journal::days::{Day, DayUse};
use serde_json::{Map, Value, json};

use crate::fhir_scales;
use crate::figures::Reading;
use crate::narrative;
use crate::page::{Page, Section, SectionKind};
use crate::seal::Random;
use crate::told::{closing, told};
use crate::words::Words;

/// The codes that no terminology has (domain reference F.2: no LOINC or SNOMED code
/// was found). The name ends in `.invalid`, so it is no server's and never asked for.
pub(crate) const LOCAL: &str = "https://meantime.invalid/fhir/CodeSystem/ipt-notes";
/// The version of that list.
const LOCAL_VERSION: &str = "1.1.0";

/// Code, display and definition of every local code.
const CODES: [(&str, &str, &str); 11] = [
    (
        "craving-now",
        "Craving now",
        "Craving at a check-in, self-rated from 0 none to 10 the strongest known.",
    ),
    (
        "craving-peak",
        "Strongest craving",
        "The strongest craving of a day or since the check-in before, self-rated from 0 to 10.",
    ),
    ("mood-now", "Mood now", "Mood at a check-in, self-rated from 0 very low to 10 very good."),
    (
        "use-day",
        "Use on a day",
        "Whether something was used on a day, as reported. Absent if not known.",
    ),
    ("use-days", "Days of use", "How many days of the period had use, as reported."),
    ("recorded-days", "Days recorded", "How many days of the period have an answer about use."),
    ("ucla3-total", "UCLA-3 total", "Sum of the three-item loneliness scale."),
    ("pacs-total", "PACS total", "Sum of the Penn Alcohol Craving Scale."),
    ("bam-use", "BAM use", "Use score of the Brief Addiction Monitor."),
    ("bam-risk", "BAM risk", "Risk score of the Brief Addiction Monitor."),
    ("bam-protective", "BAM protective", "Protective score of the Brief Addiction Monitor."),
];

/// The document.
pub fn fhir(page: &Page, made: Moment, random: Random<'_>) -> String {
    let mut document = Document { page, made, subject: String::new(), entries: Vec::new(), random };
    document.subject = document.fresh();
    let bundle = document.bundle();
    serde_json::to_string_pretty(&bundle).expect("it has only string keys")
}

/// The list of local codes, published beside the documents.
pub fn code_system() -> String {
    let concept = |(code, display, definition): (&str, &str, &str)| json!({ "code": code, "display": display, "definition": definition });
    let concepts: Vec<Value> = CODES.into_iter().map(concept).collect();
    let list = json!({
        "resourceType": "CodeSystem",
        "url": LOCAL,
        "version": LOCAL_VERSION,
        "name": "IptNotes",
        "title": "Between-session notes",
        "status": "active",
        "experimental": false,
        "description": "Self-reported numbers of a therapy journal for which no LOINC or SNOMED CT code was found.",
        "caseSensitive": true,
        "content": "complete",
        "count": concepts.len(),
        "concept": concepts,
    });
    serde_json::to_string_pretty(&list).expect("it has only string keys") + "\n"
}

struct Document<'a> {
    page: &'a Page,
    made: Moment,
    /// What every reference to the patient says.
    subject: String,
    entries: Vec<Value>,
    random: Random<'a>,
}

impl Document<'_> {
    fn bundle(mut self) -> Value {
        let composition = self.fresh();
        let mut sections: Vec<Value> = Vec::new();
        for section in &self.page.sections {
            let entries = match section.kind {
                SectionKind::First => self.item_nine(),
                SectionKind::Scores => self.scales(),
                SectionKind::Cravings => self.observations(),
                SectionKind::Agenda
                | SectionKind::Moments
                | SectionKind::Areas
                | SectionKind::Supports
                | SectionKind::Rhythm
                | SectionKind::WentWell
                | SectionKind::Coming
                | SectionKind::Course
                | SectionKind::CheckInNotes
                | SectionKind::Entry => Vec::new(),
            };
            sections.push(self.section(section, entries));
        }
        sections.push(self.about());
        let composition = entry(&composition, &self.composition(&sections));
        let patient = entry(&self.subject, &self.patient());
        let mut entries = vec![composition, patient];
        entries.append(&mut self.entries);
        let identifier = self.fresh();
        json!({
            "resourceType": "Bundle",
            "meta": labels(),
            "language": self.page.language,
            "identifier": { "system": "urn:ietf:rfc:3986", "value": identifier },
            "type": "document",
            "timestamp": instant(self.made),
            "entry": entries,
        })
    }

    fn composition(&self, sections: &[Value]) -> Value {
        let words = Words::of(&self.page.language);
        let patient = json!({ "reference": self.subject });
        json!({
            "resourceType": "Composition",
            "meta": labels(),
            "language": self.page.language,
            "status": "final",
            "type": { "coding": [{
                "system": "http://loinc.org", "code": "51855-5", "display": "Patient Note",
            }] },
            "subject": patient,
            "date": instant(self.made),
            "author": [patient],
            "title": words.plain("page-document-title"),
            "confidentiality": "R",
            "attester": [{ "mode": "personal", "party": patient }],
            "section": sections,
        })
    }

    fn patient(&self) -> Value {
        let label = &self.page.figures.label;
        let mut patient = json!({
            "resourceType": "Patient",
            "meta": labels(),
            "identifier": [{ "system": "urn:ietf:rfc:3986", "value": self.subject }],
        });
        if !label.is_empty() {
            patient["name"] = json!([{ "text": label }]);
        }
        patient
    }

    fn section(&self, section: &Section, entries: Vec<Value>) -> Value {
        let title = told(&section.heading);
        let text = narrative::section(self.page, section);
        let mut value = json!({ "text": { "status": "generated", "div": text } });
        if !title.trim().is_empty() {
            value["title"] = json!(title);
        }
        if !entries.is_empty() {
            value["entry"] = Value::Array(entries);
        }
        value
    }

    /// What stands in the corner and below the page: the session, the days covered,
    /// and what was left out. Never silent.
    fn about(&self) -> Value {
        let corner = self.page.corner.iter().map(told);
        let lines: Vec<String> = corner.chain(closing(self.page)).collect();
        let text = narrative::lines(self.page, &lines);
        let title = told(&self.page.title);
        json!({ "title": title, "text": { "status": "generated", "div": text } })
    }

    /// The numbers of the craving block, and references to them.
    fn observations(&mut self) -> Vec<Value> {
        let figures = &self.page.figures;
        let mut all: Vec<Value> = Vec::new();
        for reading in &figures.check_ins {
            all.extend(of_reading(reading));
        }
        for day in figures.days.iter().filter(|day| day.check_ins == 0) {
            all.push(dated(observation("craving-peak", "survey", Err("unknown")), day.day));
        }
        if figures.use_days {
            all.extend(figures.days.iter().map(of_day));
            all.extend(self.use_days());
        }
        self.keep(all)
    }

    /// The answer to item 9, where it is shared and was given.
    fn item_nine(&mut self) -> Vec<Value> {
        let all = self.page.figures.item_nine.iter().map(fhir_scales::nine).collect();
        self.keep(all)
    }

    /// Each filled scale and its scores.
    fn scales(&mut self) -> Vec<Value> {
        let patient = json!({ "reference": self.subject });
        let mut references = Vec::new();
        for filled in &self.page.figures.scales {
            let id = self.fresh();
            let mut form = fhir_scales::response(filled);
            form["subject"] = patient.clone();
            form["author"] = patient.clone();
            form["source"] = patient.clone();
            self.entries.push(entry(&id, &form));
            references.push(json!({ "reference": id }));
            let scores: Vec<Value> =
                filled.scores.iter().map(|one| fhir_scales::score(filled, one, &id)).collect();
            references.extend(self.keep(scores));
        }
        references
    }

    /// Gives observations their patient and an entry each, and answers references to them.
    fn keep(&mut self, all: Vec<Value>) -> Vec<Value> {
        let patient = json!({ "reference": self.subject });
        let mut references = Vec::new();
        for mut one in all {
            one["subject"] = patient.clone();
            one["performer"] = json!([patient]);
            let id = self.fresh();
            references.push(json!({ "reference": id }));
            self.entries.push(entry(&id, &one));
        }
        references
    }

    fn use_days(&self) -> Option<Value> {
        let figures = &self.page.figures;
        let (first, last) = (figures.days.first()?.day, figures.days.last()?.day);
        let (recorded, used) = figures.use_counts();
        let value = if recorded == 0 { Err("unknown") } else { Ok(quantity(used, "d")) };
        let mut one = observation("use-days", "social-history", value);
        one["component"] =
            json!([{ "code": coded("recorded-days"), "valueQuantity": quantity(recorded, "d") }]);
        if let (Some(first), Some(last)) = (date(first), date(last)) {
            one["effectivePeriod"] = json!({ "start": first, "end": last });
        }
        Some(one)
    }

    /// A new id, of this file alone.
    fn fresh(&mut self) -> String {
        let mut bytes = [0; 16];
        (self.random)(&mut bytes);
        format!("urn:uuid:{}", uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

fn entry(full_url: &str, resource: &Value) -> Value {
    json!({ "fullUrl": full_url, "resource": resource })
}

fn of_reading(reading: &Reading) -> impl Iterator<Item = Value> {
    let numbers = [
        ("craving-now", reading.craving),
        ("craving-peak", reading.peak),
        ("mood-now", reading.mood),
    ];
    let effective = moment(reading.at);
    numbers.into_iter().map(move |(code, number)| {
        // Asked, and skipped: never zero.
        let value = number.map(|number| quantity(number.into(), "{score}"));
        let mut one = observation(code, "survey", value.ok_or("unknown"));
        if let Some(effective) = &effective {
            one["effectiveDateTime"] = json!(effective);
        }
        one
    })
}

fn of_day(day: &Day) -> Value {
    let value = match day.used {
        DayUse::Used => Ok(json!({ "valueBoolean": true })),
        DayUse::None => Ok(json!({ "valueBoolean": false })),
        DayUse::Unknown => Err("unknown"),
    };
    dated(observation("use-day", "social-history", value), day.day)
}

/// An Observation, or one that says why its value is absent.
pub(crate) fn observation(code: &str, category: &str, value: Result<Value, &str>) -> Value {
    let mut one = Map::new();
    one.insert("resourceType".into(), json!("Observation"));
    one.insert("meta".into(), labels());
    one.insert("status".into(), json!("final"));
    let category = json!({
        "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": category,
    });
    one.insert("category".into(), json!([{ "coding": [category] }]));
    one.insert("code".into(), coded(code));
    match value {
        Ok(Value::Object(value))
            if value.keys().any(|key| key.starts_with("value") && key != "value") =>
        {
            one.extend(value);
        }
        Ok(value) => {
            one.insert("valueQuantity".into(), value);
        }
        Err(reason) => {
            let reason = json!({
                "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": reason,
            });
            one.insert("dataAbsentReason".into(), json!({ "coding": [reason] }));
        }
    }
    Value::Object(one)
}

pub(crate) fn coded(code: &str) -> Value {
    let display = CODES.iter().find(|one| one.0 == code).map_or(code, |one| one.1);
    let coding = json!({
        "system": LOCAL, "version": LOCAL_VERSION, "code": code, "display": display,
    });
    json!({ "coding": [coding], "text": format!("{display}, patient reported") })
}

pub(crate) fn quantity(number: usize, unit: &str) -> Value {
    json!({
        "value": number, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit,
    })
}

/// R is restricted, ETH substance-use information (domain reference F.1).
pub(crate) fn labels() -> Value {
    json!({ "security": [
        { "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R" },
        { "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "ETH" },
    ] })
}

fn dated(mut one: Value, day: NaiveDate) -> Value {
    if let Some(day) = date(day) {
        one["effectiveDateTime"] = json!(day);
    }
    one
}

/// FHIR has no years beyond four digits. A day beyond has no date there.
fn date(day: NaiveDate) -> Option<String> {
    (1..=9999).contains(&day.year()).then(|| day.to_string())
}

pub(crate) fn moment(at: Moment) -> Option<String> {
    date(at.day()).map(|_| instant(at))
}

pub(crate) fn instant(at: Moment) -> String {
    at.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
