//! What the verbs print, held to the record itself.

#[path = "support/shell.rs"]
mod shell;
mod support;

use std::io::Read;
use std::process::{Output, Stdio};

use serde_json::Value;
use shell::{Temporary, run, stderr, stdout, zhegang};
use support::world;
use zhegang::data::{self, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::keymap::TABLE;
use zhegang::ui::words::Words;

/// The kinds of which the built-in record has entries: on the command line, the arrays that hold them in the file, and the
/// words of JSON for one.
const KINDS: [(&str, &str, &str); 9] = [
    ("areas", "policy_areas", "policy-area"),
    ("projects", "projects", "project"),
    ("agreements", "agreements", "agreement"),
    ("people", "persons", "person"),
    ("organisations", "organizations", "organization"),
    ("statements", "speeches", "speech"),
    ("events", "events", "event"),
    ("places", "areas", "place"),
    ("documents", "documents", "document"),
];

/// The file of the record, as anybody may read it.
fn file() -> Value {
    serde_json::from_str(data::BUNDLED).expect("JSON")
}

fn objects(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

/// What was printed, by a verb that did what it was asked.
fn printed(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "{args:?}");
    stdout(&output)
}

fn refused(args: &[&str], code: i32) -> String {
    let output = run(args);
    assert_eq!((output.status.code(), stdout(&output)), (Some(code), String::new()), "{args:?}");
    stderr(&output)
}

/// A text of the file in a language: its own, or the first of the other forms.
fn in_lang(entry: &Value, own: &str, lang: &str) -> Value {
    let forms = entry[format!("other_{own}s")].as_array().into_iter().flatten();
    let other = forms.filter(|_| lang != "zh-Hant").find(|form| form["lang"] == lang);
    other.map_or_else(|| entry[own].clone(), |form| form[own].clone())
}

#[test]
fn a_list_has_every_entry_in_the_order_of_the_screen() {
    for (name, array, code) in KINDS {
        let mut expected: Vec<Value> = file()[array].as_array().expect("an array").clone();
        if name == "events" {
            expected.sort_by_key(|event| event["start_date"].as_str().map(str::to_owned));
        }
        let ids: Vec<&str> = expected.iter().filter_map(|entry| entry["id"].as_str()).collect();
        assert_eq!(printed(&["list", name, "--ids"]).lines().collect::<Vec<_>>(), ids, "{name}");
        assert_eq!(printed(&["list", code, "--ids"]), printed(&["list", name, "--ids"]), "{name}");
        for lang in ["zh-Hant", "en"] {
            let lines = printed(&["list", name, "--lang", lang]);
            assert_eq!(lines.lines().count(), ids.len());
            for (line, entry) in lines.lines().zip(&expected) {
                let own = if name == "statements" { "text" } else { "name" };
                let text = in_lang(entry, own, lang);
                assert!(line.contains(text.as_str().expect("a name")), "{line}");
            }
        }
    }
    let areas = printed(&["list", "areas", "--lang", "en"]);
    assert!(areas.lines().next().is_some_and(|line| line.starts_with(" 1  ") && line.ends_with("  3")), "{areas}");
    let people = printed(&["list", "人物", "--lang", "en"]);
    assert!(people.starts_with("John Lee"), "{people}");
    assert!(people.lines().next().is_some_and(|line| line.ends_with("  Chief Executive of the HKSAR")), "{people}");
    assert!(printed(&["list", "events"]).lines().all(|line| line.starts_with("20")));
}

#[test]
fn a_list_knows_its_kinds_and_says_which() {
    let mut names: Vec<&str> = KINDS.map(|(name, ..)| name).into();
    names.splice(5..6, ["posts", "statements", "motions", "votes"]);
    let names = names.join(", ");
    let told = refused(&["list", "thing"], 2);
    assert!(told.contains(&format!("the kinds are {names}")), "{told}");
    let help = printed(&["list", "--help"]);
    assert!(help.split_whitespace().collect::<Vec<_>>().join(" ").contains(&names));
    let file = Temporary::new("person.json", br#"{"persons": [{"id": "p", "name": "a\nb"}]}"#);
    assert_eq!(refused(&[file.path(), "list", "places"], 1), "");
    assert_eq!(printed(&[file.path(), "list", "people"]), "a b\n");
    assert!(refused(&["no-such-file.json", "list", "people"], 1).starts_with("zhegang: no-such-file.json: "));
}

#[test]
fn objects_say_what_the_file_says() {
    for (name, array, code) in KINDS {
        for (entry, object) in file()[array].as_array().expect("an array").iter().zip(in_file_order(name)) {
            assert_eq!((&object["id"], &object["kind"]), (&entry["id"], &code.into()));
            for (key, value) in entry.as_object().expect("an object") {
                let is_text = key.starts_with("other_") || ["text", "name", "publisher"].contains(&key.as_str());
                let expected = match key.as_str() {
                    "sources" => entry["sources"].as_array().expect("sources").iter().map(source).collect(),
                    "parties" => ids_in(value, "organization_id"),
                    "witnesses" | "creators" => ids_in(value, "person_id"),
                    "terms" | "actions" => {
                        value.as_array().expect("texts").iter().map(|text| text["name"].clone()).collect()
                    }
                    "participants" => without(value, "entity_type"),
                    "facts" => continue,
                    _ if is_text => continue,
                    _ => value.clone(),
                };
                assert_eq!(object[key], expected, "{key} of {}", entry["id"]);
            }
            let forms = 1 + entry["other_names"].as_array().or(entry["other_texts"].as_array()).map_or(0, Vec::len);
            assert_eq!(object["names"].as_array().map(Vec::len), Some(forms));
        }
    }
}

/// The objects of a kind in the order of the file.
fn in_file_order(name: &str) -> Vec<Value> {
    let mut objects = objects(&run(&["list", name, "--json", "--lang", "zh-Hant"]));
    let keys: Vec<String> = world().record.all_ids().map(|id| world().record.entry(id).key.to_string()).collect();
    objects.sort_by_key(|object| keys.iter().position(|key| object["id"] == **key));
    objects
}

fn ids_in(value: &Value, key: &str) -> Value {
    value.as_array().expect("references").iter().map(|item| item[key].clone()).collect()
}

fn without(value: &Value, key: &str) -> Value {
    let mut items = value.as_array().expect("objects").clone();
    for item in &mut items {
        item.as_object_mut().expect("an object").remove(key);
    }
    items.into()
}

/// A source of the file as objects have it.
fn source(source: &Value) -> Value {
    let mut told = source.as_object().expect("a source").clone();
    told.remove("other_notes");
    if let Some(document) = source["url"].as_str().and_then(|url| url.strip_prefix('#')) {
        told.remove("url");
        told.insert("document".to_owned(), document.into());
    }
    told.into()
}

#[test]
fn objects_hold_only_what_the_help_names() {
    fn keys(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| {
                found.push(key.clone());
                keys(value, found);
            }),
            Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            Value::Null => panic!("null"),
            Value::String(text) => assert!(!text.is_empty()),
            Value::Bool(_) | Value::Number(_) => {}
        }
    }
    for verb in ["list", "show"] {
        let help = printed(&[verb, "--help"]);
        let words: Vec<&str> = help.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for (name, ..) in KINDS {
            let mut found = Vec::new();
            keys(&objects(&run(&["list", name, "--json"])).into(), &mut found);
            assert!(found.iter().all(|key| words.contains(&key.as_str())), "{found:?}");
        }
    }
}

