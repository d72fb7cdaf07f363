//! The UN Digital Library's voting records as a table.
//!
//! There are two layouts: a State a row, as the library itself publishes them, in which a resolution has as many rows
//! as there are States; and a State a column, a row a resolution, as others have made of them.

use super::faults;
use std::collections::BTreeMap;
use std::io::Read;

use super::sink::{Sink, Stop};
use super::table::next;
use super::{facts, titles};
use crate::language::ENGLISH;
use crate::library::record::{Ballot, RelationKind, Statement, TableFormat, Vote};
use crate::symbol::{Organ, Symbol};

/// Where what stands.
#[derive(Debug)]
pub(super) struct VotingColumns {
    names: BTreeMap<String, usize>,
    layout: VotingLayout,
}

#[derive(Debug)]
enum VotingLayout {
    /// A State a row: where its name and its vote are.
    Rows { state: usize, vote: usize },
    /// A State a column: their names and places.
    Columns(Vec<(String, usize)>),
}

/// The columns of a table with a State a column that are none, in small letters.
const NO_STATES: [&str; 11] = [
    "council",
    "date",
    "title",
    "resolution",
    "total votes",
    "no-vote count",
    "absent count",
    "no count",
    "yes count",
    "link",
    "token",
];

impl VotingColumns {
    /// `None` for a table that has no votes of States.
    pub fn of(header: &[String]) -> Option<VotingColumns> {
        let names: BTreeMap<String, usize> =
            header.iter().enumerate().rev().map(|(place, name)| (name.to_lowercase(), place)).collect();
        let at = |all: &[&str]| all.iter().find_map(|name| names.get(*name).copied());
        // The first edition had the plural.
        at(&["resolution", "resolutions"])?;
        let layout = match at(&["ms_name", "ms_names"]).zip(at(&["ms_vote", "ms_votes"])) {
            Some((state, vote)) => VotingLayout::Rows { state, vote },
            None => {
                at(&["yes count"])?;
                let states = header.iter().enumerate().filter(|(_, name)| !name.is_empty());
                let states = states.filter(|(_, name)| !NO_STATES.contains(&name.to_lowercase().as_str()));
                VotingLayout::Columns(states.map(|(place, name)| (name.clone(), place)).collect())
            }
        };
        Some(VotingColumns { names, layout })
    }

    /// The first of these columns that the table has, in this record.
    fn field<'r>(&self, record: &'r csv::ByteRecord, names: &[&str]) -> &'r str {
        let place = names.iter().find_map(|name| self.names.get(*name));
        place.map_or("", |place| text(record, *place))
    }
}

fn text(record: &csv::ByteRecord, place: usize) -> &str {
    record.get(place).and_then(|field| std::str::from_utf8(field).ok()).unwrap_or_default()
}

/// Rows of one resolution, one after the other.
struct ResolutionBallots {
    /// What the rows have in common.
    resolution: Vec<u8>,
    id: Vec<u8>,
    /// What they say of what; nothing where the symbol is none.
    said: Option<(Symbol, Statement)>,
}

/// Reads all records.
pub(super) fn read(
    mut reader: csv::Reader<impl Read>,
    columns: VotingColumns,
    sink: &mut Sink<'_>,
) -> Result<(), Stop> {
    let mut record = csv::ByteRecord::new();
    let mut header = true;
    let mut group: Option<ResolutionBallots> = None;
    while next(&mut reader, &mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        if std::mem::take(&mut header) || record.iter().all(|field| field.trim_ascii().is_empty()) {
            continue;
        }
        if std::str::from_utf8(record.as_slice()).is_err() {
            sink.skip(line, None, faults::table_not_utf8());
            continue;
        }
        let resolution = columns.field(&record, &["resolution", "resolutions"]);
        let id = columns.field(&record, &["undl_id", "token"]);
        if let (Some(group), VotingLayout::Rows { state, vote }) = (&mut group, &columns.layout)
            && group.resolution == resolution.as_bytes()
            && group.id == id.as_bytes()
        {
            if let Some((_, statement)) = &mut group.said {
                ballot(text(&record, *state), text(&record, *vote), line, statement, sink);
            }
            continue;
        }
        let said = match facts::symbol(resolution) {
            Ok(symbol) => {
                let statement = statement(&record, &columns, &symbol, line, sink);
                Some((symbol, statement))
            }
            Err(why) => {
                sink.skip(line, None, why);
                None
            }
        };
        let next = ResolutionBallots { resolution: resolution.into(), id: id.into(), said };
        if let Some(done) = group.replace(next) {
            put(done, sink)?;
        }
    }
    group.map_or(Ok(()), |done| put(done, sink))
}

