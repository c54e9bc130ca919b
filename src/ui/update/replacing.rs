//! A newer version of the record takes the place of the one that is shown. Each place is kept by the id of its entry.

use super::super::World;
use super::super::action::Action;
use super::super::code::{self, Addressed};
use super::super::keymap::Scope;
use super::super::layout::Layout;
use super::super::list::List;
use super::super::notice::Unread;
use super::super::page::Page;
use super::super::set::Set;
use super::super::state::{FindField, ListCursor, Narrowing, Notice, Overlay, Pane, Reading, State, View};
use super::{hits, in_other_text, reading};
use crate::data::EntryId;

/// Shows a newer version, of which the index is made if it is large.
pub fn replace(state: &mut State, old: &World, new: &World) {
    let versions = Versions { old, new };
    let text = Text { set: state.set(old), own: state.note_chars(old) };
    state.unread = None;
    let had_link = state.view.reading.link.is_some();
    let hinted = versions.hinted(state, &text.set);
    let (view, is_there) = versions.view(&state.view);
    state.view = view;
    // Where nothing was shown, something is now: that was not chosen.
    let pane = state.view.pane;
    if !state.view.in_reader && state.cursor(pane).selected.is_none() && state.row_count(new, pane) > 0 {
        let (pane, tab) = new.place_of(state.view.here);
        state.view.pane = pane;
        state.view.panes[pane].tab = tab;
        state.cursor_mut(pane).selected = Some(state.view.here);
    }
    state.typing.before.iter_mut().for_each(|view| *view = versions.view(view).0);
    for views in [&mut state.back, &mut state.forward] {
        let moved = views.iter().map(|view| versions.view(view)).filter(|(_, is_there)| *is_there);
        *views = moved.map(|(view, _)| view).collect();
        views.dedup();
    }
    state.visited = versions.all(&state.visited);
    state.compared = state.compared.and_then(|id| versions.moved(id));
    if let Some(search) = &mut state.searched {
        hits::look_in_newer(search, new, &|id| versions.moved(id));
    }
    let now = Text { set: state.set(new), own: state.note_chars(new) };
    if is_there {
        versions.go_on(&mut state.view.reading, &text, &now);
    }
    let overlay = std::mem::take(&mut state.overlay);
    state.overlay = versions.overlay(state, overlay, (&text, &now));
    if matches!(state.overlay, Overlay::Hints) && hinted != Some(hints(state, new, &now.set)) {
        state.overlay = Overlay::None;
    }
    super::settle(state, new);
    if had_link && state.view.reading.link.is_none() {
        reading::select_link_in_sight(state, new);
    }
    let comparing = match state.notice.take() {
        Some(Notice::Comparing(id, key)) => versions.moved(id).map(|id| Notice::Comparing(id, key)),
        _ => None,
    };
    let key = new.older.as_ref().map(|_| state.keymap.key_of(Scope::Everywhere, Action::Page(Page::Changes)));
    let faults = Notice::of_faults(new, &state.keymap).map(Box::new);
    state.notice = comparing.or(Some(Notice::Reloaded(key.unwrap_or_default(), faults)));
    super::settle(state, new);
}

/// There is a newer version that can't be read: what is shown stays.
pub fn unread(state: &mut State, why: Unread) {
    state.unread = Some(why.clone());
    state.say(Notice::Unread(why));
}

/// The text of the reader, and how many of its characters are the reader's own.
struct Text {
    set: Set,
    own: usize,
}

impl Text {
    /// A place in this text at about the same part of another.
    fn anchor_in(&self, anchor: usize, other: &Self) -> usize {
        // What is the reader's own stands first.
        if anchor <= self.own {
            return anchor.min(other.own);
        }
        let chars = |text: &Self| text.set.chars().saturating_sub(text.own);
        other.own + in_other_text(anchor - self.own, chars(self), chars(other))
    }
}

/// What the letters on the links in sight lead to.
fn hints(state: &State, world: &World, set: &Set) -> Vec<(char, Option<EntryId>)> {
    let height = usize::from(Layout::of(state, world).text.height);
    let letters = reading::hints(set, state.view.reading.top, height);
    letters.into_iter().map(|(letter, link)| (letter, set.links.get(link).map(|link| link.to))).collect()
}

#[derive(Clone, Copy)]
struct Versions<'a> {
    old: &'a World,
    new: &'a World,
}

