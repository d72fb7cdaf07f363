//! A table with named columns.

use super::faults;
use crate::messages::Message;
use std::collections::BTreeMap;
use std::io::Read;

use super::kind::Unrecognised;
use super::sink::{Sink, Stop};
use super::{Refused, facts, titles};
use crate::language;
use crate::library::record::{Ballot, RelationKind, Statement, TableFormat};
use crate::symbol::Symbol;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    Symbol,
    /// In the language of this code, or in the one that it is in.
    Title(Option<&'static str>),
    Adopted,
    Issued,
    Vote,
    Count(Ballot),
    Related(RelationKind),
    AgendaItem,
    AgendaTitle,
    Committee,
}

/// The names by which columns are known, in small letters and with `_` for spaces.
const NAMES: [(&[&str], Holds); 17] = [
    (&["symbol", "symbol_en", "document_symbol", "resolution", "number"], Holds::Symbol),
    (&["title"], Holds::Title(None)),
    (&["adopted", "adoption_date", "date_adopted", "date"], Holds::Adopted),
    (&["issued", "publication_date"], Holds::Issued),
    (&["vote", "voting", "adoption_type"], Holds::Vote),
    (&["yes", "votes_yes", "in_favour", "total_yes"], Holds::Count(Ballot::Yes)),
    (&["no", "votes_no", "against", "total_no"], Holds::Count(Ballot::No)),
    (&["abstaining", "abstentions", "votes_abst", "total_abstentions"], Holds::Count(Ballot::Abstaining)),
    (&["not_voting", "total_non_voting"], Holds::Count(Ballot::NotVoting)),
    (&["meeting", "pv", "meeting_record"], Holds::Related(RelationKind::Meeting)),
    (&["draft", "drafts", "draft_symbol"], Holds::Related(RelationKind::Draft)),
    (&["report", "reports", "committee_report"], Holds::Related(RelationKind::Report)),
    (&["originating_document"], Holds::Related(RelationKind::Report)),
    (&["cites", "citations"], Holds::Related(RelationKind::Cites)),
    (&["agenda_item"], Holds::AgendaItem),
    (&["agenda_title", "agenda_item_name"], Holds::AgendaTitle),
    (&["committee"], Holds::Committee),
];

/// What the columns of a table hold, by their places.
#[derive(Debug)]
pub(super) struct TableColumns(BTreeMap<usize, Holds>);

impl TableColumns {
    /// # Errors
    ///
    /// When no column has symbols, or none has anything else.
    pub fn of(header: &[String]) -> Result<TableColumns, Unrecognised> {
        let mut columns: BTreeMap<usize, Holds> =
            header.iter().enumerate().filter_map(|(place, name)| Some((place, holds(name)?))).collect();
        // Of several columns with symbols the one that says so most plainly.
        let named = |name: &str| NAMES.iter().flat_map(|(names, _)| *names).position(|known| *known == key(name));
        let symbols = columns.iter().filter(|(_, holds)| **holds == Holds::Symbol).map(|(place, _)| *place);
        let symbol = symbols.min_by_key(|place| header.get(*place).and_then(|name| named(name)));
        let Some(symbol) = symbol else { return Err(Unrecognised::NoSymbols(header.to_vec())) };
        columns.retain(|place, holds| *holds != Holds::Symbol || *place == symbol);
        if columns.len() < 2 {
            return Err(Unrecognised::NothingKnown(header.to_vec()));
        }
        Ok(TableColumns(columns))
    }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

fn holds(name: &str) -> Option<Holds> {
    let key = key(name);
    if let Some(code) = key.strip_prefix("title_") {
        return language::of_code(code).map(|language| Holds::Title(Some(language.code)));
    }
    NAMES.iter().find(|(names, _)| names.contains(&key.as_str())).map(|(_, holds)| *holds)
}

/// Reads all records.
pub(super) fn read(mut reader: csv::Reader<impl Read>, columns: TableColumns, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let mut record = csv::ByteRecord::new();
    let mut header = true;
    while next(&mut reader, &mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        if std::mem::take(&mut header) || record.iter().all(|field| field.trim_ascii().is_empty()) {
            continue;
        }
        match std::str::from_utf8(record.as_slice()) {
            Ok(_) => one(&record, &columns, line, sink)?,
            Err(_) => sink.skip(line, None, faults::table_not_utf8()),
        }
    }
    Ok(())
}

/// The next record, however many fields it has.
pub(super) fn next(reader: &mut csv::Reader<impl Read>, record: &mut csv::ByteRecord) -> Result<bool, Stop> {
    reader.read_byte_record(record).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Stop::Refused(Refused::Unreadable(error)),
        _ => Stop::Refused(Refused::Unreadable(std::io::ErrorKind::InvalidData.into())),
    })
}

fn one(record: &csv::ByteRecord, columns: &TableColumns, line: u64, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let fields = columns.0.iter().map(|(place, holds)| (*holds, field(record, *place)));
    let text = fields.clone().find(|(holds, _)| *holds == Holds::Symbol).map(|(_, text)| text).unwrap_or_default();
    let symbol = match whole_symbol(text) {
        Ok(symbol) => symbol,
        Err(why) => {
            sink.skip(line, None, why);
            return Ok(());
        }
    };
    let (mut whys, mut words, mut counts) = (Vec::new(), "", BTreeMap::new());
    let mut statement = Statement::default();
    for (holds, text) in fields {
        let mut date = |text| {
            facts::date(text).unwrap_or_else(|why| {
                whys.push(why);
                None
            })
        };
        match holds {
            Holds::Symbol => {}
            Holds::Title(code) => {
                let code = code.unwrap_or_else(|| language::detect(text).code);
                statement.titles.extend(titles::title(text, &symbol).map(|title| (code, title)));
            }
            Holds::Adopted => statement.adopted = statement.adopted.or(date(text)),
            Holds::Issued => statement.issued = date(text),
            Holds::Vote => words = text,
            Holds::Count(ballot) => {
                counts.extend(facts::count(text).map(|count| (ballot, count)));
            }
            Holds::Related(RelationKind::Cites) => {
                statement.related.extend(facts::cited(text).into_iter().map(|symbol| (RelationKind::Cites, symbol)));
            }
            Holds::Related(role) => statement.related.extend(facts::related(text, role)),
            Holds::AgendaItem => statement.agenda_item = facts::agenda_item(text),
            Holds::AgendaTitle => statement.agenda_title = facts::said(text),
            Holds::Committee => statement.committee = facts::committee(text),
        }
    }
    let count = |ballot: Ballot| counts.get(&ballot).copied();
    statement.vote =
        facts::vote(words, count(Ballot::Yes), count(Ballot::No), count(Ballot::Abstaining), count(Ballot::NotVoting));
    let news = sink.add(TableFormat::Table, &symbol, "", statement)?;
    sink.taken(news);
    sink.leave_out(line, None, whys);
    Ok(())
}

/// A symbol, or the number of a resolution of the General Assembly: `62/175`.
fn whole_symbol(text: &str) -> Result<Symbol, Message> {
    facts::symbol(text).or_else(|why| {
        let text = text.trim();
        match text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('/') {
            true => facts::symbol(&format!("A/RES/{text}")),
            false => Err(why),
        }
    })
}

/// A field as text, without the quotation marks around it that a table without quoting leaves.
fn field(record: &csv::ByteRecord, place: usize) -> &str {
    let text = record.get(place).and_then(|field| std::str::from_utf8(field).ok()).unwrap_or_default();
    let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inside.filter(|inside| !inside.contains('"')).unwrap_or(text)
}
