//! What a word may have been meant for that is nowhere in the record: characters that sound the same, as an input method
//! offers them, or a word of five Latin letters or more with one typo.

use super::alphabet::{Alphabet, FoldClass};
use super::fold::is_han;
use super::index::Index;
use super::literal::{Literal, Slot};
use super::plan::Words;
use super::query::Word;
use super::rank::Way;
use super::readings::{self, Readings, Tongue};
use super::sounds::Sounds;
use super::syllables::Syllables;

/// Shorter words are too near to too many others, and nobody types longer ones.
const LETTERS: std::ops::RangeInclusive<usize> = 5..=40;
/// More words than this are not meant by one.
const MOST_INSTEAD: usize = 32;

/// Each of the words that may have been meant.
pub fn words(word: &Word, index: &Index) -> Vec<Words> {
    if word.letters.iter().copied().any(is_han) {
        return homophones(word, index).map(|meant| Words::instead(word, Some(meant), None)).into_iter().collect();
    }
    if !LETTERS.contains(&word.letters.len()) || !word.letters.iter().all(char::is_ascii_alphanumeric) {
        return Vec::new();
    }
    let typos = typos(word, index).into_iter().map(|meant| Words::instead(word, Some(meant), None));
    typos.chain(misspelt(word, index).into_iter().map(|meant| Words::instead(word, None, Some(meant)))).collect()
}

fn homophones(word: &Word, index: &Index) -> Option<Literal> {
    let alphabet = index.alphabet();
    let slot = |letter: &char| {
        let classes = if is_han(*letter) {
            sounding_like(*letter, alphabet, index.readings())
        } else {
            alphabet.class_of(*letter).into_iter().collect()
        };
        (!classes.is_empty()).then_some(Slot { typed: *letter, classes })
    };
    let slots = word.letters.iter().map(slot).collect::<Option<Vec<_>>>()?;
    (slots.len() > 1).then(|| Literal::instead(slots, word, Way::Homophone, alphabet))
}

/// The letters of the record that share a reading with a character, itself with them.
fn sounding_like(letter: char, alphabet: &Alphabet, readings: &Readings) -> Vec<FoldClass> {
    let own = readings::set(letter);
    let shares = |set: u16| {
        Tongue::ALL.into_iter().any(|tongue| {
            let mut said = readings.of(own, tongue);
            said.any(|said| readings.of(set, tongue).any(|other| other == said))
        })
    };
    let mut alike: Vec<FoldClass> =
        alphabet.readings().filter(|(_, set)| shares(*set)).map(|(class, _)| class).collect();
    alike.extend(alphabet.class_of(letter).filter(|class| !alike.contains(class)));
    alike
}

fn typos(word: &Word, index: &Index) -> Vec<Literal> {
    let alphabet = index.alphabet();
    let literal = |near: &str| {
        let slots = near.chars().map(|letter| Slot::of(letter, letter, alphabet)).collect::<Option<Vec<_>>>()?;
        Some(Literal::instead(slots, word, Way::Typo, alphabet))
    };
    index.vocabulary().near(&word.text).into_iter().take(MOST_INSTEAD).filter_map(literal).collect()
}

/// The spellings of Chinese that are one typo away from the word and whole.
fn misspelt(word: &Word, index: &Index) -> Vec<Sounds> {
    let mut found = Vec::new();
    for tongue in Tongue::ALL {
        let syllables = index.syllables(tongue, false);
        let whole = one_typo_away(&word.text).into_iter().filter(|spelling| is_spelled(spelling, syllables));
        let ends = (word.at_start, word.at_end);
        let sounds = whole.filter_map(|spelling| Sounds::of(&spelling, ends, tongue, syllables, index.alphabet()));
        found.extend(sounds.filter_map(|sounds| sounds.instead(Way::Typo)).take(MOST_INSTEAD));
    }
    found
}

/// Every word of small letters that is one typo away: letters that changed places first, then a letter too many, another
/// one, one too few.
fn one_typo_away(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let with = |range: std::ops::Range<usize>, instead: &[char]| -> String {
        let (before, after) = (&letters[..range.start], &letters[range.end..]);
        before.iter().chain(instead).chain(after).collect()
    };
    let pairs = letters.windows(2).enumerate().filter(|(_, pair)| pair[0] != pair[1]);
    let mut all: Vec<String> = pairs.map(|(at, pair)| with(at..at + 2, &[pair[1], pair[0]])).collect();
    all.extend((0..letters.len()).map(|at| with(at..at + 1, &[])));
    let with_any = |range: std::ops::Range<usize>| ('a'..='z').map(move |letter| with(range.clone(), &[letter]));
    all.extend((0..letters.len()).flat_map(|at| with_any(at..at + 1)));
    all.extend((0..=letters.len()).flat_map(|at| with_any(at..at)));
    let mut seen = std::collections::HashSet::new();
    all.retain(|spelling| spelling != word && seen.insert(spelling.clone()));
    all
}

/// Whether a word is whole syllables and nothing else.
fn is_spelled(word: &str, syllables: &Syllables) -> bool {
    let mut reached = vec![false; word.len() + 1];
    reached[0] = true;
    for from in 0..word.len() {
        let ends = (from + 1..=word.len()).filter(|_| reached[from]);
        let begun = ends.map_while(|to| {
            let letters = word.get(from..to)?;
            let first = syllables.beginning(letters).first()?;
            Some((to, first.letters == letters))
        });
        let whole: Vec<usize> = begun.filter(|(_, is_whole)| *is_whole).map(|(to, _)| to).collect();
        for to in whole {
            reached[to] = true;
        }
    }
    reached[word.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_spellings_one_typo_away() {
        let mut alphabet = Alphabet::default();
        "李家超".chars().for_each(|letter| {
            alphabet.number(letter, letter);
        });
        let syllables = Syllables::of(&Readings::open(), Tongue::Mandarin, false, &alphabet);
        let near = one_typo_away("lijaichao");
        assert!(near.contains(&"lijiachao".to_owned()));
        assert!(!near.contains(&"lijaichao".to_owned()));
        assert!(is_spelled("lijiachao", &syllables));
        assert!(!is_spelled("lijiach", &syllables) && !is_spelled("iijiachao", &syllables));
    }
}
