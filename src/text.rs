//! Text in cells: the only place that measures. Knows no record and no screen.

pub mod cut;
pub mod excerpt;
pub mod mark;
pub mod neutral;
pub mod width;
pub mod wrap;

pub use cut::{cut_end, cut_start, pad_end, pad_start};
pub use excerpt::Excerpt;
pub use mark::pieces;
pub use neutral::neutral;
pub use width::{Ambiguous, cells, drawn, graphemes, most_cells, width};
pub use wrap::{wrap, wrap_keeping};
