//! What changed between two records, told by the shell.

#[path = "support/shell.rs"]
mod shell;

use std::io::{Read, Write};
use std::process::{Output, Stdio};

use serde_json::{Value, json};
use shell::{Temporary, run, stderr, stdout, zhegang};
use zhegang::data;
use zhegang::text::{self, Ambiguous};

fn old() -> Value {
    json!({
        "meta": {"title": "議會", "license": "CC BY 4.0", "stated_counts": {"projects": 51}},
        "persons": [
            {"id": "wong", "name": "黃一", "birth_date": "1960", "gender": "male", "email": "old@council.example",
             "other_names": [{"lang": "en", "name": "Wong Yat"}]},
            {"id": "chan", "name": "陳二", "other_names": [{"lang": "en", "name": "Chan Yi"}]},
            {"id": "lee", "name": "李三", "identifiers": [{"scheme": "wikidata", "identifier": "Q3"}]},
            {"id": "gone", "name": "何四"}
        ],
        "organizations": [{"id": "council", "name": "立法會"}, {"id": "greens", "name": "綠黨"}],
        "memberships": [
            {"person_id": "wong", "organization_id": "council", "role": "議員", "start_date": "2016"},
            {"person_id": "chan", "organization_id": "council", "role": "議員"}
        ],
        "speeches": [{"id": "s", "text": "浙港兩地一衣帶水，多年以來往來密切，今後還要更進一步加強合作。"}],
        "events": [{"id": "e", "name": "會議", "start_date": "2025-04-24"}]
    })
}

fn new() -> Value {
    json!({
        "events": [{"start_date": "2025-04-25", "id": "e", "name": "會議"}],
        "meta": {"title": "議會", "license": "CC0", "stated_counts": {"projects": 52}},
        "persons": [
            {"id": "new", "name": "新五"},
            {"id": "lee/2", "name": "Li San", "identifiers": [{"scheme": "wikidata", "identifier": "Q3"}]},
            {"id": "chan", "name": "陳貳", "other_names": [{"lang": "en", "name": "Chan Yee"}, {"lang": "en", "name": "Ah Yi"}]},
            {"id": "wong", "name": "黃一", "gender": "female", "death_date": "2024", "email": "new@council.example",
             "other_names": [{"lang": "en", "name": "Wong Yat"}, {"lang": "en", "name": "Peter Wong"}], "//": "a comment"}
        ],
        "organizations": [{"id": "council", "name": "立法會"}, {"id": "greens", "name": "綠黨"}],
        "memberships": [
            {"person_id": "wong", "organization_id": "council", "role": "議員", "start_date": "2016", "end_date": "2020"},
            {"person_id": "wong", "organization_id": "greens", "role": "主席"}
        ],
        "speeches": [{"id": "s", "text": "浙港兩地一衣帶水，多年以來往來密切，今後還要再進一步加強合作。"}]
    })
}

fn file(name: &str, record: &Value) -> Temporary {
    Temporary::new(name, record.to_string().as_bytes())
}

fn diff(old: &Value, new: &Value, args: &[&str]) -> Output {
    let (old, new) = (file("old.json", old), file("new.json", new));
    run(&[&["diff", old.path(), new.path()], args].concat())
}

#[track_caller]
fn differing(output: &Output) -> String {
    assert_eq!((output.status.code(), stderr(output)), (Some(1), String::new()));
    stdout(output)
}

