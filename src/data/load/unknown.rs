//! Keys that the format does not have. They are kept; who wrote them may have meant another one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::reader::{Reader, quoted};
use super::{Code, MOST_FAULTS, Severity};
use crate::data::format::{Class, RECORD};
use crate::data::tree::{Object, Value};

/// From this likeness on, of 1, a key is taken for a slip of another one.
const LIKE: f64 = 0.8;
/// So many levels down nothing is looked at any more: no record needs them, and a fault so deep has no place to be told.
const DEEPEST: usize = 32;

/// A key that objects of a class have and the format has not.
struct Unknown<'a> {
    class: &'static Class,
    at: Value<'a>,
    count: usize,
}

/// What a walk over a file has found, and where it goes next: values, the class of their objects, and how deep they are.
#[derive(Default)]
struct Walk<'a> {
    unknown: HashMap<(&'static str, Cow<'a, str>), Unknown<'a>>,
    left: Vec<(Value<'a>, &'static Class, usize)>,
    /// How many more such keys there are.
    unlisted: usize,
}

impl<'a> Reader<'a> {
    /// Tells each such key once for each class of objects, where it stands first.
    pub fn unknown_keys(&mut self, root: &Object<'a>) {
        let mut walk = Walk::default();
        let fields = root.fields.iter().map(|field| (field.key.clone(), field.key_at, field.value));
        walk.look(fields, &RECORD, 0);
        while let Some((value, class, depth)) = walk.left.pop() {
            if self.is_called_off() {
                return;
            }
            if depth > DEEPEST {
                continue;
            }
            if let Some(fields) = value.fields() {
                walk.look(fields, class, depth);
            } else {
                let first = walk.left.len();
                walk.left.extend(value.items().into_iter().flatten().map(|item| (item, class, depth + 1)));
                walk.turn(first);
            }
        }
        for ((_, key), found) in walk.unknown {
            let message = found.message(&self.neutral(&key));
            self.fault(found.at, Code::UnknownKey, message);
        }
        self.count_more(Severity::Note, walk.unlisted);
    }
}

impl<'a> Walk<'a> {
    fn look(
        &mut self,
        fields: impl Iterator<Item = (Cow<'a, str>, Value<'a>, Value<'a>)>,
        class: &'static Class,
        depth: usize,
    ) {
        let first = self.left.len();
        for (key, at, value) in fields {
            if let Some(known) = class.field(&key) {
                self.left.extend(known.holds.class().map(|class| (value, class, depth + 1)));
                continue;
            }
            let is_full = self.unknown.len() >= MOST_FAULTS;
            match self.unknown.entry((class.name, key)) {
                Entry::Occupied(mut known) => known.get_mut().count += 1,
                Entry::Vacant(_) if is_full => self.unlisted += 1,
                Entry::Vacant(new) => drop(new.insert(Unknown { class, at, count: 1 })),
            }
        }
        self.turn(first);
    }

    /// The first of what was put off last is the next to be looked at.
    fn turn(&mut self, first: usize) {
        self.left.get_mut(first..).unwrap_or_default().reverse();
    }
}

impl Unknown<'_> {
    fn message(&self, key: &str) -> String {
        let Self { class, count, .. } = self;
        let often = match count {
            1 => String::new(),
            2 => ", here and in one more place".to_owned(),
            _ => format!(", here and in {} more places", count - 1),
        };
        let likeness = |known: &str| strsim::jaro_winkler(known, key);
        let like = class.fields().map(|field| (likeness(field.key), field.key)).filter(|(like, _)| *like >= LIKE);
        let meant = like.max_by(|one, other| one.0.total_cmp(&other.0));
        let meant = meant.map_or_else(String::new, |(_, known)| format!("; if \"{known}\" is meant, write that"));
        format!("{} is no key that the format has in \"{}\"{often}; it is kept{meant}", quoted(key), class.name)
    }
}
