//! The search as it is meant, by looking at everything and trying every way: on strings, without an index, without masks.

use std::collections::BTreeSet;

use super::super::fold::{Folded, is_han};
use super::super::rank::{Tier, Way, class};
use super::super::readings::{self, Readings, Tongue};
use super::super::{Field, Query, Term, Word};

/// Class, way, cost, letters, and whether a word has gaps, of which the oracle knows no score.
type Rank = (u8, u8, i64, usize, bool);

/// What is said, and every way to spell it.
struct Known {
    readings: Readings,
    spelled: [BTreeSet<String>; 2],
}

impl Known {
    fn open() -> Self {
        let readings = Readings::open();
        let spelled = Tongue::ALL.map(|tongue| {
            let said = readings.sets(tongue).flat_map(|(_, said)| said);
            said.map(str::to_owned).collect()
        });
        Self { readings, spelled }
    }
}

/// The class and the number of every entry that matches as typed, best first, and whether that is known of all of them: not
/// where a word has gaps.
pub fn find(entries: &[Vec<(Field, String)>], query: &str) -> (Vec<(u8, u32)>, bool) {
    let query = Query::read(query);
    let known = &Known::open();
    let mut found: Vec<(Rank, u32)> = Vec::new();
    if query.is_blank() {
        return (Vec::new(), true);
    }
    for (number, texts) in (0..).zip(entries) {
        let all = query.groups.iter().map(|group| group.iter().filter_map(|term| wanted(term, texts, known)).min());
        let all = all.collect::<Option<Vec<Rank>>>().map(|ranks| {
            ranks.into_iter().fold((0, 0, 0, 0, false), |one, other| {
                let (worse, better) = if other.0 > one.0 { (other, one) } else { (one, other) };
                (
                    worse.0,
                    worse.1.max(better.1),
                    worse.2 + better.2,
                    if one.0 == other.0 { one.3.max(other.3) } else { worse.3 },
                    worse.4 || better.4,
                )
            })
        });
        let phrase = query.phrase.as_ref().and_then(|phrase| best(phrase, texts, known));
        let rank = match (all, phrase) {
            (Some(all), Some(phrase)) if all.0 < phrase.0 => Some(all),
            (all, phrase) => phrase.or(all),
        };
        found.extend(rank.map(|rank| (rank, number)));
    }
    found.sort_unstable();
    let is_known = !found.iter().any(|(rank, _)| rank.4);
    (found.into_iter().map(|(rank, number)| (rank.0, number)).collect(), is_known)
}

fn wanted(term: &Term, texts: &[(Field, String)], known: &Known) -> Option<Rank> {
    assert_eq!(term.within, None);
    let rank = term.word.as_ref().and_then(|word| best(word, texts, known));
    if term.is_not { rank.is_none().then_some((0, 0, 0, 0, false)) } else { rank }
}

fn best(word: &Word, texts: &[(Field, String)], known: &Known) -> Option<Rank> {
    let mut said = BTreeSet::new();
    let texts = texts.iter().map(|(field, text)| (*field, Folded::of(text)));
    let mut shortest = usize::MAX;
    let texts = texts.filter(|(_, folded)| !folded.text.is_empty() && said.insert(folded.text.clone()));
    texts.flat_map(|(field, folded)| ranks(word, field, &folded, &mut shortest, known)).min()
}

