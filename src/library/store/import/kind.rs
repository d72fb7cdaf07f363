//! What a table is, by its beginning.

use std::fmt;
use std::io::Read;

use memchr::memmem;

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

/// A file that is no table that we know. Printed as plain sentences: what was seen, and the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unrecognised {
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

impl fmt::Display for Unrecognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NEEDED: &str = "Name the columns in the first line: `symbol`, and some of `title`, `title_fr` and so on, \
                              `adopted`, `vote`, `meeting`, `draft`, `report`";
        let list = |columns: &[String]| {
            let few: Vec<String> = columns.iter().take(8).map(|column| format!("“{column}”")).collect();
            few.join(", ") + if columns.len() > 8 { " and more" } else { "" }
        };
        match self {
            Unrecognised::Empty => f.write_str("There is nothing in this file."),
            Unrecognised::Foreign(what) => {
                write!(
                    f,
                    "This is {what}, not a table that can be imported. Save the table as CSV in UTF-8 and give me that."
                )
            }
            Unrecognised::OtherXml => {
                f.write_str("This XML is no MARCXML. In the UN Digital Library, export the records as “MARCXML”.")
            }
            Unrecognised::JsonArray => f.write_str(
                "This is JSON in one piece. JSON is read with one object a line; `jq -c '.[]'` makes that of it.",
            ),
            Unrecognised::NoSymbols(columns) => {
                write!(f, "No column of this table has document symbols. Its columns are {}. {NEEDED}.", list(columns))
            }
            Unrecognised::NothingKnown(columns) => {
                write!(
                    f,
                    "Nothing in this table is known beside the symbols. Its columns are {}. {NEEDED}.",
                    list(columns)
                )
            }
        }
    }
}

/// How formats begin that people take for tables.
const FOREIGN: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "an Excel or Word file, or another zipped one"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\0", "a database"),
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
