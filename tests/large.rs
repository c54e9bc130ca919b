//! Stories of a large record: its index is made beside the session, and what matches is counted afterwards.

mod support;

use std::sync::{Arc, LazyLock};

use support::Script;
use support::search::search;
use zhegang::data::{self, Kind, Lang};
use zhegang::term::{Colours, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::state::Search;
use zhegang::ui::{self, Options, Size, World};

const PEOPLE: usize = 40_000;
const PLACES: usize = 12_000;

static SOURCE: LazyLock<String> = LazyLock::new(|| {
    let named = |kind: &str, name: &str, count: usize| {
        let entries = (0..count).map(|n| format!(r#"{{"id": "{kind}/{n}", "name": "{name}{n:05}"}}"#));
        entries.collect::<Vec<_>>().join(",")
    };
    let (people, places) = (named("person", "甲乙", PEOPLE), named("area", "甲丙", PLACES));
    format!(r#"{{"persons": [{people}], "areas": [{places}]}}"#)
});

/// A world whose index nobody has made.
fn unready() -> Arc<World> {
    let loaded = data::load(SOURCE.as_bytes(), text::neutral).expect("it opens");
    Arc::new(World::new(loaded).expect("an entry"))
}

static READY: LazyLock<Arc<World>> = LazyLock::new(|| {
    let world = unready();
    world.build_index();
    world
});

fn open(world: &Arc<World>, size: &str, lang: Lang) -> Script {
    Script::of(Arc::clone(world), size, lang, Ambiguous::Narrow)
}

/// Counts to the end.
fn counted(mut script: Script) -> Script {
    assert!(ui::awaits_counts(&script.state), "\n{}", script.screen());
    assert!(ui::count(&mut script.state, &script.world, &|| false));
    assert!(!ui::awaits_counts(&script.state));
    script
}

#[test]
fn a_search_can_be_typed_while_the_index_is_made() {
    let world = unready();
    assert!(!world.is_ready());
    for (lang, words) in
        [(Lang::ZhHant, "正在建立索引 0%"), (Lang::ZhHans, "正在建立索引 0%"), (Lang::En, "Making the index: 0%")]
    {
        for size in ["120x36", "40x12"] {
            let script = open(&world, size, lang).keys("/");
            assert!(!ui::awaits_index(&script.state), "a blank search waits for nothing");
            let script = script.hides(words).keys("text:甲").shows(words).keys("text:乙").shows(words);
            assert!(ui::awaits_index(&script.state) && !ui::awaits_counts(&script.state));
            let same = script.clone().keys("enter tab ctrl-o ctrl-g down pagedown alt-s alt-s");
            assert_eq!(search(&same).listed(), []);
            assert_eq!(same.state.searched, None);
            let blank = script.clone().keys("ctrl-u").hides(words);
            assert!(!ui::awaits_index(&blank.state));
            assert!(!ui::awaits_index(&script.keys("esc").state));
        }
    }
    assert!(!world.is_ready(), "none of this made the index");
    let mut waiting = open(&world, "80x24", Lang::ZhHant).keys("3 enter esc / text:甲乙00007");
    assert!(!ui::catch_up(&mut waiting.state, &world), "nothing new to show");
    world.build_index();
    assert!(ui::catch_up(&mut waiting.state, &world));
    assert!(!ui::awaits_index(&waiting.state));
    waiting.hides("正在建立索引").keys("enter").stands_at("甲乙00007");
}

#[test]
fn what_was_read_before_is_listed_without_an_index() {
    let world = unready();
    let script = open(&world, "120x36", Lang::ZhHant).keys("3 enter esc j enter esc /").shows("最近看過");
    script.keys("ctrl-o esc enter").stands_at("甲乙00000");
    assert!(!world.is_ready());
}

#[test]
fn what_matches_is_counted_after_it_is_listed() {
    let script = open(&READY, "120x36", Lang::ZhHant).keys("/ text:甲");
    assert!(!search(&script).found.is_counted);
    assert_eq!(search(&script).listed().len(), 200);
    let listed = search(&script).total();
    let script = script.shows(&format!("全部 {listed}+"));
    let mut script = script;
    assert!(!ui::count(&mut script.state, &script.world, &|| true), "a key puts an end to it");
    let script = counted(script.shows("+"));
    let script = script.shows("全部 52000").shows("人物 40000").shows("地點 12000").hides("+");
    let script = script.keys("tab").shows("地點 12000").hides("+");
    assert!(!ui::awaits_counts(&script.state), "what was counted stays counted");
    let script = script.keys("tab").keys("text:丙");
    assert!(search(&script).total() < 52_000, "another query is counted anew");
}

#[test]
fn kinds_and_longer_lists_do_not_wait_for_the_count() {
    let script = open(&READY, "80x24", Lang::ZhHant).keys("/ text:甲 tab");
    let kind = search(&script).kind.expect("a kind");
    assert!(search(&script).listed().iter().all(|id| id.kind == kind));
    assert_eq!(search(&script).listed().len(), 200);
    let mut script = script.keys("tab");
    assert!(search(&script).kinds().len() > 1, "kinds that are known to have hits do not go");
    for _ in 0..12 {
        script = script.keys("pagedown");
    }
    assert!(!search(&script).found.is_counted);
    assert_eq!(search(&script).listed().len(), 2000);
    assert!(search(&script).place() > 200);
    let few = open(&READY, "80x24", Lang::ZhHant).keys("/ text:甲丙0000");
    assert!(search(&few).listed().len() < 200 && !search(&few).has_more());
}

#[test]
fn a_hit_that_is_read_is_one_of_at_least_so_many() {
    let script = open(&READY, "120x36", Lang::ZhHant).keys("/ text:甲 enter");
    let total = script.state.searched.as_ref().map(Search::total).expect("a search");
    let script = counted(script.shows(&format!("搜尋 1/{total}+")));
    let script = script.shows("搜尋 1/52000").keys("N").shows("已從另一端繼續尋找").keys("k").keys("N n");
    let script = script.shows("搜尋 52000/52000");
    assert_eq!(script.state.view.here.kind, Kind::Place);
}

#[test]
fn the_shell_counts_all() {
    let found = READY.find(&zhegang::search::Query::read("甲"), &[], usize::MAX);
    assert!(found.is_counted);
    assert_eq!((found.hits.len(), found.total()), (52_000, 52_000));
}

#[test]
fn a_session_draws_what_has_become_of_its_search() {
    let options = Options::new(Size { cols: 80, rows: 24 }, Lang::ZhHant, Ambiguous::Narrow);
    let world = unready();
    let mut session = Session::new(Arc::clone(&world), options, Colours::None);
    session.feed(b"/");
    session.frame();
    session.catch_up();
    assert_eq!((session.awaits_index(), session.frame()), (false, Vec::new()));
    session.feed("甲".as_bytes());
    session.frame();
    session.catch_up();
    assert_eq!((session.awaits_index(), session.frame()), (true, Vec::new()), "nothing is sent for nothing");
    world.build_index();
    session.catch_up();
    assert!(!session.awaits_index() && session.awaits_counts());
    assert!(!session.frame().is_empty());
    session.count(&|| true);
    assert_eq!((session.awaits_counts(), session.frame()), (true, Vec::new()));
    session.count(&|| false);
    assert!(!session.awaits_counts() && !session.frame().is_empty());
}
