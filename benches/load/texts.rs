//! The bytes of text that a record holds: what could not be kept in fewer, whatever a record is made of.

use zhegang::data::model::{Detail, Entry, Office, Source};
use zhegang::data::{Record, Text};

pub fn bytes(record: &Record) -> usize {
    let entries: usize = record.all_ids().map(|id| of_entry(record.entry(id))).sum();
    let offices: usize = record.people.iter().flat_map(|person| &person.offices).map(of_office).sum();
    entries + offices
}

fn of_entry(entry: &Entry) -> usize {
    let words = [entry.description(), entry.note(), Some(&entry.name)].into_iter().flatten();
    let details = entry.details.iter().chain(entry.contacts());
    entry.key.len()
        + words.map(of_text).sum::<usize>()
        + details.map(of_detail).sum::<usize>()
        + entry.sources.iter().map(of_source).sum::<usize>()
}

fn of_office(office: &Office) -> usize {
    let words = office.role.iter().chain(office.note());
    words.map(of_text).sum::<usize>()
        + office.details().iter().map(of_detail).sum::<usize>()
        + office.sources.iter().map(of_source).sum::<usize>()
}

fn of_text(text: &Text) -> usize {
    text.forms().map(|form| form.text.len() + form.note().map_or(0, str::len)).sum()
}

fn of_detail(detail: &Detail) -> usize {
    detail.key.len() + detail.value.len() + detail.note.as_ref().map_or(0, |note| note.len())
}

fn of_source(source: &Source) -> usize {
    source.url.as_deref().map_or(0, str::len) + source.note().map_or(0, of_text)
}
