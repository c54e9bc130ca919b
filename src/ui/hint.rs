//! What the footer offers: keys that do something now, in words that say what.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::World;
use super::action::Action;
use super::bookmarks::Question;
use super::copy::What;
use super::hindrance::{Text, hindrance};
use super::kept::Awaited;
use super::keymap::{self, Binding, Scope};
use super::page::Page;
use super::state::{Overlay, State};
use super::words::Words;
use crate::data::Lang;
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
    // The count of matches stands where the key for the next one would.
    let is_told = |action| action == Action::NextMatch && state.view.reading.find.is_some();
    let is_useful = |action| !is_told(action) && hindrance(state, world, action, text).is_none();
    let useful = state.keymap.hints(scope).filter(|(binding, _)| is_useful(binding.action));
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

/// The keys that may follow those that wait for more, in shorter words where there is no room for all.
fn going_on(state: &State, scope: Scope) -> Vec<Hint> {
    let choices = |words: fn(&Binding, Lang) -> &'static str| -> Vec<Hint> {
        let bindings = state.keymap.bindings(scope);
        let rests = bindings.flat_map(|binding| {
            let rests = binding.keys.iter().filter_map(|keys| keys.after(&state.typing.keys));
            rests.map(move |rest| (keymap::shown(rest), words(binding, state.lang)))
        });
        rests.map(|(key, words)| Hint { key, words: words.into(), rank: 1 }).collect()
    };
    let whole = choices(Binding::words);
    let cols: usize =
        whole.iter().map(|hint| text::width(&format!("{} {}  ", hint.key, hint.words), state.ambiguous)).sum();
    // At the right stands what waits.
    let room = usize::from(state.size.cols).saturating_sub(keymap::shown(&state.typing.keys).len() + 3);
    if cols <= room { whole } else { choices(choice) }
}

/// What one of several that may follow does: of copying, what is copied.
fn choice(binding: &Binding, lang: Lang) -> &'static str {
    match binding.action {
        Action::Copy(What::Markdown) => "Markdown",
        Action::Copy(what) => Words::of(lang).what(what),
        _ => binding.words(lang),
    }
}

/// What the action of a binding does now, in words.
pub fn words_now(state: &State, world: &World, binding: &Binding) -> &'static str {
    says_now(state, world, binding).0
}

/// The words of a key that does something else the second time, or here, and its rank.
fn says_now(state: &State, world: &World, binding: &Binding) -> (&'static str, u8) {
    let words = Words::of(state.lang);
    match (binding.action, &state.overlay) {
        (Action::Narrow, _) if state.view.narrowed.is_some() => (words.show_all, 1),
        (Action::Leave, Overlay::None) if state.view.page != Page::Entry => (words.go_back, binding.rank),
        // Beside hits, what leads through them comes first.
        (Action::Help, Overlay::Search(_)) => (binding.words(state.lang), 7),
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
