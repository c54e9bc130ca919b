//! What the reader shows, as plain text.

use crate::text::Ambiguous;
use crate::ui::article::Article;
use crate::ui::set::Set;

/// The width of a text that goes to a file or a pager.
const COLS: usize = 80;

/// An article in lines.
pub(super) fn of(article: &Article) -> String {
    let set = Set::of(article, COLS, Ambiguous::Narrow);
    set.lines.iter().map(|line| line.plain(Ambiguous::Narrow) + "\n").collect()
}

/// A text that takes one line.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
