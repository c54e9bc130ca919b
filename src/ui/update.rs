//! What an action does to a session. Cannot fail; the caller does the effects.

mod bookmarks;
mod hits;
mod marks;
mod moving;
mod pages;
mod palette;
mod queries;
mod reading;
mod replacing;
mod searching;
mod settle;
mod visiting;
mod waiting;

use super::World;
use super::action::{Action, Change, Effect};
use super::code;
use super::copy::{self, What};
use super::hand::{self, ByHand};
use super::help::Help;
use super::keymap::Scope;
use super::page::Page;
use super::prompt::Prompt;
use super::state::{Narrowing, Notice, Overlay, Search, State};
use crate::data::Lang;

pub use bookmarks::{hear, resume, unsaved};
pub(super) use marks::take_letter;
pub(super) use reading::follow_hint;
pub use reading::hints;
pub use replacing::{replace, unread};
pub(super) use searching::{change_field, search_for, type_in};
pub(super) use settle::{return_to_anchor, settle};
pub use visiting::follow_address;
pub(super) use visiting::visit;
pub use waiting::{awaits_counts, awaits_index, catch_up, count};

/// Does one action.
pub fn update(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    let is_asked = matches!(state.overlay, Overlay::Help(_)) && leaves_help(action) && bookmarks::close_help(state);
    let effect = if is_asked { None } else { act(state, world, action) };
    settle(state, world);
    effect
}

fn act(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    match action {
        Action::Move(motion) => moving::go(state, world, motion),
        Action::FocusPane(pane) if pane < world.panes.len() => focus(state, pane),
        Action::FocusPane(_) => {}
        Action::NextPane => focus(state, (state.view.pane + 1) % world.panes.len()),
        Action::PreviousPane => focus(state, (state.view.pane + world.panes.len() - 1) % world.panes.len()),
        Action::ShiftRight => moving::shift(state, world, true),
        Action::ShiftLeft => moving::shift(state, world, false),
        Action::NextTab => turn(state, world, 1),
        Action::PreviousTab => turn(state, world, world.panes[state.view.pane].len() - 1),
        Action::Open if matches!(state.overlay, Overlay::Note(_)) => return bookmarks::accept(state, world),
        Action::Open if matches!(state.overlay, Overlay::Palette(_)) => return palette::run(state, world),
        Action::Open => open(state, world),
        Action::Leave => leave(state, world),
        Action::Home => visiting::home(state, world),
        Action::Back => visiting::back(state, world),
        Action::Forward => visiting::forward(state, world),
        Action::Page(page) => pages::turn(state, world, page),
        Action::Compare => pages::compare(state, world),
        Action::Zoom => reading::zoom(state, world),
        Action::Narrow => narrow(state, world),
        Action::Search => searching::open_field(state, world),
        Action::SearchEverything => searching::widen(state, world),
        Action::UpOrOlder => queries::up_or_older(state, world),
        Action::DownOrNewer => queries::down_or_newer(state, world),
        Action::NextKind => hits::turn_kind(state, world, true),
        Action::PreviousKind => hits::turn_kind(state, world, false),
        Action::Group => hits::group(state),
        Action::SwitchSlips => hits::switch_slips(state, world),
        Action::Complete => searching::complete(state, world),
        Action::Read => hits::read(state, world),
        Action::NextHit => hits::next_hit(state, world, true),
        Action::PreviousHit => hits::next_hit(state, world, false),
        Action::NextMatch if state.view.reading.find.is_none() => hits::next_hit(state, world, true),
        Action::PreviousMatch if state.view.reading.find.is_none() => hits::next_hit(state, world, false),
        Action::NextMatch => reading::next_match(state, world, 1),
        Action::PreviousMatch => reading::next_match(state, world, -1),
        Action::NextLink => reading::next_link(state, world, 1),
        Action::PreviousLink => reading::next_link(state, world, -1),
        Action::Hints => reading::show_hints(state, world),
        Action::Copy(what) => return copied(state, world, what),
        Action::ByHand => by_hand(state, world),
        Action::AwaitLetter(awaited) => marks::await_letter(state, awaited),
        Action::Bookmark => return bookmarks::bookmark(state, world),
        Action::Bookmarks => bookmarks::list(state, world),
        Action::EditNote => bookmarks::edit_note(state, world),
        Action::Remove => return bookmarks::remove(state, world),
        Action::Undo => return bookmarks::undo(state, world),
        Action::Yes => return bookmarks::agree(state, world),
        Action::No => bookmarks::refuse(state),
        Action::Code => show_code(state, world),
        Action::SwitchLanguage => switch_language(state, world),
        Action::SwitchMouse => {
            state.mouse = !state.mouse;
            state.say(Notice::Mouse(state.mouse));
        }
        Action::NextTheme => next_theme(state),
        Action::Help => state.overlay = Overlay::Help(Help::over(state)),
        Action::FindInHelp => {
            if let Overlay::Help(help) = &mut state.overlay {
                help.is_typing = true;
            }
        }
        Action::Palette => palette::open(state, world),
        Action::Redraw => return Some(Effect::Repaint),
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Edit(edit) => searching::change_field(state, world, &[Change::Edit(edit)]),
    }
    None
}