#[test]
fn objects_speak_the_language_asked_for() {
    for (lang, name, role) in
        [("zh-Hant", "李家超", "香港特別行政區行政長官"), ("en", "John Lee", "Chief Executive of the HKSAR")]
    {
        let object = &objects(&run(&["show", "john-lee", "--json", "--lang", lang]))[0];
        assert_eq!((&object["name"], &object["offices"][0]["role"]), (&name.into(), &role.into()));
        assert_eq!(object["offices"][0]["organization_id"], "organization/hksar-government");
    }
    let form = serde_json::json!({"lang": "en", "name": "John Lee", "note": "official name"});
    let object = &objects(&run(&["show", "person/john-lee", "--json"]))[0];
    assert!(object["names"].as_array().is_some_and(|names| names.contains(&form)));
    assert!(object.get("birth_date").is_none() && object.get("note").is_none());
    let dates: Vec<Value> =
        objects(&run(&["list", "events", "--json"])).iter().map(|event| event["start_date"].clone()).collect();
    assert!(dates.contains(&"2025-H2".into()) && dates.contains(&"2024-07".into()), "{dates:?}");
}

#[test]
fn an_entry_is_shown_as_the_reader_shows_it() {
    let (hant, en) =
        (printed(&["show", "john-lee", "--lang", "zh-Hant"]), printed(&["show", "john-lee", "--lang", "en"]));
    assert!(hant.starts_with("人物\n李家超\nJohn Lee"), "{hant}");
    assert!(en.starts_with("Person\nJohn Lee\n李家超\n"), "{en}");
    assert_eq!(printed(&["show", "person:john-lee", "--lang", "en"]), en);
    let both = printed(&["show", "john-lee", "place/ningbo", "--lang", "en"]);
    assert_eq!(both, en + "\n" + &printed(&["show", "place/ningbo", "--lang", "en"]));
    let world = world();
    for id in world.record.all_ids() {
        let key = &world.record.entry(id).key;
        for line in printed(&["show", key]).lines() {
            assert!(text::width(line, Ambiguous::Narrow) <= 80, "{key}: {line}");
        }
    }
    let meeting = printed(&["show", "meeting", "--lang", "en"]);
    assert!(meeting.contains("10 / 51") && meeting.contains("none named"), "{meeting}");
}

