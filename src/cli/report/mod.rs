//! How findings are printed, one file a format.

mod github;
mod sarif;
mod snippet;
pub mod text;

pub use text::total;

use clap::ValueEnum;
use rapporteur::report::CheckedText;

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

/// One JSON object a line and finding.
struct JsonReport;

impl Report for JsonReport {
    fn answer(&self, checked: &CheckedText<'_>) -> String {
        checked.json_lines()
    }
}

impl ReportFormat {
    /// What prints findings in this format, on this machine's standard output.
    pub fn report(self) -> Box<dyn Report> {
        match self {
            ReportFormat::Text => Box::new(text::TextReport::new(super::output::wants_colour())),
            ReportFormat::Json => Box::new(JsonReport),
            ReportFormat::Github => Box::new(github::GithubReport),
            ReportFormat::Sarif => Box::new(sarif::SarifReport),
        }
    }
}
