//! Making the mends of findings, and the law that they keep: the finding goes, and none comes.

use std::borrow::Cow;
use std::collections::HashMap;

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

/// Mends of a text's findings that are tried, each by reading and checking the text as it would be then. In a long text
/// with many findings not all can be: so that the work grows with the text alone, a number of bytes is read and no more.
pub struct MendTrials<'a> {
    check: &'a CheckText<'a>,
    text: &'a str,
    findings: &'a [Finding],
    /// How many texts may still be read.
    left: usize,
}

/// However long a text is, so many mends of it are tried.
const LEAST_TRIALS: usize = 4;

/// Findings whose mends can be made together.
#[derive(Default)]
struct HoldingMends<'f> {
    mended: Vec<&'f Finding>,
    edits: Vec<Edit>,
    /// What is found when they are made.
    remaining: Vec<Finding>,
}

impl<'a> MendTrials<'a> {
    /// Trials of the mends of `findings`, which are all that `check` finds in the text, with no more than `bytes` read for
    /// them.
    pub fn new(check: &'a CheckText<'a>, text: &'a str, findings: &'a [Finding], bytes: usize) -> MendTrials<'a> {
        let left = (bytes / text.len().max(1)).max(LEAST_TRIALS);
        MendTrials { check, text, findings, left }
    }

    /// How many more texts are read.
    pub fn left(&self) -> usize {
        self.left
    }

    /// As [`holds`]. `false` when no more may be read.
    pub fn holds(&mut self, finding: &Finding) -> bool {
        if finding.fix.is_none() || self.left == 0 {
            return false;
        }
        self.left -= 1;
        holds(self.check, self.text, self.findings, finding)
    }

    /// Edits that mend all findings that `chosen` names and that have a certain mend, those included that come to light on
    /// the way; and how many they are. `None` when there is nothing to mend.
    ///
    /// All are tried together. Where that doesn't hold, halves of them are, until no more may be read.
    pub fn mend_all(&mut self, chosen: &dyn Fn(&Finding) -> bool) -> Option<(Vec<Edit>, usize)> {
        let (mut edits, mut count) = (Vec::new(), 0);
        let mut text = Cow::Borrowed(self.text);
        let mut findings = Cow::Borrowed(self.findings);
        // A mend never adds a finding, so this ends.
        loop {
            let certain = |finding: &&Finding| chosen(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
            let certain: Vec<&Finding> = findings.iter().filter(certain).collect();
            let mut holding = HoldingMends::default();
            self.keep(&text, &findings, &apart(&certain), &mut holding);
            let HoldingMends { mended, edits: step, remaining } = holding;
            if mended.is_empty() {
                break;
            }
            count += mended.len();
            edits = edit::then(self.text.len(), &edits, &step);
            text = Cow::Owned(edit::apply(&step, &text));
            findings = Cow::Owned(remaining);
        }
        (count > 0).then_some((edits, count))
    }

    /// Adds to `holding` what of these mends can be made with it.
    fn keep<'f>(&mut self, text: &str, findings: &'f [Finding], mends: &[&'f Finding], holding: &mut HoldingMends<'f>) {
        if self.left == 0 || mends.is_empty() {
            return;
        }
        self.left -= 1;
        let before = holding.mended.len();
        holding.mended.extend(mends);
        let edits = all_edits(&holding.mended);
        if let Some(remaining) = remaining(self.check, text, findings, &holding.mended, &edits) {
            (holding.edits, holding.remaining) = (edits, remaining);
            return;
        }
        holding.mended.truncate(before);
        if mends.len() > 1 {
            let (first, second) = mends.split_at(mends.len() / 2);
            self.keep(text, findings, first, holding);
            self.keep(text, findings, second, holding);
        }
    }
}

/// The edits of the mends of some findings, in order.
fn all_edits(findings: &[&Finding]) -> Vec<Edit> {
    let mut edits: Vec<Edit> =
        findings.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| fix.edits.clone()).collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits
}

/// Those of some findings whose mends don't meet; where two do, the first of them.
fn apart<'f>(findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let fixes = findings.iter().enumerate().filter_map(|(at, finding)| Some((at, finding.fix.as_ref()?)));
    let mut edits: Vec<(&Edit, usize)> =
        fixes.flat_map(|(at, fix)| fix.edits.iter().map(move |edit| (edit, at))).collect();
    edits.sort_by_key(|(edit, _)| (edit.range.start, edit.range.end));
    let mut meets = vec![false; findings.len()];
    let mut end = 0;
    for (edit, at) in edits {
        let Some(meets) = meets.get_mut(at) else { continue };
        *meets |= edit.range.start < end;
        if !*meets {
            end = edit.range.end;
        }
    }
    findings.iter().zip(meets).filter(|(_, meets)| !meets).map(|(finding, _)| *finding).collect()
}

/// Whether edits take some of a text's findings away and add none.
pub fn take_away(check: &CheckText<'_>, text: &str, findings: &[Finding], gone: &[&Finding], edits: &[Edit]) -> bool {
    remaining(check, text, findings, gone, edits).is_some()
}

/// What is found when edits are made, if they take some of a text's findings away and add none.
fn remaining(
    check: &CheckText<'_>,
    text: &str,
    findings: &[Finding],
    gone: &[&Finding],
    edits: &[Edit],
) -> Option<Vec<Finding>> {
    let mut going: HashMap<(&str, usize), Vec<&Finding>> = HashMap::new();
    for finding in gone {
        going.entry((finding.code, finding.range.start)).or_default().push(finding);
    }
    // Two findings may be at one place: a label's number and its punctuation.
    let goes = |finding: &Finding| {
        going.get(&(finding.code, finding.range.start)).is_some_and(|going| going.contains(&finding))
    };
    let places = MovedPlaces::of(edits);
    let mut known: HashMap<(&str, usize), usize> = HashMap::new();
    for other in findings.iter().filter(|other| !goes(other)) {
        *known.entry((other.code, places.moved(other.range.start))).or_default() += 1;
    }
    let found = check(&edit::apply(edits, text));
    let were_there = found.iter().all(|left| {
        let count = known.get_mut(&(left.code, left.range.start)).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    });
    were_there.then_some(found)
}

/// Where the bytes of a text are after edits.
struct MovedPlaces<'e> {
    edits: &'e [Edit],
    /// Before each edit, and behind the last one, how many bytes the edits before it have put in and taken out.
    changed: Vec<(usize, usize)>,
}

impl<'e> MovedPlaces<'e> {
    fn of(edits: &'e [Edit]) -> MovedPlaces<'e> {
        let mut changed = vec![(0, 0)];
        let (mut more, mut fewer) = (0, 0);
        for edit in edits {
            (more, fewer) = (more + edit.text.len(), fewer + edit.range.len());
            changed.push((more, fewer));
        }
        MovedPlaces { edits, changed }
    }

    /// Where a byte of the text is. Of a place that is replaced, the beginning.
    fn moved(&self, at: usize) -> usize {
        let before = self.edits.partition_point(|edit| edit.range.end <= at && edit.range.start < at);
        let (more, fewer) = self.changed.get(before).copied().unwrap_or_default();
        (at + more).saturating_sub(fewer)
    }
}
