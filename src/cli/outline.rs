//! The record as plain text: the start page, then every entry in reading order.

use crate::data::Lang;
use crate::text::Ambiguous;
use crate::ui::World;
use crate::ui::article::Article;
use crate::ui::set::Set;

/// The width of a text that goes to a file or a pager.
const COLS: usize = 80;

/// The outline of a record.
pub(super) fn of(world: &World, lang: Lang) -> String {
    let set = Set::of(&Article::outline(world, lang), COLS, Ambiguous::Narrow);
    set.lines.iter().map(|line| line.plain(Ambiguous::Narrow) + "\n").collect()
}
