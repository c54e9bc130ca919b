//! One reader's session: bytes in, effects and bytes out. No I/O and no clock, so that it runs behind any transport.

use std::sync::Arc;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};

use super::colour::Colours;
use super::decode::{Decoder, Input, Report};
use super::paint::Painter;
use super::pen::{WHOLE_SCREEN, put};
use super::probe::{Answer, Probe};
use super::watcher::News;
use crate::data::Lang;
use crate::text::Ambiguous;
use crate::ui::address::Address;
use crate::ui::kept::{Keep, Place, Reply};
use crate::ui::state::{Notice, Overlay, Unfit};
use crate::ui::{self, Effect, Options, Size, State, World, update};
use crate::view;

/// The size of a terminal that does not know its own.
pub const USUAL_SIZE: Size = Size { cols: 80, rows: 24 };
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";
/// A client may claim any size; no more than this is drawn.
const LARGEST_SIZE: Size = Size { cols: 400, rows: 200 };

/// A session with its screen.
#[derive(Debug)]
pub struct Session {
    world: Arc<World>,
    state: State,
    decoder: Decoder,
    painter: Painter,
    size: Size,
    probe: Option<Probe>,
    /// Why the terminal is unfit, if that was told, and if it is still to be told.
    told: Option<Unfit>,
    untold: Option<Unfit>,
    /// Whether the next frame is to ask.
    is_asking: bool,
    /// Whether the terminal was told to tell of the mouse.
    is_listening: bool,
    /// Whether anything happened since the last frame.
    is_stale: bool,
}

impl Session {
    pub fn new(world: Arc<World>, options: Options, colours: Colours) -> Self {
        let size = drawable(options.size).unwrap_or(USUAL_SIZE);
        let painter = Painter::new(colours, options.ambiguous);
        let state = State::new(&world, Options { size, ..options });
        let decoder = Decoder::default();
        let (probe, told, untold) = (None, None, None);
        Self {
            world,
            state,
            decoder,
            painter,
            size,
            probe,
            told,
            untold,
            is_asking: false,
            is_listening: false,
            is_stale: true,
        }
    }

    /// Asks the terminal how it draws Chinese, together with the first frame. Until it answers, ambiguous characters are
    /// drawn so that nothing shifts on any terminal.
    pub fn asking(mut self) -> Self {
        self.draw_ambiguous(Ambiguous::Wide);
        self.probe = Some(Probe::default());
        self.is_asking = true;
        self
    }

    /// Begins where an address leads.
    pub fn at(mut self, address: &Address) -> Self {
        ui::follow_address(&mut self.state, &self.world, address);
        self
    }

    /// Begins with what earlier sessions kept.
    pub fn keeping(mut self, reply: Reply) -> Self {
        self.hear_kept(reply);
        self
    }

    /// Begins where an earlier session was.
    pub fn resuming(mut self, place: &Place) -> Self {
        update::resume(&mut self.state, &self.world, place);
        self
    }

    /// Begins with a page that says why Chinese can't be shown, and what helps.
    pub fn unfit(mut self, unfit: Unfit) -> Self {
        self.state.overlay = Overlay::Unfit(unfit);
        self.told = Some(unfit);
        self
    }

    /// Begins with a notice, unless there is a more urgent one.
    pub fn saying(mut self, notice: Notice) -> Self {
        self.state.notice.get_or_insert(notice);
        self
    }

    /// What prepares a terminal for a session. Bracketed paste is spelled out: crossterm has it only together with
    /// its event reader.
    pub fn enter() -> Vec<u8> {
        let mut out = String::new();
        put(&mut out, EnterAlternateScreen);
        put(&mut out, DisableLineWrap);
        out.push_str("\x1b[?2004h");
        put(&mut out, Hide);
        out.into_bytes()
    }

