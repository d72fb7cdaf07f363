//! Finding instruments by the words of their titles, by their numbers, and one after the other.

use std::cmp::Reverse;
use std::collections::HashSet;

use rusqlite::{Connection, params};

use super::rows::{self, Ballots};
use super::{Store, StoreProblem, family, merge};
use crate::draft::Draft;
use crate::language::Language;
use crate::library::record::{RecordedTitle, StoredRecord, TitleKind};
use crate::library::words;
use crate::symbol::Symbol;

/// How many titles are looked at for each that is wanted: an instrument may have several.
const TITLES_EACH: usize = 12;

/// An instrument that was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The instrument that was found.
    pub symbol: Symbol,
    /// The title that has the words, or the best one where the number was searched for.
    pub title: Option<RecordedTitle>,
    /// The code of the title's language.
    pub language: Option<&'static str>,
}

impl Store {
    /// The instruments that have all of these words in a title, in any of the six languages, or this number or symbol;
    /// at most `limit` of them, the best first. Of an instrument's titles that have the words, the one in `language`
    /// is given. A word of three letters and more may be the beginning of a longer one.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn search(&self, words: &str, language: &Language, limit: usize) -> Result<Vec<Hit>, StoreProblem> {
        let numbered = self.numbered(words, limit)?;
        let mut hits = Vec::new();
        for symbol in numbered {
            let record = self.record(&symbol)?;
            let title = record.as_ref().and_then(|record| record.title(language));
            let (code, title) = title.map(|(code, said)| (code, said.value.clone())).unzip();
            hits.push(Hit { symbol, title, language: code });
        }
        if let Some(asked) = words::asked(words) {
            self.read(|connection| titled(connection, &asked, language, limit, &mut hits))?;
        }
        hits.truncate(limit);
        Ok(hits)
    }

    /// The instruments that are cited as this: a symbol, or a number such as `62/175`, `1325` or `217 A (III)`; the
    /// parts too where it is the number of a whole.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn numbered(&self, number: &str, limit: usize) -> Result<Vec<Symbol>, StoreProblem> {
        let number = number.trim();
        if !number.contains(|c: char| c.is_ascii_digit()) {
            return Ok(Vec::new());
        }
        self.read(|connection| {
            let mut found = Vec::new();
            if let Ok(symbol) = Symbol::parse(number) {
                let family = family(connection, &symbol)?.into_iter().map(|(_, other)| other);
                found.extend(family.filter(|other| symbol.letters().is_none() || *other == symbol));
            }
            let mut sql = connection
                .prepare_cached("SELECT symbol FROM instrument WHERE short >= ?1 AND short < ?1 || x'f48fbfbf'")?;
            let mut rows = sql.query([number.to_uppercase()])?;
            while let Some(row) = rows.next()? {
                let symbol = Symbol::parse(&row.get::<_, String>(0)?).ok();
                // 62/17 is not the beginning of 62/175.
                found.extend(symbol.filter(|symbol| {
                    let rest = symbol.short().get(number.len()..).map(str::to_owned);
                    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
                }));
            }
            found.sort();
            found.dedup();
            found.truncate(limit);
            Ok(found)
        })
    }

    /// The instruments whose number begins so, the latest numbers first; at most `limit`, all of them where nothing is
    /// asked.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn begun(&self, number: &str, limit: usize) -> Result<Vec<Symbol>, StoreProblem> {
        self.symbols_of(
            "SELECT symbol FROM instrument WHERE short >= ?1 AND short < ?1 || x'f48fbfbf' ORDER BY short DESC LIMIT ?2",
            &number.to_uppercase(),
            limit,
        )
    }

    /// The instruments that have all of these words in a title, in any language, those that were imported last first; at
    /// most `limit`. For who types on: the titles are not weighed against each other, as they are by [`Store::search`].
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn titled(&self, words: &str, limit: usize) -> Result<Vec<Symbol>, StoreProblem> {
        let Some(asked) = words::asked(words) else { return Ok(Vec::new()) };
        self.symbols_of(
            "SELECT i.symbol FROM title_words w JOIN title t ON t.id = w.rowid JOIN statement s ON s.id = t.statement
             JOIN instrument i ON i.id = s.instrument WHERE w.words MATCH ?1 ORDER BY w.rowid DESC LIMIT ?2",
            &asked,
            limit,
        )
    }

    fn symbols_of(&self, sql: &str, asked: &str, limit: usize) -> Result<Vec<Symbol>, StoreProblem> {
        self.read(|connection| {
            let mut sql = connection.prepare_cached(sql)?;
            let mut rows = sql.query(params![asked, i64::try_from(limit).unwrap_or(i64::MAX)])?;
            let mut symbols: Vec<Symbol> = Vec::new();
            while let Some(row) = rows.next()? {
                let symbol = Symbol::parse(&row.get::<_, String>(0)?).ok();
                symbols.extend(symbol.filter(|symbol| !symbols.contains(symbol)));
            }
            Ok(symbols)
        })
    }

    /// The instruments whose title names this one, as `Implementation of General Assembly resolution 43/62` does, in
    /// order.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn cited_in_titles(&self, symbol: &Symbol) -> Result<Vec<Symbol>, StoreProblem> {
        let digits = symbol.without_letter().short().replace(['(', ')'], " ");
        let Some(asked) = words::asked(&digits) else { return Ok(Vec::new()) };
        self.read(|connection| {
            let mut sql = connection.prepare_cached(
                "SELECT i.symbol, t.text FROM title_words w JOIN title t ON t.id = w.rowid
                 JOIN statement s ON s.id = t.statement JOIN instrument i ON i.id = s.instrument
                 WHERE w.words MATCH ?",
            )?;
            let mut rows = sql.query([asked])?;
            let mut citing = Vec::new();
            while let Some(row) = rows.next()? {
                let title: String = row.get(1)?;
                if Draft::read(&title).citations.iter().any(|citation| citation.symbol == *symbol) {
                    citing.extend(Symbol::parse(&row.get::<_, String>(0)?).ok());
                }
            }
            citing.sort();
            citing.dedup();
            Ok(citing)
        })
    }

    /// Goes through all instruments in the order of their symbols, and stops when `each` says so by an error.
    ///
    /// # Errors
    ///
    /// What `each` returns, and a problem when the file can't be read any more.
    pub fn each<E: From<StoreProblem>>(&self, mut each: impl FnMut(StoredRecord) -> Result<(), E>) -> Result<(), E> {
        for symbol in self.symbols()? {
            if let Some(record) = self.record(&symbol)? {
                each(record)?;
            }
        }
        Ok(())
    }

    /// All symbols in the library, in order.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn symbols(&self) -> Result<Vec<Symbol>, StoreProblem> {
        self.read(|connection| {
            let mut sql = connection.prepare_cached("SELECT symbol FROM instrument")?;
            let mut rows = sql.query([])?;
            let mut symbols = Vec::new();
            while let Some(row) = rows.next()? {
                symbols.extend(Symbol::parse(&row.get::<_, String>(0)?).ok());
            }
            symbols.sort();
            Ok(symbols)
        })
    }

    /// How many tables were imported.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn tables(&self) -> Result<u32, StoreProblem> {
        self.read(|connection| {
            connection.query_row("SELECT count(DISTINCT source) FROM statement", [], |row| row.get(0))
        })
    }

    /// What each source says of an instrument, with how each State voted, the most trusted first.
    pub(super) fn said(&self, symbol: &Symbol) -> Result<Vec<rows::StoredStatement>, StoreProblem> {
        self.read(|connection| {
            let mut sql = connection.prepare_cached("SELECT id FROM instrument WHERE symbol = ?")?;
            let id: i64 = sql.query_row([symbol.as_str()], |row| row.get(0))?;
            let mut said = rows::statements(connection, id, Ballots::Read)?;
            merge::trusted_first(&mut said);
            Ok(said)
        })
    }
}

