//! Every state in which a swap can be cut short.

use std::fs;

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::note::HASH_AT;
use super::*;
use crate::place::{Presence, presence, settle};
use crate::testing::now;

/// A folder with files that stand for a set called `mark`.
fn fill(folder: &Path, mark: &str) {
    fs::create_dir_all(folder).unwrap();
    for name in [DATA, KEYS_B, KEYS_A] {
        files::write_new(&folder.join(name), mark.as_bytes()).unwrap();
    }
}

fn home(mark: &str) -> (TempDir, PathBuf) {
    let temporary = TempDir::new().unwrap();
    let dir = temporary.path().join("journal");
    fill(&dir, mark);
    (temporary, dir)
}

fn marks(folder: &Path) -> Vec<String> {
    let there = |name: &&str| folder.join(name).exists();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    NAMES.into_iter().filter(there).map(read).collect()
}

#[test]
fn a_set_takes_the_place_of_another_and_can_be_put_back() {
    let (_temporary, dir) = home("old");
    write(dir.join(DATA_JOURNAL), "old").unwrap();
    let place = Place::take_vault(&dir).unwrap();
    let next = place.next().unwrap();
    fill(&next.dir, "new");
    place.swap_in(&next, Old::SetAside, now()).unwrap();
    assert_eq!(marks(&dir), ["new"; 3]);
    assert!(!dir.join(SWAP).exists() && !dir.join(NEXT).exists());
    let sets = sets_aside(&dir).unwrap();
    assert_eq!(sets, [("20260309-100000+0100".to_owned(), now(), 12)]);
    assert_eq!(marks(&dir.join(SAFETY).join(&sets[0].0)), ["old"; 4]);

    place.swap_back(&sets[0].0, now()).unwrap();
    assert_eq!(marks(&dir), ["old"; 4]);
    let sets = sets_aside(&dir).unwrap();
    assert_eq!(sets, [("20260309-100000+0100-2".to_owned(), now(), 9)], "no name twice");
    drop(place);
    remove_set(&dir, &sets[0].0).unwrap();
    assert_eq!(sets_aside(&dir), Ok(Vec::new()));
    assert_eq!(remove_set(&dir, &sets[0].0), Err(Error::NotThere));
}

#[test]
fn names_that_are_not_ours_are_never_touched() {
    let (_temporary, dir) = home("old");
    fill(&dir.join(SAFETY).join("mine"), "mine");
    let place = Place::take_vault(&dir).unwrap();
    for name in ["mine", "", ".", "..", "../..", "/", "20260309-100000+0100", "é26309-100000+0100"]
    {
        assert_eq!(place.swap_back(name, now()), Err(Error::NotThere), "{name}");
        assert_eq!(remove_set(&dir, name), Err(Error::NotThere), "{name}");
    }
    assert_eq!(marks(&dir.join(SAFETY).join("mine")), ["mine"; 3]);
    assert_eq!(marks(&dir), ["old"; 3]);
}

/// Every state that a crash between two renames can leave is finished.
#[test]
fn a_swap_is_finished_from_every_state() {
    let new = [KEYS_A, DATA, DATA_JOURNAL, KEYS_B];
    for (out, brought) in (0..=3).map(|out| (out, 0)).chain((0..=4).map(|done| (3, done))) {
        let (_temporary, dir) = home("old");
        let place = Place::take_vault(&dir).unwrap();
        let next = place.next().unwrap();
        fill(&next.dir, "new");
        files::write_new(&next.file(DATA_JOURNAL), b"new").unwrap();
        place.begin_swap(&next, Old::SetAside, now()).unwrap();
        let aside = dir.join(SAFETY).join("20260309-100000+0100");
        fs::create_dir_all(&aside).unwrap();
        for name in [KEYS_B, DATA, KEYS_A].into_iter().take(out) {
            fs::rename(dir.join(name), aside.join(name)).unwrap();
        }
        for name in new.into_iter().take(brought) {
            fs::rename(next.file(name), dir.join(name)).unwrap();
        }
        drop(place);
        assert_eq!(presence(&dir), Ok(Presence::Present));
        assert_eq!(settle(&dir), Ok(Presence::Present));
        assert_eq!(marks(&dir), ["new"; 4], "{out} out, {brought} in");
        assert_eq!(marks(&aside), ["old"; 3], "{out} out, {brought} in");
        assert!(!dir.join(SWAP).exists() && !dir.join(NEXT).exists());
    }
}

