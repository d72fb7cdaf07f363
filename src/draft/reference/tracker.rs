//! What the references of a draft meant before it was edited: they should still mean it afterwards.
//!
//! A reference is followed through the edits by its place, and what it means by the first word behind the label there. Who
//! counts paragraphs anew by hand and forgets a reference has it lead to another paragraph, which no reading of the text
//! alone can tell.

use std::ops::Range;

use super::ReferenceResolver;
use crate::draft::incremental::Replacement;
use crate::draft::{Draft, Label, LabelValue, Reference};

/// What references mean, as long as nobody has written them anew.
#[derive(Debug, Default)]
pub struct ReferenceTracker {
    /// In the order of the references.
    kept: Vec<TrackedReference>,
    stale: Vec<StaleReference>,
}

#[derive(Debug)]
struct TrackedReference {
    /// Bytes of the reference.
    range: Range<usize>,
    says: ReferenceWords,
    /// Byte of the first word, behind the label, of the paragraph that is meant.
    meant: usize,
}

/// A reference's words, as far as they say what is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ReferenceWords {
    paragraph: Option<u32>,
    insertion: u8,
    subparagraphs: Vec<String>,
}

/// A reference whose label is another paragraph's now, or nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleReference {
    /// Bytes of the reference.
    pub range: Range<usize>,
    /// Bytes of the labels that what was meant has now, the outermost first, as far as the reference names them.
    pub labels: Vec<Range<usize>>,
    /// Bytes of its number, and the number that belongs there, where nothing else has to change.
    pub mend: Option<(Range<usize>, u32)>,
}

impl ReferenceTracker {
    /// The references that led elsewhere when they were last compared, in their order.
    pub fn stale(&self) -> &[StaleReference] {
        &self.stale
    }

    /// Follows edits, each a replacement in the text that the ones before it have made.
    pub fn follow(&mut self, edits: &[Replacement]) {
        for edit in edits {
            self.kept.retain_mut(|tracked| {
                let range = moved(&tracked.range, edit);
                let (Some(range), Some(meant)) = (range, moved_point(tracked.meant, edit)) else { return false };
                (tracked.range, tracked.meant) = (range, meant);
                true
            });
            self.stale.retain_mut(|stale| {
                let range = moved(&stale.range, edit);
                let labels: Option<Vec<_>> = stale.labels.iter().map(|label| moved(label, edit)).collect();
                let (Some(range), Some(labels)) = (range, labels) else { return false };
                let mend = stale.mend.take().and_then(|(number, right)| Some((moved(&number, edit)?, right)));
                *stale = StaleReference { range, labels, mend };
                true
            });
        }
    }

    /// Compares them with the draft as it is after the edits, and learns what new references mean. Where labels are out
    /// of order, somebody is at work on them, and nothing is held against them yet.
    pub fn compare(&mut self, text: &str, draft: &Draft) {
        self.stale.clear();
        let before = std::mem::take(&mut self.kept);
        if draft.references.is_empty() {
            return;
        }
        let resolver = ReferenceResolver::of(draft);
        let mut before = before.into_iter().peekable();
        for reference in &draft.references {
            let Some(meant) = resolver.resolve(reference) else { continue };
            let means = meant.innermost();
            let says = ReferenceWords::of(reference);
            while before.next_if(|kept| kept.range.start < reference.range.start).is_some() {}
            let kept =
                before.next_if(|kept| kept.range.start == reference.range.start).filter(|kept| kept.says == says);
            let was = kept.and_then(|kept| holder(&resolver, draft, kept.meant));
            let Some(paragraph) = was.or(means) else { continue };
            if means != Some(paragraph) && is_in_order(&resolver, draft, paragraph) {
                self.stale.extend(stale(&resolver, draft, reference, paragraph));
            }
            let Some(meant) = first_word(text, draft, paragraph) else { continue };
            self.kept.push(TrackedReference { range: reference.range.clone(), says, meant });
        }
    }
}

