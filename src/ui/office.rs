//! A membership in words: the office, or, of a seat like all the others, whom it is for.

use super::words::Words;
use crate::data::model::{Office, Person};
use crate::data::{EntryId, Lang, Record};

/// What a file calls a seat that is like all the others.
const PLAIN: [&str; 2] = ["member", "representative"];

/// The office by which a person is known: of those in terms the latest, else the first.
pub fn known_by<'a>(record: &Record, person: &'a Person) -> Option<&'a Office> {
    let is_dated = |office: &Office| office.term.is_some() || office.start.is_some();
    if !person.offices.iter().any(is_dated) {
        return person.offices.first();
    }
    let begin = |office: &Office| {
        let term = office.term.and_then(|term| record.events[term.place()].start);
        (term.max(office.start), office.start)
    };
    // Of those that begin together the first.
    person.offices.iter().rev().max_by_key(|office| begin(office))
}

/// The name of an office; a word for it where the file has none, or has a code.
pub fn role(record: &Record, office: &Office, lang: Lang) -> String {
    let words = Words::of(lang);
    match (&office.role, office.post) {
        (Some(role), Some(post)) if is_plain_role(role.shown(lang)) => record.entry(post).name.shown(lang).to_owned(),
        (Some(role), _) => words.role(role.shown(lang)).to_owned(),
        (None, Some(post)) => record.entry(post).name.shown(lang).to_owned(),
        (None, None) => words.parliament.member.to_owned(),
    }
}

/// An office in a few words: its name, or, of a seat like all the others, the body and the place that it is for.
pub fn told(record: &Record, office: &Office, lang: Lang) -> String {
    let name = |id: EntryId| record.entry(id).name.shown(lang).to_owned();
    let is_plain = is_plain(office, lang);
    let wider: Vec<String> = office.on_behalf_of.into_iter().chain(office.place).map(name).collect();
    if is_plain && !wider.is_empty() { wider.join(Words::of(lang).comma) } else { role(record, office, lang) }
}

/// Whether an office is a seat like all the others.
pub fn is_plain(office: &Office, lang: Lang) -> bool {
    office.role.as_ref().is_none_or(|role| is_plain_role(role.shown(lang))) && office.post.is_none()
}

fn is_plain_role(role: &str) -> bool {
    PLAIN.iter().any(|plain| role.eq_ignore_ascii_case(plain))
}
