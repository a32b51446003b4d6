//! A text that could not be saved, sealed elsewhere, comes back whole or not at all.

use vault::{Error, KdfCost, Key, Renewal, renew};

use crate::support::{Home, WORDS, counting, note, now, passphrase};

const NEXT: &str = "a different set of words";

#[test]
fn a_sealed_text_comes_back_and_says_nothing_itself() {
    let home = Home::new();
    let vault = home.open();
    let record = note(1, "zqxharbour, while the disk was full");
    let sealed = vault.seal(&record, now(), &mut counting(3)).unwrap();
    assert_eq!(vault.unseal(&sealed, None), Ok(record.clone()));
    assert_ne!(vault.seal(&record, now(), &mut counting(4)).unwrap(), sealed);
    let longer = vault.seal(&note(1, "short"), now(), &mut counting(3)).unwrap();
    assert_eq!(longer.len(), sealed.len(), "its length says little");
    assert!(!sealed.windows(10).any(|window| window == b"zqxharbour"));
    let by_paper = Key::Recovery(&home.recovery_key);
    assert_eq!(vault.unseal(&sealed, Some(by_paper)), Ok(record));
    let wrong = passphrase(NEXT);
    assert_eq!(vault.unseal(&sealed, Some(Key::Passphrase(&wrong))), Err(Error::WrongSecret));
}

#[test]
fn sealed_before_a_renewal_it_opens_with_the_secret_of_then() {
    let home = Home::new();
    let vault = home.open();
    let record = note(1, "written when the disk was full");
    let sealed = vault.seal(&record, now(), &mut counting(3)).unwrap();
    vault.close().unwrap();
    let (current, new) = (passphrase(WORDS), passphrase(NEXT));
    let renewal =
        Renewal { current: &current, new: &new, cost: KdfCost::WEAK, without: None, remember: &[] };
    let made = renew(&home.dir(), &renewal, now(), &mut counting(7), &mut |_| {});
    let vault = made.unwrap().0.vault;
    assert_eq!(vault.unseal(&sealed, None), Err(Error::WrongSecret));
    assert_eq!(vault.unseal(&sealed, Some(Key::Passphrase(&new))), Err(Error::WrongSecret));
    assert_eq!(vault.unseal(&sealed, Some(Key::Passphrase(&current))), Ok(record));
}

#[test]
fn every_damage_to_a_sealed_text_is_seen() {
    let home = Home::new();
    let vault = home.open();
    let whole = vault.seal(&note(1, "words"), now(), &mut counting(3)).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        assert_eq!(vault.unseal(&bytes, None), Err(Error::NotSealed), "byte {at}");
    }
    for length in (0..whole.len()).step_by(101) {
        assert_eq!(vault.unseal(&whole[..length], None), Err(Error::NotSealed), "{length}");
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert_eq!(vault.unseal(&longer, None), Err(Error::NotSealed));
}
