//! The keys of a vault and how they follow from one another.
//!
//! Every key is a type of its own that cannot be printed, copied or mixed up with
//! another, lies in one place on the heap and is wiped there. What each is made
//! from stands in `FORMAT.md`.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretBox};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::random::{self, Random};

/// A wrapped data key: 32 bytes of ciphertext and 16 of tag.
pub(crate) type Wrapped = [u8; 48];
/// The nonce of a wrap.
pub(crate) type Nonce = [u8; 24];

/// Bytes of a key.
pub(crate) const LENGTH: usize = 32;

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub(crate) struct $name(SecretBox<[u8; LENGTH]>);

        impl $name {
            /// The key itself; kept to the shortest scope by the caller.
            pub(crate) fn expose(&self) -> &[u8; LENGTH] {
                self.0.expose_secret()
            }
        }
    };
}

key! {
    /// The random key everything else in a vault hangs on. Stands on disk only wrapped.
    DataKey
}
key! {
    /// Wraps the data key in a slot; follows from a secret of the person.
    WrapKey
}
key! {
    /// The raw key of the database.
    DatabaseKey
}
key! {
    /// Authenticates the whole header.
    HeaderKey
}

key! {
    /// Authenticates a whole backup.
    BackupKey
}
key! {
    /// Seals one text in a file of its own.
    TextKey
}

/// The keys that a vault needs again and again while it is open. All follow from
/// the data key, and none of them leads back to it.
pub(crate) struct OpenKeys {
    pub(crate) vault_id: [u8; 16],
    pub(crate) database: DatabaseKey,
    pub(crate) header: HeaderKey,
    pub(crate) backup: BackupKey,
    pub(crate) text: TextKey,
}

impl DataKey {
    /// A fresh one.
    pub(crate) fn make(random: Random<'_>) -> Result<Self, Error> {
        fill(|key| random::fill(random, key)).map(Self)
    }

    /// The database key of the vault with this id.
    pub(crate) fn derive_database_key(&self, vault_id: &[u8; 16]) -> DatabaseKey {
        DatabaseKey(derive(vault_id, self.expose(), b"nbvlt1 database"))
    }

    /// The header key of the vault with this id.
    pub(crate) fn derive_header_key(&self, vault_id: &[u8; 16]) -> HeaderKey {
        HeaderKey(derive(vault_id, self.expose(), b"nbvlt1 header"))
    }

    /// All that an open vault keeps.
    pub(crate) fn derive_open_keys(&self, vault_id: &[u8; 16]) -> OpenKeys {
        OpenKeys {
            vault_id: *vault_id,
            database: self.derive_database_key(vault_id),
            header: self.derive_header_key(vault_id),
            backup: BackupKey(derive(vault_id, self.expose(), b"nbvlt1 backup")),
            text: TextKey(derive(vault_id, self.expose(), b"nbvlt1 text")),
        }
    }

    /// Whether both are the same key, in constant time.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.expose().ct_eq(other.expose()).into()
    }
}

impl WrapKey {
    /// The key that `write` makes.
    pub(crate) fn fill(
        write: impl FnOnce(&mut [u8; LENGTH]) -> Result<(), Error>,
    ) -> Result<Self, Error> {
        fill(write).map(Self)
    }

    /// The key that 16 random bytes stand for. They are random, so nothing slow is needed.
    pub(crate) fn derive_from_random(secret: &[u8; 16], salt: &[u8; 16]) -> Self {
        Self(derive(salt, secret, b"nbvlt1 recovery"))
    }

    /// The key that a secret of the keychain and a stretched PIN stand for together.
    /// Each alone is worth nothing: the one is not remembered, the other is short.
    pub(crate) fn derive_from_both(
        secret: &[u8; LENGTH],
        stretched: &Self,
        salt: &[u8; 16],
    ) -> Self {
        let mut both = Zeroizing::new([0; 2 * LENGTH]);
        both[..LENGTH].copy_from_slice(secret);
        both[LENGTH..].copy_from_slice(stretched.expose());
        Self(derive(salt, both.as_slice(), b"nbvlt1 quick"))
    }

    /// Encrypts the data key, bound to `context`.
    pub(crate) fn wrap(&self, data_key: &DataKey, nonce: &Nonce, context: &[u8]) -> Wrapped {
        let mut wrapped = [0; 48];
        let (text, tag) = wrapped.split_at_mut(LENGTH);
        text.copy_from_slice(data_key.expose());
        let made = XChaCha20Poly1305::new(self.expose().into())
            .encrypt_inout_detached(nonce.into(), context, text.into())
            .expect("32 bytes are within the limits of the cipher");
        tag.copy_from_slice(&made);
        wrapped
    }

    /// Decrypts the data key. Fails if this key, the nonce, the bytes or the
    /// context are not those of the wrap.
    pub(crate) fn unwrap(
        &self,
        wrapped: &Wrapped,
        nonce: &Nonce,
        context: &[u8],
    ) -> Result<DataKey, Error> {
        let (text, tag) = wrapped.split_at(LENGTH);
        let tag = tag.try_into().map_err(|_| Error::WrongSecret)?;
        let key = fill(|key| {
            key.copy_from_slice(text);
            XChaCha20Poly1305::new(self.expose().into())
                .decrypt_inout_detached(nonce.into(), context, key.as_mut_slice().into(), tag)
                .map_err(|_| Error::WrongSecret)
        });
        key.map(DataKey)
    }
}

impl HeaderKey {
    /// The authentication code of `bytes`.
    pub(crate) fn authenticate(&self, bytes: &[u8]) -> [u8; 32] {
        mac(self.expose()).chain_update(bytes).finalize().into_bytes().into()
    }

