//! The header: 4096 bytes that hold the wrapped data key, once per way in.
//!
//! A fixed little-endian layout, written and read by hand; `FORMAT.md` has it byte
//! by byte. Nothing is taken from a header before its damage check and the limits
//! of key derivation were looked at, and a header that would not be written the
//! same way again is refused. No file may be touched here.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::error::Error;
use crate::kdf::{self, KdfCost};
use crate::keychain::Secret;
use crate::keys::{DataKey, HeaderKey, Nonce, WrapKey, Wrapped};
use crate::passphrase::Passphrase;
use crate::quick::Pin;
use crate::random::{self, Random};
use crate::recovery::RecoveryKey;
use crate::vault::Key;

/// Bytes of a header.
pub(crate) const LENGTH: usize = 4096;
/// A header as it stands on disk.
pub(crate) type Bytes = [u8; LENGTH];

const MAGIC: [u8; 8] = *b"NBVLT1\0\0";
const FORMAT: u16 = 1;
const SLOTS: usize = 8;
const SLOT_LENGTH: usize = 128;
const SLOTS_AT: usize = 128;
const MAC_AT: usize = LENGTH - 64;
const HASH_AT: usize = LENGTH - 32;

/// What a header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Grows by one with every change; the higher of two copies counts.
    pub(crate) generation: u64,
    /// The same in the header and in the database.
    pub(crate) vault_id: [u8; 16],
    /// Random, drawn once when the vault was made.
    pub(crate) birth: [u8; 16],
    /// The first bytes of the database, without which none of its pages can be read;
    /// here for the day when its first page is damaged. Zeros if not known.
    pub(crate) data_salt: [u8; 16],
    slots: [Option<Slot>; SLOTS],
}

/// One way in: the data key wrapped under what a person knows or has.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    kind: SlotKind,
    id: [u8; 16],
    kdf: Kdf,
    nonce: Nonce,
    wrapped: Wrapped,
}

/// What opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SlotKind {
    /// The passphrase; always exactly one.
    Passphrase,
    /// The recovery key; at most one.
    Recovery,
    /// A PIN together with a secret in this computer's keychain; at most one.
    Quick,
}

/// What opens a slot, quick unlock included: it opens a vault, but is never asked
/// where a change has to be confirmed, so that [`Key`] does not know it.
#[derive(Clone, Copy)]
pub(crate) enum Way<'a> {
    Passphrase(&'a Passphrase),
    Recovery(&'a RecoveryKey),
    Quick(&'a Pin, &'a Secret),
}

impl<'a> From<Key<'a>> for Way<'a> {
    fn from(key: Key<'a>) -> Self {
        match key {
            Key::Passphrase(passphrase) => Self::Passphrase(passphrase),
            Key::Recovery(recovery_key) => Self::Recovery(recovery_key),
        }
    }
}

impl Way<'_> {
    fn kind(self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::Recovery(_) => SlotKind::Recovery,
            Self::Quick(..) => SlotKind::Quick,
        }
    }
}

/// How the key of a slot follows from the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kdf {
    Argon2id { cost: KdfCost, salt: [u8; 16] },
    Hkdf { salt: [u8; 16] },
}

/// Why bytes are not a header that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Not as they were written.
    Damaged,
    /// Written by a newer version.
    Newer,
    /// Whole, but with key derivation outside of the limits.
    Altered,
}

impl SlotKind {
    fn code(self) -> u16 {
        match self {
            Self::Passphrase => 1,
            Self::Recovery => 2,
            Self::Quick => 3,
        }
    }
}

impl Header {
    /// A header without any way in.
    pub(crate) fn make(random: Random<'_>) -> Result<Self, Error> {
        Ok(Self {
            generation: 0,
            vault_id: random::make(&mut *random)?,
            birth: random::make(random)?,
            data_salt: [0; 16],
            slots: [const { None }; SLOTS],
        })
    }

