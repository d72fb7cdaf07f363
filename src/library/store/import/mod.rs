//! Tables made records of the library.
//!
//! A table is known by what is in it, whatever its file is called: `kind` looks at the
//! beginning. Each format has a reader of its own, which goes through the table as a stream and puts what each record
//! says into the `sink`. A record that can't be understood is named and skipped, and so is a single fact in it.

mod cut;
mod facts;
pub(super) mod faults;
mod json_lines;
mod kind;
mod marcxml;
mod sink;
pub(super) mod syntax;
mod table;
mod texts;
mod titles;
mod voting;

use crate::messages::{Message, system};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use encoding_rs_io::DecodeReaderBytesBuilder;

use super::StoreProblem;
use super::write::StoreWriter;
use crate::workspace::ParsedText;
pub use kind::Unrecognised;
pub use sink::ImportTally;
use sink::{Sink, Stop};

/// How much of a table is looked at to know what it is, in bytes. The header of a voting table with a column a State
/// has 5,000.
pub const HEAD: usize = 64 << 10;

/// The largest record, in bytes. The largest of the UN Digital Library have some 100,000.
const LARGEST: usize = 8 << 20;

/// A table to import.
pub struct Input {
    /// What it is called, without the folder.
    pub name: String,
    /// What stands in it, read as a stream.
    pub bytes: Box<dyn Read>,
}

/// A record, or something in it, that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The line of the file in which the record begins, from 1.
    pub line: u64,
    /// The number of the record, from 1, where lines are none.
    pub record: Option<u64>,
    /// What is wrong with it.
    pub why: Message,
    /// Whether the whole record was skipped; else it was taken without this.
    pub skipped: bool,
}

impl Trouble {
    /// What the user is told.
    pub fn message(&self) -> Message {
        let (line, why) = (self.line, self.why.clone());
        match (self.record, self.skipped) {
            (None, true) => faults::skipped(line, why),
            (Some(record), true) => faults::skipped_record(line, record, why),
            (None, false) => faults::without(line, why),
            (Some(record), false) => faults::without_in_record(line, record, why),
        }
    }
}

/// Why a whole table was left out.
#[derive(Debug)]
pub enum Refused {
    /// It is none of the tables that are known.
    Unrecognised(Unrecognised),
    /// It could not be read to its end.
    Unreadable(io::Error),
}

impl Refused {
    /// What the user is told.
    pub fn message(&self) -> Message {
        match self {
            Refused::Unrecognised(what) => what.message(),
            Refused::Unreadable(error) => faults::unreadable(system::fault(error)),
        }
    }
}

/// What came of one table.
pub type ImportOutcome = Result<ImportTally, Refused>;

/// Imports tables into the library at `path`, which is made when there is none. All that lands, lands at once: when
/// this is interrupted, or fails, the library is as it was. `trouble` is told of every record that could not be
/// understood as soon as it is come upon, `done` of each table at its end; both are given the table's name.
///
/// # Errors
///
/// When the library can't be written.
pub fn import(
    path: &Path,
    inputs: impl IntoIterator<Item = Input>,
    trouble: impl FnMut(&str, &Trouble),
    done: impl FnMut(&str, &ImportOutcome),
) -> Result<(), StoreProblem> {
    import_all(path, inputs, [], trouble, done)
}

/// As [`import`], with texts behind the tables, each with its name: what an instrument's own text says of it.
///
/// # Errors
///
/// When the library can't be written.
pub fn import_all(
    path: &Path,
    inputs: impl IntoIterator<Item = Input>,
    texts: impl IntoIterator<Item = (String, Arc<ParsedText>)>,
    mut trouble: impl FnMut(&str, &Trouble),
    mut done: impl FnMut(&str, &ImportOutcome),
) -> Result<(), StoreProblem> {
    let writer = StoreWriter::begin(path)?;
    for Input { name, bytes } in inputs {
        writer.begin_table()?;
        let mut sink = Sink::new(&writer, &name, &mut trouble);
        let outcome = match read(bytes, &mut sink) {
            Ok(()) => Ok(sink.end()?),
            Err(Stop::Problem(problem)) => return Err(problem),
            Err(Stop::Refused(refused)) => {
                writer.take_back()?;
                Err(refused)
            }
        };
        done(&name, &outcome);
    }
    for (name, text) in texts {
        writer.begin_table()?;
        let mut sink = Sink::new(&writer, &name, &mut trouble);
        match texts::read(&text, &mut sink) {
            Ok(()) | Err(Stop::Refused(_)) => {}
            Err(Stop::Problem(problem)) => return Err(problem),
        }
        let tally = sink.end()?;
        done(&name, &Ok(tally));
    }
    writer.finish()
}

/// Whether a file that begins so is a table that can be imported. [`HEAD`] bytes are enough.
pub fn is_table(head: &[u8]) -> bool {
    match kind::recognise(head) {
        Ok(kind::TableKind::Marcxml | kind::TableKind::JsonLines) => true,
        Ok(kind::TableKind::Columns(layout)) => {
            voting::VotingColumns::of(&layout.columns).is_some() || table::TableColumns::of(&layout.columns).is_ok()
        }
        Err(_) => false,
    }
}

fn read(bytes: Box<dyn Read>, sink: &mut Sink<'_>) -> Result<(), Stop> {
    // UTF-16 by its mark; bytes that are no UTF-8 are left to the records that they are in.
    let bytes = DecodeReaderBytesBuilder::new().utf8_passthru(true).strip_bom(true).build(bytes);
    let mut bytes = BufReader::with_capacity(HEAD, bytes);
    let head = head(&mut bytes)?;
    let kind = kind::recognise(&head).map_err(|what| Stop::Refused(Refused::Unrecognised(what)))?;
    let whole = BufReader::with_capacity(HEAD, io::Cursor::new(head).chain(bytes));
    match kind {
        kind::TableKind::Marcxml => marcxml::read(whole, sink),
        kind::TableKind::JsonLines => json_lines::read(whole, sink),
        kind::TableKind::Columns(layout) => match voting::VotingColumns::of(&layout.columns) {
            Some(columns) => voting::read(layout.reader(whole), columns, sink),
            None => match table::TableColumns::of(&layout.columns) {
                Ok(columns) => table::read(layout.reader(whole), columns, sink),
                Err(what) => Err(Stop::Refused(Refused::Unrecognised(what))),
            },
        },
    }
}

/// The beginning of a table.
fn head(bytes: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD);
    while head.len() < HEAD {
        let some = bytes.fill_buf()?;
        if some.is_empty() {
            break;
        }
        let (taken, enough) = (some.len(), kind::is_enough(some));
        head.extend_from_slice(some);
        bytes.consume(taken);
        if enough {
            break;
        }
    }
    Ok(head)
}
