//! The paragraphs of a part as they stand in its XML, byte by byte: their runs, and what each run says.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// What stands in a part. All places are bytes of it.
#[derive(Debug, Clone, Default)]
pub struct ScannedPart {
    /// The paragraphs, in order, but for those of text boxes.
    pub paragraphs: Vec<ScannedParagraph>,
    /// The rows of tables, in the order in which they begin.
    pub rows: Vec<ScannedRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub struct ScannedRow {
    /// The whole element.
    pub range: Range<usize>,
    /// Where its tag ends.
    pub inside: usize,
    /// Where it is no row as the table has them, with the tags.
    pub exceptions: Option<Range<usize>>,
    /// Its properties, with their tags.
    pub properties: Option<Range<usize>>,
    /// Its cells, in order.
    pub cells: Vec<ScannedCell>,
    /// Where the table begins that it is a row of.
    pub table: usize,
    /// Where that table ends.
    pub table_end: usize,
    /// The row that its table stands in, by its place among all.
    pub around: Option<usize>,
}

/// A cell of a row.
#[derive(Debug, Clone, Default)]
pub struct ScannedCell {
    /// Its properties, with their tags.
    pub properties: Option<Range<usize>>,
    /// Its paragraphs, by their places among all, with those of tables in it.
    pub paragraphs: Range<usize>,
}

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub struct ScannedParagraph {
    /// The whole element.
    pub range: Range<usize>,
    /// What stands between its tags; `None` where it is one tag.
    pub inside: Option<Range<usize>>,
    /// Its properties, with their tags.
    pub properties: Option<Range<usize>>,
    /// Its runs, in order, but for those of text boxes.
    pub runs: Vec<ScannedRun>,
    /// The note that it is a paragraph of, by its name in the file.
    pub note: Option<String>,
    /// The row that it stands in, by its place among all.
    pub row: Option<usize>,
    /// Its end was put in under tracking.
    pub end_is_inserted: bool,
    /// Its end was taken out under tracking.
    pub end_is_deleted: bool,
    /// Its end is hidden.
    pub end_is_hidden: bool,
    /// It is the last of its cell, or of the document.
    pub is_last: bool,
    /// A section ends with it.
    pub ends_section: bool,
}

/// A run.
#[derive(Debug, Clone, Default)]
pub struct ScannedRun {
    /// The whole element.
    pub range: Range<usize>,
    /// Its properties, with their tags.
    pub properties: Option<Range<usize>>,
    /// What it says, piece by piece.
    pub atoms: Vec<RunAtom>,
    /// The tags of the elements that it stands in, from the outermost that tells of something put in under tracking.
    pub inserted: Vec<Range<usize>>,
    /// The tag of the element that tells that it was taken out under tracking.
    pub deleted: Option<Range<usize>>,
}

/// A piece of what a run says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunAtom {
    /// Words, a tab, an end of a line, a hyphen that does not break.
    Words(String),
    /// What calls a footnote, by its name in the file.
    Note(String),
    /// What says nothing that is shown in the text, or is no text.
    Other,
}

impl ScannedParagraph {
    /// Whether its end can't be taken out: it is the last of its cell, of a section or of the document.
    pub fn end_has_to_stay(&self) -> bool {
        self.is_last || self.ends_section
    }

    /// Whether it goes on with the next paragraph.
    pub fn is_joined(&self) -> bool {
        (self.end_is_deleted || self.end_is_hidden) && !self.is_last
    }

    /// Whether a tracked change tells of its end.
    pub fn has_changed_end(&self) -> bool {
        self.end_is_inserted || self.end_is_deleted
    }

    /// Whether something in it was put in under tracking.
    pub fn has_insertions(&self) -> bool {
        self.runs.iter().any(|run| !run.inserted.is_empty())
    }

    /// What it says, without what was taken out under tracking.
    pub fn words(&self) -> String {
        self.runs.iter().filter(|run| run.deleted.is_none()).map(ScannedRun::words).collect()
    }
}

