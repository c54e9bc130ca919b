//! One folding for what is typed and for what is searched: the letters that are compared, each with its place in the
//! text that it comes from.
//!
//! Folded away: case, accents (so the tones of pinyin), quotes, the width of spaces, joiners and variation selectors,
//! what Unicode calls compatible (full width, circles, ligatures, radicals: NFKC), and the variants of Han characters.

use std::iter;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::variants::one_form;
use crate::text::graphemes;

/// A letter as it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    pub char: char,
    /// The letter as it is written; of a character that is compared as several, what it is compared as.
    pub own: char,
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
}

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut letters = Vec::new();
        take_letters(text, &mut letters, |_| None);
        let text = letters.iter().map(|letter: &Letter| letter.char).collect();
        Self { text, letters }
    }
}

/// Puts the letters of a text in place of those that are there. `known` may tell of characters that are compared as one
/// letter what that is, to save looking it up.
pub fn take_letters(text: &str, letters: &mut Vec<Letter>, known: impl Fn(char) -> Option<(char, Sort)>) {
    letters.clear();
    let mut before = Sort::Break;
    for (from, c) in text.char_indices() {
        if let Some((char, sort)) = known(c).or_else(|| simple(c).map(|char| (char, Sort::of(char)))) {
            take(letters, &mut before, Letter { char, own: c, from, starts_word: false }, sort);
            continue;
        }
        if is_quote(c) {
            before = Sort::Break;
            continue;
        }
        let folded: Vec<char> = fold(c).collect();
        for &char in &folded {
            let own = if folded.len() == 1 { c } else { char };
            take(letters, &mut before, Letter { char, own, from, starts_word: false }, Sort::of(char));
        }
    }
    if letters.last().is_some_and(|last| last.char == ' ') {
        letters.pop();
    }
}

/// Takes a letter after some of a text, the last of which is of the sort `before`.
fn take(letters: &mut Vec<Letter>, before: &mut Sort, letter: Letter, sort: Sort) {
    if is_joined(letter.char)
        && let Some(last) = letters.last_mut()
        && let Some(whole) = compose(last.char, letter.char)
    {
        (last.char, last.own) = (whole, whole);
        return;
    }
    if letter.char == ' ' && letters.last().is_none_or(|last| last.char == ' ') {
        return;
    }
    letters.push(Letter { starts_word: sort != Sort::Break && sort != *before, ..letter });
    *before = sort;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Break,
    Han,
    Other,
}

impl Sort {
    pub fn of(c: char) -> Self {
        match c {
            // In `people's` no second word begins.
            '\'' => Self::Other,
            _ if is_han(c) => Self::Han,
            _ if c.is_alphanumeric() => Self::Other,
            _ => Self::Break,
        }
    }
}

/// Whether a character is a quote, of any width. Quotes stand for nothing in a comparison: nobody types them.
fn is_quote(c: char) -> bool {
    matches!(c,
        '"' | '“' | '”' | '〈'..='》' | '「'..='』' | '\u{2329}' | '\u{232a}' | '\u{fe3d}'..='\u{fe44}'
        | '\u{ff02}' | '\u{ff62}' | '\u{ff63}')
}

/// The letters that one character is compared as, before spaces are collapsed; none for a quote, a joiner or an accent.
pub fn fold(c: char) -> impl Iterator<Item = char> {
    let (one, more) = match simple(c) {
        Some(one) => (Some(one), Vec::new()),
        None if is_quote(c) || is_mark(c) => (None, Vec::new()),
        None => (None, decomposed(c)),
    };
    one.into_iter().chain(more)
}

/// What nearly every character of a record is compared as, without a look at Unicode's tables.
fn simple(c: char) -> Option<char> {
    match c {
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2f7ff}' | '\u{30000}'..='\u{3ffff}' => Some(one_form(c)),
        '!' | '#'..='~' => Some(c.to_ascii_lowercase()),
        ' ' | '、'..='〇' | '【'..='〟' => Some(c),
        '！' | '＃'..='～' => char::from_u32(u32::from(c) - 0xfee0).map(|narrow| narrow.to_ascii_lowercase()),
        // Unicode takes its dot for a letter.
        'Ŀ' | 'ŀ' => Some('l'),
        _ => None,
    }
}

/// A character taken apart and, where no accent came off, put together again.
fn decomposed(c: char) -> Vec<char> {
    let letters = iter::once(c).nfkd().filter(|&c| !is_mark(c)).nfc().flat_map(char::to_lowercase);
    letters.filter(|&c| !is_mark(c) && !is_quote(c)).map(|c| one_form(plain(c))).collect()
}

/// Accents, joiners and variation selectors.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character is one letter with that before it: a voicing mark of kana, a vowel or an end of Hangul.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309a}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
}

