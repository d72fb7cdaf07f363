//! Making the mends of findings, and the law that they keep: the finding goes, none comes, and the text is read as it was but
//! for what was mended.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::running_text::{PassageText, all_passage_texts};
use crate::draft::edit::MovedPlaces;
use crate::draft::{Draft, edit};
use crate::rules::{Edit, Finding, Fix, Rule, RuleTrait};
use crate::script::punctuation::{QUOTATION_CLOSING, QUOTATION_OPENING};

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

/// A quotation mark that opens and closes.
const STRAIGHT: char = '"';

impl Fix {
    /// The text with the mend made; as it is if the mend is of another text.
    pub fn apply(&self, text: &str) -> String {
        edit::apply(&self.edits, text)
    }
}

/// A text of which mends are to be made, as it was read and checked.
pub struct MendableText<'a> {
    /// The text as it is read: without what its format means by its marks, but byte for byte as long.
    pub text: &'a str,
    /// What was read of it.
    pub draft: &'a Draft,
    /// All that is found in it.
    pub findings: &'a [Finding],
    /// Reads and checks it anew with edits made, as it was read and checked.
    pub reread: &'a dyn Fn(&[Edit]) -> RereadText,
    /// Whether a range of its bytes may be edited.
    pub is_editable: &'a dyn Fn(&Range<usize>) -> bool,
}

/// A text after edits, and all that is found in it.
#[derive(Debug)]
pub struct RereadText {
    /// The text as it is read.
    pub text: String,
    /// What was read of it.
    pub draft: Draft,
    /// All that is found in it.
    pub findings: Vec<Finding>,
}

/// The mends that were tried and may be made unasked.
#[derive(Debug, PartialEq, Eq)]
pub struct TriedMends {
    /// All of them in one, of the text as it was.
    pub edits: Vec<Edit>,
    /// How many findings they mend, those included that came to light on the way.
    pub mended: usize,
    /// How many findings are left that have a certain mend which may not be made: another finding would come, the text would be
    /// read otherwise, or somebody else's words would change.
    pub withheld: usize,
}

/// Mends of a text's findings that are tried, each by reading and checking the text as it would be then. In a long text with
/// many findings not all can be: so that the work grows with the text alone, a number of bytes is read and no more.
pub struct MendTrials<'a> {
    of: MendableText<'a>,
    /// How many texts may still be read.
    left: usize,
}

/// How often a mend is tried with those that it brings: by itself, and with the first ones of them.
const FOLLOWED: usize = 2;

/// However long a text is, so many mends of it are tried.
const LEAST_TRIALS: usize = 4;

