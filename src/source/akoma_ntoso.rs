//! The United Nations' own resolutions in XML (Akoma Ntoso for the United Nations), as plain text.
//!
//! A paragraph is a line, with its number before it; a note's marker is a superscript number, and the notes stand at
//! the end. What is said about the document (`meta`) is left out: the text says it, too. Where each piece of the text
//! stands in the file is kept, so that an editor can be sent there. Source: files of the
//! namespace `http://un.org/akn4un`.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::map::MappedPiece;
use super::{Hints, SourceMap};
use crate::script::superscript;

/// Makes text of a document. `None` if it holds none. Of a damaged one, what stands before the damage.
pub(super) fn read(file: String) -> Option<(String, SourceMap, Hints)> {
    let mut extraction = Extraction::default();
    extraction.read(&file);
    let (Column { text, pieces, .. }, hints) = extraction.finish();
    (!text.is_empty()).then(|| (text, SourceMap::new(file, pieces), hints))
}

/// Text with the places that its pieces come from.
#[derive(Debug, Default)]
struct Column {
    text: String,
    pieces: Vec<MappedPiece>,
}

impl Column {
    /// Adds a character that was made of these bytes of the file. Spaces in a row are one, and none begins a line.
    fn push(&mut self, c: char, file: Range<usize>) {
        let c = if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
        if c == ' ' && (self.text.is_empty() || self.text.ends_with([' ', '\n'])) {
            return;
        }
        let text = self.text.len()..self.text.len() + c.len_utf8();
        if !self.pieces.last_mut().is_some_and(|piece| piece.extend(&text, &file)) {
            self.pieces.push(MappedPiece { text, file });
        }
        self.text.push(c);
    }

    /// Takes spaces away from the end.
    fn trim(&mut self) {
        self.shorten(self.text.trim_end_matches(' ').len());
    }

    fn shorten(&mut self, length: usize) {
        self.text.truncate(length);
        while self.pieces.last().is_some_and(|piece| piece.text.start >= length) {
            self.pieces.pop();
        }
        if let Some(piece) = self.pieces.last_mut()
            && piece.text.end > length
        {
            piece.file.end -= piece.text.end - length;
            piece.text.end = length;
        }
    }

    fn end_line(&mut self) {
        self.trim();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str("\n\n");
        }
    }

    /// What was added since the text had this length, without spaces around it. Nothing where it is empty.
    fn since(&self, start: usize) -> Option<Range<usize>> {
        let added = self.text.get(start..)?;
        let start = start + added.len() - added.trim_start().len();
        let end = start + added.trim().len();
        (start < end).then_some(start..end)
    }

    fn append(&mut self, other: Column) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.pieces
            .extend(other.pieces.into_iter().map(|piece| MappedPiece { text: moved(&piece.text, before), ..piece }));
    }
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// What has been made of a document so far.
#[derive(Debug, Default)]
struct Extraction {
    body: Column,
    notes: Column,
    /// Places of labels, headings and markers in the body, of notes among the notes.
    hints: Hints,
    /// Where the label or the heading begins whose element is open.
    begun: Option<usize>,
    /// Where the note begins whose element is open.
    note: usize,
    /// How many elements are open that hold text.
    holding: usize,
    /// How many are open whose text is left out.
    hidden: usize,
    in_note: usize,
}

