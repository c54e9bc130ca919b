//! What is in force: an option before the environment, that before the reader's file, that before the locale and what
//! comes with the program.

use std::sync::Arc;

use super::config::theme::{self, Chosen};
use super::config::{Config, Said};
use super::error::Error;
use super::options::{BORDERS, Color, Options, Width};
use super::surroundings::{self, AMBIGUOUS, Surroundings, THEME};
use crate::data::Lang;
use crate::ui::Theme;
use crate::ui::keymap::Keymap;
use crate::ui::layout::Borders;

/// Where a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Option(&'static str),
    Variable(&'static str),
    /// The line of the reader's file, from 1.
    Line(usize),
    Locale,
    Default,
}

/// A setting and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting<T> {
    pub(super) value: T,
    pub(super) from: Origin,
}

/// All that was said of how the program is to be.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) options: Options,
    pub(super) surroundings: Surroundings,
    pub(super) config: Config,
    /// The theme that an option or the environment names; the name where there is none.
    asked_theme: Option<Result<Setting<Chosen>, String>>,
}

impl Settings {
    pub(super) fn of(options: Options, surroundings: Surroundings) -> Self {
        let named = options.config.as_deref().or(surroundings.config.as_deref());
        let mut config = Config::open(named, surroundings.folders.config_file());
        let asked = option(options.theme.clone(), "--theme").or(variable(surroundings.theme.clone(), THEME));
        let asked_theme = asked.map(|Setting { value: name, from }| {
            let (value, faults) = theme::named(&name, config.path.as_deref()).ok_or(name)?;
            config.faults.extend(faults);
            Ok(Setting { value, from })
        });
        Self { options, surroundings, config, asked_theme }
    }

    pub(super) fn lang(&self) -> Setting<Lang> {
        let locale = match self.surroundings.locale() {
            Some(_) => Setting { value: self.surroundings.lang(), from: Origin::Locale },
            None => Setting { value: self.surroundings.lang(), from: Origin::Default },
        };
        option(self.options.lang, "--lang").or(said(self.config.lang)).unwrap_or(locale)
    }

    /// How characters of ambiguous width are drawn.
    pub(super) fn ambiguous(&self) -> Result<Setting<Width>, Error> {
        if let Some(asked) = option(self.options.ambiguous, "--ambiguous") {
            return Ok(asked);
        }
        let named = self.surroundings.ambiguous().map_err(Error::variable(AMBIGUOUS, &Width::NAMES))?;
        Ok(variable(named, AMBIGUOUS).or(said(self.config.ambiguous)).unwrap_or(usual(Width::Auto)))
    }

    pub(super) fn theme(&self) -> Result<Setting<Chosen>, Error> {
        match &self.asked_theme {
            Some(Ok(asked)) => Ok(asked.clone()),
            Some(Err(name)) => Err(Error::Theme(name.clone(), theme::file(name, self.config.path.as_deref()))),
            None => {
                let terminal = Chosen { theme: Theme::TERMINAL, name: Some(Theme::TERMINAL.name.written().to_owned()) };
                Ok(said(self.config.theme.clone()).unwrap_or(usual(terminal)))
            }
        }
    }

    pub(super) fn borders(&self) -> Result<Setting<Borders>, Error> {
        if let Some(asked) = option(self.options.borders, "--borders") {
            return Ok(asked);
        }
        let named = self.surroundings.borders().map_err(Error::variable(surroundings::BORDERS, &BORDERS))?;
        Ok(variable(named, surroundings::BORDERS).or(said(self.config.borders)).unwrap_or(usual(Borders::None)))
    }

    pub(super) fn color(&self) -> Setting<Color> {
        let never = self.surroundings.is_without_colour().then_some(Color::Never);
        // `--color auto` leaves it to the environment.
        let asked = option(self.options.color, "--color");
        let chosen = asked.filter(|color| color.value != Color::Auto);
        chosen.or(variable(never, "NO_COLOR")).or(asked).or(said(self.config.color)).unwrap_or(usual(Color::Auto))
    }

    pub(super) fn mouse(&self) -> Setting<bool> {
        said(self.config.mouse).unwrap_or(usual(false))
    }

    pub(super) fn keymap(&self) -> Arc<Keymap> {
        Arc::clone(&self.config.keymap)
    }
}

fn option<T>(value: Option<T>, name: &'static str) -> Option<Setting<T>> {
    value.map(|value| Setting { value, from: Origin::Option(name) })
}

fn variable<T>(value: Option<T>, name: &'static str) -> Option<Setting<T>> {
    value.map(|value| Setting { value, from: Origin::Variable(name) })
}

fn said<T>(said: Option<Said<T>>) -> Option<Setting<T>> {
    said.map(|Said { value, line }| Setting { value, from: Origin::Line(line) })
}

fn usual<T>(value: T) -> Setting<T> {
    Setting { value, from: Origin::Default }
}
