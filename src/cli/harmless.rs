//! JSON that can do nothing to a terminal.

use crate::data::as_units;
use crate::text;

/// JSON in which what would be made visible on the screen stands as `\u` and its code. Such signs stand only in strings.
pub(super) fn harmless(json: &str) -> String {
    let mut harmless = String::with_capacity(json.len());
    for char in json.chars() {
        if matches!(char, ' '..='~' | '\n') || text::neutral(char.encode_utf8(&mut [0; 4])) == char.to_string() {
            harmless.push(char);
        } else {
            as_units(&mut harmless, char);
        }
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_on_a_terminal_says_the_same_without_acting() {
        let json = "{\"a\": \"甲\u{9b}31m\u{7f}\u{202e}\u{e0041}乙\"}\n";
        let harmless = harmless(json);
        assert_eq!(harmless, "{\"a\": \"甲\\u009b31m\\u007f\\u202e\\udb40\\udc41乙\"}\n");
        let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
        assert_eq!(value(&harmless), value(json));
    }
}
