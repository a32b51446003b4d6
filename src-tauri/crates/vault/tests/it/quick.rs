//! Quick unlock: a PIN that opens only with this computer's keychain, and a keychain
//! that may be as bad as it likes.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use journal::Moment;
use vault::{
    Error, KdfCost, Key, Pin, QuickUnlock, Run, StandIn, Vault, let_stand_in_hold, quick_unlock,
    stand_in, stand_in_holds, stand_in_was_asked,
};

use crate::support::{Home, WORDS, contents, counting, note, now, open_with, passphrase, refusal};

const RIGHT: &str = "481516";
const WRONG: &str = "481517";
const OTHER: &str = "a different set of words";

/// One keychain is there for the whole process, so only one test may have it.
fn keychain(behaves: StandIn) -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    stand_in(behaves);
    turn
}

fn pin(digits: &str) -> Pin {
    Pin::new(digits.to_owned()).ok().unwrap()
}

/// The run of the program in which quick unlock is turned on.
fn first() -> Run {
    Run { now: now(), program: [1; 16], boot: [9; 16] }
}

/// The run after it, some time later.
fn next(later: TimeDelta) -> Run {
    Run { now: Moment(now().0 + later), program: [2; 16], boot: [9; 16] }
}

fn soon() -> Run {
    next(TimeDelta::minutes(1))
}

fn turn_on(home: &Home) {
    let mut vault = home.open();
    let (words, cost) = (passphrase(WORDS), KdfCost::WEAK);
    vault.turn_on_pin(&words, &pin(RIGHT), cost, first(), &mut counting(5)).unwrap();
    vault.close().unwrap();
}

fn try_pin(home: &Home, digits: &str, run: Run) -> Result<(), Error> {
    Vault::open_with_pin(&home.dir(), &pin(digits), run)?.vault.close()
}

fn give_passphrase(home: &Home, run: Run) {
    home.open().passphrase_was_given(&passphrase(WORDS), run).unwrap();
}

/// The numbers of the slots that stand in a key file.
fn slots(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    (0..8).map(|slot| bytes[128 + 128 * slot]).filter(|&kind| kind != 0).collect()
}

fn vault_id(home: &Home) -> [u8; 16] {
    fs::read(home.file("keys.a")).unwrap()[24..40].try_into().unwrap()
}

#[test]
fn a_pin_is_six_to_twelve_digits() {
    for fit in ["123456", "123456789012", " 000000\n"] {
        assert!(Pin::new(fit.to_owned()).is_ok(), "{fit}");
    }
    for unfit in ["", "12345", "1234567890123", "12345a", "12 3456", "１２３４５６", "-123456"]
    {
        assert_eq!(Pin::new(unfit.to_owned()).err(), Some(Error::PinUnfit), "{unfit}");
    }
}

#[test]
fn the_pin_opens_once_the_keychain_was_read_after_a_restart() {
    let _turn = keychain(StandIn::Working);
    let home = Home::with(&[note(1, "words")]);
    assert_eq!(quick_unlock(&home.dir(), first()), QuickUnlock::Off);
    turn_on(&home);
    assert_eq!(slots(&home.file("keys.a")), [1, 2, 3]);

    assert_eq!(quick_unlock(&home.dir(), first()), QuickUnlock::Waiting);
    assert_eq!(try_pin(&home, RIGHT, first()), Err(Error::PinOff), "not proven yet");

    assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Ready);
    let opened = Vault::open_with_pin(&home.dir(), &pin(RIGHT), soon()).unwrap();
    assert_eq!(opened.vault.all().unwrap(), [note(1, "words")]);
    assert!(!opened.repaired_header && opened.cost.is_some());
}

#[test]
fn five_wrong_pins_end_it_and_the_passphrase_still_opens() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    for left in (0..5).rev() {
        assert_eq!(try_pin(&home, WRONG, soon()), Err(Error::WrongPin(left)));
    }
    assert_eq!(stand_in_holds(&vault_id(&home)), None, "the secret is gone");
    assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::PinOff));
    assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Off);
    assert_eq!(slots(&home.file("keys.a")), [1, 2, 3], "no key is there to write with yet");
    give_passphrase(&home, soon());
    assert_eq!(slots(&home.file("keys.a")), [1, 2]);
    assert_eq!(fs::read(home.file("keys.a")).unwrap(), fs::read(home.file("keys.b")).unwrap());
    home.open();
}

