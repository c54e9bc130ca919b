//! The program as it is run from a shell.

#[path = "support/shell.rs"]
mod shell;

use std::io::Read;
use std::process::Stdio;

use shell::{Temporary, run, stderr, stdout, zhegang};
use zhegang::text::{self, Ambiguous};

#[test]
fn without_a_terminal_the_record_is_printed() {
    for (args, words) in [
        (&[][..], ["10 / 51", "未見名稱", "李家超"]),
        (&["--lang", "zh-Hans"][..], ["10 / 51", "未见名称", "陈国基"]),
        (&["--lang", "en"][..], ["10 / 51", "none named", "John Lee"]),
        (&["--plain", "--lang", "en"][..], ["10 / 51", "none named", "Finance"]),
    ] {
        let output = run(args);
        assert!(output.status.success(), "{args:?}: {}", stderr(&output));
        let text = stdout(&output);
        for word in words {
            assert!(text.contains(word), "{word} is missing with {args:?}");
        }
        assert!(!text.contains('\u{1b}'), "no escape goes into a pipe");
        for line in text.lines() {
            let cols = zhegang::text::width(line, zhegang::text::Ambiguous::Narrow);
            assert!(cols <= 80, "{cols} columns: {line}");
        }
        assert_eq!(stderr(&output), "");
    }
}

#[test]
fn the_locale_chooses_the_language() {
    for (locale, word) in [("zh_CN.UTF-8", "陈国基"), ("en_GB.UTF-8", "Chan Kwok-ki"), ("zh_HK.UTF-8", "陳國基")]
    {
        let output = zhegang().env("LANG", locale).output().expect("it runs");
        assert!(stdout(&output).contains(word), "{locale}");
    }
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let mut child = zhegang().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut pipe = child.stdout.take().expect("a pipe");
    let mut some = [0; 16];
    pipe.read_exact(&mut some).expect("some output");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
}

#[test]
fn help_and_version_are_answers_and_a_misuse_is_a_mistake() {
    for (args, word) in [(["--help"], "Examples:"), (["-h"], "Examples:"), (["--version"], env!("CARGO_PKG_VERSION"))] {
        let output = run(&args);
        assert!(output.status.success());
        assert!(stdout(&output).contains(word), "{args:?}");
    }
    for args in [&["--nonsense"][..], &["--lang", "fr"], &["-", "-"]] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains("--help"), "{}", stderr(&output));
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn the_help_fits_eighty_columns() {
    for args in [
        &["--help"][..],
        &["search", "--help"],
        &["list", "--help"],
        &["show", "--help"],
        &["export", "--help"],
        &["new", "--help"],
        &["fmt", "--help"],
        &["diff", "--help"],
        &["keys", "--help"],
        &["config", "--help"],
    ] {
        for line in stdout(&run(args)).lines() {
            assert!(text::width(line, Ambiguous::Narrow) <= 80, "{line}");
        }
    }
}

