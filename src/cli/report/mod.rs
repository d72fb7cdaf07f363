//! How findings are printed, one file a format.

mod github;
mod json;
mod sarif;
mod snippet;
pub mod text;

pub use text::total;

use clap::ValueEnum;
use rapporteur::messages::Locale;
use rapporteur::rules::{Finding, Severity};
use rapporteur::source::{DocumentPart, DocumentPlace, SourceMap};
use serde::Serialize;

use super::places::TextPlaces;
use super::texts::RunTally;

/// A way to print findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people: each finding in its place in the text.
    Text,
    /// For programs: one JSON object a line.
    Json,
    /// For GitHub Actions: annotations on the files of a pull request.
    Github,
    /// For code scanning services: SARIF 2.1.0.
    Sarif,
}

/// The findings in one text.
pub struct CheckedText<'a> {
    /// What the text is called, `-` for standard input.
    pub name: &'a str,
    pub text: &'a str,
    /// Where the text stands in the document that it was made of, if it was.
    pub map: &'a SourceMap,
    pub findings: &'a [Finding],
    /// The language in which they are told.
    pub locale: &'static Locale,
}

impl CheckedText<'_> {
    /// Where the findings and what belongs to them stand.
    fn places(&self) -> TextPlaces {
        let ranges = self.findings.iter().flat_map(|finding| {
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.range);
            let related = finding.related.iter().map(|related| &related.range);
            std::iter::once(&finding.range).chain(related).chain(edits)
        });
        TextPlaces::of(self.text, ranges.flat_map(|range| [range.start, range.end]))
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

/// What prints findings in a format.
pub trait Report: Sync {
    /// What comes before the first text.
    fn head(&self) -> String {
        String::new()
    }

    /// What comes between two texts.
    fn separator(&self) -> &'static str {
        ""
    }

    /// Whether mends are among what it prints.
    fn shows_mends(&self) -> bool {
        false
    }

    /// The findings in a text; there is at least one.
    fn answer(&self, checked: &CheckedText<'_>) -> String;

    /// What comes after the last text.
    fn tail(&self, tally: &RunTally) -> String {
        let _ = tally;
        String::new()
    }
}

impl ReportFormat {
    /// What prints findings in this format, on this machine's standard output.
    pub fn report(self) -> Box<dyn Report> {
        match self {
            ReportFormat::Text => Box::new(text::TextReport::new(super::output::wants_colour())),
            ReportFormat::Json => Box::new(json::JsonReport),
            ReportFormat::Github => Box::new(github::GithubReport),
            ReportFormat::Sarif => Box::new(sarif::SarifReport),
        }
    }
}

/// A severity's name in the output.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::Hint => "hint",
    }
}

/// A value as JSON, on one line.
pub fn json_line(value: &impl serde::Serialize) -> String {
    // Plain structs of strings and numbers cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}
