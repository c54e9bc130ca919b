//! How many cells a grapheme takes.
//!
//! The only place that asks `unicode-width`. Its `width_cjk` is not used: it leaves letters such as é and Я at one cell,
//! while terminals that draw ambiguous characters wide draw those wide too.

mod ambiguous;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use ambiguous::AMBIGUOUS;

/// What is done about characters of East Asian Width "ambiguous", to which terminals give one cell or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Ambiguous {
    /// They have one cell.
    #[default]
    Narrow,
    /// They have two. Drawn so that nothing shifts where they have one.
    Wide,
    /// Those that have a likeness of undisputed width are drawn as that, the others as if wide.
    Replace,
}

/// Ambiguous characters and what is drawn for them under [`Ambiguous::Replace`].
const LIKENESSES: [(&str, &str); 19] = [
    ("“", "＂"),
    ("”", "＂"),
    ("‘", "＇"),
    ("’", "＇"),
    ("…", "⋯"),
    ("—", "－"),
    ("─", "－"),
    ("–", "-"),
    ("‐", "-"),
    ("·", "・"),
    ("‧", "・"),
    ("•", "・"),
    ("○", "〇"),
    ("→", "->"),
    ("←", "<-"),
    ("⇒", "=>"),
    ("×", "x"),
    ("′", "'"),
    ("″", "\""),
];

/// What is drawn for a grapheme.
pub fn drawn(grapheme: &str, ambiguous: Ambiguous) -> &str {
    match ambiguous {
        Ambiguous::Narrow | Ambiguous::Wide => grapheme,
        Ambiguous::Replace => {
            LIKENESSES.iter().find(|(one, _)| *one == grapheme).map_or(grapheme, |(_, likeness)| likeness)
        }
    }
}

/// The cells of one grapheme cluster: 0, 1 or 2. Control characters and marks without a base take none.
pub fn cells(grapheme: &str, ambiguous: Ambiguous) -> usize {
    let mut chars = grapheme.chars();
    if let (Some(cells), None) = (chars.next().and_then(plain_cells), chars.next()) {
        return cells;
    }
    if grapheme.starts_with(char::is_control) {
        return 0;
    }
    let grapheme = drawn(grapheme, ambiguous);
    match grapheme.width() {
        1 if ambiguous != Ambiguous::Narrow
            && grapheme.chars().find(|c| c.width() > Some(0)).is_some_and(is_ambiguous) =>
        {
            2
        }
        width => width.min(2),
    }
}

/// The most cells that any terminal gives a grapheme cluster: one that knows no clusters draws its characters apart.
pub fn most_cells(grapheme: &str) -> usize {
    grapheme.chars().map(|c| cells(c.encode_utf8(&mut [0; 4]), Ambiguous::Wide)).sum()
}

/// The cells of a text.
pub fn width(text: &str, ambiguous: Ambiguous) -> usize {
    graphemes(text).map(|(_, grapheme)| cells(grapheme, ambiguous)).sum()
}

/// The grapheme clusters of a text with their places in bytes.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// The cells of what most texts are made of: ASCII, Han, and wide punctuation. A short cut: the tables say the same.
pub(super) const fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{3000}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}' => Some(2),
        _ => None,
    }
}

