//! What the page cannot do, even if a line of foreign script got into it.

use acceptance::steps::begin;
use acceptance::target::heading;
use acceptance::ways_out;
use acceptance::window::Window;
use serde_json::json;

#[test]
fn the_page_reaches_nothing_outside() {
    let window = Window::open("the_page_reaches_nothing_outside");
    begin(&window);
    let (tried, open) = ways_out::try_all(&window);
    assert!(tried > 20 && open.is_empty(), "open: {open:?}");
    // Even the page itself may not be taken elsewhere.
    window.run("location.href = 'http://127.0.0.1:9/'", &[]);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(window.sees(&heading("Today")), "the page was taken elsewhere");
}

#[test]
fn the_page_may_call_only_what_is_listed() {
    let window = Window::open("the_page_may_call_only_what_is_listed");
    begin(&window);
    for command in [
        "plugin:fs|read_file",
        "plugin:shell|execute",
        "plugin:dialog|open",
        "plugin:path|resolve_directory",
        "plugin:webview|create_webview_window",
        "plugin:window|set_title",
        "plugin:event|emit",
        "plugin:app|version",
    ] {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('{command}', {{}})
                 .then((value) => done(['allowed', value]), (error) => done(String(error)));"
        );
        let answer = window.run_and_wait(&script).to_string();
        let is_refused = answer.contains("not allowed") || answer.contains("not found");
        assert!(is_refused, "{command}: {answer}");
    }
    assert_eq!(window.run("return typeof window.__TAURI__", &[]), json!("undefined"));
}
