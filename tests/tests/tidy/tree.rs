//! Reads the source tree for the other tests.

use std::fs;
use std::path::Path;

pub(crate) use acceptance::program::root;

/// A file of the source tree: its path from the root, with slashes, and what it holds.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every text file below `folder` (a path from the root) whose name ends in one of `endings`.
pub(crate) fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    collect(&root.join(folder), &mut |path| {
        let name = path.to_string_lossy();
        if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
            let path = path.strip_prefix(&root).expect("it is below the root");
            found.push(Source { path: path.to_string_lossy().replace('\\', "/"), text });
        }
    });
    assert!(!found.is_empty(), "there is nothing in {folder}");
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// Every Rust file of the project.
pub(crate) fn rust() -> Vec<Source> {
    [sources("src-tauri", &[".rs"]), sources("tests", &[".rs"])].into_iter().flatten().collect()
}

/// One file, by its path from the root.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Source without the tests at its end, which may do what the product may not.
pub(crate) fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// Fails with every line of `broken`, under the rule that they break.
pub(crate) fn assert_kept(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}

fn collect(folder: &Path, visit: &mut impl FnMut(&Path)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().map(|entry| entry.path()) {
        if entry.is_dir() {
            if !is_made_by_tools(&entry) {
                collect(&entry, visit);
            }
        } else {
            visit(&entry);
        }
    }
}

fn is_made_by_tools(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    matches!(&*name, "target" | "node_modules" | "gen" | "shots") || name.starts_with("dist")
}
