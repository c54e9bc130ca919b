//! What a theme says of a role is what its cells show.

mod support;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use support::{Script, lines, world};
use zhegang::data::Lang;
use zhegang::text::{self, Ambiguous};
use zhegang::ui::theme::{Face, Look, Theme};
use zhegang::ui::{Options, State};

/// A session of a theme.
fn open(size: &str, theme: Theme) -> Script {
    let world = world();
    let options = Options { theme, ..Options::new(support::parse_size(size), Lang::ZhHant, Ambiguous::Narrow) };
    let state = State::new(&world, options);
    Script { world, state, effects: Vec::new() }
}

/// The cell in which a text begins that is on the screen once.
#[track_caller]
fn cell_of(script: &Script, wanted: &str) -> Cell {
    let buffer = script.buffer();
    let area = buffer.area;
    let begins = |mut x: u16, y: u16| {
        text::graphemes(wanted).all(|(_, symbol)| {
            let is_there = x < area.width && buffer[(x, y)].symbol() == symbol;
            x += u16::try_from(text::width(symbol, Ambiguous::Narrow)).unwrap_or(1);
            is_there
        })
    };
    let at = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y))).find(|(x, y)| begins(*x, *y));
    let at = at.unwrap_or_else(|| panic!("{wanted:?} is not on the screen:\n{}", lines(&buffer).join("\n")));
    buffer[at].clone()
}

#[test]
fn a_session_draws_with_the_theme_that_it_holds() {
    let quiet = Face::PLAIN.fg(Color::Rgb(1, 2, 3)).with(Modifier::ITALIC);
    let theme = Theme::TERMINAL.with(Look::Quiet, quiet);
    let cell = cell_of(&open("80x24", theme), "說明");
    assert_eq!((cell.fg, cell.modifier), (Color::Rgb(1, 2, 3), Modifier::ITALIC));
    let cell = cell_of(&open("80x24", Theme::TERMINAL), "說明");
    assert_eq!((cell.fg, cell.modifier), (Color::Reset, Modifier::DIM));
}

#[test]
fn what_lies_over_faint_text_is_bright() {
    let script = open("80x24", Theme::TERMINAL).keys("j j");
    let row = (0..80).map(|x| script.buffer()[(x, 4)].clone()).collect::<Vec<_>>();
    assert!(row.iter().any(|cell| cell.modifier == Modifier::REVERSED.union(Modifier::BOLD)), "{row:#?}");
    assert!(row.iter().take(30).all(|cell| !cell.modifier.contains(Modifier::DIM)));
}
