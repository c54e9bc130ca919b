//! What changed as text: a line each, under the kinds of entries.

use crate::cli::plain::one_line;
use crate::data::{EntryId, Record};
use crate::text::{self, Ambiguous};
use crate::ui::diff::Sides;
use crate::ui::diff::compare::{Difference, FieldChange, Shared, Sort};
use crate::ui::diff::told::{self, Told, cut, from_difference};
use crate::ui::words::Words;

/// The columns that a name may take, and a value.
const NAME_COLS: usize = 48;
const VALUE_COLS: usize = 96;
/// The columns for each of two values that stand side by side.
const PAIR_COLS: usize = 36;
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
    let telling = Telling { sides: *sides, words: Words::of(sides.lang) };
    let heading = match group.first().and_then(Difference::kind) {
        Some(kind) => format!("{}  {}", telling.words.kinds_of(sides.new, kind), counts(group)),
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
    let count = |sort| group.iter().filter(|difference| difference.sort() == sort).count();
    let counts = Sort::ALL.map(|sort| (sign_of(sort), count(sort)));
    let told = counts.into_iter().filter(|(_, count)| *count > 0).map(|(sign, count)| format!("{sign}{count}"));
    told.collect::<Vec<_>>().join(" ")
}

const fn sign_of(sort: Sort) -> char {
    match sort {
        Sort::Added => '+',
        Sort::Removed => '-',
        Sort::Renamed => '>',
        Sort::OfFile | Sort::Changed => '~',
        Sort::PerhapsSame => '?',
    }
}

struct Telling<'a> {
    sides: Sides<'a>,
    words: &'static Words,
}

impl Telling<'_> {
    fn entry(&self, difference: &Difference) -> Option<Row> {
        let Sides { old, new, lang, .. } = self.sides;
        let name = |record: &Record, id: EntryId| record.entry(id).name.shown(lang).to_owned();
        let key = |record: &Record, id: EntryId| record.entry(id).key.to_string();
        let (name, told) = match difference {
            Difference::OfFile(_) => return None,
            Difference::Removed(id) => (name(old, *id), key(old, *id)),
            Difference::Added(id) | Difference::Changed(_, id, _) => (name(new, *id), key(new, *id)),
            Difference::Renamed(was, is, _) => {
                let (was, is, key) = (name(old, *was), name(new, *is), key(new, *is));
                (if was == is { is } else { self.became(Told::Became([was, is])) }, key)
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
        Some((sign_of(difference.sort()), name, told))
    }

    /// The lines of a field.
    fn field(&self, of: &Difference, field: &FieldChange) -> Vec<Row> {
        let telling = told::Telling { sides: self.sides, words: None };
        let rows = telling.rows(of.kind(), field);
        rows.map(|told::Row { label, told }| (sign(&told), label, self.became(told))).collect()
    }

    fn became(&self, told: Told) -> String {
        match told {
            Told::Added(value) | Told::Removed(value) => value,
            Told::Became(pair) => {
                from_difference(&pair, PAIR_COLS, PAIR_COLS).map(|value| cut(&value, PAIR_COLS)).join(" -> ")
            }
            Told::Reordered => self.words.diff.reordered.to_owned(),
            Told::Hidden => format!("{} --contacts", self.words.diff.hidden),
            Told::Within(stayed, fields) => {
                let fields = fields.into_iter().map(|told::Row { label, told }| {
                    let sign = Some(sign(&told)).filter(|sign| *sign != '~').map(String::from).unwrap_or_default();
                    let field = format!("{sign}{label} {}", cut(&self.became(told), 2 * PAIR_COLS + 4));
                    field.trim_start().to_owned()
                });
                let fields = fields.collect::<Vec<_>>().join("; ");
                if stayed.is_empty() { fields } else { format!("{}: {fields}", cut(&stayed, PAIR_COLS)) }
            }
        }
    }
}

/// What stands before a field.
const fn sign(told: &Told) -> char {
    match told {
        Told::Added(_) => '+',
        Told::Removed(_) => '-',
        Told::Became(_) | Told::Within(..) | Told::Reordered | Told::Hidden => '~',
    }
}
