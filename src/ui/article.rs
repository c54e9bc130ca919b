//! What the reader says of an entry: blocks of text with links, before they are set in lines.

mod backlinks;
mod changes;
pub mod citation;
mod compare;
mod dates;
mod faults;
mod figures;
mod grouped;
mod home;
mod kinds;
mod library;
mod members;
mod names;
mod outline;
mod own;
mod parliament;
mod provenance;
mod relations;
mod timeline;

use super::page::Page;
use super::words::Words;
use super::{World, office};
use crate::data::model::{Certainty, Entry, Source};
use crate::data::{EntryId, Kind, Lang, Record, Text};
use names::{is_conversion, note_of};
pub use relations::End;
pub use timeline::Part;

/// A text for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A small line over the title: what kind of thing this is.
    Kicker(Vec<Span>),
    Title(String),
    /// The name in the other script, under the title.
    Beneath(Vec<Span>),
    Heading(String),
    Para(Vec<Span>),
    Field {
        label: String,
        spans: Vec<Span>,
    },
    Item(Vec<Span>),
    /// An item whose link leads to a page.
    Lead(Page, Span),
    /// A number as a bar, `most` being the longest; `none` is what stands there for 0.
    Bar {
        name: Span,
        value: u32,
        most: u32,
        none: String,
    },
    /// An event on its day; no date for one more on the same.
    Moment {
        date: String,
        mark: &'static str,
        /// What the mark means, where the event is not simply a part of the journey.
        part: &'static str,
        spans: Vec<Span>,
    },
    /// What marks mean.
    Legend(Vec<(&'static str, &'static str)>),
    /// Who and what is tied to an entry, in a figure where it fits; `more` says how many are left out.
    Figure {
        who: Vec<End>,
        what: Vec<End>,
        more: &'static str,
    },
    /// What two entries say of the same thing.
    Pair {
        left: Vec<Block>,
        right: Vec<Block>,
    },
    /// What became of a field of the entry in the item before it: of what in it, what was there, and what is.
    Changed {
        label: String,
        about: Vec<Span>,
        old: String,
        new: String,
    },
    /// A remark in small print.
    Note(Vec<Span>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub role: Role,
    pub link: Option<EntryId>,
}

/// What a piece of text is for. The theme gives each role its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    Beneath,
    Kicker,
    Heading,
    Label,
    Body,
    Dim,
    Bullet,
    Bar,
    /// A link inside a line of text.
    Link,
    /// A link that a bullet already tells.
    ItemLink,
}

impl Span {
    pub fn new(text: &str, role: Role) -> Self {
        Self { text: text.to_owned(), role, link: None }
    }

    fn body(text: &str) -> Self {
        Self::new(text, Role::Body)
    }

    fn dim(text: &str) -> Self {
        Self::new(text, Role::Dim)
    }
}

impl Article {
    /// The article of an entry, in a language.
    pub fn of(world: &World, id: EntryId, lang: Lang) -> Self {
        let mut writer = Writer::new(world, lang);
        if world.record.meta.event == Some(id) {
            writer.home(id);
        } else {
            writer.entry(id);
        }
        Self { blocks: writer.blocks }
    }

    /// A page; `id` is the entry that is read.
    pub fn page(world: &World, page: Page, id: EntryId, lang: Lang) -> Self {
        let mut writer = Writer::new(world, lang);
        match page {
            Page::Entry => return Self::of(world, id, lang),
            Page::Relations => writer.relations(id),
            Page::Compare(other) => writer.compare(other, id),
            Page::Sources => writer.provenance(id),
            Page::Timeline => writer.timeline(),
            Page::Figures => writer.figures(),
            Page::Faults => writer.faults(),
            Page::Changes => writer.changes(),
        }
        Self { blocks: writer.blocks }
    }

    /// The whole record, an item for each entry.
    pub fn outline(world: &World, lang: Lang) -> Self {
        let mut writer = Writer::new(world, lang);
        writer.outline();
        Self { blocks: writer.blocks }
    }
}

struct Writer<'a> {
    world: &'a World,
    record: &'a Record,
    words: &'static Words,
    lang: Lang,
    blocks: Vec<Block>,
}

