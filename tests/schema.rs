//! The format as it is written down: the schema and the document are those of the table, and what they say is what the
//! loader does.

#[path = "../examples/screen/format.rs"]
mod format;
#[path = "support/shell.rs"]
mod shell;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use zhegang::data::format::{CLASSES, Class, Field, Holds, NAME, RECORD, VERSION, schema};
use zhegang::data::{self, Code, Severity};
use zhegang::text;

const DOCUMENT: &str = "docs/record-format.md";

/// A record with every field that the program has a use for.
const WHOLE: &str = include_str!("../src/data/load/tests/whole.json");

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema");
    jsonschema::draft202012::new(&schema).expect("a schema")
});

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What the loader makes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reading {
    Clean,
    Doubtful,
    Wrong,
}

/// Whether an object is alright by itself: where it leads to, no schema can know.
fn reading(record: &str) -> Reading {
    let leads = [Code::Dangling, Code::WrongKind, Code::RepeatedId, Code::Circle];
    let Ok(loaded) = data::load(record.as_bytes(), text::neutral) else { return Reading::Wrong };
    let faults = loaded.faults.iter().filter(|fault| !leads.contains(&fault.code));
    let worst = faults.map(|fault| match fault.severity() {
        Severity::Error => Reading::Wrong,
        Severity::Warning => Reading::Doubtful,
        Severity::Note => Reading::Clean,
    });
    worst.max().unwrap_or(Reading::Clean)
}

