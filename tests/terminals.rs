//! The program in tmux and in GNU screen, driven by keys: what they show is what was drawn.
//!
//! Where one of them is not installed, its stories are left out, but not in CI.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod support;

#[path = "support/pty.rs"]
mod pty;

use std::cell::RefCell;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::rc::Rc;
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use pty::{Home, PROGRAM, Terminal};
use support::{Script, lines, world};
use zhegang::data::Lang;
use zhegang::text::{self, Ambiguous};

const DEADLINE: Duration = Duration::from_secs(20);

/// Whether a program is there. In CI it has to be.
#[expect(clippy::print_stdout, reason = "a story that is left out is told")]
fn has(program: &str) -> bool {
    let is_there =
        Command::new(program).arg("-V").output().is_ok() || Command::new(program).arg("--version").output().is_ok();
    assert!(is_there || env::var_os("CI").is_none(), "{program} is not installed; .ci/run installs it");
    if !is_there {
        println!("{program} is not installed: left out");
    }
    is_there
}

/// A terminal inside another program.
trait Multiplexer {
    /// Types keys: `enter`, `tab`, `ctrl-o`, or characters.
    fn keys(&self, keys: &str);
    /// The rows of its screen.
    fn rows(&self) -> Vec<String>;

    fn wait_for(&self, what: &str, holds: impl Fn(&[String]) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let rows = self.rows();
            if holds(&rows) {
                return;
            }
            assert!(Instant::now() < deadline, "no {what}:\n{}", rows.join("\n"));
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Types keys one after the other, here and in a session without a terminal, and waits for the same screens.
    fn follow(&self, script: Script, story: &[&str], is_same: impl Fn(&str, &str) -> bool) -> Script {
        story.iter().fold(script, |script, keys| {
            self.keys(keys);
            let name = if keys.len() > 1 && keys.is_ascii() { (*keys).to_owned() } else { format!("text:{keys}") };
            let script = script.keys(&name);
            let drawn = lines(&script.buffer());
            let shows = |rows: &[String]| {
                (0..drawn.len()).all(|row| is_same(&drawn[row], rows.get(row).map_or("", String::as_str)))
            };
            self.wait_for(&format!("screen after {keys:?}:\n{}\n", drawn.join("\n")), shows);
            script
        })
    }
}

/// From the start to a person, along a link to an agreement and back, to what a search finds, to the help.
const STORY: [&str; 11] = ["3", "enter", "tab", "enter", "ctrl-o", "/", "科", "技", "enter", "?", "esc"];

struct Tmux {
    socket: String,
    home: Rc<Home>,
}

impl Tmux {
    fn start(cols: &str, rows: &str) -> Self {
        let tmux = Self { socket: format!("zhegang-{}-{cols}", process::id()), home: Home::new() };
        tmux.run(&["-f", "/dev/null", "new-session", "-d", "-x", cols, "-y", rows, "env PS1='shell> ' sh"]);
        tmux.run(&["set-option", "-g", "status", "off"]);
        tmux.run(&["set-option", "-g", "escape-time", "0"]);
        tmux.run(&["resize-window", "-x", cols, "-y", rows]);
        tmux
    }

    fn run(&self, args: &[&str]) -> Output {
        let args = [&["-u", "-L", &self.socket], args].concat();
        let mut command = Command::new("tmux");
        command.args(args).env("LANG", "C.UTF-8").env_remove("TMUX").envs(self.home.variables()).output().unwrap()
    }
}

impl Multiplexer for Tmux {
    fn keys(&self, keys: &str) {
        match keys {
            "enter" => self.run(&["send-keys", "Enter"]),
            "tab" => self.run(&["send-keys", "Tab"]),
            "esc" => self.run(&["send-keys", "Escape"]),
            "ctrl-o" => self.run(&["send-keys", "C-o"]),
            text => self.run(&["send-keys", "-l", text]),
        };
    }

