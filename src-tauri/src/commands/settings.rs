//! The journal's own settings.

use journal::settings::Settings;
use journal::{Body, Record};

use super::Shared;
use crate::clock;
use crate::error::Reply;
use crate::whole::Whole;

/// The journal's settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(app: Shared<'_>) -> Reply<Settings> {
    app.with(|open| open.settings()).await
}

/// Changes the journal's settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_settings(app: Shared<'_>, settings: Whole<Settings>) -> Reply<()> {
    let Whole(settings) = settings;
    let state = app.inner().clone();
    app.with(move |open| {
        let body = Body::Settings(settings.clone());
        open.keep_single(Record::with_body(clock::new_id(), clock::now(), body))?;
        state.obey(&settings);
        Ok(())
    })
    .await
}
