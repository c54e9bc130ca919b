//! Where everything stands: rectangles by the size of the screen. `update` pages by them, `view` draws in them.

use ratatui::layout::Rect;

use super::list::MOST_PANES;
use super::{Size, State, World};

/// Under this, one sentence is all that fits.
const SMALLEST: Size = Size { cols: 20, rows: 5 };
/// Under this, the panes and the reader take turns.
const TWO_COLUMNS: Size = Size { cols: 60, rows: 12 };
/// From here on the left column is as wide as names want it.
const WIDE_COLS: u16 = 100;
/// From here on there is room for blank lines between the panes.
const TALL_ROWS: u16 = 30;
/// Under this, boxes would take more room than they order.
const BOXED: Size = Size { cols: 40, rows: 12 };
/// A pane that is not in use still shows so many of its rows.
const FEW_ROWS: usize = 3;

/// What stands around panes and reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    /// Nothing: a rule between them.
    #[default]
    None,
    /// Boxes.
    Line,
}

impl Borders {
    pub const ALL: [Self; 2] = [Self::None, Self::Line];

    /// As it is written in settings.
    pub const fn written(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Line => "line",
        }
    }

    /// The borders of a name in settings.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.written().eq_ignore_ascii_case(name))
    }
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Panes on the left, the reader on the right.
    Columns,
    /// One pane, or the reader, at a time.
    Single,
    /// The reader alone, zoomed or with two texts in it.
    Whole,
    TooSmall,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    pub shape: Shape,
    /// The title line, or the line of tabs where one pane shows at a time.
    pub top: Rect,
    /// The line of hints.
    pub bottom: Rect,
    /// Each pane with its title line; empty where it is not shown.
    pub panes: [Rect; MOST_PANES],
    /// The line between panes and reader; empty where there is none.
    pub rule: Rect,
    /// The boxes around the panes and around the reader, with their lines; empty where there are none.
    pub boxes: [Rect; 2],
    /// Where the text of the reader stands; empty where it is not shown. Unless it is zoomed, at its right are two more
    /// columns: a free one and one for the mark that tells how far the text is scrolled.
    pub text: Rect,
}

/// How the search divides the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchLayout {
    pub field: Rect,
    /// The line of kinds.
    pub kinds: Rect,
    pub hits: Rect,
    pub rule: Rect,
    /// Where the selected hit is read; empty where there is no room.
    pub preview: Rect,
    pub bottom: Rect,
}

impl Layout {
    pub fn of(state: &State, world: &World) -> Self {
        let Size { cols, rows } = state.size;
        let screen = Rect::new(0, 0, cols, rows);
        let top = row(screen, 0);
        let bottom = row(screen, rows.saturating_sub(1));
        let empty = Self {
            shape: Shape::TooSmall,
            top,
            bottom,
            panes: [Rect::ZERO; MOST_PANES],
            rule: Rect::ZERO,
            boxes: [Rect::ZERO; 2],
            text: Rect::ZERO,
        };
        if cols < SMALLEST.cols || rows < SMALLEST.rows {
            return empty;
        }
        let air = u16::from(rows >= TALL_ROWS);
        let body = Rect::new(0, 1 + air, cols, rows - 2 - 2 * air);
        if state.view.takes_all() {
            let text = if state.view.is_zoomed { body } else { with_margins(body) };
            return Self { shape: Shape::Whole, text, ..empty };
        }
        if cols < TWO_COLUMNS.cols || rows < TWO_COLUMNS.rows {
            return Self { shape: Shape::Single, ..single(empty, body, state) };
        }
        let left = left_cols(cols);
        if is_boxed(state) {
            let body = Rect::new(0, 1, cols, rows - 2);
            let boxes = [Rect { width: left, ..body }, Rect { x: left, width: cols - left, ..body }];
            let panes = stacked(state, world, inside(boxes[0]), 0);
            return Self { shape: Shape::Columns, panes, boxes, text: boxed_text(boxes[1]), ..empty };
        }
        let panes = stacked(state, world, Rect { width: left, ..body }, air);
        let rule = Rect::new(left, body.y, 1, body.height);
        let text = Rect::new(left + 3, body.y, cols - left - 5, body.height);
        Self { shape: Shape::Columns, panes, rule, text, ..empty }
    }

    /// The rows of a pane under its title.
    pub fn list(&self, pane: usize) -> Rect {
        below_title(self.panes[pane])
    }
}

