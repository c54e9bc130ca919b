//! Which hit comes first, in words.
//!
//! How well a word lies in a text decides first, as long as the text is a name: whole name, beginning of the name,
//! beginning of a word in it, anywhere in it, its characters with short gaps between. At each of these steps the
//! record's own form of the name comes before its other forms. After the names come the offices, then all other
//! texts; then characters scattered over an office, and last those scattered widely.
//!
//! | class | a word is |
//! | --- | --- |
//! | 0, 1 | a whole name, a whole alias (of pinyin and jyutping also: all the initials) |
//! | 2, 3 | the beginning of a name, of an alias |
//! | 4, 5 | the beginning of a word in a name, in an alias |
//! | 6, 7 | inside a name, an alias |
//! | 8, 9 | with short gaps in a name, in an alias |
//! | 10 to 13 | a whole office, its beginning, the beginning of a word in it, inside |
//! | 14 to 17 | the same four of any other text |
//! | 18 | with short gaps in an office |
//! | 19 | with wide gaps in a name, an alias or an office |
//!
//! An entry's class is that of its worst word, and its score the sum of the scores of its words. Within a class the
//! higher score comes first, then the shorter text, then the order of the record.

use std::cmp::Reverse;

use super::{Field, Hit};

/// How a word lies in a text, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// It is the whole text, but for punctuation at the ends.
    Exact,
    Prefix,
    WordStart,
    Inside,
    /// Its letters lie in the order typed, with short gaps.
    Near,
    /// The same with wide gaps.
    Wide,
}

/// The class of a word in a field. Letters with gaps are looked for in names and offices only.
pub fn class(field: Field, tier: Tier) -> u8 {
    let step = tier as u8;
    match (field, tier) {
        (_, Tier::Wide) => 19,
        (Field::Name, _) => 2 * step,
        (Field::Alias, _) => 2 * step + 1,
        (Field::Office | Field::Body, Tier::Near) => 18,
        (Field::Office, _) => 10 + step,
        (Field::Body, _) => 14 + step,
    }
}

/// The hits, which come in the order of the record, best first.
pub fn sorted(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_cached_key(|hit| {
        let chars = hit.matches.first().map_or(0, |decisive| decisive.text.chars().count());
        (hit.class, Reverse(hit.score), chars)
    });
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_follow_the_table() {
        use Field::{Alias, Body, Name, Office};
        use Tier::{Exact, Inside, Near, Prefix, Wide, WordStart};
        let order = [
            (Name, Exact),
            (Alias, Exact),
            (Name, Prefix),
            (Alias, Prefix),
            (Name, WordStart),
            (Alias, WordStart),
            (Name, Inside),
            (Alias, Inside),
            (Name, Near),
            (Alias, Near),
            (Office, Exact),
            (Office, Prefix),
            (Office, WordStart),
            (Office, Inside),
            (Body, Exact),
            (Body, Prefix),
            (Body, WordStart),
            (Body, Inside),
            (Office, Near),
            (Name, Wide),
        ];
        for (number, (field, tier)) in order.into_iter().enumerate() {
            assert_eq!(usize::from(class(field, tier)), number, "{field:?} {tier:?}");
        }
    }
}
