//! Where a line may begin: UAX #14 with the rules of CLREQ's "basic" level, numbers kept with their units, dates and
//! numbers with a hyphen (2025-H2, E6-1/F) kept whole, and the `https://` of an address with what follows.

use std::iter;

use unicode_linebreak::{BreakClass, break_property, linebreaks};

use crate::text::width::{Ambiguous, cells, graphemes};

/// A grapheme of a paragraph and what may happen before it.
#[derive(Debug)]
pub(super) struct Cluster {
    /// In bytes of the paragraph.
    pub(super) start: usize,
    pub(super) cells: usize,
    pub(super) is_space: bool,
    pub(super) cut: Cut,
}

/// Whether a line may begin with a grapheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Free,
    /// It would tear a word or a number: only where that is longer than the line.
    Torn,
    /// Punctuation would stand at the wrong edge, or the grapheme is a space, which is cut before its end.
    Never,
}

/// The graphemes of a paragraph, closed by an empty one that stands for its end.
pub(super) fn clusters(paragraph: &str, ambiguous: Ambiguous) -> Vec<Cluster> {
    let mut offers = linebreaks(paragraph).map(|(at, _)| at).peekable();
    let mut before = None;
    let mut is_adjacent = false;
    let mut is_in_number = false;
    let mut is_after_scheme = false;
    let real = graphemes(paragraph).map(|(start, grapheme)| {
        while offers.next_if(|at| *at < start).is_some() {}
        let is_offered = offers.peek() == Some(&start);
        let is_space = grapheme == " ";
        let cut = match before {
            _ if is_space => Cut::Never,
            None => Cut::Free,
            Some(before) => {
                let splits_number = is_in_number && is_adjacent && before == "-" && is_latin(grapheme);
                cut(before, grapheme, is_adjacent, is_offered && !splits_number && !is_after_scheme)
            }
        };
        is_after_scheme = grapheme == "/" && before == Some("/");
        is_in_number = is_digit(base(grapheme)) || is_in_number && grapheme == "-";
        is_adjacent = !is_space;
        if !is_space {
            before = Some(grapheme);
        }
        Cluster { start, cells: cells(grapheme, ambiguous), is_space, cut }
    });
    let end = Cluster { start: paragraph.len(), cells: 0, is_space: false, cut: Cut::Free };
    real.chain(iter::once(end)).collect()
}

/// Spaces between the two graphemes change little: they vanish where the line is cut.
fn cut(before: &str, next: &str, is_adjacent: bool, is_offered: bool) -> Cut {
    let (last, first) = (base(before), base(next));
    if opens(last) || closes(first) || is_pair(last, first) {
        return Cut::Never;
    }
    let is_number = is_digit(last) && (is_unit(first) || is_adjacent && is_digit(first));
    let is_free = is_offered || is_edge_of_quotation(before, next);
    if is_free && !is_number { Cut::Free } else { Cut::Torn }
}

/// UAX #14 never breaks outside `“ ”`, which open as well as close elsewhere; in Chinese they are brackets like 「 and 」.
fn is_edge_of_quotation(last: &str, first: &str) -> bool {
    let is_wide = |grapheme| cells(grapheme, Ambiguous::Narrow) == 2;
    match (last, first) {
        ("”" | "’", "“" | "‘") => true,
        (_, "“" | "‘") => is_wide(last),
        ("”" | "’", _) => is_wide(first),
        _ => false,
    }
}

fn base(grapheme: &str) -> char {
    grapheme.chars().next().unwrap_or_default()
}

/// Marks no line ends with.
fn opens(c: char) -> bool {
    matches!(c, '“' | '‘') || break_property(c.into()) == BreakClass::OpenPunctuation
}

/// Marks no line begins with.
fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '·' | '‧' | '・' | '～' | '~' | '－' | '–' | '／')
        || matches!(
            break_property(c.into()),
            BreakClass::ClosePunctuation
                | BreakClass::CloseParenthesis
                | BreakClass::Exclamation
                | BreakClass::InfixSeparator
                | BreakClass::NonStarter
        )
}

/// Dashes and ellipses come in twos: —— and …….
fn is_pair(last: char, first: char) -> bool {
    last == first && matches!(first, '—' | '…' | '⋯' | '─')
}

/// UAX #14 holds 0-9 together but takes the fullwidth digits for Han characters.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

fn is_latin(grapheme: &str) -> bool {
    base(grapheme).is_ascii_alphanumeric()
}

fn is_unit(c: char) -> bool {
    "年月日時时分秒億亿萬万元個个項项%％".contains(c)
}
