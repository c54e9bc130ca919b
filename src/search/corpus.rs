//! What of a record can be found: every text that it holds, in the field where it stands.

use super::Field;
use super::fold::{Folded, is_han};
use super::readings::{self, Readings, Tongue};
use crate::data::lang::Form;
use crate::data::model::{Document, Office, Person};
use crate::data::{EntryId, Kind, Record, Tag, Text};

/// The texts of an entry with their fields, in a fixed order.
pub fn texts<'a>(record: &'a Record, id: EntryId, readings: &Readings) -> Vec<(Field, &'a str)> {
    let mut texts = Vec::new();
    let said = record.entry(id);
    match id.kind {
        // A statement has no name: what was said stands in its place.
        Kind::Statement | Kind::Motion => add(&mut texts, Field::Body, [&said.name]),
        _ => add_name(&mut texts, &said.name, readings),
    }
    match id.kind {
        Kind::Person => add_offices(&mut texts, record, &record.people[id.place()]),
        Kind::Project => add(&mut texts, Field::Body, &record.projects[id.place()].actions),
        Kind::Statement => add(&mut texts, Field::Body, &record.statements[id.place()].terms),
        Kind::Document => add_document(&mut texts, &record.documents[id.place()]),
        Kind::Volume
        | Kind::PolicyArea
        | Kind::Agreement
        | Kind::Organisation
        | Kind::Post
        | Kind::Motion
        | Kind::VoteEvent
        | Kind::Event
        | Kind::Place => {}
    }
    add(&mut texts, Field::Body, said.description().into_iter().chain(said.note()));
    texts
}

/// The forms of a name. A spelling in pinyin or jyutping that the readings of a Chinese form give anyway is none of them:
/// what is typed so finds that form.
fn add_name<'a>(texts: &mut Vec<(Field, &'a str)>, name: &'a Text, readings: &Readings) {
    for form in name.forms() {
        let field = if texts.is_empty() { Field::Name } else { Field::Alias };
        if !is_told_by_readings(form, name, readings) {
            texts.push((field, &form.text));
        }
    }
}

fn is_told_by_readings(form: &Form, name: &Text, readings: &Readings) -> bool {
    let tongue = match form.tag {
        Tag::Pinyin => Tongue::Mandarin,
        Tag::Jyutping => Tongue::Cantonese,
        _ => return false,
    };
    let spelled = Folded::of(&form.text).text;
    let spelled: Vec<&str> =
        spelled.split([' ', '\'', '-']).map(|one| one.trim_end_matches(|c: char| c.is_ascii_digit())).collect();
    name.forms().any(|other| {
        let folded = Folded::of(&other.text).text;
        let han: Vec<char> = folded.chars().filter(|c| is_han(*c)).collect();
        let says = |(c, spelled): (&char, &&str)| {
            readings.of(readings::set(*c), tongue).any(|one| one.replace('v', "u") == spelled.replace('v', "u"))
        };
        han.len() == spelled.len() && han.iter().zip(&spelled).all(says)
    })
}

/// Posts and their organisations are texts apart, so that a post is found whole; and so is what is left of a post that
/// begins with the name of the body: 行政長官 of 香港特別行政區行政長官.
fn add_offices<'a>(texts: &mut Vec<(Field, &'a str)>, record: &'a Record, person: &'a Person) {
    for office in &person.offices {
        add(texts, Field::Office, &office.role);
        let body = office.organisation.map(|organisation| &record.entry(organisation).name);
        let bare = body
            .into_iter()
            .flat_map(|body| office.role.iter().flat_map(Text::forms).filter_map(|role| bare_post(role, body)));
        texts.extend(bare.map(|post| (Field::Office, post)));
    }
    let bodies =
        person.offices.iter().flat_map(|office| [office.organisation, office.on_behalf_of, office.place, office.post]);
    for organisation in bodies.flatten() {
        add(texts, Field::Office, [&record.entry(organisation).name]);
    }
    add(texts, Field::Body, person.offices.iter().filter_map(Office::note));
}

/// What follows in a post after two Chinese characters or more of the name of its body.
fn bare_post<'a>(role: &'a Form, body: &Text) -> Option<&'a str> {
    let body = body.forms().find(|form| form.tag == role.tag)?;
    let same = role.text.chars().zip(body.text.chars()).take_while(|(one, other)| one == other && is_han(*one));
    let (shared, bytes) = same.fold((0, 0), |(count, bytes), (c, _)| (count + 1, bytes + c.len_utf8()));
    role.text.get(bytes..).filter(|rest| shared > 1 && rest.chars().count() > 1)
}

fn add_document<'a>(texts: &mut Vec<(Field, &'a str)>, document: &'a Document) {
    add(texts, Field::Body, &document.publisher);
    for fact in &document.facts {
        add(texts, Field::Body, std::iter::once(&fact.text).chain(&fact.note));
    }
}

/// All the forms of some texts.
fn add<'a>(to: &mut Vec<(Field, &'a str)>, field: Field, texts: impl IntoIterator<Item = &'a Text>) {
    to.extend(texts.into_iter().flat_map(Text::forms).map(|form| (field, form.text.as_str())));
}