#[test]
fn a_swap_whose_new_set_is_gone_is_undone() {
    for (out, brought) in [(0, 0), (1, 0), (3, 0), (3, 1), (3, 2)] {
        let (_temporary, dir) = home("old");
        let place = Place::take_vault(&dir).unwrap();
        let next = place.next().unwrap();
        fill(&next.dir, "new");
        place.begin_swap(&next, Old::Wiped, now()).unwrap();
        let aside = dir.join(SAFETY).join("20260309-100000+0100.gone");
        fs::create_dir_all(&aside).unwrap();
        for name in [KEYS_B, DATA, KEYS_A].into_iter().take(out) {
            fs::rename(dir.join(name), aside.join(name)).unwrap();
        }
        for name in [DATA, KEYS_B].into_iter().take(brought) {
            fs::rename(next.file(name), dir.join(name)).unwrap();
        }
        fs::remove_file(next.file(KEYS_A)).unwrap();
        drop(place);
        assert_eq!(settle(&dir), Ok(Presence::Present));
        assert_eq!(marks(&dir), ["old"; 3], "{out} out, {brought} in");
        assert!(!aside.exists() && !dir.join(SWAP).exists());
    }
}

#[test]
fn before_the_point_of_no_return_nothing_has_happened() {
    let (_temporary, dir) = home("old");
    let place = Place::take_vault(&dir).unwrap();
    let next = place.next().unwrap();
    fill(&next.dir, "new");
    // A folder stands where the file has to go.
    fs::create_dir(dir.join(temporary(SWAP))).unwrap();
    assert!(place.swap_in(&next, Old::SetAside, now()).is_err());
    assert_eq!(marks(&dir), ["old"; 3]);
    assert!(!dir.join(NEXT).exists(), "nothing half-made stays");
    fs::remove_dir(dir.join(temporary(SWAP))).unwrap();
    fill(&dir.join(NEXT), "crashed");
    drop(place);
    assert_eq!(settle(&dir), Ok(Presence::Present));
    assert_eq!(marks(&dir), ["old"; 3]);
    assert!(!dir.join(NEXT).exists());
}

#[test]
fn an_erasing_cut_short_is_finished_and_takes_everything() {
    let (_temporary, dir) = home("old");
    let place = Place::take_vault(&dir).unwrap();
    fill(&dir.join(SAFETY).join("20260309-100000+0100"), "aside");
    fs::create_dir(dir.join(BACKUPS)).unwrap();
    write(dir.join(BACKUPS).join("journal-2026-03-09.nbk"), "backup").unwrap();
    write(dir.join("prefs"), "not ours").unwrap();
    place.write_swap(&Swap::Erase).unwrap();
    fs::remove_file(dir.join(DATA)).unwrap();
    drop(place);
    assert_eq!(presence(&dir), Ok(Presence::Present));
    assert_eq!(settle(&dir), Ok(Presence::Absent));
    assert_eq!(list(&dir).unwrap(), ["lock", "prefs"]);
}

#[test]
fn what_a_swap_says_is_read_as_it_was_written_and_survives_one_damage() {
    let replace = Swap::Replace(Replace {
        aside: "20260309-100000+0100-12.gone".to_owned(),
        source: "20260309-100000-0500".to_owned(),
        old: Files(7),
        new: Files(15),
    });
    for swap in [replace, Swap::Erase] {
        let whole = swap.encode();
        assert_eq!(whole.len(), 256);
        for at in 0..LENGTH {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << (at % 8);
            assert_eq!(Swap::decode(&bytes[..LENGTH]), None, "byte {at}");
            let read = bytes.chunks_exact(LENGTH).find_map(Swap::decode);
            assert_eq!(read, Some(Ok(swap.clone())), "byte {at}");
        }
    }
}

#[test]
fn a_swap_that_cannot_be_read_leaves_everything_as_it_is() {
    let (_temporary, dir) = home("old");
    for (bytes, error) in [
        (vec![7; 256], Error::DataDamaged),
        (Vec::new(), Error::DataDamaged),
        (newer(), Error::Newer),
        (outside(), Error::DataDamaged),
    ] {
        write(dir.join(SWAP), &bytes).unwrap();
        assert_eq!(settle(&dir), Err(error));
        assert_eq!(marks(&dir), ["old"; 3]);
        assert_eq!(fs::read(dir.join(SWAP)).unwrap(), bytes);
    }
}

fn newer() -> Vec<u8> {
    let mut bytes = Swap::Erase.encode();
    bytes[8] = 2;
    let hash = Sha256::digest(&bytes[..HASH_AT]);
    bytes[HASH_AT..LENGTH].copy_from_slice(&hash);
    bytes[..LENGTH].to_vec()
}

fn outside() -> Vec<u8> {
    let (aside, source) = ("../elsewhere".to_owned(), String::new());
    Swap::Replace(Replace { aside, source, old: Files(7), new: Files(0) }).encode()
}

fn write(path: impl AsRef<Path>, text: impl AsRef<[u8]>) -> std::io::Result<()> {
    use std::io::Write;
    let options = fs::OpenOptions::new().create(true).truncate(true).write(true).clone();
    options.open(path)?.write_all(text.as_ref())
}
