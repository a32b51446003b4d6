//! The recovery key: 128 random bits on paper, as nine groups of four symbols.
//!
//! Every group carries its own check symbol, so that a mistake is found, and its
//! place named, before anything slow is tried. The encoding is a ruling; it is
//! written out in `FORMAT.md` and is frozen.

use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::keys::WrapKey;
use crate::random::{self, Random};

/// A recovery key.
pub struct RecoveryKey(SecretBox<[u8; 16]>);

/// What was wrong with a typed recovery key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupErrors {
    /// These groups hold a mistake; places from 0 to 8.
    Groups(Vec<usize>),
    /// Every group is right by itself, but they do not belong together: two may
    /// have changed places, or they come from different keys.
    Together,
}

/// What can be said of one group while it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupState {
    /// Nothing was typed.
    Empty,
    /// It can still become right.
    Partial,
    /// Four symbols that fit together.
    Good,
    /// It holds a mistake.
    Bad,
}

const GROUPS: usize = RecoveryKey::GROUPS;
const SYMBOLS: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK_BITS: u32 = 7;

impl RecoveryKey {
    /// How many groups there are.
    pub const GROUPS: usize = 9;

    pub(crate) fn make(random: Random<'_>) -> Result<Self, Error> {
        let mut outcome = Ok(());
        let key =
            SecretBox::init_with_mut(|key: &mut [u8; 16]| outcome = random::fill(random, key));
        outcome.map(|()| Self(key))
    }

    /// Reads what was typed. Lower case is forgiven, so are I and L for 1, O for
    /// 0, spaces and hyphens.
    ///
    /// # Errors
    /// [`GroupErrors`] names the groups that hold a mistake.
    pub fn parse(typed: &[String; GROUPS]) -> Result<Self, GroupErrors> {
        let mut bits = Zeroizing::new(Bits::default());
        let mut wrong = Vec::new();
        for (place, group) in typed.iter().enumerate() {
            match read_group(group) {
                Some(value) => bits.push(value),
                None => wrong.push(place),
            }
        }
        if !wrong.is_empty() {
            return Err(GroupErrors::Groups(wrong));
        }
        let key = Self(SecretBox::init_with_mut(|key: &mut [u8; 16]| {
            key.copy_from_slice(&bits.key.to_be_bytes());
        }));
        if key.check() == bits.check { Ok(key) } else { Err(GroupErrors::Together) }
    }

    /// The nine groups, to be shown and written down. The caller wipes them.
    pub fn groups(&self) -> [String; GROUPS] {
        let key = Zeroizing::new(u128::from_be_bytes(*self.0.expose_secret()));
        std::array::from_fn(|place| write_group(self.group_bits(*key, place)))
    }

    /// The key that is known by its bytes.
    #[cfg(test)]
    pub(crate) fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(SecretBox::new(Box::new(bytes)))
    }

    /// Its bytes.
    #[cfg(test)]
    pub(crate) fn expose(&self) -> &[u8; 16] {
        self.0.expose_secret()
    }

    pub(crate) fn derive_wrap_key(&self, salt: &[u8; 16]) -> WrapKey {
        WrapKey::derive_from_random(self.0.expose_secret(), salt)
    }

    /// Bits `15 * place ..` of the key followed by its check bits, highest first.
    fn group_bits(&self, key: u128, place: usize) -> u16 {
        let low = |bits: u128| u16::try_from(bits & 0x7fff).expect("fifteen bits were left");
        if place == GROUPS - 1 {
            return low(key << CHECK_BITS) | u16::from(self.check());
        }
        low(key >> (113 - 15 * place))
    }

    /// Seven bits over the whole key.
    fn check(&self) -> u8 {
        let mut hash = Sha256::new();
        hash.update(b"nbvlt1 recovery check");
        hash.update(self.0.expose_secret());
        hash.finalize()[0] >> (8 - CHECK_BITS)
    }
}