#[test]
fn what_changed_stands_under_its_kind() {
    let told = differing(&diff(&old(), &new(), &["--lang", "en"]));
    for line in [
        "About this record\n  ~ stated_counts  projects 51 -> 52\n",
        "  ~ license        CC BY 4.0 -> CC0\n\nPeople  +2 -2 >1 ~1 ?1\n",
        "      - birth_date   1960\n",
        "      + death_date   2024\n",
        "      ~ gender       male -> female\n",
        "      ~ contacts     changed; to be shown with --contacts\n",
        "      ~ memberships  議員, 立法會 (council): +end_date 2020\n",
        "      + memberships  主席, 綠黨 (greens)\n",
        "      + name         Peter Wong (en)\n",
        "      - memberships  議員, 立法會 (council)\n",
        "      ~ start_date  2025-04-24 -> 2025-04-25\n",
        "Events  ~1\n",
        "Statements  ~1\n",
    ] {
        assert!(told.contains(line), "{line}{told}");
    }
    assert!(told.contains("lee -> lee/2  perhaps the same under a new id (wikidata Q3)\n"), "{told}");
    assert!(!told.contains("council.example") && !told.contains("comment"), "{told}");
}

#[test]
fn names_that_changed_are_told_in_every_form() {
    let told = differing(&diff(&old(), &new(), &["--lang", "zh-Hant"]));
    for line in [
        "  > 陳二 -> 陳貳  chan\n",
        "      + name         Ah Yi (en)\n",
        "      ~ name         陳二 -> 陳貳\n",
        "      ~ name         Chan Yi (en) -> Chan Yee (en)\n",
        "  ? Li San        lee -> lee/2  疑為同一條目，編號已改 (wikidata Q3)\n",
    ] {
        assert!(told.contains(line), "{line}{told}");
    }
    let mut form = old();
    form["persons"][1]["other_names"][0]["name"] = "Chan Ee".into();
    let told = differing(&diff(&old(), &form, &["--lang", "zh-Hant"]));
    assert!(told.ends_with("  > 陳二  chan\n      ~ name  Chan Yi (en) -> Chan Ee (en)\n"), "{told}");
}

#[test]
fn an_identifier_that_changed_is_told_with_its_scheme() {
    let of = |identifiers: &[(&str, &str)]| {
        let object = |(scheme, value): &(&str, &str)| json!({"scheme": scheme, "identifier": value});
        let identifiers: Vec<Value> = identifiers.iter().map(object).collect();
        json!({"persons": [{"id": "p", "name": "甲", "identifiers": identifiers, "gender": "male"}]})
    };
    let (old, new) =
        (of(&[("wikidata", "Q1"), ("2", "x"), ("isni", "1")]), of(&[("isni", "1"), ("wikidata", "Q2"), ("viaf", "9")]));
    let told = differing(&diff(&old, &new, &["--lang", "en"]));
    let lines = ["+ identifiers  viaf 9\n", "- identifiers  2 x\n", "~ identifiers  wikidata: Q1 -> Q2\n"];
    assert_eq!(told, format!("People  ~1\n  ~ 甲  p\n      {}", lines.join("      ")));
    let told: Value = serde_json::from_str(&differing(&diff(&old, &new, &["--json"]))).expect("an object");
    let identifier = |scheme: &str, value: &str| json!({"scheme": scheme, "identifier": value});
    let expected = json!([{"field": "identifiers", "added": [identifier("viaf", "9")], "removed": [identifier("2", "x")],
        "changed": [{"old": identifier("wikidata", "Q1"), "new": identifier("wikidata", "Q2")}]}]);
    assert_eq!(told["fields"], expected);
    let page = stdout(&diff(&old, &new, &["--page", "--lang", "en"]));
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.lines().any(|line| words(line) == "identifier wikidata Q1 -> Q2"), "{page}");
}

#[test]
fn a_text_that_changed_in_another_language_alone_is_told() {
    let text = |english: &str| {
        json!({"persons": [{"id": "p", "name": "甲", "description": "官員",
            "other_descriptions": [{"lang": "en", "text": english}]}]})
    };
    for lang in ["zh-Hant", "en"] {
        let told = differing(&diff(&text("Official"), &text("Officer"), &["--lang", lang]));
        assert!(told.contains("~ description  Official"), "{told}");
        assert!(told.contains(" -> Officer"), "{told}");
    }
}

