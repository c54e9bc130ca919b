//! What the help of each verb says behind its options.

use crate::ui::page::Page;

pub(super) const SEARCH: &str = "What comes first: the whole text, its beginning, the beginning of a word,
inside, with gaps; of each a name before another name (English, pinyin,
jyutping), then offices, then all other text; as it was typed before another
script or case, then what sounds the same. Only where nothing matches: one typo,
or similar sounds. --slips takes n/ng, z/zh, c/ch, s/sh and n/l for each other.

Signs: 'as-it-stands  ^begins  ends$  !without  either | or  and words that
narrow: kind:person (or person:), area:, by:, date:2025-04. All words are
wanted, in any order.

Kinds: policy-area, project, agreement, person, organization, speech, event,
place, document, record; also as people, 人物 and so on.

Examples:
  zhegang search 科技                         everything about technology
  zhegang search ljc --kind person            people by their initials
  zhegang search '人物: !港'                  people whose entry has no 港
  zhegang search john lee --json | jq .name   an object a line
  zhegang other.json search 2025 --ids        in another record

Objects have id, kind, name, class (smaller is better), score (larger is
better), and of the text that matched best: field, text, and marks, the
characters that matched as [from, to) counted from 0; near: true where nothing
matches as it was typed; and record, where several are searched.

--limit is of hits here; that of MiB (zhegang --help) goes before the verb.

Exit status: 0 when something was found, 1 when nothing was, 2 when something
failed.";

pub(super) const NEW: &str = "The record is fit to be opened as it is. It has an example of every array of the
format, in its order; every name in it says that it is a placeholder. What to do
is said under the key //, which any object may have: it is kept, and nowhere
shown. The words are in the language of the screen (--lang).

Examples:
  zhegang new > mine.json
  zhegang new mine.json
  zhegang new --lang en | less

Exit status: 0 when all went well, 1 when the file is there already or could not
be written, 2 for what is not understood.";

pub(super) const FMT: &str = "Keys come in the order of the format, others after them in their own; items of
arrays stay where they are. A level is two spaces; an array of plain values, or
an object of these and such arrays, stands in one line, if that takes at most
120 columns, and so does what is inside of 32 others. Texts are UTF-8, with
escapes only where JSON needs them or an escape was written for what can't be
seen. Keys that are unknown or stand twice, numbers as they are written and
halves of characters stay. A byte order mark is dropped. What is canonical
already is not written again.

Where one of several files is no JSON, none is printed or written.

Examples:
  zhegang fmt mine.json
  zhegang fmt --check mine.json yours.json
  zhegang fmt --write mine.json
  zhegang new | zhegang fmt

Exit status: 0 when all went well, 1 when --check named a file, 2 when a file
could not be read or written or is no JSON, and for what is not understood.";

pub(super) const DIFF: &str = "Entries are compared by their ids, kind by kind, field by field; where they
stand in the file, spacing and comments do not matter.

  +  added      -  removed      >  renamed      ~  changed
  ?  perhaps the same under a new id: an entry that was removed and one of its
     kind that was added share a name or an identifier; both are told too

Fields are called as in the file. Of lists it is told what came and went;
memberships with the same person and body, votes of the same voter and the like
are compared with each other. Where a text is the same in the language asked
for, its forms in other languages are told. Long values begin where they differ.
What ways to get in touch are is told with --contacts only.

Objects have change (added, removed, renamed, changed, perhaps-same), kind, id,
name, old_name, and fields. A field has field, and old and new, or of a list
added, removed and changed (old, new), or reordered: true, or hidden: true.
What is perhaps the same has old_id, id, and shared (a name, or scheme and
identifier). What the file says of itself has the kind meta and no id.

--page opens NEW as zhegang NEW does, with what changed as a page that leads to
its entries (D); where there is no terminal that page is printed. What is said
before a verb holds: zhegang --linear diff --page OLD NEW.

Examples:
  zhegang diff old.json new.json
  zhegang diff old.json new.json --json | jq -r .name
  git show HEAD:mine.json | zhegang diff - mine.json
  zhegang diff --page old.json new.json

Exit status: 0 when nothing changed, 1 when something did, 2 when a file could
not be read, and for what is not understood; of --page 0 whatever changed.";

pub(super) const KEYS: &str = "The keys are those that ? shows in the program, with your own (zhegang
config --help). ^D is Ctrl-D, and - stands where an action has no key.

check lists what is wrong with your own keys, a line each: unknown names, keys
that clash, and keys that terminals do not send.

