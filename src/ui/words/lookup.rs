//! Words by what they are for: a kind, a page, a tie, a code of the record.

use super::{Codes, Words, en, zh_hans, zh_hant};
use crate::data::model::{Certainty, Meta};
use crate::data::{EntryId, Kind, Lang, Record, Relation};
use crate::ui::copy::What;
use crate::ui::page::Page;
use crate::ui::ties::Tie;

impl Words {
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::ZhHant => &zh_hant::WORDS,
            Lang::ZhHans => &zh_hans::WORDS,
            Lang::En => &en::WORDS,
        }
    }

    /// What an entry is: an event of a record without a meeting is no part of a journey.
    pub fn kind_of(&self, record: &Record, id: EntryId) -> &'static str {
        self.one(id.kind, record.meta_of(id))
    }

    /// What any entry of a kind is, by what a record says about itself.
    pub const fn one(&self, kind: Kind, meta: &Meta) -> &'static str {
        if matches!(kind, Kind::Event) && meta.event.is_none() { self.parliament.event } else { self.kind(kind) }
    }

    pub const fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Volume => self.library.record,
            Kind::PolicyArea => self.policy_area,
            Kind::Project => self.project,
            Kind::Agreement => self.agreement,
            Kind::Person => self.person,
            Kind::Organisation => self.organisation,
            Kind::Post => self.parliament.post,
            Kind::Statement => self.statement,
            Kind::Motion => self.parliament.motion,
            Kind::VoteEvent => self.parliament.vote_event,
            Kind::Event => self.event,
            Kind::Place => self.place,
            Kind::Document => self.document,
        }
    }

    /// The name of a list of entries of a kind.
    pub const fn kinds(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Volume => self.library.records,
            Kind::PolicyArea => self.policy_areas,
            Kind::Project => self.projects,
            Kind::Agreement => self.agreements,
            Kind::Person => self.people,
            Kind::Organisation => self.organisations,
            Kind::Post => self.parliament.posts,
            Kind::Statement => self.statements,
            Kind::Motion => self.parliament.motions,
            Kind::VoteEvent => self.parliament.vote_events,
            Kind::Event => self.journey,
            Kind::Place => self.places,
            Kind::Document => self.documents,
        }
    }

    /// The name of a record's list of entries of a kind: events without a meeting are no journey.
    pub const fn kinds_of(&self, record: &Record, kind: Kind) -> &'static str {
        let is_journey = record.meta.event.is_some();
        if matches!(kind, Kind::Event) && !is_journey { self.parliament.events } else { self.kinds(kind) }
    }

    pub const fn page(&self, page: Page) -> &'static str {
        match page {
            Page::Entry => self.reader,
            Page::Timeline => self.timeline,
            Page::Relations => self.relations,
            Page::Sources => self.sources,
            Page::Figures => self.figures,
            Page::Faults => self.faults_page.title,
            Page::Changes => self.changes.title,
            Page::Compare(_) => self.compare.title,
        }
    }

    pub const fn what(&self, what: What) -> &'static str {
        self.copies[what as usize]
    }

    pub const fn certainty(&self, certainty: Certainty) -> &'static str {
        self.certainties[certainty as usize]
    }

    /// The heading over the entries of a kind that name the entry of an article by a relation.
    pub const fn backlink(&self, relation: Relation, kind: Kind) -> &'static str {
        match (relation, kind) {
            (Relation::InArea, Kind::Project) => self.projects_in,
            (Relation::InArea, _) => self.agreements_in,
            (Relation::Party, _) => self.party_to,
            (Relation::Signatory, _) => self.signed,
            (Relation::SignedFor, _) => self.signed_for,
            (Relation::Witness, _) => self.witnessed,
            (Relation::Office, _) => self.holders,
            (Relation::Participant, _) => self.took_part,
            (Relation::Speaker, _) => self.said,
            (Relation::At, Kind::Statement) => self.said_here,
            (Relation::At, Kind::Agreement) => self.held_here,
            (Relation::About, _) => self.said_about,
            (Relation::PartOf, _) => self.parts,
            (Relation::Author, _) => self.wrote,
            (Relation::Mentions, _) => self.mentioned_in,
            (Relation::OnBehalfOf | Relation::Holds | Relation::Represents | Relation::InTerm, _) => {
                self.parliament.members
            }
            (Relation::Mover, _) => self.parliament.moved,
            (Relation::Voter, _) => self.parliament.voted,
            (Relation::At | Relation::In | Relation::Source | Relation::OnMotion | Relation::OfBody, kind) => {
                self.kinds(kind)
            }
        }
    }

    /// What ties an entry of a kind to others, as a heading over them.
    pub const fn tie(&self, of: Kind, tie: Tie) -> &'static str {
        match tie {
            Tie::Names(Relation::At) if !matches!(of, Kind::Statement) => self.event,
            Tie::Names(relation) => self.names(relation),
            Tie::NamedBy(relation, kind) => self.backlink(relation, kind),
            Tie::SpokeAt => self.spoke_at,
            Tie::Spoken => self.spoken,
            Tie::PlaceOfEvent => self.places_of_events,
            Tie::PersonOfEvent => self.persons_of_events,
        }
    }

    /// What an entry names by a relation.
    const fn names(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::InArea => self.policy_area,
            Relation::Party => self.parties,
            Relation::Signatory => self.signatories,
            Relation::SignedFor => self.represented,
            Relation::Witness => self.witnesses,
            Relation::Office => self.holds_office,
            Relation::OnBehalfOf => self.parliament.stands_for,
            Relation::Holds => self.parliament.post,
            Relation::Represents => self.parliament.represents,
            Relation::InTerm => self.parliament.term,
            Relation::Mover => self.parliament.mover,
            Relation::Voter => self.parliament.voters,
            Relation::OnMotion => self.parliament.motion,
            Relation::OfBody => self.organisation,
            Relation::Participant => self.participants,
            Relation::Speaker => self.speaker,
            Relation::At => self.said_at,
            Relation::About => self.about,
            Relation::In => self.place,
            Relation::PartOf => self.part_of,
            Relation::Author => self.authors,
            Relation::Mentions => self.mentions,
            Relation::Source => self.sources,
        }
    }

    /// How many faults a file has, and how many entries were left out for them.
    pub fn faults_told(&self, count: usize, skipped: usize) -> String {
        self.faults.replacen("{}", &count.to_string(), 1).replacen("{}", &skipped.to_string(), 1)
    }

    /// A text as it stands inside quotation marks, which has marks of the second order.
    pub fn inside_quotes(&self, text: &str) -> String {
        let [opening, closing] = self.inner_quotes;
        let text = text.replace(['「', '“'], opening).replace(['」', '”'], closing);
        // Straight marks open as well as close.
        if self.cited.starts_with('"') { text.replace('"', opening) } else { text }
    }

    pub fn class<'a>(&self, code: &'a str) -> &'a str {
        word(self.classes, word(self.parliament.classes, code))
    }

    pub fn role<'a>(&self, code: &'a str) -> &'a str {
        word(self.roles, word(self.parliament.roles, code))
    }

    pub fn field<'a>(&self, code: &'a str) -> &'a str {
        word(self.fields, word(self.parliament.keys, code))
    }

    /// A value of a key that the program does not ask about.
    pub fn value<'a>(&self, code: &'a str) -> &'a str {
        word(self.parliament.values, code)
    }

    /// Whether a motion passed.
    pub fn result<'a>(&self, code: &'a str) -> &'a str {
        word(self.parliament.results, code)
    }

    /// What somebody voted.
    pub fn vote_option<'a>(&self, code: &'a str) -> &'a str {
        word(self.parliament.options, code)
    }

    pub fn time_of_day<'a>(&self, code: &'a str) -> &'a str {
        word(self.times, code)
    }

    pub fn status_word<'a>(&self, code: &'a str) -> &'a str {
        word(self.statuses, code)
    }

    /// How a form of a name came about.
    pub fn form_note<'a>(&self, code: &'a str) -> &'a str {
        word(self.form_notes, code)
    }

    pub fn language_name<'a>(&self, code: &'a str) -> &'a str {
        word(self.languages, code)
    }
}

/// The word for a code; a code that nobody knows is its own word.
pub(super) fn word(codes: Codes, code: &str) -> &str {
    codes.iter().find(|(known, _)| *known == code).map_or(code, |(_, word)| word)
}
