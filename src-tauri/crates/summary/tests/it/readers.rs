//! Other people's programs that read PDFs.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A file in a folder of its own, gone with the test.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    _folder: TempDir,
}

pub(crate) fn file(bytes: &[u8]) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf");
    let mut file = std::fs::File::create_new(&path).unwrap();
    std::io::Write::write_all(&mut file, bytes).unwrap();
    File { path, _folder: folder }
}

pub(crate) fn run(program: &str, arguments: &[&str], path: &Path) -> Output {
    let result = Command::new(program).args(arguments).arg(path).output();
    result.unwrap_or_else(|_| {
        panic!("{program} is needed for these tests (packages qpdf, poppler-utils)")
    })
}

fn said(output: &Output) -> String {
    let all = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&all).into_owned()
}

pub(crate) fn qpdf(arguments: &[&str], bytes: &[u8]) -> (bool, String) {
    let file = file(bytes);
    let output = run("qpdf", arguments, &file.path);
    (output.status.success(), said(&output))
}

/// The text of a PDF as poppler reads it, in the order of the file; `None` if refused.
pub(crate) fn text(bytes: &[u8], password: Option<&str>) -> Option<String> {
    let file = file(bytes);
    let mut command = Command::new("pdftotext");
    if let Some(password) = password {
        command.args(["-upw", password]);
    }
    let output = command.args(["-raw", "-enc", "UTF-8"]).arg(&file.path).arg("-").output();
    let output = output.expect("pdftotext is needed for these tests (package poppler-utils)");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Every string and every stream of a PDF, decompressed: text operators, character
/// maps, structure, alternative texts, outline and metadata.
pub(crate) fn everything(bytes: &[u8]) -> String {
    let file = file(bytes);
    let output = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable", "--stream-data=uncompress"])
        .arg(&file.path)
        .arg("-")
        .output()
        .expect("qpdf is needed for these tests (package qpdf)");
    let mut all = String::from_utf8_lossy(&output.stdout).into_owned();
    let structure = run("pdfinfo", &["-struct-text"], &file.path);
    all.push_str(&said(&structure));
    all.push_str(&strings(bytes));
    all
}

// Text strings may be UTF-16, which a plain search would miss.
fn strings(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let mut all = String::new();
    for object in document.objects.values() {
        collect(object, &mut all);
    }
    all
}

fn collect(object: &lopdf::Object, all: &mut String) {
    match object {
        lopdf::Object::String(..) => {
            if let Ok(text) = lopdf::decode_text_string(object) {
                all.push_str(&text);
                all.push('\n');
            }
        }
        lopdf::Object::Array(list) => list.iter().for_each(|one| collect(one, all)),
        lopdf::Object::Dictionary(entries) => entries.iter().for_each(|(_, one)| collect(one, all)),
        lopdf::Object::Stream(stream) => stream.dict.iter().for_each(|(_, one)| collect(one, all)),
        _ => {}
    }
}