impl<'a> MendTrials<'a> {
    /// Trials with no more than `bytes` read for them.
    pub fn new(of: MendableText<'a>, bytes: usize) -> MendTrials<'a> {
        let left = (bytes / of.text.len().max(1)).max(LEAST_TRIALS);
        MendTrials { of, left }
    }

    /// How many more texts are read.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Whether the mend of one of the findings keeps the law. A rule that offers a mend takes care of that as far as it sees;
    /// but other numbers may be read as another structure, so it is tried. `false` when no more may be read.
    ///
    /// What is said of the places around a mend may change, since it names the numbers there.
    pub fn holds(&mut self, finding: &Finding) -> bool {
        finding.fix.as_ref().is_some_and(|fix| self.take_away(&[finding], &fix.edits))
    }

    /// The edits by which the mend of one of the findings keeps the law: its own, and where these alone would bring other
    /// findings whose mends are certain, those as well. `None` where there are none, and when no more may be read.
    pub fn completed(&mut self, finding: &Finding) -> Option<Vec<Edit>> {
        let mut edits = finding.fix.as_ref()?.edits.clone();
        for _ in 0..FOLLOWED {
            let after = self.reread(&edits)?;
            if keeps_the_law(self.of.draft, self.of.findings, &[finding], &edits, &after) {
                return Some(edits);
            }
            edits = edit::then(self.of.text.len(), &edits, &mends_of_brought(self.of.findings, &edits, &after)?);
        }
        None
    }

    /// Whether edits take some of the findings away, add none, and leave the structure as it is but for what they touch.
    /// `false` when no more may be read.
    pub fn take_away(&mut self, gone: &[&Finding], edits: &[Edit]) -> bool {
        let after = self.reread(edits);
        after.is_some_and(|after| keeps_the_law(self.of.draft, self.of.findings, gone, edits, &after))
    }

    /// The text with edits made; `None` where they may not be, and when no more may be read.
    fn reread(&mut self, edits: &[Edit]) -> Option<RereadText> {
        let editable = edits.iter().all(|edit| (self.of.is_editable)(&edit.range));
        self.left = self.left.checked_sub(usize::from(editable))?;
        editable.then(|| (self.of.reread)(edits))
    }

    /// Tries the mends of all findings that `chosen` names and that have a certain one, those included that come to light on
    /// the way. The words of a quotation are left to the writer.
    pub fn mend_all(&mut self, chosen: &dyn Fn(&Finding) -> bool) -> TriedMends {
        let is_certain = |finding: &&Finding| chosen(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
        let mut tried = TriedMends { edits: Vec::new(), mended: 0, withheld: 0 };
        let mut now: Option<RereadText> = None;
        let mut refused: Vec<RefusedMend> = Vec::new();
        // Whether a mend was made since some were refused.
        let mut progress = false;
        // A mend never adds a finding, so this ends.
        loop {
            let (text, draft, findings) = match &now {
                Some(now) => (now.text.as_str(), &now.draft, now.findings.as_slice()),
                None => (self.of.text, self.of.draft, self.of.findings),
            };
            let certain: Vec<&Finding> = findings.iter().filter(is_certain).collect();
            if certain.is_empty() {
                return tried;
            }
            let quotations = quotations(text, draft);
            let may_be_tried = |finding: &&Finding| {
                spares(finding, &quotations, text) && !refused.iter().any(|one| one.is_of(finding))
            };
            let candidates = apart(certain.iter().copied().filter(may_be_tried));
            if candidates.is_empty() || self.left == 0 {
                if std::mem::take(&mut progress) && !refused.is_empty() && self.left > 0 {
                    refused.clear();
                    continue;
                }
                tried.withheld = certain.len();
                return tried;
            }
            // As many as can be made at once: where all can't, the first half of them, and so on.
            let mut count = candidates.len();
            let made = loop {
                let gone = candidates.get(..count).unwrap_or_default();
                let step = together(gone);
                let edits = edit::then(self.of.text.len(), &tried.edits, &step);
                let after = self.reread(&edits);
                let kept = after.as_ref().is_some_and(|after| keeps_the_law(draft, findings, gone, &step, after));
                if let Some(after) = after {
                    if kept {
                        break Some((edits, step, after));
                    }
                    // One alone may bring what is mended with it.
                    if count == 1 {
                        let Some(more) = mends_of_brought(findings, &step, &after) else { break None };
                        let step = edit::then(text.len(), &step, &more);
                        let edits = edit::then(self.of.text.len(), &tried.edits, &step);
                        let after = self.reread(&edits);
                        let after = after.filter(|after| keeps_the_law(draft, findings, gone, &step, after));
                        break after.map(|after| (edits, step, after));
                    }
                }
                if count == 1 {
                    break None;
                }
                count /= 2;
            };
            match made {
                Some((edits, step, after)) => {
                    tried.edits = edits;
                    tried.mended += count;
                    let places = MovedPlaces::of(&step);
                    refused.iter_mut().for_each(|one| one.place = places.after(one.place));
                    now = Some(after);
                    progress = true;
                }
                None => refused.extend(candidates.first().map(|finding| RefusedMend::of(finding))),
            }
        }
    }
}

/// A finding whose mend may not be made.
struct RefusedMend {
    code: &'static str,
    place: usize,
}

impl RefusedMend {
    fn of(finding: &Finding) -> RefusedMend {
        RefusedMend { code: finding.code, place: finding.range.start }
    }

    fn is_of(&self, finding: &Finding) -> bool {
        self.code == finding.code && self.place == finding.range.start
    }
}

/// The first of some findings and those after it whose mends don't meet.
fn apart<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<&'f Finding> {
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut apart = Vec::new();
    for finding in findings {
        let edits = finding.fix.as_ref().map_or(&[][..], |fix| fix.edits.as_slice());
        let meet = |edit: &Edit| {
            let next = taken.partition_point(|range| range.end < edit.range.start);
            taken.get(next).is_some_and(|range| range.start <= edit.range.end)
        };
        if !edits.iter().any(meet) {
            for edit in edits {
                taken.insert(taken.partition_point(|range| range.end < edit.range.start), edit.range.clone());
            }
            apart.push(finding);
        }
    }
    apart
}

/// The mends, of the text after some edits, of the findings that these bring. `None` where they bring none, or one whose mend
/// isn't certain.
fn mends_of_brought(findings: &[Finding], edits: &[Edit], after: &RereadText) -> Option<Vec<Edit>> {
    let places = MovedPlaces::of(edits);
    let known: HashSet<(&str, usize)> =
        findings.iter().map(|known| (known.code, places.after(known.range.start))).collect();
    let brought = after.findings.iter().filter(|new| !known.contains(&(new.code, new.range.start)));
    let brought: Vec<&Finding> = brought.collect();
    let is_certain = |new: &&Finding| new.fix.as_ref().is_some_and(|fix| fix.certain);
    (!brought.is_empty() && brought.iter().all(is_certain)).then(|| together(&apart(brought.into_iter())))
}

/// The mends of findings that are apart, in one.
fn together(findings: &[&Finding]) -> Vec<Edit> {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let mut edits: Vec<Edit> = fixes.flat_map(|fix| fix.edits.iter().cloned()).collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits
}

/// Whether edits, by which a text is now `after`, took some of its findings away, added none and left its structure as it was.
fn keeps_the_law(before: &Draft, findings: &[Finding], gone: &[&Finding], edits: &[Edit], after: &RereadText) -> bool {
    let mut going: HashMap<(&str, usize), Vec<&Finding>> = HashMap::new();
    for finding in gone {
        going.entry((finding.code, finding.range.start)).or_default().push(finding);
    }
    // Two findings may be at one place: a label's number and its punctuation.
    let goes = |one: &Finding| going.get(&(one.code, one.range.start)).is_some_and(|going| going.contains(&one));
    let others = findings.iter().filter(|other| !goes(other));
    let places = MovedPlaces::of(edits);
    let mut known: HashMap<(&str, usize), usize> = HashMap::new();
    for other in others {
        *known.entry((other.code, places.after(other.range.start))).or_default() += 1;
    }
    // What a mend begins for the writer to go on with may be told of.
    let is_left =
        |finding: &&Finding| Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::TellsWhatMendsLeave));
    let adds_none = after.findings.iter().filter(|finding| !is_left(finding)).all(|left| {
        let before = known.get_mut(&(left.code, left.range.start)).filter(|count| **count > 0);
        before.map(|count| *count -= 1).is_some()
    });
    adds_none && before.keeps_structure(edits, &after.draft)
}

