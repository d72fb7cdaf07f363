//! Rows of the database made statements, and statements made rows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::draft::Date;
use crate::language;
use crate::library::record::{
    Ballot, ImportedTable, RecordedTitle, RelationKind, Statement, TableFormat, TitleKind, Vote,
};
use crate::library::words;
use crate::symbol::Symbol;

/// What one source says of an instrument, and where it stands.
#[derive(Debug)]
pub(super) struct StoredStatement {
    pub id: i64,
    pub record: String,
    /// The import that brought it.
    pub import: i64,
    pub source_id: i64,
    pub source: Arc<ImportedTable>,
    pub statement: Statement,
}

const STATEMENTS: &str = "
SELECT s.id, s.record, s.import, s.adopted, s.issued, s.without_vote, s.yes, s.no, s.abstaining, s.not_voting,
       s.ballots, s.agenda_item, s.agenda_title, s.committee, o.format, o.name, o.import, s.source
FROM statement s JOIN source o ON o.id = s.source WHERE s.instrument = ?";

/// Whether to read how each State voted, which takes longer than all the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ballots {
    Read,
    Left,
}

/// All that is said of an instrument, in no order.
pub(super) fn statements(
    connection: &Connection,
    instrument: i64,
    ballots: Ballots,
) -> rusqlite::Result<Vec<StoredStatement>> {
    let mut sql = connection.prepare_cached(STATEMENTS)?;
    let mut rows = sql.query([instrument])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.extend(stored(connection, row, ballots)?);
    }
    Ok(all)
}

fn stored(connection: &Connection, row: &Row<'_>, wanted: Ballots) -> rusqlite::Result<Option<StoredStatement>> {
    // A format that a later version added is none that this one can rank.
    let Some(format) = TableFormat::coded(&row.get::<_, String>(14)?) else { return Ok(None) };
    let id = row.get(0)?;
    let vote = match (row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?) {
        (true, ..) => Some(Vote::WithoutVote),
        (_, Some(yes), Some(no), Some(abstaining)) => {
            Some(Vote::Recorded { yes, no, abstaining, not_voting: row.get(9)? })
        }
        _ => None,
    };
    let date = |column: usize| {
        Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.and_then(|text| Date::from_iso(&text)))
    };
    let statement = Statement {
        titles: titles(connection, id)?,
        adopted: date(3)?,
        issued: date(4)?,
        vote,
        ballots: match row.get::<_, Option<String>>(10)? {
            Some(text) if wanted == Ballots::Read => ballots(connection, &text)?,
            _ => BTreeMap::new(),
        },
        agenda_item: row.get(11)?,
        agenda_title: row.get(12)?,
        committee: row.get(13)?,
        related: related(connection, id)?,
    };
    let source = Arc::new(ImportedTable { format, name: row.get(15)?, import: row.get(16)? });
    Ok(Some(StoredStatement {
        id,
        record: row.get(1)?,
        import: row.get(2)?,
        source_id: row.get(17)?,
        source,
        statement,
    }))
}

fn titles(connection: &Connection, statement: i64) -> rusqlite::Result<BTreeMap<&'static str, RecordedTitle>> {
    let mut sql = connection.prepare_cached("SELECT language, kind, text FROM title WHERE statement = ?")?;
    let mut rows = sql.query([statement])?;
    let mut titles = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let code = language_code(&row.get::<_, String>(0)?);
        let kind = TitleKind::coded(&row.get::<_, String>(1)?);
        if let (Some(code), Some(kind)) = (code, kind) {
            titles.insert(code, RecordedTitle { text: row.get(2)?, kind });
        }
    }
    Ok(titles)
}

fn related(connection: &Connection, statement: i64) -> rusqlite::Result<BTreeSet<(RelationKind, Symbol)>> {
    let mut sql = connection.prepare_cached("SELECT role, symbol FROM related WHERE statement = ?")?;
    let mut rows = sql.query([statement])?;
    let mut related = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let role = RelationKind::coded(&row.get::<_, String>(0)?);
        let symbol = Symbol::parse(&row.get::<_, String>(1)?).ok();
        related.extend(role.zip(symbol));
    }
    Ok(related)
}

