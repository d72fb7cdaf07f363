//! What a language says of numbers, dates and lists in messages, and its translations.

use std::fmt::Write;

use super::CalendarDay;

/// A language in which messages are told.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    /// Its code, as in `en`.
    pub code: &'static str,
    /// The translation of the message with an id. `None` where there is none: it is told in English.
    pub translation: fn(&str) -> Option<&'static str>,
    /// The category of a number, by Unicode's CLDR (cardinal plural rules).
    pub plural: fn(u64) -> PluralCategory,
    /// What parts the thousands of a count.
    pub thousands: &'static str,
    /// The months as they stand in a date.
    pub months: [&'static str; 12],
    /// Writes a date behind what is written already.
    pub date: fn(CalendarDay, &Locale, &mut String),
    /// What stands between the members of a list, and before the last, by [`ListStyle`].
    pub list: fn(ListStyle) -> (&'static str, &'static str),
}

/// A category of numbers that have one form of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralCategory {
    /// CLDR's `zero`.
    Zero,
    /// CLDR's `one`.
    One,
    /// CLDR's `two`.
    Two,
    /// CLDR's `few`.
    Few,
    /// CLDR's `many`.
    Many,
    /// CLDR's `other`, which every language has.
    Other,
}

impl PluralCategory {
    /// Its key in a template.
    pub const fn key(self) -> &'static str {
        match self {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }
}

/// How the members of a list belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListStyle {
    /// All of them.
    And,
    /// One of them.
    Or,
    /// They are only listed.
    Plain,
}

impl Locale {
    /// The language of the templates.
    pub const ENGLISH: Locale = Locale {
        code: "en",
        translation: |_| None,
        plural: |number| if number == 1 { PluralCategory::One } else { PluralCategory::Other },
        thousands: ",",
        months: [
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
        ],
        date: |CalendarDay { year, month, day }, locale, out| {
            // Writing into a string can't fail.
            let _ = write!(out, "{day} {} {year}", locale.month(month));
        },
        list: |style| match style {
            ListStyle::And => (", ", " and "),
            ListStyle::Or => (" or ", " or "),
            ListStyle::Plain => (", ", ", "),
        },
    };

    /// The name of a month by its number, from 1; nothing for a number that is no month's.
    pub fn month(&self, month: u8) -> &'static str {
        usize::from(month).checked_sub(1).and_then(|at| self.months.get(at)).copied().unwrap_or_default()
    }
}
