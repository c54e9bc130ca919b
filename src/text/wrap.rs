//! Lines of Chinese and mixed text.

use std::ops::Range;

use super::width::Ambiguous;

/// The lines of a text as byte ranges, each at most `cols` columns wide; the first at most `first_cols`.
pub fn wrap(text: &str, first_cols: usize, cols: usize, ambiguous: Ambiguous) -> Vec<Range<usize>> {
    let _ = (text, first_cols, cols, ambiguous);
    todo!()
}
