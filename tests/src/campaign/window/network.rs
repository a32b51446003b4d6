//! No network: seen from the system, from the page, and from the list of what is built in.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::way;
use crate::campaign::{Campaign, Report, Rounds};
use crate::private::{Private, released};
use crate::program::{built, root};
use crate::steps::unlock;
use crate::ways_out;
use crate::window::Window;

/// The campaign.
pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "network",
    what: "the private window under a trace of sockets, in a room without network",
    goal: "only AF_UNIX and AF_NETLINK; no HTTP or TLS client built in; every way out of the page shut",
    rounds: 1,
    short: 1,
    run,
    roles: &[],
};

/// The desktops we name.
const TARGETS: [&str; 3] =
    ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

/// What could speak HTTP, TLS or WebSocket. (`openssl-sys` is there for SQLCipher's ciphers alone.)
const CLIENTS: [&str; 34] = [
    "actix-web",
    "attohttpc",
    "axum",
    "boring",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hyper",
    "hyper-rustls",
    "hyper-tls",
    "hyper-util",
    "isahc",
    "mbedtls",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rouille",
    "rustls",
    "s2n-tls",
    "schannel",
    "sentry",
    "surf",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-websocket",
    "tiny_http",
    "tokio-native-tls",
    "tokio-rustls",
    "tungstenite",
    "ureq",
    "warp",
];

/// Kinds of socket that stay on this computer.
const LOCAL: [&str; 2] = ["AF_UNIX", "AF_NETLINK"];

fn run(rounds: Rounds, report: &mut Report) {
    built_in(report);
    let window = Window::open_in("network", way::sample(&built("demo")));
    unlock(&window);
    let (tried, open) = ways_out::try_all(&window);
    drop(window);
    for way in &open {
        report.complain(format_args!("open: {way}"));
    }
    report.at_least("ways out of the page tried", tried, "ways", 20);
    report.none("ways out of the page open", open.len());
    journey(rounds.is_short, report);
}

/// Looks through everything that is built in, for every desktop.
fn built_in(report: &mut Report) {
    for target in TARGETS {
        let mut tree = Command::new("cargo");
        tree.args(["tree", "--locked", "--offline", "--package", "meantime", "--prefix", "none"]);
        tree.args(["--edges", "normal,build", "--format", "{p}", "--target", target]);
        tree.args(["--features", "custom-protocol"]).current_dir(root());
        let output = tree.output().expect("cargo can tell what is built in");
        let text = String::from_utf8_lossy(&output.stdout);
        let names: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
        report.at_least(&format!("crates looked at for {target}"), names.len(), "crates", 100);
        let found: Vec<_> = CLIENTS.iter().filter(|client| names.contains(client)).collect();
        for client in &found {
            report.complain(format_args!("{target}: {client}"));
        }
        report.none(&format!("HTTP or TLS clients for {target}"), found.len());
    }
}

fn journey(is_short: bool, report: &mut Report) {
    let release = if is_short { None } else { released("meantime").zip(released("demo")) };
    let (program, demo) = release.unwrap_or_else(|| (built("meantime"), built("demo")));
    let learned = way::learn(is_short);
    let home = way::sample(&demo);
    control(&home.out("control"), report);
    let trace = home.out("sockets");
    let before = fs::read(home.journal().join("data.db")).expect("the journal is there");
    let mut around: Vec<&OsStr> = room_without_network().iter().map(OsStr::new).collect();
    report.figure(
        "in a room without network",
        around.join(OsStr::new(" ")).to_string_lossy(),
        "",
        "none",
        true,
    );
    around.extend(["strace", "-f", "-qq", "-e", "trace=network", "-o"].map(OsStr::new));
    around.extend([trace.as_os_str(), OsStr::new("--")]);
    let private = Private::open(home, &program, &around);
    learned.play(&private);
    thread::sleep(Duration::from_secs(2));
    private.hide();
    thread::sleep(Duration::from_secs(2));
    let home = private.kill();
    let after = fs::read(home.journal().join("data.db")).expect("the journal is there");
    report.exactly("the journal was written", u32::from(before != after), "", 1);
    let sockets = sockets(&trace);
    for (family, times) in &sockets {
        report.tell(&format!("calls with {family}"), times, "calls");
    }
    report.at_least(
        "fields written in on the way",
        learned.fields.len(),
        "fields",
        if is_short { 3 } else { 40 },
    );
    let outside: u64 = sockets
        .iter()
        .filter(|(family, _)| !LOCAL.contains(&family.as_str()))
        .map(|(_, times)| times)
        .sum();
    report.none("calls with any other kind of socket", outside);
}

/// A trace that finds nothing says something only if it finds what is there.
fn control(trace: &Path, report: &mut Report) {
    let mut outward = Command::new("strace");
    outward.args(["-f", "-qq", "-e", "trace=network", "-o"]).arg(trace);
    outward.args(["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"]);
    let _ = outward.output();
    report.exactly("control seen", u32::from(sockets(trace).contains_key("AF_INET")), "", 1);
}

/// How often each kind of socket stands in a trace.
fn sockets(trace: &Path) -> BTreeMap<String, u64> {
    let text = fs::read_to_string(trace).unwrap_or_default();
    let mut found = BTreeMap::new();
    for part in text.split("AF_").skip(1) {
        let family: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
        // An address that is not given has no family.
        if family != "UNSPEC" {
            *found.entry(format!("AF_{family}")).or_insert(0) += 1;
        }
    }
    found
}

/// The words before a program that give it no network at all; none if this system grants nobody
/// such a room.
fn room_without_network() -> &'static [&'static str] {
    const ROOMS: [&[&str]; 2] = [&["unshare", "--net"], &["unshare", "--map-root-user", "--net"]];
    let works = |room: &&&[&str]| {
        let mut attempt = Command::new(room[0]);
        attempt.args(&room[1..]).arg("true").output().is_ok_and(|output| output.status.success())
    };
    ROOMS.iter().find(works).copied().unwrap_or(&[])
}
