//! What the program leaves for its next run: bookmarks, and where it was. In a real terminal, and only there.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::process::{Command, Stdio};
use std::rc::Rc;

use pty::{Home, PROGRAM, Terminal};
use rustix::process::Signal;

const OPTIONS: [&str; 3] = ["--ambiguous=narrow", "--lang", "zh-Hant"];

fn open(home: &Rc<Home>, more: &[&str]) -> Terminal {
    Terminal::open_in(home, &[&OPTIONS, more].concat())
}

fn shows(terminal: &mut Terminal, text: &str) {
    terminal.wait_for(text, |terminal| terminal.screen.screen().contents().contains(text));
}

fn bookmarks(home: &Home) -> String {
    fs::read_to_string(home.state().join("bookmarks.json")).unwrap()
}

/// 李家超 bookmarked with a note, and the session left there.
fn used() -> Rc<Home> {
    let home = Home::new();
    let mut terminal = open(&home, &[]);
    assert!(!home.state().exists(), "nothing is written before there is something to keep");
    terminal.keys("3bb備忘\rjrma");
    shows(&mut terminal, "已標記為 a");
    assert!(bookmarks(&home).contains("備忘"), "it is kept at once");
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    home
}

#[test]
fn bookmarks_and_marks_are_there_in_the_next_session() {
    let home = used();
    let mut terminal = open(&home, &["--fresh"]);
    terminal.keys("B");
    shows(&mut terminal, "備忘");
    terminal.keys("\x1b");
    shows(&mut terminal, "共建");
    terminal.keys("'a");
    shows(&mut terminal, "關係 › 王浩");
}

#[test]
fn the_next_session_goes_on_where_the_last_one_was() {
    let home = used();
    let mut terminal = open(&home, &[]);
    shows(&mut terminal, "已回到上次看的地方（按 0 到首頁）：王浩");
    terminal.keys("j");
    shows(&mut terminal, "關係 › 王浩");
    terminal.keys("0");
    shows(&mut terminal, "行程 › 浙港高層");
}

#[test]
fn a_signal_or_a_closed_terminal_leaves_the_place_too() {
    for signal in [Signal::TERM, Signal::HUP] {
        let home = Home::new();
        let mut terminal = open(&home, &[]);
        terminal.keys("3");
        shows(&mut terminal, "人物 › 李家超");
        terminal.signal(signal);
        terminal.ends();
        shows(&mut open(&home, &[]), "到首頁）：李家超");
    }
    let home = Home::new();
    let mut terminal = open(&home, &[]);
    terminal.keys("3");
    shows(&mut terminal, "人物 › 李家超");
    let (_, nobody) = std::sync::mpsc::channel();
    drop(std::mem::replace(&mut terminal.output, nobody));
    drop((terminal.keyboard.take(), terminal.master.take()));
    terminal.ends();
    shows(&mut open(&home, &[]), "已回到上次看的地方");
}

#[test]
fn a_note_that_is_being_typed_outlives_a_signal() {
    let home = Home::new();
    let mut terminal = open(&home, &[]);
    terminal.keys("3bbab");
    shows(&mut terminal, "筆記 › ab");
    terminal.signal(Signal::TERM);
    terminal.ends();
    assert!(bookmarks(&home).contains("\"ab\""), "{}", bookmarks(&home));
}

#[test]
fn fresh_and_an_address_lead_elsewhere_and_a_place_that_is_gone_nowhere() {
    let home = used();
    let mut terminal = open(&home, &["--fresh"]);
    terminal.keys("j");
    shows(&mut terminal, "範疇 › 共建");
    assert!(!terminal.screen.screen().contents().contains("回到上次"));
    terminal.signal(Signal::KILL);
    terminal.ends();
    let mut terminal = open(&home, &["open", "person:john-lee"]);
    shows(&mut terminal, "人物 › 李家超");
    assert!(!terminal.screen.screen().contents().contains("回到上次"));
    terminal.signal(Signal::KILL);
    terminal.ends();
    let places = home.state().join("places.json");
    let gone = fs::read_to_string(&places).unwrap().replace("person:wang-hao", "person:nobody");
    assert!(gone.contains("person:nobody"));
    fs::write(&places, gone).unwrap();
    let mut terminal = open(&home, &[]);
    terminal.keys("j");
    shows(&mut terminal, "範疇 › 共建");
}

