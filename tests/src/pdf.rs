//! Reads PDF files with programs that have nothing to do with ours.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// The text of a file as poppler reads it, or `None` if it refuses (a wrong password).
///
/// `pdftotext` cuts a password after 32 characters, which is shorter than five words. A locked
/// file is therefore opened by qpdf first, which decides about the password.
pub fn text(file: &Path, password: Option<&str>) -> Option<String> {
    with_poppler(file, password, |opened| {
        output(Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(opened).arg("-"))
    })
}

/// The text of a file as mutool reads it, or `None` if it refuses.
pub fn text_by_second_reader(file: &Path, password: Option<&str>) -> Option<String> {
    let mut reader = Command::new("mutool");
    reader.args(["draw", "-q", "-F", "txt"]);
    if let Some(password) = password {
        reader.args(["-p", password]);
    }
    output(reader.arg(file))
}

/// Whether qpdf finds the file sound.
pub fn is_sound(file: &Path, password: Option<&str>) -> bool {
    let mut qpdf = Command::new("qpdf");
    if let Some(password) = password {
        qpdf.arg(format!("--password={password}"));
    }
    output(qpdf.arg("--check").arg(file)).is_some()
}

/// How the file is encrypted, as qpdf tells it ("R = 6", …), or `None` if it cannot be opened.
pub fn encryption(file: &Path, password: &str) -> Option<String> {
    let mut qpdf = Command::new("qpdf");
    qpdf.arg(format!("--password={password}")).arg("--show-encryption");
    output(qpdf.arg(file))
}

/// One line of what poppler says about the file: "Pages", "Tagged", "Title", …
pub fn says(file: &Path, password: Option<&str>, name: &str) -> Option<String> {
    let about = with_poppler(file, password, |opened| output(Command::new("pdfinfo").arg(opened)))?;
    let line = about.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(line.trim().to_owned())
}

/// Has poppler do something with a file that qpdf opened.
fn with_poppler(
    file: &Path,
    password: Option<&str>,
    read: impl FnOnce(&Path) -> Option<String>,
) -> Option<String> {
    let folder = TempDir::with_prefix("mt-pdf-").expect("a temporary folder can be made");
    let opened = folder.path().join("opened.pdf");
    let mut qpdf = Command::new("qpdf");
    qpdf.arg(format!("--password={}", password.unwrap_or_default()));
    output(qpdf.args(["--decrypt", "--warning-exit-0"]).arg(file).arg(&opened))?;
    read(&opened)
}

fn output(command: &mut Command) -> Option<String> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
