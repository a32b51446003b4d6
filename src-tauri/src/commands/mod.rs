//! What the window may ask for. Each command is a few lines: it checks what it
//! was given, asks the vault or the summary away from the window's thread, and
//! answers with a type or a code.

pub(crate) mod backup;
pub(crate) mod before;
pub(crate) mod bring;
pub(crate) mod care;
pub(crate) mod clip;
pub(crate) mod contacts;
pub(crate) mod course;
pub(crate) mod handed;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod page;
pub(crate) mod patterns;
pub(crate) mod people;
pub(crate) mod progress;
pub(crate) mod proof;
pub(crate) mod quick;
pub(crate) mod records;
pub(crate) mod remind;
pub(crate) mod renew;
pub(crate) mod rescue;
pub(crate) mod restore;
pub(crate) mod safe;
pub(crate) mod scales;
pub(crate) mod settings;
pub(crate) mod timeline;
pub(crate) mod today;

use tauri::State;

use crate::app::App;

/// The program's state, as commands get it.
pub(crate) type Shared<'a> = State<'a, App>;
