//! Runs the program as a shell does.

#![allow(dead_code, reason = "every test file uses its own part of this")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

pub fn zhegang() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhegang"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "ZHEGANG_AMBIGUOUS", "ZHEGANG_CONFIG"] {
        command.env_remove(name);
    }
    // Nothing is read from the reader's own folders.
    command.env("HOME", "/nonexistent").env_remove("XDG_CONFIG_HOME").env_remove("XDG_STATE_HOME");
    command.stdin(Stdio::null());
    command
}

pub fn run(args: &[&str]) -> Output {
    zhegang().args(args).output().expect("it runs")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A file that is gone when the test is over.
pub struct Temporary(PathBuf);

impl Temporary {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        // Tests run side by side, and may call their files the same.
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("zhegang-{}-{number}-{name}", std::process::id()));
        std::fs::File::create(&path).and_then(|mut file| file.write_all(bytes)).expect("a temporary file");
        Self(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).expect("the file was there");
    }
}
