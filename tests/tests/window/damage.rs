//! When the disk fails the person: nothing is lost on a full one.

use std::fs;
use std::io::Write;

use acceptance::home::Home;
use acceptance::steps::{begin, is_in_the_journal, settings, unlock};
use acceptance::target::{button, field, text};
use acceptance::window::Window;

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
    unlock(&window);
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
