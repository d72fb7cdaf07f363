//! What is wrong with something meant as a symbol.

use std::fmt;

use super::Symbol;
use crate::messages::{Locale, Message};

/// Why a text is no document symbol, and which one was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The symbol that was probably meant; `None` where it can't be known, such as the missing session of
    /// `A/RES/195`.
    pub meant: Option<Symbol>,
    /// What is wrong; the first thing, if there are several.
    pub fault: Fault,
}

/// What is wrong with a symbol. [`Fault::clause`] says it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// `A\63\195`.
    Backslash,
    /// `A⁄63⁄195`, `A/RES/63.195`: the character that stands for a slash.
    OtherSlash(char),
    /// `A/RES 63/195`.
    MissingSlash,
    /// `A/63//195`.
    DoubledSlash,
    /// `A／63／195`, `Ａ/63/195`: a full-width character.
    FullWidth,
    /// `А/63/195` with a Cyrillic `А`: a letter of another script, and the Latin letter or digit that it looks like.
    LookAlike {
        /// What stands there.
        found: char,
        /// The Latin letter or digit that it looks like.
        meant: char,
    },
    /// `A/63/l95`, `A/63/2O5`, `Rev.l`: the letter that stands for a digit.
    LetterForDigit(char),
    /// `Rev1`, `Add 1`, `A/C3/63/L.5`: the word without its full stop.
    MissingDot(String),
    /// `A/S32/1`, `A/ES10/22`: the letters of a special session without the hyphen behind them.
    MissingHyphen(String),
    /// `Corr,1`, `Rev-1`, `A/C/3/63/L.5`: the word and what stands where its full stop belongs.
    WrongDot {
        /// The word, without its full stop.
        word: String,
        /// What stands there.
        found: char,
    },
    /// `Add..1`: the word behind which there are two full stops.
    DoubledDot(String),
    /// `a/res/63/195`, `A/Res/63/195`, `/rev.1`: the component as it stands there and as it should be.
    LowerCase {
        /// What stands there.
        found: String,
        /// What belongs there.
        right: String,
    },
    /// `UNEP/EA.5/RES.1`: the component as it stands there and as it should be.
    UpperCase {
        /// What stands there.
        found: String,
        /// What belongs there.
        right: String,
    },
    /// `A/63–195`: the dash that stands for a slash.
    Dash(char),
    /// `A/C.9`: there are six Main Committees.
    UnknownCommittee(u32),
    /// `E/CN.99`: there is no such commission.
    UnknownCommission(String),
    /// `A/RES/217 (IIII)`: what stands for a Roman numeral.
    NotRoman(String),
    /// `A/RES/1514 (15)`: a session before the thirty-first in the wrong numerals, or in the wrong place.
    RomanNeeded(u32),
    /// `A/RES/195 (LXIII)`, `A/RES/195 (63)`: a session of the Assembly after the thirtieth in brackets.
    RomanEnded(u32),
    /// `A/80/L.22 /Rev.1`, `A/ RES/63/195`: a space inside.
    Space,
    /// `A/RES/063/195`.
    LeadingZero,
    /// `S/RES/1325`, `S/RES/1325/2000`: the year belongs behind the number, in brackets.
    MissingYear,
    /// `A/RES/195`.
    MissingSession,
    /// `A/RES/2007/12`: a year where the session belongs.
    YearForSession(u32),
    /// `E/RES/12 (2007)`: the year belongs before the number.
    SwappedYear,
    /// `A/RES/195/63`: the session belongs before the number.
    SwappedSession,
    /// `A/RES/163/195`: the session that no body has had.
    NoSuchSession(u32),
    /// `E/RES/1938/3`: the year, and the years in which the series had such symbols. There is no last one for a
    /// series that goes on.
    YearOutOfLife {
        /// The year in the symbol.
        year: u32,
        /// The first year in which the series had such symbols.
        first: u32,
        /// The last such year; `None` for a series that goes on.
        last: Option<u32>,
    },
    /// No symbol at all, nor anything near one. Only [`Symbol::parse`] says so.
    NoSymbol,
}

impl Fault {
    /// Whether it is a slip of spelling, after whose mend the symbol is certain.
    pub fn is_spelling(&self) -> bool {
        !matches!(
            self,
            Fault::UnknownCommittee(_)
                | Fault::UnknownCommission(_)
                | Fault::NotRoman(_)
                | Fault::RomanNeeded(_)
                | Fault::RomanEnded(_)
                | Fault::MissingSession
                | Fault::YearForSession(_)
                | Fault::SwappedSession
                | Fault::NoSuchSession(_)
                | Fault::YearOutOfLife { .. }
                | Fault::NoSymbol
        )
    }
}

