//! A theme of the reader's own: `[theme]` in the settings, or a file of the folder `themes` beside them.

use std::io;
use std::path::{Path, PathBuf};

use ratatui::style::{Color, Modifier};
use toml::de::{DeTable, DeValue};

use super::{Config, Fault, Reader, Said, Value, read, shape, unknown};
use crate::cli::options::THEMES;
use crate::cli::{shown, told};
use crate::ui::theme::written::{EMPHASIS, colour};
use crate::ui::theme::{Face, Look, Name, Theme};

/// Where themes are, beside the settings, and how their files end.
const FOLDER: &str = "themes";
const ENDING: &str = "toml";
/// What a theme of the reader's own is built on.
const BASE: &str = "base";

/// A theme, and what names it in settings; nothing names a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Chosen {
    pub theme: Theme,
    pub name: Option<String>,
}

impl Chosen {
    /// The table of the settings that says the same; `None` for what has a name.
    pub(in crate::cli) fn table(&self) -> Option<String> {
        if self.name.is_some() {
            return None;
        }
        let base = Theme::of(Name::Plain);
        let lines = Look::ALL.into_iter().filter_map(|look| {
            let beyond = self.theme.given(look).beyond(&base.given(look))?;
            Some(format!("{} = {beyond}\n", look.name()))
        });
        Some(format!("{BASE} = \"{}\"\n{}", base.name.written(), lines.collect::<String>()))
    }
}

/// The file of a theme; `None` where a name can't be that of a file, or nothing says where settings are.
pub(in crate::cli) fn file(name: &str, settings: Option<&Path>) -> Option<PathBuf> {
    let is_name = !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'));
    let folder = settings?.parent()?.join(FOLDER);
    is_name.then(|| folder.join(name).with_extension(ENDING))
}

/// The theme of a name with the faults of its file; `None` where there is none of that name.
pub(in crate::cli) fn named(name: &str, settings: Option<&Path>) -> Option<(Chosen, Vec<Fault>)> {
    if let Some(theme) = Theme::written(name) {
        return Some((Chosen { theme, name: Some(theme.name.written().to_owned()) }, Vec::new()));
    }
    let path = file(name, settings)?;
    let (theme, mut faults) = match read(&path) {
        Ok(bytes) => {
            let mut theme = Theme::TERMINAL.own();
            let config = Config::read_with(&bytes, Config::default(), |reader, root| theme = reader.roles(root));
            (theme, config.faults)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => {
            let message = format!("{error}; check the permissions");
            (Theme::TERMINAL, vec![Fault::new(None, message)])
        }
    };
    for fault in &mut faults {
        fault.file = Some(path.clone());
        fault.is_of_file = false;
    }
    Some((Chosen { theme, name: Some(name.to_owned()) }, faults))
}

impl Reader<'_> {
    pub(super) fn theme(&mut self, value: &Value<'_>) {
        let chosen = match value.get_ref() {
            DeValue::String(name) => {
                let Some((chosen, faults)) = named(name, self.config.path.as_deref()) else {
                    let own = file(name, self.config.path.as_deref()).map(|file| shown(&file));
                    let own = own.map(|file| format!(", or describe it in {file}")).unwrap_or_default();
                    let message =
                        format!("theme is \"{}\"; write one of \"{}\"{own}", told(name), THEMES.join("\", \""));
                    return self.fault(value.span().start, message);
                };
                self.config.faults.extend(faults);
                chosen
            }
            DeValue::Table(table) => Chosen { theme: self.roles(table), name: None },
            _ => {
                let message = format!("theme is {}; write a name such as \"dark\", or a table [theme]", shape(value));
                return self.fault(value.span().start, message);
            }
        };
        self.config.theme = Some(Said { value: chosen, line: self.line(&value.span()) });
    }

    /// A theme by its roles. What is hard to read is told, and drawn all the same.
    fn roles(&mut self, roles: &DeTable<'_>) -> Theme {
        let mut theme = roles.get(BASE).map_or(Theme::TERMINAL, |base| self.base(base)).own();
        let mut said = Vec::new();
        for (name, value) in roles.iter().filter(|(name, _)| name.get_ref() != BASE) {
            let Some(look) = Look::ALL.into_iter().find(|look| look.name() == name.get_ref()) else {
                let message = unknown("role", name.get_ref(), &Look::ALL.map(Look::name));
                self.fault(name.span().start, message);
                continue;
            };
            theme = theme.with(look, self.face(look, theme.given(look), value));
            said.push((look, name.span().start));
        }
        for (look, ratio) in theme.hard_to_read() {
            let at = |wanted| said.iter().find(|(look, _)| *look == wanted).map(|(_, at)| *at);
            if let Some(at) = at(look).or(at(Look::Row)) {
                let name = look.name();
                self.fault(
                    at,
                    format!("{name} has a contrast of {ratio:.1} to its ground; text is read well from 4.5 on"),
                );
            }
        }
        theme
    }

    fn base(&mut self, value: &Value<'_>) -> Theme {
        let base = value.get_ref().as_str().and_then(Theme::written);
        base.unwrap_or_else(|| {
            let message = format!("{BASE} is {}; write one of \"{}\"", shape(value), THEMES.join("\", \""));
            self.fault(value.span().start, message);
            Theme::TERMINAL
        })
    }

    fn face(&mut self, look: Look, base: Face, value: &Value<'_>) -> Face {
        let mut face = base;
        let Some(parts) = value.get_ref().as_table() else {
            let example = "{ fg = \"#5cc8bd\", bold = true }";
            self.fault(value.span().start, format!("{} is {}; write {example}", look.name(), shape(value)));
            return face;
        };
        for (name, value) in parts {
            let name_of = name.get_ref().as_ref();
            match EMPHASIS.iter().find(|(known, _)| *known == name_of) {
                Some((_, modifier)) => self.emphasis(&mut face.modifier, *modifier, name_of, value),
                None if name_of == "fg" => face.fg = self.colour(name_of, value).or(face.fg),
                None if name_of == "bg" => face.bg = self.colour(name_of, value).or(face.bg),
                None => {
                    let known: Vec<&str> = ["fg", "bg"].into_iter().chain(EMPHASIS.map(|(name, _)| name)).collect();
                    self.fault(name.span().start, unknown("part of a role", name_of, &known));
                }
            }
        }
        face
    }

    fn colour(&mut self, name: &str, value: &Value<'_>) -> Option<Color> {
        let found = value.get_ref().as_str().and_then(colour);
        if found.is_none() {
            let ways = "\"#rrggbb\", \"indexed 30\", a name such as \"red\" or \"bright red\", or \"default\"";
            self.fault(value.span().start, format!("{name} is {}; write {ways}", shape(value)));
        }
        found
    }

    fn emphasis(&mut self, all: &mut Modifier, one: Modifier, name: &str, value: &Value<'_>) {
        if let Some(is_on) = self.is_on(name, value) {
            all.set(one, is_on.value);
        }
    }
}
