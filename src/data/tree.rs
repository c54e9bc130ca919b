//! JSON whose values know where they stand in the file. Objects keep every key, so that one that stands twice or
//! that nobody asked for can be seen. Opening a value reads one level; nothing here recurses into what it is given.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The keys of so few fields are compared with each other; more are hashed.
const FEW_FIELDS: usize = 16;

/// A piece of the file that is known to be well-formed JSON.
#[derive(Debug, Clone, Copy)]
pub struct Value<'a>(&'a RawValue);

/// What a value is, whatever it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// An object, one level opened.
#[derive(Debug)]
pub struct Object<'a> {
    pub value: Value<'a>,
    pub fields: Vec<Field<'a>>,
}

#[derive(Debug)]
pub struct Field<'a> {
    pub key: Cow<'a, str>,
    /// Where the key is written.
    pub key_at: Value<'a>,
    pub value: Value<'a>,
}

impl<'a> Value<'a> {
    /// Checks the syntax of a whole file.
    pub fn parse(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(text).map(Self)
    }

    /// The text as the file has it.
    pub fn source(self) -> &'a str {
        self.0.get()
    }

    /// Bytes from the start of `text`, which must be the text that the value was parsed from.
    pub fn offset_in(self, text: &str) -> usize {
        self.source().as_ptr().addr() - text.as_ptr().addr()
    }

    pub fn shape(self) -> Shape {
        match self.source().as_bytes().first() {
            Some(b'{') => Shape::Object,
            Some(b'[') => Shape::Array,
            Some(b'"') => Shape::Text,
            Some(b't' | b'f') => Shape::Boolean,
            Some(b'n') | None => Shape::Null,
            Some(_) => Shape::Number,
        }
    }

    /// The string that the value is. `None` for other values, and for a string with a `\u` escape that is no character.
    pub fn text(self) -> Option<Cow<'a, str>> {
        let inside = self.source().strip_prefix('"')?.strip_suffix('"')?;
        if inside.contains('\\') {
            return serde_json::from_str(self.source()).ok().map(Cow::Owned);
        }
        Some(Cow::Borrowed(inside))
    }

    pub fn array(self) -> Option<Vec<Self>> {
        serde_json::from_str::<Items>(self.source()).ok().map(|items| items.0)
    }

    pub fn object(self) -> Option<Object<'a>> {
        let fields = serde_json::from_str::<Fields>(self.source()).ok()?.0;
        Some(Object { value: self, fields })
    }
}

impl<'a> Object<'a> {
    /// The fields whose key stands before them already.
    pub fn repeated(&self) -> Vec<&Field<'a>> {
        if self.fields.len() <= FEW_FIELDS {
            let stands_before = |place: usize, key: &str| self.fields.iter().take(place).any(|field| field.key == key);
            let repeated = self.fields.iter().enumerate().filter(|(place, field)| stands_before(*place, &field.key));
            return repeated.map(|(_, field)| field).collect();
        }
        let mut seen = HashSet::new();
        self.fields.iter().filter(|field| !seen.insert(field.key.as_ref())).collect()
    }

    /// The value under a key; under one that stands twice, the last.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        self.fields.iter().rfind(|field| field.key == key).map(|field| field.value)
    }
}

/// The JSON pointers (RFC 6901) of what stands at `offsets`, which must be sorted. `spell` makes a key fit to be shown.
pub fn pointers(root: Value<'_>, text: &str, offsets: &[usize], spell: impl Fn(&str) -> String) -> Vec<String> {
    let mut search = Search { text, spell, pointer: String::new(), found: Vec::with_capacity(offsets.len()) };
    search.within(root, offsets);
    search.found
}

struct Search<'a, F> {
    text: &'a str,
    spell: F,
    pointer: String,
    found: Vec<String>,
}

