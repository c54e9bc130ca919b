//! A real pseudo terminal with a program in it.

#![allow(dead_code, reason = "every test file uses its own part of this")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_zhegang");
pub const DEADLINE: Duration = Duration::from_secs(10);

/// A terminal with the program in it.
pub struct Terminal {
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub keyboard: Option<Box<dyn Write + Send>>,
    pub output: Receiver<Vec<u8>>,
    /// All that was written so far.
    pub bytes: Vec<u8>,
    pub screen: vt100::Parser,
    pub child: Box<dyn Child + Send + Sync>,
    /// The folder of a reader who has never run the program.
    home: Rc<Home>,
}

/// A folder that is gone when the last terminal in it is.
#[derive(Debug)]
pub struct Home(PathBuf);

impl Home {
    pub fn new() -> Rc<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("zhegang-{}-home-{number}", std::process::id()));
        std::fs::create_dir(&path).unwrap();
        Rc::new(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What keeps a program in this folder: no settings and no place of whoever runs the tests.
    pub fn variables(&self) -> [(&'static str, PathBuf); 3] {
        [("ZHEGANG_CONFIG", "/dev/null".into()), ("HOME", self.0.clone()), ("XDG_STATE_HOME", self.0.join("state"))]
    }

    /// What sessions leave for the next one.
    pub fn state(&self) -> PathBuf {
        self.0.join("state/zhegang")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

impl Terminal {
    /// Starts a command with the program's path behind it.
    pub fn run(command: &[&str]) -> Self {
        Self::run_in(&Home::new(), command)
    }

    /// The same in a folder where the program may have been run before.
    pub fn run_in(home: &Rc<Home>, command: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let words = command.iter().map(|word| word.replace("PROGRAM", PROGRAM).into()).collect();
        let mut builder = CommandBuilder::from_argv(words);
        builder.env("TERM", "xterm-256color");
        home.variables().into_iter().for_each(|(name, value)| builder.env(name, value));
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        let (rows, cols) = (NonZeroU16::new(24).unwrap(), NonZeroU16::new(80).unwrap());
        Self {
            master: Some(pair.master),
            keyboard: Some(keyboard),
            output,
            bytes: Vec::new(),
            screen: vt100::Parser::new(rows, cols, 0),
            child,
            home: Rc::clone(home),
        }
    }

    /// The program alone, when its first frame is there.
    pub fn open() -> Self {
        Self::open_in(&Home::new(), &[])
    }

    pub fn open_in(home: &Rc<Home>, options: &[&str]) -> Self {
        let mut terminal = Self::run_in(home, &[&["PROGRAM"], options].concat());
        terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
        terminal
    }

    pub fn take_in(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.bytes.extend(bytes);
    }

    /// Reads until something holds.
    pub fn wait_for(&mut self, what: &str, mut holds: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !holds(self) {
            assert!(Instant::now() < deadline, "no {what}; the screen:\n{}", self.screen.screen().contents());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.take_in(&bytes);
            }
        }
    }

    pub fn keys(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        let (rows, cols) = (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(cols).unwrap());
        self.screen.screen_mut().set_size(rows, cols);
    }

    /// How many whole frames were written.
    pub fn frames(&self) -> usize {
        count(&self.bytes, b"\x1b[?2026l") - count(&self.bytes, b"\x1b[?1049l")
    }

    pub fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// The exit code, and the time until it was there.
    pub fn ends(&mut self) -> (u32, Duration) {
        let started = Instant::now();
        let mut code = None;
        self.wait_for("end", |terminal| {
            code = terminal.child.try_wait().unwrap().map(|status| status.exit_code());
            code.is_some()
        });
        let ended = started.elapsed();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
            self.take_in(&bytes);
        }
        (code.unwrap(), ended)
    }

    pub fn assert_is_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor());
        for (on, off) in [("\x1b[?7l", "\x1b[?7h"), ("\x1b[?2026h", "\x1b[?2026l"), ("\x1b[?1049h", "\x1b[?1049l")] {
            assert!(last(&self.bytes, on) < last(&self.bytes, off), "{on:?} was not taken back");
        }
        assert_eq!(count(&self.bytes, b"\x1b[?1049h"), count(&self.bytes, b"\x1b[?1049l"));
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().unwrap();
    }
}

pub fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

pub fn last(bytes: &[u8], part: &str) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part.as_bytes())
}

/// The fields of `/proc/PID/stat` from the state on.
#[cfg(target_os = "linux")]
pub fn stat(pid: Pid) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap();
    stat.rsplit_once(") ").unwrap().1.split(' ').map(str::to_owned).collect()
}

/// Hundredths of a second of work.
#[cfg(target_os = "linux")]
pub fn work(pid: Pid) -> u64 {
    stat(pid)[11..13].iter().map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

/// Whether a process handles a signal.
#[cfg(target_os = "linux")]
pub fn catches(pid: Pid, signal: Signal) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap().trim();
    u64::from_str_radix(caught, 16).unwrap() & 1 << (signal.as_raw() - 1) != 0
}
