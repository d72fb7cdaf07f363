//! The United Nations' own resolutions in XML (Akoma Ntoso for the United Nations), as plain text.
//!
//! A paragraph is a line, with its number before it; a note's marker is a superscript number, and the notes stand at
//! the end. What is said about the document (`meta`) is left out: the text says it, too. Where each piece of the text
//! stands in the file is kept, so that an editor can be sent there. Source: files of the
//! namespace `http://un.org/akn4un`.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::script::superscript;

/// How near to the beginning of a file its root stands, in bytes.
const ROOT: usize = 2 << 10;

/// A text, and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    pub text: String,
    pub origin: Origin,
}

/// Where the pieces of a text stand in the file that it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The file.
    pub source: String,
    /// The byte at which each piece begins, in the text and in the file.
    pieces: Vec<(usize, usize)>,
}

impl Origin {
    /// The bytes of the file from which a range of the text comes.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.byte(range.start);
        // The end belongs to what stands before it.
        let end = range.end.checked_sub(1).map_or(start, |last| self.byte(last) + 1);
        start..end.max(start)
    }

    fn byte(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        let piece = next.checked_sub(1).and_then(|piece| self.pieces.get(piece));
        piece.map_or(0, |(start, source)| (source + (at - start)).min(self.source.len()))
    }
}

/// Whether the beginning of a file is that of such a text.
pub fn is_one(head: &str) -> bool {
    let end = (0..=ROOT.min(head.len())).rev().find(|end| head.is_char_boundary(*end)).unwrap_or_default();
    head.get(..end).is_some_and(|head| head.contains("<akomaNtoso") || head.contains(":akomaNtoso"))
}

/// The plain text of a file; `None` if it is no such text. Of a damaged one, what stands before the damage.
pub fn plain(source: String) -> Option<Plain> {
    if !is_one(&source) {
        return None;
    }
    let mut writer = Writer::default();
    writer.read(&source);
    let Page { text, pieces } = writer.finish();
    (!text.is_empty()).then_some(Plain { text, origin: Origin { source, pieces } })
}

/// Text with the places of its pieces.
#[derive(Debug, Default)]
struct Page {
    text: String,
    pieces: Vec<(usize, usize)>,
}

impl Page {
    /// Adds a character that stands at a byte of the file. Spaces in a row are one, and none begins a line.
    fn push(&mut self, c: char, at: usize) {
        let c = if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
        if c == ' ' && (self.text.is_empty() || self.text.ends_with([' ', '\n'])) {
            return;
        }
        let here = self.text.len();
        let follows = self.pieces.last().is_some_and(|(start, source)| source + (here - start) == at);
        if !follows {
            self.pieces.push((here, at));
        }
        self.text.push(c);
    }

    fn end_line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str("\n\n");
        }
    }

    fn append(&mut self, other: Page) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.into_iter().map(|(start, source)| (before + start, source)));
    }
}

#[derive(Debug, Default)]
struct Writer {
    body: Page,
    notes: Page,
    /// How many elements are open that hold text.
    holding: usize,
    /// How many are open whose text is left out.
    hidden: usize,
    in_note: usize,
}

