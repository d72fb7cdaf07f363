//! What is wrong with something meant as a symbol.

use std::fmt;

use super::Symbol;

/// Why a text is no document symbol, and which one was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The symbol that was probably meant; `None` where it can't be known, such as the missing session of
    /// `A/RES/195`.
    pub meant: Option<Symbol>,
    /// What is wrong; the first thing, if there are several.
    pub fault: Fault,
}

/// What is wrong with a symbol. Displayed, it is a clause that can follow a colon:
/// `a backslash (\) stands where a slash (/) belongs`.
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
    LookAlike { found: char, meant: char },
    /// `A/63/l95`, `A/63/2O5`, `Rev.l`: the letter that stands for a digit.
    LetterForDigit(char),
    /// `Rev1`, `Add 1`, `A/C3/63/L.5`: the word without its full stop.
    MissingDot(String),
    /// `Corr,1`, `Rev-1`, `A/C/3/63/L.5`: the word and what stands where its full stop belongs.
    WrongDot { word: String, found: char },
    /// `Add..1`: the word behind which there are two full stops.
    DoubledDot(String),
    /// `a/res/63/195`, `A/Res/63/195`, `/rev.1`: the component as it stands there and as it should be.
    LowerCase { found: String, right: String },
    /// `UNEP/EA.5/RES.1`: the component as it stands there and as it should be.
    UpperCase { found: String, right: String },
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
    YearOutOfLife { year: u32, first: u32, last: Option<u32> },
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

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Backslash => f.write_str("a backslash (\\) stands where a slash (/) belongs"),
            Fault::OtherSlash(c) => write!(f, "“{c}” stands where a slash (/) belongs"),
            Fault::MissingSlash => f.write_str("a slash is missing"),
            Fault::DoubledSlash => f.write_str("a slash stands there twice"),
            Fault::FullWidth => f.write_str("it has full-width characters, where those of normal width belong"),
            Fault::LookAlike { found, meant } => {
                write!(f, "“{found}” (U+{:04X}) is of another script and only looks like “{meant}”", u32::from(*found))
            }
            Fault::LetterForDigit(c) => write!(f, "the letter “{c}” stands where a digit belongs"),
            Fault::MissingDot(word) => write!(f, "the full stop after “{word}” is missing"),
            Fault::WrongDot { word, found } => {
                write!(f, "“{found}” stands where the full stop after “{word}” belongs")
            }
            Fault::DoubledDot(word) => write!(f, "two full stops stand after “{word}”, where one belongs"),
            Fault::LowerCase { found, right } | Fault::UpperCase { found, right } => {
                write!(f, "“{found}” should be “{right}”")
            }
            Fault::Dash(c) => write!(f, "a dash (“{c}”) stands where a slash (/) belongs"),
            Fault::UnknownCommittee(number) => {
                write!(f, "there is no Main Committee with the number {number}, they are C.1 to C.6")
            }
            Fault::UnknownCommission(body) => write!(f, "there is no commission with the symbol {body}"),
            Fault::NotRoman(text) => write!(f, "“{text}” is no Roman numeral"),
            Fault::RomanNeeded(session) => {
                let numeral = crate::script::in_roman(*session).unwrap_or_else(|| session.to_string());
                write!(f, "session {session} is written after the number, as ({numeral})")
            }
            Fault::RomanEnded(session) => {
                write!(
                    f,
                    "only the first thirty sessions are written in brackets, and {session} stands before the number"
                )
            }
            Fault::Space => f.write_str("a space stands inside"),
            Fault::LeadingZero => f.write_str("a number begins with a zero"),
            Fault::MissingYear => f.write_str("the year belongs after the number, in round brackets"),
            Fault::MissingSession => f.write_str("the session is missing"),
            Fault::YearForSession(year) => write!(f, "{year} is a year, where the session belongs"),
            Fault::SwappedYear => f.write_str("the year and the number stand in each other’s places"),
            Fault::SwappedSession => f.write_str("the session and the number stand in each other’s places"),
            Fault::NoSuchSession(session) => write!(f, "there has been no session {session}"),
            Fault::YearOutOfLife { year, first, last: None } => {
                write!(f, "{year} can’t be the year, such symbols begin in {first}")
            }
            Fault::YearOutOfLife { year, first, last: Some(last) } => {
                write!(f, "{year} can’t be the year, such symbols are of {first} to {last}")
            }
            Fault::NoSymbol => f.write_str("it is no document symbol"),
        }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for Malformed {}
