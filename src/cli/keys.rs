//! The key table, for people and for programs.

use serde_json::{Value, json};

use crate::data::Lang;
use crate::text::{self, Ambiguous};
use crate::ui::keymap::{self, HelpRow, Scope};
use crate::ui::words::Words;

/// One column of help, with all scopes in it.
const NARROW: u16 = 0;

/// The keys under the names of their scopes, in the order of the help.
pub(super) fn lines(lang: Lang) -> String {
    let sections = sections();
    let shown = |keys: &[&str]| keys.iter().map(|keys| keymap::shown(keys)).collect::<Vec<_>>().join("  ");
    let widths = sections.iter().flat_map(|(_, bindings)| bindings);
    let cols = widths.map(|binding| text::width(&shown(binding.keys), Ambiguous::Narrow)).max().unwrap_or(0);
    let section = |(scope, bindings): &(Scope, Vec<&keymap::Binding>)| {
        let lines = bindings.iter().map(|binding| {
            let keys = text::pad_end(&shown(binding.keys), cols, Ambiguous::Narrow);
            format!("  {keys}  {}\n", binding.words(lang))
        });
        format!("{}\n{}", scope.heading(Words::of(lang)), lines.collect::<String>())
    };
    sections.iter().map(section).collect::<Vec<_>>().join("\n")
}

/// The same as one array.
pub(super) fn json(lang: Lang) -> String {
    let objects = sections().into_iter().flat_map(|(scope, bindings)| {
        bindings.into_iter().map(
            move |binding| json!({ "scope": scope_code(scope), "keys": binding.keys, "words": binding.words(lang) }),
        )
    });
    format!("{}\n", objects.collect::<Value>())
}

/// Every scope with its keys.
fn sections() -> Vec<(Scope, Vec<&'static keymap::Binding>)> {
    let mut sections: Vec<(Scope, Vec<_>)> = Vec::new();
    for row in keymap::help(NARROW).concat() {
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

const fn scope_code(scope: Scope) -> &'static str {
    match scope {
        Scope::Always => "always",
        Scope::Everywhere => "everywhere",
        Scope::Panes => "panes",
        Scope::Reader => "reader",
        Scope::Search => "search",
        Scope::Preview => "preview",
        Scope::Find => "find",
        Scope::Field => "field",
        Scope::Hints => "hints",
        Scope::Help => "help",
        Scope::Code => "code",
        Scope::Unfit => "unfit",
    }
}