impl Writer {
    fn read(&mut self, source: &str) {
        let mut reader = Reader::from_str(source);
        // What isn't closed as it should be still has a text.
        reader.config_mut().check_end_names = false;
        loop {
            let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let Ok(event) = reader.read_event() else { return };
            match event {
                Event::Start(tag) => {
                    let marker = tag.try_get_attribute("marker").ok().flatten();
                    self.open(tag.local_name().as_ref(), &marker.map(|marker| marker.value).unwrap_or_default(), at);
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "eol" => self.page().end_line(),
                Event::End(tag) => self.close(tag.local_name().as_ref()),
                Event::Text(_) => {
                    let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    let words = source.get(at..end).unwrap_or_default();
                    words.char_indices().for_each(|(offset, c)| self.write(c, at + offset));
                }
                Event::GeneralRef(reference) => {
                    let known = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c),
                        _ => resolve_predefined_entity(&reference).and_then(|text| text.chars().next()),
                    };
                    known.into_iter().for_each(|c| self.write(c, at));
                }
                Event::Eof => return,
                _ => {}
            }
        }
    }

    fn open(&mut self, name: &str, marker: &str, at: usize) {
        match name {
            "meta" => self.hidden += 1,
            "p" | "num" | "heading" | "subheading" => self.holding += 1,
            "authorialNote" => {
                for page in [&mut self.body, &mut self.notes] {
                    marker.chars().filter_map(superscript).for_each(|mark| page.push(mark, at));
                }
                self.notes.push(' ', at);
                self.in_note += 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "meta" => self.hidden = self.hidden.saturating_sub(1),
            "authorialNote" => {
                self.notes.end_line();
                self.in_note = self.in_note.saturating_sub(1);
            }
            // A number stands in the line of its paragraph; a note's paragraphs in one line.
            "num" => {
                self.holding = self.holding.saturating_sub(1);
                let page = self.page();
                page.text.push(' ');
            }
            "p" | "heading" | "subheading" => {
                self.holding = self.holding.saturating_sub(1);
                if self.in_note == 0 {
                    self.body.end_line();
                } else {
                    self.notes.text.push(' ');
                }
            }
            "eol" => self.page().end_line(),
            _ => {}
        }
    }

    fn write(&mut self, c: char, at: usize) {
        if self.holding > 0 && self.hidden == 0 {
            self.page().push(c, at);
        }
    }

    fn page(&mut self) -> &mut Page {
        if self.in_note > 0 { &mut self.notes } else { &mut self.body }
    }

    fn finish(self) -> Page {
        let Writer { mut body, mut notes, .. } = self;
        body.end_line();
        if !notes.text.is_empty() {
            notes.end_line();
            body.append(notes);
        }
        body.text.truncate(body.text.trim_end().len());
        if !body.text.is_empty() {
            body.text.push('\n');
        }
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::symbol::Symbol;

    const XML: &str = "<akomaNtoso>\n <meta><keyword>lamps</keyword><p>hidden</p></meta>\n <coverPage><p><docTitle>Resolution adopted by \
        the General Assembly on 3 December 2037</docTitle></p></coverPage>\n <preface><p>\n  <docNumber>92/14.</docNumber>\n  \
        <docTitle>\tQuiet &amp; dark skies</docTitle></p></preface>\n <preamble><p><i>The General Assembly</i>,</p>\n \
        <p>\tRecalling its resolution <a href='x'>90/1</a> of 19 December 2035,<authorialNote marker='1'><p>See\n A/92/406.</p>\
        </authorialNote> on lamps,</p></preamble>\n <mainBody><paragraph><num>1.</num><content><p><b>Decides</b> to \
        rest.</p></content></paragraph></mainBody></akomaNtoso>";

    #[test]
    fn a_paragraph_is_a_line_and_notes_stand_at_the_end() {
        let plain = plain(XML.to_owned()).unwrap();
        let wanted = "Resolution adopted by the General Assembly on 3 December 2037\n\n92/14. Quiet & dark skies\n\nThe General \
            Assembly,\n\nRecalling its resolution 90/1 of 19 December 2035,¹ on lamps,\n\n1. Decides to rest.\n\n¹ See \
            A/92/406.\n";
        assert_eq!(plain.text, wanted);
        let draft = Draft::read(&plain.text);
        assert_eq!(draft.symbol, Symbol::parse("A/RES/92/14").ok());
        assert_eq!(draft.title.unwrap().text, "Quiet & dark skies");
        assert!(draft.adopted.is_some());
        assert_eq!((draft.markers.len(), draft.notes.len()), (1, 1));
    }

    #[test]
    fn every_word_is_found_again_in_the_file() {
        let plain = plain(XML.to_owned()).unwrap();
        for words in ["92/14.", "90/1", "Recalling its resolution", "Decides", "A/92/406", "dark skies"] {
            let start = plain.text.find(words).unwrap();
            let there = plain.origin.range(&(start..start + words.len()));
            assert_eq!(&XML[there], words);
        }
    }

    #[test]
    fn what_is_no_such_text_is_none_and_damage_costs_what_follows() {
        assert_eq!(plain("<html><p>The General Assembly,</p></html>".to_owned()), None);
        assert_eq!(plain("<akomaNtoso/>".to_owned()), None);
        assert_eq!(plain("<akomaNtoso><p>Lamps</p><p <".to_owned()).unwrap().text, "Lamps\n");
    }

    proptest::proptest! {
        #[test]
        fn any_xml_is_read(inside in "(<p>|</p>|<num>|</num>|<authorialNote marker='2'>|</authorialNote>|&amp;|&#x41;|[a-z &<>é字]){0,40}") {
            if let Some(plain) = plain(format!("<akomaNtoso>{inside}")) {
                for at in 0..=plain.text.len() {
                    let range = plain.origin.range(&(at..plain.text.len()));
                    proptest::prop_assert!(range.start <= plain.origin.source.len());
                }
            }
        }
    }
}
