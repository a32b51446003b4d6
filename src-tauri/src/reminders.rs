//! Shows reminders when their time has come, while the program runs. When that is, the
//! journal crate knows; what they say is one neutral line that the person can see and
//! change. Nothing of what they wrote comes near it.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs, thread};

use chrono::{NaiveDateTime, TimeDelta};
use journal::reminders::{SHOWN, seen};
use tauri::{AppHandle, Manager};

use crate::app::App;
use crate::error::{ErrorCode, Reply};
use crate::{clock, files, os};

/// How often the clock is looked at.
const BEAT: Duration = Duration::from_secs(5);
/// The standing words, where the window has them from too.
const WORDS: &str = include_str!("../../ui/words/en/remind.ftl");
/// What a start with the session is told by.
const WAIT: &str = "--wait";
/// The file that starts the program with the session.
const ENTRY: &str = "meantime.desktop";

/// Looks at the clock for as long as the program runs.
pub(crate) fn watch(app: AppHandle) {
    thread::spawn(move || {
        let state = app.state::<App>();
        // What was before the program began, nobody is reminded of.
        let mut behind = wall();
        loop {
            thread::sleep(BEAT);
            let now = wall();
            let due = state.prefs().reminder_times.to_show(behind, now);
            behind = seen(behind, now);
            // Whoever has the journal open needs no reminder of it.
            if let Some(time) = due.filter(|_| !state.is_open()) {
                let left = (SHOWN - (now - time)).max(TimeDelta::minutes(1));
                os::remind(&app, &text(&state), left.to_std().unwrap_or_default());
            }
        }
    });
}

/// Shows one now, so that the person sees what others would see.
///
/// # Errors
/// [`ErrorCode::Fault`] where nothing can be shown.
pub(crate) fn try_one(app: &AppHandle) -> Reply<()> {
    const TRIED: Duration = Duration::from_secs(20);
    let shown = os::remind(app, &text(&app.state::<App>()), TRIED);
    if shown { Ok(()) } else { Err(ErrorCode::Fault.into()) }
}

fn wall() -> NaiveDateTime {
    clock::ticks().wall.0.naive_local()
}

/// The person's own words, or the standing ones while the journal has not told.
fn text(state: &App) -> String {
    let own = state.reminder();
    if own.trim().is_empty() { standing().to_owned() } else { own }
}

fn standing() -> &'static str {
    let line = WORDS.lines().find_map(|line| line.strip_prefix("remind-standing ="));
    line.unwrap_or("Meantime").trim()
}

/// Whether this program was started with the session, to wait in the background.
pub(crate) fn was_started_to_wait() -> bool {
    env::args().skip(1).any(|word| word == WAIT)
}

/// Whether the program starts with the session; none where it cannot.
pub(crate) fn starts_itself() -> Option<bool> {
    entry().map(|file| file.exists())
}

/// Has the program start with the session, or not.
///
/// # Errors
/// [`ErrorCode::NotAllowed`] where it cannot, or what writing a file answers.
pub(crate) fn set_starts_itself(on: bool) -> Reply<()> {
    let file = entry().ok_or(ErrorCode::NotAllowed)?;
    if on {
        let program = env::current_exe().map_err(|error| files::io_code(&error))?;
        let folder = file.parent().ok_or(ErrorCode::Fault)?;
        fs::create_dir_all(folder).map_err(|error| files::io_code(&error))?;
        return files::write_whole(&file, desktop_entry(&program).as_bytes());
    }
    match fs::remove_file(&file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(files::io_code(&error).into())
        }
        _ => Ok(()),
    }
}

fn entry() -> Option<PathBuf> {
    os::autostart_folder().map(|folder| folder.join(ENTRY))
}

/// As the desktop's standard wants it: quoted, with what a shell or the standard itself
/// would read as something else taken literally.
fn desktop_entry(program: &Path) -> String {
    let mut quoted = String::new();
    for letter in program.to_string_lossy().chars() {
        match letter {
            // Once for the quotes, and once more because a backslash in the file is two.
            '"' | '`' | '$' => quoted.extend(["\\\\", &letter.to_string()]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            letter => quoted.push(letter),
        }
    }
    format!(
        "[Desktop Entry]\nType=Application\nName=Meantime\nExec=\"{quoted}\" {WAIT}\n\
         Terminal=false\nX-GNOME-Autostart-enabled=true\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standing_words_are_there_and_short() {
        let words = standing();
        assert_ne!(words, "Meantime", "they are found in the words of the window");
        assert!((1..=journal::reminders::TEXT).contains(&words.chars().count()));
        for word in ["crav", "therap", "urge", "drink", "journal", "!"] {
            assert!(!words.to_lowercase().contains(word), "{word}");
        }
    }

    #[test]
    fn a_start_with_the_session_is_quoted_as_the_standard_wants() {
        let entry = desktop_entry(Path::new("/opt/a b/50%/me$n\"t"));
        let line = entry.lines().find(|line| line.starts_with("Exec=")).unwrap();
        assert_eq!(line, r#"Exec="/opt/a b/50%%/me\\$n\\"t" --wait"#);
    }
}
