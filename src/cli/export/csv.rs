//! Entries as a table of comma-separated values (RFC 4180).

use std::io::{self, Write};

use serde_json::Value;

use crate::cli::plain;
use crate::ui::json::Field;

/// What a cell begins with that a spreadsheet takes for a formula, of either width.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/// What stands for an object in a cell, and in brackets behind it, what tells it from others: the first that it has.
const MAIN: [&str; 8] = ["name", "text", "person_id", "entity_id", "role", "document", "url", "note"];
const ASIDE: [&str; 5] = ["lang", "on_behalf_of_id", "organization_id", "role", "certainty"];

/// Writes a row for each entry under the names of its fields. All entries are of one kind.
pub(super) fn write(out: &mut dyn Write, entries: impl Iterator<Item = Vec<Field>>) -> io::Result<()> {
    for (number, fields) in entries.enumerate() {
        if number == 0 {
            row(out, fields.iter().map(|(name, _)| (*name).to_owned()))?;
        }
        row(out, fields.iter().map(|(_, value)| text(value)))?;
    }
    Ok(())
}

fn row(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let cells: Vec<_> = cells.map(|text| quoted(guarded(plain::one_line(&text)))).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A value in words. Several are joined.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let first = |names: &[&'static str]| names.iter().find_map(|name| Some((*name, text(fields.get(*name)?))));
            let Some((name, main)) = first(&MAIN) else { return String::new() };
            match first(&ASIDE).filter(|(aside, _)| *aside != name) {
                Some((_, aside)) => format!("{main} ({aside})"),
                None => main,
            }
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: String) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

fn quoted(text: String) -> String {
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_never_a_formula() {
        for (typed, cell) in [
            ("浙港", "浙港"),
            ("a, b", "\"a, b\""),
            ("\"a\"", "\"\"\"a\"\"\""),
            ("=1+1", "'=1+1"),
            ("＝1", "'＝1"),
            ("-1, \"2\"", "\"'-1, \"\"2\"\"\""),
            ("\t=1", "'\t=1"),
            ("\r", "\"'\r\""),
            ("a\nb", "a b"),
            ("1-2", "1-2"),
        ] {
            let mut out = Vec::new();
            row(&mut out, [typed.to_owned(), String::new()].into_iter()).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), format!("{cell},\r\n"));
        }
    }

    #[test]
    fn objects_are_told_in_words() {
        for (value, words) in [
            (json!([{"lang": "en", "name": "John Lee", "note": "x"}, {"name": "甲"}]), "John Lee (en); 甲"),
            (json!([{"person_id": "p", "on_behalf_of_id": "o"}]), "p (o)"),
            (json!([{"entity_id": "p", "role": "lead"}, {"entity_id": "q"}]), "p (lead); q"),
            (json!([{"role": "主席", "organization_id": "o", "note": "x"}, {"role": "部長"}]), "主席 (o); 部長"),
            (json!([{"document": "d", "note": "x"}, {"url": "u"}, {"note": "n"}]), "d; u; n"),
            (json!([{"text": "t", "certainty": "reported"}]), "t (reported)"),
            (json!(3), "3"),
            (json!(null), ""),
        ] {
            assert_eq!(text(&value), words);
        }
    }
}