/// What is quoted in a text, without the marks around it: bytes of the text, in order. What has no closing mark goes on to the end
/// of its paragraph. What has no opening mark may have begun anywhere behind the label.
fn quotations(text: &str, draft: &Draft) -> Vec<Range<usize>> {
    let quoted =
        |passage: &PassageText<'_>| quoted_in(passage, passage.label(draft).map_or(0, |label| label.range.end));
    let mut all: Vec<Range<usize>> = all_passage_texts(text, draft).iter().flat_map(quoted).collect();
    all.sort_by_key(|range| range.start);
    all
}

/// What is quoted in a passage whose label ends at byte `behind_label` of the text.
fn quoted_in(passage: &PassageText<'_>, behind_label: usize) -> Vec<Range<usize>> {
    let words = passage.text();
    let (mut all, mut opened, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in words.char_indices() {
        let closes = QUOTATION_CLOSING.contains(&c) || (c == STRAIGHT && depth > 0);
        if closes && depth == 0 {
            let before = passage.source(0..at);
            all.clear();
            all.push(before.start.max(behind_label).min(before.end)..before.end);
        } else if closes && depth == 1 {
            all.push(passage.source(opened..at));
        } else if !closes && depth == 0 {
            opened = at + c.len_utf8();
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else if QUOTATION_OPENING.contains(&c) || c == STRAIGHT {
            depth += 1;
        }
    }
    if depth > 0 {
        all.push(passage.source(opened..words.len()));
    }
    all
}

/// Whether the mend of a finding leaves quoted words alone, or is about them or the marks around them.
fn spares(finding: &Finding, quotations: &[Range<usize>], text: &str) -> bool {
    let is_about_them = || Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::AboutQuotations));
    let is_mark = |c: char| c == STRAIGHT || QUOTATION_OPENING.contains(&c) || QUOTATION_CLOSING.contains(&c);
    let edits = finding.fix.as_ref().map_or(&[][..], |fix| fix.edits.as_slice());
    let spares = |edit: &Edit| {
        let next = quotations.partition_point(|quoted| quoted.end <= edit.range.start);
        // What is put in where a quotation begins is quoted too.
        let quoted = quotations.get(next).is_some_and(|quoted| match edit.range.is_empty() {
            true => quoted.start <= edit.range.start,
            false => quoted.start < edit.range.end,
        });
        !quoted || text.get(edit.range.clone()).is_some_and(|words| !words.is_empty() && words.chars().all(is_mark))
    };
    edits.iter().all(spares) || is_about_them()
}
