//! A piece of one line of a text around a place in it, for somebody who is to look there.

use std::ops::Range;

use super::cut::ELLIPSIS;
use super::neutral::neutral;
use super::width::{Ambiguous, cells, drawn, graphemes, width};

/// The least columns of an excerpt.
const LEAST_COLS: usize = 24;
/// Columns before the place, where the line goes on behind what is shown.
const COLS_BEFORE: usize = 20;
/// So many bytes to either side are looked at: more are never shown.
const MOST_BYTES: usize = 1024;

/// One line that can do nothing to a terminal. Where it was cut stands `⋯`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub line: String,
    /// Columns before the place.
    pub before: usize,
    /// Columns of the place, as far as it is shown: at least one.
    pub cols: usize,
}

impl Excerpt {
    /// At most `most_cols` columns of the line in which `range` begins. A line as long as a file takes no longer than a
    /// short one.
    pub fn of(text: &str, range: Range<usize>, most_cols: usize, ambiguous: Ambiguous) -> Self {
        let start = boundary(text, range.start);
        let (before, is_from_start) = line_before(text, start);
        let (after, is_to_end) = line_after(text, start);
        let (place, rest) = after.split_at(boundary(after, range.end.saturating_sub(start)));
        let before = if is_from_start { before.trim_start() } else { before };
        let (before, place, rest) = (neutral(before), neutral(place), neutral(rest));
        let whole = [&*before, &place, &rest].concat();
        let line = Line { graphemes: graphemes(&whole).collect(), ambiguous };
        let (from, to) = (line.number(before.len()), line.number(before.len() + place.len()));
        line.cut(from..to, most_cols.max(LEAST_COLS), is_from_start, is_to_end)
    }

    /// The carets that stand under the place.
    pub fn carets(&self) -> String {
        " ".repeat(self.before) + &"^".repeat(self.cols)
    }
}

/// The byte, or the beginning of the character that it is in.
fn boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
}

/// What stands before a place in its line, and whether that is all of it.
fn line_before(text: &str, start: usize) -> (&str, bool) {
    let from = boundary(text, start.saturating_sub(MOST_BYTES));
    let near = text.get(from..start).unwrap_or_default();
    near.rsplit_once('\n').map_or((near, from == 0), |(_, line)| (line, true))
}

/// What stands from a place on in its line, and whether that is all of it.
fn line_after(text: &str, start: usize) -> (&str, bool) {
    let to = boundary(text, start.saturating_add(MOST_BYTES));
    let near = text.get(start..to).unwrap_or_default();
    let (line, is_whole) = near.split_once('\n').map_or((near, to == text.len()), |(line, _)| (line, true));
    (line.trim_end(), is_whole)
}

struct Line<'a> {
    /// With their places in bytes.
    graphemes: Vec<(usize, &'a str)>,
    ambiguous: Ambiguous,
}

