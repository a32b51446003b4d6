//! Which crate may know which: the direction of dependencies.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

use crate::tree::{assert_kept, root, sources, without_tests};

/// Our crates, and which of ours each may stand on.
const DIRECTION: [(&str, &[&str]); 8] = [
    ("journal", &[]),
    ("vault", &["journal"]),
    ("summary", &["journal"]),
    ("meantime", &["journal", "vault", "summary"]),
    ("demo", &["journal", "vault", "summary"]),
    ("bench", &["journal", "vault", "meantime"]),
    ("acceptance", &["journal", "vault"]),
    ("xtask", &[]),
];

/// Crates that only one of ours may depend on.
const ONLY: [(&str, &str); 24] = [
    ("rusqlite", "vault"),
    ("aes", "vault"),
    ("argon2", "vault"),
    ("chacha20poly1305", "vault"),
    ("hkdf", "vault"),
    ("hmac", "vault"),
    ("subtle", "vault"),
    ("secrecy", "vault"),
    ("keyring", "vault"),
    ("keyring-core", "vault"),
    ("zxcvbn", "vault"),
    ("typst", "summary"),
    ("typst-layout", "summary"),
    ("typst-pdf", "summary"),
    ("typst-svg", "summary"),
    ("typst-kit", "summary"),
    ("lopdf", "summary"),
    ("tauri", "meantime"),
    ("tauri-specta", "meantime"),
    ("tauri-plugin-single-instance", "meantime"),
    ("rfd", "meantime"),
    ("specta-typescript", "meantime"),
    ("fantoccini", "acceptance"),
    ("hyper-util", "acceptance"),
];

/// What the acceptance tests work out a second time, to look for keys in memory.
const AGAIN: [&str; 3] = ["argon2", "chacha20poly1305", "hkdf"];

/// What a crate without I/O may not even depend on.
const WITH_IO: [&str; 8] =
    ["tokio", "tempfile", "getrandom", "rand", "rustix", "libc", "dirs", "walkdir"];

/// What a crate without I/O, clock and randomness does not call.
const OUTSIDE: [&str; 10] = [
    "std::fs",
    "std::net",
    "std::env::",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "Uuid::new_v",
];

type Dependencies = BTreeMap<String, BTreeSet<String>>;

/// The crates each of ours depends on, to be built or run (not only for its tests).
static DEPENDENCIES: LazyLock<Dependencies> = LazyLock::new(|| {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| String::from("cargo"));
    let mut metadata = Command::new(cargo);
    metadata.args(["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let output = metadata.current_dir(root()).output().expect("cargo tells about the workspace");
    let workspace: Value = serde_json::from_slice(&output.stdout).expect("it answers in JSON");
    let packages = workspace["packages"].as_array().expect("it has packages");
    packages.iter().map(|package| (word(&package["name"]), needs(package))).collect()
});

fn needs(package: &Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().expect("a package has dependencies");
    all.iter().filter(|one| one["kind"] != "dev").map(|one| word(&one["name"])).collect()
}

fn word(value: &Value) -> String {
    value.as_str().expect("a name is text").to_owned()
}

#[test]
fn crates_depend_only_downwards() {
    let ours: BTreeMap<_, _> = DIRECTION.into_iter().collect();
    let names: Vec<_> = DEPENDENCIES.keys().map(String::as_str).collect();
    let expected: BTreeSet<_> = ours.keys().copied().collect();
    assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), expected, "a new crate needs a place");
    let mut broken = Vec::new();
    for (name, needs) in DEPENDENCIES.iter() {
        for need in needs.iter().filter(|need| ours.contains_key(need.as_str())) {
            if !ours[name.as_str()].contains(&need.as_str()) {
                broken.push(format!("{name} must not know {need}"));
            }
        }
    }
    assert_kept("the direction is ui → shell → {vault, summary} → journal", &broken);
}

#[test]
fn each_outside_tool_is_known_to_one_crate() {
    let mut broken = Vec::new();
    for (tool, owner) in ONLY {
        for (name, needs) in DEPENDENCIES.iter() {
            let is_again = name == "acceptance" && AGAIN.contains(&tool);
            if needs.contains(tool) && name != owner && !is_again {
                broken.push(format!("{name} depends on {tool}, which belongs to {owner}"));
            }
        }
    }
    assert_kept("one crate, one outside tool", &broken);
}

#[test]
fn the_domain_and_the_page_do_no_input_or_output() {
    let mut broken = Vec::new();
    for name in ["journal", "summary"] {
        for tool in WITH_IO {
            if DEPENDENCIES[name].contains(tool) {
                broken.push(format!("{name} depends on {tool}"));
            }
        }
        for source in sources(&format!("src-tauri/crates/{name}/src"), &[".rs"]) {
            for call in OUTSIDE {
                if without_tests(&source.text).contains(call) {
                    broken.push(format!("{} says {call}", source.path));
                }
            }
        }
    }
    assert_kept("journal and summary are pure", &broken);
}

#[test]
fn below_the_shell_nobody_asks_for_time_or_chance() {
    let calls =
        ["SystemTime::now", "Utc::now", "Local::now", "getrandom::", "OsRng", "Uuid::new_v"];
    let mut broken = Vec::new();
    for source in sources("src-tauri/crates/vault/src", &[".rs"]) {
        for call in calls {
            if without_tests(&source.text).contains(call) {
                broken.push(format!("{} says {call}", source.path));
            }
        }
    }
    assert_kept("time, ids and randomness are parameters below the shell", &broken);
}

#[test]
fn the_tool_that_sets_up_has_no_dependencies() {
    assert!(
        DEPENDENCIES["xtask"].is_empty(),
        "xtask must build in seconds on a machine with nothing but Rust and Node"
    );
}
