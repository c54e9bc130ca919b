//! All the texts of a record as columns of letters: one long row, and where in it each text and each entry begins.

use super::Field;
use super::alphabet::{Alphabet, Sign};
use super::bits::Bits;
use super::fold::{Folded, Letter, Sort, take_letters};
use super::shelf::{Part, Spot};

#[derive(Debug)]
pub struct Columns {
    letters: Vec<Sign>,
    /// The letters with which a word begins.
    starts: Bits,
    texts: Vec<Text>,
    /// The first text of each entry, and one more.
    entries: Vec<u32>,
}

/// Where a text ends, what it is, and which letters it has at all.
#[derive(Debug, Clone, Copy)]
struct Text {
    end: u32,
    length: u16,
    field: Field,
    /// `HAN` and `OTHER`, added up.
    sorts: u8,
}

const HAN: u8 = 1;
const OTHER: u8 = 2;

/// A text in columns.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    pub field: Field,
    /// Whether it has Han characters, and letters or digits of other scripts.
    pub has_han: bool,
    pub has_other: bool,
    /// Its letters without punctuation and spaces.
    pub length: u16,
    pub letters: &'a [Sign],
    starts: &'a Bits,
    at: usize,
}

impl Line<'_> {
    /// Whether it has Han characters, or letters of other scripts.
    pub const fn has(&self, sort: Sort) -> bool {
        match sort {
            Sort::Han => self.has_han,
            Sort::Other => self.has_other,
            Sort::Break => false,
        }
    }

    pub fn starts_word(&self, letter: usize) -> bool {
        self.starts.contains(self.at + letter)
    }

    /// The letters with which the text begins, or another of its words.
    pub fn starts(self, alphabet: &Alphabet) -> impl Iterator<Item = (usize, Spot)> {
        let first = self.letters.iter().position(|sign| alphabet.sort(*sign) != Sort::Break);
        let from = first.map_or(self.letters.len(), |first| first + 1);
        let words = (from..self.letters.len()).filter(move |letter| self.starts_word(*letter));
        first.map(|first| (first, Spot::Begin)).into_iter().chain(words.map(|letter| (letter, Spot::Word)))
    }
}

impl Columns {
    pub fn entry_count(&self) -> usize {
        self.entries.len() - 1
    }

    /// Every text with its entry, in order.
    pub fn each(&self, mut each: impl FnMut(u32, Line<'_>)) {
        for (entry, number) in (0..self.entry_count()).zip(0..) {
            self.lines(entry).for_each(|line| each(number, line));
        }
    }

    /// Every text of a part.
    pub fn each_line(&self, part: Part, mut each: impl FnMut(u32, Line<'_>)) {
        self.each(|entry, line| {
            if Part::of(line.field) == part {
                each(entry, line);
            }
        });
    }

    /// The length of the shortest name of an entry; of one without a name, of its shortest text.
    pub fn shortest(&self, entry: usize) -> u32 {
        let names = self.lines(entry).filter(|line| line.field <= Field::Alias).map(|line| line.length).min();
        names.or_else(|| self.lines(entry).map(|line| line.length).min()).map_or(0, u32::from)
    }

    /// The length of the shortest text of an entry in a part that has letters of a sort; `u8::MAX` where there is none, or
    /// only longer ones.
    pub fn shortest_of(&self, entry: usize, part: Part, sort: Sort) -> u8 {
        let texts = self.lines(entry).filter(|line| Part::of(line.field) == part && line.has(sort));
        texts.map(|line| line.length).min().and_then(|length| u8::try_from(length).ok()).unwrap_or(u8::MAX)
    }

    /// Whether the name of an entry in the record's own form has letters of a sort.
    pub fn has_own_name(&self, entry: usize, sort: Sort) -> bool {
        self.lines(entry).any(|line| line.field == Field::Name && line.has(sort))
    }

    /// The entries, given by what was their number, one after the other in this order.
    pub fn in_order(&self, order: &[u32]) -> Self {
        let mut letters = Vec::with_capacity(self.letters.len());
        let mut starts = Bits::none(self.letters.len());
        let mut texts = Vec::with_capacity(self.texts.len());
        let mut entries = vec![0];
        for entry in order {
            for line in self.lines(*entry as usize) {
                let first = letters.len();
                letters.extend_from_slice(line.letters);
                let words = (0..line.letters.len()).filter(|letter| line.starts_word(*letter));
                starts.insert_all(words.map(|letter| first + letter));
                let Line { field, length, .. } = line;
                texts.push(Text {
                    end: number(letters.len()),
                    length,
                    field,
                    sorts: sorts(line.has_han, line.has_other),
                });
            }
            entries.push(number(texts.len()));
        }
        Self { letters, starts, texts, entries }
    }

    /// The texts of an entry.
    pub fn lines(&self, entry: usize) -> impl Iterator<Item = Line<'_>> {
        let first = self.entries[entry] as usize;
        let mut at = first.checked_sub(1).map_or(0, |before| self.texts[before].end as usize);
        self.texts[first..self.entries[entry + 1] as usize].iter().map(move |text| {
            let Text { end, length, field, sorts } = *text;
            let (has_han, has_other) = (sorts & HAN != 0, sorts & OTHER != 0);
            let start = std::mem::replace(&mut at, end as usize);
            let letters = &self.letters[start..end as usize];
            Line { field, has_han, has_other, length, letters, starts: &self.starts, at: start }
        })
    }

    /// Reads a little of what some entries have, for no other end than that it is near when they are looked at: so they are
    /// waited for all at once, and not one after the other.
    pub fn warm(&self, entries: &[usize]) {
        let firsts = entries.iter().map(|entry| self.entries[*entry] as usize);
        let texts = firsts.map(|first| first.checked_sub(1).map_or(0, |before| self.texts[before].end as usize));
        let letters = texts.map(|at| self.letters.get(at).copied().unwrap_or(0));
        std::hint::black_box(letters.fold(0, |all, letter| all ^ letter));
    }
}

/// Takes texts in, entry by entry.
#[derive(Debug)]
pub struct Builder {
    pub alphabet: Alphabet,
    letters: Vec<Sign>,
    starts: Vec<u32>,
    texts: Vec<Text>,
    entries: Vec<u32>,
    /// The letters of the text that is being taken in.
    taken: Vec<Letter>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            alphabet: Alphabet::default(),
            letters: Vec::new(),
            starts: Vec::new(),
            texts: Vec::new(),
            entries: vec![0],
            taken: Vec::new(),
        }
    }
}

