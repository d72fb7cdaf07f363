//! Dates as a language writes them.

use std::ops::Range;

use regex::{Captures, Regex};

use super::super::Date;
use super::patterns::GuardedPattern;
use crate::language::CitationGrammar;

/// A language's dates, ready for use.
#[derive(Debug)]
pub(super) struct DatePatterns {
    anywhere: GuardedPattern,
    /// At the beginning of a text.
    leading: GuardedPattern,
    /// Introduced, at the beginning of a text.
    next: GuardedPattern,
    in_anywhere: DateGroups,
    in_next: DateGroups,
}

/// The numbers of the groups of a pattern. To look them up by their names takes longer than to read a date.
#[derive(Debug)]
struct DateGroups {
    months: [usize; 12],
    day: usize,
    year: usize,
}

impl DatePatterns {
    /// `None` when a pattern of the table is no regular expression.
    pub fn new(citing: &CitationGrammar) -> Option<DatePatterns> {
        let date = pattern(citing);
        let anywhere = GuardedPattern::new(&date)?;
        let leading = GuardedPattern::new(&format!("^(?:{date})"))?;
        let next = GuardedPattern::new(&format!("^(?:{})(?P<date>{date})", citing.dated))?;
        Some(DatePatterns {
            in_anywhere: DateGroups::of(anywhere.groups())?,
            in_next: DateGroups::of(next.groups())?,
            anywhere,
            leading,
            next,
        })
    }

    /// All dates of a text.
    pub fn all(&self, text: &str) -> Vec<(Date, Range<usize>)> {
        let Some(anywhere) = self.anywhere.where_it_may_match(text) else { return Vec::new() };
        anywhere
            .captures_iter(text)
            .filter_map(|found| Some((self.in_anywhere.read(&found)?, found.get(0)?.range())))
            .collect()
    }

    /// Where the date ends that a text begins with.
    pub fn leading(&self, text: &str) -> Option<usize> {
        Some(self.leading.where_it_may_match(text)?.find(text)?.end())
    }

    /// The date that is introduced right at `at`.
    pub fn at(&self, text: &str, at: usize) -> Option<(Date, Range<usize>)> {
        let found = self.next.captures(text.get(at..)?)?;
        let range = found.name("date")?.range();
        Some((self.in_next.read(&found)?, at + range.start..at + range.end))
    }
}

/// The pattern of a date, with a group for each month.
pub(super) fn pattern(citing: &CitationGrammar) -> String {
    let months: Vec<String> =
        citing.months.iter().enumerate().map(|(i, month)| format!("(?P<m{}>{month})", i + 1)).collect();
    citing
        .date
        .replace("{day}", "(?P<day>[0-9]{1,2})")
        .replace("{month}", &format!("(?:{})", months.join("|")))
        .replace("{year}", "(?P<year>[0-9]{4})")
}

impl DateGroups {
    fn of(pattern: &Regex) -> Option<DateGroups> {
        let place = |name: &str| pattern.capture_names().position(|known| known == Some(name));
        let mut months = [0; 12];
        for (i, month) in months.iter_mut().enumerate() {
            *month = place(&format!("m{}", i + 1))?;
        }
        Some(DateGroups { months, day: place("day")?, year: place("year")? })
    }

    fn read(&self, found: &Captures) -> Option<Date> {
        let month = self.months.iter().position(|group| found.get(*group).is_some())?;
        Some(Date {
            year: found.get(self.year)?.as_str().parse().ok()?,
            month: u8::try_from(month + 1).ok()?,
            day: found.get(self.day)?.as_str().parse().ok()?,
        })
    }
}