/// Whether a key that was read in the help does its work under it.
const fn leaves_help(action: Action) -> bool {
    !matches!(
        action,
        Action::Move(_)
            | Action::Open
            | Action::Leave
            | Action::FindInHelp
            | Action::SwitchLanguage
            | Action::SwitchMouse
            | Action::NextTheme
            | Action::Redraw
            | Action::Quit
            | Action::Suspend
    )
}

fn focus(state: &mut State, pane: usize) {
    state.overlay = Overlay::None;
    state.view.in_reader = false;
    state.view.pane = pane;
}

fn turn(state: &mut State, world: &World, by: usize) {
    let pane = state.view.pane;
    let tab = &mut state.view.panes[pane].tab;
    *tab = (*tab + by) % world.panes[pane].len();
}

fn open(state: &mut State, world: &World) {
    match &mut state.overlay {
        Overlay::Search(_) => hits::open(state, world),
        Overlay::Find(_) => searching::accept_find(state, world),
        Overlay::Bookmarks(_) => bookmarks::open(state, world),
        Overlay::Note(_) | Overlay::Ask(_) | Overlay::Palette(_) => {}
        Overlay::Help(help) if help.is_typing => help.is_typing = false,
        Overlay::Help(help) => state.overlay = *help.under.clone(),
        Overlay::Hints | Overlay::Letter(_) | Overlay::ByHand(_) | Overlay::Code(_) | Overlay::Unfit(_) => {
            state.overlay = Overlay::None;
        }
        Overlay::None if state.view.in_reader => reading::follow(state, world),
        Overlay::None => {
            state.view.in_reader = true;
            state.view.page = Page::Entry;
            reading::select_link_in_sight(state, world);
        }
    }
}

fn leave(state: &mut State, world: &World) {
    match std::mem::take(&mut state.overlay) {
        Overlay::Find(field) => {
            state.view.reading = field.before;
            return_to_anchor(state, world);
        }
        Overlay::Palette(palette) => state.overlay = *palette.under,
        Overlay::Help(mut help) if help.is_narrowed() => {
            help.clear();
            state.overlay = Overlay::Help(help);
        }
        Overlay::Help(help) => state.overlay = *help.under,
        Overlay::Search(search) if search.reading.is_some() => {
            state.overlay = Overlay::Search(Search { reading: None, ..search });
        }
        Overlay::Note(field) => bookmarks::leave_note(state, field),
        Overlay::Ask(question) => state.overlay = bookmarks::reconsider(question),
        Overlay::Search(_)
        | Overlay::Hints
        | Overlay::Letter(_)
        | Overlay::Bookmarks(_)
        | Overlay::ByHand(_)
        | Overlay::Code(_)
        | Overlay::Unfit(_) => {}
        Overlay::None if state.view.page != Page::Entry => visiting::back(state, world),
        Overlay::None if state.view.in_reader => {
            state.view.in_reader = false;
            state.view.reading.find = None;
        }
        Overlay::None => state.view.narrowed = None,
    }
}

