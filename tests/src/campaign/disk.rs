//! A disk on paper: what a power cut can leave of the operations that were done.
//!
//! The rules are the weakest that file systems promise: what was written to a file is safe once the
//! file was synced, a name is safe once its folder was synced, a renaming is never halved, and of
//! everything else any part may be there, in any order, sector by sector of 512 bytes.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path};
use std::rc::Rc;

use vault::fault::Operation;

use super::Chance;
use super::fault::Done;

const SECTOR: usize = 512;

/// The files and folders of a disk, by number; 0 is the folder that holds everything.
#[derive(Clone, Debug)]
pub struct Disk {
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    File(Rc<Vec<u8>>),
    Folder(BTreeMap<String, usize>),
}

/// One operation in terms of numbers, so that it means the same whatever became of the names.
#[derive(Clone, Debug)]
enum Change {
    Write { file: usize, at: usize, bytes: Rc<Vec<u8>> },
    Resize { file: usize, length: usize },
    Link { folder: usize, name: String, node: usize },
    Unlink { folder: usize, name: String },
    Rename { from: (usize, String), to: (usize, String), node: usize },
}

/// A disk in use: what is safe, and what is on its way.
#[derive(Clone, Debug)]
pub struct Running {
    /// As the program sees it.
    seen: Disk,
    /// What a power cut cannot take any more.
    safe: Disk,
    pending: Vec<Change>,
}

/// How the operations that were on their way end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// None of them reached the disk.
    Nothing,
    /// All of them did.
    Everything,
    /// All names and lengths did, no bytes: new files are full of zeros.
    NamesOnly,
    /// All bytes did, no names.
    BytesOnly,
    /// Any of them did, in pieces.
    Pieces,
    /// Of the names the first few did, of the bytes any pieces; some sectors hold anything.
    Torn,
}

/// Every way in which a power cut is tried.
pub const CUTS: [Cut; 6] =
    [Cut::Nothing, Cut::Everything, Cut::NamesOnly, Cut::BytesOnly, Cut::Pieces, Cut::Torn];

impl Disk {
    /// What lies in a folder.
    pub fn read(folder: &Path) -> Self {
        let mut disk = Self { nodes: vec![Node::Folder(BTreeMap::new())] };
        disk.read_into(0, folder);
        disk
    }

    fn read_into(&mut self, at: usize, folder: &Path) {
        for entry in fs::read_dir(folder).expect("a folder can be read").flatten() {
            let node = if entry.path().is_dir() {
                let node = self.add(Node::Folder(BTreeMap::new()));
                self.read_into(node, &entry.path());
                node
            } else {
                let bytes = fs::read(entry.path()).expect("a file can be read");
                self.add(Node::File(Rc::new(bytes)))
            };
            let name = entry.file_name().into_string().expect("names are text");
            self.folder(at).insert(name, node);
        }
    }

    /// Writes it out into an empty folder.
    pub fn write(&self, folder: &Path) {
        self.write_out(0, folder);
    }

    fn write_out(&self, at: usize, folder: &Path) {
        let Node::Folder(names) = &self.nodes[at] else { return };
        for (name, &node) in names {
            let path = folder.join(name);
            match &self.nodes[node] {
                Node::File(bytes) => super::work::overwrite(&path, bytes),
                Node::Folder(_) => {
                    fs::create_dir(&path).expect("a folder can be made");
                    self.write_out(node, &path);
                }
            }
        }
    }

