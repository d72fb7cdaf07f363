//! Dates, and lists and ranges of them.

use std::ops::Range;

use regex::Regex;

use super::lexicon::{DateOrder, FigureLexicon, ListJoint, WordMeaning};
use super::reader::{FigureReader, TokenMeaning};
use super::{Date, Figure, FigureValue};
use crate::script;

/// The days of one month: "3 and 4 December 2037".
#[derive(Debug)]
struct DaysOfMonth {
    days: Vec<(u8, Range<usize>)>,
    month: u8,
    year: Option<u16>,
    /// All of it.
    range: Range<usize>,
    /// The token behind it.
    next: usize,
}

/// The most days in a list of them.
const MOST_DAYS: usize = 31;

impl FigureReader<'_> {
    /// Reads the dates that begin with a token, and gives the token behind them. `None` where none begins.
    pub fn dates(&mut self, at: usize) -> Option<usize> {
        if let DateOrder::YearFirst { year, month, day } = self.lexicon.dates
            && let Some(next) = self.year_first(at, [year, month, day])
        {
            return Some(next);
        }
        self.day_first(at)
    }

    fn day_first(&mut self, at: usize) -> Option<usize> {
        let mut all = vec![self.days_of_month(at)?];
        // What follows in the same list or range.
        while let Some(last) = all.last()
            && last.year.is_none()
            && let Some(first) = self.tokens.get(last.next)
            && let Some(gap) = self.text.get(last.range.end..first.range.start)
            && (self.lexicon.joint(gap).is_some() || gap == "/")
            && let Some(more) = self.days_of_month(last.next)
        {
            all.push(more);
        }
        let next = all.last()?.next;
        let mut year = None;
        for days in all.iter_mut().rev() {
            year = days.year.or(year);
            days.year = year;
        }
        for days in all {
            self.push_days(days);
        }
        Some(next)
    }

    fn push_days(&mut self, found: DaysOfMonth) {
        let DaysOfMonth { days, month, year, range, .. } = found;
        if days.is_empty() {
            let value = FigureValue::Month { year, month };
            self.found.push(if year.is_some() {
                Figure::in_digits(range, value)
            } else {
                Figure::in_words(range, value)
            });
            return;
        }
        let single = days.len() == 1;
        for (day, place) in days {
            let value = match year {
                Some(year) => FigureValue::Date(Date { year, month, day }),
                None => FigureValue::DayOfMonth { month, day },
            };
            let range = if single { range.clone() } else { place };
            self.found.push(Figure::in_digits(range, value));
        }
    }

    /// The days of one month that begin with a token.
    fn days_of_month(&self, at: usize) -> Option<DaysOfMonth> {
        let FigureLexicon { before_month, before_year, .. } = self.lexicon;
        let mut days: Vec<(u8, Range<usize>)> = Vec::new();
        let mut next = at;
        let start = self.tokens.get(at)?.range.start;
        while let Some((day, range)) = self.day(next) {
            if days.len() > MOST_DAYS {
                return None;
            }
            if let Some((_, last)) = days.last() {
                let gap = self.text.get(last.end..range.start)?;
                let joint = self.lexicon.joint(gap)?;
                // Before the last day of a list stands a word. Behind a comma alone, another number ends.
                let ends = self.month(next + 1).is_some();
                if ends && joint == ListJoint::Comma {
                    return None;
                }
            }
            days.push((day, range));
            next += 1;
        }
        let month = self.month(next)?;
        let place = self.tokens.get(next)?.range.clone();
        if let Some((_, last)) = days.last()
            && !before_month.is_match(self.text.get(last.end..place.start)?)
        {
            return None;
        }
        let mut found = DaysOfMonth { days, month, year: None, range: start..place.end, next: next + 1 };
        let behind = |end: usize, at: usize, fits: &Regex| {
            let (literal, range) = self.literal(at)?;
            fits.is_match(self.text.get(end..range.start)?).then(|| (literal.plain, range.clone()))
        };
        // "December 3, 2037".
        if found.days.is_empty()
            && let Some((day, range)) = self.day(next + 1)
            && self.text.get(place.end..range.start) == Some(" ")
            && self.gap(next + 1, next + 2).is_some_and(|gap| before_year.is_match(gap) && gap != " ")
            && self.literal(next + 2).is_some_and(|(_, range)| range.len() == 4)
        {
            found.days.push((day, range.clone()));
            found.range.end = range.end;
            found.next = next + 2;
        }
        if let Some((Some(year), range)) = behind(found.range.end, found.next, before_year)
            && range.len() == 4
            && (1000..=2999).contains(&year)
        {
            found.year = Some(year);
            found.range.end = range.end;
            found.next += 1;
        }
        Some(found)
    }

    fn day(&self, at: usize) -> Option<(u8, Range<usize>)> {
        let (literal, range) = self.literal(at)?;
        let day = literal.plain.filter(|day| (1..=31).contains(day) && range.len() <= 2)?;
        Some((u8::try_from(day).ok()?, range))
    }

    fn month(&self, at: usize) -> Option<u8> {
        match self.meaning(at)? {
            WordMeaning::Month(month) => Some(month),
            _ => None,
        }
    }

    /// A number by its digits or numerals, as far as it may be a part of a date, and where it ends.
    fn part(&self, at: usize) -> Option<(u16, Range<usize>)> {
        let token = self.tokens.get(at)?;
        let value = match &token.what {
            TokenMeaning::Digits(literal) => literal.plain?,
            TokenMeaning::Word(WordMeaning::Numeral) => {
                let written = self.text.get(token.range.clone())?;
                let value = script::chinese_digits(written).or_else(|| script::chinese_amount(written))?;
                u16::try_from(value).ok()?
            }
            _ => return None,
        };
        Some((value, token.range.clone()))
    }

    fn year_first(&mut self, at: usize, signs: [&str; 3]) -> Option<usize> {
        let [year_sign, month_sign, day_sign] = signs;
        let behind = |end: usize, sign: &str| {
            let rest = self.text.get(end..)?;
            let bare = rest.trim_start_matches(' ');
            bare.starts_with(sign).then(|| end + rest.len() - bare.len() + sign.len())
        };
        let mut found = Vec::new();
        let (mut year, mut month) = (None, None);
        let mut next = at;
        let mut end = None;
        while let Some((value, range)) = self.part(next) {
            if let Some(end) = end {
                // What follows in the same list or range.
                let gap = self.text.get(end..range.start)?;
                if !gap.is_empty() && self.lexicon.joint(gap).is_none() {
                    break;
                }
            }
            let in_words = !matches!(self.tokens.get(next)?.what, TokenMeaning::Digits(_));
            let figure = if in_words { Figure::in_words } else { Figure::in_digits };
            let push = |found: &mut Vec<Figure>, range: Range<usize>, value| found.push(figure(range, value));
            let small = u8::try_from(value).ok();
            if let Some(sign_end) = behind(range.end, year_sign).filter(|_| (1000..=2999).contains(&value)) {
                (year, month) = (Some(value), None);
                // Its month follows.
                let follows = self.part(next + 1).filter(|(_, range)| range.start <= sign_end + 1);
                let follows = follows.filter(|(value, _)| (1..=12).contains(value));
                if follows.and_then(|(_, range)| behind(range.end, month_sign)).is_none() {
                    push(&mut found, range, FigureValue::Year(value));
                }
                end = Some(sign_end);
            } else if let Some(sign_end) = behind(range.end, month_sign)
                && let Some(value) = small.filter(|value| (1..=12).contains(value))
            {
                month = Some(value);
                let follows = self.part(next + 1).filter(|(_, range)| range.start <= sign_end + 1);
                let follows = follows.filter(|(value, _)| (1..=31).contains(value));
                let has_day = follows.is_some_and(|(_, range)| {
                    behind(range.end, day_sign).is_some() || self.later_day(next + 1, &behind, day_sign)
                });
                if !has_day {
                    push(&mut found, range, FigureValue::Month { year, month: value });
                }
                end = Some(sign_end);
            } else if let Some(month) = month
                && let Some(day) = small.filter(|value| (1..=31).contains(value))
                && (behind(range.end, day_sign).is_some() || self.later_day(next, &behind, day_sign))
            {
                let value = match year {
                    Some(year) => FigureValue::Date(Date { year, month, day }),
                    None => FigureValue::DayOfMonth { month, day },
                };
                end = Some(behind(range.end, day_sign).unwrap_or(range.end));
                push(&mut found, range, value);
            } else {
                break;
            }
            next += 1;
        }
        if next == at {
            return None;
        }
        self.found.append(&mut found);
        Some(next)
    }

    /// Whether a number is a day of a list whose last member alone has the sign: `3、4日`.
    fn later_day(&self, at: usize, behind: &dyn Fn(usize, &str) -> Option<usize>, sign: &str) -> bool {
        let most = at + MOST_DAYS;
        let mut at = at;
        while let Some((_, range)) = self.part(at).filter(|_| at < most).filter(|(value, _)| (1..=31).contains(value)) {
            if behind(range.end, sign).is_some() {
                return true;
            }
            if self.gap(at, at + 1).is_none_or(|gap| self.lexicon.joint(gap).is_none()) {
                return false;
            }
            at += 1;
        }
        false
    }
}
