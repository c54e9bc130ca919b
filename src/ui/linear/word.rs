//! A word that can be typed where no screen is seen: what it is called, what it does, and which keys it stands for.

use crate::data::Lang;
use crate::ui::action::Action;

/// In Traditional Chinese, Simplified Chinese and English.
pub type Said = [&'static str; 3];

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    names: Said,
    /// What may be typed instead.
    pub also: &'static [&'static str],
    pub takes: Takes,
    pub does: Does,
    /// What keys do on a screen, and this word here; what it `does` as an action need not be named again.
    stands_for: &'static [Action],
    words: Said,
}

/// What follows a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    Maybe(Said),
    Something(Said),
}

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Just what a key does; what comes of it is told.
    Act(Action),
    Help,
    List,
    More,
    All,
    Choices,
    Read,
    Links,
    Tied,
    Open,
    Search,
    Hits,
    Kind,
    Queries,
    Find,
    /// To the next match or hit, or to the one before.
    Step {
        forward: bool,
    },
    Copy,
    Mark,
    Return,
    Bookmark,
    Bookmarks,
    Note,
    Remove,
    Address,
    Where,
    Language,
}

const fn at(lang: Lang) -> usize {
    match lang {
        Lang::ZhHant => 0,
        Lang::ZhHans => 1,
        Lang::En => 2,
    }
}

impl Word {
    pub const fn name(&self, lang: Lang) -> &'static str {
        self.names[at(lang)]
    }

    pub const fn words(&self, lang: Lang) -> &'static str {
        self.words[at(lang)]
    }

    /// What follows it, in words, if anything does.
    pub const fn follows(&self, lang: Lang) -> Option<&'static str> {
        match self.takes {
            Takes::Nothing => None,
            Takes::Maybe(said) | Takes::Something(said) => Some(said[at(lang)]),
        }
    }

    /// All that may be typed for it.
    pub fn typed(&self) -> impl Iterator<Item = &'static str> {
        self.names.into_iter().chain(self.also.iter().copied())
    }

    /// Whether it does here what a key does on a screen.
    pub fn stands_for(&self, action: Action) -> bool {
        self.does == Does::Act(action) || self.stands_for.contains(&action)
    }
}

pub(super) const fn word(
    names: Said,
    also: &'static [&'static str],
    takes: Takes,
    does: Does,
    stands_for: &'static [Action],
    words: Said,
) -> Word {
    Word { names, also, takes, does, stands_for, words }
}
