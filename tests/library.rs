//! Several records that are opened together: what the screen shows, what is found, what may be the same.

mod support;

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};
use support::Script;
use zhegang::data::library::joined;
use zhegang::data::{self, EntryId, Kind, Lang, Loaded, Part, Record};
use zhegang::search::{Ground, MOST_SAME, Query, Same};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::World;
use zhegang::ui::address::{self, Address};
use zhegang::ui::page::Page;
use zhegang::ui::words::Words;

fn city() -> Value {
    json!({
        "meta": {"title": "市議會", "license": "CC BY 4.0", "main_document_id": "page", "note": "市議會的網頁"},
        "persons": [
            {"id": "person/lee", "name": "李家超", "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
             "sources": [{"url": "#page"}]},
            {"id": "person/chan", "name": "陳大文", "sources": [{"url": "#other"}]},
            {"id": "person/ma", "name": "馬小玲", "identifiers": [{"scheme": "wikidata", "identifier": "Q9"}]}
        ],
        "organizations": [{"id": "council", "name": "市議會"}],
        "memberships": [{"person_id": "person/lee", "organization_id": "council", "role": "議員"}],
        "documents": [{"id": "page", "name": "網頁"}, {"id": "other", "name": "報章"}]
    })
}

fn party() -> Value {
    json!({
        "persons": [
            {"id": "person/lee", "name": "李家超", "identifiers": [{"scheme": "Wikidata", "identifier": "Q1"}]},
            {"id": "x", "name": "陈大文"},
            {"id": "y", "name": "Ma Siu Ling", "identifiers": [{"scheme": "wikidata", "identifier": "Q9"}]},
            {"id": "z", "name": "Somebody Else", "identifiers": [{"scheme": "viaf", "identifier": "Q1"}]}
        ],
        "organizations": [{"id": "o", "name": "Party"}, {"id": "council", "name": "李家超"}],
        "memberships": [{"person_id": "x", "organization_id": "o", "role": "member"}]
    })
}

fn loaded(source: &Value) -> Loaded {
    data::load(source.to_string().as_bytes(), text::neutral).expect("a record")
}

fn parts(sources: &[(&str, &Value)]) -> Vec<Part> {
    let part = |(name, source): &(&str, &Value)| Part {
        name: (*name).to_owned(),
        file: format!("{name}.json").into(),
        loaded: loaded(source),
    };
    sources.iter().map(part).collect()
}

fn library(sources: &[(&str, &Value)]) -> World {
    World::new(joined(parts(sources))).expect("entries")
}

fn both() -> World {
    library(&[("city", &city()), ("party", &party())])
}

fn script(size: &str, lang: Lang) -> Script {
    Script::of(Arc::new(both()), size, lang, Ambiguous::Narrow)
}

#[test]
fn the_start_page_lists_the_records_and_their_pages_say_what_they_are() {
    let script =
        script("120x36", Lang::ZhHant).shows("2 份記錄").shows("市議會  6 個條目  CC BY 4.0").shows("party  6 個條目");
    let script = script.keys("j").stands_at("party").shows("檔案      party.json").shows("檔案沒有註明");
    script.keys("k enter").stands_at("市議會").shows("人物      3").shows("市議會的網頁").hides("沒有註明");
}

#[test]
fn a_record_narrows_the_lists_to_what_is_its_own() {
    let script = script("120x36", Lang::En).shows("People ╌").shows("7").keys("j f").shows("4/7").hides("馬小玲");
    script.shows("陈大文").keys("f").shows("馬小玲");
}

#[test]
fn the_relations_of_a_record_are_its_entries_counted_by_kind() {
    let script = script("80x24", Lang::En).keys("j r").stands_at("party").hides("Nothing tied");
    assert_eq!(script.state.view.page, Page::Relations);
    script.shows("People  4").shows("Bodies  2").hides("party.json").keys("esc").shows("party.json");
}

