//! The library as text: all of it as JSON lines, which can be imported again without a loss, or its best knowledge as
//! a table for a spreadsheet.

use super::import::{faults, syntax};
use crate::draft::Date;
use crate::messages::Message;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::rows::language_code;
use super::{Store, StoreProblem};
use crate::language;
use crate::library::record::{
    Ballot, RecordedTitle, RelationKind, SourcedValue, Statement, StoredRecord, TableFormat, TitleKind, Vote,
};
use crate::symbol::Symbol;

/// The key by which a line is known to be ours; its value is the version of the format.
pub(super) const MARK: &str = "rapporteur_library";

/// Why nothing was exported.
#[derive(Debug)]
pub enum ExportFailure {
    /// The library can't be read.
    Problem(StoreProblem),
    /// What was to be written to can't be.
    Output(io::Error),
}

impl From<StoreProblem> for ExportFailure {
    fn from(problem: StoreProblem) -> ExportFailure {
        ExportFailure::Problem(problem)
    }
}

impl From<io::Error> for ExportFailure {
    fn from(error: io::Error) -> ExportFailure {
        ExportFailure::Output(error)
    }
}

/// An instrument in a line of JSON.
#[derive(Serialize, Deserialize)]
struct ExportLine {
    #[serde(rename = "rapporteur_library")]
    version: u32,
    symbol: String,
    said: Vec<SaidBy>,
}

/// What one source says.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct SaidBy {
    format: String,
    file: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    record: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    titles: BTreeMap<String, TitleText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adopted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<VoteCounts>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    ballots: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agenda_item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agenda_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    committee: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    related: BTreeMap<String, Vec<String>>,
}

