//! Looks for what a person wrote, in every file below some folders, in every dress it could wear.

use std::fs;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use tempfile::TempDir;

/// A word that stands nowhere else in the world, to be written into the journal and looked for on
/// the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentinel(String);

/// A place where a sentinel was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// In which file.
    pub file: PathBuf,
    /// In which dress.
    pub dress: &'static str,
    /// Which sentinel.
    pub sentinel: Sentinel,
}

/// The most that is unpacked of one compressed stream.
const MOST_UNPACKED: u64 = 8 * 1024 * 1024;
/// Bytes that memory and files are full of.
const COMMON: &[u8] = b"\0\xff\x01\x02\x04\x08\x10\x20\x40\x7f\x80HAU aeinorst\x89\x8b\x48\x24";

impl Sentinel {
    /// A new one. Only small letters, so that any encoding is easy to follow.
    #[expect(clippy::new_without_default, reason = "each is another")]
    pub fn new() -> Self {
        let mut bytes = [0; 16];
        let mut random = fs::File::open("/dev/urandom").expect("a source of randomness");
        random.read_exact(&mut bytes).expect("it gives bytes");
        Self(bytes.iter().map(|byte| char::from(b'a' + byte % 26)).collect())
    }

    /// A new one of twelve digits, for a field that takes nothing else.
    pub fn digits() -> Self {
        let digit = |letter: u8| char::from(b'0' + (letter - b'a') % 10);
        Self(Self::new().0.bytes().take(12).map(digit).collect())
    }

    /// Something else that must not be found: a passphrase, a key.
    pub fn of(secret: &str) -> Self {
        Self(secret.to_owned())
    }

    /// The word.
    pub fn word(&self) -> &str {
        &self.0
    }

