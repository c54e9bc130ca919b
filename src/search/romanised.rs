//! Chinese names typed in Latin letters: `lijiachao`, `ljc`, `lijc`, `lei5 gaa1 ciu1`.
//!
//! Letters are laid over syllables: each syllable of a row takes at least its first letter, and its letters from the
//! beginning. After a whole syllable its tone may stand as a digit; between syllables a space, an apostrophe or a
//! hyphen.

use super::fold::{Folded, is_han};
use super::lie::Lie;
use super::rank::Tier;
use super::readings::{Readings, Tongue};
use super::score::Scorer;

/// No syllable is longer, tone and gap included.
const MAX_SYLLABLE: usize = 9;
const UMLAUTS: [char; 10] = ['ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ', 'Ü', 'Ǖ', 'Ǘ', 'Ǚ', 'Ǜ'];

/// A Chinese name by its syllables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Romanised {
    syllables: Vec<Syllable>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Syllable {
    /// The ways to say it; one where a spelling is given.
    readings: Vec<Reading>,
    /// The letter of the folded name that it spells.
    of: usize,
    starts_word: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Reading {
    letters: Vec<char>,
    tone: Tone,
}

/// The digit that may stand behind a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    None,
    Is(char),
    /// Any of the six of jyutping: the table of readings has no tones.
    Any,
}

/// How much of its syllables was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Typed {
    Whole,
    /// Whole syllables and initials.
    Initials,
    Parts,
}

/// A row of syllables that letters were laid over.
struct Row {
    first: usize,
    last: usize,
    typed: Typed,
}

impl Romanised {
    /// The spelling laid over the name, once for each way to type its `ü`. Empty where the syllables are not one for
    /// each Han character.
    pub fn all_of(spelling: &str, name: &Folded) -> Vec<Self> {
        let has_umlaut = spelling.contains(UMLAUTS);
        let ways: &[&str] = if has_umlaut { &["u", "v", "yu"] } else { &["u"] };
        ways.iter().filter_map(|way| Self::of(&spelling.replace(UMLAUTS, way), name)).collect()
    }

    /// A name by the readings of its characters. `None` where no character has one.
    pub fn by_readings(name: &Folded, readings: &Readings, tongue: Tongue) -> Option<Self> {
        let han = (0..name.letters.len()).filter(|&at| is_han(name.letters[at].char));
        let syllables: Vec<Syllable> = han
            .map(|of| {
                let letter = name.letters[of];
                let spelled = readings.of(letter.char, tongue).flat_map(|reading| Reading::all_of(reading, tongue));
                Syllable { readings: spelled.collect(), of, starts_word: letter.starts_word }
            })
            .collect();
        syllables.iter().any(|syllable| !syllable.readings.is_empty()).then_some(Self { syllables })
    }

    fn of(spelling: &str, name: &Folded) -> Option<Self> {
        let spelling = Folded::of(spelling).text;
        let spelled: Vec<&str> = spelling.split(is_between).filter(|syllable| !syllable.is_empty()).collect();
        let han: Vec<usize> = (0..name.letters.len()).filter(|&at| is_han(name.letters[at].char)).collect();
        if han.is_empty() || spelled.len() != han.len() {
            return None;
        }
        let syllable = |(spelled, at): (&str, usize)| Syllable::read(spelled, at, name.letters[at].starts_word);
        let syllables = spelled.into_iter().zip(han).map(syllable).collect::<Option<Vec<_>>>()?;
        Some(Self { syllables })
    }

