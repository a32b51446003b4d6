//! SQL is static text, and only in the vault.

use crate::tree::{assert_kept, rust, sources, without_tests};

const VERBS: [&str; 12] = [
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM",
    "CREATE TABLE",
    "CREATE INDEX",
    "CREATE VIRTUAL",
    "DROP ",
    "ATTACH ",
    "PRAGMA ",
    " WHERE ",
    " ORDER BY ",
];

/// Macros and calls that put text together.
const BUILDERS: [&str; 5] = ["format!(", "write!(", "writeln!(", ".push_str(", "concat("];

/// The files whose text is SQL or about it.
const HOME: &str = "src-tauri/crates/vault/";

/// Files elsewhere that name it: this one, and texts that a journal must take as mere words.
const ABOUT: [&str; 2] = ["tests/tests/tidy/sql.rs", "tests/src/campaign/window/hostile.rs"];

#[test]
fn no_sql_is_put_together_at_run_time() {
    let mut broken = Vec::new();
    for source in sources(&format!("{HOME}src"), &[".rs"]) {
        let text = without_tests(&source.text);
        for builder in BUILDERS {
            for (at, _) in text.match_indices(builder) {
                // What is built ends with its statement.
                let statement = text[at..].split(';').next().unwrap_or_default();
                if VERBS.iter().any(|verb| statement.contains(verb)) {
                    let line = text[..at].lines().count();
                    broken.push(format!("{}:{line}: {builder}…", source.path));
                }
            }
        }
    }
    assert_kept("SQL is static text with named parameters", &broken);
}

#[test]
fn sql_stands_only_in_the_vault() {
    let speaks = |text: &str| {
        text.lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .any(|line| VERBS[..7].iter().any(|verb| line.contains(verb)))
    };
    let strange: Vec<_> = rust()
        .into_iter()
        .filter(|source| !source.path.starts_with(HOME) && !ABOUT.contains(&source.path.as_str()))
        .filter(|source| speaks(&source.text))
        .map(|source| source.path)
        .collect();
    assert_kept("only the vault knows SQL", &strange);
}

#[test]
fn no_statement_takes_all_columns() {
    let star = concat!("SELECT", " *");
    let broken: Vec<_> = sources(HOME, &[".rs", ".sql"])
        .into_iter()
        .filter(|source| source.text.contains(star))
        .map(|source| source.path)
        .collect();
    assert_kept("a statement names its columns", &broken);
}
