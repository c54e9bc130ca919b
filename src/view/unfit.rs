//! A page in ASCII for a terminal that can't show Chinese: why, and what helps.

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::text;
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
        let cols = usize::from(screen.width.saturating_sub(2)).max(1);
        let lines = std::iter::once(why).chain(HELPS).flat_map(|line| {
            let wrapped = text::wrap(line, cols, cols, self.state.ambiguous);
            let is_blank = wrapped.is_empty();
            let parts = wrapped.into_iter().filter_map(|range| line.get(range));
            parts.chain(is_blank.then_some("")).collect::<Vec<_>>()
        });
        for (y, line) in (screen.y..screen.bottom()).zip(lines) {
            self.pen.put(screen.x + u16::from(screen.width > 2), y, screen.width, line, Look::Row);
        }
    }
}
