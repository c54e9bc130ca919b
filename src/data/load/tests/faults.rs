//! Every kind of fault, with the exact place that it points at.

use super::{neutral, read, told};
use crate::data::load::load;

/// Reads a record in which `«` stands before each place that a fault must point at. Returns pointers and messages.
fn faults_at_marks(marked: &str) -> Vec<(String, String)> {
    let mut places = Vec::new();
    let mut source = String::new();
    for (index, line) in marked.split('\n').enumerate() {
        let mut column = 1;
        for character in line.chars() {
            if character == '«' {
                places.push((index + 1, column));
            } else {
                source.push(character);
                column += 1;
            }
        }
        source.push('\n');
    }
    let loaded = read(&source);
    let faults = told(&loaded);
    let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(found, places, "{marked}\n{faults:#?}");
    faults.into_iter().map(|fault| (fault.pointer.clone(), fault.message.clone())).collect()
}

/// Reads a list of persons behind Chinese text, in which one fault is marked.
fn in_persons(items: &str) -> (String, String) {
    let mut faults = faults_at_marks(&format!("{{\"附註\": \"浙港\",\r\n \"説\": \"會議\", \"persons\": [{items}]}}"));
    assert_eq!(faults.len(), 1, "{items}");
    faults.remove(0)
}

#[test]
fn faults_of_one_entry() {
    let cases = [
        (r#"«"浙""#, "/persons/0", r#"an item of "persons" must be an object, but is a string; correct or remove it"#),
        (r#"«{"name": "浙"}"#, "/persons/0", r#""id" is missing; write one"#),
        (r#"{"name": "浙", "id": «""}"#, "/persons/0/id", r#""id" is empty; write one"#),
        (
            r#"{"name": "浙", "id": «1.5}"#,
            "/persons/0/id",
            r#""id" must be a string, but is a number; correct or remove it"#,
        ),
        (r#"«{"id": "a"}"#, "/persons/0", r#""name" is missing; write one"#),
        (r#"{"id": "浙", "name": «"  "}"#, "/persons/0/name", r#""name" is empty; write one"#),
        (r#"{"id": "浙", "name": «null}"#, "/persons/0/name", r#""name" is empty; write one"#),
        (
            r#"{"id": "浙", "name": «["a"]}"#,
            "/persons/0/name",
            r#""name" must be a string, but is an array; correct or remove it"#,
        ),
        (
            r#"{"id": "a", "name": "浙", "note": «"\ud800"}"#,
            "/persons/0/note",
            r#""note" has a \u escape that stands for no character; write the character itself"#,
        ),
        (
            r#"{"id": "浙", "name": "a"}, {"name": "b", "id": «"浙"}"#,
            "/persons/1/id",
            r#""浙" is already the id of the entry at line 2, column 25; give this one an id of its own"#,
        ),
        (
            r#"{"id": "a", "name": "浙", "birth_date": «"2025-02-30"}"#,
            "/persons/0/birth_date",
            r#""birth_date" is "2025-02-30", which is no date; write YYYY, YYYY-H1, YYYY-H2, YYYY-MM or YYYY-MM-DD, of a day that exists"#,
        ),
        (
            r#"{"id": "a", "name": "浙", "certainty": «"maybe"}"#,
            "/persons/0/certainty",
            r#""certainty" is "maybe"; write "certain", "reported" or "inferred" or remove it"#,
        ),
        (
            r#"{"id": "a", "name": "浙", «"name": "港"}"#,
            "/persons/0/name",
            r#"the key "name" stands twice in one object and the last one counts; remove one"#,
        ),
        (
            r#"{"id": "a", "name": "浙", "inferred": ["港", «true]}"#,
            "/persons/0/inferred/1",
            r#"an item of "inferred" must be a string, but is true or false; correct or remove it"#,
        ),
        (
            r#"{"id": "a", "name": "浙", "other_names": [«{"lang": "en"}]}"#,
            "/persons/0/other_names/0",
            r#""name" is missing; write one"#,
        ),
        (
            r##"{"id": "a", "name": "浙", "sources": [{"note": "港", "url": «"#document/9"}]}"##,
            "/persons/0/sources/0/url",
            r#""url" names "document/9", which no entry has; name an existing id or remove it"#,
        ),
    ];
    for (items, pointer, message) in cases {
        assert_eq!(in_persons(items), (pointer.to_owned(), message.to_owned()));
    }
}

/// Faults in other lists than the persons', with a person and an organisation to name.
#[test]
fn faults_between_entries() {
    let cases = [
        (r#""meta": «1"#, "/meta", r#""meta" must be an object, but is a number; correct or remove it"#),
        (r#""areas": «{}"#, "/areas", r#""areas" must be an array, but is an object; correct or remove it"#),
        (
            r#""meta": {"format_version": «1.0}"#,
            "/meta/format_version",
            r#""format_version" is "1.0"; write it as "1.0", a string"#,
        ),
        (
            r#""meta": {"stated_counts": {"projects": «-2}}"#,
            "/meta/stated_counts/projects",
            r#""projects" must be a whole number, but is "-2"; correct or remove it"#,
        ),
        (
            r#""policy_areas": [{"id": "a", "name": "浙", "identifier": «"IV"}]"#,
            "/policy_areas/0/identifier",
            r#""identifier" must be a whole number, but is "IV"; correct or remove it"#,
        ),
        (
            r#""projects": [{"id": "x", "name": "浙", "policy_area_ids": [«"policy-area/99"]}]"#,
            "/projects/0/policy_area_ids/0",
            r#""policy_area_ids" names "policy-area/99", which no entry has; name an existing id or remove it"#,
        ),
        (
            r#""speeches": [{"id": "s", "text": "浙", "creator_id": «"o", "quotation": "direct"}]"#,
            "/speeches/0/creator_id",
            r#""creator_id" names "o", which is an organization; name a person or remove it"#,
        ),
        (r#""speeches": [«{"id": "s", "name": "浙"}]"#, "/speeches/0", r#""text" is missing; write one"#),
        (
            r#""speeches": [{"id": "s", "text": "浙", "quotation": «"loud"}]"#,
            "/speeches/0/quotation",
            r#""quotation" is "loud"; write "reported", "quoted-in-part" or "direct" or remove it"#,
        ),
        (
            r#""memberships": [{"id": "m", "person_id": «"q", "role": "浙"}]"#,
            "/memberships/0/person_id",
            r#""person_id" names "q", which no entry has; name an existing id or remove it"#,
        ),
        (r#""memberships": [«{"role": "浙"}]"#, "/memberships/0", r#""person_id" is missing; write one"#),
        (
            r#""memberships": [{"id": "m", "person_id": "p", "role": "浙"}], "meta": {"event_id": «"m"}"#,
            "/meta/event_id",
            r#""event_id" names "m", which is a membership; name an event or remove it"#,
        ),
        (
            r#""agreements": [{"id": "a", "name": "浙", "parties": [«{}]}]"#,
            "/agreements/0/parties/0",
            r#""organization_id" is missing; write one"#,
        ),
        (
            r#""events": [{"id": "e", "name": "浙", "participants": [{"entity_type": "person", "entity_id": «"o"}]}]"#,
            "/events/0/participants/0/entity_id",
            r#""entity_id" names "o", which is an organization; name a person or remove it"#,
        ),
        (
            r#""areas": [{"id": "甲", "name": "浙", "parent_id": "乙"}, {"id": "乙", "name": "港", "parent_id": «"甲"}]"#,
            "/areas/1/parent_id",
            r#""parent_id" names "甲", which is part of this entry; name another or remove it"#,
        ),
        (
            r#"«"persons": []"#,
            "/persons",
            r#"the key "persons" stands twice in one object and the last one counts; remove one"#,
        ),
    ];
    let entries = r#""organizations": [{"id": "o", "name": "港"}], "persons": [{"id": "p", "name": "浙"}]"#;
    for (fields, pointer, message) in cases {
        let faults = faults_at_marks(&format!("{{{entries}, {fields}}}"));
        assert_eq!(faults, [(pointer.to_owned(), message.to_owned())]);
    }
}

#[test]
fn all_faults_of_a_file_are_told_in_its_order() {
    let faults = faults_at_marks(
        r#"{"documents": [{"id": "d", "name": "頁", "person_ids": ["p", «"q", «"nameless"]}],
            "events": [{"id": "e", "name": "會", "parent_id": «"e", "start_date": «"soon"}],
            "persons": [{"id": "p", "name": "甲", "birth_date": «1957, "death_date": «"?"},
                        «{"id": "nameless", "birth_date": «false},
                        «"not one",
                        {"id": «"p", "name": "乙", "note": «{}}]}"#,
    );
    assert_eq!(faults.len(), 11);
    let left_out =
        r#""person_ids" names "nameless", which is left out for the fault at line 4, column 25; correct that entry"#;
    assert_eq!(faults[1].1, left_out);
}

#[test]
fn an_entry_is_kept_without_its_faulty_fields_and_left_out_without_a_name() {
    let loaded = read(
        r##"{"persons": [{"id": "a", "name": "甲", "birth_date": 1957, "description": "官"}, {"id": "b"}, 3,
                        {"id": "a", "name": "丙"}, {"id": "d", "name": "丁"}],
            "memberships": [{"person_id": "b", "role": "x"}, {"person_id": "d", "role": "y"}, 5,
                            {"id": "a", "person_id": "d", "role": "z"}],
            "areas": [{"id": "x", "name": "X", "parent_id": "x", "sources": [{"url": "#a"}, {"url": "#a", "note": "n"}]}]}"##,
    );
    let record = &loaded.record;
    assert_eq!(loaded.skipped, 6);
    assert_eq!(record.people.len(), 2);
    assert!(record.people[0].birth.is_none() && record.people[0].entry.description().is_some());
    assert_eq!(record.find("d").map(|id| id.index), Some(1));
    assert_eq!(record.people[1].offices.len(), 1);
    assert_eq!(record.places[0].parent, None);
    assert_eq!(record.places[0].entry.sources.len(), 1);
}

#[test]
fn marks_and_line_ends_of_other_systems_shift_nothing() {
    let source = "\u{FEFF}{\"浙\": 1,\r\n \"港\": \"\", \"persons\": 2}";
    assert_eq!(
        told(&read(source))[0].to_string(),
        "line 2, column 22 (/persons): \"persons\" must be an array, but is a number; correct or remove it"
    );
    let first = load("\u{FEFF}{\"浙\": 1, \"persons\": 2}".as_bytes(), neutral).unwrap();
    assert_eq!((told(&first)[0].line, told(&first)[0].column), (1, 21));
}

#[test]
fn a_message_repeats_only_the_beginning_of_a_long_text() {
    let loaded = read(&format!(r#"{{"meta": {{"event_id": "{}"}}}}"#, "浙".repeat(1000)));
    assert!(loaded.faults[0].message.chars().count() < 150);
}
