//! The pages of a database file that may be damaged, read one by one and by hand.
//!
//! SQLCipher refuses a file as soon as it meets a page that is not as it was written;
//! this passes over such a page and goes on. A page that is answered is exactly as it
//! was written: its authentication code was checked. Nothing is written here, and what
//! stands on a page is not known here. The layout is described in `FORMAT.md`.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use aes::Aes256Dec;
use aes::cipher::{BlockCipherDecrypt, KeyInit};
use hmac::{Hmac, Mac};
use sha2::Sha512;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::files;
use crate::keys::DatabaseKey;

/// Bytes of a page in the file.
const PAGE: usize = 4096;
/// Bytes of a page that SQLite may use; behind them stand an initial vector and an
/// authentication code.
pub(crate) const USABLE: usize = 4016;
/// Bytes of the salt at the start of the first page, which is not encrypted.
const SALT: usize = 16;
const BLOCK: usize = 16;
const CODE_AT: usize = USABLE + BLOCK;

/// The bytes of a page that SQLite may use, in clear.
pub(crate) type Page = Zeroizing<[u8; USABLE]>;

/// A database file, page by page.
pub(crate) struct Pages {
    file: File,
    path: PathBuf,
    cipher: Aes256Dec,
    code: Hmac<Sha512>,
    count: u32,
    before: Option<Before>,
}

/// What pages were before a change that a crash cut short: SQLite's journal.
struct Before {
    file: File,
    path: PathBuf,
    /// Pages there were; those after it belong to the change.
    count: u32,
    /// Where the former bytes of a page stand in the journal.
    at: BTreeMap<u32, u64>,
}

impl Pages {
    /// The pages of `data`, rolled back by `journal` if that is there and in force.
    /// `known` is the salt as far as the header knows it.
    ///
    /// # Errors
    /// [`Error::DataDamaged`] if the file is not there or no page of it is whole.
    pub(crate) fn open(
        data: &Path,
        journal: &Path,
        key: &DatabaseKey,
        known: &[u8; SALT],
    ) -> Result<Self, Error> {
        if !data.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
            return Err(Error::DataDamaged);
        }
        let length = files::length(data)?;
        let before = Before::read(journal);
        let mut pages = Self {
            file: files::open(data)?,
            path: data.to_owned(),
            cipher: Aes256Dec::new(key.expose().into()),
            code: code_key(key, known),
            count: u32::try_from(length.div_ceil(PAGE as u64)).map_err(|_| Error::DataDamaged)?,
            before,
        };
        if let Some(before) = &pages.before {
            pages.count = before.count;
        }
        for salt in [*known, pages.salt()] {
            pages.code = code_key(key, &salt);
            if pages.has_any() {
                return Ok(pages);
            }
        }
        Err(Error::DataDamaged)
    }

    /// How many pages there are or should be. Their numbers begin at 1.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// A page, if it is whole. One that the disk does not give back is not.
    pub(crate) fn read(&mut self, number: u32) -> Option<Page> {
        if number == 0 || number > self.count {
            return None;
        }
        let former = self.before.as_mut().and_then(|before| before.raw(number));
        // A journal that is damaged itself may still be right about other pages.
        if let Some(page) = former.and_then(|raw| self.decrypt(number, &raw)) {
            return Some(page);
        }
        let at = u64::from(number - 1) * PAGE as u64;
        let raw = raw_page(&mut self.file, &self.path, at)?;
        self.decrypt(number, &raw)
    }

    fn has_any(&mut self) -> bool {
        (1..=self.count).any(|number| self.read(number).is_some())
    }

    fn salt(&mut self) -> [u8; SALT] {
        let mut salt = [0; SALT];
        // Where it cannot be read, no page may be whole under it.
        let _ = read_again(&mut self.file, &self.path, 0, &mut salt);
        salt
    }

    /// The page in clear, if its authentication code is right.
    fn decrypt(&self, number: u32, raw: &[u8; PAGE]) -> Option<Page> {
        let start = if number == 1 { SALT } else { 0 };
        let code = self.code.clone().chain_update(&raw[start..CODE_AT]);
        let code = code.chain_update(number.to_le_bytes()).finalize().into_bytes();
        if !bool::from(code.as_slice().ct_eq(&raw[CODE_AT..])) {
            return None;
        }
        let mut page = Zeroizing::new([0; USABLE]);
        page.copy_from_slice(&raw[..USABLE]);
        // Cipher block chaining: each block was mixed with the encrypted one before it.
        let mut chain: &[u8] = &raw[USABLE..CODE_AT];
        for (place, block) in page.chunks_exact_mut(BLOCK).enumerate().skip(start / BLOCK) {
            let block: &mut [u8; BLOCK] = block.try_into().ok()?;
            self.cipher.decrypt_block(block.into());
            for (byte, mixed) in block.iter_mut().zip(chain) {
                *byte ^= mixed;
            }
            chain = &raw[place * BLOCK..(place + 1) * BLOCK];
        }
        Some(page)
    }
}

