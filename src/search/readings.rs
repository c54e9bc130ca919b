//! How Han characters are read: every reading in Mandarin and in Cantonese, without tones.
//!
//! Made by `data/readings/make_readings.py` from pinyin-data (MIT) and rime-cantonese (CC BY 4.0); see the README there.

/// For every character from [`FIRST`] on the number of its set, in two bytes, the lower first.
const INDEX: &[u8] = include_bytes!("../../data/readings/index.bin");
/// Sets of readings, one a line: pinyin, then `|`, then jyutping, each separated by commas.
const SETS: &str = include_str!("../../data/readings/sets.txt");
const FIRST: char = '\u{4e00}';

/// The number of the set of readings of a character; 0 for what is no Han character or is hardly used.
pub fn set(char: char) -> u16 {
    let place = (char as usize).checked_sub(FIRST as usize).map(|place| place * 2);
    let number = place.and_then(|place| INDEX.get(place..place + 2));
    number.map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
}

/// A way to say Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    Mandarin,
    Cantonese,
}

impl Tongue {
    pub const ALL: [Self; 2] = [Self::Mandarin, Self::Cantonese];
}

/// The table, opened.
#[derive(Debug, Clone)]
pub struct Readings {
    sets: Vec<&'static str>,
}

impl Readings {
    pub fn open() -> Self {
        Self { sets: SETS.lines().collect() }
    }

    /// How many sets there are, the empty one with them.
    pub fn set_count(&self) -> usize {
        self.sets.len()
    }

    /// The readings of a set, the usual one first.
    pub fn of(&self, set: u16, tongue: Tongue) -> impl Iterator<Item = &'static str> + use<> {
        let (mandarin, cantonese) =
            self.sets.get(usize::from(set)).and_then(|set| set.split_once('|')).unwrap_or_default();
        let readings = if tongue == Tongue::Mandarin { mandarin } else { cantonese };
        readings.split(',').filter(|reading| !reading.is_empty())
    }

    /// Every set with its readings.
    pub fn sets(&self, tongue: Tongue) -> impl Iterator<Item = (u16, impl Iterator<Item = &'static str> + use<>)> {
        (0..).zip(&self.sets).map(move |(set, _)| (set, self.of(set, tongue)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_all_their_readings() {
        let readings = Readings::open();
        let of = |char, tongue| readings.of(set(char), tongue).collect::<Vec<_>>().join(" ");
        for (char, mandarin, cantonese) in [
            ('李', "li", "lei"),
            ('長', "zhang chang", "coeng zoeng"),
            ('翟', "di zhai", "dik zaak"),
            ('旅', "lv", "leoi"),
            ('a', "", ""),
            ('，', "", ""),
            ('𠮷', "", ""),
        ] {
            assert_eq!((of(char, Tongue::Mandarin), of(char, Tongue::Cantonese)), (mandarin.into(), cantonese.into()));
        }
    }

    #[test]
    fn the_table_is_small_and_whole() {
        assert!(INDEX.len() + SETS.len() <= 200 * 1024);
        let sets = Readings::open().sets;
        for bytes in INDEX.chunks(2) {
            assert!(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])) < sets.len());
        }
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b',' | b'|');
        assert!(sets.iter().all(|set| set.bytes().all(is_letter) && (set.is_empty() || set.matches('|').count() == 1)));
    }
}
