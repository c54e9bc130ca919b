//! The search over entries made by hand, and what holds for any entries and any query.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::searchable::Searchable;
use super::{Field, Hit, Index};
use crate::data::{EntryId, Kind};
use crate::text::graphemes;

/// The entry of a number, with a name and other texts.
fn entry<T: AsRef<str>>(number: usize, name: &str, others: &[(Field, T)]) -> Searchable {
    let mut entry = Searchable::new(EntryId::new(Kind::Person, u32::try_from(number).unwrap()));
    entry.add(Field::Name, name);
    for (field, text) in others {
        entry.add(*field, text.as_ref());
    }
    entry
}

/// Entries with these names and other texts, in this order.
fn index(entries: &[(&str, &[(Field, &str)])]) -> Index {
    Index::of(entries.iter().enumerate().map(|(number, (name, others))| entry(number, name, others)).collect())
}

fn names(index: &Index, query: &str) -> Vec<u32> {
    index.find(query).iter().map(|hit| hit.id.index).collect()
}

/// The matches of the first hit, with brackets around what is marked.
fn marked(index: &Index, query: &str) -> Vec<String> {
    let bracketed = |text: &str, marks: &[std::ops::Range<usize>]| {
        let mut out = String::new();
        for (at, grapheme) in graphemes(text) {
            if marks.iter().any(|mark| mark.start == at) {
                out.push('[');
            }
            out.push_str(grapheme);
            if marks.iter().any(|mark| mark.end == at + grapheme.len()) {
                out.push(']');
            }
        }
        out
    };
    let hits = index.find(query);
    let first = hits.first().map_or(&[][..], |hit| &hit.matches);
    first.iter().map(|found| bracketed(&found.text, &found.marks)).collect()
}

fn people() -> Index {
    let mut entries = Vec::new();
    for (name, english, pinyin, jyutping, office) in [
        ("李家超", "John Lee", "lǐ jiā chāo", "lei5 gaa1 ciu1", "香港特別行政區行政長官"),
        ("劉捷", "Liu Jie", "liú jié", "lau4 zit6", "浙江省省長"),
        ("曾國衞", "Erick Tsang", "zēng guó wèi", "zang1 gwok3 wai6", "政制及內地事務局局長"),
    ] {
        let mut person = entry(entries.len(), name, &[(Field::Alias, english), (Field::Office, office)]);
        person.add_spelling(pinyin);
        person.add_spelling(jyutping);
        entries.push(person);
    }
    Index::of(entries)
}

#[test]
fn how_a_word_lies_in_a_name_comes_before_everything_else() {
    let index = index(&[
        ("跨境的金融", &[]),
        ("跨境，金融", &[]),
        ("金屬融資", &[]),
        ("金融科技", &[]),
        ("航空", &[(Field::Body, "金融")]),
        ("教育", &[(Field::Office, "金融")]),
        ("《金融》", &[]),
        ("財金", &[(Field::Alias, "金融")]),
    ]);
    assert_eq!(names(&index, "金融"), [6, 7, 3, 1, 0, 2, 5, 4]);
    assert_eq!(index.find("金融").iter().map(|hit| hit.class).collect::<Vec<_>>(), [0, 1, 2, 4, 6, 8, 10, 14]);
}

#[test]
fn the_shorter_comes_first_and_then_the_order_of_the_record() {
    let index = index(&[("合作會議", &[]), ("合作乙", &[]), ("合作甲", &[])]);
    assert_eq!(names(&index, "合作"), [1, 2, 0]);
}

#[test]
fn the_characters_that_matched_are_marked() {
    let people = people();
    for (query, marks) in [
        ("李超", "[李]家[超]"),
        ("ljc", "[李家超]"),
        ("lij", "[李家]超"),
        ("gaa ciu", "李[家超]"),
        ("曾国卫", ""),
        ("國衛", "曾[國衞]"),
        ("jOHN", "[John] Lee"),
        ("ＪＬ", "[J]ohn [L]ee"),
        ("john lee", "[John Lee]"),
    ] {
        let found = marked(&people, query);
        assert_eq!(found.first().map_or("", String::as_str), marks, "{query}");
    }
}

#[test]
fn every_word_must_match_and_the_worst_decides() {
    let people = people();
    assert_eq!(marked(&people, "行政長官 超"), ["香港特別行政區[行政長官]", "李家[超]"]);
    assert_eq!(marked(&people, "超 李"), ["[李]家[超]"]);
    assert_eq!(people.find("行政長官 超")[0].class, 13);
    assert_eq!(names(&people, "行政長官 捷"), [0; 0]);
}

#[test]
fn whole_syllables_come_before_the_beginnings_of_others() {
    let people = people();
    assert_eq!(names(&people, "li"), [0, 1]);
    assert_eq!(names(&people, "lj"), [1, 0]);
    assert_eq!(names(&people, "zeng"), [2]);
}

