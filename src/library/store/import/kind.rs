//! What a table is, by its beginning.

use std::io::Read;

use memchr::memmem;

use super::faults;
use crate::messages::{Argument, ArgumentText, Message};

/// What a table is.
#[derive(Debug)]
pub(super) enum TableKind {
    Marcxml,
    JsonLines,
    Columns(TableLayout),
}

/// A table with a header: its columns and how they are separated.
#[derive(Debug)]
pub(super) struct TableLayout {
    pub columns: Vec<String>,
    separator: u8,
    quoting: bool,
}

/// A file that is no table that we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unrecognised {
    /// The table is empty.
    Empty,
    /// Another program's format, by its name.
    Foreign(&'static str),
    /// XML, but no MARCXML.
    OtherXml,
    /// JSON in one piece.
    JsonArray,
    /// A table in which no column has symbols.
    NoSymbols(Vec<String>),
    /// A table that has symbols and nothing else that is known.
    NothingKnown(Vec<String>),
}

/// What makes a line of each object of a JSON array.
const LINES_OF_ARRAY: &str = "jq -c '.[]'";

/// How many columns of a table are named.
const NAMED: usize = 8;

impl Unrecognised {
    /// What the user is told: what was seen, and the mend.
    pub fn message(&self) -> Message {
        let list = |columns: &[String]| {
            let few = columns.iter().take(NAMED).map(|column| Argument::name(column.as_str()));
            few.chain((columns.len() > NAMED).then(|| Argument::name(ArgumentText::fixed("…")))).collect()
        };
        match self {
            Unrecognised::Empty => faults::empty(),
            Unrecognised::Foreign(what) => faults::foreign(what),
            Unrecognised::OtherXml => faults::other_xml(),
            Unrecognised::JsonArray => faults::json_array(ArgumentText::fixed(LINES_OF_ARRAY)),
            Unrecognised::NoSymbols(columns) => faults::no_symbols(list(columns)),
            Unrecognised::NothingKnown(columns) => faults::nothing_known(list(columns)),
        }
    }
}

/// How formats begin that people take for tables, and what each is called in the message.
const FOREIGN: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "zipped"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF", "portable"),
    (b"\x1f\x8b", "compressed"),
    (b"SQLite format 3\0", "other"),
];

/// Whether this much of a table is enough to know what it is: its header is whole.
pub(super) fn is_enough(head: &[u8]) -> bool {
    let first = head.trim_ascii_start();
    !first.starts_with(b"<") && first.contains(&b'\n')
}

/// Says what a table is by its beginning.
pub(super) fn recognise(head: &[u8]) -> Result<TableKind, Unrecognised> {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(Unrecognised::Foreign(what));
    }
    let text = head.trim_ascii_start();
    match text.first() {
        None => Err(Unrecognised::Empty),
        Some(b'<') if is_marcxml(text) => Ok(TableKind::Marcxml),
        Some(b'<') => Err(Unrecognised::OtherXml),
        Some(b'{') => Ok(TableKind::JsonLines),
        Some(b'[') => Err(Unrecognised::JsonArray),
        Some(_) => Ok(TableKind::Columns(layout(text))),
    }
}

fn is_marcxml(text: &[u8]) -> bool {
    ["www.loc.gov/MARC21", "datafield", "<record"].iter().any(|sign| memmem::find(text, sign.as_bytes()).is_some())
}

/// How the columns are separated: by what the header has most of.
fn layout(text: &[u8]) -> TableLayout {
    let header = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |separator: u8| header.iter().filter(|byte| **byte == separator).count();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',');
    // A table with tabs has quotation marks around fields or, more often, doesn't know them at all. It doesn't when
    // each line has all the columns as it stands.
    let last = text.iter().rposition(|byte| *byte == b'\n').unwrap_or(text.len());
    let lines =
        text.get(..last).unwrap_or_default().split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let whole = |line: &[u8]| line.iter().filter(|byte| **byte == separator).count() == count(separator);
    let quoting = separator != b'\t' || !lines.into_iter().all(whole);
    let mut layout = TableLayout { columns: Vec::new(), separator, quoting };
    let mut header = layout.reader(text).into_records();
    if let Some(Ok(first)) = header.next() {
        layout.columns = first.iter().map(super::facts::tidy).collect();
    }
    layout
}

impl TableLayout {
    /// Reads a table of this layout, its header too, however many fields a record has.
    pub fn reader<R: Read>(&self, bytes: R) -> csv::Reader<R> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.separator)
            .quoting(self.quoting)
            .from_reader(bytes)
    }
}
