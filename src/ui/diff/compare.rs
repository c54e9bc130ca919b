//! The comparison of two records by the ids of their entries, kind by kind and field by field.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::Value;

use super::Sides;
use super::pairs::Items;
use crate::data::model::Entry;
use crate::data::{EntryId, Kind, Lang, Record, Tag};
use crate::ui::json::{Field, Reading, says_something};

/// A name that more entries on one side have says nothing about which of them is which.
const MOST_NAMESAKES: usize = 3;

/// What is different. Of two entries the old one comes first.
#[derive(Debug)]
pub enum Difference {
    /// What the file says about itself.
    OfFile(Vec<FieldChange>),
    Added(EntryId),
    Removed(EntryId),
    /// And whatever else changed.
    Renamed(EntryId, EntryId, Vec<FieldChange>),
    Changed(EntryId, EntryId, Vec<FieldChange>),
    /// One was removed and one added that share something.
    PerhapsSame(EntryId, EntryId, Shared),
}

/// What differences have in common that are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    OfFile,
    Added,
    Removed,
    Renamed,
    Changed,
    PerhapsSame,
}

impl Sort {
    pub const ALL: [Self; 6] =
        [Self::OfFile, Self::Added, Self::Removed, Self::Renamed, Self::Changed, Self::PerhapsSame];
}

/// What two entries with different ids have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    Identifier { scheme: String, value: String },
    Name(String),
}

#[derive(Debug)]
pub struct FieldChange {
    pub key: &'static str,
    pub change: Change,
}

/// What became of the value of a field.
#[derive(Debug)]
pub enum Change {
    /// From the first to the second; of a field that one side does not have, `null`.
    Value([Value; 2]),
    Items(Items),
    /// Nobody asked what the values are.
    Hidden,
}

impl Difference {
    /// `None` of what the file says about itself.
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::OfFile(_) => None,
            Self::Added(id)
            | Self::Removed(id)
            | Self::Renamed(id, ..)
            | Self::Changed(id, ..)
            | Self::PerhapsSame(id, ..) => Some(id.kind),
        }
    }

    pub const fn sort(&self) -> Sort {
        match self {
            Self::OfFile(_) => Sort::OfFile,
            Self::Added(_) => Sort::Added,
            Self::Removed(_) => Sort::Removed,
            Self::Renamed(..) => Sort::Renamed,
            Self::Changed(..) => Sort::Changed,
            Self::PerhapsSame(..) => Sort::PerhapsSame,
        }
    }

    pub fn fields(&self) -> &[FieldChange] {
        match self {
            Self::OfFile(fields) | Self::Renamed(_, _, fields) | Self::Changed(_, _, fields) => fields,
            Self::Added(_) | Self::Removed(_) | Self::PerhapsSame(..) => &[],
        }
    }
}

/// Every difference: of the files, then of their entries in reading order; of a kind those of one sort together.
pub fn differences(sides: &Sides<'_>) -> Vec<Difference> {
    let Sides { old, new, .. } = *sides;
    let of = |lang| [old, new].map(|record| Reading { record, has_contacts: true, lang }.of_file());
    let of_file = changes(sides, of);
    let mut found = Vec::new();
    if !of_file.is_empty() {
        found.push(Difference::OfFile(of_file));
    }
    found.extend(Kind::ALL.into_iter().flat_map(|kind| of_kind(sides, kind)));
    found
}

fn of_kind(sides: &Sides<'_>, kind: Kind) -> Vec<Difference> {
    let (old, new) = (sides.old, sides.new);
    let other = |of: &Record, id, record: &Record| record.find(&of.entry(id).key).filter(|id| id.kind == kind);
    let added: Vec<EntryId> = new.ids(kind).filter(|id| other(new, *id, old).is_none()).collect();
    let removed: Vec<EntryId> = old.ids(kind).filter(|id| other(old, *id, new).is_none()).collect();
    let both = new.ids(kind).filter_map(|id| altered(sides, other(new, id, old)?, id));
    let (renamed, changed): (Vec<_>, Vec<_>) = both.partition(|found| matches!(found, Difference::Renamed(..)));
    let perhaps = perhaps_same(sides, &removed, &added);
    let one_sided = added.into_iter().map(Difference::Added).chain(removed.into_iter().map(Difference::Removed));
    one_sided.chain(renamed).chain(changed).chain(perhaps).collect()
}