#[test]
fn a_blank_query_finds_nothing() {
    for blank in ["", " ", "\u{3000}\n", "「」"] {
        assert_eq!(people().find(blank), [], "{blank:?}");
    }
}

#[test]
fn widely_scattered_letters_are_found_last_and_not_for_every_query() {
    let long = "推動兩地青年於各個不同領域之間的發展";
    let index = index(&[("青年發展", &[]), (long, &[]), ("Zhejiang Youth Federation", &[])]);
    assert_eq!(names(&index, "青年發"), [0, 1]);
    assert_eq!(names(&index, "年發"), [0]);
    assert_eq!(names(&index, "zyf"), [2]);
    assert_eq!(names(&index, "yth"), [0; 0]);
    assert_eq!(names(&index, "yuth"), [2]);
}

#[test]
fn an_index_can_be_shared_between_threads() {
    fn is_shared<T: Send + Sync + std::fmt::Debug>(_: &T) {}
    is_shared(&people());
}

#[test]
fn a_long_paste_is_compared_without_being_scored_in_full() {
    let long = "浙港合作".repeat(5_000);
    let index = index(&[(&long, &[(Field::Body, "金融")])]);
    assert_eq!(index.find(&long)[0].class, 0);
    assert_eq!(names(&index, &"li".repeat(10_000)), [0; 0]);
}

const TEXT: &str = "[a-dA-D李家超劉捷金融科技創新衞卫「」《》，。 \u{3000}’ǚéＡ\u{301}\u{200d}👨👩🎉(-]{0,12}";

fn any_index() -> impl Strategy<Value = Index> {
    let field = prop_oneof![Just(Field::Alias), Just(Field::Office), Just(Field::Body)];
    let others = prop::collection::vec((field, TEXT), 0..4);
    let entries = prop::collection::vec((TEXT, others, "([a-d]{1,3} ){0,4}"), 0..12);
    entries.prop_map(|texts| {
        let mut entries = Vec::new();
        for (name, others, spelling) in texts {
            let mut spelled = entry(entries.len(), &name, &others);
            spelled.add_spelling(&spelling);
            entries.push(spelled);
        }
        Index::of(entries)
    })
}

fn key(hit: &Hit) -> (u8, Reverse<i64>, usize, u32) {
    (hit.class, Reverse(hit.score), hit.matches[0].text.chars().count(), hit.id.index)
}

proptest! {
    #[test]
    fn hits_are_sorted_and_none_is_given_twice(index in any_index(), query in TEXT) {
        let hits = index.find(&query);
        prop_assert!(hits.is_sorted_by(|one, next| key(one) < key(next)));
        let mut ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), hits.len());
    }

    #[test]
    fn marks_are_whole_graphemes_in_order(index in any_index(), query in TEXT) {
        for found in index.find(&query).iter().flat_map(|hit| &hit.matches) {
            let edges: Vec<usize> = graphemes(&found.text).map(|(at, _)| at).chain([found.text.len()]).collect();
            prop_assert!(!found.marks.is_empty());
            prop_assert!(found.marks.iter().all(|mark| mark.start < mark.end));
            prop_assert!(found.marks.iter().all(|mark| edges.contains(&mark.start) && edges.contains(&mark.end)));
            prop_assert!(found.marks.is_sorted_by(|one, next| one.end < next.start));
        }
    }

    #[test]
    fn a_name_finds_its_entry_in_the_first_class(name in TEXT, index in any_index()) {
        let mut named = Searchable::new(EntryId::new(Kind::Place, 0));
        named.add(Field::Name, &name);
        let mut entries = index.entries;
        entries.push(named);
        let hits = Index::of(entries).find(&name);
        let own = hits.iter().find(|hit| hit.id.kind == Kind::Place);
        if super::query::Query::read(&name).words.is_empty() {
            prop_assert_eq!(own, None);
        } else {
            prop_assert_eq!(own.map(|hit| hit.class), Some(0));
        }
    }

    #[test]
    fn one_more_letter_finds_no_entry_anew(index in any_index(), query in "[a-d李家超金融]{1,5}", more in "[a-d李家超金融]") {
        // Letters with gaps are left out: their limits are wider for longer words.
        let in_one_piece = |query: &str| -> Vec<EntryId> {
            let hits = index.find(query).into_iter();
            let mut ids: Vec<_> = hits.filter(|hit| !matches!(hit.class, 8 | 9 | 18 | 19)).map(|hit| hit.id).collect();
            ids.sort();
            ids
        };
        let before: Vec<_> = index.find(&query).iter().map(|hit| hit.id).collect();
        for id in in_one_piece(&format!("{query}{more}")) {
            prop_assert!(before.contains(&id), "{:?} by {} and not by {}", id, format!("{query}{more}"), query);
        }
    }

    #[test]
    fn nothing_that_is_typed_panics(index in any_index(), query in any::<String>()) {
        index.find(&query);
    }
}
