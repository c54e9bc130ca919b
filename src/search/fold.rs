//! One folding for what is typed and for what is searched: the letters that are compared, each with its place in the
//! text that it comes from.
//!
//! Folded away: case, full width, the accents of Latin letters (so the tones of pinyin), quotes, the width of spaces,
//! joiners and variation selectors, and the few variants of Han characters in `variant`.

use std::ops::Range;

use crate::text::graphemes;

/// A letter as it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    pub char: char,
    /// Where in the text the character stands that it comes from, in bytes.
    pub from: usize,
    /// Whether a word begins here: after anything that is no letter, and between Han and other letters.
    pub starts_word: bool,
}

/// A text as it is compared. Has no space at its ends and no two in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The letters as one string.
    pub text: String,
    pub letters: Vec<Letter>,
    /// The letters without the punctuation around them.
    pub core: Range<usize>,
}

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut letters: Vec<Letter> = Vec::new();
        let mut before = Sort::Break;
        for (from, c) in text.char_indices() {
            if is_quote(c) {
                before = Sort::Break;
                continue;
            }
            for char in plain(c) {
                if char == ' ' && letters.last().is_none_or(|last| last.char == ' ') {
                    continue;
                }
                let sort = Sort::of(char);
                letters.push(Letter { char, from, starts_word: sort != Sort::Break && sort != before });
                before = sort;
            }
        }
        if letters.last().is_some_and(|last| last.char == ' ') {
            letters.pop();
        }
        let text = letters.iter().map(|letter| letter.char).collect();
        let core = core(&letters);
        Self { text, letters, core }
    }
}

/// The graphemes that hold the given places of a text, as ranges in order; neighbours are one range.
pub fn marks(text: &str, mut places: Vec<usize>) -> Vec<Range<usize>> {
    places.sort_unstable();
    let mut places = places.into_iter().peekable();
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (start, grapheme) in graphemes(text) {
        let end = start + grapheme.len();
        if places.next_if(|&place| place < end).is_none() {
            continue;
        }
        while places.next_if(|&place| place < end).is_some() {}
        match marks.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => marks.push(start..end),
        }
    }
    marks
}

/// Whether a character is Han: what one syllable of Chinese spells.
pub fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What a character is to the beginnings of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Break,
    Han,
    Other,
}

impl Sort {
    fn of(c: char) -> Self {
        match c {
            // In `people's` no second word begins.
            '\'' => Self::Other,
            _ if is_han(c) => Self::Han,
            _ if c.is_alphanumeric() => Self::Other,
            _ => Self::Break,
        }
    }
}

fn core(letters: &[Letter]) -> Range<usize> {
    let is_word = |letter: &Letter| Sort::of(letter.char) != Sort::Break;
    match (letters.iter().position(is_word), letters.iter().rposition(is_word)) {
        (Some(first), Some(last)) => first..last + 1,
        _ => 0..letters.len(),
    }
}

/// Quotes stand for nothing in a comparison: nobody types them.
fn is_quote(c: char) -> bool {
    matches!(c, '《' | '》' | '〈' | '〉' | '「' | '」' | '『' | '』' | '“' | '”' | '"' | '\u{ff02}')
}

/// A character without what is folded away; nothing is left of a joiner or a lone accent.
fn plain(c: char) -> impl Iterator<Item = char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '‘' | '’' => '\'',
        _ if c.is_whitespace() => ' ',
        _ => c,
    };
    narrow.to_lowercase().filter(|&c| !is_mark(c)).map(|c| variant(without_accent(c)))
}

/// Accents, joiners and variation selectors that stand apart from their letter.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The base letter of a lower-case Latin letter: Latin-1, Latin Extended-A, and what pinyin has beyond them.
fn without_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ế' | 'ề' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ḿ' => 'm',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ǹ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

/// One form for characters that differ by place and not by meaning, from `HKVariants.txt` (衛 衞) and
/// `STCharacters.txt` (卫 衛) of `OpenCC`.
fn variant(c: char) -> char {
    match c {
        '衛' | '卫' => '衞',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_types_is_folded_away() {
        let pairs = [
            ("", ""),
            ("John LEE", "john lee"),
            ("ＡＢＣ１２", "abc12"),
            ("lǐ jiā chāo", "li jia chao"),
            ("li\u{30c} nǚ", "li nu"),
            ("ÉCOLE", "ecole"),
            ("《關於「機制」的安排》", "關於機制的安排"),
            ("\u{3000}青年\u{3000} 備忘錄 ", "青年 備忘錄"),
            ("醫療衛生", "醫療衞生"),
            ("卫", "衞"),
            ("People’s", "people's"),
            ("葛\u{e0100}", "葛"),
            ("İ", "i"),
        ];
        for (text, plain) in pairs {
            assert_eq!(Folded::of(text).text, plain, "{text}");
        }
    }

    #[test]
    fn words_begin_after_punctuation_and_where_the_script_changes() {
        let pairs = [
            ("共建「一帶一路」及商貿", "共一及"),
            ("中鐵（中國中鐵）", "中中"),
            ("People's Congress", "pc"),
            ("2023港澳．浙江周", "2港浙"),
            ("U型盾構機", "u型"),
            ("——", ""),
        ];
        for (text, starts) in pairs {
            let folded = Folded::of(text);
            let found: String = folded.letters.iter().filter(|l| l.starts_word).map(|l| l.char).collect();
            assert_eq!(found, starts, "{text}");
        }
    }

    #[test]
    fn the_core_of_a_text_is_without_the_punctuation_around_it() {
        for (text, core) in [("（預告）", 1..3), ("Co., Ltd.", 0..8), ("……", 0..2), ("", 0..0)] {
            assert_eq!(Folded::of(text).core, core, "{text}");
        }
    }

    #[test]
    fn marks_are_whole_graphemes_and_neighbours_are_one() {
        assert_eq!(marks("李家超", vec![6, 0, 3]), vec![Range { start: 0, end: 9 }]);
        assert_eq!(marks("李家超", vec![6, 0, 0]), vec![0..3, 6..9]);
        assert_eq!(marks("e\u{301}a", vec![0]), vec![Range { start: 0, end: 3 }]);
        assert_eq!(marks("👨‍👩‍👧x", vec![7]), vec![Range { start: 0, end: 18 }]);
        assert_eq!(marks("", vec![]), Vec::<Range<usize>>::new());
    }
}
