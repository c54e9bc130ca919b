//! A session for readers who do not see the screen: a typed line in, text to be added out. The same `State` and actions as
//! the panes; `table` has the words.
//!
//! A paragraph is one line, however long: speech pauses at every end of a line, and a braille display has its own width.
//! Nothing stands in a line but words, numbers and punctuation.

mod asking;
mod doing;
mod helping;
mod keeping;
mod reading;
pub mod table;
mod telling;
pub mod word;

use super::action::{Action, Effect};
use super::address::Address;
use super::bookmarks;
use super::kept::{Place, Reply};
use super::list::List;
use super::page::Page;
use super::state::{Notice, Options, Overlay, Search, State};
use super::update::{hear, resume};
use super::words::Words;
use super::{Size, World};
use crate::data::{EntryId, Lang};
use crate::text::{self, Ambiguous};
use reading::Asked;
pub use telling::lines;

/// A text is told in portions that a terminal of this size has room for.
const SIZE: Size = Size { cols: 80, rows: 24 };
const PORTION_ROWS: usize = 20;
/// So few lines are told with those before them.
const FEW_LINES: usize = 2;

/// A session without a screen.
#[derive(Debug, Clone)]
pub struct Linear {
    state: State,
    /// The text that was told last, in lines.
    text: Vec<String>,
    /// The last numbered list, and what its numbers open.
    list: Vec<Item>,
    choices: Vec<Choice>,
    rest: Rest,
    /// The last search, whether or not a hit was opened.
    search: Option<Search>,
}

/// What is still to be told, from which line on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Nothing,
    Text(usize),
    List(usize),
}

/// A line of a numbered list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Line(String),
    /// By its place among the choices.
    Choice(usize),
}

/// What a number opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Choice {
    /// An entry as a list has it.
    Row(List, EntryId),
    /// An entry by its kind and name.
    Entry(EntryId),
    Hit(EntryId),
    List(List),
    Page(Page),
    Query(String),
    /// What is kept.
    Kept(bookmarks::Item),
}

/// What comes of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// Whole lines.
    pub text: String,
    pub effects: Vec<Effect>,
}

/// One line being answered.
struct Turn<'a> {
    linear: &'a mut Linear,
    world: &'a World,
    said: Vec<String>,
    effects: Vec<Effect>,
}

impl Linear {
    pub fn new(world: &World, lang: Lang, slips: bool) -> Self {
        let options = Options { slips, ..Options::new(SIZE, lang, Ambiguous::Narrow) };
        let mut state = State::new(world, options);
        super::update(&mut state, world, Action::Open);
        let (text, list, choices) = (Vec::new(), Vec::new(), Vec::new());
        Self { state, text, list, choices, rest: Rest::Nothing, search: None }
    }

    /// Begins with what earlier sessions kept.
    pub fn keeping(mut self, world: &World, reply: Reply) -> Self {
        hear(&mut self.state, world, reply);
        self
    }

    /// Begins where an earlier session was.
    pub fn resuming(mut self, world: &World, place: &Place) -> Self {
        resume(&mut self.state, world, place);
        self
    }

    /// What came of a change that was to be kept, where that is worth a word.
    pub fn hear_kept(&mut self, world: &World, reply: Reply) -> Answer {
        hear(&mut self.state, world, reply);
        self.turn(world, |turn| {
            turn.say_notice();
        })
    }

    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What a session begins with, at an address if there is one.
    pub fn greeting(&mut self, world: &World, address: Option<&Address>) -> Answer {
        self.turn(world, |turn| {
            let lang = turn.state().lang;
            turn.say(&world.title(lang));
            turn.say_notice();
            turn.say(turn.words().linear.welcome);
            if let Some(address) = address {
                turn.follow(address);
            }
        })
    }

    /// Answers a line.
    pub fn answer(&mut self, world: &World, line: &str) -> Answer {
        self.turn(world, |turn| {
            turn.heed(line);
            if turn.said.is_empty() && !turn.effects.contains(&Effect::Quit) {
                turn.say(&turn.place());
            }
        })
    }

    /// Whether a search waits for the index of a large record: `catch_up` is to be called once that is made.
    pub fn awaits_index(&self) -> bool {
        super::awaits_index(&self.state)
    }

    /// Tells what a search found that waited for the index.
    pub fn catch_up(&mut self, world: &World) -> Answer {
        self.turn(world, |turn| {
            super::catch_up(&mut turn.linear.state, world);
            turn.tell_hits();
        })
    }

    fn turn(&mut self, world: &World, act: impl FnOnce(&mut Turn)) -> Answer {
        let mut turn = Turn { linear: self, world, said: Vec::new(), effects: Vec::new() };
        act(&mut turn);
        let (said, effects) = (turn.said, turn.effects);
        let lines = said.iter().flat_map(|said| said.split('\n')).map(|line| text::neutral(line).into_owned() + "\n");
        Answer { text: lines.collect(), effects }
    }
}

