//! A reader's settings: what holds, where it comes from, what is wrong with it, and that a faulty file keeps nobody out.

#[path = "support/pty.rs"]
mod pty;
#[path = "support/shell.rs"]
mod shell;

use std::process::Output;

use pty::Terminal;
use serde_json::Value;
use shell::{Temporary, stderr, stdout, zhegang};

/// Runs the program with a text as its settings.
fn with(text: &str, args: &[&str]) -> Output {
    let file = Temporary::new("config.toml", text.as_bytes());
    zhegang().args(args).env("ZHEGANG_CONFIG", file.path()).output().expect("it runs")
}

/// What `config check` says of settings, without the name of the file; its exit code.
fn check(text: &str) -> (String, Option<i32>) {
    let output = with(text, &["config", "check"]);
    assert_eq!(stderr(&output), "", "{text}");
    let lines: Vec<String> = stdout(&output)
        .lines()
        .map(|line| line.rsplit_once("config.toml").map(|(_, rest)| rest.to_owned()).expect("the name of the file"))
        .collect();
    (lines.join("\n"), output.status.code())
}

#[test]
fn good_settings_have_no_fault() {
    for text in [
        "",
        "lang = \"en\"\nambiguous = \"narrow\"\ncolor = \"never\"\ntheme = \"light\"\nborders = \"line\"\nmouse = true\n",
        "[theme]\nbase = \"dark\"\ntext = { fg = \"white\", bg = \"#000000\" }\nkey = { fg = \"indexed 79\", underline = true }\n",
        "[keys.panes]\nmove-down = \"e\"\nnext-pane = [\"tab\", \"g p\"]\nnext-hit = []\n",
        "keys.panes.move-down = \"n\"\nkeys.panes.next-hit = \"j\"\n",
        "[keys.everywhere]\nquit = \"X\"\npane-1 = \"2\"\npane-2 = \"1\"\nstart-page = [\"0\", \"g h\"]\n",
        "[keys.search]\nopen = \"ctrl-y\"\n[keys.panes]\nopen = \"q\"\n",
    ] {
        assert_eq!(check(text), (": no fault".to_owned(), Some(0)), "{text}");
        let output = with(text, &["keys", "check"]);
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "{text}");
    }
}

