//! Files of parliaments and councils in Popolo terms: what opens, which panes there are, what pages say.

mod support;

use std::sync::Arc;

use serde_json::{Value, json};
use support::Script;
use zhegang::data::{self, Kind, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::{Linear, World};

/// A council as files of parliaments have it.
fn council() -> Value {
    json!({
        "meta": {"sources": ["https://council.example/"], "license": "CC BY 4.0", "made_by": "a script"},
        "persons": [
            {"id": 7, "name": "陳大文", "gender": "male", "email": "chan@council.example", "sort_name": "Chan, Tai Man",
             "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
             "links": [{"url": "https://council.example/7", "note": "own page"}],
             "contact_details": [{"type": "voice", "value": "555-0100"}],
             "other_names": [{"lang": "en", "name": "Chan Tai Man", "note": "multilingual"},
                 {"lang": "zh-hans", "name": "陈大文"}, {"lang": "et", "name": "Tšan"}, {"lang": "fi", "name": "Tšan"},
                 {"name": "Dai Man", "note": "locale:zh_yue"}],
             "images": null, "death_date": "", "birth_date": "1960", "favourite_colour": "blue"},
            {"id": "p2", "name": "Lee Siu Ming", "other_names": null}
        ],
        "organizations": [
            {"id": "council", "name": "City Council", "classification": "legislature", "seats": 2},
            {"id": "greens", "name": "Greens", "classification": "party"}
        ],
        "memberships": [
            {"person_id": "7", "organization_id": "council", "on_behalf_of_id": "greens", "role": "member",
             "area_id": "north", "legislative_period_id": "term/2", "start_date": "2021-05-01"},
            {"person_id": "7", "organization_id": "council", "on_behalf_of_id": "greens", "role": "member",
             "legislative_period_id": "term/1", "end_date": "2021-04-30"},
            {"person_id": "p2", "organization_id": "council", "role": "member", "post_id": "mayor", "seat_number": "14",
             "contact_details": [{"type": "fax", "value": "555-0111"}],
             "area": {"id": "south", "name": "South"}, "legislative_period_id": "term/2"}
        ],
        "posts": [{"id": "mayor", "label": "Mayor", "organization_id": "council"}],
        "events": [
            {"id": "term/1", "name": "1st term", "classification": "legislative period", "start_date": "2017", "end_date": "2021"},
            {"id": "term/2", "name": "2nd term", "classification": "legislative period", "start_date": "2021-05-01T00:00:00Z"}
        ],
        "areas": [{"id": "north", "name": "North", "type": "constituency"}],
        "motions": [{"id": "m1", "text": "That the bridge be built", "creator_id": "p2", "date": "2022-03-01", "result": "pass",
            "vote_events": [{"id": "v1", "identifier": "12/2022", "start_date": "2022-03-01T14:30:00+08:00",
                "counts": [{"option": "yes", "value": 1}, {"option": "no", "value": 1}],
                "votes": [{"voter_id": "7", "option": "yes"}, {"voter_id": "p2", "option": "no"}]}]}]
    })
}

fn opened(source: &Value) -> World {
    let loaded = data::load(source.to_string().as_bytes(), text::neutral).expect("a record");
    assert!(!loaded.faults.iter().any(data::Fault::is_told), "{:?}", loaded.faults);
    World::new(loaded).expect("entries")
}

fn script(world: World, lang: Lang) -> Script {
    Script::of(Arc::new(world), "120x40", lang, Ambiguous::Narrow)
}

fn at(world: World, name: &str) -> Script {
    let script = script(world, Lang::En).keys("/").paste(name).keys("enter");
    assert_eq!(script.world.record.entry(script.state.view.here).name.shown(Lang::En), name);
    script
}

#[test]
fn a_file_of_a_parliament_has_the_panes_that_it_has_something_for() {
    let script = script(opened(&council()), Lang::En);
    let screen = script.screen();
    for title in ["1  People", "2  Bodies  Posts  Places", "3  Motions  Votes", "4  Events"] {
        assert!(screen.contains(title), "{title}\n{screen}");
    }
    script
        .keys("4")
        .stands_at("1st term")
        .keys("3")
        .stands_at("That the bridge be built")
        .keys("]")
        .stands_at("12/2022");
}

#[test]
fn events_without_a_meeting_are_no_part_of_a_journey() {
    for (lang, one, list) in
        [(Lang::ZhHant, "事件", "事件"), (Lang::ZhHans, "事件", "事件"), (Lang::En, "Event", "Events")]
    {
        let screen = script(opened(&council()), lang).keys("4 enter").hides("行程").screen();
        assert!(screen.contains(list) && screen.contains(&format!("{one}  ")), "{screen}");
        assert!(screen.contains(&format!("{one} › ")), "{screen}");
        let hits = script(opened(&council()), lang).keys("/ text:term").hides("行程").screen();
        let is_hit = |line: &str| line.contains("1st term") && line.contains(&format!("{one}  "));
        assert!(hits.lines().any(is_hit), "{hits}");
        script(opened(&council()), lang).keys("/ text:事件:none").shows(one).hides("行程");
        script(opened(&council()), lang).keys("4 enter b B").shows(one).hides("行程");
    }
    let world = Arc::new(opened(&council()));
    let mut linear = Linear::new(&world, Lang::ZhHant, false);
    let told = linear.answer(&world, "搜尋 2nd term").text;
    assert!(told.contains("事件") && !told.contains("行程"), "{told}");
    let told = linear.answer(&world, "1").text;
    assert!(told.starts_with("事件") && told.contains("2nd term"), "{told}");
    let told = linear.answer(&world, "列出 事件").text;
    assert!(told.starts_with("事件"), "{told}");
    // Of a meeting they are.
    Script::open("120x36").keys("4 enter").shows("行程  ").hides("事件  ");
}

#[test]
fn a_key_for_a_pane_that_there_is_not_changes_nothing() {
    let people = json!({"persons": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "Ben"}]});
    let script = script(opened(&people), Lang::En).keys("j").stands_at("Ben");
    script.keys("4").stands_at("Ben").keys("tab").stands_at("Ben").keys("]").stands_at("Ben");
}

