//! The program on a real terminal: it takes it, gives it back, and ends when it is gone.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/pty.rs"]
mod pty;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use pty::{DEADLINE, Home, PROGRAM, Terminal, catches, count, last, stat, work};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use zhegang::data::{BUNDLED, Lang, load};
use zhegang::term::{Colours, Session, tty};
use zhegang::text::{Ambiguous, neutral};
use zhegang::ui::{Options, Size, World};

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
    Arc::get_mut(&mut world.record).expect("nobody else has it").statements.clear();
    let size = Size { cols: 80, rows: 24 };
    let options = Options::new(size, Lang::ZhHant, Ambiguous::Narrow);
    let edge = tty::Edge { keeper: &mut (), watcher: None };
    let ended = tty::run(Session::new(Arc::new(world), options, Colours::None), tty::Clipboard::default(), edge, None);
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
        assert!(after < Duration::from_secs(3), "{command:?} took {after:?}");
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
    let pty = |terminal: &Terminal, cols, rows| {
        terminal.master.as_ref().unwrap().resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
    };
    for step in 1..100_u16 {
        terminal.resize(step, 100 - step);
        pty(&terminal, 0, 0);
        pty(&terminal, 1, 1);
    }
    terminal.resize(100, 30);
    let mut expected = Terminal::run(&["sh", "-c", "stty cols 100 rows 30; exec PROGRAM"]);
    expected.screen.screen_mut().set_size(NonZeroU16::new(30).unwrap(), NonZeroU16::new(100).unwrap());
    expected.wait_for("a first frame", |terminal| terminal.frames() > 0);
    let expected = expected.screen.screen().contents();
    terminal.wait_for("screen of 100x30", |terminal| terminal.screen.screen().contents() == expected);
}

/// Ten megabytes, a little at a time, while what is answered is read.
fn pour(terminal: &mut Terminal, text: &str) {
    for _ in 0..10 * 1024 * 1024 / (text.len() * 1024) {
        terminal.keys(&text.repeat(1024));
        while let Ok(bytes) = terminal.output.try_recv() {
            terminal.take_in(&bytes);
        }
    }
}

