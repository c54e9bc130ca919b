//! Whatever JSON a file holds, its canonical form says the same and is its own canonical form.

use proptest::prelude::*;
use proptest::sample::select;

use super::SIGNS;
use crate::data::canonical;
use crate::data::progress::Progress;
use crate::data::tree::{Shape, Tree, Value};

/// What a file says, with the fields of objects in the order of their keys; of one key they stay as they came.
#[derive(Debug, PartialEq)]
enum Said {
    /// As it is written.
    Plain(String),
    /// As UTF-16, which can hold half a character.
    Text(Vec<u16>),
    Array(Vec<Said>),
    Object(Vec<(Vec<u16>, Said)>),
}

fn said(value: Value<'_>) -> Said {
    match value.shape() {
        Shape::Object => {
            let fields = value.object().unwrap().fields.into_iter();
            let mut fields: Vec<_> = fields.map(|field| (units(field.key_at.source()), said(field.value))).collect();
            fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            Said::Object(fields)
        }
        Shape::Array => Said::Array(value.array().unwrap().into_iter().map(said).collect()),
        Shape::Text => Said::Text(units(value.source())),
        _ => Said::Plain(value.source().to_owned()),
    }
}

/// Reads a string character by character, after RFC 8259.
fn units(source: &str) -> Vec<u16> {
    let mut units = Vec::new();
    let mut chars = source.strip_prefix('"').unwrap().strip_suffix('"').unwrap().chars();
    while let Some(c) = chars.next() {
        let c = if c == '\\' {
            chars.next().unwrap()
        } else {
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
            continue;
        };
        units.push(match c {
            'u' => u16::from_str_radix(&chars.by_ref().take(4).collect::<String>(), 16).unwrap(),
            'b' => 8,
            't' => 9,
            'n' => 10,
            'f' => 12,
            'r' => 13,
            _ => u16::try_from(u32::from(c)).unwrap(),
        });
    }
    units
}

/// A piece of a string, as it may be written.
fn piece() -> impl Strategy<Value = String> {
    let written = [
        "\\\"",
        "\\\\",
        "\\/",
        "\\b",
        "\\f",
        "\\n",
        "\\r",
        "\\t",
        "/",
        "\u{7f}",
        "\u{9b}31m",
        "\u{202e}",
        "\u{feff}",
        "浙港",
        "\\u202e",
        "id",
        "\\u0069d",
        "e\u{301}",
        "\\ud83d\\ude00",
        "\\uD800",
        "\\udfff",
        "👨\u{200d}👩",
    ];
    prop_oneof![
        3 => select(written.to_vec()).prop_map(str::to_owned),
        1 => any::<u16>().prop_map(|unit| format!("\\u{unit:04X}")),
        1 => any::<char>().prop_filter("needs an escape", |c| !matches!(c, '\0'..='\x1f' | '"' | '\\')).prop_map(String::from),
    ]
}

fn string() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..6).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

fn key() -> impl Strategy<Value = String> {
    let known = ["//", "id", "name", "meta", "persons", "memberships", "sources", "title", "url", "note", "area"];
    prop_oneof![3 => select(known.to_vec()).prop_map(|key| format!("\"{key}\"")), 1 => string()]
}

fn space() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", " ", "\n", "\r\n\t", "   "])
}

/// Any JSON, in any spelling.
fn document() -> impl Strategy<Value = String> {
    let plain = ["null", "true", "false", "0", "-0", "1E+9", "2.50", "1e999", "123456789012345678901234567890"];
    let leaf = prop_oneof![select(plain.to_vec()).prop_map(str::to_owned), string()];
    leaf.prop_recursive(6, 60, 8, |inner| {
        let item =
            (space(), inner, space()).prop_map(|(before, value, after)| format!("{before}{value}{after}")).boxed();
        let field = (space(), key(), space(), item.clone())
            .prop_map(|(before, key, after, value)| format!("{before}{key}{after}:{value}"));
        prop_oneof![
            inside(item).prop_map(|items| format!("[{items}]")),
            inside(field).prop_map(|fields| format!("{{{fields}}}")),
        ]
    })
}

fn inside(item: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (space(), prop::collection::vec(item, 0..8))
        .prop_map(|(space, items)| if items.is_empty() { space.to_owned() } else { items.join(",") })
}

fn holds(source: &[u8]) {
    let Ok(once) = canonical(source, SIGNS) else { return };
    let source = std::str::from_utf8(source).unwrap().trim_start_matches('\u{feff}');
    assert_eq!(
        said(Tree::parse(&once, &Progress::default()).unwrap().root()),
        said(Tree::parse(source, &Progress::default()).unwrap().root())
    );
    assert_eq!(canonical(once.as_bytes(), SIGNS).unwrap(), once);
}

proptest! {
    #[test]
    fn any_json_stays_what_it_says(source in document()) {
        prop_assert!(canonical(source.as_bytes(), SIGNS).is_ok(), "{source}");
        holds(source.as_bytes());
    }

    #[test]
    fn any_text_is_json_or_refused(source in any::<String>()) {
        holds(source.as_bytes());
    }

    #[test]
    fn any_bytes_are_json_or_refused(source in any::<Vec<u8>>()) {
        holds(&source);
    }

    #[test]
    fn any_signs_of_json_are_json_or_refused(source in "[\\[\\]{}:,\"\\\\u0-9a-f浙 \n.+-]{0,12}") {
        holds(source.as_bytes());
    }
}
