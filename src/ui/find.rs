//! Finding a text inside the reader: every place where it stands, and which of them is the current one.

use std::ops::Range;

use super::article::Role;
use super::set::Set;
use crate::search::folded;

/// A search over the text of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    pub words: String,
    /// The current match, by its place among all matches.
    pub current: usize,
}

/// One place where the words stand. A match over a line's end has one spot in each line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Which match this is part of.
    pub number: usize,
    pub line: usize,
    /// Bytes of the line's text.
    pub range: Range<usize>,
}

/// What is looked for, in the letters that a search compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    letters: Vec<char>,
    /// Which of the letters get marks, as ranges.
    marked: Vec<Range<usize>>,
}

impl Needle {
    pub fn whole(text: &str) -> Self {
        let letters: Vec<char> = folded(text).into_iter().map(|(char, _)| char).collect();
        let all = 0..letters.len();
        Self { letters, marked: vec![all] }
    }

    /// The whole text is looked for, and parts of it get marks.
    pub fn marked(text: &str, marks: &[Range<usize>]) -> Self {
        let (letters, places): (Vec<char>, Vec<Range<usize>>) = folded(text).into_iter().unzip();
        let inside = |mark: &Range<usize>| {
            let start = places.iter().take_while(|place| place.start < mark.start).count();
            start..places.iter().take_while(|place| place.start < mark.end).count()
        };
        Self { marked: marks.iter().map(inside).collect(), letters }
    }
}

/// Every place in `set` where `words` stand, compared as a search compares. Lines of one paragraph count as one text.
pub fn spots(set: &Set, words: &str) -> Vec<Spot> {
    spots_of(set, &Needle::whole(words))
}

/// The marks of a needle, wherever it stands in `set`.
pub fn spots_of(set: &Set, needle: &Needle) -> Vec<Spot> {
    let mut spots = Vec::new();
    if needle.letters.is_empty() {
        return spots;
    }
    let mut number = 0;
    let mut start = 0;
    while start < set.lines.len() {
        let rest = set.lines.iter().skip(start + 1);
        let end = start + 1 + rest.take_while(|line| line.continues).count();
        let paragraph = Paragraph::of(set, start..end);
        let mut from = 0;
        while let Some(at) = paragraph.find(&needle.letters, from) {
            for marked in &needle.marked {
                paragraph.spots(at + marked.start..at + marked.end, number, &mut spots);
            }
            number += 1;
            from = at + needle.letters.len();
        }
        start = end;
    }
    spots
}

/// How many matches the spots make up.
pub fn count(spots: &[Spot]) -> usize {
    spots.last().map_or(0, |spot| spot.number + 1)
}

/// What stands for text that nothing matches across. No field takes it.
const WALL: char = '\0';

/// The letters of a paragraph, each with its line and the bytes in that line's text.
struct Paragraph {
    letters: Vec<char>,
    places: Vec<(usize, Range<usize>)>,
}

impl Paragraph {
    fn of(set: &Set, lines: Range<usize>) -> Self {
        let mut text = String::new();
        // Where each line begins: in this text, and how far that is from the bytes of its own.
        let mut pieces: Vec<(usize, usize, usize)> = Vec::new();
        for line in lines {
            if set.lines[line].after_space {
                pieces.push((text.len(), line, 0));
                text.push(' ');
            }
            let mut start = 0;
            for piece in &set.lines[line].pieces {
                pieces.push((text.len(), line, start));
                if matches!(piece.role, Role::Label | Role::Bullet | Role::Bar) {
                    text.push(WALL);
                } else {
                    text.push_str(&piece.text);
                }
                start += piece.text.len();
            }
        }
        let place = |range: Range<usize>| {
            let number = pieces.partition_point(|(start, ..)| *start <= range.start);
            let (start, line, offset) = number.checked_sub(1).map_or((0, 0, 0), |number| pieces[number]);
            (line, range.start - start + offset..range.end - start + offset)
        };
        let (letters, places) = folded(&text).into_iter().map(|(char, range)| (char, place(range))).unzip();
        Self { letters, places }
    }

    fn find(&self, needle: &[char], from: usize) -> Option<usize> {
        let rest = self.letters.get(from..)?;
        rest.windows(needle.len()).position(|window| window == needle).map(|at| from + at)
    }

    /// One spot for each line that the letters stand in.
    fn spots(&self, letters: Range<usize>, number: usize, spots: &mut Vec<Spot>) {
        let before = spots.len();
        for (line, range) in self.places.get(letters).unwrap_or_default() {
            match spots.get_mut(before..).and_then(<[Spot]>::last_mut) {
                Some(last) if last.line == *line => last.range.end = range.end,
                _ => spots.push(Spot { number, line: *line, range: range.clone() }),
            }
        }
    }
}
