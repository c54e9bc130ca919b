//! zhegang (浙港): a terminal browser for a meeting record.
//!
//! # The screen, and who draws what
//!
//! ```text
//!  浙港合作會議第一次會議  杭州  2025-04-24             / 搜尋  ? 按鍵說明    view/bars.rs
//!  1  範疇 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 13  ╎  範疇 3                                    view/panes.rs, view/row.rs
//!  ›  3 科技創新              2  ╎  科技創新                                  view/reader.rs
//!     4 航空                  -  ╎  Innovation and technology                 what it says: ui/article/
//!  2  項目 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 10/51  ╎                                            its lines: ui/set.rs
//!  ▪  3 院校與企業聯手研發       ╎  項目
//!  3  人物  機構  地點 ╌╌╌╌╌ 30  ╎  ▪ 院校與企業聯手研發
//!  4  文件  發言  行程  來源 ╌ 6 ╎
//!  j 下移  Enter 開啟  ? 說明                              範疇 › 科技創新    hints: ui/keymap.rs
//! ```
//!
//! `view/search.rs` draws the search over everything, `view/help.rs` the keys.
//!
//! # The way of a key
//!
//! bytes (`term::tty`, or any other transport) → `term::decode` → key → `ui::press`, which asks the session's keymap
//! `ui::keymap` → action → `ui::update`, which changes the `State` → `view::draw` → a buffer of cells → `term::paint` →
//! bytes. `update` and `draw` cannot fail. A `term::Session` holds all of it and does no I/O.
//!
//! # The layers
//!
//! A file uses only lower layers and its own; `tests/layering.rs` enforces it.
//!
//! ```text
//! data, text  <  search  <  ui  <  view  <  term  <  cli  <  main
//! ```
//!
//! Nothing below `term` reads a clock, the environment, a file or a static. `ui::World` (the record and its index) is
//! shared by all sessions and never changes: a newer version is another one (`Session::hear_news`). A `ui::State` belongs
//! to one session. What takes long of a large record is made beside the sessions, by who runs them: its index
//! (`World::build_index`), and what changed in it (`World::differences`); what matches in it is counted when they have
//! nothing else to do (`Session::count`).
//!
//! # Without a screen
//!
//! ```
//! use zhegang::{data, search::Query, text, ui::World};
//!
//! let loaded = data::load(data::BUNDLED.as_bytes(), text::neutral)?;
//! let world = World::new(loaded).expect("the record has entries");
//! let found = world.find(&Query::read("ljc"), &[], 10);
//! assert_eq!(world.record.entry(found.hits[0].id).name.shown(data::Lang::En), "John Lee");
//! # Ok::<(), data::LoadError>(())
//! ```
//!
//! # Where a change goes
//!
//! | to change | look in |
//! | --- | --- |
//! | a fact of the record | `data/record.json`, `data/README.md` |
//! | what a record may hold, its schema and the tables of its document | `data::format` |
//! | how a record is read, and what is a fault | `data::model`, `data::load` |
//! | how faults are told | `cli::check`, `ui::article` |
//! | the piece of a line that shows where a fault is | `text::excerpt` |
//! | how wide a character is, where a line breaks | `text::width`, `text::wrap` |
//! | what is found, and what comes first | `search::corpus`, `search::rank` |
//! | what a pane lists, in which order, and what a row shows | `ui::list`, `view::row` |
//! | a key and its words | `ui::keymap` |
//! | what a key does | `ui::update` and its rooms |
//! | what the program says, in three languages | `ui::words` |
//! | what the page of an entry says | `ui::article` |
//! | several records as one, and what may be the same in two | `data::library`, `search::same`, `cli::library` |
//! | how two records are compared, and how what changed is told | `ui::diff`, `ui::article`, `cli::diff` |
//! | where things stand on the screen | `ui::layout` |
//! | how things look | `ui::theme`, and the file of the part in `view` |
//! | what goes over the line, and what comes in | `term::paint`, `term::decode` |
//! | what becomes of a session when its file changes | `ui::update` (`replacing`), `term::watcher`, `cli::watch` |
//! | what is shown while a record is read, and how that is called off | `data::progress`, `view::loading`, `term::tty` |
//! | how the terminal is taken and given back | `term::session`, `term::tty` |
//! | what a reader keeps: bookmarks, marks, where they were | `ui::kept`, `ui::bookmarks`, `cli::kept` |
//! | an option or a verb of the command line, what the environment says | `cli::options`, `cli::surroundings` |
//! | what can be typed where no screen is seen, and what is said | `ui::linear` |
//! | the record as plain text | `cli::plain`, `ui::article::outline` |
//! | what the search prints for the shell | `cli::search` |
//! | what an entry is in JSON, in a table, in Markdown | `ui::json`, `cli::export` |
//! | the form of a file that `fmt` writes, the record that `new` writes | `data::canonical`, `cli::fmt`, `cli::new` |

pub mod cli;
pub mod data;
pub mod search;
pub mod term;
pub mod text;
pub mod ui;
pub mod view;
