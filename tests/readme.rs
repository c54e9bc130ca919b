//! What the README says is true: its keys, its commands, its pictures, its links, its numbers.

#[path = "../examples/screen/keys.rs"]
mod keys;
#[path = "../examples/screen/picture.rs"]
mod picture;
#[path = "support/shell.rs"]
mod shell;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use shell::zhegang;
use support::{Script, world};
use zhegang::ui::Effect;
use zhegang::ui::keymap::{Keymap, Scope};

const VERBS: [&str; 16] = [
    "open",
    "search",
    "list",
    "show",
    "timeline",
    "graph",
    "export",
    "check",
    "new",
    "fmt",
    "schema",
    "diff",
    "keys",
    "config",
    "completions",
    "man",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn file(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The lines of the README's blocks of commands.
fn commands() -> Vec<String> {
    let readme = file("README.md");
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).map(str::to_owned).collect()
}

fn help(verb: &[&str]) -> String {
    let output = zhegang().args(verb).arg("--help").output().expect("it runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_key_table_is_the_programs_own() {
    let readme = file("README.md");
    let renewed = keys::renewed(&readme).expect("marks around the keys");
    assert!(readme == renewed, "run `cargo run --example screen`, which puts this there:\n{}", keys::table());
}

#[test]
fn the_key_table_leaves_no_key_out() {
    let table = keys::table();
    let keymap = Keymap::default();
    let bindings: Vec<_> = Scope::ALL.into_iter().flat_map(|scope| keymap.of_scope(scope)).collect();
    for keys in bindings.iter().flat_map(|binding| &binding.keys) {
        assert!(table.contains(&format!("`{}`", keys.shown())), "{keys}");
    }
    assert_eq!(table.lines().filter(|line| line.starts_with("| `")).count(), bindings.len());
}

#[test]
fn the_two_commands_are_those_that_are_checked() {
    let (commands, ci) = (commands(), file(".ci/run"));
    let of_cargo: Vec<&String> = commands.iter().filter(|line| line.starts_with("cargo ")).collect();
    assert_eq!(of_cargo, ["cargo run --release", "cargo test"]);
    for command in of_cargo {
        let runs = |line: &str| line == command || line.starts_with(&format!("{command} | "));
        assert!(ci.lines().any(runs), ".ci/run does not run `{command}`");
    }
}

#[test]
fn the_readme_and_the_help_give_the_same_examples() {
    let (commands, help) = (commands(), help(&[]));
    let examples = help.lines().skip_while(|line| *line != "Examples:").skip(1).take_while(|line| !line.is_empty());
    let examples: Vec<&str> = examples.filter_map(|line| line.trim().split("  ").next()).collect();
    assert!(examples.len() > 3, "{help}");
    for example in &examples {
        assert!(commands.iter().any(|line| line == example), "the help has `{example}`, the README has not");
    }
    let options = VERBS.map(|verb| self::help(&[verb])).concat() + &help;
    let words = commands.iter().filter(|line| line.contains("zhegang")).flat_map(|line| line.split(' '));
    for option in words.filter(|word| word.starts_with("--")) {
        assert!(options.contains(&format!("{option} ")), "the README has {option}, the help has not");
    }
}

#[test]
fn the_commands_for_the_shell_run() {
    let folder = std::env::temp_dir().join(format!("zhegang-{}-readme", std::process::id()));
    fs::create_dir(&folder).expect("a folder");
    let commands = commands();
    let run = commands.iter().filter_map(|line| line.split(['|', '>']).next()?.strip_prefix("zhegang "));

    let run: Vec<Vec<&str>> =
        run.map(|line| line.split_whitespace().map(|word| word.trim_matches('\'')).collect()).collect();
    for verb in VERBS {
        assert!(run.iter().any(|words| words.first() == Some(&verb)), "the README does not show {verb}");
    }
    for words in run.iter().filter(|words| words.first().is_some_and(|verb| VERBS.contains(verb))) {
        let output = zhegang().args(words).current_dir(&folder).output();
        let output = output.expect("it runs");
        let expected = i32::from(words.first() == Some(&"diff") && !words.contains(&"--page"));
        assert!(output.status.code() == Some(expected) && output.stderr.is_empty(), "{words:?}");
        let writes = words.contains(&"--output") || words.contains(&"mine.json");
        assert!(!output.stdout.is_empty() || writes, "{words:?}");
    }
    let mut written: Vec<_> =
        fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    written.sort();
    fs::remove_dir_all(&folder).expect("the folder was there");
    assert_eq!(written, ["mine.json", "people.csv", "record.json"]);
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let readme = file("README.md");
    let linked = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let words = readme.split(|c: char| c == '`' || c.is_whitespace());
    let named = words.filter(|word| word.starts_with("src/") || word.starts_with("tests/"));
    let files: Vec<&str> = linked.chain(named).collect();
    assert!(files.len() > 8, "{files:?}");
    for file in files {
        assert!(root().join(file).exists(), "{file} is not there");
    }
}

#[test]
fn the_pictures_show_the_program_as_it_is() {
    for (name, svg) in picture::all() {
        assert!(file(&format!("assets/{name}")) == svg, "assets/{name} is old: run `cargo run --example screen`");
    }
}

#[test]
fn the_first_minute_goes_as_told() {
    let start = Script::open("80x24");
    let area = start.clone().keys("j").stands_at("共建「一帶一路」及商貿投資");
    let people = area.keys("3").stands_at("李家超");
    let person = people.keys("/ text:ljc enter").stands_at("李家超");
    assert!(person.state.view.in_reader);
    let link = person.keys("tab enter");
    assert_ne!(link.here(), "李家超");
    assert_eq!(link.keys("ctrl-o").stands_at("李家超").keys("q").effects, [Effect::Quit]);
}

#[test]
fn the_numbers_are_those_of_the_record() {
    let (readme, record) = (file("README.md"), &world().record);
    let named = record.projects.len();
    let stated = record.meta.stated.projects.expect("the sources give a number");
    for words in [
        format!("speak of {stated} projects; the texts that could be read name {named} of them"),
        format!("\"{named} / {stated}\""),
        format!("{stated} 個項目，現時只查到 {named} 個"),
    ] {
        assert!(readme.contains(&words), "README.md lacks: {words}");
    }
}

#[test]
fn the_settings_of_the_readme_hold() {
    let readme = file("README.md");
    let settings = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let config = shell::Temporary::new("readme.toml", settings.as_bytes());
    let run = |args: &[&str]| zhegang().args(args).args(["--config", config.path()]).output().expect("it runs");
    let told = run(&["config", "check"]);
    assert!(told.status.success(), "{}", shell::stdout(&told));
    let shown = shell::stdout(&run(&["config", "show"]));
    for line in settings.lines().filter(|line| !line.is_empty()) {
        let line = line.replace("= \"X\"", "= [\"X\"]").replace("= \"g t\"", "= [\"g t\"]");
        assert!(shown.contains(&line), "{line} is not in force: {shown}");
    }
}
