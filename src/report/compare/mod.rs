//! A text beside an earlier one, as programs and people are shown it.

mod html;
mod json;

pub use html::page as comparison_page;
pub use json::json as comparison_json;

use super::printable::printable_message;
use crate::compare::{ParagraphChange, RevisionPiece, RevisionRow, TextRevision};
use crate::draft::{Draft, ReadAs};
use crate::messages::{Locale, Message, Template};
use crate::source::SourceText;

crate::messages! {
    "report.compare":
    not_understood() = "Nothing of a resolution was read in this file, and it can't be compared.";
}

/// All that is told here.
pub(super) fn messages() -> impl Iterator<Item = &'static Template> {
    MESSAGES.iter().chain(html::MESSAGES).copied()
}

/// A text that was named, and what was read of it.
pub struct NamedText {
    /// What the user calls it.
    pub name: String,
    /// The text, and where it stands in its file.
    pub source: SourceText,
    /// What was read of it.
    pub draft: Draft,
}

impl NamedText {
    /// Reads a text that is to be compared.
    ///
    /// # Errors
    ///
    /// A sentence, where nothing of a resolution was read in it.
    pub fn read(name: String, source: SourceText, read_as: ReadAs) -> Result<NamedText, Message> {
        let draft = Draft::read_with(&source.text, read_as, &source.hints);
        match draft.has_sign_of_a_resolution(&source.text) {
            true => Ok(NamedText { name, source, draft }),
            false => Err(not_understood()),
        }
    }

    /// The text that was read, and what was read of it.
    pub fn words(&self) -> (&str, &Draft) {
        (&self.source.text, &self.draft)
    }

    /// What it is called where people read it: its symbol, else its title, else its name.
    pub fn called(&self) -> String {
        let symbol = self.draft.symbol.as_ref().map(|symbol| symbol.as_str().to_owned());
        let title = || self.draft.title.as_ref().map(|title| title.text.clone());
        symbol.or_else(title).unwrap_or_else(|| self.name.clone())
    }
}

/// A text beside an earlier one.
pub struct ComparedTexts<'a> {
    /// The earlier text.
    pub old: &'a NamedText,
    /// The later one.
    pub new: &'a NamedText,
    /// What was done to each paragraph.
    pub revision: TextRevision,
}

impl<'a> ComparedTexts<'a> {
    /// Compares two texts.
    pub fn between(old: &'a NamedText, new: &'a NamedText) -> ComparedTexts<'a> {
        ComparedTexts { old, new, revision: TextRevision::between(old.words(), new.words()) }
    }

    /// Whether anything changed.
    pub fn has_changed(&self) -> bool {
        self.revision.rows.iter().any(|row| row.change != ParagraphChange::Same)
    }

    /// The rows that are shown: all, or those that changed.
    pub fn rows(&self, all: bool) -> impl Iterator<Item = &RevisionRow> {
        self.revision.rows.iter().filter(move |row| all || row.change != ParagraphChange::Same)
    }

    /// The words of a row.
    pub fn pieces(&self, row: &RevisionRow) -> Vec<RevisionPiece> {
        self.revision.pieces(row, self.old.words(), self.new.words())
    }

    /// How many paragraphs and notes changed, in a line of plain text with its end.
    pub fn summary(&self, locale: &Locale) -> String {
        let told: Vec<String> =
            self.revision.summary().iter().map(|message| printable_message(message, locale)).collect();
        told.join(" ") + "\n"
    }
}