impl Extraction {
    fn read(&mut self, source: &str) {
        let mut reader = Reader::from_str(source);
        // What isn't closed as it should be still has a text.
        reader.config_mut().check_end_names = false;
        loop {
            let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let Ok(event) = reader.read_event() else { return };
            let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match event {
                Event::Start(tag) => self.open(&tag, at..end),
                Event::Empty(tag) if tag.local_name().as_ref() == "eol" => self.column().end_line(),
                Event::Empty(tag) => self.open_meta(&tag),
                Event::End(tag) => self.close(tag.local_name().as_ref()),
                Event::Text(_) => {
                    let words = source.get(at..end).unwrap_or_default();
                    let place = |offset: usize, c: char| at + offset..at + offset + c.len_utf8();
                    words.char_indices().for_each(|(offset, c)| self.write(c, place(offset, c)));
                }
                Event::GeneralRef(reference) => {
                    let known = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c),
                        _ => resolve_predefined_entity(&reference).and_then(|text| text.chars().next()),
                    };
                    known.into_iter().for_each(|c| self.write(c, at..end));
                }
                Event::Eof => return,
                _ => {}
            }
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, place: Range<usize>) {
        match tag.local_name().as_ref() {
            "meta" => self.hidden += 1,
            "p" | "crossHeading" | "listIntroduction" | "listWrapUp" => self.holding += 1,
            "num" | "heading" | "subheading" => {
                self.holding += 1;
                self.begun = (self.in_note == 0).then_some(self.body.text.len());
            }
            "authorialNote" => {
                let marker = attribute(tag, "marker").unwrap_or_default();
                let (marked, begun) = (self.body.text.len(), self.notes.text.len());
                for column in [&mut self.body, &mut self.notes] {
                    marker.chars().filter_map(superscript).for_each(|mark| column.push(mark, place.clone()));
                }
                self.hints.markers.get_or_insert_default().extend(self.body.since(marked));
                self.notes.push(' ', place);
                self.note = begun;
                self.in_note += 1;
            }
            _ => self.open_meta(tag),
        }
    }

    /// What is said about the document.
    fn open_meta(&mut self, tag: &BytesStart<'_>) {
        if self.hidden > 0 && tag.local_name().as_ref() == "FRBRlanguage" && self.hints.language.is_none() {
            self.hints.language = attribute(tag, "language");
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "meta" => self.hidden = self.hidden.saturating_sub(1),
            "authorialNote" => {
                self.notes.trim();
                self.hints.notes.get_or_insert_default().extend(self.notes.since(self.note));
                self.notes.end_line();
                self.in_note = self.in_note.saturating_sub(1);
            }
            // A number stands in the line of its paragraph; a note's paragraphs in one line.
            "num" => {
                self.holding = self.holding.saturating_sub(1);
                let label = self.begun.take().and_then(|begun| self.body.since(begun));
                self.hints.labels.extend(label);
                self.column().text.push(' ');
            }
            // Some preambular paragraphs are cross-headings.
            "p" | "crossHeading" | "listIntroduction" | "listWrapUp" | "heading" | "subheading" => {
                self.holding = self.holding.saturating_sub(1);
                if self.in_note == 0 {
                    let heading = self.begun.take().and_then(|begun| self.body.since(begun));
                    self.hints.headings.extend(heading.filter(|_| name.ends_with("heading")));
                    self.body.end_line();
                } else {
                    self.notes.text.push(' ');
                }
            }
            "eol" => self.column().end_line(),
            _ => {}
        }
    }

    fn write(&mut self, c: char, place: Range<usize>) {
        if self.holding > 0 && self.hidden == 0 {
            self.column().push(c, place);
        }
    }

    fn column(&mut self) -> &mut Column {
        if self.in_note > 0 { &mut self.notes } else { &mut self.body }
    }

    fn finish(self) -> (Column, Hints) {
        let Extraction { mut body, mut notes, mut hints, .. } = self;
        body.end_line();
        let before = body.text.len();
        for note in hints.notes.iter_mut().flatten() {
            *note = moved(note, before);
        }
        if !notes.text.is_empty() {
            notes.end_line();
            body.append(notes);
        }
        body.shorten(body.text.trim_end().len());
        if !body.text.is_empty() {
            body.text.push('\n');
        }
        hints.paragraph_a_line = true;
        (body, hints)
    }
}

