//! One record of what several sources say.

use std::cmp::Reverse;
use std::sync::Arc;

use super::rows::StoredStatement;
use crate::library::record::{ImportedTable, RelationKind, SourcedValue, StoredRecord, Vote};
use crate::symbol::Symbol;

/// Merges what is said of an instrument. The value of the most trusted source comes first, of sources of one kind
/// that of the later import.
pub(super) fn merge(
    symbol: Symbol,
    mut said: Vec<StoredStatement>,
    adopted_as: Vec<(Arc<ImportedTable>, Symbol)>,
) -> StoredRecord {
    trusted_first(&mut said);
    let mut record = StoredRecord {
        symbol,
        titles: Default::default(),
        adopted: Vec::new(),
        issued: Vec::new(),
        votes: Vec::new(),
        agenda_items: Vec::new(),
        agenda_titles: Vec::new(),
        committees: Vec::new(),
        drafts: Vec::new(),
        reports: Vec::new(),
        meetings: Vec::new(),
        cites: Vec::new(),
        adopted_as: Vec::new(),
    };
    for StoredStatement { source, statement, .. } in said {
        for (code, title) in statement.titles {
            add(record.titles.entry(code).or_default(), Some(title), &source);
        }
        add(&mut record.adopted, statement.adopted, &source);
        add(&mut record.issued, statement.issued, &source);
        let vote = statement.vote.map(|vote| fuller(vote, &record.votes));
        add(&mut record.votes, vote, &source);
        add(&mut record.agenda_items, statement.agenda_item, &source);
        add(&mut record.agenda_titles, statement.agenda_title, &source);
        add(&mut record.committees, statement.committee, &source);
        for (role, symbol) in statement.related {
            let facts = match role {
                RelationKind::Draft => &mut record.drafts,
                RelationKind::Report => &mut record.reports,
                RelationKind::Meeting => &mut record.meetings,
                RelationKind::Cites => &mut record.cites,
            };
            add(facts, Some(symbol), &source);
        }
    }
    for (source, symbol) in adopted_as {
        add(&mut record.adopted_as, Some(symbol), &source);
    }
    for titles in record.titles.values_mut() {
        // A title as it reads is better than a shortened one of a better source.
        titles.sort_by_key(|title| title.value.kind);
    }
    record
}

/// Puts what is said in the order of trust.
pub(super) fn trusted_first(said: &mut [StoredStatement]) {
    said.sort_by_key(|stored| (stored.source.format, Reverse(stored.import), stored.id));
}

/// The vote as a better source has it, where this one only leaves out how many didn't vote. A better source that
/// leaves it out keeps its word.
fn fuller(vote: Vote, known: &[SourcedValue<Vote>]) -> Vote {
    let counts = |vote: Vote| match vote {
        Vote::Recorded { yes, no, abstaining, .. } => Some((yes, no, abstaining)),
        Vote::WithoutVote => None,
    };
    let left_out = |vote: Vote| matches!(vote, Vote::Recorded { not_voting: None, .. });
    let same = known.iter().map(|said| said.value).find(|other| {
        counts(*other).is_some() && counts(*other) == counts(vote) && (left_out(vote) || left_out(*other))
    });
    same.unwrap_or(vote)
}

fn add<T: PartialEq>(facts: &mut Vec<SourcedValue<T>>, value: Option<T>, source: &Arc<ImportedTable>) {
    let Some(value) = value else { return };
    match facts.iter_mut().find(|said| said.value == value) {
        Some(said) if said.sources.contains(source) => {}
        Some(said) => said.sources.push(source.clone()),
        None => facts.push(SourcedValue { value, sources: vec![source.clone()] }),
    }
}
