//! All that a session remembers. Plain data: a test compares whole states.

mod options;
mod search;

use std::sync::Arc;

use super::article::Article;
use super::bookmarks::{Listing, NoteField, Question};
use super::code::Addressed;
use super::copy::What;
use super::find::Find;
use super::hand::ByHand;
use super::help::Help;
use super::hindrance::Hindrance;
use super::kept::{Awaited, Keep, Kept, Told};
use super::keymap::Keymap;
use super::layout::{Borders, Layout};
use super::list::List;
use super::notice::Unread;
use super::page::Page;
use super::palette::Palette;
use super::prompt::Prompt;
use super::set::Set;
use super::theme::{self, Theme};
use super::{Size, World};
use crate::data::{EntryId, Lang};
use crate::text::Ambiguous;
pub use options::Options;
pub use search::{HitRow, MOST_HITS, NOTHING, Recalled, Search};

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub size: Size,
    pub lang: Lang,
    pub ambiguous: Ambiguous,
    /// A new search takes near sounds for each other.
    pub slips: bool,
    /// The mouse is listened to.
    pub mouse: bool,
    pub has_no_clipboard: bool,
    pub keymap: Arc<Keymap>,
    pub theme: Theme,
    /// The reader's own theme, if there is one.
    pub own_theme: Option<Theme>,
    pub borders: Borders,
    /// Where the reader of the record is now.
    pub view: View,
    /// Where they were before, the last place last.
    pub back: Vec<View>,
    /// Where they came back from, the next place last.
    pub forward: Vec<View>,
    /// What was read in the reader, the last entry last.
    pub visited: Vec<EntryId>,
    /// The entry that another one is to be compared with.
    pub compared: Option<EntryId>,
    /// What was copied last.
    pub copied: Option<String>,
    /// The queries of which a hit was opened, the last one last.
    pub queries: Vec<String>,
    /// The last search of which a hit was opened: the keys go on through its hits.
    pub searched: Option<Search>,
    /// What the reader keeps of the record.
    pub kept: Kept,
    /// What undoes the changes of this session to it, the last one last.
    pub changes: Vec<Keep>,
    pub overlay: Overlay,
    pub typing: Typing,
    /// Why a newer version of the record's file can't be read, if there is one.
    pub unread: Option<Unread>,
    /// A line for the reader that the next key takes away.
    pub notice: Option<Notice>,
}

/// A place in the record with everything that makes it look as it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    pub panes: Vec<Pane>,
    /// The pane that has the focus, or had it last.
    pub pane: usize,
    pub in_reader: bool,
    /// The entry that is read.
    pub here: EntryId,
    /// What the reader shows.
    pub page: Page,
    /// The reader has the whole screen, and nothing stands beside its text.
    pub is_zoomed: bool,
    pub reading: Reading,
    pub narrowed: Option<Narrowing>,
}

impl View {
    /// Whether the reader has the whole screen.
    pub const fn takes_all(&self) -> bool {
        self.in_reader && (self.is_zoomed || matches!(self.page, Page::Compare(_)))
    }
}

/// The panes show only what is tied to an entry, but for the one in which the entry was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrowing {
    pub to: EntryId,
    pub pane: usize,
}

/// One pane: which of its lists is on top, and where each of them stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pane {
    pub tab: usize,
    pub cursors: Vec<ListCursor>,
}

/// A place in a list: an entry, never a row number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListCursor {
    pub selected: Option<EntryId>,
    /// The first row in sight.
    pub top: usize,
    /// Columns that are scrolled out at the left.
    pub shift: usize,
}

/// A place in the text of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The first line in sight.
    pub top: usize,
    /// The characters before the line that was scrolled to, blanks aside: the same place in lines of any width.
    pub anchor: usize,
    /// The selected link, by its place among the links of the text.
    pub link: Option<usize>,
    pub find: Option<Find>,
}

