//! What is decided by vote.

use super::shared::{EVENTS, FORMS, ID, ORGANIZATIONS, PERSONS, TAIL, TEXTS};
use super::{Class, Holds, field, needed};

use Holds::{Code, Count, Date, Id, Objects, Reference, Text};

const VOTE_OPTION: Holds = Code(&["yes", "no", "abstain", "absent", "not voting", "paired"]);

pub static MOTION: Class = Class {
    name: "motion",
    says: "what was moved",
    groups: &[
        &[
            needed("id", Id, ID),
            needed("text", Text, "what was moved"),
            field("other_texts", TEXTS, "the same in other languages"),
            field("identifier", Text, "its number in the journal of the body"),
            field("classification", Code(&[]), "what kind of motion it is"),
            field("organization_id", ORGANIZATIONS, "in which body"),
            field("legislative_session_id", EVENTS, "in which session"),
            field("legislative_period_id", EVENTS, "the same, in files that have terms in place of sessions"),
            field("creator_id", PERSONS, "who moved it"),
            field("date", Date, "when it was moved"),
            field("requirement", Text, "what it needed to pass"),
            field("result", Code(&["pass", "fail"]), "whether it passed"),
            field("vote_events", Objects(&VOTE_EVENT), "votes that stand in their motion"),
        ],
        TAIL,
    ],
};

pub static VOTE_EVENT: Class = Class {
    name: "vote_event",
    says: "a vote that was held",
    groups: &[
        &[
            needed("id", Id, ID),
            field("identifier", Text, "what it is called, or its number in the journal of the body"),
            field("other_identifiers", FORMS, "the same in other languages"),
            field("motion_id", Reference(&["motions"]), "on which motion"),
            field("organization_id", ORGANIZATIONS, "in which body"),
            field("legislative_session_id", EVENTS, "in which session"),
            field("legislative_period_id", EVENTS, "the same, in files that have terms in place of sessions"),
            field("start_date", Date, "when it began"),
            field("end_date", Date, "when it ended"),
            field("result", Code(&["pass", "fail"]), "whether the motion passed"),
            field("counts", Objects(&COUNT), "how many voted what"),
            field("votes", Objects(&VOTE), "who voted what"),
        ],
        TAIL,
    ],
};

pub static COUNT: Class = Class {
    name: "count",
    says: "how many voted one thing",
    groups: &[&[
        needed("option", VOTE_OPTION, "what they voted"),
        needed("value", Count, "how many"),
        field("group_id", ORGANIZATIONS, "of which group; without one, of all"),
    ]],
};

pub static VOTE: Class = Class {
    name: "vote",
    says: "what one voter voted",
    groups: &[&[
        needed("voter_id", PERSONS, "who"),
        needed("option", VOTE_OPTION, "what they voted"),
        field("group_id", ORGANIZATIONS, "in which group"),
        field("role", Text, "as what"),
        field("weight", Count, "for how many votes it counts"),
        field("pair_id", PERSONS, "with whom the voter is paired"),
    ]],
};
