//! Reads the search over everything from a session.

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use zhegang::data::{self, EntryId, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::World;
use zhegang::ui::state::{Overlay, Search};

use super::Script;

pub fn search(script: &Script) -> &Search {
    let Overlay::Search(search) = &script.state.overlay else { panic!("no search:\n{}", script.screen()) };
    search
}

pub fn name(script: &Script, id: EntryId) -> &str {
    script.world.record.entry(id).name.shown(Lang::ZhHant)
}

/// The row of the screen with the mark of the selection.
pub fn selected_line(script: &Script) -> usize {
    script.screen().lines().skip(2).position(|line| line.starts_with(" › ")).expect("a marked row") + 2
}

/// A record of people with these names.
pub fn people(names: impl Iterator<Item = String>, size: &str) -> Script {
    let persons: Vec<String> =
        names.enumerate().map(|(n, name)| format!(r#"{{"id": "p/{n}", "name": "{name}"}}"#)).collect();
    let source = format!(r#"{{"persons": [{}]}}"#, persons.join(","));
    let loaded = data::load(source.as_bytes(), text::neutral).expect("it opens");
    let world = Arc::new(World::new(loaded).expect("an entry"));
    Script::of(world, size, Lang::ZhHant, Ambiguous::Narrow)
}

/// The marked characters of a screen in some columns.
pub fn marked(script: &Script, cols: Range<u16>) -> String {
    let buffer = script.buffer();
    let look = Modifier::BOLD | Modifier::UNDERLINED;
    let cells = (2..buffer.area.height - 1).flat_map(|y| cols.clone().map(move |x| (x, y)));
    cells
        .map(|at| &buffer[at])
        .filter(|cell| cell.modifier.contains(look) && cell.symbol() != " ")
        .map(Cell::symbol)
        .collect()
}