#[test]
fn a_broken_file_is_told_and_set_aside() {
    let home = Home::new();
    fs::create_dir_all(home.state()).unwrap();
    fs::write(home.state().join("bookmarks.json"), b"{ my notes").unwrap();
    let mut terminal = open(&home, &[]);
    shows(&mut terminal, "書籤檔案無法讀取，已另存為 bookmarks.json.broken");
    terminal.keys("3b");
    shows(&mut terminal, "寫筆記）：李家超");
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(fs::read(home.state().join("bookmarks.json.broken")).unwrap(), b"{ my notes");
    assert!(bookmarks(&home).contains("person/john-lee"));
    let told = String::from_utf8_lossy(&terminal.bytes).into_owned();
    assert!(told.ends_with("bookmarks.json.broken\r\n"), "{:?}", told.lines().last());
}

#[test]
fn what_cannot_be_saved_is_told_and_the_session_goes_on() {
    let home = Home::new();
    fs::create_dir_all(home.path().join("state")).unwrap();
    fs::write(home.state(), b"a file in the way of the folder").unwrap();
    let mut terminal = open(&home, &[]);
    terminal.keys("3b");
    shows(&mut terminal, "書籤未能儲存，只保留到離開：");
    terminal.keys("jB");
    shows(&mut terminal, "人物  李家超");
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
    let told = String::from_utf8_lossy(&terminal.bytes).into_owned();
    assert!(
        told.ends_with("zhegang: bookmarks.json: changes that could not be saved: 1\r\n"),
        "{:?}",
        told.lines().last()
    );
}

#[test]
fn two_sessions_at_once_keep_the_bookmarks_of_both() {
    let home = Home::new();
    let (mut one, mut other) = (open(&home, &[]), open(&home, &[]));
    one.keys("3b");
    shows(&mut one, "寫筆記）：李家超");
    other.keys("3jb");
    shows(&mut other, "寫筆記）：王浩");
    other.keys("B");
    shows(&mut other, "人物  李家超");
    one.keys("mx");
    shows(&mut one, "已標記為 x");
    let file = bookmarks(&home);
    assert!(["person/john-lee", "person/wang-hao", "\"x\""].iter().all(|part| file.contains(part)), "{file}");
}

#[test]
fn without_a_terminal_nothing_is_read_or_written() {
    let home = Home::new();
    fs::create_dir_all(home.state()).unwrap();
    fs::write(home.state().join("bookmarks.json"), b"broken").unwrap();
    for args in [&["--plain"][..], &["show", "person/john-lee"], &["search", "ljc"], &["export", "--format", "json"]] {
        let mut command = Command::new(PROGRAM);
        command.env("HOME", home.path()).env("XDG_STATE_HOME", home.path().join("state"));
        let output = command.args(args).stdin(Stdio::null()).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
    }
    let files: Vec<_> = fs::read_dir(home.state()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["bookmarks.json"]);
}

#[test]
fn a_record_that_is_opened_at_what_changed_in_it_keeps_its_own() {
    let home = Home::new();
    let record = |name: &str, person: &str| {
        let path = home.path().join(name);
        fs::write(&path, format!(r#"{{"persons":[{{"id":"a","name":"{person}"}},{{"id":"b","name":"丙"}}]}}"#))
            .unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (old, new) = (record("old.json", "甲"), record("new.json", "乙"));
    let mut terminal = open(&home, &["diff", "--page", &old, &new]);
    shows(&mut terminal, "甲 -> 乙");
    terminal.keys("\rb");
    shows(&mut terminal, "已加書籤");
    terminal.keys("Dq");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
    let mut terminal = open(&home, &[&new]);
    shows(&mut terminal, "已回到上次看的地方");
    terminal.keys("B");
    shows(&mut terminal, "寫筆記");
    terminal.keys("\x1b");
    shows(&mut terminal, "沒有列明來源");
    terminal.keys("D");
    shows(&mut terminal, "沒有舊版可供比較");
    let mut terminal = open(&home, &["diff", "--page", &old, &new]);
    shows(&mut terminal, "甲 -> 乙");
}
