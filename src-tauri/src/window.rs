//! The one window: what it may do, and what it may not.
//!
//! Tauri's isolation pattern is off. Tried on 24 November 2026 with WebKitGTK, an incognito window
//! and this policy with `frame-src isolation: http://isolation.localhost` added: the page stayed
//! empty, the lock screen never came, and the passphrase typed in opened nothing. The pattern's own
//! frame, which is to be out of sight, stood in view: it is hidden by a style that a script writes,
//! and the policy takes none. Without the pattern the same steps opened the journal. Why no answer
//! came from the frame was not found out, and no looser policy was tried.

use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::prefs::{Prefs, Theme};

/// The window's label in the capability.
pub(crate) const MAIN: &str = "main";

/// WebView2 talks to its maker by itself. These keep it from most of that, and from every
/// name that would have to be looked up; the first three are what wry asks for by default.
/// Only Windows reads them. Never run there: security.md §3.1 and its sources.
const QUIET_ON_WINDOWS: &str = "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection \
    --disable-background-networking --disable-component-update --disable-domain-reliability \
    --disable-sync --no-pings --disable-breakpad \
    --host-resolver-rules=\"MAP * ~NOTFOUND, EXCLUDE *.localhost\"";

/// Where WebKit would have to go first to reach anything at all: a port of this
/// computer where nobody listens. A page's policy does not hold for every way out:
/// `<link rel=preconnect>` asks nobody.
#[cfg(target_os = "linux")]
const NOWHERE: &str = "http://127.0.0.1:9";

/// Opens the window. Its title never says more than the name.
///
/// # Errors
/// If the operating system cannot open a window.
pub(crate) fn open(app: &AppHandle, prefs: &Prefs) -> tauri::Result<()> {
    // WebKit keeps what a page stores in clear; a private window keeps nothing.
    // WebDriver refuses private windows, so a test's build opens another while,
    // and only while, a driver steers it.
    let driven =
        cfg!(feature = "automation") && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App(first_paint(prefs).into()));
    #[cfg(target_os = "linux")]
    let builder = builder.proxy_url(NOWHERE.parse().expect("it is an address"));
    builder
        .title("Meantime")
        .inner_size(1200.0, 800.0)
        .min_inner_size(480.0, 480.0)
        .incognito(!driven)
        .devtools(false)
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .content_protected(true)
        .additional_browser_args(QUIET_ON_WINDOWS)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .build()?;
    Ok(())
}

/// Makes the window small, for a start that nobody is to be disturbed by.
pub(crate) fn put_aside(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // If the window manager refuses, it stands there locked.
        let _ = window.minimize();
    }
}

/// Brings the window to the front, for someone who starts the app twice.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // If the window manager refuses, the window is where it was.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Replaces the page by a fresh one, so that nothing of the old one stays.
pub(crate) fn renew(window: &WebviewWindow, prefs: &Prefs) -> tauri::Result<()> {
    let mut url = window.url()?;
    let fresh = first_paint(prefs);
    let (path, query) = fresh.split_once('?').unwrap_or((&fresh, ""));
    url.set_path(path);
    url.set_query(Some(query));
    window.navigate(url)
}

/// Checks spelling while the person writes, or does not. Other web views go by the page;
/// WebKitGTK also wants to be told, and in which languages.
pub(crate) fn check_spelling(app: &AppHandle, on: bool) {
    #[cfg(target_os = "linux")]
    if let Some(window) = app.get_webview_window(MAIN) {
        // Without it words are only not checked.
        let _ = window.with_webview(move |view| {
            use webkit2gtk::{WebContextExt, WebViewExt};
            let Some(context) = view.inner().context() else { return };
            let named = gtk::glib::language_names();
            let languages: Vec<&str> = named
                .iter()
                .map(gtk::glib::GString::as_str)
                .filter(|name| name.contains('_'))
                .collect();
            context.set_spell_checking_languages(&languages);
            context.set_spell_checking_enabled(on);
        });
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (app, on);
}

/// The page with what it must know before its first paint. Only plain
/// preferences go into an address.
fn first_paint(prefs: &Prefs) -> String {
    let theme = match prefs.theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let (text, language) = (prefs.text_size, &prefs.language);
    format!("index.html?theme={theme}&text={text}&language={language}")
}

fn is_ours(url: &Url) -> bool {
    let scheme_is_ours = url.scheme() == "tauri" && url.host_str() == Some("localhost");
    let host_is_ours = url.scheme() == "http" && url.host_str() == Some("tauri.localhost");
    scheme_is_ours || host_is_ours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_be_shown() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        assert!(ours("http://tauri.localhost/index.html"));
        for other in [
            "https://example.org",
            "http://localhost/",
            "file:///etc/passwd",
            "data:text/html,x",
            "tauri://elsewhere/",
            "about:blank",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