#[test]
fn every_fault_is_told_with_its_place_and_what_to_do() {
    for (text, place, words) in [
        ("lange = \"en\"", ":1:1: ", "did you mean \"lang\"?"),
        ("lang = \"fr\"", ":1:8: ", "lang is \"fr\"; write one of \"zh-Hant\", \"zh-Hans\", \"en\""),
        ("lang = 3", ":1:8: ", "lang is a number"),
        ("theme = \"pink\"", ":1:9: ", "theme is \"pink\"; write one of \"terminal\", \"dark\""),
        ("theme = \"../x\"", ":1:9: ", "\"contrast\", \"plain\""),
        ("theme = 3", ":1:9: ", "theme is a number; write a name such as \"dark\", or a table [theme]"),
        ("[theme]\nbase = \"drak\"", ":2:8: ", "base is \"drak\"; write one of \"terminal\", \"dark\""),
        ("[theme]\nkeys = {}", ":2:1: ", "no role is called \"keys\"; did you mean \"key\"?"),
        ("[theme]\nkey = \"red\"", ":2:7: ", "key is \"red\"; write { fg = \"#5cc8bd\", bold = true }"),
        ("[theme]\nkey = { fg = \"pink\" }", ":2:14: ", "fg is \"pink\"; write \"#rrggbb\", \"indexed 30\""),
        ("[theme]\nkey = { bold = 1 }", ":2:16: ", "bold is a number; write true or false"),
        ("[theme]\nkey = { blink = true }", ":2:9: ", "no part of a role is called \"blink\""),
        ("[theme]\nbase = \"dark\"\nkey = { fg = \"#333333\" }", ":3:1: ", "key has a contrast of 1.4 to its ground"),
        ("theme.base = \"light\"\ntheme.quiet.faint = true", ":2:7: ", "quiet has a contrast of 2.9 to its ground"),
        ("borders = \"thick\"", ":1:11: ", "borders is \"thick\"; write one of \"none\", \"line\""),
        ("mouse = \"yes\"", ":1:9: ", "mouse is \"yes\"; write true or false, without quotes"),
        ("keys = 3", ":1:8: ", "write a table such as [keys.panes]"),
        ("[keys]\npanes = \"j\"", ":2:9: ", "write a table such as [keys.panes]"),
        ("[keys.pane]\nopen = \"x\"", ":1:7: ", "did you mean \"panes\"?"),
        ("[keys.panes]\n# 浙港\nmove-dwn = \"x\"", ":3:1: ", "did you mean \"move-down\"?"),
        ("[keys.panes]\ntimeline = \"x\"", ":2:1: ", "\"panes\" has no timeline; it is in everywhere"),
        ("[keys.panes]\nopen = 3", ":2:8: ", "open is a number; write \"j\""),
        ("[keys.panes]\nopen = [\"x\", 3]", ":2:14: ", "write it in quotes"),
        ("[keys.panes]\nopen = [\"港\", \"<CR>\"]", ":2:14: ", "no key is called \"<CR>\""),
        ("[keys.panes]\nopen = \"ctrl-i\"", ":2:8: ", "terminals send ctrl-i as tab"),
        ("[keys.panes]\nopen = \"ctrl-enter\"", ":2:8: ", "terminals send ctrl-enter as enter"),
        ("[keys.panes]\nopen = \"super-x\"", ":2:8: ", "terminals do not send super"),
        ("[keys.panes]\nopen = \"5\"", ":2:8: ", "begins a number"),
        ("[keys.search]\nopen = \"x\"", ":2:8: ", "is a character that is typed here"),
        ("[keys.panes]\nopen = \"j\"", ":2:8: ", "\"j\" is move-down in \"panes\""),
        ("[keys.panes]\nopen = [\"x\"]\nnext-tab = [\"c\", \"x\"]", ":3:18: ", "\"x\" is open in \"panes\""),
        ("[keys.everywhere]\nforward = \"g\"", ":2:11: ", "\"g\" would hide \"g g\", which is first"),
        ("[keys.reader]\nopen = \"y\"", ":2:8: ", "hide \"y y\", which is copy-name in \"everywhere\""),
        ("[keys.reader]\nopen = \"j x\"", ":2:8: ", "\"j x\" can't be typed in \"reader\", where \"j\" is move-down"),
        ("[keys.everywhere]\nquit = []\n[keys.always]\nquit = []", ":4:1: ", "no key would lead out of \"panes\""),
        ("[keys.code]\nquit = []\nleave = []\n[keys.always]\nquit = []", ":5:1: ", "lead out of"),
        // What a scope can do without is not blamed.
        (
            "[keys.everywhere]\nquit = []\n[keys.always]\nquit = []\n[keys.code]\nleave = []",
            ":4:1: ",
            "out of \"panes\"",
        ),
        ("lang = \"en", ":1:11: ", "write it as TOML"),
        ("open = \u{1b}[31m", ":1:8: ", "write it as TOML"),
    ] {
        let (told, code) = check(text);
        assert!(told.starts_with(place) && told.contains(words) && !told.contains('\n'), "{text:?}: {told}");
        assert!(!told.contains(char::is_control), "{told}");
        assert_eq!(code, Some(1));
    }
    let (told, _) = check("mouse = 1\nlange = 2\n[keys.panes]\nopen = \"j\"\ncolor = 3\n");
    assert_eq!(told.lines().count(), 4, "all at once, in the order of the file: {told}");
    assert!(told.lines().map(|line| line.get(1..2)).is_sorted(), "{told}");
    let latin = Temporary::new("latin.toml", b"lang = \"en\"\nmouse = \"\xe9\"");
    let output = zhegang().args(["config", "check", "--config", latin.path()]).output().expect("it runs");
    assert!(stdout(&output).contains("latin.toml:2:10: the file is not UTF-8"), "{}", stdout(&output));
}

#[test]
fn a_fault_leaves_the_rest_as_it_was_meant() {
    let text = "lang = \"en\"\nmouse = 3\n[keys.panes]\nmove-down = [\"e\", \"ctrl-m\"]\nopen = \"k\"\n";
    let output = with(text, &["keys"]);
    let is_down = |line: &str| line.split_whitespace().eq(["e", "down"]);
    assert!(stdout(&output).lines().any(is_down), "{}", stdout(&output));
    assert!(stdout(&output).contains("Enter  l  Right"), "open stays as it was");
    assert_eq!(stderr(&output).lines().count(), 3, "{}", stderr(&output));
    assert!(stderr(&output).contains("config.toml: line 2, column 9: mouse is a number"), "{}", stderr(&output));
    assert_eq!(output.status.code(), Some(0));
    let output = with(text, &["list", "people"]);
    assert!(stdout(&output).contains("John Lee"));
    assert_eq!((stderr(&output).lines().count(), output.status.code()), (3, Some(0)));
    let output = with(text, &["keys", "check", "--json"]);
    let faults: Vec<Value> = serde_json::from_str(&stdout(&output)).expect("an array");
    let places: Vec<(&Value, &Value)> = faults.iter().map(|fault| (&fault["line"], &fault["column"])).collect();
    assert_eq!(places, [(&4.into(), &19.into()), (&5.into(), &8.into())], "those of keys alone");
    assert_eq!((stderr(&output), output.status.code()), (String::new(), Some(1)));
}

