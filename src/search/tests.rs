//! The search over entries made by hand.

mod oracle;
mod properties;

use std::borrow::Cow;

use super::readings::Readings;
use super::{Field, Found, Hit, Index, Match, Query};
use crate::data::{EntryId, Kind, Record, load};
use crate::text::graphemes;

type Texts = Vec<(Field, String)>;

/// People with these texts, in this order, and their index.
struct People {
    texts: Vec<Texts>,
    index: Index,
    record: Record,
}

impl People {
    fn of(texts: Vec<Texts>) -> Self {
        let entry = |texts: &Texts| -> Vec<(Field, String)> { texts.clone() };
        let owned: Vec<Texts> = texts.iter().map(entry).collect();
        let borrowed = owned
            .iter()
            .map(|texts| (Kind::Person, texts.iter().map(|(field, text)| (*field, text.as_str())).collect()));
        let index = Index::of(borrowed, &Readings::open(), &|_| ());
        let record = load(br#"{"persons": []}"#, |text| Cow::Borrowed(text)).unwrap().record;
        Self { texts, index, record }
    }

    fn named(names: &[&str]) -> Self {
        Self::of(names.iter().map(|name| vec![(Field::Name, (*name).to_owned())]).collect())
    }

    fn found(&self, query: &str) -> Found {
        self.index.find(&self.record, &Query::read(query), &[], usize::MAX)
    }

    fn hits(&self, query: &str) -> Vec<Hit> {
        self.found(query).hits
    }

    fn numbers(&self, query: &str) -> Vec<u32> {
        self.hits(query).iter().map(|hit| hit.id.index).collect()
    }

    fn matches(&self, query: &str, number: u32) -> Vec<Match> {
        let texts = self.texts[number as usize].iter().map(|(field, text)| (*field, text.as_str()));
        let query = Query::read(query);
        let marker = super::Marker::of(&query, &self.index, &self.record);
        marker.matches_among(EntryId::new(Kind::Person, number), texts.collect())
    }

    /// The matches of the first hit, with brackets around what is marked.
    fn marked(&self, query: &str) -> Vec<String> {
        let first = self.numbers(query).first().map(|first| self.matches(query, *first));
        first.iter().flatten().map(|found| bracketed(&found.text, &found.marks)).collect()
    }
}

fn bracketed(text: &str, marks: &[std::ops::Range<usize>]) -> String {
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
}

fn people() -> People {
    let rows = [
        ("李家超", "John Lee", "香港特別行政區行政長官"),
        ("劉捷", "Liu Jie", "浙江省省長"),
        ("曾國衞", "Erick Tsang", "政制及內地事務局局長"),
    ];
    let texts = |(name, english, office): (&str, &str, &str)| {
        vec![(Field::Name, name.into()), (Field::Alias, english.into()), (Field::Office, office.into())]
    };
    People::of(rows.into_iter().map(texts).collect())
}

#[test]
fn how_a_word_lies_in_a_name_comes_before_everything_else() {
    let rows: [(&str, Option<(Field, &str)>); 8] = [
        ("跨境的金融", None),
        ("跨境，金融", None),
        ("金屬融資", None),
        ("金融科技", None),
        ("航空", Some((Field::Body, "金融"))),
        ("教育", Some((Field::Office, "金融"))),
        ("《金融》", None),
        ("財金", Some((Field::Alias, "金融"))),
    ];
    let texts = |(name, other): (&str, Option<(Field, &str)>)| -> Texts {
        let name = (Field::Name, name.to_owned());
        std::iter::once(name).chain(other.map(|(field, text)| (field, text.to_owned()))).collect()
    };
    let people = People::of(rows.into_iter().map(texts).collect());
    assert_eq!(people.numbers("金融"), [6, 7, 5, 3, 1, 0, 2, 4]);
    assert_eq!(people.hits("金融").iter().map(|hit| hit.class).collect::<Vec<_>>(), [0, 1, 2, 3, 5, 7, 9, 14]);
}

#[test]
fn the_shorter_comes_first_and_then_the_order_of_the_record() {
    assert_eq!(People::named(&["合作會議", "合作乙", "合作甲"]).numbers("合作"), [1, 2, 0]);
}

#[test]
fn what_is_written_as_typed_comes_before_another_script_or_case() {
    assert_eq!(People::named(&["衛生", "衞生"]).numbers("衞生"), [1, 0]);
    assert_eq!(People::named(&["ibm hk", "IBM hk"]).numbers("IBM"), [1, 0]);
    assert_eq!(People::named(&["IBM hk", "ibm hk"]).numbers("ibm"), [0, 1], "a small letter means either");
}

#[test]
fn the_characters_that_matched_are_marked() {
    let people = people();
    for (query, marks) in [
        ("李超", "[李]家[超]"),
        ("ljc", "[李家超]"),
        ("lij", "[李家]超"),
        ("gaa ciu", "李[家超]"),
        ("國衛", "曾[國衞]"),
        ("曾国卫", "[曾國衞]"),
        ("jOHN", "[John] Lee"),
        ("ＪＬ", "[J]ohn [L]ee"),
        ("john lee", "[John Lee]"),
        ("'john", "[John] Lee"),
        ("^lijia", "[李家]超"),
        ("lijaichao", "[李家超]"),
        ("李嘉超", "[李家超]"),
    ] {
        let found = people.marked(query);
        assert_eq!(found.first().map_or("", String::as_str), marks, "{query}");
    }
}

#[test]
fn every_word_must_match_and_the_worst_decides() {
    let people = people();
    assert_eq!(people.marked("行政長官 超"), ["香港特別行政區[行政長官]", "李家[超]"]);
    assert_eq!(people.marked("超 李"), ["[李]家[超]"]);
    assert_eq!(people.hits("行政長官 超")[0].class, 13);
    assert_eq!(people.numbers("行政長官 捷"), [0; 0]);
}

#[test]
fn operators_do_what_people_know() {
    let people = People::named(&["金融科技", "科技金融", "教育", "合作科技金融"]);
    for (query, numbers) in [
        ("^金融", &[0][..]),
        ("金融$", &[1, 3]),
        ("^金融科技$", &[0]),
        ("!金融", &[2]),
        ("金融 !^科技", &[0, 3]),
        ("金融 !合作", &[0, 1]),
        ("教育 | ^金融", &[2, 0]),
        ("'金技", &[]),
        ("'jinrong", &[]),
        ("^jinrong", &[0]),
        ("jiaoyu", &[2]),
        ("人物:教", &[2]),
        ("機構:教", &[]),
        ("kind:person !科技", &[2]),
    ] {
        assert_eq!(people.numbers(query), numbers, "{query}");
    }
}

#[test]
fn whole_syllables_come_before_the_beginnings_of_others() {
    let people = People::named(&["李家超", "劉捷", "曾國衞"]);
    assert_eq!(people.numbers("li"), [0, 1]);
    assert_eq!(people.numbers("lj"), [1, 0]);
    assert_eq!(people.numbers("zeng"), [2]);
}

#[test]
fn each_character_takes_its_first_letters() {
    use super::Way::{Jyutping, JyutpingInitials, Pinyin, PinyinInitials, PinyinParts};
    let people = People::named(&["李家超"]);
    for (typed, found) in [
        ("lijiachao", Some((1, Pinyin))),
        ("LI JIA CHAO", Some((1, Pinyin))),
        ("lǐ jiā chāo", Some((1, Pinyin))),
        ("li'jia'chao'", Some((1, Pinyin))),
        ("li3jia1chao1", Some((1, Pinyin))),
        ("ljc", Some((1, PinyinInitials))),
        ("ljch", Some((1, PinyinInitials))),
        ("lijc", Some((1, PinyinInitials))),
        ("lijiach", Some((1, PinyinInitials))),
        ("lijiacha", Some((4, PinyinParts))),
        ("lj", Some((4, PinyinInitials))),
        ("l", Some((4, PinyinInitials))),
        ("jiachao", Some((8, Pinyin))),
        ("leigaaciu", Some((1, Jyutping))),
        ("lei5gaa1ciu1", Some((1, Jyutping))),
        ("lei5 gaaciu", Some((1, Jyutping))),
        ("lgc", Some((1, PinyinInitials))),
        ("leigc", Some((1, JyutpingInitials))),
        ("lc", None),
        ("lijiachaoo", None),
    ] {
        let rank = people.rank(typed, 0).map(|rank| (rank.class, rank.way));
        assert_eq!(rank, found, "{typed}");
    }
}

impl People {
    fn rank(&self, query: &str, number: u32) -> Option<super::rank::Rank> {
        let plan = super::plan::Plan::of(&Query::read(query), &self.index, &self.record);
        self.index.rank(&plan, self.index.place(EntryId::new(Kind::Person, number)), &mut super::score::Memo::default())
    }
}

#[test]
fn all_readings_and_ways_to_type_them_are_known() {
    for (name, typed) in [
        ("科技創新", &["kejichuangxin", "kjcx", "kejcx"][..]),
        ("長三角", &["changsanjiao", "zhangsanjiao"]),
        ("旅遊", &["lvyou", "luyou", "lyuyou", "lüyóu", "leoijau"]),
        ("金融", &["jinrong", "jr", "gamjung", "gam1 jung4"]),
        ("翟志恆", &["zhaizhiheng", "dizhiheng", "zzh"]),
        ("「港」劇", &["gangju", "gj"]),
    ] {
        let people = People::named(&[name]);
        for typed in typed {
            assert_eq!(people.hits(typed).first().map(|hit| hit.class), Some(1), "{name} {typed}");
        }
        assert!(people.hits("xxq").is_empty());
    }
}

#[test]
fn sounds_are_found_in_long_texts_where_it_is_not_by_chance() {
    let body = |text: &str| People::of(vec![vec![(Field::Body, text.to_owned())]]);
    let people = body("雙方就科技創新達成共識");
    assert_eq!(people.marked("kejichuangxin"), ["雙方就[科技創新]達成共識"]);
    assert_eq!(people.marked("kjcx"), ["雙方就[科技創新]達成共識"]);
    for by_chance in ["k", "ke", "kj", "kej"] {
        assert!(people.hits(by_chance).is_empty(), "{by_chance}");
    }
}

#[test]
fn a_blank_query_finds_nothing() {
    for blank in ["", " ", "\u{3000}\n", "「」", "!", "|"] {
        assert_eq!(people().found(blank), Found { is_counted: true, ..Found::default() }, "{blank:?}");
    }
}

#[test]
fn letters_with_gaps_are_found_last_and_not_for_every_query() {
    let long = "推動兩地青年於各個不同領域之間的發展";
    let people = People::named(&["青年發展", long, "Zhejiang Youth Federation"]);
    assert_eq!(people.numbers("青年發"), [0, 1]);
    assert_eq!(people.numbers("年發"), [0]);
    assert_eq!(people.numbers("zyf"), [2]);
    assert_eq!(people.marked("zhyfed"), ["[Zh]ejiang [Y]outh [Fed]eration"]);
    assert_eq!(people.numbers("zf"), [2], "one word may be left out");
    assert_eq!(people.numbers("yth"), [0; 0]);
    assert_eq!(people.numbers("yuth"), [2]);
}

#[test]
fn what_is_nowhere_is_read_as_what_is_near() {
    let people = People::named(&["李家超", "教育 Education", "王浩"]);
    for (query, number) in [
        ("李嘉超", 0),
        ("lijaichao", 0),
        ("lijiachoa", 0),
        ("edukation", 1),
        ("王昊", 2),
        ("wangaho", 2),
        ("王昊 wang", 2),
    ] {
        let found = people.found(query);
        assert_eq!(found.hits.first().map(|hit| hit.id.index), Some(number), "{query}");
        assert!(found.is_near && found.hits.iter().all(|hit| hit.class >= 20), "{query}");
    }
    for query in ["edux", "'educaton", "李嘉誠", "lijaichaox"] {
        assert_eq!(people.found(query).total(), 0, "{query}");
    }
}

#[test]
fn hits_of_other_kinds_are_counted_and_left_out() {
    let people = people();
    let query = Query::read("li");
    let found = people.index.find(&people.record, &query, &[Kind::Place], 10);
    assert_eq!((found.hits.len(), found.counts[Kind::Person as usize]), (0, 2));
    let found = people.index.find(&people.record, &query, &[Kind::Person], 1);
    assert_eq!((found.hits.len(), found.total()), (1, 2));
}

#[test]
fn a_count_that_nobody_wants_any_more_is_given_up() {
    let people = people();
    assert_eq!(people.index.count(&people.record, &Query::read("li"), &|| true), None);
}

#[test]
fn an_index_can_be_shared_between_threads() {
    fn is_shared<T: Send + Sync + std::fmt::Debug>(_: &T) {}
    is_shared(&people().index);
}

#[test]
fn a_long_paste_is_compared_without_being_scored_in_full() {
    let long = "浙港合作".repeat(5_000);
    let people = People::named(&[&long]);
    assert_eq!(people.hits(&long)[0].class, 0);
    assert_eq!(people.numbers(&"li".repeat(10_000)), [0; 0]);
}

impl std::fmt::Debug for People {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.texts)
    }
}

