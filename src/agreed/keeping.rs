//! Keeping the index in step with the files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::wording::{KeptParagraph, KeptText};
use super::{AgreedIndex, AgreedIndexProblem, file};
use crate::library::words::indexed_words;
use crate::workspace::{FileStamp, ParsedText, TextReader};

/// How many texts wait to be written at most.
const WAITING: usize = 64;

/// How many texts are written at once.
const AT_ONCE: usize = 400;

/// For how long the next text is awaited, before what came is written.
const PATIENCE: Duration = Duration::from_millis(50);

/// Of one in so many wordings the words are counted.
pub(super) const SAMPLED: i64 = 8;

/// Takes texts into the index, each by a thread of its own while others are read. What is there already is passed over.
#[derive(Debug)]
pub struct IndexKeeper {
    /// The files that are in the index, with their stamps.
    known: HashMap<String, FileStamp>,
    send: Mutex<Option<SyncSender<KeptText>>>,
    writer: Option<JoinHandle<Result<Connection, AgreedIndexProblem>>>,
    path: PathBuf,
}

impl AgreedIndex {
    /// Begins to keep up with the files of some folders.
    ///
    /// # Errors
    ///
    /// When the index can't be made or written.
    pub fn keep_up(&self) -> Result<IndexKeeper, AgreedIndexProblem> {
        self.keeper(known)
    }

    /// Begins to keep up with these files and what is in these folders, in time that goes by how much that is and not by how much is
    /// in the index. No other file may be taken.
    ///
    /// # Errors
    ///
    /// As [`AgreedIndex::keep_up`].
    pub fn keep_up_with(&self, paths: &[PathBuf]) -> Result<IndexKeeper, AgreedIndexProblem> {
        self.keeper(|connection| known_at(connection, paths))
    }

    fn keeper(
        &self,
        known: impl FnOnce(&Connection) -> rusqlite::Result<HashMap<String, FileStamp>>,
    ) -> Result<IndexKeeper, AgreedIndexProblem> {
        let connection = file::for_writing(&self.path)?;
        let problem = |error| AgreedIndexProblem::database(&self.path, error);
        let known = known(&connection).map_err(problem)?;
        let (send, receive) = sync_channel(WAITING);
        let path = self.path.clone();
        let write = move || {
            let mut connection = connection;
            write_all(&mut connection, &receive).map_err(|error| AgreedIndexProblem::database(&path, error))?;
            Ok(connection)
        };
        let writer = thread::Builder::new().name("agreed".to_owned()).spawn(write);
        let writer = writer.map_err(|error| AgreedIndexProblem::closed(&self.path, error))?;
        Ok(IndexKeeper { known, send: Mutex::new(Some(send)), writer: Some(writer), path: self.path.clone() })
    }

    /// Forgets files that are gone.
    ///
    /// # Errors
    ///
    /// When the index can't be written.
    pub fn forget(&self, paths: &[PathBuf]) -> Result<(), AgreedIndexProblem> {
        if paths.is_empty() || !self.path.exists() {
            return Ok(());
        }
        let mut connection = file::for_writing(&self.path)?;
        let problem = |error| AgreedIndexProblem::database(&self.path, error);
        let known = known_at(&connection, paths).map_err(problem)?;
        let gone: Vec<&String> = known.keys().collect();
        forget(&mut connection, &gone).map_err(problem)
    }

    /// How many files are in the index.
    ///
    /// # Errors
    ///
    /// When it can't be read.
    pub fn texts(&self) -> Result<usize, AgreedIndexProblem> {
        let Some(connection) = file::for_questions(&self.path)? else { return Ok(0) };
        let count = connection.query_row("SELECT count(*) FROM text", [], |row| row.get::<_, i64>(0));
        let texts = count.map_err(|error| AgreedIndexProblem::database(&self.path, error))?;
        Ok(usize::try_from(texts).unwrap_or_default())
    }
}

impl IndexKeeper {
    /// Whether a file is not in the index as it is.
    pub fn wants(&self, path: &Path, stamp: FileStamp) -> bool {
        path.to_str().is_some_and(|path| self.known.get(path) != Some(&stamp))
    }