impl SearchLayout {
    /// Where there is no room for both, a text that is read has it all.
    pub fn of(size: Size, is_reading: bool) -> Self {
        let screen = Rect::new(0, 0, size.cols, size.rows);
        let body = Rect::new(0, 2.min(size.rows), size.cols, size.rows.saturating_sub(3));
        let field = row(screen, 0);
        let bottom = row(screen, size.rows.saturating_sub(1));
        let kinds = row(screen, 1);
        let empty = Self { field, kinds, hits: Rect::ZERO, rule: Rect::ZERO, preview: Rect::ZERO, bottom };
        if size.cols < TWO_COLUMNS.cols && is_reading {
            let preview = Rect { x: 1, width: body.width.saturating_sub(3), ..body };
            return Self { preview, ..empty };
        }
        if size.cols < TWO_COLUMNS.cols {
            return Self { hits: body, ..empty };
        }
        let left = size.cols / 2;
        let rule = Rect::new(left, body.y, 1, body.height);
        let preview = Rect::new(left + 3, body.y, size.cols - left - 5, body.height);
        Self { hits: Rect { width: left, ..body }, rule, preview, ..empty }
    }
}

/// The rows of the palette.
pub fn palette_list(size: Size) -> Rect {
    Rect::new(0, 2.min(size.rows), size.cols, size.rows.saturating_sub(3))
}

/// The part of the help that scrolls.
pub fn help_area(size: Size) -> Rect {
    Rect::new(0, 1.min(size.rows), size.cols, size.rows.saturating_sub(2))
}

fn row(screen: Rect, y: u16) -> Rect {
    Rect::new(0, y, screen.width, 1).intersection(screen)
}

fn below_title(pane: Rect) -> Rect {
    Rect { y: pane.y + pane.height.min(1), height: pane.height.saturating_sub(1), ..pane }
}

/// Room at the left of a text, and at its right for the mark of how far it is scrolled.
fn with_margins(body: Rect) -> Rect {
    Rect { x: body.x + 1, width: body.width - 3, ..body }
}

/// Whether boxes are wanted, and there is room for them.
fn is_boxed(state: &State) -> bool {
    state.borders == Borders::Line && state.size.cols >= BOXED.cols && state.size.rows >= BOXED.rows
}

/// The panes in a box: their titles stand in its lines.
fn inside(outer: Rect) -> Rect {
    Rect { x: outer.x + 1, width: outer.width - 2, height: outer.height - 1, ..outer }
}

/// The text in a box, with the two columns at its right.
fn boxed_text(outer: Rect) -> Rect {
    Rect { x: outer.x + 2, y: outer.y + 1, width: outer.width - 5, height: outer.height - 2 }
}

/// The panes one under the other.
fn stacked(state: &State, world: &World, area: Rect, air: u16) -> [Rect; MOST_PANES] {
    let mut y = area.y;
    let mut panes = [Rect::ZERO; MOST_PANES];
    for (pane, rows) in panes.iter_mut().zip(pane_rows(state, world, area.height, air)) {
        *pane = Rect { y, height: rows + 1, ..area };
        y += rows + 1 + air;
    }
    panes
}

fn single(empty: Layout, body: Rect, state: &State) -> Layout {
    let mut layout = empty;
    if is_boxed(state) {
        let outer = Rect::new(0, 1, state.size.cols, state.size.rows - 2);
        if state.view.in_reader {
            layout.boxes[1] = outer;
            layout.text = boxed_text(outer);
        } else {
            layout.boxes[0] = outer;
            layout.panes[state.view.pane] = inside(outer);
        }
    } else if state.view.in_reader {
        layout.text = with_margins(body);
    } else {
        layout.panes[state.view.pane] = body;
    }
    layout
}

fn left_cols(cols: u16) -> u16 {
    if cols < WIDE_COLS { (cols * 2 / 5).clamp(24, 36) } else { (cols * 36 / 100).clamp(38, 56) }
}

/// The rows of each pane: a few for all of them, then what the pane in use wants, then what the others want.
fn pane_rows(state: &State, world: &World, height: u16, air: u16) -> Vec<u16> {
    let count = world.panes.len();
    let wanted: Vec<usize> = (0..count).map(|pane| state.row_count(world, pane).max(1)).collect();
    let titles = count + count.saturating_sub(1) * usize::from(air);
    let mut left = usize::from(height).saturating_sub(titles);
    let mut rows = vec![0; count];
    let mut give = |pane: usize, upto: usize| {
        let more = upto.min(wanted[pane]).saturating_sub(rows[pane]).min(left);
        rows[pane] += more;
        left -= more;
    };
    let others = || (0..count).filter(|pane| *pane != state.view.pane);
    (0..count).for_each(|pane| give(pane, 1));
    give(state.view.pane, FEW_ROWS);
    others().for_each(|pane| give(pane, FEW_ROWS));
    give(state.view.pane, usize::from(height) / 2);
    for upto in FEW_ROWS..usize::from(height) {
        others().for_each(|pane| give(pane, upto));
    }
    give(state.view.pane, usize::from(height));
    rows.into_iter().map(|rows| u16::try_from(rows).unwrap_or(u16::MAX)).collect()
}
