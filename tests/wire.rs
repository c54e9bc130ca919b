//! Painted bytes, read back by a terminal in memory, are the picture that was drawn.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use zhegang::term::{Colours, Painter};
use zhegang::text::{Ambiguous, cells};
use zhegang::view::Picture;

const SIZES: [(u16, u16); 7] = [(20, 4), (21, 4), (20, 3), (1, 1), (2, 2), (7, 2), (20, 9)];

/// A terminal with a painter of its own.
struct Screen {
    painter: Painter,
    terminal: vt100::Parser,
}

impl Screen {
    fn new(colours: Colours, ambiguous: Ambiguous) -> Self {
        let one = NonZeroU16::MIN;
        Self { painter: Painter::new(colours, ambiguous), terminal: vt100::Parser::new(one, one, 0) }
    }

    /// Paints a picture and gives the bytes that it took.
    fn show(&mut self, picture: &Picture) -> Vec<u8> {
        let Rect { width, height, .. } = picture.buffer.area;
        let (rows, cols) = (NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap());
        if self.terminal.screen().size() != (rows, cols) {
            self.terminal.screen_mut().set_size(rows, cols);
        }
        let bytes = self.painter.paint(picture);
        self.terminal.process(&bytes);
        bytes
    }

    fn cell(&self, x: u16, y: u16) -> &vt100::Cell {
        self.terminal.screen().cell(y, x).unwrap()
    }
}

fn colour(colour: Color) -> vt100::Color {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        Color::Indexed(index) => vt100::Color::Idx(index),
        colour => vt100::Color::Idx((0..).zip(named).find(|(_, other)| *other == colour).unwrap().0),
    }
}

/// What a cell of a picture is to show: its symbol and its width.
fn shown(row: &[Cell], x: usize, ambiguous: Ambiguous) -> (&str, usize) {
    let symbol = row[x].symbol();
    match cells(symbol, ambiguous) {
        _ if symbol.chars().any(char::is_control) => (" ", 1),
        2 if x + 1 < row.len() => (symbol, 2),
        1 => (symbol, 1),
        _ => (" ", 1),
    }
}

fn assert_shows(screen: &Screen, picture: &Picture, ambiguous: Ambiguous) {
    let buffer = &picture.buffer;
    let cols = usize::from(buffer.area.width);
    for (y, row) in (0..).zip(buffer.content.chunks(cols)) {
        let mut x = 0;
        while x < cols {
            let (symbol, width) = shown(row, x, ambiguous);
            let place = u16::try_from(x).unwrap();
            let cell = screen.cell(place, y);
            assert_eq!(if cell.has_contents() { cell.contents() } else { " " }, symbol, "at {x},{y}");
            assert_eq!(cell.bgcolor(), colour(row[x].bg), "background at {x},{y}");
            let style = row[x].modifier;
            assert_eq!(cell.inverse(), style.contains(Modifier::REVERSED), "reversed at {x},{y}");
            assert_eq!(cell.underline(), style.contains(Modifier::UNDERLINED), "underlined at {x},{y}");
            if symbol != " " || cell.inverse() || cell.underline() {
                assert_eq!(cell.fgcolor(), colour(row[x].fg), "foreground at {x},{y}");
                assert_eq!(cell.bold(), style.contains(Modifier::BOLD), "bold at {x},{y}");
                assert_eq!(cell.dim(), style.contains(Modifier::DIM), "dim at {x},{y}");
                assert_eq!(cell.italic(), style.contains(Modifier::ITALIC), "italic at {x},{y}");
            }
            if width == 2 {
                // Ambiguous glyphs are one cell wide in this terminal; a blank stands behind them.
                let tail = screen.cell(place + 1, y);
                let is_one = cell.is_wide() == tail.is_wide_continuation();
                assert!(is_one && (cell.is_wide() || tail.contents() == " "), "tail at {x},{y}");
            }
            x += width;
        }
    }
    let terminal = screen.terminal.screen();
    assert_eq!(terminal.hide_cursor(), picture.cursor.is_none());
    if let Some(Position { x, y }) = picture.cursor {
        assert_eq!(terminal.cursor_position(), (y, x));
    }
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![
        Style::new(),
        Style::new(),
        Style::new().bold(),
        Style::new().dim().fg(Color::Green),
        // vt100 knows one of bold and dim at a time.
        Style::new().bold().italic(),
        Style::new().reversed(),
        Style::new().reversed().fg(Color::Red),
        Style::new().underlined().fg(Color::LightBlue),
        Style::new().bg(Color::Blue).fg(Color::White),
        Style::new().fg(Color::Indexed(208)),
        Style::new().bg(Color::Rgb(1, 2, 3)).fg(Color::Rgb(200, 100, 0)),
    ])
}

