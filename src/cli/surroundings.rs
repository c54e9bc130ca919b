//! What the environment says about the reader and the terminal. The only place that asks it.

use crate::data::Lang;
use crate::term::Colours;

/// The variables that matter, as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    locale: String,
    term: String,
    colorterm: String,
    no_color: bool,
}

impl Surroundings {
    pub(super) fn of_process() -> Self {
        Self::of(|name| std::env::var(name).ok())
    }

    fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        Self {
            locale: locale.unwrap_or_default(),
            term: set("TERM").unwrap_or_default(),
            colorterm: set("COLORTERM").unwrap_or_default(),
            no_color: set("NO_COLOR").is_some(),
        }
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

    pub(super) fn colours(&self) -> Colours {
        if self.no_color {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Surroundings {
        let found = |name: &str| variables.iter().find(|(known, _)| *known == name);
        Surroundings::of(|name| found(name).map(|(_, value)| (*value).to_owned()))
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
        assert_eq!(with(&[("TERM", "xterm-256color")]).colours(), Colours::Indexed);
        assert_eq!(with(&[("TERM", "linux")]).colours(), Colours::Sixteen);
        assert_eq!(with(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]).colours(), Colours::True);
        assert_eq!(with(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]).colours(), Colours::None);
        assert_eq!(with(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]).colours(), Colours::Indexed);
    }
}