    /// How the word lies over the syllables, where it lies best.
    pub fn lie(&self, word: &[char], scorer: &impl Scorer) -> Option<Lie> {
        let kept = word.iter().rposition(|&c| !is_between(c)).map_or(0, |last| last + 1);
        let word = &word[..kept];
        let can_spell = |&c: &char| c.is_ascii_alphanumeric() || is_between(c);
        if word.is_empty() || word.len() > MAX_SYLLABLE * self.syllables.len() || !word.iter().all(can_spell) {
            return None;
        }
        let can_begin = |first: &usize| self.syllables[*first].begins_with(word[0]);
        let rows = (0..self.syllables.len()).filter(can_begin).flat_map(|first| self.rows(word, first));
        let (tier, row) = rows.map(|row| (self.tier(&row), row)).min_by_key(|(tier, row)| (*tier, row.typed))?;
        let letters = self.syllables[row.first..=row.last].iter().map(|syllable| syllable.of).collect();
        Some(Lie { tier, score: self.score(word, &row, scorer), letters })
    }

    /// The rows from one syllable on that take the whole word, shorter rows first.
    fn rows(&self, word: &[char], first: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        // For every place in the word: how the syllables so far were typed, if the letters before it fill them.
        let mut filled = vec![None; word.len() + 1];
        filled[0] = Some(Typed::Whole);
        for (last, syllable) in self.syllables.iter().enumerate().skip(first) {
            let mut next = vec![None; word.len() + 1];
            for (start, so_far) in filled.iter().enumerate() {
                let Some(so_far) = *so_far else { continue };
                for (end, typed) in syllable.ends(word, start) {
                    let typed = so_far.max(typed);
                    next[end] = Some(next[end].map_or(typed, |other: Typed| other.min(typed)));
                }
            }
            if let Some(typed) = next[word.len()] {
                rows.push(Row { first, last, typed });
            }
            if next.iter().all(Option::is_none) {
                break;
            }
            filled = next;
        }
        rows
    }

    /// Typed in full or by its initials, a name is found as if it had been written.
    fn tier(&self, row: &Row) -> Tier {
        let count = self.syllables.len();
        let is_all = row.first == 0 && row.last + 1 == count;
        match row.typed {
            Typed::Whole if is_all => Tier::Exact,
            Typed::Initials if is_all && count > 1 => Tier::Exact,
            _ if row.first == 0 => Tier::Prefix,
            _ if self.syllables[row.first].starts_word => Tier::WordStart,
            _ => Tier::Inside,
        }
    }

    /// Scores the word over the syllables with a space after each, so that every initial begins a word; a word that
    /// fills its syllables takes the space too, and comes before one that stops in the middle: `li` is 李 before 劉.
    fn score(&self, word: &[char], row: &Row, scorer: &impl Scorer) -> i64 {
        let mut view = String::new();
        if row.first > 0 {
            view.push(if self.syllables[row.first].starts_word { ' ' } else { '\u{1}' });
        }
        let mut rest = word;
        for syllable in &self.syllables[row.first..=row.last] {
            let said = syllable.said(&mut rest);
            view.extend(said);
            view.push(' ');
        }
        let mut letters: String = word.iter().copied().filter(|&c| !is_between(c)).collect();
        if row.typed == Typed::Whole {
            letters.push(' ');
        }
        scorer.score(&view, &letters).map_or(0, |(score, _)| score)
    }
}

impl Syllable {
    fn read(spelled: &str, of: usize, starts_word: bool) -> Option<Self> {
        let mut letters: Vec<char> = spelled.chars().collect();
        let tone = letters.pop_if(|last| last.is_ascii_digit()).map_or(Tone::None, Tone::Is);
        let is_spelled = !letters.is_empty() && letters.iter().all(char::is_ascii_lowercase);
        is_spelled.then(|| Self { readings: vec![Reading { letters, tone }], of, starts_word })
    }

    fn begins_with(&self, char: char) -> bool {
        self.readings.iter().any(|reading| reading.letters.first() == Some(&char))
    }

    /// Where the letters of the word can stop that this syllable takes from `start` on, and how it was typed.
    fn ends(&self, word: &[char], start: usize) -> Vec<(usize, Typed)> {
        let skipped = word[start..].iter().take_while(|&&c| start > 0 && is_between(c)).count();
        let start = start + skipped;
        self.readings.iter().flat_map(|reading| reading.ends(word, start)).collect()
    }

