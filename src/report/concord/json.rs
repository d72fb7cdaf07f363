//! For programs: one JSON object a line and set. Lines and columns count from 1, `start` and `end` from 0; columns and
//! offsets in characters (Unicode scalar values) of the file's text, ends exclusive.

use std::ops::Range;

use serde::Serialize;

use super::super::places::{PlaceJson, TextPlaces};
use super::super::{json_line, severity_name};
use super::sentence::{kind, words_at};
use super::view::{RowSubject, SetView, ViewCell, ViewRow};
use super::{ConcordReport, PrintedSet};
use crate::compare::{Divergence, DivergenceKind, ItemKind, SlipKind};
use crate::draft::Date;
use crate::messages::Locale;

/// Prints sets of versions for programs: one JSON object a line and set.
pub struct JsonLines {
    /// The language in which differences are told.
    pub locale: &'static Locale,
}

#[derive(Serialize)]
struct SetJson<'a> {
    versions: Vec<VersionJson<'a>>,
    /// Titles, headings and paragraphs, behind what the versions say of themselves where that differs.
    rows: Vec<RowJson<'a>>,
    notes: Vec<RowJson<'a>>,
    divergences: Vec<DivergenceJson>,
}

#[derive(Serialize)]
struct VersionJson<'a> {
    file: &'a str,
    language: &'a str,
    symbol: Option<String>,
    title: Option<&'a str>,
    /// Paragraphs and headings that are still to come.
    to_come: usize,
    /// Something of it was lost on its way here, and it is not compared.
    is_damaged: bool,
    #[serde(flatten)]
    place: PlaceJson,
}

#[derive(Serialize)]
struct RowJson<'a> {
    kind: &'static str,
    path: &'a str,
    /// What each version has there, in the order of `versions`; null where it has nothing.
    cells: Vec<Option<CellJson<'a>>>,
}

#[derive(Serialize)]
struct CellJson<'a> {
    label: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceJson,
}

#[derive(Serialize)]
struct DivergenceJson {
    code: &'static str,
    kind: &'static str,
    severity: &'static str,
    /// The place of the version in `versions`.
    version: usize,
    /// The place of its row in `rows`, or of its note in `notes`.
    row: Option<usize>,
    note: Option<usize>,
    #[serde(flatten)]
    place: PlaceJson,
    /// What stands here, and what in the others, where that is a number, a symbol or a date.
    here: Option<String>,
    there: Option<String>,
    /// How the two differ: `one-digit` or `exchanged`.
    slip: Option<&'static str>,
    others: Vec<OtherJson>,
    message: String,
}

#[derive(Serialize)]
struct OtherJson {
    version: usize,
    #[serde(flatten)]
    place: PlaceJson,
}

/// The places of all that is told of one version, in its file.
struct VersionPlaces<'a> {
    view: &'a SetView<'a>,
    known: Vec<TextPlaces>,
}

impl<'a> VersionPlaces<'a> {
    fn of(view: &'a SetView<'a>) -> VersionPlaces<'a> {
        let of_version = |at: usize| {
            let Some(column) = view.columns.get(at) else { return TextPlaces::of("", []) };
            let cells = view.rows.iter().filter_map(|row| row.cells.get(at)?.as_ref()).map(|cell| &cell.range);
            let told = view.differences.iter().flat_map(|difference| places_in(&difference.divergence, at));
            let ranges = cells.chain(told).chain([&column.version.part]);
            let in_file = ranges.map(|range| column.text.source.map.file_range(range));
            TextPlaces::of(column.text.source.file(), in_file.flat_map(|range| [range.start, range.end]))
        };
        VersionPlaces { view, known: (0..view.columns.len()).map(of_version).collect() }
    }

    fn get(&self, version: usize, range: &Range<usize>) -> Option<PlaceJson> {
        let (column, places) = (self.view.columns.get(version)?, self.known.get(version)?);
        Some(places.json(&column.text.source.map.file_range(range)))
    }
}

/// The ranges of a version that a divergence names.
fn places_in(divergence: &Divergence, version: usize) -> impl Iterator<Item = &Range<usize>> {
    let own = (divergence.version == version).then_some(&divergence.range);
    let others = divergence.others.iter().filter(move |other| other.version == version).map(|other| &other.range);
    own.into_iter().chain(others)
}

