//! Texts as Markdown takes them for nothing but text.

/// What has a meaning inside a line, also in usual extensions of Markdown.
const SIGNS: [char; 17] = ['\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '#', '|', '~', '&', '!', '$', '^'];

/// A text in one line without a sign that means something inside it.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace('\n', " ").chars() {
        if SIGNS.contains(&c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
