//! Any bytes as a sealed text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vault::fuzz::sealed(bytes));