/// What can be said of one group while it is typed.
pub fn check_group(typed: &str) -> GroupState {
    let Some(symbols) = read_symbols(typed) else {
        return GroupState::Bad;
    };
    match symbols.as_slice() {
        [] => GroupState::Empty,
        [first, second, third, check] if *check == check_symbol([*first, *second, *third]) => {
            GroupState::Good
        }
        [_, _, _, _] => GroupState::Bad,
        _ => GroupState::Partial,
    }
}

/// Whether two groups mean the same, with everything forgiven that
/// [`RecoveryKey::parse`] forgives.
pub fn same_group(one: &str, other: &str) -> bool {
    match (read_symbols(one), read_symbols(other)) {
        (Some(one), Some(other)) => one.as_slice() == other.as_slice(),
        _ => false,
    }
}

/// The key and its check bits while they are gathered from the groups.
#[derive(Default)]
struct Bits {
    key: u128,
    check: u8,
    taken: usize,
}

impl Bits {
    fn push(&mut self, value: u16) {
        self.taken += 1;
        if self.taken < GROUPS {
            self.key = (self.key << 15) | u128::from(value);
        } else {
            self.key = (self.key << 8) | u128::from(value >> CHECK_BITS);
            self.check = u8::try_from(value & 0x7f).expect("seven bits were left");
        }
    }
}

impl zeroize::Zeroize for Bits {
    fn zeroize(&mut self) {
        self.key.zeroize();
        self.check.zeroize();
    }
}

fn write_group(value: u16) -> String {
    let digit = |shift: u16| u8::try_from((value >> shift) & 31).expect("five bits were left");
    let data = [digit(10), digit(5), digit(0)];
    let symbol = |digit: u8| char::from(SYMBOLS[usize::from(digit)]);
    let mut group: String = data.map(symbol).iter().collect();
    group.push(symbol(check_symbol(data)));
    group
}

/// Fifteen bits, or nothing if the group holds a mistake.
fn read_group(typed: &str) -> Option<u16> {
    let symbols = read_symbols(typed)?;
    let &[first, second, third, check] = symbols.as_slice() else {
        return None;
    };
    let data = [first, second, third];
    (check == check_symbol(data))
        .then(|| data.iter().fold(0, |bits, &digit| (bits << 5) | u16::from(digit)))
}

/// The values of at most four symbols; nothing if there are more or strange ones.
fn read_symbols(typed: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut symbols = Zeroizing::new(Vec::with_capacity(4));
    for character in typed.chars().filter(|&typed| !typed.is_whitespace() && typed != '-') {
        if symbols.len() == 4 {
            return None;
        }
        symbols.push(read_symbol(character)?);
    }
    Some(symbols)
}

fn read_symbol(typed: char) -> Option<u8> {
    let meant = match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = SYMBOLS.iter().position(|&symbol| char::from(symbol) == meant)?;
    u8::try_from(place).ok()
}

/// 2·d₁ + 4·d₂ + 8·d₃ over GF(32). The three factors differ from each other, from
/// zero and from one, so every wrong symbol and every swap of two changes the sum.
fn check_symbol([first, second, third]: [u8; 3]) -> u8 {
    let once = double(first);
    let twice = double(double(second));
    let thrice = double(double(double(third)));
    once ^ twice ^ thrice
}

