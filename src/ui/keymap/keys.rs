//! One way to type an action: a key, or several one after the other.

use std::fmt;

use super::super::key::{Key, KeyCode};

/// A key, or a sequence of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(Vec<Key>);

impl Keys {
    /// Reads keys as they are written in the key table, with spaces between those of a sequence.
    pub fn parse(written: &str) -> Option<Self> {
        let keys: Vec<Key> = written.split(' ').map(Key::parse).collect::<Option<_>>()?;
        Some(Self(keys))
    }

    pub(super) const fn of(keys: Vec<Key>) -> Self {
        Self(keys)
    }

    pub fn as_slice(&self) -> &[Key] {
        &self.0
    }

    /// Whether these are done before the others can be typed to their end.
    pub(super) fn hides(&self, longer: &Self) -> bool {
        longer.0.len() > self.0.len() && longer.0.starts_with(&self.0)
    }

    /// What is left of them after those typed so far, if they begin with these; nothing of a whole sequence.
    pub fn after(&self, typed: &[Key]) -> Option<&[Key]> {
        self.0.strip_prefix(typed)
    }

    /// As the screen writes them.
    pub fn shown(&self) -> String {
        shown(&self.0)
    }
}

/// As they are written in the key table.
impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(Key::to_string).collect();
        f.write_str(&names.join(" "))
    }
}

/// Keys as the screen writes them: `^D`, `Enter`, and no arrows, which are two cells wide in some terminals.
pub fn shown(keys: &[Key]) -> String {
    keys.iter().map(|key| shown_key(*key)).collect()
}

fn shown_key(key: Key) -> String {
    match key {
        Key { code: KeyCode::Char(char), ctrl: true, alt: false } if char != ' ' => {
            format!("^{}", char.to_ascii_uppercase())
        }
        Key { code: KeyCode::Char(char), ctrl: false, alt: false } if char != ' ' => char.to_string(),
        Key { code: KeyCode::Char(char), alt: true, .. } if char.is_uppercase() => {
            format!("{}Shift-{char}", shown_key(Key { code: KeyCode::Char('-'), ..key }).trim_end_matches('-'))
        }
        Key { code: KeyCode::PageDown, ctrl: false, alt: false } => "PgDn".to_owned(),
        Key { code: KeyCode::PageUp, ctrl: false, alt: false } => "PgUp".to_owned(),
        _ => key.to_string().split('-').map(capital).collect::<Vec<_>>().join("-"),
    }
}

fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_short_on_the_screen() {
        for (written, on_screen) in
            [("ctrl-d", "^D"), ("g g", "gg"), ("shift-tab", "Shift-Tab"), ("space", "Space"), ("pageup", "PgUp")]
        {
            let keys = Keys::parse(written).expect(written);
            assert_eq!(keys.shown(), on_screen);
            assert_eq!(keys.to_string(), written);
        }
        assert_eq!(Keys::parse("g hyper"), None);
        assert_eq!(Keys::parse(""), None);
    }
}
