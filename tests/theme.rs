//! What a theme says of a role is what its cells show.

mod support;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use support::{Script, lines, world};
use zhegang::data::Lang;
use zhegang::text::{self, Ambiguous};
use zhegang::ui::theme::{Face, Look, Name, Theme};
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

#[test]
fn a_key_goes_through_the_themes_and_says_their_names() {
    let mut script = open("80x24", Theme::TERMINAL);
    let names = ["深色", "淺色", "高對比", "單色", "跟隨終端機"];
    for (name, next) in names.into_iter().zip(Name::BUILT_IN.into_iter().cycle().skip(1)) {
        script = script.keys("C").shows(&format!("配色：{name}"));
        assert_eq!(script.state.theme, Theme::of(next));
        script = script.keys("j").hides("配色：");
    }
    Script::open_in("80x24", Lang::En).keys("C").shows("Theme: dark");
    Script::open_in("80x24", Lang::ZhHans).keys("C C C").shows("配色：高对比度");
}

#[test]
fn the_key_works_in_the_help_and_leaves_it_open() {
    let script = open("80x24", Theme::TERMINAL).keys("?");
    let ground = script.buffer()[(0, 20)].bg;
    let script = script.keys("C").shows("按鍵說明");
    assert_ne!(script.buffer()[(0, 20)].bg, ground);
}

#[test]
fn a_theme_of_ones_own_is_one_of_them() {
    let own = Theme::of(Name::Dark).own().with(Look::Quiet, Face::PLAIN.fg(Color::Red));
    let script = open("80x24", own);
    assert_eq!(cell_of(&script, "說明").fg, Color::Red);
    let script = script.keys("C C C C C").shows("配色：單色").keys("C").shows("配色：自訂");
    assert_eq!(cell_of(&script, "說明").bg, Color::Rgb(22, 25, 29));
    assert_eq!(script.state.theme, own);
    script.keys("C").shows("配色：跟隨終端機");
}

#[test]
fn a_theme_covers_every_cell_of_every_page() {
    for theme in [Name::Dark, Name::Light, Name::Contrast].map(Theme::of) {
        for size in ["1x1", "19x4", "40x12", "80x24", "121x37"] {
            for page in ["", "j j enter", "/ text:科技", "?", "4 ] ] T", "3 enter o", "4 ] ] ] Q"] {
                let script = open(size, theme).keys(page);
                for cell in script.buffer().content() {
                    assert!(cell.bg != Color::Reset && cell.fg != Color::Reset, "{cell:?} on {page:?} at {size}");
                }
            }
        }
    }
}

/// A code is read as dark on light: what is light is the same in every theme.
#[test]
fn a_code_is_drawn_in_the_same_colours_in_every_theme() {
    let modules = |theme: Theme| {
        let buffer = open("120x60", theme).keys("4 ] ] ] Q").buffer();
        let is_module = |cell: &&Cell| [cell.fg, cell.bg] == [Color::White, Color::Black];
        buffer.content().iter().filter(is_module).cloned().collect::<Vec<_>>()
    };
    let expected = modules(Theme::TERMINAL);
    assert!(expected.len() > 400, "{}", expected.len());
    for name in Name::BUILT_IN {
        assert_eq!(modules(Theme::of(name)), expected, "{name:?}");
    }
}

#[test]
fn the_readme_names_every_role() {
    let readme = include_str!("../README.md");
    for look in Look::ALL {
        assert!(readme.contains(&format!("`{}`", look.name())), "README.md has no `{}`", look.name());
    }
}
