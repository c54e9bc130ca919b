//! What the environment says about the reader and the terminal. The only place that asks it.

use std::ffi::OsString;
use std::path::PathBuf;

use super::folders::Folders;
use super::options::{Color, Width};
use crate::data::Lang;
use crate::term::tty::{Clipboard, Tool};
use crate::term::{Between, Colours};
use crate::ui::layout::Borders;

/// Says what `--ambiguous` says.
pub(super) const AMBIGUOUS: &str = "ZHEGANG_AMBIGUOUS";
/// Says what `--borders` says.
pub(super) const BORDERS: &str = "ZHEGANG_BORDERS";

/// Says what `--theme` says.
pub(super) const THEME: &str = "ZHEGANG_THEME";

/// Says what `--config` says.
pub(super) const CONFIG: &str = "ZHEGANG_CONFIG";

/// The variables that matter, as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    locale: String,
    /// The locale that says how characters are written.
    charset: String,
    term: String,
    colorterm: String,
    no_color: bool,
    ambiguous: Option<String>,
    pub(super) theme: Option<String>,
    borders: Option<String>,
    is_tmux: bool,
    /// The file of settings, where it is not the usual one.
    pub(super) config: Option<PathBuf>,
    pub(super) folders: Folders,
    /// Where what is copied goes.
    clipboard: Clipboard,
}

impl Surroundings {
    pub(super) fn of_process() -> Self {
        Self::of(|name| std::env::var_os(name))
    }

    fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let named = |name: &str| variable(name).filter(|value| !value.is_empty());
        let set = |name: &str| named(name).and_then(|value| value.into_string().ok());
        let first_of = |names: [&str; 3]| names.into_iter().find_map(set).unwrap_or_default();
        Self {
            locale: first_of(["LC_ALL", "LC_MESSAGES", "LANG"]),
            charset: first_of(["LC_ALL", "LC_CTYPE", "LANG"]),
            term: set("TERM").unwrap_or_default(),
            colorterm: set("COLORTERM").unwrap_or_default(),
            no_color: set("NO_COLOR").is_some(),
            ambiguous: set(AMBIGUOUS),
            theme: set(THEME),
            borders: set(BORDERS),
            is_tmux: set("TMUX").is_some(),
            config: named(CONFIG).map(PathBuf::from),
            folders: Folders::of(named),
            clipboard: clipboard(|name| set(name).is_some()),
        }
    }

    /// Colours are not wanted, whatever the terminal.
    pub(super) const fn is_without_colour(&self) -> bool {
        self.no_color
    }

    /// The variable that says the language, where one does.
    pub(super) fn locale(&self) -> Option<&str> {
        Some(self.locale.as_str()).filter(|locale| !locale.is_empty())
    }

    /// The language of the locale; Traditional Chinese where it names none of ours.
    pub(super) fn lang(&self) -> Lang {
        let name = self.locale.to_ascii_lowercase().replace('-', "_");
        let (language, rest) = name.split_once(['_', '.', '@']).unwrap_or((&name, ""));
        match language {
            "en" => Lang::En,
            "zh" if ["cn", "sg", "my", "hans"].iter().any(|region| rest.starts_with(region)) => Lang::ZhHans,
            _ => Lang::ZhHant,
        }
    }

    pub(super) fn is_dumb(&self) -> bool {
        self.term == "dumb"
    }

    /// What it says of characters of ambiguous width; what it says where that makes no sense.
    pub(super) fn ambiguous(&self) -> Result<Option<Width>, String> {
        let Some(name) = &self.ambiguous else { return Ok(None) };
        Width::parse(name).map(Some).ok_or_else(|| name.clone())
    }

    /// The borders that it names; what it says where there are none of that name.
    pub(super) fn borders(&self) -> Result<Option<Borders>, String> {
        let Some(name) = &self.borders else { return Ok(None) };
        Borders::named(name).map(Some).ok_or_else(|| name.clone())
    }

    /// The console of Linux, which has no Chinese glyphs.
    pub(super) fn is_console(&self) -> bool {
        self.term == "linux"
    }

    /// Whether tmux was probably started in a locale without UTF-8.
    pub(super) fn is_tmux_without_utf8(&self) -> bool {
        let charset = self.charset.to_ascii_lowercase();
        self.is_tmux && !charset.contains("utf-8") && !charset.contains("utf8")
    }

    pub(super) fn clipboard(&self) -> Clipboard {
        self.clipboard.clone()
    }

    /// Whether the terminal is known to have no clipboard, and no program has one either.
    pub(super) fn has_no_clipboard(&self) -> bool {
        let lacks = self.is_console() || self.term.starts_with("vt1") || self.term.starts_with("vt2");
        lacks && self.clipboard.tools.is_empty()
    }

    pub(super) fn colours(&self, color: Color) -> Colours {
        let is_monochrome = self.term.starts_with("vt1") || self.term.starts_with("vt2");
        let is_wanted = match color {
            Color::Auto => !self.no_color && !is_monochrome,
            Color::Always => true,
            Color::Never => false,
        };
        if !is_wanted {
            Colours::None
        } else if matches!(self.colorterm.as_str(), "truecolor" | "24bit") {
            Colours::True
        } else if self.term.contains("256color") || self.term.contains("direct") {
            Colours::Indexed
        } else {
            Colours::Sixteen
        }
    }
}

