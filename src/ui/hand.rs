//! A page with nothing on it but a text, to be copied by hand: with the terminal's own selection.

use super::Size;
use crate::text::{self, Ambiguous};

/// A longer text is not sent to a terminal: xterm and others take no more than this of a sequence, in bytes of base64.
const MOST_BYTES: usize = 74_994 / 4 * 3;

/// A text to be copied by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    pub text: String,
    /// The first line in sight.
    pub top: usize,
}

impl ByHand {
    pub const fn new(text: String) -> Self {
        Self { text, top: 0 }
    }

    /// The text from edge to edge of the screen.
    pub fn lines(&self, size: Size, ambiguous: Ambiguous) -> Vec<&str> {
        let cols = usize::from(size.cols).max(1);
        let lines = self.text.split('\n').flat_map(|line| {
            let wrapped = text::wrap(line, cols, cols, ambiguous);
            let is_blank = wrapped.is_empty();
            let parts = wrapped.into_iter().filter_map(|range| line.get(range));
            parts.chain(is_blank.then_some("")).collect::<Vec<_>>()
        });
        lines.collect()
    }
}

/// The rows of the screen that the text has: all but the one of the keys.
pub fn rows(size: Size) -> usize {
    usize::from(size.rows.saturating_sub(1))
}

/// Whether a text is too long for the sequence by which a terminal is asked to copy.
pub const fn is_too_long(text: &str) -> bool {
    text.len() > MOST_BYTES
}
