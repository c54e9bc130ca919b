//! The record as plain text: the start page, then every entry in reading order.

use crate::data::Lang;
use crate::text::{self, Ambiguous};
use crate::ui::World;
use crate::ui::article::{Article, Role};
use crate::ui::set::{Line, Set};

/// The width of a text that goes to a file or a pager.
const COLS: usize = 80;

/// The outline of a record.
pub(super) fn of(world: &World, lang: Lang) -> String {
    let set = Set::of(&Article::outline(world, lang), COLS, Ambiguous::Narrow);
    set.lines.iter().map(|line| plain(line) + "\n").collect()
}

/// A line with spaces up to the column of each piece.
fn plain(line: &Line) -> String {
    let mut text = String::new();
    for piece in &line.pieces {
        let gap = piece.col.saturating_sub(text::width(&text, Ambiguous::Narrow));
        text.push_str(&" ".repeat(gap));
        match piece.role {
            Role::Bar => text.push_str(&piece.text.replace(' ', "▪")),
            _ => text.push_str(&piece.text),
        }
    }
    text.trim_end().to_owned()
}