/// What lies over the panes and takes the keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Overlay {
    #[default]
    None,
    /// The field over everything.
    Search(Search),
    /// The field over the text of the reader.
    Find(FindField),
    /// Letters on the links.
    Hints,
    /// The letter of a mark is awaited.
    Letter(Awaited),
    /// The list of bookmarks and marks.
    Bookmarks(Listing),
    /// The field of a note, over the reader or the list.
    Note(NoteField),
    Ask(Question),
    Help(Help),
    /// A text to be copied by hand.
    ByHand(ByHand),
    /// All actions by name.
    Palette(Palette),
    /// The address of a document as a QR code.
    Code(Addressed),
    /// A page that says why Chinese can't be shown.
    Unfit(Unfit),
}

impl Overlay {
    /// The list of bookmarks, if it is on the screen.
    pub const fn listing(&self) -> Option<&Listing> {
        match self {
            Self::Bookmarks(listing) => Some(listing),
            Self::Note(field) => field.listing.as_ref(),
            Self::Ask(question) => question.listing(),
            _ => None,
        }
    }

    /// The field of a note, also behind a question or under the help.
    pub fn note(&self) -> Option<&NoteField> {
        match self {
            Self::Note(field) | Self::Ask(Question::Note(field)) => Some(field),
            Self::Help(help) => help.under.note(),
            _ => None,
        }
    }
}

/// Why a terminal can't show Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It reads bytes, not UTF-8.
    NotUtf8,
    /// It gives a Chinese character one cell.
    OneCell,
    /// The Linux console has room for 512 characters, none of them Chinese.
    Console,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindField {
    pub prompt: Prompt,
    /// The place in the text when the field was opened.
    pub before: Reading,
}

/// Keys that wait for more: a sequence, a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typing {
    pub keys: Vec<super::Key>,
    pub digits: String,
    /// The view before each of the digits that went to a pane.
    pub before: Vec<View>,
}

impl Typing {
    /// The number that was typed before an action.
    pub fn count(&self) -> Option<usize> {
        self.digits.parse().ok().filter(|count| *count > 0)
    }
}

/// A line for the reader; its words are in `notice`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// tmux shows `_` for Chinese where it was started in a locale without UTF-8.
    TmuxWithoutUtf8,
    NoEarlierPlace,
    NoLaterPlace,
    NoLinks,
    NoLinksInSight,
    /// No source here has an address.
    NoAddress,
    NothingTied,
    NoHits,
    Narrowed(EntryId, String),
    AllShown,
    NotFound(String),
    Wrapped,
    /// What was sent to the terminal, and a program that took it, too.
    Copied(What, String, Option<&'static str>),
    Kept(Told),
    /// Another entry is to be chosen; the key for it.
    Comparing(EntryId, String),
    NotCompared,
    /// Whether the mouse is listened to.
    Mouse(bool),
    Theme(theme::Name),
    /// The file of the record has faults, and entries were left out for them; a key lists them.
    Faults {
        count: usize,
        skipped: usize,
        key: String,
    },
    /// A newer version of the record's file is shown; a key tells what changed.
    Reloaded(String, Option<Box<Notice>>),
    /// A newer version can't be read, and why.
    Unread(Unread),
    /// The reader's settings have so many faults.
    ConfigFaults(usize),
    /// Why an action can't be done.
    Hindered(Hindrance),
}

