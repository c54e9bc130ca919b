//! Canonical form on files written for the purpose, and on any JSON at all.

mod properties;

use std::borrow::Cow;

use super::{Signs, canonical};
use crate::data::Code;

/// As wide as there are characters, and one of them is hidden.
pub(super) const SIGNS: Signs = Signs { width: |text| text.chars().count(), neutral };

fn neutral(text: &str) -> Cow<'_, str> {
    if text.contains('\u{202e}') { text.replace('\u{202e}', "␦").into() } else { text.into() }
}

fn formatted(source: &str) -> String {
    let once = canonical(source.as_bytes(), SIGNS).unwrap();
    assert_eq!(canonical(once.as_bytes(), SIGNS).unwrap(), once, "not at rest");
    once
}

#[test]
fn known_keys_come_in_the_order_of_the_format_and_others_after_them() {
    let source = r#"{"persons":[{"zodiac":"馬","sources":["https://example.org/"],"name":"甲",
        "x":{"name":1,"id":2},"id":"p","//":"look"}],"own":[],"meta":{"title":"T","format":"popolo-meeting-record"}}"#;
    let expected = r#"{
  "meta": {"format": "popolo-meeting-record", "title": "T"},
  "persons": [
    {
      "//": "look",
      "id": "p",
      "name": "甲",
      "sources": ["https://example.org/"],
      "zodiac": "馬",
      "x": {"name": 1, "id": 2}
    }
  ],
  "own": []
}
"#;
    assert_eq!(formatted(source), expected);
}

#[test]
fn nothing_is_lost_that_no_type_could_hold() {
    let source = "\u{feff} {\"b\":1e999, \"a\":-0.00, \"b\":123456789012345678901234567890, \"\":1E+2,\"a\":\"\\uD800x\\udC00\"}\r\n";
    let expected = r#"{"b": 1e999, "a": -0.00, "b": 123456789012345678901234567890, "": 1E+2, "a": "\uD800x\udC00"}"#;
    assert_eq!(formatted(source), format!("{expected}\n"));
    assert_eq!(formatted(r#"{"name":1,"id":2,"name":3}"#), "{\"name\": 1, \"id\": 2, \"name\": 3}\n");
    let person = r#"{"persons": [{"name": "乙", "id": "p", "name": "丙"}]}"#;
    assert!(formatted(person).contains(r#"{"id": "p", "name": "乙", "name": "丙"}"#));
    for scalar in ["7", "\"\"", "null", "[]", "{}", "-0.0e-0"] {
        assert_eq!(formatted(&format!(" {scalar}\t")), format!("{scalar}\n"));
    }
}

#[test]
fn escapes_stand_only_where_they_are_needed() {
    let rows = [
        (r#""\u6d59\u6E2F\/\ud83D\ude00""#, r#""浙港/😀""#),
        (r#""\u0022\u005c\u000a\u0009\u000D\u0008\u000c""#, r#""\"\\\n\t\r\b\f""#),
        (r#""\u0000\u001B\u001f""#, r#""\u0000\u001b\u001f""#),
        (r#""\u202E甲""#, r#""\u202e甲""#),
        ("\"\u{202e}甲\"", "\"\u{202e}甲\""),
        (r#""\ud83d\ud83d\ude00\ude00""#, r#""\ud83d😀\ude00""#),
    ];
    for (source, expected) in rows {
        assert_eq!(formatted(source), format!("{expected}\n"), "{source}");
    }
    assert_eq!(formatted(r#"{"\u0061":{"\u0062":1}}"#), "{\n  \"a\": {\"b\": 1}\n}\n");
    let escaped = r#"{"persons": [{"name": "甲", "\u0069d": "p"}]}"#;
    assert!(formatted(escaped).contains(r#"{"id": "p", "name": "甲"}"#), "an escaped key is known");
}

#[test]
fn one_line_holds_what_fits_and_nothing_that_is_nested_further() {
    let fits = format!("[\n  {{\"a\": [\"{}\", 1]}}\n]\n", "浙".repeat(103));
    assert_eq!(fits.lines().nth(1).unwrap().chars().count(), 119);
    let wide = "浙".repeat(104);
    let wide = format!("[\n  {{\n    \"a\": [\n      \"{wide}\",\n      1\n    ]\n  }}\n]\n");
    for text in [fits, wide, "{\"a\": [1, 2], \"b\": 3}\n".to_owned(), "[\n  [1],\n  {\"a\": [2]}\n]\n".to_owned()] {
        assert_eq!(formatted(&text), text);
    }
}

#[test]
fn what_is_no_json_is_told_where_it_breaks() {
    let fault = |source: &[u8]| canonical(source, SIGNS).unwrap_err().0;
    let syntax = fault("{\n  \"甲\": 乙}".as_bytes());
    assert_eq!((syntax.code, syntax.line, syntax.column), (Code::Syntax, 2, 8));
    assert_eq!(fault(b"").code, Code::Syntax);
    assert_eq!(fault(b"\"\xff\"").code, Code::Encoding);
    assert_eq!(fault(b"{\"a\": \"\0\"}").code, Code::Syntax);
}

#[test]
fn depth_costs_neither_stack_nor_space() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let inside = if open == "[" { "" } else { "1" };
        let deep = format!("{}{inside}{}", open.repeat(100_000), close.repeat(100_000));
        let formatted = formatted(&deep);
        assert!(formatted.len() < 3 * deep.len());
        assert_eq!(formatted.split_whitespace().collect::<String>(), deep);
    }
}
