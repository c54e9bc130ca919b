//! Bytes from a terminal, however they were cut into reads, become keys and pastes.
//!
//! The bytes are framed here and the key sequences are read by `termina`. Its own framing would not do: it holds
//! `ESC ]`, `ESC P`, `CSI ?` and `CSI >` for ever (Alt-] swallows all that is typed after it), keeps a paste of any
//! length, and lets the rest of a sequence that it does not know through as typed characters.

use std::mem;

use termina::Event;
use termina::event::{KeyCode as Code, KeyEvent, KeyEventKind, Modifiers};

use crate::ui::mouse::Does;
use crate::ui::{self, Key, KeyCode, Mouse};

/// What is kept of one paste, in bytes.
pub const PASTE_BYTES: usize = 64 * 1024;
/// No key has a longer sequence.
const SEQUENCE_BYTES: usize = 64;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// What a mouse report tells of Shift, Alt and Ctrl.
const HELD_KEYS: u16 = 4 | 8 | 16;
const ESC: u8 = 0x1b;
const CTRL_C: u8 = 0x03;

/// What a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    /// An answer to a query.
    Report(Report),
}

/// What a terminal says of itself when it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// Where the cursor stands, counted from 1 (CPR).
    Cursor { row: u16, col: u16 },
    /// What the terminal can do (DA1). Every terminal answers this one.
    Attributes,
}

impl Input {
    /// What it changes in a field of the session, if it is a key that does nothing else.
    pub fn change(&self, state: &ui::State) -> Option<ui::Change> {
        match self {
            Self::Key(key) => ui::change(state, *key),
            Self::Paste(_) | Self::Mouse(_) | Self::Report(_) => None,
        }
    }
}

/// Reads input from bytes, a read at a time. How the bytes are cut makes no difference.
#[derive(Debug, Clone, Default)]
pub struct Decoder {
    state: State,
    /// The bytes of an unfinished character or sequence, or the text of an unfinished paste.
    held: Vec<u8>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// A character of several bytes.
    Character {
        alt: bool,
    },
    Escape,
    /// `ESC [` or `ESC O`, up to a final byte.
    Sequence,
    /// An old-style mouse report with this many bytes to come.
    Mouse(u8),
    /// A report up to BEL or ST. It is not kept; `opener` is set while nothing has followed `ESC opener`.
    Report {
        opener: Option<u8>,
    },
    /// ESC in a report: the first half of ST, or a key.
    ReportEscape,
    /// A pasted text, with this many bytes of `PASTE_END` seen.
    Paste {
        matched: usize,
    },
}

