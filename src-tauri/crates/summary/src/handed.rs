//! What was handed over before: a page is compared with the last one for the therapist.

use chrono::NaiveDate;
use journal::disclosure::Disclosure;
use journal::{Body, Record};
use serde::{Deserialize, Serialize};

use crate::compose::Composer;

/// The page that was last handed over to the therapist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct LastPage {
    /// The number of the session it was for.
    pub session: Option<u16>,
    /// The day it was made.
    pub day: NaiveDate,
}

/// What was handed over to the therapist, newest last.
pub(crate) fn handed_over<'a>(composer: &Composer<'a>) -> Vec<(&'a Record, &'a Disclosure)> {
    let page = |record: &'a Record| match &record.body {
        Body::Disclosure(page) if !page.variant.is_for_others() => Some((record, page)),
        _ => None,
    };
    let mut all: Vec<_> = composer.records.iter().filter_map(page).collect();
    all.sort_by_key(|(record, _)| (record.at, record.id));
    all
}

pub(crate) fn last_page(composer: &Composer<'_>) -> Option<LastPage> {
    let (record, page) = *handed_over(composer).last()?;
    let of = |id| composer.sittings.iter().find(|one| one.record.id == id);
    let session = page.session.and_then(of).map(|one| one.session.number);
    Some(LastPage { session, day: record.at.day() })
}
