//! What stands where, and how long a file may be.

use std::fs;

use crate::tree::{assert_kept, read, root, rust, sources, without_tests};

/// The top level is the owner's wish; hidden files may be added, nothing else.
const TOP: [&str; 8] =
    ["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "icons", "src-tauri", "tests", "ui"];

/// Files that hold `unsafe` code, each with a safety argument at every block.
const UNSAFE: [&str; 2] = ["src-tauri/crates/vault/src/ffi", "src-tauri/src/os/"];

/// Read into two programs by `include!`, which takes no inner documentation.
const INCLUDED: &str = "src-tauri/src/ipc_names.rs";

/// Longer than others by nature: what the Rust side generates, and the stand-in for all of it.
const LONG: [&str; 2] = ["ui/src/ipc/bindings.ts", "ui/src/ipc/fake.ts"];

/// A longer file holds more than one idea. Tests at a file's end are not counted.
const MOST_LINES: usize = 500;

#[test]
fn the_top_level_holds_only_what_it_should() {
    let entries = fs::read_dir(root()).unwrap().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let strange: Vec<_> = names
        .filter(|name| !name.starts_with('.') && name != "target" && !TOP.contains(&name.as_str()))
        .collect();
    assert_kept("these do not belong at the top level", &strange);
}

#[test]
fn every_rust_file_opens_by_saying_what_it_is() {
    let silent: Vec<_> = rust()
        .into_iter()
        .filter(|source| source.path != INCLUDED && !source.text.starts_with("//!"))
        .map(|source| source.path)
        .collect();
    assert_kept("these files do not begin with `//!`", &silent);
}

#[test]
fn no_file_is_long() {
    let written = [rust(), sources("ui/src", &[".svelte", ".ts", ".css"])];
    let long: Vec<_> = written
        .into_iter()
        .flatten()
        .filter(|source| !LONG.contains(&source.path.as_str()))
        .map(|source| (without_tests(&source.text).lines().count(), source.path))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert_kept("a file of more than 500 lines holds more than one idea", &long);
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    let deaf: Vec<_> = sources("src-tauri", &["Cargo.toml"])
        .into_iter()
        .chain(sources("tests", &["Cargo.toml"]))
        .filter(|manifest| !manifest.text.contains("[lints]\nworkspace = true"))
        .map(|manifest| manifest.path)
        .collect();
    assert_kept("these crates have no `[lints] workspace = true`", &deaf);
}

#[test]
fn unsafe_code_stands_only_where_it_is_listed() {
    let word = concat!("unsafe", " ");
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("//")
            && (line.contains(&format!("{word}{{"))
                || line.contains(&format!("{word}fn"))
                || line.contains(&format!("{word}impl")))
    };
    let strange: Vec<_> = rust()
        .into_iter()
        .filter(|source| !UNSAFE.iter().any(|place| source.path.starts_with(place)))
        .filter(|source| source.text.lines().any(|line| is_code(&line)))
        .map(|source| source.path)
        .collect();
    assert_kept("unsafe code outside the listed files", &strange);
}

#[test]
fn the_licence_holds_both_texts() {
    let licence = read("LICENSE");
    for part in ["MIT OR Apache-2.0", "Permission is hereby granted", "Apache License"] {
        assert!(licence.contains(part), "LICENSE lacks “{part}”");
    }
}
