//! Where have these words stood before?
//!
//! A wording is the same where its words are, without capitals, accents and marks; it is like what is asked for where few words
//! have to be put in, left out or exchanged to find the words asked for in it. Wordings to look at are found by the rarest of the
//! words that are asked for.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use rusqlite::{Connection, OptionalExtension};

use super::keeping::SAMPLED;
use super::{AgreedIndex, AgreedIndexProblem, file};
use crate::compare::ItemKind;
use crate::draft::Date;
use crate::language::{self, Language};
use crate::library::stable_hash;
use crate::library::words::{compared_words, indexed_words};
use crate::symbol::Symbol;

/// How much of the words that are asked for a wording has to have, out of a hundred.
const LIKE: usize = 70;

/// How many wordings are looked at that have the rarest words, in all.
const LOOKED_THROUGH: i64 = 24_000;

/// By how many words wordings are found at most.
const WORDS: usize = 12;

/// How many wordings are compared word by word.
const COMPARED: u32 = 60;

/// How many words of what is asked for are compared at most.
const LONGEST: usize = 240;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The words that are looked for.
    pub words: &'a str,
    /// The folders in which texts may lie.
    pub folders: &'a [PathBuf],
    /// A text that is left out: the draft in which somebody asks.
    pub except: Option<&'a Path>,
    /// How many wordings are wanted at most.
    pub limit: usize,
}

/// A wording that is the same as what was asked for, or like it.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreedWording {
    /// The whole paragraph, without its label.
    pub said: String,
    /// How much of the words that were asked for it has, out of a hundred; 100 where it has them all in a row.
    pub likeness: u8,
    /// Where it stands, the earliest first.
    pub places: Vec<AgreedPlace>,
}

/// A paragraph of an instrument that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedPlace {
    /// The file of the instrument's text.
    pub file: PathBuf,
    /// The paragraph's line in it, from 0, where the file is as it was.
    pub line: u32,
    /// The instrument.
    pub symbol: Symbol,
    /// The language of the text.
    pub language: &'static Language,
    /// The day of its adoption, where the text says it.
    pub adopted: Option<Date>,
    /// What the paragraph is.
    pub kind: ItemKind,
    /// The labels that lead to it.
    pub path: String,
}

impl AgreedIndex {
    /// The wordings that have the words that are asked for, those that have most of them first. Nothing where there is no index
    /// yet.
    ///
    /// # Errors
    ///
    /// When the index can't be read.
    pub fn ask(&self, question: &Question) -> Result<Vec<AgreedWording>, AgreedIndexProblem> {
        let mut reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        if reading.is_none() {
            *reading = file::for_questions(&self.path)?;
        }
        let Some(connection) = reading.as_ref() else { return Ok(Vec::new()) };
        let answer = answer(connection, question);
        if answer.is_err() {
            // Another window may have put a new index in its place.
            *reading = None;
        }
        answer.map_err(|error| AgreedIndexProblem::database(&self.path, error))
    }
}

fn answer(connection: &Connection, question: &Question) -> rusqlite::Result<Vec<AgreedWording>> {
    let indexed = indexed_words(question.words);
    let asked = compared_words(question.words);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut asked: Vec<u64> = asked.iter().map(|word| stable_hash(word.as_bytes())).collect();
    asked.truncate(LONGEST);
    let mut sql = connection.prepare_cached("SELECT id FROM wording WHERE hash = ?")?;
    let same: Option<i64> =
        sql.query_row([stable_hash(indexed.as_bytes()).cast_signed()], |row| row.get(0)).optional()?;
    let mut found: Vec<(i64, u8, String)> = Vec::new();
    let mut said = connection.prepare_cached("SELECT said FROM wording WHERE id = ?")?;
    for id in same.into_iter().chain(candidates(connection, &indexed)?.into_iter().filter(|id| Some(*id) != same)) {
        let text: String = said.query_row([id], |row| row.get(0))?;
        let words: Vec<u64> = compared_words(&text).iter().map(|word| stable_hash(word.as_bytes())).collect();
        let likeness = likeness(&asked, &words);
        if likeness >= LIKE {
            found.push((id, u8::try_from(likeness).unwrap_or(100), text));
        }
    }
    // Of two that are as like, the one that says less besides.
    found.sort_by_key(|(_, likeness, text)| (std::cmp::Reverse(*likeness), text.len()));
    let mut wordings = Vec::new();
    for (id, likeness, said) in found {
        let places = places(connection, id, question)?;
        if !places.is_empty() {
            wordings.push(AgreedWording { said, likeness, places });
        }
        if wordings.len() >= question.limit {
            break;
        }
    }
    Ok(wordings)
}

