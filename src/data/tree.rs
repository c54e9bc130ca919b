//! JSON whose values know where they stand in the file. Objects keep every key, so that one that stands twice or
//! that nobody asked for can be seen. The file is read twice, to check it and to note its values; opening a value reads
//! nothing again. Nothing recurses into a file but the search for where a fault stands, which goes no deeper than the fault.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashSet;
use std::ops::Range;

use serde::de::IgnoredAny;

use super::progress::Progress;

/// The keys of so few fields are compared with each other; more are hashed.
const FEW_FIELDS: usize = 16;

/// So many hundredths of the work on a record are done once its values are noted.
pub const NOTED: usize = 30;
/// How far the work is is told once in so many bytes.
const TOLD_EVERY: usize = 64 * 1024;

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
    /// Of a reading that is called off there is the first value at least.
    pub fn parse(text: &'a str, progress: &Progress) -> serde_json::Result<Self> {
        progress.make(0..NOTED, 0, 1);
        serde_json::from_str::<IgnoredAny>(text)?;
        Ok(Self { text, nodes: scan(text.as_bytes(), progress) })
    }

    /// How many values there are, keys among them.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    /// The value that is the whole file.
    pub fn root(&'a self) -> Value<'a> {
        Value { tree: self, node: 0 }
    }
}

/// The values of a text that is known to be well-formed.
fn scan(bytes: &[u8], progress: &Progress) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(bytes.len() / 16 + 1);
    let mut open = Vec::new();
    let (mut at, mut next_told) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let start = at;
        if start >= next_told {
            if progress.is_cancelled() && !nodes.is_empty() {
                break;
            }
            progress.make(0..NOTED, start, bytes.len());
            next_told = start + TOLD_EVERY;
        }
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
        self.items().map(Iterator::collect)
    }

    pub fn object(self) -> Option<Object<'a>> {
        let fields = self.fields()?.map(|(key, key_at, value)| Field::new(key, key_at, value));
        Some(Object { value: self, fields: fields.collect() })
    }

    /// The keys of an object, where they are written, and their values.
    pub fn fields(self) -> Option<impl Iterator<Item = (Cow<'a, str>, Self, Self)>> {
        let mut values = (self.shape() == Shape::Object).then(|| self.inside())?;
        Some(std::iter::from_fn(move || {
            let (key_at, value) = (values.next()?, values.next()?);
            let key = key_at.text().unwrap_or_else(|| key_at.source().trim_matches('"').into());
            Some((key, key_at, value))
        }))
    }

    /// The items of an array.
    pub fn items(self) -> Option<impl Iterator<Item = Self>> {
        (self.shape() == Shape::Array).then(|| self.inside())
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
