//! UN document symbols: grammar, canonical spelling, near misses.
//!
//! - [`Symbol`] is a symbol that was understood; it compares by meaning, prints its canonical spelling and
//!   says what its components are ([`Symbol::parts`]).
//! - [`scan`] finds symbols in running text, well-formed or [`Malformed`].
//!
//! Two questions are kept apart. What does a text say if it is a symbol? `grammar` reads it and notes what is
//! misspelled: `separator` reads the slashes, `component` what stands between them, `dot` and `number` what
//! stands behind a word, `tail` what stands behind a number, `catalogue` what only catalogues have. `near_miss`
//! knows what is well spelled and in the wrong place, by the years and sessions in `life`. And must it be a
//! symbol? `shape` says so, by the series; only running text asks that.

mod catalogue;
mod component;
mod decode;
mod dot;
mod fault;
mod fold;
mod grammar;
mod life;
mod near_miss;
mod next;
mod number;
mod numeral;
mod organ;
mod part;
mod portion;
mod scan;
mod separator;
mod series;
mod shape;
mod spelling;
mod tail;
mod years;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use smol_str::SmolStr;

use crate::messages::ArgumentText;

pub use fault::{Fault, MESSAGES, Malformed};
pub use life::{LAST_ROMAN, session_of};
pub use next::following;
pub use organ::Organ;
pub use part::{DocumentNature, Modification, Portion, Session, SubsidiaryBody, SymbolPart};
pub use scan::scan;
pub use years::{council_numbers, council_year};

/// Whether a word, in capitals, is one that a symbol in running text can begin with.
pub fn begins_symbol(word: &str) -> bool {
    component::begins_symbol(word)
}

/// The first number that is a year, and no session.
const FIRST_YEAR: u16 = 1946;

/// A document symbol. Two symbols are equal when they mean the same document, however they are spelled;
/// printing one gives its canonical spelling (`S/RES/1325 (2000)`, `A/RES/217 A (III)`). They are ordered as
/// a reader orders them: `A/RES/62/9` before `A/RES/62/175`, `A/RES/217 A (III)` before both.
///
/// ```
/// use rapporteur::symbol::Symbol;
///
/// let symbol = Symbol::parse("A/RES/217(III)[A]")?;
/// assert_eq!(symbol.to_string(), "A/RES/217 A (III)");
/// assert_eq!(symbol.short(), "217 A (III)");
/// # Ok::<(), rapporteur::symbol::Malformed>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// The canonical spelling, which is all that there is to know.
    text: SmolStr,
}

/// A document symbol, or something meant as one, found in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundSymbol {
    /// Its bytes in the text that was scanned.
    pub range: Range<usize>,
    /// The symbol, or what is wrong with it.
    pub symbol: Result<Symbol, Malformed>,
}

impl Symbol {
    /// Reads a symbol that is the whole of `text`, from a list, a link or a catalogue: case and spaces don't
    /// matter, the library's `A/RES/217(III)[A]` and the addresses' `A/77/6(Sect.8)` are understood, and so is
    /// any series that follows the pattern. Remarks that catalogues make are left out, and a number that is still
    /// open (`A/53/...`) is understood: see [`Symbol::is_open`].
    ///
    /// Fails with what is wrong with it, and with [`Fault::NoSymbol`] if it is nothing like a symbol.
    pub fn parse(text: &str) -> Result<Symbol, Malformed> {
        const NO_SYMBOL: Malformed = Malformed { meant: None, fault: Fault::NoSymbol };
        // What is cited most needs no grammar.
        if spelling::is_plain(text) {
            return Ok(Symbol::canonical(text.to_owned()));
        }
        let text = catalogue::bare(text);
        let mut chars = Vec::with_capacity(text.len());
        fold::fold_into(text, 0, &mut chars);
        let mut reading = grammar::read(&chars, true).ok_or(NO_SYMBOL)?;
        let whole = chars.last().is_some_and(|last| last.at + last.raw.len_utf8() == text.len());
        if reading.length < chars.len() || !whole || !reading.canonical.bytes().any(|b| b.is_ascii_digit()) {
            return Err(NO_SYMBOL);
        }
        reading.faults.retain(|fault| !matches!(fault, Fault::LowerCase { .. } | Fault::UpperCase { .. }));
        near_miss::judge(reading)
    }

