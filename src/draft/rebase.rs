//! Findings of the reader taken from where they were read to where they stand.

use std::ops::Range;

use super::notes::RawNote;
use super::{
    Citation, Draft, Element, Label, LanguagePart, MalformedSymbol, Marker, Note, Paragraph, Passage, PassageOf,
    Reference, ReferenceTarget,
};

impl Draft {
    /// How many runs of numbering there are.
    pub(super) fn runs(&self) -> u32 {
        self.paragraphs.iter().map(|p| p.run + 1).max().unwrap_or(0)
    }

    /// Adds a part that was read by itself and stands at byte `at` of the file, behind `runs` runs of numbering. These
    /// are told, because counting them anew for each of many parts takes the square of the time.
    pub(super) fn append(&mut self, part: Draft, at: usize, runs: u32) {
        let moved = |range: Range<usize>| moved(&range, at);
        let paragraphs = self.paragraphs.len();
        let citations = self.citations.len();
        let elements = self.elements.len();
        self.organ = self.organ.or(part.organ);
        self.symbol = self.symbol.take().or(part.symbol);
        self.adopted = self.adopted.or(part.adopted);
        self.parts.extend(part.parts.into_iter().map(|p| LanguagePart { range: moved(p.range), ..p }));
        self.elements.extend(part.elements.into_iter().map(|e| Element { range: moved(e.range), ..e }));
        self.paragraphs.extend(part.paragraphs.into_iter().map(|p| Paragraph {
            range: moved(p.range),
            label: p.label.map(|label| Label { range: moved(label.range), ..label }),
            run: p.run + runs,
            parent: p.parent.map(|parent| parent + paragraphs),
            ..p
        }));
        self.passages.extend(part.passages.iter().map(|passage| Passage {
            of: match passage.of {
                PassageOf::Paragraph(i) => PassageOf::Paragraph(i + paragraphs),
                PassageOf::Element(i) => PassageOf::Element(i + elements),
                PassageOf::Aside => PassageOf::Aside,
            },
            range: moved(passage.range.clone()),
            pieces: passage.pieces.iter().cloned().map(moved).collect(),
            ..*passage
        }));
        self.markers.extend(part.markers.into_iter().map(|m| Marker { range: moved(m.range), ..m }));
        self.notes.extend(part.notes.into_iter().map(|n| Note {
            label_range: moved(n.label_range),
            range: moved(n.range),
            pieces: n.pieces.into_iter().map(moved).collect(),
            ..n
        }));
        self.citations.extend(part.citations.iter().map(|citation| citation.moved(at)));
        self.references.extend(part.references.iter().map(|reference| {
            let of = match reference.of {
                ReferenceTarget::Citation(i) => ReferenceTarget::Citation(i + citations),
                of => of,
            };
            Reference { of, ..reference.moved(at) }
        }));
        self.malformed.extend(part.malformed.iter().map(|malformed| malformed.moved(at)));
    }
}

/// A range that stands `by` bytes further on; `by` wraps, so that it can lead back.
fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start.wrapping_add(by)..range.end.wrapping_add(by)
}

impl RawNote {
    pub(super) fn moved(&self, by: usize) -> RawNote {
        RawNote {
            label: self.label.clone(),
            label_range: moved(&self.label_range, by),
            pieces: self.pieces.iter().map(|piece| moved(piece, by)).collect(),
            ..*self
        }
    }
}

impl Marker {
    pub(super) fn moved(&self, by: usize) -> Marker {
        Marker { label: self.label.clone(), range: moved(&self.range, by) }
    }
}

impl Citation {
    pub(super) fn moved(&self, by: usize) -> Citation {
        Citation {
            range: moved(&self.range, by),
            date: self.date.as_ref().map(|(date, range)| (*date, moved(range, by))),
            title: self.title.as_ref().map(|(title, range)| (title.clone(), moved(range, by))),
            ..self.clone()
        }
    }
}

impl Reference {
    pub(super) fn moved(&self, by: usize) -> Reference {
        self.clone().mapped(|range| moved(&range, by))
    }
}

impl MalformedSymbol {
    pub(super) fn moved(&self, by: usize) -> MalformedSymbol {
        MalformedSymbol { range: moved(&self.range, by), ..self.clone() }
    }
}