impl ReferenceWords {
    fn of(reference: &Reference) -> ReferenceWords {
        let subparagraphs = reference.subparagraphs.iter().map(|label| label.text.clone()).collect();
        ReferenceWords { paragraph: reference.paragraph, insertion: reference.insertion, subparagraphs }
    }
}

/// A range after an edit. `None` if a part of it was replaced.
fn moved(range: &Range<usize>, edit: &Replacement) -> Option<Range<usize>> {
    let Replacement { range: replaced, length } = edit;
    if replaced.end <= range.start {
        let by = |at: usize| at - replaced.len() + length;
        Some(by(range.start)..by(range.end))
    } else {
        (range.end <= replaced.start).then(|| range.clone())
    }
}

/// A byte after an edit. `None` if what stood on both sides of it was replaced.
fn moved_point(at: usize, Replacement { range, length }: &Replacement) -> Option<usize> {
    if range.end <= at { Some(at - range.len() + length) } else { (at <= range.start).then_some(at) }
}

/// The paragraph that has its first word at a byte, or around it.
fn holder(resolver: &ReferenceResolver<'_>, draft: &Draft, at: usize) -> Option<usize> {
    let index = resolver.paragraph_at(at)?;
    draft.paragraphs.get(index).is_some_and(|paragraph| at < paragraph.range.end).then_some(index)
}

