//! Everything a page could try to reach the world with, tried from inside the real window.

use std::io::ErrorKind;
use std::net::{TcpListener, UdpSocket};

use serde_json::json;

use crate::window::Window;

/// Tries a way out, and answers "open" if anything came of it. `URL` answers whoever asks.
const WAYS_OUT: [(&str, &str); 24] = [
    ("fetch", "return fetch(URL).then(() => 'open')"),
    (
        "fetch without reading",
        "return fetch(URL, { mode: 'no-cors', keepalive: true }).then(() => 'open')",
    ),
    ("request", "return heard(new XMLHttpRequest(), (r) => { r.open('GET', URL); r.send(); })"),
    ("socket", "return heard(new WebSocket(URL.replace('http', 'ws')), () => {}, 'onopen')"),
    ("event source", "return heard(new EventSource(URL), () => {}, 'onopen')"),
    ("picture", "return heard(new Image(), (i) => { i.src = URL; })"),
    ("picture set", "return heard(new Image(), (i) => { i.srcset = `${URL} 2x`; })"),
    ("style", "return put('link', (l) => { l.rel = 'stylesheet'; l.href = URL; })"),
    ("prefetch", "return put('link', (l) => { l.rel = 'prefetch'; l.href = URL; })"),
    ("preconnect", "return put('link', (l) => { l.rel = 'preconnect'; l.href = URL; })"),
    ("icon", "return put('link', (l) => { l.rel = 'icon'; l.href = `${URL}i.png`; })"),
    ("script", "return put('script', (s) => { s.src = URL; })"),
    ("module", "return import(URL).then(() => 'open')"),
    ("worker", "return heard(new Worker(URL), () => {}, 'onmessage')"),
    ("frame", "return put('iframe', (f) => { f.src = URL; }, 'none')"),
    ("frame of markup", "return put('iframe', (f) => { f.srcdoc = `<img src=${URL}>`; }, 'none')"),
    ("object", "return put('object', (o) => { o.data = URL; })"),
    ("video", "return put('video', (v) => { v.src = URL; v.load(); }, 'onloadeddata')"),
    ("font", "return new FontFace('x', `url(${URL})`).load().then(() => 'open')"),
    (
        "style sheet made here",
        "const s = new CSSStyleSheet(); s.replaceSync(`body { background: url(${URL}) }`); document.adoptedStyleSheets = [s]; return later()",
    ),
    ("beacon", "navigator.sendBeacon(URL, 'x'); return later()"),
    (
        "form",
        "const f = document.createElement('form'); f.action = URL; f.method = 'post'; document.body.append(f); f.submit(); return later()",
    ),
    ("another window", "window.open(URL); return later()"),
    (
        "WebRTC",
        "const peer = new RTCPeerConnection({ iceServers: [{ urls: STUN }] }); peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer()); return later()",
    ),
];

/// What the ways stand on.
const TOOLS: &str = "
    const later = () => new Promise((done) => setTimeout(() => done('shut'), 400));
    const heard = (what, act, name = 'onload') => new Promise((done) => {
        what[name] = () => done('open');
        what.onerror = () => done('shut');
        act(what);
    });
    const put = (tag, act, name = 'onload') => Promise.race([
        heard(document.createElement(tag), (what) => { act(what); document.body.append(what); }, name),
        later(),
    ]);";

/// Tries them all. Answers how many there are and which came through, seen from the page or from
/// the other end.
pub fn try_all(window: &Window) -> (usize, Vec<String>) {
    // Something that would answer, so that only the policy can be what stops the page.
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.set_nonblocking(true).expect("it can be asked without waiting");
    let stun = UdpSocket::bind(("127.0.0.1", 0)).expect("a free port");
    stun.set_nonblocking(true).expect("it can be asked without waiting");
    let url = format!("http://{}/", listener.local_addr().expect("it has an address"));
    let address = stun.local_addr().expect("it has an address");
    let mut open = Vec::new();
    for (way, script) in WAYS_OUT {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const [URL, STUN] = ['{url}', 'stun:{address}'];
             {TOOLS}
             const attempt = async () => {{ {script} }};
             const patience = new Promise((answer) => setTimeout(() => answer('shut'), 4000));
             Promise.race([attempt(), patience]).then(done, () => done('shut'));"
        );
        if window.run_and_wait(&script) != json!("shut") {
            open.push(way.to_owned());
        }
        if listener.accept().is_ok() {
            open.push(format!("{way}, seen from the other end"));
        }
        let mut packet = [0; 64];
        if stun.recv(&mut packet).map_err(|error| error.kind()) != Err(ErrorKind::WouldBlock) {
            open.push(format!("{way}, a packet came"));
        }
    }
    (WAYS_OUT.len(), open)
}
