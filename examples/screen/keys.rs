//! The table of keys in the README, made from the program's own.

use std::fmt::Write;

use zhegang::data::Lang;
use zhegang::ui::action::Edit;
use zhegang::ui::keymap::{self, Lookup, Scope, TABLE};
use zhegang::ui::{Action, Key};

/// What stands around the table in the README.
const MARKS: [&str; 2] = ["<!-- keys -->\n", "<!-- /keys -->"];

const SCOPES: [Scope; 8] = [
    Scope::Panes,
    Scope::Reader,
    Scope::Everywhere,
    Scope::Hints,
    Scope::Search,
    Scope::Find,
    Scope::Help,
    Scope::Always,
];

const EDITS: [Edit; 9] = [
    Edit::Left,
    Edit::Right,
    Edit::Start,
    Edit::End,
    Edit::DeleteBefore,
    Edit::DeleteAfter,
    Edit::DeleteWordBefore,
    Edit::DeleteToStart,
    Edit::DeleteToEnd,
];

/// The table as Markdown: every key, grouped by where it holds.
pub fn table() -> String {
    let mut table = String::from("| keys | |\n| --- | --- |\n");
    for scope in SCOPES {
        heading(&mut table, place(scope));
        for binding in TABLE.iter().filter(|binding| binding.scope == scope) {
            line(&mut table, binding.keys, binding.words(Lang::En));
        }
    }
    heading(&mut table, "In a field");
    for edit in EDITS {
        let names = names();
        let keys: Vec<&str> = names.iter().map(String::as_str).filter(|name| does(name, edit)).collect();
        line(&mut table, &keys, words(edit));
    }
    table
}

/// The README with the table as it should be. `None` if the marks around it are missing.
pub fn renewed(readme: &str) -> Option<String> {
    let [begin, end] = MARKS;
    let (before, rest) = readme.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some([before, begin, &table(), end, after].concat())
}

fn heading(table: &mut String, text: &str) {
    writeln!(table, "| **{text}** | |").expect("a string takes every write");
}

fn line(table: &mut String, keys: &[&str], words: &str) {
    let keys: Vec<_> = keys.iter().map(|keys| format!("`{}`", keymap::shown(keys).replace('|', "\\|"))).collect();
    writeln!(table, "| {} | {words} |", keys.join(" ")).expect("a string takes every write");
}

const fn place(scope: Scope) -> &'static str {
    match scope {
        Scope::Everywhere => "Panes, reader and help",
        Scope::Panes => "In the panes",
        Scope::Reader => "In the reader",
        Scope::Hints => "While links have letters",
        Scope::Search => "In the search over everything",
        Scope::Find => "In the search of the text",
        Scope::Help => "In the help",
        Scope::Always => "Anywhere, also in a field",
    }
}

const fn words(edit: Edit) -> &'static str {
    match edit {
        Edit::Left => "one character to the left",
        Edit::Right => "one character to the right",
        Edit::Start => "to the start",
        Edit::End => "to the end",
        Edit::DeleteBefore => "delete the character before",
        Edit::DeleteAfter => "delete the character after",
        Edit::DeleteWordBefore => "delete the word before",
        Edit::DeleteToStart => "delete to the start",
        Edit::DeleteToEnd => "delete to the end",
    }
}

/// Keys that may edit.
fn names() -> Vec<String> {
    let named = ["left", "right", "up", "down", "home", "end", "backspace", "delete", "insert", "pageup", "pagedown"];
    let of_letters = |prefix: &'static str| ('a'..='z').map(move |letter| format!("{prefix}-{letter}"));
    named.map(str::to_owned).into_iter().chain(of_letters("ctrl")).chain(of_letters("alt")).collect()
}

fn does(name: &str, edit: Edit) -> bool {
    Key::parse(name).is_some_and(|key| Scope::Search.lookup(&[key]) == Lookup::Found(Action::Edit(edit)))
}
