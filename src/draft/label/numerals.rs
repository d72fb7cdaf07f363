//! What counts in a label: its digits or its letter. Numerals are read by [`crate::script`].

use crate::language::Language;
use crate::script::digit_value;

/// A number of one to three digits, of whatever script, at byte `at`, and where it ends.
pub(super) fn digits(line: &str, at: usize) -> Option<(u32, usize)> {
    let mut number = 0;
    let mut count = 0;
    let mut end = at;
    for c in line.get(at..)?.chars() {
        let Some(digit) = digit_value(c) else { break };
        number = number * 10 + digit;
        count += 1;
        if count > 3 {
            return None;
        }
        end += c.len_utf8();
    }
    (count > 0 && number > 0).then_some((number, end))
}

/// Whether a label begins with a plain number, of whatever script; `㈠` is none.
pub fn begins_with_digit(label: &str) -> bool {
    digits(label, 0).is_some()
}

/// The place of a letter in the language's list, from 1; a doubled letter follows the last single one.
pub(super) fn letter(inner: &str, language: &Language) -> Option<u32> {
    let letters = language.reading.letters;
    let place = |c: char| letters.iter().position(|same| same.contains(c)).map(|i| i as u32 + 1);
    let mut chars = inner.chars().filter(|c| !c.is_whitespace() && *c != '\u{640}').flat_map(char::to_lowercase);
    let first = place(chars.next()?)?;
    match chars.next() {
        None => Some(first),
        Some(second) => {
            (place(second) == Some(first) && chars.next().is_none()).then_some(first + letters.len() as u32)
        }
    }
}
