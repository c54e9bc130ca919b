//! What of a record can be found: every text that it holds, in the field where it stands.

use super::Field;
use super::readings::Readings;
use super::searchable::Searchable;
use crate::data::lang::Form;
use crate::data::model::{Document, Person};
use crate::data::{EntryId, Kind, Record, Tag, Text};

/// Every entry in the order of the record.
pub fn searchables(record: &Record) -> Vec<Searchable> {
    let readings = Readings::open();
    let searchable = |id| {
        let mut entry = searchable(record, id);
        entry.add_readings(&readings);
        entry
    };
    record.all_ids().map(searchable).collect()
}

fn searchable(record: &Record, id: EntryId) -> Searchable {
    let mut entry = Searchable::new(id);
    let said = record.entry(id);
    match id.kind {
        // A statement has no name: what was said stands in its place.
        Kind::Statement => add(&mut entry, Field::Body, [&said.name]),
        _ => add_name(&mut entry, &said.name),
    }
    match id.kind {
        Kind::Person => add_offices(&mut entry, record, &record.people[id.place()]),
        Kind::Project => add(&mut entry, Field::Body, &record.projects[id.place()].actions),
        Kind::Statement => add(&mut entry, Field::Body, &record.statements[id.place()].terms),
        Kind::Document => add_document(&mut entry, &record.documents[id.place()]),
        Kind::PolicyArea | Kind::Agreement | Kind::Organisation | Kind::Event | Kind::Place => {}
    }
    add(&mut entry, Field::Body, said.description.iter().chain(&said.note));
    entry
}

fn add_name(entry: &mut Searchable, name: &Text) {
    let (spellings, written): (Vec<&Form>, Vec<&Form>) =
        name.forms().partition(|form| matches!(form.tag, Tag::Pinyin | Tag::Jyutping));
    for (number, form) in written.into_iter().enumerate() {
        entry.add(if number == 0 { Field::Name } else { Field::Alias }, &form.text);
    }
    for form in spellings {
        entry.add_spelling(&form.text);
    }
}

/// Posts and their organisations are texts apart, so that a post is found whole.
fn add_offices(entry: &mut Searchable, record: &Record, person: &Person) {
    for office in &person.offices {
        add(entry, Field::Office, [&office.role]);
    }
    for organisation in person.offices.iter().filter_map(|office| office.organisation) {
        add(entry, Field::Office, [&record.entry(organisation).name]);
    }
    add(entry, Field::Body, person.offices.iter().filter_map(|office| office.note.as_ref()));
}

fn add_document(entry: &mut Searchable, document: &Document) {
    add(entry, Field::Body, &document.publisher);
    for fact in &document.facts {
        add(entry, Field::Body, std::iter::once(&fact.text).chain(&fact.note));
    }
}

/// All the forms of some texts.
fn add<'a>(entry: &mut Searchable, field: Field, texts: impl IntoIterator<Item = &'a Text>) {
    for form in texts.into_iter().flat_map(Text::forms) {
        entry.add(field, &form.text);
    }
}
