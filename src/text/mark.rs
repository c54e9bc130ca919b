//! Lays ranges of a whole text (links, search marks) over one of its lines.

use std::ops::Range;

/// Splits `line` at the edges of `marks`, giving each piece with the mark that covers it.
///
/// All ranges count bytes of the same text. The marks are sorted and do not overlap; they may reach beyond the line. The
/// pieces cover the line without gaps, and none is empty: an empty line has no pieces.
pub fn pieces<T: Copy>(line: Range<usize>, marks: &[(Range<usize>, T)]) -> Vec<(Range<usize>, Option<T>)> {
    let mut pieces = Vec::new();
    let mut at = line.start;
    let first = marks.partition_point(|(range, _)| range.end <= line.start);
    for (range, mark) in marks.iter().skip(first).take_while(|(range, _)| range.start < line.end) {
        let covered = range.start.max(at)..range.end.min(line.end);
        pieces.extend([(at..covered.start, None), (covered.clone(), Some(*mark))]);
        at = covered.end;
    }
    pieces.push((at..line.end, None));
    pieces.retain(|(range, _)| !range.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a whole text in words: marked ones in brackets.
    fn shown(text: &str, line: Range<usize>, marks: &[(Range<usize>, char)]) -> String {
        let show = |(range, mark): (Range<usize>, Option<char>)| {
            let piece = text.get(range).unwrap();
            mark.map_or(piece.to_owned(), |name| format!("[{name}:{piece}]"))
        };
        pieces(line, marks).into_iter().map(show).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_line_is_split_at_the_edges_of_its_marks() {
        assert_eq!(shown("the GDP rose", 0..12, &[(4..7, 'a')]), "the |[a:GDP]| rose");
        assert_eq!(shown("浙江省長", 0..12, &[(0..6, 'a'), (6..9, 'b')]), "[a:浙江]|[b:省]|長");
        assert_eq!(shown("第3屆 COP", 0..11, &[(3..7, 'a')]), "第|[a:3屆]| COP");
    }

    #[test]
    fn marks_may_reach_beyond_the_line() {
        assert_eq!(
            shown("香港浙江合作", 6..12, &[(0..3, 'a'), (3..9, 'b'), (9..15, 'c'), (15..18, 'd')]),
            "[b:浙]|[c:江]"
        );
        assert_eq!(shown("香港浙江合作", 6..12, &[(0..18, 'a')]), "[a:浙江]");
    }

    #[test]
    fn a_line_without_marks_is_one_piece() {
        assert_eq!(shown("香港", 0..6, &[]), "香港");
        assert_eq!(shown("香港浙江", 0..6, &[(6..9, 'a')]), "香港");
    }

    #[test]
    fn nothing_gives_empty_pieces() {
        assert_eq!(pieces(3..3, &[(0..9, 'a')]), []);
        assert_eq!(shown("香港", 0..6, &[(3..3, 'a')]), "香|港");
    }
}