fn altered(sides: &Sides<'_>, old: EntryId, new: EntryId) -> Option<Difference> {
    let both = [(sides.old, old), (sides.new, new)];
    let of = |lang| both.map(|(record, id)| Reading { record, has_contacts: true, lang }.fields_apart(id));
    let fields = changes(sides, of);
    let name = |record: &Record, id| record.entry(id).name.forms().next().map(|form| form.text.clone());
    let is_text = matches!(new.kind, Kind::Statement | Kind::Motion);
    let is_own = name(sides.old, old) != name(sides.new, new);
    let is_renamed = !is_text && (is_own || fields.iter().any(FieldChange::is_renaming));
    match fields.is_empty() {
        true => None,
        false if is_renamed => Some(Difference::Renamed(old, new, fields)),
        false => Some(Difference::Changed(old, new, fields)),
    }
}

/// The fields that are different. They are compared in full, and told as the reader reads them, where that tells them apart.
fn changes(sides: &Sides<'_>, of: impl Fn(Option<Lang>) -> [Vec<Field>; 2]) -> Vec<FieldChange> {
    let full = of(None);
    if full[0] == full[1] {
        return Vec::new();
    }
    let pairs = |[old, new]: [Vec<Field>; 2]| {
        old.into_iter().zip(new).map(|((key, old), (_, new))| (key, [old, new])).collect::<Vec<_>>()
    };
    let both = pairs(full).into_iter().zip(pairs(of(Some(sides.lang))));
    // Every form of a name is among the names.
    let both = both.filter(|((key, _), _)| *key != "name");
    both.filter_map(|((key, full), (_, shown))| {
        let full = Change::of(key, full)?;
        let shown = || Change::of(key, shown).filter(|change| !change.is_order());
        let change = if key == "contacts" && !sides.shows_contacts { Change::Hidden } else { shown().unwrap_or(full) };
        Some(FieldChange { key, change })
    })
    .collect()
}

impl FieldChange {
    /// Whether a form of the name gave way to another one.
    fn is_renaming(&self) -> bool {
        let Change::Items(items) = &self.change else { return false };
        self.key == "names" && items.changed.iter().any(|[old, new]| old["name"] != new["name"])
    }
}

impl Change {
    /// How many things are told of it.
    pub fn count(&self) -> usize {
        match self {
            Self::Items(items) if !items.is_order() => items.added.len() + items.removed.len() + items.changed.len(),
            Self::Value(_) | Self::Items(_) | Self::Hidden => 1,
        }
    }

    fn of(key: &str, [old, new]: [Value; 2]) -> Option<Self> {
        if old == new || !says_something(&old) && !says_something(&new) {
            return None;
        }
        Some(match (old, new) {
            (Value::Array(old), Value::Array(new)) => Self::Items(Items::of(key, &old, &new)),
            (Value::Array(old), Value::Null) => Self::Items(Items::of(key, &old, &[])),
            (Value::Null, Value::Array(new)) => Self::Items(Items::of(key, &[], &new)),
            (old, new) => Self::Value([old, new]),
        })
    }

    /// Whether nothing but the order of items changed.
    fn is_order(&self) -> bool {
        matches!(self, Self::Items(items) if items.is_order())
    }
}

fn perhaps_same(sides: &Sides<'_>, removed: &[EntryId], added: &[EntryId]) -> Vec<Difference> {
    let mut groups: BTreeMap<Shared, [Vec<EntryId>; 2]> = BTreeMap::new();
    for (side, record, ids) in [(0, sides.old, removed), (1, sides.new, added)] {
        for id in ids {
            for shared in shareable(record.entry(*id)) {
                groups.entry(shared).or_default()[side].push(*id);
            }
        }
    }
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (shared, [old, new]) in &groups {
        if old.len().max(new.len()) <= MOST_NAMESAKES {
            let pairs = old.iter().flat_map(|old| new.iter().map(move |new| (*new, *old)));
            found.extend(pairs.filter(|pair| seen.insert(*pair)).map(|pair| (pair, shared)));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|((new, old), shared)| Difference::PerhapsSame(old, new, shared.clone())).collect()
}

/// What may tell that an entry is another one. Sounds alone do not.
fn shareable(entry: &Entry) -> BTreeSet<Shared> {
    let forms = entry.name.forms().filter(|form| !matches!(form.tag, Tag::Pinyin | Tag::Jyutping));
    let names = forms.map(|form| Shared::Name(form.text.to_string()));
    let identifiers = entry.details.iter().filter(|detail| detail.is_identifier);
    let identifiers = identifiers
        .map(|detail| Shared::Identifier { scheme: detail.key.to_string(), value: detail.value.to_string() });
    names.chain(identifiers).collect()
}
