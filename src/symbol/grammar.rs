//! The grammar of a symbol: components between slashes, each a word, a number, or a word with a number.
//!
//! ```text
//! symbol    = single *( "-" single )
//! single    = component *( "/" component ) , brackets and letters behind a number
//! component = number | word | word "." item *( "." item ) | word "(" number ")" | [ "E" ] "S-" number
//! ```
//!
//! It reads what was meant, too: a component that stands there in another case, behind two slashes or with
//! its full stop forgotten is read as the right one, and what is wrong is noted. The result is the canonical
//! spelling with the list of faults. Whether that is a symbol beyond doubt is asked of [`super::shape`].
//!
//! Source: Dag Hammarskjöld Library guide, "UN document symbols"; UNBIS Reference Manual, field "document
//! series symbol".

use super::fault::Fault;
use super::fold::Folded;
use super::{catalogue, component, separator, tail};

/// A symbol that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ParsedSymbol {
    /// Its canonical spelling.
    pub canonical: String,
    /// Where each half of a joint symbol begins in `canonical`; 0 alone for any other.
    pub halves: Vec<usize>,
    /// How many characters it takes.
    pub length: usize,
    /// What is wrong with the spelling, in order.
    pub faults: Vec<Fault>,
    /// Whether something was mended that only a symbol of which nothing else is in doubt bears out.
    pub bold: bool,
}

/// Reads the symbol that begins at the first character. `None` if there is nothing like one.
///
/// A `lenient` reading is for a text that is known to be a symbol: it takes series and spellings that nobody
/// would look for in running text.
pub(super) fn read(chars: &[Folded], lenient: bool) -> Option<ParsedSymbol> {
    let mut reader = SymbolReader::new(chars, lenient);
    reader.single()?;
    let mut halves = vec![0];
    while reader.halves_joint() {
        let before = reader.mark();
        reader.advance(1);
        reader.out.push('-');
        let start = reader.out.len();
        reader.half = start;
        if reader.single().is_none() {
            reader.reset(before);
            break;
        }
        halves.push(start);
    }
    Some(ParsedSymbol { canonical: reader.out, halves, length: reader.at, faults: reader.faults, bold: reader.bold })
}

/// A place in the text that is being read, and what has been written so far.
pub(super) struct SymbolReader<'a> {
    pub(super) chars: &'a [Folded],
    pub(super) lenient: bool,
    pub(super) at: usize,
    pub(super) out: String,
    /// Where the half that is being read begins in `out`.
    pub(super) half: usize,
    pub(super) faults: Vec<Fault>,
    /// See [`Reading::bold`].
    pub(super) bold: bool,
}

/// A place to go back to.
pub(super) struct Checkpoint {
    at: usize,
    out: usize,
    half: usize,
    faults: usize,
}

impl<'a> SymbolReader<'a> {
    fn new(chars: &'a [Folded], lenient: bool) -> SymbolReader<'a> {
        SymbolReader { chars, lenient, at: 0, out: String::with_capacity(32), half: 0, faults: Vec::new(), bold: false }
    }

    /// The character `ahead` places on, NUL past the end.
    pub(super) fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).map_or('\0', |folded| folded.c)
    }

    /// The same as it stands in the text.
    pub(super) fn peek_raw(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).map_or('\0', |folded| folded.raw)
    }

    /// Goes on by some characters, noting those that only look right.
    pub(super) fn advance(&mut self, count: usize) {
        let passed = self.chars.get(self.at..(self.at + count).min(self.chars.len())).unwrap_or_default();
        self.faults.extend(passed.iter().filter_map(|folded| folded.fault()));
        self.at += passed.len();
    }

    pub(super) fn note(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn mark(&self) -> Checkpoint {
        Checkpoint { at: self.at, out: self.out.len(), half: self.half, faults: self.faults.len() }
    }

    pub(super) fn reset(&mut self, mark: Checkpoint) {
        self.at = mark.at;
        self.out.truncate(mark.out);
        self.half = mark.half;
        self.faults.truncate(mark.faults);
    }

    /// How many letters and digits follow from `ahead` on.
    pub(super) fn run(&self, ahead: usize) -> usize {
        let rest = self.chars.get(self.at + ahead..).unwrap_or_default();
        rest.iter().take_while(|folded| folded.c.is_ascii_alphanumeric()).count()
    }

    /// The letters and digits that follow, as folded.
    pub(super) fn text(&self, ahead: usize, count: usize) -> String {
        let from = (self.at + ahead).min(self.chars.len());
        let to = (from + count).min(self.chars.len());
        self.chars.get(from..to).unwrap_or_default().iter().map(|folded| folded.c).collect()
    }

    /// The half that is being read, in canonical spelling as far as it goes.
    pub(super) fn so_far(&self) -> &str {
        self.out.get(self.half..).unwrap_or_default()
    }

    /// The component that was read last.
    pub(super) fn last_component(&self) -> &str {
        self.so_far().rsplit('/').next().unwrap_or_default()
    }

    /// Whether it is a resolution or decision so far.
    pub(super) fn is_decided(&self) -> bool {
        self.so_far().split('/').skip(1).any(|part| matches!(part, "RES" | "DEC"))
    }

    /// Reads one symbol.
    fn single(&mut self) -> Option<()> {
        component::head(self)?;
        let mut components = 0;
        loop {
            let before = self.mark();
            if separator::separator(self) && component::component(self).is_some() {
                components += 1;
                continue;
            }
            self.reset(before);
            if components == 0 {
                return None;
            }
            let in_catalogue = self.lenient && catalogue::and_modification(self);
            if tail::bracket(self) || tail::letters(self) || tail::proposal(self) || in_catalogue {
                continue;
            }
            return Some(());
        }
    }

    pub(super) fn ends_in_digit(&self) -> bool {
        self.out.bytes().next_back().is_some_and(|b| b.is_ascii_digit())
    }

    /// Whether the hyphen of a joint symbol follows.
    fn halves_joint(&self) -> bool {
        if !matches!(self.peek(0), '-' | '–') || !(self.ends_in_digit() || self.out.ends_with(')')) {
            return false;
        }
        let letters = self.run(1);
        let word = self.text(1, letters);
        let known = super::series::is_organ(&word) || super::series::is_series(&word);
        known && matches!(self.peek(1 + letters), '/' | '.')
    }
}
