//! When the file or the disk fails the person: what is whole comes back, and nothing is lost on a
//! full disk.

use std::fs;
use std::io::{Seek, SeekFrom, Write};

use acceptance::home::Home;
use acceptance::private::make_sample;
use acceptance::program::built;
use acceptance::steps::{PASSPHRASE, begin, is_in_the_journal, settings};
use acceptance::target::{button, field, heading, text};
use acceptance::window::Window;

#[test]
fn what_is_whole_in_a_damaged_journal_is_rescued() {
    let home = Home::new();
    make_sample(&built("demo"), &home);
    let file = home.journal().join("data.db");
    // At the start lie the tables that every opening reads.
    let mut journal = fs::OpenOptions::new().write(true).open(&file).expect("it can be damaged");
    journal.seek(SeekFrom::Start(4096)).expect("it is long enough");
    journal.write_all(&[0x5a; 2 * 4096]).expect("pages can be written over");
    drop(journal);
    let window = Window::open_in("what_is_whole_is_rescued", home);
    window.write(&field("Passphrase"), PASSPHRASE);
    window.press("Enter");
    window.wait_for(&heading("Part of the journal can’t be read"));
    window.wait_for(&text("Whole:"));
    window.click(&button("Rescue what is whole"));
    window.wait_for(&heading("The journal is open again"));
    window.click(&button("Go to the journal"));
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
    window.wait("entries are there", || {
        window.run("return document.querySelectorAll('[data-row]').length", &[]).as_u64() > Some(5)
    });
    settings(&window);
    window.wait_for(&button("Put back the journal set aside"));
}

#[test]
fn damage_that_is_met_after_opening_leads_to_the_rescue() {
    let home = Home::new();
    make_sample(&built("demo"), &home);
    let file = home.journal().join("data.db");
    let pages = fs::metadata(&file).expect("it is there").len() / 4096;
    let mut journal = fs::OpenOptions::new().write(true).open(&file).expect("it can be damaged");
    journal.seek(SeekFrom::Start(pages / 3 * 4096)).expect("it is long enough");
    // Enough of them that Today cannot do without, however the sample course grows.
    let several = usize::try_from(pages / 4 * 4096).expect("it is a small journal");
    journal.write_all(&vec![0x5a; several]).expect("pages can be written over");
    drop(journal);
    let window = Window::open_in("damage_met_after_opening", home);
    window.write(&field("Passphrase"), PASSPHRASE);
    window.press("Enter");
    window.wait_for(&button("Lock the journal"));
    window.click(&button("Lock the journal"));
    window.click(&button("Other ways to open"));
    window.click(&button("Rescue what is whole"));
    window.write(&field("Passphrase"), PASSPHRASE);
    window.click(&button("Look it over"));
    window.wait_for(&text("Whole:"));
    window.click(&button("Rescue what is whole"));
    window.wait_for(&heading("The journal is open again"));
    window.click(&button("Go to the journal"));
    window.wait_for(&heading("How strong is any craving right now?"));
}

#[test]
fn on_a_full_disk_a_text_is_put_away_and_comes_back() {
    let home = Home::new();
    let disk = SmallDisk::below(&home);
    let window = Window::open_in("on_a_full_disk", home);
    begin(&window);
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), "Begun while there was room.");
    disk.fill();
    // Pasted, and longer than what the journal's file still has room for.
    window.write(&field("Write"), " And no room for this, however short. ");
    let paste = "document.execCommand('insertText', false, 'no room '.repeat(20000))";
    window.run(paste, &[]);
    window.wait_for(&button("Put this text away somewhere else"));
    window.click(&button("Put this text away somewhere else"));
    let file = window.home.out("away.nbt");
    window.desktop.save_as(&file);
    window.wait_for(&text("A locked copy is there now."));
    let name = file.file_stem().expect("it has a name").to_string_lossy().into_owned();
    let saved = fs::read_dir(window.home.path().join("out"))
        .expect("the folder can be read")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.to_string_lossy().contains(&name));
    let saved = saved.expect("the file is where it was put");
    let bytes = fs::read(&saved).expect("it can be read");
    assert!(!String::from_utf8_lossy(&bytes).contains("however short"), "it can be read by all");
    window.kill();
    disk.empty();
    window.start();
    acceptance::steps::unlock(&window);
    settings(&window);
    window.click(&button("Bring it back"));
    window.desktop.choose(&saved);
    window.wait_for(&text("It is back among your drafts."));
    assert!(is_in_the_journal(&window, "however short"));
}

/// A disk of a few megabytes under the journal's folder. It goes away with the test.
struct SmallDisk {
    at: std::path::PathBuf,
}

impl SmallDisk {
    fn below(home: &Home) -> Self {
        let at = home.data();
        fs::create_dir_all(&at).expect("a folder to mount on");
        let mut mount = std::process::Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=8m,mode=0700", "tmpfs"]).arg(&at);
        let status = mount.status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "a small disk needs the right to mount"
        );
        Self { at }
    }

    fn filler(&self) -> std::path::PathBuf {
        self.at.join("filler")
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut file =
            fs::OpenOptions::new().create(true).append(true).open(self.filler()).expect("a file");
        while file.write_all(&[0; 4096]).is_ok() {}
        while file.write_all(&[0; 1]).is_ok() {}
    }

    fn empty(&self) {
        fs::remove_file(self.filler()).expect("the filler can go");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("--lazy").arg(&self.at).status();
    }
}
