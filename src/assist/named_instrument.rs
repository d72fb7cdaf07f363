//! Instruments that running text names by their names, and the Charter's Articles and Chapters.
//!
//! They are looked for when somebody asks, in the block that the cursor is in and nowhere else.

use std::ops::Range;

use crate::draft::NormalizedText;
use crate::library::known::{self, Provision, WellKnownInstrument};
use crate::workspace::ParsedText;

/// How far around the cursor is looked, in bytes: farther than the longest name reaches.
const AROUND: usize = 2048;

/// Something that is named in running text.
#[derive(Debug, Clone, Copy)]
pub enum NamedInstrument {
    Instrument(&'static WellKnownInstrument),
    /// A provision of the Charter.
    Provision(Provision),
}

/// What is named at a byte of the draft, and its place. Just after its last character is still at it.
pub fn at(reading: &ParsedText, offset: usize) -> Option<(NamedInstrument, Range<usize>)> {
    let flow = block(reading, offset)?;
    let language = reading.draft.language_at(offset);
    let here = |range: Range<usize>| {
        let range = flow.source(range);
        (range.start <= offset && offset <= range.end).then_some(range)
    };
    let provisions = known::provisions_in(&flow.text, language).into_iter();
    let provisions = provisions.filter_map(|cited| {
        let range = known::with_word_before(&flow.text, language, &cited);
        Some((NamedInstrument::Provision(cited.provision), here(range)?))
    });
    let names = known::named_in(&flow.text).into_iter();
    let names = names.filter_map(|named| Some((NamedInstrument::Instrument(named.known), here(named.range)?)));
    provisions.chain(names).min_by_key(|(_, range)| (offset == range.end, range.len()))
}

/// The running text around a byte of the draft: the paragraph, note or heading that it is in, or as much of it as a name
/// at that place can reach.
pub fn block(reading: &ParsedText, offset: usize) -> Option<NormalizedText> {
    let draft = &reading.draft;
    let notes = draft.notes.iter().map(|note| &note.range);
    let blocks = draft.paragraphs.iter().map(|paragraph| &paragraph.range).chain(notes);
    let blocks = blocks.chain(draft.elements.iter().map(|element| &element.range));
    let inside = blocks.filter(|range| range.start <= offset && offset <= range.end);
    let block = inside.min_by_key(|range| range.len()).cloned().unwrap_or(0..reading.text.len());
    let start = block.start.max(offset.saturating_sub(AROUND));
    let end = block.end.min(offset.saturating_add(AROUND));
    let text = &reading.text;
    let start = (block.start..=start).rev().find(|at| text.is_char_boundary(*at))?;
    let end = (end..=block.end).find(|at| text.is_char_boundary(*at))?;
    Some(NormalizedText::of(text.get(start..end)?, start))
}
