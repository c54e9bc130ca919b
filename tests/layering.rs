//! The rooms of the program: who may know whom, and what is kept out of all but the topmost.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first; those of one line do not know each other.
const LAYERS: [&[&str]; 7] =
    [&["data", "text"], &["search"], &["ui"], &["view"], &["term"], &["cli"], &["main", "lib"]];
/// What no layer below the terminal's edge may touch.
const OUTSIDE: [&str; 12] = [
    "static ",
    "thread_local",
    "std::env",
    "std::fs",
    "std::io",
    "std::process",
    "Instant::now",
    "SystemTime",
    "println!",
    "crossterm",
    "termina::",
    "rustix",
];
/// Crates that one room alone may name.
const ROOMS: [(&str, &str); 3] = [
    ("unicode_width", "text/width.rs"),
    ("fuzzy_matcher", "search/score.rs"),
    ("unicode_linebreak", "text/wrap/kinsoku.rs"),
];
const MOST_LINES: usize = 400;

fn level(layer: &str) -> usize {
    LAYERS.iter().position(|names| names.contains(&layer)).unwrap_or_else(|| panic!("{layer} is no layer"))
}

/// What a source breaks, as sentences. `path` is below `src`.
fn breaches(path: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let layer = path.split(['/', '.']).next().unwrap_or_default();
    let own = level(layer);
    let code: Vec<&str> = source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    for line in &code {
        for used in line.split("crate::").skip(1) {
            let used = used.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let is_layer = LAYERS.concat().contains(&used);
            if is_layer && used != layer && level(used) >= own {
                found.push(format!("{path}: {layer} uses {used}"));
            }
        }
        for word in OUTSIDE {
            // Classes of the format name each other in circles, which constants can't; they never change.
            let is_class = path.starts_with("data/format/") && line.contains(": Class =");
            let is_lifetime = line.contains(&format!("'{word}")) || is_class;
            if own < level("term") && line.contains(word) && !is_lifetime {
                found.push(format!("{path}: {word}"));
            }
        }
        for (name, room) in ROOMS {
            if line.contains(name) && path != room {
                found.push(format!("{path}: {name} belongs in {room}"));
            }
        }
    }
    if !source.starts_with("//!") {
        found.push(format!("{path}: does not begin by saying what it is"));
    }
    if source.lines().count() > MOST_LINES {
        found.push(format!("{path}: longer than {MOST_LINES} lines"));
    }
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

#[test]
fn every_file_stays_in_its_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&root);
    assert!(files.len() > 50);
    let found: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = file.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
            breaches(&path, &fs::read_to_string(file).expect("a source"))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn breaches_are_seen() {
    let rows = [
        ("data/model.rs", "//! A\nuse crate::ui::State;", 1),
        ("text/cut.rs", "//! A\nuse crate::data::Lang;", 1),
        ("view/row.rs", "//! A\nuse crate::term::Session;", 1),
        ("term/tty.rs", "//! A\nuse crate::ui::Key; use std::io;", 0),
        ("ui/state.rs", "//! A\nstatic COUNT: u8 = 0;", 1),
        ("data/model.rs", "//! A\nstatic PERSON: Class = Class {};", 1),
        ("data/format/classes.rs", "//! A\nstatic PERSON: Class = Class {};", 0),
        ("data/format/classes.rs", "//! A\nstatic COUNT: u8 = 0;", 1),
        ("ui/state.rs", "//! A\nfn a() -> &'static str { \"\" }", 0),
        ("search/query.rs", "//! A\nlet now = std::time::Instant::now();", 1),
        ("view/row.rs", "//! A\nuse unicode_width::UnicodeWidthStr;", 1),
        ("ui/key.rs", "use crate::data::Lang;", 1),
        ("ui/key.rs", "//! crate::view is only named here", 0),
    ];
    for (path, source, count) in rows {
        assert_eq!(breaches(path, source).len(), count, "{path}: {source}");
    }
}
