//! The walk through a document's text, from its elements to lines.
//!
//! What is shown depends on the state of the tracked changes that is read, on fields, of which only the results are
//! shown, and on what is hidden. Numbers of lists and notes are counted as paragraphs and marks come by.

use std::collections::{HashMap, HashSet};

use super::TrackedChanges;
use super::line::{DocumentBlock, Line, LineOrigin, ParagraphLine};
use super::notes::{NoteCounters, NoteKind, NoteRestart};
use super::numbering::{LabelSuffix, ListCounters, Lists, ShownLabel, label_before_change};
use super::signs;
use super::styles::{ParagraphProperties, RunProperties, Styles};
use super::tree::{Content, Vocabulary, XmlElement};
use crate::source::hints::UnreadContent;
use crate::source::note_mark::note_mark;

/// The address that a field links to: `HYPERLINK "address"`, behind switches in some.
fn linked(instruction: &str) -> Option<&str> {
    let rest = instruction.trim_start();
    let (name, rest) = rest.split_at_checked("HYPERLINK".len())?;
    let switch = |rest: &str| rest.starts_with("\\l") || rest.starts_with("\\t");
    let rest = rest.trim_start();
    // What stands behind these is a place in the document or a window.
    if !name.eq_ignore_ascii_case("HYPERLINK") || switch(rest) {
        return None;
    }
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    }
}

/// Whether an address is that of a file: `file:`, a share of a network (`\\\\server`), a drive (`C:\`).
fn is_of_file(address: &str) -> bool {
    let mut start = address.chars();
    let drive = matches!(
        (start.next(), start.next(), start.next()),
        (Some('A'..='Z' | 'a'..='z'), Some(':'), Some('\\' | '/'))
    );
    let scheme = address.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"));
    scheme || drive || address.starts_with("\\\\")
}

/// A picture of so many hundredths of a millimetre in width and height may hold text; emblems and seals are smaller.
const LEGIBLE: (f64, f64) = (5_000.0, 2_500.0);

/// What the walk needs to know of the document beside the part that it goes through.
#[derive(Debug, Default)]
pub struct Surroundings {
    pub styles: Styles,
    pub lists: Lists,
    pub changes: TrackedChanges,
}

/// A note that the text calls.
#[derive(Debug, Clone)]
pub struct CalledNote {
    pub kind: NoteKind,
    /// The name by which the text calls it.
    pub id: String,
    /// Its number; `None` where its mark was typed.
    pub label: Option<String>,
    /// The section in which it is called.
    pub section: usize,
    /// The paragraph in which it is called.
    pub paragraph: Option<usize>,
}

/// What is under way in a field.
#[derive(Debug, Default)]
struct DocumentField {
    instruction: String,
    in_result: bool,
    /// What a form's field shows.
    form: Option<String>,
}

/// Changes of a run of elements that are open.
#[derive(Debug, Default, Clone, Copy)]
struct OpenChanges {
    inserted: usize,
    deleted: usize,
}

/// Where lines are put, and the words that wait for the paragraph that they have become a part of.
#[derive(Debug, Default)]
struct Container {
    blocks: Vec<DocumentBlock>,
    waiting: Option<(Line, ParagraphProperties)>,
}

/// A walk through a document.
pub struct Walk<'w> {
    around: &'w Surroundings,
    counters: ListCounters,
    notes_counted: NoteCounters,
    /// The notes that were called so far, in order.
    pub notes: Vec<CalledNote>,
    /// How many paragraphs of the document came by.
    paragraphs: usize,
    /// What is read now.
    origin: LineOrigin,
    /// Paragraphs are counted, since they are those of the document's own text.
    counts_paragraphs: bool,
    section: usize,
    open: OpenChanges,
    /// Inside a row that is not there in this state of the changes.
    absent: usize,
    fields: Vec<DocumentField>,
    /// How many of the fields are not yet at their results.
    instructing: usize,
    /// Fields that never end, by the places of their elements: they hide nothing.
    endless: HashSet<usize>,
    /// Text boxes of the paragraph, which come behind it.
    boxes: Vec<DocumentBlock>,
    told_of_pages: bool,
    /// How many tables came by.
    table: usize,
    paragraph_style: Option<String>,
    /// Where the links of the part that is read lead, by the names by which it calls them.
    pub links: HashMap<String, String>,
    /// Addresses of files that were told of.
    told_files: HashSet<String>,
}

