//! The findings in a text, for programs.

use serde::Serialize;

use super::json_line;
use super::places::{PlaceJson, TextPlaces};
use crate::messages::Locale;
use crate::rules::{Counterpart, Finding, Severity};
use crate::source::{DocumentPart, DocumentPlace, SourceMap};

/// The findings in one text.
pub struct CheckedText<'a> {
    /// What the text is called, `-` for standard input.
    pub name: &'a str,
    /// The text of its file, in which the findings have their places.
    pub text: &'a str,
    /// Where the text stands in the document that it was made of, if it was.
    pub map: &'a SourceMap,
    /// What is told.
    pub findings: &'a [Finding],
    /// The language in which they are told.
    pub locale: &'static Locale,
}

impl CheckedText<'_> {
    /// Where the findings and what belongs to them stand.
    pub fn places(&self) -> TextPlaces {
        let ranges = self.findings.iter().flat_map(|finding| {
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.range);
            let related = finding.related.iter().map(|related| &related.range);
            std::iter::once(&finding.range).chain(related).chain(edits)
        });
        TextPlaces::of(self.text, ranges.flat_map(|range| [range.start, range.end]))
    }

    /// The findings for programs: a JSON object a line, in their order. Lines and columns count from 1, `start` and `end` from 0;
    /// columns and offsets in characters (Unicode scalar values), ends exclusive.
    pub fn json_lines(&self) -> String {
        let places = self.places();
        let mut out = String::new();
        for finding in self.findings {
            out += &json_line(&FindingLine {
                file: self.name,
                place: places.json(&finding.range),
                code: finding.code,
                severity: severity_name(finding.severity),
                message: finding.message.text(self.locale),
                versions: finding.counterparts.iter().filter_map(VersionPlace::of).collect(),
                document: self.map.document_place(self.text, finding.range.start).map(Into::into),
            });
            out.push('\n');
        }
        out
    }
}

/// Where something stands in a document that is no text, as programs are told.
#[derive(Debug, Serialize)]
pub struct DocumentPlaceJson {
    part: &'static str,
    /// From 1, as the document counts them. Of a note, the one that calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    /// From 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    word: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl From<DocumentPlace> for DocumentPlaceJson {
    fn from(DocumentPlace { part, paragraph, word }: DocumentPlace) -> DocumentPlaceJson {
        let (part, note) = match part {
            DocumentPart::Body => ("body", None),
            DocumentPart::Note(note) => ("note", note),
            DocumentPart::Header => ("header", None),
        };
        DocumentPlaceJson { part, paragraph, word, note }
    }
}

/// A finding.
#[derive(Serialize)]
struct FindingLine<'a> {
    file: &'a str,
    #[serde(flatten)]
    place: PlaceJson,
    code: &'a str,
    severity: &'a str,
    message: String,
    /// Where it stands in the document that the text was made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentPlaceJson>,
    /// Where other language versions have what belongs to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<VersionPlace<'a>>,
}

/// A place in another language version.
#[derive(Serialize)]
struct VersionPlace<'a> {
    language: &'a str,
    file: String,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl VersionPlace<'_> {
    fn of(counterpart: &Counterpart) -> Option<VersionPlace<'_>> {
        let (start, end) = (counterpart.start, counterpart.end);
        Some(VersionPlace {
            language: counterpart.language.code,
            file: counterpart.file.as_ref()?.to_string_lossy().into_owned(),
            line: start.0 + 1,
            column: start.1 + 1,
            end_line: end.0 + 1,
            end_column: end.1 + 1,
        })
    }
}

/// A severity's name, the same in every language.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::Hint => "hint",
    }
}
