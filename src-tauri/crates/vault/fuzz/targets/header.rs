//! Any bytes as a key file, once as they come and once with a hash that fits.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vault::fuzz::header(bytes));
