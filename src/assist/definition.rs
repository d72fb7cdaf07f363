//! Where the thing under the cursor is said in full.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::cited_as;
use super::divisions::{self, InstrumentDivision};
use super::instrument_page::InstrumentPage;
use super::named_instrument::{self, NamedInstrument};
use super::{AssistContext, Target};
use crate::draft::{Draft, Reference, ReferenceResolver, ReferenceTarget};
use crate::library::instrument_info;
use crate::library::known::{self, WellKnownInstrument};
use crate::symbol::Symbol;
use crate::workspace::{Instrument, ParsedText};

/// A place to go to.
#[derive(Debug, Clone)]
pub enum Definition {
    /// In this draft.
    Here(Range<usize>),
    /// In another text of the workspace, with that text as it stands now.
    There {
        /// Where the other text's file lies.
        path: PathBuf,
        /// The other text, as it was read last.
        reading: Arc<ParsedText>,
        /// The place in the other text, in bytes.
        range: Range<usize>,
    },
    /// On a page made from the record, where there is no text.
    Card(InstrumentPage),
}

/// The places to go to from a thing in the draft.
#[derive(Debug, Clone)]
pub struct Definitions {
    /// Where the thing stands in the draft.
    pub origin: Range<usize>,
    /// At least one. A text in the draft's language is the only one; where there is none, the English one comes first.
    pub places: Vec<Definition>,
}

/// Where the thing at a place is said in full: a cited instrument's title in the workspace, a marker's
/// note, a note's first marker, the paragraph that is referred to. The first of [`definitions`].
pub fn definition(params: AssistContext<'_>) -> Option<Definition> {
    definitions(params)?.places.into_iter().next()
}

/// All places where the thing at a place is said in full.
pub fn definitions(params: AssistContext<'_>) -> Option<Definitions> {
    let draft = &params.reading.draft;
    let Some((thing, origin)) = Target::at(draft, params.offset) else {
        return division(params).or_else(|| by_name(params));
    };
    let here = |range: &Range<usize>| vec![Definition::Here(range.clone())];
    let places = match thing {
        Target::Citation(index, citation) => {
            let divisions = divisions::around(params.reading, params.offset);
            // Of several, none is meant more than the others.
            let own: Vec<&InstrumentDivision> =
                divisions.iter().filter(|division| division.citation == index).collect();
            let own = if let [own] = own.as_slice() { Some(*own) } else { None };
            instrument(params, &citation.symbol, &CitedPassage { paragraph: None, division: own })
        }
        Target::OwnNumber(_) => here(&draft.title.as_ref()?.range),
        Target::Reference(reference) => match reference.of {
            ReferenceTarget::ThisDraft | ReferenceTarget::Elsewhere => {
                here(&draft.paragraphs.get(ReferenceResolver::of(draft).resolve(reference)?.nearest()?)?.range)
            }
            ReferenceTarget::Citation(index) => {
                let within = CitedPassage { paragraph: Some(reference), division: None };
                instrument(params, &draft.citations.get(index)?.symbol, &within)
            }
        },
        Target::Marker(marker) => here(&draft.note_of(marker)?.range),
        Target::NoteLabel(note) => here(&draft.markers.iter().find(|marker| marker.label == note.label)?.range),
    };
    (!places.is_empty()).then_some(Definitions { origin, places })
}

/// What of an instrument is referred to.
#[derive(Debug, Default)]
struct CitedPassage<'a> {
    paragraph: Option<&'a Reference>,
    division: Option<&'a InstrumentDivision>,
}

/// Where the annex or section is said in full that is named at the cursor.
fn division(params: AssistContext<'_>) -> Option<Definitions> {
    let divisions = divisions::around(params.reading, params.offset);
    let here =
        |division: &&InstrumentDivision| division.range.start <= params.offset && params.offset <= division.range.end;
    let division = divisions.iter().find(here)?;
    let citation = params.reading.draft.citations.get(division.citation)?;
    let places = instrument(params, &citation.symbol, &CitedPassage { paragraph: None, division: Some(division) });
    (!places.is_empty()).then(|| Definitions { origin: division.range.clone(), places })
}

