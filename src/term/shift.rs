//! Rows that only moved up or down: the terminal moves them, and only what comes in is sent.

use std::ops::RangeInclusive;

use ratatui::buffer::{Buffer, Cell};

/// The farthest that rows are moved.
const MOST_ROWS: i16 = 8;
/// The bytes that moving rows takes, roughly.
const MOVE_BYTES: usize = 20;
/// The bytes that going to a place takes, roughly.
const GO_BYTES: usize = 5;

/// A block of rows that moves within itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: u16,
    pub(super) bottom: u16,
    /// Upwards; downwards where it is negative.
    pub(super) rows: i16,
}

impl Shift {
    /// The move after which the fewest bytes are left to send, if one pays.
    pub(super) fn between(shown: &Buffer, wanted: &Buffer) -> Option<Self> {
        let (shown, wanted) = (Rows(shown), Rows(wanted));
        let differs = |row: &usize| shown.row(*row) != wanted.row(*row);
        let top = (0..wanted.len()).find(differs)?;
        let bottom = (top..wanted.len()).rev().find(differs)?;
        let block = top..=bottom;
        let at_rest: usize = block.clone().map(|row| wanted.bytes(row, shown.row(row))).sum();
        let steps = (1..=MOST_ROWS).flat_map(|rows| [rows, -rows]);
        let moves = steps.filter_map(|rows| {
            let bytes = moved_bytes(&shown, &wanted, &block, rows)?;
            Some((bytes + MOVE_BYTES, rows))
        });
        let (bytes, rows) = moves.min_by_key(|(bytes, _)| *bytes)?;
        let (top, bottom) = (u16::try_from(top).ok()?, u16::try_from(bottom).ok()?);
        (bytes < at_rest).then_some(Self { top, bottom, rows })
    }

    /// Does to a buffer what the terminal does to its screen.
    pub(super) fn apply(self, buffer: &mut Buffer) {
        let cols = usize::from(buffer.area.width);
        let block = &mut buffer.content[usize::from(self.top) * cols..(usize::from(self.bottom) + 1) * cols];
        let count = usize::from(self.rows.unsigned_abs()) * cols;
        if self.rows > 0 {
            block.rotate_left(count);
            let end = block.len() - count;
            block[end..].fill(Cell::EMPTY);
        } else {
            block.rotate_right(count);
            block[..count].fill(Cell::EMPTY);
        }
    }
}

/// What is left to send once the rows of a block have moved. `None` where no row with text comes to its place.
fn moved_bytes(shown: &Rows<'_>, wanted: &Rows<'_>, block: &RangeInclusive<usize>, rows: i16) -> Option<usize> {
    let from = |row: usize| row.checked_add_signed(rows.into()).filter(|from| block.contains(from));
    let arrives = |row: usize| {
        let is_same = from(row).is_some_and(|from| shown.row(from) == wanted.row(row));
        is_same && wanted.row(row).iter().any(|cell| *cell != Cell::EMPTY)
    };
    if !block.clone().any(arrives) {
        return None;
    }
    let left = block.clone().map(|row| match from(row) {
        Some(from) => wanted.bytes(row, shown.row(from)),
        None => wanted.bytes(row, &[]),
    });
    Some(left.sum())
}

/// The rows of a buffer.
struct Rows<'a>(&'a Buffer);

impl<'a> Rows<'a> {
    fn len(&self) -> usize {
        self.0.area.height.into()
    }

    fn row(&self, row: usize) -> &'a [Cell] {
        let cols = usize::from(self.0.area.width);
        &self.0.content[row * cols..(row + 1) * cols]
    }

    /// About the bytes that turn `before`, which is blank where it is short, into a row.
    fn bytes(&self, row: usize, before: &[Cell]) -> usize {
        let before = before.iter().chain(std::iter::repeat(&Cell::EMPTY));
        let mut bytes = 0;
        let mut was_same = true;
        for (cell, before) in self.row(row).iter().zip(before) {
            let is_same = cell == before;
            if !is_same {
                bytes += cell.symbol().len() + if was_same { GO_BYTES } else { 0 };
            }
            was_same = is_same;
        }
        bytes
    }
}
