//! When a draft can have been adopted, by what it says of itself.

use crate::draft::citation::sitting;
use crate::draft::{Date, Draft};

/// The last day on which it can have been adopted: its own date, else the last day of the session or year in its
/// symbol; that, too, where the two contradict each other. `None` where it says nothing of the kind.
pub fn latest(draft: &Draft) -> Option<Date> {
    let days = draft.symbol.as_ref().and_then(sitting);
    match (draft.adopted, days) {
        (Some(adopted), Some(days)) if !days.contains(&adopted) => Some(*days.end().max(&adopted)),
        (Some(adopted), _) => Some(adopted),
        (None, days) => days.map(|days| *days.end()),
    }
}