/// The key of the authentication codes: PBKDF2-HMAC-SHA-512 with two rounds over the
/// key of the database, under the salt with every byte mixed with 0x3a.
fn code_key(key: &DatabaseKey, salt: &[u8; SALT]) -> Hmac<Sha512> {
    let hmac = |key: &[u8]| {
        <Hmac<Sha512> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of every length")
    };
    let mut first = hmac(key.expose());
    first.update(&salt.map(|byte| byte ^ 0x3a));
    first.update(&1_u32.to_be_bytes());
    let first = Zeroizing::<[u8; 64]>::new(first.finalize().into_bytes().into());
    let mut second = hmac(key.expose());
    second.update(first.as_slice());
    let second = Zeroizing::<[u8; 64]>::new(second.finalize().into_bytes().into());
    let mut mixed = Zeroizing::new([0; 32]);
    for (place, byte) in mixed.iter_mut().enumerate() {
        *byte = first[place] ^ second[place];
    }
    hmac(mixed.as_slice())
}

/// A whole page's worth of bytes; none at the end of the file or where it cannot be read.
fn raw_page(file: &mut File, path: &Path, at: u64) -> Option<Box<[u8; PAGE]>> {
    let mut raw = Box::new([0; PAGE]);
    read_again(file, path, at, raw.as_mut_slice()).ok()?;
    Some(raw)
}

/// Reads, and reads once more where that fails: a disk that is going often gives at the
/// second try what it did not give at the first.
fn read_again(file: &mut File, path: &Path, at: u64, into: &mut [u8]) -> Result<(), Error> {
    files::read_at(file, path, at, into).or_else(|_| files::read_at(file, path, at, into))
}

impl Before {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    const HEADER: usize = 28;
    const RECORD: u64 = 4 + PAGE as u64 + 4;
    /// Stands for "as many as there are" in place of a count.
    const ALL: u32 = u32::MAX;

    /// The journal, if it is in force. SQLite ends one by zeros over its start.
    fn read(path: &Path) -> Option<Self> {
        if !path.symlink_metadata().ok()?.is_file() {
            return None;
        }
        let length = files::length(path).ok()?;
        let file = files::open(path).ok()?;
        let mut before = Self { file, path: path.to_owned(), count: 0, at: BTreeMap::new() };
        let mut segment = 0;
        while let Some(header) = before.header(segment) {
            if segment == 0 {
                before.count = header.count;
            }
            let mut at = segment + header.sector;
            let most = (length.saturating_sub(at)) / Self::RECORD;
            let records = if header.records == Self::ALL { most } else { header.records.into() };
            for _ in 0..records.min(most) {
                before.note(at, header.nonce);
                at += Self::RECORD;
            }
            segment = at.next_multiple_of(header.sector);
        }
        (before.count > 0).then_some(before)
    }

    fn header(&mut self, at: u64) -> Option<JournalHeader> {
        let mut bytes = [0; Self::HEADER];
        read_again(&mut self.file, &self.path, at, &mut bytes).ok()?;
        let (magic, numbers) = bytes.split_at(Self::MAGIC.len());
        let mut numbers = numbers
            .chunks_exact(4)
            .map(|four| u32::from_be_bytes(four.try_into().expect("the pieces are of four bytes")));
        let mut next = || numbers.next().expect("five numbers follow the magic");
        let (records, nonce, count, sector, page) = (next(), next(), next(), next(), next());
        let is_sector = sector.is_power_of_two() && (32..=65536).contains(&sector);
        let is_ours = magic == Self::MAGIC && page as usize == PAGE && is_sector;
        is_ours.then(|| JournalHeader { records, nonce, count, sector: sector.into() })
    }

    /// Takes in one record, if its sum is right. The first of a page counts.
    fn note(&mut self, at: u64, nonce: u32) {
        let mut number = [0; 4];
        let mut sum = [0; 4];
        let mut read = |at: u64, into: &mut [u8]| read_again(&mut self.file, &self.path, at, into);
        if read(at, &mut number).and_then(|()| read(at + 4 + PAGE as u64, &mut sum)).is_err() {
            return;
        }
        let Some(raw) = raw_page(&mut self.file, &self.path, at + 4) else { return };
        // SQLite's own sum, over every two hundredth byte from behind.
        let bytes = (1..PAGE.div_ceil(200)).map(|step| u32::from(raw[PAGE - 200 * step]));
        let expected = bytes.fold(nonce, u32::wrapping_add);
        if expected == u32::from_be_bytes(sum) {
            self.at.entry(u32::from_be_bytes(number)).or_insert(at + 4);
        }
    }

    fn raw(&mut self, number: u32) -> Option<Box<[u8; PAGE]>> {
        let at = *self.at.get(&number)?;
        raw_page(&mut self.file, &self.path, at)
    }
}

/// What stands before the records of a journal.
struct JournalHeader {
    records: u32,
    nonce: u32,
    count: u32,
    sector: u64,
}