    /// Ends: what was taken is written, and of the files that are `looked_at` those that are there no more are forgotten.
    ///
    /// # Errors
    ///
    /// When the index can't be written.
    pub fn end(mut self, looked_at: impl Fn(&Path) -> bool) -> Result<(), AgreedIndexProblem> {
        // The writer ends when nobody can send any more.
        self.sender().take();
        let Some(writer) = self.writer.take() else { return Ok(()) };
        let ended = |_| std::io::Error::other("the thread that writes it has ended");
        let mut connection =
            writer.join().map_err(ended).map_err(|error| AgreedIndexProblem::closed(&self.path, error))??;
        let problem = |error| AgreedIndexProblem::database(&self.path, error);
        let is_gone = |known: &&String| {
            let path = Path::new(known);
            looked_at(path) && FileStamp::of(path).is_none()
        };
        let gone: Vec<&String> = self.known.keys().filter(is_gone).collect();
        forget(&mut connection, &gone).map_err(problem)
    }

    /// The files that were in the index when this began, as far as they are looked at.
    #[cfg(test)]
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }

    fn sender(&self) -> std::sync::MutexGuard<'_, Option<SyncSender<KeptText>>> {
        self.send.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TextReader for IndexKeeper {
    fn take(&self, path: &Path, stamp: FileStamp, reading: &ParsedText) {
        if !self.wants(path, stamp) {
            return;
        }
        let Some(text) = KeptText::of(path, stamp, reading) else { return };
        let send = self.sender().clone();
        if let Some(send) = send {
            // Where the writer has ended, its error is told at the end.
            let _ = send.send(text);
        }
    }
}