#[test]
fn long_values_are_cut_where_they_differ() {
    let told = differing(&diff(&old(), &new(), &["--lang", "zh-Hant"]));
    let line = told.lines().find(|line| line.contains("~ text")).expect("the statement");
    assert!(line.contains("⋯往密切，今後還要更進一步加強合作。 -> ⋯") || line.contains("今後還要更進一步"), "{line}");
    assert!(line.contains("今後還要再進一步"), "{line}");
    assert!(told.lines().all(|line| text::width(line, Ambiguous::Narrow) <= 120), "{told}");
}

#[test]
fn contacts_are_told_to_those_who_ask() {
    let told = differing(&diff(&old(), &new(), &["--contacts", "--lang", "en"]));
    assert!(told.contains("~ email        old@council.example -> new@council.example\n"), "{told}");
    let hidden = stdout(&diff(&old(), &new(), &["--json"]));
    assert!(
        hidden.contains(r#"{"field":"contacts","hidden":true}"#) && !hidden.contains("council.example"),
        "{hidden}"
    );
}

#[test]
fn json_has_an_object_a_line() {
    let told = differing(&diff(&old(), &new(), &["--json", "--lang", "zh-Hant"]));
    let objects: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect();
    let of = |id: &str| objects.iter().filter(|object| object["id"] == id).collect::<Vec<_>>();
    assert_eq!(of("new"), [&json!({"change": "added", "kind": "person", "id": "new", "name": "新五"})]);
    assert_eq!(of("gone"), [&json!({"change": "removed", "kind": "person", "id": "gone", "name": "何四"})]);
    let again = json!({"change": "perhaps-same", "kind": "person", "id": "lee/2", "name": "Li San", "old_id": "lee",
        "old_name": "李三", "shared": {"scheme": "wikidata", "identifier": "Q3"}});
    assert_eq!(of("lee/2").last(), Some(&&again));
    let chan = of("chan")[0];
    assert_eq!(
        (&chan["change"], &chan["name"], &chan["old_name"]),
        (&json!("renamed"), &json!("陳貳"), &json!("陳二"))
    );
    let field = |id: &str, key: &str| {
        let fields = of(id)[0]["fields"].as_array().expect("fields").clone();
        fields.into_iter().find(|field| field["field"] == key).expect("the field")
    };
    assert_eq!(field("e", "start_date"), json!({"field": "start_date", "old": "2025-04-24", "new": "2025-04-25"}));
    assert_eq!(field("wong", "birth_date"), json!({"field": "birth_date", "old": "1960"}));
    let member = json!({"organization_id": "council", "role": "議員", "start_date": "2016"});
    let mut until = member.clone();
    until["end_date"] = "2020".into();
    let expected = json!({"field": "memberships", "changed": [{"old": member, "new": until}],
        "added": [{"organization_id": "greens", "role": "主席"}]});
    assert_eq!(field("wong", "memberships"), expected);
    assert_eq!((&objects[0]["kind"], &objects[0]["id"]), (&json!("meta"), &Value::Null));
}

#[test]
fn nothing_is_said_where_nothing_changed() {
    let mut same = old();
    same["//"] = "a comment".into();
    same["persons"][0]["//"] = "a comment".into();
    same["persons"].as_array_mut().expect("people").reverse();
    for args in [&[][..], &["--json"]] {
        let output = diff(&old(), &same, args);
        assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(0), String::new(), String::new()));
    }
    let built_in = Temporary::new("record.json", data::BUNDLED.as_bytes());
    assert_eq!(run(&["diff", built_in.path(), built_in.path()]).status.code(), Some(0));
}

#[test]
fn entries_of_one_name_are_perhaps_the_same() {
    let of = |id: &str, kind: &str| json!({kind: [{"id": id, "name": "甲"}], "areas": [{"id": "x", "name": "地"}]});
    let told = differing(&diff(&of("a", "persons"), &of("b", "persons"), &["--lang", "en"]));
    assert_eq!(told, "People  +1 -1 ?1\n  + 甲  b\n  - 甲  a\n  ? 甲  a -> b  perhaps the same under a new id (甲)\n");
    let told = differing(&diff(&of("a", "persons"), &of("b", "organizations"), &["--lang", "en"]));
    assert!(!told.contains('?'), "{told}");
    let many = |ids: &[&str]| {
        let people: Vec<Value> = ids.iter().map(|id| json!({"id": id, "name": "議員"})).collect();
        json!({"persons": people})
    };
    let told = differing(&diff(&many(&["a", "b", "c", "d"]), &many(&["e", "f", "g", "h"]), &[]));
    assert!(!told.contains('?'), "{told}");
}