    /// A number that two disks with other names or other bytes do not share, save by a chance that
    /// never comes.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash_at(0, &mut hasher);
        hasher.finish()
    }

    fn hash_at(&self, at: usize, hasher: &mut DefaultHasher) {
        match &self.nodes[at] {
            Node::File(bytes) => bytes.hash(hasher),
            Node::Folder(names) => {
                for (name, &node) in names {
                    name.hash(hasher);
                    self.hash_at(node, hasher);
                }
                names.len().hash(hasher);
            }
        }
    }

    /// The first path at which two disks differ, if they do.
    pub fn difference(&self, other: &Self) -> Option<String> {
        self.differ_at((0, other, 0), "")
    }

    fn differ_at(
        &self,
        (mine, other, theirs): (usize, &Self, usize),
        path: &str,
    ) -> Option<String> {
        match (&self.nodes[mine], &other.nodes[theirs]) {
            (Node::Folder(one), Node::Folder(two)) => {
                if let Some(name) = one.keys().find(|name| !two.contains_key(*name)) {
                    return Some(format!("{path}/{name} is not there"));
                }
                if let Some(name) = two.keys().find(|name| !one.contains_key(*name)) {
                    return Some(format!("{path}/{name} is there"));
                }
                one.iter().find_map(|(name, &node)| {
                    self.differ_at((node, other, two[name]), &format!("{path}/{name}"))
                })
            }
            (one, two) => (one != two).then(|| format!("{path} holds something else")),
        }
    }

    fn add(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn folder(&mut self, at: usize) -> &mut BTreeMap<String, usize> {
        match &mut self.nodes[at] {
            Node::Folder(names) => names,
            Node::File(_) => panic!("a file is no folder"),
        }
    }

    fn can_go(&self, path: &Path) -> bool {
        let node = self.find(path).map(|at| &self.nodes[at]);
        node.is_some_and(|node| !matches!(node, Node::Folder(names) if !names.is_empty()))
    }

    fn find(&self, path: &Path) -> Option<usize> {
        path.components().try_fold(0, |at, part| {
            let (Node::Folder(names), Component::Normal(name)) = (&self.nodes[at], part) else {
                return None;
            };
            names.get(name.to_str()?).copied()
        })
    }

    fn apply(&mut self, change: &Change) {
        match change {
            Change::Write { file, at, bytes } => {
                let end = at + bytes.len();
                self.bytes(*file, |all| {
                    all.resize(all.len().max(end), 0);
                    all[*at..end].copy_from_slice(bytes);
                });
            }
            Change::Resize { file, length } => self.bytes(*file, |all| all.resize(*length, 0)),
            Change::Link { folder, name, node } => {
                self.folder(*folder).insert(name.clone(), *node);
            }
            Change::Unlink { folder, name } => {
                self.folder(*folder).remove(name);
            }
            Change::Rename { from, to, node } => {
                // What had the old name since may be another file.
                if self.folder(from.0).get(&from.1) == Some(node) {
                    self.folder(from.0).remove(&from.1);
                }
                self.folder(to.0).insert(to.1.clone(), *node);
            }
        }
    }

    fn bytes(&mut self, file: usize, change: impl FnOnce(&mut Vec<u8>)) {
        match &mut self.nodes[file] {
            Node::File(bytes) => change(Rc::make_mut(bytes)),
            Node::Folder(_) => panic!("a folder has no bytes"),
        }
    }
}

impl Running {
    /// A disk on which everything is safe.
    pub fn new(disk: Disk) -> Self {
        Self { seen: disk.clone(), safe: disk, pending: Vec::new() }
    }

    /// As the program sees it.
    pub fn seen(&self) -> &Disk {
        &self.seen
    }

    /// An operation is done.
    pub fn take_in(&mut self, done: &Done) {
        match done.operation {
            Operation::Sync => self.settle(self.seen.find(&done.path), None),
            Operation::SyncDir => self.settle(None, self.seen.find(&done.path)),
            Operation::Create => self.make(&done.path, false),
            Operation::MakeDir => {
                // Those above it are made with it.
                let above: Vec<&Path> = done.path.ancestors().collect();
                above.into_iter().rev().for_each(|path| self.make(path, true));
            }
            Operation::Write => {
                let file = self.named(&done.path);
                let (at, bytes) = (as_length(done.at), Rc::new(done.bytes.clone()));
                self.change(Change::Write { file, at, bytes });
            }
            Operation::Truncate => {
                let (file, length) = (self.named(&done.path), as_length(done.at));
                self.change(Change::Resize { file, length });
            }
            // A folder that is not empty stays, and what is not there cannot go.
            Operation::Remove if !self.seen.can_go(&done.path) => {}
            Operation::Remove => {
                let (folder, name) = self.place(&done.path);
                self.change(Change::Unlink { folder, name });
            }
            Operation::Rename => {
                let from = done.from.as_deref().expect("a renaming has an old name");
                let node = self.named(from);
                let (from, to) = (self.place(from), self.place(&done.path));
                self.change(Change::Rename { from, to, node });
            }
            Operation::Open | Operation::Read | Operation::Look => {}
        }
    }

