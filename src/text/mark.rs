//! Lays ranges of a whole text (links, search marks) over one of its lines.

use std::ops::Range;

/// Splits `line` at the edges of `marks`, giving each piece with the marks that cover it.
pub fn pieces<T: Copy>(line: Range<usize>, marks: &[(Range<usize>, T)]) -> Vec<(Range<usize>, Option<T>)> {
    let _ = (line, marks);
    todo!()
}
