//! The key table, for people and for programs.

use serde_json::{Value, json};

use crate::data::Lang;
use crate::text::{self, Ambiguous};
use crate::ui::keymap::{Binding, HelpRow, Keymap, Scope};
use crate::ui::words::Words;

/// One column of help, with all scopes in it.
const NARROW: u16 = 0;

/// The keys under the names of their scopes, in the order of the help.
pub(super) fn lines(keymap: &Keymap, lang: Lang) -> String {
    let sections = sections(keymap);
    let shown = |binding: &Binding| binding.shown_keys(binding.keys.len());
    let widths = sections.iter().flat_map(|(_, bindings)| bindings);
    let cols = widths.map(|binding| text::width(&shown(binding), Ambiguous::Narrow)).max().unwrap_or(0);
    let section = |(scope, bindings): &(Scope, Vec<&Binding>)| {
        let lines = bindings.iter().map(|binding| {
            let keys = text::pad_end(&shown(binding), cols, Ambiguous::Narrow);
            format!("  {keys}  {}\n", binding.words(lang))
        });
        format!("{}\n{}", scope.heading(Words::of(lang)), lines.collect::<String>())
    };
    sections.iter().map(section).collect::<Vec<_>>().join("\n")
}

/// The same as one array.
pub(super) fn json(keymap: &Keymap, lang: Lang) -> String {
    let objects = sections(keymap).into_iter().flat_map(|(scope, bindings)| {
        bindings.into_iter().map(move |binding| {
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            json!({ "scope": scope.name(), "name": binding.name, "keys": keys, "words": binding.words(lang) })
        })
    });
    format!("{}\n", objects.collect::<Value>())
}

/// Every scope with its keys.
fn sections(keymap: &Keymap) -> Vec<(Scope, Vec<&Binding>)> {
    let mut sections: Vec<(Scope, Vec<_>)> = Vec::new();
    for row in keymap.help(NARROW, Scope::Panes).concat() {
        match row {
            HelpRow::Heading(scope) => sections.push((scope, Vec::new())),
            HelpRow::Key(binding) => {
                if let Some((_, bindings)) = sections.last_mut() {
                    bindings.push(binding);
                }
            }
            HelpRow::Order | HelpRow::OrderLine(_) | HelpRow::Signs | HelpRow::SignsLine(_) | HelpRow::Blank => {}
        }
    }
    sections
}
