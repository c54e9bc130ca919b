//! What an author may want to know, and the entry in which a fault is.

use super::{read, refused};
use crate::data::load::{Code, Fault};

fn notes(source: &str) -> Vec<Fault> {
    let faults = read(source).faults;
    assert!(faults.iter().all(|fault| !fault.is_told()), "{faults:?}");
    faults
}

fn messages(source: &str) -> Vec<String> {
    notes(source).iter().map(ToString::to_string).collect()
}

#[test]
fn a_key_that_the_format_does_not_have_is_told_once_for_each_class() {
    let found = messages(
        r#"{"會議": 1, "persons": [{"id": "a", "name": "浙", "slug": 1, "html_url": ""}, {"id": "b", "name": "港", "slug": {"slug": 2}},
            {"id": "c", "name": "會", "slug": null, "other_names": [{"name": "x", "slug": 3}]}], "memberships": [{"id": "m", "person_id": "a", "role": "r",
            "slug": 1, "sources": ["https://example.com", {"url": "x", "title": "y"}]}]}"#,
    );
    let expected = [
        r#"line 1, column 2 (/會議): "會議" is no key that the format has in "record"; it is kept"#,
        r#"line 1, column 48 (/persons/0/slug): "slug" is no key that the format has in "person", here and in 2 more places; it is kept"#,
        r#"line 1, column 59 (/persons/0/html_url): "html_url" is no key that the format has in "person"; it is kept"#,
        r#"line 2, column 82 (/persons/2/other_names/0/slug): "slug" is no key that the format has in "name_form"; it is kept"#,
        r#"line 3, column 13 (/memberships/0/slug): "slug" is no key that the format has in "membership"; it is kept"#,
        r#"line 3, column 72 (/memberships/0/sources/1/title): "title" is no key that the format has in "source"; it is kept"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_key_that_may_be_a_slip_is_told_with_the_one_that_may_be_meant() {
    let found = messages(
        r#"{"persons": [{"id": "a", "name": "浙", "brith_date": "1957"}, {"id": "b", "name": "港", "brith_date": ""}]}"#,
    );
    let expected = r#"line 1, column 39 (/persons/0/brith_date): "brith_date" is no key that the format has in "person", here and in one more place; it is kept; if "birth_date" is meant, write that"#;
    assert_eq!(found, [expected]);
}

#[test]
fn what_stands_in_an_unknown_key_or_in_no_object_is_not_looked_at() {
    assert_eq!(notes(r#"{"+notes": [{"a": {"b": 1}}], "persons": null, "areas": []}"#).len(), 1);
    assert!(read(r#"{"persons": 1, "events": [[], "x"]}"#).faults.iter().all(Fault::is_told));
}

#[test]
fn depth_is_no_danger() {
    let deep = 50_000;
    let forms = r#"{"slip": 1, "name": "x", "other_names": ["#.repeat(deep);
    let source =
        format!(r#"{{"persons": [{{"id": "a", "name": "b", "other_names": [{forms}{}]}}]}}"#, "]}".repeat(deep));
    let found = notes(&source);
    assert_eq!(found.len(), 2, "the slip, and names of a name");
}

#[test]
fn a_later_minor_version_opens_with_a_note() {
    let version = |version: &str| format!(r#"{{"meta": {{"format_version": "{version}"}}}}"#);
    let found = notes(&version("1.7"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code, found[0].pointer.as_str(), found[0].column),
        (Code::LaterVersion, "/meta/format_version", 29)
    );
    assert!(found[0].message.contains("\"1.7\"") && found[0].message.contains("\"1.0\""), "{}", found[0].message);
    for same in ["1.0", "1"] {
        assert_eq!(notes(&version(same)), [], "{same}");
    }
    let early = read(&version("0.9")).faults;
    assert_eq!(early.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::VersionForm]);
    assert!(early[0].message.contains("the first is \"1.0\""), "{}", early[0].message);
    assert!(refused(version("2.0")).contains("use a newer program"));
}

#[test]
fn a_fault_knows_the_entry_that_it_is_in() {
    let loaded = read(
        r#"{"x": 1, "persons": [{"id": "a", "name": "甲", "birth_date": "?"}, {"id": "b", "birth_date": "?"},
                        {"id": "c", "name": "丙", "sources": [{"url": "u", "page": 3}]}, 5],
            "memberships": [{"person_id": "c", "role": "r", "organization_id": "nobody"}, {"person_id": "b", "role": "r"}],
            "areas": [{"id": "z", "name": "Z", "parent_id": "z"}]}"#,
    );
    let of = |fault: &Fault| fault.entry.map(|id| loaded.record.entry(id).key.as_str());
    let found: Vec<_> = loaded.faults.iter().map(|fault| (fault.pointer.as_str(), of(fault))).collect();
    let expected = [
        ("/x", None),
        ("/persons/0/birth_date", Some("a")),
        ("/persons/1", None),
        ("/persons/1/birth_date", None),
        ("/persons/2/sources/0/page", Some("c")),
        ("/persons/3", None),
        ("/memberships/0/organization_id", Some("c")),
        ("/memberships/1/person_id", None),
        ("/areas/0/parent_id", Some("z")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_editor_may_be_told_of_the_schema() {
    assert_eq!(messages(r#"{"$schema": "v1.0.json", "persons": [{"id": "a", "name": "甲"}]}"#), [""; 0]);
}
