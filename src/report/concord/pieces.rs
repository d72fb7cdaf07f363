//! The text of a cell in pieces: its label, its words, the markers in them, and what of that differs.

use std::ops::Range;

use super::texts::VersionText;
use super::view::{RowSubject, SetView, ViewCell, ViewRow};
use crate::draft::NormalizedText;

/// A piece of a cell's text, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPiece {
    /// Its words as they are shown.
    pub text: String,
    /// What of the cell it is.
    pub kind: PieceKind,
    /// What of it is to be looked at, if anything.
    pub mark: Option<PieceMark>,
}

/// What of a cell a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// The label before a paragraph, the number of a note.
    Label,
    /// Words of the text.
    Words,
    /// The number of a note that is called.
    Marker,
}

/// What of a piece is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceMark {
    /// It differs from the others.
    Differs,
    /// It is what another version differs from.
    Counterpart,
}

/// What a version has in a row, in pieces.
pub fn pieces(view: &SetView<'_>, row: &ViewRow, column: usize) -> Vec<CellPiece> {
    let (Some(of), Some(Some(cell))) = (view.columns.get(column), row.cells.get(column)) else { return Vec::new() };
    let mut marks: Vec<(Range<usize>, PieceMark)> = Vec::new();
    for difference in view.differences_in(row) {
        let divergence = &difference.divergence;
        if divergence.version == column {
            marks.push((divergence.range.clone(), PieceMark::Differs));
        }
        let others = divergence.others.iter().filter(|other| other.version == column);
        marks.extend(others.map(|other| (other.range.clone(), PieceMark::Counterpart)));
    }
    let marks: Vec<_> =
        marks.into_iter().filter(|(range, _)| cell.range.start <= range.start && range.end <= cell.range.end).collect();
    let mark_at = |range: &Range<usize>| {
        let over = marks.iter().filter(|(mark, _)| mark.start < range.end && range.start < mark.end);
        over.map(|(_, mark)| *mark).min_by_key(|mark| *mark == PieceMark::Counterpart)
    };
    let mut pieces = Vec::new();
    if let Some((label, range)) = &cell.label {
        pieces.push(CellPiece { text: label.clone(), kind: PieceKind::Label, mark: mark_at(range) });
    }
    let flow = running(of.text, row.subject, cell);
    let places: Vec<usize> = flow.text.char_indices().map(|(at, _)| at).collect();
    // The byte of the flow that stands for one of the draft.
    let in_flow = |byte: usize| {
        let before = places.partition_point(|at| flow.source(*at..*at).start < byte);
        places.get(before).copied().unwrap_or(flow.text.len())
    };
    let markers = of.version.items.iter().filter(|item| item.range == cell.range).flat_map(|item| &item.facts.markers);
    let markers: Vec<(usize, &str, Range<usize>)> = match row.subject {
        RowSubject::Item(_) => {
            markers.map(|marker| (in_flow(marker.range.start), marker.label.as_str(), marker.range.clone())).collect()
        }
        _ => Vec::new(),
    };
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(range, _)| [in_flow(range.start), in_flow(range.end)]).collect();
    cuts.extend(markers.iter().map(|(at, ..)| *at));
    cuts.extend([0, flow.text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut called = markers.iter().peekable();
    for (at, from) in cuts.iter().enumerate() {
        while let Some((_, label, range)) = called.next_if(|(at, ..)| at <= from) {
            pieces.push(CellPiece { text: (*label).to_owned(), kind: PieceKind::Marker, mark: mark_at(range) });
        }
        let to = cuts.get(at + 1).copied().unwrap_or(*from);
        let words = flow.text.get(*from..to).unwrap_or_default();
        if !words.is_empty() {
            let mark = mark_at(&flow.source(*from..to));
            pieces.push(CellPiece { text: words.to_owned(), kind: PieceKind::Words, mark });
        }
    }
    pieces
}

/// The running text of a cell, without its label.
fn running(of: &VersionText, subject: RowSubject, cell: &ViewCell) -> NormalizedText {
    let (text, draft) = (&of.source.text, &of.draft);
    let start = cell.range.start;
    if let RowSubject::Note = subject {
        let note = draft.notes.iter().find(|note| note.range == cell.range);
        return note.map(|note| note.running(text)).unwrap_or_default();
    }
    let at = draft.paragraphs.partition_point(|paragraph| paragraph.range.start < start);
    match draft.paragraphs.get(at).filter(|paragraph| paragraph.range == cell.range) {
        Some(_) if matches!(subject, RowSubject::Item(_)) => draft.running(text, at),
        _ => NormalizedText::of(text.get(cell.range.clone()).unwrap_or_default(), start),
    }
}