impl ConcordReport for JsonLines {
    fn set(&self, view: &SetView<'_>, _at: usize) -> PrintedSet {
        let places = VersionPlaces::of(view);
        let versions = view.columns.iter().enumerate().filter_map(|(at, column)| {
            Some(VersionJson {
                file: &column.text.name,
                language: column.version.language.code,
                symbol: column.version.symbol.as_ref().map(|(symbol, _)| symbol.to_string()),
                title: column.text.draft.title.as_ref().map(|title| title.text.as_str()),
                to_come: column.to_come,
                is_damaged: column.is_damaged,
                place: places.get(at, &column.version.part)?,
            })
        });
        let (notes, rows): (Vec<&ViewRow>, Vec<&ViewRow>) =
            view.rows.iter().partition(|row| row.subject == RowSubject::Note);
        let in_rows = rows.len();
        let divergences = view.differences.iter().filter_map(|difference| {
            let divergence = &difference.divergence;
            let (here, there, slip) = told(view, divergence);
            let others = divergence.others.iter();
            let others = others.filter_map(|other| {
                Some(OtherJson { version: other.version, place: places.get(other.version, &other.range)? })
            });
            Some(DivergenceJson {
                code: difference.finding.code,
                kind: kind(&divergence.kind),
                severity: severity_name(difference.finding.severity),
                version: divergence.version,
                row: Some(difference.row).filter(|row| *row < in_rows),
                note: difference.row.checked_sub(in_rows),
                place: places.get(divergence.version, &divergence.range)?,
                here,
                there,
                slip,
                others: others.collect(),
                message: difference.finding.message.text(self.locale),
            })
        });
        let set = SetJson {
            versions: versions.collect(),
            rows: rows.into_iter().map(|row| row_json(row, &places)).collect(),
            notes: notes.into_iter().map(|row| row_json(row, &places)).collect(),
            divergences: divergences.collect(),
        };
        PrintedSet { text: json_line(&set) + "\n", differences: view.differences.len(), ..PrintedSet::default() }
    }
}

fn row_json<'a>(row: &'a ViewRow, places: &VersionPlaces<'_>) -> RowJson<'a> {
    let cell = |(at, cell): (usize, &'a Option<ViewCell>)| {
        let cell = cell.as_ref()?;
        let label = cell.label.as_ref().map(|(label, _)| label.as_str());
        Some(CellJson { label, place: places.get(at, &cell.range)? })
    };
    let cells = row.cells.iter().enumerate().map(cell).collect();
    RowJson { kind: row_kind(row.subject), path: &row.path, cells }
}

fn row_kind(subject: RowSubject) -> &'static str {
    match subject {
        RowSubject::OwnSymbol => "symbol",
        RowSubject::OwnNumber => "number",
        RowSubject::OwnDate => "date",
        RowSubject::Note => ItemKind::Note.code(),
        RowSubject::Item(kind) => kind.code(),
    }
}

/// What stands here, what in the others, and how the two differ.
fn told(view: &SetView<'_>, divergence: &Divergence) -> (Option<String>, Option<String>, Option<&'static str>) {
    let dates = |here: &Date, there: &Date| (Some(here.iso()), Some(there.iso()), None);
    let path = |path: &[u32]| path.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
    let depth = |(opened, depth): &(u16, u16)| format!("{opened}/{depth}");
    match &divergence.kind {
        DivergenceKind::OtherText { differing } => (Some(differing.to_string()), None, None),
        DivergenceKind::Lacking { path, .. } => (None, Some(path.clone()), None),
        DivergenceKind::Surplus { .. } | DivergenceKind::Split => (None, None, None),
        DivergenceKind::Merged { path } | DivergenceKind::Moved { path } => (None, Some(path.clone()), None),
        DivergenceKind::Label { here, written, .. } => (Some(here.clone()), Some(written.clone()), None),
        DivergenceKind::LackingNote { number } => (None, Some(number.clone()), None),
        DivergenceKind::SurplusNote { number } => (Some(number.clone()), None, None),
        DivergenceKind::Marker { number, path, .. } => (Some(number.clone()), Some(path.clone()), None),
        DivergenceKind::Citation { here, there, slip } => {
            let slip = match slip {
                SlipKind::OneDigit => Some("one-digit"),
                SlipKind::Exchanged => Some("exchanged"),
                SlipKind::Other => None,
            };
            (here.as_ref().map(ToString::to_string), there.as_ref().map(ToString::to_string), slip)
        }
        DivergenceKind::Reference { here, there } => (Some(path(here)), Some(path(there)), None),
        DivergenceKind::Date { here, there, .. } | DivergenceKind::OwnDate { here, there } => dates(here, there),
        DivergenceKind::Figure { .. } | DivergenceKind::Body => {
            let words = |version: usize, range| Some(words_at(view.columns.get(version)?, range));
            let there = divergence.others.first().and_then(|other| words(other.version, &other.range));
            (words(divergence.version, &divergence.range), there, None)
        }
        DivergenceKind::OwnSymbol { there } => (None, Some(there.to_string()), None),
        DivergenceKind::OwnNumber { there } => (None, Some(there.clone()), None),
        DivergenceKind::Brackets { here, there } => (Some(depth(here)), Some(depth(there)), None),
    }
}