    /// Puts a passphrase in place of the one before.
    pub(crate) fn set_passphrase(
        &mut self,
        data_key: &DataKey,
        passphrase: &Passphrase,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let salt = random::make(&mut *random)?;
        let wrap_key = kdf::derive(passphrase.as_bytes(), &salt, cost)?;
        let kdf = Kdf::Argon2id { cost, salt };
        self.set(SlotKind::Passphrase, kdf, data_key, &wrap_key, random)
    }

    /// Puts a recovery key in place of the one before.
    pub(crate) fn set_recovery_key(
        &mut self,
        data_key: &DataKey,
        recovery_key: &RecoveryKey,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let salt = random::make(&mut *random)?;
        let wrap_key = recovery_key.derive_wrap_key(&salt);
        self.set(SlotKind::Recovery, Kdf::Hkdf { salt }, data_key, &wrap_key, random)
    }

    /// Puts a PIN in place of the one before. Answers the id of the slot.
    pub(crate) fn set_quick(
        &mut self,
        data_key: &DataKey,
        (pin, secret): (&Pin, &Secret),
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<[u8; 16], Error> {
        let salt = random::make(&mut *random)?;
        let wrap_key = pin.derive_wrap_key(secret, &salt, cost)?;
        let kdf = Kdf::Argon2id { cost, salt };
        self.set(SlotKind::Quick, kdf, data_key, &wrap_key, random)?;
        self.quick_id().ok_or(Error::HeaderDamaged)
    }

    /// The id of the slot that a PIN opens, if there is one.
    pub(crate) fn quick_id(&self) -> Option<[u8; 16]> {
        self.slot(SlotKind::Quick).map(|(_, slot)| slot.id)
    }

    /// Opens the slot that belongs to `way`.
    pub(crate) fn unwrap<'a>(&self, way: impl Into<Way<'a>>) -> Result<DataKey, Error> {
        let way = way.into();
        let (index, slot) = self.slot(way.kind()).ok_or(Error::WrongSecret)?;
        let wrap_key = match (way, slot.kdf) {
            (Way::Passphrase(passphrase), Kdf::Argon2id { cost, salt }) => {
                kdf::derive(passphrase.as_bytes(), &salt, cost)?
            }
            (Way::Recovery(recovery_key), Kdf::Hkdf { salt }) => {
                recovery_key.derive_wrap_key(&salt)
            }
            (Way::Quick(pin, secret), Kdf::Argon2id { cost, salt }) => {
                pin.derive_wrap_key(secret, &salt, cost)?
            }
            (Way::Passphrase(_) | Way::Quick(..), Kdf::Hkdf { .. })
            | (Way::Recovery(_), Kdf::Argon2id { .. }) => {
                return Err(Error::SettingsAltered);
            }
        };
        wrap_key.unwrap(&slot.wrapped, &slot.nonce, &self.context(index, slot))
    }

    /// What the passphrase costs to guess, if there is one.
    pub(crate) fn cost(&self) -> Option<KdfCost> {
        match self.slot(SlotKind::Passphrase)?.1.kdf {
            Kdf::Argon2id { cost, .. } => Some(cost),
            Kdf::Hkdf { .. } => None,
        }
    }

    /// The bytes that go to disk.
    pub(crate) fn encode(&self, key: &HeaderKey) -> Box<Bytes> {
        let mut bytes = self.lay_out();
        let code = key.authenticate(&bytes[..MAC_AT]);
        bytes[MAC_AT..HASH_AT].copy_from_slice(&code);
        let hash = Sha256::digest(&bytes[..HASH_AT]);
        bytes[HASH_AT..].copy_from_slice(&hash);
        bytes
    }

