//! Bookmarks: entries on a list, with notes. What is changed is kept, and can be undone.

use super::super::World;
use super::super::action::{Action, Effect};
use super::super::bookmarks::{Item, Listing, NoteField, Question, Row, items, name_of};
use super::super::kept::{Keep, Kept, Place, Reply, Told};
use super::super::keymap::Scope;
use super::super::state::{Notice, Overlay, State};
use super::super::words::Words;
use super::visiting;

/// Changes beyond this can't be undone, the oldest first.
const MOST_CHANGES: usize = 200;

/// Makes a change to what is kept.
pub(super) fn keep(state: &mut State, world: &World, keep: Keep) -> Effect {
    let undoes = changing(state, world, |kept| kept.change(keep.clone()));
    state.changes.push(undoes);
    if state.changes.len() > MOST_CHANGES {
        state.changes.remove(0);
    }
    Effect::Keep(keep)
}

/// Changes what is kept. The text of the reader goes on where it is, whatever note of the reader's own comes into it.
fn changing<T>(state: &mut State, world: &World, change: impl FnOnce(&mut Kept) -> T) -> T {
    let anchor = state.view.reading.anchor;
    // At its beginning a text stays.
    if anchor == 0 {
        return change(&mut state.kept);
    }
    let before = state.note_chars(world);
    let changed = change(&mut state.kept);
    state.view.reading.anchor = (anchor + state.note_chars(world)).saturating_sub(before);
    super::return_to_anchor(state, world);
    changed
}

/// Something was kept, or not.
pub fn hear(state: &mut State, world: &World, reply: Reply) {
    if let Some(kept) = reply.kept {
        changing(state, world, |before| *before = kept);
    }
    if let Some(trouble) = reply.trouble {
        state.say(Notice::Kept(Told::Trouble(trouble)));
    }
    super::settle(state, world);
}

/// What is being typed and would be lost with the session.
pub fn unsaved(state: &State) -> Option<Keep> {
    state.overlay.note()?.change(&state.kept)
}

/// Goes on where a session was, and says so, unless there is something more urgent. Where the record no longer has that,
/// nothing happens.
pub fn resume(state: &mut State, world: &World, place: &Place) {
    let urgent = state.notice.take();
    go_on(state, world, place);
    state.notice = urgent.or(state.notice.take());
}

fn go_on(state: &mut State, world: &World, place: &Place) {
    let Some((entry, page)) = place.target(world) else { return };
    if *place == Place::of(state, world) || !visiting::return_to(state, world, place) {
        return;
    }
    super::settle(state, world);
    let words = Words::of(state.lang);
    let name = if page.is_of_entry() { world.record.entry(entry).name.shown(state.lang) } else { words.page(page) };
    let key = state.keymap.key_of(Scope::Everywhere, Action::Home);
    state.say(Notice::Kept(Told::Resumed(name.to_owned(), key)));
}

/// Undoes the last change.
pub(super) fn undo(state: &mut State, world: &World) -> Option<Effect> {
    let Some(change) = state.changes.pop() else {
        state.say(Notice::Kept(Told::NothingToUndo));
        return None;
    };
    let undone = changing(state, world, |kept| kept.change(change.clone()));
    let (item, is_there) = match &change {
        Keep::Mark(letter, place) => (Item::Mark(*letter), place.is_some()),
        Keep::Note(key, note) => (Item::Bookmark(key.clone()), note.is_some()),
    };
    state.say(Notice::Kept(Told::Undone(match undone {
        Keep::Mark(letter, _) => letter.to_string(),
        Keep::Note(key, _) => name_of(world, &key, state.lang),
    })));
    if let Overlay::Bookmarks(listing) = &mut state.overlay
        && is_there
    {
        listing.selected = Some(item);
    }
    Some(Effect::Keep(change))
}

/// Puts the entry that is read on the list; where it is there, opens its note.
pub(super) fn bookmark(state: &mut State, world: &World) -> Option<Effect> {
    if !state.view.page.is_of_entry() {
        state.say(Notice::Kept(Told::NoEntry));
        return None;
    }
    let key = world.record.entry(state.view.here).key.to_string();
    if state.kept.notes.contains_key(&key) {
        state.overlay = Overlay::Note(NoteField::new(&state.kept, key, None));
        return None;
    }
    let opens = state.keymap.key_of(Scope::Everywhere, Action::Bookmark);
    state.say(Notice::Kept(Told::Added(name_of(world, &key, state.lang), opens)));
    Some(keep(state, world, Keep::Note(key, Some(String::new()))))
}

/// Opens the list, at the entry that is read if it is there.
pub(super) fn list(state: &mut State, world: &World) {
    let here = Item::Bookmark(world.record.entry(state.view.here).key.to_string());
    let items = items(&state.kept, world);
    let selected = items.iter().find(|item| **item == here).or(items.first()).cloned();
    state.overlay = Overlay::Bookmarks(Listing { selected, top: 0 });
}

