//! Pictures become the fewest bytes that show them: what changed, and nothing when nothing did.
//!
//! The head and the tail of a wide glyph are one unit. Where terminals differ on the width of a glyph, the place of
//! the cursor after it is not relied on, and what stands behind it is painted again.

use std::ops::RangeInclusive;

use crossterm::cursor::{Hide, Show};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::colour::{Colours, Found};
use super::pen::{MODIFIERS, Pen, put};
use super::shift::Shift;
use crate::text::{Ambiguous, cells, drawn, most_cells};
use crate::view::Picture;

/// The symbol of the second cell of a wide glyph.
const TAIL: &str = "";
/// Glyphs beyond ASCII that were found to be one cell in every terminal, among them all that the program draws with.
const NARROW: &str = "╌╎╴╵▸▾▪◦∙‹›»❯✓✗⋯⋮░−";
/// The lines of boxes are as wide as all that is ambiguous.
const BOXES: RangeInclusive<char> = '\u{2500}'..='\u{254b}';
/// A run of blanks at the end of a row is written out up to this length: no longer than erasing it.
const BLANKS: usize = 3;

/// What one terminal shows.
#[derive(Debug)]
pub struct Painter {
    colours: Found,
    ambiguous: Ambiguous,
    /// The cells on the screen as they were painted, if that is known.
    shown: Option<Buffer>,
    caret: Caret,
    pen: Pen,
}

/// The terminal's cursor as a reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caret {
    Unknown,
    Hidden,
    At(Position),
}

impl Painter {
    pub fn new(colours: Colours, ambiguous: Ambiguous) -> Self {
        Self::of(Found::new(colours), ambiguous)
    }

    fn of(colours: Found, ambiguous: Ambiguous) -> Self {
        Self { colours, ambiguous, shown: None, caret: Caret::Unknown, pen: Pen::default() }
    }

    /// Ambiguous characters are to be drawn in another way from now on.
    pub fn set_ambiguous(&mut self, ambiguous: Ambiguous) {
        self.ambiguous = ambiguous;
    }

    /// Something else wrote on the screen: the next picture is painted whole.
    pub fn forget(&mut self) {
        *self = Self::of(self.colours.clone(), self.ambiguous);
    }

    /// The bytes that turn what is shown into `picture`.
    pub fn paint(&mut self, picture: &Picture) -> Vec<u8> {
        let wanted = self.painted(&picture.buffer);
        let area = wanted.area;
        if area.is_empty() {
            return Vec::new();
        }
        let mut body = String::new();
        let shown = match self.shown.take() {
            Some(mut shown) if shown.area == area => {
                if let Some(shift) = Shift::between(&shown, &wanted) {
                    self.pen.scroll(&mut body, shift.top, shift.bottom, shift.rows);
                    shift.apply(&mut shown);
                }
                shown
            }
            _ => {
                self.forget();
                self.pen.clear(&mut body);
                Buffer::empty(area)
            }
        };
        let cols = usize::from(area.width);
        let rows = wanted.content.chunks(cols).zip(shown.content.chunks(cols));
        for (y, (wanted, shown)) in (0..).zip(rows) {
            self.paint_row(&mut body, y, wanted, shown);
        }
        self.shown = Some(wanted);
        self.framed(&body, picture.cursor.filter(|&at| area.contains(at)))
    }

    /// The body as one update, written while the cursor is hidden.
    fn framed(&mut self, body: &str, cursor: Option<Position>) -> Vec<u8> {
        let caret = cursor.map_or(Caret::Hidden, Caret::At);
        if body.is_empty() && self.caret == caret {
            return Vec::new();
        }
        let mut frame = String::with_capacity(body.len() + 40);
        put(&mut frame, BeginSynchronizedUpdate);
        let only_moves = body.is_empty() && matches!((self.caret, caret), (Caret::At(_), Caret::At(_)));
        if !only_moves && self.caret != Caret::Hidden {
            put(&mut frame, Hide);
        }
        frame.push_str(body);
        if let Some(Position { x, y }) = cursor {
            self.pen.go(&mut frame, x, y, &[]);
            if !only_moves {
                put(&mut frame, Show);
            }
        }
        put(&mut frame, EndSynchronizedUpdate);
        self.caret = caret;
        frame.into_bytes()
    }

