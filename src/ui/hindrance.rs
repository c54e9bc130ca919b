//! Why an action can't be done now.

use super::World;
use super::action::Action;
use super::bookmarks::Question;
use super::code;
use super::hand;
use super::keymap::Scope;
use super::layout::{Layout, SearchLayout};
use super::page::Page;
use super::preview::Preview;
use super::state::{Overlay, State};
use super::words::palette::Palette as PaletteWords;
use crate::data::EntryId;

/// What keeps an action from being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// It belongs to another part of the screen.
    OnlyIn(Scope),
    NothingFound,
    OneHit,
    NoBookmark,
    NothingToUndo,
    NoSearch,
    NothingBefore,
    NothingAfter,
    IsHere,
    NoAddress,
    OneTab,
    NothingTied,
    NoLinks,
    AllInSight,
    EmptyList,
    /// There is no older version of the record.
    NoOlder,
    /// It would do nothing as things stand.
    NotNow,
}

impl Hindrance {
    pub fn words(self, words: &PaletteWords) -> &'static str {
        match self {
            Self::OnlyIn(Scope::Reader) => words.only_in_reader,
            Self::OnlyIn(Scope::Panes) => words.only_in_panes,
            Self::OnlyIn(Scope::Bookmarks) => words.only_in_bookmarks,
            Self::OnlyIn(_) => words.only_in_search,
            Self::NothingFound | Self::OneHit | Self::NoSearch => words.no_search,
            Self::NoBookmark => words.no_bookmark,
            Self::NothingToUndo => words.nothing_to_undo,
            Self::NothingBefore => words.nothing_before,
            Self::NothingAfter => words.nothing_after,
            Self::IsHere => words.is_here,
            Self::NoAddress => words.no_address,
            Self::OneTab => words.one_tab,
            Self::NothingTied => words.nothing_tied,
            Self::NoLinks => words.no_links,
            Self::AllInSight => words.all_in_sight,
            Self::EmptyList => words.empty_list,
            Self::NoOlder => words.no_older,
            Self::NotNow => words.not_now,
        }
    }
}

/// What the text of the reader offers, where keys go to it.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    has_links: bool,
    scrolls: bool,
    linked: Option<EntryId>,
}

impl Text {
    pub fn of(state: &State, world: &World) -> Self {
        if !state.view.in_reader {
            return Self { has_links: false, scrolls: false, linked: None };
        }
        let set = state.set(world);
        let height = usize::from(Layout::of(state, world).text.height);
        Self { has_links: !set.links.is_empty(), scrolls: set.lines.len() > height, linked: state.linked(&set) }
    }
}

/// What keeps an action from being done in a session as it stands.
pub fn hindrance(state: &State, world: &World, action: Action, text: Text) -> Option<Hindrance> {
    let (is_possible, hindrance) = match (&state.overlay, action) {
        (Overlay::Search(search), Action::Open | Action::Read | Action::DownOrNewer) => {
            (search.selected.is_some(), Hindrance::NothingFound)
        }
        (Overlay::Search(search), Action::NextHit | Action::PreviousHit) => {
            (search.listed().len() > 1, Hindrance::OneHit)
        }
        (Overlay::Search(search), Action::NextKind) => (search.kinds().len() > 1, Hindrance::OneHit),
        (Overlay::Search(search), Action::Group) => (search.found.hits.len() > 1, Hindrance::OneHit),
        (Overlay::Search(search), Action::Complete) => (search.ghost(&world.record).is_some(), Hindrance::NotNow),
        (Overlay::Search(search), Action::Move(_)) => {
            let height = usize::from(SearchLayout::of(state.size, true).preview.height);
            let preview = Preview::of(state, world, search);
            (preview.is_some_and(|preview| preview.set.lines.len() > height), Hindrance::AllInSight)
        }
        (Overlay::Bookmarks(list), Action::Open | Action::EditNote | Action::Remove | Action::Move(_)) => {
            (list.selected.is_some(), Hindrance::NoBookmark)
        }
        (_, Action::Undo) => (!state.changes.is_empty(), Hindrance::NothingToUndo),
        (Overlay::Ask(Question::Remove(_)), Action::Leave) => (false, Hindrance::NotNow),
        (Overlay::ByHand(by_hand), Action::Move(_)) => {
            let lines = by_hand.lines(state.size, state.ambiguous).len();
            (lines > hand::rows(state.size), Hindrance::AllInSight)
        }
        (Overlay::None, Action::Leave) if !state.view.in_reader && state.view.page == Page::Entry => {
            (state.view.narrowed.is_some(), Hindrance::NotNow)
        }
        (Overlay::None, Action::NextMatch | Action::PreviousMatch) => {
            (state.is_at_hit() || state.view.reading.find.is_some(), Hindrance::NoSearch)
        }
        (Overlay::None, Action::NextHit | Action::PreviousHit) => (state.is_at_hit(), Hindrance::NoSearch),
        (Overlay::None, Action::Back) => (!state.back.is_empty(), Hindrance::NothingBefore),
        (Overlay::None, Action::Forward) => (!state.forward.is_empty(), Hindrance::NothingAfter),
        (_, Action::Page(Page::Changes)) if world.older.is_none() => (false, Hindrance::NoOlder),
        (Overlay::None, Action::Page(page)) => (state.view.page != page, Hindrance::IsHere),
        (Overlay::None, Action::Compare) => (!matches!(state.view.page, Page::Compare(_)), Hindrance::IsHere),
        (Overlay::None, Action::Code) => {
            (code::addressed(world, state.view.here, text.linked).is_some(), Hindrance::NoAddress)
        }
        (Overlay::None, Action::Home) => (state.view.here != world.start, Hindrance::IsHere),
        (Overlay::None, Action::NextTab | Action::PreviousTab) => {
            (world.panes[state.view.pane].len() > 1, Hindrance::OneTab)
        }
        (Overlay::None, Action::FocusPane(pane)) => (pane < world.panes.len(), Hindrance::NotNow),
        (Overlay::None, Action::Narrow) => {
            let has_ties = world.record.has_ties(state.view.here);
            (state.view.narrowed.is_some() || has_ties, Hindrance::NothingTied)
        }
        (Overlay::None, Action::NextLink | Action::PreviousLink | Action::Hints) => {
            (text.has_links, Hindrance::NoLinks)
        }
        (Overlay::None, Action::Open) if state.view.in_reader => (text.has_links, Hindrance::NoLinks),
        (Overlay::None, Action::Move(_)) if state.view.in_reader => (text.scrolls, Hindrance::AllInSight),
        (Overlay::None, Action::Open | Action::Move(_)) => {
            (state.row_count(world, state.view.pane) > 0, Hindrance::EmptyList)
        }
        _ => return None,
    };
    (!is_possible).then_some(hindrance)
}
