//! From a typed line to what it asks for.

use super::table::words;
use super::word::{Takes, Word};
use crate::data::{Kind, Lang};
use crate::search::{distance, folded, kind_named};
use crate::ui::words::Words;

/// As many words are told that may have been meant.
const MOST_MEANT: usize = 3;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// To go on.
    More,
    /// A choice of the last numbered list.
    Number(usize),
    /// A word and what stands behind it.
    Word(&'static Word, String),
    /// A kind by its name alone.
    Kind(Kind),
    /// What was typed begins the names of several words.
    Several(Vec<&'static Word>),
    /// A word with something behind it that takes nothing.
    TooMuch(&'static Word),
    /// No word; those that are near.
    Unknown(Vec<&'static Word>),
}

impl Asked {
    pub fn read(line: &str) -> Self {
        let line = line.trim();
        if line.is_empty() {
            return Self::More;
        }
        if let Some(word) = words().find(|word| word.typed().any(|name| name == line)) {
            return Self::Word(word, String::new());
        }
        if let Some(number) = number(line) {
            return Self::Number(number);
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if let Some(word) = named(first) {
            return Self::of(word, rest);
        }
        if let Some((word, rest)) = unspaced(line) {
            return Self::of(word, rest);
        }
        if let Some(kind) = kind(line) {
            return Self::Kind(kind);
        }
        let begun = begun(first);
        match begun.as_slice() {
            [] => Self::Unknown(near(first)),
            [word] => Self::of(word, rest),
            _ => Self::Several(begun),
        }
    }

    fn of(word: &'static Word, rest: &str) -> Self {
        match rest.trim() {
            rest if !rest.is_empty() && word.takes == Takes::Nothing => Self::TooMuch(word),
            rest => Self::Word(word, rest.to_owned()),
        }
    }
}

/// A text in the letters that are compared: of any width, case and script.
pub fn plain(text: &str) -> String {
    folded(text).into_iter().map(|(char, _)| char).collect()
}

/// A number of any width; one that is too large to be any choice is the largest.
pub fn number(typed: &str) -> Option<usize> {
    let digits = plain(typed);
    let is_number = !digits.is_empty() && digits.chars().all(|char| char.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

/// A kind by one of its names in any language, or by the beginning of one that no other kind has. Records are seldom
/// several, and other words begin as theirs does.
pub fn kind(typed: &str) -> Option<Kind> {
    let typed = plain(typed);
    let names = |kind: Kind| Lang::ALL.map(|lang| [Words::of(lang).kinds(kind), Words::of(lang).kind(kind)].map(plain));
    let having = |kinds: &[Kind], test: &dyn Fn(&String) -> bool| {
        let mut kinds = kinds.iter().copied().filter(|kind| names(*kind).as_flattened().iter().any(test));
        kinds.next().filter(|_| !typed.is_empty() && kinds.next().is_none())
    };
    let of_entries: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Volume).collect();
    kind_named(&typed)
        .or_else(|| having(&Kind::ALL, &|name| *name == typed))
        .or_else(|| having(&of_entries, &|name| name.starts_with(&typed)))
}

/// The word of a name: as it is written, else in any width, case and script.
pub fn named(typed: &str) -> Option<&'static Word> {
    let exact = words().find(|word| word.typed().any(|name| name == typed));
    let typed = plain(typed);
    exact.or_else(|| words().find(|word| !typed.is_empty() && word.typed().any(|name| plain(name) == typed)))
}

/// The words that have a name that begins so.
pub fn begun(typed: &str) -> Vec<&'static Word> {
    words().filter(|word| beginning(word, typed).is_some()).collect()
}

/// The first name of a word that begins so.
pub fn beginning(word: &Word, typed: &str) -> Option<&'static str> {
    let typed = plain(typed);
    word.typed().find(|name| !typed.is_empty() && plain(name).starts_with(&typed))
}

/// A word whose name needs no space behind it, as `/` or one in Chinese, and what follows it.
fn unspaced(line: &str) -> Option<(&'static Word, &str)> {
    let ends = line.char_indices().map(|(start, char)| start + char.len_utf8()).take(8);
    let splits = ends.filter_map(|end| line.split_at_checked(end)).filter(|(_, rest)| !rest.is_empty());
    let words = splits.filter_map(|(typed, rest)| {
        let typed = plain(typed);
        let needs_none = |name: &&str| !name.chars().all(|char| char.is_ascii_alphanumeric());
        let is = |word: &&Word| word.typed().filter(needs_none).any(|name| plain(name) == typed);
        words().find(is).filter(|word| word.takes != Takes::Nothing).map(|word| (word, rest))
    });
    words.last()
}

/// The words that may have been meant, nearest first.
fn near(typed: &str) -> Vec<&'static Word> {
    let typed: Vec<char> = plain(typed).chars().collect();
    let shares = |name: &str| name.chars().any(|char| !char.is_ascii() && typed.contains(&char)).then_some(usize::MAX);
    let far = |word: &&'static Word| {
        let names = word.typed().filter(|name| name.chars().count() > 1).map(plain);
        names.filter_map(|name| distance(&typed, &name).or_else(|| shares(&name))).min()
    };
    let mut near: Vec<(usize, &Word)> = words().filter_map(|word| Some((far(&word)?, word))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, word)| word).take(MOST_MEANT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> String {
        match Asked::read(line) {
            Asked::Word(word, rest) => format!("{} {rest}", word.name(Lang::En)).trim().to_owned(),
            other => format!("{other:?}").split(['(', '[']).next().unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn words_are_read_in_every_language_width_and_script() {
        for (line, meant) in [
            ("list people", "list people"),
            ("LIST  People ", "list People"),
            ("ｌｉｓｔ　ｐｅｏｐｌｅ", "list ｐｅｏｐｌｅ"),
            ("列出 人物", "list 人物"),
            ("列出人物", "list 人物"),
            ("搜尋科技", "search 科技"),
            ("搜寻 科技", "search 科技"),
            ("搜索 科技", "search 科技"),
            ("/科技", "search 科技"),
            ("／ 科技", "search 科技"),
            ("連結", "links"),
            ("链接", "links"),
            ("後退", "back"),
            ("后退", "back"),
            ("說明", "help"),
            ("说明", "help"),
            ("？", "help"),
            ("b", "back"),
            ("ba", "back"),
            ("n", "next"),
            ("N", "previous"),
            ("只看相關", "narrow"),
            ("下一個", "next"),
        ] {
            assert_eq!(name(line), meant, "{line}");
        }
        assert_eq!(Asked::read("１２"), Asked::Number(12));
        assert_eq!(Asked::read("99999999999999999999999"), Asked::Number(usize::MAX));
        assert_eq!(Asked::read("人物"), Asked::Kind(Kind::Person));
        assert_eq!(Asked::read("bodies"), Asked::Kind(Kind::Organisation));
        assert_eq!(Asked::read("\u{3000}"), Asked::More);
    }

    #[test]
    fn what_is_no_word_names_the_nearest() {
        for (line, nearest) in [("serach", "search"), ("timline", "timeline"), ("搜查", "search")] {
            let Asked::Unknown(near) = Asked::read(line) else { panic!("{line}") };
            assert_eq!(near.first().map(|word| word.name(Lang::En)), Some(nearest), "{line}");
        }
        assert_eq!(Asked::read("qqqq"), Asked::Unknown(Vec::new()));
        let Asked::Several(words) = Asked::read("re") else { panic!("several words begin so") };
        assert_eq!(
            words.iter().map(|word| word.name(Lang::En)).collect::<Vec<_>>(),
            ["read", "relations", "return", "remove"]
        );
    }

    #[test]
    fn no_name_belongs_to_two_words() {
        for (number, word) in words().enumerate() {
            for name in word.typed() {
                let of = words().position(|other| other.typed().any(|one| one == name));
                assert_eq!(of, Some(number), "{name}");
                let is_letter = name.chars().count() == 1;
                assert!(is_letter || named(name) == Some(word), "{name}");
            }
        }
    }
}
