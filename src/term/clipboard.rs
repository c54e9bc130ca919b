//! How a text gets out of a session to a clipboard: by a sequence that the terminal of the reader carries out (OSC 52), also
//! through a multiplexer that stands between.

use crossterm::clipboard::CopyToClipboard;

use super::pen::put;

/// What stands between a session and the terminal of its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Between {
    #[default]
    Nothing,
    Tmux,
    Screen,
}

/// screen takes no longer sequence that it is to pass on, in bytes; two more end it.
const MOST_BYTES_FOR_SCREEN: usize = 250;

/// What asks a terminal to put a text on the clipboard.
pub fn sequence(text: &str, between: Between) -> Vec<u8> {
    let mut asks = String::new();
    put(&mut asks, CopyToClipboard::to_clipboard_from(text));
    match between {
        Between::Nothing => asks.into_bytes(),
        // By its settings tmux takes the sequence itself (`set-clipboard on`) or passes it on (`allow-passthrough on`).
        Between::Tmux => format!("{asks}\x1bPtmux;{}\x1b\\", asks.replace('\x1b', "\x1b\x1b")).into_bytes(),
        Between::Screen => through_screen(&asks),
    }
}

/// In pieces, none of which holds the end of a sequence: a bell ends the whole.
fn through_screen(asks: &str) -> Vec<u8> {
    let asks = asks.replace("\x1b\\", "\x07");
    let pieces = asks.as_bytes().chunks(MOST_BYTES_FOR_SCREEN);
    pieces.flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_asked_in_base64() {
        assert_eq!(sequence("浙港", Between::Nothing), b"\x1b]52;c;5rWZ5riv\x1b\\");
        assert_eq!(sequence("", Between::Nothing), b"\x1b]52;c;\x1b\\");
    }

    #[test]
    fn a_multiplexer_passes_it_on() {
        let passed = b"\x1b]52;c;5rWZ5riv\x1b\\\x1bPtmux;\x1b\x1b]52;c;5rWZ5riv\x1b\x1b\\\x1b\\";
        assert_eq!(sequence("浙港", Between::Tmux), passed);
        assert_eq!(sequence("浙港", Between::Screen), b"\x1bP\x1b]52;c;5rWZ5riv\x07\x1b\\");
        let long = "浙".repeat(500);
        let pieces = sequence(&long, Between::Screen);
        let pieces = std::str::from_utf8(&pieces).expect("ASCII");
        let inside: Vec<&str> = pieces.split("\x1b\\").filter_map(|piece| piece.strip_prefix("\x1bP")).collect();
        assert!(inside.len() > 7 && inside.iter().all(|piece| piece.len() <= MOST_BYTES_FOR_SCREEN));
        let whole = String::from_utf8(sequence(&long, Between::Nothing)).expect("ASCII");
        assert_eq!(inside.concat(), whole.replace("\x1b\\", "\x07"));
    }
}
