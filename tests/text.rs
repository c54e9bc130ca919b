//! Properties of text in cells, over random mixtures of what a Chinese record holds.

use std::fs;
use std::ops::Range;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::select;
use zhegang::text::cut::ELLIPSIS;
use zhegang::text::{Ambiguous, cut_end, graphemes, neutral, pad_end, pad_start, pieces, width, wrap};

/// Marks no line may end with, and marks no line may begin with: all that [`mixture`] makes.
const OPENING: &str = "「『《（〈【([“‘";
const CLOSING: &str = "。，、；：！？」』》）〉】～~·・‧－–／,.;:!?)]”’";
const POLICIES: [Ambiguous; 2] = [Ambiguous::Narrow, Ambiguous::Wide];

/// Sentences in the manner of a meeting record: names, numbers, titles, quotations, dashes.
const SENTENCES: [&str; 8] = [
    "香港特別行政區政府與浙江省人民政府今日（九月十六日）在香港舉行「浙港合作會議」第一次會議，並簽署《合作備忘錄》。",
    "會議由政務司司長陳國基與浙江省副省長盧山共同主持；雙方同意在「一帶一路」、金融、科技創新等13個範疇深化合作。",
    "2024年1月至6月，兩地貿易總額達HK$1,234.5億元，按年上升12.7%，其中電子產品佔50%以上，涉及3,200個項目。",
    "他說：“香港有‘一國兩制’的優勢，浙江有民營經濟的活力——兩者結合，必可產生一加一大於二的效果……”",
    "「科創」方面，《關於深化浙港科技創新合作備忘錄》提出：共建實驗室（包括InnoHK）、互認資歷、便利人才往來。",
    "詳情見 https://www.info.gov.hk/gia/general/202409/16/P2024091600321.htm?fontSize=1（只備中文版）。",
    "與會者包括史提芬·金、約翰‧米爾、瑪麗・居里；時間為上午9時30分～11時45分，地點是香港／杭州－寧波線。",
    "　　Hong Kong and Zhejiang signed the Memorandum of Understanding (MoU) on COVID-19 recovery, E6-1/F, Central.",
];

fn policy() -> impl Strategy<Value = Ambiguous> {
    select(&POLICIES[..])
}

fn mixture() -> impl Strategy<Value = String> {
    let one_of = |chars: &str| select(chars.chars().map(String::from).collect::<Vec<_>>());
    let piece = prop_oneof![
        8 => "[\u{4e00}-\u{9fa5}]{1,6}",
        4 => one_of("。，、；：！？」』》）〉】～~·・‧－–／"),
        3 => one_of("「『《（〈【“”‘’()[],.;:!?"),
        3 => "[A-Za-z]{1,12}",
        3 => "(HK\\$)?[0-9]{1,3}(,[0-9]{3}){0,2}(\\.[0-9])?[年月日億%個]?",
        3 => " {1,3}",
        1 => one_of("\n\u{3000}\u{a0}"),
        2 => select(&["——", "……", "…", "─", "①", "℃", "é", "●", "α", "×"][..]).prop_map(String::from),
        1 => select(&["👨‍👩‍👧", "👍🏽", "🇭🇰", "❤\u{fe0f}", "e\u{301}", "葛\u{e0100}", "ｶﾞ", "각", "\u{301}", "\u{200b}"][..])
            .prop_map(String::from),
        1 => "https://[a-z]{3,9}\\.hk(/[a-z0-9-]{1,20}){0,3}(\\?[a-z]{1,8}=[0-9]{1,9})?",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).expect("ranges lie on characters")
}

/// Whether a kinsoku rule forbids a line to end with one and the next to begin with the other.
fn is_bound(last: char, first: char) -> bool {
    OPENING.contains(last) || CLOSING.contains(first) || last == first && "—…─".contains(first)
}

fn paragraph_before(text: &str, at: usize) -> &str {
    let before = part(text, 0..at);
    before.rsplit('\n').next().unwrap_or(before)
}

