//! A file may hold the same resolution in several languages, one after the other. Each of them is a part, read
//! by itself with its own language, numbers and notes.

use std::ops::Range;

use super::line_kind::{LineKind, starter};
use super::lines::{DraftLine, TextEnding, ending};
use crate::language::{ALL, Language};
use crate::script::punctuation::is_comma;

/// How many lines a masthead may have before the organ line.
const MASTHEAD: usize = 30;

/// The parts of a text that begin after the first: where each begins, and its language. Empty when the text is
/// in one language, `first`.
pub fn further_parts(text: &str, lines: &[DraftLine], first: &'static Language) -> Vec<(usize, &'static Language)> {
    let mut parts = Vec::new();
    let mut language = None;
    for (i, line) in lines.iter().enumerate() {
        let content = &text[line.text.clone()];
        // An organ line with its comma, in any language.
        if content.len() > 120 || !content.ends_with(is_comma) {
            continue;
        }
        let spoken = |language: &&'static Language| line.is_organ_line(text, language);
        let current = language.unwrap_or(first);
        if spoken(&current) {
            language = Some(current);
            continue;
        }
        let Some(other) = ALL.iter().copied().find(spoken) else { continue };
        // What stands before the first organ line belongs to it, whatever language most of the text is in.
        if language.is_some()
            && let Some(start) = masthead_start(text, lines, i, current)
        {
            parts.push((start, other));
        }
        language = Some(other);
    }
    parts
}

/// The language of the first organ line, where the text has several and most of it is in another.
pub fn first_language(text: &str, lines: &[DraftLine], most: &'static Language) -> &'static Language {
    lines
        .iter()
        .filter(|line| line.text.len() <= 120 && line.words(text).ends_with(is_comma))
        .find_map(|line| {
            let spoken = |language: &&'static Language| line.is_organ_line(text, language);
            Some(most).filter(|l| spoken(l)).or_else(|| ALL.iter().copied().find(spoken))
        })
        .unwrap_or(most)
}

/// Where the masthead begins that ends with the organ line in line `i`: after the last line that a resolution
/// in `before` ends with.
fn masthead_start(text: &str, lines: &[DraftLine], i: usize, before: &Language) -> Option<usize> {
    let mut start = i;
    for j in (i.saturating_sub(MASTHEAD)..i).rev() {
        let line = &lines[j];
        if line.is_blank() {
            continue;
        }
        let content = &text[line.text.clone()];
        let of_before = matches!(
            starter(content, before),
            LineKind::Meeting | LineKind::Date | LineKind::Label(_) | LineKind::Row | LineKind::OrganLine(_)
        );
        let sentence =
            matches!(ending(content), TextEnding::Stop | TextEnding::Semicolon | TextEnding::Comma) && line.width > 40;
        let note = super::page::begins_marked_note(content) || content.bytes().all(|b| matches!(b, b'_' | b'-' | b'*'));
        if of_before || sentence || note {
            break;
        }
        start = j;
    }
    lines.get(start).map(|line| line.whole.start)
}

/// A part of a draft in one language. Bytes of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguagePart {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its language.
    pub language: &'static Language,
}
