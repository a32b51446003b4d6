//! A window with nothing in it: what Tauri and the system's web view need by themselves,
//! to measure the program against. Only `cargo xtask bench` builds it.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    tauri::Builder::default()
        .setup(|app| {
            let nothing = WebviewUrl::External("about:blank".parse()?);
            WebviewWindowBuilder::new(app, "main", nothing)
                .title("Meantime")
                .inner_size(1200.0, 800.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a window can be opened");
}
