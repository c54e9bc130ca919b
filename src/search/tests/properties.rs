//! What holds for any entries and any query.

use proptest::prelude::*;

use super::super::finding::Patience;
use super::super::plan::Plan;
use super::super::score::Memo;
use super::super::shelf::Part;
use super::super::{Field, Query, Trail};
use super::{People, oracle};
use crate::text::graphemes;

const TEXT: &str = "[a-dA-D李家超劉捷金融科技創新衞卫「」《》，。 \u{3000}’ǚéＡ\u{301}\u{200d}👨👩🎉(-]{0,12}";
const LETTERS: &str = "[a-dl李家超劉捷金融科技創新衞卫，。 (-]{0,10}";

fn any_people(text: &'static str, most: usize) -> impl Strategy<Value = People> {
    let field = prop_oneof![Just(Field::Name), Just(Field::Alias), Just(Field::Office), Just(Field::Body)];
    prop::collection::vec(prop::collection::vec((field, text), 0..4), 0..most).prop_map(People::of)
}

proptest! {
    #[test]
    fn the_index_finds_what_is_found_by_looking_at_everything(
        people in any_people(LETTERS, 300),
        query in prop_oneof![
            "[李家超劉捷金融科技創新卫]{1,4}", "[a-dl]{1,5}", "(li|jia|chao|l|j|c|jie|ke|ji|wei|lau){1,3}",
            "[李家超金融a-c]{1,3} [李家超金融a-c]{1,3}", "[!^']?[李家超a-c]{1,2}[$]? [|!^'$]?[金融科b]{1,2}",
        ],
        limit in 1usize..12,
        is_patient: bool,
    ) {
        let mut people = people;
        people.index.patience = if is_patient { Patience::default() } else { Patience::NONE };
        let (wanted, is_known) = oracle::find(&people.texts, &query);
        let found = people.index.find(&people.record, &Query::read(&query), &[], limit);
        if found.is_near {
            prop_assert!(wanted.is_empty());
        } else {
            let count = people.index.count(&people.record, &Query::read(&query), &|| false);
            prop_assert_eq!(count.map(|counts| counts.iter().sum()), Some(wanted.len()));
            prop_assert!(found.total() == wanted.len() || !found.is_counted && found.total() < wanted.len());
            let got: Vec<_> = found.hits.iter().map(|hit| (hit.class, hit.id.index)).collect();
            let told = |hits: &[(u8, u32)]| -> Vec<(u8, Option<u32>)> {
                hits.iter().take(limit).map(|(class, number)| (*class, Some(*number).filter(|_| is_known))).collect()
            };
            prop_assert_eq!(told(&got), told(&wanted));
        }
    }

    #[test]
    fn stopping_early_finds_the_same_hits_as_looking_at_all(
        people in any_people(LETTERS, 120),
        query in prop_oneof!["[李家超劉捷金融科技創新卫]{1,4}", "[a-dl]{1,5}", "(li|jia|chao|l|j|c|jie|ke|ji|wei|lau){1,3}"],
        slips: bool,
        limit in 1usize..8,
    ) {
        let mut people = people;
        let query = Query::read(&query).with_slips(slips);
        let all = people.index.find(&people.record, &query, &[], limit);
        people.index.patience = Patience::NONE;
        let early = people.index.find(&people.record, &query, &[], limit);
        prop_assert_eq!(early.hits, all.hits);
    }

    #[test]
    fn typing_on_finds_the_same_hits_as_a_fresh_search(
        people in any_people(LETTERS, 60),
        query in prop_oneof![
            "[李家超劉捷金融科技創新衞卫]{1,5}", "[a-dlhzj ]{1,8}", "(li|jia|chao|lei5|gaa1|l|j|c|jie|ng|lau| |-|'){1,6}", TEXT,
            "[!^']?[李家超a-c ]{1,4}[$]?( [|] )?[!^']?[金融科b]{1,3}[$]?", "人物:[李家超a-c ]{1,4}",
        ],
        pasted in prop::collection::vec("[李家超a-c!'^$| ]{1,4}", 0..4),
        few in prop_oneof![Just(2usize), Just(10), Just(Patience::default().few)],
        slips: bool,
        limit in 1usize..12,
    ) {
        let mut people = people;
        people.index.patience = Patience { few, ..Patience::NONE };
        let mut trail = Trail::default();
        let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
        let typed = ends.filter_map(|end| query.get(..end)).chain(pasted.iter().map(String::as_str));
        for typed in typed.map(|typed| Query::read(typed).with_slips(slips)) {
            let on = people.index.find_on(&people.record, &typed, &[], limit, &mut trail);
            let fresh = people.index.find(&people.record, &typed, &[], limit);
            prop_assert_eq!(&on.hits, &fresh.hits);
            prop_assert_eq!(on.is_near, fresh.is_near);
            prop_assert!(on.counts == fresh.counts || !fresh.is_counted && on.total() > fresh.total());
        }
    }

    #[test]
    fn every_entry_that_matches_is_a_candidate(
        people in any_people(TEXT, 12), query in prop_oneof![TEXT, "[a-dlhz李超 ]{1,6}", "(li|jia|chao|l|j|c|jie|lau|ng){1,3}"],
        slips: bool,
    ) {
        let mut people = people;
        people.index.patience = Patience::NONE;
        let query = Query::read(&query).with_slips(slips);
        let as_typed = || Some(Plan::of(&query, &people.index, &people.record));
        let near = || Plan::near(&query, &people.index, &people.record);
        for (anywhere, mut plan) in [as_typed().zip(as_typed()), near().zip(near())].into_iter().flatten() {
            plan.look_up(&Part::ALL, &people.index);
            let candidates = plan.candidates(&people.index);
            for entry in 0..people.texts.len() {
                let is_hit = people.index.rank(&anywhere, entry, &mut Memo::default()).is_some();
                prop_assert!(!is_hit || candidates.contains(entry));
            }
        }
    }

    #[test]
    fn hits_are_sorted_and_none_is_given_twice(people in any_people(TEXT, 12), query in TEXT) {
        let hits = people.hits(&query);
        prop_assert!(hits.is_sorted_by_key(|hit| hit.class));
        let mut ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), hits.len());
    }

    #[test]
    fn marks_are_whole_graphemes_in_order(people in any_people(TEXT, 12), query in TEXT) {
        for found in people.numbers(&query).into_iter().flat_map(|number| people.matches(&query, number)) {
            let edges: Vec<usize> = graphemes(&found.text).map(|(at, _)| at).chain([found.text.len()]).collect();
            prop_assert!(!found.marks.is_empty());
            prop_assert!(found.marks.iter().all(|mark| mark.start < mark.end));
            prop_assert!(found.marks.iter().all(|mark| edges.contains(&mark.start) && edges.contains(&mark.end)));
            prop_assert!(found.marks.is_sorted_by(|one, next| one.end < next.start));
        }
    }

    #[test]
    fn a_name_finds_its_entry_in_the_first_class(name in TEXT, people in any_people(TEXT, 12)) {
        let mut texts = people.texts;
        texts.push(vec![(Field::Name, name.clone())]);
        let last = u32::try_from(texts.len()).unwrap() - 1;
        let hits = People::of(texts).hits(&name);
        let own = hits.iter().find(|hit| hit.id.index == last);
        let read = Query::read(&name);
        if !read.is_blank() && !name.contains('’') {
            prop_assert_eq!(own.map(|hit| hit.class), Some(0));
        }
    }

    #[test]
    fn nothing_that_is_typed_panics(people in any_people(TEXT, 12), query in any::<String>()) {
        people.found(&query);
    }
}
