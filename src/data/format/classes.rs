//! The objects of Popolo, with the keys that are read of them.

use super::meeting::{
    AGREEMENT, CREATOR, DOCUMENT, FACT, PARTICIPANT, PARTY, POLICY_AREA, PROJECT, SIGNATORY, WITNESS,
};
use super::shared::{
    AREAS, CONTACT_DETAIL, CONTACTS, EVENTS, FORMS, HEAD, ID, IDENTIFIER, LINK, NAME_FORM, ORGANIZATIONS, PERSONS,
    PHRASE, PHRASES, SOURCE, TAIL, TEXT_FORM, TEXTS,
};
use super::votes::{COUNT, MOTION, VOTE, VOTE_EVENT};
use super::{Class, Field, Holds, either, field, needed};

use Holds::{
    Address, Choice, Code, Count, Date, Id, Object, Objects, Reference, References, Sources, Tag, Text, Version,
};

/// All classes, in the order of the document.
pub const CLASSES: &[&Class] = &[
    &RECORD,
    &META,
    &STATED_COUNTS,
    &POLICY_AREA,
    &PROJECT,
    &AGREEMENT,
    &PARTY,
    &SIGNATORY,
    &WITNESS,
    &PERSON,
    &MEMBERSHIP,
    &MEMBERSHIP_OF_PERSON,
    &ORGANIZATION,
    &POST,
    &SPEECH,
    &MOTION,
    &VOTE_EVENT,
    &COUNT,
    &VOTE,
    &EVENT,
    &PARTICIPANT,
    &ATTENDEE,
    &AREA,
    &AREA_WITHIN,
    &DOCUMENT,
    &CREATOR,
    &FACT,
    &SOURCE,
    &NAME_FORM,
    &PHRASE,
    &TEXT_FORM,
    &IDENTIFIER,
    &LINK,
    &CONTACT_DETAIL,
];

pub static RECORD: Class = Class {
    name: "record",
    says: "a record: the whole file",
    groups: &[&[
        field("$schema", Text, "where an editor finds the JSON Schema"),
        field("meta", Object(&META), "what the file says of itself"),
        field("policy_areas", Objects(&POLICY_AREA), "areas of co-operation, in the order of their list"),
        field("projects", Objects(&PROJECT), "projects"),
        field("agreements", Objects(&AGREEMENT), "documents that were signed"),
        field("persons", Objects(&PERSON), "people"),
        field("memberships", Objects(&MEMBERSHIP), "the offices and seats that people hold"),
        field("organizations", Objects(&ORGANIZATION), "bodies"),
        field("posts", Objects(&POST), "posts that are there whoever holds them"),
        field("speeches", Objects(&SPEECH), "what was said"),
        field("motions", Objects(&MOTION), "what was moved"),
        field("vote_events", Objects(&VOTE_EVENT), "votes that were held"),
        field("events", Objects(&EVENT), "meetings, journeys, elections, terms"),
        field("areas", Objects(&AREA), "places; never areas of policy"),
        field("documents", Objects(&DOCUMENT), "published texts, to which sources lead"),
    ]],
};

pub static META: Class = Class {
    name: "meta",
    says: "what a file says of itself",
    groups: &[&[
        field("format", Choice(&[super::NAME]), "the name of this format"),
        field("format_version", Version, "the version of this format; without it a file is plain Popolo"),
        field("title", Text, "the title of the record"),
        field("other_titles", FORMS, "the title in other languages"),
        field("language", Tag, "the language of texts that do not say theirs"),
        field("license", Text, "under which licence the data may be used: an SPDX name, an address, or words"),
        field("licence", Text, "the same, as some spell it"),
        field("event_id", EVENTS, "the meeting that the record is about"),
        field(
            "main_document_id",
            Reference(&["documents"]),
            "the document that the record follows; what does not cite it is context",
        ),
        field(
            "stated_counts",
            Object(&STATED_COUNTS),
            "how many there are by the sources' own word, which may be more than the record has",
        ),
        field("note", Text, "what a reader should know of the record"),
        field("other_notes", TEXTS, "the same in other languages"),
        field("sources", Sources, "where the record comes from"),
    ]],
};