    /// Reads what [`encode`](Self::encode) wrote, and nothing else.
    pub(crate) fn decode(bytes: &Bytes) -> Result<Self, Flaw> {
        let hash = Sha256::digest(&bytes[..HASH_AT]);
        let is_whole = bool::from(hash.as_slice().ct_eq(&bytes[HASH_AT..]));
        if !is_whole || bytes[..8] != MAGIC {
            return Err(Flaw::Damaged);
        }
        let mut fields = Fields { bytes, at: MAGIC.len() };
        let (format, min_reader) = (fields.u16(), fields.u16());
        if format > FORMAT || min_reader > FORMAT {
            return Err(Flaw::Newer);
        }
        fields.u32();
        let mut header = Self {
            generation: fields.u64(),
            vault_id: fields.array(),
            birth: fields.array(),
            data_salt: fields.array(),
            slots: [const { None }; SLOTS],
        };
        fields.at = SLOTS_AT;
        for slot in &mut header.slots {
            *slot = Slot::decode(&mut fields)?;
        }
        if !header.is_one_of_each() {
            return Err(Flaw::Damaged);
        }
        // One rule for every reserved byte, count and order: what would not be
        // written like this was not written by this program.
        if header.lay_out()[..MAC_AT] == bytes[..MAC_AT] { Ok(header) } else { Err(Flaw::Damaged) }
    }

    /// Whether the header is as it was when last written by someone who had the
    /// data key. A damage check alone could be made to fit by anyone.
    pub(crate) fn is_authentic(bytes: &Bytes, key: &HeaderKey) -> bool {
        let mut fields = Fields { bytes, at: MAC_AT };
        key.is_authentic(&bytes[..MAC_AT], &fields.array())
    }

    /// The header key of this vault.
    pub(crate) fn derive_key(&self, data_key: &DataKey) -> HeaderKey {
        data_key.derive_header_key(&self.vault_id)
    }

    /// The same with only what a person remembers or has on paper: what hangs on
    /// this computer's keychain must not leave it.
    pub(crate) fn without_quick_unlock(&self) -> Self {
        let mut header = self.clone();
        for slot in &mut header.slots {
            let stays = |slot: &Slot| slot.kind != SlotKind::Quick;
            *slot = slot.take().filter(stays);
        }
        header
    }

    /// Every way in stands once at most: of two, only one would ever be replaced.
    fn is_one_of_each(&self) -> bool {
        [SlotKind::Passphrase, SlotKind::Recovery, SlotKind::Quick]
            .into_iter()
            .all(|kind| self.slots.iter().flatten().filter(|slot| slot.kind == kind).count() <= 1)
    }

    fn slot(&self, kind: SlotKind) -> Option<(usize, &Slot)> {
        let used = self.slots.iter().enumerate();
        used.filter_map(|(index, slot)| Some((index, slot.as_ref()?)))
            .find(|(_, slot)| slot.kind == kind)
    }

    fn set(
        &mut self,
        kind: SlotKind,
        kdf: Kdf,
        data_key: &DataKey,
        wrap_key: &WrapKey,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let free = || self.slots.iter().position(Option::is_none);
        let index = self.slot(kind).map(|(index, _)| index).or_else(free).unwrap_or(SLOTS - 1);
        let mut slot = Slot {
            kind,
            id: random::make(&mut *random)?,
            kdf,
            nonce: random::make(random)?,
            wrapped: [0; 48],
        };
        slot.wrapped = wrap_key.wrap(data_key, &slot.nonce, &self.context(index, &slot));
        self.slots[index] = Some(slot);
        Ok(())
    }

    /// What a wrap is bound to, so that a slot taken from another vault or place,
    /// or with another cost, does not open.
    fn context(&self, index: usize, slot: &Slot) -> Vec<u8> {
        let mut context = Vec::with_capacity(83);
        context.extend(MAGIC);
        context.extend(FORMAT.to_le_bytes());
        context.extend(self.vault_id);
        context.push(u8::try_from(index).expect("there are eight slots"));
        context.extend(slot.head());
        context
    }

    fn lay_out(&self) -> Box<Bytes> {
        let mut bytes = Box::new([0; LENGTH]);
        let mut start = Vec::with_capacity(SLOTS_AT);
        start.extend(MAGIC);
        start.extend(FORMAT.to_le_bytes());
        start.extend(FORMAT.to_le_bytes());
        start.extend(4096_u32.to_le_bytes());
        start.extend(self.generation.to_le_bytes());
        start.extend(self.vault_id);
        start.extend(self.birth);
        start.extend(self.data_salt);
        bytes[..start.len()].copy_from_slice(&start);
        let places = bytes[SLOTS_AT..].chunks_exact_mut(SLOT_LENGTH);
        for (slot, place) in self.slots.iter().zip(places) {
            if let Some(slot) = slot {
                place.copy_from_slice(&slot.encode());
            }
        }
        bytes
    }
}

