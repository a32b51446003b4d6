//! Any bytes as pages of a damaged database, read for rows.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vault::fuzz::rows(bytes));
