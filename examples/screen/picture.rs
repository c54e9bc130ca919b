//! Screens of the program as SVG, drawn from the same buffer that a terminal is painted from.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use zhegang::data::{self, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::{self, Key, Options, Size, State, World};
use zhegang::view;

const CELL_WIDTH: u16 = 9;
const CELL_HEIGHT: u16 = 21;
const MARGIN: u16 = 18;
const PAPER: &str = "#16181d";
const INK: &str = "#d9dce3";
const FONTS: &str = "'Noto Sans Mono CJK TC','Noto Sans Mono CJK HK','Sarasa Mono TC','Noto Sans Mono',Menlo,Consolas,\
                     'PingFang TC','Microsoft JhengHei',monospace";

/// Every picture with its file name.
pub fn all() -> Vec<(&'static str, String)> {
    let loaded = data::load(data::BUNDLED.as_bytes(), text::neutral).expect("the bundled record opens");
    let world = World::new(loaded).expect("the bundled record has entries");
    vec![("screen.svg", svg(&screen(&world, "j j j"))), ("search.svg", svg(&screen(&world, "/ l j c")))]
}

fn screen(world: &World, keys: &str) -> Buffer {
    let options = Options { size: Size { cols: 110, rows: 32 }, lang: Lang::ZhHant, ambiguous: Ambiguous::Narrow };
    let mut state = State::new(world, options);
    for name in keys.split(' ') {
        let key = Key::parse(name).expect("a key of the table");
        ui::press(&mut state, world, key);
    }
    view::draw(&state, world).buffer
}

fn svg(buffer: &Buffer) -> String {
    let (width, height) = (buffer.area.width * CELL_WIDTH + 2 * MARGIN, buffer.area.height * CELL_HEIGHT + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"{FONTS}\" font-size=\"16\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..buffer.area.height {
        row(&mut out, buffer, y);
    }
    out.push_str("</svg>\n");
    out
}

/// One row: the grounds of reversed cells first, then every grapheme at its own column, so that no font can shift it.
fn row(out: &mut String, buffer: &Buffer, y: u16) {
    let mut x = 0;
    let mut glyphs = String::new();
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let cells = u16::try_from(text::width(cell.symbol(), Ambiguous::Narrow)).unwrap_or(1).max(1);
        let (left, top) = (MARGIN + x * CELL_WIDTH, MARGIN + y * CELL_HEIGHT);
        let wide = cells * CELL_WIDTH;
        if cell.modifier.contains(Modifier::REVERSED) {
            write(
                out,
                &format!(
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{CELL_HEIGHT}\" fill=\"{}\"/>\n",
                    ink(cell)
                ),
            );
        }
        if cell.modifier.contains(Modifier::UNDERLINED) {
            let line = top + CELL_HEIGHT - 2;
            write(
                out,
                &format!("<rect x=\"{left}\" y=\"{line}\" width=\"{wide}\" height=\"1\" fill=\"{}\"/>\n", ink(cell)),
            );
        }
        if cell.symbol() != " " {
            glyph(&mut glyphs, cell, left, top, wide);
        }
        x += cells;
    }
    out.push_str(&glyphs);
}

fn glyph(out: &mut String, cell: &Cell, left: u16, top: u16, wide: u16) {
    let fill = if cell.modifier.contains(Modifier::REVERSED) { PAPER } else { ink(cell) };
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let middle = left + wide / 2;
    let base = top + CELL_HEIGHT - 5;
    let symbol = cell.symbol().replace('&', "&amp;").replace('<', "&lt;");
    write(
        out,
        &format!("<text x=\"{middle}\" y=\"{base}\" text-anchor=\"middle\" fill=\"{fill}\"{weight}>{symbol}</text>\n"),
    );
}

fn write(out: &mut String, text: &str) {
    out.write_str(text).expect("a string takes any text");
}

fn ink(cell: &Cell) -> &'static str {
    match cell.fg {
        Color::Indexed(30) => "#1fa3a3",
        Color::Indexed(243) => "#868b95",
        _ => INK,
    }
}