impl Drop for IndexKeeper {
    /// What was taken is written, even where nobody ends the work.
    fn drop(&mut self) {
        self.sender().take();
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

/// The files in the index, with their stamps.
fn known(connection: &Connection) -> rusqlite::Result<HashMap<String, FileStamp>> {
    let mut sql = connection.prepare("SELECT path, size, changed FROM text")?;
    sql.query_map([], stamped)?.collect()
}

/// Those of some files, and of what is in them where they are folders, that are in the index.
fn known_at(connection: &Connection, paths: &[PathBuf]) -> rusqlite::Result<HashMap<String, FileStamp>> {
    let mut known = HashMap::new();
    let mut file = connection.prepare("SELECT path, size, changed FROM text WHERE path = ?")?;
    // All that begin with the folder's name and the stroke behind it; the character after the stroke ends them.
    let mut below = connection.prepare("SELECT path, size, changed FROM text WHERE path > ?1 AND path < ?2")?;
    let separator = std::path::MAIN_SEPARATOR;
    let behind = char::from_u32(u32::from(separator) + 1).unwrap_or(char::MAX);
    for path in paths.iter().filter_map(|path| path.to_str()) {
        let folder = path.trim_end_matches(separator);
        let range = [format!("{folder}{separator}"), format!("{folder}{behind}")];
        for row in file.query_map([path], stamped)?.chain(below.query_map(range, stamped)?) {
            known.extend([row?]);
        }
    }
    Ok(known)
}

/// A file and its stamp, out of a row.
fn stamped(row: &rusqlite::Row<'_>) -> rusqlite::Result<(String, FileStamp)> {
    let size: i64 = row.get(1)?;
    Ok((row.get(0)?, FileStamp { size: size.unsigned_abs(), changed: row.get(2)? }))
}

/// Writes what comes, many texts at once.
fn write_all(connection: &mut Connection, receive: &Receiver<KeptText>) -> rusqlite::Result<()> {
    while let Ok(first) = receive.recv() {
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let mut sample = HashMap::new();
        // While nothing comes, others may write.
        let rest = (1..AT_ONCE).map_while(|_| receive.recv_timeout(PATIENCE).ok());
        for text in std::iter::once(first).chain(rest) {
            write(&transaction, &text, &mut sample)?;
        }
        write_sample(&transaction, &sample)?;
        transaction.commit()?;
    }
    Ok(())
}

fn write(transaction: &Transaction<'_>, text: &KeptText, sample: &mut HashMap<String, i64>) -> rusqlite::Result<()> {
    let before = take_out(transaction, &text.path)?;
    let mut sql = transaction.prepare_cached(
        "INSERT INTO text (path, size, changed, symbol, language, adopted) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let size = text.stamp.size.cast_signed();
    let id = sql.insert(params![text.path, size, text.stamp.changed, text.symbol, text.language, text.adopted])?;
    let mut place = transaction.prepare_cached(
        "INSERT INTO place (text, paragraph, wording, kind, path, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (number, paragraph) in (0_u32..).zip(&text.paragraphs) {
        let wording = wording(transaction, paragraph, sample)?;
        place.execute(params![id, number, wording, paragraph.kind, paragraph.path, paragraph.line])?;
    }
    remove_unheld(transaction, &before)
}

/// The number of a wording, which is put in where it is new.
fn wording(
    transaction: &Transaction<'_>,
    paragraph: &KeptParagraph,
    sample: &mut HashMap<String, i64>,
) -> rusqlite::Result<i64> {
    let mut known = transaction.prepare_cached("SELECT id FROM wording WHERE hash = ?")?;
    if let Some(id) = known.query_row([paragraph.hash], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    let mut sql = transaction.prepare_cached("INSERT INTO wording (hash, said) VALUES (?1, ?2)")?;
    let id = sql.insert(params![paragraph.hash, paragraph.said])?;
    let mut sql = transaction.prepare_cached("INSERT INTO wording_words (rowid, words) VALUES (?1, ?2)")?;
    sql.execute(params![id, paragraph.words])?;
    if id % SAMPLED == 0 {
        let mut words: Vec<&str> = paragraph.words.split(' ').collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            match sample.get_mut(word) {
                Some(count) => *count += 1,
                None => drop(sample.insert(word.to_owned(), 1)),
            }
        }
    }
    Ok(id)
}

fn write_sample(transaction: &Transaction<'_>, sample: &HashMap<String, i64>) -> rusqlite::Result<()> {
    let mut sql = transaction.prepare_cached(
        "INSERT INTO sampled (word, wordings) VALUES (?1, ?2)
         ON CONFLICT (word) DO UPDATE SET wordings = wordings + excluded.wordings",
    )?;
    for (word, count) in sample {
        sql.execute(params![word, count])?;
    }
    Ok(())
}

fn forget(connection: &mut Connection, gone: &[&String]) -> rusqlite::Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for path in gone {
        let held = take_out(&transaction, path)?;
        remove_unheld(&transaction, &held)?;
    }
    transaction.commit()
}

/// Takes out a text and its places, and says which wordings it had.
fn take_out(transaction: &Transaction<'_>, path: &str) -> rusqlite::Result<Vec<i64>> {
    let mut sql = transaction.prepare_cached("SELECT id FROM text WHERE path = ?")?;
    let Some(id) = sql.query_row([path], |row| row.get::<_, i64>(0)).optional()? else { return Ok(Vec::new()) };
    let mut sql = transaction.prepare_cached("SELECT DISTINCT wording FROM place WHERE text = ?")?;
    let wordings = sql.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    transaction.prepare_cached("DELETE FROM place WHERE text = ?")?.execute([id])?;
    transaction.prepare_cached("DELETE FROM text WHERE id = ?")?.execute([id])?;
    Ok(wordings)
}

/// Removes those of some wordings that stand in no text any more: what somebody took out of a draft is kept nowhere.
fn remove_unheld(transaction: &Transaction<'_>, wordings: &[i64]) -> rusqlite::Result<()> {
    let mut held = transaction.prepare_cached("SELECT EXISTS (SELECT 1 FROM place WHERE wording = ?)")?;
    for wording in wordings {
        if held.query_row([wording], |row| row.get::<_, bool>(0))? {
            continue;
        }
        let mut sql = transaction.prepare_cached("SELECT said FROM wording WHERE id = ?")?;
        let Some(said) = sql.query_row([wording], |row| row.get::<_, String>(0)).optional()? else { continue };
        // An index without its contents is told what it had.
        let mut sql = transaction
            .prepare_cached("INSERT INTO wording_words (wording_words, rowid, words) VALUES ('delete', ?1, ?2)")?;
        sql.execute(params![wording, indexed_words(&said)])?;
        transaction.prepare_cached("DELETE FROM wording WHERE id = ?")?.execute([wording])?;
    }
    Ok(())
}
