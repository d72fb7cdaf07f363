//! What the rules about words share: the running text of passages and notes, words that are written in another way,
//! and the quotations in which words are let be.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::Context;
use crate::draft::{Draft, Edit, ElementKind, Flow, PassageOf};
use crate::language::{Language, Variant};

/// The running text of a passage or a note.
#[derive(Debug)]
pub struct Said<'a> {
    pub flow: &'a Flow,
    pub language: &'static Language,
    /// What passage it is; `None` of a note.
    pub of: Option<PassageOf>,
}

/// Shows the running text of each passage, and of each note, to `look`, but for those in whose words `may_matter` says
/// that there is nothing to look for.
pub fn each_said(
    context: &Context<'_>,
    may_matter: impl Fn(&str, &'static Language) -> bool,
    mut look: impl FnMut(&Said<'_>),
) {
    let Context { text, draft, .. } = *context;
    let mut flow = Flow::default();
    let passages = draft.passages.iter().map(|passage| (Some(passage.of), &passage.pieces));
    for (of, pieces) in passages.chain(draft.notes.iter().map(|note| (None, &note.pieces))) {
        let Some(first) = pieces.first() else { continue };
        let language = draft.language_at(first.start);
        // Most passages run as they are written: then their words tell without a flow.
        let words = text.get(first.clone()).unwrap_or_default();
        if pieces.len() == 1 && runs_as_written(words) && !may_matter(words, language) {
            continue;
        }
        flow.clear();
        for piece in pieces {
            flow.push(text.get(piece.clone()).unwrap_or_default(), piece.start);
            if of.is_none() {
                // Each piece of a note is the text of a line: its end breaks the line.
                flow.push("\n", piece.end);
            }
        }
        if may_matter(&flow.text, language) {
            look(&Said { flow: &flow, language, of });
        }
    }
}

/// Whether a flow of these words has the same words: no line breaks, no white space but single spaces, no invisible
/// characters.
fn runs_as_written(words: &str) -> bool {
    let bytes = words.as_bytes();
    let next =
        |i: usize| (bytes.get(i + 1).copied().unwrap_or_default(), bytes.get(i + 2).copied().unwrap_or_default());
    memchr::memchr3(b'\n', b'\t', 0xef, bytes).is_none()
        && memchr::memmem::find(bytes, b"  ").is_none()
        && !memchr::memchr3_iter(0xc2, 0xe2, 0xe3, bytes).any(|i| match bytes.get(i) {
            // No-break spaces and soft hyphens.
            Some(0xc2) => matches!(next(i).0, 0xa0 | 0xad),
            // Spaces, invisible characters and the no-break hyphen among the general punctuation.
            Some(0xe2) => matches!(next(i), (0x80, 0x80..=0x91 | 0xa8..=0xaf) | (0x81, _)),
            _ => next(i) == (0x80, 0x80),
        })
}

impl Said<'_> {
    /// Whether it is a paragraph of the resolution, no heading, table or note.
    pub fn is_paragraph(&self) -> bool {
        matches!(self.of, Some(PassageOf::Paragraph(_)))
    }

    /// Whether it belongs to the text itself, and not to a masthead or a table.
    pub fn is_text(&self, draft: &Draft) -> bool {
        match self.of {
            None | Some(PassageOf::Paragraph(_)) => true,
            Some(PassageOf::Element(i)) => draft.elements.get(i).is_some_and(|element| {
                matches!(element.kind, ElementKind::Title | ElementKind::Section | ElementKind::Annex)
            }),
            Some(PassageOf::Aside) => false,
        }
    }
}

/// Words that are written in another way. Bytes of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub range: Range<usize>,
    pub right: String,
}

/// Variants, ready to be looked for.
#[derive(Debug)]
pub struct Variants {
    /// Matches where any of them does.
    any: Option<Regex>,
    each: Vec<(&'static Variant, OnceLock<Option<Regex>>)>,
}

impl Variants {
    pub fn of(variants: &'static [Variant]) -> Variants {
        let patterns: Vec<String> = variants.iter().map(|variant| format!("(?:{})", variant.wrong)).collect();
        let any = if patterns.is_empty() { None } else { Regex::new(&patterns.join("|")).ok() };
        Variants { any, each: variants.iter().map(|variant| (variant, OnceLock::new())).collect() }
    }

    /// Whether one of them may stand in a text.
    pub fn may_be_in(&self, text: &str) -> bool {
        self.any.as_ref().is_some_and(|any| any.is_match(text))
    }

