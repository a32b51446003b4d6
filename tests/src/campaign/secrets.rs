//! `secrets`: wrong passphrases, the same one typed on another keyboard, forged settings of key
//! derivation, slots that changed places, and every small mistake in a recovery key.

use std::fs;
use std::path::Path;

use vault::{
    Error, GroupErrors, KdfCost, Key, Passphrase, RecoveryKey, Vault, derivations_begun,
    keep_to_real_costs, suggest_passphrase,
};

use super::forged::{COST, SLOT, SLOTS, forge_both, put, set_number};
use super::journal::{self, Folder, WORDS, note, now, passphrase};
use super::{Campaign, Chance, Report, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "secrets",
    what: "wrong passphrases, NFC and NFD, forged settings, swapped slots, typos of recovery keys",
    goal: "0 false accept; typos ≥ 99.9 % caught, the group named in ≥ 95 %",
    rounds: 1000,
    short: 400,
    run,
    roles: &[],
};

const SEED: u64 = 7;
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Passphrases whose letters can be sent in more than one way.
const ACCENTED: [[&str; 2]; 6] = [
    ["ma\u{f1}ana en el caf\u{e9}", "man\u{303}ana en el cafe\u{301}"],
    ["\u{c5}ngstr\u{f6}m und K\u{fc}che", "A\u{30a}ngstro\u{308}m und Ku\u{308}che"],
    ["\u{212b}ngstr\u{f6}m und Kuche", "\u{c5}ngstr\u{f6}m und Kuche"],
    ["\u{fb01}sh and chips at nine", "fish and chips at nine"],
    ["\u{ff57}indow gravel seven", "window gravel seven"],
    [
        "\u{d55c}\u{ae00} \u{c77c}\u{ae30}\u{c7a5} \u{c5f4}\u{c1e0}",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} \u{110b}\u{1175}\u{11af}\u{1100}\u{1175}\u{110c}\u{1161}\u{11bc} \u{110b}\u{1167}\u{11af}\u{1109}\u{116c}",
    ],
];

fn run(rounds: Rounds, report: &mut Report) {
    report.note(format_args!("seed {SEED}"));
    wrong_passphrases(rounds.count, report);
    other_keyboards(report);
    real_cost(if rounds.is_short { 1 } else { 5 }, report);
    swapped_slots(report);
    recovery_keys((rounds.count / 10).max(1), report);
}

fn wrong_passphrases(count: u32, report: &mut Report) {
    let folder = Folder::new();
    let dir = folder.journal();
    journal::make(&dir, &[note(1, "words")]);
    let before = fs::read(dir.join("keys.a")).expect("a key file can be read");
    let mut chance = Chance::new(SEED);
    let (mut accepted, mut misnamed, mut tried) = (0_u32, 0_u32, 0_u32);
    while tried < count {
        let guess = guess(tried, &mut chance);
        let Ok(guess) = Passphrase::new(guess) else { continue };
        tried += 1;
        match Vault::open(&dir, Key::Passphrase(&guess)) {
            Ok(_) => accepted += 1,
            Err(Error::WrongSecret) => {}
            Err(error) => {
                misnamed += 1;
                report.complain(format_args!("a wrong passphrase was called: {error}"));
            }
        }
    }
    report.exactly("wrong passphrases tried", tried, "", count.into());
    report.none("wrong passphrases accepted", accepted);
    report.none("wrong passphrases called something else", misnamed);
    let after = fs::read(dir.join("keys.a")).expect("a key file can be read");
    report.none("files changed by trying", u32::from(after != before));
    report.none("right passphrase refused", u32::from(journal::open(&dir, WORDS).is_err()));
}

/// Another passphrase than the right one: a small mistake in it, or a stranger's.
fn guess(number: u32, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = WORDS.chars().collect();
    let at = chance.index(letters.len());
    let letter = char::from(b'a' + u8::try_from(chance.below(26)).expect("a letter"));
    match number % 6 {
        0 => return suggest_passphrase(&mut |into| chance.fill(into)).to_string(),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letter),
        3 => letters[at] = letter,
        4 => letters.swap(at, (at + 1) % WORDS.len()),
        _ => letters[at] = letters[at].to_ascii_uppercase(),
    }
    let guess: String = letters.into_iter().collect();
    // A change that changed nothing, or only what is passed over, is no guess.
    if guess.trim() == WORDS { format!("{guess}.") } else { guess }
}