fn symbol() -> impl Strategy<Value = &'static str> {
    let clean = vec!["a", "Z", "~", "浙", "港", "會", "，", "「", "／", "𠮷", "か", "한", "⋯", "▸", " "];
    let risky = vec!["…", "é", "①", "e\u{301}", "😀", "か\u{3099}", "—", "\u{1b}", "\u{9b}", "\n", "\u{202e}", ""];
    prop_oneof![5 => prop::sample::select(clean), 2 => prop::sample::select(risky), 3 => Just(" ")]
}

/// A picture put together from runs of a symbol, which may begin or end in the middle of a wide glyph.
fn picture() -> impl Strategy<Value = Picture> {
    let run = (0..21_u16, 0..4_u16, 1..12_u16, symbol(), style());
    let size = prop_oneof![4 => Just(SIZES[0]), 1 => prop::sample::select(SIZES.to_vec())];
    (size, prop::collection::vec(run, 0..24), prop::option::of((0..22_u16, 0..5_u16))).prop_map(
        |((cols, rows), runs, cursor)| {
            let area = Rect::new(0, 0, cols, rows);
            let mut buffer = Buffer::empty(area);
            for (x, y, count, symbol, style) in runs {
                let step = cells(symbol, Ambiguous::Narrow).max(1);
                for x in (x..cols).step_by(step).take(count.into()) {
                    if let Some(cell) = buffer.cell_mut((x, y)) {
                        cell.set_symbol(symbol).set_style(Style::reset().patch(style));
                    }
                }
            }
            let cursor = cursor.map(Position::from).filter(|at| area.contains(*at));
            Picture { buffer, cursor }
        },
    )
}

/// A picture of one row in the plain style.
fn line(text: &str, cols: u16) -> Picture {
    let mut buffer = Buffer::empty(Rect::new(0, 0, cols, 1));
    buffer.set_string(0, 0, text, Style::new());
    Picture { buffer, cursor: None }
}

/// The bytes between the marks of a frame.
fn body(bytes: &[u8]) -> &str {
    let frame = str::from_utf8(bytes).unwrap();
    frame.strip_prefix("\x1b[?2026h").and_then(|rest| rest.strip_suffix("\x1b[?2026l")).unwrap()
}

/// What it takes to come from one row to another.
fn change(from: &str, to: &str) -> String {
    let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
    screen.show(&line(from, 12));
    body(&screen.show(&line(to, 12))).to_owned()
}