#[test]
fn slips_of_the_ear_are_an_option() {
    let people = People::named(&["張浩", "劉捷", "李家超"]);
    for (typed, number) in [("zanghao", 0), ("zanhao", 0), ("niujie", 1), ("lijiacao", 2)] {
        let query = |slips| Query::read(typed).with_slips(slips);
        let found = |slips| people.index.find(&people.record, &query(slips), &[], 9);
        let hits: Vec<u32> = found(true).hits.iter().map(|hit| hit.id.index).collect();
        assert!(hits == [number] && !found(true).is_near, "{typed}");
        assert!(found(false).is_near || found(false).hits.is_empty(), "{typed}");
    }
}

#[test]
fn the_best_hits_of_a_large_record_are_those_of_looking_at_all() {
    let named = |name: &str| vec![(Field::Name, name.to_owned())];
    let with = |name: &str, field, text: &str| vec![(Field::Name, name.to_owned()), (field, text.to_owned())];
    let many = |first: Vec<Texts>, other: Texts| first.into_iter().chain(vec![other; 192]).collect::<Vec<Texts>>();
    let rows = [
        ("gang", [vec![named("港口"); 192], vec![named("港澳內港")]].concat()),
        ("金融", many(vec![named("金融")], with("金融", Field::Alias, "金"))),
        ("省長", many(vec![with("王小明", Field::Office, "省長")], with("王明", Field::Office, "省長"))),
        ("李家", many(vec![named("甲李乙，家丙丁")], named("甲李乙家"))),
        ("新華", many(vec![with("王小明", Field::Body, "新華社")], with("王明", Field::Body, "新華社"))),
        (
            "action",
            vec![
                with("noitca", Field::Body, "x action y"),
                with("zz", Field::Office, "noitca"),
                with("王", Field::Body, "action"),
            ],
        ),
    ];
    for (query, texts) in rows {
        let mut people = People::of(texts);
        let first = |people: &People| people.index.find(&people.record, &Query::read(query), &[], 1).hits[0].id.index;
        let by_all = first(&people);
        people.index.patience = super::finding::Patience::NONE;
        assert_eq!(first(&people), by_all, "{query}");
    }
}

#[test]
fn long_rows_of_punctuation_are_passed_once() {
    let text = format!("{}超{}", "-".repeat(30_000), "李".repeat(30_000));
    let people = People::named(&[&text, &"i".repeat(40)]);
    assert_eq!(people.hits("李").len(), 1);
    assert_eq!(people.hits("li").len(), 1);
    assert_eq!(people.hits(&"İ".repeat(24)).len(), 1);
}

#[test]
fn what_is_of_another_kind_is_not_nowhere() {
    let people = people();
    assert_eq!(people.found("機構:李家超"), Found { is_counted: true, ..Found::default() });
}
