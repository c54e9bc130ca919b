//! What was typed, as a query.
//!
//! Words between spaces are all wanted, in any order. In front of a word `'` takes it as it stands, `^` wants it at the
//! beginning, `!` wants it nowhere; `$` behind it wants it at the end; `|` between two words wants one of them. Words
//! with a colon narrow: `kind:person` or `人物:` to a kind, `area:` to a policy area, `by:` to who spoke, signed or wrote,
//! `date:` to a date, `record:` to one of several records. Whatever can't be read so is taken as it stands, and an operator
//! alone wants nothing.

use std::ops::Range;

use super::fold::Folded;
use super::names::{self, FieldWord};
use crate::data::{Kind, Record};

/// A query. An entry must meet every group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// None of a blank query. An entry meets a group by one of its terms.
    pub groups: Vec<Vec<Term>>,
    /// Of several plain words and nothing else, all of them as one with the spaces between: `hong kong`, `li jia chao`.
    pub phrase: Option<Word>,
    /// Sounds that many people do not tell apart are taken for each other: `n` and `ng`, `z` and `zh`, `c` and `ch`, `s`
    /// and `sh`, `n` and `l`.
    pub slips: bool,
}

/// One word of a query and what is wanted of it: every part of it must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Wants the contrary.
    pub is_not: bool,
    pub within: Option<Within>,
    pub word: Option<Word>,
}

/// Among which entries to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    Kind(Kind),
    /// A policy area of this name or number, and what is tied to it.
    Area(Word),
    /// One of several records, by its name or a part of its title, and what is in it.
    Record(Word),
    /// What a person or an organisation of this name said, signed or wrote.
    By(Word),
    /// A date that begins so: `2025`, `2025-04`.
    Date(String),
}

/// A word as it is compared: one letter at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it was typed, without operators.
    pub typed: String,
    pub text: String,
    pub letters: Vec<char>,
    /// Taken as it stands: not by its sounds, not with gaps, not with a typo.
    pub is_exact: bool,
    /// Wanted at the beginning of a text, at its end.
    pub at_start: bool,
    pub at_end: bool,
}

impl Query {
    pub fn read(typed: &str) -> Self {
        let mut query = Self::default();
        let mut is_or = false;
        let mut words: Vec<&str> = Vec::new();
        let tokens = tokens(typed);
        for token in &tokens {
            if matches!(token.as_str(), "|" | "｜") {
                is_or = !query.groups.is_empty();
            } else if let Some(term) = Term::read(token) {
                words.push(token);
                match query.groups.last_mut().filter(|_| is_or) {
                    Some(group) => group.push(term),
                    None => query.groups.push(vec![term]),
                }
                is_or = false;
            }
        }
        let is_plain = query.groups.iter().all(|group| group.len() == 1 && group[0].is_plain());
        if is_plain && query.groups.len() > 1 {
            query.phrase = Word::read(&words.join(" "));
        }
        query
    }

    /// The same, with or without near sounds.
    pub fn with_slips(self, slips: bool) -> Self {
        Self { slips, ..self }
    }

    /// Whether nothing was asked for.
    pub fn is_blank(&self) -> bool {
        self.groups.is_empty()
    }

    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.groups.iter().flatten()
    }
}

impl Term {
    /// `None` of operators alone.
    fn read(token: &str) -> Option<Self> {
        let (is_not, rest) = match token.strip_prefix(['!', '！']) {
            Some(rest) => (true, rest),
            None => (false, token),
        };
        if let Some((within, rest)) = within(rest) {
            return Some(Self { is_not, within: Some(within), word: Word::read(rest) });
        }
        Word::read(rest).map(|word| Self { is_not, within: None, word: Some(word) })
    }

    fn is_plain(&self) -> bool {
        let is_plain = |word: &Word| !(word.is_exact || word.at_start || word.at_end);
        !self.is_not && self.within.is_none() && self.word.as_ref().is_some_and(is_plain)
    }
}

