//! The structure of a draft, for programs: a JSON object on one line. Offsets are characters (Unicode scalar values) of the
//! file's text, ends exclusive.

use std::ops::Range;

use serde::Serialize;

use super::json_line;
use super::places::TextPlaces;
use crate::draft::{CitationKind, Draft, ParagraphKind};
use crate::source::SourceText;

#[derive(Serialize)]
struct StructureJson<'a> {
    file: &'a str,
    language: &'a str,
    symbol: Option<String>,
    title: Option<&'a str>,
    paragraphs: Vec<ParagraphJson<'a>>,
    markers: Vec<LabelledJson<'a>>,
    notes: Vec<LabelledJson<'a>>,
    /// What the resolution cites.
    citations: Vec<CitationJson<'a>>,
    /// The symbols in its masthead: its own, and those of the draft and the report that it comes from.
    masthead: Vec<CitationJson<'a>>,
}

#[derive(Serialize)]
struct ParagraphJson<'a> {
    kind: &'static str,
    label: Option<&'a str>,
    level: u8,
    #[serde(flatten)]
    span: SpanJson,
    /// Its paragraph in the document that the text was made of, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<usize>,
}

/// A footnote marker, or a footnote.
#[derive(Serialize)]
struct LabelledJson<'a> {
    label: &'a str,
    #[serde(flatten)]
    span: SpanJson,
}

#[derive(Serialize)]
struct CitationJson<'a> {
    symbol: String,
    #[serde(flatten)]
    span: SpanJson,
    kind: &'static str,
    date: Option<String>,
    title: Option<&'a str>,
    in_note: bool,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

/// What was read of a text that is called `name`, in the places of its file: an object on one line, with the line's end.
pub fn structure_json(name: &str, source: &SourceText, draft: &Draft) -> String {
    let in_file = |range: &Range<usize>| source.map.file_range(range);
    let places = TextPlaces::of(source.file(), ranges(draft).map(in_file).flat_map(|range| [range.start, range.end]));
    let span = |range: &Range<usize>| {
        let Range { start, end } = in_file(range);
        SpanJson { start: places.get(start).character, end: places.get(end).character }
    };
    let cited = |in_masthead: bool| {
        let citations = draft.citations.iter().filter(|citation| citation.in_masthead == in_masthead);
        citations
            .map(|citation| CitationJson {
                symbol: citation.symbol.to_string(),
                span: span(&citation.range),
                kind: citation_kind(citation.kind),
                date: citation.date.as_ref().map(|(date, _)| date.iso()),
                title: citation.title.as_ref().map(|(title, _)| title.as_str()),
                in_note: citation.in_note,
            })
            .collect()
    };
    let structure = StructureJson {
        file: name,
        language: draft.language.code,
        symbol: draft.symbol.as_ref().map(ToString::to_string),
        title: draft.title.as_ref().map(|title| title.text.as_str()),
        paragraphs: draft
            .paragraphs
            .iter()
            .map(|paragraph| ParagraphJson {
                kind: paragraph_kind(paragraph.kind),
                label: paragraph.label.as_ref().map(|label| label.text.as_str()),
                level: paragraph.level,
                span: span(&paragraph.range),
                document: document_paragraph(source, paragraph.range.start),
            })
            .collect(),
        markers: draft
            .markers
            .iter()
            .map(|marker| LabelledJson { label: &marker.label, span: span(&marker.range) })
            .collect(),
        notes: draft.notes.iter().map(|note| LabelledJson { label: &note.label, span: span(&note.range) }).collect(),
        citations: cited(false),
        masthead: cited(true),
    };
    json_line(&structure) + "\n"
}

/// The paragraph of the document that a byte of a text made of one stands in, from 1.
pub fn document_paragraph(source: &SourceText, byte: usize) -> Option<usize> {
    source.map.document_place(&source.text, byte)?.paragraph
}

/// All places that are printed.
fn ranges(draft: &Draft) -> impl Iterator<Item = &Range<usize>> {
    let paragraphs = draft.paragraphs.iter().map(|paragraph| &paragraph.range);
    let markers = draft.markers.iter().map(|marker| &marker.range);
    let notes = draft.notes.iter().map(|note| &note.range);
    let citations = draft.citations.iter().map(|citation| &citation.range);
    paragraphs.chain(markers).chain(notes).chain(citations)
}

fn paragraph_kind(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Preambular => "preambular",
        ParagraphKind::Operative => "operative",
        ParagraphKind::Sub => "sub",
    }
}

fn citation_kind(kind: CitationKind) -> &'static str {
    match kind {
        CitationKind::Resolution => "resolution",
        CitationKind::Decision => "decision",
        CitationKind::Document => "document",
    }
}
