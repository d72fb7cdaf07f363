//! Workflow commands, which GitHub Actions turns into annotations on the files of a pull request.

use std::fmt::Write;

use rapporteur::report::CheckedText;
use rapporteur::report::printable::printable;
use rapporteur::rules::Severity;

use super::super::sources::with_slashes;
use super::Report;

pub struct GithubReport;

impl Report for GithubReport {
    fn answer(&self, checked: &CheckedText<'_>) -> String {
        let places = checked.places();
        let mut out = String::new();
        for finding in checked.findings {
            let (start, end) = (places.get(finding.range.start), places.get(finding.range.end));
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information | Severity::Hint => "notice",
            };
            // Writing to a String cannot fail.
            let _ = writeln!(
                out,
                "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}",
                property(&with_slashes(checked.name)),
                start.line,
                end.line,
                start.column,
                end.column,
                property(finding.code),
                message(&finding.message.text(checked.locale)),
            );
        }
        out
    }
}

/// Escapes what would end the message.
fn message(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what would end a property.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use rapporteur::messages::Locale;
    use rapporteur::rules::Finding;

    use super::*;

    rapporteur::messages! {
        "test":
        follows() = "Paragraph 4 follows 2:\n100% sure, it should be 3.";
    }

    #[test]
    fn a_finding_is_one_line_whatever_is_in_it() {
        let finding = Finding {
            code: "operative-numbering",
            severity: Severity::Error,
            range: 7..9,
            message: follows(),
            related: Vec::new(),
            counterparts: Vec::new(),
            fix: None,
            defer_until: None,
        };
        let checked = CheckedText {
            name: "a,b:c.txt",
            text: "Title\n\n4. Decides",
            map: &rapporteur::source::SourceMap::default(),
            findings: &[finding],
            locale: &Locale::ENGLISH,
        };
        assert_eq!(
            GithubReport.answer(&checked),
            "::error file=a%2Cb%3Ac.txt,line=3,endLine=3,col=1,endColumn=3,title=operative-numbering::\
             Paragraph 4 follows 2:%0A100%25 sure, it should be 3.\n"
        );
    }
}
