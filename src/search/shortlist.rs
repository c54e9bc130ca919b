//! A short list of things with names: they are found as entries are, by any of their names and by its sounds.

use serde_json::{Value, json};

use super::{Index, Marker, Match, Query};
use crate::data::{self, EntryId, Kind, Record};
use crate::text;

/// Things that are told by their places in the list.
#[derive(Debug)]
pub struct Shortlist {
    record: Record,
    index: Index,
}

impl Shortlist {
    /// Each of the things has its names in Traditional Chinese, Simplified Chinese and English, and one for programs.
    pub fn of(names: impl Iterator<Item = [&'static str; 4]>) -> Option<Self> {
        let places = names.enumerate().map(|(number, [hant, hans, en, code])| {
            let others = [("zh-Hans", hans), ("en", en), ("x-code", code)];
            let others = others.map(|(lang, name)| json!({ "lang": lang, "name": name }));
            json!({ "id": number.to_string(), "name": hant, "other_names": others })
        });
        let source = json!({ "areas": places.collect::<Value>() }).to_string();
        let record = data::load(source.as_bytes(), text::neutral).ok()?.record;
        let index = Index::build(&record, &|_| {});
        Some(Self { record, index })
    }

    /// The places of what has a name that matches, best first.
    pub fn find(&self, query: &Query) -> Vec<usize> {
        let found = self.index.find(&self.record, query, &[], usize::MAX);
        found.hits.iter().map(|hit| hit.id.place()).collect()
    }

    /// What marks the names that match.
    pub fn marker<'a>(&'a self, query: &'a Query) -> ShortlistMarker<'a> {
        ShortlistMarker(Marker::of(query, &self.index, &self.record))
    }
}

/// Marks the names that a query matches.
#[derive(Debug)]
pub struct ShortlistMarker<'a>(Marker<'a>);

impl ShortlistMarker<'_> {
    /// The names of a thing that match, the best first.
    pub fn matches(&self, place: usize) -> Vec<Match> {
        let index = u32::try_from(place).unwrap_or(u32::MAX);
        self.0.matches(EntryId::new(Kind::Place, index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_found_by_each_of_their_names() {
        let names = [["複製引用", "复制引用", "copy a citation", "copy-citation"], ["離開", "退出", "quit", "quit"]];
        let list = Shortlist::of(names.into_iter()).expect("a list");
        let found = |typed: &str| list.find(&Query::read(typed));
        for typed in ["複製", "复制", "citation", "copy-cit", "fzyy", "fuzhi", "fuk zai", "copy cit"] {
            assert_eq!(found(typed), [0], "{typed}");
        }
        for typed in ["離開", "退出", "quit", "likai", "tuichu"] {
            assert_eq!(found(typed), [1], "{typed}");
        }
        assert_eq!(found("xyz"), Vec::<usize>::new());
        let query = Query::read("citation");
        let marked = &list.marker(&query).matches(0)[0];
        assert_eq!((&*marked.text, marked.marks.len(), &marked.marks[0]), ("copy a citation", 1, &(7..15)));
    }
}
