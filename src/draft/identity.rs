//! Which resolution a draft is: its own symbol and the day of its adoption.

use std::ops::Range;

use super::blocks::Block;
use super::citation;
use super::line_kind::LineKind;
use super::normalized_text::NormalizedText;
use super::structure::Structure;
use super::{Date, ElementKind};
use crate::language::Language;
use crate::script::punctuation::is_number_stop;
use crate::symbol::{Organ, Symbol};

/// What a draft says of itself.
#[derive(Debug, Default)]
pub struct Identity {
    pub symbol: Option<Symbol>,
    pub adopted: Option<Date>,
}

/// Reads what a draft says of itself in masthead, number and title, and closing.
/// `masthead` is the place of its symbol there.
pub fn identity(
    text: &str,
    masthead: Option<Range<usize>>,
    blocks: &[Block],
    structure: &Structure,
    language: &Language,
) -> Identity {
    let masthead = masthead.and_then(|range| Symbol::parse(&NormalizedText::of(&text[range], 0).text).ok());
    let masthead = masthead.filter(|symbol| !symbol.is_open());
    let symbol = masthead.or_else(|| numbered(text, structure)).or_else(|| council(text, blocks, structure));
    Identity { symbol, adopted: adopted(text, structure, language) }
}

/// From the number before the title, and the organ: `63/195.` of the General Assembly is `A/RES/63/195`.
fn numbered(text: &str, structure: &Structure) -> Option<Symbol> {
    let number = structure.title.as_ref()?.number.clone()?;
    let number = NormalizedText::of(&text[number], 0).text;
    let number = number.trim_end_matches(is_number_stop).trim();
    // The numbers of a body that is in no table are its own.
    if structure.organ.is_none() && structure.elements.iter().any(|element| element.kind == ElementKind::OrganLine) {
        return None;
    }
    let prefix = match structure.organ.unwrap_or(Organ::GeneralAssembly) {
        Organ::SecurityCouncil => return None,
        organ => organ.prefix()?,
    };
    Symbol::parse(&format!("{prefix}/RES/{number}")).ok().filter(|symbol| !symbol.is_open())
}

/// A Security Council resolution has its number and year in a line of its own before the organ line.
fn council(text: &str, blocks: &[Block], structure: &Structure) -> Option<Symbol> {
    if structure.organ != Some(Organ::SecurityCouncil) {
        return None;
    }
    let head = blocks.iter().take_while(|block| !matches!(block.starter, LineKind::OrganLine(_)));
    head.take(12).find_map(|block| {
        let flow = block.flow(text).text;
        let open = flow.find(" (").or_else(|| flow.find('('))?;
        let year = flow.get(open..)?.trim_start().strip_prefix('(')?.split(')').next()?;
        let number = flow.get(..open)?.rsplit(|c: char| !c.is_ascii_digit()).find(|word| !word.is_empty())?;
        if flow.len() > 60 || year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Symbol::parse(&format!("S/RES/{number} ({year})")).ok().filter(|symbol| !symbol.is_open())
    })
}

/// The date in the adoption line, else the last one of the closing.
fn adopted(text: &str, structure: &Structure, language: &Language) -> Option<Date> {
    let of = |kind: ElementKind| {
        let elements = structure.elements.iter().filter(move |element| element.kind == kind);
        elements
            .flat_map(|element| citation::dates(&NormalizedText::of(&text[element.range.clone()], 0).text, language))
    };
    of(ElementKind::Adoption).next().or_else(|| of(ElementKind::Closing).last()).map(|(date, _)| date)
}