impl ScannedRun {
    /// The note that it calls. Its mark, if that is typed, is part of the call.
    pub fn note(&self) -> Option<&str> {
        self.atoms.iter().find_map(|atom| match atom {
            RunAtom::Note(id) => Some(id.as_str()),
            _ => None,
        })
    }

    /// What it says.
    pub fn words(&self) -> String {
        let words = self.atoms.iter().filter_map(|atom| match atom {
            RunAtom::Words(words) => Some(words.as_str()),
            _ => None,
        });
        words.collect()
    }

    /// Whether it says words and nothing else, so that it can be parted.
    pub fn is_words(&self) -> bool {
        self.atoms.iter().all(|atom| matches!(atom, RunAtom::Words(_)))
    }
}

/// What stands in a part. `None` where it is no XML, or one with entities of its own.
pub fn part(xml: &str) -> Option<ScannedPart> {
    let mut scan = Scan::default();
    let mut reader = NsReader::from_str(xml);
    loop {
        let at = usize::try_from(reader.buffer_position()).ok()?;
        let (resolved, event) = reader.read_resolved_event().ok()?;
        let is_word = matches!(resolved, ResolveResult::Bound(address) if address.as_ref().ends_with("wordprocessingml/2006/main") || address.as_ref().ends_with("wordprocessingml/main"));
        let closes = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = if is_word { tag.local_name().as_ref().to_owned() } else { String::new() };
                let end = xml.get(at..)?.find('<').map(|from| at + from)?;
                scan.begin(&name, &tag, end, closes);
                if closes {
                    let behind = usize::try_from(reader.buffer_position()).ok()?;
                    scan.end(behind, behind);
                } else {
                    let behind = usize::try_from(reader.buffer_position()).ok()?;
                    scan.opened(behind);
                }
            }
            Event::End(_) => {
                let behind = usize::try_from(reader.buffer_position()).ok()?;
                let tag = xml.get(..behind)?.rfind("</")?;
                scan.end(tag, behind);
            }
            Event::Text(text) => scan.text(&text.xml10_content()),
            Event::CData(text) => scan.text(&text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
                Some(c) => scan.text(c.encode_utf8(&mut [0; 4])),
                None => scan.text(resolve_predefined_entity(&reference)?),
            },
            Event::DocType(_) => return None,
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
    Some(ScannedPart { paragraphs: scan.paragraphs, rows: scan.rows })
}

/// An element that is open.
#[derive(Debug)]
struct OpenElement {
    name: String,
    start: usize,
    attributes: HashMap<String, String>,
    text: String,
    inside: usize,
}

#[derive(Debug, Default)]
struct Scan {
    open: Vec<OpenElement>,
    paragraphs: Vec<ScannedParagraph>,
    rows: Vec<ScannedRow>,
    /// The rows that are open.
    open_rows: Vec<usize>,
    paragraph: Option<ScannedParagraph>,
    run: Option<ScannedRun>,
    note: Option<String>,
    /// Inside of a run: elements that are open in what it holds.
    depth_in_run: usize,
    /// Fields that are open, each before its result or in it.
    fields: Vec<bool>,
    /// Paragraphs in paragraphs: those of text boxes.
    nested: usize,
}

