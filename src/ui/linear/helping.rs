//! The help, made from the table of words.

use super::reading::{begun, named, plain};
use super::table::words;
use super::word::Word;
use super::{Turn, filled};
use crate::data::Lang;

impl Turn<'_> {
    /// Every word, or one.
    pub(super) fn help(&mut self, about: &str) {
        if about.is_empty() {
            let lines = words().map(|word| self.explained(word)).collect();
            self.tell_text(lines);
            return;
        }
        let words = named(about).map_or_else(|| begun(about), |word| vec![word]);
        if words.is_empty() {
            self.find_in_help(about);
            return;
        }
        for word in words {
            self.say(&self.explained(word));
            let mut also: Vec<&str> = Vec::new();
            for name in word.typed().filter(|name| !self.told_names(word).contains(name)) {
                also.extend((!also.contains(&name)).then_some(name));
            }
            self.say(&filled(self.words().linear.also, &[&also.join(self.words().linear.or)]));
        }
    }

    /// The words of which the help says something.
    fn find_in_help(&mut self, about: &str) {
        let wanted = plain(about);
        let lines = words().map(|word| self.explained(word));
        let lines: Vec<String> = lines.filter(|line| plain(line).contains(&wanted)).collect();
        if lines.is_empty() || wanted.is_empty() {
            self.say(&filled(self.words().linear.unknown, &[about]));
        } else {
            self.tell_text(lines);
        }
    }

    /// The names of words, one after the other.
    pub(super) fn names(&self, words: &[&'static Word]) -> String {
        let names: Vec<&str> = words.iter().map(|word| word.name(self.state().lang)).collect();
        names.join(self.words().linear.or)
    }

    /// What a word is called, in English too, what follows it, and what it does.
    fn explained(&self, word: &Word) -> String {
        let lang = self.state().lang;
        let mut names = self.told_names(word);
        names.extend(word.follows(lang));
        format!("{}{}{}", names.join(" "), self.words().linear.colon, word.words(lang))
    }

    /// The names by which a word is told.
    fn told_names(&self, word: &Word) -> Vec<&'static str> {
        let lang = self.state().lang;
        let english = (lang != Lang::En).then(|| word.name(Lang::En));
        [word.name(lang)].into_iter().chain(english).collect()
    }
}
