//! Making a record from the shell: one to begin with, and files in canonical form.

#[path = "support/shell.rs"]
mod shell;
mod support;

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};
use std::sync::Arc;

use serde_json::{Value, json};
use shell::{Temporary, run, stderr, stdout, zhegang};
use support::Script;
use zhegang::data::format::{Class, Holds, RECORD};
use zhegang::data::{self, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::World;

const LOOSE: &str = "\u{feff}{\"own\":1e999,\"persons\":[{\"name\":\"\\u7532\",\"id\":\"p\"}]}\r\n";
const NEAT: &str = "{\n  \"persons\": [\n    {\"id\": \"p\", \"name\": \"甲\"}\n  ],\n  \"own\": 1e999\n}\n";

/// What the program makes of standard input.
fn fed(args: &[&str], input: &[u8]) -> Output {
    let mut child = zhegang()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn told(output: &Output) -> (Option<i32>, String, String) {
    (output.status.code(), stdout(output), stderr(output))
}

fn read(file: &Temporary) -> String {
    fs::read_to_string(file.path()).expect("the file is there")
}

#[test]
fn a_file_and_standard_input_are_printed_in_canonical_form() {
    let file = Temporary::new("loose.json", LOOSE.as_bytes());
    let neat = (Some(0), NEAT.to_owned(), String::new());
    for output in [
        run(&["fmt", file.path()]),
        run(&[file.path(), "fmt"]),
        fed(&["fmt"], LOOSE.as_bytes()),
        fed(&["fmt", "-"], LOOSE.as_bytes()),
        fed(&["fmt"], NEAT.as_bytes()),
    ] {
        assert_eq!(told(&output), neat);
    }
    assert_eq!(stdout(&run(&["fmt", file.path(), file.path()])), NEAT.repeat(2));
    assert_eq!(read(&file), LOOSE);
}

#[test]
fn a_check_names_the_files_that_are_not_canonical() {
    let (loose, neat) = (Temporary::new("loose.json", LOOSE.as_bytes()), Temporary::new("neat.json", NEAT.as_bytes()));
    let one = run(&["fmt", "--check", neat.path(), loose.path()]);
    assert_eq!(told(&one), (Some(1), format!("{}\n", loose.path()), String::new()));
    assert_eq!(told(&run(&["fmt", "--check", neat.path()])), (Some(0), String::new(), String::new()));
    assert_eq!(
        told(&fed(&["fmt", "--check"], LOOSE.as_bytes())),
        (Some(1), "standard input\n".to_owned(), String::new())
    );
    assert_eq!(read(&loose), LOOSE);
}

#[test]
fn files_are_written_in_their_place_only_where_they_change() {
    let (loose, neat) = (Temporary::new("loose.json", LOOSE.as_bytes()), Temporary::new("neat.json", NEAT.as_bytes()));
    let before = identity(&neat);
    #[cfg(unix)]
    fs::set_permissions(loose.path(), std::os::unix::fs::PermissionsExt::from_mode(0o640)).expect("its owner may");
    let written = run(&["fmt", "--write", neat.path(), loose.path()]);
    assert_eq!(told(&written), (Some(0), String::new(), String::new()));
    assert_eq!((read(&loose), read(&neat)), (NEAT.to_owned(), NEAT.to_owned()));
    assert_eq!(identity(&neat), before);
    #[cfg(unix)]
    assert_eq!(identity(&loose).1 & 0o777, 0o640);
}

/// The number of a file on its disk, which another file in its place doesn't have, and its mode.
#[cfg(unix)]
fn identity(file: &Temporary) -> (u64, u32) {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(file.path()).expect("the file is there");
    (metadata.ino(), metadata.mode())
}

#[cfg(not(unix))]
fn identity(file: &Temporary) -> Option<std::time::SystemTime> {
    fs::metadata(file.path()).and_then(|metadata| metadata.modified()).ok()
}

#[test]
fn where_one_file_is_no_json_nothing_is_written() {
    let loose = Temporary::new("loose.json", LOOSE.as_bytes());
    let bad = Temporary::new("bad.json", "{\n  \"名\": 乙\n}".as_bytes());
    for options in [&[][..], &["--write"]] {
        let output = zhegang().arg("fmt").args(options).args([loose.path(), bad.path()]).output().expect("it runs");
        let sentence = format!(
            "zhegang: {}: line 2, column 8: this is not JSON (expected value); correct it here or just before\n",
            bad.path()
        );
        assert_eq!(told(&output), (Some(2), String::new(), sentence));
    }
    assert_eq!(read(&loose), LOOSE);
    let (code, named, sentence) = told(&run(&["fmt", "--check", bad.path(), loose.path(), "/nonexistent"]));
    assert_eq!((code, named), (Some(2), format!("{}\n", loose.path())));
    assert_eq!(sentence.lines().count(), 2, "{sentence}");
    let (code, nothing, sentence) = told(&fed(&["fmt"], b"[\"\xff\"]"));
    assert_eq!((code, nothing), (Some(2), String::new()));
    assert!(sentence.starts_with("zhegang: standard input: line 1, column 3: the byte FF"), "{sentence}");
    for args in [&["fmt", "--write"][..], &["fmt", "--write", "-"], &["fmt", "--write", "--check", loose.path()]] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn the_record_that_is_built_in_is_canonical_and_the_same_when_it_comes_from_a_loose_file() {
    assert_eq!(told(&fed(&["fmt", "--check"], data::BUNDLED.as_bytes())), (Some(0), String::new(), String::new()));
    let value: Value = serde_json::from_str(data::BUNDLED).expect("JSON");
    assert!(stdout(&fed(&["fmt"], value.to_string().as_bytes())) == data::BUNDLED);
}

/// A record to begin with, and the file of it.
fn new(lang: Lang) -> (String, Value) {
    let output = run(&["new", "--lang", lang.tag()]);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    let text = stdout(&output);
    let value = serde_json::from_str(&text).expect("JSON");
    (text, value)
}

#[test]
fn a_new_record_is_without_fault_and_canonical() {
    for lang in Lang::ALL {
        let (text, _) = new(lang);
        let loaded = data::load(text.as_bytes(), text::neutral).expect("a record");
        assert_eq!((loaded.faults, loaded.skipped), (Vec::new(), 0));
        assert!(stdout(&fed(&["fmt"], text.as_bytes())) == text, "{lang:?}");
    }
}

/// What of an object the format doesn't have, needs, or leads nowhere.
fn breaches(value: &Value, class: &Class, ids: &HashSet<String>, found: &mut Vec<String>) {
    let object = value.as_object().expect("an object");
    for field in class.fields().filter(|field| field.is_needed && !object.contains_key(field.key)) {
        found.push(format!("{} lacks {}", class.name, field.key));
    }
    for (key, value) in object {
        let Some(field) = class.field(key) else {
            found.push(format!("{}.{key} is unknown", class.name));
            continue;
        };
        let is_placeholder = |text: &str| text.ends_with(" (placeholder)") || text.ends_with("（待填）");
        let leads = |id: &Value, arrays: &[&str]| {
            id.as_str().is_some_and(|id| arrays.iter().any(|array| ids.contains(&format!("{array} {id}"))))
        };
        let holds = match field.holds {
            Holds::Text if key == "//" => value.as_str().is_some_and(|text| text.chars().count() > 8),
            Holds::Text => value.as_str().is_some_and(is_placeholder),
            Holds::Choice(words) | Holds::Code(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            Holds::Reference(arrays) => leads(value, arrays),
            Holds::References(arrays) => value.as_array().is_some_and(|ids| ids.iter().all(|id| leads(id, arrays))),
            Holds::Address => {
                let address = value.as_str().unwrap_or_default();
                address
                    .strip_prefix('#')
                    .map_or(address == "https://example.org/", |id| leads(&json!(id), &["documents"]))
            }
            Holds::Date => value == "2000-01-01",
            _ => true,
        };
        if !holds {
            found.push(format!("{}.{key} is {value}", class.name));
        }
        if let Some(class) = field.holds.class() {
            let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            for item in items {
                breaches(item, class, ids, found);
            }
        }
    }
}

#[test]
fn a_new_record_has_every_array_with_nothing_but_placeholders_that_refer_to_each_other() {
    for lang in Lang::ALL {
        let (_, record) = new(lang);
        let mut ids = HashSet::new();
        for field in RECORD.fields().filter(|field| matches!(field.holds, Holds::Objects(_))) {
            let items = record[field.key].as_array().unwrap_or_else(|| panic!("no {}", field.key));
            assert!(items.first().is_some_and(|item| item["//"].is_string()), "{} has no comment", field.key);
            ids.extend(items.iter().filter_map(|item| Some(format!("{} {}", field.key, item["id"].as_str()?))));
        }
        let mut found = Vec::new();
        breaches(&record, &RECORD, &ids, &mut found);
        assert!(found.is_empty(), "{lang:?}: {found:#?}");
        assert_eq!(record["meta"]["language"], lang.tag());
    }
}

#[test]
fn a_new_record_is_the_same_in_every_language_but_for_its_words() {
    fn without_words(value: &mut Value) {
        match value {
            Value::Object(object) => object.values_mut().for_each(without_words),
            Value::Array(items) => items.iter_mut().for_each(without_words),
            Value::String(text)
                if !text.is_ascii() || text.contains(' ') || Lang::ALL.iter().any(|lang| lang.tag() == text) =>
            {
                *value = Value::Null;
            }
            _ => {}
        }
    }
    let [hant, hans, en] = [Lang::ZhHant, Lang::ZhHans, Lang::En].map(|lang| {
        let (_, mut record) = new(lang);
        without_words(&mut record);
        record
    });
    assert_eq!(hant, hans);
    assert_eq!(hant, en);
}

#[test]
fn a_new_record_opens_in_the_browser() {
    let (text, _) = new(Lang::ZhHant);
    let world = World::new(data::load(text.as_bytes(), text::neutral).expect("a record")).expect("entries");
    let start = Script::of(Arc::new(world), "80x24", Lang::ZhHant, Ambiguous::Wide);
    let person = start.shows("會議（待填）").keys("3").stands_at("人物甲（待填）").shows("職銜甲（待填）");
    person.hides("//").keys("1 j").stands_at("範疇甲（待填）").shows("項目甲（待填）");
}

#[test]
fn a_new_file_replaces_another_only_if_it_is_forced() {
    let file = Temporary::new("new.json", b"mine");
    let (code, nothing, sentence) = told(&run(&["new", file.path()]));
    assert_eq!((code, nothing), (Some(1), String::new()));
    assert!(sentence.ends_with("is there already; add --force to replace it\n"), "{sentence}");
    assert_eq!(read(&file), "mine");
    let forced = run(&["new", file.path(), "--force", "--lang", "en"]);
    assert_eq!(told(&forced), (Some(0), String::new(), String::new()));
    assert_eq!(read(&file), new(Lang::En).0);
    fs::remove_file(file.path()).expect("it was there");
    assert_eq!(run(&["new", file.path(), "--lang", "zh-Hans"]).status.code(), Some(0));
    assert_eq!(read(&file), new(Lang::ZhHans).0);
    assert_eq!(run(&["new", "--force"]).status.code(), Some(2));
}
