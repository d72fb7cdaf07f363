//! For programs: one JSON object. Lines and columns count from 1, `start` and `end` from 0; columns and offsets in
//! characters (Unicode scalar values) of the file's text, ends exclusive.

use serde::Serialize;

use super::super::json_line;
use super::super::places::{PlaceJson, TextPlaces};
use super::{ComparedTexts, NamedText};
use crate::compare::{ChangeCounts, ParagraphChange, PieceChange, RevisionItem};

#[derive(Serialize)]
struct ComparisonJson<'a> {
    old: RevisionTextJson<'a>,
    new: RevisionTextJson<'a>,
    paragraphs: RevisionCountsJson,
    notes: RevisionCountsJson,
    rows: Vec<RevisionRowJson<'a>>,
}

#[derive(Serialize)]
struct RevisionTextJson<'a> {
    file: &'a str,
    language: &'a str,
    symbol: Option<String>,
    title: Option<&'a str>,
}

#[derive(Serialize)]
struct RevisionCountsJson {
    edited: usize,
    moved: usize,
    new: usize,
    gone: usize,
}

#[derive(Serialize)]
struct RevisionRowJson<'a> {
    change: &'static str,
    renumbered: bool,
    old: Vec<RevisionItemJson<'a>>,
    new: Vec<RevisionItemJson<'a>>,
    /// The words in the order of the later text. Of a paragraph that says what it said there are none.
    pieces: Vec<RevisionPieceJson>,
}

#[derive(Serialize)]
struct RevisionItemJson<'a> {
    kind: &'static str,
    path: &'a str,
    #[serde(flatten)]
    place: PlaceJson,
}

#[derive(Serialize)]
struct RevisionPieceJson {
    change: &'static str,
    text: String,
}

/// All rows, those that say what they said included: an object on one line, with the line's end.
pub fn json(compared: &ComparedTexts<'_>) -> String {
    let (paragraphs, notes) = compared.revision.counts();
    let places = [places(compared.old, &compared.revision.old), places(compared.new, &compared.revision.new)];
    let [old_places, new_places] = &places;
    let rows = compared.revision.rows.iter().map(|row| {
        let is_same = matches!(row.change, ParagraphChange::Same | ParagraphChange::Moved);
        let pieces = if is_same { Vec::new() } else { compared.pieces(row) };
        RevisionRowJson {
            change: row.change.code(),
            renumbered: row.renumbered,
            old: items(compared.old, &compared.revision.old, &row.old, old_places),
            new: items(compared.new, &compared.revision.new, &row.new, new_places),
            pieces: pieces
                .into_iter()
                .map(|piece| RevisionPieceJson { change: piece_name(piece.change), text: piece.text })
                .collect(),
        }
    });
    let comparison = ComparisonJson {
        old: text(compared.old),
        new: text(compared.new),
        paragraphs: counts(paragraphs),
        notes: counts(notes),
        rows: rows.collect(),
    };
    json_line(&comparison) + "\n"
}

fn text(text: &NamedText) -> RevisionTextJson<'_> {
    RevisionTextJson {
        file: &text.name,
        language: text.draft.language.code,
        symbol: text.draft.symbol.as_ref().map(|symbol| symbol.as_str().to_owned()),
        title: text.draft.title.as_ref().map(|title| title.text.as_str()),
    }
}

fn counts(ChangeCounts { edited, moved, new, gone }: ChangeCounts) -> RevisionCountsJson {
    RevisionCountsJson { edited, moved, new, gone }
}

fn places(text: &NamedText, items: &[RevisionItem]) -> TextPlaces {
    let ranges = items.iter().map(|item| text.source.map.file_range(&item.outline.range));
    TextPlaces::of(text.source.file(), ranges.flat_map(|range| [range.start, range.end]))
}

fn items<'a>(
    text: &NamedText,
    items: &'a [RevisionItem],
    which: &[usize],
    places: &TextPlaces,
) -> Vec<RevisionItemJson<'a>> {
    let item = |at: &usize| {
        let outline = &items.get(*at)?.outline;
        let place = places.json(&text.source.map.file_range(&outline.range));
        Some(RevisionItemJson { kind: outline.kind.code(), path: &outline.path, place })
    };
    which.iter().filter_map(item).collect()
}

fn piece_name(change: PieceChange) -> &'static str {
    match change {
        PieceChange::Kept => "kept",
        PieceChange::Out => "out",
        PieceChange::In => "in",
    }
}