fn is_ambiguous(c: char) -> bool {
    let first_not_before = AMBIGUOUS.partition_point(|range| *range.end() < c);
    AMBIGUOUS.get(first_not_before).is_some_and(|range| range.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::Ambiguous::{Narrow, Replace, Wide};
    use super::*;

    #[test]
    fn the_short_cut_says_what_the_tables_say() {
        for c in ('\0'..=char::MAX).filter(|c| plain_cells(*c).is_some()) {
            assert_eq!(plain_cells(c), c.width(), "{c:?}");
            assert!(!is_ambiguous(c), "{c:?}");
        }
    }

    fn assert_each(text: &str, narrow: usize, wide: usize) {
        for (_, grapheme) in graphemes(text).filter(|(_, grapheme)| *grapheme != " ") {
            assert_eq!(cells(grapheme, Narrow), narrow, "{grapheme:?} on a narrow terminal");
            assert_eq!(cells(grapheme, Wide), wide, "{grapheme:?} on a wide terminal");
        }
    }

    #[test]
    fn chinese_text_takes_two_cells_everywhere() {
        assert_each("「」『』《》〈〉【】、。，；：！？（）～％｜．／０９ＡＺ\u{3000}・〇㈠㎡中浙港𠮷𪚥𲎯", 2, 2);
    }

    #[test]
    fn latin_text_takes_one_cell_everywhere() {
        assert_each("abcXYZ 0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ñ", 1, 1);
    }

    #[test]
    fn ambiguous_characters_follow_the_terminal() {
        assert_each("—–‐…‥·‧•‘’“”′″※§°±×÷○●◎◇◆□■△▲▽▼▶◀★☆①⑳ⅠⅫ℃№½∶←↑→↓⇒", 1, 2);
        assert_each("αβΩЯяéèêàüāǎō\u{e000}\u{fffd}", 1, 2);
        assert_each("─│┌┐└┘├┤┬┴┼━┃═║╔╭╮╰╯█▉▊▋▌▍▎▏▁▂▃▄▅▆▇▒▓▔▕", 1, 2);
    }

    #[test]
    fn a_likeness_has_an_undisputed_width() {
        for (one, likeness) in LIKENESSES {
            assert_ne!(cells(one, Narrow), cells(one, Wide), "{one}");
            assert_eq!(width(likeness, Narrow), width(likeness, Wide), "{likeness}");
            assert_eq!(cells(one, Replace), width(likeness, Narrow), "{one}");
            assert_eq!(drawn(one, Replace), likeness);
            assert_eq!((drawn(one, Narrow), drawn(one, Wide)), (one, one));
        }
        assert_eq!((drawn("é", Replace), cells("é", Replace)), ("é", 2));
        assert_eq!(width("“浙港”……", Replace), 10);
    }

    #[test]
    fn chrome_takes_one_cell_everywhere() {
        assert_each("| - + # = < > ^ v .", 1, 1);
        assert_each("╌╎⏐⎯¦╴╵￨▸▾▪◦∙›‹»❯✓✗⋯⋮░▐▖⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏￩￪￫￬−", 1, 1);
        assert_each("◂▴▫«⇐↵⏎☐☑␀␛␟␡␦", 1, 1);
    }

    #[test]
    fn a_cluster_is_as_wide_as_its_base() {
        assert_each("e\u{301} a\u{308}\u{304}", 1, 1);
        assert_each("α\u{301} …\u{301}", 1, 2);
        assert_each("葛\u{e0100} 龜\u{fe00} か\u{3099} 한", 2, 2);
    }

    #[test]
    fn no_cluster_is_wider_than_two() {
        assert_each("👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} 👍🏽 🇭🇰 1\u{fe0f}\u{20e3}", 2, 2);
        assert_each("ｶﾞ ﾊﾟ", 2, 2);
    }

    #[test]
    fn a_cluster_may_be_drawn_apart() {
        for (cluster, most) in
            [("浙", 2), ("a", 1), ("…", 2), ("👍🏽", 4), ("e\u{301}", 1), ("🇭🇰", 4), ("葛\u{e0100}", 2)]
        {
            assert!(most_cells(cluster) >= most.min(cells(cluster, Wide)), "{cluster}");
            assert_eq!(most_cells(cluster), if cluster == "🇭🇰" { most_cells("🇭") * 2 } else { most }, "{cluster}");
        }
    }

    #[test]
    fn what_shows_nothing_takes_nothing() {
        for mark in ["\u{301}", "\u{200b}", "\u{feff}", "\u{ad}", "\u{fe0f}", "\u{7}", "\n", "\r\n", "\u{9b}"] {
            assert_each(mark, 0, 0);
        }
        assert_eq!(cells("", Wide), 0);
    }

    #[test]
    fn a_text_is_the_sum_of_its_graphemes() {
        let rows = [("", 0, 0), ("Zhejiang", 8, 8), ("浙江", 4, 4), ("滬港 2024……", 11, 13), ("é", 1, 2)];
        for (text, narrow, wide) in rows {
            assert_eq!((width(text, Narrow), width(text, Wide)), (narrow, wide), "{text}");
        }
    }

    /// The crate's `width_cjk` differs where it gives a character the width of others that look like it or are composed
    /// as it is: so much, and letters such as é and Я.
    #[test]
    fn the_table_is_that_of_the_unicode_version_in_use() {
        assert_eq!(unicode_width::UNICODE_VERSION, (18, 0, 0), "make the table anew: data/unicode/README.md");
        let is_wider = |c: &char| c.width_cjk() > c.width();
        let all = || ('\0'..=char::MAX).filter(|c| !c.is_control());
        let only_of_the_crate: String = all().filter(|c| is_wider(c) && !is_ambiguous(*c)).collect();
        assert_eq!(only_of_the_crate, "\u{387}⅐⅑⅒⅕⅖⅗⅘⅙⅚↚↛↮⇎⇏∄∉∌∤∦≁≉≢≰≱⊄⊅⊈⊉⓪╴☖☗➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓🄋🄌");
        let unknown_to_the_crate = all().filter(|c| is_ambiguous(*c) && !is_wider(c) && c.width() == Some(1));
        let symbols: String = unknown_to_the_crate.filter(|c| !c.is_alphabetic()).collect();
        assert_eq!(symbols, "¨´¸˄˘˙˚˛˝˟");
    }

    #[test]
    fn the_table_is_sorted_with_gaps() {
        assert!(AMBIGUOUS.iter().all(|range| range.start() <= range.end()));
        assert!(AMBIGUOUS.windows(2).all(|pair| u32::from(*pair[0].end()) + 1 < u32::from(*pair[1].start())));
    }
}