#[test]
fn ten_megabytes_of_paste_are_survived() {
    let mut terminal = Terminal::open();
    terminal.keys("\x1b[200~");
    pour(&mut terminal, "浙q");
    terminal.keys("\x1b[201~");
    assert!(terminal.child.try_wait().unwrap().is_none(), "a pasted q quits nothing");
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
fn ten_megabytes_of_typing_into_a_field_are_survived() {
    let mut terminal = Terminal::open();
    terminal.keys("/");
    pour(&mut terminal, "浙j");
    terminal.keys("\x03");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

#[test]
#[cfg(target_os = "linux")]
fn the_program_ends_with_its_parent_when_the_terminal_goes_too() {
    let mut terminal = Terminal::run(&["sh", "-c", "trap '' HUP; PROGRAM & echo pid $! >&2; wait"]);
    let pid = |terminal: &Terminal| {
        let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
        text.split("pid ").nth(1)?.split_whitespace().next()?.parse().ok().and_then(Pid::from_raw)
    };
    terminal.wait_for("process", |terminal| terminal.frames() > 0 && pid(terminal).is_some());
    let program = pid(&terminal).unwrap();
    kill_process(terminal.pid(), Signal::KILL).unwrap();
    let (_, nobody) = channel();
    drop(std::mem::replace(&mut terminal.output, nobody));
    // The reading thread has a descriptor of the terminal until a byte comes that it can't hand on.
    terminal.keys("j");
    drop((terminal.keyboard.take(), terminal.master.take()));
    let deadline = Instant::now() + DEADLINE;
    while test_kill_process(program).is_ok() && state(program) != Some('Z') {
        assert!(Instant::now() < deadline, "still there");
        thread::sleep(Duration::from_millis(10));
    }
}

/// The state of a process, if it is still there.
#[cfg(target_os = "linux")]
fn state(pid: Pid) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}

/// What a terminal answers late, after `q` was typed, is not left for the shell to read.
#[test]
fn an_answer_on_its_way_does_not_reach_the_shell() {
    let mut terminal = Terminal::run(&["sh", "-c", "PROGRAM; echo code $?; read line; echo \"line <$line>\""]);
    terminal.wait_for("a first frame", |terminal| terminal.frames() > 0);
    terminal.keys("q");
    thread::sleep(Duration::from_millis(50));
    terminal.keys("\x1b[2;3R\x1b[2;2R\x1b[?62;22c");
    terminal.wait_for("shell", |terminal| terminal.screen.screen().contents().contains("code 0"));
    terminal.assert_is_restored();
    terminal.keys("\r");
    terminal.wait_for("line", |terminal| terminal.screen.screen().contents().contains("line <"));
    assert!(terminal.screen.screen().contents().contains("line <>"), "{}", terminal.screen.screen().contents());
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_nothing_does_not_keep_the_program_from_ending() {
    // Nobody reads from this one, and a frame is more than it holds.
    let pair = native_pty_system().openpty(PtySize { rows: 200, cols: 400, ..PtySize::default() }).unwrap();
    let home = Home::new();
    let mut builder = CommandBuilder::new(PROGRAM);
    home.variables().into_iter().for_each(|(name, value)| builder.env(name, value));
    let mut child = pair.slave.spawn_command(builder).unwrap();
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
fn a_variable_that_makes_no_sense_is_told() {
    for (set, tells) in [
        ("ZHEGANG_AMBIGUOUS=two", "ZHEGANG_AMBIGUOUS is \"two\"; set it to one of auto, narrow, wide, replace"),
        ("ZHEGANG_BORDERS=thick", "ZHEGANG_BORDERS is \"thick\"; set it to one of none, line, or unset it"),
        ("ZHEGANG_THEME=pink", "no theme is called \"pink\"; there are terminal, dark, light, contrast, plain"),
    ] {
        let mut terminal = Terminal::run(&["sh", "-c", &format!("{set} PROGRAM; echo code $?")]);
        terminal.wait_for("end", |terminal| count(&terminal.bytes, b"code 2") > 0);
        let told = terminal.screen.screen().contents().replace('\n', "");
        assert!(told.contains(tells), "{told}");
    }
}

#[test]
fn a_theme_is_chosen_by_option_before_the_environment() {
    for (run, ground) in [
        ("ZHEGANG_THEME=light PROGRAM", "48;2;250;248;243"),
        ("ZHEGANG_THEME=light PROGRAM --theme dark", "48;2;22;25;29"),
    ] {
        let mut terminal = Terminal::run(&["sh", "-c", &format!("TERM=xterm-256color COLORTERM=truecolor {run}")]);
        terminal.wait_for("record", |terminal| terminal.screen.screen().contents().contains("浙港合作會議"));
        assert!(count(&terminal.bytes, ground.as_bytes()) > 0, "{run}");
        terminal.keys("q");
        assert_eq!(terminal.ends().0, 0);
        terminal.assert_is_restored();
    }
}

#[test]
fn the_console_of_linux_is_told_that_it_has_no_chinese() {
    let mut terminal = Terminal::run(&["sh", "-c", "TERM=linux PROGRAM"]);
    terminal.wait_for("page", |terminal| terminal.screen.screen().contents().contains("The Linux console"));
    terminal.keys("\r");
    terminal.wait_for("record", |terminal| terminal.screen.screen().contents().contains("浙港合作會議"));
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
    terminal.assert_is_restored();
}

/// Nobody reads while three hundred keys are typed one by one: what waits is what the terminal holds and one frame.
#[test]
fn a_terminal_that_is_slow_is_shown_the_newest_state() {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() }).unwrap();
    let home = Home::new();
    let mut builder = CommandBuilder::new(PROGRAM);
    builder.env("TERM", "xterm-256color");
    home.variables().into_iter().for_each(|(name, value)| builder.env(name, value));
    let mut child = pair.slave.spawn_command(builder).unwrap();
    let mut keyboard = pair.master.take_writer().unwrap();
    keyboard.write_all(b"3").unwrap();
    for keys in ["j", "k"].repeat(150).iter().chain(&["j", "j"]) {
        keyboard.write_all(keys.as_bytes()).unwrap();
        thread::sleep(Duration::from_millis(2));
    }
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            sender.send(buffer[..count].to_vec()).unwrap_or_default();
        }
    });
    let mut bytes = Vec::new();
    let mut screen = vt100::Parser::new(NonZeroU16::new(24).unwrap(), NonZeroU16::new(80).unwrap(), 0);
    while !screen.screen().contents().contains("› 周霽") {
        let newest = output.recv_timeout(DEADLINE).expect("the newest state");
        screen.process(&newest);
        bytes.extend(newest);
    }
    let frames = count(&bytes, b"\x1b[?2026l");
    assert!(frames < 60, "{frames} frames, {} bytes were waiting", bytes.len());
    child.kill().unwrap();
    child.wait().unwrap();
}