static STATED_COUNTS: Class = Class {
    name: "stated_counts",
    says: "how many there are by the sources' own word",
    groups: &[&[
        field("policy_areas", Count, "areas of co-operation"),
        field("projects", Count, "projects"),
        field("agreements", Count, "documents signed"),
    ]],
};

static PERSON: Class = Class {
    name: "person",
    says: "a person",
    groups: &[
        HEAD,
        &[
            field("family_name", Text, "family name; a name is never put together from its parts"),
            field("given_name", Text, "given name"),
            field("additional_name", Text, "further names"),
            field("honorific_prefix", Text, "what stands before the name"),
            field("honorific_suffix", Text, "what stands behind the name"),
            field("patronymic_name", Text, "name after the father"),
            field("sort_name", Text, "the name as lists are ordered by it"),
            field("gender", Code(&["female", "male"]), "gender, as the source has it"),
            field("birth_date", Date, "date of birth"),
            field("death_date", Date, "date of death"),
            field("national_identity", Text, "national identity"),
            field("summary", Text, "one line about the person"),
            field("biography", Text, "more than one line about the person"),
            field("image", Address, "the address of a picture; the picture is not shown"),
            field("images", Objects(&LINK), "the addresses of pictures; the pictures are not shown"),
        ],
        CONTACTS,
        &[field("memberships", Objects(&MEMBERSHIP_OF_PERSON), "memberships that stand in their person")],
        TAIL,
    ],
};

static MEMBERSHIP: Class = Class {
    name: "membership",
    says: "an office or a seat that a person holds",
    groups: &[&[MEMBERSHIP_ID, needed("person_id", PERSONS, "who")], OFFICE, CONTACTS, TAIL],
};

static MEMBERSHIP_OF_PERSON: Class = Class {
    name: "membership_of_person",
    says: "an office or a seat of the person in whom it stands",
    groups: &[
        &[MEMBERSHIP_ID, field("person_id", PERSONS, "who, which is plain from where it stands")],
        OFFICE,
        CONTACTS,
        TAIL,
    ],
};

const MEMBERSHIP_ID: Field = field("id", Id, "an id of its own; nothing refers to it");

const OFFICE: &[Field] = &[
    field("organization_id", ORGANIZATIONS, "in which body"),
    field("on_behalf_of_id", ORGANIZATIONS, "in whose name, such as a party's"),
    field("post_id", Reference(&["posts"]), "in which post"),
    field("role", Text, "the office in words"),
    field("other_roles", FORMS, "the office in other languages"),
    field("label", Text, "the office in words, where there is no role"),
    field("other_labels", FORMS, "the label in other languages"),
    field("area_id", AREAS, "for which place, such as a constituency"),
    field("area", Object(&AREA_WITHIN), "the place itself, where it stands in the membership"),
    field("legislative_period_id", EVENTS, "in which term of the body"),
    field("start_date", Date, "since when"),
    field("end_date", Date, "until when"),
];

static ORGANIZATION: Class = Class {
    name: "organization",
    says: "a body",
    groups: &[
        HEAD,
        &[
            field(
                "classification",
                Code(&[
                    "government",
                    "department",
                    "party",
                    "legislature",
                    "chamber",
                    "committee",
                    "central",
                    "statutory-body",
                    "mass-organisation",
                    "company",
                    "press",
                    "community",
                ]),
                "what kind of body it is",
            ),
            field("parent_id", ORGANIZATIONS, "the body that it is part of"),
            field("area_id", AREAS, "the place that it is for"),
            field("area", Object(&AREA_WITHIN), "the place itself, where it stands in the body"),
            field("founding_date", Date, "when it was founded"),
            field("dissolution_date", Date, "when it was dissolved"),
            field("seats", Count, "how many seats it has"),
            field("type", Text, "a finer kind, in EveryPolitician's files"),
            field("summary", Text, "one line about it"),
            field("image", Address, "the address of a picture; the picture is not shown"),
        ],
        CONTACTS,
        &[
            field("posts", Objects(&POST), "posts that stand in their body"),
            field("memberships", Objects(&MEMBERSHIP), "memberships that stand in their body"),
        ],
        TAIL,
    ],
};

