//! Values of fields in few words, with the names of what they refer to.

use serde_json::Value;

use super::pairs::{identities, is_form};
use crate::data::{Kind, Lang};
use crate::text::cut::ELLIPSIS;
use crate::text::{self, Ambiguous};
use crate::ui::World;

/// The columns for each of two values that stand side by side.
const PAIR_COLS: usize = 36;
/// How many characters are left before the first one that is different.
const BEFORE: usize = 8;
/// What is too long to be told with an object.
const ASIDE: [&str; 3] = ["sources", "inferred", "details"];

/// What the file calls a field; `None` for what it says about itself.
pub(super) fn file_key(kind: Option<Kind>, key: &'static str) -> &'static str {
    match (key, kind) {
        ("offices", _) => "memberships",
        ("names", Some(Kind::Statement | Kind::Motion)) => "text",
        ("names", Some(Kind::Post)) => "label",
        ("names", Some(Kind::VoteEvent)) => "identifier",
        ("names", _) => "name",
        _ => key,
    }
}

/// How the values of one record are told.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub world: &'a World,
    pub lang: Lang,
}

impl Side<'_> {
    /// A value of a field, or an item of one.
    pub fn value(self, key: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) if is_reference(key) => self.named(text),
            Value::String(text) => text.clone(),
            Value::Array(items) => items.iter().map(|item| self.value(key, item)).collect::<Vec<_>>().join(", "),
            Value::Object(_) => self.object(key, value),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
        }
    }

    /// An entry by its name and its id.
    fn named(self, key: &str) -> String {
        let record = &self.world.record;
        let name = record.find(key).map(|id| record.entry(id).name.shown(self.lang));
        name.map_or_else(|| key.to_owned(), |name| format!("{name} ({key})"))
    }

    fn object(self, field: &str, object: &Value) -> String {
        match field {
            "details" | "contacts" => self.aside("value", &["note"], object),
            _ if is_form(object) => self.aside("name", &["lang", "note"], object),
            _ => {
                let first = identities(field).first().copied().unwrap_or_default();
                let known = first.iter().map(|key| self.value(key, &object[*key]));
                let rest = object.as_object().into_iter().flatten();
                let rest = rest.filter(|(key, _)| !first.contains(&key.as_str()) && !ASIDE.contains(&key.as_str()));
                let rest = rest.map(|(key, value)| format!("{key} {}", self.value(key, value)));
                known.chain(rest).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// A value, and in brackets what else is said of it.
    fn aside(self, main: &str, others: &[&str], object: &Value) -> String {
        let main = self.value(main, &object[main]);
        let others = others.iter().map(|key| self.value(key, &object[*key])).filter(|part| !part.is_empty());
        let others = others.collect::<Vec<_>>().join(", ");
        if others.is_empty() { main } else { format!("{main} ({others})") }
    }
}

/// What became of an object: what it is by what stayed, and each of its fields that changed.
pub(super) fn altered(field: &str, [old, new]: [Side<'_>; 2], [was, is]: &[Value; 2]) -> String {
    if matches!(field, "details" | "contacts") || is_form(is) {
        return pair(&old.object(field, was), &new.object(field, is));
    }
    let keys = identities(field).first().copied().unwrap_or_default();
    let stayed = keys.iter().filter(|key| was[**key] == is[**key]).map(|key| new.value(key, &is[*key]));
    let stayed = stayed.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let other_keys = [was, is].into_iter().filter_map(Value::as_object).flat_map(serde_json::Map::keys);
    let mut all: Vec<&str> = keys.iter().copied().chain(other_keys.map(String::as_str)).collect();
    let mut seen = std::collections::HashSet::new();
    all.retain(|key| seen.insert(*key) && was[*key] != is[*key]);
    let changed = all.into_iter().map(|key| {
        let (was, is) = (old.value(key, &was[key]), new.value(key, &is[key]));
        match (was.is_empty(), is.is_empty()) {
            (true, _) => format!("+{key} {}", cut(&is)),
            (_, true) => format!("-{key} {}", cut(&was)),
            _ => format!("{key} {}", pair(&was, &is)),
        }
    });
    let changed = changed.collect::<Vec<_>>().join("; ");
    if stayed.is_empty() { changed } else { format!("{}: {changed}", cut(&stayed)) }
}

/// Two values side by side, from a little before where they differ, if they are long.
pub(super) fn pair(old: &str, new: &str) -> String {
    let is_long = |text: &str| text::width(text, Ambiguous::Narrow) > PAIR_COLS;
    let graphemes = || text::graphemes(old).zip(text::graphemes(new));
    let same = graphemes().take_while(|((_, old), (_, new))| old == new).count();
    let start = graphemes().nth(same.saturating_sub(BEFORE)).map_or(0, |((start, _), _)| start);
    if start == 0 || !is_long(old) && !is_long(new) {
        return format!("{} -> {}", cut(old), cut(new));
    }
    let from = |text: &str| cut(&format!("{ELLIPSIS}{}", text.get(start..).unwrap_or_default()));
    format!("{} -> {}", from(old), from(new))
}

fn cut(text: &str) -> String {
    text::cut_end(text, PAIR_COLS, Ambiguous::Narrow).into_owned()
}

/// Whether a field names entries.
fn is_reference(key: &str) -> bool {
    key.ends_with("_id") || key.ends_with("_ids") || ["document", "parties", "witnesses", "creators"].contains(&key)
}
