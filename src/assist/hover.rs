//! What is said about a thing under the cursor.

use std::ops::Range;

use super::cited_as;
use super::divisions::{self, InstrumentDivision};
use super::instrument_page::{self, TITLE, ToldIn};
use super::named_instrument::{self, NamedInstrument};
use super::words::{first_words, markdown, shorten, without_label};
use super::{AssistContext, Target};
use crate::draft::{Citation, Date, Draft, Reference, ReferenceResolver, ReferenceTarget};
use crate::language::fill;
use crate::library::instrument_info::InstrumentInfo;
use crate::library::known;
use crate::symbol::Symbol;
use crate::workspace::ParsedText;

/// How much of another text's paragraph is shown, in characters.
const PARAGRAPH: usize = 600;

/// How much of a paragraph of this draft is shown, in characters: enough to know which one it is.
const FIRST_WORDS: usize = 160;

/// What is said about a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// Where the thing stands, in bytes of the draft.
    pub range: Range<usize>,
    /// What is told of it, in Markdown.
    pub markdown: String,
}

/// What is said about the thing at a place.
pub fn hover(params: AssistContext<'_>) -> Option<Hover> {
    let draft = &params.reading.draft;
    let Some((thing, range)) = Target::at(draft, params.offset) else {
        return division(params).or_else(|| named(params));
    };
    let markdown = match thing {
        Target::Citation(index, citation) => {
            let of_it = |reference: &&Reference| reference.of == ReferenceTarget::Citation(index);
            instrument(params, &citation.symbol, draft.references.iter().filter(of_it))
        }
        Target::OwnNumber(symbol) => instrument(params, symbol, [].iter()),
        Target::Reference(reference) => match reference.of {
            ReferenceTarget::ThisDraft | ReferenceTarget::Elsewhere => own_paragraph(params, reference)?,
            ReferenceTarget::Citation(index) => {
                let citation = draft.citations.get(index)?;
                instrument(params, &citation.symbol, std::iter::once(reference))
            }
        },
        Target::Marker(marker) => {
            let note = draft.note_of(marker)?;
            // There is nothing to show of a note without words.
            Some(markdown(&note.text)).filter(|words| !words.is_empty())?
        }
        Target::NoteLabel(note) => {
            let marker = draft.markers.iter().find(|marker| marker.label == note.label)?;
            let beside = draft.paragraphs.iter().rev().find(|p| p.range.contains(&marker.range.start))?;
            markdown(&first_words(params.reading, beside.range.clone(), FIRST_WORDS))
        }
    };
    Some(Hover { range, markdown })
}

/// What is known of an instrument, and those of its paragraphs that are referred to.
fn instrument<'a>(params: AssistContext<'_>, symbol: &Symbol, referred: impl Iterator<Item = &'a Reference>) -> String {
    let draft = &params.reading.draft;
    let told_in = params.told_in(params.offset);
    let language = told_in.quoted;
    let about = params.authority.about(params.library, symbol, language);
    let cited: Vec<&Citation> = draft.citations.iter().filter(|citation| citation.symbol == *symbol).collect();
    let mut said = vec![format!("**{}**", markdown(symbol.as_str()))];
    let title = title(&about, told_in, &cited);
    let has_name = title.is_some() || !about.holds.is_empty();
    said.extend(title);
    if !has_name && let Some(cited) = cited_as::cited_as(params.library, params.reading, symbol, language) {
        said.push(instrument_page::cited_words(&cited, told_in));
    }
    said.push(told_in.explained.telling.symbol(symbol));
    said.extend(instrument_page::list(instrument_page::lines(&about, told_in, date(params, &cited))));
    let mut referred = referred.peekable();
    if referred.peek().is_some()
        && let Some(text) = about.texts.first().and_then(|text| params.library.read(text))
    {
        let resolver = ReferenceResolver::of(&text.draft);
        said.extend(referred.filter_map(|reference| quoted(params, &text, &resolver, reference)));
    }
    said.extend(mentions(params, symbol, cited.len()));
    said.push(instrument_page::link(symbol, told_in));
    said.join("\n\n")
}

/// What is known of the instrument whose annex or section is named at the cursor, and that one's heading.
fn division(params: AssistContext<'_>) -> Option<Hover> {
    let draft = &params.reading.draft;
    let divisions = divisions::around(params.reading, params.offset);
    let here =
        |division: &&InstrumentDivision| division.range.start <= params.offset && params.offset <= division.range.end;
    let division = divisions.iter().find(here)?;
    let symbol = &draft.citations.get(division.citation)?.symbol;
    let mut said = instrument(params, symbol, [].iter());
    let language = draft.language_at(params.offset);
    let heading = params.library.find(symbol, language).and_then(|text| {
        let text = params.library.read(&text)?;
        let heading = divisions::find(&text, division)?;
        Some(first_words(&text, heading, FIRST_WORDS))
    });
    if let Some(heading) = heading {
        let words = markdown(&params.reading.words(division.range.clone()));
        said = format!("{words}\n\n> {}\n\n{said}", markdown(&heading));
    }
    Some(Hover { range: division.range.clone(), markdown: said })
}

