//! The faults of record files: what `zhegang check` prints and how it ends, and the page that shows the same.

#[path = "support/shell.rs"]
mod shell;
mod support;

use std::io::Read;
use std::process::Stdio;
use std::sync::Arc;

use serde_json::Value;
use shell::{Temporary, run, stderr, stdout, zhegang};
use support::{Script, lines};
use zhegang::data::{self, Code, Lang, MOST_FAULTS};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::World;
use zhegang::ui::page::Page;
use zhegang::ui::state::Notice;

/// An error, a warning and a note, behind Chinese text, a tab and line ends of another system.
const FAULTY: &str = "\u{feff}{\"meta\": {\"title\": \"浙港\", \"title\": \"會議\"},\r\n\t\"附註\": \"\",\r\n \"persons\": [\r\n  \
    {\"id\": \"a\", \"name\": \"甲\"},\r\n  {\"id\": \"b\", \"name\": \"乙e\u{301}\", \"birth_date\": \"昨日\"}]}";

const NOTED: &str = r#"{"persons": [{"id": "a", "name": "甲", "brith_date": "1957"}]}"#;

fn code(args: &[&str]) -> Option<i32> {
    run(args).status.code()
}

fn objects(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

fn world_of(source: &str) -> Arc<World> {
    let loaded = data::load(source.as_bytes(), text::neutral).expect("it opens");
    Arc::new(World::new(loaded).expect("it has entries"))
}

fn script(source: &str, size: &str, lang: Lang) -> Script {
    Script::of(world_of(source), size, lang, Ambiguous::Narrow)
}

#[test]
fn each_fault_is_told_with_its_place_and_what_to_do() {
    let file = Temporary::new("faulty.json", FAULTY.as_bytes());
    let output = run(&["check", file.path()]);
    assert_eq!((output.status.code(), stderr(&output)), (Some(1), String::new()));
    let expected = r#"FILE:1:26: warning: the key "title" stands twice in one object and the last one counts; remove one
  repeated-key at /meta/title
    {"meta": {"title": "浙港", "title": "會議"},
                               ^^^^^^^
FILE:2:2: note: "附註" is no key that the format has in "record"; it is kept
  unknown-key at /附註
    "附註": "",
    ^^^^^^
FILE:5:44: error: "birth_date" is "昨日", which is no date; write YYYY, YYYY-H1, YYYY-H2, YYYY-MM or YYYY-MM-DD, of a day that exists
  bad-date at /persons/1/birth_date
    {"id": "b", "name": "乙é", "birth_date": "昨日"}]}
                                             ^^^^^^
FILE: 1 error, 1 warning, 1 note; entries: 2
"#;
    assert_eq!(stdout(&output).replace(file.path(), "FILE").replace("e\u{301}", "é"), expected);
}

#[test]
fn the_exit_code_says_what_was_found() {
    let (faulty, noted) =
        (Temporary::new("faulty.json", FAULTY.as_bytes()), Temporary::new("n.json", NOTED.as_bytes()));
    let (faulty, noted) = (faulty.path(), noted.path());
    assert_eq!(code(&["check"]), Some(0));
    assert_eq!(code(&["check", "--strict"]), Some(0), "the record that is built in has not even a note");
    assert_eq!(code(&["check", noted]), Some(0));
    assert_eq!(code(&["check", noted, "--strict"]), Some(1));
    assert_eq!(code(&["check", faulty]), Some(1));
    assert_eq!(code(&["check", noted, faulty]), Some(1));
    assert_eq!(code(&["check", "/nonexistent.json", faulty]), Some(2));
    assert_eq!(code(&["check", faulty, "/nonexistent.json"]), Some(2));
    assert_eq!(code(&["check", "src"]), Some(2), "a folder without records");
    assert_eq!(code(&["check", "--what"]), Some(2));
    assert_eq!(stdout(&run(&[noted, "check"])), stdout(&run(&["check", noted])));
    assert!(stdout(&run(&["check"])).starts_with("data/record.json: no fault; entries: "));
}