/// Adds the instruments whose titles match, the best first, each once.
fn titled(
    connection: &Connection,
    asked: &str,
    language: &Language,
    limit: usize,
    hits: &mut Vec<Hit>,
) -> rusqlite::Result<()> {
    let mut sql = connection.prepare_cached(
        "SELECT i.symbol, t.text, t.kind, t.language FROM title_words w JOIN title t ON t.id = w.rowid
         JOIN statement s ON s.id = t.statement JOIN instrument i ON i.id = s.instrument
         WHERE w.words MATCH ?1 ORDER BY w.rank, t.kind, s.instrument DESC LIMIT ?2",
    )?;
    let most = i64::try_from(limit.saturating_mul(TITLES_EACH)).unwrap_or(i64::MAX);
    let mut rows = sql.query(params![asked, most])?;
    let mut titles = Vec::new();
    while let Some(row) = rows.next()? {
        let symbol = Symbol::parse(&row.get::<_, String>(0)?).ok();
        let kind = TitleKind::coded(&row.get::<_, String>(2)?);
        let code = rows::language_code(&row.get::<_, String>(3)?);
        if let (Some(symbol), Some(kind), Some(code)) = (symbol, kind, code) {
            titles.push((symbol, RecordedTitle { text: row.get(1)?, kind }, code));
        }
    }
    let mut seen: HashSet<Symbol> = hits.iter().map(|hit| hit.symbol.clone()).collect();
    let order: Vec<Symbol> =
        titles.iter().map(|(symbol, ..)| symbol.clone()).filter(|s| seen.insert(s.clone())).collect();
    for symbol in order {
        let own = titles.iter().filter(|(other, ..)| *other == symbol);
        let best = own.max_by_key(|(_, title, code)| (*code == language.code, Reverse(title.kind)));
        if let Some((_, title, code)) = best {
            hits.push(Hit { symbol, title: Some(title.clone()), language: Some(code) });
        }
    }
    Ok(())
}
