//! Files that are less than a record: an array of objects, or one Popolo object alone.

use crate::data::tree::{Field, Object, Shape, Value};

/// Keys by which a Popolo object is known, the surest first, and the array of a record in which such objects stand.
const SIGNS: [(&[&str], &str); 9] = [
    (&["motion_id", "votes", "counts"], "vote_events"),
    (&["vote_events", "requirement"], "motions"),
    (&["creator_id", "attribution_text"], "speeches"),
    (&["person_id"], "memberships"),
    (&["birth_date", "death_date", "given_name", "family_name", "gender", "sort_name", "honorific_prefix"], "persons"),
    (&["attendees", "participants", "location"], "events"),
    (&["founding_date", "dissolution_date", "posts"], "organizations"),
    (&["label", "organization_id"], "posts"),
    (&["classification"], "organizations"),
];

/// What an array of objects without any sign holds.
const USUAL: &str = "persons";

/// The record that a lone array or a lone object stands for; `None` where the file is neither.
pub fn lone(root: Value<'_>) -> Option<Object<'_>> {
    let list = match root.shape() {
        Shape::Array => {
            let objects: Vec<Object<'_>> = root.array()?.into_iter().filter_map(Value::object).take(100).collect();
            let first = objects.first()?;
            objects.iter().find_map(list_of).or(first.has("name").then_some(USUAL))?
        }
        Shape::Object => {
            let object = root.object()?;
            let is_lone = object.has("id") && (object.has("name") || object.has("text") || object.has("label"));
            let is_record = super::heads::LISTS.iter().any(|(list, kind)| kind.is_some() && is_list(&object, list));
            (is_lone && !is_record).then(|| list_of(&object).unwrap_or(USUAL))?
        }
        _ => return None,
    };
    Some(Object { value: root, fields: vec![Field::new(list.into(), root, root)] })
}

fn list_of(object: &Object<'_>) -> Option<&'static str> {
    SIGNS.iter().find(|(keys, _)| keys.iter().any(|key| object.has(key))).map(|(_, list)| *list)
}

/// Whether an object has an array of a record, and not one that stands in a body or a motion as well.
fn is_list(object: &Object<'_>, list: &str) -> bool {
    !matches!(list, "posts" | "vote_events") && object.peek(list).is_some_and(|value| value.shape() == Shape::Array)
}
