//! What a notice says, in a line.

use super::World;
use super::action::Action;
use super::copy::What;
use super::keymap::{Keymap, Scope};
use super::page::Page;
use super::state::Notice;
use super::words::Words;
use crate::data::{Fault, Lang};

/// Why a version of the record's file can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is no record, for this fault.
    Fault(Box<Fault>),
    Failed(String),
}

impl Unread {
    /// What is told of it; the place first, which a narrow screen shows too.
    pub fn told(&self, words: &Words) -> String {
        match self {
            Self::Failed(why) => words.watching.unread.replacen("{}", why, 1),
            Self::Fault(fault) => {
                let what = words.faults_page.code(fault.code).map_or_else(String::new, |what| format!(" {what}"));
                let file = fault.file.as_deref().map_or_else(String::new, |file| format!("{file} "));
                let place = format!("{file}{}:{}{what}", fault.line, fault.column);
                words.watching.unread_at.replacen("{}", &place, 1).replacen("{}", &fault.message, 1)
            }
        }
    }
}

impl Notice {
    /// What is told of the faults of a record's file, if it has any.
    pub fn of_faults(world: &World, keymap: &Keymap) -> Option<Self> {
        let count = world.count_told();
        let key = || keymap.key_of(Scope::Everywhere, Action::Page(Page::Faults));
        (count > 0).then(|| Self::Faults { count, skipped: world.skipped, key: key() })
    }

    pub fn told(&self, world: &World, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::TmuxWithoutUtf8 => words.tmux_without_utf8.to_owned(),
            Self::NoEarlierPlace => words.no_earlier_place.to_owned(),
            Self::NoLaterPlace => words.no_later_place.to_owned(),
            Self::NoLinks => words.no_links.to_owned(),
            Self::NoAddress => words.no_address.to_owned(),
            Self::NoLinksInSight => words.no_links_in_sight.to_owned(),
            Self::NothingTied => words.nothing_tied.to_owned(),
            Self::NoHits => words.no_search.to_owned(),
            Self::AllShown => words.all_shown.to_owned(),
            Self::Wrapped => words.wrapped.to_owned(),
            Self::Narrowed(id, key) => {
                let name = world.record.entry(*id).name.shown(lang);
                let aside = if key.is_empty() { String::new() } else { words.shows_all.replace("{}", key) };
                words.narrowed.replacen("{}", &aside, 1).replacen("{}", name, 1)
            }
            Self::NotFound(text) => words.not_found.replace("{}", &words.inside_quotes(text)),
            Self::Mouse(true) => words.mouse.on.to_owned(),
            Self::Mouse(false) => words.mouse.off.to_owned(),
            Self::NotCompared => words.compare.given_up.to_owned(),
            Self::Comparing(id, key) => {
                let name = words.inside_quotes(world.record.entry(*id).name.shown(lang));
                words.compare.choose.replacen("{}", key, 1).replacen("{}", &name, 1)
            }
            Self::Kept(told) => told.told(words),
            Self::Theme(name) => words.themes.now.replace("{}", words.themes.name(*name)),
            Self::Faults { count, skipped, key } => {
                let by_key = (!key.is_empty()).then(|| words.faults_page.by_key.replacen("{}", key, 1));
                words.faults_told(*count, *skipped) + &by_key.unwrap_or_default()
            }
            Self::Hindered(hindrance) => hindrance.words(words.palette).to_owned(),
            Self::Reloaded(_, Some(faults)) => {
                words.watching.reloaded_with.replacen("{}", &faults.told(world, lang), 1)
            }
            Self::Reloaded(key, None) => {
                let by_key = (!key.is_empty()).then(|| words.changes.by_key.replacen("{}", key, 1));
                words.watching.reloaded.to_owned() + &by_key.unwrap_or_default()
            }
            Self::Unread(why) => why.told(words),
            Self::ConfigFaults(count) => words.config.faults.replace("{}", &count.to_string()),
            Self::Copied(what, text, tool) => {
                let chars = text.chars().filter(|char| !char.is_whitespace()).count();
                let told =
                    if *what == What::Text { words.chars.replace("{}", &chars.to_string()) } else { text.clone() };
                let says = tool.map(|tool| words.copying.given.replacen("{}", tool, 1));
                let says = says.unwrap_or_else(|| words.copying.asked.to_owned());
                says.replacen("{}", words.what(*what), 1).replacen("{}", &told, 1)
            }
        }
    }
}
