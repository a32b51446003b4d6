//! Reading comma-separated values (RFC 4180), with the line on which each row begins.

/// A row: where it begins, and its cells; `None` if its quotes do not close.
pub(crate) type Row = (usize, Option<Vec<String>>);

/// The rows of a text. A quote that never closes spoils its own line and no other: the
/// next line begins a row of its own.
pub(crate) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let (cells, length) = match row(rest) {
            Some((cells, length)) => (Some(cells), length),
            None => (None, rest.find('\n').map_or(rest.len(), |end| end + 1)),
        };
        let (here, after) = rest.split_at(length);
        if !here.trim().is_empty() {
            rows.push((line, cells));
        }
        line += here.bytes().filter(|&byte| byte == b'\n').count();
        rest = after;
    }
    rows
}

/// The first row and its length in bytes, its line break included.
fn row(text: &str) -> Option<(Vec<String>, usize)> {
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        match letter {
            '"' if quoted && letters.peek().is_some_and(|&(_, next)| next == '"') => {
                cell.push('"');
                letters.next();
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                cells.push(cell.trim_end_matches('\r').to_owned());
                return Some((cells, place + 1));
            }
            letter => cell.push(letter),
        }
    }
    cells.push(cell);
    (!quoted).then_some((cells, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_know_their_lines_and_a_broken_one_spoils_no_other() {
        let text = "a,b\r\n\"x, \"\"y\"\"\nz\",2\n\nlast,\"open\nnext,3\n";
        let rows = rows(text);
        let cells = |cells: [&str; 2]| Some(cells.map(str::to_owned).to_vec());
        assert_eq!(rows[0], (1, cells(["a", "b"])));
        assert_eq!(rows[1], (2, cells(["x, \"y\"\nz", "2"])));
        assert_eq!(rows[2], (5, None));
        assert_eq!(rows[3], (6, cells(["next", "3"])));
        assert_eq!(rows.len(), 4);
    }
}