fn narrow(state: &mut State, world: &World) {
    let here = state.view.here;
    if let Some(narrowing) = state.view.narrowed.take() {
        // From a pane in which nothing was left, back to what was read.
        if state.cursor(state.view.pane).selected != Some(here) {
            state.view.pane = narrowing.pane;
        }
        state.say(Notice::AllShown);
    } else if !world.record.has_ties(here) {
        state.say(Notice::NothingTied);
    } else {
        let is_chosen_here = state.cursor(state.view.pane).selected == Some(here);
        let pane = if is_chosen_here { state.view.pane } else { world.place_of(here).0 };
        state.view.narrowed = Some(Narrowing { to: here, pane });
        state.say(Notice::Narrowed(here, state.keymap.key_of(Scope::Everywhere, Action::Narrow)));
    }
}

fn show_code(state: &mut State, world: &World) {
    let linked = state.linked(&state.set(world));
    match code::addressed(world, state.view.here, linked) {
        Some(addressed) => state.overlay = Overlay::Code(addressed),
        None => state.say(Notice::NoAddress),
    }
}

/// Where the terminal can't be asked to copy a text, it is shown to be copied by hand.
fn copied(state: &mut State, world: &World, what: What) -> Option<Effect> {
    let text = copy::of(state, world, what);
    state.copied = Some(text.clone());
    if state.has_no_clipboard || hand::is_too_long(&text) {
        by_hand(state, world);
        return None;
    }
    state.say(Notice::Copied(what, text.clone(), None));
    Some(Effect::Copy(text))
}

/// A program has taken what the terminal was asked to copy, too.
pub fn note_taken(state: &mut State, by: &'static str) {
    if let Some(Notice::Copied(_, _, tool)) = &mut state.notice {
        *tool = Some(by);
    }
}

fn by_hand(state: &mut State, world: &World) {
    let text = state.copied.clone().unwrap_or_else(|| copy::of(state, world, What::Name));
    state.overlay = Overlay::ByHand(ByHand::new(text));
}

/// The reader goes on at about the same part of the text.
fn switch_language(state: &mut State, world: &World) {
    let before = state.set(world).chars();
    state.lang = next(state.lang);
    state.view.reading.anchor = in_other_text(state.view.reading.anchor, before, state.set(world).chars());
    return_to_anchor(state, world);
}

/// A place in a text of so many characters, at about the same part of one that has others.
const fn in_other_text(anchor: usize, chars: usize, others: usize) -> usize {
    let whole = if chars == 0 { 1 } else { chars };
    (anchor * others + whole / 2) / whole
}

fn next_theme(state: &mut State) {
    state.theme = state.theme.next(state.own_theme);
    state.say(Notice::Theme(state.theme.name));
}

const fn next(lang: Lang) -> Lang {
    match lang {
        Lang::ZhHant => Lang::ZhHans,
        Lang::ZhHans => Lang::En,
        Lang::En => Lang::ZhHant,
    }
}

/// The field that takes the keys, if one does.
fn prompt(state: &mut State) -> Option<&mut Prompt> {
    match &mut state.overlay {
        Overlay::Search(search) => Some(&mut search.prompt),
        Overlay::Find(field) => Some(&mut field.prompt),
        Overlay::Palette(palette) => Some(&mut palette.prompt),
        Overlay::Help(help) => Some(&mut help.prompt).filter(|_| help.is_typing),
        Overlay::Note(field) => Some(&mut field.prompt),
        Overlay::None
        | Overlay::Hints
        | Overlay::Letter(_)
        | Overlay::Bookmarks(_)
        | Overlay::Ask(_)
        | Overlay::ByHand(_)
        | Overlay::Code(_)
        | Overlay::Unfit(_) => None,
    }
}