/// The longest run that ends with the grapheme a line begins with and that no rule allows to be cut.
fn bound_run(text: &str, line_start: usize) -> &str {
    let paragraph_start = line_start - paragraph_before(text, line_start).len();
    let paragraph = part(text, paragraph_start..text.len());
    let visible: Vec<(usize, &str)> = graphemes(paragraph).filter(|(_, grapheme)| *grapheme != " ").collect();
    let base = |place: usize| visible[place].1.chars().next().expect("no grapheme is empty");
    let last = visible.iter().position(|(at, _)| paragraph_start + at == line_start).expect("a line begins visibly");
    let first = (1..=last).rev().find(|place| !is_bound(base(place - 1), base(*place))).unwrap_or(0);
    part(paragraph, visible[first].0..visible[last].0 + visible[last].1.len())
}

/// Asserts all that is promised of lines, except how full they are.
fn assert_lines(text: &str, first_cols: usize, cols: usize, ambiguous: Ambiguous) {
    let lines = wrap(text, first_cols, cols, ambiguous);
    let seams: Vec<usize> = graphemes(text).map(|(at, _)| at).chain([text.len()]).collect();
    let mut after = 0;
    for (number, line) in lines.iter().enumerate() {
        let gap = part(text, after..line.start);
        let shown = part(text, line.clone());
        let room = if number == 0 { first_cols } else { cols };
        assert!(width(shown, ambiguous) <= room, "{shown:?} is wider than {room}");
        assert!(gap.bytes().all(|byte| b" \n".contains(&byte)), "{gap:?} got lost");
        assert!([line.start, line.end].iter().all(|end| seams.binary_search(end).is_ok()), "{line:?} tears a grapheme");
        assert!(!shown.contains('\n') && !shown.ends_with(' '), "{shown:?}");
        let is_cut = !paragraph_before(text, line.start).trim_matches(' ').is_empty();
        if let (true, Some(last), Some(first)) = (is_cut, base_before(text, after), shown.chars().next())
            && is_bound(last, first)
        {
            let run = bound_run(text, line.start);
            assert!(
                width(run, ambiguous) > cols,
                "{last:?} and {first:?} parted, though {run:?} fits in {cols}: {text:?}"
            );
        }
        after = line.end;
    }
    assert!(part(text, after..text.len()).bytes().all(|byte| b" \n".contains(&byte)), "the end got lost");
}

