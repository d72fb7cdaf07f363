//! Letters that are written for each other, so that words that differ in nothing else are the same word.

/// A Cyrillic letter as words are compared: `ё` is printed without its dots as often as with them.
#[inline]
pub fn without_dots(c: char) -> char {
    match c {
        'ё' => 'е',
        'Ё' => 'Е',
        _ => c,
    }
}

/// An Arabic letter as names are compared: an alef with or without its hamza or madda.
#[inline]
pub fn bare_alef(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' => 'ا',
        _ => c,
    }
}
