//! Rapporteur for other programs: read a draft, check it, follow what it cites.
//!
//! This room is all that another program needs, and all that is kept stable for it. Everything else is public because the
//! program, its tests and its measurements are crates beside this library; it may change with any version.
//!
//! ```
//! use rapporteur::api::DraftText;
//!
//! let draft = DraftText::of_str("The General Assembly,\n\nRecalling the lamps,\n\n1. Decides;\n\n3. Decides to rest.\n");
//! let findings = draft.findings();
//! assert_eq!(findings[0].code, "operative-numbering");
//! assert_eq!(draft.line_and_column(findings[0].range.start), (7, 1));
//! ```
//!
//! Three programs that do more stand in the folder `examples`: `read_a_draft.rs`, `check_a_draft.rs` and
//! `follow_a_citation.rs`.

use std::path::Path;
use std::sync::Arc;

pub use crate::draft::{Citation, CitationKind, Date, Draft, Note, Paragraph, ParagraphKind, Title};
pub use crate::language::{ENGLISH, Language};
pub use crate::rules::{Finding, Rule, Severity};
pub use crate::source::Unreadable;
pub use crate::symbol::Symbol;

use crate::draft::ReadAs;
use crate::library::AuthorityCache;
use crate::rules;
use crate::source::{self, ReadPurpose, SourceText};
use crate::text::Lines;
use crate::workspace::{Instrument, WorkspaceIndex};

/// A draft's text together with what was read of it. All offsets are bytes of [`DraftText::text`].
#[derive(Debug)]
pub struct DraftText {
    source: SourceText,
    draft: Draft,
}

impl DraftText {
    /// Reads a file: plain text, Markdown, Word or Akoma Ntoso, told by what is in it. Of the last two the text is one that is
    /// made of the file, a paragraph a line, with all tracked changes accepted.
    ///
    /// # Errors
    ///
    /// When the file can't be read, is too large, or is of a format that isn't read. [`Unreadable::message`] says it in a sentence.
    pub fn of_file(path: &Path) -> Result<DraftText, Unreadable> {
        source::read(path, ReadPurpose::Asked).map(DraftText::of_source)
    }

    /// Reads a text in a plain string. This never fails: of a text that is no resolution less is found.
    pub fn of_str(text: &str) -> DraftText {
        DraftText::of_source(source::of_written_text(text.to_owned(), None))
    }

    fn of_source(source: SourceText) -> DraftText {
        let draft = Draft::read_with(&source.text, ReadAs::default(), &source.hints);
        DraftText { source, draft }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.source.text
    }

    /// What was read of it: its title, paragraphs, notes and citations, each with its place.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What the rules find that are on by default, in the order of their places, by what is built in. No settings file is
    /// looked for. A finding's sentence is `finding.message.text(ENGLISH.locale)`, in English or in another language.
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_of(&|rule| rule.is_on_by_default())
    }

    /// What these rules find, in the order of their places.
    pub fn findings_of(&self, wanted: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
        rules::check_knowing(AuthorityCache::built_in(), self.text(), &self.draft, wanted)
    }

    /// The line and the column of a byte of the text, both from 1, columns in characters. A byte behind the end stands at the end.
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let text = self.text();
        let offset = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let (line, start) = Lines::new(text).line_at(offset);
        (line + 1, text.get(start..offset).map_or(0, |before| before.chars().count()) + 1)
    }
}

/// Texts at hand, to which citations lead. They are looked up by their symbols.
#[derive(Debug, Default)]
pub struct CitedTexts {
    index: WorkspaceIndex,
}

/// What is known of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownInstrument {
    /// Its title, and the language that this is in: the one that was asked for, else English.
    pub title: Option<(String, &'static Language)>,
    /// The day on which it was adopted.
    pub adopted: Option<Date>,
    /// The address of the official document.
    pub address: String,
}

impl CitedTexts {
    /// No texts.
    pub fn new() -> CitedTexts {
        CitedTexts::default()
    }

    /// Adds a file, if it is a text with a symbol of its own; says whether it was.
    ///
    /// # Errors
    ///
    /// As [`DraftText::of_file`].
    pub fn add(&self, path: &Path) -> Result<bool, Unreadable> {
        let ticket = self.index.ticket();
        let read = DraftText::of_file(path)?;
        let instrument = Instrument::of(path, &read.draft);
        let is_one = instrument.is_some();
        self.index.put(ticket, path, instrument);
        Ok(is_one)
    }

    /// The text of what is cited, in this language if there is one in it, else in English, else in any. `None` where it is not
    /// at hand.
    pub fn follow(&self, cited: &Symbol, language: &Language) -> Option<Result<DraftText, Unreadable>> {
        let found: Arc<Instrument> = self.index.find(cited, language)?;
        Some(DraftText::of_file(&found.path))
    }

    /// What is known of an instrument, from these texts and from what is built in. Nothing is fetched.
    pub fn about(&self, cited: &Symbol, language: &'static Language) -> KnownInstrument {
        let known = AuthorityCache::built_in().about(&self.index, cited, language);
        let title = known.title(language).map(|(language, title)| (title.value.text.clone(), language));
        let adopted = known.adopted.first().map(|day| day.value);
        KnownInstrument { title, adopted, address: cited.official_address(language.code) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_as_people_count_them() {
        let draft = DraftText::of_str("大会，\n\n回顾\n");
        assert_eq!(draft.line_and_column(0), (1, 1));
        assert_eq!(draft.line_and_column("大会".len()), (1, 3));
        assert_eq!(draft.line_and_column("大会，\n\n回".len() + 1), (3, 2), "inside a character");
        assert_eq!(draft.line_and_column(usize::MAX), (4, 1));
    }
}
