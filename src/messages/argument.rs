//! What goes into a message.

use std::borrow::Cow;

use smol_str::SmolStr;

use super::{ListStyle, Locale, Message};

/// What goes into a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Argument {
    /// How many, or which: a number that the renderer writes.
    Number(u64),
    /// How many, where there may be thousands: their digits are grouped. As a number, it governs words.
    Count(u64),
    /// A label or a number as the draft has it: `3 bis`, `(a)`, a footnote's number.
    Label(ArgumentText),
    /// The symbol or the number of an instrument: `A/RES/62/131`.
    Symbol(ArgumentText),
    /// A session of an organ, by its number.
    Session(u64),
    /// Words and marks of a draft, or for one.
    Quote(ArgumentText),
    /// The name of a rule, a setting, a file, a language: what the program's interface calls something.
    Name(ArgumentText),
    /// A day.
    Date(CalendarDay),
    /// A month by its number, from 1.
    Month(u8),
    /// A language, by its code.
    Language(&'static str),
    /// One of the keys of a `select`.
    Choice(&'static str),
    /// Several arguments, joined as the language has it.
    List(ListStyle, Box<[Argument]>),
    /// A sentence or clause that is a message of its own.
    Message(Message),
}

/// The kind of an argument, by the name that it has where a message is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(non_camel_case_types)]
pub enum ArgumentKind {
    /// How many, or which: a number that the renderer writes.
    number,
    /// How many, where there may be thousands.
    count,
    /// A label or a number as the draft has it.
    label,
    /// A document symbol.
    symbol,
    /// A session of an organ.
    session,
    /// Words and marks of a draft, or for one.
    quote,
    /// What the program's interface calls something.
    name,
    /// A day.
    date,
    /// A month.
    month,
    /// A language.
    language,
    /// One of the keys of a `select`.
    choice,
    /// Several arguments, the last joined by "and".
    and_list,
    /// Several arguments, the last joined by "or".
    or_list,
    /// Several arguments, joined by commas alone.
    list,
    /// A message of its own.
    message,
}

impl Argument {
    /// Its kind.
    pub fn kind(&self) -> ArgumentKind {
        match self {
            Argument::Number(_) => ArgumentKind::number,
            Argument::Count(_) => ArgumentKind::count,
            Argument::Label(_) => ArgumentKind::label,
            Argument::Symbol(_) => ArgumentKind::symbol,
            Argument::Session(_) => ArgumentKind::session,
            Argument::Quote(_) => ArgumentKind::quote,
            Argument::Name(_) => ArgumentKind::name,
            Argument::Date(_) => ArgumentKind::date,
            Argument::Month(_) => ArgumentKind::month,
            Argument::Language(_) => ArgumentKind::language,
            Argument::Choice(_) => ArgumentKind::choice,
            Argument::List(ListStyle::And, _) => ArgumentKind::and_list,
            Argument::List(ListStyle::Or, _) => ArgumentKind::or_list,
            Argument::List(ListStyle::Plain, _) => ArgumentKind::list,
            Argument::Message(_) => ArgumentKind::message,
        }
    }

    /// The argument as it stands in a message.
    pub fn text(&self, locale: &Locale) -> String {
        let mut text = String::new();
        super::template::write_argument(self, locale, &mut text);
        text
    }

    /// A name among several, for a list of them.
    pub fn name(name: impl Into<ArgumentText>) -> Argument {
        Argument::Name(name.into())
    }
}

/// The words of an argument: the program's own, or a draft's.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ArgumentText(SmolStr);

impl ArgumentText {
    /// Words of the program's own tables, which are not copied.
    pub const fn fixed(words: &'static str) -> ArgumentText {
        ArgumentText(SmolStr::new_static(words))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ArgumentText {
    fn from(words: &str) -> ArgumentText {
        ArgumentText(words.into())
    }
}

impl From<&String> for ArgumentText {
    fn from(words: &String) -> ArgumentText {
        ArgumentText(words.into())
    }
}

impl From<String> for ArgumentText {
    fn from(words: String) -> ArgumentText {
        ArgumentText(words.into())
    }
}

impl From<Cow<'_, str>> for ArgumentText {
    fn from(words: Cow<'_, str>) -> ArgumentText {
        ArgumentText(words.into())
    }
}

impl From<char> for ArgumentText {
    fn from(c: char) -> ArgumentText {
        ArgumentText(SmolStr::from_iter([c]))
    }
}

/// A number for a message, from any unsigned one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageNumber(pub u64);

macro_rules! from_unsigned {
    ($($number:ty),*) => {$(
        impl From<$number> for MessageNumber {
            fn from(number: $number) -> MessageNumber {
                MessageNumber(number as u64)
            }
        }
    )*};
}

from_unsigned!(u8, u16, u32, u64, usize);

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CalendarDay {
    /// The year of the Common Era.
    pub year: u16,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}
