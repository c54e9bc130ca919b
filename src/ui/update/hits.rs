//! The hits of the search over everything: looking, choosing among them, reading them one after the other.

use super::super::World;
use super::super::action::Motion;
use super::super::layout::SearchLayout;
use super::super::preview::Preview;
use super::super::sight::Sight;
use super::super::state::{MOST_HITS, NOTHING, Notice, Overlay, Search, State};
use super::{queries, visiting};
use crate::data::EntryId;
use crate::search::{Counts, Trail};

/// The list grows by this factor.
const GROWTH: usize = 10;

/// Looks for what stands in the field now.
pub(super) fn look_anew(search: &mut Search, world: &World) {
    search.limit = MOST_HITS;
    look(search, world, None);
}

/// Looks for the same among another kind, or for more of it: what was counted stays counted.
fn look_again(search: &mut Search, world: &World) {
    let known = search.waiting.is_none().then_some((search.found.counts, search.found.is_counted));
    look(search, world, known);
}

/// Looks for the same in a newer version of the record, where entries have `moved`.
pub(super) fn look_in_newer(search: &mut Search, world: &World, moved: &dyn Fn(EntryId) -> Option<EntryId>) {
    keeping_row(search, |search| {
        let selected = search.selected.and_then(moved);
        search.reading = search.reading.filter(|_| selected.is_some());
        search.selected = selected;
        search.visited = search.visited.iter().filter_map(|id| moved(*id)).collect();
        search.trail = Trail::default();
        look(search, world, None);
    });
}

/// The one place where everything is searched.
fn look(search: &mut Search, world: &World, known: Option<(Counts, bool)>) {
    keeping_row(search, |search| {
        let query = search.query();
        search.waiting = (!query.is_blank() && !world.is_ready()).then(|| world.progress());
        if query.is_blank() || search.waiting.is_some() {
            search.found = NOTHING;
            return;
        }
        search.found = world.find_on(&query, search.kind.as_slice(), search.limit, &mut search.trail);
        if let (false, Some((counts, is_counted))) = (search.found.is_counted, known) {
            search.count_at_least(&counts);
            search.found.is_counted = is_counted;
        }
    });
}

/// Changes the list. A selection that the reader chose stays where it is on the screen; if its entry is gone, or none
/// was chosen, the first one is selected.
fn keeping_row(search: &mut Search, change: impl FnOnce(&mut Search)) {
    let above = search.selected_row(&search.rows()).saturating_sub(search.top);
    change(search);
    let listed = search.listed();
    search.is_chosen &= search.selected.is_some_and(|id| listed.contains(&id));
    if search.is_chosen {
        search.top = search.selected_row(&search.rows()).saturating_sub(above);
    } else {
        search.selected = listed.first().copied();
        search.top = 0;
    }
}

/// Moves the selection, or scrolls the text that is read.
pub(super) fn go(state: &mut State, world: &World, motion: Motion, count: Option<usize>) {
    let Overlay::Search(search) = &state.overlay else { return };
    let layout = SearchLayout::of(state.size, search.reading.is_some());
    let preview = search.reading.and(Preview::of(state, world, search));
    let Overlay::Search(search) = &mut state.overlay else { return };
    if let (Some(Preview { set, top, .. }), height) = (preview, usize::from(layout.preview.height)) {
        search.reading = Some(Sight { top, height, count: set.lines.len() }.scrolled(motion, count));
        return;
    }
    let rows = search.rows();
    let sight = Sight { top: search.top, height: usize::from(layout.hits.height), count: rows.len() };
    let row = search.selected_row(&rows);
    let to = sight.moved(motion, count, row);
    let below = rows.iter().skip(to).find_map(|row| row.entry());
    let above = rows.iter().take(to + 1).rev().find_map(|row| row.entry());
    let Some(id) = (if to < row { above.or(below) } else { below.or(above) }) else { return };
    search.selected = Some(id);
    search.is_chosen = true;
    let to = search.selected_row(&rows);
    // What stands over the first entry comes into sight with it.
    let is_first = rows.iter().take(to).all(|row| row.entry().is_none());
    search.top = if is_first { sight.reaching(0) } else { sight.showing(to) };
    grow(search, world);
}