fn put(group: ResolutionBallots, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let Some((symbol, mut statement)) = group.said else { return Ok(()) };
    if statement.vote.is_none() {
        statement.vote = counted(&statement.ballots);
    }
    let id = String::from_utf8_lossy(&group.id);
    let news = sink.add(TableFormat::Voting, &symbol, id.trim(), statement)?;
    sink.taken(news);
    Ok(())
}

/// What a record says but for the votes of the rows that follow it.
fn statement(
    record: &csv::ByteRecord,
    columns: &VotingColumns,
    symbol: &Symbol,
    line: u64,
    sink: &mut Sink<'_>,
) -> Statement {
    let field = |names: &[&str]| columns.field(record, names);
    let mut statement = Statement::default();
    match facts::date(field(&["date"])) {
        Ok(date) => statement.adopted = date,
        Err(why) => sink.leave_out(line, None, vec![why]),
    }
    let title = titles::catalogued(field(&["title", "description"]), symbol);
    statement.titles.extend(title.map(|title| (ENGLISH.code, title)));
    statement.related = facts::related(field(&["draft"]), RelationKind::Draft);
    statement.related.extend(facts::related(field(&["committee_report"]), RelationKind::Report));
    statement.related.extend(facts::related(field(&["meeting"]), RelationKind::Meeting));
    statement.agenda_title = facts::said(field(&["agenda_title", "agenda_titles", "agenda"]));
    match &columns.layout {
        VotingLayout::Rows { state, vote } => {
            ballot(text(record, *state), text(record, *vote), line, &mut statement, sink);
        }
        VotingLayout::Columns(states) => {
            for (state, place) in states.iter().filter(|(_, place)| !text(record, *place).is_empty()) {
                ballot(state, text(record, *place), line, &mut statement, sink);
            }
        }
    }
    let count = |names: &[&str]| facts::count(field(names));
    // “Absent” is what such tables call abstaining; their letters say so.
    let (yes, no) = (count(&["total_yes", "yes", "yes count"]), count(&["total_no", "no", "no count"]));
    let abstaining = count(&["total_abstentions", "abstentions", "absent count"]);
    let not_voting = count(&["total_non_voting", "non_voting", "no-vote count"]);
    statement.vote = match facts::vote(field(&["modality"]), yes, no, abstaining, not_voting) {
        // Where no member of the Security Council voted, it decided without a vote.
        None if not_voting > Some(0) && symbol.organ() == Some(Organ::SecurityCouncil) => Some(Vote::WithoutVote),
        vote => vote,
    };
    statement
}

/// Takes how a State voted.
fn ballot(state: &str, vote: &str, line: u64, statement: &mut Statement, sink: &mut Sink<'_>) {
    let (Some(state), vote) = (facts::said(state), vote.trim()) else { return };
    match Ballot::lettered(vote) {
        Some(ballot) => {
            statement.ballots.insert(state, ballot);
        }
        None if vote.is_empty() => {}
        None => sink.leave_out(line, None, vec![faults::no_vote(vote, state)]),
    }
}

/// The votes, counted.
fn counted(ballots: &BTreeMap<String, Ballot>) -> Option<Vote> {
    let count =
        |of: Ballot| u16::try_from(ballots.values().filter(|ballot| **ballot == of).count()).unwrap_or(u16::MAX);
    let [yes, no, abstaining, not_voting] = Ballot::ALL.map(count);
    (yes + no + abstaining > 0).then_some(Vote::Recorded { yes, no, abstaining, not_voting: Some(not_voting) })
}
