//! The record as lines, as the other finders take it, and the queries that are asked of all.

use zhegang::data::{Record, Tag};

use crate::record::readings::Readings;

/// What a line holds. Other finders know no readings, so people feed them what they want to type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Name,
    NameAndPinyin,
    NameAndEnglish,
}

impl Form {
    pub const ALL: [Self; 3] = [Self::Name, Self::NameAndPinyin, Self::NameAndEnglish];

    pub const fn queries(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["港", "李", "合作", "李家", "備忘錄", "李家超", "科技創新", "浙港合作會議", "關鍵核心技術"],
            Self::NameAndPinyin => &["lijiachao", "ljc", "hezuo"],
            Self::NameAndEnglish => &["finance"],
        }
    }
}

/// A line for each entry: its name, or what was said.
pub fn of(record: &Record, form: Form) -> Vec<String> {
    let readings = Readings::open();
    let line = |id| {
        let name = &record.entry(id).name;
        let mut line = name.forms().next().map_or(String::new(), |form| form.text.to_string());
        match form {
            Form::Name => {}
            Form::NameAndPinyin => add_pinyin(&mut line, &readings),
            Form::NameAndEnglish => {
                for form in name.forms().filter(|form| form.tag == Tag::En) {
                    line.push(' ');
                    line.push_str(&form.text);
                }
            }
        }
        line
    };
    record.all_ids().map(line).collect()
}

fn add_pinyin(line: &mut String, readings: &Readings) {
    let syllables: Vec<&str> = line.chars().map(|c| readings.pinyin(c)).filter(|pinyin| !pinyin.is_empty()).collect();
    line.push(' ');
    line.push_str(&syllables.join(" "));
}
