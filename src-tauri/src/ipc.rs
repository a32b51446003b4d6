//! The one door between the window and everything else: the list of commands,
//! and the types that the window's side is generated from.

use tauri_specta::{Builder, collect_commands, collect_events};

use crate::commands::progress::Progress;
use crate::commands::{
    backup, before, bring, care, clip, contacts, course, handed, keys, list, page, patterns,
    people, proof, quick, records, remind, renew, rescue, restore, scales, settings, timeline,
    today,
};
use crate::lock::LockSoon;

/// The commands and events with their types.
#[expect(clippy::too_many_lines, reason = "a list of names")]
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .events(collect_events![LockSoon, Progress])
        .commands(collect_commands![
            before::start,
            before::set_prefs,
            before::suggest_passphrase,
            before::passphrase_strength,
            before::create_journal,
            before::unlock,
            before::unlock_with_recovery_key,
            before::check_group,
            before::lock,
            before::hide,
            before::activity,
            keys::recovery_key_typed,
            keys::recovery_key_later,
            keys::recovery_key_again,
            keys::save_recovery_sheet,
            keys::change_passphrase,
            today::today,
            today::people_to_call,
            records::new_record,
            records::record,
            records::list_records,
            records::save_record,
            records::put_draft,
            records::drop_draft,
            records::trash_record,
            records::untrash_record,
            records::delete_forever,
            records::trashed,
            records::history,
            list::journal_list,
            people::people,
            people::about_person,
            people::person_page,
            timeline::timeline,
            patterns::patterns,
            contacts::contact_weeks,
            course::course,
            handed::handed_over,
            page::page_offer,
            page::page_preview,
            page::page_file_password,
            page::page_save,
            page::page_save_as,
            page::page_printed,
            quick::quick_unlock,
            quick::unlock_with_pin,
            quick::turn_on_pin,
            quick::turn_off_pin,
            quick::wait_before_try,
            backup::backup_state,
            backup::back_up_now,
            backup::choose_backup_folder,
            backup::forget_backup_folder,
            backup::known_backups,
            bring::bring_choose,
            bring::bring_in,
            bring::bring_undo,
            bring::take_out,
            restore::choose_backup,
            restore::pick_backup,
            restore::review_backup,
            restore::restore_backup,
            restore::set_asides,
            restore::put_back_aside,
            restore::remove_aside,
            rescue::look_over,
            rescue::rescue,
            rescue::begin_anew,
            renew::renew_keys,
            renew::count_days,
            renew::delete_days,
            renew::erase_journal,
            renew::remove_left_backups,
            rescue::put_text_away,
            rescue::bring_text_back,
            keys::recovery_state,
            keys::recovery_retest_later,
            proof::reminders,
            proof::proof,
            clip::copy_text,
            scales::scales,
            scales::scale_history,
            scales::weigh_answers,
            scales::choose_scale_pack,
            settings::settings,
            settings::set_settings,
            care::ride_on,
            care::use_days,
            care::rhythm_week,
            remind::try_reminder,
            remind::starts_itself,
            remind::set_starts_itself,
        ])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use specta_typescript::Typescript;

    use super::*;
    use crate::ipc_names::COMMANDS;

    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/bindings.ts");
    const EMPTY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/empty.json");
    const CAPABILITY: &str = include_str!("../capabilities/main.json");

    /// Stale bindings are written anew and the test fails once, so that what is
    /// committed is what the window was built with.
    #[test]
    fn bindings_are_up_to_date() {
        let fresh = tempfile::tempdir().unwrap().keep().join("bindings.ts");
        // The generator's own helpers do not pass the window's stricter compiler.
        let header = "// @ts-nocheck\n// Made by the Rust test `bindings_are_up_to_date`.\n";
        builder().export(Typescript::default().header(header), &fresh).unwrap();
        // A field with a default may be missing in an old record on disk. Through
        // this door every field always passes, in both directions.
        let fresh = std::fs::read_to_string(fresh).unwrap();
        let fresh = fresh.replace("?: never", "?~ never").replace("?: ", ": ");
        let fresh = fresh.replace("?~ never", "?: never");
        let committed = std::fs::read_to_string(BINDINGS).unwrap_or_default();
        if fresh != committed {
            crate::files::write_whole(Path::new(BINDINGS), fresh.as_bytes()).unwrap();
        }
        assert!(fresh == committed, "ui/src/ipc/bindings.ts was stale and is now written anew");
    }

    /// The window's stand-in for tests makes its empty records from this file, so that
    /// a new kind needs no second description.
    #[test]
    fn empty_bodies_are_up_to_date() {
        let name = |kind: journal::KindName| kind.as_str().to_owned();
        let all: std::collections::BTreeMap<String, journal::Body> = journal::KindName::ALL
            .iter()
            .map(|&kind| (name(kind), journal::Body::empty(kind)))
            .collect();
        let fresh = serde_json::to_string_pretty(&all).unwrap() + "\n";
        let committed = std::fs::read_to_string(EMPTY).unwrap_or_default();
        if fresh != committed {
            crate::files::write_whole(Path::new(EMPTY), fresh.as_bytes()).unwrap();
        }
        assert!(fresh == committed, "ui/src/ipc/empty.json was stale and is now written anew");
    }

    #[test]
    fn what_is_registered_is_what_the_capability_allows() {
        let source = include_str!("ipc.rs");
        let list = source.split("collect_commands![").nth(1).unwrap();
        let list = list.split(']').next().unwrap();
        let mut registered: Vec<&str> = list
            .split(',')
            .filter_map(|path| path.trim().rsplit("::").next())
            .filter(|name| !name.is_empty())
            .collect();
        registered.sort_unstable();
        assert_eq!(registered, COMMANDS, "ipc_names.rs");

        let capability: serde_json::Value = serde_json::from_str(CAPABILITY).unwrap();
        let permissions = capability["permissions"].as_array().unwrap();
        let mut allowed: Vec<String> = permissions
            .iter()
            .map(|permission| permission.as_str().unwrap())
            .filter_map(|permission| permission.strip_prefix("allow-"))
            .map(|name| name.replace('-', "_"))
            .collect();
        allowed.sort();
        assert_eq!(allowed, COMMANDS, "capabilities/main.json");

        let others: Vec<&str> = permissions
            .iter()
            .filter_map(|permission| permission.as_str())
            .filter(|permission| !permission.starts_with("allow-"))
            .collect();
        assert_eq!(others, ["core:event:allow-listen", "core:event:allow-unlisten"]);
    }
}
