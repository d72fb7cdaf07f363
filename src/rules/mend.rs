//! Making the mends of findings, and the law that they keep: the finding goes, and none comes.

use super::{Edit, Finding, Fix, Rule, check_knowing};
use crate::draft::{Draft, edit};
use crate::library::Knowledge;

impl Fix {
    /// The text with the mend made; as it is if the mend is of another text.
    pub fn apply(&self, text: &str) -> String {
        edit::apply(&self.edits, text)
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
    take_away(knowledge, text, findings, &[finding], &fix.edits, wanted)
}

/// Edits that mend all findings of a text that `chosen` names and that have a certain mend, those included that come to
/// light on the way; and how many they are. `None` when there is nothing to mend.
pub fn mend_all(
    knowledge: &Knowledge,
    text: &str,
    findings: &[Finding],
    chosen: &dyn Fn(&Finding) -> bool,
    wanted: &dyn Fn(&Rule) -> bool,
) -> Option<(Vec<Edit>, usize)> {
    let (mut edits, mut count) = (Vec::new(), 0);
    let (mut text, length) = (text.to_owned(), text.len());
    let mut findings = findings.to_vec();
    // A mend never adds a finding, so this ends.
    loop {
        let certain = |finding: &&Finding| chosen(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
        let certain: Vec<&Finding> = findings.iter().filter(certain).collect();
        let together = apart(&certain);
        let all = take_away(knowledge, &text, &findings, &certain, &together, wanted);
        let (step, mended) = if all && !certain.is_empty() {
            (together, certain.len())
        } else {
            let holding = certain.iter().find(|finding| holds(knowledge, &text, &findings, finding, wanted));
            let Some(fix) = holding.and_then(|finding| finding.fix.as_ref()) else { break };
            (fix.edits.clone(), 1)
        };
        edits = edit::then(length, &edits, &step);
        text = edit::apply(&step, &text);
        count += mended;
        findings = check_knowing(knowledge, &text, &Draft::read(&text), wanted);
    }
    (count > 0).then_some((edits, count))
}

/// The mends of some findings in one; where two meet, the first of them.
fn apart(findings: &[&Finding]) -> Vec<Edit> {
    let mut edits: Vec<Edit> =
        findings.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| fix.edits.clone()).collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut end = 0;
    edits.retain(|edit| {
        let clear = edit.range.start >= end;
        if clear {
            end = edit.range.end;
        }
        clear
    });
    edits
}

/// Whether edits take some of a text's findings away and add none.
pub fn take_away(
    knowledge: &Knowledge,
    text: &str,
    findings: &[Finding],
    gone: &[&Finding],
    edits: &[Edit],
    wanted: &dyn Fn(&Rule) -> bool,
) -> bool {
    let mended = edit::apply(edits, text);
    // Two findings may be at one place: a label's number and its punctuation.
    let others = findings.iter().filter(|other| !gone.contains(other));
    let mut known: Vec<_> = others.map(|other| (other.code, moved(edits, other.range.start))).collect();
    check_knowing(knowledge, &mended, &Draft::read(&mended), wanted).iter().all(|left| {
        let before = known.iter().position(|known| *known == (left.code, left.range.start));
        before.map(|before| known.swap_remove(before)).is_some()
    })
}

/// Where a byte of the text is after edits. Of a place that is replaced, the beginning.
fn moved(edits: &[Edit], at: usize) -> usize {
    let before = edits.iter().filter(|edit| edit.range.end <= at && edit.range.start < at);
    before.fold(at, |at, edit| (at + edit.text.len()).saturating_sub(edit.range.len()))
}
