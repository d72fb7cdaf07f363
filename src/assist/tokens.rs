//! What the words of a draft are, for an editor that colours them.

use std::ops::Range;

use crate::draft::{CitationKind, opening_words};
use crate::workspace::ParsedText;

/// What some words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// The words that a paragraph opens with.
    Opening,
    /// A paragraph's label.
    Label,
    /// The number of a cited resolution or decision.
    Citation,
    /// A document symbol.
    Symbol,
    /// The date of what is cited.
    Date,
    /// The draft's title, or a cited one.
    Title,
    /// A footnote's marker or its number.
    Marker,
}

/// Some words and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub range: Range<usize>,
    pub kind: TokenKind,
}

/// What the words of a draft are, as far as that touches `within`, in order. None lies over another.
pub fn tokens(reading: &ParsedText, within: Range<usize>) -> Vec<Token> {
    let draft = &reading.draft;
    let mut tokens = Vec::new();
    let mut add = |range: &Range<usize>, kind| {
        if range.start < within.end && within.start < range.end && !range.is_empty() {
            tokens.push(Token { range: range.clone(), kind });
        }
    };
    for paragraph in &draft.paragraphs {
        if paragraph.range.start >= within.end || paragraph.range.end <= within.start {
            continue;
        }
        if let Some(label) = &paragraph.label {
            add(&label.range, TokenKind::Label);
        }
        let language = draft.language_at(paragraph.range.start);
        if let Some(words) = opening_words(&reading.text, paragraph, language) {
            add(&words, TokenKind::Opening);
        }
    }
    for citation in &draft.citations {
        let kind = match citation.kind {
            CitationKind::Document => TokenKind::Symbol,
            CitationKind::Resolution | CitationKind::Decision => TokenKind::Citation,
        };
        add(&citation.range, kind);
        if let Some((_, date)) = &citation.date {
            add(date, TokenKind::Date);
        }
        if let Some((_, title)) = &citation.title {
            add(title, TokenKind::Title);
        }
    }
    if let Some(title) = &draft.title {
        add(&title.range, TokenKind::Title);
    }
    for marker in &draft.markers {
        add(&marker.range, TokenKind::Marker);
    }
    for note in &draft.notes {
        add(&note.label_range, TokenKind::Marker);
    }
    // Of two that overlap, the one that begins first, and of these the longer one.
    tokens.sort_by_key(|token| (token.range.start, std::cmp::Reverse(token.range.end)));
    let mut end = 0;
    tokens.retain(|token| {
        let clear = token.range.start >= end;
        if clear {
            end = token.range.end;
        }
        clear
    });
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn words_are_told_apart() {
        use TokenKind::*;
        let fixture = Fixture::new(
            "92/20. Lamps of the harbour

The General Assembly,

Recalling also its resolution 92/14 of 3 December 2037, entitled “Dark skies”,¹

1. Takes note of A/92/118;

(a) And again.

¹ A/92/2.
",
        );
        let found = tokens(&fixture.reading, 0..fixture.reading.text.len());
        let found: Vec<_> =
            found.iter().map(|token| (&fixture.reading.text[token.range.clone()], token.kind)).collect();
        assert_eq!(
            found,
            [
                ("Lamps of the harbour", Title),
                ("Recalling also", Opening),
                ("92/14", Citation),
                ("3 December 2037", Date),
                ("Dark skies", Title),
                ("¹", Marker),
                ("1.", Label),
                ("Takes note", Opening),
                ("A/92/118", Symbol),
                ("(a)", Label),
                ("¹", Marker),
                ("A/92/2", Symbol),
            ]
        );
    }
}
