//! The names of the commands, which handlers offer and one runs.

/// Makes a clean draft of a document in page layout. Its argument is the document's URI.
pub const UNWRAP: &str = "rapporteur.unwrap";

/// Shows what changed in a document since the text that it was made of. Its arguments are the document's URI and, where another
/// text is meant, that text's.
pub const SHOW_CHANGES: &str = "rapporteur.showChanges";

/// Writes a document and the text that it was made of as two pages to be shown side by side, and answers with their URIs and a title.
/// Its arguments are those of [`SHOW_CHANGES`].
pub const ALIGN: &str = "rapporteur.compareWith";

/// Shows where words of a document have stood before. Its arguments are the document's URI and a range: what is selected, or where
/// the cursor is.
pub const SHOW_AGREED: &str = "rapporteur.showAgreedLanguage";

crate::messages! {
    "server.commands":
    /// What [`UNWRAP`] is called where it is offered.
    pub unwrap_title() = "Make a clean draft of this page text";
    /// Of a text whose reading panicked.
    pub unread() = "This text could not be read.";
    pub renumber_operative() = "Renumber the operative paragraphs";
    pub renumber_subparagraphs() = "Renumber the subparagraphs";
    pub renumber_notes() = "Renumber the footnotes";
    pub renumber_all() = "Renumber paragraphs and footnotes";
    pub move_up() = "Move the paragraph up";
    pub move_down() = "Move the paragraph down";
    pub insert_footnote() = "Insert a footnote";
    /// Of [`SHOW_AGREED`].
    pub no_agreed_index() =
        "There is no index of the texts at hand, since the setting `rapporteur.cache` is off or the system has no folder for a \
         user’s cache.";
}
