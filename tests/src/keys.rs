//! The keys of a journal, worked out from its files and its passphrase as `FORMAT.md` says, so that
//! they can be looked for where they must not be. The product hands them to nobody.

use std::fs;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use hkdf::Hkdf;
use sha2::Sha256;

/// The keys of a journal.
pub struct Keys {
    /// What everything else follows from.
    pub data: [u8; 32],
    /// What the database is opened with.
    pub database: [u8; 32],
    /// What the header is sealed with.
    pub header: [u8; 32],
    /// What follows from the passphrase.
    pub wrap: [u8; 32],
}

impl Keys {
    /// Works them out; nothing if the passphrase does not open it.
    pub fn of(journal: &Path, passphrase: &str) -> Option<Self> {
        let header = fs::read(journal.join("keys.a")).ok()?;
        let vault_id = &header[24..40];
        let (place, slot) =
            (0_u8..).zip(header[128..1152].chunks(128)).find(|(_, slot)| slot[0] == 1)?;
        let number =
            |at: usize| u32::from_le_bytes([slot[at], slot[at + 1], slot[at + 2], slot[at + 3]]);
        let params = Params::new(number(28), number(32), number(36), Some(32)).ok()?;
        let mut wrap = [0; 32];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password_into(passphrase.as_bytes(), &slot[40..56], &mut wrap).ok()?;
        let bound = [&header[..10], vault_id, &[place], &slot[..56]].concat();
        let cipher = XChaCha20Poly1305::new_from_slice(&wrap).ok()?;
        let nonce: [u8; 24] = slot[56..80].try_into().ok()?;
        let sealed = Payload { msg: &slot[80..128], aad: &bound };
        let data: [u8; 32] = cipher.decrypt(&nonce.into(), sealed).ok()?.try_into().ok()?;
        let derive = |info: &str| {
            let mut key = [0; 32];
            let hkdf = Hkdf::<Sha256>::new(Some(vault_id), &data);
            hkdf.expand(info.as_bytes(), &mut key).ok().map(|()| key)
        };
        Some(Self {
            data,
            database: derive("nbvlt1 database")?,
            header: derive("nbvlt1 header")?,
            wrap,
        })
    }
}

/// A key as SQLCipher is given it: in hexadecimal digits.
pub fn hex(key: &[u8]) -> Vec<u8> {
    key.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}
