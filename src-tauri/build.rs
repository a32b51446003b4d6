//! Lists the app's commands for Tauri, so that a window may call only those its
//! capability names. Without this list every command is open to every window.

include!("src/ipc_names.rs");

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and the capabilities are valid");
}
