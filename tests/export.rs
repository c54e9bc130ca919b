//! What is exported, read back.

#[path = "support/shell.rs"]
mod shell;

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;
use shell::{Temporary, run, stderr, stdout, zhegang};
use zhegang::data;

const KINDS: [&str; 9] =
    ["areas", "projects", "agreements", "people", "organisations", "statements", "events", "places", "documents"];

/// What was printed, by an export that went well.
fn exported(args: &[&str]) -> String {
    let output = zhegang().arg("export").args(args).output().expect("it runs");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "{args:?}");
    stdout(&output)
}

/// A place in a folder of its own, which is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("zhegang-{}-{name}", std::process::id()));
        fs::create_dir(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("UTF-8").to_owned()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        entries.map(|name| name.into_string().expect("UTF-8")).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder was there");
    }
}

/// The cells of a table, after RFC 4180.
fn cells(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'), "rows end with CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !is_quoted, "the last row ends");
    rows
}

/// The parts of a text that stand between two marks.
fn between<'a>(text: &'a str, before: &str, after: char) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn every_link_of_the_document_leads_to_an_entry_of_it() {
    for lang in ["zh-Hant", "zh-Hans", "en"] {
        for kinds in [&[][..], &["people"], &["events", "projects"]] {
            let text = exported(&[kinds, &["--format", "markdown", "--lang", lang]].concat());
            let (anchors, links) = (between(&text, "<a id=\"", '"'), between(&text, "](#", ')'));
            assert!(links.iter().all(|link| anchors.contains(link)), "{links:?}");
            let mut once = anchors.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), anchors.len(), "no anchor stands twice");
            if kinds.is_empty() {
                assert_eq!(anchors.len(), 13 + 10 + 6 + 30 + 32 + 28 + 20 + 19 + 40);
                assert!(links.len() > 500 && links.contains(&"person-john-lee"));
            }
        }
    }
    let text = exported(&["--format", "markdown", "--lang", "en"]);
    assert!(text.starts_with("# First Plenary Session of the Hong Kong/Zhejiang Co-operation Conference\n"));
    assert!(text.contains("### <a id=\"person-john-lee\"></a>John Lee\n"));
    assert!(text.contains("\n## People\n") && text.contains("none named"));
    assert!(exported(&["people", "--format", "markdown", "--lang", "zh-Hant"]).contains("</a>李家超\n"));
}

#[test]
fn signs_of_markdown_in_a_record_mean_nothing() {
    let file = Temporary::new(
        "signs.json",
        r#"{"meta": {"title": "*T* <b>"}, "persons": [
             {"id": "a/b", "name": "[x](javascript:alert) `c`\n# d", "description": "1. e\n- f"},
             {"id": "a-b", "name": "<script>", "description": "- g", "sources": ["https://example.org/a_b", "javascript:1"]}]}"#
            .as_bytes(),
    );
    let text = stdout(&run(&[file.path(), "export", "--format", "markdown"]));
    for line in [
        r"# \*T\* \<b\>",
        r#"### <a id="a-b"></a>\[x\](javascript:alert) \`c\` \# d"#,
        r"1\. e - f",
        r#"### <a id="a-b-2"></a>\<script\>"#,
        r"\- g",
        "- <https://example.org/a_b>",
        "- javascript:1",
    ] {
        assert!(text.lines().any(|other| other == line), "{line} is missing:\n{text}");
    }
}

#[test]
fn a_table_has_a_row_for_each_entry() {
    for kind in KINDS {
        let table = cells(&exported(&[kind, "--format", "csv", "--lang", "en"]));
        let lines = stdout(&run(&["list", kind, "--json", "--lang", "en"]));
        let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let (header, rows) = table.split_first().expect("a header");
        assert_eq!(&header[..4], ["id", "kind", "name", "names"]);
        assert_eq!(rows.len(), objects.len());
        for (row, object) in rows.iter().zip(&objects) {
            assert_eq!(row.len(), header.len());
            for (name, cell) in header.iter().zip(row) {
                let expected = match &object[name] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    Value::Array(items) if items.iter().all(Value::is_string) => {
                        items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
                    }
                    Value::Array(items) => {
                        assert_eq!(cell.split("; ").count(), items.len().max(cell.split("; ").count()));
                        continue;
                    }
                    other => other.to_string(),
                };
                assert_eq!(*cell, expected, "{name} of {}", object["id"]);
            }
        }
    }
    let people = cells(&exported(&["people", "--format", "csv", "--lang", "en"]));
    let offices = people[0].iter().position(|name| name == "offices").expect("a column");
    assert_eq!(people[1][offices], "Chief Executive of the HKSAR (organization/hksar-government)");
}

