//! Where the readers put what they read.

use crate::messages::Message;
use std::collections::BTreeMap;
use std::io;

use super::{Refused, Trouble};
use crate::library::record::{Statement, TableFormat};
use crate::library::store::StoreProblem;
use crate::library::store::write::{StoreWriter, Table};
use crate::symbol::Symbol;

/// What came of the records of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportTally {
    /// What kind of table it was; `None` for one without a record.
    pub format: Option<TableFormat>,
    /// Records that are new, or say something else than before.
    pub new: usize,
    /// Records that say what they said before.
    pub unchanged: usize,
    /// Records that could not be understood.
    pub skipped: usize,
    /// Facts that could not be understood, in records that were taken.
    pub left_out: usize,
}

/// Why reading a table stopped.
pub(super) enum Stop {
    /// The library can't be written.
    Problem(StoreProblem),
    /// The table can't be read.
    Refused(Refused),
}

impl From<StoreProblem> for Stop {
    fn from(problem: StoreProblem) -> Stop {
        Stop::Problem(problem)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Refused(Refused::Unreadable(error))
    }
}

/// Takes what the records of one table say.
pub(super) struct Sink<'a> {
    writer: &'a StoreWriter,
    name: &'a str,
    trouble: &'a mut dyn FnMut(&str, &Trouble),
    tables: BTreeMap<(TableFormat, String), Table>,
    tally: ImportTally,
}

impl<'a> Sink<'a> {
    pub fn new(writer: &'a StoreWriter, name: &'a str, trouble: &'a mut dyn FnMut(&str, &Trouble)) -> Sink<'a> {
        Sink { writer, name, trouble, tables: BTreeMap::new(), tally: ImportTally::default() }
    }

    /// Takes what a record says of an instrument; `record` is what the table calls the record, or nothing. Returns
    /// whether it is news.
    pub fn add(
        &mut self,
        format: TableFormat,
        symbol: &Symbol,
        record: &str,
        statement: Statement,
    ) -> Result<bool, Stop> {
        self.add_of(format, self.name, symbol, record, statement)
    }

    /// The same of a record that was once in another table.
    pub fn add_of(
        &mut self,
        format: TableFormat,
        name: &str,
        symbol: &Symbol,
        record: &str,
        statement: Statement,
    ) -> Result<bool, Stop> {
        let key = (format, name.to_owned());
        let table = match self.tables.get(&key) {
            Some(table) => *table,
            None => {
                let table = self.writer.table(format, name)?;
                self.tables.insert(key, table);
                table
            }
        };
        self.tally.format = Some(self.tally.format.map_or(format, |known| known.min(format)));
        Ok(self.writer.add(table, symbol, record, statement)?)
    }

    /// Counts a record that was taken.
    pub fn taken(&mut self, news: bool) {
        match news {
            true => self.tally.new += 1,
            false => self.tally.unchanged += 1,
        }
    }

    /// Names a record that is skipped.
    pub fn skip(&mut self, line: u64, record: Option<u64>, why: Message) {
        self.tally.skipped += 1;
        (self.trouble)(self.name, &Trouble { line, record, why, skipped: true });
    }

    /// Names facts that are left out of a record.
    pub fn leave_out(&mut self, line: u64, record: Option<u64>, whys: Vec<Message>) {
        for why in whys {
            self.tally.left_out += 1;
            (self.trouble)(self.name, &Trouble { line, record, why, skipped: false });
        }
    }

    /// The table is at its end.
    pub fn end(self) -> Result<ImportTally, StoreProblem> {
        for table in self.tables.values() {
            self.writer.end(*table)?;
        }
        self.writer.end_table()?;
        Ok(self.tally)
    }
}
