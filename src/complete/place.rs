//! What a place calls for, as far as its line says.

mod beginning;
mod citing;

use super::names::name_start;
use super::organs::organ_line_start;
use super::patterns::CompletionPatterns;
use crate::language::Language;
use beginning::beginning;
use citing::citing;

/// How many bytes before the cursor are looked at.
const WINDOW: usize = 320;

/// What a place calls for. Places are bytes of the line up to the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompletionPlace {
    /// The line of the organ that speaks, which begins at `start`.
    OrganLine {
        /// Where it begins, in bytes of the draft.
        start: usize,
    },
    /// The beginning of a paragraph.
    Opening(ParagraphBeginning),
    /// The number of an instrument.
    Instrument(PartialCitation),
    /// A component of a document symbol, which begins at `start`.
    Symbol {
        /// Where it begins, in bytes of the draft.
        start: usize,
    },
    /// The number of a paragraph.
    Paragraph(PartialReference),
    /// The number of a note, whose marker begins with `[^` or, if there is no `caret`, with `[`.
    Note {
        /// Where it begins, in bytes of the draft.
        start: usize,
        /// Whether a caret follows the bracket.
        caret: bool,
    },
    /// The name of an organ or office, which begins at `start`.
    Name {
        /// Where it begins, in bytes of the draft.
        start: usize,
    },
}

/// The beginning of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParagraphBeginning {
    /// Where its words begin, behind label, brackets and emphasis.
    pub start: usize,
    /// What its label counts; `None` where it has none.
    pub labelled: Option<ParagraphSection>,
    /// The mark of emphasis that was typed.
    pub emphasis: Option<char>,
}

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphSection {
    Preamble,
    Operative,
}

/// An instrument that is about to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartialCitation {
    /// Where the word before the number begins: "resolution", "第".
    pub kind: usize,
    /// Where the number or the words of a title begin.
    pub start: usize,
    /// Whether a resolution, or a decision, is meant; `None` is not said yet.
    pub resolution: Option<bool>,
    pub owner: PartialOwner,
    /// A date stands before.
    pub dated: bool,
    /// It isn't the first of a list.
    pub joined: bool,
}

/// Whose instrument it is, as far as was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialOwner {
    /// Nothing was said.
    Unsaid,
    /// Nothing was said, and there is no room for it: "the resolution".
    Closed,
    /// That of the organ that speaks.
    Own,
    /// Another body's, whose symbols begin so.
    Body(&'static str),
    /// A body's that is known by the context alone: "the Council".
    Somebody,
}

/// A paragraph that is about to be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartialReference {
    /// Where the whole reference begins: "第".
    pub whole: usize,
    /// Where its number begins.
    pub start: usize,
    /// The word that says already that it is this draft's: "上文".
    pub said: Option<(usize, usize)>,
}

/// What a place calls for, by the line before the cursor and after it; mostly nothing. Looks at the line alone.
pub fn places(head: &str, tail: &str, language: &'static Language) -> Vec<CompletionPlace> {
    let Some(patterns) = CompletionPatterns::of(language) else { return Vec::new() };
    // What is typed stands at the end of a word.
    if tail.starts_with(char::is_alphanumeric) && !tail.starts_with(crate::script::is_wide) {
        return Vec::new();
    }
    if let Some(note) = note(head) {
        return vec![note];
    }
    if let Some(start) = symbol(head) {
        return vec![CompletionPlace::Symbol { start }];
    }
    let far = head.len().saturating_sub(WINDOW);
    let far = (far..=head.len()).find(|at| head.is_char_boundary(*at)).unwrap_or(0);
    let window = head.get(far..).unwrap_or_default();
    let mut places = Vec::new();
    let cited = citing(window, language, patterns);
    // What has an owner is no paragraph of this draft.
    let owned = cited.as_ref().is_some_and(|cited| !matches!(cited.owner, PartialOwner::Unsaid | PartialOwner::Closed));
    let referred = if owned { None } else { referring(window, language, patterns) };
    places.extend(cited.map(|cited| {
        CompletionPlace::Instrument(PartialCitation { kind: cited.kind + far, start: cited.start + far, ..cited })
    }));
    places.extend(referred.map(|found| {
        let said = found.said.map(|(start, end)| (start + far, end + far));
        CompletionPlace::Paragraph(PartialReference { whole: found.whole + far, start: found.start + far, said })
    }));
    if places.is_empty() {
        places.extend(beginning(head, language, patterns).map(CompletionPlace::Opening));
    }
    if places.is_empty() {
        places.extend(name_start(window, language).map(|start| CompletionPlace::Name { start: start + far }));
    }
    // Whether the draft has such a line already, this one doesn't tell: it comes first where it hasn't.
    if let Some(start) = organ_line_start(head) {
        places.insert(0, CompletionPlace::OrganLine { start });
    }
    places
}

/// `[^12`, and `[12` behind a word.
fn note(head: &str) -> Option<CompletionPlace> {
    let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let start = before.len();
    if before.ends_with("[^") {
        return Some(CompletionPlace::Note { start, caret: true });
    }
    let word = before.strip_suffix('[')?;
    word.ends_with(|c: char| !c.is_whitespace()).then_some(CompletionPlace::Note { start, caret: false })
}

/// The beginning of the component that is being typed of a symbol.
fn symbol(head: &str) -> Option<usize> {
    let of_symbol = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let token = head.trim_end_matches(of_symbol).len();
    let typed = head.get(token..)?;
    let (organ, _) = typed.split_once('/')?;
    let capitals = !organ.is_empty() && organ.len() <= 8 && organ.bytes().all(|b| b.is_ascii_uppercase());
    let known = capitals && crate::symbol::begins_symbol(organ);
    known.then(|| head.rfind('/').map_or(token, |slash| slash + 1))
}

/// "paragraph 1".
fn referring(head: &str, language: &Language, patterns: &CompletionPatterns) -> Option<PartialReference> {
    let found = patterns.paragraph.as_ref()?.captures(head)?;
    let (whole, number) = (found.get(0)?, found.iter().last()??);
    let said = if found.len() > 2 { found.get(1).map(|said| (said.start(), said.end())) } else { None };
    let whole = said.map_or(whole.start(), |(_, end)| end);
    // Where the word stands before the number, it stays.
    let word_first = language.citing.paragraphs.after.is_empty();
    Some(PartialReference { whole: if word_first { number.start() } else { whole }, start: number.start(), said })
}
