//! The table of keys in the README, made from the program's own.

use std::fmt::Write;

use zhegang::data::Lang;
use zhegang::ui::keymap::{Keymap, Keys, Scope};

/// What stands around the table in the README.
const MARKS: [&str; 2] = ["<!-- keys -->\n", "<!-- /keys -->"];

/// The table as Markdown: every key, grouped by where it holds.
pub fn table() -> String {
    let mut table = String::from("| keys | |\n| --- | --- |\n");
    for scope in Scope::ALL {
        heading(&mut table, place(scope));
        for binding in Keymap::default().of_scope(scope) {
            line(&mut table, &binding.keys, binding.words(Lang::En));
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

fn line(table: &mut String, keys: &[Keys], words: &str) {
    let keys: Vec<_> = keys.iter().map(|keys| format!("`{}`", keys.shown().replace('|', "\\|"))).collect();
    writeln!(table, "| {} | {words} |", keys.join(" ")).expect("a string takes every write");
}

const fn place(scope: Scope) -> &'static str {
    match scope {
        Scope::Everywhere => "Panes, reader and help",
        Scope::Panes => "In the panes",
        Scope::Reader => "In the reader",
        Scope::Hints => "Waiting for a letter",
        Scope::Search => "In the search over everything",
        Scope::Preview => "In the preview of a hit",
        Scope::Find => "In the search of the text",
        Scope::Field => "In a field",
        Scope::Unfit => "Where the terminal cannot show Chinese",
        Scope::Palette => "In the list of commands",
        Scope::Help => "In the help",
        Scope::HelpField => "In the field over the help",
        Scope::Bookmarks => "In the list of bookmarks",
        Scope::Note => "In the field of a note",
        Scope::Ask => "Answering a question",
        Scope::ByHand => "Over a text to be copied by hand",
        Scope::Code => "Over a QR code",
        Scope::Always => "Anywhere, also in a field",
    }
}