impl Turn<'_> {
    fn heed(&mut self, line: &str) {
        let first = line.split_whitespace().next().unwrap_or_default();
        self.linear.state.notice = None;
        match Asked::read(line) {
            Asked::More => self.go_on(PORTION_ROWS),
            Asked::Number(number) => self.choose(number),
            Asked::Word(word, rest) => self.carry_out(word, &rest),
            Asked::Kind(kind) => self.list_kind(List::of(kind)),
            Asked::Several(words) => {
                let names: Vec<&str> = words.iter().filter_map(|word| reading::beginning(word, first)).collect();
                let names = names.join(self.words().linear.or);
                self.say(&filled(self.words().linear.several, &[first, &names]));
            }
            Asked::TooMuch(word) => {
                let name = word.name(self.state().lang);
                self.say(&filled(self.words().linear.too_much, &[name]));
            }
            Asked::Unknown(near) if near.is_empty() => {
                self.say(&filled(self.words().linear.unknown, &[first]));
            }
            Asked::Unknown(near) => {
                let names = self.names(&near);
                self.say(&filled(self.words().linear.unknown_near, &[first, &names]));
            }
        }
    }

    const fn state(&self) -> &State {
        &self.linear.state
    }

    const fn words(&self) -> &'static Words {
        Words::of(self.linear.state.lang)
    }

    fn say(&mut self, line: &str) {
        self.said.push(line.to_owned());
    }

    /// What the last action remarked, if anything.
    fn say_notice(&mut self) {
        match self.linear.state.notice.take() {
            // No key does what it says.
            Some(Notice::Kept(told)) => self.say(&told.without_key().told(self.words())),
            Some(Notice::Faults { count, skipped, .. }) => {
                let words = self.words();
                self.say(&(words.faults_told(count, skipped) + words.faults_page.by_word));
            }
            Some(notice) => self.say(&notice.told(self.world, self.linear.state.lang)),
            None => {}
        }
    }

    fn update(&mut self, action: Action) {
        let effect = super::update(&mut self.linear.state, self.world, action);
        self.effects.extend(effect);
    }

    /// Into the text of what is open, where the keys of the reader hold.
    fn enter_reader(&mut self) {
        self.linear.state.overlay = Overlay::None;
        if !self.state().view.in_reader {
            self.update(Action::Open);
        }
    }

    /// Tells a text, as much as makes a portion.
    fn tell_text(&mut self, lines: Vec<String>) {
        self.linear.text = lines;
        self.linear.rest = Rest::Text(0);
        self.go_on(PORTION_ROWS);
    }

    /// Tells a numbered list, as much as makes a portion.
    fn tell_list(&mut self, items: Vec<Item>, choices: Vec<Choice>) {
        self.linear.list = items;
        self.linear.choices = choices;
        self.linear.rest = Rest::List(0);
        self.go_on(PORTION_ROWS);
    }

    /// Tells choices under a line.
    fn tell_choices(&mut self, heading: Option<String>, choices: Vec<Choice>) {
        let items = heading.map(Item::Line).into_iter().chain((0..choices.len()).map(Item::Choice));
        self.tell_list(items.collect(), choices);
    }

    /// Goes on with what was not told yet, by so many rows of a terminal.
    fn go_on(&mut self, rows: usize) {
        if self.linear.rest == Rest::List(self.linear.list.len()) {
            self.list_more_hits();
        }
        let (mut at, count) = match self.linear.rest {
            Rest::Nothing => {
                self.say(self.words().linear.no_more);
                return;
            }
            Rest::Text(at) => (at, self.linear.text.len()),
            Rest::List(at) => (at, self.linear.list.len()),
        };
        let mut used = 0;
        while at < count {
            let line = self.line(at);
            used += text::width(&line, Ambiguous::Narrow).div_ceil(usize::from(SIZE.cols)).max(1);
            if used > rows && count - at > FEW_LINES && !self.said.is_empty() {
                break;
            }
            self.said.push(line);
            at += 1;
        }
        let is_list = matches!(self.linear.rest, Rest::List(_));
        let left = count - at + if is_list { self.unlisted_hits() } else { 0 };
        self.linear.rest = if is_list { Rest::List(at) } else { Rest::Text(at) };
        if left == 0 {
            self.linear.rest = Rest::Nothing;
        } else {
            self.say(&filled(self.words().linear.more, &[&left.to_string()]));
        }
    }

    /// A line of what is being told.
    fn line(&self, at: usize) -> String {
        if let Rest::Text(_) = self.linear.rest {
            return self.linear.text[at].clone();
        }
        match &self.linear.list[at] {
            Item::Line(line) => line.clone(),
            Item::Choice(choice) => {
                let says = self.choice(*choice, &self.linear.choices[*choice]);
                filled(self.words().linear.choice, &[&(choice + 1).to_string(), &says])
            }
        }
    }
}

/// Words with each `{}` filled in, in order.
fn filled(words: &str, with: &[&str]) -> String {
    let mut parts = words.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        text.push_str(with.get(number).copied().unwrap_or_default());
        text.push_str(part);
    }
    text
}
