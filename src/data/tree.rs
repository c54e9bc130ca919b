//! JSON whose values know where they stand in the file. Objects keep every key, so that one that stands twice or
//! that nobody asked for can be seen. The file is read twice, to check it and to note its values; opening a value reads
//! nothing again. Nothing recurses into a file but the search for where a fault stands, which goes no deeper than the fault.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashSet;
use std::ops::Range;

use serde::de::IgnoredAny;

/// The keys of so few fields are compared with each other; more are hashed.
const FEW_FIELDS: usize = 16;

/// A whole file, known to be well-formed, with the place of every value.
#[derive(Debug)]
pub struct Tree<'a> {
    text: &'a str,
    /// In the order of the file; what is inside a value comes after it. Keys count as values.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// Bytes from the start of the text.
    start: usize,
    end: usize,
    /// The number of the first node that is not inside.
    after: usize,
}

/// A value of a file.
#[derive(Debug, Clone, Copy)]
pub struct Value<'a> {
    tree: &'a Tree<'a>,
    node: usize,
}

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
    /// Whether the value was asked for.
    is_read: Cell<bool>,
}

impl<'a> Field<'a> {
    pub fn new(key: Cow<'a, str>, key_at: Value<'a>, value: Value<'a>) -> Self {
        Self { key, key_at, value, is_read: Cell::new(false) }
    }
}

impl<'a> Tree<'a> {
    /// Checks the syntax of a whole file and notes where its values are. Does not recurse, however deep they are.
    pub fn parse(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str::<IgnoredAny>(text)?;
        Ok(Self { text, nodes: scan(text.as_bytes()) })
    }

    /// The value that is the whole file.
    pub fn root(&'a self) -> Value<'a> {
        Value { tree: self, node: 0 }
    }
}

/// The values of a text that is known to be well-formed.
fn scan(bytes: &[u8]) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(bytes.len() / 16 + 1);
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'{' | b'[' => {
                open.push(nodes.len());
                nodes.push(Node { start, end: start, after: 0 });
            }
            b'}' | b']' => {
                let after = nodes.len();
                if let Some(node) = open.pop().and_then(|node: usize| nodes.get_mut(node)) {
                    (node.end, node.after) = (at, after);
                }
            }
            b' ' | b'\n' | b'\r' | b'\t' | b',' | b':' => {}
            b'"' => {
                at = end_of_string(bytes, at);
                nodes.push(Node { start, end: at, after: nodes.len() + 1 });
            }
            _ => {
                let is_end = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b',' | b']' | b'}');
                at = bytes.iter().skip(at).position(is_end).map_or(bytes.len(), |count| at + count);
                nodes.push(Node { start, end: at, after: nodes.len() + 1 });
            }
        }
    }
    nodes
}

/// Behind the quotation mark that ends the string in which `at` is.
fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(count) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))) {
        at += count;
        if bytes[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    bytes.len()
}

impl<'a> Value<'a> {
    /// The text as the file has it.
    pub fn source(self) -> &'a str {
        let Node { start, end, .. } = self.place();
        self.tree.text.get(start..end).unwrap_or_default()
    }

    /// Bytes from the start of the text.
    pub fn offset(self) -> usize {
        self.place().start
    }

    /// Bytes from the start of the text.
    pub fn range(self) -> Range<usize> {
        let Node { start, end, .. } = self.place();
        start..end
    }

    fn place(self) -> Node {
        self.tree.nodes[self.node]
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
        (self.shape() == Shape::Array).then(|| self.inside().collect())
    }

    pub fn object(self) -> Option<Object<'a>> {
        if self.shape() != Shape::Object {
            return None;
        }
        let mut values = self.inside();
        let mut fields = Vec::new();
        while let (Some(key_at), Some(value)) = (values.next(), values.next()) {
            let key = key_at.text().unwrap_or_else(|| key_at.source().trim_matches('"').into());
            fields.push(Field::new(key, key_at, value));
        }
        Some(Object { value: self, fields })
    }

    /// The values one level below, keys among them.
    fn inside(self) -> impl Iterator<Item = Self> {
        let Self { tree, node } = self;
        let end = self.place().after;
        let at = move |node: usize| (node < end).then_some(Self { tree, node });
        std::iter::successors(at(node + 1), move |value| at(value.place().after))
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
        let field = self.fields.iter().rfind(|field| field.key == key)?;
        field.is_read.set(true);
        Some(field.value)
    }

    /// The same, without asking for it.
    pub fn peek(&self, key: &str) -> Option<Value<'a>> {
        self.fields.iter().rfind(|field| field.key == key).map(|field| field.value)
    }

    pub fn has(&self, key: &str) -> bool {
        self.peek(key).is_some()
    }

    /// The fields that nobody asked for so far.
    pub fn unread(&self) -> impl Iterator<Item = &Field<'a>> {
        self.fields.iter().filter(|field| !field.is_read.get())
    }

    /// Takes back that a field was asked for: what was in it led nowhere.
    pub fn give_back(&self, key: &str) {
        self.fields.iter().filter(|field| field.key == key).for_each(|field| field.is_read.set(false));
    }
}