#[test]
fn an_entry_says_of_which_record_it_is_and_leads_there() {
    let script = script("120x36", Lang::En).keys("2 enter").stands_at("李家超").shows("Record    市議會");
    script.keys("enter").stands_at("市議會").shows("city.json");
}

#[test]
fn hits_tell_their_record_and_the_name_comes_first() {
    let script = script("120x36", Lang::En).keys("/ l j c").shows("李家超");
    let screen = script.screen();
    let line = |record: &str| screen.lines().any(|line| line.contains("李家超") && line.contains(record));
    assert!(line("city") && line("party"), "{screen}");
    for (size, name) in [("40x12", "Somebody Else"), ("30x12", "Somebody Else"), ("60x20", "Somebody Else")] {
        let script = self::script(size, Lang::En).keys("/ s o m e b o d y");
        script.shows(name);
    }
    self::script("40x12", Lang::En).keys("/ s o m e b o d y").shows("party");
}

#[test]
fn a_search_is_narrowed_to_a_record_by_its_name_or_a_part_of_its_title() {
    let world = library(&[("city", &city()), ("party", &party()), ("party-2", &party())]);
    let found = |typed: &str| -> Vec<String> {
        let hits = world.find(&Query::read(typed), &[], usize::MAX).hits;
        let mut keys: Vec<String> = hits.iter().map(|hit| world.record.entry(hit.id).key.to_string()).collect();
        keys.sort();
        keys
    };
    assert_eq!(found("record:city person: ljc"), ["city:person/lee"]);
    assert_eq!(found("记录:议会 person: ljc"), ["city:person/lee"], "a part of the title");
    assert_eq!(found("record:PARTY person: ljc"), ["party:person/lee"], "the whole name goes before longer ones");
    assert_eq!(found("record:part person: ljc"), ["party-2:person/lee", "party:person/lee"]);
    assert_eq!(found("!record:part person: ljc"), ["city:person/lee"]);
    let all = 1 + world.record.entries_of(EntryId::new(Kind::Volume, 1)).count();
    assert_eq!(found("record:party").len(), all);
    assert_eq!(found("record:nobody"), Vec::<String>::new());
    // One record alone is none of several.
    let alone = World::new(loaded(&city())).expect("entries");
    assert_eq!(alone.find(&Query::read("record:市議會"), &[], usize::MAX).hits, []);
}

#[test]
fn the_name_of_a_record_is_completed_and_told() {
    let script = script("80x24", Lang::En).keys("/ text:record:pa").shows("record:party").keys("right text:zzz");
    script.shows("record:party zzz").shows("in the record \"party\"; containing \"zzz\"");
}

#[test]
fn every_hit_of_a_list_of_48_columns_tells_its_record() {
    let named = |name: &str| json!({"organizations": [{"id": "o", "name": name, "description": format!("{name} of the harbour")}]});
    let long = "The Harbourfront Commission of Everything and More";
    for (size, is_always) in [("120x36", true), ("96x30", true), ("55x20", true), ("60x20", false), ("40x20", false)] {
        let world = library(&[("city", &named("Harbour")), ("party", &named(long))]);
        let script = Script::of(Arc::new(world), size, Lang::En, Ambiguous::Narrow).keys("/ text:harbour");
        let screen = script.screen();
        let hits = || screen.lines().filter_map(|line| line.split('╎').next()).filter(|hit| hit.contains("Harbour"));
        let line = |record: &str| hits().any(|hit| hit.trim_end().ends_with(record));
        assert!(line("city"), "{size}\n{screen}");
        assert_eq!(line("party"), is_always, "{size}\n{screen}");
    }
}