/// The wordings that have most of the rarest words, by what they weigh, at most as many as are compared.
fn candidates(connection: &Connection, indexed: &str) -> rusqlite::Result<Vec<i64>> {
    let mut words: Vec<(i64, &str)> = Vec::new();
    let mut common = connection.prepare_cached("SELECT wordings FROM sampled WHERE word = ?")?;
    for word in indexed.split(' ') {
        if words.iter().all(|(_, known)| *known != word) {
            let sampled: Option<i64> = common.query_row([word], |row| row.get(0)).optional()?;
            words.push((sampled.unwrap_or(0) * SAMPLED, word));
        }
    }
    words.sort_unstable();
    let mut looked_through = 0;
    let rare = words.iter().take(WORDS).take_while(|(wordings, _)| {
        looked_through += wordings;
        looked_through <= LOOKED_THROUGH
    });
    let rare: Vec<&str> = rare.map(|(_, word)| *word).collect();
    let mut sql = connection
        .prepare_cached("SELECT rowid FROM wording_words WHERE wording_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
    if rare.len() < 3 && rare.len() < words.len() || words.len() == 1 {
        // Too few are rare: all of them at once.
        let all: Vec<String> = words.iter().map(|(_, word)| quoted(word)).collect();
        let rows = sql.query_map(rusqlite::params![all.join(" AND "), COMPARED * 8], |row| row.get(0))?;
        return rows.collect();
    }
    let mut weights: HashMap<i64, f32> = HashMap::new();
    for word in rare {
        let rows = sql.query_map(rusqlite::params![quoted(word), LOOKED_THROUGH], |row| row.get(0))?;
        let ids: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        #[allow(clippy::cast_precision_loss, reason = "it is a weight")]
        let weight = (LOOKED_THROUGH as f32 / (ids.len() as f32 + 1.0)).ln() + 1.0;
        for id in ids {
            *weights.entry(id).or_default() += weight;
        }
    }
    let mut best: Vec<(i64, f32)> = weights.into_iter().collect();
    best.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    best.truncate(COMPARED as usize);
    Ok(best.into_iter().map(|(id, _)| id).collect())
}

/// A word as the index is asked for it. No character of a word is a quotation mark.
fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

/// How much of the words that are asked for stands in a wording in a row, out of a hundred: without as many words as have to be put
/// in, left out or exchanged.
fn likeness(asked: &[u64], words: &[u64]) -> usize {
    // Each row says how many changes the first words asked for need that end at a word. They may begin anywhere.
    let mut before: Vec<usize> = vec![0; words.len() + 1];
    let mut row = vec![0; words.len() + 1];
    for (number, word) in asked.iter().enumerate() {
        let mut left = number + 1;
        let mut diagonal = before.first().copied().unwrap_or_default();
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for ((other, above), own) in words.iter().zip(before.iter().skip(1)).zip(row.iter_mut().skip(1)) {
            let changes = (diagonal + usize::from(word != other)).min(above + 1).min(left + 1);
            diagonal = *above;
            left = changes;
            *own = changes;
        }
        std::mem::swap(&mut before, &mut row);
    }
    let changes = before.into_iter().min().unwrap_or(asked.len()).min(asked.len());
    100 * (asked.len() - changes) / asked.len().max(1)
}

/// Where a wording stands in texts that may be shown, the earliest first.
fn places(connection: &Connection, wording: i64, question: &Question) -> rusqlite::Result<Vec<AgreedPlace>> {
    let mut sql = connection.prepare_cached(
        "SELECT t.path, t.symbol, t.language, t.adopted, p.kind, p.path, p.line FROM place p JOIN text t ON t.id = p.text
         WHERE p.wording = ?",
    )?;
    let mut rows = sql.query([wording])?;
    let mut places = Vec::new();
    while let Some(row) = rows.next()? {
        let file = PathBuf::from(row.get::<_, String>(0)?);
        let may_be_shown = question.folders.iter().any(|folder| file.starts_with(folder));
        if !may_be_shown || question.except == Some(file.as_path()) {
            continue;
        }
        let symbol = Symbol::parse(&row.get::<_, String>(1)?).ok();
        let language = row.get::<_, Option<String>>(2)?.and_then(|code| language::of_code(&code));
        let kind = ItemKind::coded(&row.get::<_, String>(4)?);
        let adopted = row.get::<_, Option<String>>(3)?.and_then(|date| Date::from_iso(&date));
        if let (Some(symbol), Some(language), Some(kind)) = (symbol, language, kind) {
            places.push(AgreedPlace { file, line: row.get(6)?, symbol, language, adopted, kind, path: row.get(5)? });
        }
    }
    // A text without a date goes by its number: resolutions of a session in their order.
    places.sort_by(|one, other| when(one).cmp(&when(other)).then_with(|| one.file.cmp(&other.file)));
    Ok(places)
}

/// When a text was adopted or issued: by its session's year where it says no day.
fn when(place: &AgreedPlace) -> (u16, Option<Date>, Option<(u16, u32)>, &str) {
    let session = match place.symbol.session() {
        Some(crate::symbol::Session::Regular(session)) => Some(session),
        _ => None,
    };
    // The first session of the Assembly opened in 1946, the second one in the same year.
    let year = place.adopted.map(|date| date.year).or(session.map(|session| session + 1945)).unwrap_or_default();
    (year, place.adopted, place.symbol.assembly_resolution(), place.symbol.as_str())
}