/// Doubles in GF(32) with x⁵ + x² + 1.
fn double(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::counting;

    fn key(seed: u8) -> RecoveryKey {
        RecoveryKey::make(&mut counting(seed)).unwrap()
    }

    fn mistake(groups: &[String; 9]) -> Option<GroupErrors> {
        RecoveryKey::parse(groups).err()
    }

    #[test]
    fn a_known_key_has_these_groups() {
        let zero = RecoveryKey(SecretBox::new(Box::new([0; 16])));
        assert_eq!(zero.groups()[0], "0000");
        let counted = RecoveryKey(SecretBox::new(Box::new(std::array::from_fn(|at| {
            u8::try_from(at).unwrap()
        }))));
        assert_eq!(counted.groups().join(" "), include_str!("../tests/recovery-key.txt").trim());
    }

    #[test]
    fn one_times_two_four_and_eight_are_themselves() {
        assert_eq!(check_symbol([1, 0, 0]), 2);
        assert_eq!(check_symbol([0, 1, 0]), 4);
        assert_eq!(check_symbol([0, 0, 1]), 8);
        assert_eq!(double(16), 5, "x to the fifth is x squared plus one");
    }

    #[test]
    fn every_wrong_symbol_is_caught_and_its_group_named() {
        let right = key(1).groups();
        let mut tried = 0;
        for place in 0..9 {
            for at in 0..4 {
                for symbol in SYMBOLS {
                    let mut typed = right.clone();
                    let symbol = char::from(symbol).to_string();
                    if typed[place][at..=at] == symbol {
                        continue;
                    }
                    typed[place].replace_range(at..=at, &symbol);
                    assert_eq!(mistake(&typed), Some(GroupErrors::Groups(vec![place])));
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 9 * 4 * 31);
    }

    #[test]
    fn every_swap_inside_a_group_is_caught_and_its_group_named() {
        let mut tried = 0;
        for seed in 0..20 {
            let right = key(seed).groups();
            for place in 0..9 {
                for (one, other) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
                    let mut typed = right.clone();
                    let mut symbols: Vec<char> = typed[place].chars().collect();
                    if symbols[one] == symbols[other] {
                        continue;
                    }
                    symbols.swap(one, other);
                    typed[place] = symbols.into_iter().collect();
                    assert_eq!(mistake(&typed), Some(GroupErrors::Groups(vec![place])));
                    tried += 1;
                }
            }
        }
        assert!(tried > 900, "only {tried} swaps were tried");
    }

    #[test]
    fn groups_that_changed_places_do_not_belong_together() {
        let (mut caught, mut tried) = (0, 0);
        for seed in 0..40 {
            let right = key(seed).groups();
            for place in 0..8 {
                let mut typed = right.clone();
                typed.swap(place, place + 1);
                if typed != right {
                    tried += 1;
                    caught += usize::from(mistake(&typed) == Some(GroupErrors::Together));
                }
            }
        }
        assert!(caught * 100 >= tried * 97, "{caught} of {tried}; seven bits catch 127 of 128");
    }

    #[test]
    fn handwriting_is_forgiven() {
        let right = key(2);
        let typed = right
            .groups()
            .map(|group| format!(" {}", group.to_lowercase().replace('1', "l").replace('0', "o")));
        let read = RecoveryKey::parse(&typed).ok().unwrap();
        assert_eq!(read.0.expose_secret(), right.0.expose_secret());
    }

    #[test]
    fn a_group_is_judged_while_it_is_typed() {
        let good = &key(4).groups()[3];
        assert_eq!(check_group(""), GroupState::Empty);
        assert_eq!(check_group(" "), GroupState::Empty);
        assert_eq!(check_group(&good[..3]), GroupState::Partial);
        assert_eq!(check_group(good), GroupState::Good);
        assert_eq!(check_group(&format!("{good}0")), GroupState::Bad);
        assert_eq!(check_group("U"), GroupState::Bad, "there is no U");
        assert_eq!(check_group("0001"), GroupState::Bad);
        assert_eq!(check_group("é"), GroupState::Bad);
    }

    #[test]
    fn all_wrong_groups_are_named_at_once() {
        let mut typed = key(5).groups();
        typed[2].clear();
        typed[7] = "0001".to_owned();
        assert_eq!(mistake(&typed), Some(GroupErrors::Groups(vec![2, 7])));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(bytes in prop::array::uniform16(any::<u8>())) {
            let written = RecoveryKey(SecretBox::new(Box::new(bytes)));
            let read = RecoveryKey::parse(&written.groups()).ok().unwrap();
            prop_assert_eq!(read.0.expose_secret(), &bytes);
        }

        #[test]
        fn nothing_typed_can_panic(typed in prop::array::uniform9(".{0,6}")) {
            let _ = RecoveryKey::parse(&typed);
            let _ = check_group(&typed[0]);
        }
    }
}