    fn make(&mut self, path: &Path, is_folder: bool) {
        // Opening a file that is there makes none, and so it is with folders.
        if self.seen.find(path).is_some() {
            return;
        }
        let empty =
            if is_folder { Node::Folder(BTreeMap::new()) } else { Node::File(Rc::new(Vec::new())) };
        self.safe.add(empty.clone());
        let node = self.seen.add(empty);
        let (folder, name) = self.place(path);
        self.change(Change::Link { folder, name, node });
    }

    fn change(&mut self, change: Change) {
        self.seen.apply(&change);
        self.pending.push(change);
    }

    /// What was written to a file, or the names of a folder, are safe now.
    fn settle(&mut self, file: Option<usize>, folder: Option<usize>) {
        let safe = &mut self.safe;
        self.pending.retain(|change| {
            let is_settled = match change {
                Change::Write { file: of, .. } | Change::Resize { file: of, .. } => {
                    Some(*of) == file
                }
                Change::Link { folder: of, .. } | Change::Unlink { folder: of, .. } => {
                    Some(*of) == folder
                }
                Change::Rename { to, .. } => Some(to.0) == folder,
            };
            if is_settled {
                safe.apply(change);
            }
            !is_settled
        });
    }

    fn named(&self, path: &Path) -> usize {
        let found = self.seen.find(path);
        found.unwrap_or_else(|| panic!("{} is used and was never made", path.display()))
    }

    fn place(&self, path: &Path) -> (usize, String) {
        let folder = self.named(path.parent().expect("it lies in a folder"));
        let name = path.file_name().and_then(|name| name.to_str()).expect("it has a name");
        (folder, name.to_owned())
    }

    /// What is there after a power cut.
    pub fn cut(&self, cut: Cut, chance: &mut Chance) -> Disk {
        let mut left = self.safe.clone();
        // So many of the names reach the disk, in their order.
        let mut names = match cut {
            Cut::Torn => chance.index(self.pending.len() + 1),
            Cut::Everything | Cut::NamesOnly => usize::MAX,
            _ => 0,
        };
        for change in &self.pending {
            match change {
                Change::Write { file, at, bytes } => match cut {
                    Cut::Everything | Cut::BytesOnly => left.apply(change),
                    Cut::Nothing => {}
                    Cut::NamesOnly => stretch(&mut left, *file, at + bytes.len()),
                    Cut::Pieces => write_pieces(&mut left, (*file, *at, bytes), false, chance),
                    Cut::Torn => write_pieces(&mut left, (*file, *at, bytes), true, chance),
                },
                _ if cut == Cut::Pieces => {
                    (0..chance.below(2)).for_each(|_| left.apply(change));
                }
                Change::Resize { .. } if cut != Cut::Nothing => left.apply(change),
                _ if names > 0 && !matches!(change, Change::Resize { .. }) => {
                    names -= 1;
                    left.apply(change);
                }
                _ => {}
            }
        }
        left
    }
}

fn stretch(disk: &mut Disk, file: usize, length: usize) {
    disk.bytes(file, |all| all.resize(all.len().max(length), 0));
}

