//! What is said of entries, lists and places, in lines without a sign that would be noise.

use super::{Choice, Turn, filled};
use crate::data::{EntryId, Kind, Lang};
use crate::search::{Field, Match, Query};
use crate::ui::article::{Article, Block, Span};
use crate::ui::copy;
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::row::Row;
use crate::ui::state::{Overlay, Search};
use crate::ui::words::Words;

/// An article in lines, a paragraph each. A figure is left out: the lists say the same.
pub fn lines(article: &Article, lang: Lang) -> Vec<String> {
    let mut teller = Teller {
        words: Words::of(lang),
        lines: Vec::new(),
        kicker: String::new(),
        date: String::new(),
        compared: None,
    };
    article.blocks.iter().for_each(|block| teller.block(block));
    teller.lines
}

struct Teller {
    words: &'static Words,
    lines: Vec<String>,
    /// What kind of thing the title names.
    kicker: String,
    /// The day of the events that follow.
    date: String,
    /// The names of two entries that are compared.
    compared: Option<[String; 2]>,
}

impl Teller {
    fn block(&mut self, block: &Block) {
        let colon = self.words.linear.colon;
        match block {
            Block::Kicker(spans) => self.kicker = self.said(spans),
            Block::Title(title) if self.kicker.is_empty() => self.add(title),
            Block::Title(title) => {
                let kicker = std::mem::take(&mut self.kicker);
                self.add(&format!("{kicker}{colon}{title}"));
            }
            Block::Heading(heading) => self.add(&format!("{heading}{}", colon.trim_end())),
            Block::Beneath(spans) | Block::Para(spans) | Block::Note(spans) | Block::Item(spans) => {
                self.add(&self.said(spans));
            }
            Block::Lead(_, span) => self.add(&self.said(std::slice::from_ref(span))),
            Block::Field { label, spans } => self.add(&format!("{label}{colon}{}", self.said(spans))),
            Block::Bar { name, value, none, .. } => {
                let name = name.text.split_whitespace().collect::<Vec<_>>().join(" ");
                let value = if *value == 0 { none.clone() } else { value.to_string() };
                self.add(&format!("{name}{colon}{value}"));
            }
            Block::Moment { date, part, spans, .. } => {
                if !date.is_empty() {
                    self.date.clone_from(date);
                }
                let says = self.said(spans);
                let is_told = part.is_empty() || says.contains(part);
                let aside = if is_told { String::new() } else { format!("{}{part}", self.words.linear.pause) };
                self.add(&format!("{}{colon}{says}{aside}", self.date));
            }
            Block::Changed { label, about, old, new } => {
                let changes = self.words.changes;
                let became = match (old.is_empty(), new.is_empty()) {
                    (true, true) => String::new(),
                    (true, _) => filled(changes.came, &[new]),
                    (_, true) => filled(changes.went, &[old]),
                    _ => {
                        let [was, is] = changes.became;
                        let both = [filled(was, &[old]), filled(is, &[new])];
                        joined(both.iter().map(String::as_str), self.words)
                    }
                };
                let about = self.said(about);
                let parts = [label, &about, &became].into_iter().filter(|part| !part.is_empty()).map(String::as_str);
                self.add(&parts.collect::<Vec<_>>().join(colon));
            }
            Block::Pair { left, right } => self.pair([left, right]),
            Block::Legend(_) | Block::Figure { .. } => {}
        }
    }

    /// What two entries say of the same thing, each under its name where its text does not begin with that.
    fn pair(&mut self, sides: [&[Block]; 2]) {
        let names = self.compared.clone();
        for (number, side) in sides.into_iter().enumerate() {
            if let Some(names) = &names {
                self.add(&format!("{}{}", names[number], self.words.linear.colon.trim_end()));
            }
            for block in side {
                self.block(block);
            }
        }
        self.compared = names.or_else(|| {
            let title = |side: &[Block]| {
                side.iter().find_map(|block| if let Block::Title(title) = block { Some(title.clone()) } else { None })
            };
            Some([title(sides[0])?, title(sides[1])?])
        });
    }

    fn add(&mut self, text: &str) {
        self.lines.extend(text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
    }

    fn said(&self, spans: &[Span]) -> String {
        heard(&spans.iter().map(|span| span.text.as_str()).collect::<String>(), self.words)
    }
}

/// A text in which the gaps between its parts can be heard.
pub(super) fn heard(text: &str, words: &Words) -> String {
    joined(text.split("  "), words)
}

/// Several things said of one, one after the other.
fn joined<'a>(parts: impl Iterator<Item = &'a str>, words: &Words) -> String {
    let pause = words.linear.pause;
    let mut joined = String::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let gap = match (joined.chars().last(), part.chars().next()) {
            (None, _) | (_, Some('（')) => "",
            (_, Some('(')) => " ",
            // A sentence has its own pause.
            (Some('。' | '！' | '？' | '.' | '!' | '?'), _) => pause.trim_start_matches(['，', ',']),
            _ => pause,
        };
        joined = joined + gap + part;
    }
    joined
}

