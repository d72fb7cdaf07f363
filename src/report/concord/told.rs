//! What is said of versions and of what differs in them, on a page and at a terminal.

use super::ConcordTally;
use super::view::VersionColumn;
use crate::messages::Message;

crate::messages! {
    "report.concord-text":
    differences(count: number) =
        "{count, plural, one {{count} difference} other {{count} differences}}";
    none() = "no differences";
    to_come(count: number) =
        "{count, plural, one {{count} paragraph is still to come} other {{count} paragraphs are still to come}}";
    damaged() = "something was lost on its way here, as `rapporteur check` tells, and it is not compared";
    all_agree(sets: number) =
        "No differences in {sets, plural, one {{sets} set of versions} other {{sets} sets of versions}}.";
    in_sets(count: number, differing: number, sets: number) =
        "{count, plural, one {{count} difference} other {{count} differences}} in {differing} of {sets, plural, one \
         {{sets} set of versions} other {{sets} sets of versions}}.";
}

/// What is said of a version beside its name: that it isn't compared, or isn't whole yet.
pub fn aside(column: &VersionColumn<'_>) -> Option<Message> {
    match column.to_come {
        _ if column.is_damaged => Some(damaged()),
        0 => None,
        count => Some(to_come(count)),
    }
}

/// How much differs in a set.
pub fn differences_told(count: usize) -> Message {
    if count == 0 { none() } else { differences(count) }
}

/// What differs in all; `None` where there is no set.
pub fn total(tally: &ConcordTally) -> Option<Message> {
    match tally {
        ConcordTally { sets: 0, .. } => None,
        ConcordTally { differences: 0, .. } => Some(all_agree(tally.sets)),
        _ => Some(in_sets(tally.differences, tally.differing, tally.sets)),
    }
}
