//! What changed as text: a line each, under the kinds of entries.

use serde_json::Value;

use super::Sides;
use super::compare::{Change, Difference, FieldChange, Shared};
use super::short::{Side, altered, file_key, pair};
use crate::cli::json::says_something;
use crate::cli::plain::one_line;
use crate::data::EntryId;
use crate::text::{self, Ambiguous};
use crate::ui::World;
use crate::ui::words::Words;

/// The columns that a name may take, and a value.
const NAME_COLS: usize = 48;
const VALUE_COLS: usize = 96;
/// What stands before the fields of an entry, and before those of a file.
const FIELD_INDENT: usize = 6;
const OWN_INDENT: usize = 2;

/// A sign, what it is about, and what is told of that.
type Row = (char, String, String);

pub(super) fn of(sides: &Sides<'_>, differences: &[Difference]) -> String {
    let groups = differences.chunk_by(|one, other| one.kind() == other.kind());
    groups.map(|group| of_group(sides, group)).collect::<Vec<_>>().join("\n")
}

fn of_group(sides: &Sides<'_>, group: &[Difference]) -> String {
    let telling = Telling { sides, words: Words::of(sides.lang) };
    let heading = match group.first().and_then(Difference::kind) {
        Some(kind) => format!("{}  {}", sides.new.kinds(telling.words, kind), counts(group)),
        None => telling.words.about_record.to_owned(),
    };
    let entries: Vec<Option<Row>> = group.iter().map(|difference| telling.entry(difference)).collect();
    let cols = widest(entries.iter().flatten());
    let mut told = heading + "\n";
    for (entry, difference) in entries.iter().zip(group) {
        if let Some(entry) = entry {
            told += &line(2, cols, entry);
        }
        let indent = if entry.is_some() { FIELD_INDENT } else { OWN_INDENT };
        let fields: Vec<Row> = difference.fields().iter().flat_map(|field| telling.field(difference, field)).collect();
        let cols = widest(&fields);
        told.extend(fields.iter().map(|field| line(indent, cols, field)));
    }
    told
}

fn line(indent: usize, cols: usize, (sign, first, second): &Row) -> String {
    let first = text::pad_end(first, cols, Ambiguous::Narrow);
    let second = text::cut_end(second, VALUE_COLS, Ambiguous::Narrow);
    let line = format!("{:indent$}{sign} {first}  {second}", "");
    one_line(line.trim_end()) + "\n"
}

fn widest<'a>(rows: impl IntoIterator<Item = &'a Row>) -> usize {
    let cols = rows.into_iter().map(|(_, first, _)| text::width(first, Ambiguous::Narrow));
    cols.max().unwrap_or(0).min(NAME_COLS)
}

/// How many of each sort there are, as `+2 ~1`.
fn counts(group: &[Difference]) -> String {
    let count = |sign| group.iter().filter(|difference| difference.sign() == sign).count();
    let counts = ['+', '-', '>', '~', '?'].map(|sign| (sign, count(sign)));
    let told = counts.into_iter().filter(|(_, count)| *count > 0).map(|(sign, count)| format!("{sign}{count}"));
    told.collect::<Vec<_>>().join(" ")
}

impl Difference {
    const fn sign(&self) -> char {
        match self {
            Self::Added(_) => '+',
            Self::Removed(_) => '-',
            Self::Renamed(..) => '>',
            Self::OfFile(_) | Self::Changed(..) => '~',
            Self::PerhapsSame(..) => '?',
        }
    }

    fn fields(&self) -> &[FieldChange] {
        match self {
            Self::OfFile(fields) | Self::Renamed(_, _, fields) | Self::Changed(_, _, fields) => fields,
            Self::Added(_) | Self::Removed(_) | Self::PerhapsSame(..) => &[],
        }
    }
}

struct Telling<'a> {
    sides: &'a Sides<'a>,
    words: &'static Words,
}

impl Telling<'_> {
    fn entry(&self, difference: &Difference) -> Option<Row> {
        let Sides { old, new, lang, .. } = *self.sides;
        let name = |world: &World, id: EntryId| world.record.entry(id).name.shown(lang).to_owned();
        let key = |world: &World, id: EntryId| world.record.entry(id).key.to_string();
        let (name, told) = match difference {
            Difference::OfFile(_) => return None,
            Difference::Removed(id) => (name(old, *id), key(old, *id)),
            Difference::Added(id) | Difference::Changed(_, id, _) => (name(new, *id), key(new, *id)),
            Difference::Renamed(was, is, _) => {
                let (was, is, key) = (name(old, *was), name(new, *is), key(new, *is));
                (if was == is { is } else { pair(&was, &is) }, key)
            }
            Difference::PerhapsSame(was, is, shared) => {
                let shared = match shared {
                    Shared::Identifier { scheme, value } => format!("{scheme} {value}"),
                    Shared::Name(name) => name.clone(),
                };
                let told = format!("{} -> {}", key(old, *was), key(new, *is));
                (name(new, *is), format!("{told}  {} ({shared})", self.words.diff.perhaps_same))
            }
        };
        Some((difference.sign(), name, told))
    }

    /// The lines of a field.
    fn field(&self, of: &Difference, FieldChange { key, change }: &FieldChange) -> Vec<Row> {
        let Sides { old, new, lang, .. } = *self.sides;
        let [old, new] = [old, new].map(|world| Side { world, lang });
        let field = file_key(of.kind(), key);
        let label = |item: &Value| item["key"].as_str().unwrap_or(field).to_owned();
        match change {
            Change::Hidden => vec![('~', field.to_owned(), format!("{} --contacts", self.words.diff.hidden))],
            Change::Value([was, is]) => vec![match (says_something(was), says_something(is)) {
                (false, _) => ('+', field.to_owned(), new.value(key, is)),
                (_, false) => ('-', field.to_owned(), old.value(key, was)),
                _ if is.is_object() => ('~', field.to_owned(), altered(key, [old, new], &[was.clone(), is.clone()])),
                _ => ('~', field.to_owned(), pair(&old.value(key, was), &new.value(key, is))),
            }],
            Change::Items(items) if items.is_order() => {
                vec![('~', field.to_owned(), self.words.diff.reordered.to_owned())]
            }
            Change::Items(items) => {
                let added = items.added.iter().map(|item| ('+', label(item), new.value(key, item)));
                let removed = items.removed.iter().map(|item| ('-', label(item), old.value(key, item)));
                let changed = items.changed.iter().map(|pair| ('~', label(&pair[1]), altered(key, [old, new], pair)));
                added.chain(removed).chain(changed).collect()
            }
        }
    }
}
