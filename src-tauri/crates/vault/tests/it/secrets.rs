//! What opens a vault, what does not, and changing it.

use std::fs;

use sha2::{Digest, Sha256};
use vault::{Error, KdfCost, Key, Presence, RecoveryKey, Vault, presence};

use crate::child::{self, Role};
use crate::support::{
    Home, WORDS, contents, counting, create, note, now, open_with, passphrase, refusal,
};

const OTHER: &str = "a different set of words";

fn open_recovery(home: &Home, key: &RecoveryKey) -> Result<vault::Opened, Error> {
    Vault::open(&home.dir(), Key::Recovery(key))
}

/// Changes a key file and makes its damage check fit, as anyone could.
fn forge(home: &Home, name: &str, change: impl FnOnce(&mut [u8])) {
    let mut bytes = fs::read(home.file(name)).unwrap();
    change(&mut bytes);
    let hash = Sha256::digest(&bytes[..4064]);
    bytes[4064..].copy_from_slice(&hash);
    fs::write(home.file(name), bytes).unwrap();
}

#[test]
fn both_secrets_open_the_same_journal() {
    let home = Home::with(&[note(1, "words")]);
    let by_passphrase = home.try_open().unwrap();
    assert!(!by_passphrase.repaired_header && !by_passphrase.one_header_left);
    assert_eq!(by_passphrase.cost, Some(KdfCost::WEAK));
    assert_eq!(by_passphrase.vault.all().unwrap(), [note(1, "words")]);
    by_passphrase.vault.close().unwrap();

    let typed = home.recovery_key.groups().map(|group| group.to_lowercase());
    let typed = RecoveryKey::parse(&typed).ok().unwrap();
    let by_paper = open_recovery(&home, &typed).unwrap();
    assert_eq!(by_paper.vault.all().unwrap(), [note(1, "words")]);
}

#[test]
fn composed_and_decomposed_passphrases_open_the_same_vault() {
    let temporary = tempfile::TempDir::new().unwrap();
    let dir = temporary.path().join("journal");
    let composed = passphrase("ma\u{f1}ana en el caf\u{e9}");
    Vault::create(&dir, &composed, KdfCost::WEAK, now(), &mut counting(1)).unwrap();
    open_with(&dir, "man\u{303}ana en el cafe\u{301}").unwrap();
    open_with(&dir, "  ma\u{f1}ana en el caf\u{e9} ").unwrap();
    assert_eq!(refusal(open_with(&dir, "manana en el cafe")), Error::WrongSecret);
}

#[test]
fn no_other_secret_opens() {
    let home = Home::new();
    let before = contents(&home.dir());
    let wrong =
        |words: &str| assert_eq!(refusal(open_with(&home.dir(), words)), Error::WrongSecret);
    for at in 0..WORDS.len() {
        let mut edited = WORDS.to_owned();
        edited.remove(at);
        wrong(&edited);
        wrong(&WORDS.replacen(&WORDS[at..=at], "q", 1).to_uppercase());
    }
    let mut random = counting(8);
    for _ in 0..200 {
        let guess = vault::suggest_passphrase(&mut random);
        wrong(&guess);
    }
    let stranger = Home::seeded(77).recovery_key;
    assert_eq!(refusal(open_recovery(&home, &stranger)), Error::WrongSecret);
    assert_eq!(contents(&home.dir()), before, "trying leaves no trace");
    home.open();
}

#[test]
fn a_changed_passphrase_shuts_the_old_one_out_and_spares_the_recovery_key() {
    let home = Home::with(&[note(1, "words")]);
    let mut vault = home.open();
    let (old, new) = (passphrase(WORDS), passphrase(OTHER));
    let before = contents(&home.dir());
    let refused = vault.change_passphrase(&new, &new, KdfCost::WEAK, &mut counting(2));
    assert_eq!(refused, Err(Error::WrongSecret), "the present one is asked for");
    assert_eq!(contents(&home.dir()), before);

    vault.change_passphrase(&old, &new, KdfCost::WEAK, &mut counting(2)).unwrap();
    vault.save(&note(2, "still open"), now()).unwrap();
    assert!(vault.matches_passphrase(&new).unwrap() && !vault.matches_passphrase(&old).unwrap());
    vault.close().unwrap();
    assert_eq!(refusal(home.try_open()), Error::WrongSecret);
    assert_eq!(open_with(&home.dir(), OTHER).unwrap().vault.all().unwrap().len(), 2);
    assert!(open_recovery(&home, &home.recovery_key).is_ok());
    let [a, b] = ["keys.a", "keys.b"].map(|name| fs::read(home.file(name)).unwrap());
    assert_eq!(a, b);
}