    fn rows(&self) -> Vec<String> {
        let screen = String::from_utf8(self.run(&["capture-pane", "-p"]).stdout).unwrap();
        screen.lines().map(|line| line.trim_end().to_owned()).collect()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn tmux_has_what_was_copied() {
    if !has("tmux") {
        return;
    }
    let tmux = Tmux::start("90", "24");
    tmux.keys(&format!("{PROGRAM} --lang zh-Hant"));
    tmux.keys("enter");
    tmux.wait_for("record", |rows| rows.first().is_some_and(|row| row.contains("浙港合作會議")));
    tmux.keys("3");
    tmux.keys("yy");
    tmux.wait_for("notice", |rows| rows.last().is_some_and(|row| row.contains("已請終端機及 tmux 複製名稱：李家超")));
    assert_eq!(String::from_utf8(tmux.run(&["show-buffer"]).stdout).unwrap(), "李家超");
    tmux.keys("q");
}

#[test]
fn tmux_shows_what_was_drawn_and_has_its_shell_back() {
    if !has("tmux") {
        return;
    }
    for (cols, rows) in [("120", "36"), ("80", "24")] {
        let tmux = Tmux::start(cols, rows);
        tmux.wait_for("shell", |rows| rows.iter().any(|row| row.contains("shell>")));
        tmux.keys("echo before");
        tmux.keys("enter");
        tmux.wait_for("echo", |rows| rows.iter().any(|row| row == "before"));
        tmux.keys(&format!("{PROGRAM} --lang zh-Hant"));
        let before = tmux.rows();
        tmux.keys("enter");
        let script = Script::open(&format!("{cols}x{rows}"));
        tmux.wait_for("record", |rows| rows.first().is_some_and(|row| row.contains("浙港合作會議")));
        tmux.follow(script, &STORY, |drawn, shown| drawn == shown);
        tmux.keys("q");
        tmux.wait_for("shell of before", |rows| rows.first() == before.first() && rows.get(1) == before.get(1));
        tmux.keys("echo code $?");
        tmux.keys("enter");
        tmux.wait_for("code", |rows| rows.iter().any(|row| row == "code 0"));
    }
}

/// GNU screen on a pseudo terminal of its own.
struct Screen {
    terminal: RefCell<Terminal>,
    folder: PathBuf,
}

impl Screen {
    fn start(locale: &str, ambiguous: &str) -> Self {
        let folder = env::temp_dir().join(format!("zhegang-screens-{}-{ambiguous}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, Permissions::from_mode(0o700)).unwrap();
        let variables = [
            format!("LC_ALL={locale}"),
            format!("SCREENDIR={}", folder.display()),
            format!("ZHEGANG_AMBIGUOUS={ambiguous}"),
        ];
        let command = [
            "env",
            &variables[0],
            &variables[1],
            &variables[2],
            "screen",
            "-U",
            "-c",
            "/dev/null",
            "-S",
            "story",
            "PROGRAM",
            "--lang",
            "zh-Hant",
        ];
        Self { terminal: RefCell::new(Terminal::run(&command)), folder }
    }

    /// The program ends, and screen with it.
    fn quits(self) {
        self.keys("q");
        let (code, _) = self.terminal.borrow_mut().ends();
        assert_eq!(code, 0);
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let mut command = Command::new("screen");
        command.args(["-S", "story", "-X", "quit"]).env("SCREENDIR", &self.folder).output().unwrap();
        fs::remove_dir_all(&self.folder).unwrap_or_default();
    }
}

impl Multiplexer for Screen {
    fn keys(&self, keys: &str) {
        self.terminal.borrow_mut().keys(match keys {
            "enter" => "\r",
            "tab" => "\t",
            "esc" => "\x1b",
            "ctrl-o" => "\x0f",
            text => text,
        });
    }

    fn rows(&self) -> Vec<String> {
        let mut terminal = self.terminal.borrow_mut();
        while let Ok(bytes) = terminal.output.try_recv() {
            terminal.take_in(&bytes);
        }
        let screen = terminal.screen.screen();
        screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned()).collect()
    }
}

/// Whether a locale is installed. In CI it has to be.
fn has_locale(name: &str) -> bool {
    let all = String::from_utf8_lossy(&Command::new("locale").arg("-a").output().unwrap().stdout)
        .to_lowercase()
        .replace('-', "");
    let is_there = all.lines().any(|line| line == name.to_lowercase().replace('-', ""));
    assert!(is_there || env::var_os("CI").is_none(), "there is no locale {name}; .ci/run makes it");
    is_there
}

#[test]
fn screen_shows_what_was_drawn() {
    if !has("screen") {
        return;
    }
    let screen = Screen::start("C.UTF-8", "auto");
    screen.wait_for("record", |rows| rows.first().is_some_and(|row| row.contains("浙港合作會議")));
    screen.follow(Script::open("80x24"), &STORY, |drawn, shown| drawn == shown);
    screen.quits();
}

/// In a Chinese locale screen takes ambiguous characters for wide, whatever the terminal around it does, and shifts what
/// stands behind them. Likenesses keep every row in its place.
#[test]
fn screen_in_a_chinese_locale_shifts_nothing_where_likenesses_are_drawn() {
    if !has("screen") || !has_locale("zh_TW.UTF-8") {
        return;
    }
    let screen = Screen::start("zh_TW.UTF-8", "replace");
    screen.wait_for("record", |rows| rows.first().is_some_and(|row| row.contains("浙港合作會議")));
    let script = Script::of(world(), "80x24", Lang::ZhHant, Ambiguous::Replace);
    let likeness = |row: &str| {
        let drawn = text::graphemes(row).map(|(_, grapheme)| text::drawn(grapheme, Ambiguous::Replace));
        drawn.collect::<String>()
    };
    let story = ["j", "j", "j", "enter", "tab", "enter", "ctrl-o", "esc", "4", "]", "j", "?", "esc"];
    screen.follow(script, &story, |drawn, shown| likeness(drawn) == shown);
    screen.quits();
}