#[test]
fn records_of_one_title_are_told_apart_by_their_names() {
    let snapshots = || library(&[("council-old", &city()), ("council-new", &city()), ("party", &party())]);
    let script = Script::of(Arc::new(snapshots()), "120x36", Lang::En, Ambiguous::Narrow);
    let screen = script.screen();
    for (name, times) in [("  council-old", 2), ("  council-new", 2), ("party", 2), ("party  party", 0)] {
        assert_eq!(screen.matches(name).count(), times, "{name}: in the pane and on the page\n{screen}");
    }
    let script = script.keys("2 enter").shows("Record    市議會  council-old");
    script.shows("李家超  市議會  council-new  same identifier").shows("李家超  party  same identifier");
    let narrow = Script::of(Arc::new(snapshots()), "60x20", Lang::En, Ambiguous::Narrow);
    narrow.shows("council-old").shows("council-new").keys("/ text:kind:record").shows("council-o⋯").shows("council-n⋯");
}

#[test]
fn what_may_be_the_same_is_told_with_its_grounds_and_leads_there() {
    let script = script("120x36", Lang::En).keys("2 enter").shows("Perhaps the same person");
    let script = script.shows("李家超  party  same identifier: wikidata Q1  same name: 李家超");
    // The first link is the record, the next its council.
    let script = script.keys("tab tab enter").shows("Record    party").shows("same identifier: Wikidata Q1");
    script.hides("Perhaps the same organisation");
    self::script("120x36", Lang::ZhHans).keys("2 j enter").shows("可能是同一人").shows("陈大文  party  同名：陳大文");
}

#[test]
fn a_single_record_shows_nothing_of_records() {
    let world = World::new(loaded(&city())).expect("entries");
    assert!(!world.record.is_library() && world.twins(EntryId::new(Kind::Person, 0)).told.is_empty());
    let script = Script::of(Arc::new(world), "120x36", Lang::En, Ambiguous::Narrow);
    script.shows("市議會").hides("Record").keys("/ l j c").hides("city").keys("enter").hides("Record").hides("Perhaps");
}

#[test]
fn context_is_what_the_record_of_an_entry_calls_so() {
    // Of 陳大文 another document than the main one is the source; the other record has no main document.
    let script = script("120x36", Lang::ZhHant).keys("2 j").stands_at("陳大文").shows("人物  背景");
    script.keys("j").hides("人物  背景");
    self::script("120x36", Lang::ZhHant).keys("2").stands_at("李家超").hides("人物  背景");
}

#[test]
fn an_event_is_part_of_a_journey_where_its_own_record_is_about_a_meeting() {
    let meeting = json!({"meta": {"title": "會議", "event_id": "m"}, "events": [{"id": "m", "name": "會晤甲"}]});
    let council = json!({"events": [{"id": "t", "name": "會晤乙"}]});
    let world = Arc::new(library(&[("meeting", &meeting), ("council", &council)]));
    let script = Script::of(Arc::clone(&world), "120x36", Lang::ZhHant, Ambiguous::Narrow).keys("/").paste("會晤");
    let screen = script.screen();
    for (kind, name) in [("行程", "會晤甲"), ("事件", "會晤乙")] {
        assert!(screen.lines().any(|line| line.contains(&format!("{kind}  {name}"))), "{screen}");
        let words = Words::of(Lang::ZhHant);
        let id = world.record.all_ids().find(|id| world.record.entry(*id).name.shown(Lang::ZhHant) == name);
        assert_eq!(words.kind_of(&world.record, id.expect("an event")), kind);
        script.clone().keys("ctrl-u").paste(name).keys("enter").stands_at(name).shows(&format!("╎  {kind}"));
    }
}

