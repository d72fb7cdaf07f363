//! The running text of paragraphs, notes and elements.

use std::ops::Range;

use super::lines::TextEnding;
use super::{Draft, NormalizedText, Note};

/// A block of running text: a paragraph or a part of one, a heading, a line of the masthead. A paragraph has more than
/// one where lines without labels of their own follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub of: PassageOf,
    /// From its first to its last character, its label included.
    pub range: Range<usize>,
    /// What it says, its label included: pieces of the draft, without footnote markers and page furniture.
    pub pieces: Vec<Range<usize>>,
    /// How it ends, markers aside.
    pub ending: TextEnding,
    /// Columns of its longest line.
    pub width: usize,
}

/// What a [`Passage`] is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageOf {
    /// The paragraph with this index in [`Draft::paragraphs`].
    Paragraph(usize),
    /// The element with this index in [`Draft::elements`].
    Element(usize),
    /// Neither: a row of a table, a text between headings.
    Aside,
}

impl Draft {
    /// The passages of the paragraph with this index, in order; most have one.
    pub fn passages_of(&self, paragraph: usize) -> &[Passage] {
        let Some(start) = self.paragraphs.get(paragraph).map(|paragraph| paragraph.range.start) else { return &[] };
        let first = self.passages.partition_point(|passage| passage.range.start < start);
        let here = self.passages.get(first..).unwrap_or_default();
        let count = here.iter().take_while(|passage| passage.of == PassageOf::Paragraph(paragraph)).count();
        here.get(..count).unwrap_or_default()
    }

    /// What the paragraph with this index says, without its label. `text` is the text that the draft was read of.
    pub fn running(&self, text: &str, paragraph: usize) -> NormalizedText {
        let mut flow = NormalizedText::default();
        let label = self.paragraphs.get(paragraph).and_then(|paragraph| paragraph.label.as_ref());
        let label = label.map_or(0..0, |label| label.range.clone());
        for piece in self.passages_of(paragraph).iter().flat_map(|passage| &passage.pieces) {
            let before = piece.start..piece.end.min(label.start);
            let behind = piece.start.max(label.end)..piece.end;
            let parts = if label.is_empty() { [piece.clone(), 0..0] } else { [before, behind] };
            for part in parts {
                if let Some(words) = text.get(part.clone()).filter(|words| !words.is_empty()) {
                    flow.push(words, part.start);
                }
            }
        }
        flow
    }
}

impl Passage {
    /// What it says, its label included. `text` is the text that the draft was read of.
    pub fn running(&self, text: &str) -> NormalizedText {
        let mut flow = NormalizedText::default();
        for piece in &self.pieces {
            if let Some(words) = text.get(piece.clone()) {
                flow.push(words, piece.start);
            }
        }
        flow
    }
}

impl Note {
    /// What the note says, without its number. `text` is the text that the draft was read of.
    pub fn running(&self, text: &str) -> NormalizedText {
        let mut flow = NormalizedText::default();
        for piece in &self.pieces {
            if let Some(words) = text.get(piece.clone()) {
                flow.push(words, piece.start);
                // Each piece is the text of a line: its end breaks the line.
                flow.push("\n", piece.end);
            }
        }
        flow
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_its_passages_without_its_label() {
        let text = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides¹ to light them:\n\n(a) At dusk;\n\n\
            and to put them out;\n\n2. Decides to rest.\n\n¹ See A/92/85.\n";
        let draft = Draft::read(text);
        let said = |i| draft.running(text, i).text;
        let said: Vec<String> = (0..draft.paragraphs.len()).map(said).collect();
        assert_eq!(
            said,
            ["Recalling the lamps,", "Decides to light them:", "At dusk; and to put them out;", "Decides to rest."]
        );
        let notes: Vec<String> = draft.notes.iter().map(|note| note.running(text).text).collect();
        assert_eq!(notes, ["See A/92/85."]);
    }
}
