//! What the footer offers: keys that do something now, in words that say what.

use super::World;
use super::action::Action;
use super::keymap::{self, Scope};
use super::layout::Layout;
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
    let text = Text::of(state, world);
    let useful = scope.hints().filter(|binding| is_useful(state, world, binding.action, text));
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
        hints.insert(0, Hint { key: "a-Z".to_owned(), words, rank: 1 });
    }
    hints
}

/// What the text of the reader offers, where keys go to it.
#[derive(Clone, Copy)]
struct Text {
    has_links: bool,
    scrolls: bool,
}

impl Text {
    fn of(state: &State, world: &World) -> Self {
        if !state.view.in_reader {
            return Self { has_links: false, scrolls: false };
        }
        let set = state.set(world);
        let height = usize::from(Layout::of(state, world).text.height);
        Self { has_links: !set.links.is_empty(), scrolls: set.lines.len() > height }
    }
}

fn is_useful(state: &State, world: &World, action: Action, text: Text) -> bool {
    match (&state.overlay, action) {
        (Overlay::Search(search), Action::Move(_) | Action::Open) => !search.hits.is_empty(),
        (Overlay::None, Action::Back) => !state.back.is_empty(),
        (Overlay::None, Action::Home) => state.view.here != world.start,
        (Overlay::None, Action::NextTab) => PANES[state.view.pane].len() > 1,
        (Overlay::None, Action::Narrow) => {
            state.view.narrowed.is_some() || world.record.links().has_ties(state.view.here)
        }
        (Overlay::None, Action::NextLink | Action::Hints) => text.has_links,
        (Overlay::None, Action::Open) if state.view.in_reader => text.has_links,
        (Overlay::None, Action::Move(_)) if state.view.in_reader => text.scrolls,
        (Overlay::None, Action::Open | Action::Move(_)) => state.row_count(world, state.view.pane) > 0,
        _ => true,
    }
}