#[test]
fn exactly_the_pairs_are_found_that_share_an_identifier_or_a_name() {
    let world = both();
    let record = &world.record;
    let key = |id: EntryId| record.entry(id).key.to_string();
    let pairs: Vec<(String, String)> = record
        .all_ids()
        .flat_map(|id| world.twins(id).told.into_iter().map(move |twin| (key(id), key(twin.entry))))
        .collect();
    let expected =
        [("city:person/lee", "party:person/lee"), ("city:person/chan", "party:x"), ("city:person/ma", "party:y")];
    let back = expected.map(|(one, other)| (other, one));
    let expected: Vec<(String, String)> =
        expected.into_iter().chain(back).map(|(one, other)| (one.to_owned(), other.to_owned())).collect();
    assert_eq!(pairs, expected);
    let grounds = |key: &str| world.twins(record.find(key).expect("an entry")).told.remove(0).grounds;
    let wikidata = |value: &str| Ground::Identifier { scheme: "wikidata".to_owned(), value: value.to_owned() };
    assert_eq!(grounds("city:person/lee"), [wikidata("Q1"), Ground::Name("李家超".to_owned())]);
    assert_eq!(grounds("city:person/ma"), [wikidata("Q9")]);
    assert_eq!(grounds("party:x"), [Ground::Name("陈大文".to_owned())]);
}

#[test]
fn of_a_name_that_many_have_some_are_told_and_that_there_are_more() {
    let many = |count: usize| {
        let people: Vec<Value> = (0..count).map(|number| json!({"id": number, "name": "陳大文"})).collect();
        json!({ "persons": people })
    };
    let world = library(&[("a", &many(1)), ("b", &many(MOST_SAME)), ("c", &many(1))]);
    let twins = |key: &str| world.twins(world.record.find(key).expect("an entry"));
    let of_one = twins("a:0");
    assert_eq!((of_one.told.len(), of_one.is_cut), (MOST_SAME, true));
    // Those of its own record are none.
    assert_eq!((twins("b:0").told.len(), twins("b:0").is_cut), (2, false));
    let script = Script::of(Arc::new(world), "80x40", Lang::ZhHant, Ambiguous::Narrow);
    script.keys("2 enter").shows("不止此數，只列出首 20 個");
}

#[test]
fn keys_lead_to_their_entries_qualified_or_not() {
    let world = both();
    let record = &world.record;
    let found = |typed: &str| address::entry(record, typed).map(|id| record.entry(id).key.as_str());
    for (typed, key) in [
        ("city:person/lee", "city:person/lee"),
        ("party:person:lee", "party:person/lee"),
        ("party:lee", "party:person/lee"),
        ("person/ma", "city:person/ma"),
        ("person:ma", "city:person/ma"),
        ("ma", "city:person/ma"),
        ("x", "party:x"),
        ("party", "party"),
    ] {
        assert_eq!(found(typed), Ok(key), "{typed}");
    }
    for typed in ["person/lee", "person:lee", "lee", "council"] {
        assert_eq!(found(typed).map_err(|ids| ids.len()), Err(2), "{typed}");
    }
    assert_eq!(found("nobody"), Err(Vec::new()));
    for id in record.all_ids() {
        let key = record.entry(id).key.to_string();
        let address = Address { key, page: Page::Relations, with: None, query: None };
        assert_eq!(Address::read(&address.to_string(), record), Ok(address));
    }
}

/// A record of people, bodies and events that name one another, with a few names that others have too.
fn any_record() -> impl Strategy<Value = Value> {
    let names = || prop::sample::select(vec!["李家超", "陳大文", "John Lee", "港澳辦", "Ann", "Annie", "會議"]);
    let people = prop::collection::vec((names(), 0_usize..4, 0_usize..4), 0..4);
    let bodies = prop::collection::vec((names(), 0_usize..4), 1..4);
    (people, bodies, prop::collection::vec((names(), 0_usize..4), 0..3)).prop_map(|(people, bodies, events)| {
        let person = |(number, (name, _, _)): (usize, &(&str, usize, usize))| json!({"id": format!("p{number}"), "name": name});
        let body = |(number, (name, parent)): (usize, &(&str, usize))| {
            let parent = if *parent < number { json!(format!("o{parent}")) } else { Value::Null };
            json!({"id": format!("o{number}"), "name": name, "parent_id": parent})
        };
        let member = |(number, (_, body, _)): (usize, &(&str, usize, usize))| {
            json!({"person_id": format!("p{number}"), "organization_id": format!("o{}", body % bodies.len()), "role": "x"})
        };
        let event = |(number, (name, of)): (usize, &(&str, usize))| {
            json!({"id": format!("e{number}"), "name": name, "organization_id": format!("o{}", of % bodies.len())})
        };
        json!({
            "persons": people.iter().enumerate().map(person).collect::<Vec<_>>(),
            "organizations": bodies.iter().enumerate().map(body).collect::<Vec<_>>(),
            "memberships": people.iter().enumerate().map(member).collect::<Vec<_>>(),
            "events": events.iter().enumerate().map(event).collect::<Vec<_>>(),
        })
    })
}