impl Scan {
    fn begin(&mut self, name: &str, tag: &BytesStart<'_>, start: usize, _closes: bool) {
        let attribute = |one: quick_xml::events::attributes::Attribute<'_>| {
            let value = unescape(&one.value).ok()?.into_owned();
            Some((one.key.local_name().as_ref().to_owned(), value))
        };
        let wanted = matches!(name, "t" | "fldChar" | "footnoteReference" | "footnote" | "br" | "vanish");
        let attributes = if wanted {
            tag.attributes().with_checks(false).flatten().filter_map(attribute).collect()
        } else {
            HashMap::new()
        };
        match name {
            "p" if self.paragraph.is_some() => self.nested += 1,
            "p" => {
                self.paragraph = Some(ScannedParagraph {
                    range: start..start,
                    note: self.note.clone(),
                    row: self.open_rows.last().copied(),
                    ..ScannedParagraph::default()
                });
            }
            "footnote" => self.note = attributes.get("id").cloned(),
            "r" if self.paragraph.is_some() && self.run.is_none() && self.nested == 0 => {
                self.run = Some(self.begun_run(start));
                self.depth_in_run = 0;
            }
            "ins" | "moveTo" | "del" | "moveFrom" | "vanish" if self.nested == 0 && self.run.is_none() => {
                let is_of_end = self.open.iter().rev().map(|open| open.name.as_str()).take(2).eq(["rPr", "pPr"]);
                if let Some(paragraph) = self.paragraph.as_mut().filter(|_| is_of_end) {
                    match name {
                        "ins" | "moveTo" => paragraph.end_is_inserted = true,
                        "del" | "moveFrom" => paragraph.end_is_deleted = true,
                        _ => {
                            let value = attributes.get("val").map(String::as_str);
                            paragraph.end_is_hidden = !matches!(value, Some("0" | "false" | "off"));
                        }
                    }
                }
            }
            "tr" if self.paragraph.is_none() => {
                let table = self.open.iter().rev().find(|open| open.name == "tbl").map_or(start, |table| table.start);
                let around = self.open_rows.last().copied();
                self.open_rows.push(self.rows.len());
                self.rows.push(ScannedRow { range: start..start, table, around, ..ScannedRow::default() });
            }
            "tc" if self.paragraph.is_none() => {
                let first = self.paragraphs.len();
                if let Some(row) = self.open_row() {
                    row.cells.push(ScannedCell { paragraphs: first..first, ..ScannedCell::default() });
                }
            }
            "sectPr" => {
                if let Some(paragraph) = self.paragraph.as_mut() {
                    paragraph.ends_section = true;
                } else {
                    self.last();
                }
            }
            _ => {}
        }
        if self.run.is_some() {
            self.depth_in_run += 1;
        }
        self.open.push(OpenElement { name: name.to_owned(), start, attributes, text: String::new(), inside: start });
    }

    /// The row that is open.
    fn open_row(&mut self) -> Option<&mut ScannedRow> {
        self.open_rows.last().and_then(|row| self.rows.get_mut(*row))
    }

    /// A run that begins, with the changes that it stands in.
    fn begun_run(&self, start: usize) -> ScannedRun {
        let within = self.open.iter().rposition(|open| open.name == "p").map_or(0, |paragraph| paragraph + 1);
        let within = self.open.get(within..).unwrap_or_default();
        let tag = |open: &OpenElement| open.start..open.inside;
        let deleted = within.iter().rev().find(|open| matches!(open.name.as_str(), "del" | "moveFrom")).map(tag);
        let outermost = within.iter().position(|open| matches!(open.name.as_str(), "ins" | "moveTo"));
        let inserted = outermost.and_then(|at| within.get(at..)).unwrap_or_default();
        ScannedRun {
            range: start..start,
            inserted: inserted.iter().map(tag).collect(),
            deleted,
            ..ScannedRun::default()
        }
    }

    fn opened(&mut self, behind: usize) {
        let is_apart = self.paragraph.is_none();
        if let Some(open) = self.open.last_mut() {
            open.inside = behind;
            if open.name == "tr"
                && is_apart
                && let Some(row) = self.open_rows.last().and_then(|row| self.rows.get_mut(*row))
            {
                row.inside = behind;
            }
            if open.name == "p"
                && self.nested == 0
                && let Some(paragraph) = &mut self.paragraph
            {
                paragraph.inside = Some(behind..behind);
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut().filter(|open| open.name == "t") {
            open.text.push_str(text);
        }
    }

    /// An element ends, whose last tag begins at `tag`.
    fn end(&mut self, tag: usize, behind: usize) {
        let Some(element) = self.open.pop() else { return };
        let range = element.start..behind;
        // In a run, two are open where what it holds ends: the run and this.
        if self.run.is_some() {
            match self.depth_in_run {
                1 => {
                    if let Some(mut run) = self.run.take() {
                        run.range.end = behind;
                        if let Some(paragraph) = &mut self.paragraph {
                            paragraph.runs.push(run);
                        }
                    }
                }
                2 => self.in_run(&element, &range),
                _ => {}
            }
            self.depth_in_run = self.depth_in_run.saturating_sub(1);
            if self.nested > 0 && element.name == "p" {
                self.nested -= 1;
            }
            return;
        }
        match element.name.as_str() {
            "p" if self.nested > 0 => self.nested -= 1,
            "p" => {
                if let Some(mut paragraph) = self.paragraph.take() {
                    paragraph.range.end = behind;
                    if let Some(inside) = &mut paragraph.inside {
                        inside.end = tag;
                    }
                    self.paragraphs.push(paragraph);
                }
            }
            "pPr" if self.nested == 0 => {
                if let Some(paragraph) = self.paragraph.as_mut().filter(|paragraph| paragraph.properties.is_none()) {
                    paragraph.properties = Some(range);
                }
            }
            "trPr" | "tblPrEx" | "tcPr" if self.paragraph.is_none() => {
                let in_row = self.open.last().is_some_and(|open| open.name == "tr");
                let in_cell = self.open.last().is_some_and(|open| open.name == "tc");
                let Some(row) = self.open_row() else { return };
                match element.name.as_str() {
                    "trPr" if in_row => row.properties = Some(range),
                    "tblPrEx" if in_row => row.exceptions = Some(range),
                    "tcPr" if in_cell => {
                        if let Some(cell) = row.cells.last_mut() {
                            cell.properties = Some(range);
                        }
                    }
                    _ => {}
                }
            }
            "tr" if self.paragraph.is_none() => {
                if let Some(row) = self.open_row() {
                    row.range.end = behind;
                }
                self.open_rows.pop();
            }
            "tbl" if self.paragraph.is_none() => {
                for row in self.rows.iter_mut().filter(|row| row.table == element.start) {
                    row.table_end = behind;
                }
            }
            "tc" => {
                self.last();
                let end = self.paragraphs.len();
                if self.paragraph.is_none()
                    && let Some(cell) = self.open_row().and_then(|row| row.cells.last_mut())
                {
                    cell.paragraphs.end = end;
                }
            }
            "body" => self.last(),
            "footnote" => {
                self.last();
                self.note = None;
            }
            _ => {}
        }
    }

    /// The last paragraph is that of its cell.
    fn last(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.is_last = true;
        }
    }

    fn in_run(&mut self, element: &OpenElement, range: &Range<usize>) {
        let in_field = self.fields.iter().any(|in_result| !in_result);
        let attribute = |name: &str| element.attributes.get(name).map(String::as_str);
        let words = match element.name.as_str() {
            "rPr" => {
                if let Some(run) = &mut self.run {
                    run.properties = Some(range.clone());
                }
                return;
            }
            "t" if !in_field => {
                let keeps = attribute("space") == Some("preserve");
                let words =
                    if keeps { element.text.as_str() } else { element.text.trim_matches([' ', '\n', '\r', '\t']) };
                RunAtom::Words(words.replace(['\n', '\r', '\t'], " "))
            }
            "tab" if !in_field => RunAtom::Words("\t".to_owned()),
            "br" | "cr" if !in_field && attribute("type").is_none() => RunAtom::Words("\n".to_owned()),
            "noBreakHyphen" if !in_field => RunAtom::Words("\u{2011}".to_owned()),
            "footnoteReference" => RunAtom::Note(attribute("id").unwrap_or_default().to_owned()),
            "lastRenderedPageBreak" => return,
            "fldChar" => {
                match attribute("fldCharType") {
                    Some("begin") => self.fields.push(false),
                    Some("separate") => {
                        if let Some(in_result) = self.fields.last_mut() {
                            *in_result = true;
                        }
                    }
                    _ => {
                        self.fields.pop();
                    }
                }
                RunAtom::Other
            }
            _ => RunAtom::Other,
        };
        if let Some(run) = &mut self.run {
            run.atoms.push(words);
        }
    }
}
