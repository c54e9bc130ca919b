//! The edge: bytes in become input, pictures become bytes. A `Session` does no I/O itself; the local terminal
//! (`tty`) is one transport for it. Knows no meaning.

pub mod clipboard;
pub mod colour;
pub mod decode;
mod keeper;
pub mod paint;
mod pen;
mod probe;
pub mod session;
mod shift;
pub mod tty;
mod watcher;

pub use clipboard::Between;
pub use colour::Colours;
pub use decode::{Decoder, Input, Report};
pub use keeper::Keeper;
pub use paint::Painter;
pub use session::Session;
pub use watcher::{News, Watcher};
