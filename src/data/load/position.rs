//! From a byte offset to a line and a column, quickly also in a file of one long line.

use std::cell::OnceCell;

/// Where something is, as an editor says it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

const START: Position = Position { line: 1, column: 1 };

/// Bytes between two remembered positions.
const STEP: usize = 512;

/// The positions of a text: one in every `STEP` bytes is remembered, the rest is counted from there. A text without a
/// fault is never counted.
#[derive(Debug)]
pub struct Positions<'a> {
    bytes: &'a [u8],
    remembered: OnceCell<Vec<Position>>,
}

impl<'a> Positions<'a> {
    /// `bytes` should be UTF-8; what is not counts one column for each byte that could begin a character.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, remembered: OnceCell::new() }
    }

    /// The position of the character that the byte is in; past the end, that of the end.
    pub fn of(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.bytes.len());
        while offset > 0 && self.bytes.get(offset).copied().is_some_and(continues) {
            offset -= 1;
        }
        let remembered = self.remembered.get_or_init(|| remember(self.bytes));
        let nearest = (offset / STEP).min(remembered.len().saturating_sub(1));
        let between = self.bytes.get(nearest * STEP..offset).unwrap_or_default();
        remembered.get(nearest).map_or(START, |&position| advance(position, between))
    }

    /// The offset of a place that is told as `serde_json` does: the line from 1, the column in bytes from 1, and
    /// column 0 for the line break before the line.
    pub fn offset_of(&self, line: usize, byte_column: usize) -> usize {
        let breaks = self.bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(offset, _)| offset + 1);
        let start = std::iter::once(0).chain(breaks).nth(line.saturating_sub(1)).unwrap_or(self.bytes.len());
        (start + byte_column).saturating_sub(1)
    }
}

fn remember(bytes: &[u8]) -> Vec<Position> {
    let mut position = START;
    let mut remembered = Vec::with_capacity(bytes.len() / STEP + 1);
    for chunk in bytes.chunks(STEP) {
        remembered.push(position);
        position = advance(position, chunk);
    }
    remembered
}

fn advance(from: Position, bytes: &[u8]) -> Position {
    bytes.iter().fold(from, |Position { line, column }, &byte| match byte {
        b'\n' => Position { line: line + 1, column: 1 },
        byte if continues(byte) => Position { line, column },
        _ => Position { line, column: column + 1 },
    })
}

/// Whether a byte of UTF-8 goes on with a character that an earlier byte began.
fn continues(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let Position { line, column } = Positions::new(text.as_bytes()).of(offset);
        (line, column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("", 9), (1, 1));
        assert_eq!(at("浙港x", 6), (1, 3));
        assert_eq!(at("浙港x", 4), (1, 2));
        assert_eq!(at("a\n浙港\r\nb", 8), (2, 3));
        assert_eq!(at("a\n浙港\r\nb", 10), (3, 1));
    }

    #[test]
    fn far_positions_agree_with_plain_counting() {
        let text = "浙x\n港".repeat(700);
        let positions = Positions::new(text.as_bytes());
        for (offset, _) in text.char_indices() {
            let before = text.get(..offset).unwrap();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            assert_eq!(positions.of(offset), Position { line, column });
        }
    }

    #[test]
    fn byte_columns_become_offsets() {
        let positions = Positions::new("浙\nab\n".as_bytes());
        assert_eq!(positions.offset_of(1, 1), 0);
        assert_eq!(positions.offset_of(2, 2), 5);
        assert_eq!(positions.offset_of(3, 0), 6);
        assert_eq!(positions.offset_of(9, 1), 7);
    }
}
