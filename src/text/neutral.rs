//! Text that can do nothing to a terminal: no control, no hidden and no turned-around text.

use std::borrow::Cow;

use super::width::{Ambiguous, cells, plain_cells};

/// What stands for a character that would act or hide.
const SUBSTITUTE: char = '␦';
/// Combining marks one base may carry; a flood of them draws over the lines around.
const MARKS_PER_BASE: usize = 8;

/// The text with every character that could move a cursor, hide or turn text around made visible.
///
/// - `\n` stays, `\r\n` becomes `\n`, a tab becomes one space; other controls become their pictures (`␛`).
/// - Bidi controls, zero-width spaces, soft hyphens, line separators, tags and their like become `␦`.
/// - Joiners (U+200C, U+200D) and the variation selectors 15 and 16 are dropped, since terminals dispute their width; the
///   others, which choose between forms of a Han character, stay.
/// - Of the combining marks on one base eight stay, and none without a base.
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| plain_cells(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut neutral = String::with_capacity(text.len());
    let mut marks_left = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        let Some(shown) = shown(c) else { continue };
        if shown == '\n' {
            marks_left = 0;
        } else if takes_cells(shown) {
            marks_left = MARKS_PER_BASE;
        } else if marks_left > 0 {
            marks_left -= 1;
        } else {
            continue;
        }
        neutral.push(shown);
    }
    if neutral == text { Cow::Borrowed(text) } else { Cow::Owned(neutral) }
}

/// What is shown for one character, if anything.
fn shown(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        '\0'..='\x1f' => char::from_u32(u32::from('␀') + u32::from(c)),
        '\x7f' => Some('␡'),
        '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' => None,
        _ if acts_or_hides(c) => Some(SUBSTITUTE),
        _ => Some(c),
    }
}

fn acts_or_hides(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' // C1 controls
        | '\u{ad}' // soft hyphen
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' // directions; isolates: see U+2060
        | '\u{180e}' | '\u{200b}' | '\u{feff}' // zero-width spaces, byte order mark
        | '\u{2028}' | '\u{2029}' // line and paragraph separator
        | '\u{2060}'..='\u{206f}' // word joiner, invisible operators, isolates, deprecated formats
        | '\u{fff0}'..='\u{fffb}' // interlinear annotation and what is reserved beside it
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' // shorthand and musical formats
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}' // tags; between them the selectors of Han variants
    )
}

fn takes_cells(c: char) -> bool {
    cells(c.encode_utf8(&mut [0; 4]), Ambiguous::Narrow) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn plain_text_is_borrowed() {
        for text in
            ["", "Hong Kong\nZhejiang", "「浙港」\u{3000}2024年", "é e\u{301} 👍 ＡＢ\u{a0}", "葛\u{e0100}龜\u{fe00}"]
        {
            assert!(matches!(neutral(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn what_acts_or_hides_becomes_visible() {
        let rows = [
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("\0\u{7}\u{1f}\u{7f}", "␀␇␟␡"),
            ("中\u{9b}31m\u{85}", "中␦31m␦"),
            ("浙\u{202e}港\u{2066}\u{200f}\u{61c}", "浙␦港␦␦␦"),
            ("零\u{200b}寬\u{feff}\u{2060}\u{ad}", "零␦寬␦␦␦"),
            ("行\u{2028}段\u{2029}", "行␦段␦"),
            ("旗\u{e0067}\u{e007f}", "旗␦␦"),
        ];
        for (text, visible) in rows {
            assert_eq!(neutral(text), visible, "{text:?}");
        }
    }

    #[test]
    fn lines_and_tabs_become_simple() {
        assert_eq!(neutral("一\r\n二\n三\r四\r\r\n五"), "一\n二\n三␍四␍\n五");
        assert_eq!(neutral("甲\t乙"), "甲 乙");
    }

    #[test]
    fn emoji_lose_what_terminals_dispute() {
        assert_eq!(neutral("👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} ☎\u{fe0e}"), "👨👩👧 ❤ ☎");
    }

    #[test]
    fn a_flood_of_marks_is_stemmed() {
        let flood = |count| format!("a{}b", "\u{301}".repeat(count));
        assert_eq!(neutral(&flood(8)), flood(8));
        assert_eq!(neutral(&flood(500)), flood(8));
        assert_eq!(neutral("\u{301}甲\n\u{301}乙"), "甲\n乙");
    }

    #[test]
    fn every_substitute_takes_one_cell_in_every_terminal() {
        let all: String = ('␀'..='␦').collect();
        let count = all.chars().count();
        assert_eq!((width(&all, Ambiguous::Narrow), width(&all, Ambiguous::Wide)), (count, count));
    }
}
