//! A query in words: what was understood of what was typed.

use super::words::{Asked, Words};
use crate::data::model::Meta;
use crate::search::{Query, Term, Within, Word};
use crate::text::{self, Ambiguous};

/// As many columns of a word as are told again.
const MOST_COLS: usize = 40;

/// Every part of a query in words.
pub fn told(query: &Query, words: &Words, meta: &Meta, ambiguous: Ambiguous) -> String {
    let teller = Teller { words, meta, asked: &words.asked, ambiguous };
    let groups = query.groups.iter().map(|group| {
        let terms: Vec<String> = group.iter().map(|term| teller.term(term)).collect();
        terms.join(teller.asked.or)
    });
    groups.collect::<Vec<_>>().join(teller.asked.and)
}

struct Teller<'a> {
    words: &'a Words,
    /// Of the record in which it is looked for.
    meta: &'a Meta,
    asked: &'a Asked,
    ambiguous: Ambiguous,
}

impl Teller<'_> {
    fn term(&self, term: &Term) -> String {
        match (&term.within, &term.word) {
            (Some(within), None) => self.within(within, term.is_not),
            (None, Some(word)) => self.word(word, term.is_not),
            (Some(within), Some(word)) => {
                let both = [self.within(within, false), self.word(word, false)].join(self.asked.with);
                if term.is_not { self.asked.none_of.replace("{}", &both) } else { both }
            }
            (None, None) => String::new(),
        }
    }

    fn within(&self, within: &Within, is_not: bool) -> String {
        match within {
            Within::Kind(kind) => fill(self.asked.kind, is_not, self.words.one(*kind, self.meta)),
            Within::Area(word) => fill(self.asked.area, is_not, &self.quoted(&word.typed)),
            Within::Record(word) => fill(self.words.library.asked, is_not, &self.quoted(&word.typed)),
            Within::By(word) => fill(self.asked.by, is_not, &self.quoted(&word.typed)),
            Within::Date(date) => fill(self.asked.date, is_not, &self.quoted(date)),
        }
    }

    fn word(&self, word: &Word, is_not: bool) -> String {
        let says = match (word.at_start, word.at_end, word.is_exact) {
            (true, true, _) => self.asked.all,
            (true, false, _) => self.asked.begins,
            (false, true, _) => self.asked.ends,
            (false, false, true) => self.asked.exactly,
            (false, false, false) => self.asked.has,
        };
        fill(says, is_not, &self.quoted(&word.typed))
    }

    /// A typed word as it stands between quotation marks.
    fn quoted(&self, typed: &str) -> String {
        let typed = text::cut_end(typed, MOST_COLS, self.ambiguous);
        self.words.inside_quotes(&typed)
    }
}

fn fill(says: [&str; 2], is_not: bool, with: &str) -> String {
    says[usize::from(is_not)].replace("{}", with)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Lang;

    #[test]
    fn every_part_is_told_in_words() {
        let rows = [
            ("人物: ^甲 !乙", "人物；開頭是「甲」；不含「乙」", "Person; beginning with \"甲\"; without \"乙\""),
            ("'甲 | 乙$", "照字面含「甲」或結尾是「乙」", "\"甲\" as it stands or ending with \"乙\""),
            ("!kind:place by:丙", "不是地點；由「丙」發言、簽署或撰寫", "not Place; by \"丙\""),
            ("^甲$ date:2025", "全文是「甲」；日期是2025", "just \"甲\"; of 2025"),
            (
                "!人物:李 area:科技",
                "並非（人物，含「李」）；屬「科技」範疇",
                "not (Person, containing \"李\"); of the area \"科技\"",
            ),
            ("行程: 甲", "事件；含「甲」", "Event; containing \"甲\""),
            ("!record:a 记录:乙", "不在記錄「a」內；在記錄「乙」內", "not in the record \"a\"; in the record \"乙\""),
            ("甲 乙", "含「甲」；含「乙」", "containing \"甲\"; containing \"乙\""),
        ];
        for (typed, chinese, english) in rows {
            let told = |lang| told(&Query::read(typed), Words::of(lang), &Meta::default(), Ambiguous::Narrow);
            assert_eq!(told(Lang::ZhHant), chinese, "{typed}");
            assert_eq!(told(Lang::En), english, "{typed}");
        }
    }
}
