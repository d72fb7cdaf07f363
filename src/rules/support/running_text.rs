//! What the rules about words share: the running text of passages and notes, words that are written in another way,
//! and the quotations in which words are let be.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::hir::literal::{Extractor, Literal};

use super::prefilter::STRETCH;
use crate::draft::normalized_text::is_as_written;
use crate::draft::{Draft, Edit, ElementKind, Label, NormalizedText, PassageOf};
use crate::language::letters::without_dots;
use crate::language::{Language, TermVariant};
use crate::script::punctuation::{SQUARE_CLOSING, SQUARE_OPENING};

/// The running text of a passage or a note.
#[derive(Debug)]
pub struct PassageText<'a> {
    running: RunningText<'a>,
    pub language: &'static Language,
    /// What passage it is; `None` of a note.
    pub of: Option<PassageOf>,
}

/// A text as it runs, and its way back to the draft.
#[derive(Debug)]
pub enum RunningText<'a> {
    /// It stands in the draft as it runs, from this byte on.
    AsWritten(&'a str, usize),
    Flow(NormalizedText),
}

/// The running text of all passages, and then of all notes.
pub fn all_passage_texts<'a>(text: &'a str, draft: &Draft) -> Vec<PassageText<'a>> {
    let passages = draft.passages.iter().map(|passage| (Some(passage.of), &passage.pieces));
    let notes = draft.notes.iter().map(|note| (None, &note.pieces));
    let said = passages.chain(notes).filter_map(|(of, pieces)| {
        let language = draft.language_at(pieces.first()?.start);
        Some(PassageText { running: RunningText::of(text, pieces, of.is_none()), language, of })
    });
    let mut all = Vec::with_capacity(draft.passages.len() + draft.notes.len());
    all.extend(said);
    all
}

impl<'a> RunningText<'a> {
    /// The running text of some pieces of a draft, which may be lines.
    pub fn of(text: &'a str, pieces: &[Range<usize>], lines: bool) -> RunningText<'a> {
        // Most passages run as they are written.
        if let [piece] = pieces {
            let words = text.get(piece.clone()).unwrap_or_default();
            let trimmed = words.trim_start();
            let start = piece.start + words.len() - trimmed.len();
            let trimmed = trimmed.trim_end();
            if is_as_written(trimmed) {
                return RunningText::AsWritten(trimmed, start);
            }
        }
        let mut flow = NormalizedText::default();
        for piece in pieces {
            flow.push(text.get(piece.clone()).unwrap_or_default(), piece.start);
            if lines {
                flow.push("\n", piece.end);
            }
        }
        RunningText::Flow(flow)
    }

    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            RunningText::AsWritten(words, _) => words,
            RunningText::Flow(flow) => &flow.text,
        }
    }

    /// The bytes of the draft that a range of its text comes from.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        match self {
            RunningText::AsWritten(_, start) => start + range.start..start + range.end,
            RunningText::Flow(flow) => flow.source(range),
        }
    }
}

impl PassageText<'_> {
    /// What it says.
    pub fn text(&self) -> &str {
        self.running.text()
    }

    /// The bytes of the draft that a range of its text comes from.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.running.source(range)
    }

    /// The label of the paragraph that it is.
    pub fn label<'d>(&self, draft: &'d Draft) -> Option<&'d Label> {
        match self.of {
            Some(PassageOf::Paragraph(at)) => draft.paragraphs.get(at)?.label.as_ref(),
            _ => None,
        }
    }

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
pub struct WordingFault {
    pub range: Range<usize>,
    pub right: String,
}

/// Variants, ready to be looked for.
#[derive(Debug)]
pub struct VariantPatterns {
    /// Matches where any of them does.
    any: OnceLock<Option<Regex>>,
    each: Vec<(&'static TermVariant, OnceLock<Option<Regex>>)>,
}

impl VariantPatterns {
    pub fn of(variants: &'static [TermVariant]) -> VariantPatterns {
        let each = variants.iter().map(|variant| (variant, OnceLock::new())).collect();
        VariantPatterns { any: OnceLock::new(), each }
    }

