//! The sealed file, opened by others.

use journal::choices::{PageChoices, Paper};
use summary::{Error, seal};

use crate::paper::laid;
use crate::readers;
use crate::sample::*;

const PASSWORD: &str = "thursday lamp copper river dune";

fn plain() -> Vec<u8> {
    laid(&journal(), &PageChoices::default(), Paper::A4).pdf().unwrap().bytes
}

fn random(seed: u8) -> impl FnMut(&mut [u8]) {
    let mut next = seed;
    move |bytes| {
        for byte in bytes {
            next = next.wrapping_mul(181).wrapping_add(77);
            *byte = next;
        }
    }
}

#[test]
fn only_the_password_opens_it() {
    let plain = plain();
    let sealed = seal(&plain, PASSWORD, &mut random(1)).unwrap();
    let right = readers::text(&sealed, Some(PASSWORD)).unwrap();
    assert_eq!(right, readers::text(&plain, None).unwrap());
    assert!(right.contains("An argument with my partner"));
    assert_eq!(readers::text(&sealed, Some("thursday lamp copper river dunes")), None);
    assert_eq!(readers::text(&sealed, None), None);
    let (opened, _) = readers::qpdf(&["--check", "--password=wrong"], &sealed);
    assert!(!opened);
}

#[test]
fn it_is_sealed_with_the_strongest_that_readers_know() {
    let sealed = seal(&plain(), PASSWORD, &mut random(2)).unwrap();
    let password = format!("--password={PASSWORD}");
    let (sound, said) = readers::qpdf(&["--check", &password], &sealed);
    assert!(sound, "{said}");
    let (_, said) = readers::qpdf(&["--show-encryption", &password], &sealed);
    for expected in [
        "R = 6",
        "stream encryption method: AESv3",
        "string encryption method: AESv3",
        "file encryption method: AESv3",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    let file = readers::file(&sealed);
    let info = readers::run("pdfinfo", &["-upw", PASSWORD], &file.path);
    assert!(String::from_utf8_lossy(&info.stdout).contains("Tagged:          yes"));
}

#[test]
fn nothing_of_it_stands_in_clear() {
    let plain = plain();
    let find = |bytes: &[u8], word: &str| {
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    };
    let sealed = seal(&plain, PASSWORD, &mut random(3)).unwrap();
    // The title and the chart's description stand in clear in the open file.
    for word in ["Notes", "pdfuaid", "Line chart"] {
        assert!(find(&plain, word), "{word} is there before");
        assert!(!find(&sealed, word), "{word} is gone");
    }
}

#[test]
fn its_identifier_tells_nothing_of_its_content() {
    let plain = plain();
    let id = |bytes: &[u8]| {
        let document = lopdf::Document::load_mem(bytes).unwrap();
        format!("{:?}", document.trailer.get(b"ID").unwrap())
    };
    let sealed = |seed| id(&seal(&plain, PASSWORD, &mut random(seed)).unwrap());
    assert_ne!(sealed(4), id(&plain));
    assert_ne!(sealed(4), sealed(5), "another one each time");
}

#[test]
fn passwords_that_readers_would_not_take_are_refused() {
    let plain = plain();
    for password in ["", "emoji 🎉", &"x".repeat(128), "bell\u{7}"] {
        assert_eq!(seal(&plain, password, &mut random(6)), Err(Error::Password), "{password:?}");
    }
    let cyrillic = "четверг лампа медь";
    let sealed = seal(&plain, cyrillic, &mut random(7)).unwrap();
    // pdftotext 22 does not take such a password from its command line; qpdf does.
    let (opened, said) = readers::qpdf(&["--check", &format!("--password={cyrillic}")], &sealed);
    assert!(opened, "{said}");
    assert_eq!(seal(b"no pdf", PASSWORD, &mut random(8)), Err(Error::Seal));
}
