//! Lists the languages that have words for the page, so that adding one needs
//! no code: a folder below `ui/words` with a `page.ftl` is a language.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder =
        Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../../ui/words").canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut languages = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path().join("page.ftl");
        if let (true, Some(name)) = (file.is_file(), file.parent().and_then(Path::file_name)) {
            languages.push((name.to_string_lossy().into_owned(), file.clone()));
        }
    }
    languages.sort();
    let mut code = String::from("pub(crate) const SOURCES: &[(&str, &str)] = &[\n");
    for (name, file) in languages {
        let file = file.to_string_lossy();
        writeln!(code, "    ({name:?}, include_str!({file:?})),")?;
    }
    code.push_str("];\n");
    write(&Path::new(&env::var("OUT_DIR")?).join("languages.rs"), &code)
}

#[expect(clippy::disallowed_methods, reason = "a generated file of the build, replaced on purpose")]
fn write(path: &Path, code: &str) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, code)?)
}
