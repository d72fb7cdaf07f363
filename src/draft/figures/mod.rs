//! Figures and dates of running text, by their values.
//!
//! [`figures`] reads one block, evened out as a [`NormalizedText`](super::NormalizedText). What it finds is meant to be
//! compared between versions of a text in several languages, each of which writes a value in its own way: in digits or in
//! words, with one scale or another (1.3 billion, 13亿), with the day of a date before its month or behind it.
//! [`FigureValue::agrees_with`] says whether two of them may be the same.
//!
//! Digits are read exactly. Words are read generously: they show that a value is there, and hardly that one is too many,
//! since one language says "decade" where another has "10 years" and a third nothing but a noun of its own. So are digits
//! with letters (`CO2`, `G20`), and Roman numerals. For all of these [`Figure::is_certain`] says
//! no, unless the words are those of a larger number.
//!
//! Not read are superscripts, digits in addresses of the Web and in names with a dash (`COVID-19`), the volumes in which
//! treaties are published, which differ between languages, and what the caller says is something else.

mod calendar;
mod clock;
mod compound;
mod decimal;
mod lexicon;
mod literal;
mod reader;

use std::ops::Range;

pub use decimal::Decimal;

use super::Date;
use crate::language::Language;

/// A figure of running text, by its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its bytes in the text that was given. Several dates of one month each have their own day.
    pub range: Range<usize>,
    /// What it is worth.
    pub value: FigureValue,
    /// Written in words or in Roman numerals, or a part of a name (`CO2`): another language may have digits for it, or leave
    /// it to a noun. It may be no figure at all: "second" is a time, too.
    pub in_words: bool,
    in_name: bool,
}

impl Figure {
    fn in_digits(range: Range<usize>, value: FigureValue) -> Figure {
        Figure { range, value, in_words: false, in_name: false }
    }

    fn in_words(range: Range<usize>, value: FigureValue) -> Figure {
        Figure { range, value, in_words: true, in_name: false }
    }

    fn in_name(range: Range<usize>, value: FigureValue) -> Figure {
        Figure { range, value, in_words: true, in_name: true }
    }

    /// Whether it is certainly a figure that other languages have as well: in digits, or the words of a number above
    /// twelve. Of smaller ones, many languages have words that another one does without; and a hundred, a million or a billion
    /// alone may be a part of what is said otherwise: half a billion.
    pub fn is_certain(&self) -> bool {
        match self.value {
            _ if !self.in_words => true,
            FigureValue::Number { readings } => {
                let is_round = readings.first().digits() == 1;
                !self.in_name && !is_round && readings.first() > Decimal::from(12)
            }
            _ => false,
        }
    }
}

/// What a [`Figure`] is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureValue {
    /// A full date.
    Date(Date),
    /// A date without a year.
    DayOfMonth {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A month, mostly of a year.
    Month {
        /// The year, where it is said.
        year: Option<u16>,
        /// 1 to 12.
        month: u8,
    },
    /// A year by itself, from 1900 to 2100. The two ends of `2019-2023` are two.
    Year(u16),
    /// A time of day, in minutes from midnight.
    Time(u16),
    /// A number of things, a sum of money, an ordinal.
    Number {
        /// How it can be read.
        readings: Readings,
    },
    /// A number of hundredths.
    PerCent {
        /// How the number before the sign can be read.
        readings: Readings,
    },
}

/// The ways in which a number can be read, the likeliest first, where its digits leave it open: `1.300` has thousands or
/// decimals, the groups of `700 364 66` stand in reverse, and the 702 of "702 to 828 million" may be millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Readings {
    first: Decimal,
    others: [Option<Decimal>; 3],
}

impl Readings {
    /// A single one.
    pub fn of(value: Decimal) -> Readings {
        Readings { first: value, others: [None; 3] }
    }

    /// The likeliest one.
    pub fn first(&self) -> Decimal {
        self.first
    }

    /// All of them, the likeliest first.
    pub fn iter(&self) -> impl Iterator<Item = Decimal> + '_ {
        std::iter::once(self.first).chain(self.others.iter().flatten().copied())
    }

    /// Whether one of them is that number.
    pub fn has(&self, value: Decimal) -> bool {
        self.iter().any(|reading| reading == value)
    }

    /// Whether two numbers can be read alike.
    pub fn agree_with(&self, other: &Readings) -> bool {
        self.iter().any(|reading| other.has(reading))
    }

    /// One more. Where there is no room for it, it is left out.
    fn add(&mut self, value: Decimal) {
        if !self.has(value)
            && let Some(free) = self.others.iter_mut().find(|other| other.is_none())
        {
            *free = Some(value);
        }
    }

    /// All of them multiplied by a power of ten.
    fn shifted(&self, exponent: u8) -> Option<Readings> {
        let mut all = self.iter().filter_map(|reading| reading.shifted(exponent));
        let mut shifted = Readings::of(all.next()?);
        all.for_each(|reading| shifted.add(reading));
        Some(shifted)
    }
}

