//! Symbols in running text.
//!
//! One pass: every slash, or what may stand for one, has a word before it. If the word begins a series that is
//! known, the grammar reads on from there, over a bounded stretch of text; if not, the whole run of characters
//! around the slash is passed over, so that an address or a path is looked at once. The time is linear in
//! the length of the text, whatever stands in it.

use std::ops::Range;

use memchr::{memchr_iter, memchr3_iter};

use super::fold::{Folded, fold_into, folded, is_of_head};
use super::{FoundSymbol, Malformed, Symbol, component, grammar, near_miss, series, shape};
use crate::script::{is_arabic, is_superscript, is_wide};

/// The longest word before the first slash, in characters.
const LONGEST_HEAD: usize = 12;

/// The longest name of an organ, in bytes: two full-width letters.
const LONGEST_ORGAN: usize = 6;

/// The first byte of a full-width slash in UTF-8.
const FULL_WIDTH: u8 = 0xef;

/// Finds document symbols, and what was meant as one, in running text, in order. Only what is near certain
/// to be a symbol is found: the rest of the text is full of slashes.
///
/// The text is that of a [`crate::draft::NormalizedText`]. Ranges are bytes of `text`, on character boundaries, and never
/// overlap; a full stop or comma after a symbol is not part of it.
pub fn scan(text: &str) -> Vec<FoundSymbol> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut window = Vec::new();
    let mut done = 0;
    let mut common = memchr3_iter(b'/', b'\\', FULL_WIDTH, bytes);
    let mut rare = rare_slashes(bytes);
    let (mut next, mut next_rare) = (common.next(), rare.next());
    loop {
        let slash = match (next, next_rare) {
            (Some(slash), None) => slash,
            (slash, Some(rare)) => slash.map_or(rare, |slash| slash.min(rare)),
            (None, None) => break,
        };
        if next == Some(slash) {
            next = common.next();
        } else {
            next_rare = rare.next();
        }
        let other = bytes.get(slash) == Some(&FULL_WIDTH);
        if slash < done || other && !text.get(slash..).is_some_and(|t| t.starts_with(['／', '＼'])) {
            continue;
        }
        let mut symbol_at = |start| {
            if !may_begin(text, start) {
                return None;
            }
            fold_into(text, start, &mut window);
            read(text, &window)
        };
        let symbol = head_before(text, done, slash)
            .and_then(&mut symbol_at)
            .or_else(|| organ_before(text, done, slash).and_then(&mut symbol_at));
        match symbol {
            Some(symbol) => {
                done = symbol.range.end;
                found.push(symbol);
            }
            None => done = end_of_run(text, slash),
        }
    }
    found
}

/// Where the fraction slashes and division slashes of a text stand, which has none as a rule.
fn rare_slashes(bytes: &[u8]) -> impl Iterator<Item = usize> {
    // Both begin with a byte that few other characters have.
    memchr_iter(0xe2, bytes).filter(|&at| matches!(bytes.get(at + 1..at + 3), Some([0x81, 0x84] | [0x88, 0x95])))
}

/// Where the word before a slash begins, if it can begin a symbol.
fn head_before(text: &str, floor: usize, slash: usize) -> Option<usize> {
    let before = text.get(floor..slash)?;
    let mut start = slash;
    let mut chars = before.char_indices().rev();
    for _ in 0..=LONGEST_HEAD {
        match chars.next() {
            Some((i, c)) if is_of_head(c) || c == '.' => start = floor + i,
            Some((_, c)) => {
                // Cyrillic, unlike Latin, can't run into a symbol by being part of its word.
                let glued = c.is_alphanumeric() && !is_wide(c) && !is_arabic(c) && !matches!(c, 'а'..='џ');
                let inside = "/\\:@#=&%~.".contains(c) || folded(c) == '/';
                // `non-A/77/1` is another word; `_A/77/1_` is in italics.
                let joined = matches!(c, '-' | '_' | '\u{2011}');
                let hyphened = joined && chars.next().is_some_and(|(_, c)| c.is_alphabetic() || c == '_');
                return (start < slash && !glued && !inside && !hyphened).then_some(start);
            }
            // What was found before ends here, or nothing stands here.
            None if floor == 0 || start > floor => return (start < slash).then_some(start),
            None => return None,
        }
    }
    None
}

