//! Typed fields of an object. What has the wrong type is told and then taken as not given; null and "" are not given.

use std::fmt;

use ecow::EcoString;

use super::Code;
use super::reader::{Reader, alternatives, quoted};
use crate::data::model::PartialDate;
use crate::data::tree::{Object, Shape, Value};

/// Where a value stands, in the words of a message.
#[derive(Debug, Clone, Copy)]
pub enum Spot<'k> {
    Field(&'k str),
    ItemOf(&'k str),
}

impl fmt::Display for Spot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(key) => write!(f, "\"{key}\""),
            Self::ItemOf(key) => write!(f, "an item of \"{key}\""),
        }
    }
}

impl<'a> Reader<'a> {
    pub fn string(&mut self, object: &Object<'a>, key: &str) -> Option<EcoString> {
        self.string_in(present(object, key)?, Spot::Field(key))
    }

    /// A string, or a whole number as its decimal text.
    pub fn id(&mut self, object: &Object<'a>, key: &str) -> Option<EcoString> {
        self.id_in(present(object, key)?, Spot::Field(key))
    }

    /// A number that counts something.
    pub fn count(&mut self, object: &Object<'a>, key: &str) -> Option<u32> {
        let value = present(object, key)?;
        let spot = Spot::Field(key);
        self.has_shape(value, spot, Shape::Number).then_some(())?;
        self.whole(value, spot, value.source())
    }

    /// A number that stands for a name: `"1"` or `1`.
    pub fn ordinal(&mut self, object: &Object<'a>, key: &str) -> Option<u32> {
        let value = present(object, key)?;
        let text = self.id_in(value, Spot::Field(key))?;
        self.whole(value, Spot::Field(key), &text)
    }

    pub fn date(&mut self, object: &Object<'a>, key: &str) -> Option<PartialDate> {
        let text = self.string(object, key)?;
        let date = PartialDate::parse(&text);
        if date.is_none() {
            let found = quoted(&text);
            let message = format!(
                "\"{key}\" is {found}, which is no date; write YYYY, YYYY-H1, YYYY-H2, YYYY-MM or YYYY-MM-DD, of a day that exists"
            );
            self.fault_under(object, key, Code::BadDate, message);
        }
        date
    }

    /// One of a few words that the format knows.
    pub fn choice<T: Copy>(&mut self, object: &Object<'a>, key: &str, options: &[(&str, T)]) -> Option<T> {
        let text = self.string(object, key)?;
        let found = options.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let words: Vec<String> = options.iter().map(|(word, _)| quoted(word)).collect();
            let message = format!("\"{key}\" is {}; write {} or remove it", quoted(&text), alternatives(&words));
            self.fault_under(object, key, Code::BadValue, message);
        }
        found
    }

    pub fn strings(&mut self, object: &Object<'a>, key: &str) -> Vec<EcoString> {
        let items = self.items(object, key);
        items.into_iter().filter_map(|item| self.string_in(item, Spot::ItemOf(key))).collect()
    }

    pub fn items(&mut self, object: &Object<'a>, key: &str) -> Vec<Value<'a>> {
        let array = present(object, key).filter(|&value| self.has_shape(value, Spot::Field(key), Shape::Array));
        array.and_then(Value::array).unwrap_or_default()
    }

    pub fn objects(&mut self, object: &Object<'a>, key: &str) -> Vec<Object<'a>> {
        let items = self.items(object, key);
        items.into_iter().filter_map(|item| self.object_in(item, Spot::ItemOf(key))).collect()
    }

    pub fn object(&mut self, object: &Object<'a>, key: &str) -> Option<Object<'a>> {
        self.object_in(present(object, key)?, Spot::Field(key))
    }

    /// Reads a field that must be there: that it isn't is a fault, unless `read` has told one already.
    pub fn required<T>(
        &mut self,
        object: &Object<'a>,
        key: &str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let faults = self.fault_count();
        let value = read(self);
        if value.is_none() && self.fault_count() == faults {
            let state = if object.get(key).is_some() { "empty" } else { "missing" };
            self.fault_under(object, key, Code::Missing, format!("\"{key}\" is {state}; write one"));
        }
        value
    }

    pub fn string_in(&mut self, value: Value<'a>, spot: Spot<'_>) -> Option<EcoString> {
        self.has_shape(value, spot, Shape::Text).then_some(())?;
        let Some(text) = value.text() else {
            self.fault(
                value,
                Code::Escape,
                format!("{spot} has a \\u escape that stands for no character; write the character itself"),
            );
            return None;
        };
        let text = self.neutral(&text);
        (!text.trim().is_empty()).then_some(text)
    }

    pub fn id_in(&mut self, value: Value<'a>, spot: Spot<'_>) -> Option<EcoString> {
        let digits = value.source().strip_prefix('-').unwrap_or(value.source());
        if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(value.source().into());
        }
        self.string_in(value, spot)
    }

    pub fn object_in(&mut self, value: Value<'a>, spot: Spot<'_>) -> Option<Object<'a>> {
        self.has_shape(value, spot, Shape::Object).then_some(())?;
        self.open(value)
    }

    fn has_shape(&mut self, value: Value<'a>, spot: Spot<'_>, expected: Shape) -> bool {
        let found = value.shape();
        if found != expected {
            let (expected, found) = (expected.phrase(), found.phrase());
            self.fault(
                value,
                Code::WrongType,
                format!("{spot} must be {expected}, but is {found}; correct or remove it"),
            );
        }
        found == expected
    }

    fn whole(&mut self, value: Value<'a>, spot: Spot<'_>, text: &str) -> Option<u32> {
        let number = text.parse().ok();
        if number.is_none() {
            let found = quoted(text);
            self.fault(
                value,
                Code::BadValue,
                format!("{spot} must be a whole number, but is {found}; correct or remove it"),
            );
        }
        number
    }

    /// Points at a field, or at its object where there is no such field.
    fn fault_under(&mut self, object: &Object<'a>, key: &str, code: Code, message: String) {
        self.fault(object.get(key).unwrap_or(object.value), code, message);
    }
}

fn present<'a>(object: &Object<'a>, key: &str) -> Option<Value<'a>> {
    object.get(key).filter(|value| value.shape() != Shape::Null)
}
