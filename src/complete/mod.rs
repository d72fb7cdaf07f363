//! What may be written where the cursor is: opening words, instruments, references, names.
//!
//! [`places`] sees from the line alone what a place calls for, which mostly is nothing; only where it calls for
//! something does [`complete`] look at the draft and at what is known. [`documentation`] says more of one
//! thing that was offered.

mod candidates;
mod document;
mod instruments;
mod names;
mod openings;
mod organs;
mod patterns;
mod phrase;
mod place;
mod references;
mod spelling;
mod symbols;

pub use document::documentation;
pub use place::{CompletionPlace, places};

use std::ops::Range;

use crate::draft::Edit;
use crate::language::{self, Language};
use crate::library::AuthorityCache;
use crate::script::punctuation::parts_clauses;
use crate::symbol::Symbol;
use crate::workspace::{ParsedText, WorkspaceIndex};

/// Characters after which an editor asks by itself: behind "resolution", inside a symbol, before a Chinese number, at a
/// note's marker.
pub const TRIGGERS: [&str; 4] = [" ", "/", language::NUMBER_SIGN, "^"];

/// A place in a draft that something may be written at, and what is known around it.
#[derive(Debug, Clone, Copy)]
pub struct CompletionContext<'a> {
    /// The draft, and its text.
    pub reading: &'a ParsedText,
    /// The cursor, in bytes of the draft.
    pub offset: usize,
    /// The texts of the workspace.
    pub library: &'a WorkspaceIndex,
    /// What is known of instruments, beside their texts.
    pub authority: &'a AuthorityCache,
    /// The language that the user is spoken to in. `None`: the draft's own.
    pub interface: Option<&'static Language>,
}

/// What may be written at a place, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completions {
    /// What is offered, the best first.
    pub items: Vec<Suggestion>,
    /// There is more than was looked for: ask again after the next key.
    pub partial: bool,
}

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What is offered.
    pub kind: SuggestionKind,
    /// What the list shows.
    pub label: String,
    /// What it shows beside: a title, the first words of a paragraph.
    pub detail: Option<String>,
    /// What the words at [`Edit::range`] are the beginning of.
    pub filter: String,
    /// What is written, in the place of what was typed of it.
    pub edit: Edit,
    /// What can be told of it when it is chosen in the list.
    pub about: SuggestionDetail,
}

/// What an [`Suggestion`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionKind {
    /// The line of the organ that speaks.
    OrganLine,
    /// The opening of a paragraph.
    Opening,
    /// An instrument that is cited, with its date.
    Instrument,
    /// A component of a document symbol.
    SymbolPart,
    /// The number of a paragraph that is referred to.
    Paragraph,
    /// A footnote.
    Note,
    /// The name of an organ or office.
    Name,
}

/// What there is to say of an [`Suggestion`] beside what the list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuggestionDetail {
    /// Nothing beyond what the list shows.
    Nothing,
    /// These words.
    Words(String),
    /// What [`documentation`] says of an instrument.
    Instrument(Symbol),
}

/// What may be written at a place.
pub fn complete(params: CompletionContext<'_>) -> Completions {
    let at = CursorContext::new(params);
    let mut completions = Completions::default();
    for place in places(at.head, at.tail, at.language) {
        let found = match place {
            CompletionPlace::OrganLine { start } => organs::organ_lines(&at, start),
            CompletionPlace::Opening(opening) => openings::openings(&at, opening),
            CompletionPlace::Instrument(citing) => instruments::instruments(&at, &citing),
            CompletionPlace::Symbol { start } => symbols::symbols(&at, start),
            CompletionPlace::Paragraph(reference) => references::paragraphs(&at, &reference),
            CompletionPlace::Note { start, caret } => references::notes(&at, start, caret),
            CompletionPlace::Name { start } => names::names(&at, start),
        };
        completions.partial |= found.partial;
        completions.items.extend(found.items);
    }
    completions
}

/// A place with what stands around it.
#[derive(Debug, Clone, Copy)]
struct CursorContext<'a> {
    params: CompletionContext<'a>,
    language: &'static Language,
    /// Where the cursor's line begins, in bytes of the draft.
    line: usize,
    /// The line up to the cursor.
    head: &'a str,
    /// The rest of it.
    tail: &'a str,
}

impl<'a> CursorContext<'a> {
    fn new(params: CompletionContext<'a>) -> CursorContext<'a> {
        let text = params.reading.text.as_str();
        let offset = (0..=params.offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (before, after) = text.split_at(offset);
        let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let head = before.get(line..).unwrap_or_default();
        let tail = after.split(['\n', '\r']).next().unwrap_or_default();
        let language = params.reading.draft.language_at(line);
        CursorContext { params: CompletionContext { offset, ..params }, language, line, head, tail }
    }

    /// Bytes of the draft from a byte of [`CursorContext::head`] to the cursor.
    fn range_from(&self, start: usize) -> Range<usize> {
        self.line + start..self.params.offset
    }

    /// What was typed from a byte of [`CursorContext::head`] on.
    fn typed(&self, start: usize) -> &'a str {
        self.head.get(start..).unwrap_or_default()
    }
}

/// A line cut after `characters` at most, at the end of a word where there is one not too far back.
fn shortened(line: &str, characters: usize) -> String {
    let line = line.trim();
    let Some((cut, _)) = line.char_indices().nth(characters) else { return line.to_owned() };
    let head = line.get(..cut).unwrap_or_default();
    let head = head.rfind(' ').filter(|space| *space > cut / 2).and_then(|space| head.get(..space)).unwrap_or(head);
    format!("{}…", head.trim_end_matches(|c| c == ' ' || parts_clauses(c)))
}

/// Small letters, and one apostrophe, so that what was typed compares.
fn folded(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\'' | '‘') { '’' } else { c }).flat_map(char::to_lowercase).collect()
}