    /// Where one of them stands in a text, in the order of their places and without overlap.
    pub fn find(&self, text: &str, language: &Language) -> Vec<WordingFault> {
        let any = self.any.get_or_init(|| {
            let patterns: Vec<String> = self.each.iter().map(|(variant, _)| format!("(?:{})", variant.wrong)).collect();
            Regex::new(&patterns.join("|")).ok().filter(|_| !patterns.is_empty())
        });
        if any.as_ref().is_some_and(|any| any.is_match(text)) {
            self.find_those(0..self.each.len(), text, language)
        } else {
            Vec::new()
        }
    }

    /// As [`VariantPatterns::find`], of those with these indices only.
    pub fn find_those(&self, those: impl Iterator<Item = usize>, text: &str, language: &Language) -> Vec<WordingFault> {
        let mut found: Vec<WordingFault> = Vec::new();
        for (variant, pattern) in those.filter_map(|index| self.each.get(index)) {
            let Some(pattern) = pattern.get_or_init(|| Regex::new(variant.wrong).ok()) else { continue };
            for groups in pattern.captures_iter(text) {
                let Some(whole) = groups.get(0) else { continue };
                let mut right = String::new();
                groups.expand(variant.right, &mut right);
                if right != whole.as_str()
                    && is_whole(text, &whole.range(), language)
                    && !variant.is_something_else(text, &whole.range())
                {
                    found.push(WordingFault { range: whole.range(), right });
                }
            }
        }
        without_overlap(found)
    }

