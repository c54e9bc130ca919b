//! Drives a session by keys and reads its screens, without a terminal.

#![allow(dead_code, reason = "every test file uses its own part of this")]

pub mod search;

use std::sync::{Arc, LazyLock};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use zhegang::data::{self, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::{self, Effect, Key, Options, Size, State, World};
use zhegang::view;

static BUNDLED: LazyLock<Arc<World>> = LazyLock::new(|| {
    let loaded = data::load(data::BUNDLED.as_bytes(), text::neutral).expect("the bundled record opens");
    Arc::new(World::new(loaded).expect("the bundled record has entries"))
});

/// The world of the bundled record.
pub fn world() -> Arc<World> {
    Arc::clone(&BUNDLED)
}

/// A session driven by keys.
#[derive(Debug, Clone)]
pub struct Script {
    pub world: Arc<World>,
    pub state: State,
    pub effects: Vec<Effect>,
}

impl Script {
    /// Opens the bundled record on a screen such as `80x24`.
    pub fn open(size: &str) -> Self {
        Self::open_in(size, Lang::ZhHant)
    }

    pub fn open_in(size: &str, lang: Lang) -> Self {
        Self::of(world(), size, lang, Ambiguous::Narrow)
    }

    pub fn of(world: Arc<World>, size: &str, lang: Lang, ambiguous: Ambiguous) -> Self {
        Self::with(world, Options::new(parse_size(size), lang, ambiguous))
    }

    pub fn with(world: Arc<World>, options: Options) -> Self {
        let state = State::new(&world, options);
        Self { world, state, effects: Vec::new() }
    }

    /// Types keys, written as in the key table: `j j enter /`. `text:…` types every character of a word.
    #[track_caller]
    pub fn keys(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            if let Some(typed) = name.strip_prefix("text:") {
                typed.chars().for_each(|char| self.press(Key::char(char)));
            } else {
                self.press(Key::parse(name).unwrap_or_else(|| panic!("no key is called {name}")));
            }
        }
        self
    }

    pub fn press(&mut self, key: Key) {
        self.effects.extend(ui::press(&mut self.state, &self.world, key));
    }

    pub fn paste(mut self, text: &str) -> Self {
        ui::paste(&mut self.state, &self.world, text);
        self
    }

    pub fn resize(mut self, size: &str) -> Self {
        ui::resize(&mut self.state, &self.world, parse_size(size));
        self
    }

    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        let screen = self.screen();
        assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
        self
    }

    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
        self
    }

    /// The name of the entry that the reader shows, in Traditional Chinese.
    pub fn here(&self) -> &str {
        self.world.record.entry(self.state.view.here).name.shown(Lang::ZhHant)
    }

    #[track_caller]
    pub fn stands_at(self, name: &str) -> Self {
        assert_eq!(self.here(), name, "\n{}", self.screen());
        self
    }

    pub fn buffer(&self) -> Buffer {
        view::draw(&self.state, &self.world).buffer
    }

    pub fn cursor(&self) -> Option<Position> {
        view::draw(&self.state, &self.world).cursor
    }

    /// The screen as text, a line for each row.
    pub fn screen(&self) -> String {
        lines(&self.buffer()).join("\n")
    }
}

pub fn parse_size(size: &str) -> Size {
    let (cols, rows) = size.split_once('x').expect("a size is COLSxROWS");
    Size { cols: cols.parse().expect("columns"), rows: rows.parse().expect("rows") }
}

/// The rows of a buffer; the tail of a wide character is not a character of its own.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    (area.y..area.bottom())
        .map(|y| {
            let mut line = String::new();
            let mut x = area.x;
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(text::width(symbol, Ambiguous::Narrow)).unwrap_or(1).max(1);
            }
            line.trim_end().to_owned()
        })
        .collect()
}
