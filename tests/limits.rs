//! How much of a file is read, and what is said of what is none.

#[path = "support/shell.rs"]
mod shell;

use std::fs::OpenOptions;
use std::io::Write;
use std::process::{Output, Stdio};

use shell::{Temporary, run, stderr, stdout, zhegang};
use zhegang::data::{self, Code, MOST_ENTRIES};
use zhegang::text;

const RECORD: &str = r#"{"persons": [{"id": "p", "name": "甲"}]}"#;
const MIB: u64 = 1024 * 1024;

/// A file of so many bytes, most of which are nowhere.
fn of_size(bytes: u64) -> Temporary {
    let file = Temporary::new("large.json", b"");
    let opened = OpenOptions::new().write(true).open(file.path()).expect("the file is there");
    opened.set_len(bytes).expect("a long file");
    file
}

fn persons(count: usize) -> Vec<u8> {
    let items: Vec<String> = (0..count).map(|number| format!(r#"{{"id":"{number}","name":"a"}}"#)).collect();
    format!(r#"{{"persons":[{}]}}"#, items.join(",")).into_bytes()
}

#[track_caller]
fn refused(output: &Output, sentence: &str) {
    assert_eq!((output.status.code(), stdout(output).as_str()), (Some(1), ""), "{}", stderr(output));
    assert_eq!(stderr(output), format!("zhegang: {sentence}\n"));
}

fn zhegang_in_shell(script: &str) -> Output {
    std::process::Command::new("sh").args(["-c", script]).stdin(Stdio::null()).output().expect("it runs")
}

fn fed(args: &[&str], input: &[u8]) -> Output {
    let mut command = zhegang();
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    // Who refuses a record does not read it to its end.
    child.stdin.take().expect("a pipe").write_all(input).unwrap_or_default();
    child.wait_with_output().expect("it ends")
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let file = of_size(64 * MIB + 1);
    let sentence = format!(
        "{}: the file has 65 MiB, and no more than 64 MiB are read; raise that with --limit 65, or --limit 0 for any size",
        file.path()
    );
    refused(&run(&[file.path()]), &sentence);
    refused(&run(&[file.path(), "list"]), &sentence);
    refused(&run(&["--limit", "64", file.path()]), &sentence);
    for args in [&["--limit", "65", file.path()][..], &[file.path(), "list", "--limit=0"]] {
        let told = stderr(&run(args));
        assert!(told.contains("this is not JSON"), "{args:?}: {told}");
    }
    let output = run(&["fmt", "--limit", "1", file.path()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no more than 1 MiB are read; raise that with --limit 65"), "{}", stderr(&output));
    // A hole of a terabyte is refused as quickly.
    let told = stderr(&run(&[of_size(MIB * MIB).path()]));
    assert!(told.contains("has 1048576 MiB"), "{told}");
}

#[test]
#[cfg(unix)]
fn what_never_ends_is_read_up_to_the_limit() {
    let endless = format!("yes | {} --limit 1 - list", env!("CARGO_BIN_EXE_zhegang"));
    refused(
        &zhegang_in_shell(&endless),
        "standard input: the file has more than 1 MiB, and no more than 1 MiB are read; raise that with --limit 2, \
         or --limit 0 for any size",
    );
    let fifo = std::env::temp_dir().join(format!("zhegang-{}-fifo", std::process::id()));
    let script = format!(
        "mkfifo {0}; (yes > {0}) & {1} --limit 1 {0}; code=$?; rm {0}; exit $code",
        fifo.display(),
        env!("CARGO_BIN_EXE_zhegang")
    );
    let output = zhegang_in_shell(&script);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("fifo: the file has more than 1 MiB"), "{}", stderr(&output));
    refused(&run(&["/dev/zero"]), "/dev/zero: this is a device and not a file; name the file of a record");
}

#[test]
fn what_is_no_file_is_told_in_a_sentence() {
    refused(&run(&["src"]), "src: no file in this folder ends in .json; name a folder of records");
    refused(&run(&["nowhere.json"]), "nowhere.json: there is no such file; check the name");
    refused(&run(&["no\u{1b}[2J.json", "list"]), "no␛[2J.json: there is no such file; check the name");
}

#[test]
fn too_many_entries_are_refused_whatever_they_are() {
    let counted = |source: &[u8], most| data::load_within(source, text::neutral, most).map_err(|error| error.0);
    assert!(counted(&persons(3), 3).is_ok());
    let fault = counted(&persons(4), 3).expect_err("one too many");
    assert_eq!((fault.code, fault.line, fault.column), (Code::TooMany, 1, 1));
    assert_eq!(fault.message, "the file has 4 entries or more, memberships among them, and no more than 3 are read");
    for source in [
        r#"{"persons": [1, 2, 3, 4]}"#,
        r#"{"memberships": [{}, {}, {}, {}]}"#,
        r#"{"persons": [{}, {}], "events": [{}, {}]}"#,
        r#"{"persons": [{"memberships": [{}, {}, {}]}]}"#,
        r#"{"organizations": [{"area": {"id": "a"}}, {"area": {"id": "b"}}]}"#,
    ] {
        assert_eq!(counted(source.as_bytes(), 3).expect_err(source).code, Code::TooMany);
        assert!(counted(source.as_bytes(), 4).is_ok(), "{source}");
    }
}

#[test]
fn the_limit_of_entries_grows_with_that_of_bytes() {
    let many = MOST_ENTRIES / 64 + 1;
    let file = Temporary::new("many.json", &persons(many));
    let sentence = format!(
        "{}: the file has {many} entries or more, memberships among them, and no more than {} are read; raise that \
         with --limit 2, or --limit 0 for any number",
        file.path(),
        many - 1
    );
    refused(&run(&[file.path(), "list", "--limit", "1"]), &sentence);
    let checked = run(&["check", "--limit", "1", file.path()]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(stdout(&checked).contains("too-many") && stdout(&checked).contains("raise that with --limit 2"));
    assert_eq!(stdout(&run(&[file.path(), "list", "--ids", "--limit", "2"])).lines().count(), many);
    let hits = run(&["--limit", "2", file.path(), "search", "a", "--limit", "3"]);
    assert_eq!(stdout(&hits).lines().count(), 3, "{}", stderr(&hits));
}

#[test]
fn a_record_comes_from_standard_input() {
    for args in [&["-"][..], &["-", "--plain"], &["-", "list"], &["-", "show", "p"]] {
        let output = fed(args, RECORD.as_bytes());
        assert!(output.status.success() && stdout(&output).contains('甲'), "{args:?}: {}", stderr(&output));
    }
    refused(
        &fed(&["-"], b"[1"),
        "standard input: line 1, column 2: the file ends in the middle of a value; look whether its end got lost",
    );
    refused(
        &fed(&["-", "--linear"], RECORD.as_bytes()),
        "--linear reads words from standard input, and so the record cannot come from there; name its file",
    );
}
