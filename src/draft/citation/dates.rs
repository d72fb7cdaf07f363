//! Dates as a language writes them.

use std::ops::Range;

use regex::{Captures, Regex};

use super::super::Date;
use crate::language::Citing;

/// A language's dates, ready for use.
#[derive(Debug)]
pub(super) struct Dates {
    anywhere: Regex,
    /// Introduced, at the beginning of a text.
    next: Regex,
}

impl Dates {
    /// `None` when a pattern of the table is no regular expression.
    pub fn new(citing: &Citing) -> Option<Dates> {
        let date = pattern(citing);
        Some(Dates {
            anywhere: Regex::new(&date).ok()?,
            next: Regex::new(&format!("^(?:{})(?P<date>{date})", citing.dated)).ok()?,
        })
    }

    /// All dates of a text.
    pub fn all(&self, text: &str) -> Vec<(Date, Range<usize>)> {
        self.anywhere.captures_iter(text).filter_map(|found| Some((read(&found)?, found.get(0)?.range()))).collect()
    }

    /// The date that is introduced right at `at`.
    pub fn at(&self, text: &str, at: usize) -> Option<(Date, Range<usize>)> {
        let found = self.next.captures(text.get(at..)?)?;
        let range = found.name("date")?.range();
        Some((read(&found)?, at + range.start..at + range.end))
    }
}

/// The pattern of a date, with a group for each month.
pub(super) fn pattern(citing: &Citing) -> String {
    let months: Vec<String> =
        citing.months.iter().enumerate().map(|(i, month)| format!("(?P<m{}>{month})", i + 1)).collect();
    citing
        .date
        .replace("{day}", "(?P<day>[0-9]{1,2})")
        .replace("{month}", &format!("(?:{})", months.join("|")))
        .replace("{year}", "(?P<year>[0-9]{4})")
}

fn read(found: &Captures) -> Option<Date> {
    let month = (1..=12u8).find(|n| found.name(&format!("m{n}")).is_some())?;
    Some(Date {
        year: found.name("year")?.as_str().parse().ok()?,
        month,
        day: found.name("day")?.as_str().parse().ok()?,
    })
}
