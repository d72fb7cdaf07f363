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

/// What is wrong with a symbol. Displayed, it is a clause that can follow "because":
/// `a backslash stands where a slash belongs`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// `A\63\195`.
    Backslash,
    /// `A/RES 63/195`.
    MissingSlash,
    /// `A/63//195`.
    DoubledSlash,
    /// `A／63／195`, `Ａ/63/195`: a full-width character.
    FullWidth,
    /// A letter of another script that looks like a Latin one, such as Cyrillic `А`.
    LookAlike(char),
    /// `A/63/l95`, `A/63/2O5`: the letter that stands for a digit.
    LetterForDigit(char),
    /// `Rev1`, `Add 1`: the word without its full stop.
    MissingDot(&'static str),
    /// `a/res/63/195`, `A/Res/63/195`, `/rev.1`: the component as it should be.
    LowerCase(String),
    /// `UNEP/EA.5/RES.1`: the component as it should be.
    UpperCase(String),
    /// `A/63–195`: the dash that stands for a slash.
    Dash(char),
    /// `A/C.9`: there are six Main Committees.
    UnknownCommittee(u32),
    /// `A/RES/217 (IIII)`: what stands for a Roman numeral.
    NotRoman(String),
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
    /// No symbol at all, nor anything near one. Only [`Symbol::parse`] says so.
    NoSymbol,
}

impl Fault {
    /// Whether it is a slip of spelling, after whose mend the symbol is certain.
    pub fn is_spelling(&self) -> bool {
        !matches!(
            self,
            Fault::UnknownCommittee(_)
                | Fault::NotRoman(_)
                | Fault::MissingSession
                | Fault::YearForSession(_)
                | Fault::NoSymbol
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Backslash => f.write_str("a backslash stands where a slash belongs"),
            Fault::MissingSlash => f.write_str("a slash is missing"),
            Fault::DoubledSlash => f.write_str("a slash is doubled"),
            Fault::FullWidth => f.write_str("it has full-width characters"),
            Fault::LookAlike(c) => {
                write!(f, "“{c}” is not the Latin letter that it looks like (U+{:04X})", u32::from(*c))
            }
            Fault::LetterForDigit(c) => write!(f, "the letter “{c}” stands among digits"),
            Fault::MissingDot(word) => write!(f, "“{word}” needs a full stop after it and no space"),
            Fault::LowerCase(right) => write!(f, "“{right}” is not written with its capitals"),
            Fault::UpperCase(right) => write!(f, "“{right}” is written in capitals only"),
            Fault::Dash(c) => write!(f, "a dash (“{c}”) stands where a slash belongs"),
            Fault::UnknownCommittee(number) => {
                write!(f, "there is no Main Committee with the number {number}, they are C.1 to C.6")
            }
            Fault::NotRoman(text) => write!(f, "“{text}” is no Roman numeral"),
            Fault::Space => f.write_str("a space stands inside"),
            Fault::LeadingZero => f.write_str("a number begins with a zero"),
            Fault::MissingYear => f.write_str("the year belongs after the number, in round brackets"),
            Fault::MissingSession => f.write_str("the session is missing"),
            Fault::YearForSession(year) => write!(f, "{year} is a year, where the session belongs"),
            Fault::SwappedYear => f.write_str("the year belongs before the number"),
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