#[test]
fn settings_come_from_where_they_are_said_first() {
    let show = |text: &str, args: &[&str], variables: &[(&str, &str)]| {
        let file = Temporary::new("origin.toml", text.as_bytes());
        let args = [&["config", "show", "--json", "--config", file.path()], args].concat();
        let output = zhegang().args(args).envs(variables.iter().copied()).output().expect("it runs");
        serde_json::from_str::<Value>(&stdout(&output)).expect("an object")["settings"].clone()
    };
    let said = |all: &Value, name: &str| format!("{} {}", all[name]["value"], all[name]["from"]).replace('"', "");
    let all = show("", &[], &[]);
    assert_eq!(
        ["lang", "ambiguous", "color", "mouse"].map(|name| said(&all, name)),
        ["zh-Hant default", "auto default", "auto default", "false default"]
    );
    let text = "lang = \"en\"\nambiguous = \"wide\"\ncolor = \"always\"\nmouse = true\n";
    let all = show(text, &[], &[("LANG", "zh_CN.UTF-8")]);
    assert_eq!(
        ["lang", "ambiguous", "color", "mouse"].map(|name| said(&all, name)),
        ["en line 1", "wide line 2", "always line 3", "true line 4"]
    );
    let all = show(text, &[], &[("NO_COLOR", "1"), ("ZHEGANG_AMBIGUOUS", "narrow")]);
    assert_eq!(said(&all, "color"), "never NO_COLOR");
    assert_eq!(said(&all, "ambiguous"), "narrow ZHEGANG_AMBIGUOUS");
    let all = show(text, &["--lang", "zh-Hans"], &[("NO_COLOR", "1")]);
    assert_eq!(said(&all, "lang"), "zh-Hans --lang");
    assert_eq!(said(&show("", &[], &[("LANG", "en_GB.UTF-8")]), "lang"), "en locale");
}

