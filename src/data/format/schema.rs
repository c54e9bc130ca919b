//! The JSON Schema of the format (draft 2020-12), made from the table: what it takes, the loader reads without an error, and
//! what it refuses, the loader tells. What a schema cannot know is left to the loader: whether ids are unique and
//! references lead somewhere.

use super::ordered::{Fields, Json};
use super::shared::SOURCE;
use super::{CLASSES, Class, Field, Holds, NAME, RECORD, VERSION, Version};

/// Under which names the values that several classes have are defined, beside the classes.
const NOTHING: &str = "nothing";
const DATE: &str = "date";

/// A string with a word in it.
const WORDS: &str = r"\S";
/// A string without words: it stands for nothing.
const BLANK: &str = r"^\s*$";

/// The schema as the text of a file.
pub fn schema() -> String {
    let Version { major, minor } = VERSION;
    let mut schema = vec![
        ("$schema", Json::text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", Json::text(format!("urn:zhegang:{NAME}:{major}.{minor}"))),
        ("title", Json::text(format!("Meeting record, format {major}.{minor}"))),
    ];
    schema.extend(class(&RECORD));
    let classes = CLASSES.iter().filter(|class| class.name != RECORD.name);
    let classes = classes.map(|one| (one.name, Json::Object(class(one))));
    schema.push(("$defs", Json::Object(classes.chain(values()).collect())));
    format!("{}\n", Json::Object(schema))
}

/// The values that are defined beside the classes.
fn values() -> [(&'static str, Json); 2] {
    let nothing = vec![
        ("description", Json::text("As if the key were not there.")),
        ("type", Json::texts(&["string", "null"])),
        ("pattern", Json::text(BLANK)),
    ];
    let date = vec![
        (
            "description",
            Json::text(
                "A date as exact as it is known: YYYY, YYYY-H1 (the first half of the year), YYYY-H2, YYYY-MM, YYYY-MM-DD, or a day with a time (YYYY-MM-DDThh:mm:ssZ).",
            ),
        ),
        ("type", Json::texts(&["string", "null"])),
        ("pattern", Json::text(format!("{BLANK}|{}", date_pattern()))),
    ];
    [(NOTHING, Json::Object(nothing)), (DATE, Json::Object(date))]
}

fn class(class: &Class) -> Fields {
    // A string may stand for a source.
    let shape: &[&str] = if class.name == SOURCE.name { &["object", "string"] } else { &["object"] };
    let mut schema = vec![("description", Json::text(sentence(class.says))), types(shape, true)];
    let needed: Vec<Json> = class.fields().filter(|field| field.is_needed).map(|field| Json::text(field.key)).collect();
    if !needed.is_empty() {
        schema.push(("required", Json::List(needed)));
    }
    let either: Vec<Json> = class.fields().filter(|field| field.is_either).map(alone).collect();
    if !either.is_empty() {
        schema.push(("anyOf", Json::List(either)));
    }
    let properties = class.fields().map(|field| (field.key, Json::Object(property(field))));
    schema.push(("properties", Json::Object(properties.collect())));
    schema
}

/// An object that has words under a key.
fn alone(field: &'static Field) -> Json {
    let words = Json::Object(vec![("type", Json::text("string")), ("pattern", Json::text(WORDS))]);
    let properties = Json::Object(vec![(field.key, words)]);
    Json::Object(vec![("required", Json::texts(&[field.key])), ("properties", properties)])
}

fn property(field: &Field) -> Fields {
    let mut says = sentence(field.says);
    if let Holds::Reference(arrays) | Holds::References(arrays) = field.holds {
        let what = if matches!(field.holds, Holds::Reference(_)) { "The id of an object" } else { "Ids of objects" };
        says = format!("{says} {what} in {}.", arrays.join(" or "));
    }
    let mut schema = vec![("description", Json::text(says))];
    schema.extend(value(field.holds, field.is_needed));
    schema
}

fn value(holds: Holds, is_needed: bool) -> Fields {
    match holds {
        Holds::Text | Holds::Address | Holds::Tag => words(&["string"], is_needed),
        Holds::Code(known) => {
            let examples = (!known.is_empty()).then(|| ("examples", Json::texts(known)));
            words(&["string"], is_needed).into_iter().chain(examples).collect()
        }
        Holds::Id | Holds::Reference(_) => words(&["string", "integer"], is_needed),
        Holds::Date if is_needed => [vec![reference(DATE)], words(&["string"], true)].concat(),
        Holds::Date => vec![reference(DATE)],
        Holds::Choice(known) if is_needed => vec![("enum", Json::texts(known))],
        Holds::Choice(known) => or(vec![("enum", Json::texts(known))], reference(NOTHING)),
        Holds::Version => patterned(&["string"], is_needed, &format!(r"{}(\.|$)", VERSION.major)),
        Holds::Count => [vec![types(&["integer"], is_needed)], whole()].concat(),
        Holds::Ordinal => [patterned(&["string", "integer"], is_needed, "[0-9]{1,9}$"), whole()].concat(),
        Holds::Object(class) if is_needed => vec![reference(class.name)],
        Holds::Object(class) => or(vec![reference(class.name)], ("type", Json::text("null"))),
        Holds::Texts => array(is_needed, ("type", Json::text("string"))),
        Holds::References(_) => array(is_needed, ("type", Json::texts(&["string", "integer"]))),
        Holds::Objects(class) => array(is_needed, reference(class.name)),
        Holds::Sources => array(is_needed, reference(SOURCE.name)),
    }
}

fn types(names: &[&'static str], is_needed: bool) -> (&'static str, Json) {
    let null = (!is_needed).then_some("null");
    let names: Vec<&str> = names.iter().copied().chain(null).collect();
    let types = if let [name] = *names { Json::text(name) } else { Json::texts(&names) };
    ("type", types)
}

/// A string or what else is among the types; where it is needed, a string that says something.
fn words(names: &[&'static str], is_needed: bool) -> Fields {
    let pattern = is_needed.then(|| ("pattern", Json::text(WORDS)));
    [types(names, is_needed)].into_iter().chain(pattern).collect()
}

/// A string that begins so.
fn patterned(names: &[&'static str], is_needed: bool, pattern: &str) -> Fields {
    let blank = if is_needed { String::new() } else { format!("{BLANK}|") };
    vec![types(names, is_needed), ("pattern", Json::text(format!("{blank}^{pattern}")))]
}

/// The bounds of the numbers that count.
fn whole() -> Fields {
    vec![("minimum", Json::Number(0)), ("maximum", Json::Number(u32::MAX.into()))]
}

fn array(is_needed: bool, item: (&'static str, Json)) -> Fields {
    vec![types(&["array"], is_needed), ("items", Json::Object(vec![item]))]
}

fn or(one: Fields, other: (&'static str, Json)) -> Fields {
    vec![("anyOf", Json::List(vec![Json::Object(one), Json::Object(vec![other])]))]
}

fn reference(name: &str) -> (&'static str, Json) {
    ("$ref", Json::text(format!("#/$defs/{name}")))
}

/// The dates that `PartialDate` reads: days that no calendar has are none.
fn date_pattern() -> String {
    let days =
        ["(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])", "(0[469]|11)-(0[1-9]|[12][0-9]|30)", "02-(0[1-9]|1[0-9]|2[0-8])"];
    let leap_year = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
    let day = format!("([0-9]{{4}}-({})|{leap_year}-02-29)", days.join("|"));
    let time = "([01][0-9]|2[0-3]):[0-5][0-9]([:Z+-][0-9:.+Z-]*)?";
    format!("^([0-9]{{4}}(-(H[12]|0[1-9]|1[0-2]))?|{day}([T ]{time})?)$")
}

/// A noun phrase of the table as a sentence.
fn sentence(says: &str) -> String {
    let mut chars = says.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).chain(['.']).collect()
}
