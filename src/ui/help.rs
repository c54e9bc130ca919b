//! The help over a session: the keys of the place where it was opened come first, and lines can be looked for.

use super::World;
use super::keymap::{HelpRow, Keymap, Keys, Scope};
use super::prompt::Prompt;
use super::state::{Overlay, State};
use super::words::Words;
use crate::data::Lang;
use crate::search::{Query, folded};

/// The help, open over a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    pub top: usize,
    /// Where it was opened.
    scope: Scope,
    /// What lay over the panes when it was opened, and lies there again after it.
    pub under: Box<Overlay>,
    pub prompt: Prompt,
    /// Whether the field takes the keys.
    pub is_typing: bool,
    /// The places in the key table of what was found; `None` where nothing is looked for.
    found: Option<Vec<usize>>,
}

impl Help {
    pub fn over(state: &State) -> Self {
        let (scope, under) = (Scope::of(state), Box::new(state.overlay.clone()));
        Self { top: 0, scope, under, prompt: Prompt::default(), is_typing: false, found: None }
    }

    /// Shows all lines again, without a field.
    pub fn clear(&mut self) {
        *self = Self { prompt: Prompt::default(), is_typing: false, found: None, top: 0, ..self.clone() };
    }

    /// Whether lines are looked for.
    pub fn is_narrowed(&self) -> bool {
        self.is_typing || self.found.is_some()
    }

    /// Looks for what stands in the field.
    pub fn look(&mut self, world: &World) {
        let query = Query::read(self.typed());
        let found = || world.commands().map_or_else(Vec::new, |commands| commands.find(&query));
        self.found = (!self.typed().is_empty()).then(found);
        self.top = 0;
    }

    /// The lines in columns; those that were found in one.
    pub fn columns<'a>(&self, keymap: &'a Keymap, cols: u16, lang: Lang) -> Vec<Vec<HelpRow<'a>>> {
        let Some(found) = &self.found else { return keymap.help(cols, self.scope) };
        let sections = keymap.help_sections(self.scope).into_iter().filter_map(|section| {
            let (heading, lines) = section.split_first()?;
            let lines: Vec<_> = lines.iter().filter(|row| self.is_found(keymap, found, row, lang)).copied().collect();
            (!lines.is_empty()).then(|| [vec![*heading], lines, vec![HelpRow::Blank]].concat())
        });
        vec![sections.flatten().collect()]
    }

    /// How many rows the longest column takes.
    pub fn rows(&self, keymap: &Keymap, cols: u16, lang: Lang) -> usize {
        self.columns(keymap, cols, lang).iter().map(Vec::len).max().unwrap_or(0)
    }

    fn typed(&self) -> &str {
        self.prompt.text().trim()
    }

    fn is_found(&self, keymap: &Keymap, found: &[usize], row: &HelpRow<'_>, lang: Lang) -> bool {
        let typed = self.typed();
        let is_key = |keys: &Keys| keys.shown() == typed || keys.to_string() == typed.to_ascii_lowercase();
        let words = Words::of(lang);
        match row {
            HelpRow::Key(binding) => found.contains(&keymap.place(binding)) || binding.keys.iter().any(is_key),
            HelpRow::OrderLine(line) => has(words.orders[*line], typed),
            HelpRow::SignsLine(line) => {
                words.search_signs[*line].iter().any(|(sign, meaning)| has(sign, typed) || has(meaning, typed))
            }
            HelpRow::Heading(_) | HelpRow::Order | HelpRow::Signs | HelpRow::Blank => false,
        }
    }
}

/// Whether a text has what was typed in it, in either script and any case.
fn has(text: &str, typed: &str) -> bool {
    let letters = |text: &str| folded(text).into_iter().map(|(letter, _)| letter).collect::<String>();
    letters(text).contains(&letters(typed))
}