impl<'w> Walk<'w> {
    /// A walk that has seen nothing yet.
    pub fn new(around: &'w Surroundings, notes_counted: NoteCounters) -> Walk<'w> {
        Walk {
            around,
            counters: ListCounters::default(),
            notes_counted,
            notes: Vec::new(),
            paragraphs: 0,
            origin: LineOrigin::default(),
            counts_paragraphs: false,
            section: 0,
            open: OpenChanges::default(),
            absent: 0,
            fields: Vec::new(),
            instructing: 0,
            endless: HashSet::new(),
            boxes: Vec::new(),
            told_of_pages: false,
            table: 0,
            paragraph_style: None,
            links: HashMap::new(),
            told_files: HashSet::new(),
        }
    }

    /// The lines of the document's own text.
    pub fn body(&mut self, body: &XmlElement<'_>) -> Vec<DocumentBlock> {
        self.counts_paragraphs = true;
        let blocks = self.story(body);
        self.counts_paragraphs = false;
        blocks
    }

    /// The lines of a note, or of a header.
    pub fn apart(&mut self, element: &XmlElement<'_>, origin: LineOrigin) -> Vec<DocumentBlock> {
        self.origin = origin;
        self.story(element)
    }

    fn story(&mut self, element: &XmlElement<'_>) -> Vec<DocumentBlock> {
        let mut begun = Vec::new();
        endless_fields(element, &mut begun);
        self.endless.extend(begun);
        let fields = (std::mem::take(&mut self.fields), std::mem::take(&mut self.instructing));
        let mut container = Container::default();
        self.blocks(element, &mut container);
        self.flush(&mut container);
        (self.fields, self.instructing) = fields;
        container.blocks
    }

    /// Whether what is read now is there in the state of the changes that is asked for.
    fn is_there(&self) -> bool {
        match self.around.changes {
            TrackedChanges::Accepted => self.open.deleted == 0,
            TrackedChanges::Original => self.open.inserted == 0,
            TrackedChanges::All => true,
        }
    }

    /// Whether an element is one of changes; gives what is open inside it.
    fn inside(&self, element: &XmlElement<'_>) -> Option<OpenChanges> {
        let OpenChanges { inserted, deleted } = self.open;
        match element.name {
            _ if element.vocabulary != Vocabulary::Word => None,
            "ins" | "moveTo" => Some(OpenChanges { inserted: inserted + 1, deleted }),
            "del" | "moveFrom" => Some(OpenChanges { inserted, deleted: deleted + 1 }),
            _ => None,
        }
    }

    /// Whether the mark, row or cell that these properties are of is not there in this state of the changes.
    fn is_gone(&self, properties: Option<&XmlElement<'_>>, inserted: &[&str], deleted: &[&str]) -> bool {
        let has = |names: &[&str]| properties.is_some_and(|own| names.iter().any(|name| own.child(name).is_some()));
        match self.around.changes {
            TrackedChanges::Accepted => has(deleted),
            TrackedChanges::Original => has(inserted),
            TrackedChanges::All => false,
        }
    }

    /// The properties as they are in this state of the changes.
    fn settled<'e, 'a>(&self, properties: Option<&'e XmlElement<'a>>, change: &str) -> Option<&'e XmlElement<'a>> {
        let before = properties.and_then(|own| own.child(change));
        match (self.around.changes, before) {
            (TrackedChanges::Original, Some(before)) => before.elements().next(),
            _ => properties,
        }
    }

    fn blocks(&mut self, parent: &XmlElement<'_>, container: &mut Container) {
        for element in parent.elements() {
            self.block(element, container);
        }
    }

    fn block(&mut self, element: &XmlElement<'_>, container: &mut Container) {
        if let Some(inside) = self.inside(element) {
            let before = std::mem::replace(&mut self.open, inside);
            self.blocks(element, container);
            self.open = before;
            return;
        }
        match (element.vocabulary, element.name) {
            (Vocabulary::Word, "p") => self.paragraph(element, container),
            (Vocabulary::Word, "tbl") => {
                self.flush(container);
                self.table += 1;
                self.table(element, container);
            }
            (Vocabulary::Word, "sdt") => {
                if let Some(content) = element.child("sdtContent") {
                    self.blocks(content, container);
                }
            }
            (Vocabulary::Word, "altChunk" | "subDoc") => {
                self.apart_unread(UnreadContent::OtherDocument, container);
            }
            (Vocabulary::Word, "sectPr" | "pPr" | "tblPr" | "tcPr" | "trPr" | "sdtPr" | "customXmlPr") => {}
            // Formulas may stand between paragraphs.
            (Vocabulary::Math, _) => {
                let mut line = Line::default();
                line.begin(self.origin);
                self.math(element, &mut line);
                self.finish(line, &ParagraphProperties::default(), None, container);
            }
            _ if holds_blocks(element) => self.blocks(element, container),
            // Runs belong into paragraphs; where a program has left one outside, it is one.
            (Vocabulary::Word, _) if has_words(element) => {
                let mut line = Line::default();
                line.begin(self.origin);
                self.inline_element(element, &mut line);
                self.finish(line, &ParagraphProperties::default(), None, container);
            }
            (Vocabulary::Word, _) => {}
            _ if has_words(element) => {
                self.apart_unread(UnreadContent::Unknown(element.name.to_owned()), container);
            }
            _ => {}
        }
    }

    /// Something between paragraphs that can't be read.
    fn apart_unread(&mut self, content: UnreadContent, container: &mut Container) {
        if self.is_there() {
            let mut line = Line::default();
            line.begin(self.origin);
            line.push_unread(content);
            self.finish(line, &ParagraphProperties::default(), None, container);
        }
    }

    fn paragraph(&mut self, element: &XmlElement<'_>, container: &mut Container) {
        if self.counts_paragraphs {
            self.paragraphs += 1;
            self.origin.paragraph = Some(self.paragraphs);
        }
        let own = element.child("pPr");
        let mark = own.and_then(|own| own.child("rPr"));
        let settled = self.settled(own, "pPrChange");
        let mut properties = self.around.styles.paragraph(settled);
        let numbering = settled.and_then(|settled| settled.child("numPr"));
        let mut label_before = None;
        if let Some(numbering) = numbering.filter(|_| self.around.changes == TrackedChanges::Original) {
            // The number was put in under tracking, or was another one.
            if numbering.child("ins").is_some() {
                properties = ParagraphProperties { list: None, level: None, ..properties };
            } else if let Some(change) = numbering.child("numberingChange") {
                label_before = change.attribute("original").and_then(|original| label_before_change(&original));
            }
        }
        let mut line = match container.waiting.take() {
            Some((line, _)) => line,
            None => Line::default(),
        };
        line.begin(self.origin);
        let style_before = std::mem::replace(&mut self.paragraph_style, properties.style.clone());
        let boxes_before = std::mem::take(&mut self.boxes);
        self.inline(element, &mut line);
        self.paragraph_style = style_before;
        let boxes = std::mem::replace(&mut self.boxes, boxes_before);
        let hidden = mark.is_some_and(|mark| RunProperties::of(mark).hidden == Some(true));
        let gone = self.is_gone(mark, &["ins", "moveTo"], &["del", "moveFrom"]);
        match gone || hidden {
            true => container.waiting = Some((line, properties)),
            false => self.finish(line, &properties, label_before, container),
        }
        container.blocks.extend(boxes);
        if self.counts_paragraphs && own.is_some_and(|own| own.child("sectPr").is_some()) {
            container.blocks.push(DocumentBlock::SectionEnd(self.section));
            self.section += 1;
        }
    }

    /// Ends what waits for a next paragraph where there is none.
    fn flush(&mut self, container: &mut Container) {
        if let Some((line, properties)) = container.waiting.take()
            && !line.is_blank()
        {
            self.finish(line, &properties, None, container);
        }
    }

    /// Puts a paragraph where it belongs, with its number.
    fn finish(
        &mut self,
        mut line: Line,
        properties: &ParagraphProperties,
        label_before: Option<String>,
        container: &mut Container,
    ) {
        if self.absent > 0 {
            return;
        }
        let counted = self.counters.count(&self.around.lists, &self.around.styles, properties);
        let before = label_before.map(|text| ShownLabel { text, suffix: LabelSuffix::Space, unknown_format: None });
        let label = before.or(counted);
        if let Some(name) = label.as_ref().and_then(|label| label.unknown_format.clone()) {
            line.unread.insert(0, (0..0, UnreadContent::NumberFormat(name)));
        }
        if label.is_none() && line.is_blank() && line.unread.is_empty() {
            return;
        }
        container.blocks.push(DocumentBlock::Paragraph(ParagraphLine {
            label,
            line,
            is_heading: properties.is_heading,
        }));
    }

    fn table(&mut self, table: &XmlElement<'_>, container: &mut Container) {
        for element in table.elements() {
            match (element.vocabulary, element.name) {
                (Vocabulary::Word, "tr") => self.row(element, container),
                (Vocabulary::Word, "tblPr" | "tblGrid" | "sdtPr") => {}
                // What stands in no row or cell is there all the same.
                (Vocabulary::Word, "p" | "tbl") => self.block(element, container),
                _ => match self.inside(element) {
                    Some(inside) => {
                        let before = std::mem::replace(&mut self.open, inside);
                        self.table(element, container);
                        self.open = before;
                    }
                    None => self.table(element, container),
                },
            }
        }
    }

    fn row(&mut self, row: &XmlElement<'_>, container: &mut Container) {
        let gone = self.is_gone(row.child("trPr"), &["ins"], &["del"]);
        self.absent += usize::from(gone);
        let mut cells = Vec::new();
        self.cells(row, &mut cells);
        self.absent -= usize::from(gone);
        cells.retain(|cell: &Vec<DocumentBlock>| !cell.is_empty());
        let one_each = cells.iter().all(|cell| matches!(cell.as_slice(), [DocumentBlock::Paragraph(_)]));
        if one_each && cells.len() > 1 {
            let paragraphs = cells.into_iter().flatten().filter_map(|block| match block {
                DocumentBlock::Paragraph(paragraph) => Some(paragraph),
                _ => None,
            });
            container.blocks.push(DocumentBlock::Row { table: self.table, cells: paragraphs.collect() });
        } else {
            container.blocks.extend(cells.into_iter().flatten());
        }
    }

    fn cells(&mut self, row: &XmlElement<'_>, cells: &mut Vec<Vec<DocumentBlock>>) {
        for element in row.elements() {
            match (element.vocabulary, element.name) {
                (Vocabulary::Word, "tc") => {
                    let gone = self.is_gone(element.child("tcPr"), &["cellIns"], &["cellDel"]);
                    self.absent += usize::from(gone);
                    let mut container = Container::default();
                    self.blocks(element, &mut container);
                    self.flush(&mut container);
                    self.absent -= usize::from(gone);
                    cells.push(container.blocks);
                }
                (Vocabulary::Word, "trPr" | "tblPrEx" | "sdtPr") => {}
                (Vocabulary::Word, "p" | "tbl") => {
                    let mut container = Container::default();
                    self.block(element, &mut container);
                    self.flush(&mut container);
                    cells.push(container.blocks);
                }
                _ => self.cells(element, cells),
            }
        }
    }

    /// What stands in a paragraph.
    fn inline(&mut self, parent: &XmlElement<'_>, line: &mut Line) {
        for element in parent.elements() {
            self.inline_element(element, line);
        }
    }

    fn inline_element(&mut self, element: &XmlElement<'_>, line: &mut Line) {
        if let Some(inside) = self.inside(element) {
            let before = std::mem::replace(&mut self.open, inside);
            self.inline(element, line);
            self.open = before;
            return;
        }
        match (element.vocabulary, element.name) {
            (Vocabulary::Word, "r") => self.run(element, line),
            (Vocabulary::Word, "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr" | "fldData") => {}
            (Vocabulary::Word, "fldSimple") => self.simple_field(element, line),
            (Vocabulary::Word, "hyperlink") => {
                let address = element.attribute("id").and_then(|id| self.links.get(&*id).cloned());
                self.link(address.as_deref(), line);
                self.inline(element, line);
            }
            (Vocabulary::Word, "subDoc" | "altChunk") => self.unread(UnreadContent::OtherDocument, line),
            (Vocabulary::Word, "p") => {
                // No paragraph stands in another but by a program's mistake.
                self.inline(element, line);
            }
            (Vocabulary::Math, _) => self.math(element, line),
            (Vocabulary::Word, name) if is_run_content(name) => {
                self.run_content(element, RunProperties::default(), line);
            }
            _ if element.elements().next().is_some() => self.inline(element, line),
            _ if has_words(element) => self.unread(UnreadContent::Unknown(element.name.to_owned()), line),
            _ => {}
        }
    }

    /// Whether words that come now are shown, but for being hidden.
    fn is_shown(&self) -> bool {
        self.instructing == 0 && self.absent == 0 && self.is_there()
    }

    fn unread(&mut self, content: UnreadContent, line: &mut Line) {
        if self.is_shown() {
            line.push_unread(content);
        }
    }

    fn run(&mut self, run: &XmlElement<'_>, line: &mut Line) {
        let settled = self.settled(run.child("rPr"), "rPrChange");
        let properties = self.around.styles.run(settled, self.paragraph_style.as_deref());
        for element in run.elements() {
            self.run_content(element, properties, line);
        }
    }

    fn run_content(&mut self, element: &XmlElement<'_>, properties: RunProperties, line: &mut Line) {
        if element.vocabulary == Vocabulary::Word {
            match element.name {
                "fldChar" => return self.field(element, properties, line),
                "instrText" | "delInstrText" => {
                    if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                        field.instruction.push_str(&element.text());
                    }
                    return;
                }
                _ => {}
            }
        }
        if !self.is_shown() {
            return;
        }
        let hidden = properties.hidden == Some(true);
        if hidden {
            let words = match element.name {
                "t" | "delText" => element.text(),
                _ => String::new(),
            };
            if !words.trim().is_empty() {
                line.note_unread(UnreadContent::Hidden(words));
            }
            return;
        }
        match (element.vocabulary, element.name) {
            (Vocabulary::Word, "t" | "delText") => {
                let words = element.text();
                let keeps = element.attribute("space").is_some_and(|space| space == "preserve");
                let words = if keeps { words.as_str() } else { words.trim_matches([' ', '\n', '\r', '\t']) };
                match properties.raised == Some(true) {
                    true => line.push_raised(words),
                    false => line.push_words(words),
                }
            }
            (Vocabulary::Word, "tab" | "ptab") => line.text.push('\t'),
            (Vocabulary::Word, "br") => {
                let page = matches!(element.attribute("type").as_deref(), Some("page" | "column"));
                line.text.push(if page { '\u{c}' } else { '\n' });
            }
            (Vocabulary::Word, "cr") => line.text.push('\n'),
            (Vocabulary::Word, "noBreakHyphen") => line.text.push('\u{2011}'),
            (Vocabulary::Word, "sym") => self.sign(element, line),
            (Vocabulary::Word, "footnoteReference") => self.note(element, NoteKind::Footnote, line),
            (Vocabulary::Word, "endnoteReference") => self.note(element, NoteKind::Endnote, line),
            (Vocabulary::Word, "drawing" | "pict" | "object") => self.graphic(element, line),
            (Vocabulary::Word, "contentPart") => line.push_unread(UnreadContent::Picture),
            (Vocabulary::Word, "ruby") => {
                for (part, frame) in [("rubyBase", ["", ""]), ("rt", ["(", ")"])] {
                    if let Some(part) = element.child(part).filter(|part| has_words(part)) {
                        line.text.push_str(frame.first().copied().unwrap_or_default());
                        self.inline(part, line);
                        line.text.push_str(frame.last().copied().unwrap_or_default());
                    }
                }
            }
            (Vocabulary::Word, "dayShort" | "monthShort" | "yearShort" | "dayLong" | "monthLong" | "yearLong") => {
                line.push_unread(UnreadContent::Field("DATE".to_owned()));
            }
            (Vocabulary::Word, name) if is_run_content(name) || name == "rPr" => {}
            (Vocabulary::Math, _) => self.math(element, line),
            _ if element.elements().next().is_some() => self.inline(element, line),
            _ if has_words(element) => line.push_unread(UnreadContent::Unknown(element.name.to_owned())),
            _ => {}
        }
    }

