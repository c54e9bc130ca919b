//! What a terminal will do with the next byte: where it writes, and in which style.

use std::fmt::Write;

use crossterm::Command;
use crossterm::cursor::{MoveRight, MoveTo, MoveToColumn};
use crossterm::terminal::{Clear, ClearType};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::colour::write_code;

/// The modifiers that are shown, with their codes.
pub(super) const MODIFIERS: [(Modifier, u8); 5] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
];

/// Takes a scroll region back. The cursor is then somewhere else.
pub(super) const WHOLE_SCREEN: &str = "\x1b[r";
/// No move to the right takes fewer bytes than this.
const MOST_SENT_AGAIN: u16 = 4;

/// Where the next glyph goes and what it looks like, as far as that is known.
#[derive(Debug, Default)]
pub(super) struct Pen {
    row: Option<u16>,
    col: Option<u16>,
    style: Option<Style>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Style {
    const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}

const PLAIN: Style = Style { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl Pen {
    /// Empties the screen. In the plain style, since some terminals fill with the background.
    pub(super) fn clear(&mut self, out: &mut String) {
        self.restyle(out, PLAIN);
        put(out, Clear(ClearType::All));
    }

    /// Moves the rows from `top` to `bottom` up by `rows`, or down where it is negative; the rows that come in are blank.
    /// Line feeds do it, which every terminal knows, at the edge of a scroll region.
    pub(super) fn scroll(&mut self, out: &mut String, top: u16, bottom: u16, rows: i16) {
        self.restyle(out, PLAIN);
        write!(out, "\x1b[{};{}r", top + 1, bottom + 1).expect("a string takes every write");
        let (edge, step) = if rows > 0 { (bottom, "\n") } else { (top, "\x1bM") };
        put(out, MoveTo(0, edge));
        out.push_str(&step.repeat(rows.unsigned_abs().into()));
        out.push_str(WHOLE_SCREEN);
        (self.row, self.col) = (None, None);
    }

    /// Moves the cursor by the fewest bytes that are sure. `row` is what row `y` shows.
    pub(super) fn go(&mut self, out: &mut String, x: u16, y: u16, row: &[Cell]) {
        let here = self.col.filter(|_| self.row == Some(y));
        if here != Some(x) {
            let is_below = self.row.is_some_and(|before| before + 1 == y);
            let ways = [
                Some(sequence(MoveTo(x, y))),
                here.and_then(|col| self.ahead(col, x, row)),
                (self.row == Some(y)).then(|| sequence(MoveToColumn(x))),
                (self.row == Some(y)).then(|| self.ahead(0, x, row).map(|way| format!("\r{way}"))).flatten(),
                is_below.then(|| self.ahead(0, x, row).map(|way| format!("\r\n{way}"))).flatten(),
                is_below.then(|| format!("\n{}", sequence(MoveToColumn(x)))),
                (is_below && self.col == Some(x)).then(|| "\n".to_owned()),
            ];
            out.push_str(&ways.into_iter().flatten().min_by_key(String::len).unwrap_or_default());
        }
        (self.col, self.row) = (Some(x), Some(y));
    }

    /// The way to the right within a row: what stands there is sent again where that is shorter than a move.
    fn ahead(&self, from: u16, to: u16, row: &[Cell]) -> Option<String> {
        let cols = to.checked_sub(from)?;
        let cells = row.get(usize::from(from)..usize::from(to))?;
        let is_sendable = |cell: &Cell| is_one_byte(cell) && (self.style == Some(Style::of(cell)) || self.fits(cell));
        if cols <= MOST_SENT_AGAIN && cells.iter().all(is_sendable) {
            return Some(cells.iter().map(Cell::symbol).collect());
        }
        Some(sequence(MoveRight(cols)))
    }

    /// Takes on the style of a cell. A blank looks the same in many.
    pub(super) fn dip(&mut self, out: &mut String, cell: &Cell) {
        if !self.fits(cell) {
            self.restyle(out, Style::of(cell));
        }
    }

    /// Whether a cell is a blank of which nothing but the ground is seen, and the present style has that ground.
    fn fits(&self, cell: &Cell) -> bool {
        let is_seen = |modifier: Modifier| modifier.intersects(Modifier::REVERSED.union(Modifier::UNDERLINED));
        let is_blank = cell.symbol() == " " && !is_seen(cell.modifier);
        is_blank && self.style.is_some_and(|style| style.bg == cell.bg && !is_seen(style.modifier))
    }

    /// Writes the glyph of a unit. One that may be narrower than its two cells is written over blanks.
    pub(super) fn write(&mut self, out: &mut String, unit: &[Cell], is_risky: bool) {
        let col = self.col.take();
        if is_risky && unit.len() == 2 {
            out.push_str("  ");
            if let Some(col) = col {
                put(out, MoveToColumn(col));
            }
        }
        out.push_str(unit[0].symbol());
        if !is_risky {
            self.col = col.and_then(|col| col.checked_add(u16::try_from(unit.len()).ok()?));
        }
    }

    /// After the last column the cursor stands where terminals differ.
    pub(super) fn lose_col(&mut self) {
        self.col = None;
    }

    fn restyle(&mut self, out: &mut String, wanted: Style) {
        if self.style == Some(wanted) {
            return;
        }
        let is_kept = |style: &Style| wanted != PLAIN && wanted.modifier.contains(style.modifier);
        let base = self.style.filter(is_kept);
        let Style { fg, bg, modifier } = base.unwrap_or(PLAIN);
        let mut codes = String::new();
        if base.is_none() && wanted != PLAIN {
            codes.push('0');
        }
        for (_, code) in MODIFIERS.iter().filter(|(shown, _)| (wanted.modifier - modifier).contains(*shown)) {
            next(&mut codes);
            write!(codes, "{code}").expect("a string takes every write");
        }
        if wanted.fg != fg {
            next(&mut codes);
            write_code(&mut codes, wanted.fg, 30);
        }
        if wanted.bg != bg {
            next(&mut codes);
            write_code(&mut codes, wanted.bg, 40);
        }
        write!(out, "\x1b[{codes}m").expect("a string takes every write");
        self.style = Some(wanted);
    }
}

fn is_one_byte(cell: &Cell) -> bool {
    matches!(cell.symbol().as_bytes(), [b' '..=b'~'])
}

fn sequence(command: impl Command) -> String {
    let mut sequence = String::new();
    put(&mut sequence, command);
    sequence
}

fn next(codes: &mut String) {
    if !codes.is_empty() {
        codes.push(';');
    }
}

/// Writes a command in its ANSI form.
pub(super) fn put(out: &mut String, command: impl Command) {
    command.write_ansi(out).expect("a string takes every write");
}
