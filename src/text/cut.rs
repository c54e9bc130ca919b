//! Text fitted to a number of columns. A wide character is never halved.

use std::borrow::Cow;

use super::width::{Ambiguous, cells, graphemes, width};

/// What stands for the part that was cut off: one cell in every terminal.
pub const ELLIPSIS: &str = "⋯";

/// The text in at most `cols` columns; what does not fit gives way to one `⋯`.
pub fn cut_end(text: &str, cols: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    let mut used = 0;
    let mut kept = 0;
    for (start, grapheme) in graphemes(text) {
        used += cells(grapheme, ambiguous);
        if used > cols {
            let (head, _) = text.split_at(kept);
            return if cols == 0 { Cow::Borrowed(head) } else { Cow::Owned(format!("{head}{ELLIPSIS}")) };
        }
        if used < cols {
            kept = start + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// The text without its first `cols` columns; of a wide character cut in two, a space is left.
pub fn cut_start(text: &str, cols: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    let mut used = 0;
    for (start, grapheme) in graphemes(text) {
        if used >= cols {
            let (_, rest) = text.split_at(start);
            let half = " ".repeat(used - cols);
            return if half.is_empty() { Cow::Borrowed(rest) } else { Cow::Owned(half + rest) };
        }
        used += cells(grapheme, ambiguous);
    }
    Cow::Owned(" ".repeat(used.saturating_sub(cols)))
}

/// The text in exactly `cols` columns, cut or filled with spaces at its end.
pub fn pad_end(text: &str, cols: usize, ambiguous: Ambiguous) -> String {
    let text = cut_end(text, cols, ambiguous);
    let blank = blank(&text, cols, ambiguous);
    format!("{text}{blank}")
}

/// The text in exactly `cols` columns, cut at its end or filled with spaces before its start.
pub fn pad_start(text: &str, cols: usize, ambiguous: Ambiguous) -> String {
    let text = cut_end(text, cols, ambiguous);
    let blank = blank(&text, cols, ambiguous);
    format!("{blank}{text}")
}

/// The spaces a text lacks to fill its columns.
fn blank(text: &str, cols: usize, ambiguous: Ambiguous) -> String {
    " ".repeat(cols.saturating_sub(width(text, ambiguous)))
}

#[cfg(test)]
mod tests {
    use super::Ambiguous::{Narrow, Wide};
    use super::*;

    #[test]
    fn a_text_that_fits_stays_as_it_is() {
        for (text, cols) in [("", 0), ("", 3), ("Hong Kong", 9), ("香港", 4), ("滬港 GDP", 8), ("e\u{301}", 1)] {
            assert!(matches!(cut_end(text, cols, Narrow), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn a_text_scrolls_sideways_by_cells() {
        let rows = [
            ("", 3, ""),
            ("Hong Kong", 0, "Hong Kong"),
            ("Hong Kong", 5, "Kong"),
            ("香港浙江", 2, "港浙江"),
            ("香港浙江", 3, " 浙江"),
            ("港 GDP", 1, "  GDP"),
            ("香港", 3, " "),
            ("香港", 9, ""),
        ];
        for (text, cols, rest) in rows {
            assert_eq!(cut_start(text, cols, Narrow), rest, "{text} after {cols}");
        }
        assert_eq!(cut_start("…完", 1, Wide), " 完");
    }

    #[test]
    fn a_text_that_does_not_fit_ends_in_one_ellipsis() {
        let rows = [
            ("Hong Kong", 5, "Hong⋯"),
            ("香港浙江", 5, "香港⋯"),
            ("香港浙江", 6, "香港⋯"),
            ("A組 會議", 4, "A組⋯"),
            ("香港", 2, "⋯"),
            ("香港", 1, "⋯"),
            ("香港", 0, ""),
            ("ae\u{301}iou", 3, "ae\u{301}⋯"),
        ];
        for (text, cols, cut) in rows {
            assert_eq!(cut_end(text, cols, Narrow), cut, "{text} in {cols}");
        }
    }

    #[test]
    fn a_wide_terminal_cuts_ambiguous_text_earlier() {
        assert_eq!(cut_end("甲——乙", 6, Narrow), "甲——乙");
        assert_eq!(cut_end("甲——乙", 6, Wide), "甲—⋯");
    }

    #[test]
    fn padding_fills_every_column() {
        let rows = [
            ("GDP", 5, "GDP  ", "  GDP"),
            ("浙江", 5, "浙江 ", " 浙江"),
            ("香港浙江", 6, "香港⋯ ", " 香港⋯"),
            ("第3屆", 6, "第3屆 ", " 第3屆"),
            ("", 2, "  ", "  "),
            ("浙", 1, "⋯", "⋯"),
            ("浙", 0, "", ""),
        ];
        for (text, cols, end, start) in rows {
            assert_eq!(pad_end(text, cols, Narrow), end);
            assert_eq!(pad_start(text, cols, Narrow), start);
        }
    }
}
