//! What each word does.

use std::collections::HashSet;

use super::reading::{kind, number, plain};
use super::word::{Does, Takes, Word};
use super::{Choice, Item, PORTION_ROWS, Rest, Turn, filled, lines};
use crate::data::{EntryId, Kind, Lang};
use crate::ui::action::Action;
use crate::ui::address::{Address, Unreadable};
use crate::ui::article::{Article, Block, Span};
use crate::ui::code;
use crate::ui::copy::{self, What};
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::state::{Notice, Overlay};
use crate::ui::ties;
use crate::ui::update::{settle, visit};
use crate::ui::words::Words;

/// What can be copied, as it is called in English; `Words::copies` has its other names.
const COPIES: [(&str, What); 5] = [
    ("name", What::Name),
    ("text", What::Text),
    ("citation", What::Citation),
    ("markdown", What::Markdown),
    ("link", What::Address),
];

impl Turn<'_> {
    pub(super) fn carry_out(&mut self, word: &'static Word, rest: &str) {
        let lang = self.state().lang;
        if let (Takes::Something(_), Some(follows), true) = (word.takes, word.follows(lang), rest.is_empty()) {
            self.say(&filled(self.words().linear.lacks, &[word.name(lang), follows]));
            return;
        }
        match word.does {
            Does::Act(action) => self.act(action),
            Does::Help => self.help(rest),
            Does::List => self.list(rest),
            Does::More => self.go_on(PORTION_ROWS),
            Does::All => self.go_on(usize::MAX),
            Does::Choices if self.linear.choices.is_empty() => self.say(self.words().linear.no_choices),
            Does::Choices => {
                self.linear.rest = Rest::List(0);
                self.go_on(PORTION_ROWS);
            }
            Does::Read => {
                self.enter_reader();
                self.tell_article();
            }
            Does::Links => self.links(),
            Does::Tied => self.tied(),
            Does::Open => self.open(rest),
            Does::Search => self.search(rest),
            Does::Hits => {
                if self.reopen() {
                    self.tell_hits();
                }
            }
            Does::Kind => self.turn_kind(rest),
            Does::Queries => self.queries(),
            Does::Find => self.find(rest),
            Does::Step { forward } => self.step(forward, !rest.is_empty()),
            Does::Copy => self.copy(rest),
            Does::Mark => self.mark(rest),
            Does::Return => self.return_to(rest),
            Does::Bookmark => self.bookmark(),
            Does::Bookmarks => self.bookmarks(),
            Does::Note => self.note(rest),
            Does::Remove => self.remove(rest),
            Does::Address => self.source_address(),
            Does::Where => {
                self.say(&self.place());
                self.say(&self.address());
            }
            Does::Language => self.language(rest),
        }
    }

    /// Does what a key does, and tells what changed.
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Group | Action::SwitchSlips => return self.switch(action),
            // The hits are a place that one leaves.
            Action::Back if matches!(self.state().overlay, Overlay::Search(_)) => {
                self.linear.state.overlay = Overlay::None;
                return self.say(&self.place());
            }
            // A page that is open is told again, not left.
            Action::Page(page) if self.state().view.page == page => return self.tell_article(),
            Action::Home => return self.go_to(self.world.start, Page::Entry),
            _ => self.linear.state.overlay = Overlay::None,
        }
        let before = self.state().view.clone();
        self.update(action);
        match self.linear.state.notice.take() {
            Some(Notice::Narrowed(to, _)) => {
                let name = self.words().inside_quotes(&self.name(to));
                self.say(&filled(self.words().linear.narrowed, &[&name]));
            }
            Some(Notice::Comparing(other, _)) => {
                let name = self.words().inside_quotes(&self.name(other));
                self.say(&filled(self.words().compare.choose_by_word, &[&name]));
            }
            notice => {
                self.linear.state.notice = notice;
                self.say_notice();
            }
        }
        let after = &self.state().view;
        let is_elsewhere = (before.here, before.page, before.in_reader) != (after.here, after.page, after.in_reader);
        match action {
            Action::Back | Action::Forward if *after != before => self.say(&self.place()),
            _ if is_elsewhere => self.tell_article(),
            _ => {}
        }
    }

    /// Switches something of a search, also before there is one.
    fn switch(&mut self, action: Action) {
        if self.linear.search.is_some() || action == Action::Group {
            self.in_search(action);
        } else {
            self.update(action);
        }
        if action == Action::SwitchSlips {
            let says = self.words().linear.slips[usize::from(self.state().slips)];
            self.said.insert(0, says.to_owned());
        }
    }

    /// The entries of a kind, or the kinds.
    fn list(&mut self, typed: &str) {
        if typed.is_empty() {
            let lists = self.world.panes.concat().into_iter().map(Choice::List);
            let faults = (!self.world.faults.is_empty()).then_some(Page::Faults);
            let changes = self.world.older.as_ref().map(|_| Page::Changes);
            let pages = [Page::Timeline, Page::Figures].into_iter().chain(faults).chain(changes).map(Choice::Page);
            self.tell_choices(None, lists.chain(pages).collect());
        } else if let Some(kind) = kind(typed) {
            self.list_kind(List::of(kind));
        } else {
            let kinds = self.world.panes.concat().into_iter().map(|list| self.world.kinds(self.words(), list.kind()));
            let kinds = kinds.collect::<Vec<_>>().join(self.words().linear.or);
            self.say(&filled(self.words().linear.none_of, &[typed, &kinds]));
        }
    }

    /// Tells what a pane has of a kind, which leads nowhere yet.
    pub(super) fn list_kind(&mut self, list: List) {
        if let Some(pane) = self.world.panes.iter().position(|lists| lists.contains(&list)) {
            let tab = self.world.panes[pane].iter().position(|other| *other == list).unwrap_or(0);
            self.linear.state.view.panes[pane].tab = tab;
        }
        // Nothing is a pane here: what is narrowed to leaves no list whole.
        let (narrowing, record) = (self.state().view.narrowed, &self.world.record);
        let is_listed =
            |id: &EntryId| id.kind == list.kind() && narrowing.is_none_or(|narrowing| record.tied(narrowing.to, *id));
        let rows = self.world.lists.get(list).iter().copied().filter(is_listed);
        let choices: Vec<Choice> = rows.map(|id| Choice::Row(list, id)).collect();
        let words = self.words();
        let count = filled(words.linear.entries, &[self.world.kinds(words, list.kind()), &choices.len().to_string()]);
        let tied =
            narrowing.map(|narrowing| filled(words.linear.tied_to, &[&words.inside_quotes(&self.name(narrowing.to))]));
        let heading = self.parts(&[count, tied.unwrap_or_default()]);
        self.tell_choices(Some(heading), choices);
    }

    /// The links of what is open, each place once.
    fn links(&mut self) {
        let (mut choices, mut known) = (Vec::new(), HashSet::new());
        let blocks = self.article().blocks.into_iter().flat_map(|block| match block {
            Block::Pair { left, right } => [left, right].concat(),
            block => vec![block],
        });
        for block in blocks {
            let of =
                |spans: &[Span]| -> Vec<_> { spans.iter().filter_map(|span| span.link).map(Choice::Entry).collect() };
            let linked = match &block {
                Block::Kicker(spans)
                | Block::Beneath(spans)
                | Block::Para(spans)
                | Block::Item(spans)
                | Block::Note(spans)
                | Block::Field { spans, .. }
                | Block::Moment { spans, .. } => of(spans),
                Block::Bar { name, .. } => of(std::slice::from_ref(name)),
                Block::Lead(page, _) => vec![Choice::Page(*page)],
                Block::Title(_)
                | Block::Heading(_)
                | Block::Legend(_)
                | Block::Figure { .. }
                | Block::Changed { .. }
                | Block::Pair { .. } => Vec::new(),
            };
            choices.extend(linked.into_iter().filter(|choice| known.insert(choice.clone())));
        }
        if choices.is_empty() {
            self.say(self.words().no_links);
        } else {
            self.tell_choices(None, choices);
        }
    }

    /// What is tied to the entry, under what ties it.
    fn tied(&mut self) {
        let here = self.state().view.here;
        if here.kind == Kind::Volume {
            let counts = Article::page(self.world, Page::Relations, here, self.state().lang);
            self.tell_text(lines(&counts, self.state().lang));
            return;
        }
        let (mut items, mut choices) = (Vec::new(), Vec::new());
        for (tie, entries) in ties::of(&self.world.record, here) {
            let words = self.words();
            items.push(Item::Line(format!("{}{}", words.tie(here.kind, tie), words.linear.colon.trim_end())));
            for id in entries {
                items.push(Item::Choice(choices.len()));
                choices.push(Choice::Entry(id));
            }
        }
        if choices.is_empty() {
            self.say(self.words().nothing_tied);
        } else {
            self.tell_list(items, choices);
        }
    }

    fn queries(&mut self) {
        let queries: Vec<Choice> = self.state().queries.iter().rev().cloned().map(Choice::Query).collect();
        if queries.is_empty() {
            self.say(self.words().linear.no_queries);
        } else {
            self.tell_choices(None, queries);
        }
    }

    /// Opens a choice of the last numbered list.
    pub(super) fn choose(&mut self, number: usize) {
        let count = self.linear.choices.len();
        if count == 0 {
            self.say(self.words().linear.no_choices);
            return;
        }
        let chosen = number.checked_sub(1).and_then(|at| self.linear.choices.get(at)).cloned();
        match chosen {
            Some(Choice::Row(_, id) | Choice::Entry(id)) => {
                self.go_to(id, Page::Entry);
            }
            Some(Choice::Hit(id)) => self.open_hit(id),
            Some(Choice::List(list)) => self.list_kind(list),
            Some(Choice::Page(page)) => self.act(Action::Page(page)),
            Some(Choice::Query(query)) => self.search(&query),
            Some(Choice::Kept(item)) => self.open_kept(&item),
            None => {
                self.say(&filled(self.words().linear.no_choice, &[&number.to_string(), &count.to_string()]));
            }
        }
    }

    /// Opens a choice by its number, or goes where an address leads.
    fn open(&mut self, typed: &str) {
        if let Some(number) = number(typed) {
            self.choose(number);
            return;
        }
        match Address::read(typed, &self.world.record) {
            Ok(address) => self.follow(&address),
            Err(Unreadable::Entry(what) | Unreadable::Part(what)) => {
                self.say(&filled(self.words().linear.no_place, &[&what]));
            }
        }
    }

    /// Goes where an address leads.
    pub(super) fn follow(&mut self, address: &Address) {
        let to = self.world.record.find(&address.key).unwrap_or(self.world.start);
        match &address.query {
            Some(query) => {
                self.visit(to, address.page);
                self.search(query);
            }
            None => self.go_to(to, address.page),
        }
    }

    /// Goes to a page of an entry, and tells its text.
    pub(super) fn go_to(&mut self, to: EntryId, page: Page) {
        self.visit(to, page);
        self.tell_article();
    }

    /// Goes to a page of an entry. Where that is open, it is not left.
    fn visit(&mut self, to: EntryId, page: Page) {
        self.linear.state.overlay = Overlay::None;
        if (self.state().view.here, self.state().view.page) == (to, page) {
            return;
        }
        visit(&mut self.linear.state, self.world, to);
        settle(&mut self.linear.state, self.world);
        if page != Page::Entry {
            self.update(Action::Page(page));
            self.say_notice();
        }
    }

    /// Says alone what elsewhere is put on a clipboard.
    fn copy(&mut self, typed: &str) {
        let wanted = plain(typed);
        let is = |(name, what): &&(&str, What)| {
            plain(name).starts_with(&wanted)
                || Lang::ALL.iter().any(|lang| plain(Words::of(*lang).what(*what)) == wanted)
        };
        match COPIES.iter().find(is).filter(|_| !wanted.is_empty()).map(|(_, what)| *what) {
            Some(What::Text) => self.said.extend(lines(&self.article(), self.state().lang)),
            Some(what) => self.say(&copy::of(self.state(), self.world, what)),
            None => {
                let names = COPIES.map(|(name, _)| name).join(self.words().linear.or);
                self.say(&filled(self.words().linear.none_of, &[typed, &names]));
            }
        }
    }

    /// The address of the source, and of which document it is.
    fn source_address(&mut self) {
        match code::addressed(self.world, self.state().view.here, None) {
            Some(addressed) => {
                self.say(&self.name(addressed.document));
                self.say(&addressed.url);
            }
            None => self.say(self.words().no_address),
        }
    }

    fn language(&mut self, typed: &str) {
        let wanted = plain(typed);
        let is = |lang: &Lang| {
            let named = |in_lang: Lang| plain(Words::of(in_lang).language_name(lang.tag()));
            plain(lang.tag()) == wanted || Lang::ALL.into_iter().any(|lang| named(lang).starts_with(&wanted))
        };
        let lang = Lang::ALL.into_iter().find(is);
        if lang.is_none() && !wanted.is_empty() {
            let codes = Lang::ALL.map(Lang::tag).join(self.words().linear.or);
            self.say(&filled(self.words().linear.none_of, &[typed, &codes]));
            return;
        }
        self.update(Action::SwitchLanguage);
        for _ in Lang::ALL.iter().filter(|_| !wanted.is_empty()) {
            if lang != Some(self.state().lang) {
                self.update(Action::SwitchLanguage);
            }
        }
        self.say(self.words().language_name(self.state().lang.tag()));
    }
}