fn ranks(word: &Word, field: Field, folded: &Folded, shortest: &mut usize, known: &Known) -> Vec<Rank> {
    let chars: Vec<char> = folded.letters.iter().map(|letter| letter.char).collect();
    let starts: Vec<bool> = folded.letters.iter().map(|letter| letter.starts_word).collect();
    let own = |at: usize| folded.letters[at].own;
    let is_punctuation =
        |range: std::ops::Range<usize>| chars[range].iter().all(|c| !c.is_alphanumeric() && *c != '\'' && !is_han(*c));
    let length = chars.iter().filter(|c| c.is_alphanumeric() || **c == '\'' || is_han(**c)).count();
    if field <= Field::Alias {
        *shortest = length.min(*shortest);
    }
    let length = if field <= Field::Alias { *shortest } else { length };
    let mut ranks = Vec::new();
    let tier = |start: usize, end: usize, may_be_all: bool| {
        let (begins, ends) = (is_punctuation(0..start), is_punctuation(end..chars.len()));
        if word.at_start && !begins || word.at_end && !ends {
            return None;
        }
        Some(match begins {
            true if ends && may_be_all => Tier::Exact,
            true => Tier::Prefix,
            false if starts[start] => Tier::WordStart,
            false => Tier::Inside,
        })
    };
    let typed = Folded::of(&word.typed);
    let typed_own = |at: usize| typed.letters[at].own;
    let mut add =
        |field, tier, way: Way, cost| ranks.push((class(field, tier), way as u8, cost, length, tier >= Tier::Near));
    let typed_letters: Vec<char> = (0..word.letters.len()).map(typed_own).collect();
    let mut literal: Option<(Tier, usize)> = None;
    for start in 0..chars.len() {
        let end = start + word.letters.len();
        if end <= chars.len() && chars[start..end] == word.letters[..] {
            let tier = tier(start, end, true);
            if let Some(tier) = tier.filter(|tier| literal.is_none_or(|(best, _)| *tier < best)) {
                literal = Some((tier, start));
            }
        }
    }
    if let Some((tier, start)) = literal {
        let as_typed = (0..word.letters.len()).all(|at| {
            let (own, typed) = (own(start + at), typed_own(at));
            own == typed || own.to_lowercase().eq([typed])
        });
        add(
            field,
            tier,
            if as_typed { Way::Original } else { Way::Folded },
            cost(typed_letters.iter().copied(), start == 0, starts[start]),
        );
    }
    let mut by_sound = false;
    if !word.is_exact {
        for tongue in Tongue::ALL {
            for start in 0..chars.len() {
                for (end, typed, count) in rows(&word.text, &chars[start..], tongue, known) {
                    let is_plain = typed == 0 && count > 1 || typed <= 2 && count > 2;
                    let Some(tier) = tier(start, start + end, typed == 0 || typed == 1 && count > 1) else { continue };
                    if field == Field::Body && !is_plain || field == Field::Office && typed == 3 {
                        continue;
                    }
                    let way = match (typed, tongue) {
                        (0, Tongue::Mandarin) => Way::Pinyin,
                        (0, Tongue::Cantonese) => Way::Jyutping,
                        (1, Tongue::Mandarin) => Way::PinyinInitials,
                        (1, Tongue::Cantonese) => Way::JyutpingInitials,
                        (_, Tongue::Mandarin) => Way::PinyinParts,
                        (_, Tongue::Cantonese) => Way::JyutpingParts,
                    };
                    let spoken = word.letters.iter().copied().filter(|c| !matches!(c, ' ' | '\'' | '-'));
                    by_sound = true;
                    add(field.max(Field::Alias), tier, way, cost(spoken, start == 0, starts[start]));
                }
            }
        }
    }
    let is_loose = !(word.is_exact || word.at_start || word.at_end);
    if literal.is_none()
        && !by_sound
        && is_loose
        && field != Field::Body
        && let Some(tier) = with_gaps(&word.letters, &chars, &starts)
    {
        add(field, tier, Way::Folded, 0);
    }
    ranks
}

/// The scorer gives a word at the beginning of a text twice the bonus, and one at the beginning of a word half of it.
fn cost(letters: impl Iterator<Item = char>, begins_text: bool, begins_word: bool) -> i64 {
    let scores = super::super::score::Scores::of(&letters.collect::<Vec<_>>());
    -i64::from(scores.in_one_piece(begins_text, begins_word))
}

