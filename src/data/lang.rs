//! Texts in several languages: which form to show, and what stands beneath it.

use ecow::EcoString;

/// A language that the program speaks and that a reader can ask names in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    #[default]
    ZhHant,
    ZhHans,
    En,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::ZhHant, Self::ZhHans, Self::En];

    /// Its tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHant => "zh-Hant",
            Self::ZhHans => "zh-Hans",
            Self::En => "en",
        }
    }
}

/// The language tag (BCP 47) of one form of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tag {
    ZhHant,
    ZhHans,
    En,
    /// Mandarin in Latin letters: `zh-Latn-pinyin`.
    Pinyin,
    /// Cantonese in Latin letters: `yue-jyutping`.
    Jyutping,
    /// The file doesn't say.
    Unsaid,
    /// Any other tag, as given: so rare that it has no room in every text.
    Other(Box<EcoString>),
}

impl Tag {
    /// Reads a tag. Case does not matter; regions stand for the script that they write.
    pub fn parse(tag: &str) -> Self {
        match tag.to_ascii_lowercase().replace('_', "-").as_str() {
            "zh-hant" | "zh-hk" | "zh-tw" | "zh-mo" | "zh-hant-hk" | "zh-hant-tw" | "zh-hant-mo" => Self::ZhHant,
            "zh-hans" | "zh-cn" | "zh-sg" | "zh-my" | "zh-hans-cn" | "zh-hans-sg" => Self::ZhHans,
            "zh-latn-pinyin" => Self::Pinyin,
            "yue-jyutping" | "yue-latn-jyutping" => Self::Jyutping,
            lower if lower == "en" || lower.starts_with("en-") => Self::En,
            "" => Self::Unsaid,
            _ => Self::Other(Box::new(tag.into())),
        }
    }

    /// Whether a reader who asked for `lang` asked for exactly this.
    pub fn is(&self, lang: Lang) -> bool {
        matches!((self, lang), (Self::ZhHant, Lang::ZhHant) | (Self::ZhHans, Lang::ZhHans) | (Self::En, Lang::En))
    }

    fn is_chinese(&self) -> bool {
        matches!(self, Self::ZhHant | Self::ZhHans)
    }

    /// Whether this is Chinese in a script that the tag does not say.
    fn is_chinese_of_a_kind(&self) -> bool {
        let Self::Other(tag) = self else { return false };
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        ["zh", "yue", "wuu", "cmn"].iter().any(|known| language.eq_ignore_ascii_case(known))
    }

    fn is_romanised(&self) -> bool {
        matches!(self, Self::Pinyin | Self::Jyutping)
    }
}

/// One form of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub tag: Tag,
    pub text: EcoString,
    /// Rare, and so it has no room in every form.
    note: Option<Box<EcoString>>,
}

impl Form {
    pub fn new(tag: Tag, text: impl Into<EcoString>, note: Option<EcoString>) -> Self {
        Self { tag, text: text.into(), note: note.map(Box::new) }
    }

    /// How the form came about, for example `script conversion`.
    pub fn note(&self) -> Option<&str> {
        self.note.as_ref().map(|note| note.as_str())
    }
}

/// A text in one or more languages. The first form is the record's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Box<[Form]>);

impl Text {
    pub fn new(first: Form, others: Vec<Form>) -> Self {
        let mut forms = Vec::with_capacity(1 + others.len());
        forms.push(first);
        forms.extend(others);
        Self(forms.into())
    }

    /// The record's own form, then the others in the order of the file.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.0.iter()
    }

    /// The form to show: the language asked for, else the same script family, else the record's own.
    pub fn shown(&self, lang: Lang) -> &str {
        self.form(lang).or(self.0.first()).map_or("", |form| form.text.as_str())
    }

    /// The form to set beneath the one shown: English under Chinese, Chinese under English.
    pub fn beneath(&self, lang: Lang) -> Option<&Form> {
        let other = match lang {
            Lang::En => self.first_chinese(),
            Lang::ZhHant | Lang::ZhHans => self.forms().find(|form| form.tag == Tag::En),
        };
        other.filter(|other| other.text != self.shown(lang))
    }

    /// The Latin spelling of a Chinese name in one system, if the record has it.
    pub fn romanised(&self, tag: &Tag) -> Option<&str> {
        self.forms().find(|form| form.tag == *tag && tag.is_romanised()).map(|form| form.text.as_str())
    }

    fn form(&self, lang: Lang) -> Option<&Form> {
        self.forms().find(|form| form.tag.is(lang)).or_else(|| match lang {
            Lang::ZhHant | Lang::ZhHans => self.first_chinese(),
            Lang::En => None,
        })
    }

    fn first_chinese(&self) -> Option<&Form> {
        let of_a_kind = || self.forms().find(|form| form.tag.is_chinese_of_a_kind());
        self.forms().find(|form| form.tag.is_chinese()).or_else(of_a_kind)
    }
}