fn problems(record: &Value) -> Vec<String> {
    VALIDATOR.iter_errors(record).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Both find nothing wrong with a record.
fn assert_good(what: &str, record: &str) {
    let loaded = data::load(record.as_bytes(), text::neutral).unwrap_or_else(|error| panic!("{what}: {error}"));
    let told: Vec<String> = loaded.faults.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{what}: {told:#?}\n{record}");
    let found = problems(&serde_json::from_str(record).expect("JSON"));
    assert!(found.is_empty(), "{what}: {found:#?}\n{record}");
}

/// Classes as the table reaches them, each with the keys that lead to it from the record.
fn paths() -> Vec<(&'static Class, Vec<&'static Field>)> {
    let mut paths: Vec<(&'static Class, Vec<&'static Field>)> = vec![(&RECORD, Vec::new())];
    let mut next = 0;
    while let Some((class, path)) = paths.get(next).cloned() {
        next += 1;
        for field in class.fields() {
            let Some(inner) = field.holds.class() else { continue };
            if paths.iter().all(|(known, _)| known.name != inner.name) {
                paths.push((inner, [path.clone(), vec![field]].concat()));
            }
        }
    }
    paths
}

/// A small record with an entry in every array, to which references can lead, and one object more.
struct Builder {
    last_id: u32,
}

impl Builder {
    /// What may stand under a key, all of it good.
    fn good(&mut self, holds: Holds) -> Vec<Value> {
        match holds {
            Holds::Text | Holds::Address | Holds::Tag => vec![json!("zh-Hant"), json!("浙港")],
            Holds::Id => {
                self.last_id += 1;
                vec![json!(format!("made/{}", self.last_id)), json!(1_000_000 + self.last_id)]
            }
            Holds::Reference(arrays) => vec![json!(first_id(arrays[0]))],
            Holds::Date => {
                let dates = ["2025", "2025-H1", "2025-H2", "2025-12", "2025-04-24", "2024-02-29", "2000-02-29"];
                let times =
                    ["T09:30", " 23:59:59", "T00:00:00.5Z", "T10:00+08:00"].map(|time| format!("2025-04-24{time}"));
                dates.into_iter().map(Value::from).chain(times.map(Value::from)).collect()
            }
            Holds::Count => vec![json!(0), json!(u32::MAX)],
            Holds::Ordinal => vec![json!(7), json!("7")],
            Holds::Choice(words) => words.iter().map(|word| json!(word)).collect(),
            Holds::Code(words) => words.iter().chain(&["another"]).map(|word| json!(word)).collect(),
            Holds::Version => vec![json!("1.0"), json!("1.7")],
            Holds::Object(class) => vec![self.object(class)],
            Holds::Texts => vec![json!([]), json!(["name"])],
            Holds::References(arrays) => vec![json!([]), json!([first_id(arrays[0])])],
            Holds::Objects(class) => vec![json!([]), json!([self.object(class)])],
            Holds::Sources => vec![json!(["https://example.org"]), json!([{"url": "#documents/1"}]), json!([{}])],
        }
    }

    /// An object with what it needs, and no more.
    fn object(&mut self, class: &Class) -> Value {
        let either = class.fields().find(|field| field.is_either);
        let needed = class.fields().filter(|field| field.is_needed).chain(either);
        Value::Object(needed.map(|field| (field.key.to_owned(), self.good(field.holds).remove(0))).collect())
    }

    fn record(&mut self) -> Value {
        let entries = RECORD.fields().filter_map(|field| {
            let Holds::Objects(class) = field.holds else { return None };
            let mut object = self.object(class);
            if class.field("id").is_some_and(|id| id.is_needed) {
                object["id"] = json!(first_id(field.key));
            }
            Some((field.key.to_owned(), json!([object])))
        });
        Value::Object(entries.collect())
    }

    /// A record with an object at the end of a path.
    fn with(&mut self, path: &[&'static Field], object: Value) -> Value {
        let mut inner = object;
        for (index, field) in path.iter().enumerate().rev() {
            if !matches!(field.holds, Holds::Object(_)) {
                inner = json!([inner]);
            }
            let holder = index.checked_sub(1).and_then(|above| path[above].holds.class());
            let mut outer = match holder {
                Some(class) => self.object(class),
                None => self.record(),
            };
            let list = outer.get(field.key).and_then(Value::as_array).cloned().unwrap_or_default();
            outer[field.key] = match inner {
                Value::Array(items) => json!([list, items].concat()),
                one => one,
            };
            inner = outer;
        }
        inner
    }
}

fn first_id(array: &str) -> String {
    format!("{array}/1")
}

/// A key of an object, and the object with what it needs beside.
struct Case {
    class: &'static Class,
    field: &'static Field,
    path: Vec<&'static Field>,
}

impl Case {
    fn all() -> impl Iterator<Item = Self> {
        paths()
            .into_iter()
            .flat_map(|(class, path)| class.fields().map(move |field| Self { class, field, path: path.clone() }))
    }

    /// The record with a value under the key; without the key where there is none.
    fn record(&self, builder: &mut Builder, value: Option<Value>) -> Value {
        let mut object = if self.path.is_empty() { builder.record() } else { builder.object(self.class) };
        let fields = object.as_object_mut().expect("an object");
        match value {
            // The entries to which others refer stay.
            Some(Value::Array(more)) if self.path.is_empty() => {
                let list = fields.get(self.field.key).and_then(Value::as_array).cloned();
                fields.insert(self.field.key.to_owned(), json!([list.unwrap_or_default(), more].concat()))
            }
            Some(value) => fields.insert(self.field.key.to_owned(), value),
            None => fields.remove(self.field.key),
        };
        if self.path.is_empty() { object } else { builder.with(&self.path, object) }
    }

    fn name(&self) -> String {
        format!("{}.{}", self.class.name, self.field.key)
    }
}

/// Values of every sort, for keys of every sort.
fn anything() -> Vec<Value> {
    let texts =
        ["", " ", "\u{3000}", "x", "浙港", "1", "07", "-1", "2025", "2025-H3", "2025-00", "2025-13", "2025-4", "25-04"];
    let dates =
        ["2025-04-31", "2025-02-29", "1900-02-29", "2025-01-00", "2025-12-32", "2025-12-31", "2025/04/24", " 2025"];
    let times = [
        "2025-04-24T",
        "2025-04-24T9:30",
        "2025-04-24T24:00",
        "2025-04-24 10:60",
        "2025-04T10:00",
        "2025-04-24T10:00x",
    ];
    let mut values: Vec<Value> = texts.into_iter().chain(dates).chain(times).map(Value::from).collect();
    values.extend([json!(null), json!(true), json!(0), json!(-1), json!(2025), json!(4_294_967_296_u64), json!(1.5)]);
    values.extend([
        json!({}),
        json!([]),
        json!([null]),
        json!([true]),
        json!([""]),
        json!(["x"]),
        json!([7]),
        json!([{}]),
    ]);
    values.extend([json!([[]]), json!({"name": 1}), json!([{"id": "x"}]), json!([{"id": "x", "name": "y"}, null])]);
    values
}

#[test]
fn the_committed_schema_is_that_of_the_table() {
    let name = format!("data/schema/v{}.{}.json", VERSION.major, VERSION.minor);
    assert!(file(&name) == schema(), "{name} is old: run `cargo run --example screen`");
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let version = format!("{}.{}", VERSION.major, VERSION.minor);
    assert!(schema["$id"].as_str().is_some_and(|id| id.ends_with(&format!("{NAME}:{version}"))), "{}", schema["$id"]);
    for class in CLASSES.iter().filter(|class| class.name != RECORD.name) {
        assert!(schema["$defs"][class.name]["description"].is_string(), "{}", class.name);
    }
}

#[test]
fn the_tables_of_the_document_are_those_of_the_table() {
    let document = file(DOCUMENT);
    let renewed = format::renewed(&document).expect("marks around the tables");
    assert!(document == renewed, "{DOCUMENT} is old: run `cargo run --example screen`");
}

#[test]
fn every_example_of_the_document_is_a_good_record() {
    let document = file(DOCUMENT);
    let blocks: Vec<&str> = document.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() > 5, "{}", blocks.len());
    for block in blocks {
        assert_good(block, block);
    }
}

#[test]
fn the_verb_prints_the_schema() {
    let output = shell::run(&["schema"]);
    assert_eq!((output.status.code(), shell::stdout(&output)), (Some(0), schema()));
}

#[test]
fn every_class_of_the_table_is_reached_from_the_record() {
    let reached = paths();
    for class in CLASSES {
        assert!(reached.iter().any(|(other, _)| other.name == class.name), "{}", class.name);
    }
    assert_eq!(reached.len(), CLASSES.len());
}

#[test]
fn the_built_in_record_and_one_with_every_field_are_as_the_schema_says() {
    assert_good("data/record.json", data::BUNDLED);
    assert_good("whole.json", WHOLE);
}

#[test]
fn a_record_with_any_good_value_loads_and_is_as_the_schema_says() {
    let mut builder = Builder { last_id: 0 };
    let mut count = 0;
    for case in Case::all() {
        for value in builder.good(case.field.holds) {
            let record = case.record(&mut builder, Some(value));
            let text = record.to_string();
            assert_eq!((reading(&text), problems(&record)), (Reading::Clean, vec![]), "{}: {text}", case.name());
            count += 1;
        }
    }
    assert!(count > 400, "{count}");
}

#[test]
fn the_schema_takes_what_the_loader_takes_and_refuses_what_it_refuses() {
    let mut builder = Builder { last_id: 0 };
    let mut kept_as_they_stand: Vec<String> = Vec::new();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in Case::all() {
        count += 1;
        let good = builder.good(case.field.holds);
        let values: Vec<Option<Value>> = anything().into_iter().chain(good).map(Some).chain([None]).collect();
        let mut verdicts = Vec::new();
        for value in values {
            let record = case.record(&mut builder, value.clone());
            verdicts.push((value, reading(&record.to_string()), VALIDATOR.is_valid(&record)));
        }
        // What the loader finds no fault with whatever it is, it keeps as it stands.
        let is_read = verdicts.iter().any(|(_, reading, _)| *reading == Reading::Wrong);
        if is_read {
            let differs = |(_, reading, is_valid): &&(_, Reading, bool)| match reading {
                Reading::Clean => !is_valid,
                Reading::Wrong => *is_valid,
                Reading::Doubtful => false,
            };
            wrong.extend(verdicts.iter().filter(differs).map(|verdict| format!("{}: {verdict:?}", case.name())));
        } else {
            assert!(verdicts.iter().any(|(.., is_valid)| !is_valid), "{}", case.name());
            kept_as_they_stand.extend((case.field.key != "//").then(|| case.name()));
        }
    }
    let is_of_record = |name: &String| name.starts_with("record.") && name != "record.$schema";
    assert!(!kept_as_they_stand.iter().any(is_of_record), "{kept_as_they_stand:?}");
    assert!(kept_as_they_stand.len() * 2 < count, "{count}: {kept_as_they_stand:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
