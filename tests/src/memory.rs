//! Looks into the memory of a running process, as someone with a debugger could.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};

use crate::leak::offsets;

/// Memory is read in pieces of this size.
const PIECE: usize = 4 * 1024 * 1024;

/// Bytes of a page of memory.
const PAGE: u64 = 4096;

/// How often each of `wanted` stands in the memory that is a process's own; nothing if the process
/// has ended.
pub fn copies(process: u32, wanted: &[&[u8]]) -> Vec<usize> {
    places(process, wanted).iter().map(Vec::len).collect()
}

/// Where each of `wanted` stands in that memory.
pub fn places(process: u32, wanted: &[&[u8]]) -> Vec<Vec<u64>> {
    let mut found = vec![Vec::new(); wanted.len()];
    let open = |what: &str| File::open(format!("/proc/{process}/{what}"));
    let (Ok(mut memory), Ok(mut pages)) = (open("mem"), open("pagemap")) else { return found };
    let mut piece = vec![0; PIECE];
    for (start, end) in owned(process) {
        let mut at = start;
        while at < end {
            let length = usize::try_from(end - at).map_or(PIECE, |rest| rest.min(PIECE));
            if is_there(&mut pages, at, length) && memory.seek(SeekFrom::Start(at)).is_ok() {
                // A part that was given back meanwhile holds nothing any more.
                let read = memory.read(&mut piece[..length]).unwrap_or(0);
                for (place, one) in wanted.iter().enumerate() {
                    let offsets = offsets(&piece[..read], one);
                    found[place].extend(offsets.into_iter().map(|offset| at + offset as u64));
                }
            }
            at += length as u64;
        }
    }
    found
}

/// Whether `wanted` stands at this place of a process's memory.
pub fn stands_at(process: u32, place: u64, wanted: &[u8]) -> bool {
    let Ok(mut memory) = File::open(format!("/proc/{process}/mem")) else { return false };
    let mut there = vec![0; wanted.len()];
    let read = memory.seek(SeekFrom::Start(place)).and_then(|_| memory.read_exact(&mut there));
    read.is_ok() && there == wanted
}

/// Whether any page of a stretch of memory is there: most of what a page's process asks for it
/// never uses.
fn is_there(pages: &mut File, at: u64, length: usize) -> bool {
    let mut entries = vec![0; length / 512];
    if pages.seek(SeekFrom::Start(at / PAGE * 8)).is_err() {
        return true;
    }
    let read = pages.read(&mut entries).unwrap_or(0);
    // The highest two bits: in memory, or swapped out.
    entries[..read].chunks_exact(8).any(|entry| entry[7] & 0xc0 != 0)
}

/// Bytes of memory that a process holds at the moment.
pub fn held(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok());
    1024 * kib.unwrap_or(0_u64)
}

/// Stretches of memory that are not just files mapped for reading.
fn owned(process: u32) -> Vec<(u64, u64)> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap_or_default();
    let part = |line: &str| {
        let mut words = line.split_whitespace();
        let (range, rights) = (words.next()?, words.next()?);
        let is_file = words.nth(2)? != "0";
        let (start, end) = range.split_once('-')?;
        let number = |text| u64::from_str_radix(text, 16).ok();
        let is_owned = rights.contains('w') || (!is_file && !line.contains("[v"));
        is_owned.then_some((number(start)?, number(end)?))
    };
    maps.lines().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::copies;
    use crate::leak::Sentinel;

    #[test]
    fn finds_what_this_process_holds() {
        let word = Sentinel::new();
        let kept = word.word().repeat(3);
        let found =
            copies(std::process::id(), &[kept.as_bytes(), b"\x01nowhere in here\x02\x03\xfe"]);
        assert!(found[0] >= 1, "{found:?}");
        std::hint::black_box(kept);
    }
}
