//! A large record on a real terminal: nothing waits for its index, and a key puts an end to counting.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/pty.rs"]
mod pty;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use pty::{Terminal, work};

const PEOPLE: usize = 300_000;

/// A file that is gone when the test is over.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str) -> Self {
        let mut source = String::from(r#"{"persons": [{"id": "p", "name": "甲子"}"#);
        for n in 0..PEOPLE {
            write!(source, r#",{{"id": "p/{n}", "name": "甲乙{n:06}"}}"#).unwrap();
        }
        source.push_str("]}");
        let path = std::env::temp_dir().join(format!("zhegang-{}-{name}.json", std::process::id()));
        std::fs::write(&path, source).unwrap();
        Self(path)
    }

    fn open(&self) -> Terminal {
        let mut terminal = Terminal::run(&["PROGRAM", "--ambiguous=narrow", self.0.to_str().unwrap()]);
        terminal.wait_for("the record", |terminal| shows(terminal, "人物"));
        terminal
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

fn shows(terminal: &Terminal, text: &str) -> bool {
    terminal.screen.screen().contents().contains(text)
}

#[test]
fn a_search_waits_for_the_index_and_nothing_else_does() {
    let file = Temporary::new("index");
    let mut terminal = file.open();
    terminal.keys("/甲");
    terminal.wait_for("index", |terminal| shows(terminal, "正在建立索引"));
    terminal.keys("乙");
    let mut told: Vec<u8> = Vec::new();
    terminal.wait_for("hits", |terminal| {
        let contents = terminal.screen.screen().contents();
        let percent = contents.split("正在建立索引 ").nth(1).and_then(|rest| rest.split('%').next());
        told.extend(percent.and_then(|percent| percent.trim().parse::<u8>().ok()));
        shows(terminal, "甲乙000000")
    });
    // How many of them are seen depends on the machine.
    assert!(told.is_sorted(), "{told:?} per cent were told");
    terminal.wait_for("counts", |terminal| shows(terminal, &format!("全部 {PEOPLE} ")));
    terminal.keys("\x15甲子");
    terminal.wait_for("hit", |terminal| shows(terminal, "全部 1 "));
    terminal.keys("\x03");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
fn quitting_does_not_wait_for_the_index() {
    let file = Temporary::new("quit");
    let mut terminal = file.open();
    terminal.keys("/甲");
    terminal.wait_for("index", |terminal| shows(terminal, "正在建立索引"));
    terminal.keys("\x03");
    let (code, after) = terminal.ends();
    assert_eq!(code, 0);
    assert!(after < Duration::from_millis(500), "it took {after:?}");
    terminal.assert_is_restored();
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_happens_while_nothing_is_typed() {
    let file = Temporary::new("idle");
    let mut terminal = file.open();
    terminal.keys("/甲");
    terminal.wait_for("counts", |terminal| shows(terminal, &format!("全部 {} ", PEOPLE + 1)));
    while let Ok(bytes) = terminal.output.recv_timeout(Duration::from_millis(300)) {
        terminal.take_in(&bytes);
    }
    let before = work(terminal.pid());
    assert!(terminal.output.recv_timeout(Duration::from_millis(500)).is_err(), "bytes without a reason");
    assert!(work(terminal.pid()) <= before + 1);
}
