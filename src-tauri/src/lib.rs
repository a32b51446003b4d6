//! The shell: the only place that knows Tauri, the clock, paths, dialogs and the
//! operating system. It hands what the window asks for to the vault and the
//! summary, and nothing a person wrote may pass through it into an error, a log,
//! a file name or a window title.

#[cfg(all(
    not(debug_assertions),
    any(feature = "automation", feature = "failpoints", feature = "weak-kdf")
))]
compile_error!("a release has a private window and a real key derivation");

mod afterwards;
mod app;
#[cfg(feature = "bench")]
pub mod bench;
mod brought;
mod clipboard;
mod clock;
mod commands;
mod cost;
mod disks;
mod error;
mod files;
mod ipc;
#[cfg(test)]
mod ipc_names;
mod keeper;
mod lock;
mod os;
mod picks;
mod prefs;
#[cfg(target_os = "linux")]
mod recent;
mod recovery;
mod reminders;
mod rows;
mod session;
mod text;
mod tries;
mod whole;
mod window;

use tauri::Manager;

/// Opens the window and runs until it is closed.
///
/// # Panics
/// If the operating system has no place for this person's data or cannot open a
/// window; there is then nothing that could be shown.
pub fn run() {
    os::quiet();
    #[cfg(target_os = "linux")]
    os::outlive_a_killed_one();
    let ipc = ipc::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
        .invoke_handler(ipc.invoke_handler())
        .setup(move |app| {
            ipc.mount_events(app);
            let state = app::App::new(app.handle().clone(), files::data_folder(app.handle())?);
            window::open(app.handle(), &state.prefs())?;
            app.manage(state);
            if reminders::was_started_to_wait() {
                window::put_aside(app.handle());
            }
            lock::watch(app.handle().clone());
            reminders::watch(app.handle().clone());
            os::listen(app.handle());
            #[cfg(target_os = "linux")]
            recent::keep_out();
            Ok(())
        })
        .on_window_event(lock::on_window_event)
        .run(tauri::generate_context!())
        .expect("a window can be opened");
}
