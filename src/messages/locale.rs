//! What a language says of numbers, dates and lists in messages, and its translations.

use super::{CalendarDay, Message};

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
    /// The number of a session, as it stands in a sentence.
    pub session: fn(u64) -> String,
    /// The months as they stand in a date.
    pub months: [&'static str; 12],
    /// The names of the six languages as they stand in a list, in the order of their codes: ar, en, es, fr, ru, zh.
    pub languages: [&'static str; 6],
    /// A date: `{d}`, `{m}` and `{y}`.
    pub date: &'static str,
    /// The first day of a month, where that is an ordinal.
    pub first_day: &'static str,
    /// What stands between the members of a list, and before the last, by [`ListStyle`].
    pub list: fn(ListStyle) -> (&'static str, &'static str),
    /// What stands between two sentences.
    pub between_sentences: &'static str,
    /// Whether what is set into a sentence is marked as having a direction of its own (Unicode's isolates): words of another
    /// script, whose marks at the end would go astray in a line that runs from right to left.
    pub isolates: bool,
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
        session: |number| number.to_string(),
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
        languages: ["Arabic", "English", "Spanish", "French", "Russian", "Chinese"],
        date: "{d} {m} {y}",
        first_day: "1",
        list: |style| match style {
            ListStyle::And => (", ", " and "),
            ListStyle::Or => (", ", " or "),
            ListStyle::Plain => (", ", ", "),
        },
        between_sentences: " ",
        isolates: false,
    };

    /// The name of a month by its number, from 1; nothing for a number that is no month's.
    pub fn month(&self, month: u8) -> &'static str {
        usize::from(month).checked_sub(1).and_then(|at| self.months.get(at)).copied().unwrap_or_default()
    }

    /// The name of a language by its code; the code itself of what is none of the six.
    pub fn language(&self, code: &'static str) -> &'static str {
        let place = ["ar", "en", "es", "fr", "ru", "zh"].into_iter().position(|known| known == code);
        place.and_then(|place| self.languages.get(place)).copied().unwrap_or(code)
    }

    /// A date as it stands in a sentence. What no calendar has is said as it is.
    pub fn date(&self, CalendarDay { year, month, day }: CalendarDay) -> String {
        let month = match self.month(month) {
            "" => month.to_string(),
            name => name.to_owned(),
        };
        let day = if day == 1 { self.first_day.to_owned() } else { day.to_string() };
        self.date.replace("{d}", &day).replace("{m}", &month).replace("{y}", &year.to_string())
    }

    /// A count, its thousands parted.
    pub fn count(&self, count: u64) -> String {
        let digits = count.to_string();
        let mut parted = String::with_capacity(digits.len() * 2);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                parted.push_str(self.thousands);
            }
            parted.push(digit);
        }
        parted
    }

    /// Several sentences, one behind the other, parted as the language parts them.
    pub fn sentences(&self, sentences: impl IntoIterator<Item = Message>) -> String {
        let mut text = String::new();
        for sentence in sentences {
            if !text.is_empty() {
                text.push_str(self.between_sentences);
            }
            sentence.write(self, &mut text);
        }
        text
    }

    /// What a table says without arguments, whose English stands in the table: its translation, else the English.
    pub fn phrase<'a>(&self, id: &str, english: &'a str) -> &'a str
    where
        'static: 'a,
    {
        (self.translation)(id).unwrap_or(english)
    }
}
