//! The words of a record that are not Chinese: which entries have them, and which are one typo away from another.

use std::collections::HashMap;

use super::alphabet::Alphabet;
use super::bits::Bits;
use super::columns::Columns;
use super::fold::Sort;
use super::postings::Postings;
use super::shelf::Part;

/// Around every word, so that its ends can be looked for.
const EDGE: char = '\n';

#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Every word once, with an edge before and after it.
    words: String,
    /// Where each word begins, and the end.
    starts: Vec<u32>,
    entries: [Postings; Part::ALL.len()],
}

impl Vocabulary {
    pub fn of(columns: &Columns, alphabet: &Alphabet) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut words = String::from(EDGE);
        let mut starts = vec![1];
        let mut word = String::new();
        let entries = Part::ALL.map(|part| {
            // Each word with its entry.
            let mut spoken: Vec<(u32, u32)> = Vec::new();
            columns.each_line(part, |entry, line| {
                if !line.has_other {
                    return;
                }
                for sign in line.letters.iter().map(Some).chain([None]) {
                    if let Some(sign) = sign.filter(|sign| alphabet.sort(**sign) == Sort::Other) {
                        word.push(alphabet.folded(*sign));
                    } else if !word.is_empty() {
                        let number = numbers.get(&word).copied().unwrap_or_else(|| {
                            let number = u32::try_from(starts.len() - 1).unwrap_or(u32::MAX);
                            words.push_str(&word);
                            words.push(EDGE);
                            starts.push(u32::try_from(words.len()).unwrap_or(u32::MAX));
                            numbers.insert(word.clone(), number);
                            number
                        });
                        spoken.push((number, entry));
                        word.clear();
                    }
                }
            });
            spoken
        });
        let count = starts.len() - 1;
        let entries = entries.map(|spoken| {
            Postings::gather(count, columns.entry_count(), |tell| {
                for (word, entry) in &spoken {
                    tell(*word as usize, *entry);
                }
            })
        });
        Self { words, starts, entries }
    }

    /// Adds the entries that have, in a part of their texts, a word that holds `letters`: at its beginning, if `begins`, and
    /// at its end, if `ends`.
    pub fn add_to(&self, bits: &mut Bits, part: Part, letters: &str, begins: bool, ends: bool) {
        let edge = |is: bool| if is { EDGE.to_string() } else { String::new() };
        let letters = format!("{}{letters}{}", edge(begins), edge(ends));
        let mut before = None;
        for (at, _) in self.words.match_indices(&letters) {
            // The letters may begin with the edge before their word.
            let at = u32::try_from(at + usize::from(begins)).unwrap_or(u32::MAX);
            let word = self.starts.partition_point(|start| *start <= at).checked_sub(1);
            if let Some(word) = word.filter(|_| word != before) {
                self.entries[part as usize].add_to(bits, word);
            }
            before = word;
        }
    }

    /// The words that are one typo away: a letter too many, too few, another one, or two that changed places. Those that
    /// most entries have come first.
    pub fn near(&self, word: &str) -> Vec<&str> {
        let typed: Vec<char> = word.chars().collect();
        let words = self.words.split_terminator(EDGE).skip(1).enumerate();
        let mut near: Vec<(usize, &str)> = words
            .filter(|(_, other)| is_one_typo(&typed, other))
            .map(|(number, other)| (self.entries.iter().map(|entries| entries.count(number)).sum(), other))
            .collect();
        near.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        near.into_iter().map(|(_, word)| word).collect()
    }
}

fn is_one_typo(typed: &[char], word: &str) -> bool {
    // No letter takes more than four bytes.
    if word.len() + 1 < typed.len() || word.len() > 4 * (typed.len() + 1) {
        return false;
    }
    let word: Vec<char> = word.chars().collect();
    let same = typed.iter().zip(&word).take_while(|(one, other)| one == other).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    match (typed, word) {
        ([_, typed @ ..], word) if typed == word => true,
        (typed, [_, word @ ..]) if typed == word => true,
        ([_, typed @ ..], [_, word @ ..]) if typed == word => true,
        ([a, b, typed @ ..], [c, d, word @ ..]) => (a, b) == (d, c) && typed == word,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_is_one_slip_of_a_finger() {
        for (typed, word) in [
            ("finanse", "finance"),
            ("finnce", "finance"),
            ("fiinance", "finance"),
            ("fniance", "finance"),
            ("financ", "finance"),
            ("xfinance", "finance"),
        ] {
            let typed: Vec<char> = typed.chars().collect();
            assert!(is_one_typo(&typed, word), "{typed:?}");
        }
        for (typed, word) in [("finance", "finance"), ("fnace", "finance"), ("ecnanif", "finance"), ("", "ab")] {
            let typed: Vec<char> = typed.chars().collect();
            assert!(!is_one_typo(&typed, word), "{typed:?}");
        }
    }
}