#[test]
fn it_begins_with_what_the_file_says_of_itself() {
    let mut world = opened(&council());
    world.file = Some("council".to_owned());
    let script = script(world, Lang::En);
    for text in ["council", "Licence", "CC BY 4.0", "https://council.example/", "a script", "People", "2"] {
        script.clone().shows(text);
    }
    script.keys("j").stands_at("Lee Siu Ming").hides("CC BY 4.0").keys("0").shows("CC BY 4.0");
}

#[test]
fn a_person_is_told_by_seat_party_place_and_term() {
    let script = at(opened(&council()), "Chan Tai Man");
    for text in
        ["City Council", "Greens", "North", "2nd term", "since 1 May 2021", "until 30 April 2021", "wikidata", "Q1"]
    {
        script.clone().shows(text);
    }
    for text in ["sorted as", "Chan, Tai Man", "favourite_colour", "blue", "own page", "Tšan  et, fi", "Voted in"] {
        script.clone().shows(text);
    }
    script.hides("multilingual").hides("death");
}

#[test]
fn ways_to_get_in_touch_are_shown_to_those_who_ask() {
    let script = at(opened(&council()), "Chan Tai Man");
    script.hides("555-0100").hides("chan@council.example").shows("that are not shown: 2;");
    let mut world = opened(&council());
    world.shows_contacts = true;
    at(world, "Chan Tai Man").shows("555-0100").shows("chan@council.example").hides("not shown");
    let script = at(opened(&council()), "Lee Siu Ming").shows("seat_number 14");
    script.hides("555-0111").shows("that are not shown: 1;");
    let mut world = opened(&council());
    world.shows_contacts = true;
    at(world, "Lee Siu Ming").shows("fax").shows("555-0111");
}