proptest! {
    #[test]
    fn every_picture_is_shown_cell_for_cell(pictures in prop::collection::vec(picture(), 1..6), is_wide in any::<bool>()) {
        let ambiguous = if is_wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let mut screen = Screen::new(Colours::True, ambiguous);
        for picture in &pictures {
            screen.show(picture);
            assert_shows(&screen, picture, ambiguous);
        }
    }

    /// A picture, then the same with some of its rows moved and some of its cells changed.
    #[test]
    fn moved_rows_are_shown_cell_for_cell(one in picture(), other in picture(), by in -9_i32..9, mixed in 0_u16..3) {
        let mut screen = Screen::new(Colours::True, Ambiguous::Wide);
        screen.show(&one);
        let (cols, count) = (one.buffer.area.width, i32::from(one.buffer.area.height));
        let mut moved = one.clone();
        for (y, x) in (0..one.buffer.area.height).flat_map(|y| (0..cols).map(move |x| (y, x))) {
            let from = u16::try_from((i32::from(y) + by).rem_euclid(count)).unwrap();
            moved.buffer[(x, y)] = one.buffer[(x, from)].clone();
            if y < mixed && other.buffer.area == one.buffer.area {
                moved.buffer[(x, y)] = other.buffer[(x, y)].clone();
            }
        }
        screen.show(&moved);
        assert_shows(&screen, &moved, Ambiguous::Wide);
    }

    #[test]
    fn a_forgotten_screen_is_painted_whole(pictures in prop::collection::vec(picture(), 2), noise in "[ -~中]{0,40}") {
        let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
        screen.show(&pictures[0]);
        screen.terminal.process(b"\x1b[31;44m\x1b[?25h");
        screen.terminal.process(noise.as_bytes());
        screen.painter.forget();
        screen.show(&pictures[1]);
        assert_shows(&screen, &pictures[1], Ambiguous::Narrow);
    }

    #[test]
    fn nothing_changed_is_nothing_sent(picture in picture()) {
        let mut screen = Screen::new(Colours::Indexed, Ambiguous::Narrow);
        prop_assert!(!screen.show(&picture).is_empty());
        prop_assert_eq!(screen.show(&picture), b"");
    }

    #[test]
    fn no_control_character_leaves_a_cell(pictures in prop::collection::vec(picture(), 1..4)) {
        let mut screen = Screen::new(Colours::Sixteen, Ambiguous::Narrow);
        for picture in &pictures {
            let bytes = screen.show(picture);
            let text = str::from_utf8(&bytes).unwrap();
            prop_assert!(text.chars().all(|char| !char.is_control() || "\x1b\r\n".contains(char)));
            prop_assert!(!text.chars().any(|char| char == '\u{202e}'), "a turned line");
            prop_assert_eq!(text.matches("\x1b[?2026h").count(), text.matches("\x1b[?2026l").count());
            // An escape that came from a cell would stand before something else. `ESC M` moves rows down.
            let ours = text.matches("\x1b[").count() + text.matches("\x1bM").count();
            prop_assert_eq!(text.matches('\x1b').count(), ours);
        }
    }

    #[test]
    fn painters_do_not_know_of_each_other(one in prop::collection::vec(picture(), 4), other in prop::collection::vec(picture(), 4)) {
        let alone = |pictures: &[Picture], colours| {
            let mut painter = Painter::new(colours, Ambiguous::Narrow);
            pictures.iter().map(|picture| painter.paint(picture)).collect::<Vec<_>>()
        };
        let mut first = Painter::new(Colours::None, Ambiguous::Narrow);
        let mut second = Painter::new(Colours::True, Ambiguous::Narrow);
        let together = one.iter().zip(&other).map(|(one, other)| (first.paint(one), second.paint(other)));
        let (firsts, seconds): (Vec<_>, Vec<_>) = together.unzip();
        prop_assert_eq!(firsts, alone(&one, Colours::None));
        prop_assert_eq!(seconds, alone(&other, Colours::True));
    }
}

#[test]
fn chinese_text_needs_no_moves_inside_a_row() {
    let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
    let frame = screen.show(&line("浙港「合作」", 12));
    assert_eq!(body(&frame), "\x1b[?25l\x1b[m\x1b[2J\x1b[1;1H浙港「合作」");
}

#[test]
fn only_what_changed_is_written() {
    assert_eq!(change("浙港合作", "浙港會作"), "\x1b[5G會");
    assert_eq!(change("abcdef", "abcdex"), "\x1b[6Gx");
}

#[test]
fn what_stands_between_is_sent_again_where_that_is_shorter_than_a_move() {
    assert_eq!(change("abc", "abd"), "\rabd");
    assert_eq!(change("浙 cd港", "江 cd澳"), "\r江 cd澳");
    assert_eq!(change("浙 江d港", "江 江d澳"), "\r江\x1b[4C澳");
}

#[test]
fn a_blank_between_words_changes_no_style() {
    let mut picture = line("one two", 12);
    picture.buffer.set_style(Rect::new(0, 0, 7, 1), Style::new().dim());
    let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
    assert!(body(&screen.show(&picture)).ends_with("\x1b[2mone two"));
    assert_shows(&screen, &picture, Ambiguous::Narrow);
}

/// Rows of text, each its own, from a number on.
fn rows(from: usize, count: u16) -> Picture {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, count));
    for y in 0..count {
        buffer.set_string(0, y, format!("第{}項 浙港合作會議", from + usize::from(y)), Style::new());
    }
    Picture { buffer, cursor: None }
}

