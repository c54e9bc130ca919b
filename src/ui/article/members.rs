//! Who has a seat in a body, stands for it or for a place, sat in a term: by term, or by the bodies that they stand for.

use super::grouped::grouped;
use super::{Block, Role, Span, Writer};
use crate::data::model::Office;
use crate::data::{EntryId, Kind, Relation};
use crate::ui::office;

/// What ties a person to an entry through a membership.
pub(super) const SEATS: [Relation; 5] =
    [Relation::Office, Relation::OnBehalfOf, Relation::Holds, Relation::Represents, Relation::InTerm];

type Seat<'a> = (EntryId, &'a Office);

impl<'a> Writer<'a> {
    /// The members of an entry in groups, each with its count. `false`, and nothing said, where no seat is in a term or for
    /// another body: a plain list says as much.
    pub(super) fn members(&mut self, id: EntryId) -> bool {
        let seats = self.seats(id);
        if !seats.iter().any(|(_, office)| office.term.is_some() || office.on_behalf_of.is_some()) {
            return false;
        }
        let is_term = id.kind == Kind::Event;
        let group_of = |office: &Office| if is_term { office.on_behalf_of } else { office.term };
        let mut groups = grouped(seats.into_iter().map(|(person, office)| (group_of(office), (person, office))));
        // The latest term first, the largest body first, and those of none last.
        if is_term {
            groups.sort_by_key(|(group, seats)| (group.is_none(), std::cmp::Reverse(seats.len())));
        } else {
            let record = self.record;
            let start = |term: &Option<EntryId>| term.and_then(|term| record.events[term.place()].start);
            groups.sort_by_key(|(term, _)| (term.is_none(), std::cmp::Reverse(start(term))));
        }
        let words = self.words.parliament;
        let none = if is_term { words.no_body } else { words.no_term };
        for (group, seats) in groups {
            let name = group.map_or_else(|| none.to_owned(), |group| self.name(group));
            self.heading(&format!("{}  {name}  {}", words.members, count(&seats)));
            for (person, office) in seats {
                let mut spans = vec![Span { text: self.name(person), role: Role::ItemLink, link: Some(person) }];
                let aside = self.aside_of(id, office);
                spans.extend((!aside.is_empty()).then(|| Span::dim(&format!("  {aside}"))));
                self.blocks.push(Block::Item(spans));
            }
        }
        true
    }

    /// The memberships that name an entry, in the order of the people.
    fn seats(&self, id: EntryId) -> Vec<Seat<'a>> {
        let record = self.record;
        let links = record.links().to(id).iter().filter(|link| SEATS.contains(&link.relation));
        let mut people: Vec<EntryId> = links.map(|link| link.entry).collect();
        people.sort_unstable();
        people.dedup();
        let names = |office: &Office| {
            [office.organisation, office.on_behalf_of, office.post, office.place, office.term].contains(&Some(id))
        };
        let of = |person: EntryId| {
            let offices = record.people[person.place()].offices.iter().filter(|office| names(office));
            offices.map(move |office| (person, office))
        };
        people.into_iter().flat_map(of).collect()
    }

    /// What of a membership the page that it stands on does not say.
    fn aside_of(&self, page: EntryId, office: &Office) -> String {
        let role = (!office::is_plain(office, self.lang)).then(|| office::role(self.record, office, self.lang));
        let by = if page.kind == Kind::Event { None } else { office.on_behalf_of };
        let others = [by, office.place, office.organisation.filter(|_| office.term.is_none())];
        let others = others.into_iter().flatten().filter(|entry| *entry != page).map(|entry| self.name(entry));
        let dates = self.tenure(office.start, office.end);
        role.into_iter().chain(others).chain(dates).collect::<Vec<_>>().join(self.words.comma)
    }
}

/// How many people there are: one may have two seats.
fn count(seats: &[Seat<'_>]) -> usize {
    let mut people: Vec<EntryId> = seats.iter().map(|(person, _)| *person).collect();
    people.dedup();
    people.len()
}