    fn sign(&mut self, element: &XmlElement<'_>, line: &mut Line) {
        let font = element.attribute("font").unwrap_or_default();
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        match code.and_then(|code| signs::of_font(&font, code)) {
            Some(sign) => line.text.push(sign),
            None => line.push_unread(UnreadContent::Sign(font.into_owned())),
        }
    }

    fn note(&mut self, element: &XmlElement<'_>, kind: NoteKind, line: &mut Line) {
        let id = element.attribute("id").unwrap_or_default().into_owned();
        let marked = element.attribute("customMarkFollows").is_some_and(|on| !matches!(&*on, "0" | "false" | "off"));
        let label = (!marked).then(|| {
            let (label, counting) = self.notes_counted.count(kind, self.section);
            if counting.restart == NoteRestart::EachPage && !std::mem::replace(&mut self.told_of_pages, true) {
                line.note_unread(UnreadContent::NotesByPage);
            }
            line.push_marker(&note_mark(&label));
            label
        });
        let paragraph = self.origin.paragraph;
        self.notes.push(CalledNote { kind, id, label, section: self.section, paragraph });
    }

    /// Tells of a link to a file, once for each address: whoever gets the document reads there how folders and computers are
    /// named. Other links disclose nothing that their words don't, or are meant for everybody.
    fn link(&mut self, address: Option<&str>, line: &mut Line) {
        let Some(address) = address.map(str::trim).filter(|address| is_of_file(address)) else { return };
        if self.is_shown() && self.told_files.insert(address.to_owned()) {
            line.note_unread(UnreadContent::LinkToFile(address.to_owned()));
        }
    }

