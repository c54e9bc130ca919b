//! A page in ASCII for a terminal that can't show Chinese: why, and what helps.

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::ui::state::Unfit;

const HELPS: [&str; 9] = [
    "Enter goes on all the same, q leaves.",
    "",
    "What helps:",
    "  tmux     start it with: tmux -u",
    "  screen   start it in a UTF-8 locale, with: screen -U",
    "  xterm    start it with: xterm -u8",
    "  PuTTY    choose UTF-8 under Window, Translation",
    "  console  use fbterm, kmscon or a graphical terminal, or come by SSH",
    "  a file   zhegang --plain > record.txt, and read it elsewhere",
];

impl Frame<'_> {
    pub(super) fn unfit(&mut self, unfit: Unfit, screen: Rect) {
        let why = match unfit {
            Unfit::NotUtf8 => "This terminal does not read UTF-8, and zhegang is in Chinese.",
            Unfit::OneCell => "This terminal gives a Chinese character one cell and cannot draw it.",
            Unfit::Console => "The Linux console has no Chinese characters, and zhegang is in Chinese.",
        };
        let cols = screen.width.saturating_sub(2).max(1);
        let mut rest = Rect { x: screen.x + u16::from(screen.width > 2), ..screen };
        for line in std::iter::once(why).chain(HELPS) {
            // A blank line takes a row, too.
            rest.y = self.wrapped(rest, cols, line, Look::Row).max(rest.y.saturating_add(1));
            rest.height = screen.bottom().saturating_sub(rest.y);
        }
    }
}