#[test]
fn a_file_that_does_not_open_is_told_and_the_others_go_on() {
    let cases: [(&[u8], &str, &str, &str); 7] = [
        ("{\"浙\": 港}".as_bytes(), "1:7", "syntax", "{\"浙\": 港}\n           ^^\n"),
        ("{\"浙港\": \"\u{1b}".as_bytes(), "1:8", "syntax", "{\"浙港\": \"␛\n"),
        (b"{\"\xe6\xb5\x99\xff\": 1}", "1:4", "encoding", "{\"浙\u{fffd}\": 1}\n        ^\n"),
        (b"\xff\xfe{\0}\0", "1:1", "encoding", "    ^\n"),
        (b"[1]", "1:1", "not-a-record", "[1]\n    ^"),
        (b"{}", "1:1", "not-a-record", "{}\n    ^\n"),
        (br#"{"meta": {"format_version": "9.0"}}"#, "1:29", "version", "\"9.0\"}}\n"),
    ];
    for (source, place, code, excerpt) in cases {
        let (bad, good) = (Temporary::new("bad.json", source), Temporary::new("good.json", NOTED.as_bytes()));
        let output = run(&["check", bad.path(), good.path()]);
        let text = stdout(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(text.starts_with(&format!("{}:{place}: error: ", bad.path())), "{place}: {text}");
        assert!(text.contains(&format!("\n  {code}\n")) && text.contains(excerpt), "{text}");
        assert!(text.contains(&format!("{}: 1 error; it does not open\n", bad.path())), "{text}");
        assert!(text.ends_with(&format!("{}: 1 note; entries: 1\n", good.path())), "{text}");
        let objects = objects(&stdout(&run(&["check", "--json", bad.path(), good.path()])));
        assert_eq!(objects.len(), 3, "one fault of the one, a note and the numbers of the other");
        assert_eq!((&objects[0]["code"], &objects[0]["severity"]), (&code.into(), &"error".into()));
    }
}

#[test]
fn json_has_the_same_as_objects() {
    let file = Temporary::new("faulty.json", FAULTY.as_bytes());
    let output = run(&["check", "--json", file.path()]);
    assert_eq!(output.status.code(), Some(1));
    let objects = objects(&stdout(&output));
    let (summary, faults) = objects.split_last().expect("some");
    let loaded = data::load(FAULTY.as_bytes(), text::neutral).expect("it opens");
    assert_eq!(faults.len(), loaded.faults.len());
    for (object, fault) in faults.iter().zip(&loaded.faults) {
        let expected = serde_json::json!({
            "file": file.path(), "severity": fault.severity().code(), "code": fault.code.name(), "line": fault.line,
            "column": fault.column, "pointer": fault.pointer, "message": fault.message,
        });
        assert_eq!(*object, expected);
    }
    let numbers = ["entries", "left_out", "errors", "warnings", "notes"].map(|key| summary[key].as_u64());
    assert_eq!(numbers, [2, 0, 1, 1, 1].map(Some));
}

#[test]
fn a_file_of_one_long_line_is_told_in_short_lines() {
    let person = |number: usize| format!(r#"{{"id":"人/{number}","name":"甲乙丙","note":"{}"}}"#, "浙港".repeat(20));
    let people: Vec<String> = (0..20_000).map(person).collect();
    let source = format!(r#"{{"persons":[{},{{"id":"人/0","name":"丁"}}]}}"#, people.join(","));
    let file = Temporary::new("line.json", source.as_bytes());
    let text = stdout(&run(&["check", file.path()]));
    let rows: Vec<&str> = text.lines().skip(2).collect();
    let cols = |text: &str| text::width(text, Ambiguous::Narrow);
    assert!(cols(rows[0]) <= 64 && rows[0].starts_with("    ⋯"), "{text}");
    let carets = rows[1].find('^').expect("carets");
    let before = rows[0].split(r#""人/0""#).next().expect("it is shown");
    assert_eq!((cols(before), rows[1].trim_start().len()), (carets, 6), "{text}");
}

#[test]
fn nothing_of_a_file_acts_on_the_terminal() {
    let source = "{\"\\u001b[2J\u{9b}\": 1, \"persons\": [{\"id\": \"a\", \"name\": \"b\", \"birth_date\": \"\u{9b}2J\u{202e}\"}]}";
    let file = Temporary::new("\u{9b}hostile.json", source.as_bytes());
    for args in [&["check", file.path()][..], &["check", "--json", file.path()]] {
        let output = run(args);
        let acts = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!stdout(&output).contains(acts) && stdout(&output).contains("birth_date"), "{:?}", stdout(&output));
    }
}

#[test]
fn the_help_names_every_code() {
    let help = stdout(&run(&["check", "--help"]));
    for code in Code::ALL {
        let is_named = help.split(|c: char| !c.is_ascii_lowercase() && c != '-').any(|word| word == code.name());
        assert!(is_named, "{}", code.name());
    }
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let people: Vec<String> = (0..5_000).map(|number| format!(r#"{{"id":"{number}"}}"#)).collect();
    let file = Temporary::new("many.json", format!(r#"{{"persons":[{}]}}"#, people.join(",\n")).as_bytes());
    let mut child = zhegang();
    let child = child.args(["check", file.path()]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().expect("it starts");
    let mut pipe = child.stdout.take().expect("a pipe");
    let mut some = [0; 16];
    pipe.read_exact(&mut some).expect("some output");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.success(), stderr(&output)), (true, String::new()));
}

#[test]
fn of_many_faults_the_first_are_told_and_the_rest_counted() {
    let people: Vec<String> =
        (0..50).map(|number| format!(r#"{{"id":"{number}","name":"甲","birth_date":1}}"#)).collect();
    let source = format!(
        r#"{{"meta":{{"event_id":"e"}},"events":[{{"id":"e","name":"會"}}],"x":0,"persons":[{}]}}"#,
        people.join(",")
    );
    let file = Temporary::new("many.json", source.as_bytes());
    let output = run(&[file.path(), "--lang", "en"]);
    let told = stderr(&output);
    assert_eq!(told.lines().count(), 21, "{told}");
    assert!(!told.contains("/x"), "a note is not told");
    let last = "30 more; zhegang check FILE lists all";
    assert!(told.lines().last().is_some_and(|line| line.ends_with(last)), "{told}");
    let page = stdout(&run(&[file.path(), "open", "e", "--lang", "en"]));
    assert_eq!(page.matches("birth_date").count() / 2, 20, "{page}");
    assert!(page.contains("Faults found: 50") && page.contains(last), "{page}");
    assert_eq!(stdout(&run(&["check", file.path()])).matches(": error: ").count(), 50);
}

#[test]
fn notes_alone_are_not_announced() {
    let file = Temporary::new("noted.json", NOTED.as_bytes());
    assert_eq!(stderr(&run(&[file.path()])), "");
    let quiet = script(NOTED, "80x24", Lang::En);
    assert_eq!(quiet.state.notice, None);
    quiet.keys("E").shows("Notes").shows("1:39 note  甲  /persons/0/brith_date");
    let told = script(FAULTY, "80x24", Lang::En);
    let notice = Notice::Faults { count: 2, skipped: 0, key: "E".to_owned() };
    assert_eq!(told.state.notice, Some(notice));
    told.shows("Faults found: 2; entries left out: 0; E lists them");
}

#[test]
fn the_page_lists_every_fault_and_leads_to_its_entry() {
    for (lang, severities) in [
        (Lang::ZhHant, ["警告  鍵重複", "提示  格式沒有這個鍵", "錯誤  沒有這個日期"]),
        (Lang::ZhHans, ["警告  键重复", "提示  格式没有这个键", "错误  没有这个日期"]),
        (Lang::En, ["warning", "note", "error"]),
    ] {
        let page = script(FAULTY, "120x36", lang).keys("E");
        assert_eq!(page.state.view.page, Page::Faults);
        let [warning, note, error] = severities;
        let page = page.shows(&format!("1:26 {warning}  /meta/title")).shows(&format!("2:2 {note}  /附註"));
        let page = page.shows(&format!("▪ 5:44 {error}  乙e\u{301}  /persons/1/birth_date"));
        let entry = page.keys("enter");
        assert_eq!((entry.here(), entry.state.view.page), ("乙e\u{301}", Page::Entry));
        assert_eq!(entry.keys("ctrl-o").state.view.page, Page::Faults);
    }
    let clean = Script::open_in("80x24", Lang::En).keys("E");
    clean.shows("Faults of the file").shows("Nothing was found wrong with the file of").keys("esc");
}

#[test]
fn the_page_is_found_by_name_and_from_the_start_page() {
    let by_name = script(FAULTY, "80x24", Lang::En).keys(": text:faults enter");
    assert_eq!(by_name.state.view.page, Page::Faults);
    let source = r#"{"meta": {"event_id": "e", "title": 1}, "events": [{"id": "e", "name": "會"}]}"#;
    let start = script(source, "80x24", Lang::ZhHant).shows("檔案有1處問題").shows("▪ 逐處查看，前往有關條目");
    let page = start.clone().keys("enter enter");
    assert_eq!(page.state.view.page, Page::Faults, "{}", page.screen());
    assert_eq!(page.keys("esc").state.view.page, Page::Entry);
    let hints = start.keys("enter o");
    let letter = hints.screen().lines().find_map(|line| line.split_once(" 逐處查看")?.0.chars().last());
    let page = hints.keys(&format!("text:{}", letter.expect("a letter")));
    assert_eq!(page.state.view.page, Page::Faults, "{}", page.screen());
}

#[test]
fn the_page_fits_every_size_however_many_faults_there_are() {
    let people: Vec<String> =
        (0..3_000).map(|number| format!(r#"{{"id":"{number}","name":"甲","note":[]}}"#)).collect();
    let source = format!(r#"{{"persons":[{}]}}"#, people.join(","));
    for size in ["120x36", "60x20", "40x12", "20x5", "7x3", "1x1"] {
        let page = script(&source, size, Lang::ZhHant).keys("E G");
        let cols = usize::from(page.state.size.cols);
        for row in lines(&page.buffer()) {
            assert!(text::width(&row, Ambiguous::Narrow) <= cols, "{size}: {row}");
        }
    }
    script(&source, "80x24", Lang::En).keys("E G").shows("2500 more; zhegang check FILE lists all");
}

#[test]
fn the_page_is_read_without_a_screen() {
    let file = Temporary::new("faulty.json", FAULTY.as_bytes());
    let mut child = zhegang();
    child.args([file.path(), "--linear", "--lang", "en"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = child.stderr(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut input, b"faults\nlinks\n1\nquit\n").expect("it reads");
    drop(input);
    let said = stdout(&child.wait_with_output().expect("it ends"));
    assert!(said.contains("5:44 error") && said.contains("1. Person: 乙"), "{said}");
    assert!(said.contains("entries left out: 0; type faults to list them\n"), "{said}");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = include_str!("../README.md");
    let shown = readme.split("<!-- check -->\n```text\n").nth(1).and_then(|rest| rest.split("```").next());
    let source = "{\n  \"persons\": [\n    {\"id\": \"lee\", \"name\": \"李\", \"birth_date\": \"昨日\"}\n  ]\n}\n";
    let file = Temporary::new("council.json", source.as_bytes());
    let printed = stdout(&run(&["check", file.path()])).replace(file.path(), "council.json");
    assert_eq!(shown, Some(printed.as_str()));
}

/// A file of very many faults is told in part, and counted whole.
#[test]
fn faults_beyond_number_are_counted() {
    let nameless = |number: usize| format!(r#"{{"id": "{number}"}}"#);
    let people: Vec<String> = (0..MOST_FAULTS + 500).map(nameless).collect();
    let keys: Vec<String> = (0..MOST_FAULTS + 7).map(|number| format!(r#""key {number}": 1"#)).collect();
    let kept = format!(r#"{{"id": "kept", "name": "甲", {}}}"#, keys.join(","));
    let source = format!(r#"{{"persons": [{},{kept}]}}"#, people.join(","));
    let loaded = data::load(source.as_bytes(), text::neutral).expect("it opens");
    assert_eq!((loaded.faults.len(), loaded.unlisted), (2 * MOST_FAULTS, [500, 0, 7]));
    let file = Temporary::new("many.json", source.as_bytes());
    let output = run(&["check", file.path()]);
    assert_eq!(output.status.code(), Some(1));
    let told = stdout(&output);
    let last: Vec<&str> = told.lines().rev().take(2).collect();
    let name = file.path();
    assert_eq!(last[1], format!("{name}: 507 more, which are counted and not listed; correct some of these first"));
    assert_eq!(last[0], format!("{name}: 10500 errors, 10007 notes; entries: 1, left out: 10500"));
    let objects = objects(&stdout(&run(&["check", "--json", name])));
    let (summary, faults) = objects.split_last().expect("some");
    let numbers = ["errors", "warnings", "notes", "unlisted"].map(|key| summary[key].as_u64());
    assert_eq!((faults.len(), numbers), (2 * MOST_FAULTS, [10_500, 0, 10_007, 507].map(Some)));
    assert!(stderr(&run(&[name, "list"])).contains("10480 more; zhegang check FILE lists all"));
    let script = script(&source, "80x24", Lang::En).keys("E");
    script.shows("10500").shows("10007");
}
