//! Text fitted to a number of columns.

use std::borrow::Cow;

use super::width::Ambiguous;

/// What stands for the part that was cut off: one cell in every terminal.
pub const ELLIPSIS: &str = "⋯";

/// The text in at most `cols` columns; what does not fit gives way to one `⋯`.
pub fn cut_end(text: &str, cols: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    let _ = (text, cols, ambiguous);
    todo!()
}

/// The text in exactly `cols` columns, cut or filled with spaces at its end.
pub fn pad_end(text: &str, cols: usize, ambiguous: Ambiguous) -> String {
    let _ = (text, cols, ambiguous);
    todo!()
}

/// The text in exactly `cols` columns, cut at its end or filled with spaces before its start.
pub fn pad_start(text: &str, cols: usize, ambiguous: Ambiguous) -> String {
    let _ = (text, cols, ambiguous);
    todo!()
}
