//! Lines of Chinese and mixed text.

mod kinsoku;

use std::ops::Range;

use super::width::Ambiguous;
use kinsoku::{Cluster, Cut, clusters};

/// The lines of a text as byte ranges, each at most `cols` columns wide; the first at most `first_cols`.
///
/// - A `\n` ends a line, as in [`str::lines`]: an empty text has no lines, an empty line is an empty range.
/// - No line begins with closing or ends with opening punctuation, unless these and what they stand by are longer than a
///   line. Words, numbers and —— …… are torn only if they are longer than a line, and then between graphemes.
/// - Spaces (U+0020) at either side of a cut are in no line. U+3000 stays: it is how a Chinese paragraph begins.
/// - If the first line has less room than the others and nothing fits on it, it is an empty range.
/// - A grapheme wider than its line (`cols` below 2) has the line to itself and juts out.
pub fn wrap(text: &str, first_cols: usize, cols: usize, ambiguous: Ambiguous) -> Vec<Range<usize>> {
    wrap_keeping(text, &[], first_cols, cols, ambiguous)
}

/// The lines of a text as [`wrap`] makes them; the byte ranges in `kept`, such as names, are torn no sooner than words.
pub fn wrap_keeping(
    text: &str,
    kept: &[Range<usize>],
    first_cols: usize,
    cols: usize,
    ambiguous: Ambiguous,
) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let mut clusters = clusters(paragraph.strip_suffix('\n').unwrap_or(paragraph), ambiguous);
        let is_inside = |at: usize| kept.iter().any(|range| range.start < at && at < range.end);
        for cluster in
            clusters.iter_mut().filter(|cluster| cluster.cut == Cut::Free && is_inside(start + cluster.start))
        {
            cluster.cut = Cut::Torn;
        }
        let first_cols = if start == 0 { first_cols } else { cols };
        let cut = Paragraph { clusters: &clusters, cols }.lines(first_cols);
        lines.extend(cut.into_iter().map(|line| start + line.start..start + line.end));
        start += paragraph.len();
    }
    lines
}

/// A paragraph on its way into lines. All places are numbers of clusters; the last cluster is the paragraph's end.
struct Paragraph<'a> {
    clusters: &'a [Cluster],
    cols: usize,
}

impl Paragraph<'_> {
    fn lines(&self, first_cols: usize) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut room = first_cols;
        loop {
            let end = match self.overflow(start, room) {
                None => self.end(),
                Some(overflow) => self.cut(start, overflow, room),
            };
            let line = self.without_spaces(start..end);
            // Spaces before a piece that has to move to the next line leave no empty line behind.
            if end == start || end == self.end() || !line.is_empty() {
                lines.push(self.clusters[line.start].start..self.clusters[line.end].start);
                room = self.cols;
            }
            start = end + self.clusters[end..].iter().take_while(|cluster| cluster.is_space).count();
            if start == self.end() {
                return lines;
            }
        }
    }

    fn end(&self) -> usize {
        self.clusters.len() - 1
    }

    /// The first cluster that does not fit. Spaces always do: they vanish if the line ends there.
    fn overflow(&self, start: usize, room: usize) -> Option<usize> {
        let mut used = 0;
        (start..self.end()).find(|place| {
            let cluster = &self.clusters[*place];
            used += cluster.cells;
            used > room && !cluster.is_space
        })
    }

    /// Where the next line begins. Only a line with less room than the others may stay empty.
    fn cut(&self, start: usize, overflow: usize, room: usize) -> usize {
        let last = |cut| (start + 1..=overflow).rev().find(|place| self.clusters[*place].cut == cut);
        last(Cut::Free).unwrap_or_else(|| {
            if room < self.cols { start } else { last(Cut::Torn).unwrap_or(overflow.max(start + 1)) }
        })
    }

    fn without_spaces(&self, line: Range<usize>) -> Range<usize> {
        let spaces = self.clusters[line.clone()].iter().rev().take_while(|cluster| cluster.is_space).count();
        line.start..line.end - spaces
    }
}

#[cfg(test)]
mod tests {
    use super::Ambiguous::{Narrow, Wide};
    use super::*;

    fn lines_after(first_cols: usize, text: &str, cols: usize, ambiguous: Ambiguous) -> Vec<&str> {
        wrap(text, first_cols, cols, ambiguous).into_iter().map(|line| text.get(line).unwrap()).collect()
    }

    fn assert_lines(text: &str, cols: usize, lines: &str) {
        assert_eq!(lines_after(cols, text, cols, Narrow).join("|"), lines, "{text} in {cols}");
    }

    #[test]
    fn latin_text_breaks_between_words() {
        assert_lines("Hong Kong and  Zhejiang", 10, "Hong Kong|and|Zhejiang");
        assert_lines("Hong Kong ", 9, "Hong Kong");
    }

