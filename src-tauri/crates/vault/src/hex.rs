//! Bytes as hexadecimal digits and back. Nothing else may enter.

/// Two digits for every byte, in lower case.
pub(crate) fn write(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).expect("four bits are a digit");
    let mut text = String::with_capacity(2 * bytes.len());
    text.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    text
}

/// The bytes that exactly `2 * N` digits stand for.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    read_into(text.as_bytes(), &mut bytes)?;
    Some(bytes)
}

/// Like [`read`], written straight to where the bytes are to lie.
pub(crate) fn read_into(digits: &[u8], bytes: &mut [u8]) -> Option<()> {
    if digits.len() != 2 * bytes.len() {
        return None;
    }
    let value = |digit: u8| u8::try_from(char::from(digit).to_digit(16)?).ok();
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(write(&[0, 0x9f, 0xff]), "009fff");
        assert_eq!(read("009fFF"), Some([0, 0x9f, 0xff]));
        for wrong in ["", "00", "009f", "009fg0", "009ff é"] {
            assert_eq!(read::<3>(wrong), None, "{wrong}");
        }
    }
}