impl Decoder {
    /// Takes bytes and gives the input that they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut inputs = Vec::new();
        for &byte in bytes {
            self.step(byte, &mut inputs);
        }
        inputs
    }

    /// Whether what is held may be all there is: an Esc key, or Alt with the first character of a sequence.
    pub fn is_waiting(&self) -> bool {
        match self.state {
            State::Escape | State::ReportEscape | State::Report { opener: Some(_) } => true,
            State::Sequence => self.held.len() == 2,
            State::Ground
            | State::Character { .. }
            | State::Mouse(_)
            | State::Report { opener: None }
            | State::Paste { .. } => false,
        }
    }

    /// Nothing more came for a while: what is held is all there is. Only a terminal can have begun what is longer
    /// than two bytes, so that goes on being held.
    pub fn settle(&mut self) -> Vec<Input> {
        if !self.is_waiting() {
            return Vec::new();
        }
        let key = match mem::take(&mut self.state) {
            State::Report { opener } => opener.and_then(|byte| plain(byte, true)),
            State::Sequence => self.held.last().and_then(|&byte| plain(byte, true)),
            State::Escape
            | State::ReportEscape
            | State::Ground
            | State::Character { .. }
            | State::Mouse(_)
            | State::Paste { .. } => Some(bare(KeyCode::Esc, false)),
        };
        self.held.clear();
        key.map(Input::Key).into_iter().collect()
    }

    fn step(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match self.state {
            State::Ground => self.begin(byte, false, inputs),
            State::Character { alt } => self.character(byte, alt, inputs),
            State::Sequence => self.sequence(byte, inputs),
            State::Mouse(left) => self.state = if left > 1 { State::Mouse(left - 1) } else { State::Ground },
            State::Report { .. } => self.report(byte, inputs),
            State::ReportEscape if byte == b'\\' => self.state = State::Ground,
            State::Escape | State::ReportEscape => self.escape(byte, inputs),
            State::Paste { matched } => self.paste(byte, matched, inputs),
        }
    }

    /// A byte that nothing came before, or only the ESC that stands for Alt.
    fn begin(&mut self, byte: u8, alt: bool, inputs: &mut Vec<Input>) {
        self.held.clear();
        self.state = match byte {
            ESC => State::Escape,
            0xc2..=0xf4 => {
                self.held.push(byte);
                State::Character { alt }
            }
            0x00..=0xc1 | 0xf5..=0xff => {
                inputs.extend(plain(byte, alt).map(Input::Key));
                State::Ground
            }
        };
    }

    fn character(&mut self, byte: u8, alt: bool, inputs: &mut Vec<Input>) {
        if !(0x80..=0xbf).contains(&byte) {
            return self.begin(byte, false, inputs);
        }
        self.held.push(byte);
        let bytes = match self.held[0] {
            0x00..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
        };
        if self.held.len() == bytes {
            let typed = str::from_utf8(&self.held).ok().and_then(|text| text.chars().next());
            inputs.extend(typed.and_then(|char| character(char, false, alt, false)).map(Input::Key));
            self.state = State::Ground;
        }
    }

    fn escape(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match byte {
            b'[' | b'O' => {
                self.held.extend([ESC, byte]);
                self.state = State::Sequence;
            }
            b']' | b'P' | b'X' | b'^' | b'_' => self.state = State::Report { opener: Some(byte) },
            // Esc pressed twice, or Esc and then a key with a sequence.
            ESC => {
                inputs.push(Input::Key(bare(KeyCode::Esc, false)));
                self.state = State::Escape;
            }
            _ => self.begin(byte, true, inputs),
        }
    }

    fn sequence(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        let is_first = self.held.len() == 2;
        match byte {
            0x20..=0x3f => self.hold(byte),
            // The Linux console has a second bracket in F1 to F5.
            b'[' if is_first => self.hold(byte),
            b'M' if is_first && self.held[1] == b'[' => self.state = State::Mouse(3),
            0x40..=0x7e => {
                self.hold(byte);
                let is_paste = self.held == PASTE_START;
                let report = report(&self.held).map(Input::Report).or_else(|| mouse(&self.held).map(Input::Mouse));
                inputs.extend(report.or_else(|| sequence_key(&self.held).map(Input::Key)));
                self.held.clear();
                self.state = if is_paste { State::Paste { matched: 0 } } else { State::Ground };
            }
            0x00..=0x1f | 0x7f..=0xff => self.begin(byte, false, inputs),
        }
    }

    fn hold(&mut self, byte: u8) {
        if self.held.len() <= SEQUENCE_BYTES {
            self.held.push(byte);
        }
    }

    /// No report has a control character inside, so that any such key ends one whose end was lost.
    fn report(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match byte {
            0x07 | 0x18 | 0x1a => self.state = State::Ground,
            ESC => self.state = State::ReportEscape,
            0x00..=0x1f => self.begin(byte, false, inputs),
            0x20..=0xff => self.state = State::Report { opener: None },
        }
    }

    fn paste(&mut self, byte: u8, matched: usize, inputs: &mut Vec<Input>) {
        // Ctrl-C ends also a paste whose end was lost.
        if byte == CTRL_C {
            self.held.clear();
            return self.begin(byte, false, inputs);
        }
        if byte == PASTE_END[matched] {
            self.state = State::Paste { matched: matched + 1 };
            if matched + 1 == PASTE_END.len() {
                self.state = State::Ground;
                inputs.push(Input::Paste(pasted(&mem::take(&mut self.held))));
            }
            return;
        }
        self.keep(&PASTE_END[..matched]);
        if byte == ESC {
            self.state = State::Paste { matched: 1 };
        } else {
            self.keep(&[byte]);
            self.state = State::Paste { matched: 0 };
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = PASTE_BYTES - self.held.len();
        self.held.extend(&bytes[..bytes.len().min(room)]);
    }
}

/// The valid characters of a paste. One that the limit cut is left out like any other that is not whole.
fn pasted(bytes: &[u8]) -> String {
    bytes.utf8_chunks().map(|chunk| chunk.valid()).collect()
}

fn bare(code: KeyCode, alt: bool) -> Key {
    Key { code, ctrl: false, alt }
}