impl Line<'_> {
    /// The number of the grapheme that a byte is in.
    fn number(&self, byte: usize) -> usize {
        self.graphemes.partition_point(|(start, grapheme)| start + grapheme.len() <= byte)
    }

    /// Graphemes around a place, the place first, then some before it, then what still fits.
    fn cut(&self, place: Range<usize>, most_cols: usize, is_from_start: bool, is_to_end: bool) -> Excerpt {
        let count = self.graphemes.len();
        // Both marks have their column, whether they are needed or not.
        let room = most_cols - 2;
        let wanted_before = self.fitting((0..place.start).rev(), COLS_BEFORE).1;
        let (shown_after, cols_after) = self.fitting(place.start..count, room - wanted_before);
        let (shown_before, _) = self.fitting((0..place.start).rev(), room - cols_after);
        let (from, to) = (place.start - shown_before, place.start + shown_after);
        let mark = |is_whole: bool| if is_whole { "" } else { ELLIPSIS };
        let text = |numbers: Range<usize>| -> String {
            let shown = self.graphemes.get(numbers).unwrap_or_default();
            shown.iter().map(|(_, grapheme)| drawn(grapheme, self.ambiguous)).collect()
        };
        let head = mark(from == 0 && is_from_start).to_owned() + &text(from..place.start);
        // Of a place without extent, what stands there.
        let of_place = text(place.start..place.end.max(place.start + 1).min(to));
        let cols = width(&of_place, self.ambiguous).max(1);
        let before = width(&head, self.ambiguous);
        let tail = text(place.start..to) + mark(to == count && is_to_end);
        Excerpt { line: head + &tail, before, cols }
    }

    /// How many graphemes, one after the other, fit in some columns, and how many columns they take.
    fn fitting(&self, numbers: impl Iterator<Item = usize>, most_cols: usize) -> (usize, usize) {
        let (mut count, mut cols) = (0, 0);
        for number in numbers {
            let more = self.graphemes.get(number).map_or(0, |(_, grapheme)| cells(grapheme, self.ambiguous));
            if cols + more > most_cols {
                break;
            }
            (count, cols) = (count + 1, cols + more);
        }
        (count, cols)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::Ambiguous::{Narrow, Replace, Wide};
    use super::*;

    /// The excerpt of a text in which `«` and `»` stand around the place, with its carets.
    fn marked(text: &str, cols: usize) -> (String, String) {
        let start = text.find('«').unwrap();
        let end = text.find('»').unwrap() - '«'.len_utf8();
        let excerpt = Excerpt::of(&text.replace(['«', '»'], ""), start..end, cols, Narrow);
        (excerpt.line.clone(), excerpt.carets())
    }

    #[test]
    fn carets_stand_under_what_is_meant() {
        let rows = [
            ("{\"a\": «12»}", "{\"a\": 12}", "      ^^"),
            ("x\n  \"浙港\": «\"會議\"»,\r\ny", "\"浙港\": \"會議\",", "        ^^^^^^"),
            ("\t{\"a\":\t«[1,\n2]»}", "{\"a\": [1,", "      ^^^"),
            ("e\u{301}👍«»港", "e\u{301}👍港", "   ^^"),
            ("浙«»", "浙", "  ^"),
            ("«»", "", "^"),
            ("a\n«»\nb", "", "^"),
            ("\u{1b}[2J\u{202e}«\u{7}»", "␛[2J␦␇", "     ^"),
            ("「«」»", "「」", "  ^^"),
            ("\t\u{301}a«b»", "ab", " ^"),
        ];
        for (text, line, carets) in rows {
            assert_eq!(marked(text, 60), (line.to_owned(), carets.to_owned()), "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let many = "浙港".repeat(500_000);
        let (line, carets) = marked(&format!("{many}«\"會議\"»{many}"), 60);
        assert_eq!((width(&line, Narrow), carets.find('^')), (60, Some(21)));
        assert!(line.starts_with("⋯浙港") && line.ends_with("浙港⋯") && line.contains("浙港\"會議\"浙港"), "{line}");
        let (line, carets) = marked(&format!("{many}«港»"), 40);
        assert_eq!((line.starts_with('⋯'), line.ends_with('港'), carets.len()), (true, true, width(&line, Narrow)));
        let (line, carets) = marked(&format!("{{«{many}»}}"), 40);
        assert!(line.starts_with("{浙") && line.ends_with('⋯') && carets.len() < 40, "{line}");
        let flood = "\u{301}".repeat(100_000);
        let (line, _) = marked(&format!("a{flood}«b{flood}»"), 40);
        assert!(line.contains('b') && line.chars().count() < 40, "{line:?}");
    }

    #[test]
    fn ambiguous_characters_are_measured_as_they_are_drawn() {
        let text = "“é”→港";
        let at = |ambiguous| Excerpt::of(text, text.len() - 3..text.len(), 60, ambiguous);
        assert_eq!([Narrow, Wide, Replace].map(|ambiguous| at(ambiguous).before), [4, 8, 8]);
        assert_eq!(at(Replace).line, "＂é＂->港");
    }

    proptest! {
        #[test]
        fn the_caret_stands_behind_the_columns_before_it(
            text in "(\\PC|[\u{0}-\u{20}浙港「\"\u{301}\u{200d}\u{1f1ed}\u{1f1f0}가ᄀ…é]){0,120}",
            (start, len) in (0..500_usize, 0..60_usize),
            cols in 0..90_usize,
            ambiguous in select(&[Narrow, Wide, Replace][..]),
        ) {
            let excerpt = Excerpt::of(&text, start..start + len, cols, ambiguous);
            let line = &excerpt.line;
            prop_assert!(width(line, ambiguous) <= cols.max(LEAST_COLS), "{line}");
            prop_assert!(excerpt.cols >= 1);
            prop_assert!(neutral(line) == *line && !line.contains('\n'), "{line:?}");
            // The caret begins where a character does, and the character is the one at the place.
            let starts: Vec<(usize, usize)> = graphemes(line)
                .scan(0, |cols, (at, grapheme)| {
                    let before = *cols;
                    *cols += cells(grapheme, ambiguous);
                    Some((at, before))
                })
                .chain([(line.len(), width(line, ambiguous))])
                .collect();
            let at = starts.iter().find(|(_, before)| *before == excerpt.before);
            let rest = at.and_then(|(at, _)| line.get(*at..));
            prop_assert!(rest.is_some(), "{} of {line}", excerpt.before);
            let rest = rest.unwrap();
            let meant = text.get(start..).and_then(|text| text.chars().next()).filter(|c| ('一'..='龥').contains(c));
            if let Some(meant) = meant {
                prop_assert!(rest.starts_with(meant), "{meant} of {rest:?} in {line:?}");
            }
        }
    }
}
