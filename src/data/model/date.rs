//! Dates at the precision of their source.

use std::cmp::Ordering;
use std::fmt;

/// A date at the precision of its source: `2025`, `2025-H2`, `2025-04`, `2025-04-24`. Orders by its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartialDate {
    pub year: u16,
    pub part: DatePart,
}

impl PartialDate {
    /// Reads a date of one of the precisions. `None` for anything else, and for days that no calendar has. Of a day with
    /// a time the seconds and the offset from UTC are left out; a time of 0:00 stands for none.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((day, time)) = text.split_once(['T', ' ']) {
            let Self { year, part: DatePart::Day(month, day) } = Self::parse(day)? else { return None };
            let (hour, minute) = time_of(time)?;
            let is_none = hour == 0 && minute == 0;
            let part = if is_none { DatePart::Day(month, day) } else { DatePart::Minute(month, day, hour, minute) };
            return Some(Self { year, part });
        }
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let part = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => DatePart::Year,
            (Some("H1"), None, _) => DatePart::Half(1),
            (Some("H2"), None, _) => DatePart::Half(2),
            (Some(month), None, _) => DatePart::Month(month_number(month)?),
            (Some(month), Some(day), None) => {
                let month = month_number(month)?;
                let day = u8::try_from(digits(day, 2)?).ok()?;
                (1..=days_in(year, month)).contains(&day).then_some(DatePart::Day(month, day))?
            }
            _ => return None,
        };
        Some(Self { year, part })
    }

    /// Where the date begins, and how wide it is: the wider of two that begin together comes first.
    fn order(self) -> (u16, [u8; 5]) {
        match self.part {
            DatePart::Year => (self.year, [1, 1, 0, 0, 0]),
            DatePart::Half(half) => (self.year, [if half == 1 { 1 } else { 7 }, 1, 1, 0, 0]),
            DatePart::Month(month) => (self.year, [month, 1, 2, 0, 0]),
            DatePart::Day(month, day) => (self.year, [month, day, 3, 0, 0]),
            DatePart::Minute(month, day, hour, minute) => (self.year, [month, day, 4, hour, minute]),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The date as the record writes it.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            DatePart::Year => write!(f, "{year:04}"),
            DatePart::Half(half) => write!(f, "{year:04}-H{half}"),
            DatePart::Month(month) => write!(f, "{year:04}-{month:02}"),
            DatePart::Day(month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            DatePart::Minute(month, day, hour, minute) => {
                write!(f, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
        }
    }
}

/// The hour and the minute of `hh:mm`, with or without seconds and an offset from UTC.
fn time_of(text: &str) -> Option<(u8, u8)> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, rest) = (rest.get(..2)?, rest.get(2..)?);
    let hour = u8::try_from(digits(hour, 2)?).ok().filter(|hour| *hour < 24)?;
    let minute = u8::try_from(digits(minute, 2)?).ok().filter(|minute| *minute < 60)?;
    let is_tail = rest.is_empty() || rest.starts_with([':', 'Z', '+', '-']);
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    (is_tail && rest.chars().all(is_of_time)).then_some((hour, minute))
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month_number(text: &str) -> Option<u8> {
    let month = u8::try_from(digits(text, 2)?).ok()?;
    (1..=12).contains(&month).then_some(month)
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePart {
    Year,
    /// 1 or 2.
    Half(u8),
    Month(u8),
    Day(u8, u8),
    /// Month, day, hour and minute, in the time of the place.
    Minute(u8, u8, u8, u8),
}
