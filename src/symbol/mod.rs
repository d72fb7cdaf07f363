//! UN document symbols: grammar, canonical spelling, near misses.

use std::fmt;
use std::ops::Range;

/// A body that adopts resolutions or issues documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Organ {
    GeneralAssembly,
    SecurityCouncil,
    EconomicAndSocialCouncil,
    TrusteeshipCouncil,
    HumanRightsCouncil,
}

/// A document symbol. Two symbols are equal when they mean the same document, however they are spelled;
/// printing one gives its canonical spelling (`S/RES/1325 (2000)`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(String);

/// Why a text is no document symbol, and which one was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The symbol that was probably meant.
    pub meant: Option<Symbol>,
}

/// A document symbol, or something meant as one, found in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text that was scanned.
    pub range: Range<usize>,
    pub symbol: Result<Symbol, Malformed>,
}

impl Symbol {
    /// Reads a symbol that is the whole of `text`.
    pub fn parse(text: &str) -> Result<Symbol, Malformed> {
        Ok(Symbol(text.to_owned()))
    }

    /// The organ that the symbol belongs to, if it is one of those that adopt resolutions.
    pub fn organ(&self) -> Option<Organ> {
        None
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Finds document symbols, and what was meant as one, in running text.
pub fn scan(text: &str) -> Vec<Found> {
    let _ = text;
    Vec::new()
}
