//! Asking a terminal how it draws Chinese. Nobody waits for the answer: until it comes, if ever, what is drawn is right on
//! every terminal.
//!
//! Two characters are written and the cursor's place is asked for after each; then the attributes, to which every
//! terminal answers, and after the others. The answers come in between what is typed.

use super::decode::Report;
use crate::text::Ambiguous;
use crate::ui::state::Unfit;

/// Written where a frame covers it at once. Not in the first row: an answer from there would be a key.
pub(super) const REQUEST: &str = "\x1b[2;1H中\x1b[6n\x1b[2;1H…\x1b[6n\x1b[2;1H\x1b[K\x1b[c";
/// The row that the request writes in.
const ROW: u16 = 2;

/// What a terminal answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Fit(Ambiguous),
    Unfit(Unfit),
}

/// A question on its way.
#[derive(Debug, Default)]
pub(super) struct Probe {
    is_asked: bool,
    /// The columns in which the cursor stood after each character.
    cols: Vec<u16>,
}

impl Probe {
    /// Asks, or asks anew.
    pub(super) fn ask(&mut self) -> &'static str {
        *self = Self { is_asked: true, cols: Vec::new() };
        REQUEST
    }

    /// Whether an answer is still to come, if the terminal gives one.
    pub(super) fn is_pending(&self) -> bool {
        self.is_asked
    }

    /// Takes a report. Those that nobody asked for, or that make no sense, say nothing.
    pub(super) fn hear(&mut self, report: Report) -> Option<Answer> {
        if !self.is_asked {
            return None;
        }
        match report {
            Report::Cursor { row: ROW, col } => {
                self.cols.push(col);
                None
            }
            Report::Cursor { .. } => None,
            Report::Attributes => {
                self.is_asked = false;
                answer(&self.cols)
            }
        }
    }
}

fn answer(cols: &[u16]) -> Option<Answer> {
    let [han, ambiguous] = cols else { return None };
    match (han, ambiguous) {
        (3, 2) => Some(Answer::Fit(Ambiguous::Narrow)),
        (3, 3) => Some(Answer::Fit(Ambiguous::Wide)),
        (2, _) => Some(Answer::Unfit(Unfit::OneCell)),
        // Three bytes, each taken for a character.
        (4.., _) => Some(Answer::Unfit(Unfit::NotUtf8)),
        _ => None,
    }
}
