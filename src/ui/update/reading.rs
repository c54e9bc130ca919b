//! In the reader: scrolling, links, matches.

use super::super::World;
use super::super::find;
use super::super::layout::Layout;
use super::super::set::Set;
use super::super::sight::Sight;
use super::super::state::{Notice, Overlay, State};
use super::pages;

/// The letters that links are given, in order.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The reader's text and what of it is in sight.
fn sight(state: &State, world: &World) -> (Set, Sight) {
    let set = state.set(world);
    let height = usize::from(Layout::of(state, world).text.height);
    let sight = Sight { top: state.view.reading.top, height, count: set.lines.len() };
    (set, sight)
}

fn links_in_sight(set: &Set, sight: Sight) -> impl Iterator<Item = usize> + '_ {
    let end = sight.top + sight.height;
    let shown = move |link: &super::super::set::Link| link.lines.start < end && link.lines.start >= sight.top;
    set.links.iter().enumerate().filter(move |(_, link)| shown(link)).map(|(number, _)| number)
}

/// Scrolls; a selected link that went out of sight hands over to the nearest one in sight.
pub(super) fn scroll(state: &mut State, world: &World, to: impl Fn(Sight) -> usize) {
    let (set, mut sight) = sight(state, world);
    let down = to(sight) >= sight.top;
    sight.top = to(sight);
    state.view.reading.top = sight.top;
    let in_sight: Vec<usize> = links_in_sight(&set, sight).collect();
    let selected = state.view.reading.link.filter(|link| in_sight.contains(link));
    let nearest = if down { in_sight.first() } else { in_sight.last() };
    state.view.reading.link = selected.or(nearest.copied());
}

pub(super) fn select_link_in_sight(state: &mut State, world: &World) {
    scroll(state, world, |sight| sight.top);
}

/// The text goes on with the same words in lines of another length.
pub(super) fn zoom(state: &mut State, world: &World) {
    state.overlay = Overlay::None;
    state.view.is_zoomed = !(state.view.is_zoomed && state.view.in_reader);
    state.view.in_reader = true;
    super::return_to_anchor(state, world);
    select_link_in_sight(state, world);
}

/// Steps `by` links on, round the ends.
pub(super) fn next_link(state: &mut State, world: &World, by: isize) {
    let (set, sight) = sight(state, world);
    let count = set.links.len();
    if count == 0 {
        state.say(Notice::NoLinks);
        return;
    }
    let link = match state.view.reading.link {
        Some(link) => (link + count).saturating_add_signed(by) % count,
        None => links_in_sight(&set, sight).next().unwrap_or(0),
    };
    state.view.reading.link = Some(link);
    let lines = &set.links[link].lines;
    let top = sight.showing(lines.end.saturating_sub(1));
    state.view.reading.top = Sight { top, ..sight }.showing(lines.start);
}

/// Follows the selected link. If it went out of sight on a screen of another size, one that is in sight is selected.
pub(super) fn follow(state: &mut State, world: &World) {
    let (set, sight) = sight(state, world);
    let in_sight = |link: &usize| links_in_sight(&set, sight).any(|other| other == *link);
    match state.view.reading.link.filter(in_sight).and_then(|link| set.links.get(link)) {
        Some(link) => pages::follow(state, world, link),
        None if set.links.is_empty() => state.say(Notice::NoLinks),
        None => select_link_in_sight(state, world),
    }
}

/// The letters over the links in sight, each with the place of its link among the links of the text.
pub fn hints(set: &Set, top: usize, height: usize) -> Vec<(char, usize)> {
    let sight = Sight { top, height, count: set.lines.len() };
    LETTERS.chars().zip(links_in_sight(set, sight)).collect()
}

pub(super) fn show_hints(state: &mut State, world: &World) {
    let (set, sight) = sight(state, world);
    if set.links.is_empty() {
        state.say(Notice::NoLinks);
    } else if links_in_sight(&set, sight).next().is_none() {
        state.say(Notice::NoLinksInSight);
    } else {
        state.overlay = Overlay::Hints;
    }
}

/// A letter was typed over the links.
pub fn follow_hint(state: &mut State, world: &World, letter: char) {
    let (set, sight) = sight(state, world);
    state.overlay = Overlay::None;
    if let Some((_, link)) = hints(&set, sight.top, sight.height).into_iter().find(|(hint, _)| *hint == letter) {
        state.view.reading.link = Some(link);
        pages::follow(state, world, &set.links[link]);
    }
    super::settle(state, world);
}

/// Steps `by` matches on, round the ends, and says when it went round.
pub(super) fn next_match(state: &mut State, world: &World, by: isize) {
    let (set, _) = sight(state, world);
    let Some(find) = &mut state.view.reading.find else { return };
    let spots = find::spots(&set, &find.words);
    let count = find::count(&spots);
    if count == 0 {
        let words = find.words.clone();
        state.say(Notice::NotFound(words));
        return;
    }
    let next = (find.current + count).saturating_add_signed(by) % count;
    let went_round = if by > 0 { next < find.current } else { next > find.current };
    find.current = next;
    show_match(state, world);
    if went_round {
        state.say(Notice::Wrapped);
    }
}

/// Looks for `words` from the first line in sight on.
pub(super) fn find_from_here(state: &mut State, world: &World, words: &str) {
    let (set, sight) = sight(state, world);
    let spots = find::spots(&set, words);
    let current = spots.iter().find(|spot| spot.line >= sight.top).map_or(0, |spot| spot.number);
    state.view.reading.find = Some(find::Find { words: words.to_owned(), current });
    show_match(state, world);
}

/// Brings the current match into sight, and selects the link that it stands in, else one that is in sight.
fn show_match(state: &mut State, world: &World) {
    let (set, _) = sight(state, world);
    let Some(find) = &state.view.reading.find else { return };
    let spots = find::spots(&set, &find.words);
    let Some(spot) = spots.iter().find(|spot| spot.number == find.current) else { return };
    scroll(state, world, |sight| sight.showing(spot.line));
    state.view.reading.link = set.link_at(spot.line, spot.range.start).or(state.view.reading.link);
}