    fn simple_field(&mut self, element: &XmlElement<'_>, line: &mut Line) {
        let before = line.text.len();
        self.link(element.attribute("instr").as_deref().and_then(linked), line);
        self.inline(element, line);
        if line.text.len() == before && element.child("r").is_none() {
            let instruction = element.attribute("instr").unwrap_or_default();
            self.without_result(
                &DocumentField { instruction: instruction.into_owned(), ..DocumentField::default() },
                line,
            );
        }
    }

    fn field(&mut self, element: &XmlElement<'_>, properties: RunProperties, line: &mut Line) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") if !self.endless.contains(&place(element)) => {
                let form = element.child("ffData").and_then(form_value);
                self.fields.push(DocumentField { form, ..DocumentField::default() });
                self.instructing += 1;
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                    field.in_result = true;
                    self.instructing -= 1;
                    let instruction = std::mem::take(&mut field.instruction);
                    self.link(linked(&instruction), line);
                    if let Some(field) = self.fields.last_mut() {
                        field.instruction = instruction;
                    }
                }
            }
            Some("end") => {
                let Some(field) = self.fields.pop() else { return };
                self.instructing -= usize::from(!field.in_result);
                let is_shown = self.is_shown() && properties.hidden != Some(true);
                if !field.in_result && is_shown {
                    self.without_result(&field, line);
                }
            }
            _ => {}
        }
    }

    /// A field that has no result in the file, though it may show something.
    fn without_result(&mut self, field: &DocumentField, line: &mut Line) {
        /// These show nothing, or what belongs to a page and not to the text.
        const SHOW_NOTHING: [&str; 22] = [
            "ADDIN",
            "ADVANCE",
            "ASK",
            "COMMENTS",
            "DDE",
            "DDEAUTO",
            "FILLIN",
            "HYPERLINK",
            "INDEX",
            "NEXT",
            "NEXTIF",
            "NUMPAGES",
            "PAGE",
            "PRIVATE",
            "RD",
            "SECTION",
            "SECTIONPAGES",
            "SEQ",
            "SET",
            "TA",
            "TC",
            "XE",
        ];
        if !self.is_shown() {
            return;
        }
        if let Some(value) = &field.form {
            return line.push_words(value);
        }
        let mut words = field.instruction.split_whitespace();
        let name = words.next().unwrap_or_default().to_ascii_uppercase();
        match name.as_str() {
            "" => {}
            "SYMBOL" => {
                let code = words.next().unwrap_or_default();
                let code = match code.strip_prefix("0x").or_else(|| code.strip_prefix("0X")) {
                    Some(digits) => u32::from_str_radix(digits, 16).ok(),
                    None => code.parse().ok(),
                };
                let font = field.instruction.split_once("\\f").map(|(_, font)| font.trim()).unwrap_or_default();
                let font = font.trim_start_matches('"').split(['"', '\\']).next().unwrap_or_default().trim();
                match code.and_then(|code| signs::of_font(font, code)) {
                    Some(sign) => line.text.push(sign),
                    None => line.push_unread(UnreadContent::Sign(font.to_owned())),
                }
            }
            // What is to be clicked on is the text behind the macro's name.
            "MACROBUTTON" | "GOTOBUTTON" => {
                let shown: Vec<&str> = words.skip(1).collect();
                line.push_words(&shown.join(" "));
            }
            _ if SHOW_NOTHING.contains(&name.as_str()) => {}
            _ => line.push_unread(UnreadContent::Field(name)),
        }
    }

    /// A drawing, a picture or an object: its text boxes are read, the rest is told of.
    fn graphic(&mut self, graphic: &XmlElement<'_>, line: &mut Line) {
        let mut boxes = Vec::new();
        graphic.outermost(&|element| element.is("txbxContent"), &mut boxes);
        let has_boxes = !boxes.is_empty();
        let counts_paragraphs = std::mem::replace(&mut self.counts_paragraphs, false);
        for content in boxes {
            let before = std::mem::take(&mut self.boxes);
            let blocks = self.story(content);
            self.boxes = before;
            self.boxes.extend(blocks);
        }
        self.counts_paragraphs = counts_paragraphs;
        let data = |kind: &str| {
            let holds = |element: &XmlElement<'_>| {
                element.name == "graphicData" && element.attribute("uri").is_some_and(|uri| uri.contains(kind))
            };
            graphic.find(&holds).is_some()
        };
        let named = |name: &str| graphic.find(&|element: &XmlElement<'_>| element.name == name);
        let content = if data("/chart") {
            Some(UnreadContent::Chart)
        } else if data("/diagram") {
            Some(UnreadContent::Diagram)
        } else if let Some(object) = named("OLEObject") {
            let program = object.attribute("ProgID").unwrap_or_default();
            Some(if program.starts_with("Equation") { UnreadContent::Equation } else { UnreadContent::EmbeddedObject })
        } else if graphic.is("object") && !has_boxes {
            Some(UnreadContent::EmbeddedObject)
        } else if named("textpath").is_some() || graphic.find(&is_drawn_text).is_some() {
            Some(UnreadContent::Diagram)
        } else if !has_boxes && is_legible_picture(graphic) && self.origin.paragraph.is_some() {
            Some(UnreadContent::Picture)
        } else {
            None
        };
        if let Some(content) = content {
            line.push_unread(content);
        }
    }

    /// A formula: as it is written, where it is written in one line.
    fn math(&mut self, formula: &XmlElement<'_>, line: &mut Line) {
        const IN_A_LINE: [&str; 12] =
            ["oMath", "oMathPara", "oMathParaPr", "r", "t", "rPr", "ctrlPr", "jc", "sty", "nor", "lit", "brk"];
        if !self.is_shown() {
            return;
        }
        let has_structure =
            |element: &XmlElement<'_>| element.vocabulary == Vocabulary::Math && !IN_A_LINE.contains(&element.name);
        match formula.find(&has_structure).is_some() {
            true => line.push_unread(UnreadContent::Equation),
            false => self.math_words(formula, line),
        }
    }

    fn math_words(&mut self, element: &XmlElement<'_>, line: &mut Line) {
        let before = self.open;
        self.open = self.inside(element).unwrap_or(before);
        match element.vocabulary == Vocabulary::Math && element.name == "t" {
            true if self.is_shown() => line.push_words(&element.text()),
            true => {}
            false => element.elements().for_each(|child| self.math_words(child, line)),
        }
        self.open = before;
    }
}

