//! A private desktop: a screen nobody sees, a session bus, a window manager.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::home::Home;
use crate::program::{Running, wait_at_most, wait_until};

/// A screen of 1600×1200 with its own bus. It ends when it goes out of scope.
pub struct Desktop {
    display: String,
    bus: String,
    // Dropped from the top: programs before the screen they draw on.
    _manager: Running,
    _bus: Running,
    _screen: Running,
}

impl Desktop {
    /// Starts the screen, the bus and the window manager, all of them living in `home`.
    pub fn start(home: &Home) -> Self {
        let mut xvfb = Command::new("Xvfb");
        // Without TCP, so that a trace of sockets shows only what the program opens.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        home.place(&mut xvfb);
        let (screen, number) = Running::start_and_hear(&xvfb);
        assert!(!number.is_empty(), "Xvfb did not name its display");

        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        home.place(&mut daemon);
        let (bus, address) = Running::start_and_hear(&daemon);

        let display = format!(":{number}");
        let mut openbox = Command::new("openbox");
        openbox.env("DISPLAY", &display);
        home.place(&mut openbox);
        let manager = Running::start(&openbox);
        let desktop = Self { display, bus: address, _manager: manager, _bus: bus, _screen: screen };
        wait_until("the window manager answers", || {
            desktop.xdotool(&["get_num_desktops"]).is_some()
        });
        desktop
    }

    /// Makes `command` show itself on this desktop and talk to its bus.
    pub fn place(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env("GTK_USE_PORTAL", "0")
            .env("LC_ALL", "C.UTF-8")
            .env("NO_AT_BRIDGE", std::env::var_os("NO_AT_BRIDGE").unwrap_or_else(|| "1".into()))
            // With it the driver never answers when asked for a picture.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .env_remove("WAYLAND_DISPLAY");
    }

    /// The address of its session bus.
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// Runs xdotool on this desktop. `None` if it failed.
    pub fn xdotool(&self, words: &[&str]) -> Option<String> {
        let mut xdotool = Command::new("xdotool");
        let output = xdotool.args(words).env("DISPLAY", &self.display).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The titles of the windows that can be seen.
    pub fn titles(&self) -> Vec<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", ".+"]).unwrap_or_default();
        found.lines().filter_map(|id| self.xdotool(&["getwindowname", id])).collect()
    }

    /// Presses keys as a person would, wherever the keyboard is now.
    pub fn press(&self, keys: &str) {
        assert!(self.xdotool(&["key", "--clearmodifiers", keys]).is_some(), "pressing {keys}");
    }

    /// Presses keys one after the other, as fast as someone who knows the way.
    pub fn press_all(&self, keys: &[String]) {
        let mut words = vec!["key", "--clearmodifiers", "--delay", "45"];
        words.extend(keys.iter().map(String::as_str));
        assert!(self.xdotool(&words).is_some(), "pressing {keys:?}");
    }

    /// Types text as a person would, wherever the keyboard is now.
    pub fn type_text(&self, text: &str) {
        let typed = self.xdotool(&["type", "--clearmodifiers", "--delay", "8", text]);
        assert!(typed.is_some(), "typing into the desktop");
    }

    /// Answers the system's own dialog for saving, once it is there: types the whole path over
    /// the suggested name and presses Enter.
    pub fn save_as(&self, file: &Path) {
        let dialog = self.wait_for_dialog();
        self.xdotool(&["windowactivate", "--sync", &dialog]);
        self.press("ctrl+a");
        self.type_text(&file.to_string_lossy());
        self.press("Return");
        wait_until("the dialog for saving has closed", || self.dialogs().is_empty());
    }

    /// Answers the system's own dialog for opening a file or choosing a folder, in the line for a
    /// path that it has a key for.
    pub fn choose(&self, path: &Path) {
        let dialog = self.wait_for_dialog();
        self.xdotool(&["windowactivate", "--sync", &dialog]);
        self.press("ctrl+l");
        // The line comes a moment later, and would miss the first letters.
        thread::sleep(Duration::from_millis(800));
        self.press("ctrl+a");
        self.type_text(&path.to_string_lossy());
        thread::sleep(Duration::from_millis(500));
        self.press("Return");
        thread::sleep(Duration::from_millis(700));
        if !self.dialogs().is_empty() {
            // The name of a folder was only completed by the first.
            self.press("Return");
        }
        wait_until("the dialog for choosing has closed", || self.dialogs().is_empty());
    }

    /// Starts a keychain on this desktop, open as it is after signing in.
    pub fn start_keychain(&self, home: &Home) -> Running {
        let script =
            "printf test | exec gnome-keyring-daemon --unlock --foreground --components=secrets";
        let mut keychain = Command::new("sh");
        keychain.args(["-c", script]);
        home.place(&mut keychain);
        self.place(&mut keychain);
        let running = Running::start(&keychain);
        wait_until("the keychain answers", || {
            let mut ask = Command::new("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
            self.place(&mut ask);
            ask.output()
                .is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("true"))
        });
        running
    }

    /// Closes every dialog of the system's that is there, without an answer.
    pub fn dismiss_dialogs(&self) {
        for dialog in self.dialogs() {
            self.xdotool(&["windowactivate", "--sync", &dialog]);
            self.press("Escape");
        }
    }

    /// What another program finds on the clipboard (`clipboard`) or as what is marked (`primary`).
    pub fn clipboard(&self, which: &str) -> String {
        let mut xclip = Command::new("xclip");
        xclip.args(["-o", "-selection", which]);
        self.place(&mut xclip);
        let found = xclip.output().expect("xclip is there");
        String::from_utf8_lossy(&found.stdout).into_owned()
    }

    /// Another program puts a text on the clipboard.
    pub fn put_on_clipboard(&self, text: &str) {
        let mut xclip = Command::new("xclip");
        xclip.args(["-i", "-selection", "clipboard"]);
        self.place(&mut xclip);
        // It goes on in the background, to give the text away; an open pipe would hold us.
        xclip.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut xclip = xclip.spawn().expect("xclip is there");
        let mut pipe = xclip.stdin.take().expect("it has a pipe");
        pipe.write_all(text.as_bytes()).expect("xclip reads");
        drop(pipe);
        assert!(xclip.wait().is_ok_and(|status| status.success()), "xclip took the text");
    }

    /// A picture of the whole screen.
    pub fn picture(&self, file: &Path) {
        let mut import = Command::new("import");
        import.args(["-window", "root"]).arg(file).env("DISPLAY", &self.display);
        assert!(import.status().is_ok_and(|status| status.success()), "a picture of the screen");
    }

    fn wait_for_dialog(&self) -> String {
        // A page is laid out and sealed before it is asked where to put it.
        let limit = Duration::from_mins(1);
        wait_at_most(limit, "the system's dialog has opened", || !self.dialogs().is_empty());
        self.dialogs().swap_remove(0)
    }

    /// Windows that can be seen and are not the program's own: its title is always the same.
    fn dialogs(&self) -> Vec<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", ".+"]).unwrap_or_default();
        let is_dialog = |id: &str| {
            self.xdotool(&["getwindowname", id]).is_some_and(|title| {
                ["Save", "Open", "Select"].iter().any(|word| title.contains(word))
            })
        };
        found.lines().filter(|id| is_dialog(id)).map(str::to_owned).collect()
    }
}