#[test]
fn a_list_in_another_order_is_told_as_that() {
    let of = |ids: [&str; 2]| {
        json!({"areas": [{"id": "x", "name": "甲"}, {"id": "y", "name": "乙"}],
            "events": [{"id": "e", "name": "會議", "area_ids": ids}]})
    };
    let told = differing(&diff(&of(["x", "y"]), &of(["y", "x"]), &["--lang", "en"]));
    assert!(told.ends_with("      ~ area_ids  in another order\n"), "{told}");
    let told = stdout(&diff(&of(["x", "y"]), &of(["y", "x"]), &["--json"]));
    assert!(told.contains(r#""fields":[{"field":"area_ids","reordered":true}]"#), "{told}");
}

#[test]
fn one_of_the_files_may_come_from_standard_input() {
    let new = file("new.json", &new());
    let mut child = zhegang()
        .args(["diff", "-", new.path()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("a pipe").write_all(old().to_string().as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(stdout(&output).contains("新五") && output.status.code() == Some(1));
}

#[test]
fn trouble_is_two() {
    let (good, bad) = (file("good.json", &old()), Temporary::new("bad.json", b"{"));
    let cases: [&[&str]; 7] = [
        &["diff"],
        &["diff", good.path()],
        &["diff", "-", "-"],
        &["diff", good.path(), bad.path()],
        &["diff", "/nonexistent", good.path()],
        &["diff", good.path(), good.path(), good.path()],
        &[good.path(), "diff", good.path(), good.path()],
    ];
    for args in cases {
        let output = run(args);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{args:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn faults_of_both_files_are_told_beside_the_answer() {
    let mut faulty = old();
    faulty["persons"][0]["birth_date"] = "someday".into();
    let (old, new) = (file("old.json", &faulty), file("new.json", &old()));
    let output = run(&["diff", old.path(), new.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with(&format!("zhegang: {}: ", old.path())), "{}", stderr(&output));
    assert!(!stderr(&output).contains(new.path()));
}

#[test]
fn nothing_of_a_file_acts_on_a_terminal() {
    let wild = "a\u{1b}[31m\nb\u{202e}";
    let of = |text: &str| {
        json!({"persons": [{"id": format!("p{text}"), "name": text}, {"id": "q", "name": "乙", "description": text,
            "x\u{9b}y": text}]})
    };
    for args in [&[][..], &["--json"]] {
        let told = differing_with_faults(&diff(&of("plain"), &of(wild), args));
        assert!(!told.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{told:?}");
        assert!(told.lines().all(|line| line.is_empty() || !line.starts_with('b')), "{told}");
    }
}

/// Ids that are no ids may be told as faults too.
fn differing_with_faults(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    stdout(output)
}

#[test]
fn a_reader_may_have_enough() {
    let names = |sign: char| -> Value {
        let people = (0..5_000).map(|number| json!({"id": number.to_string(), "name": format!("{number}{sign}")}));
        json!({"persons": people.collect::<Vec<_>>()})
    };
    let (old, new) = (file("old.json", &names('甲')), file("new.json", &names('乙')));
    for args in [&[][..], &["--json"]] {
        let mut child = zhegang()
            .args([&["diff", old.path(), new.path()], args].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        // Far more than a pipe holds is still to come when nobody reads on.
        let mut first = [0; 16];
        let mut output = child.stdout.take().expect("a pipe");
        output.read_exact(&mut first).expect("it writes");
        drop(output);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "{args:?}");
    }
}