/// The JSON pointers (RFC 6901) of what stands at `offsets`, which must be sorted. `spell` makes a key fit to be shown.
pub fn pointers(root: Value<'_>, offsets: &[usize], spell: impl Fn(&str) -> String) -> Vec<String> {
    let mut search = Search { spell, pointer: String::new(), found: Vec::with_capacity(offsets.len()) };
    search.within(root, offsets);
    search.found
}

struct Search<F> {
    spell: F,
    pointer: String,
    found: Vec<String>,
}

impl<F: Fn(&str) -> String> Search<F> {
    /// Goes only where there is something to find, so it is never deeper than the offsets asked for.
    fn within(&mut self, value: Value<'_>, offsets: &[usize]) {
        let after_start = value.offset() + 1;
        let mut rest = self.take(offsets, after_start);
        if rest.is_empty() {
            return;
        }
        for (step, start, child) in self.children(value) {
            rest = self.take(rest, start);
            let child_start = child.offset();
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
            let child = |field: Field<'a>| (self.step(&field.key), field.key_at.offset(), field.value);
            return object.fields.into_iter().map(child).collect();
        }
        let items = value.array().unwrap_or_default().into_iter().enumerate();
        items.map(|(index, item)| (index.to_string(), item.offset(), item)).collect()
    }

    fn step(&self, key: &str) -> String {
        (self.spell)(key).replace('~', "~0").replace('/', "~1")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_keys_know_their_offset() {
        let text = " { \"名\" : [1, \"二\"] , \"b\":null}";
        let tree = Tree::parse(text).unwrap();
        let object = tree.root().object().unwrap();
        let offset = |value: Value| value.offset();
        assert_eq!(offset(object.value), 1);
        assert_eq!(offset(object.fields[0].key_at), text.find("\"名").unwrap());
        let items = object.get("名").unwrap().array().unwrap();
        assert_eq!(offset(items[1]), text.find("\"二").unwrap());
        assert_eq!(items[1].text().unwrap(), "二");
        assert_eq!(object.get("b").unwrap().shape(), Shape::Null);
        assert!(object.get("c").is_none());
    }

    #[test]
    fn values_end_where_they_end() {
        let text = r#" {"a" : [ ] , "b\\":"\"x\\" ,"c":[[1,-2.5e3],{}],"d":true}"#;
        let tree = Tree::parse(text).unwrap();
        let object = tree.root().object().unwrap();
        let sources: Vec<_> = object.fields.iter().map(|field| (field.key.as_ref(), field.value.source())).collect();
        let expected = [("a", "[ ]"), ("b\\", r#""\"x\\""#), ("c", "[[1,-2.5e3],{}]"), ("d", "true")];
        assert_eq!(sources, expected);
        let inside: Vec<_> = object.get("c").unwrap().array().unwrap().into_iter().map(Value::source).collect();
        assert_eq!(inside, ["[1,-2.5e3]", "{}"]);
        assert!(object.get("a").unwrap().array().unwrap().is_empty());
        assert_eq!(Tree::parse(" 7 ").unwrap().root().source(), "7");
    }

    #[test]
    fn of_a_key_that_stands_twice_the_last_counts() {
        let tree = Tree::parse(r#"{"a":1,"\u0061":2}"#).unwrap();
        let object = tree.root().object().unwrap();
        assert_eq!(object.fields.len(), 2);
        assert_eq!(object.get("a").unwrap().source(), "2");
    }

    #[test]
    fn keys_that_stand_twice_are_seen_among_few_and_among_many() {
        for count in [3, 300] {
            let fields: Vec<_> = (0..count).map(|number| format!("\"k{}\":0", number % (count - 1))).collect();
            let text = format!("{{{}}}", fields.join(","));
            let tree = Tree::parse(&text).unwrap();
            let object = tree.root().object().unwrap();
            assert_eq!(object.repeated().iter().map(|field| field.key.as_ref()).collect::<Vec<_>>(), ["k0"]);
        }
    }

    #[test]
    fn escapes_that_are_no_character_are_no_text_but_break_nothing_around_them() {
        let tree = Tree::parse(r#"{"\ud800":"\udc00","b":"ok"}"#).unwrap();
        let object = tree.root().object().unwrap();
        assert_eq!(object.fields[0].key, r"\ud800");
        assert_eq!(object.fields[0].value.text(), None);
        assert_eq!(object.get("b").unwrap().text().unwrap(), "ok");
    }

    #[test]
    fn pointers_name_values_keys_and_what_lies_between() {
        let text = r#"{"a~/":[10, {"b" :2}], "c": 3}"#;
        let at = |part: &str| text.find(part).unwrap();
        let offsets = [0, at("\"a~"), at("["), at("10"), at("{\"b"), at("\"b"), at(":2"), at("2}"), at("3}")];
        let found = pointers(Tree::parse(text).unwrap().root(), &offsets, str::to_owned);
        let b = "/a~0~1/1/b";
        assert_eq!(found, ["", "/a~0~1", "/a~0~1", "/a~0~1/0", "/a~0~1/1", b, b, b, "/c"]);
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(Tree::parse(&deep).unwrap().root().array().unwrap().len(), 1);
        assert!(Tree::parse(&"[".repeat(100_000)).is_err());
    }
}