impl<F: Fn(&str) -> String> Search<'_, F> {
    /// Goes only where there is something to find, so it is never deeper than the offsets asked for.
    fn within(&mut self, value: Value<'_>, offsets: &[usize]) {
        let after_start = value.offset_in(self.text) + 1;
        let mut rest = self.take(offsets, after_start);
        if rest.is_empty() {
            return;
        }
        for (step, start, child) in self.children(value) {
            rest = self.take(rest, start);
            let child_start = child.offset_in(self.text);
            let end = rest.partition_point(|&offset| offset < child_start + child.source().len());
            let (inside, after) = rest.split_at(end);
            if !inside.is_empty() {
                let length = self.pointer.len();
                self.pointer.push('/');
                self.pointer.push_str(&step);
                let inside = self.take(inside, child_start);
                self.within(child, inside);
                self.pointer.truncate(length);
            }
            rest = after;
        }
        self.take(rest, usize::MAX);
    }

    /// Gives the offsets before `end` the pointer of the value that is open, and returns the others.
    fn take<'o>(&mut self, offsets: &'o [usize], end: usize) -> &'o [usize] {
        let (here, rest) = offsets.split_at(offsets.partition_point(|&offset| offset < end));
        self.found.extend(here.iter().map(|_| self.pointer.clone()));
        rest
    }

    /// Every child with its step in a pointer and where it begins, counting its key.
    fn children<'a>(&self, value: Value<'a>) -> Vec<(String, usize, Value<'a>)> {
        if let Some(object) = value.object() {
            let child = |field: Field<'a>| (self.step(&field.key), field.key_at.offset_in(self.text), field.value);
            return object.fields.into_iter().map(child).collect();
        }
        let items = value.array().unwrap_or_default().into_iter().enumerate();
        items.map(|(index, item)| (index.to_string(), item.offset_in(self.text), item)).collect()
    }

    fn step(&self, key: &str) -> String {
        (self.spell)(key).replace('~', "~0").replace('/', "~1")
    }
}

struct Items<'a>(Vec<Value<'a>>);

impl<'de> Deserialize<'de> for Items<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ItemsVisitor)
    }
}

struct ItemsVisitor;

impl<'de> Visitor<'de> for ItemsVisitor {
    type Value = Items<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(raw) = items.next_element::<&'de RawValue>()? {
            values.push(Value(raw));
        }
        Ok(Items(values))
    }
}

struct Fields<'a>(Vec<Field<'a>>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((key, value)) = entries.next_entry::<&'de RawValue, &'de RawValue>()? {
            let key_at = Value(key);
            let key = key_at.text().unwrap_or_else(|| key_at.source().trim_matches('"').into());
            fields.push(Field { key, key_at, value: Value(value) });
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_keys_know_their_offset() {
        let text = " { \"名\" : [1, \"二\"] , \"b\":null}";
        let object = Value::parse(text).unwrap().object().unwrap();
        let offset = |value: Value| value.offset_in(text);
        assert_eq!(offset(object.value), 1);
        assert_eq!(offset(object.fields[0].key_at), text.find("\"名").unwrap());
        let items = object.get("名").unwrap().array().unwrap();
        assert_eq!(offset(items[1]), text.find("\"二").unwrap());
        assert_eq!(items[1].text().unwrap(), "二");
        assert_eq!(object.get("b").unwrap().shape(), Shape::Null);
        assert!(object.get("c").is_none());
    }

    #[test]
    fn of_a_key_that_stands_twice_the_last_counts() {
        let object = Value::parse(r#"{"a":1,"\u0061":2}"#).unwrap().object().unwrap();
        assert_eq!(object.fields.len(), 2);
        assert_eq!(object.get("a").unwrap().source(), "2");
    }

    #[test]
    fn keys_that_stand_twice_are_seen_among_few_and_among_many() {
        for count in [3, 300] {
            let fields: Vec<_> = (0..count).map(|number| format!("\"k{}\":0", number % (count - 1))).collect();
            let text = format!("{{{}}}", fields.join(","));
            let object = Value::parse(&text).unwrap().object().unwrap();
            assert_eq!(object.repeated().iter().map(|field| field.key.as_ref()).collect::<Vec<_>>(), ["k0"]);
        }
    }

    #[test]
    fn escapes_that_are_no_character_are_no_text_but_break_nothing_around_them() {
        let object = Value::parse(r#"{"\ud800":"\udc00","b":"ok"}"#).unwrap().object().unwrap();
        assert_eq!(object.fields[0].key, r"\ud800");
        assert_eq!(object.fields[0].value.text(), None);
        assert_eq!(object.get("b").unwrap().text().unwrap(), "ok");
    }

    #[test]
    fn pointers_name_values_keys_and_what_lies_between() {
        let text = r#"{"a~/":[10, {"b" :2}], "c": 3}"#;
        let at = |part: &str| text.find(part).unwrap();
        let offsets = [0, at("\"a~"), at("["), at("10"), at("{\"b"), at("\"b"), at(":2"), at("2}"), at("3}")];
        let found = pointers(Value::parse(text).unwrap(), text, &offsets, str::to_owned);
        let b = "/a~0~1/1/b";
        assert_eq!(found, ["", "/a~0~1", "/a~0~1", "/a~0~1/0", "/a~0~1/1", b, b, b, "/c"]);
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(Value::parse(&deep).unwrap().array().unwrap().len(), 1);
        assert!(Value::parse(&"[".repeat(100_000)).is_err());
    }
}
