//! The marks that paragraphs end with belong to their places: the last one has the full stop.

use std::ops::Range;

use crate::draft::{Draft, Edit};
use crate::script::is_invisible;
use crate::script::punctuation::{is_full_stop, is_number_stop, is_semicolon};

/// Whether a mark ends a paragraph or an item of a list.
fn closes(c: char) -> bool {
    is_semicolon(c) || is_full_stop(c) || is_number_stop(c)
}

/// Exchanges what two pieces of a draft end with, each given by its words. Nothing where one of them ends otherwise, or is
/// nothing but a mark.
pub fn exchanged(text: &str, draft: &Draft, one: Range<usize>, other: Range<usize>) -> Vec<Edit> {
    let (Some(one), Some(other)) = (closing(text, draft, one), closing(text, draft, other)) else { return Vec::new() };
    let (Some(first), Some(second)) = (text.get(one.clone()), text.get(other.clone())) else { return Vec::new() };
    if first == second {
        return Vec::new();
    }
    let (to_one, to_other) = (second.to_owned(), first.to_owned());
    vec![Edit { range: one, text: to_one }, Edit { range: other, text: to_other }]
}

/// The mark at the end of some words, with the space before it and the "and" behind it; the calls of notes may follow.
fn closing(text: &str, draft: &Draft, words: Range<usize>) -> Option<Range<usize>> {
    let Range { start: first, end } = words;
    let blank = |c: char| c.is_whitespace() || is_invisible(c);
    let trimmed = |end: usize| text.get(..end).map(|before| before.trim_end_matches(blank).len());
    let mut end = trimmed(end)?;
    while let Some(marker) = draft.markers.iter().find(|marker| marker.range.end == end) {
        end = trimmed(marker.range.start)?;
    }
    let words = text.get(..end)?;
    let language = draft.language_at(end);
    let conjunctions = language.writing.labels.last_but_one.iter();
    let spaced = |word: &str| words.strip_suffix(word).map(|rest| rest.trim_end_matches(blank).len());
    let marked = conjunctions
        .filter_map(|word| spaced(word))
        .find(|mark| words.get(..*mark).is_some_and(|before| before.ends_with(is_semicolon)));
    let before = words.get(..marked.unwrap_or(words.len()))?;
    let mark = before.chars().next_back().filter(|c| closes(*c))?;
    let start = before.get(..before.len() - mark.len_utf8())?.trim_end_matches(blank).len();
    // Three full stops end nothing.
    (first < start && !before.ends_with("..")).then_some(start..end)
}
