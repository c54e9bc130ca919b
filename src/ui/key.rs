//! Keys as a session knows them, whatever the transport, and how they are written: `ctrl-d`, `G`, `space`.

use std::fmt;

/// One press of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
}

/// Which key. Shift is part of the character, or of `BackTab`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

const NAMES: [(&str, KeyCode); 17] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
    ("minus", KeyCode::Char('-')),
];

impl Key {
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    pub const fn char(char: char) -> Self {
        Self::plain(KeyCode::Char(char))
    }

    /// Reads one key as it is written in the key table. `None` for a name that no key has.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
            return Some(Self::plain(*code));
        }
        if let Some(rest) = name.strip_prefix("ctrl-") {
            return Self::parse(rest).map(|key| Self { ctrl: true, ..key });
        }
        if let Some(rest) = name.strip_prefix("alt-") {
            return Self::parse(rest).map(|key| Self { alt: true, ..key });
        }
        if let Some(number) = name.strip_prefix('f').and_then(|rest| rest.parse().ok()) {
            return Some(Self::plain(KeyCode::F(number)));
        }
        let mut chars = name.chars();
        let char = chars.next()?;
        chars.next().is_none().then_some(Self::char(char))
    }

    /// The key that was meant when a Chinese input method turned an ASCII key into its fullwidth form.
    pub fn as_command(self) -> Self {
        let KeyCode::Char(char) = self.code else { return self };
        let meant = match char {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
            '、' => '/',
            '‘' | '’' => '\'',
            '《' => '<',
            '》' => '>',
            '【' | '「' => '[',
            '】' | '」' => ']',
            '。' => '.',
            '\u{3000}' => ' ',
            other => other,
        };
        Self { code: KeyCode::Char(meant), ..self }
    }

    /// The character that the key types into a text field.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(char) if !self.ctrl && !self.alt => Some(char),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (_, KeyCode::Char('-')) => f.write_str("-"),
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(char)) => write!(f, "{char}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_written_key_reads_back_as_itself() {
        for name in ["j", "G", "ctrl-d", "alt-left", "shift-tab", "space", "f1", "/", "?", "[", "中", "f", "-"] {
            let key = Key::parse(name).expect(name);
            assert_eq!(key.to_string(), name);
        }
        assert_eq!(Key::parse("hyper"), None);
        assert_eq!(Key::parse(""), None);
    }

    #[test]
    fn fullwidth_keys_mean_their_ascii_keys() {
        for (typed, meant) in
            [('／', '/'), ('、', '/'), ('’', '\''), ('？', '?'), ('ｊ', 'j'), ('１', '1'), ('Ｇ', 'G'), ('中', '中')]
        {
            assert_eq!(Key::char(typed).as_command(), Key::char(meant));
        }
    }
}