impl State {
    /// A session at the start page of the record.
    pub fn new(world: &World, options: Options) -> Self {
        let here = world.start;
        let cursor = |list: &List| {
            let selected = world.lists.get(*list).first().copied();
            ListCursor { selected, ..ListCursor::default() }
        };
        let pane = |lists: &Vec<List>| Pane { tab: 0, cursors: lists.iter().map(cursor).collect() };
        let mut panes: Vec<Pane> = world.panes.iter().map(pane).collect();
        let (pane, tab) = world.place_of(here);
        panes[pane].tab = tab;
        panes[pane].cursors[tab].selected = Some(here);
        let mut state = Self {
            size: options.size,
            lang: options.lang,
            ambiguous: options.ambiguous,
            slips: options.slips,
            mouse: options.mouse,
            has_no_clipboard: options.has_no_clipboard,
            keymap: options.keymap,
            theme: options.theme,
            borders: options.borders,
            own_theme: Some(options.theme).filter(|theme| theme.name == theme::Name::Own),
            view: View {
                panes,
                pane,
                in_reader: false,
                here,
                page: world.start_page(),
                is_zoomed: false,
                reading: Reading::default(),
                narrowed: None,
            },
            back: Vec::new(),
            forward: Vec::new(),
            visited: Vec::new(),
            compared: None,
            copied: None,
            queries: Vec::new(),
            searched: None,
            kept: Kept::default(),
            changes: Vec::new(),
            overlay: Overlay::None,
            typing: Typing::default(),
            unread: None,
            notice: None,
        };
        state.notice = Notice::of_faults(world, &state.keymap);
        super::update::settle(&mut state, world);
        state
    }

    /// The list that a pane shows.
    pub fn list(&self, world: &World, pane: usize) -> List {
        world.panes[pane][self.view.panes[pane].tab]
    }

    /// The entries that a pane shows now.
    pub fn rows(&self, world: &World, pane: usize) -> Vec<EntryId> {
        let all = world.lists.get(self.list(world, pane));
        match self.view.narrowed {
            Some(narrowing) if narrowing.pane != pane => {
                all.iter().copied().filter(|id| world.record.tied(narrowing.to, *id)).collect()
            }
            _ => all.to_vec(),
        }
    }

    /// How many entries a pane shows now.
    pub fn row_count(&self, world: &World, pane: usize) -> usize {
        let all = world.lists.get(self.list(world, pane));
        match self.view.narrowed {
            Some(narrowing) if narrowing.pane != pane => {
                all.iter().filter(|id| world.record.tied(narrowing.to, **id)).count()
            }
            _ => all.len(),
        }
    }

    pub fn cursor(&self, pane: usize) -> ListCursor {
        let pane = &self.view.panes[pane];
        pane.cursors[pane.tab]
    }

    pub fn cursor_mut(&mut self, pane: usize) -> &mut ListCursor {
        let pane = &mut self.view.panes[pane];
        &mut pane.cursors[pane.tab]
    }

    /// The text of the reader in the lines of this screen.
    pub fn set(&self, world: &World) -> Set {
        let mut article = Article::page(world, self.view.page, self.view.here, self.lang);
        if let Some(note) = self.note(world) {
            article.note(note, self.lang);
        }
        if let Some(why) = self.unread.as_ref().filter(|_| self.view.page == Page::Faults) {
            article.unread(why, self.lang);
        }
        self.set_in_lines(world, &article)
    }

    /// The characters of the reader that are the reader's own, blanks aside.
    pub fn note_chars(&self, world: &World) -> usize {
        if self.note(world).is_none() {
            return 0;
        }
        let article = Article::page(world, self.view.page, self.view.here, self.lang);
        self.set(world).chars() - self.set_in_lines(world, &article).chars()
    }

    /// The note of the entry that is read, if that is bookmarked.
    pub fn note(&self, world: &World) -> Option<&str> {
        let note = self.kept.notes.get(world.record.entry(self.view.here).key.as_str())?;
        (self.view.page == Page::Entry).then_some(note)
    }

    fn set_in_lines(&self, world: &World, article: &Article) -> Set {
        Set::of(article, usize::from(Layout::of(self, world).text.width), self.ambiguous)
    }

    /// Where the selected link of a text leads that the reader shows, while the keys go there.
    pub fn linked(&self, set: &Set) -> Option<EntryId> {
        let link = self.view.reading.link.filter(|_| self.view.in_reader)?;
        set.links.get(link).map(|link| link.to)
    }

    /// Whether the reader shows a hit of the last search.
    pub fn is_at_hit(&self) -> bool {
        self.searched.as_ref().is_some_and(|search| search.selected == Some(self.view.here))
    }

    pub(super) fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }
}
