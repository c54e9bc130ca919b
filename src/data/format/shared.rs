//! What objects of many classes have in common: names, texts, sources, and where to find and reach them.

use super::{Class, Field, Holds, field, needed};

use Holds::{Address, Choice, Code, Date, Id, Objects, Reference, Sources, Tag, Text, Texts};

pub const PERSONS: Holds = Reference(&["persons"]);
pub const ORGANIZATIONS: Holds = Reference(&["organizations"]);
pub const EVENTS: Holds = Reference(&["events"]);
pub const AREAS: Holds = Reference(&["areas"]);

pub const FORMS: Holds = Objects(&NAME_FORM);
pub const PHRASES: Holds = Objects(&PHRASE);
pub const TEXTS: Holds = Objects(&TEXT_FORM);

pub const CERTAINTY: Holds = Choice(&["certain", "reported", "inferred"]);

/// What is said of the id of everything that others can refer to.
pub const ID: &str = "what other objects call it by: unique in the whole file, never shown as a name";

/// What every entry begins with.
pub const HEAD: &[Field] = &[
    needed("id", Id, ID),
    needed("name", Text, "the name"),
    field("other_names", FORMS, "the name in other languages and forms"),
];

/// What every entry may end with.
pub const TAIL: &[Field] = &[
    field("description", Text, "what it is, in a sentence or more"),
    field("other_descriptions", TEXTS, "the same in other languages"),
    field("identifiers", Objects(&IDENTIFIER), "what other registers call it"),
    field("links", Objects(&LINK), "pages about it"),
    field("certainty", CERTAINTY, "how sure the record is of it; without it nothing is said"),
    field("inferred", Texts, "the keys of this object whose values no source states and that were concluded"),
    field("note", Text, "what a reader should know of it"),
    field("other_notes", TEXTS, "the same in other languages"),
    field("sources", Sources, "where it is said"),
    field("created_at", Date, "when the object was written down"),
    field("updated_at", Date, "when the object was last changed in the file"),
];

pub const CONTACTS: &[Field] = &[
    field("email", Text, "an address for e-mail; shown only when it is asked for"),
    field("contact_details", Objects(&CONTACT_DETAIL), "ways to get in touch; shown only when they are asked for"),
];

pub static SOURCE: Class = Class {
    name: "source",
    says: "where something is said; a string in its place is its url",
    groups: &[&[
        field("url", Address, "a document of the record, as # and its id, or an address of the web"),
        field("fields", Texts, "the keys of the object that it backs; without them it backs all"),
        field("note", Text, "where in the document it is said, or what to know of it"),
        field("other_notes", TEXTS, "the same in other languages"),
    ]],
};

pub static NAME_FORM: Class = Class {
    name: "name_form",
    says: "a name in another language or form",
    groups: &[&[
        field("lang", Tag, "its language"),
        needed("name", Text, "the name"),
        field("note", Text, "how the form came about, such as script conversion"),
        field("label", Text, "the same, in some files"),
        field("family_name", Text, "family name in this form"),
        field("given_name", Text, "given name in this form"),
        field("start_date", Date, "since when it is used"),
        field("end_date", Date, "until when it was used"),
    ]],
};

pub static PHRASE: Class = Class {
    name: "phrase",
    says: "words that stand by themselves, such as a coined term",
    groups: &[&[needed("name", Text, "the words"), field("other_names", FORMS, "the words in other languages")]],
};

pub static TEXT_FORM: Class = Class {
    name: "text_form",
    says: "a text in another language",
    groups: &[&[
        field("lang", Tag, "its language"),
        needed("text", Text, "the text"),
        field("note", Text, "how the form came about, such as script conversion"),
        field("label", Text, "the same, in some files"),
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
