//! The numbers by which resolutions and decisions are known.
//!
//! | form | example | since |
//! | --- | --- | --- |
//! | session and number | `62/175`, `S-20/2`, `ES-10/24` | 1976 |
//! | year and number | `2007/12` | 1978 |
//! | number and session | `217 A (III)`, `3201 (S-VI)` | 1946 to 1977 |
//! | number and year | `1325 (2000)` | 1946, the Security Council |

use std::ops::Range;

use regex::Regex;

use crate::language::CitationGrammar;
use crate::script::{in_roman, is_wide, roman_number};

/// A number that may be an instrument's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InstrumentNumber {
    /// With the letters of its parts, without signs before and after it.
    pub range: Range<usize>,
    pub form: NumberForm,
    /// The parts of a composite resolution as its symbol has them: empty, `B`, `A-C`.
    pub parts: String,
}

/// How a number is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberForm {
    /// `62/175`; `prefix` is empty, `S-` or `ES-`.
    Session { prefix: &'static str, session: u16, number: u16 },
    /// `2007/12`.
    Year { year: u16, number: u16 },
    /// `217 (III)`; `prefix` as above, the session in Arabic numerals.
    Roman { number: u16, prefix: &'static str, session: u16 },
    /// `1325 (2000)`.
    Council { number: u16, year: u16 },
}

/// What a language says about numbers, ready for use.
#[derive(Debug)]
pub(super) struct NumberPatterns {
    citing: &'static CitationGrammar,
    to: Regex,
    and: Regex,
}

/// How long what stands in a number's bracket may be, in bytes.
const LONGEST_BRACKET: usize = 24;

impl NumberPatterns {
    /// `None` when a pattern of the table is no regular expression.
    pub fn new(citing: &'static CitationGrammar) -> Option<NumberPatterns> {
        Some(NumberPatterns {
            citing,
            to: Regex::new(&format!("^ ?(?:{}) ?", citing.letters_to)).ok()?,
            and: Regex::new(&format!("^ ?(?:{}) ?", citing.letters_and)).ok()?,
        })
    }

    /// All numbers of a text, in order, none overlapping another.
    pub fn numbers(&self, text: &str) -> Vec<InstrumentNumber> {
        let mut found: Vec<InstrumentNumber> = Vec::new();
        for at in memchr::memchr2_iter(b'/', b'(', text.as_bytes()) {
            let number = match text.as_bytes().get(at) {
                Some(b'/') => self.slashed(text, at),
                _ => self.bracketed(text, at),
            };
            if let Some(number) = number {
                if found.last().is_some_and(|last| last.range.end > number.range.start) {
                    found.pop();
                }
                found.push(number);
            }
        }
        found
    }

    /// `62/175 B`, given the place of the slash.
    fn slashed(&self, text: &str, slash: usize) -> Option<InstrumentNumber> {
        let first_at = digits_before(text, slash);
        let end = digits_after(text, slash + 1);
        let first = number(text.get(first_at..slash)?)?;
        let second = number(text.get(slash + 1..end)?).filter(|n| *n < 1000)?;
        if !self.may_begin(text, first_at) && self.prefix(text, first_at).is_none() || !may_end(text, end) {
            return None;
        }
        let (start, prefix) = self.prefix(text, first_at).unwrap_or((first_at, ""));
        let form = if (1946..2100).contains(&first) && prefix.is_empty() {
            NumberForm::Year { year: first, number: second }
        } else if first < 200 {
            NumberForm::Session { prefix, session: first, number: second }
        } else {
            return None;
        };
        let (end, parts) = self.parts(text, end);
        Some(InstrumentNumber { range: start..end, form, parts })
    }

    /// `217 A (III)` or `1325 (2000)`, given the place of the bracket.
    fn bracketed(&self, text: &str, bracket: usize) -> Option<InstrumentNumber> {
        let inside = text.get(bracket + 1..)?;
        // Brackets may open by the thousand, and none of them close.
        let close = inside.bytes().take(LONGEST_BRACKET + 1).position(|b| b == b')')?;
        let inside = inside.get(..close)?;
        let end = bracket + 1 + inside.len() + 1;
        let mut at = text.get(..bracket)?.trim_end_matches(' ').len();
        let mut parts = String::new();
        if let Some((start, part)) = self.letter_before(text, at) {
            parts.push(part);
            at = text.get(..start)?.trim_end_matches(' ').len();
        }
        let start = digits_before(text, at);
        let value = number(text.get(start..at)?)?;
        if !self.may_begin(text, start) || text.get(end..)?.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let form = match inside.parse::<u16>() {
            Ok(year) if (1946..2100).contains(&year) && inside.len() == 4 && parts.is_empty() => {
                NumberForm::Council { number: value, year }
            }
            Ok(_) => return None,
            Err(_) => {
                let (prefix, session) = self.old_session(inside)?;
                NumberForm::Roman { number: value, prefix, session }
            }
        };
        Some(InstrumentNumber { range: start..end, form, parts })
    }

    /// What stands in the brackets of the old numbering: `XXI`, `S-VI`, `د-21`.
    fn old_session(&self, inside: &str) -> Option<(&'static str, u16)> {
        if let Some(session) = session_number(inside) {
            return Some(("", session));
        }
        self.citing.sessions.iter().find_map(|(written, prefix)| {
            let rest = inside.strip_prefix(written)?.trim_start_matches(' ');
            Some((*prefix, session_number(rest).or_else(|| number(rest))?))
        })
    }

    /// The start of a special session's prefix that ends at `at`, and what a symbol has for it.
    fn prefix(&self, text: &str, at: usize) -> Option<(usize, &'static str)> {
        let before = text.get(..at)?;
        self.citing.sessions.iter().filter(|(_, prefix)| !prefix.is_empty()).find_map(|(written, prefix)| {
            let start = before.strip_suffix(written)?.len();
            self.may_begin(text, start).then_some((start, *prefix))
        })
    }

    /// Whether a number may begin at `at`: not inside a word, a symbol or another number.
    fn may_begin(&self, text: &str, at: usize) -> bool {
        let Some(before) = text.get(..at) else { return false };
        match before.chars().next_back() {
            None => true,
            Some('/' | '.' | '-' | '–' | '_' | '\\') => false,
            Some(c) if is_wide(c) || !c.is_alphanumeric() => true,
            Some(c) if !c.is_alphabetic() || c.is_uppercase() => false,
            // A word that the number was glued to by mistake, or that is written so.
            Some(_) => {
                let letters = before.chars().rev().take_while(|c| c.is_alphabetic() && !c.is_uppercase()).count();
                letters > 3
                    || self.citing.glued.iter().any(|word| {
                        before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphabetic()))
                    })
            }
        }
    }

    /// The parts after a number that ends at `at`: where they end, and how a symbol has them.
    fn parts(&self, text: &str, at: usize) -> (usize, String) {
        let Some((mut end, first)) = self.letter_after(text, at) else { return (at, String::new()) };
        let mut last = first;
        let mut gap = false;
        loop {
            let rest = text.get(end..).unwrap_or_default();
            let (joint, through) = match (self.to.find(rest), self.and.find(rest)) {
                (Some(to), _) => (to.end(), true),
                (None, Some(and)) => (and.end(), false),
                (None, None) => break,
            };
            let Some((next, letter)) = self.letter_at(text, end + joint) else { break };
            if letter <= last {
                break;
            }
            gap |= !through && letter != last + 1;
            (end, last) = (next, letter);
        }
        let parts = match (first == last, gap) {
            (true, _) => lettered(first),
            (false, false) => format!("{}-{}", lettered(first), lettered(last)),
            // Parts here and there have no symbol together; the whole resolution has one.
            (false, true) => String::new(),
        };
        (end, parts)
    }

    /// A part's letter after a number, with or without a space between: where it ends, and its place in the
    /// alphabet, from 1 (`AA` is 27).
    fn letter_after(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        let rest = text.get(at..)?;
        self.letter_at(text, at + rest.len() - rest.trim_start_matches(' ').len())
    }

    fn letter_at(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        let rest = text.get(at..)?;
        let latin = rest.chars().next().filter(char::is_ascii_uppercase).map(|c| {
            let doubled = rest.get(1..).is_some_and(|rest| rest.starts_with(c));
            if doubled { (2, place(c) + 26) } else { (1, place(c)) }
        });
        let (len, letter) = latin.or_else(|| {
            self.citing.letters.iter().find(|(word, _)| rest.starts_with(word)).map(|(word, c)| (word.len(), place(*c)))
        })?;
        let mut after = rest.get(len..)?.chars();
        let ends = match after.next() {
            Some(c) if is_wide(c) => true,
            // `A-E` are parts, `A-level` isn't one.
            Some('-') => {
                after.next().is_some_and(|c| c.is_ascii_uppercase())
                    && after.next().is_none_or(|c| is_wide(c) || !c.is_alphanumeric())
            }
            Some('.') => !after.next().is_some_and(char::is_alphanumeric),
            Some(c) => !(c.is_alphanumeric() || matches!(c, '/' | '_' | '’' | '\'' | '&')),
            None => true,
        };
        ends.then_some((at + len, letter))
    }

    /// A part's letter before the brackets of the old numbering: its start.
    fn letter_before(&self, text: &str, end: usize) -> Option<(usize, char)> {
        let before = text.get(..end)?;
        let latin = before.chars().next_back().filter(char::is_ascii_uppercase).map(|c| (1, c));
        let (len, letter) = latin.or_else(|| {
            self.citing
                .letters
                .iter()
                .find(|(word, _)| before.ends_with(word))
                .map(|(word, letter)| (word.len(), *letter))
        })?;
        let rest = before.get(..end - len)?.trim_end_matches(' ');
        rest.ends_with(|c: char| c.is_ascii_digit()).then_some((end - len, letter))
    }
}

