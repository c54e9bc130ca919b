//! Keys as a reader writes them, and why some can't be used.

use super::super::key::{Key, KeyCode};
use super::{Keys, Scope};
use crate::text;

const EXAMPLES: &str = r#"keys are written as "j", "G", "ctrl-d", "alt-left", "f1", "space" or "g g""#;
/// The last function key that terminals send.
const LAST_F: u8 = 12;

/// Reads one way to type an action of a scope. What is wrong with it is told in one sentence.
pub fn read(written: &str, scope: Scope) -> Result<Keys, String> {
    let keys: Vec<Key> = written.split_whitespace().map(|name| key(name, scope)).collect::<Result<_, _>>()?;
    let takes_text = scope.is_field() || matches!(scope, Scope::Always | Scope::Field | Scope::Hints);
    match keys.as_slice() {
        [] => Err(format!("no key is named; {EXAMPLES}, and [] is none")),
        [key] if takes_text && key.typed().is_some() => {
            Err(format!("{key} is a character that is typed here; take one with ctrl or alt, or a key such as f2"))
        }
        [_, _, ..] if takes_text => Err("a sequence of keys can't be typed here; take a single key".to_owned()),
        [_, _, _, _, _, ..] => Err("a sequence has at most four keys".to_owned()),
        _ => Ok(Keys::of(keys)),
    }
}

fn key(name: &str, scope: Scope) -> Result<Key, String> {
    let (mut ctrl, mut alt, mut shift) = (false, false, false);
    let mut rest = name;
    while let Some((modifier, more)) = rest.split_once('-').filter(|(_, more)| !more.is_empty()) {
        match modifier.to_ascii_lowercase().as_str() {
            "ctrl" => ctrl = true,
            "alt" => alt = true,
            "shift" => shift = true,
            other @ ("super" | "meta" | "hyper" | "cmd" | "win") => {
                return Err(format!("terminals do not send {other}; take ctrl or alt"));
            }
            _ => break,
        }
        rest = more;
    }
    let unknown = || format!("no key is called \"{}\"; {EXAMPLES}", text::neutral(name));
    let is_one = rest.chars().nth(1).is_none();
    let plain = if is_one { Key::parse(rest) } else { Key::parse(&rest.to_ascii_lowercase()) };
    let plain = plain.filter(|key| can_be_typed(*key)).ok_or_else(unknown)?;
    let plain = if scope.is_field() { plain } else { plain.as_command() };
    let key = shifted(plain, shift, ctrl)?;
    sent(Key { ctrl, alt, ..key })
}

/// Whether something stands for the key on a keyboard, whatever is held with it.
fn can_be_typed(key: Key) -> bool {
    match key.code {
        KeyCode::Char(char) => {
            !char.is_control() && text::width(char.encode_utf8(&mut [0; 4]), text::Ambiguous::Narrow) > 0
        }
        KeyCode::F(number) => (1..=LAST_F).contains(&number),
        _ => true,
    }
}

fn shifted(key: Key, shift: bool, ctrl: bool) -> Result<Key, String> {
    match key.code {
        _ if !shift => Ok(key),
        KeyCode::Tab | KeyCode::BackTab => Ok(Key::plain(KeyCode::BackTab)),
        KeyCode::Char(_) if ctrl => Err("terminals do not send shift with ctrl; take ctrl or alt alone".to_owned()),
        KeyCode::Char(char) if char.is_ascii_lowercase() => {
            Err(format!("shift is part of a character; write \"{}\"", char.to_ascii_uppercase()))
        }
        KeyCode::Char(_) => Err("shift is part of a character; write the character that it gives".to_owned()),
        _ => Err(format!("terminals do not tell shift-{key} from {key}; take ctrl or alt")),
    }
}

/// The key, if terminals send it as one of its own.
fn sent(key: Key) -> Result<Key, String> {
    let same = |other: &str| Err(format!("terminals send {key} as {other}; take another key"));
    match key.code {
        KeyCode::Char(char) if key.ctrl => match char.to_ascii_lowercase() {
            'i' => same("tab"),
            'j' | 'm' => same("enter"),
            'h' => same("backspace"),
            '[' => same("esc"),
            '@' => Ok(Key { code: KeyCode::Char(' '), ..key }),
            lower @ ('a'..='z' | ' ' | '\\' | ']' | '^' | '_') => Ok(Key { code: KeyCode::Char(lower), ..key }),
            _ => Err(format!("terminals do not send {key}; take ctrl with a letter, or alt")),
        },
        KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab | KeyCode::Backspace if key.ctrl => {
            same(&Key { ctrl: false, ..key }.to_string())
        }
        KeyCode::Esc if key.ctrl || key.alt => same("esc"),
        _ => Ok(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Scope::{Always, Field, Panes, Search};

    #[test]
    fn keys_are_read_as_people_write_them() {
        for (written, name) in [
            ("j", "j"),
            ("G", "G"),
            ("Ctrl-D", "ctrl-d"),
            ("g  G", "g G"),
            ("ALT-Left", "alt-left"),
            ("shift-tab", "shift-tab"),
            ("F5", "f5"),
            ("ｊ", "j"),
            ("alt-ctrl-x", "ctrl-alt-x"),
            ("ctrl-@", "ctrl-space"),
            ("-", "-"),
            ("alt--", "alt--"),
            ("minus", "-"),
            ("中", "中"),
        ] {
            assert_eq!(read(written, Panes).map(|keys| keys.to_string()), Ok(name.to_owned()), "{written}");
        }
        for scope in [Search, Field, Always] {
            assert!(read("ctrl-x", scope).is_ok() && read("f2", scope).is_ok() && read("up", scope).is_ok());
            assert!(read("x", scope).is_err_and(|fault| fault.contains("ctrl or alt")));
            assert!(read("ctrl-x ctrl-s", scope).is_err_and(|fault| fault.contains("single key")));
        }
    }

    #[test]
    fn what_terminals_cannot_send_is_told() {
        for (written, words) in [
            ("ctrl-i", "as tab"),
            ("ctrl-m", "as enter"),
            ("ctrl-j", "as enter"),
            ("ctrl-h", "as backspace"),
            ("ctrl-[", "as esc"),
            ("alt-esc", "as esc"),
            ("ctrl-enter", "as enter"),
            ("ctrl-tab", "as tab"),
            ("ctrl-shift-x", "shift with ctrl"),
            ("shift-x", "write \"X\""),
            ("shift-1", "the character that it gives"),
            ("shift-up", "shift-up from up"),
            ("super-x", "super"),
            ("cmd-x", "cmd"),
            ("ctrl-1", "ctrl with a letter"),
            ("f13", "no key is called"),
            ("<C-d>", "no key is called \"<C-d>\""),
            ("^D", "no key is called"),
            ("hyper", "no key is called"),
            ("\u{200b}", "no key is called"),
            ("", "no key is named"),
            ("a b c d e", "at most four"),
        ] {
            let fault = read(written, Panes).expect_err(written);
            assert!(fault.contains(words), "{written}: {fault}");
            assert!(!fault.contains(char::is_control), "{fault}");
        }
    }
}
