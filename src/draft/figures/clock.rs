//! Times of day.

use std::ops::Range;

use super::lexicon::WordMeaning;
use super::literal::Literal;
use super::reader::FigureReader;
use super::{Figure, FigureValue};

/// Noon, in minutes.
const NOON: u16 = 12 * 60;

/// The minutes of a day.
const DAY: u16 = 24 * 60;

impl FigureReader<'_> {
    /// Reads the time that begins with a token, and gives the token behind it. `None` where none begins.
    pub fn time(&mut self, at: usize) -> Option<usize> {
        let words = self.lexicon.words;
        let (_, half_first) = words.half_days;
        match self.meaning(at) {
            Some(WordMeaning::Noon) => {
                let range = self.tokens.get(at)?.range.clone();
                self.found.push(Figure::in_words(range, FigureValue::Time(NOON)));
                return Some(at + 1);
            }
            Some(WordMeaning::HalfDay(second)) if half_first => {
                let start = self.tokens.get(at)?.range.clone();
                let (_, range) = self.literal(at + 1)?;
                (range.start == start.end).then_some(())?;
                let (minutes, range, next) = self.marked_hour(at + 1)?;
                self.push_time(start.start..range.end, in_half(minutes, Some(second)));
                return Some(next);
            }
            Some(_) => return None,
            None => {}
        }
        let (literal, _) = self.literal(at)?;
        let written = literal.clone();
        // With a mark of the hour, with a colon, or with the half of the day behind it.
        let (minutes, mut range, mut next) = match self.marked_hour(at).or_else(|| self.colon(at)) {
            Some(found) => found,
            None => (self.hour(&written)?, written.range.clone(), at + 1),
        };
        let certain = next > at + 1 || range.end > written.range.end;
        let half = self.half_behind(next, range.end);
        if !certain && half.is_none() {
            return None;
        }
        if let Some((_, end)) = half {
            range.end = end;
            next += 1;
        }
        let half = half.map(|(second, _)| second).or_else(|| self.half_before(range.start, minutes));
        let minutes = in_half(minutes, half);
        self.share(at, minutes, half);
        self.push_time(range, minutes);
        Some(next)
    }

    fn push_time(&mut self, range: Range<usize>, minutes: u16) {
        self.found.push(Figure::in_digits(range, FigureValue::Time(minutes)));
    }

    /// The half of the day that a word straight behind a time tells.
    fn half_behind(&self, at: usize, end: usize) -> Option<(bool, usize)> {
        let Some(WordMeaning::HalfDay(second)) = self.meaning(at) else { return None };
        let range = &self.tokens.get(at)?.range;
        let (_, half_first) = self.lexicon.words.half_days;
        (!half_first && self.text.get(end..range.start)?.trim().is_empty()).then_some((second, range.end))
    }

    /// The half of the day of a time that ends a range, from the time that begins it, where words stand before the hour.
    fn half_before(&self, start: usize, minutes: u16) -> Option<bool> {
        let (_, half_first) = self.lexicon.words.half_days;
        let last = self.found.last().filter(|_| half_first && minutes <= NOON)?;
        let FigureValue::Time(first) = last.value else { return None };
        let gap = self.text.get(last.range.end..start)?;
        (self.lexicon.is_between(gap) && first >= NOON).then_some(true)
    }

    /// The time before in the same range, which has no sign of its own: the 3 of "3 to 6 p.m.".
    fn share(&mut self, at: usize, minutes: u16, half: Option<bool>) {
        let Some((place, token)) = self.bare.take() else { return };
        if token + 1 != at || !self.gap(token, at).is_some_and(|gap| self.lexicon.is_between(gap)) {
            return;
        }
        let Some((literal, _)) = self.literal(token) else { return };
        let Some(first) = self.hour(literal) else { return };
        let first = match half {
            // "11 to 1 p.m." begins in the morning.
            Some(true) if in_half(first, half) > minutes => first,
            half => in_half(first, half),
        };
        if let Some(figure) = self.found.get_mut(place) {
            figure.value = FigureValue::Time(first);
        }
    }

    /// Minutes of an hour with or without minutes, as digits have it: `3`, `10.30`.
    fn hour(&self, literal: &Literal) -> Option<u16> {
        let written = self.text.get(literal.range.clone())?;
        let (hour, minutes) = match written.split_once('.') {
            Some((hour, minutes)) if minutes.len() == 2 => (hour, minutes),
            Some(_) => return None,
            None => (written, "0"),
        };
        in_minutes(hour.parse().ok()?, minutes.parse().ok()?)
    }

    /// A time with a mark of the hour, its bytes and the token behind it: `15 h 30`, `3时`.
    fn marked_hour(&self, at: usize) -> Option<(u16, Range<usize>, usize)> {
        let (literal, range) = self.literal(at)?;
        let time = self.hour(literal)?;
        let behind = self.text.get(range.end..)?;
        let words = self.lexicon.words;
        let mark = words.hours.iter().find(|mark| {
            behind.strip_prefix(**mark).is_some_and(|rest| {
                !mark.ends_with(char::is_alphabetic)
                    || !rest.starts_with(|c: char| c.is_alphabetic() && !crate::script::is_wide(c))
            })
        })?;
        let mut end = range.end + mark.len();
        let mut next = at + 1;
        let mut time = time;
        if time.is_multiple_of(60)
            && let Some((minutes, place)) = self.literal(next)
            && self.text.get(end..place.start).is_some_and(|gap| gap.trim().is_empty() && gap.len() < 2)
            && let Some(minutes) = minutes.plain.filter(|minutes| *minutes < 60 && place.len() == 2)
        {
            time += minutes;
            end = place.end;
            next += 1;
            let behind = self.text.get(end..)?;
            end += words.minutes.iter().find(|mark| behind.starts_with(**mark)).map_or(0, |mark| mark.len());
        }
        Some((time, range.start..end, next))
    }

    /// A time with a colon, its bytes and the token behind it: `15:30`.
    fn colon(&self, at: usize) -> Option<(u16, Range<usize>, usize)> {
        let (hour, range) = self.literal(at)?;
        let (minutes, place) = self.literal(at + 1)?;
        let colon = self.text.get(range.end..place.start)? == ":" && place.len() == 2 && range.len() <= 2;
        let time = in_minutes(hour.plain?, minutes.plain?)?;
        colon.then_some((time, range.start..place.end, at + 2))
    }
}

fn in_minutes(hour: u16, minutes: u16) -> Option<u16> {
    let time = hour.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && time <= DAY).then_some(time)
}

/// A time of twelve hours in the half of the day that is said.
fn in_half(minutes: u16, second: Option<bool>) -> u16 {
    match second {
        Some(true) if minutes < NOON => minutes + NOON,
        Some(false) if (NOON..NOON + 60).contains(&minutes) => minutes - NOON,
        _ => minutes,
    }
}
