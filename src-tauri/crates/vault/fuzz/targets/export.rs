//! Any text as a readable export.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = journal::export::Readable::from_json(text);
});
