//! What the program says of an instrument, from what is known of it.

use crate::language::{ALL, Language};

/// What the program says of an instrument. A template has `{}` for what goes in; where it is left empty, so is what
/// stands in square brackets.
#[derive(Debug)]
pub struct InstrumentPhrases {
    /// When it was adopted.
    pub adopted: &'static str,
    /// When a treaty was opened for signature.
    pub opened: &'static str,
    /// When a treaty was signed or done.
    pub signed: &'static str,
    /// When a document was issued.
    pub issued: &'static str,
    /// That it was adopted without a vote.
    pub without_vote: &'static str,
    /// A recorded vote: `{yes}`, `{no}` and `{abstaining}`.
    pub vote: &'static str,
    /// The record of the meeting.
    pub meeting: &'static str,
    /// The draft that was adopted.
    pub draft: &'static str,
    /// The report that has the draft.
    pub report: &'static str,
    /// Of a draft: what it was adopted as.
    pub adopted_as: &'static str,
    /// The agenda item under which it was adopted.
    pub agenda_item: &'static str,
    /// What the record is of, where it isn't quite what is cited.
    pub recorded_as: &'static str,
    /// The text that is at hand.
    pub text: &'static str,
    /// How many other texts cite it.
    pub cited_elsewhere: fn(usize) -> String,
    /// That a title is in another language than the draft, in the order of [`ALL`].
    pub title_in: [&'static str; 6],
    /// That a title is a description, of what has no title.
    pub described: &'static str,
    /// The draft, as who says something.
    pub this_draft: &'static str,
    /// Our own table, as who says something.
    pub built_in: &'static str,
    /// The text itself, as who says something.
    pub own_text: &'static str,
    /// An annex, by its number if it has one.
    pub annex: &'static str,
    /// A document that was sent with another.
    pub enclosure: &'static str,
    /// A section of a document, by its letter.
    pub section: &'static str,
    /// A chapter of a document, by its number.
    pub chapter: &'static str,
    /// An Article of the Charter, by its number.
    pub article: &'static str,
    /// Before the volume and number in the *Treaty Series*.
    pub treaty_series: &'static str,
    /// Between two facts that say the same thing in other ways.
    pub semicolon: &'static str,
    /// Around who says something.
    pub brackets: [&'static str; 2],
    /// Heading of the titles in all languages.
    pub titles: &'static str,
    /// Heading of the tables that say all this.
    pub sources: &'static str,
    /// That what is shown was made from the record, since there is no text.
    pub card: &'static str,
}

impl InstrumentPhrases {
    /// That a title is in `language`.
    pub fn title_in(&self, language: &Language) -> &'static str {
        let index = ALL.into_iter().position(|other| other == language);
        index.and_then(|index| self.title_in.get(index)).copied().unwrap_or_default()
    }

    /// A value, and who says so.
    pub fn according_to(&self, value: &str, who: &str) -> String {
        let [open, close] = self.brackets;
        format!("{value}{open}{who}{close}")
    }
}
