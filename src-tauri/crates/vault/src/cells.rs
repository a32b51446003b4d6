//! The rows that stand on one page of a SQLite database, without the tree above it.
//!
//! Every page says of itself whether it holds rows of a table or entries of an index,
//! so that rows are found even where the way to them is lost. Every number on a page is
//! taken for a claim: nothing is read outside of the page or of the size a row may have.
//! Which table a row is of is not known here.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use crate::error::Error;
use crate::pages::{Page, USABLE};

/// One field of a row.
pub(crate) enum Value {
    Nothing,
    Number(i64),
    Text(Zeroizing<String>),
    /// A fraction or plain bytes; nothing we keep as a record.
    Other,
}

/// What one cell of a page holds.
pub(crate) enum Cell {
    /// A row of a table and its number. Fields that are on pages that are lost are
    /// missing at the end.
    Row { number: i64, values: Vec<Value>, is_whole: bool },
    /// An entry of an index.
    Entry(Vec<Value>),
}

/// Where the pages come from that a row runs over to: none for one that is lost.
pub(crate) type Source<'a> = &'a mut dyn FnMut(u32) -> Option<Page>;

const TABLE: u8 = 13;
const INDEX: u8 = 10;
const INDEX_INNER: u8 = 2;
/// The most bytes of a row: the limit that the database has, too.
const MOST: usize = 16 * 1024 * 1024;
/// The header of the file stands before what the first page holds.
const FILE_HEADER: usize = 100;

/// The version of the tables, from the first page.
pub(crate) fn user_version(page: &Page) -> u32 {
    u32::from_be_bytes([page[60], page[61], page[62], page[63]])
}

/// The cells of a page, in their order. A cell that makes no sense is passed over.
pub(crate) fn cells(pages: Source<'_>, number: u32, page: &Page) -> Result<Vec<Cell>, Error> {
    let start = if number == 1 { FILE_HEADER } else { 0 };
    let kind = page[start];
    let pointers = match kind {
        TABLE | INDEX => start + 8,
        INDEX_INNER => start + 12,
        _ => return Ok(Vec::new()),
    };
    let count = usize::from(u16::from_be_bytes([page[start + 3], page[start + 4]]));
    let mut found = Vec::new();
    for place in (pointers..).step_by(2).take(count) {
        let Some(&[high, low]) = page.get(place..place + 2) else { break };
        let at = usize::from(u16::from_be_bytes([high, low]));
        found.extend(cell(pages, page, kind, at)?);
    }
    Ok(found)
}

fn cell(pages: Source<'_>, page: &Page, kind: u8, at: usize) -> Result<Option<Cell>, Error> {
    let Some(mut rest) = page.get(at..) else { return Ok(None) };
    if kind == INDEX_INNER {
        rest = rest.get(4..).unwrap_or_default();
    }
    let Some(size) = varint(&mut rest).and_then(|size| usize::try_from(size).ok()) else {
        return Ok(None);
    };
    let number = if kind == TABLE { varint(&mut rest) } else { Some(0) };
    let Some(number) = number else { return Ok(None) };
    let Some(payload) = payload(pages, rest, kind, size)? else { return Ok(None) };
    let (values, is_whole) = (values(&payload), payload.len() == size);
    Ok(match kind {
        TABLE => Some(Cell::Row { number, values, is_whole }),
        _ if is_whole => Some(Cell::Entry(values)),
        _ => None,
    })
}

/// The bytes of a row, gathered from the pages it runs over to, up to the first that
/// is lost.
fn payload(
    pages: Source<'_>,
    rest: &[u8],
    kind: u8,
    size: usize,
) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    if size > MOST {
        return Ok(None);
    }
    let local = local_size(kind, size);
    let Some(start) = rest.get(..local) else { return Ok(None) };
    let mut payload = Zeroizing::new(Vec::new());
    payload.try_reserve_exact(size).map_err(|_| Error::LowMemory)?;
    payload.extend_from_slice(start);
    let mut next = rest.get(local..local + 4).map(be32);
    let mut seen = BTreeSet::new();
    while payload.len() < size {
        let Some(number) = next.filter(|&number| seen.insert(number)) else { break };
        let Some(page) = pages(number) else { break };
        let piece = (size - payload.len()).min(USABLE - 4);
        payload.extend_from_slice(&page[4..4 + piece]);
        next = Some(be32(&page[..4]));
    }
    Ok(Some(payload))
}