/// Writes any of the sectors that bytes fall into. Where `is_wild`, one that was being written
/// holds anything.
fn write_pieces(
    disk: &mut Disk,
    (file, at, bytes): (usize, usize, &[u8]),
    is_wild: bool,
    chance: &mut Chance,
) {
    if chance.below(4) == 0 {
        // The length is often written long before the bytes are.
        stretch(disk, file, at + bytes.len());
    }
    let mut from = 0;
    while from < bytes.len() {
        let to = bytes.len().min(from + SECTOR - (at + from) % SECTOR);
        let mut piece = bytes[from..to].to_vec();
        let fate = chance.below(if is_wild { 16 } else { 2 });
        if is_wild && fate == 15 {
            chance.fill(&mut piece);
        }
        if fate % 2 == 1 {
            let (at, bytes) = (at + from, Rc::new(piece));
            disk.apply(&Change::Write { file, at, bytes });
        }
        from = to;
    }
}

fn as_length(number: u64) -> usize {
    usize::try_from(number).expect("test files are small")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn did(operation: Operation, path: &str, bytes: &[u8]) -> Done {
        Done { operation, path: path.into(), from: None, at: 0, bytes: bytes.to_vec() }
    }

    fn content(disk: &Disk, path: &str) -> Option<Vec<u8>> {
        match &disk.nodes[disk.find(Path::new(path))?] {
            Node::File(bytes) => Some(bytes.to_vec()),
            Node::Folder(_) => None,
        }
    }

    fn empty() -> Running {
        Running::new(Disk { nodes: vec![Node::Folder(BTreeMap::new())] })
    }

    #[test]
    fn only_what_was_synced_outlasts_a_power_cut() {
        let mut disk = empty();
        let mut chance = Chance::new(1);
        disk.take_in(&did(Operation::Create, "a", b""));
        disk.take_in(&did(Operation::Write, "a", b"words"));
        disk.take_in(&did(Operation::Sync, "a", b""));
        let cut = disk.cut(Cut::Nothing, &mut chance);
        assert_eq!(content(&cut, "a"), None, "its name was not synced");
        disk.take_in(&did(Operation::SyncDir, "", b""));
        assert!(disk.pending.is_empty());
        disk.take_in(&did(Operation::Write, "a", b"other"));
        let cut = disk.cut(Cut::Nothing, &mut chance);
        assert_eq!(content(&cut, "a").as_deref(), Some(b"words".as_slice()));
        let cut = disk.cut(Cut::Everything, &mut chance);
        assert_eq!(content(&cut, "a").as_deref(), Some(b"other".as_slice()));
    }

    #[test]
    fn a_renaming_that_was_not_synced_may_be_lost_but_not_halved() {
        let mut disk = empty();
        let mut chance = Chance::new(1);
        for name in ["a", "b"] {
            disk.take_in(&did(Operation::Create, name, b""));
            disk.take_in(&did(Operation::Write, name, name.as_bytes()));
            disk.take_in(&did(Operation::Sync, name, b""));
        }
        disk.take_in(&did(Operation::SyncDir, "", b""));
        let from = Some("a".into());
        disk.take_in(&Done { from, ..did(Operation::Rename, "b", b"") });
        let all = |disk: &Disk| (content(disk, "a"), content(disk, "b"));
        let (a, b) = (Some(b"a".to_vec()), Some(b"b".to_vec()));
        assert_eq!(all(&disk.cut(Cut::Nothing, &mut chance)), (a.clone(), b));
        assert_eq!(all(&disk.cut(Cut::NamesOnly, &mut chance)), (None, a));
        assert_eq!(disk.seen().difference(&disk.cut(Cut::Everything, &mut chance)), None);
    }

    #[test]
    fn sectors_are_torn_at_their_borders() {
        let mut disk = empty();
        disk.take_in(&did(Operation::Create, "a", b""));
        disk.take_in(&did(Operation::SyncDir, "", b""));
        disk.take_in(&did(Operation::Write, "a", &[1; 2048]));
        let mut chance = Chance::new(3);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..50 {
            let left = content(&disk.cut(Cut::Pieces, &mut chance), "a").unwrap();
            assert!(left.chunks(SECTOR).all(|one| one.iter().all(|byte| *byte == one[0])));
            seen.insert(left);
        }
        assert!(seen.len() > 10, "{} different outcomes", seen.len());
    }
}
