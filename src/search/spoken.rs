//! Which entries have a syllable.

use super::alphabet::{Alphabet, FoldClass};
use super::bits::Bits;
use super::columns::Columns;
use super::pieces::Takers;
use super::postings::Postings;
use super::shelf::{Part, Shelf};
use super::syllables::Syllables;

/// The syllables of one tongue.
#[derive(Debug)]
pub struct Spoken {
    /// The letters that are read so, for each syllable.
    letters: Vec<Vec<FoldClass>>,
    /// The entries with each syllable in a name.
    names: Postings,
}

impl Spoken {
    pub fn of(columns: &Columns, alphabet: &Alphabet, syllables: &Syllables) -> Self {
        let mut letters = vec![Vec::new(); syllables.count()];
        let mut of_classes: Vec<&[u16]> = vec![&[]; alphabet.class_count()];
        for (class, set) in alphabet.readings() {
            of_classes[usize::from(class)] = syllables.of_set(set);
            syllables.of_set(set).iter().for_each(|syllable| letters[usize::from(*syllable)].push(class));
        }
        let names = Postings::gather(syllables.count(), columns.entry_count(), |tell| {
            columns.each_line(Part::Names, |entry, line| {
                let said = line.letters.iter().flat_map(|sign| of_classes[usize::from(alphabet.class(*sign))]);
                said.for_each(|syllable| tell(usize::from(*syllable), entry));
            });
        });
        Self { letters, names }
    }

    /// The entries that have, for all pieces on one way through a word, a syllable that may take the piece. Other texts than
    /// names are asked by their letters: there are few entries to which they matter.
    pub fn having(&self, part: Part, pieces: &[Takers], shelf: &Shelf, entries: usize) -> Bits {
        let end = pieces.iter().map(|piece| piece.to).max().unwrap_or(0);
        let mut reached: Vec<Option<Bits>> = vec![None; end + 1];
        reached[0] = Some(Bits::all(entries));
        for piece in pieces {
            let Some(so_far) = &reached[piece.from] else { continue };
            let mut having = self.having_one(part, &piece.syllables, shelf);
            having.keep(so_far);
            match &mut reached[piece.to] {
                Some(others) => others.add(&having),
                none => *none = Some(having),
            }
        }
        reached.pop().flatten().unwrap_or_else(|| Bits::none(entries))
    }

    fn having_one(&self, part: Part, syllables: &[u16], shelf: &Shelf) -> Bits {
        if part == Part::Names {
            return self.names.any(syllables);
        }
        let letters = syllables.iter().filter_map(|one| self.letters.get(usize::from(*one))).flatten();
        let mut letters: Vec<FoldClass> = letters.copied().collect();
        letters.sort_unstable();
        letters.dedup();
        shelf.having(&letters)
    }
}