/// Whether a word at byte `start` is one that a symbol can begin with. Most slashes stand between numbers, or words of
/// prose.
fn may_begin(text: &str, start: usize) -> bool {
    let mut word = [0; series::LONGEST];
    let mut letters = 0;
    for c in text.get(start..).unwrap_or_default().chars().map(folded).take_while(char::is_ascii_alphabetic) {
        let (Some(place), Ok(letter)) = (word.get_mut(letters), u8::try_from(c)) else { return false };
        *place = letter.to_ascii_uppercase();
        letters += 1;
    }
    let word = word.get(..letters).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default();
    component::begins_symbol(word)
}

/// Where an organ's letter begins before the first slash, with something else than a slash behind it: a space or a
/// dash, as in `A RES/63/195` and `A /RES/63/195`.
fn organ_before(text: &str, floor: usize, slash: usize) -> Option<usize> {
    let before = text.get(floor..slash)?;
    // The words that come behind an organ end so, and a space may stand before the slash itself.
    if !before.ends_with([' ', 'S', 's', 'C', 'c', 'T', 't', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0']) {
        return None;
    }
    let mut chars = before.char_indices().rev().take(LONGEST_HEAD).skip_while(|&(_, c)| is_of_head(c) || c == '.');
    let (end, _) = chars.next().filter(|&(_, c)| matches!(folded(c), ' ' | '-' | '–'))?;
    let end = floor + end;
    let start = head_before(text, floor, end)?;
    let word = text.get(start..end).filter(|word| word.len() <= LONGEST_ORGAN)?;
    series::is_organ(&word.chars().map(folded).collect::<String>()).then_some(start)
}

/// The symbol that the window begins with, well-formed or not.
fn read(text: &str, window: &[Folded]) -> Option<FoundSymbol> {
    let reading = grammar::read(window, false)?;
    let range = range(text, window, reading.length);
    let rest = window.get(reading.length..).unwrap_or_default();
    if !ends_well(rest) {
        return None;
    }
    let mut halves = reading.halves.iter().copied().peekable();
    let mut certain = true;
    while let Some(start) = halves.next() {
        let end = halves.peek().map_or(reading.canonical.len(), |next| next - 1);
        let half = reading.canonical.get(start..end).unwrap_or_default();
        // A slip of content must not be the beginning of something unfinished: `A/RES/80/___`.
        let next = rest.iter().map(|next| next.c).find(|&c| c != ' ');
        let whole = next.is_none_or(|next| !"/([_".contains(next));
        certain &= shape::is_certain(half) && near_miss::misplaced(half).is_none()
            || whole && !reading.bold && near_miss::is_certain(half);
    }
    if !certain {
        return None;
    }
    Some(FoundSymbol { range, symbol: near_miss::judge(reading) })
}

fn range(text: &str, window: &[Folded], length: usize) -> Range<usize> {
    let start = window.first().map_or(text.len(), |folded| folded.at);
    let last = length.checked_sub(1).and_then(|i| window.get(i));
    start..last.map_or(start, |folded| folded.at + folded.raw.len_utf8())
}

/// Whether a symbol can end before these characters: no letter or digit may touch it, no blank stand for what
/// is still to come (`A/C.3/80/L.__`, `A/RES/80/…`), and it must not go on in a way that is not understood.
fn ends_well(rest: &[Folded]) -> bool {
    let c = |i: usize| rest.get(i).map_or(' ', |folded| folded.raw);
    let glued = c(0).is_alphanumeric() && !is_wide(c(0)) && !is_arabic(c(0)) && !is_superscript(c(0));
    let goes_on = match c(0) {
        '/' | '\\' | '／' => !(c(1).is_whitespace() || ",;)*".contains(c(1))),
        '.' => c(1).is_ascii_alphanumeric() || matches!(c(1), '.' | '_' | '…'),
        // An underscore ends Markdown's italics, several are a blank.
        '_' => c(1) == '_' || c(1).is_alphanumeric(),
        '@' | '…' | '=' => true,
        _ => false,
    };
    !glued && !goes_on
}

/// The end of the run of characters that an address or a path is made of, after byte `at`.
fn end_of_run(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.char_indices().find(|&(i, c)| {
        i > 0 && !(c.is_ascii_alphanumeric() || "/\\.:_-%?=&#~@+$!*'".contains(c) || is_of_head(c) || c == '／')
    });
    end.map_or(text.len(), |(i, _)| at + i)
}

impl FoundSymbol {
    /// The symbol, or the one that was meant.
    pub fn meant(&self) -> Option<&Symbol> {
        match &self.symbol {
            Ok(symbol) => Some(symbol),
            Err(Malformed { meant, .. }) => meant.as_ref(),
        }
    }
}
