//! What people type to find an entry of the record, drawn by chance from its names.

use zhegang::data::{EntryId, Record, Tag};

use crate::record::readings::Readings;
use crate::record::rng::Rng;

/// No target is typed further.
const MOST_KEYS: usize = 8;

/// How an entry is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Contiguous,
    Scattered,
    Initials,
    Pinyin,
    English,
    Jyutping,
}

impl Way {
    pub const ALL: [Self; 6] =
        [Self::Contiguous, Self::Scattered, Self::Initials, Self::Pinyin, Self::English, Self::Jyutping];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Contiguous => "Chinese, in a row",
            Self::Scattered => "Chinese, with gaps",
            Self::Initials => "pinyin, initials",
            Self::Pinyin => "pinyin, in full",
            Self::English => "English",
            Self::Jyutping => "jyutping, in full",
        }
    }

    /// How often, against the others.
    const fn weight(self) -> usize {
        match self {
            Self::Contiguous => 40,
            Self::Scattered | Self::Initials | Self::Pinyin => 20,
            Self::English => 10,
            Self::Jyutping => 5,
        }
    }
}

/// A target by what stands in the field after each of its keys.
#[derive(Debug)]
pub struct Target {
    pub way: Way,
    pub keys: Vec<String>,
}

/// `count` targets, of every way as many as its weight says.
pub fn drawn(record: &Record, count: usize, seed: u64) -> Vec<Target> {
    let all: Vec<EntryId> = record.all_ids().collect();
    let readings = Readings::open();
    let mut rng = Rng::new(seed ^ 0x7a68_6567);
    let weights: usize = Way::ALL.iter().map(|way| way.weight()).sum();
    let mut targets = Vec::new();
    for way in Way::ALL {
        let wanted = (count * way.weight()).div_ceil(weights);
        // A record may have no name in English.
        for _ in 0..wanted * 1_000 {
            if targets.iter().filter(|target: &&Target| target.way == way).count() == wanted {
                break;
            }
            let id = all[rng.below(all.len())];
            targets.extend(typed(record, id, way, &readings, &mut rng).map(|typed| Target { way, keys: keys(&typed) }));
        }
    }
    targets
}

/// What stands in the field after each key.
pub fn keys(typed: &str) -> Vec<String> {
    let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8()).take(MOST_KEYS);
    ends.filter_map(|end| typed.get(..end)).map(str::to_owned).collect()
}

fn typed(record: &Record, id: EntryId, way: Way, readings: &Readings, rng: &mut Rng) -> Option<String> {
    let name = &record.entry(id).name;
    if way == Way::English {
        let form = name.forms().find(|form| form.tag == Tag::En)?;
        let words: Vec<&str> = form.text.split([' ', '-']).filter(|word| word.len() > 2).collect();
        return (!words.is_empty()).then(|| rng.one(&words).to_lowercase());
    }
    let own = &name.forms().next()?.text;
    let han = |c: &char| !readings.pinyin(*c).is_empty();
    // Nobody types across a comma or a bracket.
    let pieces: Vec<&str> = own.split(|c| !han(&c)).filter(|piece| piece.chars().nth(1).is_some()).collect();
    if pieces.is_empty() {
        return None;
    }
    let piece: Vec<char> = rng.one(&pieces).chars().collect();
    let mut row = |most: usize| {
        let count = (2 + rng.below(most - 1)).min(piece.len());
        // Half of the time people type a beginning.
        let first = if rng.is(50) { 0 } else { rng.below(piece.len() - count + 1) };
        piece[first..first + count].to_vec()
    };
    let typed: String = match way {
        Way::Contiguous | Way::English => row(8).into_iter().collect(),
        Way::Scattered => with_gaps(&piece, rng)?,
        Way::Initials => row(4).into_iter().filter_map(|c| readings.pinyin(c).chars().next()).collect(),
        Way::Pinyin => row(4).into_iter().map(|c| readings.pinyin(c)).collect(),
        Way::Jyutping => row(4).into_iter().map(|c| readings.jyutping(c)).collect(),
    };
    (!typed.is_empty()).then_some(typed)
}

/// Two to four characters in their order, not all in a row.
fn with_gaps(piece: &[char], rng: &mut Rng) -> Option<String> {
    let count = 2 + rng.below(3);
    if piece.len() <= count {
        return None;
    }
    let mut at = rng.below(piece.len() - count);
    let mut typed = String::from(piece[at]);
    for left in (1..count).rev() {
        let gap = rng.below(3).min(piece.len() - at - 1 - left);
        // Where chance left no gap until now, the last one makes it.
        let gap = if left == 1 && at + 1 + gap < piece.len() - 1 { gap.max(1) } else { gap };
        at += 1 + gap;
        typed.push(piece[at]);
    }
    Some(typed)
}