#[test]
fn an_unknown_id_names_those_that_are_near() {
    for (typed, words) in [
        ("person/jon-lee", "did you mean person/john-lee?"),
        ("wen-wei", "did you mean organization/wen-wei-po, document/wen-wei-po-page?"),
        ("qqqqqqqq", "zhegang search WORDS --ids"),
        ("\u{1b}[2J", "␛[2J"),
    ] {
        let told = refused(&["show", typed], 1);
        assert!(told.starts_with("zhegang: ") && told.contains(words), "{told}");
        assert_eq!(told.lines().count(), 1);
    }
    let output = run(&["show", "nobody-at-all", "john-lee"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), printed(&["show", "john-lee"]));
    let file = Temporary::new("two.json", br#"{"persons": [{"id": "a/x", "name": "1"}, {"id": "b/x", "name": "2"}]}"#);
    assert!(refused(&[file.path(), "show", "x"], 1).contains("name one of them: a/x, b/x"));
}

#[test]
fn who_reads_may_have_enough() {
    for args in [&["list", "documents", "--json"][..], &["show", "meeting"]] {
        let mut child = zhegang().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut pipe = child.stdout.take().expect("a pipe");
        pipe.read_exact(&mut [0; 16]).expect("some output");
        drop(pipe);
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn what_a_file_lacks_is_told_and_its_text_acts_on_nothing() {
    let file = Temporary::new(
        "hostile.json",
        "{\"persons\": [{\"id\": \"p\\u001b\\n\", \"name\": \"\\u001b[2J\\n惡\\u202e\"}, {\"id\": \"q\"}]}".as_bytes(),
    );
    for args in
        [&["list", "people"][..], &["list", "people", "--ids"], &["list", "people", "--json"], &["show", "p␛\n"]]
    {
        let output = zhegang().arg(file.path()).args(args).output().expect("it runs");
        let text = stdout(&output) + &stderr(&output);
        assert!(output.status.success(), "{args:?}: {text}");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{text:?}");
        assert!(stderr(&output).contains("/persons/1"), "{args:?}");
    }
}

#[test]
fn the_keys_are_those_of_the_table() {
    let rows: Vec<Value> = serde_json::from_str(&printed(&["keys", "--json", "--lang", "en"])).expect("an array");
    assert_eq!(rows.len(), TABLE.len());
    for binding in TABLE {
        let is_row = |row: &&Value| row["name"] == binding.name && row["scope"] == binding.scope.name();
        let row = rows.iter().find(is_row).unwrap_or_else(|| panic!("no {}", binding.name));
        assert_eq!(row["words"], binding.words(Lang::En));
        assert_eq!(row["keys"], serde_json::json!(binding.keys));
    }
    let help = printed(&["keys", "--help"]);
    assert!(rows.iter().all(|row| row["scope"].as_str().is_some_and(|scope| help.contains(scope))));
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        let name = ["zh-Hant", "zh-Hans", "en"][lang as usize];
        let text = printed(&["keys", "--lang", name]);
        let words = Words::of(lang);
        for heading in [words.panes, words.reader, words.search, words.help] {
            assert!(text.lines().any(|line| line == heading), "{heading} is missing: {text}");
        }
        assert_eq!(text.lines().filter(|line| line.starts_with("  ")).count(), TABLE.len());
        assert!(TABLE.iter().all(|binding| text.contains(binding.words(lang))));
        assert!(text.contains("  ^D  ") && text.contains("  gg  Home"));
    }
}

#[test]
fn shells_complete_verbs_and_kinds() {
    for shell in ["bash", "zsh", "fish"] {
        let script = printed(&["completions", shell]);
        for word in [
            "search",
            "timeline",
            "graph",
            "export",
            "new",
            "fmt",
            "diff",
            "keys",
            "config",
            "organisations",
            "policy-area",
            "jsonl",
            "mermaid",
        ] {
            assert!(script.contains(word), "{word} in {shell}");
        }
    }
    assert!(refused(&["completions", "ksh"], 2).contains("bash, zsh, fish"));
}

#[test]
fn every_verb_has_a_page() {
    let page = printed(&["man"]);
    for words in [".TH zhegang 1", "zhegang\\-export(1)", ".SH OPTIONS", "\n.nf\n", "TERM=dumb"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for verb in [
        "open",
        "search",
        "list",
        "show",
        "timeline",
        "graph",
        "export",
        "new",
        "fmt",
        "schema",
        "diff",
        "keys",
        "config",
        "completions",
        "man",
    ] {
        let page = printed(&["man", verb]);
        assert!(page.contains(&format!(".TH zhegang-{verb} 1")) && page.contains("\n.nf\n"), "{page}");
        let help = printed(&[verb, "--help"]);
        assert!(help.contains("Examples:"), "{help}");
    }
    assert_eq!(run(&["man", "nothing"]).status.code(), Some(2));
}

/// What bash offers where the last of some words is to be completed.
fn offered(record: &str, words: &[&str]) -> Vec<String> {
    let script = r#"
        source <("$1" completions bash)
        shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _zhegang_and_ids "$1" "${!#}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    let binary = env!("CARGO_BIN_EXE_zhegang");
    let mut typed = vec![binary];
    typed.extend((!record.is_empty()).then_some(record));
    typed.extend(words);
    let output = std::process::Command::new("bash").args(["-c", script, "bash", binary]).args(&typed).output();
    stdout(&output.expect("bash runs")).lines().map(str::to_owned).collect()
}

#[test]
fn a_shell_completes_the_ids_of_the_record() {
    assert_eq!(offered("", &["show", "person/john"]), ["person/john-lee"]);
    assert_eq!(offered("", &["graph", "john"]), ["john-lee"]);
    assert_eq!(offered("", &["open", "agreement/m"]), ["agreement/mechanism", "agreement/memorandum"]);
    assert_eq!(offered("", &["timel"]), ["timeline"]);
    assert_eq!(offered("", &["list", "peo"]), ["people"]);
    assert!(offered("", &["show", "--js"]).contains(&"--json".to_owned()));
    let hostile = br#"{"persons": [{"id": "p/$(touch x)", "name": "1"}, {"id": "p/a b", "name": "2"}]}"#;
    let file = Temporary::new("ids.json", hostile);
    assert_eq!(offered(file.path(), &["show", "p/"]), [r"p/\$\(touch\ x\)", r"p/a\ b"]);
}

#[test]
fn every_kind_is_listed_where_none_is_named() {
    let ids = printed(&["list", "--ids"]);
    assert_eq!(ids.lines().count(), world().record.all_ids().count());
    let two = printed(&["list", "people", "places", "--ids"]);
    assert_eq!(two, printed(&["list", "people", "--ids"]) + &printed(&["list", "places", "--ids"]));
}

#[test]
fn the_timeline_is_the_page_and_its_objects_are_the_events() {
    let text = printed(&["timeline", "--lang", "en"]);
    assert!(text.starts_with("Timeline\n") && text.contains("2025-H2     ▸ "), "{text}");
    let events = objects(&run(&["timeline", "--json", "--lang", "en"]));
    let listed = objects(&run(&["list", "events", "--json", "--lang", "en"]));
    assert_eq!(events.len(), listed.len());
    for (event, listed) in events.iter().zip(&listed) {
        let mut without = event.clone();
        let part = without.as_object_mut().expect("an object").remove("part").expect("a part");
        assert_eq!(&without, listed);
        let mark = match part.as_str() {
            Some("held") => "▪ ",
            Some("planned") => "▸ ",
            Some("background") => "◦ ",
            _ => panic!("{part}"),
        };
        let name = event["name"].as_str().expect("a name");
        let start: String = name.chars().take(20).collect();
        assert!(text.contains(&format!("{mark}{start}")), "{mark}{name}");
    }
    let file = Temporary::new("nobody.json", br#"{"persons": [{"id": "p", "name": "a"}]}"#);
    for args in [&["timeline"][..], &["timeline", "--json"]] {
        assert_eq!(refused(&[&[file.path()], args].concat(), 1), "");
    }
}

#[test]
fn a_graph_says_what_the_page_of_relations_says() {
    let world = world();
    let id = world.record.find("agreement/mechanism").expect("in the record");
    let ties = zhegang::ui::ties::of(&world.record, id);
    let graph = &objects(&run(&["graph", "mechanism", "--json", "--lang", "en"]))[0];
    assert_eq!(graph, &objects(&run(&["graph", "mechanism", "--format", "json", "--lang", "en"]))[0]);
    let edges: Vec<(String, String)> = ties
        .iter()
        .flat_map(|(tie, entries)| {
            let tie = Words::of(Lang::En).tie(id.kind, *tie);
            entries.iter().map(move |entry| (tie.to_owned(), *entry))
        })
        .map(|(tie, entry)| (tie, world.record.entry(entry).key.to_string()))
        .collect();
    let told: Vec<(String, String)> = graph["edges"]
        .as_array()
        .expect("edges")
        .iter()
        .map(|edge| (edge["tie"].as_str().expect("a tie").to_owned(), edge["to"].as_str().expect("an id").to_owned()))
        .collect();
    assert_eq!(told, edges);
    assert_eq!(graph["nodes"][0]["id"], "agreement/mechanism");
    let dot = printed(&["graph", "agreement:mechanism", "--lang", "en"]);
    let mermaid = printed(&["graph", "mechanism", "--format", "mermaid", "--lang", "en"]);
    assert!(dot.starts_with("digraph {\n") && dot.ends_with("}\n") && mermaid.starts_with("flowchart LR\n"));
    for (tie, to) in &edges {
        assert!(dot.contains(&format!("\"agreement/mechanism\" -> \"{to}\" [label=\"{tie}\"]")), "{dot}");
    }
    assert_eq!(mermaid.matches(" -->|").count(), edges.len());
    assert!(refused(&["graph", "mechansm"], 1).contains("did you mean agreement/mechanism"));
    assert!(refused(&["graph", "mechanism", "--format", "png"], 2).contains("mermaid"));
    let file = Temporary::new("alone.json", "{\"persons\": [{\"id\": \"p\", \"name\": \"\u{9b}\"}]}".as_bytes());
    let output = run(&[file.path(), "graph", "p"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!stdout(&output).chars().any(|char| char.is_control() && char != '\n'));
}

#[test]
fn an_address_is_printed_where_there_is_no_terminal() {
    for (address, verb) in [
        ("john-lee", &["show", "john-lee"][..]),
        ("person:john-lee", &["show", "john-lee"]),
        ("?view=timeline", &["timeline"]),
        ("?q=ljc", &["search", "ljc"]),
        ("", &["show", "meeting"]),
    ] {
        assert_eq!(printed(&["open", address]), printed(verb), "{address}");
    }
    let relations = printed(&["open", "agreement:mechanism?view=relations", "--lang", "en"]);
    assert!(relations.contains("Signed by\n"), "{relations}");
    assert!(refused(&["open", "jhon-lee"], 1).contains("did you mean person/john-lee?"));
    for part in ["view=nothing", "\u{1b}[2J"] {
        let told = refused(&["open", &format!("john-lee?{part}")], 2);
        assert!(told.contains("timeline") && !told.contains('\u{1b}'), "{told}");
    }
}

#[test]
fn the_page_of_the_program_and_that_of_its_keys_have_the_key_table() {
    for page in [printed(&["man"]), printed(&["man", "keys"])] {
        let (_, keys) = page.split_once("\n.SH KEYS\n.nf\n").unwrap_or_else(|| panic!("no keys: {page}"));
        let keys = keys.split("\n.fi\n").next().expect("an end").replace("\\-", "-").replace("\\(aq", "'");
        for line in TABLE {
            let words = line.words(Lang::En);
            assert!(keys.lines().any(|row| row.ends_with(words)), "{words} is missing: {keys}");
        }
        // A line that began so would be taken for a command.
        assert!(!keys.lines().any(|row| row.starts_with(['.', '\''])), "{keys}");
    }
    assert!(!printed(&["man", "export"]).contains("\n.SH KEYS\n"));
}