    /// Whether `code` is the authentication code of `bytes`, in constant time.
    pub(crate) fn is_authentic(&self, bytes: &[u8], code: &[u8; 32]) -> bool {
        mac(self.expose()).chain_update(bytes).verify(code.into()).is_ok()
    }
}

impl BackupKey {
    /// Takes in the bytes of a backup one after the other.
    pub(crate) fn mac(&self) -> Hmac<Sha256> {
        mac(self.expose())
    }
}

impl TextKey {
    /// Encrypts a text in its place and answers its tag, bound to `context`.
    pub(crate) fn seal(&self, text: &mut [u8], nonce: &Nonce, context: &[u8]) -> [u8; 16] {
        XChaCha20Poly1305::new(self.expose().into())
            .encrypt_inout_detached(nonce.into(), context, text.into())
            .expect("a text is within the limits of the cipher")
            .into()
    }

    /// Decrypts a text in its place.
    pub(crate) fn unseal(
        &self,
        text: &mut [u8],
        tag: &[u8; 16],
        nonce: &Nonce,
        context: &[u8],
    ) -> Result<(), Error> {
        XChaCha20Poly1305::new(self.expose().into())
            .decrypt_inout_detached(nonce.into(), context, text.into(), tag.into())
            .map_err(|_| Error::WrongSecret)
    }
}

fn mac(key: &[u8; LENGTH]) -> Hmac<Sha256> {
    <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of every length")
}

/// Has a key written straight into its place, so that no copy stays on the stack.
fn fill(
    write: impl FnOnce(&mut [u8; LENGTH]) -> Result<(), Error>,
) -> Result<SecretBox<[u8; LENGTH]>, Error> {
    let mut outcome = Ok(());
    let key = SecretBox::init_with_mut(|key| outcome = write(key));
    outcome.map(|()| key)
}

/// HKDF-SHA-256 (RFC 5869) with one block of output.
fn derive(salt: &[u8], secret: &[u8], purpose: &[u8]) -> SecretBox<[u8; LENGTH]> {
    SecretBox::init_with_mut(|key: &mut [u8; LENGTH]| {
        Hkdf::<Sha256>::new(Some(salt), secret)
            .expand(purpose, key)
            .expect("32 bytes are within the limits of HKDF");
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{bytes, counting};

    #[test]
    fn hkdf_answers_as_rfc_5869_says() {
        let mut okm = [0; 42];
        Hkdf::<Sha256>::new(Some(&bytes("000102030405060708090a0b0c")), &[0x0b; 22])
            .expand(&bytes("f0f1f2f3f4f5f6f7f8f9"), &mut okm)
            .unwrap();
        let expected = bytes(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        );
        assert_eq!(okm.as_slice(), expected);
        let first = derive(
            &bytes("000102030405060708090a0b0c"),
            &[0x0b; 22],
            &bytes("f0f1f2f3f4f5f6f7f8f9"),
        );
        assert_eq!(first.expose_secret().as_slice(), &expected[..32]);
    }

    #[test]
    fn xchacha_answers_as_the_draft_says() {
        let mut text = *b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let key: Vec<u8> = (0x80..0xa0).collect();
        let nonce: Vec<u8> = (0x40..0x58).collect();
        let tag = XChaCha20Poly1305::new(key.as_slice().try_into().unwrap())
            .encrypt_inout_detached(
                nonce.as_slice().try_into().unwrap(),
                &bytes("50515253c0c1c2c3c4c5c6c7"),
                text.as_mut_slice().into(),
            )
            .unwrap();
        assert_eq!(text[..16], bytes("bd6d179d3e83d43b9576579493c0e939"));
        assert_eq!(text[96..], bytes("21f9664c97637da9768812f615c68b13b52e"));
        assert_eq!(tag.as_slice(), bytes("c0875924c1c7987947deafd8780acf49"));
    }

    #[test]
    fn a_wrap_opens_only_as_it_was_made() {
        let data_key = DataKey::make(&mut counting(1)).unwrap();
        let wrap_key = WrapKey::derive_from_random(&[7; 16], &[8; 16]);
        let wrapped = wrap_key.wrap(&data_key, &[9; 24], b"context");
        let again = wrap_key.unwrap(&wrapped, &[9; 24], b"context").unwrap();
        assert!(again.is_same(&data_key));

        let refused = |outcome: Result<DataKey, Error>| {
            assert_eq!(outcome.map(drop), Err(Error::WrongSecret));
        };
        refused(wrap_key.unwrap(&wrapped, &[8; 24], b"context"));
        refused(wrap_key.unwrap(&wrapped, &[9; 24], b"Context"));
        let other = WrapKey::derive_from_random(&[6; 16], &[8; 16]);
        refused(other.unwrap(&wrapped, &[9; 24], b"context"));
        for bit in 0..48 * 8 {
            let mut bent = wrapped;
            bent[bit / 8] ^= 1 << (bit % 8);
            refused(wrap_key.unwrap(&bent, &[9; 24], b"context"));
        }
    }

    #[test]
    fn keys_of_different_purposes_and_vaults_differ() {
        let data_key = DataKey::make(&mut counting(1)).unwrap();
        let database = data_key.derive_database_key(&[1; 16]);
        assert_ne!(database.expose(), data_key.derive_header_key(&[1; 16]).expose());
        let open = data_key.derive_open_keys(&[1; 16]);
        let all = [
            data_key.expose(),
            open.database.expose(),
            open.header.expose(),
            open.backup.expose(),
            open.text.expose(),
        ];
        for (place, key) in all.iter().enumerate() {
            assert!(!all[..place].contains(key), "two keys are the same");
        }
        assert_eq!(open.database.expose(), database.expose());
        assert_ne!(database.expose(), data_key.derive_database_key(&[2; 16]).expose());
    }
}