    #[test]
    fn chinese_text_breaks_between_characters() {
        assert_lines("香港與浙江合作會議", 8, "香港與浙|江合作會|議");
        assert_lines("香港與浙江", 9, "香港與浙|江");
    }

    #[test]
    fn mixed_text_keeps_words_and_numbers_whole() {
        assert_lines("由COVID-19起減少1,234.5億元", 12, "由COVID-19起|減少|1,234.5億元");
        assert_lines("總值HK$19.8億", 10, "總值|HK$19.8億");
        assert_lines("於2024年3月1日舉行", 8, "於2024年|3月1日舉|行");
        assert_lines("佔50 %或２０２４ 個", 10, "佔50 %或|２０２４|個");
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert_eq!(wrap("", 10, 10, Narrow), []);
    }

    #[test]
    fn newlines_end_lines() {
        assert_lines("\n", 10, "");
        assert_lines("一\n\n二\n", 10, "一||二");
        assert_lines("一 \n   ", 10, "一|");
        assert_eq!(wrap("\n\n", 10, 10, Narrow), [0..0, 1..1]);
    }

    #[test]
    fn punctuation_stays_on_its_side() {
        assert_lines("與會者同意。", 10, "與會者同|意。");
        assert_lines("見《安排》、《協議》", 8, "見《安|排》、|《協議》");
        assert_lines("中 （ 甲 ） 乙", 8, "中|（ 甲 ）|乙");
        assert_lines("史提芬·金與約翰‧米爾", 6, "史提|芬·金|與約|翰‧米|爾");
        assert_lines("九時 ～ 十時／十一時", 8, "九時 ～|十時／十|一時");
    }

    #[test]
    fn quotation_marks_are_brackets_in_chinese() {
        assert_lines("主席說：“同意”並簽署", 9, "主席說：|“同意”並|簽署");
        assert_lines("甲乙“丙”“丁”戊", 6, "甲乙|“丙”|“丁”戊");
        assert_lines("said “yes” to China’s plan", 11, "said “yes”|to China’s|plan");
    }

    #[test]
    fn dashes_and_ellipses_are_not_parted() {
        assert_lines("兩地——香港", 5, "兩地|——香|港");
        assert_lines("等等……完", 5, "等|等……|完");
        assert_eq!(lines_after(8, "兩地——香港", 8, Wide), ["兩地——", "香港"]);
    }

    #[test]
    fn a_number_with_a_hyphen_stays_whole() {
        assert_lines("論壇 2025-H2", 8, "論壇|2025-H2");
        assert_lines("在E6-1/F", 6, "在|E6-1/F");
        assert_lines("Co-operation", 9, "Co-|operation");
    }

    #[test]
    fn what_is_longer_than_a_line_is_torn_between_graphemes() {
        assert_lines("見https://a.hk/abcdefghijk。", 8, "見|https://|a.hk/|abcdefgh|ijk。");
        assert_lines("（abcdefghij）。", 8, "（abcdef|ghij）。");
        assert_lines("ae\u{301}iou", 3, "ae\u{301}i|ou");
    }

    #[test]
    fn a_closing_mark_takes_company_along() {
        assert_lines("abcdef）。", 6, "abcde|f）。");
        assert_lines("（中）", 4, "（中|）");
    }

    #[test]
    fn a_line_too_narrow_for_a_character_takes_one() {
        assert_lines("香港 ab", 1, "香|港|a|b");
        assert_lines("香，b ", 0, "香|，|b");
    }

    #[test]
    fn the_first_line_may_have_less_room() {
        assert_eq!(lines_after(4, "香港與浙江", 8, Narrow), ["香港", "與浙江"]);
        assert_eq!(lines_after(1, "香港與浙江", 8, Narrow), ["", "香港與浙", "江"]);
        assert_eq!(lines_after(4, "Zhejiang", 8, Narrow), ["", "Zhejiang"]);
        assert_eq!(lines_after(4, "  Zhejiang", 8, Narrow), ["", "Zhejiang"]);
        assert_eq!(lines_after(0, "", 8, Narrow), [""; 0]);
    }

    #[test]
    fn what_is_kept_is_torn_last() {
        let lines = |cols| {
            let text = "出席者王浩、李家超";
            let lines = wrap_keeping(text, &[9..15, 18..27], cols, cols, Narrow);
            lines.into_iter().map(|line| text.get(line).unwrap()).collect::<Vec<_>>().join("|")
        };
        assert_eq!(lines(8), "出席者|王浩、|李家超");
        assert_eq!(lines(4), "出席|者|王|浩、|李家|超");
    }

    #[test]
    fn indentation_stays() {
        assert_lines("　　香港與浙江", 10, "　　香港與|浙江");
        assert_lines("  Hong Kong", 8, "  Hong|Kong");
        assert_lines("         Hong Kong", 8, "Hong|Kong");
        assert_lines("   。  。", 6, "。  。");
    }
}
