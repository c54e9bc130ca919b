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

const ONE: &str = r#"{"persons": [{"id": "a", "name": "王五"}]}"#;

/// A folder with two records, watched.
fn watched_folder() -> (PathBuf, Rc<Home>, Terminal) {
    let home = Home::new();
    let folder = home.path().join("records");
    fs::create_dir(&folder).unwrap();
    save(&folder.join("a.json"), ONE);
    save(&folder.join("b.json"), TWO);
    let terminal = open_folder(&home, &folder);
    (folder, home, terminal)
}

fn open_folder(home: &Rc<Home>, folder: &Path) -> Terminal {
    let named = folder.to_str().unwrap();
    Terminal::open_in(home, &["--ambiguous=narrow", "--lang", "zh-Hant", "--watch", named])
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
fn a_file_of_a_folder_that_becomes_unreadable_leaves_the_old_version_and_one_that_is_removed_leaves() {
    let (folder, _home, mut terminal) = watched_folder();
    let (one, two, new) = (folder.join("a.json"), folder.join("b.json"), folder.join("c.json"));
    terminal.keys("2jj");
    shows(&mut terminal, "人物 › 乙二");
    save(&two, "{\n  \"persons\": [}\n");
    shows(&mut terminal, "b.json 2:15 並非 JSON，仍顯示舊版本");
    terminal.keys("k");
    shows(&mut terminal, "人物 › 甲一");
    save(&two, r#"{"persons": []}"#);
    shows(&mut terminal, "b.json: no entry");
    terminal.keys("j");
    shows(&mut terminal, "人物 › 乙二");
    save(&two, THREE);
    shows(&mut terminal, "乙二新");
    terminal.keys("k");
    shows(&mut terminal, "人物 › 甲一");

    save(&new, "{");
    shows(&mut terminal, "檔案已更新");
    terminal.keys("E");
    shows(&mut terminal, "c.json 1:");
    terminal.keys("\x1b");
    shows(&mut terminal, "人物 › 甲一");
    save(&new, ONE);
    shows(&mut terminal, "3 份記錄");
    save(&new, "{");
    shows(&mut terminal, "c.json 1:1 並非 JSON，仍顯示舊版本");

    fs::remove_file(&new).unwrap();
    shows(&mut terminal, "2 份記錄");
    fs::remove_file(&one).unwrap();
    terminal.keys("0");
    terminal.wait_for("one record", |terminal| {
        let screen = terminal.screen.screen().contents();
        !screen.contains("份記錄") && screen.contains("丙三") && !screen.contains("王五")
    });
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
fn bookmarks_of_a_folder_stay_as_files_come_and_go() {
    let (folder, home, mut terminal) = watched_folder();
    terminal.keys("2jjbb備忘\r");
    terminal.wait_for("備忘", |_| {
        fs::read_to_string(home.state().join("bookmarks.json")).is_ok_and(|kept| kept.contains("備忘"))
    });
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    fs::remove_file(folder.join("a.json")).unwrap();
    save(&folder.join("c.json"), ONE);
    let mut terminal = open_folder(&home, &folder);
    terminal.keys("B");
    shows(&mut terminal, "備忘");
    shows(&mut terminal, "乙二");
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