impl Word {
    /// A word with its operators. `None` if no letter is left.
    fn read(token: &str) -> Option<Self> {
        let (is_exact, rest) = match token.strip_prefix(['\'', '＇', '‘', '’']) {
            Some(rest) => (true, rest.strip_suffix(['\'', '＇', '‘', '’']).unwrap_or(rest)),
            None => (false, token),
        };
        let (at_start, rest) = match rest.strip_prefix(['^', '＾']) {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (at_end, typed) = match rest.strip_suffix(['$', '＄']) {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let word = Self { is_exact, at_start, at_end, ..Self::plain(typed) };
        (!word.letters.is_empty()).then_some(word)
    }

    /// A word without operators, which may have no letter.
    pub fn plain(typed: &str) -> Self {
        let text = Folded::of(typed).text;
        let letters = text.chars().collect();
        Self { typed: typed.to_owned(), text, letters, is_exact: false, at_start: false, at_end: false }
    }
}

/// The text with its last word completed, where it is the beginning of a word with a colon, or behind one of a kind or of
/// the name of one of several records.
pub fn completed(typed: &str, record: &Record) -> Option<String> {
    let last = tokens_at(typed).pop().filter(|token| token.end == typed.len())?;
    let token = typed.get(last.clone())?;
    let (lead, word) = match token.strip_prefix(['!', '！']) {
        Some(word) => (token.len() - word.len(), word),
        None => (0, token),
    };
    let completed = match names::split(word) {
        Some((name, rest)) if names::field(name) == Some(FieldWord::Kind) => {
            format!("{name}:{} ", names::complete_kind(rest)?)
        }
        Some((name, rest)) if names::field(name) == Some(FieldWord::OneKind(Kind::Volume)) => {
            let volumes = record.volumes.iter().map(|volume| volume.entry.key.as_str());
            format!("{name}:{} ", names::beginning(rest, volumes)?)
        }
        Some(_) => return None,
        None => format!("{}:", names::complete_field(word)?),
    };
    let kept = typed.get(..last.start + lead)?;
    Some(format!("{kept}{completed}")).filter(|completed| completed != typed)
}

/// What a word with a colon narrows to, and what is left of the token.
fn within(token: &str) -> Option<(Within, &str)> {
    let (name, rest) = names::split(token)?;
    let value = |rest: &str| Some(Word::plain(rest)).filter(|word| !word.letters.is_empty());
    match names::field(name)? {
        FieldWord::Kind => names::kind(rest).map(|kind| (Within::Kind(kind), "")),
        FieldWord::OneKind(Kind::PolicyArea) => match value(rest) {
            Some(word) => Some((Within::Area(word), "")),
            None => Some((Within::Kind(Kind::PolicyArea), rest)),
        },
        FieldWord::OneKind(Kind::Volume) => match value(rest) {
            Some(word) => Some((Within::Record(word), "")),
            None => Some((Within::Kind(Kind::Volume), rest)),
        },
        FieldWord::OneKind(kind) => Some((Within::Kind(kind), rest)),
        FieldWord::By => value(rest).map(|word| (Within::By(word), "")),
        FieldWord::Date => {
            let date = Folded::of(rest).text;
            (!date.is_empty()).then_some((Within::Date(date.to_ascii_uppercase()), ""))
        }
    }
}

/// The words between spaces; a space behind a backslash is part of its word.
fn tokens(typed: &str) -> Vec<String> {
    let token = |range: Range<usize>| typed.get(range).unwrap_or_default().replace("\\ ", " ");
    tokens_at(typed).into_iter().map(token).collect()
}

fn tokens_at(typed: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut before = ' ';
    for (at, c) in typed.char_indices() {
        let is_space = c.is_whitespace() && !(c == ' ' && before == '\\');
        match (is_space, start) {
            (true, Some(from)) => {
                tokens.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
        before = c;
    }
    tokens.extend(start.map(|from| from..typed.len()));
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(typed: &str) -> Vec<Vec<String>> {
        let term = |term: &Term| {
            let not = if term.is_not { "!" } else { "" };
            let within = term.within.as_ref().map_or(String::new(), |within| match within {
                Within::Kind(kind) => format!("<{kind:?}>"),
                Within::Area(word) => format!("<area {}>", word.text),
                Within::Record(word) => format!("<record {}>", word.text),
                Within::By(word) => format!("<by {}>", word.text),
                Within::Date(date) => format!("<date {date}>"),
            });
            let word = term.word.as_ref().map_or(String::new(), |word| {
                let sign = |is: bool, sign| if is { sign } else { "" };
                let (exact, start) = (sign(word.is_exact, "'"), sign(word.at_start, "^"));
                format!("{exact}{start}{}{}", word.text, sign(word.at_end, "$"))
            });
            format!("{not}{within}{word}")
        };
        Query::read(typed).groups.iter().map(|group| group.iter().map(term).collect()).collect()
    }

    #[test]
    fn words_stand_between_spaces_of_any_width() {
        let table: [(&str, &[&str]); 6] = [
            ("", &[]),
            (" \u{3000}\t", &[]),
            ("「」", &[]),
            ("LJC", &["ljc"]),
            ("青年\u{3000}備忘錄", &["青年", "备忘录"]),
            (" 李家超  speech ", &["李家超", "speech"]),
        ];
        for (typed, words) in table {
            let query = Query::read(typed);
            let read: Vec<String> = query.terms().filter_map(|term| Some(term.word.as_ref()?.text.clone())).collect();
            assert_eq!(read, words, "{typed}");
            assert_eq!(query.phrase.is_some(), words.len() > 1, "{typed}");
        }
    }

    #[test]
    fn operators_are_those_that_people_know() {
        let table: [(&str, &[&[&str]]); 14] = [
            ("'exact", &[&["'exact"]]),
            ("'whole'", &[&["'whole"]]),
            ("^共同", &[&["^共同"]]),
            ("意向書$", &[&["意向书$"]]),
            ("^a$", &[&["^a$"]]),
            ("!金融", &[&["!金融"]]),
            ("!^a !b$", &[&["!^a"], &["!b$"]]),
            ("a | b c", &[&["a", "b"], &["c"]]),
            ("a ｜ b | c", &[&["a", "b", "c"]]),
            ("| a | | b |", &[&["a", "b"]]),
            ("a|b", &[&["a|b"]]),
            ("！金融 ＾a", &[&["!金融"], &["^a"]]),
            ("hong\\ kong", &[&["hong kong"]]),
            ("US$100", &[&["us$100"]]),
        ];
        for (typed, groups) in table {
            assert_eq!(texts(typed), groups, "{typed}");
        }
    }

    #[test]
    fn near_sounds_are_asked_for_apart() {
        assert!(!Query::read("ljc").slips);
        assert_eq!(Query::read("ljc").with_slips(true), Query { slips: true, ..Query::read("ljc") });
    }

    #[test]
    fn a_lone_operator_asks_for_nothing_yet() {
        for typed in ["!", "'", "^", "$", "^$", "|", "!'", "！"] {
            assert!(Query::read(typed).is_blank(), "{typed}");
            assert_eq!(texts(&format!("金融 {typed}")), [["金融"]], "{typed}");
        }
    }

    #[test]
    fn words_with_a_colon_narrow_and_unknown_ones_are_words() {
        let table: [(&str, &[&[&str]]); 20] = [
            ("kind:person", &[&["<Person>"]]),
            ("KIND:People", &[&["<Person>"]]),
            ("kind:人物", &[&["<Person>"]]),
            ("人物:", &[&["<Person>"]]),
            ("人物：李", &[&["<Person>李"]]),
            ("机构:", &[&["<Organisation>"]]),
            ("!人物:", &[&["!<Person>"]]),
            ("area:科技", &[&["<area 科技>"]]),
            ("範疇:科技", &[&["<area 科技>"]]),
            ("area:", &[&["<PolicyArea>"]]),
            ("record:2024-Council", &[&["<record 2024-council>"]]),
            ("记录:市議會", &[&["<record 市议会>"]]),
            ("!記錄：a", &[&["!<record a>"]]),
            ("record:", &[&["<Volume>"]]),
            ("by:ljc", &[&["<by ljc>"]]),
            ("date:2025-04", &[&["<date 2025-04>"]]),
            ("日期:2025-h2", &[&["<date 2025-H2>"]]),
            ("kind:", &[&["kind:"]]),
            ("kind:xyz", &[&["kind:xyz"]]),
            ("http://x", &[&["http://x"]]),
        ];
        for (typed, groups) in table {
            assert_eq!(texts(typed), groups, "{typed}");
        }
    }

    #[test]
    fn kinds_and_words_with_a_colon_are_completed() {
        for (typed, whole) in [
            ("ki", Some("kind:")),
            ("kind:pe", Some("kind:person ")),
            ("金融 !kind:ag", Some("金融 !kind:agreement ")),
            ("kind:人", Some("kind:人物 ")),
            ("人", Some("人物:")),
            ("机", Some("机构:")),
            ("機", Some("機構:")),
            ("項", Some("項目:")),
            ("项", Some("项目:")),
            ("来", Some("来源:")),
            ("类", Some("类别:")),
            ("发言", Some("发言:")),
            ("发言人", Some("发言人:")),
            ("kind:地点", Some("kind:地点 ")),
            ("kind:范", Some("kind:范畴 ")),
            ("PEO", Some("people:")),
            ("日", Some("日期:")),
            ("kind:person", Some("kind:person ")),
            ("kind:x", None),
            ("ki ", None),
            ("", None),
            ("zzz", None),
            ("rec", Some("record:")),
            ("记", Some("记录:")),
            ("area:科", None),
            ("record:a", None),
        ] {
            assert_eq!(completed(typed, &Record::default()).as_deref(), whole, "{typed}");
        }
    }
}
