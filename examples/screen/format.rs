//! The tables of `docs/record-format.md`, made from the program's own table of the format.

use std::fmt::Write;

use zhegang::data::format::{CLASSES, Class, Field, Holds, TAIL};

/// What stands around the tables in the document.
const MARKS: [&str; 2] = ["<!-- classes -->\n", "<!-- /classes -->"];

/// What stands under the table of a class that has the keys of all entries.
const TAIL_LINE: &str = "\nAnd the [keys of all entries](#keys-of-all-entries).\n";

/// The document with the tables as they should be. `None` if the marks around them are missing.
pub fn renewed(document: &str) -> Option<String> {
    let [begin, end] = MARKS;
    let (before, rest) = document.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some([before, begin, &tables(), end, after].concat())
}

fn tables() -> String {
    let classes: String = CLASSES.iter().map(|class| table(class)).collect();
    format!("\n### Keys of all entries\n\n{}{classes}\n", rows(TAIL))
}

fn table(class: &Class) -> String {
    let own = class.groups.iter().copied().filter(|group| !is_tail(group)).flatten();
    let ends = if class.groups.iter().any(|group| is_tail(group)) { TAIL_LINE } else { "" };
    format!("\n### {}\n\n{}.\n\n{}{ends}", class.name, capital(class.says), rows(own))
}

fn is_tail(group: &[Field]) -> bool {
    group.iter().map(|field| field.key).eq(TAIL.iter().map(|field| field.key))
}

fn rows<'f>(fields: impl IntoIterator<Item = &'f Field>) -> String {
    let mut rows = String::from("| key | type | needed | meaning |\n| --- | --- | --- | --- |\n");
    for field in fields {
        let Field { key, says, .. } = field;
        let holds = type_of(field.holds);
        let needed = match (field.is_needed, field.is_either) {
            (true, _) => "yes",
            (_, true) => "one of these",
            _ => "",
        };
        writeln!(rows, "| `{key}` | {holds} | {needed} | {says} |").expect("a string takes every write");
    }
    rows
}

fn type_of(holds: Holds) -> String {
    match holds {
        Holds::Text => "text".to_owned(),
        Holds::Id => "id".to_owned(),
        Holds::Reference(arrays) => format!("id in {}", words(arrays, " or ")),
        Holds::Address => "address".to_owned(),
        Holds::Date => "date".to_owned(),
        Holds::Tag => "language tag".to_owned(),
        Holds::Count => "number".to_owned(),
        Holds::Ordinal => "number, or its digits".to_owned(),
        Holds::Choice(known) => words(known, " or "),
        Holds::Code([]) => "code".to_owned(),
        Holds::Code(known) => format!("code: {}, …", words(known, ", ")),
        Holds::Version => "version".to_owned(),
        Holds::Object(class) => link(class),
        Holds::Texts => "array of texts".to_owned(),
        Holds::References(arrays) => format!("array of ids in {}", words(arrays, " or ")),
        Holds::Objects(class) => format!("array of {}", link(class)),
        Holds::Sources => format!("array of {}", holds.class().map_or_else(String::new, link)),
    }
}

fn link(class: &Class) -> String {
    format!("[{0}](#{0})", class.name)
}

fn words(words: &[&str], between: &str) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(between)
}

fn capital(says: &str) -> String {
    let mut chars = says.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
