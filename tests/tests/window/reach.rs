//! What the page cannot do, even if a line of foreign script got into it.

use acceptance::steps::begin;
use acceptance::window::Window;
use serde_json::json;

/// Tries a way out, and answers "open" if anything came of it.
const WAYS_OUT: [(&str, &str); 10] = [
    ("fetch", "return fetch(URL).then(() => 'open')"),
    (
        "request",
        "return new Promise((done) => { const r = new XMLHttpRequest(); r.onload = () => done('open'); r.onerror = () => done('shut'); r.open('GET', URL); r.send(); })",
    ),
    (
        "socket",
        "return new Promise((done) => { const s = new WebSocket(URL.replace('http', 'ws')); s.onopen = () => done('open'); s.onerror = () => done('shut'); })",
    ),
    (
        "picture",
        "return new Promise((done) => { const i = new Image(); i.onload = () => done('open'); i.onerror = () => done('shut'); i.src = URL; })",
    ),
    (
        "style",
        "return new Promise((done) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onload = () => done('open'); l.onerror = () => done('shut'); l.href = URL; document.head.append(l); })",
    ),
    (
        "script",
        "return new Promise((done) => { const s = document.createElement('script'); s.onload = () => done('open'); s.onerror = () => done('shut'); s.src = URL; document.head.append(s); })",
    ),
    (
        "frame",
        "return new Promise((done) => { document.addEventListener('securitypolicyviolation', () => done('shut'), { once: true }); const f = document.createElement('iframe'); f.onload = () => setTimeout(() => done('open'), 300); f.src = URL; document.body.append(f); })",
    ),
    (
        "beacon",
        "return new Promise((done) => { document.addEventListener('securitypolicyviolation', () => done('shut'), { once: true }); navigator.sendBeacon(URL, 'x'); setTimeout(() => done('open'), 1500); })",
    ),
    (
        "inline script",
        "const s = document.createElement('script'); s.textContent = 'window.wasRun = true'; document.head.append(s); return window.wasRun ? 'open' : 'shut'",
    ),
    ("eval", "return window.eval('1') ? 'open' : 'shut'"),
];

#[test]
fn the_page_reaches_nothing_outside() {
    let window = Window::open("the_page_reaches_nothing_outside");
    begin(&window);
    // Something that would answer, so that only the policy can be what stops the page.
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.set_nonblocking(true).expect("it can be asked without waiting");
    let url = format!("http://{}/", listener.local_addr().expect("it has an address"));
    for (way, script) in WAYS_OUT {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const URL = '{url}';
             const attempt = async () => {{ {script} }};
             const patience = new Promise((answer) => setTimeout(() => answer('shut'), 4000));
             Promise.race([attempt(), patience]).then(done, () => done('shut'));"
        );
        assert_eq!(window.run_and_wait(&script), json!("shut"), "{way}");
    }
    assert!(listener.accept().is_err(), "something connected");
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