    /// The word in every dress it could wear on a disk.
    fn dresses(&self) -> Vec<(&'static str, Vec<u8>)> {
        let word = self.0.as_bytes();
        let hex: String =
            word.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit).collect();
        let mut dresses = vec![
            ("UTF-8", word.to_vec()),
            ("UTF-8, capitals", self.0.to_uppercase().into_bytes()),
            ("UTF-16LE", self.0.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            ("UTF-16BE", self.0.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            ("hex", hex.clone().into_bytes()),
            ("hex, capitals", hex.to_uppercase().into_bytes()),
        ];
        // In base64 a word looks different at each of three places; its ends depend on what
        // stands beside it and are left out.
        dresses.extend((0..3).map(|place| ("base64", base64_middle(word, place))));
        dresses
    }
}

/// Every place below `folders` where one of `sentinels` can be read.
pub fn leaks(folders: &[PathBuf], sentinels: &[Sentinel]) -> Vec<Leak> {
    let files = folders.iter().flat_map(|folder| files_below(folder));
    files.flat_map(|file| leaks_in(&file, sentinels)).collect()
}

/// Plants a sentinel in every dress and asserts that each is found: a scan that finds nothing says
/// something only after this.
pub fn assert_that_the_scan_finds_what_is_planted() {
    let folder = TempDir::with_prefix("mt-planted-").expect("a temporary folder can be made");
    let sentinel = Sentinel::new();
    let mut planted: Vec<(&str, Vec<u8>)> = sentinel.dresses();
    planted.push(("gzip", gzipped(sentinel.word())));
    for (number, (_, bytes)) in planted.iter().enumerate() {
        let around = [b"something before, ", bytes.as_slice(), b", something after"].concat();
        let inside = folder.path().join(format!("deep/{number}"));
        fs::create_dir_all(&inside).expect("a folder can be made");
        #[expect(clippy::disallowed_methods, reason = "a file that is there to be found")]
        fs::write(inside.join("planted"), around).expect("a file can be planted");
    }
    let found = leaks(&[folder.path().to_path_buf()], &[sentinel]);
    for (number, (dress, _)) in planted.iter().enumerate() {
        let place = format!("deep/{number}/planted");
        assert!(found.iter().any(|leak| leak.file.ends_with(&place)), "{dress} was not found");
    }
}

fn leaks_in(file: &Path, sentinels: &[Sentinel]) -> Vec<Leak> {
    // A file may go away between listing and reading; then there is nothing in it.
    let Ok(bytes) = fs::read(file) else { return Vec::new() };
    let leak = |dress, sentinel: &Sentinel| Leak {
        file: file.to_path_buf(),
        dress,
        sentinel: sentinel.clone(),
    };
    let unpacked = unpacked(&bytes);
    let mut found = Vec::new();
    for sentinel in sentinels {
        let worn = sentinel.dresses().into_iter().filter(|(_, dress)| holds(&bytes, dress));
        found.extend(worn.map(|(dress, _)| leak(dress, sentinel)));
        if unpacked.iter().any(|bytes| holds(bytes, sentinel.word().as_bytes())) {
            found.push(leak("compressed", sentinel));
        }
    }
    found
}

fn files_below(path: &Path) -> Vec<PathBuf> {
    let Ok(about) = fs::symlink_metadata(path) else { return Vec::new() };
    if about.is_file() {
        return vec![path.to_path_buf()];
    }
    if !about.is_dir() {
        return Vec::new();
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.flat_map(|entry| files_below(&entry.path())).collect()
}

/// Everything that can be unpacked from gzip and zlib streams, wherever in `bytes` they begin.
fn unpacked(bytes: &[u8]) -> Vec<Vec<u8>> {
    let starts = (0..bytes.len()).filter(|&at| {
        bytes[at..].starts_with(&[0x1f, 0x8b, 8])
            || (bytes[at] == 0x78 && matches!(bytes.get(at + 1), Some(0x01 | 0x5e | 0x9c | 0xda)))
    });
    let unpack = |at: usize| {
        let stream = &bytes[at..];
        let mut text = Vec::new();
        // A stream that breaks off still gave what came before.
        let _ = if stream[0] == 0x1f {
            MultiGzDecoder::new(stream).take(MOST_UNPACKED).read_to_end(&mut text)
        } else {
            ZlibDecoder::new(stream).take(MOST_UNPACKED).read_to_end(&mut text)
        };
        text
    };
    starts.map(unpack).filter(|text| !text.is_empty()).collect()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    !offsets(bytes, wanted).is_empty()
}

/// Where `wanted` stands in `bytes`.
pub(crate) fn offsets(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    // The standard library's search for one byte is fast also where this crate is not optimised,
    // and goes quickest after a byte that is seldom.
    let seldom = |&at: &usize| COMMON.contains(&wanted[at]);
    let Some(inside) = (0..wanted.len()).min_by_key(seldom) else { return Vec::new() };
    let (mut at, mut found) = (0, Vec::new());
    while at < bytes.len() {
        let mut rest = &bytes[at..];
        at += rest.skip_until(wanted[inside]).expect("reading from memory cannot fail");
        let begins = at.checked_sub(1 + inside);
        found.extend(begins.filter(|&begins| bytes[begins..].starts_with(wanted)));
    }
    found
}

fn hex_digit(four_bits: u8) -> char {
    char::from(b"0123456789abcdef"[usize::from(four_bits)])
}

fn base64_middle(word: &[u8], place: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // Letters whose six bits lie wholly inside the word.
    let bits: Vec<u8> =
        word.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let skipped = (6 - place * 8 % 6) % 6;
    bits[skipped..]
        .chunks_exact(6)
        .map(|six| LETTERS[usize::from(six.iter().fold(0, |all, bit| all << 1 | bit))])
        .collect()
}

fn gzipped(text: &str) -> Vec<u8> {
    use std::io::Write;
    let mut gzip = Command::new("gzip");
    let mut child =
        gzip.arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("gzip");
    let mut pipe = child.stdin.take().expect("its input is a pipe");
    pipe.write_all(text.as_bytes()).expect("it takes text");
    drop(pipe);
    child.wait_with_output().expect("it ends").stdout
}

#[cfg(test)]
mod tests {
    use super::{Sentinel, assert_that_the_scan_finds_what_is_planted, leaks};
    use tempfile::TempDir;

    #[test]
    fn finds_what_is_planted() {
        assert_that_the_scan_finds_what_is_planted();
    }

    #[test]
    fn finds_nothing_where_nothing_is() {
        let folder = TempDir::new().unwrap();
        #[expect(clippy::disallowed_methods, reason = "a file for the scan to look into")]
        std::fs::write(folder.path().join("innocent"), vec![0x78, 0x9c, 1, 2, 3]).unwrap();
        assert!(leaks(&[folder.path().to_path_buf()], &[Sentinel::new()]).is_empty());
    }
}