#[test]
fn what_is_in_force_is_a_file_that_says_the_same() {
    for text in [
        "[theme]\nbase = \"light\"\nkey = { fg = \"red\", bold = true }\nquiet = { fg = \"#444444\" }\n",
        "",
        "lang = \"en\"\n[keys.panes]\nmove-down = [\"e\", \"\\\\\", \"\\\"\"]\nnext-hit = []\n",
    ] {
        let shown = stdout(&with(text, &["config", "show"]));
        assert_eq!(check(&shown), (": no fault".to_owned(), Some(0)), "{shown}");
        let without_notes = |text: &str| -> Vec<String> {
            text.lines().skip(1).map(|line| line.split("  # ").next().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!(without_notes(&stdout(&with(&shown, &["config", "show"]))), without_notes(&shown));
        assert_eq!(shown.contains("next-hit = []  # line 4"), text.contains("next-hit"), "{shown}");
    }
}

#[test]
fn the_file_is_where_xdg_says_or_where_it_was_said() {
    let path = |variables: &[(&str, &str)], args: &[&str]| {
        let args = [&["config", "path"], args].concat();
        let output = zhegang().args(args).envs(variables.iter().copied()).output().expect("it runs");
        (stdout(&output), output.status.code())
    };
    assert_eq!(path(&[], &[]), ("/nonexistent/.config/zhegang/config.toml\n".to_owned(), Some(0)));
    let xdg = [("XDG_CONFIG_HOME", "/nonexistent/x")];
    assert_eq!(path(&xdg, &[]).0, "/nonexistent/x/zhegang/config.toml\n");
    let named = [("XDG_CONFIG_HOME", "/nonexistent/x"), ("ZHEGANG_CONFIG", "mine.toml")];
    assert_eq!(path(&named, &[]).0, "mine.toml\n");
    assert_eq!(path(&named, &["--config", "other.toml"]).0, "other.toml\n");
    let json: Value = serde_json::from_str(&path(&xdg, &["--json"]).0).expect("an object");
    assert_eq!(json["exists"], false);
    let homeless = zhegang().args(["config", "path"]).env_remove("HOME").output().expect("it runs");
    assert_eq!(homeless.status.code(), Some(1));
    assert!(stderr(&homeless).contains("set HOME"), "{}", stderr(&homeless));
    let missing = zhegang().args(["config", "check", "--config", "no-such.toml"]).output().expect("it runs");
    assert_eq!(missing.status.code(), Some(1), "a file that was named has to be there");
    let usual = zhegang().args(["config", "check"]).output().expect("it runs");
    assert_eq!(usual.status.code(), Some(0), "the usual one has not");
    let misuse = zhegang().args(["config", "chek"]).output().expect("it runs");
    assert_eq!(misuse.status.code(), Some(2));
    let endless = zhegang().args(["config", "check", "--config", "/dev/zero"]).output().expect("it runs");
    assert!(stdout(&endless).contains("too long"), "{}", stdout(&endless));
}

#[test]
fn a_session_has_the_readers_keys_and_says_what_is_wrong_with_them() {
    let text = "lang = \"en\"\nmouse = 3\n[keys.everywhere]\nquit = \"X\"\nsearch = \"ctrl-f\"\n";
    let file = Temporary::new("session.toml", text.as_bytes());
    let command = format!("PROGRAM --config {}; echo code $?", file.path());
    let mut terminal = Terminal::run(&["sh", "-c", &command]);
    terminal.wait_for("the notice", |terminal| {
        terminal.screen.screen().contents().contains("Faults in your settings: 2; zhegang config check lists them")
    });
    terminal.keys("j");
    terminal.wait_for("the footer", |terminal| terminal.screen.screen().contents().contains("X quit"));
    terminal.keys("X");
    terminal.wait_for("the end", |terminal| terminal.screen.screen().contents().contains("code 0"));
    let told = terminal.screen.screen().contents();
    assert!(told.contains("line 2, column 9: mouse is a number"), "{told}");
    assert!(told.replace('\n', "").contains("\"ctrl-f\" is page-down in \"everywhere\""), "{told}");
}

/// A folder with settings and a theme, gone when the test is over.
struct Home(std::path::PathBuf);

impl Home {
    fn new(name: &str, config: &str, theme: &str) -> Self {
        let home = std::env::temp_dir().join(format!("zhegang-{}-{name}", std::process::id()));
        let folder = home.join("zhegang");
        std::fs::create_dir_all(folder.join("themes")).expect("a folder");
        std::fs::write(folder.join("config.toml"), config).expect("settings");
        std::fs::write(folder.join("themes/mine.toml"), theme).expect("a theme");
        Self(home)
    }

    fn run(&self, args: &[&str]) -> Output {
        zhegang().args(args).env("XDG_CONFIG_HOME", &self.0).output().expect("it runs")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).expect("the folder was there");
    }
}

#[test]
fn a_theme_of_ones_own_is_a_file_beside_the_settings() {
    let good = "base = \"light\"\nkey = { fg = \"#702090\", bold = true }\n";
    let home = Home::new("theme", "theme = \"mine\"\n", good);
    let output = home.run(&["config", "check"]);
    assert!(stdout(&output).ends_with("config.toml: no fault\n"), "{}", stdout(&output));
    let shown = stdout(&home.run(&["config", "show"]));
    assert!(shown.contains("theme = \"mine\"  # line 1"), "{shown}");
    let command = format!(
        "TERM=xterm-256color COLORTERM=truecolor ZHEGANG_CONFIG= XDG_CONFIG_HOME={} PROGRAM",
        home.0.to_string_lossy()
    );
    let mut terminal = Terminal::run(&["sh", "-c", &command]);
    terminal.wait_for("the footer", |terminal| terminal.screen.screen().contents().contains("離開"));
    for code in ["38;2;112;32;144", "48;2;250;248;243"] {
        assert!(String::from_utf8_lossy(&terminal.bytes).contains(code), "{code}");
    }
    terminal.keys("CCCCCC");
    terminal.wait_for("the notice", |terminal| terminal.screen.screen().contents().contains("配色：自訂"));
    terminal.keys("q");
    assert_eq!(terminal.ends().0, 0);
}

#[test]
fn faults_of_a_theme_are_told_with_the_name_of_its_file() {
    let home = Home::new(
        "faulty-theme",
        "lang = 3\ntheme = \"mine\"\n",
        "quite = {}\nkey = { fg = \"#777777\", bg = \"#888888\" }\nlink = [\n",
    );
    let output = home.run(&["config", "check"]);
    let told = stdout(&output);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!((lines.len(), output.status.code()), (4, Some(1)), "{told}");
    assert!(lines[0].contains("config.toml:1:8: lang is a number"), "{told}");
    for (line, words) in lines[1..].iter().zip([
        "themes/mine.toml:1:1: no role is called \"quite\"; did you mean \"quiet\"?",
        "themes/mine.toml:2:1: key has a contrast of 1.3 to its ground",
        "themes/mine.toml:3:",
    ]) {
        assert!(line.contains(words), "{told}");
    }
    let output = home.run(&["list", "people"]);
    assert!(stdout(&output).contains("李家超") && stderr(&output).contains("themes/mine.toml: line 1, column 1: "));
    let output = home.run(&["--theme", "yours", "config", "show"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    let own = "contrast, plain, and your own in ";
    assert!(stderr(&output).contains(own) && stderr(&output).contains("themes/yours.toml"), "{}", stderr(&output));
}
