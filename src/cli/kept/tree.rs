//! What is kept of a record, as it stands in a file. What a file has besides is left as it is.

use serde_json::{Map, Value, json};

use super::store::Records;
use crate::text;
use crate::ui::kept::{Keep, Kept, Place};

/// What is kept of a record. What makes no sense is left out, here and not in the file.
pub(super) fn kept(records: &Records, record: &str) -> Kept {
    let part = |name: &str| records.get(record).and_then(|record| record.get(name)).and_then(Value::as_object);
    let notes = part("notes").into_iter().flatten();
    let marks = part("marks").into_iter().flatten();
    Kept {
        notes: notes.filter_map(|(key, note)| Some((key.clone(), line(note.as_str()?)))).collect(),
        marks: marks.filter_map(|(letter, mark)| Some((letter_of(letter)?, place(mark)?))).collect(),
    }
}

/// Makes a change to what is kept of a record.
pub(super) fn change(records: &mut Records, record: &str, keep: &Keep) {
    let (part, name, value) = match keep {
        Keep::Note(key, note) => ("notes", key.clone(), note.as_ref().map(|note| json!(note))),
        Keep::Mark(letter, mark) => ("marks", letter.to_string(), mark.as_ref().map(value)),
    };
    let part = object(object(records, record), part);
    match value {
        Some(value) => part.insert(name, value),
        None => part.remove(&name),
    };
}

/// Where the last session on a record was.
pub(super) fn last(records: &Records, record: &str) -> Option<Place> {
    place(records.get(record)?)
}

pub(super) fn leave(records: &mut Records, record: &str, place: &Place) {
    records.insert(record.to_owned(), value(place));
}

/// An object in an object, made where there is none.
fn object<'a>(parent: &'a mut Map<String, Value>, name: &str) -> &'a mut Map<String, Value> {
    let child = parent.entry(name).or_insert_with(|| json!({}));
    if !child.is_object() {
        *child = json!({});
    }
    match child {
        Value::Object(object) => object,
        _ => unreachable!("it was made one"),
    }
}

fn letter_of(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    chars.next().is_none().then_some(letter)
}

fn value(place: &Place) -> Value {
    json!({ "address": place.address, "at": place.at, "of": place.of })
}

fn place(value: &Value) -> Option<Place> {
    let number = |name: &str| value.get(name).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    let address = line(value.get("address")?.as_str()?);
    let (at, of) = (number("at").unwrap_or(0), number("of").unwrap_or(0));
    Some(Place { address, at: at.min(of), of })
}

/// A text of a file in a line that can do nothing to a terminal.
fn line(text: &str) -> String {
    text::neutral(text).replace('\n', " ")
}
