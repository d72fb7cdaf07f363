//! Text evened out for the comparison of names, with every byte's place in the source.
//!
//! Capitals are small; apostrophes and hyphens have one form; quotation marks, superscript figures (a footnote's marker
//! in the middle of a name), vowel marks, and all that prints nothing are gone; white space is one space, and none
//! beside Chinese writing, after a slash, or before a colon or semicolon, where French has one.

use std::ops::Range;

use crate::language::letters;
use crate::script::punctuation::{FULL_WIDTH_COLON, FULL_WIDTH_COMMA};
use crate::script::{ascii_digit, is_arabic_vowel_sign, is_invisible, is_superscript, is_wide};

/// A title evened out for comparison: capitals, quotation marks, hyphens, apostrophes, digits, vowel marks and
/// spaces have one form, or none.
pub fn folded(title: &str) -> String {
    FoldedText::of(title).text
}

/// Text evened out.
#[derive(Debug)]
pub(in crate::library) struct FoldedText<'a> {
    pub text: String,
    source: &'a str,
    /// For each byte of the text, where the character that it belongs to begins in the source.
    places: Vec<usize>,
}

/// Whether a title is this one, which is evened out already. Most titles differ in their first letters.
pub fn is_folded(title: &str, folded: &str) -> bool {
    FoldedChars::of(title).map(|(_, c)| c).eq(folded.chars())
}

/// The characters of a text evened out, each with the byte of the source where it begins.
struct FoldedChars<'a> {
    source: std::str::CharIndices<'a>,
    last: Option<char>,
    /// What comes behind the space that was put out.
    behind_space: Option<(usize, char)>,
}

impl<'a> FoldedChars<'a> {
    fn of(source: &'a str) -> FoldedChars<'a> {
        FoldedChars { source: source.char_indices(), last: None, behind_space: None }
    }
}

impl Iterator for FoldedChars<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        let mut next = self.behind_space.take();
        let mut space = None;
        while next.is_none() {
            let (at, c) = self.source.next()?;
            if c.is_whitespace() {
                space.get_or_insert(at);
                continue;
            }
            next = shown_as(c).map(|shown| (at, shown));
        }
        let (at, shown) = next?;
        if let Some(space) = space
            && self.last.is_some_and(|last| !is_wide(last) && last != '/')
            && !is_wide(shown)
            && !matches!(shown, ':' | ';' | '?' | '!')
        {
            self.last = Some(' ');
            self.behind_space = Some((at, shown));
            return Some((space, ' '));
        }
        self.last = Some(shown);
        Some((at, shown))
    }
}

impl<'a> FoldedText<'a> {
    pub fn of(source: &'a str) -> FoldedText<'a> {
        let mut folded =
            FoldedText { text: String::with_capacity(source.len()), source, places: Vec::with_capacity(source.len()) };
        for (at, c) in FoldedChars::of(source) {
            folded.push(c, at);
        }
        folded
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.places.resize(self.text.len(), at);
    }

    /// The bytes of the source that a range of the text comes from. A range ends where its last character does: marks
    /// that were left out behind it don't belong to it.
    pub fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.places.get(range.start).copied().unwrap_or(self.source.len());
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last)).copied().unwrap_or(start);
        let length = self.source.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start..(last + length).max(start)
    }
}

/// The form that a character is compared in; `None` where it doesn't count.
fn shown_as(c: char) -> Option<char> {
    Some(match c {
        '’' | 'ʼ' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '“' | '”' | '„' | '«' | '»' | '"' | '‘' | '<' | '>' | '《' | '》' | '〈' | '〉' => return None,
        _ if is_superscript(c) || is_arabic_vowel_sign(c) || is_invisible(c) => return None,
        '（' => '(',
        '）' => ')',
        FULL_WIDTH_COLON => ':',
        FULL_WIDTH_COMMA => ',',
        _ => {
            if let Some(digit) = ascii_digit(c) {
                return Some(digit);
            }
            let c = letters::bare_alef(letters::without_dots(c));
            let mut lower = c.to_lowercase();
            // A capital of which two letters become stays as it is.
            lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evens_out_what_does_not_count() {
        for (text, folded) in [
            ("L’Accord  de\nParis", "l'accord de paris"),
            ("Programme « Espace\u{a0}2030 » : fin", "programme espace 2030: fin"),
            ("《儿童权利公约》 关于", "儿童权利公约关于"),
            ("Convention⁴ on Non‑Proliferation", "convention on non-proliferation"),
            ("اتفاقيّة الأمم", "اتفاقية الامم"),
        ] {
            assert_eq!(FoldedText::of(text).text, folded);
            assert!(is_folded(text, folded) && !is_folded(text, "another"));
        }
    }

    #[test]
    fn finds_the_way_back() {
        let text = "in «Le Pacte ¹ »,";
        let folded = FoldedText::of(text);
        let at = folded.text.find("le pacte").unwrap();
        assert_eq!(&text[folded.source_range(at..at + 8)], "Le Pacte");
    }
}
