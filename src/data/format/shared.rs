//! What objects of many classes have in common: names, texts, sources, and where to find and reach them.

use super::{Class, Field, Holds, field, needed};

use Holds::{Address, Choice, Code, Date, Id, Objects, Reference, Tag, Text, Texts};

pub const PERSONS: Holds = Reference(&["persons"]);
pub const ORGANIZATIONS: Holds = Reference(&["organizations"]);
pub const EVENTS: Holds = Reference(&["events"]);
pub const AREAS: Holds = Reference(&["areas"]);

pub const FORMS: Holds = Objects(&NAME_FORM);
pub const TEXTS: Holds = Objects(&TEXT_FORM);

const CERTAINTY: Holds = Choice(&["certain", "reported", "inferred"]);

/// What every entry begins with.
pub const HEAD: &[Field] = &[
    needed("id", Id, "what other objects call it by; unique in the file, never shown as a name"),
    needed("name", Text, "the name"),
    field("other_names", FORMS, "the name in other languages and forms"),
];

/// What every entry may end with.
pub const TAIL: &[Field] = &[
    field("description", Text, "what it is"),
    field("other_descriptions", TEXTS, "the same in other languages"),
    field("identifiers", Objects(&IDENTIFIER), "what other registers call it"),
    field("links", Objects(&LINK), "pages about it"),
    field("certainty", CERTAINTY, "how sure the record is of it"),
    field("inferred", Texts, "the keys whose values no source states"),
    field("note", Text, "what a reader should know of it"),
    field("other_notes", TEXTS, "the same in other languages"),
    field("sources", Objects(&SOURCE), "where it is said"),
    field("created_at", Date, "when the object was made"),
    field("updated_at", Date, "when the object was last changed"),
];

pub const CONTACTS: &[Field] = &[
    field("email", Text, "an address for mail; shown only when it is asked for"),
    field("contact_details", Objects(&CONTACT_DETAIL), "ways to get in touch; shown only when they are asked for"),
];

pub static SOURCE: Class = Class {
    name: "source",
    says: "where something is said; a string is one with nothing but an address",
    groups: &[&[
        field("url", Address, "the document, or an address of the web"),
        field("fields", Texts, "the keys that it backs; without them, all"),
        field("note", Text, "where in it, or which part of it"),
        field("other_notes", TEXTS, "the same in other languages"),
    ]],
};

pub static NAME_FORM: Class = Class {
    name: "name_form",
    says: "a name in another language or form",
    groups: &[&[
        field("lang", Tag, "its language"),
        needed("name", Text, "the name"),
        field("other_names", Objects(&NAME_FORM), "the name in other languages, where the object stands for itself"),
        field("note", Text, "how the form came about"),
        field("family_name", Text, "family name in this form"),
        field("given_name", Text, "given name in this form"),
        field("start_date", Date, "since when it is used"),
        field("end_date", Date, "until when it was used"),
    ]],
};

pub static TEXT_FORM: Class = Class {
    name: "text_form",
    says: "a text in another language",
    groups: &[&[
        field("lang", Tag, "its language"),
        needed("text", Text, "the text"),
        field("note", Text, "how the form came about"),
    ]],
};

pub static IDENTIFIER: Class = Class {
    name: "identifier",
    says: "what a register calls the object",
    groups: &[&[field("scheme", Text, "the register"), needed("identifier", Text, "the name or number there")]],
};

pub static LINK: Class = Class {
    name: "link",
    says: "a page about the object",
    groups: &[&[needed("url", Address, "its address"), field("note", Text, "what page it is")]],
};

pub static CONTACT_DETAIL: Class = Class {
    name: "contact_detail",
    says: "a way to get in touch",
    groups: &[&[
        needed("type", Code(&["email", "phone", "voice", "fax", "address", "twitter"]), "what way it is"),
        needed("value", Text, "the number or address"),
        field("label", Text, "what it is called"),
        field("note", Text, "when or for what it is meant"),
    ]],
};
