//! What we say to a person, and how. The words a person wrote are theirs; these are ours.

use crate::tree::{Source, assert_kept, sources};

/// Per language: beginnings of words, and whole words, that we never say.
struct Banned {
    language: &'static str,
    beginnings: &'static [&'static str],
    whole: &'static [&'static str],
}

const BANNED: [Banned; 1] = [Banned {
    language: "en",
    beginnings: &["relaps", "addict", "abus", "streak", "deficit", "alcoholic", "junkie"],
    whole: &["clean", "dirty", "sober"],
}];

/// Names that are not ours to change: of help lines and of the bodies behind them.
const NAMES: [&str; 4] = [
    "Substance Abuse and Mental Health Services Administration",
    "National Domestic Violence Hotline",
    "National Institute on Drug Abuse",
    "National Institute on Alcohol Abuse and Alcoholism",
];

#[test]
fn no_sentence_blames() {
    let mut broken = Vec::new();
    for source in sentences() {
        let banned = banned_in(&source);
        for (number, sentence) in sentences_of(&source.text) {
            let spoken =
                NAMES.iter().fold(sentence.to_owned(), |text, name| text.replace(name, ""));
            for word in spoken.split(|letter: char| !letter.is_alphabetic()) {
                let word = word.to_lowercase();
                let begins = banned.beginnings.iter().any(|start| word.starts_with(start));
                if begins || banned.whole.contains(&word.as_str()) {
                    broken.push(format!("{}:{number}: {word}", source.path));
                }
            }
        }
    }
    assert_kept("words we never say", &broken);
}

#[test]
fn no_sentence_shouts() {
    let mut broken = Vec::new();
    for source in sentences() {
        for (number, sentence) in sentences_of(&source.text) {
            if sentence.contains(['!', '¡']) {
                broken.push(format!("{}:{number}: {}", source.path, sentence.trim()));
            }
        }
    }
    assert_kept("no exclamation marks", &broken);
}

#[test]
fn every_id_begins_with_its_file_and_stands_once() {
    let mut broken = Vec::new();
    for source in sentences() {
        let file = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".ftl");
        let mut seen = Vec::new();
        for (number, line) in source.text.lines().enumerate() {
            let Some((id, _)) = line.split_once('=') else { continue };
            let id = id.trim();
            let is_id = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
            if !is_id || id.contains(' ') {
                continue;
            }
            if !id.starts_with(&format!("{file}-")) {
                broken.push(format!("{}:{}: {id}", source.path, number + 1));
            }
            if seen.contains(&id) {
                broken.push(format!("{}:{}: {id} again", source.path, number + 1));
            }
            seen.push(id);
        }
    }
    assert_kept("an id begins with the name of its file and stands once", &broken);
}

fn sentences() -> Vec<Source> {
    sources("ui/words", &[".ftl"])
}

fn banned_in(source: &Source) -> &'static Banned {
    let language = source.path.split('/').nth(2).unwrap_or_default();
    BANNED
        .iter()
        .find(|banned| banned.language == language)
        .unwrap_or_else(|| panic!("{language} needs a list of words we never say"))
}

/// Everything but comments, ids and the names of variables, line by line.
fn sentences_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')).map(|(number, line)| {
        let is_message = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let sentence =
            if is_message { line.split_once('=').map_or(line, |(_, is)| is) } else { line };
        (number + 1, sentence)
    })
}
