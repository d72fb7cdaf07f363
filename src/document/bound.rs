//! How many findings of a document are shown. An editor that is sent tens of thousands at every key stands still, and nobody
//! reads so many.

use crate::messages::Message;
use crate::rules::{Finding, Severity};

crate::messages! {
    "server.findings":
    some_are_shown(shown: count, all: count) =
        "{shown} of {all} findings are shown, the gravest first. Others come when some of these are mended.";
}

/// How many findings of a document are shown at the most.
pub const MOST_SHOWN: usize = 3_000;

/// The gravest findings, `most` of them if there are as many, in the order in which they came. Of those that are as grave
/// the first are taken.
pub fn gravest(findings: Vec<&Finding>, most: usize) -> Vec<&Finding> {
    if findings.len() <= most {
        return findings;
    }
    let mut left = most;
    let room = [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint].map(|severity| {
        let count = findings.iter().filter(|finding| finding.severity == severity).count().min(left);
        left -= count;
        (severity, count)
    });
    let mut room = room;
    let mut has_room = |finding: &&Finding| {
        let left = room.iter_mut().find(|(severity, left)| *severity == finding.severity && *left > 0);
        left.map(|(_, left)| *left -= 1).is_some()
    };
    findings.into_iter().filter(|finding| has_room(finding)).collect()
}

/// What is told where not all of the findings are shown.
pub fn remark(shown: usize, all: usize) -> Option<Message> {
    (shown < all).then(|| some_are_shown(shown, all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    crate::messages! {
        "test":
        somehow() = "It is wrong somehow.";
    }

    fn finding(start: usize, severity: Severity) -> Finding {
        Finding {
            code: "symbol-malformed",
            severity,
            range: start..start + 1,
            message: somehow(),
            related: Vec::new(),
            counterparts: Vec::new(),
            fix: None,
            defer_until: None,
        }
    }

    #[test]
    fn the_gravest_are_shown_in_the_order_of_the_text() {
        use Severity::{Error, Hint, Warning};
        let found: Vec<Finding> = [Hint, Warning, Error, Warning, Warning, Error]
            .into_iter()
            .enumerate()
            .map(|(at, s)| finding(at, s))
            .collect();
        let places = |most| -> Vec<usize> {
            gravest(found.iter().collect(), most).into_iter().map(|finding| finding.range.start).collect()
        };
        assert_eq!(places(9), [0, 1, 2, 3, 4, 5]);
        assert_eq!(places(5), [1, 2, 3, 4, 5]);
        assert_eq!(places(3), [1, 2, 5]);
        assert_eq!(places(1), [2]);
        assert_eq!(places(0), [0; 0]);
    }

    #[test]
    fn it_is_told_how_many_there_are() {
        assert_eq!(remark(7, 7), None);
        let told = remark(3_000, 50_000).unwrap().text(&Locale::ENGLISH);
        assert!(told.starts_with("3,000 of 50,000 findings are shown"), "{told}");
    }
}