/// The instruments that are related to this document in this role, and who says so.
pub(super) fn related_to(
    connection: &Connection,
    symbol: &Symbol,
    role: RelationKind,
) -> rusqlite::Result<Vec<(Arc<ImportedTable>, Symbol)>> {
    let mut sql = connection.prepare_cached(
        "SELECT i.symbol, o.format, o.name, o.import
         FROM related r JOIN statement s ON s.id = r.statement JOIN instrument i ON i.id = s.instrument
              JOIN source o ON o.id = s.source
         WHERE r.symbol = ? AND r.role = ?",
    )?;
    let mut rows = sql.query([symbol.as_str(), role.code()])?;
    let mut related = Vec::new();
    while let Some(row) = rows.next()? {
        let symbol = Symbol::parse(&row.get::<_, String>(0)?).ok();
        let Some((symbol, format)) = symbol.zip(TableFormat::coded(&row.get::<_, String>(1)?)) else { continue };
        related.push((Arc::new(ImportedTable { format, name: row.get(2)?, import: row.get(3)? }), symbol));
    }
    Ok(related)
}

/// Puts a statement in, and its titles into the index.
pub(super) fn insert(
    connection: &Connection,
    instrument: i64,
    source: i64,
    record: &str,
    import: i64,
    statement: &Statement,
) -> rusqlite::Result<()> {
    let (without_vote, yes, no, abstaining, not_voting) = match statement.vote {
        Some(Vote::Recorded { yes, no, abstaining, not_voting }) => {
            (false, Some(yes), Some(no), Some(abstaining), not_voting)
        }
        vote => (vote.is_some(), None, None, None, None),
    };
    let ballots = match statement.ballots.is_empty() {
        true => None,
        false => Some(ballots_text(connection, &statement.ballots)?),
    };
    connection
        .prepare_cached(
            "INSERT INTO statement (instrument, source, record, import, adopted, issued, without_vote, yes, no,
                                    abstaining, not_voting, ballots, agenda_item, agenda_title, committee)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            instrument,
            source,
            record,
            import,
            statement.adopted.map(Date::iso),
            statement.issued.map(Date::iso),
            without_vote,
            yes,
            no,
            abstaining,
            not_voting,
            ballots,
            statement.agenda_item,
            statement.agenda_title,
            statement.committee,
        ])?;
    let id = connection.last_insert_rowid();
    for (code, title) in &statement.titles {
        connection
            .prepare_cached("INSERT INTO title (statement, language, kind, text) VALUES (?, ?, ?, ?)")?
            .execute(params![id, code, title.kind.code(), title.text])?;
        connection
            .prepare_cached("INSERT INTO title_words (rowid, words) VALUES (?, ?)")?
            .execute(params![connection.last_insert_rowid(), words::indexed_words(&title.text)])?;
    }
    for (role, symbol) in &statement.related {
        connection
            .prepare_cached("INSERT INTO related (statement, role, symbol) VALUES (?, ?, ?)")?
            .execute(params![id, role.code(), symbol.as_str()])?;
    }
    Ok(())
}

/// The ballots of a text that has a State's letter at the place of its number, and a hyphen where it has none.
fn ballots(connection: &Connection, text: &str) -> rusqlite::Result<BTreeMap<String, Ballot>> {
    let mut sql = connection.prepare_cached("SELECT id, name FROM state")?;
    let mut rows = sql.query([])?;
    let letters = text.as_bytes();
    let mut ballots = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let place = usize::try_from(row.get::<_, i64>(0)? - 1).ok();
        let letter = place.and_then(|place| letters.get(place));
        if let Some(ballot) = letter.and_then(|letter| Ballot::lettered(&char::from(*letter).to_string())) {
            ballots.insert(row.get(1)?, ballot);
        }
    }
    Ok(ballots)
}

fn ballots_text(connection: &Connection, ballots: &BTreeMap<String, Ballot>) -> rusqlite::Result<String> {
    let mut letters = Vec::new();
    for (state, ballot) in ballots {
        let place = usize::try_from(state_number(connection, state)? - 1).unwrap_or_default();
        if letters.len() <= place {
            letters.resize(place + 1, '-');
        }
        if let Some(letter) = letters.get_mut(place) {
            *letter = ballot.letter();
        }
    }
    Ok(letters.into_iter().collect())
}

/// The number of a State, from 1.
fn state_number(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let mut known = connection.prepare_cached("SELECT id FROM state WHERE name = ?")?;
    if let Some(id) = known.query_row([name], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    connection.prepare_cached("INSERT INTO state (name) VALUES (?)")?.execute([name])?;
    Ok(connection.last_insert_rowid())
}

/// The code of one of our languages, as we keep it.
pub(super) fn language_code(code: &str) -> Option<&'static str> {
    language::of_code(code).map(|language| language.code)
}
