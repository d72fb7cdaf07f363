//! The paragraphs of a part as they stand in its XML, byte by byte: their runs, and what each run says.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// A paragraph. All places are bytes of the part.
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
    /// It holds tracked changes.
    pub has_changes: bool,
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

/// The paragraphs of a part, in order, but for those of text boxes. `None` where it is no XML, or one with entities of its own.
pub fn paragraphs(xml: &str) -> Option<Vec<ScannedParagraph>> {
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
    Some(scan.paragraphs)
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
        let wanted =
            matches!(name, "t" | "fldChar" | "footnoteReference" | "footnote" | "br" | "ilvl" | "vanish" | "vertAlign");
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
                    ..ScannedParagraph::default()
                });
            }
            "footnote" => self.note = attributes.get("id").cloned(),
            "r" if self.paragraph.is_some() && self.run.is_none() && self.nested == 0 => {
                self.run = Some(ScannedRun { range: start..start, ..ScannedRun::default() });
                self.depth_in_run = 0;
            }
            "ins" | "del" | "moveFrom" | "moveTo" | "pPrChange" | "rPrChange" if self.nested == 0 => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.has_changes = true;
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

    fn opened(&mut self, behind: usize) {
        if let Some(open) = self.open.last_mut() {
            open.inside = behind;
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
            "tc" | "body" => self.last(),
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
