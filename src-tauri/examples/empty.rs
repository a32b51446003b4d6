//! A window with one word in it: what Tauri and the system's web view need by themselves, to
//! measure the program against. Only `cargo xtask bench` builds it.

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// A page, because a web view that shows none leaves half of itself unstarted.
const PAGE: &[u8] = b"<!doctype html><meta charset=\"utf-8\"><title>Empty</title><p>Empty</p>";
/// Windows knows own schemes only as hosts.
const ADDRESS: &str = if cfg!(windows) { "http://page.localhost/" } else { "page://localhost/" };

fn main() {
    tauri::Builder::default()
        .register_uri_scheme_protocol("page", |_, _| {
            let page = Response::builder().header("Content-Type", "text/html");
            page.body(PAGE).expect("the answer is a constant")
        })
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::External(ADDRESS.parse()?))
                .title("Meantime")
                .inner_size(1200.0, 800.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a window can be opened");
}
