//! What marks an insertion or an alternative after a number: `bis`, `alt 1`.

use super::numerals::digits;
use super::read::spaces;
use crate::language::Language;
use crate::script::chinese_digit;
use crate::script::is_wide;
use crate::script::punctuation::{UNAGREED_CLOSING, is_colon};

/// The words that mark an insertion after a number, in order, from `bis`, in every language.
pub(super) const INSERTIONS: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// Which insertion the words at `at` make (`bis`: 2; 0: none) and whether they make an alternative (`alt 1`),
/// moving `at` past them.
pub(super) fn insertion(line: &str, at: &mut usize, language: &Language) -> (u8, bool) {
    let insertion = inserted(line, at, language);
    let space = spaces(line, *at);
    let rest = &line[*at + space..];
    if !rest.starts_with(char::is_alphabetic) {
        return (insertion, false);
    }
    let words = std::iter::once(&"alt").chain(language.reading.alternatives);
    let Some(word) = words.filter(|word| begins_with(rest, word)).max_by_key(|word| word.len()) else {
        return (insertion, false);
    };
    let tail = &rest[word.len()..];
    // `alt. 2`, `alt 2`: which of the alternatives.
    let count = tail.strip_prefix('.').unwrap_or(tail).trim_start_matches([' ', '\u{a0}']);
    let counted = digits(count, 0).map(|(_, len)| tail.len() - count.len() + len);
    let ends = |tail: &str| {
        tail.is_empty() || tail.starts_with(|c: char| c == '.' || is_colon(c) || UNAGREED_CLOSING.contains(&c))
    };
    // A whole word of the language may begin a sentence: only what follows makes it part of the label.
    if *word != "alt" && counted.is_none() && !ends(tail) {
        return (insertion, false);
    }
    *at += space + word.len() + counted.unwrap_or(0);
    (insertion, true)
}

/// Whether `text` begins with `word`, whatever its case, and the word ends there.
fn begins_with(text: &str, word: &str) -> bool {
    let mut rest = text.chars();
    word.chars()
        .all(|expected| rest.next().is_some_and(|c| c == expected || c.to_lowercase().eq(expected.to_lowercase())))
        && text
            .get(word.len()..)
            .is_some_and(|tail| !tail.starts_with(char::is_alphabetic) || word.chars().next_back().is_some_and(is_wide))
}

/// Which insertion the words at `at` make (`bis`: 2; 0: none), moving `at` past them.
pub fn inserted(line: &str, at: &mut usize, language: &Language) -> u8 {
    let space = spaces(line, *at);
    let rest = line.get(*at + space..).unwrap_or_default();
    if !rest.starts_with(char::is_alphabetic) {
        return 0;
    }
    let own = language.reading.insertions.iter().map(|(word, order)| (*word, *order));
    let latin = INSERTIONS.iter().zip(2..).map(|(word, order)| (*word, order));
    if let Some((word, order)) = latin.chain(own).find(|(word, _)| begins_with(rest, word)) {
        *at += space + word.len();
        return order;
    }
    if let Some(tail) = rest.strip_prefix('之') {
        let digit = tail.chars().next();
        let order =
            digit.and_then(chinese_digit).and_then(|order| u8::try_from(order).ok()).filter(|order| *order >= 2);
        if let (Some(digit), Some(order)) = (digit, order) {
            *at += space + '之'.len_utf8() + digit.len_utf8();
            return order;
        }
    }
    0
}
