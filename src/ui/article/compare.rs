//! Two entries side by side: what is tied to both, and what each says of the same things on the same lines.

use std::collections::HashSet;

use super::{Block, Span, Writer};
use crate::data::EntryId;
use crate::ui::ties;

/// A part of an article: under a heading, or a field. What comes before all of them has no name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Part {
    name: String,
    blocks: Vec<Block>,
}

impl Writer<'_> {
    pub(super) fn compare(&mut self, left: EntryId, right: EntryId) {
        let parts = [left, right].map(|id| self.parts(id));
        // Things of two kinds have few parts in common, and what one of them can't have is not missed.
        if left.kind != right.kind {
            let [left, right] = parts.map(|parts| parts.into_iter().flat_map(|part| part.blocks).collect());
            self.blocks.push(Block::Pair { left, right });
            return;
        }
        let mut pairs = paired(parts).into_iter().map(|(name, [left, right])| {
            let missing = |of: &[Block]| self.missing(&name, of);
            let left_missing = right.as_deref().map(missing);
            let right_missing = left.as_deref().map(missing);
            Block::Pair {
                left: left.or(left_missing).unwrap_or_default(),
                right: right.or(right_missing).unwrap_or_default(),
            }
        });
        let first = pairs.next();
        let rest: Vec<Block> = pairs.collect();
        self.blocks.extend(first);
        let common = self.in_common(left, right);
        self.list(self.words.compare.in_common, &common);
        self.blocks.extend(rest);
    }

    /// What stands beside a part that only the other entry has.
    fn missing(&self, name: &str, other: &[Block]) -> Vec<Block> {
        let nothing = vec![Span::dim(self.words.compare.nothing)];
        match other {
            [Block::Field { .. }, ..] => vec![Block::Field { label: name.to_owned(), spans: nothing }],
            _ => vec![Block::Heading(name.to_owned()), Block::Note(nothing)],
        }
    }

    /// What is tied to both, in the order of the first one's ties.
    fn in_common(&self, left: EntryId, right: EntryId) -> Vec<EntryId> {
        let tied = |id: EntryId| ties::of(self.record, id).into_iter().flat_map(|(_, entries)| entries);
        let others: HashSet<EntryId> = tied(right).collect();
        let mut told = HashSet::new();
        tied(left).filter(|entry| others.contains(entry) && told.insert(*entry)).collect()
    }

    /// The article of an entry in its parts.
    fn parts(&self, id: EntryId) -> Vec<Part> {
        let mut writer = Writer::new(self.world, self.lang);
        writer.entry(id);
        let mut parts = vec![Part::default()];
        for block in writer.blocks {
            match (&block, parts.last_mut()) {
                (Block::Heading(name) | Block::Field { label: name, .. }, _) => {
                    parts.push(Part { name: name.clone(), blocks: vec![block] });
                }
                (_, Some(part)) => part.blocks.push(block),
                (_, None) => {}
            }
        }
        parts
    }
}

/// The parts of both that have the same name, in the order of the first; those that only the second has stand behind the
/// part that comes before them there.
fn paired([left, right]: [Vec<Part>; 2]) -> Vec<(String, [Option<Vec<Block>>; 2])> {
    let mut pairs: Vec<(String, [Option<Vec<Block>>; 2])> =
        left.into_iter().map(|part| (part.name, [Some(part.blocks), None])).collect();
    let mut after = 0;
    for Part { name, blocks } in right {
        let same = pairs.iter().position(|(other, [_, right])| *other == name && right.is_none());
        if let Some(at) = same {
            pairs[at].1[1] = Some(blocks);
            after = at + 1;
        } else {
            pairs.insert(after, (name, [None, Some(blocks)]));
            after += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_the_same_name_stand_beside_each_other() {
        let parts = |names: &str| {
            let part = |name: char| Part { name: name.to_string(), blocks: vec![Block::Title(name.to_string())] };
            names.chars().map(part).collect::<Vec<_>>()
        };
        let shown = |left: &str, right: &str| {
            let side = |side: &Option<Vec<Block>>| if side.is_some() { "+" } else { "-" };
            let pairs = paired([parts(left), parts(right)]);
            pairs.iter().map(|(name, [left, right])| [name, side(left), side(right)].concat()).collect::<String>()
        };
        assert_eq!(shown("abc", "abc"), "a++b++c++");
        assert_eq!(shown("ac", "abc"), "a++b-+c++");
        assert_eq!(shown("abd", "acd"), "a++c-+b+-d++");
        assert_eq!(shown("ab", "ba"), "a++b++");
        assert_eq!(shown("", "ab"), "a-+b-+");
    }
}
