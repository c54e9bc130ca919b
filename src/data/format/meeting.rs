//! The objects that Popolo has no class for: what a meeting of two governments agrees on, and the documents behind it.

use super::shared::{CERTAINTY, EVENTS, FORMS, HEAD, ORGANIZATIONS, PERSONS, PHRASES, TAIL, TEXTS};
use super::{Class, Holds, field, needed};

use Holds::{Address, Choice, Code, Count, Date, Objects, Ordinal, Reference, References, Sources, Tag, Text};

const POLICY_AREAS: Holds = References(&["policy_areas"]);

pub static POLICY_AREA: Class = Class {
    name: "policy_area",
    says: "an area of co-operation",
    groups: &[
        HEAD,
        &[
            field("identifier", Ordinal, "its number in the list of the source"),
            field("project_count", Count, "how many projects it has, where a source says it"),
            field("event_id", EVENTS, "the meeting that agreed on it"),
        ],
        TAIL,
    ],
};

pub static PROJECT: Class = Class {
    name: "project",
    says: "a project that was agreed on",
    groups: &[
        HEAD,
        &[
            field("policy_area_ids", POLICY_AREAS, "the areas that it belongs to"),
            field("actions", PHRASES, "the steps that the source names"),
            field("organization_ids", References(&["organizations"]), "bodies that it names"),
            field("area_ids", References(&["areas"]), "places that it names"),
            field("event_id", EVENTS, "the meeting that agreed on it"),
        ],
        TAIL,
    ],
};

pub static AGREEMENT: Class = Class {
    name: "agreement",
    says: "a document that was signed",
    groups: &[
        HEAD,
        &[
            field(
                "classification",
                Code(&["arrangement", "memorandum", "letter-of-intent", "agreement"]),
                "what kind of document it is",
            ),
            field("date_signed", Date, "when it was signed"),
            field("parties", Objects(&PARTY), "the bodies that it binds"),
            field("signatories", Objects(&SIGNATORY), "who signed it"),
            field("witnesses", Objects(&WITNESS), "who witnessed the signing"),
            field("policy_area_ids", POLICY_AREAS, "the areas that it is about"),
            field("event_id", EVENTS, "the event at which it was signed"),
        ],
        TAIL,
    ],
};

pub static PARTY: Class = Class {
    name: "party",
    says: "a body that an agreement binds",
    groups: &[&[needed("organization_id", ORGANIZATIONS, "which body")]],
};

pub static SIGNATORY: Class = Class {
    name: "signatory",
    says: "a person who signed",
    groups: &[&[needed("person_id", PERSONS, "who"), field("on_behalf_of_id", ORGANIZATIONS, "for which body")]],
};

pub static WITNESS: Class = Class {
    name: "witness",
    says: "a person who witnessed a signing",
    groups: &[&[needed("person_id", PERSONS, "who")]],
};

pub static PARTICIPANT: Class = Class {
    name: "participant",
    says: "a person or a body that took part in an event",
    groups: &[&[
        field("entity_type", Choice(&["person", "organization"]), "which of the two it is; without it, either"),
        needed("entity_id", Reference(&["persons", "organizations"]), "who"),
        field(
            "role",
            Code(&[
                "lead",
                "delegate",
                "attendee",
                "speaker",
                "signatory",
                "witness",
                "host",
                "guest",
                "organiser",
                "author",
                "recipient",
                "interviewee",
                "reporter",
            ]),
            "as what",
        ),
    ]],
};

pub static DOCUMENT: Class = Class {
    name: "document",
    says: "a published text: a page, a press release, a report",
    groups: &[
        HEAD,
        &[
            field(
                "classification",
                Code(&[
                    "newspaper-page",
                    "press-release",
                    "report",
                    "opinion",
                    "post",
                    "encyclopedia",
                    "side-article",
                    "pointer",
                ]),
                "what kind of text it is",
            ),
            field("publisher", Text, "who published it"),
            field("other_publishers", FORMS, "the publisher in other languages"),
            field("issued", Date, "when it was published"),
            field("language", Tag, "the language that it is in"),
            field("url", Address, "its address in the web"),
            field("parent_id", Reference(&["documents"]), "the document that it is part of"),
            field("creators", Objects(&CREATOR), "who wrote it"),
            field("facts", Objects(&FACT), "what it tells that no other entry holds"),
            field("person_ids", References(&["persons"]), "people whom it is about"),
            field("organization_ids", References(&["organizations"]), "bodies that it is about"),
            field("area_ids", References(&["areas"]), "places that it is about"),
        ],
        TAIL,
    ],
};

pub static CREATOR: Class =
    Class { name: "creator", says: "who wrote a document", groups: &[&[needed("person_id", PERSONS, "who")]] };

pub static FACT: Class = Class {
    name: "fact",
    says: "what a document tells that no other entry holds",
    groups: &[&[
        needed("text", Text, "what it tells"),
        field("other_texts", TEXTS, "the same in other languages"),
        field("certainty", CERTAINTY, "how sure the record is of it"),
        field("note", Text, "what a reader should know of it"),
        field("other_notes", TEXTS, "the same in other languages"),
        field("sources", Sources, "where it is said"),
    ]],
};