/// An element's place, by which it is known again.
fn place(element: &XmlElement<'_>) -> usize {
    std::ptr::from_ref(element).addr()
}

/// The fields that begin in an element and never end, text boxes aside, which are stories of their own.
fn endless_fields(element: &XmlElement<'_>, begun: &mut Vec<usize>) {
    for child in element.elements() {
        if child.is("fldChar") {
            match child.attribute("fldCharType").as_deref() {
                Some("begin") => begun.push(place(child)),
                Some("end") => {
                    begun.pop();
                }
                _ => {}
            }
        } else if !child.is("txbxContent") {
            endless_fields(child, begun);
        }
    }
}

/// What a field of a form shows.
fn form_value(form: &XmlElement<'_>) -> Option<String> {
    if let Some(list) = form.child("ddList") {
        let chosen = list.child("result").or(list.child("default")).and_then(XmlElement::number).unwrap_or(0);
        let entry = list.elements().filter(|child| child.is("listEntry")).nth(usize::try_from(chosen).ok()?)?;
        return entry.value().map(String::from);
    }
    let mark = form.child("checkBox")?;
    let checked = mark.child("checked").or(mark.child("default")).is_some_and(XmlElement::is_on);
    Some(if checked { "☒" } else { "☐" }.to_owned())
}

