//! What is said about a thing under the cursor.

use std::ops::Range;

use super::words::{first_words, markdown, shorten, without_label};
use super::{Params, Thing, paragraph};
use crate::draft::{Citation, Date, Draft, Reference, ReferenceTarget};
use crate::language::fill;
use crate::library::{Instrument, Reading};
use crate::symbol::Symbol;

/// How much of another text's paragraph is shown, in characters.
const PARAGRAPH: usize = 600;

/// How much of a paragraph of this draft is shown, in characters: enough to know which one it is.
const FIRST_WORDS: usize = 160;

/// What is said about a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// Where the thing stands, in bytes of the draft.
    pub range: Range<usize>,
    pub markdown: String,
}

/// What is said about the thing at a place, in the draft's language.
pub fn hover(params: Params<'_>) -> Option<Hover> {
    let draft = &params.reading.draft;
    let (thing, range) = Thing::at(draft, params.offset)?;
    let markdown = match thing {
        Thing::Citation(index, citation) => {
            let of_it = |reference: &&Reference| reference.of == ReferenceTarget::Citation(index);
            instrument(params, &citation.symbol, draft.references.iter().filter(of_it))
        }
        Thing::OwnNumber(symbol) => instrument(params, symbol, [].iter()),
        Thing::Reference(reference) => match reference.of {
            ReferenceTarget::ThisDraft => own_paragraph(params, reference)?,
            ReferenceTarget::Citation(index) => {
                let citation = draft.citations.get(index)?;
                instrument(params, &citation.symbol, std::iter::once(reference))
            }
            ReferenceTarget::Elsewhere => return None,
        },
        Thing::Marker(marker) => {
            let note = draft.note_of(marker)?;
            // There is nothing to show of a note without words.
            Some(markdown(&note.text)).filter(|words| !words.is_empty())?
        }
        Thing::NoteLabel(note) => {
            let marker = draft.markers.iter().find(|marker| marker.label == note.label)?;
            let beside = draft.paragraphs.iter().rev().find(|p| p.range.contains(&marker.range.start))?;
            markdown(&first_words(params.reading, beside.range.clone(), FIRST_WORDS))
        }
    };
    Some(Hover { range, markdown })
}

/// What is known of an instrument, and those of its paragraphs that are referred to.
fn instrument<'a>(params: Params<'_>, symbol: &Symbol, referred: impl Iterator<Item = &'a Reference>) -> String {
    let draft = &params.reading.draft;
    let language = draft.language_at(params.offset);
    let telling = language.telling;
    let known = params.library.find(symbol, language);
    let text = known.as_deref().and_then(|known| params.library.read(known));
    let cited: Vec<&Citation> = draft.citations.iter().filter(|citation| citation.symbol == *symbol).collect();

    let mut said = vec![format!("**{}**", markdown(symbol.as_str())), telling.symbol(symbol)];
    if let Some(Date { year, month, day }) = date(known.as_deref(), text.as_deref(), &cited) {
        said.push(telling.date(year, month, day));
    }
    if let Some(title) = title(draft, known.as_deref(), &cited) {
        said.push(format!("*{}*", markdown(title.trim())));
    }
    if let Some(text) = &text {
        said.extend(referred.filter_map(|reference| quoted(params, text, reference)));
    }
    if !cited.is_empty() {
        said.push((telling.cited)(cited.len()));
    }
    let address = symbol.official_address(language.code);
    said.push(format!("[{}]({address})", telling.official_document));
    said.join("\n\n")
}

/// The title of an instrument: from its own text in the draft's language, else as the draft quotes it, else
/// from its text in another language.
fn title<'a>(draft: &Draft, known: Option<&'a Instrument>, cited: &[&'a Citation]) -> Option<&'a str> {
    let own = known.and_then(|known| Some((known.language == draft.language, known.title.as_deref()?)));
    let quoted = || cited.iter().find_map(|citation| citation.title.as_ref().map(|(title, _)| title.as_str()));
    match own {
        Some((true, title)) => Some(title),
        Some((false, title)) => quoted().or(Some(title)),
        None => quoted(),
    }
}

/// When an instrument was adopted: as its own text says, else as this draft says.
fn date(known: Option<&Instrument>, text: Option<&Reading>, cited: &[&Citation]) -> Option<Date> {
    let own = text.and_then(|text| text.draft.adopted).or(known.and_then(|known| known.adopted));
    own.or_else(|| cited.iter().find_map(|citation| citation.date.as_ref().map(|(date, _)| *date)))
}

/// A paragraph of another text, as a quotation under its number.
fn quoted(params: Params<'_>, text: &Reading, reference: &Reference) -> Option<String> {
    let found = paragraph::find(&text.draft, reference, None)?;
    let words = shorten(&without_label(&text.text, found), PARAGRAPH);
    Some(format!("{}\n\n> {}", markdown(&heading(params, reference)), markdown(&words)))
}

/// The first words of a paragraph of this draft.
fn own_paragraph(params: Params<'_>, reference: &Reference) -> Option<String> {
    let draft: &Draft = &params.reading.draft;
    let found = paragraph::find(draft, reference, Some(reference.range.start))?;
    let words = shorten(&without_label(&params.reading.text, found), FIRST_WORDS);
    Some(format!("**{}**\n\n{}", markdown(&heading(params, reference)), markdown(&words)))
}

/// `Paragraph 6 (c)`: the number as the draft writes it, if it writes all of it in one place.
fn heading(params: Params<'_>, reference: &Reference) -> String {
    let paragraph = reference.paragraph.to_string();
    let written = params.reading.words(reference.range.clone());
    let number = if written.starts_with(&paragraph) {
        written
    } else {
        let labels = reference.subparagraphs.iter().map(|label| format!(" ({label})"));
        std::iter::once(paragraph).chain(labels).collect()
    };
    fill(params.reading.draft.language_at(reference.range.start).telling.paragraph, &number)
}