/// The value of an element's attribute.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    Some(attribute.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = "<akomaNtoso>\n <meta><keyword>lamps</keyword><p>hidden</p></meta>\n <coverPage><p><docTitle>Resolution adopted by \
        the General Assembly on 3 December 2037</docTitle></p></coverPage>\n <preface><p>\n  <docNumber>92/14.</docNumber>\n  \
        <docTitle>\tQuiet &amp; dark skies</docTitle></p></preface>\n <preamble><p><i>The General Assembly</i>,</p>\n \
        <p>\tRecalling its resolution <a href='x'>90/1</a> of 19 December 2035,<authorialNote marker='1'><p>See\n A/92/406.</p>\
        </authorialNote> on lamps,</p></preamble>\n <mainBody><paragraph><num>1.</num><content><p><b>Decides</b> to \
        rest.</p></content></paragraph></mainBody></akomaNtoso>";

    fn text_of(file: &str) -> Option<String> {
        read(file.to_owned()).map(|(text, ..)| text)
    }

    #[test]
    fn a_paragraph_is_a_line_and_notes_stand_at_the_end() {
        let text = text_of(XML).unwrap();
        let wanted = "Resolution adopted by the General Assembly on 3 December 2037\n\n92/14. Quiet & dark skies\n\nThe General \
            Assembly,\n\nRecalling its resolution 90/1 of 19 December 2035,¹ on lamps,\n\n1. Decides to rest.\n\n¹ See \
            A/92/406.\n";
        assert_eq!(text, wanted);
    }

    #[test]
    fn every_word_is_found_again_in_the_file_and_from_there_in_the_text() {
        let (text, map, _) = read(XML.to_owned()).unwrap();
        for words in ["92/14.", "90/1", "Recalling its resolution", "Decides", "A/92/406", "dark skies"] {
            let start = text.find(words).unwrap();
            let there = map.file_range(&(start..start + words.len()));
            assert_eq!(&XML[there.clone()], words);
            assert_eq!(map.text_byte(there.start), start);
        }
        let and = text.find("& dark").unwrap();
        assert_eq!(&XML[map.file_range(&(and..and + 6))], "&amp; dark");
    }

    #[test]
    fn what_the_elements_say_is_known_for_certain() {
        let file = XML
            .replace("<keyword>", "<FRBRlanguage language='eng'/><keyword>")
            .replace("<paragraph>", "<section><num>I.</num><heading>Harbours</heading></section><paragraph>");
        let (text, _, hints) = read(file).unwrap();
        let words =
            |ranges: &[Range<usize>]| -> Vec<String> { ranges.iter().map(|r| text[r.clone()].to_owned()).collect() };
        assert_eq!((hints.language.as_deref(), hints.paragraph_a_line), (Some("eng"), true));
        assert_eq!(words(&hints.labels), ["I.", "1."]);
        assert_eq!(words(&hints.headings), ["Harbours"]);
        assert_eq!(words(&hints.markers.unwrap()), ["¹"]);
        assert_eq!(words(&hints.notes.unwrap()), ["¹ See A/92/406."]);
    }

    #[test]
    fn words_that_stand_in_no_p_are_text_too() {
        let file = "<akomaNtoso><crossHeading>Having considered the lamps,<authorialNote marker='1'><p>A/92/406.</p>\
            </authorialNote></crossHeading><paragraph><num>1.</num><blockList><listIntroduction>Decides:\
            </listIntroduction></blockList></paragraph></akomaNtoso>";
        assert_eq!(text_of(file).unwrap(), "Having considered the lamps,¹\n\n1. Decides:\n\n¹ A/92/406.\n");
    }

    #[test]
    fn without_words_there_is_no_text_and_damage_costs_what_follows() {
        assert_eq!(text_of("<akomaNtoso/>"), None);
        assert_eq!(text_of("<akomaNtoso><p>Lamps</p><p <").unwrap(), "Lamps\n");
    }

    proptest::proptest! {
        #[test]
        fn any_xml_is_read(inside in "(<p>|</p>|<num>|</num>|<heading>|</heading>|<authorialNote marker='2'>|</authorialNote>|&amp;|&#x41;|[a-z &<>é字\u{2003}]){0,40}") {
            let file = format!("<akomaNtoso>{inside}");
            if let Some((text, map, hints)) = read(file.clone()) {
                for at in 0..=text.len() {
                    let range = map.file_range(&(at..text.len()));
                    proptest::prop_assert!(range.start <= range.end && range.end <= file.len());
                }
                for at in 0..=file.len() {
                    proptest::prop_assert!(map.text_byte(at) <= text.len());
                }
                let places = hints.labels.iter().chain(&hints.headings).chain(hints.notes.iter().flatten());
                for place in places.chain(hints.markers.iter().flatten()) {
                    proptest::prop_assert!(text.get(place.clone()).is_some_and(|words| !words.is_empty()));
                }
            }
        }
    }
}
