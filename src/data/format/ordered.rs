//! JSON whose keys keep the order in which they were put down.

use std::fmt;

/// As many characters may stand in one line of a list.
const LINE: usize = 100;
const INDENT: usize = 2;

#[derive(Debug, Clone)]
pub enum Json {
    Number(u64),
    Text(String),
    List(Vec<Json>),
    Object(Fields),
}

pub type Fields = Vec<(&'static str, Json)>;

impl Json {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn texts<'t>(texts: impl IntoIterator<Item = &'t &'t str>) -> Self {
        Self::List(texts.into_iter().copied().map(Self::text).collect())
    }

    fn is_scalar(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Object(_))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                let line = one_line(items);
                match line {
                    Some(line) => f.write_str(&line),
                    None => write_all(f, depth, ['[', ']'], items, |f, item| item.write(f, depth + 1)),
                }
            }
            Self::Object(fields) => write_all(f, depth, ['{', '}'], fields, |f, (key, value)| {
                write!(f, "{}: ", quoted(key))?;
                value.write(f, depth + 1)
            }),
        }
    }
}

/// With two spaces of indentation, without a newline at the end.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

/// A list of words that is short enough.
fn one_line(items: &[Json]) -> Option<String> {
    let words: Vec<String> = items.iter().filter(|item| item.is_scalar()).map(Json::to_string).collect();
    let line = format!("[{}]", words.join(", "));
    (words.len() == items.len() && line.chars().count() <= LINE).then_some(line)
}

fn write_all<T>(
    f: &mut fmt::Formatter<'_>,
    depth: usize,
    [open, close]: [char; 2],
    items: &[T],
    write: impl Fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    write!(f, "{open}")?;
    for (index, item) in items.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(f, "{comma}\n{:1$}", "", (depth + 1) * INDENT)?;
        write(f, item)?;
    }
    write!(f, "\n{:1$}{close}", "", depth * INDENT)
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn keys_keep_their_order_and_short_lists_their_line() {
        let words = Json::texts(&["\"b\"", "a"]);
        let long = Json::List(vec![Json::text("浙".repeat(99)), Json::Number(2)]);
        let object = Json::Object(vec![("z", Json::Number(1)), ("a", words), ("b", long)]);
        let long = format!("[\n    \"{}\",\n    2\n  ]", "浙".repeat(99));
        assert_eq!(
            object.to_string(),
            format!("{{\n  \"z\": 1,\n  \"a\": [\"\\\"b\\\"\", \"a\"],\n  \"b\": {long}\n}}")
        );
    }
}