#[test]
fn the_recovery_key_leads_to_a_new_passphrase() {
    let home = Home::with(&[note(1, "words")]);
    let mut vault = open_recovery(&home, &home.recovery_key).unwrap().vault;
    let new = passphrase(OTHER);
    let key = &home.recovery_key;
    vault.set_passphrase_after_recovery(key, &new, KdfCost::WEAK, &mut counting(2)).unwrap();
    vault.close().unwrap();
    assert_eq!(refusal(home.try_open()), Error::WrongSecret);
    assert!(open_with(&home.dir(), OTHER).is_ok());
    assert!(open_recovery(&home, key).is_ok(), "the paper is still good");
}

#[test]
fn a_new_recovery_key_ends_the_one_before() {
    let home = Home::new();
    let mut vault = home.open();
    let wrong = vault.new_recovery_key(&passphrase(OTHER), &mut counting(3));
    assert_eq!(wrong.err(), Some(Error::WrongSecret));
    assert!(vault.matches_recovery_key(&home.recovery_key).unwrap());
    let next = vault.new_recovery_key(&passphrase(WORDS), &mut counting(3)).ok().unwrap();
    assert!(vault.matches_recovery_key(&next).unwrap());
    assert!(!vault.matches_recovery_key(&home.recovery_key).unwrap());
    vault.close().unwrap();
    assert_eq!(refusal(open_recovery(&home, &home.recovery_key)), Error::WrongSecret);
    assert!(open_recovery(&home, &next).is_ok());
    home.open();
}

#[test]
fn after_a_change_that_was_cut_short_only_the_new_passphrase_opens() {
    let home = Home::new();
    let old_b = fs::read(home.file("keys.b")).unwrap();
    let mut vault = home.open();
    let new = passphrase(OTHER);
    vault.change_passphrase(&passphrase(WORDS), &new, KdfCost::WEAK, &mut counting(2)).unwrap();
    vault.close().unwrap();
    fs::write(home.file("keys.b"), &old_b).unwrap();
    fs::write(home.file("keys.a.tmp"), b"half a fi").unwrap();

    assert_eq!(refusal(home.try_open()), Error::WrongSecret);
    assert_eq!(fs::read(home.file("keys.b")).unwrap(), old_b, "a wrong secret repairs nothing");
    let opened = open_with(&home.dir(), OTHER).unwrap();
    assert!(!opened.repaired_header, "nothing was damaged, so nothing is reported");
    drop(opened);
    let [a, b] = ["keys.a", "keys.b"].map(|name| fs::read(home.file(name)).unwrap());
    assert_eq!(a, b, "the second copy was brought up to date");

    let mut vault = open_with(&home.dir(), OTHER).unwrap().vault;
    let back = passphrase(WORDS);
    vault.change_passphrase(&new, &back, KdfCost::WEAK, &mut counting(4)).unwrap();
    assert!(!home.file("keys.a.tmp").exists(), "what a crash left does not stand in the way");
}

#[test]
fn a_forged_generation_does_not_win() {
    let home = Home::new();
    forge(&home, "keys.a", |bytes| bytes[16..24].fill(0xfe));
    let opened = home.try_open().unwrap();
    assert!(opened.repaired_header);
    drop(opened);
    assert_eq!(fs::read(home.file("keys.a")).unwrap(), fs::read(home.file("keys.b")).unwrap());
}