#[test]
fn the_right_pin_or_the_passphrase_gives_all_tries_back() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    for _ in 0..3 {
        for left in [4, 3, 2, 1] {
            assert_eq!(try_pin(&home, WRONG, soon()), Err(Error::WrongPin(left)));
        }
        assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
    }
    for left in [4, 3, 2, 1] {
        assert_eq!(try_pin(&home, WRONG, soon()), Err(Error::WrongPin(left)));
    }
    give_passphrase(&home, soon());
    assert_eq!(try_pin(&home, WRONG, soon()), Err(Error::WrongPin(4)));
}

#[test]
fn a_try_that_cannot_be_counted_is_not_made() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    stand_in(StandIn::Forgetful);
    for _ in 0..10 {
        assert_eq!(try_pin(&home, WRONG, soon()), Err(Error::PinOff));
        assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::PinOff), "nor the right one");
    }
    stand_in(StandIn::Working);
    assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
}

#[test]
fn the_passphrase_is_due_after_a_restart_of_the_computer_and_after_a_week() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    let rebooted = Run { boot: [8; 16], ..soon() };
    let week = TimeDelta::days(7);
    let second = TimeDelta::seconds(1);
    for due in [rebooted, next(week), next(TimeDelta::days(400)), next(-TimeDelta::hours(2))] {
        assert_eq!(quick_unlock(&home.dir(), due), QuickUnlock::PassphraseFirst);
        assert_eq!(try_pin(&home, RIGHT, due), Err(Error::PinOff));
    }
    for not_due in [next(week - second), next(-TimeDelta::minutes(5))] {
        assert_eq!(quick_unlock(&home.dir(), not_due), QuickUnlock::Ready);
    }
    // The right PIN does not put the passphrase off.
    assert_eq!(try_pin(&home, RIGHT, next(week - second)), Ok(()));
    assert_eq!(try_pin(&home, RIGHT, next(week)), Err(Error::PinOff));

    give_passphrase(&home, rebooted);
    assert_eq!(quick_unlock(&home.dir(), rebooted), QuickUnlock::Ready);
    assert_eq!(try_pin(&home, RIGHT, rebooted), Ok(()));
    assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::PinOff), "the boot before is over");
}

#[test]
fn a_keychain_that_is_gone_or_locked_is_no_error() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    let before = contents(&home.dir());
    for behaves in [StandIn::Missing, StandIn::Locked] {
        stand_in(behaves);
        assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Unavailable);
        assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::PinOff));
        give_passphrase(&home, soon());
    }
    assert_eq!(contents(&home.dir()), before, "the slot waits for the keychain to come back");
    stand_in(StandIn::Working);
    assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
}

#[test]
fn a_keychain_that_does_not_answer_is_given_up_within_three_seconds() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    stand_in(StandIn::Slow(4000));
    let most = Duration::from_secs(3);
    let started = Instant::now();
    assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Unavailable);
    assert!(started.elapsed() < most, "{:?}", started.elapsed());

    // While the first question hangs, no further one is made to wait.
    let started = Instant::now();
    assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Unavailable);
    assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::PinOff));
    give_passphrase(&home, soon());
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());

    stand_in(StandIn::Working);
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Ready, "it answers again");
}

#[test]
fn a_keychain_that_keeps_nothing_is_not_taken() {
    for behaves in [StandIn::Missing, StandIn::Locked, StandIn::Forgetful] {
        let _turn = keychain(behaves);
        let home = Home::new();
        let mut vault = home.open();
        let before = contents(&home.dir());
        let (words, cost) = (passphrase(WORDS), KdfCost::WEAK);
        let turned_on = vault.turn_on_pin(&words, &pin(RIGHT), cost, first(), &mut counting(5));
        assert_eq!(turned_on, Err(Error::KeychainUnfit), "{behaves:?}");
        assert_eq!(contents(&home.dir()), before, "{behaves:?}");
    }
}

#[test]
fn turning_on_and_off_ask_for_the_passphrase() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    let mut vault = home.open();
    let (wrong, asked) = (passphrase(OTHER), stand_in_was_asked());
    let on = vault.turn_on_pin(&wrong, &pin(RIGHT), KdfCost::WEAK, first(), &mut counting(5));
    assert_eq!(on, Err(Error::WrongSecret));
    assert_eq!(stand_in_was_asked(), asked, "the keychain is not even asked");
    drop(vault);
    turn_on(&home);
    let mut vault = home.open();
    assert_eq!(vault.turn_off_pin(&wrong), Err(Error::WrongSecret));
    assert_eq!(slots(&home.file("keys.b")), [1, 2, 3]);
    vault.turn_off_pin(&passphrase(WORDS)).unwrap();
    assert_eq!(slots(&home.file("keys.a")), [1, 2]);
    assert_eq!(slots(&home.file("keys.b")), [1, 2]);
    assert_eq!(stand_in_holds(&vault_id(&home)), None);
    assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Off);
    vault.turn_off_pin(&passphrase(WORDS)).unwrap();
}

