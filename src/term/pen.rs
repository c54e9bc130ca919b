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

const PLAIN: Style = Style { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl Pen {
    /// Empties the screen. In the plain style, since some terminals fill with the background.
    pub(super) fn clear(&mut self, out: &mut String) {
        self.restyle(out, PLAIN);
        put(out, Clear(ClearType::All));
    }

    /// Moves the cursor, by the shortest way that is sure.
    pub(super) fn go(&mut self, out: &mut String, x: u16, y: u16) {
        let is_here = self.row == Some(y);
        match self.col {
            Some(col) if is_here && col == x => {}
            _ if is_here && x == 0 => out.push('\r'),
            _ if self.row.is_some_and(|row| row + 1 == y) && x == 0 => out.push_str("\r\n"),
            Some(col) if is_here && col < x => put(out, MoveRight(x - col)),
            _ if is_here => put(out, MoveToColumn(x)),
            _ => put(out, MoveTo(x, y)),
        }
        (self.col, self.row) = (Some(x), Some(y));
    }

    /// Takes on the style of a cell.
    pub(super) fn dip(&mut self, out: &mut String, cell: &Cell) {
        self.restyle(out, Style { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
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

fn next(codes: &mut String) {
    if !codes.is_empty() {
        codes.push(';');
    }
}

/// Writes a command in its ANSI form.
pub(super) fn put(out: &mut String, command: impl Command) {
    command.write_ansi(out).expect("a string takes every write");
}