#[test]
fn no_cell_is_a_formula() {
    let file = Temporary::new(
        "formula.json",
        r#"{"persons": [{"id": "=1+1", "name": "=1+1", "description": "@a, \"b\"", "note": "-1\n+2"},
             {"id": "+", "name": "\t=2", "description": "\r=3", "note": "1-1"}]}"#
            .as_bytes(),
    );
    let text = stdout(&run(&[file.path(), "export", "people", "--format", "csv"]));
    let table = cells(&text);
    for (column, one, other) in [
        ("id", "'=1+1", "'+"),
        ("name", "'=1+1", " =2"),
        ("description", "'@a, \"b\"", "␍=3"),
        ("note", "'-1 +2", "1-1"),
    ] {
        let place = table[0].iter().position(|name| name == column).expect("a column");
        assert_eq!((table[1][place].as_str(), table[2][place].as_str()), (one, other), "{column}");
    }
}

#[test]
fn objects_are_those_of_the_lists() {
    for lang in ["zh-Hant", "en"] {
        let lists: String = KINDS.iter().map(|kind| stdout(&run(&["list", kind, "--json", "--lang", lang]))).collect();
        assert_eq!(exported(&["--format", "jsonl", "--lang", lang]), lists);
        let expected: Vec<Value> = lists.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let array: Vec<Value> =
            serde_json::from_str(&exported(&["--format", "json", "--lang", lang])).expect("an array");
        assert_eq!(array, expected);
    }
    let some = exported(&["events", "people", "events", "--format", "jsonl"]);
    assert_eq!(some.lines().count(), 20 + 30);
    assert!(some.starts_with(&stdout(&run(&["list", "events", "--json"]))));
}

#[test]
fn the_record_is_its_own_file() {
    assert_eq!(exported(&["--format", "record"]), data::BUNDLED);
    let bytes = b"\xEF\xBB\xBF {\"persons\":[{\"id\":\"p\",\"name\":\"a\\u0020b\"}]}\r\n";
    let file = Temporary::new("bytes.json", bytes);
    assert_eq!(run(&[file.path(), "export", "--format", "record"]).stdout, bytes);
}

#[test]
fn a_file_is_written_whole_and_never_replaced_unasked() {
    let folder = Folder::new("export");
    let path = folder.file("people.csv");
    let args = ["people", "--format", "csv", "--output", &path];
    assert_eq!(exported(&args), "");
    let whole = fs::read_to_string(&path).expect("it is there");
    assert_eq!(whole, exported(&["people", "--format", "csv"]));
    fs::write(&path, "mine").expect("a file");
    let output = run(&[&["export"][..], &args].concat());
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), String::new()));
    assert!(stderr(&output).contains("people.csv is there already; add --force"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "mine");
    exported(&[&args[..], &["--force"]].concat());
    assert_eq!(fs::read_to_string(&path).expect("it is there"), whole);
    assert_eq!(folder.names(), ["people.csv"], "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_a_folder_stays() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("links");
    let (file, link) = (folder.file("file"), folder.file("link"));
    fs::write(&file, "mine").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&file, &link).expect("a link");
    exported(&["--format", "record", "--output", &link, "--force"]);
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("it is there"), data::BUNDLED);
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
    for place in [folder.file(""), folder.file("none/file")] {
        let output = run(&["export", "--format", "record", "--output", &place, "--force"]);
        assert_eq!(output.status.code(), Some(1), "{place}");
        assert!(stderr(&output).contains("nothing was written"), "{}", stderr(&output));
    }
    let mut names = folder.names();
    names.sort();
    assert_eq!(names, ["file", "link"]);
}

#[test]
fn what_cannot_be_exported_is_told() {
    for (args, words) in [
        (&["--format", "csv"][..], "exactly one KIND"),
        (&["people", "events", "--format", "csv"], "exactly one KIND"),
        (&["people", "--format", "record"], "without a KIND"),
        (&["things", "--format", "json"], "the kinds are areas, projects,"),
        (&["--format", "xml"], "[possible values: markdown, csv, json, jsonl, record]"),
        (&["--format", "json", "--force"], "--output"),
        (&["people"], "--format"),
    ] {
        let output = zhegang().arg("export").args(args).output().expect("it runs");
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{args:?}");
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
    let file = Temporary::new("one.json", br#"{"persons": [{"id": "p", "name": "a"}]}"#);
    let output = run(&[file.path(), "export", "places", "--format", "json"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), String::new()));
    assert!(stderr(&output).contains("no entry of these kinds"), "{}", stderr(&output));
}

#[test]
fn who_reads_may_have_enough() {
    for format in ["markdown", "json", "jsonl", "record"] {
        let mut child = zhegang()
            .args(["export", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut pipe = child.stdout.take().expect("a pipe");
        pipe.read_exact(&mut [0; 16]).expect("some output");
        drop(pipe);
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success() && output.stderr.is_empty(), "{format}: {}", stderr(&output));
    }
}