/// The byte at which the words of a paragraph begin, behind its label.
fn first_word(text: &str, draft: &Draft, index: usize) -> Option<usize> {
    let end = draft.paragraphs.get(index)?.label.as_ref()?.range.end;
    let rest = text.get(end..)?;
    Some(end + rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\t', '\u{3000}']).len())
}

/// Whether the labels around a paragraph are in order, from the innermost list to the operative paragraphs.
fn is_in_order(resolver: &ReferenceResolver<'_>, draft: &Draft, index: usize) -> bool {
    let mut around = Some(index);
    while let Some(here) = around {
        let above = resolver.lists().parent(here);
        let numbered = draft.paragraphs.get(here).and_then(|paragraph| paragraph.label.as_ref());
        let numbered = numbered.is_some_and(|label| matches!(label.value, LabelValue::Number { .. }));
        if !resolver.is_named(here) || (above.is_none() && (!numbered || !resolver.is_in_order(here))) {
            return false;
        }
        around = above;
    }
    true
}

fn stale(
    resolver: &ReferenceResolver<'_>,
    draft: &Draft,
    reference: &Reference,
    paragraph: usize,
) -> Option<StaleReference> {
    let depth = usize::from(reference.paragraph.is_some()) + reference.subparagraphs.len();
    let outwards = std::iter::successors(Some(paragraph), |here| resolver.lists().parent(*here));
    let labels: Option<Vec<&Label>> = outwards.take(depth).map(|at| draft.paragraphs.get(at)?.label.as_ref()).collect();
    let mut labels = labels?;
    labels.reverse();
    let subparagraphs = labels.get(labels.len() - reference.subparagraphs.len().min(labels.len())..)?;
    let bare = |label: &Label| label.text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let same = reference.subparagraphs.iter().map(|label| label.text.clone()).eq(subparagraphs.iter().map(|l| bare(l)));
    let mend = match labels.first().map(|label| label.value) {
        Some(LabelValue::Number { number, insertion: 0 }) if same && reference.insertion == 0 => {
            reference.number.clone().map(|place| (place, number))
        }
        _ => None,
    };
    Some(StaleReference {
        range: reference.range.clone(),
        labels: labels.iter().map(|label| label.range.clone()).collect(),
        mend,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "The General Assembly,\n\nRecalling the Charter of the Lamps,\n\n1. Decides to light them:\n\n\
        (a) At dusk;\n\n(b) In fog;\n\n2. Requests the keepers to watch;\n\n3. Recalls paragraphs 1 (b) and 2 above;\n\n\
        4. Decides to return to paragraph 2 above.\n";

    /// A draft that is edited: words are put in place of others, one after the other.
    fn edited(edits: &[(&str, &str)]) -> (String, ReferenceTracker) {
        let (mut text, mut tracker) = (DRAFT.to_owned(), ReferenceTracker::default());
        tracker.compare(&text, &Draft::read(&text));
        for (from, to) in edits {
            let at = text.find(from).unwrap();
            // Only what differs is replaced, as by a hand that types.
            let head = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
            let tail = from.bytes().rev().zip(to.bytes().rev()).take_while(|(a, b)| a == b).count();
            let tail = tail.min(from.len() - head).min(to.len() - head);
            let range = at + head..at + from.len() - tail;
            text.replace_range(range.clone(), &to[head..to.len() - tail]);
            tracker.follow(&[Replacement { range, length: to.len() - tail - head }]);
        }
        (text, tracker)
    }

    /// What is stale in it: the reference, and the labels of what it meant.
    fn stale_after(edits: &[(&str, &str)]) -> Vec<String> {
        let (text, mut tracker) = edited(edits);
        tracker.compare(&text, &Draft::read(&text));
        let told = |stale: &StaleReference| {
            let labels: Vec<&str> = stale.labels.iter().map(|label| &text[label.clone()]).collect();
            format!("{}: {}", &text[stale.range.clone()], labels.join(" "))
        };
        tracker.stale().iter().map(told).collect()
    }

    const NEW: (&str, &str) = ("1. Decides", "1. Thanks the towns;\n\n1. Decides");

    #[test]
    fn labels_that_were_counted_by_hand() {
        assert_eq!(stale_after(&[]), [""; 0]);
        let counted =
            [NEW, ("4. Dec", "5. Dec"), ("3. Rec", "4. Rec"), ("2. Req", "3. Req"), ("1. Decides", "2. Decides")];
        assert_eq!(stale_after(&counted), ["1 (b): 2. (b)", "2: 3.", "2: 3."]);
        // Whoever is in the middle of it is let be.
        assert_eq!(stale_after(&counted[..4]), [""; 0]);
        assert_eq!(stale_after(&counted[..1]), [""; 0]);
    }

    #[test]
    fn references_that_were_written_along_or_anew() {
        let counted =
            [NEW, ("4. Dec", "5. Dec"), ("3. Rec", "4. Rec"), ("2. Req", "3. Req"), ("1. Decides", "2. Decides")];
        let carried = [("1 (b)", "2 (b)"), ("2 above;", "3 above;"), ("to paragraph 2", "to paragraph 3")];
        assert_eq!(stale_after(&[&counted[..], &carried].concat()), [""; 0]);
        // Written again, it means what it says.
        let anew = [("to paragraph 2", "to paragraph "), ("to paragraph ", "to paragraph 2")];
        assert_eq!(stale_after(&[&counted[..], &carried[..2], &anew].concat()), [""; 0]);
    }

    #[test]
    fn a_paragraph_that_is_gone_is_another_rules_matter() {
        let gone = [("2. Requests the keepers to watch;\n\n", ""), ("3. Rec", "2. Rec"), ("4. Dec", "3. Dec")];
        assert_eq!(stale_after(&gone), [""; 0]);
    }

    #[test]
    fn letters_that_were_counted_by_hand() {
        let counted = [("(a) At", "(a) At noon;\n\n(a) At"), ("(b) In", "(c) In"), ("(a) At dusk", "(b) At dusk")];
        assert_eq!(stale_after(&counted), ["1 (b): 1. (c)"]);
    }

    #[test]
    fn places_are_followed_until_it_is_compared_again() {
        let counted = [("(a) At", "(a) At noon;\n\n(a) At"), ("(b) In", "(c) In"), ("(a) At dusk", "(b) At dusk")];
        let (text, mut tracker) = edited(&counted);
        tracker.compare(&text, &Draft::read(&text));
        let at = tracker.stale()[0].clone();
        tracker.follow(&[Replacement { range: 0..0, length: 5 }]);
        assert_eq!(tracker.stale()[0].range, at.range.start + 5..at.range.end + 5);
        tracker.follow(&[Replacement { range: at.range.start + 5..at.range.end + 5, length: 1 }]);
        assert_eq!(tracker.stale(), []);
    }
}
