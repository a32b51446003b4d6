//! Closing a PDF with a password: AES-256 as PDF 2.0 defines it (V5, R6), over
//! streams, strings and metadata.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat};

use crate::laid::Error;

/// Fills a slice with random bytes.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// The longest password in bytes; PDF readers ignore what is beyond.
pub const PASSWORD_MAX: usize = 127;

/// The same file, opened only with the password.
///
/// # Errors
/// [`Error::Password`] for a password that is empty, too long, or holds
/// characters that PDF forbids, such as emoji; [`Error::Seal`] if `pdf` is none.
///
/// # Security
/// Page count and sizes stay visible, and a reader cannot tell whether the file
/// was changed. Everything hangs on the password, so it should be a generated
/// one. The owner password is random and thrown away: nothing but the password
/// opens the file. Salts and initialization vectors come from lopdf's own
/// generator, which the operating system seeds.
pub fn seal(pdf: &[u8], password: &str, random: Random<'_>) -> Result<Vec<u8>, Error> {
    if password.is_empty() || password.len() > PASSWORD_MAX {
        return Err(Error::Password);
    }
    let mut document = Document::load_mem(pdf).map_err(|_| Error::Seal)?;
    let mut key = [0; 32];
    random(&mut key);
    let owner = hexadecimal(&random_bytes::<32>(random));
    let state = EncryptionState::try_from(EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(
            b"StdCF".to_vec(),
            Arc::new(Aes256CryptFilter) as Arc<dyn CryptFilter>,
        )]),
        file_encryption_key: &key,
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: &owner,
        user_password: password,
        permissions: Permissions::all(),
    })
    .map_err(|_| Error::Password)?;
    // The old identifier is a hash of the content and stays readable: replace it.
    let id = Object::String(random_bytes::<16>(random).to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    document.encrypt(&state).map_err(|_| Error::Seal)?;
    document.version = "2.0".into();
    let mut sealed = Vec::with_capacity(pdf.len() + 4096);
    document.save_to(&mut sealed).map_err(|_| Error::Seal)?;
    Ok(sealed)
}

fn random_bytes<const LENGTH: usize>(random: Random<'_>) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    random(&mut bytes);
    bytes
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
