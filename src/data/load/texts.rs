//! Texts in several languages, and the sources that back them.

use ecow::EcoString;

use super::fields::Spot;
use super::reader::Reader;
use crate::data::id::Kind;
use crate::data::lang::{Form, Tag, Text};
use crate::data::model::{MoreOfSource, Source};
use crate::data::tree::{Object, Shape, Value};

/// The keys of a text: `name`, `other_names` and, in each of these, `name`.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    own: &'static str,
    others: &'static str,
    item: &'static str,
}

pub const NAME: Words = Words { own: "name", others: "other_names", item: "name" };
pub const TEXT: Words = Words { own: "text", others: "other_texts", item: "text" };
pub const ROLE: Words = Words { own: "role", others: "other_roles", item: "name" };
pub const LABEL: Words = Words { own: "label", others: "other_labels", item: "name" };
pub const IDENTIFIER: Words = Words { own: "identifier", others: "other_identifiers", item: "name" };
pub const TITLE: Words = Words { own: "title", others: "other_titles", item: "name" };
pub const PUBLISHER: Words = Words { own: "publisher", others: "other_publishers", item: "name" };
pub const DESCRIPTION: Words = Words { own: "description", others: "other_descriptions", item: "text" };
pub const NOTE: Words = Words { own: "note", others: "other_notes", item: "text" };

impl<'a> Reader<'a> {
    /// A text that may be missing. Where only other languages have it, the first of them stands for the record's own.
    pub fn words(&mut self, object: &Object<'a>, words: Words) -> Option<Text> {
        let own = self.string(object, words.own).map(|text| self.own_form(text));
        let mut forms = own.into_iter().chain(self.other_forms(object, words)).collect::<Vec<_>>().into_iter();
        forms.next().map(|first| Text::new(first, forms.collect()))
    }

    /// A text that must be there in the record's own language.
    pub fn needed_words(&mut self, object: &Object<'a>, words: Words) -> Option<Text> {
        let own = self.required(object, words.own, |reader| reader.string(object, words.own));
        let others = self.other_forms(object, words);
        Some(Text::new(self.own_form(own?), others))
    }

    /// A list of texts: every object of the list is one.
    pub fn word_list(&mut self, object: &Object<'a>, list: &str) -> Box<[Text]> {
        let items = self.objects(object, list);
        items.iter().filter_map(|item| self.needed_words(item, NAME)).collect()
    }

    /// Sources; a bare string is one with nothing but an address.
    pub fn sources(&mut self, object: &Object<'a>) -> Box<[Source]> {
        let items = self.items(object, "sources");
        items.into_iter().filter_map(|item| self.source(item)).filter(says_something).collect()
    }

    fn source(&mut self, item: Value<'a>) -> Option<Source> {
        if item.shape() == Shape::Text {
            let url = self.string_in(item, Spot::ItemOf("sources"))?;
            return Some(self.address(item, "sources", &url));
        }
        let object = self.object_in(item, Spot::ItemOf("sources"))?;
        let mut source = Source::default();
        if let Some(url) = self.string(&object, "url") {
            source = self.address(object.get("url")?, "url", &url);
        }
        let note = self.words(&object, NOTE);
        source.add(MoreOfSource { note, fields: self.strings(&object, "fields") });
        Some(source)
    }

    /// `#` begins the id of a document of the record; everything else leads out of it.
    fn address(&mut self, value: Value<'a>, key: &str, url: &str) -> Source {
        match url.strip_prefix('#') {
            Some(id) => Source { document: self.resolve(value, key, id, &[Kind::Document]), ..Source::default() },
            None => Source { url: Some(url.into()), ..Source::default() },
        }
    }

    fn own_form(&self, text: EcoString) -> Form {
        Form::new(self.language.clone(), text, None)
    }

    fn other_forms(&mut self, object: &Object<'a>, words: Words) -> Vec<Form> {
        let items = self.objects(object, words.others);
        items.iter().filter_map(|item| self.other_form(item, words.item)).collect()
    }

    fn other_form(&mut self, item: &Object<'a>, key: &str) -> Option<Form> {
        let text = self.required(item, key, |reader| reader.string(item, key));
        let mut note = self.string(item, "note").or_else(|| self.string(item, "label"));
        let locale = note.as_deref().and_then(|note| note.strip_prefix("locale:")).map(EcoString::from);
        let lang = self.string(item, "lang").or_else(|| {
            note = note.take().filter(|_| locale.is_none());
            locale
        });
        let tag = lang.map_or(Tag::Unsaid, |tag| Tag::parse(&tag));
        Some(Form::new(tag, text?, note))
    }
}

/// Whether a source still leads anywhere once a reference to nothing was dropped.
fn says_something(source: &Source) -> bool {
    source.document.is_some() || source.url.is_some() || source.note().is_some()
}