impl Slot {
    const HEAD_LENGTH: usize = 56;

    /// Everything of a slot that is not secret: kind, id and key derivation.
    fn head(&self) -> [u8; Self::HEAD_LENGTH] {
        let (algorithm, memory_kib, passes, lanes, salt) = match self.kdf {
            Kdf::Argon2id { cost, salt } => {
                (1, cost.memory_kib(), cost.passes(), cost.lanes(), salt)
            }
            Kdf::Hkdf { salt } => (2, 0, 0, 0, salt),
        };
        let mut head = [0; Self::HEAD_LENGTH];
        head[..2].copy_from_slice(&self.kind.code().to_le_bytes());
        head[8..24].copy_from_slice(&self.id);
        for (number, at) in
            [algorithm, memory_kib, passes, lanes].into_iter().zip((24..).step_by(4))
        {
            head[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
        }
        head[40..].copy_from_slice(&salt);
        head
    }

    fn encode(&self) -> [u8; SLOT_LENGTH] {
        let mut bytes = [0; SLOT_LENGTH];
        bytes[..56].copy_from_slice(&self.head());
        bytes[56..80].copy_from_slice(&self.nonce);
        bytes[80..].copy_from_slice(&self.wrapped);
        bytes
    }

    fn decode(fields: &mut Fields<'_>) -> Result<Option<Self>, Flaw> {
        let end = fields.at + SLOT_LENGTH;
        let kind = match fields.u16() {
            0 => {
                fields.at = end;
                return Ok(None);
            }
            1 => SlotKind::Passphrase,
            2 => SlotKind::Recovery,
            3 => SlotKind::Quick,
            // The damage check held, so somebody meant it.
            _ => return Err(Flaw::Newer),
        };
        fields.at += 6;
        let id = fields.array();
        let kdf = Kdf::decode(fields)?;
        let is_fitting = match kdf {
            Kdf::Argon2id { .. } => kind != SlotKind::Recovery,
            Kdf::Hkdf { .. } => kind == SlotKind::Recovery,
        };
        if !is_fitting {
            return Err(Flaw::Altered);
        }
        let (nonce, wrapped) = (fields.array(), fields.array());
        Ok(Some(Self { kind, id, kdf, nonce, wrapped }))
    }
}

impl Kdf {
    fn decode(fields: &mut Fields<'_>) -> Result<Self, Flaw> {
        let algorithm = fields.u32();
        let (memory_kib, passes, lanes) = (fields.u32(), fields.u32(), fields.u32());
        let salt = fields.array();
        match algorithm {
            1 => {
                let cost = KdfCost::new(memory_kib, passes, lanes).map_err(|_| Flaw::Altered)?;
                Ok(Self::Argon2id { cost, salt })
            }
            2 => Ok(Self::Hkdf { salt }),
            _ => Err(Flaw::Altered),
        }
    }
}

/// Makes the damage check fit again, as someone without any key could.
#[cfg(any(test, feature = "failpoints"))]
pub(crate) fn rehash(bytes: &mut Bytes) {
    let hash = Sha256::digest(&bytes[..HASH_AT]);
    bytes[HASH_AT..].copy_from_slice(&hash);
}

/// Reads fields one after the other. Every read lies within the fixed layout.
struct Fields<'a> {
    bytes: &'a Bytes,
    at: usize,
}

impl Fields<'_> {
    fn array<const N: usize>(&mut self) -> [u8; N] {
        let mut field = [0; N];
        field.copy_from_slice(&self.bytes[self.at..self.at + N]);
        self.at += N;
        field
    }

    fn u16(&mut self) -> u16 {
        u16::from_le_bytes(self.array())
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.array())
    }

    fn u64(&mut self) -> u64 {
        u64::from_le_bytes(self.array())
    }
}

#[cfg(test)]
mod tests;
