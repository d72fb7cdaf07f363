//! Making the mends of findings, and the law that they keep: the finding goes, and none comes.

use super::{Finding, Fix, Rule, check_knowing};
use crate::draft::{Draft, edit};
use crate::library::Knowledge;

impl Fix {
    /// The text with the mend made; as it is if the mend is of another text.
    pub fn apply(&self, text: &str) -> String {
        edit::apply(&self.edits, text)
    }

    /// Where a byte of the text is after the mend. Of a place that is replaced, the beginning.
    fn moved(&self, at: usize) -> usize {
        let before = self.edits.iter().filter(|edit| edit.range.end <= at && edit.range.start < at);
        before.fold(at, |at, edit| (at + edit.text.len()).saturating_sub(edit.range.len()))
    }
}

/// Whether the mend of one of a text's findings takes it away and adds none. A rule that offers a mend takes
/// care of that as far as it sees; but other numbers may be read as another structure, so it is tried.
///
/// `findings` are all that the `wanted` rules find in the text, with what `knowledge` knows. What is said of the places around a mend may
/// change, since it names the numbers there.
pub fn holds(
    knowledge: &Knowledge,
    text: &str,
    findings: &[Finding],
    finding: &Finding,
    wanted: &dyn Fn(&Rule) -> bool,
) -> bool {
    let Some(fix) = &finding.fix else { return false };
    let mended = fix.apply(text);
    // Two findings may be at one place: a label's number and its punctuation.
    let others = findings.iter().filter(|other| *other != finding);
    let mut known: Vec<_> = others.map(|other| (other.code, fix.moved(other.range.start))).collect();
    check_knowing(knowledge, &mended, &Draft::read(&mended), wanted).iter().all(|left| {
        let before = known.iter().position(|known| *known == (left.code, left.range.start));
        before.map(|before| known.swap_remove(before)).is_some()
    })
}