/// The key of a byte that stands for itself. Bytes above ASCII stand for none.
fn plain(byte: u8, alt: bool) -> Option<Key> {
    match byte {
        0x00 => character(' ', true, alt, false),
        b'\t' => Some(bare(KeyCode::Tab, alt)),
        b'\n' | b'\r' => Some(bare(KeyCode::Enter, alt)),
        0x08 | 0x7f => Some(bare(KeyCode::Backspace, alt)),
        ESC => Some(bare(KeyCode::Esc, alt)),
        // Ctrl takes two bits away from a letter, and from \ ] ^ _.
        0x01..=0x1f => character(char::from(byte | 0x40), true, alt, false),
        0x20..=0x7e => character(char::from(byte), false, alt, false),
        0x80..=0xff => None,
    }
}

/// The key of a character. The four that Ctrl makes into other keys are those keys, however they were sent.
fn character(char: char, ctrl: bool, alt: bool, shift: bool) -> Option<Key> {
    if char.is_control() {
        return None;
    }
    if !ctrl {
        let char = if shift { char.to_uppercase().next().unwrap_or(char) } else { char };
        return Some(bare(KeyCode::Char(char), alt));
    }
    Some(match char.to_ascii_lowercase() {
        'h' => bare(KeyCode::Backspace, alt),
        'i' => bare(KeyCode::Tab, alt),
        'j' | 'm' => bare(KeyCode::Enter, alt),
        '[' => bare(KeyCode::Esc, alt),
        lower => Key { code: KeyCode::Char(lower), ctrl, alt },
    })
}

/// The answer in a whole sequence. A cursor in the first row would be F3 with a modifier.
fn report(sequence: &[u8]) -> Option<Report> {
    let parameters = str::from_utf8(sequence.strip_prefix(b"\x1b[")?).ok()?;
    if parameters.starts_with('?') && parameters.ends_with('c') {
        return Some(Report::Attributes);
    }
    let (row, col) = parameters.strip_suffix('R')?.split_once(';')?;
    let row = row.parse().ok().filter(|row| *row > 1)?;
    Some(Report::Cursor { row, col: col.parse().ok()? })
}

/// What a whole sequence tells of the mouse (SGR, mode 1006): a press of the left button, or a notch of the wheel.
fn mouse(sequence: &[u8]) -> Option<Mouse> {
    let parameters = str::from_utf8(sequence.strip_prefix(b"\x1b[<")?).ok()?.strip_suffix('M')?;
    let mut numbers = parameters.split(';').map(|number| number.parse::<u16>().ok());
    let (button, col, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let does = match button & !HELD_KEYS {
        0 => Does::Click,
        64 => Does::WheelUp,
        65 => Does::WheelDown,
        _ => return None,
    };
    Some(Mouse { does, col: col.checked_sub(1)?, row: row.checked_sub(1)? }).filter(|_| numbers.next().is_none())
}

/// The key of a whole sequence, if it is one that a key sends.
fn sequence_key(sequence: &[u8]) -> Option<Key> {
    let (parameters, is_csi) = match sequence {
        [ESC, b'[', parameters @ .., _] => (parameters, true),
        [ESC, b'O', parameters @ .., _] => (parameters, false),
        _ => return None,
    };
    // Replies to queries and mouse reports begin otherwise, and `termina` would hold or spill them.
    let is_numbers = parameters.first().is_some_and(u8::is_ascii_digit)
        && parameters.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'));
    let is_key = parameters.is_empty() || is_csi && (is_numbers || parameters == b"[");
    if !is_key || sequence.len() > SEQUENCE_BYTES {
        return None;
    }
    let mut parser = termina::Parser::default();
    parser.parse(sequence, false);
    match parser.pop()? {
        Event::Key(event) => event_key(event),
        _ => None,
    }
}

fn event_key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(Modifiers::SUPER | Modifiers::HYPER) {
        return None;
    }
    let ctrl = event.modifiers.contains(Modifiers::CONTROL);
    let alt = event.modifiers.intersects(Modifiers::ALT | Modifiers::META);
    let code = match event.code {
        Code::Char(char) => return character(char, ctrl, alt, event.modifiers.contains(Modifiers::SHIFT)),
        Code::Enter => KeyCode::Enter,
        Code::Backspace => KeyCode::Backspace,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Escape => KeyCode::Esc,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::Insert => KeyCode::Insert,
        Code::Delete => KeyCode::Delete,
        Code::Function(number) => KeyCode::F(number),
        Code::KeypadBegin
        | Code::CapsLock
        | Code::ScrollLock
        | Code::NumLock
        | Code::PrintScreen
        | Code::Pause
        | Code::Menu
        | Code::Null
        | Code::Modifier(_)
        | Code::Media(_) => return None,
    };
    Some(Key { code, ctrl, alt })
}
