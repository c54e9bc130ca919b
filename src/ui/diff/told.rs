//! What became of fields in few words, with the names of what they refer to.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::Sides;
use super::compare::{Change, FieldChange};
use super::pairs::{identities, is_form};
use crate::data::{Kind, Lang, Record};
use crate::text::cut::ELLIPSIS;
use crate::text::{self, Ambiguous};
use crate::ui::json::says_something;
use crate::ui::words::Words;

/// How many characters are left before the first one that is different.
const BEFORE: usize = 8;
/// What is too long to be told with an object.
const ASIDE: [&str; 3] = ["sources", "inferred", "details"];

/// A field, or an item of one, and what became of it.
#[derive(Debug)]
pub struct Row {
    pub label: String,
    pub told: Told,
}

#[derive(Debug)]
pub enum Told {
    Added(String),
    Removed(String),
    /// From the first to the second.
    Became([String; 2]),
    /// Of an object, which is told by what stayed, these fields.
    Within(String, Vec<Row>),
    Reordered,
    /// Nobody asked what the values are.
    Hidden,
}

/// How changes are told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    pub sides: Sides<'a>,
    /// `None` for the terms of the file, and with the ids of what is named.
    pub words: Option<&'static Words>,
}

/// The values of one record, and how they are told.
#[derive(Clone, Copy)]
struct Side<'a> {
    record: &'a Record,
    lang: Lang,
    words: Option<&'static Words>,
}

impl Telling<'_> {
    /// What became of a field of an entry of a kind; `None` of what the file says about itself.
    pub fn rows<'b>(&'b self, kind: Option<Kind>, field: &'b FieldChange) -> Box<dyn Iterator<Item = Row> + 'b> {
        let FieldChange { key, change } = field;
        let [old, new] = self.both();
        let field = file_key(kind, key);
        let own = |told| Box::new(std::iter::once(Row { label: new.label(field), told }));
        let row = move |item: &Value, told| Row { label: new.label(item["key"].as_str().unwrap_or(field)), told };
        match change {
            Change::Hidden => own(Told::Hidden),
            Change::Value(pair) => own(self.told(key, pair)),
            Change::Items(items) if items.is_order() => own(Told::Reordered),
            Change::Items(items) => {
                let added = items.added.iter().map(move |item| row(item, Told::Added(new.value(key, item))));
                let removed = items.removed.iter().map(move |item| row(item, Told::Removed(old.value(key, item))));
                let changed = items.changed.iter().map(move |pair| row(&pair[1], self.told(key, pair)));
                Box::new(added.chain(removed).chain(changed))
            }
        }
    }

    fn both(&self) -> [Side<'_>; 2] {
        let Sides { old, new, lang, .. } = self.sides;
        [old, new].map(|record| Side { record, lang, words: self.words })
    }

    fn told(&self, key: &str, pair: &[Value; 2]) -> Told {
        let [was, is] = pair;
        let [old, new] = self.both();
        match (says_something(was), says_something(is)) {
            (false, _) => Told::Added(new.value(key, is)),
            (_, false) => Told::Removed(old.value(key, was)),
            _ if key == "identifiers" => {
                let told = Told::Became([(old, was), (new, is)].map(|(side, value)| side.identifier(value)));
                Told::Within(new.value("scheme", &is["scheme"]), vec![Row { label: String::new(), told }])
            }
            _ if is.is_object() && !has_one_value(key, is) => self.within(key, pair),
            _ => Told::Became([old.value(key, was), new.value(key, is)]),
        }
    }

    /// What became of an object: what it is by what stayed, and each of its fields that changed.
    fn within(&self, field: &str, [was, is]: &[Value; 2]) -> Told {
        let [_, new] = self.both();
        let keys = identities(field).first().copied().unwrap_or_default();
        let stayed = keys.iter().filter(|key| was[**key] == is[**key]).map(|key| new.value(key, &is[*key]));
        let stayed = stayed.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(new.comma());
        let other_keys = [was, is].into_iter().filter_map(Value::as_object).flat_map(Map::keys);
        let mut all: Vec<&str> = keys.iter().copied().chain(other_keys.map(String::as_str)).collect();
        let mut seen = HashSet::new();
        all.retain(|key| seen.insert(*key) && was[*key] != is[*key]);
        let changed = all.into_iter().map(|key| {
            let told = self.told(key, &[was[key].clone(), is[key].clone()]);
            Row { label: new.label(key), told }
        });
        Told::Within(stayed, changed.collect())
    }
}