impl Builder {
    /// Takes in an entry: its texts, without those that say the same as one before.
    pub fn push<'a>(&mut self, texts: impl IntoIterator<Item = (Field, &'a str)>) {
        let first = self.texts.len();
        for (field, text) in texts {
            self.add(first, field, text);
        }
        self.entries.push(number(self.texts.len()));
    }

    fn add(&mut self, first: usize, field: Field, text: &str) {
        let start = self.letters.len();
        take_letters(text, &mut self.taken, |c| self.alphabet.known(c));
        for (place, letter) in self.taken.iter().enumerate() {
            let sign = self.alphabet.number(letter.own, letter.char);
            if letter.starts_word {
                self.starts.push(number(start + place));
            }
            self.letters.push(sign);
        }
        if start == self.letters.len() || self.is_said(first, start) {
            self.letters.truncate(start);
            while self.starts.pop_if(|at| *at as usize >= start).is_some() {}
            return;
        }
        let count = |sort: Sort| self.letters[start..].iter().filter(|sign| self.alphabet.sort(**sign) == sort).count();
        let (han, other) = (count(Sort::Han), count(Sort::Other));
        let length = u16::try_from(han + other).unwrap_or(u16::MAX);
        let end = number(self.letters.len());
        self.texts.push(Text { end, length, field, sorts: sorts(han > 0, other > 0) });
    }

    /// Whether a text of the entry that begins with text `first` says what stands from letter `start` on.
    fn is_said(&self, first: usize, start: usize) -> bool {
        let class = |sign: &Sign| self.alphabet.class(*sign);
        let said = &self.letters[start..];
        (first..self.texts.len()).any(|text| {
            let before = text.checked_sub(1).map_or(0, |before| self.texts[before].end);
            let other = &self.letters[before as usize..self.texts[text].end as usize];
            other.len() == said.len() && other.iter().map(class).eq(said.iter().map(class))
        })
    }

    pub fn finish(self) -> (Alphabet, Columns) {
        let mut starts = Bits::none(self.letters.len());
        starts.insert_all(self.starts.iter().map(|at| *at as usize));
        let Self { alphabet, letters, texts, entries, .. } = self;
        (alphabet, Columns { letters, starts, texts, entries })
    }
}

/// The texts of an entry that the columns hold, in their order: those that say the same as one before are left out.
pub fn kept<'a>(texts: impl IntoIterator<Item = (Field, &'a str)>) -> Vec<(&'a str, Folded)> {
    let mut kept: Vec<(&str, Folded)> = Vec::new();
    for (_, text) in texts {
        let folded = Folded::of(text);
        if !folded.letters.is_empty() && !kept.iter().any(|(_, said)| said.text == folded.text) {
            kept.push((text, folded));
        }
    }
    kept
}

fn sorts(has_han: bool, has_other: bool) -> u8 {
    u8::from(has_han) * HAN + u8::from(has_other) * OTHER
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
