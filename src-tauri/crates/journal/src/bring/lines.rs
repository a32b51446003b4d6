//! Where in a JSON text the members of a list begin, so that one of them can be named
//! by its line.

/// The line, from 1, on which each member of the list `key` begins, for a list that
/// stands directly in the outermost object. The text must be sound JSON.
pub(crate) fn lines_of(text: &str, key: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut line, mut depth) = (1, 0_usize);
    let (mut in_text, mut escaped, mut begin) = (false, false, 0);
    let (mut last, mut here, mut expects) = ("", false, false);
    for (place, byte) in text.bytes().enumerate() {
        if byte == b'\n' {
            line += 1;
        }
        if in_text {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    in_text = false;
                    last = text.get(begin..place).unwrap_or_default();
                }
                _ => {}
            }
            continue;
        }
        let is_begin = here && depth == 2 && expects && !byte.is_ascii_whitespace() && byte != b']';
        if is_begin {
            found.push(line);
            expects = false;
        }
        match byte {
            b'"' => (in_text, begin) = (true, place + 1),
            b'{' | b'[' => {
                depth += 1;
                if depth == 2 {
                    (here, expects) = (byte == b'[' && last == key, true);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 2 => expects = true,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_is_found_whatever_stands_in_it() {
        let text =
            "{\n\"a\": {\"list\": [1]},\n\"list\": [\n{\"x\": \"[{\\\"\"},\n  [1, 2],\n 3, 4\n]}";
        assert_eq!(lines_of(text, "list"), [4, 5, 6, 6]);
        assert!(lines_of(text, "other").is_empty());
        assert!(lines_of("{\"list\": []}", "list").is_empty());
    }
}