#[test]
fn what_cannot_be_opened_is_told_in_one_line() {
    let syntax = Temporary::new("syntax.json", "{\n  \"名稱\": \"浙港\" x\n}".as_bytes());
    let latin = Temporary::new("latin.json", b"{\"a\": \"\xe9\"}");
    let empty = Temporary::new("empty.json", b"");
    let nothing = Temporary::new("nothing.json", b"{}");
    let rows = [
        ("no-such-file.json", "no-such-file.json"),
        ("/", "/"),
        (syntax.path(), "line 2, column 14"),
        (latin.path(), "UTF-8"),
        (empty.path(), "empty"),
        (nothing.path(), "no entry"),
    ];
    for (path, words) in rows {
        let output = run(&[path]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        let error = stderr(&output);
        assert!(error.starts_with("zhegang: ") && error.contains(words), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn the_shell_finds_what_the_screen_finds() {
    let output = run(&["search", "ljc", "--lang", "zh-Hant"]);
    assert!(output.status.success());
    assert_eq!(stdout(&output).lines().next(), Some("人物  李家超"));
    let ids = stdout(&run(&["search", "科技", "--ids", "--limit", "3"]));
    assert_eq!(ids.lines().count(), 3);
    assert_eq!(ids.lines().next(), Some("policy-area/innovation-technology"));
    let people = stdout(&run(&["search", "局長", "--kind", "person", "--lang", "zh-Hant"]));
    assert!(people.lines().count() > 2 && people.lines().all(|line| line.starts_with("人物  ")), "{people}");
    assert!(people.contains("曾國衞  局長"), "the text that matched stands behind the name: {people}");
}

#[test]
fn hits_are_objects_with_marks_in_characters() {
    let lines = stdout(&run(&["search", "lijia", "--json", "--lang", "en"]));
    let hit: serde_json::Value = serde_json::from_str(lines.lines().next().expect("a hit")).expect("JSON");
    assert_eq!(hit["id"], "person/john-lee");
    assert_eq!((&hit["kind"], &hit["name"], &hit["field"]), (&"person".into(), &"John Lee".into(), &"name".into()));
    assert_eq!((&hit["text"], &hit["marks"]), (&"李家超".into(), &serde_json::json!([[0, 2]])));
    assert!(hit["class"].is_u64() && hit["score"].is_i64());
}

#[test]
fn a_kind_has_many_names() {
    let people = stdout(&run(&["search", "港", "--kind", "person", "--ids"]));
    assert!(people.lines().count() > 2);
    for name in ["people", "persons", "Person", "人物"] {
        assert_eq!(stdout(&run(&["search", "港", "--kind", name, "--ids"])), people, "{name}");
    }
    let bodies = stdout(&run(&["search", "港", "--kind", "机构", "--ids"]));
    assert_eq!(bodies, stdout(&run(&["search", "港", "--kind", "organization", "--ids"])));
    let told = stderr(&run(&["search", "a", "--kind", "thing"]));
    assert!(told.contains("the kinds are policy-area, project, agreement, person,"), "{told}");
}

#[test]
fn hits_that_only_come_near_say_so() {
    let first = |query: &str| -> serde_json::Value {
        let lines = stdout(&run(&["search", query, "--json"]));
        serde_json::from_str(lines.lines().next().expect("a hit")).expect("JSON")
    };
    for query in ["李嘉超", "lijaichao"] {
        let hit = first(query);
        assert_eq!((&hit["id"], &hit["near"]), (&"person/john-lee".into(), &true.into()), "{query}");
    }
    assert!(first("李家超").get("near").is_none());
}

#[test]
fn near_sounds_can_be_asked_for() {
    for args in [&["search", "ljc", "--slips", "--ids"][..], &["--slips", "search", "ljc", "--ids"]] {
        assert_eq!(stdout(&run(args)).lines().next(), Some("person/john-lee"));
    }
}

#[test]
fn finding_nothing_is_told_by_the_exit_code_alone() {
    let output = run(&["search", "qqqq"]);
    assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(1), String::new(), String::new()));
    assert_eq!(run(&["no-such-file.json", "search", "a"]).status.code(), Some(2));
    assert_eq!(run(&["search", "a", "--kind", "thing"]).status.code(), Some(2));
}

#[test]
fn faults_are_told_and_the_rest_opens() {
    let file = Temporary::new(
        "faults.json",
        r#"{"persons": [{"id": "p/1", "name": "甲"}, {"id": "p/2"}, {"id": "p/3", "name": "乙", "birth_date": "昨日"}]}"#
            .as_bytes(),
    );
    let output = run(&[file.path()]);
    assert!(output.status.success());
    let text = stdout(&output);
    assert!(text.contains('甲') && text.contains('乙'), "{text}");
    let faults = stderr(&output);
    assert_eq!(faults.lines().count(), 2, "{faults}");
    assert!(faults.contains("/persons/1") && faults.contains("/persons/2/birth_date"), "{faults}");
}

#[test]
fn all_faults_are_told_of_a_file_without_a_single_entry() {
    let file = Temporary::new("empty.json", br#"{"persons": [{"id": "p/1"}, {"id": "p/2", "name": 3}]}"#);
    let output = run(&[file.path()]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert!(told.contains("/persons/0") && told.contains("/persons/1/name"), "{told}");
    assert!(told.lines().all(|line| line.contains("empty.json: ")), "{told}");
    assert!(told.lines().last().is_some_and(|line| line.contains("no entry could be opened")), "{told}");
}

#[test]
fn nothing_of_a_file_acts_on_the_terminal() {
    let file = Temporary::new(
        "hostile.json",
        "{\"persons\": [{\"id\": \"\\u001b]52;c;x\\u0007\", \"name\": \"\\u001b[2J惡\\u202e\\u0000意\\u009b1m\"},
          {\"id\": \"\\u001b]52;c;x\\u0007\", \"name\": \"二\"}],
          \"speeches\": [{\"id\": \"s\", \"text\": \"三\", \"creator_id\": \"一\\n行\", \"a\\nb\": 1, \"a\\nb\": 2}]}"
            .as_bytes(),
    );
    let output = run(&[file.path()]);
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let acts = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!text.contains(acts), "{text:?}");
    }
    assert!(stdout(&output).contains('惡'));
    assert!(stderr(&output).lines().all(|line| line.starts_with("zhegang: ")), "a fault is one line");
    assert!(stderr(&output).contains("一␊行") && stderr(&output).contains("a␊b"));
}
