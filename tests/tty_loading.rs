//! A record that takes its time on a real terminal: what is read is shown, and the reading can be called off.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/pty.rs"]
mod pty;

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use pty::{Terminal, count};
use rustix::process::Signal;

/// A pipe with a name, which is gone when the test is over.
struct Pipe(PathBuf);

impl Pipe {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("zhegang-{}-{name}.json", std::process::id()));
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    fn name(&self) -> &str {
        self.0.file_name().unwrap().to_str().unwrap()
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

fn shows(terminal: &Terminal, text: &str) -> bool {
    terminal.screen.screen().contents().contains(text)
}

/// The program with a pipe in which nothing comes to an end, once it shows that it waits.
fn waiting(pipe: &Pipe, options: &[&str]) -> (Terminal, std::fs::File) {
    waiting_with(pipe, &[&[pipe.path()], options].concat())
}

fn waiting_with(pipe: &Pipe, arguments: &[&str]) -> (Terminal, std::fs::File) {
    let mut terminal = Terminal::run(&[&["PROGRAM"], arguments].concat());
    let mut writer = OpenOptions::new().write(true).open(&pipe.0).unwrap();
    writer.write_all(br#"{"persons": ["#).unwrap();
    terminal.wait_for("picture", |terminal| shows(terminal, "MiB"));
    (terminal, writer)
}

#[track_caller]
fn is_called_off(mut terminal: Terminal, pipe: &Pipe, code: u32) {
    assert_eq!(terminal.ends().0, code);
    terminal.assert_is_restored();
    let sentence = format!("zhegang: {}: reading it was cancelled", pipe.path());
    assert!(String::from_utf8_lossy(&terminal.bytes).contains(&sentence), "{}", terminal.screen.screen().contents());
}

#[test]
fn keys_call_a_reading_off() {
    for (keys, name) in [("\x1b", "esc"), ("q", "q"), ("\x03", "ctrl-c")] {
        let pipe = Pipe::new(name);
        let (mut terminal, _writer) = waiting(&pipe, &["--lang=en"]);
        for line in ["Reading", pipe.name(), "0.0 MiB", "Esc to cancel"] {
            assert!(shows(&terminal, line), "{line}:\n{}", terminal.screen.screen().contents());
        }
        // Keys that mean something later call nothing off.
        terminal.keys("j\x1b[B");
        terminal.keys(keys);
        is_called_off(terminal, &pipe, 130);
    }
}

#[test]
fn signals_call_a_reading_off() {
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129)] {
        let pipe = Pipe::new(&format!("signal-{code}"));
        let (terminal, _writer) = waiting(&pipe, &[]);
        terminal.signal(signal);
        is_called_off(terminal, &pipe, code);
    }
}

#[test]
fn what_was_waited_for_is_shown_on_the_terminal_that_was_taken() {
    let pipe = Pipe::new("whole");
    let (mut terminal, mut writer) = waiting(&pipe, &[]);
    writer.write_all(r#"{"id": "p", "name": "甲乙丙"}]}"#.as_bytes()).unwrap();
    drop(writer);
    terminal.wait_for("record", |terminal| shows(terminal, "甲乙丙") && !shows(terminal, "MiB"));
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
    assert_eq!(count(&terminal.bytes, b"\x1b[?1049h"), 1);
}

#[test]
fn what_is_wrong_is_told_once_the_terminal_is_given_back() {
    let pipe = Pipe::new("wrong");
    let (mut terminal, mut writer) = waiting(&pipe, &[]);
    writer.write_all(b"}").unwrap();
    drop(writer);
    assert_eq!(terminal.ends().0, 1);
    terminal.assert_is_restored();
    let after = terminal.bytes.windows(8).rposition(|bytes| bytes == b"\x1b[?1049l").unwrap();
    assert!(String::from_utf8_lossy(&terminal.bytes[after..]).contains("this is not JSON"));
}

#[test]
fn a_pipe_in_place_of_the_keyboard_is_waited_for_with_keys() {
    let mut terminal = Terminal::run(&["sh", "-c", "(printf '['; sleep 30) | PROGRAM - --lang=zh-Hant"]);
    terminal.wait_for("picture", |terminal| shows(terminal, "按 Esc 取消"));
    assert!(shows(&terminal, "正在讀取") && shows(&terminal, "標準輸入"));
    terminal.resize(40, 12);
    terminal.wait_for("picture", |terminal| count(&terminal.bytes, "按 Esc 取消".as_bytes()) > 1);
    terminal.keys("\x1b");
    terminal.wait_for("end", |terminal| String::from_utf8_lossy(&terminal.bytes).contains("reading it was cancelled"));
    terminal.assert_is_restored();
}

#[test]
fn what_is_there_at_once_shows_no_waiting() {
    let mut terminal = Terminal::open();
    assert!(!String::from_utf8_lossy(&terminal.bytes).contains("MiB"));
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
}

#[test]
fn what_is_typed_meanwhile_is_done_once_the_record_is_there() {
    let pipe = Pipe::new("typed");
    let (mut terminal, mut writer) = waiting(&pipe, &["--lang=zh-Hant", "--ambiguous=narrow"]);
    terminal.keys("1\x1b[B");
    writer.write_all(r#"{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}]}"#.as_bytes()).unwrap();
    drop(writer);
    terminal.wait_for("the second person", |terminal| shows(terminal, "人物 › 乙"));
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
fn both_files_of_a_page_of_changes_are_waited_for() {
    let record = Pipe::new("compared");
    let other = std::env::temp_dir().join(format!("zhegang-{}-other.json", std::process::id()));
    std::fs::write(&other, r#"{"persons": [{"id": "p", "name": "甲乙丙"}]}"#).unwrap();
    let file = other.to_str().unwrap();
    for pair in [[file, record.path()], [record.path(), file]] {
        let arguments = [&["--lang=en", "--ambiguous=narrow", "diff", "--page"][..], &pair].concat();
        let (mut terminal, writer) = waiting_with(&record, &arguments);
        for line in ["Reading", "json +1", "Esc to cancel"] {
            assert!(shows(&terminal, line), "{line}:\n{}", terminal.screen.screen().contents());
        }
        terminal.keys("\x1b");
        assert_eq!(terminal.ends().0, 130);
        drop(writer);
        terminal.assert_is_restored();
        let sentence = format!("zhegang: {}: reading it was cancelled", pair[0]);
        let told = String::from_utf8_lossy(&terminal.bytes);
        assert!(told.contains(&sentence), "{}", terminal.screen.screen().contents());

        let (mut terminal, mut writer) = waiting_with(&record, &arguments);
        writer.write_all(r#"{"id": "p", "name": "丁"}]}"#.as_bytes()).unwrap();
        drop(writer);
        terminal.wait_for("what changed", |terminal| shows(terminal, "Renamed") && !shows(terminal, "MiB"));
        terminal.keys("q");
        assert_eq!(terminal.ends().0, 0);
        terminal.assert_is_restored();
        assert_eq!(count(&terminal.bytes, b"\x1b[?1049h"), 1);
    }
    std::fs::remove_file(other).unwrap();
}