fn other_keyboards(report: &mut Report) {
    let (mut accepted, mut tried, mut strangers) = (0_u64, 0_u64, 0_u32);
    for [one, other] in ACCENTED {
        for (made, typed) in [(one, other), (other, one)] {
            let folder = Folder::new();
            let mut chance = Chance::new(SEED);
            let random: vault::Random<'_> = &mut |into| chance.fill(into);
            let (words, dir) = (passphrase(made), folder.journal());
            let made = Vault::create(&dir, &words, KdfCost::WEAK, now(), random);
            drop(made.expect("a journal can be made"));
            tried += 2;
            accepted += u64::from(journal::open(&dir, typed).is_ok());
            accepted += u64::from(journal::open(&dir, &format!(" \u{a0}{typed}\n")).is_ok());
            let without: String = typed.chars().filter(char::is_ascii).collect();
            strangers += u32::from(journal::open(&dir, &format!("{without}~~~~~~~~")).is_ok());
        }
    }
    report.share("same passphrase in another normal form opens", accepted, tried, 100.0);
    report.none("letters without their accents accepted", strangers);
}

/// The limits and the work are those of the product, and not those of tests.
fn real_cost(wrong: u32, report: &mut Report) {
    keep_to_real_costs(true);
    let folder = Folder::new();
    let dir = folder.journal();
    let mut chance = Chance::new(SEED);
    let random: vault::Random<'_> = &mut |into| chance.fill(into);
    let made = Vault::create(&dir, &passphrase(WORDS), KdfCost::FLOOR, now(), random);
    made.expect("a journal can be made").0.close().expect("it can be closed");
    let mut accepted = 0_u32;
    for number in 0..wrong {
        let guess = guess(number, &mut Chance::new(number.into()));
        accepted += u32::from(journal::open(&dir, &guess).is_ok());
    }
    report.none(&format!("accepted of {wrong} wrong ones at the real cost"), accepted);
    report
        .none("right one refused at the real cost", u32::from(journal::open(&dir, WORDS).is_err()));
    forged_settings(&dir, report);
    keep_to_real_costs(false);
}

/// Every cost below the floor or above the ceiling that a forger might like.
fn forged_costs() -> Vec<[u32; 3]> {
    let mut costs: Vec<[u32; 3]> = (8..64).map(|mib| [mib << 10, 3, 1]).collect();
    for passes in [0, 1, 2, 17, 255, u32::MAX] {
        costs.push([65_536, passes, 1]);
    }
    for lanes in [0, 9, 255, 1 << 24, u32::MAX] {
        costs.push([65_536, 3, lanes]);
    }
    for memory in [0, 1, 64, 65_535, (2 << 20) + 1, 4 << 20, u32::MAX] {
        costs.push([memory, 3, 1]);
    }
    costs.push([64, 1, 1]);
    costs
}

fn forged_settings(dir: &Path, report: &mut Report) {
    let (mut accepted, mut misnamed) = (0_u32, 0_u32);
    let whole = fs::read(dir.join("keys.a")).expect("a key file can be read");
    let before = derivations_begun().0;
    let costs = forged_costs();
    let mut look = |report: &mut Report, what: &dyn std::fmt::Debug| {
        match journal::open(dir, WORDS) {
            Ok(_) => accepted += 1,
            Err(Error::SettingsAltered) => {}
            Err(error) => {
                misnamed += 1;
                report.complain(format_args!("{what:?} was called: {error}"));
            }
        }
        for name in ["keys.a", "keys.b"] {
            put(&dir.join(name), &whole);
        }
    };
    for cost in &costs {
        forge_both(dir, |header| {
            for (at, number) in COST.into_iter().zip(*cost) {
                set_number(header, SLOTS + at, number);
            }
        });
        look(report, cost);
    }
    for algorithm in [0, 2, 3, 9, u32::MAX] {
        forge_both(dir, |header| set_number(header, SLOTS + 24, algorithm));
        look(report, &algorithm);
    }
    let (after, outside) = derivations_begun();
    report.tell("forged settings tried", costs.len() + 5, "");
    report.none("forged settings accepted", accepted);
    report.none("forged settings called something else", misnamed);
    report.none("derivations begun with forged settings", after - before);
    report.none("derivations outside of the limits", outside);
}

