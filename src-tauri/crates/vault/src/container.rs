//! The file of a backup, byte by byte as in `FORMAT.md`: a header, the image of the
//! database, and two codes over all of it.
//!
//! The last 32 bytes are a hash of everything before them, in this format and in
//! every later one, so that damage is told from a newer format without any key. No
//! SQL may enter.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use hmac::Mac;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::error::Error;
use crate::fault::{self, Operation};
use crate::files;
use crate::header::{self, Flaw, Header};
use crate::keys::BackupKey;
use crate::progress::{Progress, Stage, Told};

const MAGIC: [u8; 8] = *b"NBBAK1\0\0";
const FORMAT: u16 = 1;
const HEADER_AT: usize = 24;
const START: usize = HEADER_AT + header::LENGTH;
/// Where the image of the database begins.
pub(crate) const IMAGE_AT: u64 = START as u64;
/// After the image: the authentication code and the hash.
const END: u64 = 64;
const PAGE: u64 = 4096;
const PIECE: usize = 256 * 1024;

/// A file that has the layout of a backup. Whether it is as it was written is only
/// known once it was read whole.
pub(crate) struct Container {
    file: File,
    pub(crate) header: Header,
    pub(crate) header_bytes: Box<header::Bytes>,
    /// Bytes of the image.
    pub(crate) image: u64,
}

impl Container {
    /// Looks at the start and the length of a file.
    ///
    /// # Errors
    /// [`Error::NotABackup`] if nothing in it looks like one. [`Error::Newer`] only if
    /// the file is whole.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        fault::before(Operation::Read, path)?;
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut start = Vec::with_capacity(START);
        Read::by_ref(&mut file).take(IMAGE_AT).read_to_end(&mut start)?;
        if !start.starts_with(&MAGIC) {
            let looks_like_one = header_of(&start).is_some_and(|header| header.is_ok());
            return Err(if looks_like_one { Error::BackupDamaged } else { Error::NotABackup });
        }
        match read_start(&start, length) {
            Ok((header, header_bytes)) => {
                Ok(Self { file, header, header_bytes, image: length - IMAGE_AT - END })
            }
            Err(Error::BackupDamaged) => Err(Error::BackupDamaged),
            // Before it is believed that a newer program wrote it, the hash must fit.
            Err(flaw) if hash_fits(&mut file, path, length)? => Err(flaw),
            Err(_) => Err(Error::BackupDamaged),
        }
    }

    /// Reads everything and hands on the image piece by piece.
    ///
    /// # Errors
    /// [`Error::BackupDamaged`] if it is not as it was written; with a key also if
    /// someone without the key wrote it. What was handed on must be thrown away then.
    pub(crate) fn read(
        &mut self,
        path: &Path,
        key: Option<&BackupKey>,
        told: Told<'_>,
        mut take: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.file.seek(SeekFrom::Start(0))?;
        let (mut hash, mut mac) = (Sha256::new(), key.map(BackupKey::mac));
        let mut piece = vec![0; PIECE];
        let mut left = IMAGE_AT + self.image;
        while left > 0 {
            let is_start = left == IMAGE_AT + self.image;
            let most = if is_start { START } else { PIECE };
            let length = usize::try_from(left).unwrap_or(most).min(most);
            let piece = &mut piece[..length];
            self.fill(path, piece)?;
            hash.update(&*piece);
            if let Some(mac) = &mut mac {
                mac.update(piece);
            }
            if !is_start {
                take(piece)?;
            }
            left -= length as u64;
            let done = IMAGE_AT + self.image - left;
            told(Progress { stage: Stage::Checking, done, of: IMAGE_AT + self.image });
        }
        let mut end = [0; 64];
        self.fill(path, &mut end)?;
        let (code, found) = end.split_at(32);
        hash.update(code);
        // It may have grown while it was read.
        let is_end = self.file.read(&mut [0])? == 0;
        let is_whole = is_end && bool::from(hash.finalize().as_slice().ct_eq(found));
        if !is_whole || mac.is_some_and(|mac| mac.verify_slice(code).is_err()) {
            return Err(Error::BackupDamaged);
        }
        Ok(())
    }

    /// The two codes at its end. They are of every byte before them, so that two whole files with
    /// the same codes are the same; that a file is whole they do not tell.
    ///
    /// # Errors
    /// [`Error::BackupDamaged`] if it became shorter, and the errors of the disk.
    pub(crate) fn codes(&mut self, path: &Path) -> Result<[u8; 64], Error> {
        self.file.seek(SeekFrom::Start(IMAGE_AT + self.image))?;
        let mut end = [0; 64];
        self.fill(path, &mut end)?;
        Ok(end)
    }

    fn fill(&mut self, path: &Path, piece: &mut [u8]) -> Result<(), Error> {
        fault::before(Operation::Read, path)?;
        self.file.read_exact(piece).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => Error::BackupDamaged,
            _ => error.into(),
        })
    }
}

