//! Screens of the program as SVG, drawn from the same buffer that a terminal is painted from.
//!
//! Every glyph stands in the middle of its own cells, so that no font can shift the next one. Lines, bullets and
//! ellipses are shapes, since few fonts fit them to a cell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use zhegang::data::{self, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::{self, Key, Options, Size, State, World};
use zhegang::view::{self, Picture};

const CELL_WIDTH: u16 = 9;
const CELL_HEIGHT: u16 = 21;
/// From the top of a cell to the line on which letters stand.
const BASELINE: u16 = 16;
const MARGIN: u16 = 20;
const PAPER: &str = "#16181d";
const EDGE: &str = "#30343d";
const INK: &str = "#d9dce3";
const ACCENT: &str = "#1fa3a3";
const QUIET: &str = "#8b909a";
const FONTS: &str = "'Noto Sans Mono CJK HK','Noto Sans Mono CJK TC','Sarasa Mono TC','Noto Sans Mono',Menlo,Consolas,\
                     'PingFang HK','PingFang TC','Microsoft JhengHei',monospace";

/// No seam shows between areas that touch.
const CRISP: &str = "shape-rendering=\"crispEdges\"";

/// A moment of the program.
struct Scene {
    file: &'static str,
    title: &'static str,
    size: Size,
    /// The keys that lead to it, as in the key table.
    keys: &'static str,
}

const SCENES: [Scene; 6] = [
    Scene {
        file: "screen.svg",
        title: "zhegang: four panes on the left, the reader on the right",
        size: Size { cols: 110, rows: 32 },
        keys: "j j j",
    },
    Scene {
        file: "search.svg",
        title: "zhegang: the letters ljc find 李家超",
        size: Size { cols: 110, rows: 20 },
        keys: "/ l j c",
    },
    Scene {
        file: "relations.svg",
        title: "zhegang: who is tied to a memorandum, and by what",
        size: Size { cols: 110, rows: 28 },
        keys: "4 j r",
    },
    Scene {
        file: "timeline.svg",
        title: "zhegang: the journey by day",
        size: Size { cols: 110, rows: 32 },
        keys: "4 ] ] T",
    },
    Scene {
        file: "compare.svg",
        title: "zhegang: two agreements side by side",
        size: Size { cols: 110, rows: 26 },
        keys: "4 j j c j c",
    },
    Scene {
        file: "code.svg",
        title: "zhegang: the address of a source as a QR code",
        size: Size { cols: 80, rows: 24 },
        keys: "4 ] ] ] Q",
    },
];

/// Every picture with its file name.
pub fn all() -> Vec<(&'static str, String)> {
    let loaded = data::load(data::BUNDLED.as_bytes(), text::neutral).expect("the bundled record opens");
    let world = World::new(loaded).expect("the bundled record has entries");
    SCENES.iter().map(|scene| (scene.file, svg(scene.title, &scene.picture(&world)))).collect()
}

impl Scene {
    fn picture(&self, world: &World) -> Picture {
        let mut state = State::new(world, Options::new(self.size, Lang::ZhHant, Ambiguous::Narrow));
        for name in self.keys.split(' ') {
            ui::press(&mut state, world, Key::parse(name).expect("a key of the table"));
        }
        view::draw(&state, world)
    }
}

fn svg(title: &str, picture: &Picture) -> String {
    let area = picture.buffer.area;
    let (width, height) = (area.width * CELL_WIDTH + 2 * MARGIN, area.height * CELL_HEIGHT + 2 * MARGIN);
    let rows: String = (0..area.height).map(|y| row(&picture.buffer, y)).collect();
    let cursor = picture.cursor.map(cursor).unwrap_or_default();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" xml:lang=\"zh-Hant-HK\" role=\"img\" font-family=\"{FONTS}\" font-size=\"16\" \
         text-anchor=\"middle\">\n<title>{title}</title>\n<rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" \
         rx=\"10\" fill=\"{PAPER}\" stroke=\"{EDGE}\"/>\n{rows}{cursor}</svg>\n",
        width - 1,
        height - 1,
    )
}

fn cursor(at: Position) -> String {
    let (left, top) = (MARGIN + at.x * CELL_WIDTH, MARGIN + at.y * CELL_HEIGHT);
    format!("<rect x=\"{left}\" y=\"{top}\" width=\"2\" height=\"{CELL_HEIGHT}\" fill=\"{INK}\"/>\n")
}

