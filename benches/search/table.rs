//! Tables that are read as they are and as Markdown.

use std::io::{self, Write};
use std::time::Duration;

use zhegang::text::{Ambiguous, pad_end, pad_start, width};

/// The first column holds words, the others numbers.
#[derive(Debug)]
pub struct Table(Vec<Vec<String>>);

impl Table {
    pub fn new<T: Into<String>>(head: impl IntoIterator<Item = T>) -> Self {
        Self(vec![head.into_iter().map(Into::into).collect()])
    }

    pub fn row(&mut self, row: Vec<String>) {
        self.0.push(row);
    }

    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let head = &self.0[0];
        let cells = |column: usize| self.0.iter().filter_map(move |row| row.get(column));
        let widest = |column| cells(column).map(|cell| width(cell, Ambiguous::Narrow)).max().unwrap_or(0).max(4);
        let widths: Vec<usize> = (0..head.len()).map(widest).collect();
        for (number, row) in self.0.iter().enumerate() {
            for (column, (cell, &width)) in row.iter().zip(&widths).enumerate() {
                let pad = if column == 0 { pad_end } else { pad_start };
                write!(out, "| {} ", pad(cell, width, Ambiguous::Narrow))?;
            }
            writeln!(out, "|")?;
            if number == 0 {
                for (column, &width) in widths.iter().enumerate() {
                    let line = "-".repeat(width - 1);
                    write!(out, "| {line}{} ", if column == 0 { '-' } else { ':' })?;
                }
                writeln!(out, "|")?;
            }
        }
        writeln!(out)
    }
}

/// Milliseconds with as many digits as say something.
pub fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    match ms {
        ..1.0 => format!("{ms:.3}"),
        ..10.0 => format!("{ms:.2}"),
        ..100.0 => format!("{ms:.1}"),
        _ => format!("{ms:.0}"),
    }
}

pub fn times(one: Duration, other: Duration) -> String {
    let ratio = one.div_duration_f64(other.max(Duration::from_nanos(1)));
    if ratio < 10.0 { format!("{ratio:.1}x") } else { format!("{ratio:.0}x") }
}

/// A whole number with commas.
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
