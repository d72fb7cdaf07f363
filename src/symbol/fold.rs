//! Characters as a reader sees them: look-alikes, full-width forms and dashes brought down to the ASCII
//! character that a symbol has in their place, without forgetting what stood there.

use super::Fault;
use crate::script::punctuation::{closes_round, opens_round};
use crate::script::{DigitScript, is_full_width_alphanumeric};

/// A character of the text, folded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folded {
    /// Its first byte in the text.
    pub at: usize,
    /// What stands in the text.
    pub raw: char,
    /// What it looks like. Dashes other than the hyphen are all `–`.
    pub c: char,
}

impl Folded {
    /// What is wrong with the character when it stands for [`Folded::c`] in a symbol. Dashes have their own
    /// rules and are nobody's fault here, and so are brackets and digits that are merely wide.
    pub fn fault(self) -> Option<Fault> {
        match self.raw {
            raw if raw == self.c => None,
            '\\' | '＼' => Some(Fault::Backslash),
            raw if DigitScript::of(raw) == Some(DigitScript::FullWidth) => None,
            raw if opens_round(raw) || closes_round(raw) => None,
            '\u{ff01}'..='\u{ff5e}' => Some(Fault::FullWidth),
            raw if self.c == '/' => Some(Fault::OtherSlash(raw)),
            raw if self.c.is_ascii_alphanumeric() => Some(Fault::LookAlike { found: raw, meant: self.c }),
            _ => None,
        }
    }
}

/// The most characters that a symbol is looked for in. The longest joint symbols have half as many.
const LONGEST: usize = 120;

/// Folds the text from byte `start`, to the end of the line or as far as a symbol can reach.
pub(super) fn fold_into(text: &str, start: usize, out: &mut Vec<Folded>) {
    out.clear();
    let rest = text.get(start..).unwrap_or_default();
    out.reserve(LONGEST.min(rest.len()));
    let line = rest.char_indices().take_while(|&(_, raw)| raw != '\n').take(LONGEST);
    out.extend(line.map(|(i, raw)| Folded { at: start + i, raw, c: folded(raw) }));
}

/// The ASCII character that a character looks like, or itself.
#[inline]
pub(super) fn folded(raw: char) -> char {
    if raw.is_ascii() && raw != '\\' { raw } else { folded_wide(raw) }
}

fn folded_wide(raw: char) -> char {
    match raw {
        '\\' | '＼' | '\u{2044}' | '\u{2215}' => '/',
        '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(raw) - 0xfee0).unwrap_or(raw),
        'З' => '3',
        '\u{370}'..='\u{52f}' => capital(raw).or_else(|| small(raw)).unwrap_or(raw),
        _ => raw,
    }
}

/// Whether a character is one that a symbol can begin with, or looks like it. The small letters of other scripts
/// are not among them: they are the end of a word that a symbol was glued to.
pub(super) fn is_of_head(raw: char) -> bool {
    raw.is_ascii_alphanumeric() || (!raw.is_ascii() && (is_full_width_alphanumeric(raw) || capital(raw).is_some()))
}

/// The Latin capital that a Greek or Cyrillic capital looks like. Source: Unicode Technical Standard 39,
/// confusable characters, reduced to the capitals that symbols are made of.
fn capital(raw: char) -> Option<char> {
    Some(match raw {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Ү' | 'Υ' => 'Y',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        _ => return None,
    })
}

/// The small Latin letter that another looks like, reduced to those in `Rev.`, `Corr.`, `Sub.` and the like.
fn small(raw: char) -> Option<char> {
    Some(match raw {
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'ѵ' | 'ν' => 'v',
        'у' => 'y',
        _ => return None,
    })
}