#[derive(Serialize, Deserialize)]
struct TitleText {
    text: String,
    kind: String,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum VoteCounts {
    Recorded {
        yes: u16,
        no: u16,
        abstaining: u16,
        #[serde(skip_serializing_if = "Option::is_none")]
        not_voting: Option<u16>,
    },
    WithoutVote {
        without_vote: bool,
    },
}

/// What a line said, read again.
pub(super) struct ReadLine {
    pub symbol: Symbol,
    pub said: Vec<ReadSaid>,
}

/// What one source said.
pub(super) struct ReadSaid {
    pub format: TableFormat,
    pub name: String,
    pub record: String,
    pub statement: Statement,
}

/// Writes all of the library as JSON lines.
///
/// # Errors
///
/// When the library can't be read, or the output not be written.
pub fn json_lines(store: &Store, out: &mut impl Write) -> Result<(), ExportFailure> {
    for symbol in store.symbols()? {
        let said = store.said(&symbol)?.into_iter().map(|stored| SaidBy {
            format: stored.source.format.code().to_owned(),
            file: stored.source.name.clone(),
            record: stored.record,
            ..written(stored.statement)
        });
        let line = ExportLine { version: 1, symbol: symbol.to_string(), said: said.collect() };
        serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes what the library holds for best of each instrument as a table with named columns (CSV, UTF-8).
///
/// # Errors
///
/// When the library can't be read, or the output not be written.
pub fn table(store: &Store, out: &mut impl Write) -> Result<(), ExportFailure> {
    let titles = language::ALL.map(|language| format!("title_{}", language.code));
    let mut header: Vec<&str> =
        vec!["symbol", "adopted", "vote", "yes", "no", "abstaining", "meeting", "draft", "report"];
    header.extend(["agenda_item", "agenda_title", "committee", "cites"]);
    header.extend(titles.iter().map(String::as_str));
    let mut out = csv::Writer::from_writer(out);
    let failed = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => ExportFailure::Output(error),
        _ => ExportFailure::Output(io::ErrorKind::InvalidData.into()),
    };
    out.write_record(&header).map_err(failed)?;
    store.each(|record| out.write_record(fields(&record)).map_err(failed))?;
    out.flush()?;
    Ok(())
}

fn fields(record: &StoredRecord) -> Vec<String> {
    fn list(symbols: &[SourcedValue<Symbol>]) -> String {
        symbols.iter().map(|said| said.value.to_string()).collect::<Vec<_>>().join("; ")
    }
    let first = |said: &[SourcedValue<String>]| said.first().map(|said| said.value.clone()).unwrap_or_default();
    let (vote, yes, no, abstaining) = match record.votes.first().map(|said| said.value) {
        Some(Vote::WithoutVote) => ("without a vote", None, None, None),
        Some(Vote::Recorded { yes, no, abstaining, .. }) => ("recorded", Some(yes), Some(no), Some(abstaining)),
        None => ("", None, None, None),
    };
    let number = |count: Option<u16>| count.map(|count| count.to_string()).unwrap_or_default();
    let mut fields = vec![
        record.symbol.to_string(),
        record.adoption_date().map(Date::iso).unwrap_or_default(),
        vote.to_owned(),
        number(yes),
        number(no),
        number(abstaining),
        list(&record.meetings),
        list(&record.drafts),
        list(&record.reports),
        first(&record.agenda_items),
        first(&record.agenda_titles),
        first(&record.committees),
        list(&record.cites),
    ];
    // A description would be taken for a title.
    let title = |code: &str| {
        let said = record.titles.get(code).and_then(|said| said.first());
        said.filter(|said| said.value.kind != TitleKind::Described).map(|said| match said.value.kind {
            TitleKind::Shortened => format!("{}[...]", said.value.text),
            _ => said.value.text.clone(),
        })
    };
    fields.extend(language::ALL.iter().map(|language| title(language.code).unwrap_or_default()));
    fields
}

fn written(statement: Statement) -> SaidBy {
    let mut related: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (role, symbol) in &statement.related {
        related.entry(role.code().to_owned()).or_default().push(symbol.to_string());
    }
    let title = |title: RecordedTitle| TitleText { text: title.text, kind: title.kind.code().to_owned() };
    SaidBy {
        titles: statement.titles.into_iter().map(|(code, text)| (code.to_owned(), title(text))).collect(),
        adopted: statement.adopted.map(Date::iso),
        issued: statement.issued.map(Date::iso),
        vote: statement.vote.map(|vote| match vote {
            Vote::WithoutVote => VoteCounts::WithoutVote { without_vote: true },
            Vote::Recorded { yes, no, abstaining, not_voting } => {
                VoteCounts::Recorded { yes, no, abstaining, not_voting }
            }
        }),
        ballots: statement.ballots.into_iter().map(|(state, ballot)| (state, ballot.letter().to_string())).collect(),
        agenda_item: statement.agenda_item,
        agenda_title: statement.agenda_title,
        committee: statement.committee,
        related,
        ..SaidBy::default()
    }
}

/// Reads a line that [`json_lines`] wrote.
///
/// # Errors
///
/// A sentence that says what is wrong with it.
pub(super) fn read(object: Map<String, Value>) -> Result<ReadLine, Message> {
    let line: ExportLine = serde_json::from_value(Value::Object(object))
        .map_err(|error| faults::exported_line(syntax::of_json(&error)))?;
    if line.version > 1 {
        return Err(faults::later_version());
    }
    let symbol = Symbol::parse(&line.symbol).map_err(|_| faults::no_symbol(&line.symbol))?;
    let said = line.said.into_iter().map(read_said).collect::<Result<_, _>>()?;
    Ok(ReadLine { symbol, said })
}

fn read_said(said: SaidBy) -> Result<ReadSaid, Message> {
    let format = TableFormat::coded(&said.format).ok_or_else(|| faults::no_format(&said.format))?;
    let date = |text: Option<String>| match text {
        Some(text) => Date::from_iso(&text).map(Some).ok_or_else(|| faults::no_date(&text)),
        None => Ok(None),
    };
    let mut titles = BTreeMap::new();
    for (code, title) in said.titles {
        let code = language_code(&code).ok_or_else(|| faults::no_language(&code))?;
        let kind = TitleKind::coded(&title.kind).ok_or_else(|| faults::no_kind_of_title(&title.kind))?;
        titles.insert(code, RecordedTitle { text: title.text, kind });
    }
    let mut related = BTreeSet::new();
    for (role, symbols) in said.related {
        let role = RelationKind::coded(&role).ok_or_else(|| faults::no_relation(&role))?;
        for text in symbols {
            let symbol = Symbol::parse(&text).map_err(|_| faults::no_symbol(&text))?;
            related.insert((role, symbol));
        }
    }
    let mut ballots = BTreeMap::new();
    for (state, letter) in said.ballots {
        let ballot = Ballot::lettered(&letter).ok_or_else(|| faults::no_ballot(letter))?;
        ballots.insert(state, ballot);
    }
    let statement = Statement {
        titles,
        adopted: date(said.adopted)?,
        issued: date(said.issued)?,
        vote: said.vote.map(|vote| match vote {
            VoteCounts::WithoutVote { .. } => Vote::WithoutVote,
            VoteCounts::Recorded { yes, no, abstaining, not_voting } => {
                Vote::Recorded { yes, no, abstaining, not_voting }
            }
        }),
        ballots,
        agenda_item: said.agenda_item,
        agenda_title: said.agenda_title,
        committee: said.committee,
        related,
    };
    Ok(ReadSaid { format, name: said.file, record: said.record, statement })
}
