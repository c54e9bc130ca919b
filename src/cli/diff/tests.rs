//! Whatever two records are: what changed between them, and the way back.

use std::borrow::Cow;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::{lines, objects};
use crate::data::{self, Lang};
use crate::ui::World;
use crate::ui::diff::{Sides, compare};

fn world(record: &Value) -> World {
    let loaded = data::load(record.to_string().as_bytes(), |text| Cow::Borrowed(text)).unwrap();
    World::new(loaded).unwrap()
}

/// What changed, as objects in an order of their own, and as text.
fn told(old: &World, new: &World, lang: Lang) -> (Vec<String>, String) {
    let sides = Sides { old: &old.record, new: &new.record, lang, shows_contacts: true };
    let found = compare::differences(&sides);
    let mut told: Vec<Value> = found.iter().map(|difference| objects::object(&sides, difference)).collect();
    told.iter_mut().for_each(in_order);
    (sorted(&told), lines::of(&sides, &found))
}

fn sorted(values: &[Value]) -> Vec<String> {
    let mut values: Vec<String> = values.iter().map(Value::to_string).collect();
    values.sort();
    values
}

/// Items that came, went or changed are told in the order of one of the two files.
fn in_order(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.values_mut().for_each(in_order);
        for key in ["added", "removed", "changed", "fields"] {
            if let Some(Value::Array(items)) = fields.get_mut(key) {
                items.iter_mut().for_each(in_order);
                items.sort_by_key(Value::to_string);
            }
        }
    }
}

/// The same seen from the other side.
fn mirrored(value: &Value) -> Value {
    const SWAPPED: [(&str, &str); 3] = [("added", "removed"), ("old", "new"), ("old_id", "id")];
    let Value::Object(object) = value else { return value.clone() };
    let other = |key: &str| {
        let found = SWAPPED.iter().find_map(|(one, other)| match key {
            _ if key == *one => Some(*other),
            _ if key == *other => Some(*one),
            _ => None,
        });
        match found {
            Some("old_id") if !object.contains_key("old_id") => key.to_owned(),
            Some(other) => other.to_owned(),
            None if key == "name" && object.contains_key("old_name") => "old_name".to_owned(),
            None if key == "old_name" => "name".to_owned(),
            None => key.to_owned(),
        }
    };
    let fields = object.iter().map(|(key, value)| {
        let value = match (key.as_str(), value) {
            ("change", Value::String(word)) => Value::String(other(word)),
            // What is inside of a value is not to be turned.
            ("old" | "new" | "added" | "removed", value) => value.clone(),
            ("fields" | "changed", Value::Array(items)) => items.iter().map(mirrored).collect(),
            _ => value.clone(),
        };
        (other(key), value)
    });
    Value::Object(fields.collect::<Map<_, _>>())
}

prop_compose! {
    fn person()(
        number in 0..5_u8,
        name in select(vec!["甲", "乙", "丙", "長".repeat(30).leak()]),
        english in select(vec![None, Some("Ng"), Some("Lam")]),
        birth in select(vec![None, Some("1960"), Some("1961-02")]),
        scheme in select(vec![None, Some("Q1"), Some("Q2")]),
        email in select(vec![None, Some("a@b.example")]),
        offices in prop::collection::vec(
            (select(vec!["council", "greens"]), select(vec!["member", "chair"]), select(vec![None, Some("2020")])),
            0..4,
        ),
    ) -> Value {
        let offices: Vec<Value> = offices.into_iter().map(|(body, role, end)| {
            json!({"organization_id": body, "role": role, "end_date": end})
        }).collect();
        let names: Vec<Value> = english.iter().map(|name| json!({"lang": "en", "name": name})).collect();
        let identifiers: Vec<Value> =
            scheme.iter().map(|value| json!({"scheme": "wikidata", "identifier": value})).collect();
        json!({
            "id": format!("p{number}"), "name": name, "other_names": names, "birth_date": birth, "email": email,
            "identifiers": identifiers, "memberships": offices,
        })
    }
}

prop_compose! {
    fn record()(
        people in prop::collection::vec(person(), 0..5),
        title in select(vec!["記錄", "另一記錄"]),
        council in select(vec!["議會", "市議會"]),
        yes in 0..3_u8,
    ) -> Value {
        let votes: Vec<Value> = people.iter().take(3).map(|person| json!({"voter_id": person["id"], "option": "yes"})).collect();
        json!({
            "meta": {"title": title}, "persons": people,
            "organizations": [{"id": "council", "name": council}, {"id": "greens", "name": "綠"}],
            "motions": [{"id": "m", "text": "建橋"}],
            "vote_events": [{"id": "v", "motion_id": "m", "counts": [{"option": "yes", "value": yes}], "votes": votes}],
        })
    }
}

proptest! {
    #[test]
    fn nothing_changed_between_a_record_and_itself(record in record()) {
        let world = world(&record);
        for lang in Lang::ALL {
            prop_assert_eq!(told(&world, &world, lang), (Vec::new(), String::new()));
        }
    }

    #[test]
    fn the_way_back_is_the_mirror_of_the_way(old in record(), new in record()) {
        let (old, new) = (world(&old), world(&new));
        let (there, text) = told(&old, &new, Lang::ZhHant);
        let (back, _) = told(&new, &old, Lang::ZhHant);
        let turned: Vec<Value> = there.iter().map(|object| {
            let mut object = mirrored(&serde_json::from_str(object).unwrap());
            in_order(&mut object);
            object
        }).collect();
        prop_assert_eq!(sorted(&turned), back);
        prop_assert_eq!(there.is_empty(), text.is_empty());
    }
}
