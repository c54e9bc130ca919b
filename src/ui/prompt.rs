//! A text field of one line, edited by grapheme.

use super::action::Edit;
use crate::text::{self, Ambiguous};

/// The most bytes that a field takes. What is typed or pasted beyond them is left out.
const MOST_BYTES: usize = 1024;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prompt {
    text: String,
    /// The insertion point: a byte offset between two graphemes.
    at: usize,
}

/// The part of a field that fits its room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window<'a> {
    pub text: &'a str,
    /// The columns before the insertion point.
    pub cursor: usize,
}

impl Prompt {
    pub fn new(text: &str) -> Self {
        let mut prompt = Self::default();
        prompt.insert(text);
        prompt
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// Puts text at the insertion point: line ends become spaces, controls visible marks.
    pub fn insert(&mut self, text: &str) {
        let line = text.trim_end_matches(['\r', '\n']).replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
        let clean = text::neutral(&line);
        for (_, grapheme) in text::graphemes(&clean) {
            if self.text.len() + grapheme.len() > MOST_BYTES {
                break;
            }
            self.text.insert_str(self.at, grapheme);
            self.at += grapheme.len();
        }
        self.settle();
    }

    pub fn edit(&mut self, edit: Edit) {
        let at = self.at;
        match edit {
            Edit::Left => self.at = self.before(),
            Edit::Right => self.at = self.after(),
            Edit::Start => self.at = 0,
            Edit::End => self.at = self.text.len(),
            Edit::DeleteBefore => self.delete(self.before(), at),
            Edit::DeleteAfter => self.delete(at, self.after()),
            Edit::DeleteWordBefore => self.delete(self.word_before(), at),
            Edit::DeleteToStart => self.delete(0, at),
            Edit::DeleteToEnd => self.delete(at, self.text.len()),
        }
    }

    /// The part to show in `cols` columns: the insertion point is always in sight.
    pub fn window(&self, cols: usize, ambiguous: Ambiguous) -> Window<'_> {
        let room = cols.saturating_sub(1);
        let (before, after) = self.text.split_at(self.at);
        let mut start = before.len();
        let mut cursor = 0;
        for (offset, grapheme) in text::graphemes(before).rev() {
            let cells = text::cells(grapheme, ambiguous);
            if cursor + cells > room {
                break;
            }
            cursor += cells;
            start = offset;
        }
        let mut end = self.at;
        let mut used = cursor;
        for (offset, grapheme) in text::graphemes(after) {
            used += text::cells(grapheme, ambiguous);
            if used > cols {
                break;
            }
            end = self.at + offset + grapheme.len();
        }
        Window { text: self.text.get(start..end).unwrap_or_default(), cursor }
    }

    fn delete(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.at = start;
        self.settle();
    }

    /// Two graphemes may have grown together around the insertion point: it goes behind them.
    fn settle(&mut self) {
        let whole = text::graphemes(&self.text).map(|(offset, grapheme)| offset + grapheme.len());
        self.at = whole.filter(|end| *end >= self.at).min().filter(|_| self.at > 0).unwrap_or(0);
    }

    fn before(&self) -> usize {
        let (before, _) = self.text.split_at(self.at);
        text::graphemes(before).next_back().map_or(0, |(offset, _)| offset)
    }

    fn after(&self) -> usize {
        let (_, after) = self.text.split_at(self.at);
        text::graphemes(after).next().map_or(self.at, |(_, grapheme)| self.at + grapheme.len())
    }

    fn word_before(&self) -> usize {
        let (before, _) = self.text.split_at(self.at);
        let words = before.trim_end_matches([' ', '\u{3000}']);
        words.rfind([' ', '\u{3000}']).map_or(0, |space| {
            let (_, tail) = words.split_at(space);
            space + tail.chars().next().map_or(0, char::len_utf8)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prompt(text: &str) -> Prompt {
        Prompt::new(text)
    }

    #[test]
    fn the_insertion_point_moves_by_two_cells_over_a_wide_character() {
        let mut field = prompt("中文ab");
        assert_eq!(field.window(20, Ambiguous::Narrow).cursor, 6);
        for cursor in [5, 4, 2, 0, 0] {
            field.edit(Edit::Left);
            assert_eq!(field.window(20, Ambiguous::Narrow).cursor, cursor);
        }
    }

    #[test]
    fn backspace_takes_a_whole_grapheme() {
        for text in ["e\u{301}", "葛\u{e0100}", "각"] {
            let mut field = prompt(text);
            field.edit(Edit::DeleteBefore);
            assert_eq!(field.text(), "", "{text:?}");
        }
    }

    #[test]
    fn a_field_longer_than_its_room_shows_the_part_around_the_insertion_point() {
        let mut field = prompt("浙港合作會議第一次會議");
        let window = field.window(8, Ambiguous::Narrow);
        assert_eq!((window.text, window.cursor), ("次會議", 6));
        field.edit(Edit::Start);
        let window = field.window(8, Ambiguous::Narrow);
        assert_eq!((window.text, window.cursor), ("浙港合作", 0));
    }

    #[test]
    fn a_pasted_text_becomes_one_clean_line() {
        let mut field = prompt("");
        field.insert("科技\r\n創新\u{1b}[31m\n");
        assert!(!field.text().contains(['\n', '\r', '\u{1b}']), "{:?}", field.text());
        assert!(field.text().starts_with("科技 創新"));
    }

    #[test]
    fn words_are_deleted_at_spaces_of_both_kinds() {
        let mut field = prompt("青年　備忘錄 abc ");
        field.edit(Edit::DeleteWordBefore);
        assert_eq!(field.text(), "青年　備忘錄 ");
        field.edit(Edit::DeleteWordBefore);
        assert_eq!(field.text(), "青年　");
        field.edit(Edit::DeleteWordBefore);
        assert_eq!(field.text(), "");
    }

    #[test]
    fn a_field_takes_no_more_than_its_limit() {
        let field = prompt(&"浙".repeat(100_000));
        assert!(field.text().len() <= MOST_BYTES);
    }
}