/// The session that a Roman numeral in the old numbering counts. There were never more than 100.
fn session_number(numeral: &str) -> Option<u16> {
    roman_number(numeral).and_then(|number| u16::try_from(number).ok()).filter(|number| *number <= 100)
}

impl InstrumentNumber {
    /// The number as a symbol has it, parts included.
    pub fn spelled(&self) -> String {
        let parts = if self.parts.is_empty() { String::new() } else { format!(" {}", self.parts) };
        match &self.form {
            NumberForm::Session { prefix, session, number } => format!("{prefix}{session}/{number}{parts}"),
            NumberForm::Year { year, number } => format!("{year}/{number}{parts}"),
            NumberForm::Roman { number, prefix, session } => {
                let session = in_roman((*session).into()).unwrap_or_else(|| session.to_string());
                format!("{number}{parts} ({prefix}{session})")
            }
            NumberForm::Council { number, year } => format!("{number} ({year})"),
        }
    }
}

/// The place of a Latin capital in the alphabet, from 1.
fn place(letter: char) -> u32 {
    u32::from(letter) - u32::from('A') + 1
}

/// The letter or letters of a part.
fn lettered(place: u32) -> String {
    let letter = char::from_u32(u32::from('A') + (place - 1) % 26).unwrap_or('A');
    letter.to_string().repeat(if place > 26 { 2 } else { 1 })
}

/// A number of up to four digits that does not begin with a nought.
fn number(digits: &str) -> Option<u16> {
    (digits.len() <= 4 && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn digits_before(text: &str, end: usize) -> usize {
    let before = text.as_bytes().get(..end).unwrap_or_default();
    end - before.iter().rev().take_while(|b| b.is_ascii_digit()).count()
}

fn digits_after(text: &str, start: usize) -> usize {
    let after = text.as_bytes().get(start..).unwrap_or_default();
    start + after.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Whether a number may end at `at`: what follows does not go on as a symbol, a date or a decimal does.
fn may_end(text: &str, at: usize) -> bool {
    let mut rest = text.get(at..).unwrap_or_default().chars();
    match rest.next() {
        Some('/' | '_' | '%' | '\\') => false,
        Some('.' | '-') => !rest.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        // A part's letter may be glued on: 217A.
        Some(c) if c.is_ascii_uppercase() => !rest.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => !c.is_ascii_alphanumeric(),
        None => true,
    }
}