#[test]
fn forged_settings_of_key_derivation_are_refused_before_it_runs() {
    // 2 GiB times 16 passes would take minutes, so a refusal in time is the proof.
    let started = std::time::Instant::now();
    for (memory_kib, passes, lanes) in [
        (u32::MAX, 3, 1),
        (4 << 20, 3, 1),
        (65536, u32::MAX, 1),
        (65536, 3, 255),
        (8, 1, 1),
        (65536, 0, 1),
    ] {
        let home = Home::new();
        for name in ["keys.a", "keys.b"] {
            forge(&home, name, |bytes| {
                for (number, at) in [memory_kib, passes, lanes].into_iter().zip([156, 160, 164]) {
                    bytes[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
                }
            });
        }
        let before = contents(&home.dir());
        assert_eq!(refusal(home.try_open()), Error::SettingsAltered);
        assert_eq!(refusal(open_recovery(&home, &home.recovery_key)), Error::SettingsAltered);
        assert_eq!(contents(&home.dir()), before);
    }
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn a_key_file_of_a_newer_version_is_left_alone() {
    for both in [true, false] {
        let home = Home::new();
        forge(&home, "keys.a", |bytes| bytes[8] = 2);
        if both {
            forge(&home, "keys.b", |bytes| bytes[8] = 2);
        }
        let before = contents(&home.dir());
        assert_eq!(refusal(home.try_open()), Error::Newer);
        assert_eq!(contents(&home.dir()), before);
    }
}

#[test]
fn nothing_that_is_there_is_replaced() {
    for name in ["keys.a", "keys.b", "data.db", "data.db-journal"] {
        let temporary = tempfile::TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        assert_eq!(presence(&dir), Ok(Presence::Absent), "no folder yet");
        fs::create_dir(&dir).unwrap();
        assert_eq!(presence(&dir), Ok(Presence::Absent));
        fs::write(dir.join(name), b"").unwrap();
        assert_eq!(
            presence(&dir),
            Ok(Presence::Present),
            "even an empty file may be all that is left"
        );
        assert_eq!(create(&dir).err(), Some(Error::AlreadyThere));
        assert_eq!(fs::read(dir.join(name)).unwrap(), b"");
    }
    let home = Home::with(&[note(1, "words")]);
    assert_eq!(create(&home.dir()).err(), Some(Error::AlreadyThere));
    assert_eq!(home.open().all().unwrap(), [note(1, "words")]);
}

#[test]
fn a_vault_is_made_beside_other_files_and_after_a_crash_of_the_making() {
    let temporary = tempfile::TempDir::new().unwrap();
    let dir = temporary.path().join("deep/journal");
    fs::create_dir_all(dir.join("new")).unwrap();
    fs::create_dir_all(dir.join("backups")).unwrap();
    fs::write(dir.join("new/data.db"), b"half").unwrap();
    assert_eq!(presence(&dir), Ok(Presence::Absent));
    assert_eq!(refusal(open_with(&dir, WORDS)), Error::NotThere);
    create(&dir).unwrap().0.close().unwrap();
    assert!(!dir.join("new").exists() && dir.join("backups").exists());
    open_with(&dir, WORDS).unwrap();
}

#[test]
fn a_making_that_was_cut_short_while_moving_in_is_finished() {
    for moved in [&["data.db"][..], &["data.db", "keys.b"]] {
        let home = Home::new();
        fs::create_dir(home.file("new")).unwrap();
        for name in ["data.db", "keys.b", "keys.a"] {
            if !moved.contains(&name) {
                fs::rename(home.file(name), home.file("new").join(name)).unwrap();
            }
        }
        assert_eq!(presence(&home.dir()), Ok(Presence::Present));
        let opened = home.try_open().unwrap();
        assert!(!opened.repaired_header, "nothing was ever damaged");
        assert!(!home.file("new").exists());
    }
}

#[test]
fn a_key_file_of_another_making_is_not_moved_in() {
    let (home, other) = (Home::new(), Home::seeded(2));
    fs::create_dir(home.file("new")).unwrap();
    fs::remove_file(home.file("keys.a")).unwrap();
    for name in ["keys.a", "keys.b", "data.db"] {
        fs::copy(other.file(name), home.file("new").join(name)).unwrap();
    }
    assert!(home.try_open().unwrap().repaired_header, "from its own other copy");

    fs::remove_file(home.file("data.db")).unwrap();
    assert_eq!(
        refusal(home.try_open()),
        Error::DataDamaged,
        "a strange database does not take its place"
    );
}

#[test]
fn only_one_program_has_it_open() {
    let home = Home::new();
    let vault = home.open();
    assert_eq!(refusal(home.try_open()), Error::InUse);
    assert_eq!(create(&home.dir()).err(), Some(Error::InUse));
    let mut other = child::start(Role::Open, &home.dir());
    assert_eq!(other.next_line().as_deref(), Some("refused InUse"));
    other.wait();

    vault.close().unwrap();
    let mut other = child::start(Role::Write, &home.dir());
    assert!(other.next_line().is_some(), "it writes");
    assert_eq!(refusal(home.try_open()), Error::InUse);
    other.kill();
    home.open();
}

#[test]
fn the_real_cost_opens_too() {
    let temporary = tempfile::TempDir::new().unwrap();
    let dir = temporary.path().join("journal");
    let made = Vault::create(&dir, &passphrase(WORDS), KdfCost::FLOOR, now(), &mut counting(1));
    made.unwrap().0.close().unwrap();
    assert_eq!(refusal(open_with(&dir, OTHER)), Error::WrongSecret);
    assert_eq!(open_with(&dir, WORDS).unwrap().cost, Some(KdfCost::FLOOR));
}
