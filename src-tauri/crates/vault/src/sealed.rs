//! One text sealed into a file of its own, for when the disk is full while it is
//! being written.
//!
//! The layout is in `FORMAT.md`. It carries the header, so that the secrets of the
//! time when it was sealed open it after the keys of the vault were renewed.

use journal::{Moment, Record};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::header::{self, Flaw, Header};
use crate::keyfile;
use crate::keys::{Nonce, TextKey};
use crate::random::{self, Random};
use crate::record::{read_moment, to_json, write_moment};
use crate::vault::{Key, Vault};

const MAGIC: [u8; 8] = *b"NBTXT1\0\0";
const FORMAT: u16 = 1;
const HEADER_AT: usize = 24;
const NONCE_AT: usize = HEADER_AT + header::LENGTH;
const TEXT_AT: usize = NONCE_AT + 24;
/// After the text: the tag of the cipher and the hash of all before.
const END: usize = 16 + 32;
/// A text is filled up with spaces to a multiple of this, so that its length says little.
const STEP: usize = 4096;
/// More than a record can have; read from a file, it must not fill the memory.
const MOST: usize = 32 * 1024 * 1024;

impl Vault {
    /// Seals a record so that only this vault's secrets open it. The bytes may be
    /// kept anywhere.
    ///
    /// # Errors
    /// [`Error::HeaderDamaged`] if no key file on disk is whole.
    pub fn seal(&self, record: &Record, now: Moment, random: Random<'_>) -> Result<Vec<u8>, Error> {
        let header = keyfile::present(&self.place, &self.keys.header)?.without_quick_unlock();
        let nonce: Nonce = random::make(random)?;
        let mut text = Zeroizing::new(Vec::new());
        let (sealed, json) = (write_moment(now), to_json(record)?);
        let length = sealed.len() + 1 + json.len();
        // Once for all: growing would leave pieces of it behind in memory.
        text.reserve_exact(length.next_multiple_of(STEP));
        text.extend(sealed.as_bytes());
        text.push(b'\n');
        text.extend(json.as_bytes());
        text.resize(length.next_multiple_of(STEP), b' ');

        let mut bytes = Vec::with_capacity(TEXT_AT + text.len() + END);
        bytes.extend(MAGIC);
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(4096_u32.to_le_bytes());
        bytes.extend((text.len() as u64).to_le_bytes());
        bytes.extend(header.encode(&self.keys.header).as_slice());
        bytes.extend(nonce);
        let tag = self.keys.text.seal(&mut text, &nonce, &bytes);
        bytes.extend(text.as_slice());
        bytes.extend(tag);
        let hash = Sha256::digest(&bytes);
        bytes.extend(hash.as_slice());
        Ok(bytes)
    }

    /// Opens what [`seal`](Self::seal) made: with this vault's own key, or with a
    /// secret of the time when it was sealed.
    ///
    /// # Errors
    /// [`Error::NotSealed`] if it is no such file or not as it was written,
    /// [`Error::WrongSecret`] if it was sealed with other keys.
    pub fn unseal(&self, bytes: &[u8], key: Option<Key<'_>>) -> Result<Record, Error> {
        let sealed = Sealed::read(bytes)?;
        match key {
            None => sealed.open(&self.keys.text),
            Some(key) => {
                let data_key = sealed.header.unwrap(key)?;
                let keys = data_key.derive_open_keys(&sealed.header.vault_id);
                if !Header::is_authentic(sealed.header_bytes, &keys.header) {
                    return Err(Error::NotSealed);
                }
                sealed.open(&keys.text)
            }
        }
    }
}

/// Looks whether bytes have the layout of a sealed text.
#[cfg(feature = "failpoints")]
pub(crate) fn take_apart(bytes: &[u8]) {
    let _ = Sealed::read(bytes);
}

/// A sealed text taken apart.
struct Sealed<'a> {
    header: Header,
    header_bytes: &'a header::Bytes,
    /// All before the text, to which the tag is bound.
    context: &'a [u8],
    nonce: &'a Nonce,
    text: &'a [u8],
    tag: &'a [u8; 16],
}

impl<'a> Sealed<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, Error> {
        let is_possible = (TEXT_AT + END..=MOST).contains(&bytes.len()) && bytes[..8] == MAGIC;
        if !is_possible {
            return Err(Error::NotSealed);
        }
        let (said, hash) = bytes.split_at(bytes.len() - 32);
        if Sha256::digest(said).as_slice() != hash {
            return Err(Error::NotSealed);
        }
        let number = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
        if number(8) > FORMAT || number(10) > FORMAT {
            return Err(Error::Newer);
        }
        let (context, sealed) = said.split_at(TEXT_AT);
        let (text, tag) = sealed.split_at(sealed.len() - 16);
        let is_as_written = number(8) == FORMAT
            && number(10) == FORMAT
            && context[12..16] == 4096_u32.to_le_bytes()
            && context[16..24] == (text.len() as u64).to_le_bytes();
        if !is_as_written {
            return Err(Error::NotSealed);
        }
        let header_bytes = as_array(&context[HEADER_AT..NONCE_AT])?;
        let header = Header::decode(header_bytes).map_err(|flaw| match flaw {
            Flaw::Damaged => Error::NotSealed,
            Flaw::Newer => Error::Newer,
            Flaw::Altered => Error::SettingsAltered,
        })?;
        let nonce = as_array(&context[NONCE_AT..])?;
        Ok(Self { header, header_bytes, context, nonce, text, tag: as_array(tag)? })
    }

    fn open(&self, key: &TextKey) -> Result<Record, Error> {
        let mut text = Zeroizing::new(self.text.to_vec());
        key.unseal(&mut text, self.tag, self.nonce, self.context)?;
        let text = std::str::from_utf8(&text).map_err(|_| Error::NotSealed)?;
        let (sealed, json) = text.split_once('\n').ok_or(Error::NotSealed)?;
        read_moment(sealed).map_err(|_| Error::NotSealed)?;
        serde_json::from_str(json).map_err(|_| Error::NotSealed)
    }
}

fn as_array<const N: usize>(bytes: &[u8]) -> Result<&[u8; N], Error> {
    bytes.try_into().map_err(|_| Error::NotSealed)
}