/// Goes where the selected row leads.
pub(super) fn open(state: &mut State, world: &World) {
    let Some(row) = selected(state, world) else { return };
    let place = match &row.item {
        Item::Mark(letter) => state.kept.marks.get(letter).cloned(),
        Item::Bookmark(_) => None,
    };
    match (row.entry, place) {
        (Some(_), Some(place)) => {
            visiting::return_to(state, world, &place);
        }
        (Some(entry), None) => visiting::visit(state, world, entry),
        (None, _) => state.say(Notice::Kept(Told::Gone(row.name))),
    }
}

/// Opens the note of the selected row's entry.
pub(super) fn edit_note(state: &mut State, world: &World) {
    let Some(row) = selected(state, world) else { return };
    let key = match (&row.item, row.entry) {
        (Item::Bookmark(key), _) => key.clone(),
        (Item::Mark(_), Some(entry)) => world.record.entry(entry).key.to_string(),
        (Item::Mark(_), None) => {
            state.say(Notice::Kept(Told::Gone(row.name)));
            return;
        }
    };
    let listing = state.overlay.listing().cloned();
    state.overlay = Overlay::Note(NoteField::new(&state.kept, key, listing));
}

/// Removes the selected row; a bookmark with a note only after a question.
pub(super) fn remove(state: &mut State, world: &World) -> Option<Effect> {
    let row = selected(state, world)?;
    match (&row.item, &state.overlay) {
        (Item::Bookmark(_), Overlay::Bookmarks(listing)) if !row.note.is_empty() => {
            state.overlay = Overlay::Ask(Question::Remove(listing.clone()));
            None
        }
        _ => Some(remove_row(state, world, row)),
    }
}

fn remove_row(state: &mut State, world: &World, row: Row) -> Effect {
    let before = items(&state.kept, world);
    let place = before.iter().position(|item| *item == row.item).unwrap_or(0);
    let next = before.get(place + 1).or(place.checked_sub(1).and_then(|place| before.get(place))).cloned();
    let top = state.overlay.listing().map_or(0, |listing| listing.top);
    state.overlay = Overlay::Bookmarks(Listing { selected: next, top });
    let undoes = state.keymap.key_of(Scope::Bookmarks, Action::Undo);
    let (name, change) = match row.item {
        Item::Mark(letter) => (letter.to_string(), Keep::Mark(letter, None)),
        Item::Bookmark(key) => (row.name, Keep::Note(key, None)),
    };
    state.say(Notice::Kept(Told::Removed(name, undoes)));
    keep(state, world, change)
}

/// Keeps the note as it stands in the field.
pub(super) fn accept(state: &mut State, world: &World) -> Option<Effect> {
    let field = match std::mem::take(&mut state.overlay) {
        Overlay::Note(field) | Overlay::Ask(Question::Note(field)) => field,
        other => {
            state.overlay = other;
            return None;
        }
    };
    let change = field.change(&state.kept);
    close(state, field);
    let change = change?;
    let is_there = matches!(&change, Keep::Note(_, Some(note)) if !note.is_empty());
    let scope = if state.overlay == Overlay::None { Scope::Everywhere } else { Scope::Bookmarks };
    state.say(Notice::Kept(Told::Noted(is_there, state.keymap.key_of(scope, Action::Undo))));
    Some(keep(state, world, change))
}

/// Leaves the field of a note; a changed one only after a question.
pub(super) fn leave_note(state: &mut State, field: NoteField) {
    if field.change(&state.kept).is_some() {
        state.overlay = Overlay::Ask(Question::Note(field));
    } else {
        close(state, field);
    }
}

/// Closes the help for what a key does under it. Whether a note that was being typed there is asked of instead.
pub(super) fn close_help(state: &mut State) -> bool {
    let field = state.overlay.note().filter(|field| field.change(&state.kept).is_some()).cloned();
    state.overlay = field.map_or(Overlay::None, |field| Overlay::Ask(Question::Note(field)));
    state.overlay != Overlay::None
}

fn close(state: &mut State, field: NoteField) {
    state.overlay = field.listing.map_or(Overlay::None, Overlay::Bookmarks);
}

/// The question is answered with yes.
pub(super) fn agree(state: &mut State, world: &World) -> Option<Effect> {
    match &state.overlay {
        Overlay::Ask(Question::Remove(_)) => {
            let row = selected(state, world)?;
            Some(remove_row(state, world, row))
        }
        Overlay::Ask(Question::Note(_)) => accept(state, world),
        _ => None,
    }
}

/// The question is answered with no.
pub(super) fn refuse(state: &mut State) {
    match std::mem::take(&mut state.overlay) {
        Overlay::Ask(Question::Remove(listing)) => state.overlay = Overlay::Bookmarks(listing),
        Overlay::Ask(Question::Note(field)) => close(state, field),
        other => state.overlay = other,
    }
}

/// The question is not answered: what it was asked of goes on.
pub(super) fn reconsider(question: Question) -> Overlay {
    match question {
        Question::Remove(listing) => Overlay::Bookmarks(listing),
        Question::Note(field) => Overlay::Note(field),
    }
}

/// The selected row of the list.
pub(super) fn selected(state: &State, world: &World) -> Option<Row> {
    let item = state.overlay.listing()?.selected.clone()?;
    Row::of(&state.kept, world, item, state.lang)
}