/// Whether paragraphs or tables stand in an element.
fn holds_blocks(element: &XmlElement<'_>) -> bool {
    element.find(&|inside: &XmlElement<'_>| inside.is("p") || inside.is("tbl") || inside.is("altChunk")).is_some()
}

/// Whether an element, or what stands in it, has words.
fn has_words(element: &XmlElement<'_>) -> bool {
    element.content.iter().any(|content| match content {
        Content::Text(text) => !text.trim().is_empty(),
        Content::Element(inside) => has_words(inside),
    })
}

/// Whether it is text that is part of a drawing, and of no text box.
fn is_drawn_text(element: &XmlElement<'_>) -> bool {
    element.vocabulary == Vocabulary::Drawing && element.name == "t" && has_words(element)
}

/// Whether a drawing is a picture that is large enough to hold text.
fn is_legible_picture(graphic: &XmlElement<'_>) -> bool {
    let named = |name: &str| graphic.find(&|element: &XmlElement<'_>| element.name == name);
    if named("pic").is_none() && named("imagedata").is_none() {
        return false;
    }
    // 360 of the unit in which drawings are measured are a hundredth of a millimetre.
    let extent = named("extent").and_then(|extent| {
        let side = |name: &str| extent.attribute(name)?.parse::<f64>().ok().map(|units| units / 360.0);
        Some((side("cx")?, side("cy")?))
    });
    let extent = extent.or_else(|| {
        let shape = graphic.find(&|element: &XmlElement<'_>| {
            element.vocabulary == Vocabulary::Vml && element.attribute("style").is_some()
        })?;
        let style = shape.attribute("style")?;
        let side = |name: &str| {
            let value =
                style.split(';').find_map(|one| one.trim().strip_prefix(name)?.trim().strip_prefix(':'))?.trim();
            let (number, unit) = value.split_at(value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len()));
            let factor = match unit {
                "in" => 2_540.0,
                "cm" => 1_000.0,
                "mm" => 100.0,
                _ => 2_540.0 / 72.0,
            };
            number.trim().parse::<f64>().ok().map(|number| number * factor)
        };
        Some((side("width")?, side("height")?))
    });
    extent.is_some_and(|(width, height)| width >= LEGIBLE.0 && height >= LEGIBLE.1)
}

/// What stands in runs, by its name, and has nothing in it that must be walked through.
fn is_run_content(name: &str) -> bool {
    const NAMES: [&str; 34] = [
        "t",
        "delText",
        "instrText",
        "delInstrText",
        "tab",
        "ptab",
        "br",
        "cr",
        "noBreakHyphen",
        "softHyphen",
        "sym",
        "fldChar",
        "footnoteReference",
        "endnoteReference",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
        "separator",
        "continuationSeparator",
        "commentReference",
        "lastRenderedPageBreak",
        "pgNum",
        "drawing",
        "pict",
        "object",
        "contentPart",
        "ruby",
        "dayShort",
        "monthShort",
        "yearShort",
        "dayLong",
        "monthLong",
        "yearLong",
        "proofErr",
    ];
    NAMES.contains(&name)
}
