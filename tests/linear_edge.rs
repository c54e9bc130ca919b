//! A session without a screen at the edge: through pipes, and on a real terminal.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/shell.rs"]
mod shell;

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use pty::{Terminal, count};
use rustix::process::Signal;
use shell::{Temporary, run, stderr, stdout, zhegang};

/// Lines through pipes.
fn typed(args: &[&str], lines: &str) -> Output {
    let mut command = zhegang();
    command.arg("--linear").args(args);
    typed_into(command, lines)
}

fn typed_into(mut command: Command, lines: &str) -> Output {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(lines.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

#[test]
fn lines_through_pipes_are_answered_in_order() {
    let output = typed(&["--lang", "en"], "list people\n3\nback\nquit\nnot read\n");
    assert!(output.status.success());
    let said = stdout(&output);
    let parts = ["help.\n", "People: 30\n", "3. Zhou Ji", "\nPerson: Zhou Ji\n", "\nEvent: High-Level"];
    let places: Vec<_> = parts.iter().map(|part| said.find(part).expect(part)).collect();
    assert!(places.is_sorted(), "{said}");
    assert!(!said.contains("not read") && !said.contains('\u{1b}') && stderr(&output).is_empty());
}

#[test]
fn the_end_of_the_lines_is_the_end() {
    for lines in ["", "list", "list\n", "quit"] {
        let output = typed(&["--lang", "zh-Hant"], lines);
        assert!(output.status.success(), "{lines:?}");
        assert_eq!(stdout(&output).contains("人物：30項"), lines.contains("list"), "{lines:?}");
    }
}

#[test]
fn bytes_that_are_no_text_and_endless_lines_are_survived() {
    let long = "浙".repeat(100_000) + "\nwhere\n";
    let output = typed(&["--lang", "en"], &long);
    assert!(output.status.success());
    assert!(stdout(&output).ends_with("\nevent:meeting\n"), "the line after it is answered");
    assert!(output.stdout.len() < 20_000);
    let mut child = zhegang().arg("--linear").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(b"\xff\xfe\x00\x1b[2J\nquit\n").expect("it reads");
    let said = stdout(&child.wait_with_output().expect("it ends"));
    assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let mut child = zhegang()
        .arg("--linear")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut [0; 8]).expect("a greeting");
    drop(pipe);
    child.stdin.take().expect("a pipe").write_all(b"list\n").expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
}

#[test]
fn another_record_is_read_and_its_faults_are_told() {
    let file = Temporary::new(
        "linear.json",
        "{\"persons\": [{\"id\": \"p/1\", \"name\": \"甲\\u001b[2J⠿\"}, {\"id\": \"p/2\"}]}".as_bytes(),
    );
    let output = typed(&[file.path(), "--lang", "en"], "list people\n1\n");
    assert!(stdout(&output).contains("Person: 甲␛[2J"), "{}", stdout(&output));
    assert!(stdout(&output).contains("Faults found: 1"), "{}", stdout(&output));
    assert!(stderr(&output).contains("/persons/1"), "{}", stderr(&output));
    assert_eq!(run(&["--linear", "--plain"]).status.code(), Some(2));
}

#[test]
fn bookmarks_outlive_a_session_and_a_script_begins_at_the_start() {
    let home = std::env::temp_dir().join(format!("zhegang-{}-linear-home", std::process::id()));
    std::fs::create_dir(&home).expect("a folder");
    let said = |lines: &str| {
        let mut command = zhegang();
        command.env("HOME", &home).args(["--linear", "--lang", "en"]);
        stdout(&typed_into(command, lines))
    };
    let kept = said("open person:john-lee\nnote ask him\n");
    let again = said("bookmarks\nwhere\nremove 1\n");
    let gone = said("bookmarks\n");
    std::fs::remove_dir_all(&home).expect("the folder was there");
    assert!(kept.ends_with("Note saved\n"), "{kept}");
    assert!(again.contains("\n1. John Lee, ask him\nEvent: High-Level "), "{again}");
    assert!(gone.ends_with("There are no bookmarks or marks yet.\n"), "{gone}");
    let mut command = zhegang();
    command.env("HOME", "/dev/null").args(["--linear", "--lang", "en"]);
    let homeless = typed_into(command, "bookmark\n");
    assert!(stdout(&homeless).contains("Bookmarked: High-Level"), "{}", stdout(&homeless));
    assert!(!stderr(&homeless).is_empty(), "what could not be kept is told");
}

/// What is typed there and what is answered, as the README tells it.
#[test]
fn the_session_in_the_readme_goes_as_told() {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once("<!-- linear -->\n```text\n").expect("a session");
    let (session, _) = rest.split_once("```").expect("its end");
    let lines = session.lines().filter_map(|line| line.strip_prefix("> "));
    let typed = typed(&["--lang", "en"], &lines.map(|line| line.to_owned() + "\n").collect::<String>());
    let told: String =
        session.lines().filter(|line| !line.starts_with("> ")).map(|line| line.to_owned() + "\n").collect();
    assert_eq!(stdout(&typed), told);
}

/// The program on a terminal that can only add text.
fn dumb() -> Terminal {
    let mut terminal = Terminal::run(&["sh", "-c", "TERM=dumb PROGRAM --lang en; echo code $?"]);
    terminal.wait_for("greeting", |terminal| count(&terminal.bytes, b"or help.") > 0);
    terminal
}

#[test]
fn a_dumb_terminal_gets_a_session_without_a_screen() {
    let mut terminal = dumb();
    terminal.keys("list people\r");
    terminal.wait_for("list", |terminal| count(&terminal.bytes, b"1. John Lee") > 0);
    terminal.keys("1x\x7f\r");
    terminal.wait_for("entry", |terminal| count(&terminal.bytes, b"Person: John Lee") > 0);
    terminal.keys("\x04");
    terminal.wait_for("end", |terminal| count(&terminal.bytes, b"code 0") > 0);
    assert_eq!(count(&terminal.bytes, b"\x1b"), 0);
}

#[test]
fn who_types_goes_on_where_the_last_session_was() {
    let command = "PROGRAM --linear --lang en; PROGRAM --linear --lang en; PROGRAM --linear --fresh --lang en";
    let mut terminal = Terminal::run(&["sh", "-c", command]);
    let sessions = |terminal: &Terminal| count(&terminal.bytes, b"or help.");
    terminal.wait_for("greeting", |terminal| sessions(terminal) == 1);
    terminal.keys("open person:john-lee\rquit\r");
    terminal.wait_for("second session", |terminal| sessions(terminal) == 2);
    terminal.keys("where\r");
    terminal.wait_for("place", |terminal| count(&terminal.bytes, b"\nperson:john-lee\r\n") == 1);
    assert_eq!(count(&terminal.bytes, b"Back where you were: John Lee\r\n"), 1);
    terminal.keys("\x04");
    terminal.wait_for("third session", |terminal| sessions(terminal) == 3);
    terminal.keys("where\rquit\r");
    terminal.wait_for("start", |terminal| count(&terminal.bytes, b"event:meeting") > 0);
    assert_eq!(terminal.ends().0, 0);
}

#[test]
fn where_the_output_of_a_dumb_terminal_goes_elsewhere_the_record_is_printed() {
    let mut terminal = Terminal::run(&["sh", "-c", "TERM=dumb PROGRAM | tail -1; TERM=dumb PROGRAM --plain; echo end"]);
    terminal.wait_for("end", |terminal| count(&terminal.bytes, b"end") > 0);
    assert!(count(&terminal.bytes, "10 / 51".as_bytes()) > 0);
}

#[test]
fn signals_end_it_as_they_end_any_program() {
    for keys in [Some("\x03"), None] {
        let mut terminal = Terminal::run(&["PROGRAM", "--linear", "--lang", "en"]);
        terminal.wait_for("greeting", |terminal| count(&terminal.bytes, b"or help.") > 0);
        match keys {
            Some(keys) => terminal.keys(keys),
            None => terminal.signal(Signal::TERM),
        }
        assert_ne!(terminal.ends().0, 0);
    }
}

#[test]
fn it_ends_with_its_terminal() {
    let mut terminal = Terminal::run(&["sh", "-c", "trap '' HUP; exec PROGRAM --linear --lang en"]);
    terminal.wait_for("greeting", |terminal| count(&terminal.bytes, b"or help.") > 0);
    let (_, nobody) = channel();
    drop(std::mem::replace(&mut terminal.output, nobody));
    terminal.keys("where\r");
    drop((terminal.keyboard.take(), terminal.master.take()));
    let (_, after) = terminal.ends();
    assert!(after < Duration::from_secs(3), "{after:?}");
}