    fn paint_row(&mut self, body: &mut String, y: u16, wanted: &[Cell], shown: &[Cell]) {
        let blank_from = wanted.iter().rposition(|cell| *cell != Cell::EMPTY).map_or(0, |last| last + 1);
        // Cells that what stands before them may have covered.
        let mut disturbed = 0_usize;
        let mut end = 0;
        while end < wanted.len() {
            let start = end;
            end += if wanted.get(start + 1).is_some_and(is_tail) { 2 } else { 1 };
            let (unit, before) = (&wanted[start..end], &shown[start..end]);
            if disturbed == 0 && unit == before {
                continue;
            }
            let Ok(x) = u16::try_from(start) else { return };
            self.pen.go(body, x, y, wanted);
            self.pen.dip(body, &unit[0]);
            if start >= blank_from && wanted.len() - start > BLANKS {
                put(body, Clear(ClearType::UntilNewLine));
                return;
            }
            let spill = self.spill(unit);
            self.pen.write(body, unit, spill > 0);
            if end == wanted.len() {
                self.pen.lose_col();
            }
            disturbed = spill.max(self.spill(before)).max(disturbed.saturating_sub(unit.len()));
        }
    }

    /// The cells as this terminal can show them: every cell of one width, every tail marked, no control character,
    /// and no style that is not seen.
    fn painted(&mut self, buffer: &Buffer) -> Buffer {
        let mut painted = Buffer::empty(buffer.area);
        let cols = usize::from(buffer.area.width).max(1);
        for (source, target) in buffer.content.chunks(cols).zip(painted.content.chunks_mut(cols)) {
            let mut x = 0;
            while x < source.len() {
                let symbol = source[x].symbol();
                let width = if is_control(symbol) { 0 } else { self.cells(symbol) };
                target[x] = self.styled(&source[x]);
                if width == 1 || width == 2 && x + 1 < source.len() {
                    target[x].set_symbol(drawn(symbol, self.ambiguous));
                }
                if width == 2 && x + 1 < source.len() {
                    target[x + 1] = target[x].clone();
                    target[x + 1].set_symbol(TAIL);
                    x += 1;
                }
                drop_unseen(&mut target[x]);
                x += 1;
            }
        }
        painted
    }

    /// A blank cell in the style of `cell`.
    fn styled(&mut self, cell: &Cell) -> Cell {
        let mut styled = Cell::EMPTY;
        [styled.fg, styled.bg] = if cell.modifier.contains(Modifier::REVERSED) {
            let [fg, bg] = self.colours.nearest(cell.bg, cell.fg);
            [bg, fg]
        } else {
            self.colours.nearest(cell.fg, cell.bg)
        };
        styled.modifier = MODIFIERS.iter().map(|(modifier, _)| cell.modifier & *modifier).collect();
        styled
    }

    fn cells(&self, symbol: &str) -> usize {
        if is_ascii(symbol) { 1 } else { cells(symbol, self.ambiguous) }
    }

    /// The cells behind a unit, or behind either cell of what stood there, that a terminal may draw over. None where all
    /// terminals agree on the width.
    fn spill(&self, unit: &[Cell]) -> usize {
        if !self.is_risky(unit) {
            return 0;
        }
        unit.iter().map(|cell| most_cells(cell.symbol()).saturating_sub(unit.len()).max(1)).max().unwrap_or(0)
    }

    /// Whether terminals differ on the width of a unit, or of either cell of what stood there.
    fn is_risky(&self, unit: &[Cell]) -> bool {
        unit.iter().map(Cell::symbol).any(|symbol| {
            let mut chars = symbol.chars();
            match (chars.next(), chars.next()) {
                (None, _) => false,
                (Some(char), None) if char.is_ascii() || NARROW.contains(char) => false,
                (Some(char), None) if self.ambiguous == Ambiguous::Narrow && BOXES.contains(&char) => false,
                (Some(char), None) => !(is_east_asian(char) && self.cells(symbol) == 2),
                _ => true,
            }
        })
    }
}

fn is_tail(cell: &Cell) -> bool {
    cell.symbol() == TAIL
}

fn is_ascii(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [b' '..=b'~'])
}

/// The last gate: what the record holds was made harmless when it was loaded.
fn is_control(symbol: &str) -> bool {
    let turns =
        |char| matches!(char, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    symbol.chars().any(|char| char.is_control() || turns(char))
}

/// A blank shows no foreground unless it is reversed or underlined.
fn drop_unseen(cell: &mut Cell) {
    if cell.symbol() == " " && !cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED) {
        cell.fg = Color::Reset;
        cell.modifier = Modifier::empty();
    }
}

/// The blocks whose wide characters are two cells in every terminal: no emoji, nothing ambiguous, and no hexagrams,
/// which Unicode 16 made wide.
fn is_east_asian(char: char) -> bool {
    matches!(char,
        '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{3247}' | '\u{3250}'..='\u{4dbf}' | '\u{4e00}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}
