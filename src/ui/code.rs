//! An address as a QR code: what a phone reads off the screen. The only file that knows the crate.

use qrcode::{Color, EcLevel, QrCode};

use super::World;
use crate::data::{EntryId, Kind};

/// A QR code: a square of dark and light modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Modules a side.
    pub side: usize,
    /// From the top left corner, row by row.
    dark: Vec<bool>,
}

impl Code {
    /// The smallest code of a text; `None` of one that is too long for any.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { side: code.width(), dark })
    }

    /// Whether a module is dark; around the code all are light.
    pub fn is_dark(&self, row: usize, col: usize) -> bool {
        row < self.side && col < self.side && self.dark[row * self.side + col]
    }
}

/// An address and the document that it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    pub document: EntryId,
    pub url: String,
}

/// The document whose address a reader can want where an entry is read and a link to another is selected: that one, the
/// entry itself, or the first source that has an address.
pub fn addressed(world: &World, here: EntryId, linked: Option<EntryId>) -> Option<Addressed> {
    let sources = world.record.entry(here).sources.iter().filter_map(|source| source.document);
    let of = |document: EntryId| {
        let url = world.record.documents[document.place()].url.as_ref()?.to_string();
        Some(Addressed { document, url })
    };
    let is_document = |id: &EntryId| id.kind == Kind::Document;
    linked.into_iter().chain([here]).filter(is_document).chain(sources).find_map(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let code = Code::of("https://www.info.gov.hk/gia/general/202504/24/P2025042400559.htm").expect("a code");
        assert_eq!(code.side, 33);
        let last = code.side - 7;
        for (top, left) in [(0, 0), (0, last), (last, 0)] {
            for row in 0..7 {
                for col in 0..7 {
                    let edge = [row, col].iter().any(|at| [0, 6].contains(at));
                    let middle = [row, col].iter().all(|at| (2..5).contains(at));
                    assert_eq!(code.is_dark(top + row, left + col), edge || middle, "{row} {col}");
                }
            }
        }
        assert!(!code.is_dark(33, 0) && !code.is_dark(0, 33));
        assert_eq!(Code::of(&"x".repeat(3_000)), None);
    }
}
