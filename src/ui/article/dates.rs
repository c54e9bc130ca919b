//! Dates in words, at the precision of the record: nothing is added to them.

use crate::data::Lang;
use crate::data::model::{DatePart, PartialDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as a reader of `lang` writes it.
pub(super) fn in_words(date: PartialDate, lang: Lang) -> String {
    let year = date.year;
    match lang {
        Lang::En => match date.part {
            DatePart::Year => format!("{year}"),
            DatePart::Half(1) => format!("first half of {year}"),
            DatePart::Half(_) => format!("second half of {year}"),
            DatePart::Month(month) => format!("{} {year}", month_name(month)),
            DatePart::Day(month, day) => format!("{day} {} {year}", month_name(month)),
            DatePart::Minute(month, day, hour, minute) => {
                format!("{day} {} {year}, {hour:02}:{minute:02}", month_name(month))
            }
        },
        Lang::ZhHant | Lang::ZhHans => match date.part {
            DatePart::Year => format!("{year}年"),
            DatePart::Half(1) => format!("{year}年上半年"),
            DatePart::Half(_) => format!("{year}年下半年"),
            DatePart::Month(month) => format!("{year}年{month}月"),
            DatePart::Day(month, day) => format!("{year}年{month}月{day}日"),
            DatePart::Minute(month, day, hour, minute) => {
                format!("{year}年{month}月{day}日 {hour:02}:{minute:02}")
            }
        },
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_told_at_its_own_precision() {
        for (date, hant, en) in [
            ("2025-04-24", "2025年4月24日", "24 April 2025"),
            ("2024-07", "2024年7月", "July 2024"),
            ("2025-H2", "2025年下半年", "second half of 2025"),
            ("1920", "1920年", "1920"),
        ] {
            let date = PartialDate::parse(date).expect(date);
            assert_eq!(in_words(date, Lang::ZhHant), hant);
            assert_eq!(in_words(date, Lang::En), en);
        }
    }
}
