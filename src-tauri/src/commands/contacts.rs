//! Contact with people, week by week.

use journal::KindName;
use journal::contacts::{self, ContactWeek};
use vault::Filter;

use super::Shared;
use crate::clock;
use crate::error::Reply;

/// The weeks up to this one, earliest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn contact_weeks(app: Shared<'_>, weeks: u8) -> Reply<Vec<ContactWeek>> {
    app.with(move |open| {
        let today = clock::now().day();
        let records = open.vault.records(&Filter {
            kinds: vec![KindName::Contact, KindName::Attempt],
            from: Some(contacts::first_day(today, weeks)),
            ..Filter::default()
        })?;
        let people = open.all_of(&[KindName::Person])?;
        Ok(contacts::contact_weeks(&records, &people, today, weeks))
    })
    .await
}
