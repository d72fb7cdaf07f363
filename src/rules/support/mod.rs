//! What several rules share, and what makes, prints and tests their findings: no rule.

pub(super) mod adoption_date;
pub(super) mod citation_dates;
pub(super) mod closing_marks;
pub(super) mod date_fix;
#[macro_use]
pub mod documentation;
pub(super) mod edit_distance;
pub(super) mod fix;
pub(super) mod incremental;
pub(super) mod last_year;
pub(super) mod official_names;
pub(super) mod one_cause;
pub(super) mod openings;
pub(super) mod prefilter;
pub(super) mod running_text;
pub(super) mod section_context;
#[cfg(test)]
pub(crate) mod testing;
pub(super) mod versions;