impl Side<'_> {
    /// A value of a field, or an item of one.
    fn value(self, key: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) if is_reference(key) => self.named(text),
            Value::String(text) => self.words.map_or(text.as_str(), |words| words.value_of(key, text)).to_owned(),
            Value::Array(items) => {
                items.iter().map(|item| self.value(key, item)).collect::<Vec<_>>().join(self.comma())
            }
            Value::Object(_) => self.object(key, value),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
        }
    }

    fn label(self, key: &str) -> String {
        self.words.map_or(key, |words| words.changed_field(key)).to_owned()
    }

    fn comma(self) -> &'static str {
        self.words.map_or(", ", |words| words.comma)
    }

    /// An entry by its name, and in the terms of the file by its id.
    fn named(self, key: &str) -> String {
        match self.record.find(key).map(|id| self.record.entry(id).name.shown(self.lang)) {
            Some(name) if self.words.is_some() => name.to_owned(),
            Some(name) => format!("{name} ({key})"),
            None => key.to_owned(),
        }
    }

    fn object(self, field: &str, object: &Value) -> String {
        match field {
            "details" | "contacts" => self.aside("value", &["note"], object),
            "identifiers" => format!("{} {}", self.value("scheme", &object["scheme"]), self.identifier(object)),
            _ if is_form(object) => self.aside("name", &["lang", "note"], object),
            _ => {
                let first = identities(field).first().copied().unwrap_or_default();
                let known = first.iter().map(|key| self.value(key, &object[*key]));
                let rest = object.as_object().into_iter().flatten();
                let rest = rest.filter(|(key, _)| !first.contains(&key.as_str()) && !ASIDE.contains(&key.as_str()));
                let rest = rest.map(|(key, value)| format!("{} {}", self.label(key), self.value(key, value)));
                known.chain(rest).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(self.comma())
            }
        }
    }

    /// An identifier without its scheme.
    fn identifier(self, object: &Value) -> String {
        self.aside("identifier", &["note"], object)
    }

    /// A value, and in brackets what else is said of it.
    fn aside(self, main: &str, others: &[&str], object: &Value) -> String {
        let main = self.value(main, &object[main]);
        let others = others.iter().map(|key| self.value(key, &object[*key])).filter(|part| !part.is_empty());
        let others = others.collect::<Vec<_>>().join(self.comma());
        match self.words {
            _ if others.is_empty() => main,
            Some(words) => main + &words.aside.replacen("{}", &others, 1),
            None => format!("{main} ({others})"),
        }
    }
}

/// What the file calls a field; `None` for what it says about itself.
pub fn file_key(kind: Option<Kind>, key: &'static str) -> &'static str {
    match (key, kind) {
        ("offices", _) => "memberships",
        ("names", Some(Kind::Statement | Kind::Motion)) => "text",
        ("names", Some(Kind::Post)) => "label",
        ("names", Some(Kind::VoteEvent)) => "identifier",
        ("names", _) => "name",
        _ => key,
    }
}

/// Two values from a little before where they differ, if one of them takes more columns than are told whole; at most so
/// many of each.
pub fn from_difference([old, new]: &[String; 2], whole: usize, cols: usize) -> [String; 2] {
    let is_long = |text: &str| text::width(text, Ambiguous::Narrow) > whole;
    let graphemes = || text::graphemes(old).zip(text::graphemes(new));
    let same = graphemes().take_while(|((_, old), (_, new))| old == new).count();
    let start = graphemes().nth(same.saturating_sub(BEFORE)).map_or(0, |((start, _), _)| start);
    let from = |text: &str| match start {
        0 => cut(text, cols),
        _ => cut(&format!("{ELLIPSIS}{}", text.get(start..).unwrap_or_default()), cols),
    };
    if is_long(old) || is_long(new) { [from(old), from(new)] } else { [old.clone(), new.clone()] }
}

/// A text in so many columns.
pub fn cut(text: &str, cols: usize) -> String {
    text::cut_end(text, cols, Ambiguous::Narrow).into_owned()
}

/// Whether an object is told as one value, with what else is said of it aside.
fn has_one_value(field: &str, object: &Value) -> bool {
    matches!(field, "details" | "contacts") || is_form(object)
}

/// Whether a field names entries.
fn is_reference(key: &str) -> bool {
    key.ends_with("_id") || key.ends_with("_ids") || ["document", "parties", "witnesses", "creators"].contains(&key)
}
