//! The program on a real terminal: it takes it, gives it back, and ends when it is gone.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use zhegang::data::{BUNDLED, Lang, load};
use zhegang::term::{Colours, Session, tty};
use zhegang::text::{Ambiguous, neutral};
use zhegang::ui::{Options, Size, World};

const PROGRAM: &str = env!("CARGO_BIN_EXE_zhegang");
const DEADLINE: Duration = Duration::from_secs(10);

/// A terminal with the program in it.
struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    /// All that was written so far.
    bytes: Vec<u8>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// Starts a command with the program's path behind it.
    fn run(command: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let words = command.iter().map(|word| word.replace("PROGRAM", PROGRAM).into()).collect();
        let mut builder = CommandBuilder::from_argv(words);
        builder.env("TERM", "xterm-256color");
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
        }
    }

    /// The program alone, when its first frame is there.
    fn open() -> Self {
        let mut terminal = Self::run(&["PROGRAM"]);
        terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
        terminal
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.bytes.extend(bytes);
    }

    /// Reads until something holds.
    fn wait_for(&mut self, what: &str, mut holds: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !holds(self) {
            assert!(Instant::now() < deadline, "no {what}; the screen:\n{}", self.screen.screen().contents());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.take_in(&bytes);
            }
        }
    }

    fn keys(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    fn resize(&mut self, cols: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        let (rows, cols) = (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(cols).unwrap());
        self.screen.screen_mut().set_size(rows, cols);
    }

    /// How many whole frames were written.
    fn frames(&self) -> usize {
        count(&self.bytes, b"\x1b[?2026l") - count(&self.bytes, b"\x1b[?1049l")
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// The exit code, and the time until it was there.
    fn ends(&mut self) -> (u32, Duration) {
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

    fn assert_is_restored(&self) {
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

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

fn last(bytes: &[u8], part: &str) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part.as_bytes())
}

/// The fields of `/proc/PID/stat` from the state on.
#[cfg(target_os = "linux")]
fn stat(pid: Pid) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap();
    stat.rsplit_once(") ").unwrap().1.split(' ').map(str::to_owned).collect()
}

/// Hundredths of a second of work.
#[cfg(target_os = "linux")]
fn work(pid: Pid) -> u64 {
    stat(pid)[11..13].iter().map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

/// Whether a process handles a signal.
#[cfg(target_os = "linux")]
fn catches(pid: Pid, signal: Signal) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap().trim();
    u64::from_str_radix(caught, 16).unwrap() & 1 << (signal.as_raw() - 1) != 0
}

#[test]
fn quitting_gives_the_terminal_back_as_it_was() {
    let mut terminal = Terminal::run(&["sh", "-c", "stty -g; PROGRAM; echo code $?; stty -g; read line"]);
    terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
    let screen = terminal.screen.screen();
    assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    assert!(!screen.contents().trim().is_empty());
    terminal.keys("q");
    terminal.wait_for("shell", |terminal| terminal.screen.screen().contents().contains("code"));
    let modes = |terminal: &Terminal| {
        let contents = terminal.screen.screen().contents();
        contents.lines().filter(|line| line.contains(':')).map(str::to_owned).collect::<Vec<_>>()
    };
    terminal.wait_for("modes", |terminal| modes(terminal).len() == 2);
    terminal.assert_is_restored();
    assert!(terminal.screen.screen().contents().contains("code 0"));
    let modes = modes(&terminal);
    assert_eq!(modes[0], modes[1]);
}

const PANICS: &str = "ZHEGANG_TEST_PANICS_IN_A_FRAME";

/// Run again by the test below, in a terminal of its own: a world whose lists name what its record lost.
#[test]
fn a_frame_that_panics() {
    if std::env::var_os(PANICS).is_none() {
        return;
    }
    let mut world = World::new(load(BUNDLED.as_bytes(), neutral).unwrap()).unwrap();
    world.record.statements.clear();
    let size = Size { cols: 80, rows: 24 };
    let options = Options { size, lang: Lang::ZhHant, ambiguous: Ambiguous::Narrow };
    let ended = tty::run(Session::new(Arc::new(world), options, Colours::None));
    panic!("the frame was drawn: {ended:?}");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let this = std::env::current_exe().unwrap();
    let script = format!("{PANICS}=1 exec '{}' --exact a_frame_that_panics --nocapture", this.display());
    let mut terminal = Terminal::run(&["sh", "-c", &script]);
    terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
    terminal.keys("4]");
    assert_eq!(terminal.ends().0, 101);
    terminal.assert_is_restored();
    assert!(last(&terminal.bytes, "\x1b[?1049l") < last(&terminal.bytes, "panicked at"));
    assert!(count(&terminal.bytes, b"the frame was drawn") == 0);
}

#[test]
fn a_signal_to_end_gives_the_terminal_back_and_is_the_exit_code() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut terminal = Terminal::open();
        let raw = terminal.master.as_ref().unwrap().get_termios();
        terminal.signal(signal);
        assert_eq!(terminal.ends().0, code, "{signal:?}");
        terminal.assert_is_restored();
        assert_ne!(terminal.master.as_ref().unwrap().get_termios(), raw);
    }
}

