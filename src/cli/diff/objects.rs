//! What changed as JSON, an object a line.

use serde_json::{Value, json};

use crate::data::{EntryId, Record};
use crate::ui::diff::Sides;
use crate::ui::diff::compare::{Change, Difference, FieldChange, Shared};
use crate::ui::diff::told::file_key;
use crate::ui::json::{code, says_something};

pub(super) fn of(sides: &Sides<'_>, differences: &[Difference]) -> String {
    differences.iter().map(|difference| object(sides, difference).to_string() + "\n").collect()
}

pub(super) fn object(sides: &Sides<'_>, difference: &Difference) -> Value {
    let entry = |change: &str, record: &Record, id: EntryId| {
        let entry = record.entry(id);
        let name = entry.name.shown(sides.lang);
        json!({"change": change, "kind": code(id.kind), "id": entry.key, "name": name})
    };
    let altered = |change: &str, old: EntryId, new: EntryId, fields: &[FieldChange]| {
        let mut object = entry(change, sides.new, new);
        let name = sides.old.entry(old).name.shown(sides.lang);
        if object["name"] != *name {
            object["old_name"] = json!(name);
        }
        object["fields"] = fields.iter().map(|change| field(difference, change)).collect();
        object
    };
    match difference {
        Difference::OfFile(fields) => {
            let fields: Value = fields.iter().map(|change| field(difference, change)).collect();
            json!({"change": "changed", "kind": "meta", "fields": fields})
        }
        Difference::Added(id) => entry("added", sides.new, *id),
        Difference::Removed(id) => entry("removed", sides.old, *id),
        Difference::Renamed(old, new, fields) => altered("renamed", *old, *new, fields),
        Difference::Changed(old, new, fields) => altered("changed", *old, *new, fields),
        Difference::PerhapsSame(old, new, shared) => {
            let mut object = altered("perhaps-same", *old, *new, &[]);
            object["old_id"] = json!(sides.old.entry(*old).key);
            object["shared"] = match shared {
                Shared::Identifier { scheme, value } => json!({"scheme": scheme, "identifier": value}),
                Shared::Name(name) => json!({"name": name}),
            };
            without_nothing(object)
        }
    }
}

fn field(of: &Difference, FieldChange { key, change }: &FieldChange) -> Value {
    let field = file_key(of.kind(), key);
    let pair = |[old, new]: &[Value; 2]| without_nothing(json!({"old": old, "new": new}));
    without_nothing(match change {
        Change::Value([old, new]) => json!({"field": field, "old": old, "new": new}),
        Change::Items(items) if items.is_order() => json!({"field": field, "reordered": true}),
        Change::Items(items) => {
            let changed: Value = items.changed.iter().map(pair).collect();
            json!({"field": field, "added": items.added, "removed": items.removed, "changed": changed})
        }
        Change::Hidden => json!({"field": field, "hidden": true}),
    })
}

fn without_nothing(mut object: Value) -> Value {
    if let Value::Object(fields) = &mut object {
        fields.retain(|_, value| says_something(value));
    }
    object
}