Objects have scope (where the keys hold: everywhere, always, field, panes,
reader, hints, search, preview, find, bookmarks, note, ask, palette, help,
help-field, by-hand, code, unfit), name (of what they do), keys (each a way to
type it, by name, as ctrl-d; those of a sequence with spaces between them, as
g g), and words (what they do, in the language asked for).

Examples:
  zhegang keys
  zhegang keys --lang en | less
  zhegang keys --json | jq '.[] | select(.scope == \"reader\")'
  zhegang keys check

Exit status: 0 when all went well, 1 when something is wrong or failed, 2 for
what is not understood.";

pub(super) const CONFIG: &str = "Settings are read from config.toml in $XDG_CONFIG_HOME/zhegang, or where that is
not set in ~/.config/zhegang. --config or ZHEGANG_CONFIG names another file. An
option comes before the environment, that before the file, that before the
locale. What is wrong in the file is ignored, and the rest holds.

  path    where the file is
  check   what is wrong in it, a line each: FILE:LINE:COLUMN: what to do
  show    the settings in force, as a file that would say the same, and where
          each comes from: an option, a variable, a line of the file, or default

Settings:
  lang = \"en\"              as --lang
  ambiguous = \"narrow\"     as --ambiguous
  color = \"never\"          as --color
  theme = \"dark\"           as --theme; \"mine\" is the file themes/mine.toml
                           beside this one, with roles as below
  borders = \"line\"         as --borders
  mouse = true             clicks and the wheel

  [theme]                  or the roles themselves, in place of a name
  base = \"dark\"            what is not given is as in dark
  key = { fg = \"#5cc8bd\", bold = true }

  [keys.panes]             keys of a place: panes, reader, everywhere and so on,
  move-down = \"e\"          with the names of zhegang keys --json
  next-pane = [\"tab\", \"g p\"]
  next-hit = []            no key

Keys are written as j, G, ctrl-d, alt-left, shift-tab, space or f1, with spaces
between those of a sequence.

Examples:
  zhegang config path
  zhegang config check
  zhegang config show
  zhegang config show --json | jq .settings.lang

Exit status: 0 when all went well, 1 when something is wrong in the file or
failed, 2 for what is not understood.";

pub(super) const SCHEMA: &str = "The schema (JSON Schema, draft 2020-12) says what a record may hold: an editor that
knows it completes keys and marks what is wrong while one types. It takes keys
that it does not know. docs/record-format.md tells the format in words.

Examples:
  zhegang schema > record.schema.json";

pub(super) const COMPLETIONS: &str = "The script completes verbs, options, kinds and formats. Where it goes depends on
the shell; these are places that they usually look in.

Examples:
  zhegang completions bash > ~/.local/share/bash-completion/completions/zhegang
  zhegang completions zsh > ~/.zfunc/_zhegang     (with ~/.zfunc in fpath)
  zhegang completions fish > ~/.config/fish/completions/zhegang.fish";

pub(super) const MAN: &str = "Examples:
  zhegang man | man -l -
  zhegang man export > ~/.local/share/man/man1/zhegang-export.1";

const KINDS: &str = "Kinds: areas, projects, agreements, people, organisations, posts, statements,
motions, votes, events, places, documents, and of several records records; also
any other name of a kind, as person, speech or 人物.";

const FIELDS: &str = "Objects have, as far as the record says it: id, kind, name (of a speech, what
was said), names (lang, name, note), description, note, certainty, inferred
(fields that were concluded), sources (document, url, fields, note), details
(key, value, note: what else the file says), with --contacts contacts (the
same), of several records record (the name of the one), and of each kind:
  record        file, license, event_id
  policy-area   identifier, project_count, event_id
  project       policy_area_ids, actions, organization_ids, area_ids, event_id
  agreement     classification, date_signed, parties, signatories (person_id,
                on_behalf_of_id), witnesses, policy_area_ids, event_id
  person        birth_date, death_date, offices (role, organization_id,
                on_behalf_of_id, post_id, area_id, legislative_period_id,
                start_date, end_date, details, note, inferred, sources)
  organization  classification, parent_id, area_id
  post          organization_id, area_id
  speech        creator_id, event_id, about_event_id, quotation, terms
  motion        classification, organization_id, legislative_session_id,
                creator_id, date, result
  vote-event    motion_id, organization_id, legislative_session_id,
                start_date, result, counts (option, value, group_id), votes
                (voter_id, option, group_id)
  event         classification, status, start_date, end_date, time_of_day,
                area_ids, participants (entity_id, role), parent_id,
                organization_id
  place         classification, parent_id
  document      classification, publisher, issued, language, url, parent_id,
                creators, facts (text, certainty, note, sources), person_ids,
                organization_ids, area_ids
The fields are those of docs/record-format.md: other entries stand as their ids,
texts in the language asked for, dates as exact as the source: 2025, 2025-H2,
2025-04 or 2025-04-24. A field that the record does not have is left out.";

const STATUS: &str = "Exit status: 0 when all went well, 1 when nothing was found or something failed,
2 for what is not understood.";

pub(super) fn list() -> String {
    format!(
        "{KINDS}

A line has what a row on the screen has: before the name the number of an area,
the date of an event or a document, the speaker of a statement; after the name
the office of a person, and how many projects of an area are named.

{FIELDS}

Examples:
  zhegang list people                           names and offices
  zhegang list areas --lang en                  the areas, in English
  zhegang list events --json | jq .start_date   an object a line
  zhegang list --ids                            every id
  zhegang other.json list people --ids          ids, from another record

{STATUS}"
    )
}

pub(super) fn show() -> String {
    format!(
        "{ID}

{FIELDS}

Of several records, people and organizations have perhaps_same, those of other
records that share an identifier or a name: id, record, identifiers (scheme,
value), name; at most 20, and perhaps_same_more where there are more.

Examples:
  zhegang show person/john-lee                  all that the record says of him
  zhegang show john-lee meeting --lang en       two entries, in English
  zhegang show john-lee --json | jq .offices    as an object

{STATUS}"
    )
}

/// What an id may be.
const ID: &str = "An id is that of the record, also with a colon (person:john-lee). Where no entry
has it, its last part alone will do (john-lee), if no other entry ends so. Of
several records the name of the file is before it: council:person/john-lee.
zhegang search WORDS --ids finds ids.";

pub(super) fn open() -> String {
    let pages = Page::ALL.map(Page::code).join(", ");
    format!(
        "An address is an id and, after a ?, what is shown there, joined by &:
  view=PAGE   a page: {pages},
              compare
  with=ID     the entry to compare with
  q=WORDS     the search, with these words
Without an id it is the start page. Characters that mean something else to a
shell or in an address are written as % and two digits, as %20 for a space; in
the program y l copies the address of what you see.

{ID}

Where the output is no terminal, the page or what the search finds is printed.

Examples:
  zhegang open john-lee
  zhegang open 'agreement:mechanism?view=relations'
  zhegang open '?view=timeline' --lang en
  zhegang open 'person:wang-hao?view=compare&with=person:john-lee'
  zhegang open '?q=ljc'

Exit status: as of zhegang; 1 for an entry that the record does not have, 2 for
an address that is not understood."
    )
}

pub(super) const TIMELINE: &str = "The page that T shows in the program: the events by day, at the precision of the
source. ▪ was held, ▸ was planned, ◦ is background.

Objects are those of zhegang list events --json, and have part: held, planned or
background.

Examples:
  zhegang timeline --lang en
  zhegang timeline --json | jq -r '[.start_date, .name] | @tsv'

Exit status: 0 when all went well, 1 when the record has no event or something
failed, 2 for what is not understood.";

pub(super) fn graph() -> String {
    format!(
        "What r shows in the program: every tie leads from the entry to another one, under
the words of the screen. In json one object has nodes (id, kind, name) and
edges (from, to, tie).

{ID}

Examples:
  zhegang graph agreement/mechanism | dot -Tsvg > mechanism.svg
  zhegang graph john-lee --format mermaid --lang en
  zhegang graph john-lee --json | jq -r '.edges[].tie'

Exit status: 0 when all went well, 1 when nothing is tied to the entry, it is not
there or something failed, 2 for what is not understood."
    )
}

pub(super) fn export() -> String {
    format!(
        "Formats:
  markdown   a document with what the reader shows of each entry, and links
             between entries as [name](#person-john-lee)
  csv        the entries of one kind as a table (RFC 4180), a column for each
             field; several values are joined by \"; \", and of objects stands
             the first thing that they say, with the next in brackets
  json       one array of objects
  jsonl      an object a line
  record     the file of the record, byte by byte

{KINDS}

In csv a cell that begins with = + - @ (of either width), a tab or a carriage
return has an apostrophe before it, so that no spreadsheet takes it for a
formula. Line breaks in texts become spaces in csv and markdown.

{FIELDS}

Examples:
  zhegang export --format markdown --lang en > record.md
  zhegang export people --format csv --output people.csv
  zhegang export projects agreements --format json | jq length
  zhegang export --format record --output record.json

{STATUS}"
    )
}
