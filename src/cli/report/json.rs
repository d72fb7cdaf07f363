//! One JSON object a line and finding.

use rapporteur::rules::Counterpart;
use serde::Serialize;

use super::super::places::PlaceJson;
use super::{CheckedText, DocumentPlaceJson, Report, json_line, severity_name};

pub struct JsonReport;

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

impl Report for JsonReport {
    fn answer(&self, checked: &CheckedText<'_>) -> String {
        let places = checked.places();
        let mut out = String::new();
        for finding in checked.findings {
            out += &json_line(&FindingLine {
                file: checked.name,
                place: places.json(&finding.range),
                code: finding.code,
                severity: severity_name(finding.severity),
                message: finding.message.text(checked.locale),
                versions: finding.counterparts.iter().filter_map(VersionPlace::of).collect(),
                document: checked.map.document_place(checked.text, finding.range.start).map(Into::into),
            });
            out.push('\n');
        }
        out
    }
}