/// Every way to spell the first characters: where it ends, how they were typed (0 whole, 1 with initials, 2 unfinished, 3 in parts), and
/// how many there are.
fn rows(word: &str, chars: &[char], tongue: Tongue, known: &Known) -> Vec<(usize, u8, usize)> {
    let word = word.trim_end_matches([' ', '\'', '-']);
    if !word.starts_with(|c: char| c.is_ascii_lowercase())
        || !word.chars().all(|c| c.is_ascii_alphanumeric() || " '-".contains(c))
    {
        return Vec::new();
    }
    let spelled = &known.spelled[tongue as usize];
    let is_vowel = |at: usize| at > 0 && word.get(at..).unwrap().starts_with(['a', 'e', 'i', 'o', 'u']);
    let ends_whole = |at: usize| (0..at).any(|from| spelled.contains(word.get(from..at).unwrap()));
    let is_short = |from: usize, to: usize| {
        let mut ends = to + 1..=word.len();
        word.len() > 4 && ends.any(|end| end - from > 2 && spelled.contains(word.get(from..end).unwrap()))
    };
    let mut found = Vec::new();
    let mut open = vec![(word.to_owned(), 0usize, 0u8, 0usize)];
    while let Some((left, at, typed, count)) = open.pop() {
        if left.is_empty() {
            found.push((at, typed, count));
            continue;
        }
        let Some(&c) = chars.get(at) else { continue };
        if !c.is_alphanumeric() && !is_han(c) && c != '\'' {
            if count > 0 {
                open.push((left, at + 1, typed, count));
            }
            continue;
        }
        let piece = if count > 0 { left.trim_start_matches([' ', '\'', '-']) } else { &left };
        for reading in known.readings.of(readings::set(c), tongue) {
            let umlauts: &[&str] =
                if reading.contains('v') && tongue == Tongue::Mandarin { &["v", "u", "yu"] } else { &["v"] };
            for reading in umlauts.iter().map(|umlaut| reading.replace('v', umlaut)) {
                for taken in 1..=reading.len().min(piece.len()) {
                    if piece.get(..taken) != reading.get(..taken) {
                        break;
                    }
                    let quality = match reading.get(..taken).unwrap() {
                        whole if whole.len() == reading.len() => 0,
                        "zh" | "ch" | "sh" | "ng" | "gw" | "kw" => 1,
                        one if one.len() == 1 => 1,
                        _ if piece.len() == taken => 2,
                        _ => 3,
                    };
                    let left = piece.get(taken..).unwrap();
                    let (from, to) = (word.len() - piece.len(), word.len() - left.len());
                    let is_torn = is_vowel(to) && ends_whole(to) || is_short(from, to);
                    if is_vowel(from) && taken > 1 && !ends_whole(from) || quality > 0 && is_torn {
                        continue;
                    }
                    open.push((left.to_owned(), at + 1, typed.max(quality), count + 1));
                    let tone = left.starts_with(['1', '2', '3', '4', '5', '6']);
                    if quality == 0 && tone {
                        open.push((left.get(1..).unwrap().to_owned(), at + 1, typed, count + 1));
                    }
                }
            }
        }
    }
    found
}

fn with_gaps(word: &[char], chars: &[char], starts: &[bool]) -> Option<Tier> {
    if !(2..=16).contains(&word.len()) || !word.iter().all(|c| c.is_alphanumeric()) {
        return None;
    }
    let has_han = word.iter().any(|c| is_han(*c));
    let mut all = Vec::new();
    ways(word, chars, 0, &mut Vec::new(), &mut all);
    let span = |way: &Vec<usize>| way[way.len() - 1] + 1 - way[0];
    let tightest = all.iter().min_by_key(|way| (span(way), way[0]))?;
    let is_short = span(tightest) <= 2 * word.len() + 1;
    if has_han {
        return if is_short { Some(Tier::Near) } else { (word.len() > 2).then_some(Tier::Wide) };
    }
    let words: Vec<usize> = (0..chars.len()).filter(|at| starts[*at] && !is_han(chars[*at])).collect();
    let word_of = |at: usize| words.iter().rposition(|start| *start <= at);
    let by_words = all.iter().any(|way| {
        let begins = way.windows(2).all(|pair| pair[1] == pair[0] + 1 && !starts[pair[1]] || words.contains(&pair[1]))
            && words.contains(&way[0]);
        let few = way.windows(2).all(|pair| word_of(pair[1]).unwrap_or(0) - word_of(pair[0]).unwrap_or(0) <= 2);
        begins && few
    });
    (word.len() > 3 && is_short && starts[tightest[0]] || by_words).then_some(Tier::Near)
}

fn ways(word: &[char], chars: &[char], from: usize, taken: &mut Vec<usize>, all: &mut Vec<Vec<usize>>) {
    let Some((first, rest)) = word.split_first() else {
        all.push(taken.clone());
        return;
    };
    for at in (from..chars.len()).filter(|at| chars[*at] == *first) {
        taken.push(at);
        ways(rest, chars, at + 1, taken, all);
        taken.pop();
    }
}
