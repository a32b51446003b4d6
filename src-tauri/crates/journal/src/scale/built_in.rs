//! The scales that are built in. A file without its owner, licence, source, version or
//! day of checking does not compile.

use std::sync::LazyLock;

use super::Scale;

/// What a scale file must say of itself.
pub const MUST_SAY: [&str; 6] =
    ["version", "copyright", "licence", "permission", "source_url", "verified_on"];

/// Whether a scale file says all of [`MUST_SAY`], each with at least one character.
pub const fn says_all(file: &str) -> bool {
    let mut place = 0;
    while place < MUST_SAY.len() {
        if !says(file.as_bytes(), MUST_SAY[place].as_bytes()) {
            return false;
        }
        place += 1;
    }
    true
}

/// Whether `"name": "x…` stands in the file.
const fn says(file: &[u8], name: &[u8]) -> bool {
    const AFTER: &[u8] = b"\": \"";
    let mut start = 0;
    while start + 1 + name.len() + AFTER.len() < file.len() {
        let value = start + 1 + name.len() + AFTER.len();
        if file[start] == b'"'
            && stands(file, start + 1, name)
            && stands(file, start + 1 + name.len(), AFTER)
        {
            return file[value] != b'"' && file[value] != b' ';
        }
        start += 1;
    }
    false
}

const fn stands(file: &[u8], start: usize, part: &[u8]) -> bool {
    let mut place = 0;
    while place < part.len() {
        if file[start + place] != part[place] {
            return false;
        }
        place += 1;
    }
    true
}

macro_rules! files {
    ($($file:literal)*) => {
        /// The built-in files, in the order in which they are shown.
        pub const FILES: &[&str] = &[$({
            const FILE: &str = include_str!(concat!("../../scales/", $file, ".json"));
            const _: () = assert!(
                says_all(FILE),
                concat!($file, ": a scale needs its owner, licence, basis, source, version and day of checking"),
            );
            FILE
        },)*];
    };
}

files!("phq-9" "gad-7" "bam-r" "ucla-3" "pacs" "audit-c");

static BUILT_IN: LazyLock<Vec<Scale>> = LazyLock::new(|| {
    let read = |file: &&str| serde_json::from_str(file).expect("the tests read every file");
    FILES.iter().map(read).collect()
});

/// The built-in scales, and the slots of those whose words come with a file.
pub fn built_in() -> &'static [Scale] {
    &BUILT_IN
}

/// A built-in scale with its words.
pub fn find(id: &str) -> Option<&'static Scale> {
    built_in().iter().find(|scale| scale.id == id && !scale.slot)
}
