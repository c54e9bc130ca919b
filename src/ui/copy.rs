//! What is taken away of a session: a name, a text, a citation, an address.

use super::World;
use super::address::Address;
use super::article::{Article, citation};
use super::page::Page;
use super::set::Set;
use super::state::{Overlay, State};
use crate::data::EntryId;
use crate::text::Ambiguous;

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The name of the entry that is read.
    Name,
    /// What the reader shows, without the breaks of its lines.
    Text,
    /// Title, date, source and id in a line.
    Citation,
    /// The same as Markdown.
    Markdown,
    /// What leads here again.
    Address,
}

/// The columns in which a text is set that goes elsewhere.
const COLS: usize = 80;

/// The text to copy.
pub fn of(state: &State, world: &World, what: What) -> String {
    let here = state.view.here;
    match what {
        What::Name => world.record.entry(here).name.shown(state.lang).to_owned(),
        What::Text => {
            let article = Article::page(world, state.view.page, here, state.lang);
            Set::of(&article, COLS, Ambiguous::Narrow).unbroken()
        }
        What::Citation => citation::line(world, here, state.lang),
        What::Markdown => citation::markdown(world, here, state.lang),
        What::Address => address(state, world).to_string(),
    }
}

/// Where a session is.
pub fn address(state: &State, world: &World) -> Address {
    let query = match &state.overlay {
        Overlay::Search(search) => Some(search.prompt.text().to_owned()),
        _ => None,
    };
    let key = |id: EntryId| world.record.entry(id).key.to_string();
    let with = if let Page::Compare(other) = state.view.page { Some(key(other)) } else { None };
    Address { key: key(state.view.here), page: state.view.page, with, query }
}