#[test]
fn bodies_and_terms_count_their_members() {
    let script = at(opened(&council()), "City Council");
    let screen = script.screen();
    let second = screen.find("Members  2nd term  2").expect("the latest term");
    assert!(second < screen.find("Members  1st term  1").expect("the term before"), "{screen}");
    let script = at(opened(&council()), "2nd term");
    script.shows("Members  Greens  1").shows("Members  no party or group given  1").shows("Mayor, South");
}

#[test]
fn a_vote_says_who_voted_what() {
    let script = at(opened(&council()), "12/2022");
    for text in ["That the bridge be built", "1 March 2022, 14:30", "yes 1", "yes  1", "Chan Tai Man", "no  1"] {
        script.clone().shows(text);
    }
    at(opened(&council()), "That the bridge be built").shows("passed").shows("Moved by").shows("12/2022");
}

#[test]
fn names_follow_the_language_of_the_reader() {
    let world = opened(&council());
    let person = world.record.find("7").expect("a number is an id");
    let name = &world.record.entry(person).name;
    assert_eq!((name.shown(Lang::En), name.shown(Lang::ZhHans)), ("Chan Tai Man", "陈大文"));
    let yue = json!({"persons": [{"id": 1, "name": "Chan", "other_names": [{"lang": "zh_yue", "name": "阿陳"}]}]});
    let world = opened(&yue);
    assert_eq!(world.record.people[0].entry.name.shown(Lang::ZhHant), "阿陳");
}

#[test]
fn lone_arrays_and_lone_objects_open() {
    let kinds = |source: Value| {
        let record = opened(&source).record;
        Kind::ALL.into_iter().filter(|kind| record.count(*kind) > 0).collect::<Vec<_>>()
    };
    assert_eq!(kinds(json!([{"id": 1, "name": "Ann"}])), [Kind::Person]);
    assert_eq!(kinds(json!([{"id": 1, "name": "Ann", "gender": "female"}])), [Kind::Person]);
    assert_eq!(kinds(json!([{"id": 1, "name": "Greens", "classification": "party"}])), [Kind::Organisation]);
    assert_eq!(kinds(json!({"id": 1, "name": "Ann", "birth_date": "1960"})), [Kind::Person]);
    let body = json!({"id": "c", "name": "Council", "founding_date": "1900", "posts": [{"id": "m", "label": "Mayor"}]});
    assert_eq!(kinds(body), [Kind::Organisation, Kind::Post]);
    let person = json!({"id": 1, "name": "Ann", "given_name": "Ann", "memberships": [{"role": "member"}]});
    assert_eq!(opened(&person).record.people[0].offices.len(), 1);
}

#[test]
fn references_to_an_array_that_is_missing_are_one_fault_and_stay_in_sight() {
    let seat = |person: usize| json!({"person_id": person, "role": "member", "legislative_period_id": "term/1"});
    let person = |person: usize| json!({"id": person, "name": format!("Person {person}")});
    let source = json!({
        "persons": (0..1000).map(person).collect::<Vec<_>>(),
        "memberships": (0..1000).map(seat).collect::<Vec<_>>(),
    });
    let loaded = data::load(source.to_string().as_bytes(), text::neutral).expect("a record");
    let told: Vec<&str> = loaded.faults.iter().map(|fault| fault.message.as_str()).collect();
    let says = "\"legislative_period_id\" names \"term/1\", but nothing stands under \"events\", here and 999 times more; \
                add the array or remove them";
    assert_eq!(told, [says]);
    let office = &loaded.record.people[0].offices[0];
    assert_eq!(
        (office.details()[0].key.as_str(), office.details()[0].value.as_str()),
        ("legislative_period_id", "term/1")
    );
}
