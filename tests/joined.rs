//! Records that are opened together: what says nothing is no ground for being the same, nor a change.

use serde_json::{Value, json};
use zhegang::data::library::joined;
use zhegang::data::{self, EntryId, Kind, Lang, Loaded, Part};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::action::Action;
use zhegang::ui::article::Article;
use zhegang::ui::page::Page;
use zhegang::ui::{self, Options, Size, State, World, update};

fn loaded(source: &Value) -> Loaded {
    data::load(source.to_string().as_bytes(), text::neutral).expect("a record")
}

fn library(sources: &[Value]) -> World {
    let names = ["a", "b", "c"].into_iter().zip(sources);
    let part = |(name, source): (&str, &Value)| Part {
        name: name.to_owned(),
        file: format!("{name}.json").into(),
        loaded: loaded(source),
    };
    World::new(joined(names.map(part).collect())).expect("entries")
}

#[test]
fn an_identifier_without_a_value_says_nothing() {
    let person = |name: &str, identifier: Value| {
        json!({"persons": [{"id": "p", "name": name,
            "identifiers": [{"scheme": "isni", "identifier": identifier}, {"scheme": "viaf"}]}]})
    };
    for nothing in [json!(""), json!(null), json!(" ")] {
        let world = library(&[person("甲", nothing.clone()), person("乙", nothing)]);
        let person = EntryId::new(Kind::Person, 0);
        assert!(world.twins(person).told.is_empty());
        assert_eq!(world.record.entry(person).details.iter().filter(|detail| detail.is_identifier).count(), 0);
    }
    let world = library(&[person("甲", json!("1")), person("乙", json!("1"))]);
    assert_eq!(world.twins(EntryId::new(Kind::Person, 0)).told.len(), 1);
}

#[test]
fn that_others_are_open_too_is_no_change_of_an_entry() {
    let person = |id: &str, born: &str| json!({"persons": [{"id": id, "name": "甲", "birth_date": born}]});
    let alone = World::new(loaded(&person("a:p", "1960"))).expect("entries");
    let other = json!({"persons": [{"id": "q", "name": "乙"}]});
    let together = library(&[person("p", "1961"), other]).changed_from(&alone);
    let page = Article::page(&together, Page::Changes, together.start, Lang::En);
    let told = format!("{:?}", page.blocks);
    assert!(told.contains("1960") && told.contains("1961"), "{told}");
    assert!(!told.contains("record"), "{told}");
}

#[test]
fn what_is_counted_of_a_record_is_counted_of_its_newer_version() {
    let people = |names: &[&str]| {
        let person = |(number, name): (usize, &&str)| json!({"id": format!("p{number}"), "name": name});
        json!({"persons": names.iter().enumerate().map(person).collect::<Vec<_>>()})
    };
    let (old, new) = (library(&[people(&["甲"]), people(&["乙"])]), library(&[people(&["甲", "丙"]), people(&["乙"])]));
    let mut state = State::new(&old, Options::new(Size { cols: 80, rows: 24 }, Lang::En, Ambiguous::Narrow));
    update(&mut state, &old, Action::Open);
    update(&mut state, &old, Action::Page(Page::Relations));
    assert_eq!((state.view.here.kind, state.view.page), (Kind::Volume, Page::Relations));
    ui::replace(&mut state, &old, &new);
    assert_eq!((state.view.here.kind, state.view.page), (Kind::Volume, Page::Relations));
}
