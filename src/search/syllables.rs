//! Every way to spell a syllable, sorted, so that those that begin with some letters stand together.

use std::borrow::Cow;

use super::alphabet::Alphabet;
use super::readings::{Readings, Tongue};

/// A way to spell a syllable.
#[derive(Debug)]
pub struct Spelling {
    pub letters: Cow<'static, str>,
    /// The sets of readings that have the syllable, and its number; of several if others are spelled so too.
    pub sets: Vec<u16>,
    pub syllables: Vec<u16>,
}

/// The syllables of one tongue.
#[derive(Debug)]
pub struct Syllables {
    /// Those that the record has.
    spellings: Vec<Spelling>,
    /// All that there are.
    known: Vec<&'static str>,
    /// The first letter of each syllable, `a` as 0.
    firsts: Vec<u8>,
    /// The numbers of the syllables of each set of readings.
    of_sets: Vec<Vec<u16>>,
}

impl Syllables {
    /// With `slips` also as those spell who do not hear `zh` from `z`, `ch` from `c`, `sh` from `s`, `n` from `l`, or a final
    /// `ng` from `n`.
    pub fn of(readings: &Readings, tongue: Tongue, slips: bool, alphabet: &Alphabet) -> Self {
        let mut known: Vec<&'static str> = readings.sets(tongue).flat_map(|(_, said)| said).collect();
        known.sort_unstable();
        known.dedup();
        let mut is_there = vec![false; readings.set_count()];
        for (_, set) in alphabet.readings() {
            is_there[usize::from(set)] = true;
        }
        let there = readings.sets(tongue).filter(|(set, _)| is_there[usize::from(*set)]);
        let said = there.flat_map(|(set, said)| said.map(move |syllable| (syllable, set)));
        let mut said: Vec<(&'static str, u16)> = said.collect();
        said.sort_unstable();
        let mut of_sets = vec![Vec::new(); readings.set_count()];
        let mut spelled: Vec<(Cow<'static, str>, u16, u16)> = Vec::new();
        let mut firsts = Vec::new();
        for (count, syllable) in (0..).zip(said.chunk_by(|one, next| one.0 == next.0)) {
            let spellings = spellings(syllable[0].0, tongue);
            let slipped = spellings.iter().filter(|_| slips).flat_map(|spelling| slipped(spelling)).map(Cow::from);
            let all: Vec<Cow<'static, str>> = slipped.chain(spellings.iter().cloned()).collect();
            for &(_, set) in syllable {
                of_sets[usize::from(set)].push(count);
                spelled.extend(all.iter().map(|spelling| (spelling.clone(), set, count)));
            }
            firsts.push(syllable[0].0.bytes().next().unwrap_or(b'a') - b'a');
        }
        spelled.sort_unstable();
        let spellings = spelled.chunk_by(|one, next| one.0 == next.0).map(|same| {
            let mut sets: Vec<u16> = same.iter().map(|(_, set, _)| *set).collect();
            sets.dedup();
            let mut syllables: Vec<u16> = same.iter().map(|(.., syllable)| *syllable).collect();
            syllables.sort_unstable();
            syllables.dedup();
            Spelling { letters: same[0].0.clone(), sets, syllables }
        });
        Self { spellings: spellings.collect(), known, firsts, of_sets }
    }

    /// The first letter of each syllable, `a` as 0.
    pub fn firsts(&self) -> &[u8] {
        &self.firsts
    }

    /// The numbers of the syllables of a set of readings.
    pub fn of_set(&self, set: u16) -> &[u16] {
        self.of_sets.get(usize::from(set)).map_or(&[], Vec::as_slice)
    }

    /// Whether some letters spell a syllable, in the record or not.
    pub fn has(&self, letters: &str) -> bool {
        self.known.binary_search(&letters).is_ok()
    }

    /// The syllables that begin with some letters, shorter ones first.
    pub fn beginning(&self, letters: &str) -> &[Spelling] {
        let start = self.spellings.partition_point(|spelling| spelling.letters.as_ref() < letters);
        let rest = self.spellings.get(start..).unwrap_or_default();
        let count = rest.partition_point(|spelling| spelling.letters.starts_with(letters));
        rest.get(..count).unwrap_or_default()
    }
}

/// A syllable of the table in the ways to type its `ü`, which the table writes as `v`.
fn spellings(syllable: &'static str, tongue: Tongue) -> Vec<Cow<'static, str>> {
    if tongue == Tongue::Mandarin && syllable.contains('v') {
        ["v", "u", "yu"].iter().map(|umlaut| syllable.replace('v', umlaut).into()).collect()
    } else {
        vec![syllable.into()]
    }
}

/// The spellings that are taken for another, without itself.
fn slipped(spelling: &str) -> Vec<String> {
    let mut all = vec![spelling.to_owned()];
    for (one, other) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("ng", "")] {
        let turned: Vec<String> = all.iter().filter_map(|one_of| turned_head(one_of, one, other)).collect();
        all.extend(turned);
    }
    let tails: Vec<String> = all.iter().filter_map(|one_of| turned_tail(one_of)).collect();
    all.extend(tails);
    all.retain(|one| one != spelling);
    all
}

fn turned_head(spelling: &str, long: &str, short: &str) -> Option<String> {
    if let Some(rest) = spelling.strip_prefix(long) {
        let is_other = rest.starts_with('h') || rest.is_empty() || long == "n" && rest.starts_with('g');
        return (!is_other).then(|| format!("{short}{rest}"));
    }
    let rest = spelling.strip_prefix(short).filter(|rest| !short.is_empty() && !rest.starts_with('h'))?;
    Some(format!("{long}{rest}"))
}

fn turned_tail(spelling: &str) -> Option<String> {
    match spelling.strip_suffix("ng") {
        Some(rest) => (!rest.is_empty()).then(|| format!("{rest}n")),
        None => spelling.strip_suffix('n').filter(|rest| !rest.is_empty()).map(|rest| format!("{rest}ng")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_taken_for_the_syllable_that_was_meant() {
        for (meant, typed) in [
            ("zhang", "zang"),
            ("zhang", "zan"),
            ("zi", "zhi"),
            ("jin", "jing"),
            ("xing", "xin"),
            ("nan", "lan"),
            ("ngo", "o"),
        ] {
            assert!(slipped(meant).contains(&typed.to_owned()), "{meant} {typed}: {:?}", slipped(meant));
        }
        assert!(!slipped("zhang").contains(&"zhang".to_owned()));
    }

    #[test]
    fn syllables_with_the_same_beginning_stand_together() {
        let mut alphabet = Alphabet::default();
        for letter in ["夏", "先", "想", "小", "绿", "略"].iter().flat_map(|letter| letter.chars()) {
            alphabet.number(letter, letter);
        }
        let syllables = Syllables::of(&Readings::open(), Tongue::Mandarin, false, &alphabet);
        let begin = |letters| syllables.beginning(letters).iter().map(|one| one.letters.as_ref()).collect::<Vec<_>>();
        assert_eq!(begin("lv"), ["lv", "lve"]);
        assert_eq!(begin("xia"), ["xia", "xian", "xiang", "xiao"]);
        assert!(begin("lyu").contains(&"lyu"));
        assert!(begin("i").is_empty());
    }
}