fn base_before(text: &str, end: usize) -> Option<char> {
    graphemes(part(text, 0..end)).next_back()?.1.chars().next()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_fit_lose_nothing_and_keep_punctuation(
        text in mixture(), first_cols in 0..=120_usize, cols in 4..=120_usize, ambiguous in policy(),
    ) {
        assert_lines(&text, cols, cols, ambiguous);
        assert_lines(&text, first_cols, cols, ambiguous);
    }

    #[test]
    fn narrow_lines_keep_punctuation(text in mixture(), cols in 4..=16_usize, ambiguous in policy()) {
        assert_lines(&text, cols, cols, ambiguous);
    }

    #[test]
    fn lines_are_as_many_as_newlines_ask_for(text in mixture(), ambiguous in policy()) {
        let cols = width(&text, ambiguous).max(1);
        prop_assert_eq!(wrap(&text, cols, cols, ambiguous).len(), text.lines().count());
    }

    #[test]
    fn lines_get_on_in_any_room(text in ".{0,60}", first_cols in 0..4_usize, cols in 0..4_usize, ambiguous in policy()) {
        let lines = wrap(&text, first_cols, cols, ambiguous);
        prop_assert!(lines.len() <= text.len() + 1);
        prop_assert!(lines.iter().skip(1).all(|line| !line.is_empty()), "{lines:?}");
        for line in lines {
            let shown = part(&text, line);
            prop_assert!(width(shown, ambiguous) <= cols.max(first_cols) || graphemes(shown).count() == 1, "{shown:?}");
        }
    }

    #[test]
    fn cut_and_padded_text_fits(text in mixture(), cols in 0..=80_usize, ambiguous in policy()) {
        let cut = cut_end(&text, cols, ambiguous);
        let fits = width(&text, ambiguous) <= cols;
        prop_assert!(width(&cut, ambiguous) <= cols);
        prop_assert_eq!(fits, *cut == *text);
        if !fits && cols > 0 {
            let head = cut.strip_suffix(ELLIPSIS).expect("what was cut says so");
            prop_assert!(text.starts_with(head));
            prop_assert!(width(&cut, ambiguous) + 1 >= cols, "{cut:?} could hold more than {cols}");
        }
        prop_assert_eq!(width(&pad_end(&text, cols, ambiguous), ambiguous), cols);
        prop_assert_eq!(width(&pad_start(&text, cols, ambiguous), ambiguous), cols);
    }

    #[test]
    fn pieces_cover_the_line(
        edges in prop::collection::btree_set(0..200_usize, 0..20), line in (0..200_usize, 0..60_usize),
    ) {
        let edges: Vec<usize> = edges.into_iter().collect();
        let marks: Vec<(Range<usize>, usize)> =
            edges.windows(2).enumerate().step_by(2).map(|(name, pair)| (pair[0]..pair[1], name)).collect();
        let line = line.0..line.0 + line.1;
        let pieces = pieces(line.clone(), &marks);
        let places = pieces.iter().flat_map(|(range, mark)| range.clone().map(move |at| (at, *mark)));
        let mark_at = |at| marks.iter().find(|(range, _)| range.contains(&at)).map(|(_, name)| *name);
        prop_assert!(places.eq(line.map(|at| (at, mark_at(at)))), "{pieces:?}");
        prop_assert!(pieces.iter().all(|(range, _)| !range.is_empty()));
    }

    #[test]
    fn neutral_text_acts_on_nothing(
        text in "([\\x00-\\x20\\x7f-\\xa0\u{ad}\u{61c}\u{180e}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{fe00}-\u{fe0f}\
                 \u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e01ef}\u{300}-\u{310}a-c中]|.){0,60}",
    ) {
        let neutral_text = neutral(&text);
        let forbidden = |c: char| c != '\n' && c.is_control() || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
        prop_assert!(!neutral_text.contains(forbidden), "{neutral_text:?}");
        prop_assert_eq!(&neutral(&neutral_text), &neutral_text);
        prop_assert_eq!(neutral_text.matches('\n').count(), text.matches('\n').count());
    }
}

#[test]
fn a_record_reads_well_in_every_width() {
    for (text, ambiguous) in SENTENCES.iter().flat_map(|text| POLICIES.map(|ambiguous| (*text, ambiguous))) {
        for cols in 4..=120 {
            assert_lines(text, cols, cols, ambiguous);
        }
    }
}

#[test]
fn sentences_keep_words_numbers_and_units_whole() {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let units = "年月日時分億%個";
    for (text, ambiguous) in SENTENCES.iter().flat_map(|text| POLICIES.map(|ambiguous| (*text, ambiguous))) {
        for cols in 32..=120 {
            for pair in wrap(text, cols, cols, ambiguous).windows(2) {
                let edges = (base_before(text, pair[0].end), part(text, pair[1].clone()).chars().next());
                let (Some(last), Some(first)) = edges else { panic!("an empty line in {text:?}") };
                let is_torn = is_word(last) && (is_word(first) && pair[0].end == pair[1].start);
                let is_unitless = last.is_ascii_digit() && units.contains(first);
                assert!(!is_torn && !is_unitless, "{last:?} and {first:?} parted in {cols}: {text}");
            }
        }
    }
}

#[test]
fn the_sentences_are_neutral() {
    assert!(SENTENCES.iter().all(|text| neutral(text) == *text));
}

/// Names and texts of a record may be of any width; what the program itself says is not.
#[test]
fn the_programs_own_words_are_as_wide_in_every_terminal() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let words = ["words/zh_hant.rs", "words/zh_hans.rs", "words/en.rs", "keymap.rs", "article.rs", "set.rs"];
    let view = ["bars.rs", "help.rs", "panes.rs", "reader.rs", "row.rs", "search.rs"];
    let files =
        words.map(|name| root.join("ui").join(name)).into_iter().chain(view.map(|name| root.join("view").join(name)));
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert_eq!(width(line, Ambiguous::Narrow), width(line, Ambiguous::Wide), "{}: {line}", file.display());
        }
    }
}
