//! Whatever a file holds, reading it ends, and what is told of it holds together.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::{WHOLE, neutral};
use crate::data::load::{Loaded, MOST_ENTRIES, load, load_watched};
use crate::data::progress::Progress;

/// Every reference and every fault of a reading leads somewhere.
fn holds_together(source: &[u8]) {
    let Ok(Loaded { record, faults, .. }) = load(source, neutral) else { return };
    for entry in record.all_ids() {
        assert!(!record.entry(entry).name.forms().any(|form| form.text.is_empty()));
        for link in record.links().from(entry).iter().chain(record.links().to(entry)) {
            record.entry(link.entry);
            assert!(record.links().tied(link.entry, entry));
        }
    }
    let text = String::from_utf8_lossy(source);
    for fault in &faults {
        let line = text.split('\n').nth(fault.line - 1).unwrap();
        assert!(fault.column >= 1 && fault.column <= line.chars().count() + 1, "{fault}");
    }
    assert!(faults.is_sorted_by_key(|fault| (fault.line, fault.column)));
}

/// The pointers of every value in a document.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(key, child)| pointers(child, &format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, child)| pointers(child, &format!("{at}/{index}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn other_value() -> impl Strategy<Value = Value> {
    let ids = ["person/a", "area/zj", "document/page", "event/visit", "#document/page", "#", "浙", "", "2025-13"];
    prop_oneof![
        select(vec![json!(null), json!(true), json!([]), json!({}), json!([[]]), json!([{}]), json!([null, 1, "x"])]),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(|number| json!(number)),
        select(ids.to_vec()).prop_map(|id| json!(id)),
        any::<String>().prop_map(|text| json!(text)),
    ]
}

/// What a careless hand or a broken disk leaves in a file.
fn patch() -> impl Strategy<Value = Vec<u8>> {
    let pieces =
        ["", "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "浙", "null", "7", "\\ud800", "\"id\": 1,", "#"];
    prop_oneof![
        4 => select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => any::<String>().prop_map(String::into_bytes),
        1 => any::<Vec<u8>>(),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(source in any::<Vec<u8>>()) {
        holds_together(&source);
    }

    #[test]
    fn any_object_is_read(text in "\\{(\"(meta|persons|areas)\":(\\[\\{\\}\\]|[0-9]|\"\\PC?\"),?)*\\}") {
        holds_together(text.as_bytes());
    }

    #[test]
    fn a_torn_record_is_read_or_refused(
        tears in prop::collection::vec((any::<Index>(), 0_usize..4, patch()), 1..4),
    ) {
        let mut source = WHOLE.as_bytes().to_vec();
        for (at, length, patch) in tears {
            let start = at.index(source.len() + 1);
            let end = (start + length).min(source.len());
            drop(source.splice(start..end, patch));
        }
        holds_together(&source);
    }

    #[test]
    fn any_value_in_any_place_is_told_where_it_stands(
        changes in prop::collection::vec((any::<Index>(), other_value()), 1..6),
        pretty in any::<bool>(),
    ) {
        let mut whole: Value = serde_json::from_str(WHOLE).unwrap();
        for (at, value) in changes {
            let mut places = Vec::new();
            pointers(&whole, "", &mut places);
            *whole.pointer_mut(&places[at.index(places.len())]).unwrap() = value;
        }
        let source = if pretty { format!("{whole:#}") } else { whole.to_string() };
        holds_together(source.as_bytes());
        if let Ok(loaded) = load(source.as_bytes(), neutral) {
            for fault in loaded.faults {
                prop_assert!(whole.pointer(&fault.pointer).is_some(), "{fault}");
            }
        }
    }
}

#[test]
fn a_reading_that_was_called_off_before_it_began_reads_nothing() {
    let progress = Progress::default();
    progress.cancel();
    let loaded = load_watched(WHOLE.as_bytes(), neutral, MOST_ENTRIES, &progress).unwrap();
    assert_eq!(loaded.record.all_ids().count(), 0);
}

#[test]
fn a_reading_can_be_called_off_wherever_it_is() {
    let person = |number: usize| format!(r#"{{"id": "{number}", "name": "a", "memberships": [{{"role": "b"}}]}}"#);
    let people: Vec<String> = (0..5_000).map(person).collect();
    let source = format!(r#"{{"persons": [{}]}}"#, people.join(","));
    for hundredths in [0, 10, 30, 50, 70, 90] {
        let progress = Progress::default();
        std::thread::scope(|scope| {
            let reading = scope.spawn(|| load_watched(source.as_bytes(), neutral, MOST_ENTRIES, &progress));
            while !reading.is_finished() && progress.reached().made.is_none_or(|made| made < hundredths) {}
            progress.cancel();
            // What it gives is of no use, but it ends, and without a panic.
            assert!(reading.join().unwrap().is_ok_and(|loaded| loaded.record.people.len() <= 5_000) || hundredths < 40);
        });
    }
}
