//! What the footer offers: keys that do something now, in words that say what.

use super::World;
use super::action::{Action, Motion};
use super::keymap::{self, Scope};
use super::list::PANES;
use super::state::{Overlay, State};
use super::words::Words;

/// A key and what it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub key: String,
    pub words: &'static str,
    /// Where not all fit, those of the largest number are left out first.
    pub rank: u8,
}

/// The hints of a session as it stands, in the order of the key table.
pub fn hints(state: &State, world: &World) -> Vec<Hint> {
    let scope = Scope::of(state);
    let has_links = state.view.in_reader && !state.set(world).links.is_empty();
    let useful = scope.hints().filter(|binding| is_useful(state, world, binding.action, has_links));
    let mut hints: Vec<Hint> = useful
        .map(|binding| {
            let is_narrowed = binding.action == Action::Narrow && state.view.narrowed.is_some();
            Hint {
                key: keymap::shown(binding.keys.first().copied().unwrap_or_default()),
                words: if is_narrowed { Words::of(state.lang).show_all } else { binding.words(state.lang) },
                rank: if is_narrowed { 1 } else { binding.rank },
            }
        })
        .collect();
    if state.overlay == Overlay::Hints {
        let words = Words::of(state.lang).open_its_link;
        hints.insert(0, Hint { key: "a-z".to_owned(), words, rank: 1 });
    }
    hints
}

fn is_useful(state: &State, world: &World, action: Action, has_links: bool) -> bool {
    match (&state.overlay, action) {
        (Overlay::Search(search), Action::Move(_) | Action::Open) => !search.hits.is_empty(),
        (Overlay::None, Action::Back) => !state.back.is_empty(),
        (Overlay::None, Action::Home) => state.view.here != world.start,
        (Overlay::None, Action::NextTab) => PANES[state.view.pane].len() > 1,
        (Overlay::None, Action::NextLink | Action::Hints) => has_links,
        (Overlay::None, Action::Open) if state.view.in_reader => has_links,
        (Overlay::None, Action::Open | Action::Move(Motion::Down | Motion::Up)) if !state.view.in_reader => {
            state.row_count(world, state.view.pane) > 0
        }
        _ => true,
    }
}
