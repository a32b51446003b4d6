//! The window's side: no sentence outside the Fluent files, nothing that a strict policy would
//! block, nothing kept by the web view.

use crate::tree::{assert_kept, sources};

/// The same in every language: the program's name, and what is printed on a key.
const NAMES: [&str; 2] = ["Meantime", "Esc"];

#[test]
fn every_sentence_stands_in_a_fluent_file() {
    let mut broken = Vec::new();
    for source in sources("ui/src", &[".svelte"]) {
        for text in markup_texts(&source.text) {
            broken.push(format!("{}: {text}", source.path));
        }
    }
    assert_kept("sentences a person reads stand in ui/words", &broken);
}

#[test]
fn nothing_that_the_policy_would_block() {
    let banned =
        ["{@html", " style=\"", "innerHTML", "outerHTML", "insertAdjacentHTML", "javascript:"];
    let mut broken = Vec::new();
    for source in sources("ui/src", &[".svelte", ".ts"]) {
        let is_tested = source.path.ends_with(".test.ts");
        for word in banned.into_iter().filter(|_| !is_tested) {
            if source.text.contains(word) {
                broken.push(format!("{}: {word}", source.path));
            }
        }
    }
    assert_kept("a strict policy forbids these", &broken);
}

#[test]
fn nothing_that_the_web_view_would_keep_or_send() {
    let banned = [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "caches.",
        "sendBeacon",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "serviceWorker",
        "https://",
    ];
    let mut broken = Vec::new();
    for source in sources("ui/src", &[".svelte", ".ts", ".css"]) {
        let is_tested = source.path.ends_with(".test.ts") || source.path.ends_with("bindings.ts");
        for word in banned.iter().filter(|_| !is_tested) {
            if code(&source.text).contains(word) {
                broken.push(format!("{}: {word}", source.path));
            }
        }
    }
    assert_kept("the web view keeps nothing and asks nobody", &broken);
}

/// Text without its line comments, which may name what the code may not use.
fn code(text: &str) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("//") || line.starts_with('*') || line.starts_with("/*")
    };
    text.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

/// Words that stand in the markup of a component itself, not in braces: what a translator would
/// never see.
fn markup_texts(component: &str) -> Vec<String> {
    let markup = without_blocks(&without_blocks(component, "script"), "style");
    let markup = without_between(&markup, "<!--", "-->");
    let mut texts = Vec::new();
    let (mut text, mut tag, mut braces) = (String::new(), String::new(), 0_usize);
    let mut is_in_tag = false;
    for letter in markup.chars() {
        match letter {
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            _ if braces > 0 => {}
            '<' if !is_in_tag => {
                texts.extend(wordy(&std::mem::take(&mut text)));
                is_in_tag = true;
            }
            '>' if is_in_tag => {
                texts.extend(spoken_attributes(&std::mem::take(&mut tag)));
                is_in_tag = false;
            }
            _ if is_in_tag => tag.push(letter),
            _ => text.push(letter),
        }
    }
    texts.extend(wordy(&text));
    texts
}

/// A text with at least one word of two letters that is not a name.
fn wordy(text: &str) -> Option<String> {
    let is_word = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    text.split_whitespace()
        .any(|word| is_word(word) && !NAMES.contains(&word))
        .then(|| text.trim().to_owned())
}

/// Attributes that are read aloud or shown, when their value is literal.
fn spoken_attributes(tag: &str) -> Vec<String> {
    let spoken = ["aria-label", "aria-description", "title", "placeholder", "alt", "label"];
    let values = spoken.iter().filter_map(|name| {
        let (_, after) = tag.split_once(&format!(" {name}=\""))?;
        after.split('"').next()
    });
    values.filter_map(wordy).collect()
}

fn without_blocks(text: &str, tag: &str) -> String {
    without_between(text, &format!("<{tag}"), &format!("</{tag}>"))
}

fn without_between(text: &str, start: &str, end: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(start) {
        kept.push_str(before);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    kept + rest
}

#[test]
fn the_reader_of_markup_sees_what_a_translator_would_not() {
    let component = "<script>let a = 'no';</script><!-- no --><p class=\"no\" title=\"Yes one\">\
        {#if a}Yes two{/if}<b>{words.no} · Meantime</b></p><input placeholder={no} />";
    assert_eq!(markup_texts(component), ["Yes one", "Yes two"]);
}