#[test]
fn it_can_be_turned_off_without_the_keychain() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    stand_in(StandIn::Locked);
    home.open().turn_off_pin(&passphrase(WORDS)).unwrap();
    stand_in(StandIn::Working);
    assert!(stand_in_holds(&vault_id(&home)).is_some(), "what is left");
    assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::PinOff), "opens nothing");
}

#[test]
fn an_item_of_another_making_is_not_used_and_not_trusted() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    let old = home.copy("old");
    turn_on_again(&home);
    // The files of before, beside the item of now.
    assert_eq!(quick_unlock(&old, soon()), QuickUnlock::Off);
    let opened = Vault::open_with_pin(&old, &pin(RIGHT), soon());
    assert_eq!(refusal(opened), Error::PinOff);
    assert_eq!(try_pin(&home, "999999", soon()), Ok(()));

    for strange in [b"".to_vec(), b"strange".to_vec(), vec![b'0'; 180], vec![0xff; 180]] {
        let_stand_in_hold(&vault_id(&home), Some(strange));
        assert_eq!(quick_unlock(&home.dir(), soon()), QuickUnlock::Off);
        assert_eq!(try_pin(&home, "999999", soon()), Err(Error::PinOff));
    }
    give_passphrase(&home, soon());
    assert_eq!(slots(&home.file("keys.a")), [1, 2]);
}

fn turn_on_again(home: &Home) {
    let (words, cost) = (passphrase(WORDS), KdfCost::WEAK);
    let mut vault = home.open();
    vault.turn_on_pin(&words, &pin("999999"), cost, first(), &mut counting(6)).unwrap();
}

#[test]
fn without_the_keychain_item_the_files_do_not_open_with_the_pin() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    let value = stand_in_holds(&vault_id(&home)).unwrap();
    assert!(value.is_ascii(), "one desktop's wallet keeps nothing but text");
    // Another secret in an item that looks the same otherwise.
    let mut forged = value.clone();
    forged[10] = if forged[10] == b'0' { b'1' } else { b'0' };
    let_stand_in_hold(&vault_id(&home), Some(forged));
    assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::WrongPin(4)));
    let_stand_in_hold(&vault_id(&home), Some(value));
    assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
}

#[test]
fn damage_costs_no_try() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    let whole = fs::read(home.file("data.db")).unwrap();
    fs::write(home.file("data.db"), &whole[..9000]).unwrap();
    for _ in 0..10 {
        assert_eq!(try_pin(&home, RIGHT, soon()), Err(Error::DataDamaged));
    }
    fs::write(home.file("data.db"), &whole).unwrap();
    assert_eq!(try_pin(&home, WRONG, soon()), Err(Error::WrongPin(4)));
    assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
}

#[test]
fn other_ways_in_may_change_beside_it() {
    let _turn = keychain(StandIn::Working);
    let home = Home::new();
    turn_on(&home);
    let mut vault = home.open();
    let (old, new) = (passphrase(WORDS), passphrase(OTHER));
    vault.change_passphrase(&old, &new, KdfCost::WEAK, &mut counting(2)).unwrap();
    vault.new_recovery_key(&new, &mut counting(3)).ok().unwrap();
    vault.close().unwrap();
    assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
    open_with(&home.dir(), OTHER).unwrap();
}

#[test]
fn a_cost_below_todays_is_raised_and_every_way_in_stays() {
    let _turn = keychain(StandIn::Working);
    let home = Home::with(&[note(1, "words")]);
    turn_on(&home);
    let higher = KdfCost::new(128, 2, 1).unwrap();
    let mut vault = home.open();
    let words = passphrase(WORDS);
    let wrong = vault.raise_cost(&passphrase(OTHER), higher, &mut counting(7));
    assert_eq!(wrong, Err(Error::WrongSecret));
    assert_eq!(vault.raise_cost(&words, KdfCost::WEAK, &mut counting(7)), Ok(false));
    assert_eq!(vault.raise_cost(&words, higher, &mut counting(7)), Ok(true));
    assert_eq!(vault.raise_cost(&words, higher, &mut counting(8)), Ok(false));
    vault.close().unwrap();

    assert_eq!(home.try_open().unwrap().cost, Some(higher));
    Vault::open(&home.dir(), Key::Recovery(&home.recovery_key)).unwrap();
    assert_eq!(try_pin(&home, RIGHT, soon()), Ok(()));
    assert_eq!(refusal(open_with(&home.dir(), OTHER)), Error::WrongSecret);
}