#[test]
fn the_program_ends_with_its_terminal() {
    for command in [vec!["PROGRAM"], vec!["sh", "-c", "trap '' HUP; exec PROGRAM"]] {
        let mut terminal = Terminal::run(&command);
        terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
        // The reading thread has a descriptor of the terminal: it ends with the next byte that it can't hand on.
        let (_, nobody) = channel();
        drop(std::mem::replace(&mut terminal.output, nobody));
        terminal.keys("j");
        drop((terminal.keyboard.take(), terminal.master.take()));
        let (code, after) = terminal.ends();
        assert_eq!(code, 129, "{command:?}");
        assert!(after < Duration::from_secs(1), "{command:?} took {after:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_happens_while_nothing_is_typed() {
    let mut terminal = Terminal::open();
    // Whatever the first frames still bring.
    while let Ok(bytes) = terminal.output.recv_timeout(Duration::from_millis(200)) {
        terminal.take_in(&bytes);
    }
    let before = work(terminal.pid());
    assert!(terminal.output.recv_timeout(Duration::from_millis(300)).is_err(), "bytes without a reason");
    assert!(work(terminal.pid()) <= before + 1);
}

/// A shell with job control and the program as its job; the program's process.
#[cfg(target_os = "linux")]
fn job() -> (Terminal, Pid) {
    let script = "set -m; PROGRAM & fg >/dev/null; echo stopped $?; read line; fg >/dev/null; echo ended $?";
    let mut terminal = Terminal::run(&["bash", "-c", script]);
    terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
    let shell = terminal.pid().as_raw_nonzero();
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
    let job = children.split_whitespace().next().unwrap().parse().unwrap();
    (terminal, Pid::from_raw(job).unwrap())
}

#[test]
#[cfg(target_os = "linux")]
fn a_stopped_program_leaves_the_terminal_to_the_shell_and_comes_back() {
    for stop in ["\x1a", "signal"] {
        let (mut terminal, job) = job();
        let before = terminal.screen.screen().contents();
        match stop {
            "signal" => kill_process(job, Signal::TSTP).unwrap(),
            keys => terminal.keys(keys),
        }
        terminal.wait_for("stop", |_| stat(job)[0] == "T");
        terminal.wait_for("shell", |terminal| terminal.screen.screen().contents().contains("stopped"));
        terminal.assert_is_restored();
        terminal.keys("\r");
        terminal.wait_for("screen of before", |terminal| terminal.screen.screen().contents() == before);
        assert!(terminal.screen.screen().alternate_screen() && terminal.screen.screen().bracketed_paste());
        terminal.keys("q");
        terminal.wait_for("end", |terminal| terminal.screen.screen().contents().contains("ended 0"));
        terminal.assert_is_restored();
    }
}

#[test]
fn without_a_shell_there_is_nothing_to_stop_for() {
    let mut terminal = Terminal::open();
    terminal.keys("\x1a");
    terminal.signal(Signal::TSTP);
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
}

#[test]
fn the_last_size_of_a_storm_is_the_one_that_is_drawn() {
    let mut terminal = Terminal::open();
    for step in 1..100_u16 {
        terminal.resize(step, 100 - step);
    }
    terminal.resize(100, 30);
    let mut expected = Terminal::run(&["sh", "-c", "stty cols 100 rows 30; exec PROGRAM"]);
    expected.screen.screen_mut().set_size(NonZeroU16::new(30).unwrap(), NonZeroU16::new(100).unwrap());
    expected.wait_for("a first frame", |terminal| terminal.frames() > 0);
    let expected = expected.screen.screen().contents();
    terminal.wait_for("screen of 100x30", |terminal| terminal.screen.screen().contents() == expected);
}

#[test]
fn a_megabyte_of_paste_is_survived() {
    let mut terminal = Terminal::open();
    terminal.keys("\x1b[200~");
    for _ in 0..256 {
        terminal.keys(&"浙q".repeat(1024));
        while let Ok(bytes) = terminal.output.try_recv() {
            terminal.take_in(&bytes);
        }
    }
    terminal.keys("\x1b[201~");
    assert!(terminal.child.try_wait().unwrap().is_none(), "a pasted q quits nothing");
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_nothing_does_not_keep_the_program_from_ending() {
    // Nobody reads from this one, and a frame is more than it holds.
    let pair = native_pty_system().openpty(PtySize { rows: 200, cols: 400, ..PtySize::default() }).unwrap();
    let mut child = pair.slave.spawn_command(CommandBuilder::new(PROGRAM)).unwrap();
    let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
    let mut keyboard = pair.master.take_writer().unwrap();
    keyboard.write_all("j".repeat(50).as_bytes()).unwrap();
    let deadline = Instant::now() + DEADLINE;
    let mut is_asked = false;
    let status = loop {
        assert!(Instant::now() < deadline, "still there");
        if !is_asked && catches(pid, Signal::TERM) && stat(pid)[0] == "S" {
            kill_process(pid, Signal::TERM).unwrap();
            is_asked = true;
        }
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        thread::sleep(Duration::from_millis(10));
    };
    assert_eq!(status.exit_code(), 143);
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_a_file() {
    let mut terminal = Terminal::run(&["sh", "-c", "exec PROGRAM </dev/null"]);
    terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
fn a_dumb_terminal_gets_plain_text() {
    let mut terminal = Terminal::run(&["sh", "-c", "TERM=dumb PROGRAM; echo code $?"]);
    terminal.wait_for("end", |terminal| count(&terminal.bytes, b"code 0") > 0);
    assert_eq!(count(&terminal.bytes, b"\x1b"), 0);
    assert!(count(&terminal.bytes, "10 / 51".as_bytes()) > 0);
}

#[test]
fn a_variable_that_makes_no_sense_is_told() {
    let mut terminal = Terminal::run(&["sh", "-c", "ZHEGANG_AMBIGUOUS=two PROGRAM; echo code $?"]);
    terminal.wait_for("end", |terminal| count(&terminal.bytes, b"code 2") > 0);
    let told = terminal.screen.screen().contents();
    assert!(told.contains("ZHEGANG_AMBIGUOUS is \"two\"; set it to one of auto, narrow, wide, replace"), "{told}");
}
