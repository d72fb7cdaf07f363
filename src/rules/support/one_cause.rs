//! What has one cause is one finding: at the first of its places, with the others as related ones.

use std::ops::Range;

use crate::rules::{Finding, Related};

crate::messages! {
    "one-cause":
    /// That what a finding says is so in another place, too.
    also_here() = "It is so here, too.";
}

/// Joins those of some findings that say the same. Where each has a mend, the mend is that of all.
pub fn join_same(findings: Vec<Finding>) -> Vec<Finding> {
    let mut joined: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        match joined.iter_mut().find(|first| first.message == finding.message) {
            Some(first) => join(first, finding),
            None => joined.push(finding),
        }
    }
    joined
}

fn join(first: &mut Finding, other: Finding) {
    first.related.push(Related { range: other.range, message: also_here() });
    first.fix = first.fix.take().zip(other.fix).map(|(mut fix, other)| {
        fix.certain &= other.certain;
        fix.edits.extend(other.edits);
        fix.edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        fix.edits.dedup();
        fix
    });
}

/// Where numbers that should go up from 1 are all there and only their order is another: the stretches, as short as can be, in
/// which they must be put in order. `None` where one is missing or stands twice.
pub fn out_of_order(numbers: &[u32]) -> Option<Vec<Range<usize>>> {
    let first = numbers.iter().min().filter(|first| **first == 1)?;
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    if !sorted.iter().zip(*first..).all(|(number, place)| *number == place) {
        return None;
    }
    let (mut stretches, mut start, mut highest) = (Vec::new(), 0, 0);
    for (at, number) in numbers.iter().enumerate() {
        highest = highest.max(number - first);
        if usize::try_from(highest) == Ok(at) {
            if start < at {
                stretches.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    Some(stretches)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_as_short_as_can_be() {
        assert_eq!(out_of_order(&[1, 2, 3]), Some(vec![]));
        assert_eq!(out_of_order(&[1, 3, 2, 4, 6, 5]), Some(vec![1..3, 4..6]));
        assert_eq!(out_of_order(&[1, 4, 5, 2, 3, 6]), Some(std::iter::once(1..5).collect()));
        assert_eq!(out_of_order(&[1, 2, 2]), None);
        assert_eq!(out_of_order(&[1, 2, 4]), None);
        assert_eq!(out_of_order(&[3, 2]), None);
        assert_eq!(out_of_order(&[]), None);
    }
}
