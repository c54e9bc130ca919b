//! Which way what is copied goes, on a real terminal.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use pty::Terminal;

/// What a terminal is asked for John Lee.
const ASKED: &[u8] = b"\x1b]52;c;Sm9obiBMZWU=\x1b\\";
/// The variables that say where a clipboard is.
const WITHOUT: &str = "unset TMUX STY DISPLAY WAYLAND_DISPLAY SSH_CONNECTION";

/// The program where variables of the environment are set, at John Lee.
fn open(set: &str) -> Terminal {
    let mut terminal = Terminal::run(&["sh", "-c", &format!("{WITHOUT}; {set} exec PROGRAM --lang en open john-lee")]);
    terminal.wait_for("John Lee", |terminal| terminal.screen.screen().contents().contains("John Lee"));
    terminal
}

fn tells(terminal: &mut Terminal, words: &str) {
    terminal.wait_for(words, |terminal| terminal.screen.screen().contents().contains(words));
}

/// A folder with a program in it that keeps what it is given.
struct Folder(PathBuf);

impl Folder {
    fn new(program: &str, script: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("zhegang-{}-{program}-{}", std::process::id(), script.len()));
        fs::create_dir(&folder).unwrap();
        let file = folder.join(program);
        fs::write(&file, format!("#!/bin/sh\ncd '{}'\n{script}\n", folder.display())).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        Self(folder)
    }

    fn in_path(&self) -> String {
        format!("PATH='{}':\"$PATH\"", self.0.display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn the_terminal_alone_is_asked_where_there_is_nothing_else() {
    let mut terminal = open("");
    terminal.keys("yy");
    tells(&mut terminal, "Asked the terminal to copy the name: John Lee");
    assert_eq!(pty::count(&terminal.bytes, ASKED), 1);
    terminal.keys("q");
    terminal.ends();
}

#[test]
fn what_is_copied_right_before_the_end_is_sent() {
    let mut terminal = open("");
    terminal.keys("yyq");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(pty::count(&terminal.bytes, ASKED), 1);
    terminal.assert_is_restored();
}

#[test]
fn a_program_of_this_machine_is_given_it_too() {
    let folder = Folder::new("wl-copy", "cat > taken");
    let mut terminal = open(&format!("WAYLAND_DISPLAY=w {}", folder.in_path()));
    terminal.keys("yy");
    tells(&mut terminal, "Asked the terminal and wl-copy to copy the name: ");
    assert_eq!(fs::read_to_string(folder.0.join("taken")).unwrap(), "John Lee");
    terminal.keys("q");
    terminal.ends();
}

#[test]
fn a_program_that_fails_is_not_named() {
    let folder = Folder::new("wl-copy", "cat > taken; exit 1");
    let mut terminal = open(&format!("WAYLAND_DISPLAY=w {}", folder.in_path()));
    terminal.keys("yy");
    tells(&mut terminal, "Asked the terminal to copy the name: ");
    terminal.keys("q");
    terminal.ends();
}

#[test]
fn where_the_terminal_has_no_clipboard_the_text_stands_alone() {
    let mut terminal = open("TERM=vt220");
    terminal.keys("yl");
    tells(&mut terminal, "select with the mouse");
    let rows: Vec<String> = terminal.screen.screen().rows(0, 80).collect();
    assert_eq!(rows[0], "person:john-lee");
    assert!(rows[1..23].iter().all(|row| row.trim().is_empty()), "{rows:?}");
    assert!(!terminal.bytes.windows(4).any(|bytes| bytes == b"\x1b]52"));
    terminal.keys("q");
    terminal.ends();
}