crate::messages! {
    "symbol-fault":
    backslash() = "a backslash (\\) stands where a slash (/) belongs";
    other_slash(found: quote) = "“{found}” stands where a slash (/) belongs";
    missing_slash() = "a slash is missing";
    doubled_slash() = "a slash stands there twice";
    full_width() = "it has full-width characters, where those of normal width belong";
    look_alike(found: quote, code: name, meant: quote) =
        "“{found}” ({code}) is of another script and only looks like “{meant}”";
    letter_for_digit(letter: quote) = "the letter “{letter}” stands where a digit belongs";
    missing_dot(word: quote) = "the full stop after “{word}” is missing";
    missing_hyphen(word: quote) = "the hyphen after “{word}” is missing";
    wrong_dot(found: quote, word: quote) = "“{found}” stands where the full stop after “{word}” belongs";
    doubled_dot(word: quote) = "two full stops stand after “{word}”, where one belongs";
    other_case(found: quote, right: quote) = "“{found}” should be “{right}”";
    dash(found: quote) = "a dash (“{found}”) stands where a slash (/) belongs";
    unknown_committee(number: number) =
        "there is no Main Committee with the number {number}, they are C.1 to C.6";
    unknown_commission(body: symbol) = "there is no commission with the symbol {body}";
    not_roman(text: quote) = "“{text}” is no Roman numeral";
    roman_needed(session: session, numeral: label) =
        "session {session} is written after the number, as ({numeral})";
    roman_ended(session: number) =
        "only the first thirty sessions are written in brackets, and {session} stands before the number";
    space() = "a space stands inside";
    leading_zero() = "a number begins with a zero";
    missing_year() = "the year belongs after the number, in round brackets";
    missing_session() = "the session is missing";
    year_for_session(year: number) = "{year} is a year, where the session belongs";
    swapped_year() = "the year and the number stand in each other’s places";
    swapped_session() = "the session and the number stand in each other’s places";
    no_such_session(session: session) = "there has been no session {session}";
    before_first_year(year: number, first: number) =
        "{year} can’t be the year, such symbols begin in {first}";
    out_of_years(year: number, first: number, last: number) =
        "{year} can’t be the year, such symbols are of {first} to {last}";
    no_symbol() = "it is no document symbol";
}

impl Fault {
    /// What is wrong, in a clause that can follow a colon: `a backslash (\) stands where a slash (/) belongs`.
    pub fn clause(&self) -> Message {
        match self {
            Fault::Backslash => backslash(),
            Fault::OtherSlash(c) => other_slash(*c),
            Fault::MissingSlash => missing_slash(),
            Fault::DoubledSlash => doubled_slash(),
            Fault::FullWidth => full_width(),
            Fault::LookAlike { found, meant } => look_alike(*found, format!("U+{:04X}", u32::from(*found)), *meant),
            Fault::LetterForDigit(c) => letter_for_digit(*c),
            Fault::MissingDot(word) => missing_dot(word),
            Fault::MissingHyphen(word) => missing_hyphen(word),
            Fault::WrongDot { word, found } => wrong_dot(*found, word),
            Fault::DoubledDot(word) => doubled_dot(word),
            Fault::LowerCase { found, right } | Fault::UpperCase { found, right } => other_case(found, right),
            Fault::Dash(c) => dash(*c),
            Fault::UnknownCommittee(number) => unknown_committee(*number),
            Fault::UnknownCommission(body) => unknown_commission(body),
            Fault::NotRoman(text) => not_roman(text),
            Fault::RomanNeeded(session) => {
                let numeral = crate::script::in_roman(*session).unwrap_or_else(|| session.to_string());
                roman_needed(*session, numeral)
            }
            Fault::RomanEnded(session) => roman_ended(*session),
            Fault::Space => space(),
            Fault::LeadingZero => leading_zero(),
            Fault::MissingYear => missing_year(),
            Fault::MissingSession => missing_session(),
            Fault::YearForSession(year) => year_for_session(*year),
            Fault::SwappedYear => swapped_year(),
            Fault::SwappedSession => swapped_session(),
            Fault::NoSuchSession(session) => no_such_session(*session),
            Fault::YearOutOfLife { year, first, last: None } => before_first_year(*year, *first),
            Fault::YearOutOfLife { year, first, last: Some(last) } => out_of_years(*year, *first, *last),
            Fault::NoSymbol => no_symbol(),
        }
    }
}

/// In English, as errors are.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.clause().text(&Locale::ENGLISH))
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for Malformed {}