/// Everything that an entry says, with the keys of what it names and is named by.
fn said(record: &Record, id: EntryId) -> String {
    let entry = record.entry(id);
    let links = |links: &[data::Link]| -> Vec<String> {
        links.iter().map(|link| format!("{:?} {}", link.relation, record.own_key(link.entry))).collect()
    };
    let (from, to) = (links(record.links().from(id)), links(record.links().to(id)));
    let Record { people, events, organisations, .. } = record;
    let place = id.place();
    let parent = match id.kind {
        Kind::Organisation => organisations[place].parent,
        Kind::Event => events[place].organisation,
        Kind::Person => people[place].offices.first().and_then(|office| office.organisation),
        _ => None,
    };
    let parent = parent.map(|parent| record.own_key(parent));
    format!("{} {:?} {:?} {parent:?} {from:?} {to:?}", record.own_key(id), entry.name, entry.details)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_lost_or_merged(sources in prop::collection::vec(any_record(), 2..4), query in "[李家超陳大文JohnAeni會 ]{1,4}") {
        let names = ["a", "b", "c"];
        let named: Vec<(&str, &Value)> = names.into_iter().zip(&sources).collect();
        let world = library(&named);
        let whole = &world.record;
        let mut seen = HashSet::new();
        for (number, source) in (0..).zip(&sources) {
            let alone = World::new(loaded(source)).expect("entries");
            let volume = EntryId::new(Kind::Volume, number);
            let ids: Vec<EntryId> = whole.entries_of(volume).collect();
            prop_assert_eq!(ids.len(), alone.record.all_ids().count());
            for (id, own) in ids.iter().zip(alone.record.all_ids()) {
                prop_assert!(seen.insert(*id) && whole.volume_of(*id) == Some(volume) && whole.tied(volume, *id));
                prop_assert_eq!(said(whole, *id), said(&alone.record, own));
                prop_assert_eq!(whole.find(&whole.entry(*id).key), Some(*id));
            }
            // What is found of a record in a library is what is found in it alone, in the same order.
            let query = Query::read(&query);
            let found = alone.find(&query, &[], usize::MAX);
            if !found.is_near {
                let keys = |record: &Record, hits: &[zhegang::search::Hit]| -> Vec<(String, u8)> {
                    hits.iter().map(|hit| (record.own_key(hit.id).to_owned(), hit.class)).collect()
                };
                let mut in_library = world.find(&query, &[], usize::MAX).hits;
                in_library.retain(|hit| whole.volume_of(hit.id) == Some(volume) && hit.id != volume);
                prop_assert_eq!(keys(whole, &in_library), keys(&alone.record, &found.hits));
            }
        }
        prop_assert_eq!(seen.len() + sources.len(), whole.all_ids().count());
        // Each pair is told from both sides, and none is of one record.
        let same = Same::of(whole);
        for id in whole.all_ids() {
            for twin in same.twins(whole, id).told {
                prop_assert!(whole.volume_of(twin.entry) != whole.volume_of(id) && twin.entry.kind == id.kind);
                prop_assert!(same.twins(whole, twin.entry).told.iter().any(|back| back.entry == id));
            }
        }
    }
}
