//! Which hit comes first, in words.
//!
//! How a word lies in a text decides first, as long as the text is a name: whole name, beginning of the name,
//! beginning of a word in it, anywhere in it, its characters with short gaps. At each of these steps the record's own
//! form of the name comes before its other forms. A whole post, or the whole organisation of a post, comes right after
//! a whole name. After the names come the other matches in offices, then all other texts; then characters scattered over
//! an office, and last those scattered widely.
//!
//! | class | a word is |
//! | --- | --- |
//! | 0, 1, 2 | a whole name, a whole alias (of pinyin and jyutping also: all the initials), a whole office |
//! | 3, 4 | the beginning of a name, of an alias |
//! | 5, 6 | the beginning of a word in a name, in an alias |
//! | 7, 8 | inside a name, an alias |
//! | 9, 10 | with short gaps in a name, in an alias |
//! | 11 to 13 | the beginning of an office, the beginning of a word in it, inside |
//! | 14 to 17 | a whole other text, its beginning, the beginning of a word in it, inside |
//! | 18 | with short gaps in an office |
//! | 19 | with wide gaps in a name, an alias or an office |
//! | 20 to 39 | the same twenty where nothing matches as typed: one typo, or the same sounds |
//!
//! Within a class, what is written as it was typed comes before another script or case, that before what only sounds so:
//! whole syllables, then initials, then beginnings of syllables; pinyin before jyutping. Then the higher score of
//! `fuzzy-matcher`, then the shorter name (of other names, the shortest up to the one that matched) or other text, then the
//! order of the record.
//!
//! An entry's class is that of its worst word, and its score the sum of the scores of its words.

use super::{Class, Field};

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

/// By what a word is found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Written as it was typed.
    Original,
    /// In another script, form or case.
    Folded,
    /// By whole syllables of pinyin.
    Pinyin,
    Jyutping,
    /// By initials among them.
    PinyinInitials,
    JyutpingInitials,
    /// By beginnings of syllables among them.
    PinyinParts,
    JyutpingParts,
    /// By characters that sound the same.
    Homophone,
    Typo,
}

/// Classes from here on are of what does not match as typed.
pub const NEAR: Class = 20;

/// What a hit is worth: the smaller comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    pub class: Class,
    pub way: Way,
    /// The negative of the score.
    pub cost: i32,
    /// The length in letters of what decided: of a text, or of the shortest name up to the one that matched.
    pub length: u32,
}

impl Rank {
    /// Of an entry of which nothing was wanted but that it be there.
    pub const PLAIN: Self = Self { class: 0, way: Way::Original, cost: 0, length: 0 };

    /// Of two words of one entry.
    pub fn with(self, other: Self) -> Self {
        let (worse, better) = if other.class > self.class { (other, self) } else { (self, other) };
        // Of two that decide alike the longer text counts.
        let length = if self.class == other.class { self.length.max(other.length) } else { worse.length };
        Self { class: worse.class, way: worse.way.max(better.way), cost: worse.cost + better.cost, length }
    }

    /// The rank and the place in the record as one number that sorts alike.
    pub fn key(self, entry: u32) -> u128 {
        let cost = u32::try_from(i64::from(self.cost) - i64::from(i32::MIN)).unwrap_or(u32::MAX);
        let head = u128::from(self.class) << 8 | self.way as u128;
        head << 96 | u128::from(cost) << 64 | u128::from(self.length) << 32 | u128::from(entry)
    }
}

/// The class of a word in a field. Letters with gaps are looked for in names and offices only.
pub fn class(field: Field, tier: Tier) -> Class {
    let step = tier as Class;
    match (field, tier) {
        (_, Tier::Wide) => 19,
        (Field::Name, Tier::Exact) => 0,
        (Field::Alias, Tier::Exact) => 1,
        (Field::Office, Tier::Exact) => 2,
        (Field::Name, _) => 1 + 2 * step,
        (Field::Alias, _) => 2 + 2 * step,
        (Field::Office | Field::Body, Tier::Near) => 18,
        (Field::Office, _) => 10 + step,
        (Field::Body, _) => 14 + step,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn classes_follow_the_table() {
        use Field::{Alias, Body, Name, Office};
        use Tier::{Exact, Inside, Near, Prefix, Wide, WordStart};
        let order = [
            (Name, Exact),
            (Alias, Exact),
            (Office, Exact),
            (Name, Prefix),
            (Alias, Prefix),
            (Name, WordStart),
            (Alias, WordStart),
            (Name, Inside),
            (Alias, Inside),
            (Name, Near),
            (Alias, Near),
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

    fn any_rank() -> impl Strategy<Value = Rank> {
        let way = prop_oneof![Just(Way::Original), Just(Way::Pinyin), Just(Way::Typo)];
        let parts = (0u8..40, way, -300i32..300, 0u32..50);
        parts.prop_map(|(class, way, cost, length)| Rank { class, way, cost, length })
    }

    proptest! {
        #[test]
        fn a_key_sorts_as_its_rank_and_then_by_the_order_of_the_record(
            one in any_rank(), other in any_rank(), first in 0u32..9, second in 0u32..9,
        ) {
            prop_assert_eq!(one.key(first).cmp(&other.key(second)), (one, first).cmp(&(other, second)));
        }
    }
}