/// At the end of the list it goes on, where more match.
fn grow(search: &mut Search, world: &World) {
    let is_last = search.selected.is_some() && search.listed().last().copied() == search.selected;
    if is_last && search.has_more() {
        search.limit = search.limit.saturating_mul(GROWTH);
        look_again(search, world);
    }
}

pub(super) fn turn_kind(state: &mut State, world: &World, forward: bool) {
    let Overlay::Search(search) = &mut state.overlay else { return };
    let kinds = search.kinds();
    let at = kinds.iter().position(|kind| *kind == search.kind).unwrap_or(0);
    search.kind = kinds[(at + if forward { 1 } else { kinds.len() - 1 }) % kinds.len()];
    search.limit = MOST_HITS;
    look_again(search, world);
}

/// Takes near sounds for each other, or no longer, in this search and in those that follow.
pub(super) fn switch_slips(state: &mut State, world: &World) {
    state.slips = !state.slips;
    let Overlay::Search(search) = &mut state.overlay else { return };
    search.slips = state.slips;
    look_anew(search, world);
}

pub(super) fn group(state: &mut State) {
    let Overlay::Search(search) = &mut state.overlay else { return };
    keeping_row(search, |search| search.is_grouped = !search.is_grouped);
}

/// Opens the selected hit in the reader.
pub(super) fn open(state: &mut State, world: &World) {
    let Overlay::Search(search) = &state.overlay else { return };
    let Some(id) = search.selected else { return };
    remember(state);
    visiting::visit(state, world, id);
}

/// Opens the selected hit beside the list.
pub(super) fn read(state: &mut State, world: &World) {
    let Overlay::Search(search) = &mut state.overlay else { return };
    if search.selected.is_some() {
        search.is_chosen = true;
        read_from_match(state, world);
        remember(state);
    }
}

/// The next hit of the search that is open, or of the last one.
pub(super) fn next_hit(state: &mut State, world: &World, forward: bool) {
    if let Overlay::Search(search) = &mut state.overlay {
        let went_round = step(search, world, forward);
        read_from_match(state, world);
        remember(state);
        if went_round {
            state.say(Notice::Wrapped);
        }
        return;
    }
    let Some(search) = &mut state.searched else {
        state.say(Notice::NoHits);
        return;
    };
    let went_round = step(search, world, forward);
    if let Some(id) = search.selected {
        let in_reader = state.view.in_reader;
        visiting::go(state, world, id, in_reader);
    }
    if went_round {
        state.say(Notice::Wrapped);
    }
}

/// Selects the next hit, round the ends of all that match. Whether it went round.
fn step(search: &mut Search, world: &World, forward: bool) -> bool {
    grow(search, world);
    let is_first = search.place() == 1;
    if is_first && !forward && search.has_more() {
        search.limit = usize::MAX;
        look_again(search, world);
    }
    let listed = search.listed();
    let Some(at) = listed.iter().position(|id| Some(*id) == search.selected) else { return false };
    let next = (at + if forward { 1 } else { listed.len() - 1 }) % listed.len();
    search.selected = Some(listed[next]);
    search.is_chosen = true;
    (next > at) != forward
}

/// The text of the selected hit has the keys, from where it matched.
fn read_from_match(state: &mut State, world: &World) {
    let Overlay::Search(search) = &mut state.overlay else { return };
    let mut search = search.clone();
    // Where the text stands depends on whether it has the keys.
    search.reading = Some(0);
    search.reading = Preview::at_match(state, world, &search).map(|preview| preview.top);
    state.overlay = Overlay::Search(search);
}

/// Notes the search, whose hits are gone through from here on.
fn remember(state: &mut State) {
    let Overlay::Search(search) = &state.overlay else { return };
    if search.query().is_blank() {
        return;
    }
    let search = Search { reading: None, ..search.clone() };
    queries::note(state, search.prompt.text().trim().to_owned());
    state.searched = Some(search);
}
