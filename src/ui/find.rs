//! Finding a text inside the reader: every place where it stands, and which of them is the current one.

use std::ops::Range;

use super::article::Role;
use super::set::Set;

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

/// Every place in `set` where `words` stand, letter case aside. Lines of one paragraph count as one text.
pub fn spots(set: &Set, words: &str) -> Vec<Spot> {
    let needle: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let mut spots = Vec::new();
    if needle.is_empty() {
        return spots;
    }
    let mut number = 0;
    let mut start = 0;
    while start < set.lines.len() {
        let rest = set.lines.iter().skip(start + 1);
        let end = start + 1 + rest.take_while(|line| line.continues).count();
        let text = Folded::of(set, start..end);
        let mut from = 0;
        while let Some(found) = text.find(&needle, from) {
            text.spots(found.clone(), number, &mut spots);
            number += 1;
            from = found.end;
        }
        start = end;
    }
    spots
}

/// How many matches the spots make up.
pub fn count(spots: &[Spot]) -> usize {
    spots.last().map_or(0, |spot| spot.number + 1)
}

/// The text of a paragraph, folded, with the place of every character.
struct Folded {
    chars: Vec<char>,
    /// Line, and bytes in that line's text.
    places: Vec<(usize, Range<usize>)>,
}

impl Folded {
    fn of(set: &Set, lines: Range<usize>) -> Self {
        let mut folded = Self { chars: Vec::new(), places: Vec::new() };
        for line in lines {
            if set.lines[line].after_space {
                folded.push(' ', (line, 0..0));
            }
            let mut start = 0;
            for piece in &set.lines[line].pieces {
                if matches!(piece.role, Role::Label | Role::Bullet | Role::Bar) {
                    // Not part of what the text says: nothing matches across it.
                    folded.push('\n', (line, start..start));
                } else {
                    for (offset, char) in piece.text.char_indices() {
                        let offset = start + offset;
                        char.to_lowercase()
                            .for_each(|lower| folded.push(lower, (line, offset..offset + char.len_utf8())));
                    }
                }
                start += piece.text.len();
            }
        }
        folded
    }

    fn push(&mut self, char: char, place: (usize, Range<usize>)) {
        self.chars.push(char);
        self.places.push(place);
    }

    fn find(&self, needle: &[char], from: usize) -> Option<Range<usize>> {
        let rest = self.chars.get(from..)?;
        let at = from + rest.windows(needle.len()).position(|window| window == needle)?;
        Some(at..at + needle.len())
    }

    fn spots(&self, found: Range<usize>, number: usize, spots: &mut Vec<Spot>) {
        for (line, range) in self.places.get(found).unwrap_or_default() {
            match spots.last_mut() {
                Some(last) if last.number == number && last.line == *line => last.range.end = range.end,
                _ => spots.push(Spot { number, line: *line, range: range.clone() }),
            }
        }
    }
}
