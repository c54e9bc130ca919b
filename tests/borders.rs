//! Boxes around the panes and the reader, where a reader wants them.

mod support;

use proptest::prelude::*;
use support::{Script, lines, parse_size, world};
use zhegang::data::Lang;
use zhegang::text::Ambiguous;
use zhegang::ui::layout::Borders;
use zhegang::ui::{Options, State};

fn open(size: &str, ambiguous: Ambiguous) -> Script {
    let world = world();
    let options = Options::new(parse_size(size), Lang::ZhHant, ambiguous);
    let state = State::new(&world, Options { borders: Borders::Line, ..options });
    Script { world, state, effects: Vec::new() }
}

/// What stands at both edges of the rows between the first and the last.
fn edges(script: &Script) -> Vec<[char; 2]> {
    let lines = lines(&script.buffer());
    let inner = &lines[1..lines.len() - 1];
    inner.iter().map(|line| [line.chars().next(), line.chars().last()].map(|edge| edge.unwrap_or(' '))).collect()
}

#[test]
fn boxes_stand_around_panes_and_reader() {
    let screen = lines(&open("80x24", Ambiguous::Narrow).keys("j j j").buffer());
    for (row, shown) in [
        (1, "┌ 1  範疇 ───────────────── 13 ┐┌──────────────────────────────────────────────┐"),
        (4, "│    2 金融                  2 ││ Innovation and technology（暫譯）           |│"),
        (22, "└──────────────────────────────┘└──────────────────────────────────────────────┘"),
    ] {
        assert_eq!(screen[row], shown, "\n{}", screen.join("\n"));
    }
    assert!(screen.iter().any(|line| line.starts_with("├ 2  項目 ─")), "{}", screen.join("\n"));
    assert!(screen[0].contains("浙港合作會議") && screen[23].contains("下移"), "{}", screen.join("\n"));
}

#[test]
fn one_pane_at_a_time_has_its_box_and_a_small_screen_has_none() {
    for (size, page) in [("59x20", ""), ("59x20", "enter"), ("40x12", "3"), ("40x12", "3 enter")] {
        let script = open(size, Ambiguous::Narrow).keys(page);
        let edges = edges(&script);
        let (first, last) = (edges.first().copied(), edges.last().copied());
        assert_eq!((first, last), (Some(['┌', '┐']), Some(['└', '┘'])), "{size} {page:?}\n{}", script.screen());
        let inner = &edges[1..edges.len() - 1];
        assert!(inner.iter().all(|edge| *edge == ['│', '│']), "{size} {page:?}\n{}", script.screen());
    }
    for size in ["39x20", "59x11", "20x5"] {
        open(size, Ambiguous::Narrow).hides("│").keys("enter").hides("│");
    }
}

#[test]
fn where_lines_may_be_two_cells_wide_they_are_ascii() {
    for ambiguous in [Ambiguous::Wide, Ambiguous::Replace] {
        let script = open("80x24", ambiguous).keys("j j j");
        let screen = lines(&script.buffer());
        assert!(screen[1].starts_with("+ 1  範疇 ---") && screen[1].ends_with("---+"), "{}", script.screen());
        assert!(screen[2].starts_with('|') && screen[22].starts_with("+---"), "{}", script.screen());
    }
}

#[test]
fn the_reader_at_its_whole_width_has_no_box() {
    open("80x24", Ambiguous::Narrow).keys("j j enter z").hides("│").hides("└");
}

#[test]
fn nothing_has_boxes_unless_it_is_wanted() {
    Script::open("80x24").hides("│").hides("└");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What stands in a box never writes over its edges.
    #[test]
    fn the_edges_of_a_box_are_whole(
        (cols, rows) in (40_u16..140, 12_u16..60),
        page in proptest::sample::select(vec!["", "j j", "2", "3", "4 ] ]", "3 enter", "j enter tab", "4 ] ] T", "4 j r", "F"]),
        ambiguous in proptest::sample::select(vec![Ambiguous::Narrow, Ambiguous::Wide]),
    ) {
        let script = open(&format!("{cols}x{rows}"), ambiguous).keys(page);
        for edge in edges(&script) {
            let is_edge = edge.iter().all(|edge| "┌├│└┐┤┘+|".contains(*edge));
            prop_assert!(is_edge, "{edge:?}\n{}", script.screen());
        }
    }
}
