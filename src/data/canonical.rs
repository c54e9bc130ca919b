//! The one form of a file that says the same: the order of keys that the format has, even spacing, no needless escape.
//! Works on the values as they are written, so nothing is lost: not a key that the format doesn't know, nor one that
//! stands twice, nor a number that no type could hold. Nothing recurses into a file.

use std::fmt::Write;
use std::vec::IntoIter;

use super::format::{Class, RECORD};
use super::load::{LoadError, Neutral, Positions, parse, text_of};
use super::progress::Progress;
use super::tree::{Shape, Value};

/// What fits into so many columns stands in one line.
const COLUMNS: usize = 120;
/// What is inside of so many objects and arrays stands in one line, however long: its indentation would outgrow it.
const DEEPEST: usize = 32;
const INDENT: usize = 2;

/// What is asked of texts, which this layer knows nothing of.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    /// Columns that a text takes.
    pub width: fn(&str) -> usize,
    /// Changes what can't be seen.
    pub neutral: Neutral,
}

/// The same JSON in canonical form. The mark that some editors put before UTF-8 is dropped.
///
/// - Keys of the format stand in its order, others after them in their own; items of arrays stay where they are.
/// - Two spaces for a level, a line break at the end. In one line stands an object or an array of nothing but texts,
///   numbers and so on, if there is room; of an object also with arrays of these.
/// - Numbers stay as they are written. So do, in texts, `\u` and a code of half a character or of a sign that can't be
///   seen; all else is the character itself, unless JSON asks for an escape.
pub fn canonical(source: &[u8], signs: Signs) -> Result<String, LoadError> {
    let text = text_of(source)?;
    let tree = parse(text, &Positions::new(text.as_bytes()), &Progress::default())?;
    let mut whole = String::with_capacity(text.len() + text.len() / 8);
    signs.write(&mut whole, Item { key: None, value: tree.root(), class: Some(&RECORD) }, false);
    whole.push('\n');
    Ok(whole)
}

/// A value with its key, if it has one, and what class its objects are of, if that is known.
#[derive(Debug, Clone, Copy)]
struct Item<'a> {
    key: Option<Value<'a>>,
    value: Value<'a>,
    class: Option<&'static Class>,
}

impl Item<'_> {
    /// What is inside an object or an array, in canonical order.
    fn inside(self) -> Vec<Self> {
        let Self { value, class, .. } = self;
        if let Some(object) = value.object() {
            let mut fields = object.fields;
            if let Some(class) = class {
                let place = |key: &str| class.fields().position(|field| field.key == key).unwrap_or(usize::MAX);
                fields.sort_by_cached_key(|field| place(&field.key));
            }
            let class_under = |key: &str| class?.field(key)?.holds.class();
            let items = fields.into_iter().map(|field| {
                let class = class_under(&field.key);
                Self { key: Some(field.key_at), value: field.value, class }
            });
            return items.collect();
        }
        value.array().unwrap_or_default().into_iter().map(|value| Self { key: None, value, class }).collect()
    }
}

/// An object or an array that is being written.
#[derive(Debug)]
struct Open<'a> {
    rest: IntoIter<Item<'a>>,
    end: char,
    is_line: bool,
    is_begun: bool,
}

impl Signs {
    fn write(self, out: &mut String, item: Item<'_>, is_line: bool) {
        let mut open: Vec<Open<'_>> = self.begin(out, item, 0, is_line).into_iter().collect();
        while let Some(innermost) = open.last_mut() {
            let is_line = innermost.is_line;
            let Some(item) = innermost.rest.next() else {
                let end = innermost.end;
                open.pop();
                if !is_line {
                    new_line(out, open.len());
                }
                out.push(end);
                continue;
            };
            if std::mem::replace(&mut innermost.is_begun, true) {
                out.push_str(if is_line { ", " } else { "," });
            }
            if !is_line {
                new_line(out, open.len());
            }
            if let Some(key) = item.key {
                self.spell(out, key.source());
                out.push_str(": ");
            }
            let depth = open.len();
            open.extend(self.begin(out, item, depth, is_line));
        }
    }

    /// Writes a value, or the first sign of one that is then open.
    fn begin<'a>(self, out: &mut String, item: Item<'a>, depth: usize, is_line: bool) -> Option<Open<'a>> {
        let (start, end) = match item.value.shape() {
            Shape::Object => ('{', '}'),
            Shape::Array => ('[', ']'),
            _ => {
                self.spell(out, item.value.source());
                return None;
            }
        };
        let inside = item.inside();
        let is_line = is_line || depth >= DEEPEST || inside.is_empty();
        if !is_line && is_flat(item.value.shape(), &inside) {
            let mut line = String::new();
            self.write(&mut line, item, true);
            let before = out.rsplit('\n').next().unwrap_or_default();
            let width = self.width;
            // With the comma that may follow.
            if width(before) + width(&line) < COLUMNS {
                out.push_str(&line);
                return None;
            }
        }
        out.push(start);
        Some(Open { rest: inside.into_iter(), end, is_line, is_begun: false })
    }

    /// Writes a text, a number, true, false or null, given as the file has it.
    fn spell(self, out: &mut String, source: &str) {
        let mut rest = source;
        while let Some((plain, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
            out.push_str(plain);
            let length = length_of_escape(escape);
            let (escape, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
            self.escape(out, escape);
            rest = after;
        }
        out.push_str(rest);
    }

    /// Writes the character that an escape stands for, or an escape of it.
    fn escape(self, out: &mut String, escape: &str) {
        let text = serde_json::from_str::<String>(&format!("\"{escape}\""));
        let Some(c) = text.ok().and_then(|text| text.chars().next()) else {
            // Half a character.
            out.push_str(escape);
            return;
        };
        let short = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u{8}' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\u{c}' => "\\f",
            '\r' => "\\r",
            _ => {
                let mut bytes = [0; 4];
                let plain = &*c.encode_utf8(&mut bytes);
                if c >= ' ' && (self.neutral)(plain) == plain {
                    out.push(c);
                } else {
                    as_units(out, c);
                }
                return;
            }
        };
        out.push_str(short);
    }
}

/// Bytes of the escape that a text begins with. Two halves of one character are one escape.
fn length_of_escape(text: &str) -> usize {
    let unit = |at: usize| {
        let digits = text.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    match (unit(0), unit(6)) {
        (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
        (Some(_), _) => 6,
        (None, _) => 2,
    }
}

/// Writes a character as `\u` and its code.
pub fn as_units(out: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing into a string can't fail.
        write!(out, "\\u{unit:04x}").unwrap_or_default();
    }
}

/// Whether something may stand in one line, if there is room.
fn is_flat(shape: Shape, inside: &[Item<'_>]) -> bool {
    let is_plain = |value: Value<'_>| !matches!(value.shape(), Shape::Object | Shape::Array);
    let is_plain_array = |value: Value<'_>| value.array().is_some_and(|items| items.into_iter().all(is_plain));
    inside.iter().all(|item| is_plain(item.value) || shape == Shape::Object && is_plain_array(item.value))
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', depth * INDENT));
}

#[cfg(test)]
mod tests;