impl FigureValue {
    /// Whether two figures may say the same, in whatever languages they stand: one of them may leave out the year, write
    /// a year as a number or the full hour of a time, and it doesn't matter which of two numbers has the sign for per
    /// cent, which some languages have once in a range and others twice.
    pub fn agrees_with(&self, other: &FigureValue) -> bool {
        use FigureValue::*;
        match (*self, *other) {
            (Date(one), Date(other)) => one == other,
            (Date(date), DayOfMonth { month, day }) | (DayOfMonth { month, day }, Date(date)) => {
                date.month == month && date.day == day
            }
            (DayOfMonth { .. }, DayOfMonth { .. }) | (Time(_), Time(_)) | (Year(_), Year(_)) => self == other,
            (Month { year: one, month }, Month { year: other, month: same }) => {
                month == same && (one.is_none() || other.is_none() || one == other)
            }
            // One language says "in July 2037" where another has "in 2037".
            (Month { year, .. }, Year(other)) | (Year(other), Month { year, .. }) => year == Some(other),
            (Month { year, month }, Date(date)) | (Date(date), Month { year, month }) => {
                date.month == month && year.is_none_or(|year| year == date.year)
            }
            (Year(year), Number { readings }) | (Number { readings }, Year(year)) => {
                readings.has(Decimal::from(u64::from(year)))
            }
            (Time(minutes), Number { readings }) | (Number { readings }, Time(minutes)) => {
                minutes.is_multiple_of(60) && readings.has(Decimal::from(u64::from(minutes / 60)))
            }
            (Number { readings: one } | PerCent { readings: one }, Number { readings } | PerCent { readings }) => {
                one.agree_with(&readings)
            }
            _ => false,
        }
    }

    /// Whether it is a date, with or without its year.
    pub fn is_date(&self) -> bool {
        matches!(self, FigureValue::Date(_) | FigureValue::DayOfMonth { .. })
    }
}

/// The figures of a text in a language, in order. The text is running text as a
/// [`NormalizedText`](super::NormalizedText) has it. `taken` are bytes of it that hold something else (citations, labels,
/// markers, references), ascending.
pub fn figures(text: &str, language: &Language, taken: &[Range<usize>]) -> Vec<Figure> {
    let unspelt = language.proofing.unspelt;
    if unspelt.is_empty() || !text.contains(unspelt) {
        return reader::read(text, language, taken);
    }
    // Without what spells nothing, such as the strokes that lengthen words.
    let mut spelt = String::with_capacity(text.len());
    // Where each stretch between them begins, there and in the text.
    let mut stretches = Vec::new();
    for (at, part) in text.split(unspelt).map(|part| (part.as_ptr() as usize - text.as_ptr() as usize, part)) {
        stretches.push((spelt.len(), at));
        spelt.push_str(part);
    }
    let place = |at: usize| {
        let before = stretches.partition_point(|(start, _)| *start <= at).checked_sub(1);
        before.and_then(|i| stretches.get(i)).map_or(at, |(start, given)| given + at - start)
    };
    let spelt_place = |at: usize| {
        let before = stretches.partition_point(|(_, given)| *given <= at).checked_sub(1);
        before.and_then(|i| stretches.get(i).zip(Some(stretches.get(i + 1)))).map_or(at, |((start, given), next)| {
            next.map_or(start + at - given, |(next, _)| (start + at - given).min(*next))
        })
    };
    let taken: Vec<Range<usize>> = taken.iter().map(|range| spelt_place(range.start)..spelt_place(range.end)).collect();
    let mut found = reader::read(&spelt, language, &taken);
    for figure in &mut found {
        // The end is behind the last byte that belongs to it.
        let end = figure.range.end.checked_sub(1).map_or(0, |last| place(last) + 1);
        figure.range = place(figure.range.start)..end;
    }
    found
}

/// Whether a number may be a year.
fn is_year(number: u16) -> bool {
    (1900..=2100).contains(&number)
}

#[cfg(test)]
mod tests;
