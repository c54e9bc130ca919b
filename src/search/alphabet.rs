//! The letters of a record, numbered: each as it is written, with what it is compared as and how it is read.

use std::collections::HashMap;

use super::fold::Sort;
use super::readings;

/// A letter as the record writes it, by its number. The first number stands for the letters of a record that has more
/// different ones than there are numbers; nothing finds those.
pub type Sign = u16;
/// What letters are compared as, numbered.
pub type FoldClass = u16;

const PAGE: usize = 256;
/// The sign of what has no number.
const UNKNOWN: Sign = 0;

#[derive(Debug)]
pub struct Alphabet {
    /// The numbers of characters, by pages of 256 that are only there where a character is.
    pages: Vec<Vec<Sign>>,
    own: Vec<char>,
    classes: Vec<FoldClass>,
    sorts: Vec<Sort>,
    /// The signs of each class.
    members: Vec<Vec<Sign>>,
    folded: Vec<char>,
    by_folded: HashMap<char, FoldClass>,
    /// The set of readings of each class (see `readings`); 0 for none.
    sets: Vec<u16>,
}

impl Default for Alphabet {
    fn default() -> Self {
        let mut alphabet = Self {
            pages: vec![Vec::new(); (char::MAX as usize + 1) / PAGE],
            own: Vec::new(),
            classes: Vec::new(),
            sorts: Vec::new(),
            members: Vec::new(),
            folded: Vec::new(),
            by_folded: HashMap::new(),
            sets: Vec::new(),
        };
        // The unknown letter is of a class that no query has.
        alphabet.push('\0', '\0');
        alphabet.by_folded.clear();
        alphabet
    }
}

impl Alphabet {
    /// The number of a letter, given as it is written and as it is compared.
    pub fn number(&mut self, own: char, folded: char) -> Sign {
        let (page, place) = (own as usize / PAGE, own as usize % PAGE);
        if let Some(sign) = self.sign(own) {
            return sign;
        }
        if self.own.len() > usize::from(Sign::MAX) {
            return UNKNOWN;
        }
        let sign = self.push(own, folded);
        if self.pages[page].is_empty() {
            self.pages[page] = vec![UNKNOWN; PAGE];
        }
        self.pages[page][place] = sign;
        sign
    }

    fn sign(&self, own: char) -> Option<Sign> {
        let sign = self.pages[own as usize / PAGE].get(own as usize % PAGE);
        sign.copied().filter(|sign| *sign != UNKNOWN)
    }

    /// What a letter is compared as that has a number, and its sort.
    pub fn known(&self, own: char) -> Option<(char, Sort)> {
        self.sign(own).map(|sign| (self.folded(sign), self.sort(sign)))
    }

    fn push(&mut self, own: char, folded: char) -> Sign {
        let number = |len: usize| u16::try_from(len).unwrap_or(u16::MAX);
        let sign = number(self.own.len());
        let class = *self.by_folded.entry(folded).or_insert_with(|| {
            self.members.push(Vec::new());
            self.folded.push(folded);
            self.sets.push(readings::set(folded));
            number(self.folded.len() - 1)
        });
        self.own.push(own);
        self.classes.push(class);
        self.sorts.push(Sort::of(folded));
        self.members[usize::from(class)].push(sign);
        sign
    }

    /// How many letters have a number.
    pub fn len(&self) -> usize {
        self.own.len()
    }

    pub fn signs(&self) -> impl Iterator<Item = Sign> + use<> {
        (0..=Sign::MAX).take(self.len())
    }

    pub fn class_count(&self) -> usize {
        self.folded.len()
    }

    pub fn class(&self, sign: Sign) -> FoldClass {
        self.classes[usize::from(sign)]
    }

    pub fn sort(&self, sign: Sign) -> Sort {
        self.sorts[usize::from(sign)]
    }

    /// What a letter is compared as.
    pub fn folded(&self, sign: Sign) -> char {
        self.char_of(self.class(sign))
    }

    /// What the letters of a class are compared as.
    pub fn char_of(&self, class: FoldClass) -> char {
        self.folded[usize::from(class)]
    }

    /// The letters that are compared as one character.
    pub fn class_of(&self, folded: char) -> Option<FoldClass> {
        self.by_folded.get(&folded).copied()
    }

    pub fn members(&self, class: FoldClass) -> &[Sign] {
        &self.members[usize::from(class)]
    }

    /// Whether a letter is written as it was typed: the same, or a capital for a small one.
    pub fn is_as_typed(&self, sign: Sign, typed: char) -> bool {
        let own = self.own[usize::from(sign)];
        own == typed || own.to_lowercase().eq([typed])
    }

    /// Every class with its set of readings.
    pub fn readings(&self) -> impl Iterator<Item = (FoldClass, u16)> + '_ {
        (0..).zip(self.sets.iter().copied()).filter(|(_, set)| *set != 0)
    }
}