/// Writes a new file around an image and brings it to the disk.
pub(crate) fn write(
    path: &Path,
    header: &header::Bytes,
    image: &Path,
    key: &BackupKey,
    told: Told<'_>,
) -> Result<(), Error> {
    let mut file = files::create_new(path)?;
    fault::before(Operation::Read, image)?;
    let mut from = File::open(image)?;
    let length = from.metadata()?.len();
    let mut start = Vec::with_capacity(START);
    start.extend(MAGIC);
    start.extend(FORMAT.to_le_bytes());
    start.extend(FORMAT.to_le_bytes());
    start.extend(4096_u32.to_le_bytes());
    start.extend(length.to_le_bytes());
    start.extend(header);

    let (mut hash, mut mac) = (Sha256::new(), key.mac());
    let mut at = 0;
    let mut put = |bytes: &[u8]| -> Result<(), Error> {
        fault::before_write(path, at, bytes)?;
        file.write_all(bytes)?;
        at += bytes.len() as u64;
        hash.update(bytes);
        mac.update(bytes);
        Ok(())
    };
    put(&start)?;
    let mut piece = vec![0; PIECE];
    let mut left = length;
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let piece = &mut piece[..most];
        fault::before(Operation::Read, image)?;
        from.read_exact(piece)?;
        put(piece)?;
        left -= most as u64;
        told(Progress { stage: Stage::Copying, done: length - left, of: length.max(1) });
    }
    let mut end = [0; 64];
    end[..32].copy_from_slice(&mac.finalize().into_bytes());
    hash.update(&end[..32]);
    end[32..].copy_from_slice(&hash.finalize());
    fault::before_write(path, IMAGE_AT + length, &end)?;
    file.write_all(&end)?;
    fault::before(Operation::Sync, path)?;
    Ok(file.sync_all()?)
}

fn header_of(start: &[u8]) -> Option<Result<Header, Flaw>> {
    let bytes: &header::Bytes = start.get(HEADER_AT..START)?.try_into().ok()?;
    Some(Header::decode(bytes))
}

fn read_start(start: &[u8], length: u64) -> Result<(Header, Box<header::Bytes>), Error> {
    let Some(decoded) = header_of(start) else { return Err(Error::BackupDamaged) };
    let number = |at: usize| u16::from_le_bytes([start[at], start[at + 1]]);
    if number(8) > FORMAT || number(10) > FORMAT {
        return Err(Error::Newer);
    }
    let mut image = [0; 8];
    image.copy_from_slice(&start[16..24]);
    let image = u64::from_le_bytes(image);
    let is_as_written = number(8) == FORMAT
        && number(10) == FORMAT
        && start[12..16] == 4096_u32.to_le_bytes()
        && image.checked_add(IMAGE_AT + END) == Some(length)
        && image >= 2 * PAGE
        && image.is_multiple_of(PAGE);
    if !is_as_written {
        return Err(Error::BackupDamaged);
    }
    let mut bytes = Box::new([0; header::LENGTH]);
    bytes.copy_from_slice(&start[HEADER_AT..]);
    match decoded {
        Ok(header) => Ok((header, bytes)),
        Err(Flaw::Damaged) => Err(Error::BackupDamaged),
        Err(Flaw::Newer) => Err(Error::Newer),
        Err(Flaw::Altered) => Err(Error::SettingsAltered),
    }
}

/// Whether the last 32 bytes are the hash of all before.
fn hash_fits(file: &mut File, path: &Path, length: u64) -> Result<bool, Error> {
    let Some(mut left) = length.checked_sub(32) else { return Ok(false) };
    file.seek(SeekFrom::Start(0))?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        fault::before(Operation::Read, path)?;
        file.read_exact(&mut piece[..most])?;
        hash.update(&piece[..most]);
        left -= most as u64;
    }
    let mut found = [0; 32];
    file.read_exact(&mut found)?;
    Ok(hash.finalize().as_slice() == found)
}
