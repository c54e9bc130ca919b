//! The selected hit beside the list: its text in lines, what of it matched, and where it is first in sight.

use super::World;
use super::article::Article;
use super::find::{self, Needle, Spot};
use super::layout::SearchLayout;
use super::set::Set;
use super::sight::Sight;
use super::state::{Search, State};
use crate::data::EntryId;
use crate::search::{Match, Query};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub set: Set,
    /// What gets marks.
    pub spots: Vec<Spot>,
    /// The first line in sight.
    pub top: usize,
}

impl Preview {
    /// The text from where it was scrolled to, or from where it matched. `None` where nothing is selected or there is
    /// no room.
    pub fn of(state: &State, world: &World, search: &Search) -> Option<Self> {
        let preview = Self::at_match(state, world, search)?;
        let height = usize::from(SearchLayout::of(state.size, search.reading.is_some()).preview.height);
        let last_top = preview.set.lines.len().saturating_sub(height);
        let top = search.reading.map_or(preview.top, |top| top.min(last_top));
        Some(Self { top, ..preview })
    }

    /// The text, scrolled so that its first mark is in sight.
    pub fn at_match(state: &State, world: &World, search: &Search) -> Option<Self> {
        let area = SearchLayout::of(state.size, search.reading.is_some()).preview;
        let id = search.selected.filter(|_| !area.is_empty())?;
        let set = Set::of(&Article::of(world, id, state.lang), usize::from(area.width), state.ambiguous);
        let spots = spots(&set, world, &search.query(), id);
        let first = spots.iter().map(|spot| spot.line).min().unwrap_or(0);
        let sight = Sight { top: 0, height: usize::from(area.height), count: set.lines.len() };
        Some(Self { top: sight.showing(first), set, spots })
    }
}

fn spots(set: &Set, world: &World, query: &Query, id: EntryId) -> Vec<Spot> {
    let mut needles: Vec<Needle> = Vec::new();
    for needle in world
        .marker(query)
        .map_or_else(Vec::new, |marker| marker.matches(id))
        .iter()
        .flat_map(|one| needles_of(one, query))
    {
        if !needles.contains(&needle) {
            needles.push(needle);
        }
    }
    needles.iter().flat_map(|needle| find::spots_of(set, needle)).collect()
}

/// What is one piece of a text is marked wherever it stands, and scattered characters only where the whole text does:
/// elsewhere they mean nothing.
fn needles_of(one: &Match, query: &Query) -> Vec<Needle> {
    let mut words: Vec<Needle> =
        query.terms().filter_map(|term| term.word.as_ref()).map(|word| Needle::whole(&word.text)).collect();
    words.extend(query.phrase.as_ref().map(|word| Needle::whole(&word.text)));
    let mut needles = Vec::new();
    let mut scattered = Vec::new();
    for mark in &one.marks {
        let needle = Needle::whole(one.text.get(mark.clone()).unwrap_or_default());
        if one.marks.len() == 1 || words.contains(&needle) {
            needles.push(needle);
        } else {
            scattered.push(mark.clone());
        }
    }
    if !scattered.is_empty() {
        needles.push(Needle::marked(&one.text, &scattered));
    }
    needles
}