    /// The reading that takes most of what is left of a word, which it takes away, with its tone if that is typed.
    fn said(&self, rest: &mut &[char]) -> Vec<char> {
        let skipped = rest.iter().take_while(|&&c| is_between(c)).count();
        let typed = &rest[skipped..];
        let Some(reading) = self.readings.iter().max_by_key(|reading| reading.shared(typed)) else { return Vec::new() };
        let mut taken = reading.shared(typed);
        let mut said = reading.letters.clone();
        match (reading.tone, typed.get(taken)) {
            (Tone::Is(tone), typed) => {
                said.push(tone);
                taken += usize::from(typed == Some(&tone));
            }
            (Tone::Any, Some(tone)) if is_tone(*tone) => {
                said.push(*tone);
                taken += 1;
            }
            (Tone::Any | Tone::None, _) => {}
        }
        *rest = &typed[taken..];
        said
    }
}

impl Reading {
    /// A reading once for each way to type its `ü`, which the table writes as `v`.
    fn all_of(reading: &str, tongue: Tongue) -> Vec<Self> {
        let tone = if tongue == Tongue::Cantonese { Tone::Any } else { Tone::None };
        let ways: &[&str] =
            if tongue == Tongue::Mandarin && reading.contains('v') { &["v", "u", "yu"] } else { &["v"] };
        let way = |way: &&str| Self { letters: reading.replace('v', way).chars().collect(), tone };
        ways.iter().map(way).collect()
    }

    /// How many letters from its beginning a word begins with.
    fn shared(&self, word: &[char]) -> usize {
        word.iter().zip(&self.letters).take_while(|(typed, own)| typed == own).count()
    }

    fn ends(&self, word: &[char], start: usize) -> Vec<(usize, Typed)> {
        let shared = self.shared(&word[start..]);
        let mut ends: Vec<(usize, Typed)> = (1..=shared).map(|count| (start + count, self.typed(count))).collect();
        let whole = start + self.letters.len();
        let is_tone = |typed: &char| match self.tone {
            Tone::None => false,
            Tone::Is(tone) => *typed == tone,
            Tone::Any => is_tone(*typed),
        };
        if shared == self.letters.len() && word.get(whole).is_some_and(is_tone) {
            ends.push((whole + 1, Typed::Whole));
        }
        ends
    }

    fn typed(&self, count: usize) -> Typed {
        let consonants = self.letters.iter().take_while(|c| !"aeiouv".contains(**c)).count();
        match count {
            _ if count == self.letters.len() => Typed::Whole,
            _ if count == 1 || count == consonants => Typed::Initials,
            _ => Typed::Parts,
        }
    }
}

fn is_tone(c: char) -> bool {
    matches!(c, '1'..='6')
}

fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\'' | '-')
}

#[cfg(test)]
mod tests {
    use super::super::score::Skim;
    use super::Tongue::{Cantonese, Mandarin};
    use super::*;

    fn tier(spelling: &str, name: &str, typed: &str) -> Option<(Tier, Vec<usize>)> {
        let word: Vec<char> = Folded::of(typed).text.chars().collect();
        let ways = Romanised::all_of(spelling, &Folded::of(name));
        let lies = ways.iter().filter_map(|way| way.lie(&word, &Skim));
        lies.map(|lie| (lie.tier, lie.letters)).min()
    }