    /// What gives a terminal back, also in the middle of a frame.
    pub fn leave() -> Vec<u8> {
        let mut out = String::from("\x1b[m");
        put(&mut out, EndSynchronizedUpdate);
        out.push_str(WHOLE_SCREEN);
        // Where there is no alternate screen to leave, the shell goes on below.
        put(&mut out, MoveTo(0, LARGEST_SIZE.rows));
        out.push_str(MOUSE_OFF);
        out.push_str("\x1b[?2004l");
        put(&mut out, EnableLineWrap);
        put(&mut out, Show);
        put(&mut out, LeaveAlternateScreen);
        out.into_bytes()
    }

    /// Bytes came from the terminal. What follows a `Quit` is left alone.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Effect> {
        let inputs = self.decoder.feed(bytes);
        self.apply(inputs)
    }

    /// Whether `settle` is due if nothing more comes for a moment.
    pub fn is_waiting(&self) -> bool {
        self.decoder.is_waiting()
    }

    /// Whether the terminal was asked something and has not answered yet. What it sends then is no key.
    pub fn is_asked(&self) -> bool {
        self.probe.as_ref().is_some_and(Probe::is_pending)
    }

    /// Whether a search waits for the index of the record: `catch_up` is to be called a few times a second.
    pub fn awaits_index(&self) -> bool {
        ui::awaits_index(&self.state)
    }

    /// Time passed in which the index was being made.
    pub fn catch_up(&mut self) {
        self.is_stale |= ui::catch_up(&mut self.state, &self.world);
    }

    /// Whether it is shown how many match without their having been counted: `count` is to be called when nothing else
    /// is to be done.
    pub fn awaits_counts(&self) -> bool {
        ui::awaits_counts(&self.state)
    }

    /// Counts what matches, unless that `is_outdated` before it is done.
    pub fn count(&mut self, is_outdated: &(dyn Fn() -> bool + Sync)) {
        self.is_stale |= ui::count(&mut self.state, &self.world, is_outdated);
    }

    /// What came of a change that was to be kept.
    pub fn hear_kept(&mut self, reply: Reply) {
        update::hear(&mut self.state, &self.world, reply);
        self.is_stale = true;
    }

    /// Where the session is, and what is being typed that is to be kept: what it leaves when it ends.
    pub fn legacy(&self) -> (Option<Keep>, Place) {
        (update::unsaved(&self.state), Place::of(&self.state, &self.world))
    }

    /// There is another version of the record, or one that can't be read.
    pub fn hear_news(&mut self, news: News) {
        match news {
            News::Newer(world) => {
                let world = Arc::new(world.changed_from(&self.world));
                ui::replace(&mut self.state, &self.world, &world);
                self.world = world;
            }
            News::Unread(why) => ui::unread(&mut self.state, why),
        }
        self.is_stale = true;
    }

    /// What the session shows.
    pub const fn world(&self) -> &Arc<World> {
        &self.world
    }

    /// The language of the screen.
    pub const fn lang(&self) -> Lang {
        self.state.lang
    }

    /// A program has taken what the terminal is asked to copy, too.
    pub fn note_taken(&mut self, by: &'static str) {
        ui::note_taken(&mut self.state, by);
        self.is_stale = true;
    }

    /// Bytes came while the session ends: only answers in them matter.
    pub fn hear_out(&mut self, bytes: &[u8]) {
        for input in self.decoder.feed(bytes) {
            if let Input::Report(report) = input {
                self.hear(report);
            }
        }
    }

    /// Nothing more came for a moment: what looked like the beginning of a sequence was a key.
    pub fn settle(&mut self) -> Vec<Effect> {
        let inputs = self.decoder.settle();
        self.apply(inputs)
    }

    /// The terminal has another size. One without cells is not believed.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        let Some(size) = drawable(Size { cols, rows }) else { return };
        if size != self.size {
            self.size = size;
            ui::resize(&mut self.state, &self.world, size);
            self.is_stale = true;
        }
    }

    /// The bytes that show what the session has come to. None if nothing happened.
    pub fn frame(&mut self) -> Vec<u8> {
        if !self.is_stale {
            return Vec::new();
        }
        self.is_stale = false;
        // Not over a field: what is being typed goes on.
        if self.state.overlay == Overlay::None
            && let Some(unfit) = self.untold.take()
        {
            self.state.overlay = Overlay::Unfit(unfit);
            self.told = Some(unfit);
        }
        let mut bytes = self.question().as_bytes().to_vec();
        bytes.extend(self.listening().as_bytes());
        bytes.extend(self.painter.paint(&view::draw(&self.state, &self.world)));
        bytes
    }

    /// Something else wrote on the screen, or it is another one: the next frame is whole and asks anew.
    pub fn forget(&mut self) {
        self.is_listening = false;
        self.repaint();
        self.is_asking = true;
    }

    /// The screen may have lost what it showed: the next frame is whole.
    pub fn repaint(&mut self) {
        self.painter.forget();
        self.is_stale = true;
    }

    /// What turns the mouse on or off, where that is not as it is wanted: presses and the wheel, in numbers of any size.
    fn listening(&mut self) -> &'static str {
        let wants = ui::mouse::listens(&self.state);
        match (std::mem::replace(&mut self.is_listening, wants), wants) {
            (false, true) => "\x1b[?1000h\x1b[?1006h",
            (true, false) => MOUSE_OFF,
            _ => "",
        }
    }

    /// What the next frame asks, where it is painted over at once.
    fn question(&mut self) -> &'static str {
        let has_room = self.size.rows > 1 && self.size.cols > 3;
        match self.probe.as_mut().filter(|_| self.is_asking && has_room) {
            Some(probe) => {
                self.is_asking = false;
                probe.ask()
            }
            None => "",
        }
    }

    fn hear(&mut self, report: Report) {
        match self.probe.as_mut().and_then(|probe| probe.hear(report)) {
            Some(Answer::Fit(ambiguous)) => self.draw_ambiguous(ambiguous),
            // Who went on all the same is not told again.
            Some(Answer::Unfit(unfit)) if self.told != Some(unfit) => {
                self.untold = Some(unfit);
                self.is_stale = true;
            }
            Some(Answer::Unfit(_)) | None => {}
        }
    }

    fn draw_ambiguous(&mut self, ambiguous: Ambiguous) {
        if self.state.ambiguous != ambiguous {
            ui::set_ambiguous(&mut self.state, &self.world, ambiguous);
            self.painter.set_ambiguous(ambiguous);
            self.is_stale = true;
        }
    }

    fn apply(&mut self, inputs: Vec<Input>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut inputs = inputs.into_iter().peekable();
        while let Some(input) = inputs.next() {
            self.is_stale |= !matches!(input, Input::Report(_));
            match input {
                Input::Report(report) => self.hear(report),
                Input::Key(key) => match ui::change(&self.state, key) {
                    None => effects.extend(ui::press(&mut self.state, &self.world, key)),
                    // What is typed together is searched for once.
                    Some(change) => {
                        let mut changes = vec![change];
                        while let Some(change) = inputs.peek().and_then(|input| input.change(&self.state)) {
                            changes.push(change);
                            inputs.next();
                        }
                        ui::change_together(&mut self.state, &self.world, &changes);
                    }
                },
                Input::Mouse(mouse) => effects.extend(ui::point(&mut self.state, &self.world, mouse)),
                Input::Paste(text) => ui::paste(&mut self.state, &self.world, &text),
            }
            if effects.last() == Some(&Effect::Quit) {
                break;
            }
        }
        effects
    }
}

pub(super) fn drawable(size: Size) -> Option<Size> {
    let is_empty = size.cols == 0 || size.rows == 0;
    let Size { cols, rows } = LARGEST_SIZE;
    (!is_empty).then(|| Size { cols: size.cols.min(cols), rows: size.rows.min(rows) })
}