/// Where what is copied goes. Programs of this machine serve a reader who sits at it; tmux knows where its own sit.
fn clipboard(is_set: impl Fn(&str) -> bool) -> Clipboard {
    let between = match (is_set("TMUX"), is_set("STY")) {
        (true, _) => Between::Tmux,
        (false, true) => Between::Screen,
        (false, false) => Between::Nothing,
    };
    let is_here = !is_set("SSH_CONNECTION");
    let tools = [
        (Tool::TMUX, between == Between::Tmux),
        (Tool::WAYLAND, is_here && is_set("WAYLAND_DISPLAY")),
        (Tool::XCLIP, is_here && is_set("DISPLAY")),
        (Tool::XSEL, is_here && is_set("DISPLAY")),
        (Tool::MACOS, is_here && cfg!(target_os = "macos")),
    ];
    Clipboard { between, tools: tools.into_iter().filter(|(_, serves)| *serves).map(|(tool, _)| tool).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Surroundings {
        let found = |name: &str| variables.iter().find(|(known, _)| *known == name);
        Surroundings::of(|name| found(name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_locale_names_the_language() {
        for (locale, lang) in [
            ("zh_HK.UTF-8", Lang::ZhHant),
            ("zh_TW.UTF-8", Lang::ZhHant),
            ("zh_CN.UTF-8", Lang::ZhHans),
            ("zh-Hans", Lang::ZhHans),
            ("en_GB.UTF-8", Lang::En),
            ("C.UTF-8", Lang::ZhHant),
            ("fr_FR.UTF-8", Lang::ZhHant),
            ("", Lang::ZhHant),
        ] {
            assert_eq!(with(&[("LANG", locale)]).lang(), lang, "{locale}");
        }
        assert_eq!(with(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_US.UTF-8")]).lang(), Lang::En);
        assert_eq!(with(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "")]).lang(), Lang::ZhHans);
    }

    #[test]
    fn the_terminal_tells_its_colours() {
        let colours = |variables: &[(&str, &str)], color| with(variables).colours(color);
        assert_eq!(colours(&[("TERM", "xterm-256color")], Color::Auto), Colours::Indexed);
        assert_eq!(colours(&[("TERM", "linux")], Color::Auto), Colours::Sixteen);
        assert_eq!(colours(&[("TERM", "vt100")], Color::Auto), Colours::None);
        assert_eq!(colours(&[("TERM", "xterm"), ("COLORTERM", "truecolor")], Color::Auto), Colours::True);
        assert_eq!(colours(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], Color::Auto), Colours::None);
        assert_eq!(colours(&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Color::Auto), Colours::Indexed);
        assert_eq!(colours(&[("TERM", "vt100"), ("NO_COLOR", "1")], Color::Always), Colours::Sixteen);
        assert_eq!(colours(&[("TERM", "xterm-256color")], Color::Never), Colours::None);
    }

    #[test]
    fn the_environment_may_say_what_is_ambiguous() {
        assert_eq!(with(&[]).ambiguous(), Ok(None));
        assert_eq!(with(&[(AMBIGUOUS, "")]).ambiguous(), Ok(None));
        assert_eq!(with(&[(AMBIGUOUS, "wide")]).ambiguous(), Ok(Some(Width::Known(crate::text::Ambiguous::Wide))));
        assert_eq!(with(&[(AMBIGUOUS, "2")]).ambiguous(), Err("2".to_owned()));
    }

    #[test]
    fn what_is_copied_goes_to_who_reads() {
        let programs = |variables: &[(&str, &str)]| {
            let clipboard = with(variables).clipboard();
            (clipboard.between, clipboard.tools.iter().map(|tool| tool.program).collect::<Vec<_>>())
        };
        let here = |tools: &[&'static str]| [tools, if cfg!(target_os = "macos") { &["pbcopy"] } else { &[] }].concat();
        assert_eq!(programs(&[]), (Between::Nothing, here(&[])));
        assert_eq!(programs(&[("DISPLAY", ":0")]), (Between::Nothing, here(&["xclip", "xsel"])));
        assert_eq!(programs(&[("WAYLAND_DISPLAY", "w")]), (Between::Nothing, here(&["wl-copy"])));
        assert_eq!(programs(&[("DISPLAY", ":0"), ("SSH_CONNECTION", "x")]), (Between::Nothing, vec![]));
        assert_eq!(programs(&[("TMUX", "x"), ("SSH_CONNECTION", "x")]), (Between::Tmux, vec!["tmux"]));
        assert_eq!(programs(&[("STY", "x"), ("SSH_CONNECTION", "x")]), (Between::Screen, vec![]));
        let remote = ("SSH_CONNECTION", "x");
        assert!(with(&[("TERM", "linux"), remote]).has_no_clipboard());
        assert!(!with(&[("TERM", "linux"), remote, ("TMUX", "x")]).has_no_clipboard());
        assert!(!with(&[("TERM", "xterm"), remote]).has_no_clipboard());
    }

    #[test]
    fn tmux_is_suspected_where_the_locale_is_not_utf_8() {
        assert!(with(&[("TMUX", "x"), ("LANG", "C")]).is_tmux_without_utf8());
        assert!(!with(&[("TMUX", "x"), ("LANG", "zh_HK.UTF-8")]).is_tmux_without_utf8());
        assert!(!with(&[("TMUX", "x"), ("LC_CTYPE", "UTF-8"), ("LC_MESSAGES", "C")]).is_tmux_without_utf8());
        assert!(!with(&[("LANG", "C")]).is_tmux_without_utf8());
    }
}