static POST: Class = Class {
    name: "post",
    says: "a post that is there whoever holds it",
    groups: &[
        &[
            needed("id", Id, ID),
            either("label", Text, "the name of the post"),
            field("other_labels", FORMS, "the name in other languages and forms"),
            field("other_label", Text, "another name of the post, in Popolo"),
            either("role", Text, "what its holder does"),
            field("other_roles", FORMS, "the role in other languages"),
            field("organization_id", ORGANIZATIONS, "in which body"),
            field("area_id", AREAS, "for which place"),
            field("area", Object(&AREA_WITHIN), "the place itself, where it stands in the post"),
            field("start_date", Date, "since when there is the post"),
            field("end_date", Date, "until when there was the post"),
        ],
        CONTACTS,
        TAIL,
    ],
};

static SPEECH: Class = Class {
    name: "speech",
    says: "what somebody said",
    groups: &[
        &[
            needed("id", Id, ID),
            needed("text", Text, "what was said"),
            field("other_texts", TEXTS, "the same in other languages"),
            field("creator_id", PERSONS, "who said it"),
            field("attribution_text", Text, "who said it, in words"),
            field("role", Text, "as what they said it"),
            field("audience", Text, "to whom"),
            field("title", Text, "the title of the speech"),
            field("type", Code(&["speech", "question", "answer", "scene", "narrative"]), "what kind of speech it is"),
            field("position", Count, "its place in the order of speeches"),
            field("date", Date, "when it was said"),
            field("event_id", EVENTS, "where it was said"),
            field("about_event_id", EVENTS, "another event that it is about"),
            field(
                "quotation",
                Choice(&["reported", "quoted-in-part", "direct"]),
                "how near the text is to the words that were spoken; without it, reported",
            ),
            field("terms", PHRASES, "coined terms that the speaker used"),
        ],
        TAIL,
    ],
};

static EVENT: Class = Class {
    name: "event",
    says: "a meeting, a journey, an election, a term",
    groups: &[
        HEAD,
        &[
            field(
                "classification",
                Code(&[
                    "meeting",
                    "signing",
                    "travel",
                    "visit",
                    "statement",
                    "forum",
                    "planned",
                    "context",
                    "background",
                    "side-article",
                    "legislative period",
                    "general election",
                ]),
                "what kind of event it is",
            ),
            field(
                "status",
                Code(&["confirmed", "tentative", "cancelled", "postponed", "rescheduled"]),
                "whether it took place",
            ),
            field("start_date", Date, "when it began"),
            field("end_date", Date, "when it ended"),
            field("time_of_day", Code(&["morning", "after-the-meeting", "afternoon", "evening"]), "when on that day"),
            field("location", Text, "where, in words"),
            field("area_ids", References(&["areas"]), "where: places"),
            field("area_id", AREAS, "where: one place"),
            field("area", Object(&AREA_WITHIN), "the place itself, where it stands in the event"),
            field("organization_id", ORGANIZATIONS, "whose event it is"),
            field("participants", Objects(&PARTICIPANT), "who took part"),
            field("attendees", Objects(&ATTENDEE), "people who took part"),
            field("parent_id", EVENTS, "the event that it is part of"),
        ],
        TAIL,
    ],
};

static ATTENDEE: Class = Class {
    name: "attendee",
    says: "a person who took part",
    groups: &[&[needed("id", PERSONS, "who"), field("name", Text, "who, in words")]],
};

static AREA: Class = Class { name: "area", says: "a place", groups: &[HEAD, PLACE, TAIL] };

static AREA_WITHIN: Class = Class {
    name: "area_within",
    says: "a place that stands where its id could; with an id of its own it becomes an entry, as those in areas",
    groups: &[
        &[
            field("id", Id, ID),
            needed("name", Text, "the name"),
            field("other_names", FORMS, "the name in other languages and forms"),
        ],
        PLACE,
        TAIL,
    ],
};

const PLACE: &[Field] = &[
    field("identifier", Text, "its code in a register of places"),
    field(
        "classification",
        Code(&["country", "region", "province", "city", "constituency", "area", "road", "channel", "venue"]),
        "what kind of place it is",
    ),
    field("type", Text, "its classification, in EveryPolitician's files"),
    field("parent_id", AREAS, "the place that it lies in"),
];
