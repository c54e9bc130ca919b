//! What the README says is true: its keys, its commands, its pictures, its links.

#[path = "../examples/screen/picture.rs"]
mod picture;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use zhegang::data::Lang;
use zhegang::ui::keymap::{self, Scope, TABLE};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn file(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The key table as the README shows it.
fn keys() -> String {
    let scopes = [
        (Scope::Everywhere, "panes, reader and help"),
        (Scope::Panes, "panes"),
        (Scope::Reader, "reader"),
        (Scope::Search, "search"),
        (Scope::Find, "find in text"),
        (Scope::Always, "anywhere, also while typing"),
    ];
    let mut table = String::from("| where | keys | |\n| --- | --- | --- |\n");
    for (scope, place) in scopes {
        for binding in TABLE.iter().filter(|binding| binding.scope == scope) {
            let keys: Vec<_> = binding.keys.iter().map(|keys| format!("`{}`", keymap::shown(keys))).collect();
            let (keys, words) = (keys.join(" "), binding.words(Lang::En));
            writeln!(table, "| {place} | {keys} | {words} |").expect("a string takes any text");
        }
    }
    table
}

#[test]
fn the_key_table_is_the_programs_own() {
    let readme = file("README.md");
    let (_, rest) = readme.split_once("<!-- keys -->\n").expect("a mark before the keys");
    let (table, _) = rest.split_once("<!-- /keys -->").expect("a mark after the keys");
    assert_eq!(table.trim(), keys().trim(), "put this into README.md:\n{}", keys());
}

#[test]
fn the_two_commands_are_those_that_are_checked() {
    let (readme, ci) = (file("README.md"), file(".ci/run"));
    for command in ["cargo run --release", "cargo test"] {
        assert!(readme.lines().any(|line| line == command), "README.md lacks the line {command}");
        assert!(ci.lines().any(|line| line.starts_with(command)), ".ci/run lacks {command}");
    }
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let readme = file("README.md");
    for target in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(root().join(target).exists(), "{target} is not there");
    }
}

#[test]
fn the_pictures_show_the_program_as_it_is() {
    for (name, svg) in picture::all() {
        assert!(file(&format!("assets/{name}")) == svg, "assets/{name} is old: run `cargo run --example screen`");
    }
}