    #[test]
    fn each_syllable_takes_its_first_letters() {
        use Tier::{Exact, Inside, Prefix};
        let table = [
            ("lijiachao", Some((Exact, vec![0, 1, 2]))),
            ("LI JIA CHAO", Some((Exact, vec![0, 1, 2]))),
            ("li'jia'chao'", Some((Exact, vec![0, 1, 2]))),
            ("ljc", Some((Exact, vec![0, 1, 2]))),
            ("ljch", Some((Exact, vec![0, 1, 2]))),
            ("lijc", Some((Exact, vec![0, 1, 2]))),
            ("lijiach", Some((Exact, vec![0, 1, 2]))),
            ("lijiacha", Some((Prefix, vec![0, 1, 2]))),
            ("lj", Some((Prefix, vec![0, 1]))),
            ("l", Some((Prefix, vec![0]))),
            ("jiachao", Some((Inside, vec![1, 2]))),
            ("lc", None),
            ("lijiachaoo", None),
            ("李", None),
            ("'li", None),
            ("", None),
        ];
        for (typed, found) in table {
            assert_eq!(tier("lǐ jiā chāo", "李家超", typed), found, "{typed}");
        }
    }

    #[test]
    fn tones_of_jyutping_may_be_typed() {
        for typed in ["leigaaciu", "lei5gaa1ciu1", "lei5 gaaciu1", "lgc", "lei gaa ciu"] {
            let found = tier("lei5 gaa1 ciu1", "李家超", typed).map(|(tier, _)| tier);
            assert_eq!(found, Some(Tier::Exact), "{typed}");
        }
        assert_eq!(tier("lei5 gaa1 ciu1", "李家超", "lei4gaa1ciu1"), None);
    }

    #[test]
    fn what_has_no_spelling_is_typed_by_the_readings_of_its_characters() {
        let readings = Readings::open();
        let tier = |name: &str, typed: &str, tongue| {
            let word: Vec<char> = Folded::of(typed).text.chars().collect();
            let romanised = Romanised::by_readings(&Folded::of(name), &readings, tongue)?;
            romanised.lie(&word, &Skim).map(|lie| (lie.tier, lie.letters))
        };
        assert_eq!(tier("科技創新", "kejichuangxin", Mandarin), Some((Tier::Exact, vec![0, 1, 2, 3])));
        assert_eq!(tier("科技創新", "kjcx", Mandarin), Some((Tier::Exact, vec![0, 1, 2, 3])));
        assert_eq!(tier("科技創新", "chuangxin", Mandarin), Some((Tier::Inside, vec![2, 3])));
        assert_eq!(tier("行政長官", "zhangguan", Mandarin), Some((Tier::Inside, vec![2, 3])), "長 as zhang");
        assert_eq!(tier("長三角", "changsanjiao", Mandarin).map(|(tier, _)| tier), Some(Tier::Exact), "長 as chang");
        for typed in ["lvyou", "luyou", "lyuyou"] {
            assert_eq!(tier("旅遊", typed, Mandarin).map(|(tier, _)| tier), Some(Tier::Exact), "{typed}");
        }
        assert_eq!(tier("金融", "gamjung", Cantonese).map(|(tier, _)| tier), Some(Tier::Exact));
        assert_eq!(tier("金融", "gam1 jung4", Cantonese).map(|(tier, _)| tier), Some(Tier::Exact));
        assert_eq!(tier("金融", "gamx", Cantonese), None);
        assert_eq!(tier("ABC", "abc", Mandarin), None);
    }

    #[test]
    fn umlauts_are_typed_in_three_ways() {
        for typed in ["lvyou", "luyou", "lyuyou", "lüyóu"] {
            assert_eq!(tier("lǚ yóu", "旅遊", typed), Some((Tier::Exact, vec![0, 1])), "{typed}");
        }
    }

    #[test]
    fn a_spelling_that_does_not_fit_its_name_is_not_laid_over_it() {
        assert!(Romanised::all_of("lǐ jiāchāo", &Folded::of("李家超")).is_empty());
        assert!(Romanised::all_of("lǐ", &Folded::of("Li")).is_empty());
        assert!(Romanised::all_of("李 家 超", &Folded::of("李家超")).is_empty());
        assert_eq!(tier("gǎng jù", "「港」劇（新）", "gj"), None);
        assert_eq!(tier("gǎng jù xīn", "「港」劇（新）", "x"), Some((Tier::WordStart, vec![3])));
    }
}