fn swapped_slots(report: &mut Report) {
    let (folder, other) = (Folder::new(), Folder::new());
    let (dir, other) = (folder.journal(), other.journal());
    let key = journal::make(&dir, &[]);
    drop(journal::create(&other, 2).expect("a journal can be made"));
    let whole = fs::read(dir.join("keys.a")).expect("a key file can be read");
    let foreign = fs::read(other.join("keys.a")).expect("a key file can be read");
    let (mut accepted, mut tried) = (0_u32, 0_u32);
    let mut look = || {
        tried += 2;
        accepted += u32::from(journal::open(&dir, WORDS).is_ok());
        accepted += u32::from(Vault::open(&dir, Key::Recovery(&key)).is_ok());
        for name in ["keys.a", "keys.b"] {
            put(&dir.join(name), &whole);
        }
    };
    for place in 1..8 {
        forge_both(&dir, |header| {
            let (one, rest) = header[SLOTS..].split_at_mut(place * SLOT);
            one[..SLOT].swap_with_slice(&mut rest[..SLOT]);
            if place != 1 {
                // The other way in moves as well, or it would rightly open.
                header.copy_within(SLOTS + SLOT..SLOTS + 2 * SLOT, SLOTS + 7 * SLOT);
                header[SLOTS + SLOT..SLOTS + 2 * SLOT].fill(0);
            }
        });
        look();
    }
    // The slots of a journal with the same passphrase, and its whole key file.
    forge_both(&dir, |header| {
        header[SLOTS..SLOTS + 2 * SLOT].copy_from_slice(&foreign[SLOTS..SLOTS + 2 * SLOT]);
    });
    look();
    forge_both(&dir, |header| header.copy_from_slice(&foreign));
    look();
    report.tell("openings with swapped slots tried", tried, "");
    report.none("swapped slots accepted", accepted);
}

/// What became of mistakes in a recovery key.
#[derive(Default)]
struct Typos {
    made: u64,
    caught: u64,
    named: u64,
    accepted: u32,
}

impl Typos {
    /// Takes in one mistake, which touches the groups `touched`.
    fn take_in(&mut self, typed: &[String; 9], touched: &[usize], dir: &Path) {
        self.made += 1;
        match RecoveryKey::parse(typed) {
            Err(GroupErrors::Groups(wrong)) => {
                self.caught += 1;
                self.named += u64::from(wrong == touched);
            }
            Err(GroupErrors::Together) => self.caught += 1,
            Ok(key) => self.accepted += u32::from(Vault::open(dir, Key::Recovery(&key)).is_ok()),
        }
    }
}

fn recovery_keys(count: u32, report: &mut Report) {
    let folder = Folder::new();
    let dir = folder.journal();
    let (mut symbols, mut swaps, mut order) = Default::default();
    let (vault, key) = journal::create(&dir, SEED).expect("a journal can be made");
    vault.close().expect("it can be closed");
    for round in 0..count {
        let groups = if round == 0 { key.groups() } else { groups(round) };
        wrong_symbols(&groups, &dir, &mut symbols);
        swapped_symbols(&groups, &dir, &mut swaps);
        swapped_groups(&groups, &dir, &mut order);
    }
    for (what, typos) in [("single wrong symbols", &symbols), ("swapped neighbours", &swaps)] {
        report.share(&format!("{what} caught, of {}", typos.made), typos.caught, typos.made, 99.9);
        report.share(&format!("{what} with the group named"), typos.named, typos.made, 95.0);
    }
    // Seven bits over the whole key: 127 of 128 by chance.
    report.share(
        &format!("groups in another order caught, of {}", order.made),
        order.caught,
        order.made,
        98.0,
    );
    report.none(
        "mistaken recovery keys accepted",
        symbols.accepted + swaps.accepted + order.accepted,
    );
}

/// The groups of a recovery key of this number.
fn groups(number: u32) -> [String; 9] {
    let folder = Folder::new();
    let (_, key) = journal::create(&folder.journal(), 1000 + u64::from(number))
        .expect("a journal can be made");
    key.groups()
}

fn wrong_symbols(groups: &[String; 9], dir: &Path, typos: &mut Typos) {
    for (place, at) in (0..9).flat_map(|place| (0..4).map(move |at| (place, at))) {
        for &symbol in SYMBOLS {
            let mut typed = groups.clone();
            typed[place].replace_range(at..=at, char::from(symbol).encode_utf8(&mut [0; 4]));
            if typed[place] != groups[place] {
                typos.take_in(&typed, &[place], dir);
            }
        }
    }
}

fn swapped_symbols(groups: &[String; 9], dir: &Path, typos: &mut Typos) {
    let written: Vec<u8> = groups.concat().into_bytes();
    for at in 0..written.len() - 1 {
        let mut swapped = written.clone();
        swapped.swap(at, at + 1);
        if swapped == written {
            continue;
        }
        let text = String::from_utf8(swapped).expect("symbols are ASCII");
        let typed = std::array::from_fn(|place| text[4 * place..4 * place + 4].to_owned());
        let (one, other) = (at / 4, (at + 1) / 4);
        let touched = if one == other { vec![one] } else { vec![one, other] };
        typos.take_in(&typed, &touched, dir);
    }
}

fn swapped_groups(groups: &[String; 9], dir: &Path, typos: &mut Typos) {
    for (one, other) in (0..9).flat_map(|one| (0..one).map(move |other| (one, other))) {
        let mut typed = groups.clone();
        typed.swap(one, other);
        if typed != *groups {
            typos.take_in(&typed, &[one, other], dir);
        }
    }
}
