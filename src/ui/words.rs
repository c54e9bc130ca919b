//! What the program says, in each of its languages. A word that one language lacks does not compile.

mod changes;
mod compare;
pub mod config;
mod copying;
mod diff;
mod en;
mod faults;
mod kept;
mod library;
mod linear;
mod loading;
mod lookup;
mod mouse;
pub mod palette;
mod parliament;
pub mod themes;
mod watching;
mod zh_hans;
mod zh_hant;

pub use changes::Changes;
pub use compare::Compare;
pub use copying::Copying;
pub use diff::Diff;
pub use faults::Faults;
pub use kept::Kept;
pub use linear::Linear;
use parliament::Parliament;

/// A code of the record and its word.
type Codes = &'static [(&'static str, &'static str)];

/// The lines that tell the signs of a query, and what a search puts first.
pub const SIGNS_LINES: usize = 4;
pub const ORDER_LINES: usize = 3;

/// What a query asks for, in words: of each part, how it is wanted and how it is not.
#[derive(Debug)]
pub struct Asked {
    pub has: [&'static str; 2],
    pub exactly: [&'static str; 2],
    pub begins: [&'static str; 2],
    pub ends: [&'static str; 2],
    /// Beginning and end at once.
    pub all: [&'static str; 2],
    pub kind: [&'static str; 2],
    pub area: [&'static str; 2],
    pub by: [&'static str; 2],
    pub date: [&'static str; 2],
    /// The contrary of two things that were wanted together.
    pub none_of: &'static str,
    pub and: &'static str,
    pub with: &'static str,
    pub or: &'static str,
}

/// The words of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Words {
    pub config: &'static config::Config,
    pub palette: &'static palette::Palette,
    pub linear: &'static Linear,
    pub and: &'static str,
    pub comma: &'static str,

    // Kinds, one entry of each.
    pub policy_area: &'static str,
    pub project: &'static str,
    pub agreement: &'static str,
    pub person: &'static str,
    pub organisation: &'static str,
    pub statement: &'static str,
    pub event: &'static str,
    pub place: &'static str,
    pub document: &'static str,

    // Kinds, many of them: tabs of the panes and headings.
    pub policy_areas: &'static str,
    pub projects: &'static str,
    pub agreements: &'static str,
    pub people: &'static str,
    pub organisations: &'static str,
    pub statements: &'static str,
    pub journey: &'static str,
    pub places: &'static str,
    pub documents: &'static str,
    pub reader: &'static str,
    pub panes: &'static str,

    // Articles.
    pub context: &'static str,
    pub date: &'static str,
    pub status: &'static str,
    pub led_by: &'static str,
    pub named_of: &'static str,
    pub projects_by_area: &'static str,
    pub not_named: &'static str,
    pub no_project_named: &'static str,
    pub projects_named: &'static str,
    pub projects_known: &'static str,
    pub projects_counted: &'static str,
    pub participants: &'static str,
    pub parts: &'static str,
    pub part_of: &'static str,
    pub same_page: &'static str,
    pub about_record: &'static str,
    pub faults: &'static str,
    pub actions: &'static str,
    pub parties: &'static str,
    pub signatories: &'static str,
    /// Something in brackets after a name.
    pub aside: &'static str,
    pub on_behalf_of: &'static str,
    pub witnesses: &'static str,
    pub signed_on: &'static str,
    pub unknown: &'static str,
    pub offices: &'static str,
    pub pinyin: &'static str,
    pub jyutping: &'static str,
    pub born: &'static str,
    pub died: &'static str,
    pub speaker: &'static str,
    pub said_at: &'static str,
    pub about: &'static str,
    pub terms: &'static str,
    pub reported: &'static str,
    pub quoted_in_part: &'static str,
    pub direct: &'static str,
    pub publisher: &'static str,
    pub authors: &'static str,
    pub language: &'static str,
    pub address: &'static str,
    pub tells: &'static str,
    pub mentions: &'static str,
    pub note: &'static str,
    pub other_names: &'static str,
    /// What is known of the form of a name that is the title.
    pub name_is: &'static str,
    pub inferred: &'static str,
    pub sources: &'static str,
    pub no_source: &'static str,
    pub backs: &'static str,
    pub certainties: [&'static str; 3],

    // Pages.
    pub timeline: &'static str,
    pub figures: &'static str,
    pub relations: &'static str,
    /// How many stand in the lists below alone.
    pub more_below: &'static str,
    /// What a signatory signed for.
    pub represented: &'static str,
    pub holds_office: &'static str,
    pub spoke_at: &'static str,
    pub spoken: &'static str,
    pub places_of_events: &'static str,
    pub persons_of_events: &'static str,
    /// What the key does that gave the reader the whole screen.
    pub zoom_out: &'static str,
    /// Back to where a page was opened.
    pub go_back: &'static str,
    pub held: &'static str,
    pub planned: &'static str,
    pub background: &'static str,
    pub agreements_by_area: &'static str,
    pub none: &'static str,
    /// Over the fields that the record does not say.
    pub unsaid: &'static str,

    // Headings over what names an entry.
    pub projects_in: &'static str,
    pub agreements_in: &'static str,
    pub party_to: &'static str,
    pub signed: &'static str,
    pub signed_for: &'static str,
    pub witnessed: &'static str,
    pub holders: &'static str,
    pub took_part: &'static str,
    pub said: &'static str,
    pub held_here: &'static str,
    pub said_here: &'static str,
    pub said_about: &'static str,
    pub wrote: &'static str,
    pub mentioned_in: &'static str,

    // The screen.
    pub search: &'static str,
    pub search_hint: &'static str,
    /// What signs in a query mean, in short lines.
    pub search_signs: [Codes; SIGNS_LINES],
    /// The heading over them in the help.
    pub signs: &'static str,
    /// The heading over what comes first, and the rule: by place in a text, by text, by writing.
    pub order: &'static str,
    pub orders: [&'static str; ORDER_LINES],
    /// The index is so much made, in per cent.
    pub indexing: &'static str,
    /// Near sounds are taken for each other.
    pub slips: &'static str,
    /// The scope of the keys of a hit's text beside the list.
    pub preview: &'static str,
    pub all: &'static str,
    /// Over what was read before.
    pub visited: &'static str,
    /// Over hits that do not match as it was typed, and which of them may have been meant.
    pub near: &'static str,
    pub meant: &'static str,
    /// A text field of either search.
    pub input: &'static str,
    pub find: &'static str,
    pub everywhere: &'static str,
    pub always: &'static str,
    pub no_hits: &'static str,
    /// Nothing among one kind: its name, and how many there are among others.
    pub no_hits_of_kind: &'static str,
    pub understood: &'static str,
    pub asked: Asked,
    pub help: &'static str,
    pub empty_list: &'static str,
    pub nothing_tied: &'static str,
    pub too_small: &'static str,

    // Notices.
    /// In ASCII in every language: it is for those who see no Chinese.
    pub tmux_without_utf8: &'static str,
    pub no_earlier_place: &'static str,
    pub no_later_place: &'static str,
    pub no_links_in_sight: &'static str,
    pub no_links: &'static str,
    pub no_address: &'static str,
    /// A QR code does not fit: the columns and rows of a screen on which it would; or none would do.
    pub no_room_for_code: &'static str,
    pub too_long_for_code: &'static str,
    /// The scope of the keys over a QR code.
    pub code: &'static str,
    /// The words with the key, and the name.
    pub narrowed: &'static str,
    pub shows_all: &'static str,
    /// What the key does that narrowed the panes.
    pub show_all: &'static str,
    /// What the key does that grouped the hits.
    pub best_first: &'static str,
    pub next_hit: &'static str,
    pub no_search: &'static str,
    pub all_shown: &'static str,
    pub not_found: &'static str,
    pub wrapped: &'static str,
    /// A name, a text, a citation, Markdown, an address.
    pub copies: [&'static str; 5],
    pub chars: &'static str,
    /// Quotation marks inside quotation marks.
    pub inner_quotes: [&'static str; 2],
    /// A title in a citation, what stands between its parts, and the record with the id of an entry.
    pub cited: &'static str,
    pub between_cited: &'static str,
    pub cited_from: &'static str,
    /// What a letter over a link does.
    pub open_its_link: &'static str,
    pub unfit: &'static str,
    pub choose_letter: &'static str,

    pub kept: &'static Kept,
    pub parliament: &'static Parliament,
    pub compare: &'static Compare,
    pub mouse: &'static mouse::Mouse,
    pub loading: &'static loading::Loading,
    pub watching: &'static watching::Watching,
    pub themes: &'static themes::Themes,
    pub copying: &'static Copying,
    pub faults_page: &'static Faults,
    pub library: &'static library::Library,
    pub diff: &'static Diff,
    pub changes: &'static Changes,

    // Codes of the record.
    pub classes: Codes,
    pub roles: Codes,
    pub fields: Codes,
    pub times: Codes,
    pub statuses: Codes,
    pub languages: Codes,
    pub form_notes: Codes,
}