    /// Where one of them stands in a text, in the order of their places and without overlap.
    pub fn find(&self, text: &str, language: &Language) -> Vec<Wrong> {
        let mut found: Vec<Wrong> = Vec::new();
        if !self.may_be_in(text) {
            return found;
        }
        for (variant, pattern) in &self.each {
            let Some(pattern) = pattern.get_or_init(|| Regex::new(variant.wrong).ok()) else { continue };
            for groups in pattern.captures_iter(text) {
                let Some(whole) = groups.get(0) else { continue };
                let mut right = String::new();
                groups.expand(variant.right, &mut right);
                if right != whole.as_str()
                    && is_whole(text, &whole.range(), language)
                    && !variant.is_something_else(text, &whole.range())
                {
                    found.push(Wrong { range: whole.range(), right });
                }
            }
        }
        without_overlap(found)
    }
}

impl Variant {
    /// Whether what stands around it makes it something else.
    fn is_something_else(&self, text: &str, range: &Range<usize>) -> bool {
        let near = |part: &str, from_end: bool| -> String {
            let chars = part.chars();
            let some: String = if from_end {
                chars.rev().take(NEAR).collect::<Vec<_>>().iter().rev().collect()
            } else {
                chars.take(NEAR).collect()
            };
            some.to_lowercase()
        };
        let before = || near(text.get(..range.start).unwrap_or_default(), true);
        let behind = || near(text.get(range.end..).unwrap_or_default(), false);
        (!self.not_after.is_empty() && self.not_after.iter().any(|words| before().ends_with(words)))
            || (!self.not_before.is_empty() && self.not_before.iter().any(|words| behind().starts_with(words)))
    }
}

/// The characters around a variant that can make it something else.
const NEAR: usize = 40;

/// The first of those that overlap, in the order of their places; of those that begin in one place the longest.
pub fn without_overlap(mut found: Vec<Wrong>) -> Vec<Wrong> {
    found.sort_by_key(|wrong| (wrong.range.start, std::cmp::Reverse(wrong.range.end)));
    let mut end = 0;
    found.retain(|wrong| {
        let free = wrong.range.start >= end;
        if free {
            end = wrong.range.end;
        }
        free
    });
    found
}

/// Whether a match begins and ends where words do. In Arabic the "and" may be written onto its beginning.
pub fn is_whole(text: &str, range: &Range<usize>, language: &Language) -> bool {
    let naming = language.naming;
    if !naming.spaced {
        return true;
    }
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut before = text.get(..range.start).unwrap_or_default().chars().rev();
    let first = before.next();
    let prefixed = first.is_some_and(|c| naming.prefixes.contains(&c)) && !word(before.next());
    let behind = text.get(range.end..).unwrap_or_default().chars().next();
    (!word(first) || prefixed) && !word(behind)
}

/// Whether byte `at` of a text stands in a quotation that begins in it.
pub fn is_quoted(text: &str, at: usize) -> bool {
    let (mut curly, mut angled, mut corner, mut straight) = (0usize, 0usize, 0usize, false);
    for c in text.get(..at).unwrap_or_default().chars() {
        match c {
            '“' | '„' => curly += 1,
            '”' => curly = curly.saturating_sub(1),
            '«' => angled += 1,
            '»' => angled = angled.saturating_sub(1),
            '「' | '『' => corner += 1,
            '」' | '』' => corner = corner.saturating_sub(1),
            '"' => straight = !straight,
            _ => {}
        }
    }
    straight || curly + angled + corner > 0
}

/// Whether byte `at` of a text stands in square brackets that open in it.
pub fn is_bracketed(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.matches(['[', '［']).count() > before.matches([']', '］']).count()
}

/// The edit that makes a range of a flow what it should be, and leaves what is right already.
pub fn edit(flow: &Flow, range: &Range<usize>, right: &str) -> Edit {
    let wrong = flow.text.get(range.clone()).unwrap_or_default();
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = wrong.chars().zip(right.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (rest, rest_right) = (wrong.get(head..).unwrap_or_default(), right.get(head..).unwrap_or_default());
    let tail: usize =
        rest.chars().rev().zip(rest_right.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let text = rest_right.get(..rest_right.len() - tail).unwrap_or_default().to_owned();
    let (start, end) = (range.start + head, range.end - tail);
    if start < end {
        return Edit { range: flow.source(start..end), text };
    }
    // Nothing is replaced: it stands behind what comes before it, so that no line break comes between.
    let at = if start > range.start { flow.source(range.start..start).end } else { flow.source(start..start).start };
    Edit { range: at..at, text }
}

/// Whether a word is another with one letter more, less, other, or with two that have changed places, whatever their
/// case.
pub fn is_one_letter_off(word: &str, right: &str) -> bool {
    let letters = |word: &str| -> Vec<char> {
        word.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
    };
    let (word, right) = (letters(word), letters(right));
    if word.len().abs_diff(right.len()) > 1 {
        return false;
    }
    let head = word.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let rest = |letters: &'_ [char]| letters.get(head..).unwrap_or_default().to_vec();
    let (word, right) = (rest(&word), rest(&right));
    let tail = word.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = |letters: &[char]| letters.get(..letters.len() - tail).unwrap_or_default().to_vec();
    match (middle(&word).as_slice(), middle(&right).as_slice()) {
        ([], []) => false,
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_off() {
        for word in ["Asembly", "Assemblly", "Assembky", "Asesmbly", "assembli"] {
            assert!(is_one_letter_off(word, "Assembly"), "{word}");
        }
        for word in ["Assembly", "assembly", "Asembyl", "Assemblage", "Council"] {
            assert!(!is_one_letter_off(word, "Assembly"), "{word}");
        }
    }

    #[test]
    fn an_edit_leaves_what_is_right() {
        let flow = Flow::of("the Economic\nan Social Council", 7);
        let range = 4..flow.text.len();
        assert_eq!(edit(&flow, &range, "Economic and Social Council"), Edit { range: 22..22, text: "d".into() });
        let flow = Flow::of("经济\n和社会理事会", 0);
        assert_eq!(edit(&flow, &(0..flow.text.len()), "经济及社会理事会").range, 7..10);
    }

    #[test]
    fn quotations() {
        let text = "A “b «c» d” e \"f\" g";
        let quoted: String = text.char_indices().filter(|(i, _)| is_quoted(text, *i)).map(|(_, c)| c).collect();
        assert_eq!(quoted, "b «c» d”f\"");
    }
}