    /// For each of them, bytes of which some stand in whatever it matches, with its index; bytes that these names, as they
    /// should be, do not have, where that can be. `None` if one of them matches more than can be counted up, or what is
    /// too short.
    pub fn stretches(&self, names: &[&str]) -> Option<Vec<([u8; STRETCH], usize)>> {
        let right: HashSet<&[u8]> = names.iter().flat_map(|name| name.as_bytes().windows(STRETCH)).collect();
        let mut all = Vec::new();
        for (index, (variant, _)) in self.each.iter().enumerate() {
            all.extend(stretches(variant.wrong, &right)?.into_iter().map(|stretch| (stretch, index)));
        }
        Some(all)
    }
}

impl TermVariant {
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

/// Bytes of which some stand in whatever a pattern matches, as [`VariantPatterns::stretches`] wants them.
fn stretches(pattern: &str, right: &HashSet<&[u8]>) -> Option<Vec<[u8; STRETCH]>> {
    let pattern = regex_syntax::parse(pattern).ok()?;
    let mut extractor = Extractor::new();
    extractor.limit_total(WORDINGS).limit_literal_len(usize::MAX).limit_class(WORDINGS).limit_repeat(WORDINGS);
    let matched = extractor.extract(&pattern);
    if !matched.is_exact() {
        return None;
    }
    let mut left: Vec<&[u8]> = matched.literals()?.iter().map(Literal::as_bytes).collect();
    let mut chosen = Vec::new();
    while let Some(words) = left.first() {
        let in_all =
            |stretch: &[u8]| left.iter().filter(|words| memchr::memmem::find(words, stretch).is_some()).count();
        let fit = |stretch: &&[u8]| (!right.contains(*stretch), in_all(stretch));
        let stretch = words.windows(STRETCH).max_by_key(fit)?;
        chosen.push(*stretch.first_chunk()?);
        left.retain(|words| memchr::memmem::find(words, stretch).is_none());
    }
    Some(chosen)
}

/// The most ways of wording that a pattern may match to be counted up.
const WORDINGS: usize = 1000;

/// The first of those that overlap, in the order of their places; of those that begin in one place the longest.
pub fn without_overlap(mut found: Vec<WordingFault>) -> Vec<WordingFault> {
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

/// Tells which bytes of a text stand in a quotation. Asked from the beginning to the end, it goes through the text once.
#[derive(Debug)]
pub struct QuotationTracker<'a> {
    text: &'a str,
    /// The byte up to which the marks are counted.
    read: usize,
    curly: usize,
    angled: usize,
    corner: usize,
    straight: bool,
}

impl<'a> QuotationTracker<'a> {
    pub fn of(text: &'a str) -> QuotationTracker<'a> {
        QuotationTracker { text, read: 0, curly: 0, angled: 0, corner: 0, straight: false }
    }

    /// Whether byte `at` stands in a quotation that begins in the text.
    pub fn hold(&mut self, at: usize) -> bool {
        if at < self.read {
            *self = QuotationTracker::of(self.text);
        }
        for c in self.text.get(self.read..at).unwrap_or_default().chars() {
            match c {
                '“' | '„' => self.curly += 1,
                '”' => self.curly = self.curly.saturating_sub(1),
                '«' => self.angled += 1,
                '»' => self.angled = self.angled.saturating_sub(1),
                '「' | '『' => self.corner += 1,
                '」' | '』' => self.corner = self.corner.saturating_sub(1),
                '"' => self.straight = !self.straight,
                _ => {}
            }
        }
        self.read = at;
        self.straight || self.curly + self.angled + self.corner > 0
    }
}

/// Which square brackets are open, told of one place after the other.
#[derive(Debug)]
pub struct BracketTracker<'a> {
    text: &'a str,
    read: usize,
    opened: usize,
    closed: usize,
}

impl<'a> BracketTracker<'a> {
    /// At the beginning of a text.
    pub fn of(text: &'a str) -> BracketTracker<'a> {
        BracketTracker { text, read: 0, opened: 0, closed: 0 }
    }

    /// Whether a byte stands behind a square bracket that is open there. Costs least where places come in order.
    pub fn hold(&mut self, at: usize) -> bool {
        if at < self.read {
            *self = BracketTracker::of(self.text);
        }
        let more = self.text.get(self.read..at).unwrap_or_default();
        self.opened += more.matches(SQUARE_OPENING).count();
        self.closed += more.matches(SQUARE_CLOSING).count();
        self.read = at;
        self.opened > self.closed
    }
}

/// The edit that makes a range of a running text what it should be, and leaves what is right already.
pub fn edit(said: &PassageText<'_>, range: &Range<usize>, right: &str) -> Edit {
    let wrong = said.text().get(range.clone()).unwrap_or_default();
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = wrong.chars().zip(right.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (rest, rest_right) = (wrong.get(head..).unwrap_or_default(), right.get(head..).unwrap_or_default());
    let tail: usize =
        rest.chars().rev().zip(rest_right.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let text = rest_right.get(..rest_right.len() - tail).unwrap_or_default().to_owned();
    let (start, end) = (range.start + head, range.end - tail);
    if start < end {
        return Edit { range: said.source(start..end), text };
    }
    // Nothing is replaced: it stands behind what comes before it, so that no line break comes between.
    let at = if start > range.start { said.source(range.start..start).end } else { said.source(start..start).start };
    Edit { range: at..at, text }
}

/// Whether a word is another with one letter more, less, other, or with two that have changed places, whatever their
/// case.
pub fn is_one_letter_off(word: &str, right: &str) -> bool {
    // A letter has four bytes at the most.
    if word.len().abs_diff(right.len()) > 4 {
        return false;
    }
    let (mut word, mut right) = (letters(word), letters(right));
    loop {
        let before = (word.clone(), right.clone());
        match (word.next(), right.next()) {
            (None, None) => return false,
            (a, b) if a == b => {}
            (a, b) => {
                let changed = || match (word.clone().next(), right.clone().next()) {
                    (c, d) if c == b && d == a => word.clone().skip(1).eq(right.clone().skip(1)),
                    _ => false,
                };
                return word.clone().eq(before.1)
                    || before.0.eq(right.clone())
                    || word.clone().eq(right.clone())
                    || changed();
            }
        }
    }
}

/// The small letters of a word.
fn letters(word: &str) -> impl Iterator<Item = char> + Clone {
    word.chars().flat_map(char::to_lowercase).map(without_dots)
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
        let said = |text: &str, at: usize, right: &str| {
            let running = RunningText::Flow(NormalizedText::of(text, at));
            let said = PassageText { running, language: crate::language::ENGLISH, of: None };
            let start = said.text().find(['E', '经']).unwrap();
            edit(&said, &(start..said.text().len()), right)
        };
        let mended = said("the Economic\nan Social Council", 7, "Economic and Social Council");
        assert_eq!(mended, Edit { range: 22..22, text: "d".into() });
        assert_eq!(said("经济\n和社会理事会", 0, "经济及社会理事会").range, 7..10);
    }

    #[test]
    fn quotations() {
        let text = "A “b «c» d” e \"f\" g";
        let mut quotations = QuotationTracker::of(text);
        let quoted: String = text.char_indices().filter(|(i, _)| quotations.hold(*i)).map(|(_, c)| c).collect();
        assert_eq!(quoted, "b «c» d”f\"");
    }
}
