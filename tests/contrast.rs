//! Whatever the theme and the colours of the terminal, all that stands on the screen can be read: every glyph is measured
//! as it is painted (WCAG 2, by xterm's values).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod support;

use std::num::NonZeroU16;

use ratatui::style::Color;
use support::{Script, parse_size, world};
use zhegang::data::Lang;
use zhegang::term::{Colours, Painter};
use zhegang::text::Ambiguous;
use zhegang::ui::theme::contrast::{self, Rgb, contrast};
use zhegang::ui::theme::{Name, Theme};
use zhegang::ui::{Options, State};
use zhegang::view;

const DEPTHS: [Colours; 3] = [Colours::Sixteen, Colours::Indexed, Colours::True];
const COLS: u16 = 110;
const ROWS: u16 = 32;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/// Pages on which every look is seen: marks on rows, on links and on bars, letters, the current match.
const PAGES: [&str; 13] = [
    "",
    "j j j",
    "j enter tab tab",
    "3 enter / text:浙江 enter n",
    "/ text:浙江 down",
    "/ text:ljc",
    "/ text:浙 down ctrl-o",
    "/",
    "?",
    "4 j r tab",
    "4 ] ] T",
    "F enter / text:3 enter",
    "3 enter o",
];

/// A page as a terminal shows it that is sent the bytes of a frame.
fn shown(page: &str, theme: Theme, colours: Colours) -> vt100::Parser {
    let world = world();
    let options = Options::new(parse_size(&format!("{COLS}x{ROWS}")), Lang::ZhHant, Ambiguous::Narrow);
    let state = State::new(&world, Options { theme, ..options });
    let script = Script { world, state, effects: Vec::new() }.keys(page);
    let frame = Painter::new(colours, Ambiguous::Narrow).paint(&view::draw(&script.state, &script.world));
    let mut terminal = vt100::Parser::new(NonZeroU16::new(ROWS).unwrap(), NonZeroU16::new(COLS).unwrap(), 0);
    terminal.process(&frame);
    terminal
}

fn value(colour: vt100::Color, default: Rgb) -> Rgb {
    let colour = match colour {
        vt100::Color::Default => return default,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    };
    contrast::rgb(colour).unwrap()
}

/// Ink and ground of a cell on a terminal with such colours of its own.
fn seen(cell: &vt100::Cell, [ink, ground]: [Rgb; 2]) -> [Rgb; 2] {
    let colours = [value(cell.fgcolor(), ink), value(cell.bgcolor(), ground)];
    let [ink, ground] = if cell.inverse() { [colours[1], colours[0]] } else { colours };
    [if cell.dim() { contrast::faint(ink, ground) } else { ink }, ground]
}

fn least(theme: Name, colours: Colours) -> f64 {
    match (theme, colours) {
        (Name::Contrast, _) => 7.0,
        // None of the sixteen is read on black and on white at 4.5 (`ui::theme::contrast`).
        (Name::Terminal, Colours::Sixteen) => 4.4,
        _ => contrast::READABLE,
    }
}

#[test]
fn all_that_is_shown_can_be_read() {
    for (theme, colours) in Name::BUILT_IN.into_iter().flat_map(|theme| DEPTHS.map(|colours| (theme, colours))) {
        for own in [[BLACK, WHITE], [WHITE, BLACK]] {
            for page in PAGES {
                let terminal = shown(page, Theme::of(theme), colours);
                let mut glyphs = 0;
                for (row, col) in (0..ROWS).flat_map(|row| (0..COLS).map(move |col| (row, col))) {
                    let cell = terminal.screen().cell(row, col).unwrap();
                    if cell.contents().trim().is_empty() {
                        continue;
                    }
                    glyphs += 1;
                    let [ink, ground] = seen(cell, own);
                    let ratio = contrast(ink, ground);
                    let where_to = format!("{:?} at {row},{col} of {page:?}", cell.contents());
                    assert!(
                        ratio >= least(theme, colours),
                        "{theme:?}, {colours:?}, {where_to}: {ink:?} on {ground:?} is {ratio:.2}"
                    );
                }
                assert!(glyphs > 200, "{page:?} shows little");
            }
        }
    }
}

#[test]
fn what_stands_out_does_so_in_every_depth() {
    let depths = DEPTHS.into_iter().chain([Colours::None]);
    for (theme, colours) in depths.flat_map(|colours| Name::BUILT_IN.map(|theme| (theme, colours))) {
        let look = |terminal: &vt100::Parser, row, col| {
            let cell = terminal.screen().cell(row, col).unwrap();
            seen(cell, [BLACK, WHITE])
        };
        let terminal = shown("j j", Theme::of(theme), colours);
        let selected = (0..ROWS).find(|row| terminal.screen().cell(*row, 1).unwrap().contents() == "›").unwrap();
        let [row, other] = [look(&terminal, selected, 6), look(&terminal, selected + 1, 6)];
        assert!(contrast(row[1], other[1]) >= 1.2, "a selected row in {theme:?}, {colours:?}: {row:?}, {other:?}");
        let title = look(&terminal, selected - 3, 1);
        assert!(contrast(title[1], other[1]) >= 3.0, "a title with focus in {theme:?}, {colours:?}: {title:?}");
    }
}

#[test]
fn without_colours_no_colour_is_sent() {
    for (theme, colours) in
        Name::BUILT_IN.map(|theme| (theme, Colours::None)).into_iter().chain([(Name::Plain, Colours::True)])
    {
        for page in PAGES {
            let terminal = shown(page, Theme::of(theme), colours);
            for (row, col) in (0..ROWS).flat_map(|row| (0..COLS).map(move |col| (row, col))) {
                let cell = terminal.screen().cell(row, col).unwrap();
                let own = [cell.fgcolor(), cell.bgcolor()].iter().all(|colour| *colour == vt100::Color::Default);
                assert!(own, "{:?} on {page:?} in {theme:?}, {colours:?}", cell.contents());
            }
        }
    }
}