#[test]
fn rows_that_move_are_moved_by_the_terminal() {
    for (from, to) in [(5, 6), (6, 5), (5, 9), (9, 5)] {
        let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
        screen.show(&rows(from, 12));
        let bytes = screen.show(&rows(to, 12)).len();
        assert_shows(&screen, &rows(to, 12), Ambiguous::Narrow);
        let moved = from.abs_diff(to);
        assert!(bytes < 60 + 40 * moved, "{bytes} for {moved} rows");
    }
}

#[test]
fn a_wide_glyph_gives_way_with_both_its_cells() {
    assert_eq!(change("浙x", "a x"), "\ra ");
    assert_eq!(change("a x", "浙x"), "\r浙");
    assert_eq!(change("a浙", "浙a"), "\r浙a");
}

#[test]
fn a_blank_rest_of_a_row_is_erased() {
    assert_eq!(change("浙江省人民", "浙"), "\x1b[3G\x1b[K");
    assert_eq!(change("abcdef", "abcd"), "\x1b[5G\x1b[K");
    assert_eq!(change("abcdefghijkl", "abcdefghijk"), "\x1b[12G ");
}

#[test]
fn after_a_glyph_of_disputed_width_the_next_is_placed_and_painted_again() {
    for risky in ["…", "é", "①", "😀", "e\u{301}", "か\u{3099}"] {
        let cols = cells(risky, Ambiguous::Narrow);
        let blanks = if cols == 2 { "  \x1b[2G" } else { "" };
        let painted = change("axy", &format!("a{risky}xy"));
        let at = 2 + cols;
        assert!(painted.ends_with(&format!("{blanks}{risky}\x1b[{at}Gxy")), "{risky} {painted:?}");
        // What the glyph may have covered is painted again when the glyph goes.
        let gone = change(&format!("a{risky}xyz"), &format!("a{}xyz", "b".repeat(cols)));
        assert!(gone.ends_with(if cols == 1 { "bx" } else { "bb" }), "{risky} {gone:?}");
    }
}

#[test]
fn ambiguous_glyphs_are_written_over_blanks_where_they_are_wide() {
    let mut screen = Screen::new(Colours::True, Ambiguous::Wide);
    let mut picture = line("", 12);
    for (x, symbol) in [(0, "…"), (2, "—"), (4, "浙")] {
        picture.buffer[(x, 0)].set_symbol(symbol);
    }
    let frame = screen.show(&picture);
    assert!(body(&frame).ends_with("\x1b[1;1H  \x1b[1G…\x1b[3G  \x1b[3G—\x1b[5G浙"));
    assert_shows(&screen, &picture, Ambiguous::Wide);
}

#[test]
fn a_style_is_sent_when_it_changes_and_only_then() {
    let mut picture = line("浙港合作", 12);
    picture.buffer.set_style(Rect::new(2, 0, 4, 1), Style::new().bold().fg(Color::Blue));
    let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
    assert!(body(&screen.show(&picture)).ends_with("浙\x1b[1;34m港合\x1b[m作"));
    let mut screen = Screen::new(Colours::None, Ambiguous::Narrow);
    assert!(body(&screen.show(&picture)).ends_with("浙\x1b[1m港合\x1b[m作"));
}

#[test]
fn the_cursor_is_hidden_while_a_frame_is_written_and_moves_alone() {
    let mut screen = Screen::new(Colours::True, Ambiguous::Narrow);
    let mut picture = line("浙港", 12);
    picture.cursor = Some(Position::new(4, 0));
    screen.show(&picture);
    picture.cursor = Some(Position::new(2, 0));
    assert_eq!(body(&screen.show(&picture)), "\x1b[3G");
    picture.buffer[(0, 0)].set_symbol("江");
    assert_eq!(body(&screen.show(&picture)), "\x1b[?25l\r江\x1b[?25h");
    picture.cursor = None;
    assert_eq!(body(&screen.show(&picture)), "\x1b[?25l");
}

#[test]
fn a_screen_without_cells_takes_no_bytes() {
    let picture = Picture { buffer: Buffer::empty(Rect::ZERO), cursor: None };
    assert_eq!(Painter::new(Colours::True, Ambiguous::Narrow).paint(&picture), b"");
}
