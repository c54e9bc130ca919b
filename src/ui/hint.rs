//! What the footer offers: keys that do something now, in words that say what.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::World;
use super::action::Action;
use super::bookmarks::Question;
use super::code;
use super::hand;
use super::kept::Awaited;
use super::keymap::{self, Binding, Scope};
use super::layout::{Layout, SearchLayout};
use super::list::PANES;
use super::page::Page;
use super::preview::Preview;
use super::state::{Overlay, State};
use super::words::Words;
use crate::data::EntryId;
use crate::text;

/// The columns that the name of a mark may take.
const NAME_COLS: RangeInclusive<usize> = 5..=40;

/// A key and what it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub key: String,
    pub words: Cow<'static, str>,
    /// Where not all fit, those of the largest number are left out first.
    pub rank: u8,
}

/// The hints of a session as it stands, in the order of the key table.
pub fn hints(state: &State, world: &World) -> Vec<Hint> {
    let scope = Scope::of(state);
    if !state.typing.keys.is_empty() {
        return going_on(state, scope);
    }
    let text = Text::of(state, world);
    let useful = state.keymap.hints(scope).filter(|(binding, _)| is_useful(state, world, binding.action, text));
    let mut hints: Vec<Hint> = useful
        .map(|(binding, keys)| {
            let (words, rank) = says_now(state, world, binding);
            Hint { key: keys.shown(), words: words.into(), rank }
        })
        .collect();
    let words = Words::of(state.lang);
    let any_letter = |words: &'static str| vec![Hint { key: "a-Z".to_owned(), words: words.into(), rank: 1 }];
    let letters = match state.overlay {
        Overlay::Hints => any_letter(words.open_its_link),
        Overlay::Letter(Awaited::Mark) => any_letter(words.kept.mark_here),
        Overlay::Letter(Awaited::Return) => marks(state, world),
        _ => Vec::new(),
    };
    hints.splice(0..0, letters);
    hints
}

/// The letters of the marks, and where they lead: as much of the names as there is room for.
fn marks(state: &State, world: &World) -> Vec<Hint> {
    let marks = &state.kept.marks;
    let names: Vec<_> = marks.values().map(|place| place.name(world, state.lang)).collect();
    let cut = |cols| names.iter().map(move |name| text::cut_end(name, cols, state.ambiguous));
    // A letter and the blanks around a name, and at the right what waits.
    let room = usize::from(state.size.cols).saturating_sub(4 * names.len() + 4);
    let fits = |cols: &usize| cut(*cols).map(|name| text::width(&name, state.ambiguous)).sum::<usize>() <= room;
    let cols = NAME_COLS.rev().find(fits).unwrap_or(0);
    let hint = |(letter, name): (&char, Cow<'_, str>)| Hint {
        key: letter.to_string(),
        words: name.into_owned().into(),
        rank: 1,
    };
    marks.keys().zip(cut(cols)).map(hint).collect()
}

/// The keys that may follow those that wait for more.
fn going_on(state: &State, scope: Scope) -> Vec<Hint> {
    let mut hints = Vec::new();
    for binding in state.keymap.bindings(scope) {
        let rests = binding.keys.iter().filter_map(|keys| keys.after(&state.typing.keys));
        hints.extend(rests.map(|rest| Hint {
            key: keymap::shown(rest),
            words: binding.words(state.lang).into(),
            rank: 1,
        }));
    }
    hints
}

/// The words of a key that does something else the second time, or here, and its rank.
fn says_now(state: &State, world: &World, binding: &Binding) -> (&'static str, u8) {
    let words = Words::of(state.lang);
    match (binding.action, &state.overlay) {
        (Action::Narrow, _) if state.view.narrowed.is_some() => (words.show_all, 1),
        (Action::Leave, Overlay::None) if state.view.page != Page::Entry => (words.go_back, binding.rank),
        (Action::Compare, _) if state.compared.is_some_and(|other| other != state.view.here) => (words.compare.with, 1),
        (Action::Zoom, _) if state.view.is_zoomed => (words.zoom_out, 3),
        (Action::NextMatch, _) => (words.next_hit, binding.rank),
        (Action::Group, Overlay::Search(search)) if search.is_grouped => (words.best_first, binding.rank),
        (Action::Bookmark, _) if state.note(world).is_some() => (words.kept.note, binding.rank),
        (Action::Yes, Overlay::Ask(Question::Remove(_))) => (words.kept.remove, binding.rank),
        (Action::No, Overlay::Ask(Question::Remove(_))) => (words.kept.retain, binding.rank),
        (Action::Yes, Overlay::Ask(Question::Note(_))) => (words.kept.keep, binding.rank),
        (Action::No, Overlay::Ask(Question::Note(_))) => (words.kept.discard, binding.rank),
        _ => (binding.words(state.lang), binding.rank),
    }
}

/// What the text of the reader offers, where keys go to it.
#[derive(Clone, Copy)]
struct Text {
    has_links: bool,
    scrolls: bool,
    linked: Option<EntryId>,
}

impl Text {
    fn of(state: &State, world: &World) -> Self {
        if !state.view.in_reader {
            return Self { has_links: false, scrolls: false, linked: None };
        }
        let set = state.set(world);
        let height = usize::from(Layout::of(state, world).text.height);
        Self { has_links: !set.links.is_empty(), scrolls: set.lines.len() > height, linked: state.linked(&set) }
    }
}

fn is_useful(state: &State, world: &World, action: Action, text: Text) -> bool {
    match (&state.overlay, action) {
        (Overlay::Search(search), Action::Open | Action::Read | Action::DownOrNewer) => search.selected.is_some(),
        (Overlay::Search(search), Action::NextHit | Action::PreviousHit) => search.listed().len() > 1,
        (Overlay::Search(search), Action::NextKind) => search.kinds().len() > 1,
        (Overlay::Search(search), Action::Group) => search.found.hits.len() > 1,
        (Overlay::Search(search), Action::Complete) => search.ghost().is_some(),
        (Overlay::Search(search), Action::Move(_)) => {
            let height = usize::from(SearchLayout::of(state.size, true).preview.height);
            Preview::of(state, world, search).is_some_and(|preview| preview.set.lines.len() > height)
        }
        (Overlay::Bookmarks(list), Action::Open | Action::EditNote | Action::Remove | Action::Move(_)) => {
            list.selected.is_some()
        }
        (Overlay::Bookmarks(_), Action::Undo) => !state.changes.is_empty(),
        (Overlay::Ask(Question::Remove(_)), Action::Leave) => false,
        (Overlay::ByHand(by_hand), Action::Move(_)) => {
            by_hand.lines(state.size, state.ambiguous).len() > hand::rows(state.size)
        }
        (Overlay::None, Action::NextMatch) => state.is_at_hit() && state.view.reading.find.is_none(),
        (Overlay::None, Action::NextHit) => state.is_at_hit(),
        (Overlay::None, Action::Back) => !state.back.is_empty(),
        (Overlay::None, Action::Page(page)) => state.view.page != page,
        (Overlay::None, Action::Compare) => !matches!(state.view.page, Page::Compare(_)),
        (Overlay::None, Action::Code) => code::addressed(world, state.view.here, text.linked).is_some(),
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
