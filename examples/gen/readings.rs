//! How characters are usually read, from the program's own table (`data/readings/README.md`).

const INDEX: &[u8] = include_bytes!("../../data/readings/index.bin");
const SETS: &str = include_str!("../../data/readings/sets.txt");
const FIRST: u32 = 0x4e00;

#[derive(Debug)]
pub struct Readings(Vec<(&'static str, &'static str)>);

impl Readings {
    pub fn open() -> Self {
        let usual = |readings: &'static str| readings.split(',').next().unwrap_or_default();
        let set = |line: &'static str| line.split_once('|').unwrap_or_default();
        Self(SETS.lines().map(set).map(|(pinyin, jyutping)| (usual(pinyin), usual(jyutping))).collect())
    }

    /// Without tones, `v` for ü. Empty for what is no Chinese character.
    pub fn pinyin(&self, char: char) -> &'static str {
        self.of(char).0
    }

    /// Without tones. Empty for what has no reading in Cantonese.
    pub fn jyutping(&self, char: char) -> &'static str {
        self.of(char).1
    }

    fn of(&self, char: char) -> (&'static str, &'static str) {
        let place = (char as usize).checked_sub(FIRST as usize);
        let bytes = place.and_then(|place| INDEX.get(place * 2..place * 2 + 2));
        let set = bytes.map(|bytes| usize::from(u16::from_le_bytes([bytes[0], bytes[1]])));
        set.and_then(|set| self.0.get(set)).copied().unwrap_or_default()
    }

    /// Every character that is read in both tongues.
    pub fn chars(&self) -> Vec<char> {
        let all = (FIRST..).zip(INDEX.chunks_exact(2)).filter_map(|(code, _)| char::from_u32(code));
        all.filter(|&char| !self.pinyin(char).is_empty() && !self.jyutping(char).is_empty()).collect()
    }
}