/// Whether a text of this instrument is in the workspace.
pub fn has_text(params: AssistContext<'_>, symbol: &Symbol) -> bool {
    params.library.find(symbol, params.reading.draft.language_at(params.offset)).is_some()
}

/// The places of an instrument in the workspace: the paragraph that is referred to, else its title; else its card.
fn instrument(params: AssistContext<'_>, symbol: &Symbol, within: &CitedPassage<'_>) -> Vec<Definition> {
    let place = |reading: &ParsedText| {
        let paragraph = within.paragraph.and_then(|reference| {
            let language = params.reading.draft.language_at(reference.range.start);
            let resolved = ReferenceResolver::of(&reading.draft).resolve_from_outside(reference, language)?;
            reading.draft.paragraphs.get(resolved.nearest()?).map(|paragraph| paragraph.range.clone())
        });
        let division = || divisions::find(reading, within.division?);
        paragraph.or_else(division).unwrap_or_else(|| title(&reading.draft))
    };
    let texts = texts(params, symbol, place);
    if !texts.is_empty() {
        return texts;
    }
    let language = params.reading.draft.language_at(params.offset);
    let about = params.authority.about_in_full(params.library, symbol, language);
    let told_in = params.told_in(params.offset);
    let citing = params.library.paths_citing(symbol, language);
    let mut citing: Vec<String> = citing.iter().map(|path| cited_as::name_of(params.library, path)).collect();
    citing.dedup();
    let words =
        cited_as::cited_as(params.library, params.reading, symbol, language).filter(|_| about.titles.is_empty());
    InstrumentPage::of(&about, &citing, words.as_ref(), told_in).map(Definition::Card).into_iter().collect()
}

/// A place in each text of an instrument; in the draft's language alone, where there is one.
fn texts(params: AssistContext<'_>, symbol: &Symbol, place: impl Fn(&ParsedText) -> Range<usize>) -> Vec<Definition> {
    let language = params.reading.draft.language_at(params.offset);
    let mut texts = instrument_info::texts(params.library, symbol, language);
    if texts.first().is_some_and(|first| first.language == language) {
        texts.truncate(1);
    }
    let there = |text: &Arc<Instrument>| {
        let reading = params.library.read(text)?;
        let range = place(&reading);
        Some(Definition::There { path: text.path.clone(), reading, range })
    };
    texts.iter().filter_map(there).collect()
}

/// Where what running text names by its name is said in full: in the workspace, else on its card.
fn by_name(params: AssistContext<'_>) -> Option<Definitions> {
    let (named, origin) = named_instrument::at(params.reading, params.offset)?;
    let known: &WellKnownInstrument = match named {
        NamedInstrument::Instrument(known) => known,
        NamedInstrument::Provision(_) => known::by_id("charter")?,
    };
    let language = params.reading.draft.language_at(params.offset);
    let symbol = known.symbol();
    let annex = divisions::of_place(known.place, language);
    let place = |reading: &ParsedText| {
        let division = annex.as_ref().and_then(|annex| divisions::find(reading, annex));
        division.unwrap_or_else(|| title(&reading.draft))
    };
    let mut places = symbol.as_ref().map(|symbol| texts(params, symbol, place)).unwrap_or_default();
    if places.is_empty() {
        let about = symbol.map(|symbol| params.authority.about_in_full(params.library, &symbol, language));
        places.push(Definition::Card(InstrumentPage::of_known(known, about.as_ref(), params.told_in(params.offset))));
    }
    Some(Definitions { origin, places })
}

/// Where a text says what it is: its title, else its first line.
fn title(draft: &Draft) -> Range<usize> {
    match (&draft.title, draft.elements.first()) {
        (Some(title), _) => title.number.as_ref().map_or(title.range.start, |number| number.start)..title.range.end,
        (None, Some(first)) => first.range.clone(),
        (None, None) => 0..0,
    }
}
