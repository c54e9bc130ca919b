//! A QR code on the screen, with the address in letters.

use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::Frame;
use super::theme::Look;
use crate::text::Ambiguous;
use crate::ui::code::{Addressed, Code};
use crate::ui::layout::Layout;

/// Light modules around a code: as the standard wants, and as phones still take it.
const QUIET: [usize; 2] = [4, 2];
/// Light on dark, whatever the terminal's own colours are.
const MODULES: Style = Style::new().fg(Color::White).bg(Color::Black);

/// How modules are drawn: two in a cell, or each in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Half,
    Whole,
}

impl Grain {
    /// Columns and rows of so many modules a side.
    const fn size(self, side: usize) -> (usize, usize) {
        match self {
            Self::Half => (side, side.div_ceil(2)),
            Self::Whole => (2 * side, side),
        }
    }
}

impl Frame<'_> {
    pub(super) fn code(&mut self, addressed: &Addressed, layout: &Layout) {
        let name = self.world.record.entry(addressed.document).name.shown(self.state.lang);
        let top = layout.top;
        self.pen.cut(top.x + 1, top.y, top.width.saturating_sub(2), name, Look::Name);
        let screen = Rect::new(1, 1, top.width.saturating_sub(2), layout.bottom.y.saturating_sub(1));
        let cols = screen.width.max(1);
        let y = self.wrapped(screen, cols, &addressed.url, Look::Quiet);
        let area = Rect { y, height: screen.bottom().saturating_sub(y), ..screen };
        let code = Code::of(&addressed.url);
        if let Some((code, (grain, quiet))) = code.as_ref().and_then(|code| Some((code, self.grain(code, area)?))) {
            self.modules(code, grain, quiet, area);
        } else {
            let text = self.no_room(code.as_ref());
            let below = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
            self.wrapped(below, cols, &text, Look::Row);
        }
        self.hints(layout.bottom);
    }

    /// How a code fits, the widest margin first. Half a cell is not to be had where a terminal draws it over two.
    fn grain(&self, code: &Code, area: Rect) -> Option<(Grain, usize)> {
        let grains = [Grain::Whole, Grain::Half].into_iter();
        let grains = grains.filter(|grain| *grain == Grain::Whole || self.state.ambiguous == Ambiguous::Narrow);
        let ways = grains.flat_map(|grain| QUIET.map(|quiet| (grain, quiet)));
        let fits = |(grain, quiet): &(Grain, usize)| {
            let (cols, rows) = grain.size(code.side + 2 * quiet);
            cols <= usize::from(area.width) && rows <= usize::from(area.height)
        };
        ways.into_iter().find(fits)
    }

    /// How large the screen would have to be.
    fn no_room(&self, code: Option<&Code>) -> String {
        let Some(code) = code else { return self.words.too_long_for_code.to_owned() };
        let grain = if self.state.ambiguous == Ambiguous::Narrow { Grain::Half } else { Grain::Whole };
        let (cols, rows) = grain.size(code.side + 2 * QUIET[1]);
        // The name, the address and the keys stand around it.
        let (cols, rows) = ((cols + 2).to_string(), (rows + 4).to_string());
        self.words.no_room_for_code.replacen("{}", &cols, 1).replacen("{}", &rows, 1)
    }

    fn modules(&mut self, code: &Code, grain: Grain, quiet: usize, area: Rect) {
        let side = code.side + 2 * quiet;
        let is_light = |row: usize, col: usize| {
            let inside = |at: usize| at.checked_sub(quiet);
            row < side && !inside(row).zip(inside(col)).is_some_and(|(row, col)| code.is_dark(row, col))
        };
        let (_, rows) = grain.size(side);
        for (row, y) in (0..rows).zip(area.y..area.bottom()) {
            let mut x = area.x;
            for col in 0..side {
                let (text, style) = match grain {
                    Grain::Whole => ("  ", ground(is_light(row, col))),
                    Grain::Half => match (is_light(2 * row, col), is_light(2 * row + 1, col)) {
                        (upper, lower) if upper == lower => (" ", ground(upper)),
                        (_, lower) => ("▀", ground(lower)),
                    },
                };
                x = self.pen.put_in(x, y, area.right().saturating_sub(x), text, style);
            }
        }
    }
}

/// The ground of a cell: it reaches to the edges, as letters need not.
const fn ground(is_light: bool) -> Style {
    if is_light { MODULES.add_modifier(Modifier::REVERSED) } else { MODULES }
}