    /// A symbol whose canonical spelling is known.
    fn canonical(text: String) -> Symbol {
        Symbol { text: text.into() }
    }

    /// The canonical spelling.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a number in it is still open, as in `A/80/L.___`: it is the symbol of no document yet.
    pub fn is_open(&self) -> bool {
        self.text.contains(catalogue::BLANK)
    }

    /// The symbols that a joint symbol is made of, or the symbol itself: for `A/67/828-S/2013/210` both
    /// `A/67/828` and `S/2013/210`.
    pub fn halves(&self) -> Vec<Symbol> {
        spelling::halves(&self.text).map(|half| Symbol::canonical(half.to_owned())).collect()
    }

    /// Whether it is made of several symbols, as `A/67/828-S/2013/210` is.
    pub fn is_joint(&self) -> bool {
        spelling::halves(&self.text).nth(1).is_some()
    }

    /// The organ that the symbol belongs to, if it is one of those that adopt resolutions or issue documents
    /// of their own; of a joint symbol, the first half's.
    pub fn organ(&self) -> Option<Organ> {
        let mut components = self.text.split('/');
        Organ::of(components.next()?, components.next()?)
    }

    /// Its components in the order in which they are printed.
    pub fn parts(&self) -> Vec<SymbolPart> {
        decode::parts(&self.text)
    }

    /// The session and the number of a resolution of the General Assembly whose symbol says nothing else, such as
    /// `A/RES/62/175`: most of what resolutions cite.
    pub fn assembly_resolution(&self) -> Option<(u16, u32)> {
        let (session, number) = self.text.strip_prefix("A/RES/")?.split_once('/')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let session: u16 = session.parse().ok().filter(|session| digits(number) && *session < FIRST_YEAR)?;
        Some((session, number.parse().ok()?))
    }

    /// Whether it is the symbol of a resolution.
    pub fn is_resolution(&self) -> bool {
        self.assembly_resolution().is_some() || self.parts().contains(&SymbolPart::Nature(DocumentNature::Resolution))
    }

    /// Whether it is the symbol of a decision.
    pub fn is_decision(&self) -> bool {
        self.parts().contains(&SymbolPart::Nature(DocumentNature::Decision))
    }

    /// The session of the body, where the symbol says one.
    pub fn session(&self) -> Option<Session> {
        if let Some((session, _)) = self.assembly_resolution() {
            return Some(Session::Regular(session));
        }
        self.parts().into_iter().find_map(|part| match part {
            SymbolPart::Session(session) => Some(session),
            _ => None,
        })
    }

    /// The year, where the symbol says one.
    pub fn year(&self) -> Option<u16> {
        if self.assembly_resolution().is_some() {
            return None;
        }
        self.parts().into_iter().find_map(|part| match part {
            SymbolPart::Year(year) => Some(year),
            _ => None,
        })
    }

    /// The number of a resolution or decision as texts print it: `62/175`, `60/551 B`, `1325 (2000)`,
    /// `217 A (III)`, `2007/12`, `S-20/2`, `5/14` for `UNEP/EA.5/Res.14`. Any other symbol is its own number.
    pub fn short(&self) -> Cow<'_, str> {
        spelling::short(&self.text)
    }

    /// The same without the letters of its parts: `A/RES/66/254` for `A/RES/66/254 A`. Itself if it has none.
    pub fn without_letter(&self) -> Symbol {
        Symbol::canonical(spelling::without_letters(&self.text))
    }

    /// The letters of its parts, `A` or `A-C`.
    pub fn letters(&self) -> Option<&str> {
        spelling::letters(&self.text)
    }

    /// The address of the document in a language (`ar`, `en`, `es`, `fr`, `ru`, `zh`) at the United Nations: of
    /// a joint symbol, that of the first half.
    pub fn official_address(&self, language_code: &str) -> String {
        spelling::address(&self.text, language_code)
    }
}

impl From<&Symbol> for ArgumentText {
    fn from(symbol: &Symbol) -> ArgumentText {
        ArgumentText::from(&*symbol.text)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Symbol {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Symbol, Malformed> {
        Symbol::parse(text)
    }
}

impl Ord for Symbol {
    fn cmp(&self, other: &Symbol) -> Ordering {
        spelling::compare(&self.text, &other.text)
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Symbol) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests;
