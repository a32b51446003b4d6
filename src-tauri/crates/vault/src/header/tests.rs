//! What the two copies of the header promise, byte by byte.

use proptest::prelude::*;

use super::*;
use crate::testing::counting;

struct Sample {
    header: Header,
    data_key: DataKey,
    passphrase: Passphrase,
    recovery_key: RecoveryKey,
}

impl Sample {
    fn encode(&self) -> Box<Bytes> {
        self.header.encode(&self.header.derive_key(&self.data_key))
    }
}

fn sample(seed: u8) -> Sample {
    let mut random = counting(seed);
    let data_key = DataKey::make(&mut random).unwrap();
    let passphrase = Passphrase::new("window gravel seven".to_owned()).unwrap();
    let recovery_key = RecoveryKey::make(&mut random).unwrap();
    let mut header = Header::make(&mut random).unwrap();
    header.generation = 1;
    header.set_passphrase(&data_key, &passphrase, KdfCost::WEAK, &mut random).unwrap();
    header.set_recovery_key(&data_key, &recovery_key, &mut random).unwrap();
    Sample { header, data_key, passphrase, recovery_key }
}

fn forge(change: impl FnOnce(&mut Bytes)) -> Result<Header, Flaw> {
    let sample = sample(1);
    let mut bytes = sample.encode();
    change(&mut bytes);
    rehash(&mut bytes);
    Header::decode(&bytes)
}

#[test]
fn a_header_is_read_as_it_was_written() {
    let sample = sample(1);
    let bytes = sample.encode();
    let read = Header::decode(&bytes).unwrap();
    assert_eq!(read, sample.header);
    assert!(Header::is_authentic(&bytes, &read.derive_key(&sample.data_key)));
    for key in [Key::Passphrase(&sample.passphrase), Key::Recovery(&sample.recovery_key)] {
        assert!(read.unwrap(key).ok().unwrap().is_same(&sample.data_key));
    }
}

#[test]
fn every_flipped_bit_is_damage() {
    let sample = sample(2);
    let whole = sample.encode();
    for at in 0..LENGTH {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        assert_eq!(Header::decode(&bytes), Err(Flaw::Damaged), "byte {at}");
    }
}

#[test]
fn a_forged_header_never_gets_past_its_limits() {
    let slot = SLOTS_AT;
    let memory = |kib: u32| {
        move |bytes: &mut Bytes| {
            bytes[slot + 28..slot + 32].copy_from_slice(&kib.to_le_bytes());
        }
    };
    assert_eq!(forge(memory(u32::MAX)), Err(Flaw::Altered));
    assert_eq!(forge(memory(0)), Err(Flaw::Altered));
    assert_eq!(forge(|bytes| bytes[slot + 32] = 0), Err(Flaw::Altered), "no passes");
    assert_eq!(forge(|bytes| bytes[slot + 33] = 1), Err(Flaw::Altered), "256 passes");
    assert_eq!(forge(|bytes| bytes[slot + 36] = 0), Err(Flaw::Altered), "no lanes");
    assert_eq!(forge(|bytes| bytes[slot + 24] = 9), Err(Flaw::Altered), "another algorithm");
    assert_eq!(forge(|bytes| bytes[8] = 2), Err(Flaw::Newer), "format 2");
    assert_eq!(forge(|bytes| bytes[10] = 2), Err(Flaw::Newer), "for readers of format 2");
    assert_eq!(forge(|bytes| bytes[slot] = 4), Err(Flaw::Newer), "a way in not known here");
    assert_eq!(forge(|bytes| bytes[slot] = 2), Err(Flaw::Altered), "no key out of a hat");
    assert_eq!(forge(|bytes| bytes[slot + 24] = 2), Err(Flaw::Altered), "a quick passphrase");
    let twice = |bytes: &mut Bytes| bytes.copy_within(slot..slot + SLOT_LENGTH, slot + 256);
    assert_eq!(forge(twice), Err(Flaw::Damaged), "two passphrases");
    assert_eq!(forge(|bytes| bytes[8] = 0), Err(Flaw::Damaged), "format 0");
    assert_eq!(forge(|bytes| bytes[12] = 1), Err(Flaw::Damaged), "another length");
    assert_eq!(forge(|bytes| bytes[slot + 2] = 1), Err(Flaw::Damaged), "a reserved byte");
    assert_eq!(forge(|bytes| bytes[100] = 1), Err(Flaw::Damaged), "a reserved byte");
    assert_eq!(forge(|bytes| bytes[2000] = 1), Err(Flaw::Damaged), "a reserved byte");
    assert_eq!(forge(|bytes| bytes[slot + 300] = 1), Err(Flaw::Damaged), "an unused slot");
    assert_eq!(forge(|bytes| bytes[0] = b'X'), Err(Flaw::Damaged));
}

#[test]
fn a_forged_header_opens_with_no_secret_or_is_found_out() {
    let sample = sample(3);
    let whole = sample.encode();
    for at in (16..72).chain(SLOTS_AT..SLOTS_AT + 2 * SLOT_LENGTH).chain(MAC_AT..HASH_AT) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        rehash(&mut bytes);
        let Ok(header) = Header::decode(&bytes) else { continue };
        for key in [Key::Passphrase(&sample.passphrase), Key::Recovery(&sample.recovery_key)] {
            if let Ok(data_key) = header.unwrap(key) {
                let is_trusted = Header::is_authentic(&bytes, &header.derive_key(&data_key));
                assert!(!is_trusted, "byte {at} was trusted");
            }
        }
    }
}

#[test]
fn slots_that_changed_places_or_vaults_do_not_open() {
    let (one, other) = (sample(4), sample(5));
    let mut swapped = one.header.clone();
    swapped.slots.swap(0, 1);
    let mut foreign = one.header.clone();
    foreign.slots = other.header.slots.clone();
    for header in [swapped, foreign] {
        for key in [Key::Passphrase(&one.passphrase), Key::Recovery(&other.recovery_key)] {
            assert_eq!(header.unwrap(key).err(), Some(Error::WrongSecret));
        }
    }
}

#[test]
fn a_new_passphrase_leaves_the_recovery_key_alone() {
    let mut sample = sample(6);
    let next = Passphrase::new("another one entirely".to_owned()).unwrap();
    sample.header.set_passphrase(&sample.data_key, &next, KdfCost::WEAK, &mut counting(9)).unwrap();
    assert!(sample.header.unwrap(Key::Passphrase(&next)).is_ok());
    assert!(sample.header.unwrap(Key::Recovery(&sample.recovery_key)).is_ok());
    let old = sample.header.unwrap(Key::Passphrase(&sample.passphrase));
    assert_eq!(old.err(), Some(Error::WrongSecret));
}

proptest! {
    #[test]
    fn no_bytes_can_panic(at in 0..MAC_AT, noise in prop::collection::vec(any::<u8>(), 1..64)) {
        let sample = sample(7);
        let mut bytes = sample.encode();
        let end = (at + noise.len()).min(MAC_AT);
        bytes[at..end].copy_from_slice(&noise[..end - at]);
        rehash(&mut bytes);
        if let Ok(header) = Header::decode(&bytes) {
            prop_assert_eq!(&header.lay_out()[..MAC_AT], &bytes[..MAC_AT]);
        }
    }
}
