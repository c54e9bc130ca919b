//! A file that is edited while it is read: in a real terminal.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::Duration;

use pty::{Home, PROGRAM, Terminal};

const TWO: &str = r#"{"persons": [{"id": "a", "name": "甲一"}, {"id": "b", "name": "乙二"}]}"#;
const THREE: &str =
    r#"{"persons": [{"id": "c", "name": "丙三"}, {"id": "a", "name": "甲一"}, {"id": "b", "name": "乙二新"}]}"#;

/// Saves as editors do: another file takes the name.
fn save(file: &Path, source: &str) {
    let beside = file.with_extension("new");
    fs::write(&beside, source).unwrap();
    fs::rename(beside, file).unwrap();
}

fn watched(source: &str) -> (PathBuf, Terminal) {
    let home = Home::new();
    let file = home.path().join("record.json");
    save(&file, source);
    let named = file.to_str().unwrap().to_owned();
    (file, Terminal::open_in(&Rc::clone(&home), &["--ambiguous=narrow", "--lang", "zh-Hant", "--watch", &named]))
}

fn shows(terminal: &mut Terminal, text: &str) {
    terminal.wait_for(text, |terminal| terminal.screen.screen().contents().contains(text));
}

#[test]
fn each_version_that_is_saved_is_shown_and_a_bad_one_is_told() {
    let (file, mut terminal) = watched(TWO);
    terminal.keys("1j");
    shows(&mut terminal, "人物 › 乙二");
    save(&file, THREE);
    shows(&mut terminal, "檔案已更新");
    shows(&mut terminal, "丙三");
    terminal.keys("\x1b");
    shows(&mut terminal, "人物 › 乙二新");

    save(&file, "{\n  \"persons\": [}\n");
    shows(&mut terminal, "2:15 並非 JSON，仍顯示舊版本");
    terminal.keys("k");
    shows(&mut terminal, "人物 › 甲一");
    shows(&mut terminal, "舊版本");
    terminal.keys("E");
    shows(&mut terminal, "2:15 並非 JSON");
    terminal.keys("\x1b");
    shows(&mut terminal, "人物 › 甲一");

    fs::remove_file(&file).unwrap();
    shows(&mut terminal, "there is no such file");
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    shows(&mut terminal, "a pipe or a device");
    save(&file, r#"{"persons": []}"#);
    shows(&mut terminal, "新版本未能讀取");
    save(&file, r#"{"persons": [{"id": "a", "name": "甲壹"}, {"id": "q", "birth_date": "soon"}]}"#);
    shows(&mut terminal, "甲壹");
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
    let told = String::from_utf8_lossy(&terminal.bytes).into_owned();
    assert!(told.contains("record.json: line 1, column"), "the faults of the last version are told");
}

#[test]
fn nothing_is_sent_while_nothing_changes() {
    let (_file, mut terminal) = watched(TWO);
    shows(&mut terminal, "甲一");
    while let Ok(bytes) = terminal.output.recv_timeout(Duration::from_millis(300)) {
        terminal.take_in(&bytes);
    }
    assert!(terminal.output.recv_timeout(Duration::from_millis(2_500)).is_err(), "bytes without a reason");
}

#[test]
fn what_cannot_be_watched_is_told_in_a_sentence() {
    for (arguments, told) in [
        (&["--watch"][..], "name it"),
        (&["--watch", "-"], "standard input"),
        (&["--watch", "record.json", "search", "a"], "leave it out here"),
        (&["--watch", "--linear", "record.json"], "--linear"),
        (&["--watch", "data/record.json"], "needs a terminal"),
        (&["--watch", "/dev/null"], "a pipe or a device"),
    ] {
        let output = Command::new(PROGRAM).args(arguments).stdin(Stdio::null()).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        let code = if told.starts_with("a pipe") { 1 } else { 2 };
        assert!(output.status.code() == Some(code) && output.stdout.is_empty(), "{arguments:?}: {error}");
        assert!(error.lines().next().unwrap().contains(told), "{arguments:?}: {error}");
    }
}
