//! Making the mends of findings, and the law that they keep: the finding goes, and none comes.

use crate::draft::edit;
use crate::rules::{Edit, Finding, Fix};

crate::messages! {
    "fix":
    /// That words or a mark are written.
    pub write(right: quote) = "Write “{right}”";
    /// That a date is written.
    pub write_date(date: date) = "Write {date}";
    /// That a symbol or the number of an instrument is written.
    pub write_symbol(symbol: symbol) = "Write {symbol}";
    /// That a paragraph or a heading gets a number.
    pub number_it(number: label) = "Number it {number}";
}

/// What finds in a text all that there is to find, as it was found in the text that is to be mended.
pub type CheckText<'a> = dyn Fn(&str) -> Vec<Finding> + 'a;

impl Fix {
    /// The text with the mend made; as it is if the mend is of another text.
    pub fn apply(&self, text: &str) -> String {
        edit::apply(&self.edits, text)
    }
}

/// Whether the mend of one of a text's findings takes it away and adds none. A rule that offers a mend takes
/// care of that as far as it sees; but other numbers may be read as another structure, so it is tried.
///
/// `findings` are all that `check` finds in the text. What is said of the places around a mend may change, since it names
/// the numbers there.
pub fn holds(check: &CheckText<'_>, text: &str, findings: &[Finding], finding: &Finding) -> bool {
    let Some(fix) = &finding.fix else { return false };
    take_away(check, text, findings, &[finding], &fix.edits)
}

/// Edits that mend all findings of a text that `chosen` names and that have a certain mend, those included that come to
/// light on the way; and how many they are. `None` when there is nothing to mend.
pub fn mend_all(
    check: &CheckText<'_>,
    text: &str,
    findings: &[Finding],
    chosen: &dyn Fn(&Finding) -> bool,
) -> Option<(Vec<Edit>, usize)> {
    let (mut edits, mut count) = (Vec::new(), 0);
    let (mut text, length) = (text.to_owned(), text.len());
    let mut findings = findings.to_vec();
    // A mend never adds a finding, so this ends.
    loop {
        let certain = |finding: &&Finding| chosen(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
        let certain: Vec<&Finding> = findings.iter().filter(certain).collect();
        let together = apart(&certain);
        let all = take_away(check, &text, &findings, &certain, &together);
        let (step, mended) = if all && !certain.is_empty() {
            (together, certain.len())
        } else {
            let holding = certain.iter().find(|finding| holds(check, &text, &findings, finding));
            let Some(fix) = holding.and_then(|finding| finding.fix.as_ref()) else { break };
            (fix.edits.clone(), 1)
        };
        edits = edit::then(length, &edits, &step);
        text = edit::apply(&step, &text);
        count += mended;
        findings = check(&text);
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
pub fn take_away(check: &CheckText<'_>, text: &str, findings: &[Finding], gone: &[&Finding], edits: &[Edit]) -> bool {
    let mended = edit::apply(edits, text);
    // Two findings may be at one place: a label's number and its punctuation.
    let others = findings.iter().filter(|other| !gone.contains(other));
    let mut known: Vec<_> = others.map(|other| (other.code, moved(edits, other.range.start))).collect();
    check(&mended).iter().all(|left| {
        let before = known.iter().position(|known| *known == (left.code, left.range.start));
        before.map(|before| known.swap_remove(before)).is_some()
    })
}

/// Where a byte of the text is after edits. Of a place that is replaced, the beginning.
fn moved(edits: &[Edit], at: usize) -> usize {
    let before = edits.iter().filter(|edit| edit.range.end <= at && edit.range.start < at);
    before.fold(at, |at, edit| (at + edit.text.len()).saturating_sub(edit.range.len()))
}
