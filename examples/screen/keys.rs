//! The table of keys in the README, made from the program's own.

use std::fmt::Write;

use zhegang::data::Lang;
use zhegang::ui::keymap::{self, Scope, TABLE};

/// What stands around the table in the README.
const MARKS: [&str; 2] = ["<!-- keys -->\n", "<!-- /keys -->"];

const SCOPES: [Scope; 12] = [
    Scope::Panes,
    Scope::Reader,
    Scope::Everywhere,
    Scope::Hints,
    Scope::Search,
    Scope::Preview,
    Scope::Find,
    Scope::Help,
    Scope::Code,
    Scope::Always,
    Scope::Field,
    Scope::Unfit,
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
        Scope::Preview => "In the preview of a hit",
        Scope::Find => "In the search of the text",
        Scope::Field => "In a field",
        Scope::Unfit => "Where the terminal cannot show Chinese",
        Scope::Help => "In the help",
        Scope::Code => "Over a QR code",
        Scope::Always => "Anywhere, also in a field",
    }
}