impl Versions<'_> {
    /// The entry in the newer version; `None` if that no longer has it.
    fn moved(self, id: EntryId) -> Option<EntryId> {
        self.new.record.find(&self.old.record.entry(id).key)
    }

    fn all(self, ids: &[EntryId]) -> Vec<EntryId> {
        ids.iter().filter_map(|id| self.moved(*id)).collect()
    }

    /// The letters that are on the links, if they are.
    fn hinted(self, state: &State, set: &Set) -> Option<Vec<(char, Option<EntryId>)>> {
        let moved = |(letter, to): (char, Option<EntryId>)| (letter, to.and_then(|to| self.moved(to)));
        let is_hinted = matches!(state.overlay, Overlay::Hints);
        is_hinted.then(|| hints(state, self.old, set).into_iter().map(moved).collect())
    }

    /// The same entry or, where that is gone, the next one of its list that is still there, else the one before.
    fn near(self, list: List, id: EntryId) -> Option<EntryId> {
        self.moved(id).or_else(|| {
            let ids = self.old.lists.get(list);
            let (before, after) = ids.split_at(ids.iter().position(|other| *other == id)?);
            after.iter().chain(before.iter().rev()).find_map(|id| self.moved(*id))
        })
    }

    /// A place, and whether its entry is still there.
    fn view(self, view: &View) -> (View, bool) {
        let on_top = |pane: usize| self.old.panes.get(pane)?.get(view.panes.get(pane)?.tab).copied();
        let holder = |list: List| self.new.panes.iter().position(|lists| lists.contains(&list));
        let mut tops: Vec<List> = (0..self.old.panes.len()).filter_map(on_top).collect();
        let focused = on_top(view.pane);
        tops.sort_by_key(|list| Some(*list) != focused);
        let mut panes: Vec<Pane> = self.new.panes.iter().map(|lists| self.pane(view, lists, &tops)).collect();

        let kept = self.moved(view.here);
        let (pane, tab) = self.old.place_of(view.here);
        let here = kept.or_else(|| self.near(self.old.panes[pane][tab], view.here)).unwrap_or(self.new.start);
        let pane = focused.and_then(holder).unwrap_or_else(|| {
            let (pane, tab) = self.new.place_of(here);
            panes[pane].tab = tab;
            pane
        });
        let page = match view.page {
            page if !page.is_of_entry() => page,
            _ if kept.is_none() => Page::Entry,
            Page::Compare(other) => self.moved(other).map_or(Page::Entry, Page::Compare),
            Page::Relations if !self.new.record.has_ties(here) => Page::Entry,
            page => page,
        };
        let narrowed = view.narrowed.and_then(|narrowing| {
            let pane = on_top(narrowing.pane).and_then(holder)?;
            Some(Narrowing { to: self.moved(narrowing.to)?, pane })
        });
        let is_there = kept.is_some() || !page.is_of_entry();
        let reading = if is_there { view.reading.clone() } else { Reading::default() };
        let (in_reader, is_zoomed) = (view.in_reader, view.is_zoomed);
        (View { panes, pane, in_reader, here, page, is_zoomed, reading, narrowed }, is_there)
    }

    /// A pane of these lists: the first that was on top is on top, and each stands where it stood.
    fn pane(self, view: &View, lists: &[List], tops: &[List]) -> Pane {
        let cursor = |list: &List| {
            let all = self.old.panes.iter().zip(&view.panes);
            let before =
                all.flat_map(|(lists, pane)| lists.iter().zip(&pane.cursors)).find(|(other, _)| *other == list);
            let first = || self.new.lists.get(*list).first().copied();
            match before {
                // Nothing of the list was shown.
                Some((_, cursor)) if cursor.selected.is_none() => *cursor,
                Some((_, cursor)) => {
                    let near = cursor.selected.and_then(|id| self.near(*list, id));
                    ListCursor { selected: near.or_else(first), ..*cursor }
                }
                None => ListCursor { selected: first(), ..ListCursor::default() },
            }
        };
        let tab = tops.iter().find_map(|top| lists.iter().position(|list| list == top));
        Pane { tab: tab.unwrap_or(0), cursors: lists.iter().map(cursor).collect() }
    }

    /// The text of the same entry goes on at about the same part, with the same link.
    fn go_on(self, reading: &mut Reading, text: &Text, now: &Text) {
        // Lines without a character, which no anchor tells apart, and lines that are above it at the end of a text.
        let (top, line) = (reading.top, text.set.line_at(reading.anchor));
        reading.anchor = text.anchor_in(reading.anchor, now);
        reading.top = (now.set.line_at(reading.anchor) + top).saturating_sub(line);
        reading.link = reading.link.and_then(|link| {
            let to = self.moved(text.set.links.get(link)?.to)?;
            let links = now.set.links.iter().enumerate().filter(|(_, link)| link.to == to);
            links.map(|(place, _)| place).min_by_key(|place| place.abs_diff(link))
        });
    }

    /// What lies over the panes of a state that is otherwise of the newer version; the text of the reader was and is.
    fn overlay(self, state: &mut State, overlay: Overlay, (text, now): (&Text, &Text)) -> Overlay {
        match overlay {
            Overlay::Search(mut search) => {
                hits::look_in_newer(&mut search, self.new, &|id| self.moved(id));
                Overlay::Search(search)
            }
            Overlay::Find(FindField { prompt, mut before }) => {
                self.go_on(&mut before, text, now);
                Overlay::Find(FindField { prompt, before })
            }
            Overlay::Help(mut help) => {
                *help.under = self.overlay(state, std::mem::take(&mut *help.under), (text, now));
                Overlay::Help(help)
            }
            Overlay::Palette(mut palette) => {
                state.overlay = self.overlay(state, std::mem::take(&mut *palette.under), (text, now));
                Overlay::Palette(palette.anew(state, self.new))
            }
            Overlay::Code(Addressed { document, .. }) => {
                let document = self.moved(document);
                let addressed = document.and_then(|document| code::addressed(self.new, document, None));
                addressed.map_or(Overlay::None, Overlay::Code)
            }
            Overlay::None
            | Overlay::Hints
            | Overlay::Letter(_)
            | Overlay::Bookmarks(_)
            | Overlay::Note(_)
            | Overlay::Ask(_)
            | Overlay::ByHand(_)
            | Overlay::Unfit(_) => overlay,
        }
    }
}