/// How often this draft and others cite an instrument.
fn mentions(params: AssistContext<'_>, symbol: &Symbol, here: usize) -> Option<String> {
    let telling = params.told_in(params.offset).explained.telling;
    let here = (here > 0).then(|| (telling.cited)(here));
    let others = params.others.citing(symbol);
    let others = (others > 0).then(|| (telling.facts.cited_elsewhere)(others));
    // No space stands between Chinese sentences.
    let space = if telling.comma.ends_with(' ') { " " } else { "" };
    match (here, others) {
        (Some(here), Some(others)) => Some(format!("{here}{space}{others}")),
        (here, others) => here.or(others),
    }
}

/// The title of an instrument: as it is known in the draft's language, else as the draft quotes it, else in another
/// language.
fn title(about: &InstrumentInfo, told_in: ToldIn, cited: &[&Citation]) -> Option<String> {
    if about.titles.contains_key(told_in.quoted.code) {
        return instrument_page::title(about, told_in, TITLE);
    }
    let quoted = cited.iter().find_map(|citation| citation.title.as_ref());
    match quoted {
        Some((title, _)) => {
            let title = format!("*{}*", markdown(&shorten(title.trim(), TITLE)));
            let facts = &told_in.explained.telling.facts;
            Some(facts.according_to(&title, facts.this_draft))
        }
        None => instrument_page::title(about, told_in, TITLE),
    }
}

/// When the draft says that an instrument was adopted: at the cursor, else where it says it first.
fn date(params: AssistContext<'_>, cited: &[&Citation]) -> Option<Date> {
    let here = cited.iter().filter(|cited| cited.range.start <= params.offset && params.offset <= cited.range.end);
    here.chain(cited).find_map(|citation| citation.date.as_ref().map(|(date, _)| *date))
}

/// What is known of what running text names by its name.
fn named(params: AssistContext<'_>) -> Option<Hover> {
    let told_in = params.told_in(params.offset);
    let language = told_in.quoted;
    let (named, range) = named_instrument::at(params.reading, params.offset)?;
    let said = match named {
        NamedInstrument::Instrument(known) => {
            let symbol = known.symbol();
            let about = symbol.as_ref().map(|symbol| params.authority.about(params.library, symbol, language));
            let mut said = instrument_page::named(known, about.as_ref(), told_in);
            let cited = symbol.and_then(|symbol| {
                let here = params.reading.draft.citations.iter().filter(|citation| citation.symbol == symbol).count();
                mentions(params, &symbol, here)
            });
            // The address comes last.
            let last = said.len() - usize::from(about.is_some());
            said.splice(last..last, cited);
            said
        }
        NamedInstrument::Provision(provision) => {
            instrument_page::provision(known::by_id("charter")?, provision, told_in)
        }
    };
    Some(Hover { range, markdown: said.join("\n\n") })
}

/// A paragraph of another text, as a quotation under its number.
fn quoted(
    params: AssistContext<'_>,
    text: &ParsedText,
    resolver: &ReferenceResolver<'_>,
    reference: &Reference,
) -> Option<String> {
    let language = params.reading.draft.language_at(reference.range.start);
    let found = resolver.resolve_from_outside(reference, language)?.nearest()?;
    let found = text.draft.paragraphs.get(found)?;
    let words = shorten(&without_label(&text.text, found), PARAGRAPH);
    Some(format!("{}\n\n> {}", markdown(&heading(params, reference)), markdown(&words)))
}

/// The first words of a paragraph of this draft.
fn own_paragraph(params: AssistContext<'_>, reference: &Reference) -> Option<String> {
    let draft: &Draft = &params.reading.draft;
    let found = draft.paragraphs.get(ReferenceResolver::of(draft).resolve(reference)?.nearest()?)?;
    let words = shorten(&without_label(&params.reading.text, found), FIRST_WORDS);
    Some(format!("**{}**\n\n{}", markdown(&heading(params, reference)), markdown(&words)))
}

/// `Paragraph 6 (c)`: the number as the draft writes it, if it writes all of it in one place.
fn heading(params: AssistContext<'_>, reference: &Reference) -> String {
    let paragraph = reference.paragraph.map(|number| number.to_string()).unwrap_or_default();
    let written = params.reading.words(reference.range.clone());
    let number = if written.starts_with(&paragraph) {
        written
    } else {
        let labels = reference.subparagraphs.iter().map(|label| format!(" ({})", label.text));
        std::iter::once(paragraph).chain(labels).collect()
    };
    fill(params.told_in(reference.range.start).explained.telling.paragraph, &number)
}
