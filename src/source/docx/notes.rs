//! Footnotes and endnotes: their numbers, which stand nowhere in the file.
//!
//! A note is counted where the text calls it; how it is counted is said by the document's settings and, for the notes
//! of a section, where that ends. Source: ECMA-376-1, 17.11.

use super::numbering::NumberFormat;
use super::tree::XmlElement;
use crate::script::DigitScript;
use crate::script::counting::Counting;

/// The two kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    Footnote,
    Endnote,
}

impl NoteKind {
    /// The element in which a document says how such notes are counted.
    fn properties(self) -> &'static str {
        match self {
            NoteKind::Footnote => "footnotePr",
            NoteKind::Endnote => "endnotePr",
        }
    }

    /// The element that is one such note.
    pub fn element(self) -> &'static str {
        match self {
            NoteKind::Footnote => "footnote",
            NoteKind::Endnote => "endnote",
        }
    }
}

/// Where the count of notes begins again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteRestart {
    Never,
    EachSection,
    /// On each page, which only a word processor knows.
    EachPage,
}

/// How the notes of a section are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteCounting {
    pub format: NumberFormat,
    pub start: u32,
    pub restart: NoteRestart,
}

impl NoteCounting {
    fn default_of(kind: NoteKind) -> NoteCounting {
        let counting = match kind {
            NoteKind::Footnote => Counting::Digits(DigitScript::Ascii),
            NoteKind::Endnote => Counting::Roman { small: true },
        };
        NoteCounting { format: NumberFormat::Counted(counting), start: 1, restart: NoteRestart::Never }
    }

    /// What a document's settings, or a section's, change of it.
    fn changed(mut self, kind: NoteKind, around: &XmlElement<'_>) -> NoteCounting {
        let Some(said) = around.child(kind.properties()) else { return self };
        if let Some(format) = said.child("numFmt") {
            self.format = NumberFormat::of(format);
        }
        if let Some(start) = said.child("numStart").and_then(XmlElement::number) {
            self.start = u32::try_from(start).unwrap_or(1);
        }
        match said.child("numRestart").and_then(XmlElement::value).as_deref() {
            Some("eachSect") => self.restart = NoteRestart::EachSection,
            Some("eachPage") => self.restart = NoteRestart::EachPage,
            Some(_) => self.restart = NoteRestart::Never,
            None => {}
        }
        self
    }
}

/// How the notes of a document are counted, section by section.
#[derive(Debug, Clone)]
pub struct NoteCounters {
    footnotes: NoteCounter,
    endnotes: NoteCounter,
}

#[derive(Debug, Clone)]
struct NoteCounter {
    /// Of each section; the last holds for what comes behind it, too.
    sections: Vec<NoteCounting>,
    section: usize,
    next: Option<u32>,
}

impl NoteCounters {
    /// The counters of a document with these settings and sections.
    pub fn of(settings: Option<&XmlElement<'_>>, sections: &[&XmlElement<'_>]) -> NoteCounters {
        let counter = |kind: NoteKind| {
            let all = NoteCounting::default_of(kind);
            let all = settings.map_or(all.clone(), |settings| all.changed(kind, settings));
            let mut sections: Vec<NoteCounting> =
                sections.iter().map(|section| all.clone().changed(kind, section)).collect();
            if sections.is_empty() {
                sections.push(all);
            }
            NoteCounter { sections, section: 0, next: None }
        };
        NoteCounters { footnotes: counter(NoteKind::Footnote), endnotes: counter(NoteKind::Endnote) }
    }

    /// Counts a note that is called in a section. Gives its number, and how the section counts.
    pub fn count(&mut self, kind: NoteKind, section: usize) -> (String, NoteCounting) {
        let counter = match kind {
            NoteKind::Footnote => &mut self.footnotes,
            NoteKind::Endnote => &mut self.endnotes,
        };
        let counting = counter.sections.get(section).or(counter.sections.last()).cloned();
        let counting = counting.unwrap_or_else(|| NoteCounting::default_of(kind));
        if counter.section != section && counting.restart == NoteRestart::EachSection {
            counter.next = None;
        }
        counter.section = section;
        let number = counter.next.unwrap_or(counting.start);
        counter.next = Some(number.saturating_add(1));
        (counting.format.write(number), counting)
    }

    /// Whether a number may be that of several notes, so that each section's must stand behind it.
    pub fn restarts(&self) -> bool {
        let restarts = |counter: &NoteCounter| {
            counter.sections.iter().skip(1).any(|counting| counting.restart == NoteRestart::EachSection)
        };
        restarts(&self.footnotes) || restarts(&self.endnotes)
    }
}
