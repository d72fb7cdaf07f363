//! What is said of something that differs: what the rules of the group `versions` tell of it.

use std::ops::Range;
use std::sync::Arc;

use super::view::VersionColumn;
use crate::compare::{Divergence, DivergenceKind, OtherPlace};
use crate::draft::NormalizedText;
use crate::library::AuthorityCache;
use crate::rules::{self, Counterpart, Finding, RuleGroup, VersionDifference};

/// The finding of something that differs. `None` where the rules don't tell of it, or where the user has settled that it is
/// right as it is.
pub fn told(columns: &[VersionColumn<'_>], divergence: &Divergence) -> Option<Finding> {
    let column = columns.get(divergence.version)?;
    let (words, text) = (&column.text.source.text, column.text);
    let counterparts = divergence.others.iter().filter_map(|other| counterpart(columns, other)).collect();
    let difference = VersionDifference { range: divergence.range.clone(), kind: divergence.kind.clone(), counterparts };
    let found = rules::check_among(AuthorityCache::built_in(), &[difference], words, &text.draft, &|rule| {
        rule.group == RuleGroup::Versions && text.applied.wants(rule)
    });
    let shown = text.applied.filter_findings(&found, text.source.map.written(words));
    shown.into_iter().next()
}

/// A place in another version, as rules tell of it. In which line it stands is told elsewhere.
fn counterpart(columns: &[VersionColumn<'_>], other: &OtherPlace) -> Option<Counterpart> {
    let column = columns.get(other.version)?;
    let exact = words_at(column, &other.range);
    Some(Counterpart {
        language: column.version.language,
        file: Some(Arc::from(column.text.path.as_path())),
        range: other.range.clone(),
        start: (0, 0),
        end: (0, 0),
        words: exact.clone(),
        exact,
    })
}

/// What a version says at a place, in one line.
pub fn words_at(column: &VersionColumn<'_>, range: &Range<usize>) -> String {
    NormalizedText::of(column.text.source.text.get(range.clone()).unwrap_or_default(), 0).text
}

/// What differs, in a word that is the same in every language.
pub fn kind(kind: &DivergenceKind) -> &'static str {
    match kind {
        DivergenceKind::OtherText { .. } => "other-text",
        DivergenceKind::Lacking { .. } | DivergenceKind::LackingNote { .. } => "lacking",
        DivergenceKind::Surplus { .. } | DivergenceKind::SurplusNote { .. } => "surplus",
        DivergenceKind::Merged { .. } => "merged",
        DivergenceKind::Split => "split",
        DivergenceKind::Moved { .. } => "moved",
        DivergenceKind::Label { .. } => "label",
        DivergenceKind::Marker { .. } => "marker",
        DivergenceKind::Citation { .. } => "citation",
        DivergenceKind::Reference { .. } => "reference",
        DivergenceKind::Date { .. } => "date",
        DivergenceKind::Figure { .. } => "figure",
        DivergenceKind::OwnSymbol { .. } => "own-symbol",
        DivergenceKind::OwnNumber { .. } => "own-number",
        DivergenceKind::OwnDate { .. } => "own-date",
        DivergenceKind::Body => "body",
        DivergenceKind::Brackets { .. } => "brackets",
    }
}
