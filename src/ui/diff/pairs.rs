//! Two lists of values: what came, what went, and which of these are one thing that changed.

use std::collections::{HashMap, VecDeque};

use serde_json::Value;

/// What makes two objects of a list one thing, the surest first. The first also begins what is told of an object.
type Identities = &'static [&'static [&'static str]];

const MEMBERSHIP: Identities = &[
    &["role", "organization_id", "on_behalf_of_id", "post_id", "area_id", "legislative_period_id"],
    &["organization_id", "post_id", "area_id", "legislative_period_id"],
    &["organization_id"],
];

/// Forms of a text; one may be in no language that the file names.
const FORM: Identities = &[&["lang"]];

/// What is different between two lists; nothing, if only the order is.
#[derive(Debug, Default)]
pub struct Items {
    pub removed: Vec<Value>,
    pub added: Vec<Value>,
    pub changed: Vec<[Value; 2]>,
}

impl Items {
    pub fn of(key: &str, old: &[Value], new: &[Value]) -> Self {
        let mut items = Self { removed: without(old, new), added: without(new, old), changed: Vec::new() };
        for identity in identities(key) {
            items.pair(identity);
        }
        items
    }

    pub fn is_order(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty() && self.changed.is_empty()
    }

    /// Takes what is one thing by its identity for changed, in the order of the lists.
    fn pair(&mut self, identity: &[&str]) {
        let removed = std::mem::take(&mut self.removed);
        let mut known: HashMap<Vec<String>, VecDeque<usize>> = HashMap::new();
        for (number, item) in removed.iter().enumerate() {
            if let Some(values) = values(item, identity) {
                known.entry(values).or_default().push_back(number);
            }
        }
        let mut left: Vec<Option<Value>> = removed.into_iter().map(Some).collect();
        for new in std::mem::take(&mut self.added) {
            let same = values(&new, identity).and_then(|values| known.get_mut(&values)?.pop_front());
            match same.and_then(|number| left[number].take()) {
                Some(old) => self.changed.push([old, new]),
                None => self.added.push(new),
            }
        }
        self.removed = left.into_iter().flatten().collect();
    }
}

pub fn identities(key: &str) -> Identities {
    match key {
        "offices" => MEMBERSHIP,
        "signatories" => &[&["person_id"]],
        "participants" => &[&["entity_id"]],
        "votes" => &[&["voter_id"]],
        "counts" => &[&["option", "group_id"]],
        "facts" => &[&["text"]],
        "sources" => &[&["document", "url"]],
        "details" | "contacts" => &[&["key"]],
        "identifiers" => &[&["scheme"]],
        _ => FORM,
    }
}

/// Whether an object is a form of a text.
pub fn is_form(object: &Value) -> bool {
    let is_key = |key: &String| ["lang", "name", "note"].contains(&key.as_str());
    object["name"].is_string() && object.as_object().is_some_and(|object| object.keys().all(is_key))
}

/// The values that are the identity of an object, if it has any of them.
fn values(item: &Value, identity: &[&str]) -> Option<Vec<String>> {
    let has_any = is_form(item) || identity.iter().any(|key| !item[*key].is_null());
    has_any.then(|| identity.iter().map(|key| item[*key].to_string()).collect())
}

/// The items that the others do not have, each as often as it is more often there.
fn without(items: &[Value], others: &[Value]) -> Vec<Value> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for other in others {
        *counts.entry(other.to_string()).or_default() += 1;
    }
    let is_left = |item: &&Value| match counts.get_mut(&item.to_string()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    items.iter().filter(is_left).cloned().collect()
}