impl Turn<'_> {
    /// What is open: an entry or a page.
    pub(super) fn article(&self) -> Article {
        let view = &self.state().view;
        let mut article = Article::page(self.world, view.page, view.here, self.state().lang);
        if let Some(note) = self.state().note(self.world) {
            article.note(note, self.state().lang);
        }
        article
    }

    /// Tells the text of what is open.
    pub(super) fn tell_article(&mut self) {
        let lines = lines(&self.article(), self.state().lang);
        self.tell_text(lines);
    }

    pub(super) fn name(&self, id: EntryId) -> String {
        self.world.record.entry(id).name.shown(self.state().lang).to_owned()
    }

    /// Several things said of one, one after the other.
    pub(super) fn parts(&self, parts: &[String]) -> String {
        joined(parts.iter().map(String::as_str), self.words())
    }

    /// A choice by its place among the others.
    pub(super) fn choice(&self, at: usize, choice: &Choice) -> String {
        match choice {
            Choice::Row(list, id) => self.row(at, *list, *id),
            Choice::Entry(id) => self.kind_and_name(*id),
            Choice::Hit(id) => self.hit(*id),
            Choice::List(list) => self.count(*list),
            Choice::Page(page) => self.words().page(*page).to_owned(),
            Choice::Query(query) => query.clone(),
            Choice::Kept(item) => self.kept(item),
        }
    }

    fn kind_and_name(&self, id: EntryId) -> String {
        let words = self.words();
        let named = format!("{}{}{}", words.kind_of(&self.world.record, id), words.linear.colon, self.name(id));
        let beside = self.world.record.name_beside(id, self.state().lang);
        self.parts(&[named, beside.unwrap_or_default().to_owned()])
    }

    /// How many entries a list has, and of projects how many there are by the sources' word.
    fn count(&self, list: List) -> String {
        let (words, record) = (self.words(), &self.world.record);
        let known = record.count(list.kind());
        let entries = filled(words.linear.entries, &[self.world.kinds(words, list.kind()), &known.to_string()]);
        let stated = record.meta.stated.projects.filter(|stated| list == List::Projects && *stated as usize != known);
        let told = stated.map(|stated| filled(words.named_of, &[&stated.to_string(), &known.to_string()]));
        self.parts(&[entries, told.unwrap_or_default()])
    }

    /// An entry in its list: what a row of the panes says, in words.
    fn row(&self, at: usize, list: List, id: EntryId) -> String {
        let (words, lang) = (self.words(), self.state().lang);
        let Row { before, main, after } = Row::of(self.world, list, id, lang);
        let before = before.unwrap_or_default();
        let of_area =
            |number: &str| if number.is_empty() { String::new() } else { format!("{} {number}", words.policy_area) };
        match id.kind {
            Kind::PolicyArea => {
                let number = if before == (at + 1).to_string() { String::new() } else { of_area(&before) };
                let named = match self.world.named_projects(id) {
                    0 => words.not_named.to_owned(),
                    named => filled(words.linear.entries, &[words.projects, &named.to_string()]),
                };
                self.parts(&[main, number, named])
            }
            Kind::Project => self.parts(&[main, of_area(&before)]),
            Kind::Volume => self.parts(&[main, after.unwrap_or_default()]),
            Kind::Statement if !before.is_empty() => format!("{before}{}{main}", words.linear.colon),
            _ => self.parts(&[before, main]),
        }
    }

    /// A hit: its kind and name, and the text that matched where that is another one.
    fn hit(&self, id: EntryId) -> String {
        let query = self.linear.search.as_ref().map_or_else(Query::default, Search::query);
        let matches = self.world.marker(&query).map_or_else(Vec::new, |marker| marker.matches(id));
        let name = &self.world.record.entry(id).name;
        let is_other = |one: &&Match| one.field > Field::Alias && name.forms().all(|form| *form.text != *one.text);
        let other = matches.first().filter(is_other).map(|one| one.text.to_string());
        let record = self.world.record.name_of_volume(id).unwrap_or_default().to_owned();
        self.parts(&[self.kind_and_name(id), other.unwrap_or_default(), record])
    }

    /// Where this is.
    pub(super) fn place(&self) -> String {
        let (words, view) = (self.words(), &self.state().view);
        let name = self.name(view.here);
        if let Overlay::Search(search) = &self.state().overlay {
            return format!("{}{}{}", words.search, words.linear.colon, search.prompt.text());
        }
        match view.page {
            Page::Entry => self.kind_and_name(view.here),
            Page::Compare(other) => {
                let both = [self.name(other), name].join(words.linear.or);
                format!("{}{}{both}", words.page(view.page), words.linear.colon)
            }
            page if page.is_of_entry() => format!("{}{}{name}", words.page(page), words.linear.colon),
            page => words.page(page).to_owned(),
        }
    }

    /// What leads here again.
    pub(super) fn address(&self) -> String {
        copy::address(self.state(), self.world).to_string()
    }
}