/// A row, moved to its place, run by run.
fn row(buffer: &Buffer, y: u16) -> String {
    let runs: String = runs(buffer, y).iter().map(Run::svg).collect();
    let top = MARGIN + y * CELL_HEIGHT;
    if runs.is_empty() { runs } else { format!("<g transform=\"translate({MARGIN},{top})\">\n{runs}</g>\n") }
}

/// Neighbours of one look.
struct Run<'a> {
    look: Look,
    /// The columns that it takes.
    begin: u16,
    end: u16,
    /// Symbols with their column and the cells that they take.
    glyphs: Vec<(u16, u16, &'a str)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: &'static str,
    /// Where it is not that of the picture.
    ground: Option<&'static str>,
    is_reversed: bool,
    is_bold: bool,
    is_underlined: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let has = |modifier| cell.modifier.contains(modifier);
        Self {
            ink: if has(Modifier::DIM) { QUIET } else { ink(cell.fg) },
            ground: (cell.bg != Color::Reset).then(|| ink(cell.bg)),
            is_reversed: has(Modifier::REVERSED),
            is_bold: has(Modifier::BOLD),
            is_underlined: has(Modifier::UNDERLINED),
        }
    }
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let symbol = cell.symbol();
        let cells = u16::try_from(text::width(symbol, Ambiguous::Narrow)).unwrap_or(1).max(1);
        let look = Look::of(cell);
        if runs.last().is_none_or(|run| run.look != look) {
            runs.push(Run { look, begin: x, end: x, glyphs: Vec::new() });
        }
        if let Some(run) = runs.last_mut() {
            run.end = x + cells;
            if symbol != " " {
                run.glyphs.push((x, cells, symbol));
            }
        }
        x += cells;
    }
    runs
}

impl Run<'_> {
    /// The ground and the line below, each in one piece, so that no seam shows in a scaled picture, and the glyphs.
    fn svg(&self) -> String {
        let Look { ink, ground, is_reversed, is_bold, is_underlined } = self.look;
        let (left, wide) = (self.begin * CELL_WIDTH, (self.end - self.begin) * CELL_WIDTH);
        let bar = |y, height, fill| {
            format!("<rect x=\"{left}\" y=\"{y}\" width=\"{wide}\" height=\"{height}\" fill=\"{fill}\" {CRISP}/>\n")
        };
        let pen = if is_reversed { ground.unwrap_or(PAPER) } else { ink };
        let ground = if is_reversed { Some(ink) } else { ground };
        let ground = ground.map(|ground| bar(0, CELL_HEIGHT, ground)).unwrap_or_default();
        let line = if is_underlined { bar(CELL_HEIGHT - 2, 1, pen) } else { String::new() };
        let weight = if is_bold { " font-weight=\"bold\"" } else { "" };
        let mut glyphs: String = self.glyphs.iter().map(|(x, cells, symbol)| glyph(*x, *cells, symbol)).collect();
        if !glyphs.is_empty() {
            glyphs = format!("<g fill=\"{pen}\"{weight}>{glyphs}</g>\n");
        }
        ground + &line + &glyphs
    }
}

fn glyph(x: u16, cells: u16, symbol: &str) -> String {
    let left = x * CELL_WIDTH;
    match symbol {
        "╌" => format!("<rect x=\"{}\" y=\"10\" width=\"5\" height=\"1\"/>", left + 2),
        "╎" => format!("<path d=\"M{},3h1v5h-1zm0,10h1v5h-1z\"/>", left + 4),
        "▪" => format!("<rect x=\"{}\" y=\"8\" width=\"5\" height=\"5\"/>", left + 2),
        "▀" | "▄" | "█" => {
            let half = CELL_HEIGHT / 2;
            let (top, tall) = match symbol {
                "▀" => (0, half),
                "▄" => (half, half),
                _ => (0, CELL_HEIGHT),
            };
            format!("<rect x=\"{left}\" y=\"{top}\" width=\"{CELL_WIDTH}\" height=\"{tall}\" {CRISP}/>")
        }
        "⋯" => format!("<path d=\"M{left},10h2v2h-2zm3,0h2v2h-2zm3,0h2v2h-2z\"/>"),
        _ => {
            let middle = f32::from(left) + f32::from(cells * CELL_WIDTH) / 2.0;
            format!("<text x=\"{middle}\" y=\"{BASELINE}\">{}</text>", escaped(symbol))
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the picture shows for the colours of the theme.
fn ink(colour: Color) -> &'static str {
    match colour {
        Color::Reset => INK,
        Color::White => "#ffffff",
        Color::Black => "#000000",
        Color::Indexed(29) => ACCENT,
        other => panic!("the pictures have no colour for {other:?}"),
    }
}
