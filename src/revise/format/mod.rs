//! Formatting: a clean draft laid out evenly.
//!
//! One blank line between paragraphs where the draft parts them by blank lines, one space after a label, subparagraphs
//! set in alike, no spaces at the ends of lines nor two between words, and the spaces that a language wants
//! ([`Spacing`](crate::language::Spacing)). Only white space changes, and a change after which the draft would be read
//! otherwise is not made. Text in page layout is left alone: it is [unwrapped](super::unwrap), when asked.

mod blanks;
mod indents;
mod markdown;
mod same;
mod spaces;
mod written_lines;

use std::ops::Range;

use crate::draft::edit::apply;
use crate::draft::{Draft, Edit};
use written_lines::WrittenLines;

/// What formatting must know of a draft beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatOptions {
    /// It is written in Markdown, where spaces before a line and two at its end mean something.
    pub markdown: bool,
}

impl FormatOptions {
    /// The manner of a text that is called Markdown, or is written as only Markdown is.
    pub fn of(text: &str, called_markdown: bool) -> FormatOptions {
        FormatOptions { markdown: called_markdown || markdown::is_markdown(text) }
    }
}

/// The changes that lay a draft out evenly. `draft` is what was read of `text`. Made, they leave nothing to change.
pub fn document(text: &str, draft: &Draft, manner: FormatOptions) -> Vec<Edit> {
    same::kept(text, draft, edits(text, draft, manner))
}

/// Those of the changes that fall into the lines that a byte range touches.
pub fn range(text: &str, draft: &Draft, range: Range<usize>, manner: FormatOptions) -> Vec<Edit> {
    let lines = whole_lines(text, range);
    let within = |edit: &Edit| lines.start <= edit.range.start && edit.range.end <= lines.end;
    same::kept(text, draft, edits(text, draft, manner).into_iter().filter(within).collect())
}

/// The lines that a byte range touches, from the first one's first byte to the last one's terminator. A range that ends
/// where a line begins does not touch that one.
pub fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let breaks = |c: char| matches!(c, '\n' | '\r');
    let start = text.get(..range.start).and_then(|before| before.rfind(breaks)).map_or(0, |at| at + 1);
    let begins = range.start < range.end && text.get(..range.end).is_some_and(|before| before.ends_with(breaks));
    let rest = text.get(range.end..).filter(|_| !begins);
    let end = rest.map_or(range.end, |rest| {
        let at = rest.find(breaks).unwrap_or(rest.len());
        let ending = rest.get(at..).unwrap_or_default();
        range.end + at + if ending.starts_with("\r\n") { 2 } else { usize::from(!ending.is_empty()) }
    });
    start..end
}

/// A text as it is when it is laid out evenly.
pub fn formatted(text: &str, manner: FormatOptions) -> String {
    apply(&document(text, &Draft::read(text), manner), text)
}

/// How the lines of a text end: as the first one does.
pub fn end_of_line(text: &str) -> &'static str {
    match text.find(['\n', '\r']).and_then(|at| text.get(at..)) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// All changes, in order.
fn edits(text: &str, draft: &Draft, manner: FormatOptions) -> Vec<Edit> {
    let written = WrittenLines::of(text, draft, manner);
    let mut edits = indents::edits(&written);
    edits.extend(spaces::edits(&written));
    edits.extend(blanks::edits(&written));
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    // A blank line that goes needs no mending before.
    edits.dedup_by(|next, kept| {
        let overlap = next.range.start < kept.range.end;
        if overlap && next.range.end > kept.range.end {
            std::mem::swap(next, kept);
        }
        overlap
    });
    edits
}

/// Whether a character is white space that may be changed: no form feed, which begins a page, nor another control.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}') || c == '\t'
}

#[cfg(test)]
mod tests;
