//! Searching everything and finding in a text, and going through what was found.

use super::reading::{kind, plain};
use super::telling::heard;
use super::{Choice, Item, Turn, filled};
use crate::data::{EntryId, Kind, Lang};
use crate::text::cut::ELLIPSIS;
use crate::text::width;
use crate::ui::action::{Action, Motion};
use crate::ui::article::{Block, Role};
use crate::ui::find;
use crate::ui::prompt::Prompt;
use crate::ui::set::Line;
use crate::ui::state::{HitRow, Notice, Overlay, Search};
use crate::ui::understood;
use crate::ui::update::{count, search_for, settle, type_in};
use crate::ui::words::Words;

impl Turn<'_> {
    /// Searches everything; without words, lists what was read lately.
    pub(super) fn search(&mut self, typed: &str) {
        search_for(&mut self.linear.state, self.world, Prompt::new(typed));
        settle(&mut self.linear.state, self.world);
        self.tell_hits();
    }

    /// The last search is open again. Whether there was one.
    pub(super) fn reopen(&mut self) -> bool {
        if !matches!(self.state().overlay, Overlay::Search(_)) {
            let Some(search) = self.linear.search.clone() else {
                self.say(&Notice::NoHits.told(self.world, self.state().lang));
                return false;
            };
            self.linear.state.overlay = Overlay::Search(search);
        }
        true
    }

    /// Does something to the last search, and tells its hits.
    pub(super) fn in_search(&mut self, action: Action) {
        if self.reopen() {
            self.update(action);
            self.tell_hits();
        }
    }

    /// Lists the hits of one kind, of all kinds, or of the next.
    pub(super) fn turn_kind(&mut self, typed: &str) {
        if !self.reopen() {
            return;
        }
        let is_all = Lang::ALL.iter().any(|lang| plain(Words::of(*lang).all) == plain(typed));
        let wanted = kind(typed).map(Some).or_else(|| is_all.then_some(None));
        let listed = self.kinds_found();
        match wanted.and_then(|wanted| listed.iter().position(|kind| *kind == wanted)) {
            _ if typed.is_empty() => self.update(Action::NextKind),
            Some(_) => {
                for _ in &listed {
                    if matches!(&self.state().overlay, Overlay::Search(search) if Some(search.kind) != wanted) {
                        self.update(Action::NextKind);
                    }
                }
            }
            None => {
                let names = listed
                    .iter()
                    .map(|kind| kind.map_or(self.words().all, |kind| self.world.kinds(self.words(), kind)));
                let names = names.collect::<Vec<_>>().join(self.words().linear.or);
                self.say(&filled(self.words().linear.none_of, &[typed, &names]));
                return;
            }
        }
        self.tell_hits();
    }

    /// The kinds that the hits are of, all together first.
    fn kinds_found(&self) -> Vec<Option<Kind>> {
        match &self.state().overlay {
            Overlay::Search(search) => search.kinds(),
            _ => Vec::new(),
        }
    }

    /// Tells what a search found, numbered.
    pub(super) fn tell_hits(&mut self) {
        let Overlay::Search(search) = &self.state().overlay else { return };
        if let Some(percent) = search.waiting {
            self.say(&filled(self.words().indexing, &[&percent.to_string()]));
            return;
        }
        count(&mut self.linear.state, self.world, &|| false);
        let (items, choices) = self.hits();
        self.tell_list(items, choices);
    }

    /// How many hits stand behind those that are listed.
    pub(super) fn unlisted_hits(&self) -> usize {
        match (&self.state().overlay, self.linear.choices.first()) {
            // By kind, others would come between those that were told.
            (Overlay::Search(search), Some(Choice::Hit(_))) if !search.is_grouped && search.has_more() => {
                search.total().saturating_sub(search.found.hits.len())
            }
            _ => 0,
        }
    }

    /// Lists more hits behind those that were told.
    pub(super) fn list_more_hits(&mut self) {
        if self.unlisted_hits() > 0 {
            self.update(Action::Move(Motion::Last));
            (self.linear.list, self.linear.choices) = self.hits();
        }
    }

    /// The list of the hits, and what its numbers open.
    fn hits(&mut self) -> (Vec<Item>, Vec<Choice>) {
        let Overlay::Search(search) = self.state().overlay.clone() else { return (Vec::new(), Vec::new()) };
        let words = self.words();
        let mut items = self.over_hits(&search);
        let mut choices = Vec::new();
        for row in search.rows() {
            items.push(match row {
                HitRow::Visited => Item::Line(format!("{}{}", words.visited, words.linear.colon.trim_end())),
                HitRow::Near => Item::Line(words.near.to_owned()),
                HitRow::Meant(id) => Item::Line(filled(words.meant, &[&words.inside_quotes(&self.name(id))])),
                HitRow::Kind(kind, count) => Item::Line(self.kind_count(kind, &search.shown(count))),
                HitRow::Entry(id) => {
                    choices.push(if search.query().is_blank() { Choice::Entry(id) } else { Choice::Hit(id) });
                    Item::Choice(choices.len() - 1)
                }
            });
        }
        self.linear.search = Some(search);
        (items, choices)
    }

    fn kind_count(&self, kind: Kind, count: &str) -> String {
        filled(self.words().linear.count, &[self.world.kinds(self.words(), kind), count])
    }

    /// How many were found, or that nothing was.
    fn over_hits(&self, search: &Search) -> Vec<Item> {
        let (words, query) = (self.words(), search.query());
        let typed = words.inside_quotes(search.prompt.text().trim());
        let total = search.shown(search.total());
        let lines = if query.is_blank() {
            search.rows().is_empty().then(|| words.search_hint.to_owned()).into_iter().collect()
        } else if search.total() == 0 && search.kind.is_none() {
            let told = understood::told(&query, words, &self.world.record.meta, self.state().ambiguous);
            vec![filled(words.no_hits, &[&typed]), filled(words.understood, &[&told])]
        } else if let Some(kind) = search.kind {
            vec![filled(words.linear.hits_of_kind, &[&typed, &total, self.world.kinds(words, kind)])]
        } else {
            let kinds = search.kinds().into_iter().flatten();
            let counts: Vec<String> =
                kinds.map(|kind| self.kind_count(kind, &search.shown(search.count(kind)))).collect();
            let counts = if counts.len() > 1 {
                words.linear.pause.to_owned() + &counts.join(words.linear.pause)
            } else {
                String::new()
            };
            vec![filled(words.linear.hits, &[&typed, &total, &counts])]
        };
        lines.into_iter().map(Item::Line).collect()
    }

    /// Opens a hit of the last search.
    pub(super) fn open_hit(&mut self, id: EntryId) {
        if !self.reopen() {
            return;
        }
        if let Overlay::Search(search) = &mut self.linear.state.overlay {
            search.selected = Some(id);
            search.is_chosen = true;
        }
        self.update(Action::Open);
        self.tell_article();
    }

    /// Finds words in the text that is open; where it does not have them, in everything.
    pub(super) fn find(&mut self, words: &str) {
        self.enter_reader();
        self.update(Action::Search);
        type_in(&mut self.linear.state, self.world, words);
        self.update(Action::Open);
        if matches!(self.state().overlay, Overlay::Search(_)) {
            self.say(&Notice::NotFound(words.to_owned()).told(self.world, self.state().lang));
            self.tell_hits();
        } else {
            self.tell_match();
        }
    }

    /// To the next match in the text; where nothing is looked for in it, to the next hit.
    pub(super) fn step(&mut self, forward: bool, wants_hit: bool) {
        if let Overlay::Search(search) = &self.state().overlay
            && let Some(first) = search.selected
        {
            self.open_hit(first);
            return;
        }
        self.enter_reader();
        if self.state().view.reading.find.is_some() && !wants_hit {
            self.update(if forward { Action::NextMatch } else { Action::PreviousMatch });
            self.say_notice();
            self.tell_match();
            return;
        }
        self.update(if forward { Action::NextHit } else { Action::PreviousHit });
        let is_there = self.state().is_at_hit();
        self.say_notice();
        if let Some(search) = self.state().searched.clone().filter(|_| is_there) {
            let (place, total) = (search.place().to_string(), search.shown(search.total()));
            self.say(&filled(self.words().linear.hit, &[&place, &total]));
            self.linear.search = Some(search);
            self.tell_article();
        }
    }

    /// Which match this is, and the paragraph in which it stands.
    fn tell_match(&mut self) {
        let set = self.state().set(self.world);
        let Some(find) = self.state().view.reading.find.as_ref() else { return };
        let spots = find::spots(&set, &find.words);
        let Some(spot) = spots.iter().find(|spot| spot.number == find.current) else { return };
        let (place, total) = ((find.current + 1).to_string(), find::count(&spots).to_string());
        let before = set.lines.iter().take(spot.line + 1).rposition(|line| !line.continues).unwrap_or(0);
        let after = set.lines.iter().skip(spot.line + 1).take_while(|line| line.continues).count();
        let paragraph = self.unset(set.lines.get(before..=spot.line + after).unwrap_or_default());
        let told = filled(self.words().linear.match_of, &[&place, &total]);
        self.say(&format!("{told}{}{paragraph}", self.words().linear.colon));
    }

    /// A label that may be cut where it stands, as the article has it.
    fn whole_label(&self, shown: &str) -> String {
        let Some(begin) = shown.strip_suffix(ELLIPSIS) else { return shown.to_owned() };
        let labels = self.article().blocks.into_iter().filter_map(|block| match block {
            Block::Field { label, .. } => Some(label),
            _ => None,
        });
        labels.into_iter().find(|label| label.starts_with(begin)).unwrap_or_else(|| begin.to_owned())
    }

    /// The lines of a paragraph as one, with what stands apart in them at its end: the number of a bar.
    fn unset(&self, lines: &[Line]) -> String {
        let (colon, mut text, mut apart) = (self.words().linear.colon, String::new(), String::new());
        for line in lines {
            text.push_str(if line.after_space { " " } else { "" });
            let mut end = usize::MAX;
            for piece in &line.pieces {
                match piece.role {
                    Role::Bullet => end = usize::MAX,
                    Role::Label => text.extend([self.whole_label(&piece.text).as_str(), colon]),
                    Role::Bar => {}
                    _ if piece.col > end => apart.push_str(&piece.text),
                    _ => {
                        text.push_str(&piece.text);
                        end = piece.col + width(&piece.text, self.state().ambiguous);
                    }
                }
            }
        }
        if apart.is_empty() {
            return heard(&text, self.words());
        }
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{name}{colon}{apart}")
    }
}