impl<'a> Writer<'a> {
    fn new(world: &'a World, lang: Lang) -> Self {
        Self { world, record: &world.record, words: Words::of(lang), lang, blocks: Vec::new() }
    }
}

impl Writer<'_> {
    fn entry(&mut self, id: EntryId) {
        let entry = self.record.entry(id);
        self.kicker(id);
        self.head(entry, matches!(id.kind, Kind::Statement | Kind::Motion));
        self.of_volume(id);
        self.facts_of(id);
        self.twins(id);
        self.backlinks(id);
        self.other_names(entry);
        self.details(id);
        self.honesty(entry);
        let own_address =
            (id.kind == Kind::Document).then(|| self.record.documents[id.place()].url.as_deref()).flatten();
        // A record of which no source is told may have any.
        if id.kind != Kind::Volume || !entry.sources.is_empty() {
            self.sources(&entry.sources, own_address);
        }
    }

    fn kicker(&mut self, id: EntryId) {
        let mut text = self.words.kind_of(self.record, id).to_owned();
        if let Some(number) =
            (id.kind == Kind::PolicyArea).then(|| self.record.policy_areas[id.place()].number).flatten()
        {
            text = format!("{text} {number}");
        }
        if let Some(class) = self.class_of(id) {
            text = format!("{text}  {class}");
        }
        let class = self.class_code(id);
        if self.is_context(id) && !matches!(class, Some("context" | "background")) {
            text = format!("{text}  {}", self.words.context);
        }
        self.blocks.push(Block::Kicker(vec![Span::new(&text, Role::Kicker)]));
    }

    /// Whether the entry comes from other sources than the document that the record follows.
    fn is_context(&self, id: EntryId) -> bool {
        let Some(main) = self.record.meta_of(id).main_document else { return false };
        let sources = &self.record.entry(id).sources;
        id.kind != Kind::Document && !sources.is_empty() && !sources.iter().any(|source| source.document == Some(main))
    }

    fn head(&mut self, entry: &Entry, is_said: bool) {
        let name = self.shown(&entry.name);
        self.blocks.push(Block::Title(name));
        if let Some(beneath) = entry.name.beneath(self.lang) {
            let note = note_of(beneath).map(|note| self.words.aside.replace("{}", self.words.form_note(note)));
            let spans = [beneath.text.as_str()].into_iter().chain(note.as_deref());
            self.blocks.push(Block::Beneath(spans.map(|text| Span::new(text, Role::Beneath)).collect()));
        }
        if !is_said && let Some(description) = entry.description() {
            self.para(description);
        }
    }

    /// What is not certain, and what the record remarks.
    fn honesty(&mut self, entry: &Entry) {
        if let Some(note) = entry.note() {
            self.heading(self.words.note);
            self.para(note);
        }
        let certainty = entry.certainty().filter(|certainty| *certainty != Certainty::Certain);
        let is_told_by_fields = certainty == Some(Certainty::Inferred) && !entry.inferred().is_empty();
        if let Some(certainty) = certainty.filter(|_| !is_told_by_fields) {
            let text = self.words.certainty(certainty).to_owned();
            self.blocks.push(Block::Note(vec![Span::dim(&text)]));
        }
        let shown = self.shown(&entry.name);
        let of_shown = entry.name.forms().skip(1).find(|form| form.text == shown && !is_conversion(form));
        if let Some(note) = of_shown.and_then(note_of) {
            let text = self.words.name_is.replace("{}", self.words.form_note(note));
            self.blocks.push(Block::Note(vec![Span::dim(&text)]));
        }
        if !entry.inferred().is_empty() {
            let text = self.concluded(entry.inferred());
            self.blocks.push(Block::Note(vec![Span::dim(&text)]));
        }
    }

    /// Where the entry is said. A document's own address has been told before.
    fn sources(&mut self, sources: &[Source], own_address: Option<&str>) {
        if sources.is_empty() {
            self.heading(self.words.sources);
            self.blocks.push(Block::Note(vec![Span::dim(self.words.no_source)]));
            return;
        }
        let is_told = |source: &&Source| own_address.is_some() && source.url.as_deref() == own_address;
        let others: Vec<_> = sources.iter().filter(|source| !is_told(source)).collect();
        if !others.is_empty() {
            self.heading(self.words.sources);
        }
        for source in others {
            let mut spans = match source.document {
                Some(document) => self.item(document),
                None => vec![Span::body(source.url.as_deref().unwrap_or_default())],
            };
            if !source.fields().is_empty() {
                let fields: Vec<_> = source.fields().iter().map(|field| self.words.field(field.as_ref())).collect();
                let text = self.words.backs.replace("{}", &fields.join(self.words.and));
                spans.push(Span::dim(&format!("  {text}")));
            }
            if let Some(note) = source.note() {
                spans.push(Span::dim(&format!("  {}", self.shown(note))));
            }
            self.blocks.push(Block::Item(spans));
        }
    }

    fn concluded(&self, fields: &[impl AsRef<str>]) -> String {
        let fields: Vec<_> = fields.iter().map(|field| self.words.field(field.as_ref())).collect();
        self.words.inferred.replace("{}", &fields.join(self.words.and))
    }

    fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    fn para(&mut self, text: &Text) {
        let text = self.shown(text);
        self.blocks.push(Block::Para(vec![Span::body(&text)]));
    }

    fn field(&mut self, label: &str, spans: Vec<Span>) {
        if !spans.is_empty() {
            self.blocks.push(Block::Field { label: label.to_owned(), spans });
        }
    }

    fn text_field(&mut self, label: &str, text: &str) {
        self.field(label, vec![Span::body(text)]);
    }

    /// A field of links, one after the other.
    fn links_field(&mut self, label: &str, ids: &[EntryId]) {
        let mut spans = Vec::new();
        for id in ids {
            if !spans.is_empty() {
                spans.push(Span::body(self.words.comma));
            }
            spans.push(self.link(*id));
        }
        self.field(label, spans);
    }

    /// A heading with a list of entries, or nothing where there are none.
    fn list(&mut self, heading: &str, ids: &[EntryId]) {
        if ids.is_empty() {
            return;
        }
        self.heading(heading);
        for id in ids {
            let spans = self.item(*id);
            self.blocks.push(Block::Item(spans));
        }
    }

    /// An entry as the text of a list item: its name, and in small print what tells it from others.
    fn item(&self, id: EntryId) -> Vec<Span> {
        let name = self.shown(&self.record.entry(id).name);
        let mut spans = vec![Span { text: name, role: Role::ItemLink, link: Some(id) }];
        let aside = match id.kind {
            Kind::Person => office::known_by(self.record, &self.record.people[id.place()])
                .map(|office| office::told(self.record, office, self.lang)),
            Kind::Statement => self.record.statements[id.place()].speaker.map(|speaker| self.name(speaker)),
            Kind::Document => self.publication(id),
            Kind::Motion | Kind::VoteEvent | Kind::Event => self.record.date(id).map(|date| date.to_string()),
            Kind::Post => self.record.posts[id.place()].organisation.map(|body| self.name(body)),
            Kind::Volume => self.record.name_beside(id, self.lang).map(str::to_owned),
            Kind::PolicyArea | Kind::Project | Kind::Agreement | Kind::Organisation | Kind::Place => None,
        };
        if let Some(aside) = aside {
            spans.push(Span::dim(&format!("  {aside}")));
        }
        spans
    }

    fn publication(&self, id: EntryId) -> Option<String> {
        let document = &self.record.documents[id.place()];
        let publisher = document.publisher.as_ref().map(|publisher| self.shown(publisher));
        let issued = document.issued.map(|date| date.to_string());
        let parts: Vec<_> = publisher.into_iter().chain(issued).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn link(&self, id: EntryId) -> Span {
        Span { text: self.name(id), role: Role::Link, link: Some(id) }
    }

    fn name(&self, id: EntryId) -> String {
        self.shown(&self.record.entry(id).name)
    }

    fn shown(&self, text: &Text) -> String {
        text.shown(self.lang).to_owned()
    }
}
