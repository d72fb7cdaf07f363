//! What is shown of two texts, in whatever form.

use rapporteur::compare::{ParagraphChange, RevisionPiece, RevisionRow, TextRevision};

use super::NamedText;

/// A text beside an earlier one.
pub struct ComparedTexts<'a> {
    pub old: &'a NamedText,
    pub new: &'a NamedText,
    pub revision: TextRevision,
}

impl ComparedTexts<'_> {
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
}

/// What a text is called: its symbol, else its title, else its file.
pub fn called(text: &NamedText) -> String {
    let symbol = text.draft.symbol.as_ref().map(|symbol| symbol.as_str().to_owned());
    let title = || text.draft.title.as_ref().map(|title| title.text.clone());
    symbol.or_else(title).unwrap_or_else(|| text.name.clone())
}
