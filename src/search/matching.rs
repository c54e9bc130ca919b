//! An entry against the words of a query: where each lies best, and which characters it takes.

use std::sync::Arc;

use super::columns::{Line, kept};
use super::fold;
use super::index::Index;
use super::literal::Lie;
use super::plan::{Plan, Wanted, Words};
use super::rank::{Rank, Tier, class};
use super::scattered::{Scattered, Taken};
use super::score::Memo;
use super::shelf::Part;
use super::{Field, Match};

/// Where a word was found best in an entry.
#[derive(Debug, Clone, Copy)]
pub struct Best {
    pub rank: Rank,
    /// The text, by its place among those of the entry.
    pub text: usize,
    pub lie: Lie,
    /// Whether letters are left out between the first and the last.
    has_gaps: bool,
}

/// By what an entry has its rank: the words of a query, or all of them as one phrase.
#[derive(Debug, Clone, Copy)]
pub enum Decider<'a> {
    Words(&'a Plan),
    Phrase(Best, &'a Words),
}

/// What an entry is worth, and by what; `None` where it does not match.
pub fn decided<'a>(index: &Index, plan: &'a Plan, entry: usize, memo: &mut Memo) -> Option<(Rank, Decider<'a>)> {
    let mut all = Some(Rank::PLAIN);
    for group in &plan.groups {
        let best = group.iter().filter_map(|term| wanted(index, term, entry, memo)).min();
        all = all.zip(best).map(|(all, best)| all.with(best));
    }
    let words = plan.phrase.as_ref();
    let phrase = words.and_then(|words| Some((best(index, words, entry, memo)?, words)));
    match (all, phrase) {
        (Some(all), Some((phrase, _))) if all.class < phrase.rank.class => Some((all, Decider::Words(plan))),
        (_, Some((phrase, words))) => Some((phrase.rank, Decider::Phrase(phrase, words))),
        (all, None) => all.map(|all| (all, Decider::Words(plan))),
    }
}

/// What an entry is worth by one term; `None` where it is not what is wanted.
fn wanted(index: &Index, wanted: &Wanted, entry: usize, memo: &mut Memo) -> Option<Rank> {
    let is_within = wanted.within.as_ref().is_none_or(|within| within.contains(entry));
    let rank = match &wanted.words {
        Some(words) if is_within => best(index, words, entry, memo).map(|best| best.rank),
        None if is_within => Some(Rank::PLAIN),
        _ => None,
    };
    if wanted.is_not { rank.is_none().then_some(Rank::PLAIN) } else { rank }
}

/// Where a word lies best in an entry: by rank, and of equals in the first text.
pub fn best(index: &Index, words: &Words, entry: usize, memo: &mut Memo) -> Option<Best> {
    let mut best: Option<Best> = None;
    let mut shortest = u32::MAX;
    for (text, line) in index.columns().lines(entry).enumerate() {
        let part = Part::of(line.field);
        let mut length = u32::from(line.length);
        if part == Part::Names {
            shortest = shortest.min(length);
            length = shortest;
        }
        if best.is_some_and(|best| class(line.field, Tier::Exact) > best.rank.class) {
            continue;
        }
        let (by_letters, by_sounds) = words.may_be_in(part, entry);
        let mut consider = |field: Field, lie: Lie, has_gaps: bool| {
            let rank = Rank { class: class(field, lie.tier), way: lie.way, cost: -lie.score, length };
            if best.is_none_or(|best| rank < best.rank) {
                best = Some(Best { rank, text, lie, has_gaps });
            }
        };
        let mut is_found = false;
        let has_letters = by_letters && (line.has_han || !words.is_han) && (line.has_other || !words.is_other);
        let literal = words.literal.as_ref().filter(|_| has_letters);
        if let Some(lie) = literal.and_then(|literal| literal.lie(line, index.alphabet())) {
            consider(line.field, lie, false);
            is_found = true;
        }
        if by_sounds && line.has_han {
            for lie in words.sounds.iter().filter_map(|sounds| sounds.lie(line, index.alphabet())) {
                consider(line.field.max(Field::Alias), lie, false);
                is_found = true;
            }
        }
        if is_found || !by_letters || line.field == Field::Body {
            continue;
        }
        if let Some((lie, _)) = scattered(index, words, line, memo) {
            consider(line.field, lie, true);
        }
    }
    best
}

fn scattered(index: &Index, words: &Words, line: Line<'_>, memo: &mut Memo) -> Option<(Lie, Taken)> {
    let (gaps, word) = (words.gaps?, words.literal.as_ref()?);
    if words.is_other && !line.has_other {
        return None;
    }
    Scattered { word, gaps, number: words.number, alphabet: index.alphabet() }.lie(line, memo)
}

/// The texts of an entry that matched, the one that decides the class first, with the characters that match.
pub fn matches(index: &Index, decider: Decider<'_>, entry: usize, texts: Vec<(Field, &str)>) -> Vec<Match> {
    let mut memo = Memo::default();
    let mut found: Vec<(Best, &Words)> = match decider {
        Decider::Phrase(best, words) => vec![(best, words)],
        Decider::Words(plan) => {
            let groups = plan.groups.iter().filter_map(|group| {
                let terms = group.iter().filter_map(|term| Some((wanted(index, term, entry, &mut memo)?, term)));
                let (_, term) = terms.min_by_key(|(rank, _)| *rank)?;
                let words = term.words.as_ref().filter(|_| !term.is_not)?;
                Some((best(index, words, entry, &mut memo)?, words))
            });
            groups.collect()
        }
    };
    found.sort_by_key(|(best, _)| std::cmp::Reverse(best.rank.class));
    let kept = kept(texts);
    let mut marked: Vec<(usize, Vec<usize>)> = Vec::new();
    for (best, words) in &found {
        let Some((_, folded)) = kept.get(best.text) else { continue };
        let line = index.columns().lines(entry).nth(best.text).filter(|_| best.has_gaps);
        let scattered = line.and_then(|line| scattered(index, words, line, &mut memo));
        let taken: Vec<usize> = match scattered {
            Some((_, taken)) => taken.letters().collect(),
            None => (best.lie.start..best.lie.end).collect(),
        };
        let places = taken.into_iter().filter_map(|letter| Some(folded.letters.get(letter)?.from)).collect::<Vec<_>>();
        match marked.iter_mut().find(|(text, _)| *text == best.text) {
            Some((_, all)) => all.extend(places),
            None => marked.push((best.text, places)),
        }
    }
    let fields: Vec<Field> = index.columns().lines(entry).map(|line| line.field).collect();
    let told = |(text, places): (usize, Vec<usize>)| {
        let (shown, _) = kept.get(text)?;
        Some(Match { field: *fields.get(text)?, text: Arc::from(*shown), marks: fold::marks(shown, places) })
    };
    marked.into_iter().filter_map(told).collect()
}
