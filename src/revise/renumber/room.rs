//! A paragraph was begun just now between others, and those behind it make room for it.
//!
//! It has the number that comes next, which is that of the paragraph behind it. Nothing refers to it yet: who refers to
//! that number means the other one, and the reference follows it.

use super::Renumbered;
use super::carry_references::ReferenceCarrier;
use super::counting::{NewLabels, NumberedRuns};
use super::{Insertions, UnchangedReason};
use crate::draft::{Draft, LabelValue, ReferenceResolver};

/// How those behind the paragraph `new`, by its index, make room for it, and what refers to them follows. They are those
/// that go on from its number without a gap, and none if one of them cannot be written so.
pub fn make_room(text: &str, draft: &Draft, new: usize) -> Renumbered {
    let resolver = ReferenceResolver::ignoring(draft, new);
    let Some(labels) = pushed_on(text, draft, &resolver, new) else { return Renumbered::default() };
    let mut carrier = ReferenceCarrier::new(text, draft);
    carrier.labels(&labels);
    carrier.references(&resolver, &labels);
    let done = carrier.done();
    if done.left.iter().any(|left| left.why == UnchangedReason::Unwritable) { Renumbered::default() } else { done }
}

/// The labels with room for a new one.
fn pushed_on(text: &str, draft: &Draft, resolver: &ReferenceResolver<'_>, new: usize) -> Option<NewLabels> {
    let mut labels = NewLabels::unchanged(draft);
    let value = |index: usize| Some(draft.paragraphs.get(index)?.label.as_ref()?.value);
    let behind: Vec<usize> = match value(new)? {
        LabelValue::Number { .. } => {
            // Those whose number is another one with it than without: its run, and runs that go on counting from there.
            let (mut with, mut without) = (NewLabels::unchanged(draft), NewLabels::unchanged(draft));
            let runs = NumberedRuns::of(text, draft);
            with.count_runs(draft, &runs.clone().with_new(new), Insertions::Kept);
            without.count_runs(draft, &runs.without(new), Insertions::Kept);
            let moves = |index: &usize| with.of(*index) != without.of(*index);
            (new + 1..draft.paragraphs.len()).filter(moves).collect()
        }
        LabelValue::Letter(_) | LabelValue::Roman(_) => {
            let list = resolver.lists().all().iter().find(|list| list.items.contains(&new))?;
            list.items.iter().copied().filter(|index| *index > new).collect()
        }
    };
    let mut taken = count(value(new)?);
    let mut begun = false;
    for index in behind {
        let Some(label) = draft.paragraphs.get(index).and_then(|paragraph| paragraph.label.as_ref()) else { continue };
        let number = count(label.value);
        // `3 bis` and an alternative go with the paragraph before them.
        let beside = label.uncounted || matches!(label.value, LabelValue::Number { insertion: 1.., .. });
        if number != taken && !(number + 1 == taken && (begun || beside)) {
            break;
        }
        begun = true;
        taken = number + 1;
        labels.set(index, counting(label.value, taken));
    }
    Some(labels)
}

fn count(value: LabelValue) -> u32 {
    match value {
        LabelValue::Number { number, .. } | LabelValue::Letter(number) | LabelValue::Roman(number) => number,
    }
}

fn counting(value: LabelValue, to: u32) -> LabelValue {
    match value {
        LabelValue::Number { insertion, .. } => LabelValue::Number { number: to, insertion },
        LabelValue::Letter(_) => LabelValue::Letter(to),
        LabelValue::Roman(_) => LabelValue::Roman(to),
    }
}