/// One form of apostrophes and spaces, and the base of a lower-case letter whose stroke Unicode takes for no accent.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' => '\'',
        'đ' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'ŧ' => 't',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            ("《關於「機制」的安排》", "关于机制的安排"),
            ("﹁機制﹂ ︽安排︾ ｢機制｣", "机制 安排 机制"),
            ("\u{3000}青年\u{3000} 備忘錄 ", "青年 备忘录"),
            ("醫療衛生", "医疗卫生"),
            ("People’s", "people's"),
            ("葛\u{e0100}", "葛"),
            ("İ", "i"),
            ("Đà Nẵng, Łódź, Smørrebrød, Kadıköy, Paraŀlel", "da nang, lodz, smorrebrod, kadikoy, parallel"),
            ("①②㈱ﬁ½㎏ Ⅳ", "12(株)fi1⁄2kg iv"),
            ("が か\u{3099} ｶﾞ ガ か", "が が ガ ガ か"),
            ("각 \u{1100}\u{1161}\u{11a8} 가", "각 각 가"),
        ];
        for (text, plain) in pairs {
            assert_eq!(Folded::of(text).text, plain, "{text}");
        }
    }

    #[test]
    fn every_way_to_write_a_character_is_one() {
        let all = [
            "衞衛卫",
            "羣群",
            "峯峰",
            "裏裡里",
            "恆恒",
            "麪麵面",
            "着著",
            "啓啟启",
            "綫線线",
            "説說说",
            "臺台檯颱",
            "祕秘",
            "為爲为",
            "長长⾧⻑",
            "西⻄",
            "門门⾨⻔",
            "民⺠",
            "人⼈",
            "豈岂\u{f900}",
            "後后",
            "乾干幹",
            "發髮发",
            "鍾鐘锺钟",
            "鏈链",
            "煉炼",
            "瞭了",
            "覆復复",
            "祇只隻",
            "舖鋪铺",
            "姪侄",
            "靑青",
            "頫𫖯",
            "𩶘䲞",
        ];
        for ways in all {
            let folded: Vec<String> = ways.chars().map(|way| Folded::of(way.encode_utf8(&mut [0; 4])).text).collect();
            assert!(folded.iter().all(|one| *one == folded[0]), "{ways} {folded:?}");
        }
    }

    #[test]
    fn names_that_are_written_so_on_purpose_stay_apart() {
        let all = [
            "邨村",
            "喆哲",
            "堃坤",
            "昇升",
            "甯寧",
            "麴曲",
            "淼渺",
            "犇奔",
            "龢和",
            "迺乃",
            "栢柏",
            "鏈煉",
            "沉瀋",
            "がか",
            "ハパバ",
        ];
        for names in all {
            let mut folded: Vec<char> = names.chars().flat_map(fold).collect();
            folded.sort_unstable();
            folded.dedup();
            assert_eq!(folded.len(), names.chars().count(), "{names}");
        }
    }

    #[test]
    fn a_folded_character_is_folded_no_further() {
        for c in '\u{0}'..=char::MAX {
            let once: Vec<char> = fold(c).collect();
            let twice: Vec<char> = once.iter().copied().flat_map(fold).collect();
            assert_eq!(once, twice, "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn letters_keep_the_place_of_their_character() {
        let places = |text| Folded::of(text).letters.iter().map(|letter| letter.from).collect::<Vec<_>>();
        assert_eq!(places("㈱長"), [0, 0, 0, 3]);
        assert_eq!(places("か\u{3099}は"), [0, 6]);
        assert_eq!(places("e\u{301}é"), [0, 3]);
    }

    /// Text with much in it that is folded.
    fn texts() -> impl Strategy<Value = String> {
        let char = prop_oneof![
            any::<char>(),
            proptest::char::range('\u{20}', '\u{24f}'),
            proptest::char::range('\u{1100}', '\u{11ff}'),
            proptest::char::range('\u{2e80}', '\u{30ff}'),
            proptest::char::range('\u{4e00}', '\u{9fff}'),
            proptest::char::range('\u{f900}', '\u{ffef}'),
            proptest::sample::select(
                "「」“” \u{3000}\u{300}\u{308}\u{3099}\u{200d}ㅏㄱ㈱'’".chars().collect::<Vec<_>>()
            ),
        ];
        proptest::collection::vec(char, 0..12).prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_an_alphabet_knows_is_taken_as_what_it_does_not(all in proptest::collection::vec(texts(), 1..4)) {
            let mut alphabet = super::super::alphabet::Alphabet::default();
            for text in all.iter().chain(&all) {
                let mut letters = Vec::new();
                take_letters(text, &mut letters, |c| alphabet.known(c));
                prop_assert_eq!(&letters, &Folded::of(text).letters);
                for letter in letters {
                    alphabet.number(letter.own, letter.char);
                }
            }
        }

        #[test]
        fn a_folded_text_is_folded_no_further(text in texts()) {
            let once = Folded::of(&text);
            prop_assert_eq!(&Folded::of(&once.text).text, &once.text);
            let places: Vec<usize> = once.letters.iter().map(|letter| letter.from).collect();
            prop_assert!(places.is_sorted() && places.iter().all(|&from| from < text.len() && text.is_char_boundary(from)));
        }
    }

    #[test]
    fn words_begin_after_punctuation_and_where_the_script_changes() {
        let pairs = [
            ("共建「一帶一路」及商貿", "共一及"),
            ("中鐵（中國中鐵）", "中中"),
            ("㈱日立", "株日"),
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
    fn marks_are_whole_graphemes_and_neighbours_are_one() {
        assert_eq!(marks("李家超", vec![6, 0, 3]), vec![Range { start: 0, end: 9 }]);
        assert_eq!(marks("李家超", vec![6, 0, 0]), vec![0..3, 6..9]);
        assert_eq!(marks("e\u{301}a", vec![0]), vec![Range { start: 0, end: 3 }]);
        assert_eq!(marks("👨‍👩‍👧x", vec![7]), vec![Range { start: 0, end: 18 }]);
        assert_eq!(marks("", vec![]), Vec::<Range<usize>>::new());
    }
}