/// How much of a row stands on its own page; the rules are SQLite's.
fn local_size(kind: u8, size: usize) -> usize {
    let least = (USABLE - 12) * 32 / 255 - 23;
    let most = if kind == TABLE { USABLE - 35 } else { (USABLE - 12) * 64 / 255 - 23 };
    if size <= most {
        return size;
    }
    let fitting = least + (size - least) % (USABLE - 4);
    if fitting <= most { fitting } else { least }
}

/// The fields of a row, up to the first that is not there in full.
fn values(payload: &[u8]) -> Vec<Value> {
    let mut values = Vec::new();
    let mut start = payload;
    let header = varint(&mut start).and_then(|length| usize::try_from(length).ok());
    let Some(header) = header.filter(|&header| header <= payload.len()) else { return values };
    let (mut types, mut body) = payload.split_at(header);
    varint(&mut types);
    while let Some(code) = varint(&mut types) {
        let Some(value) = value(code, &mut body) else { break };
        values.push(value);
    }
    values
}

fn value(code: i64, body: &mut &[u8]) -> Option<Value> {
    let mut take = |length: usize| {
        let (taken, rest) = body.split_at_checked(length)?;
        *body = rest;
        Some(taken)
    };
    let value = match code {
        0 => Value::Nothing,
        1..=4 => Value::Number(signed(take(usize::try_from(code).ok()?)?)),
        5 => Value::Number(signed(take(6)?)),
        6 => Value::Number(signed(take(8)?)),
        7 => {
            take(8)?;
            Value::Other
        }
        8 | 9 => Value::Number(code - 8),
        12.. => {
            let bytes = take(usize::try_from((code - 12) / 2).ok()?)?;
            match std::str::from_utf8(bytes) {
                Ok(text) if code % 2 == 1 => Value::Text(Zeroizing::new(text.to_owned())),
                _ => Value::Other,
            }
        }
        _ => return None,
    };
    Some(value)
}

fn signed(bytes: &[u8]) -> i64 {
    let start = if bytes.first().is_some_and(|first| first & 0x80 != 0) { -1 } else { 0 };
    bytes.iter().fold(start, |number, &byte| (number << 8) | i64::from(byte))
}

/// A number of one to nine bytes, seven bits in each and eight in the ninth.
fn varint(rest: &mut &[u8]) -> Option<i64> {
    let mut number = 0_i64;
    for place in 0..9 {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        if place == 8 {
            return Some((number << 8) | i64::from(byte));
        }
        number = (number << 7) | i64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

fn be32(four: &[u8]) -> u32 {
    four.iter().fold(0, |number, &byte| (number << 8) | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_sqlite_writes_them() {
        for (bytes, expected) in [
            (&[0x7f][..], 127),
            (&[0x81, 0x00], 128),
            (&[0xff, 0x7f], 16383),
            (&[0xff; 9], -1),
            (&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 5], 5),
        ] {
            assert_eq!(varint(&mut { bytes }), Some(expected), "{bytes:x?}");
        }
        assert_eq!(varint(&mut &[0x81][..]), None);
        assert_eq!(signed(&[0xff, 0xfe]), -2);
        assert_eq!(signed(&[0x7f, 0xfe]), 0x7ffe);
    }

    #[test]
    fn rows_run_over_where_sqlite_says() {
        // Worked out with the formulas of the file format for 4016 usable bytes.
        assert_eq!(local_size(TABLE, 3981), 3981);
        assert_eq!(local_size(TABLE, 3982), 479);
        assert_eq!(local_size(TABLE, 5000), 988);
        assert_eq!(local_size(INDEX, 981), 981);
        assert_eq!(local_size(INDEX, 982), 479);
    }

    proptest! {
        #[test]
        fn no_row_can_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = values(&bytes);
        }
    }
}
