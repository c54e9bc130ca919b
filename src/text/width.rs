//! How many cells a grapheme takes.

/// How many cells the terminal gives to characters of East Asian Width "ambiguous".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Ambiguous {
    #[default]
    Narrow,
    Wide,
}

/// The cells of one grapheme cluster: 0, 1 or 2.
pub fn cells(grapheme: &str, ambiguous: Ambiguous) -> usize {
    let _ = (grapheme, ambiguous);
    todo!()
}

/// The cells of a text.
pub fn width(text: &str, ambiguous: Ambiguous) -> usize {
    graphemes(text).map(|(_, grapheme)| cells(grapheme, ambiguous)).sum()
}

/// The grapheme clusters of a text with their places in bytes.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    unicode_segmentation::UnicodeSegmentation::grapheme_indices(text, true)
}
