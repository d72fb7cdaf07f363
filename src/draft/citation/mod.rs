//! References to resolutions and decisions in running text.
//!
//! [`citations`] reads one block (a paragraph, a note, a heading) evened out as a [`NormalizedText`](super::NormalizedText), so
//! that every number has one spelling. It is a pure function of the text, the language and the
//! [`CitationContext`]; what a block leaves to the next one (which commission was named last) comes back as
//! [`CarriedNames`].
//!
//! Full document symbols (`A/63/431`, `A/RES/62/175`) are not looked for here: [`symbol::scan`] finds them,
//! and nothing inside one is taken for a number here.
//!
//! [`symbol::scan`]: crate::symbol::scan

mod dates;
mod lists;
mod numbers;
mod organ_resolver;
mod patterns;
mod reader;
mod references;
mod sessions;
mod titles;

use std::ops::Range;

use lists::ListedNumber;
use numbers::NumberForm;
use organ_resolver::OrganResolver;
use reader::{BodyMention, CitationReader};
pub use sessions::{may_be_another_bodys, sitting};

use super::{CitationKind, Date, Reference};
use crate::language::Language;
use crate::symbol::{Organ, Symbol};

/// What is known when the reader comes to a block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct CitationContext {
    /// The organ whose draft it is: the one meant by "its resolution".
    pub own_organ: Option<Organ>,
    /// Whether the block is a note.
    pub in_note: bool,
    /// The bodies that the blocks before have named; [`BlockCitations::named`] of the block before.
    pub named: CarriedNames,
}

/// What later blocks need to know of earlier ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct CarriedNames {
    /// What symbols of the commission begin with that "the Commission" means.
    commission: Option<&'static str>,
    /// Numbers that were said to be of another body than the General Assembly: special or not, session,
    /// number, what the symbol begins with. A later mention may leave the body out.
    numbers: Vec<(&'static str, u16, u16, &'static str)>,
}

/// What was found in one block. Ranges are bytes of the flow's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlockCitations {
    /// Cited resolutions and decisions, in order.
    pub citations: Vec<BlockCitation>,
    /// References to paragraphs, in order, with their places in the flow; [`ReferenceTarget::Citation`](super::ReferenceTarget::Citation) counts in
    /// [`BlockCitations::citations`].
    pub references: Vec<Reference>,
    /// For the next block's [`CitationContext`].
    pub named: CarriedNames,
}

/// A cited resolution or decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockCitation {
    pub symbol: Symbol,
    /// The number as it stands: `62/175`, `60/551 B`, `1325 (2000)`.
    pub range: Range<usize>,
    /// [`CitationKind::Resolution`] or [`CitationKind::Decision`].
    pub kind: CitationKind,
    /// The date that the text gives it, and where. A date after a list is that of all its members.
    pub date: Option<(Date, Range<usize>)>,
    /// The title that the text quotes for it, and where, without the quotation marks and the spaces inside them.
    pub title: Option<(String, Range<usize>)>,
}

/// Finds references to resolutions and decisions, and to paragraphs, in one block's running text.
pub fn citations(flow: &str, language: &Language, context: &CitationContext) -> BlockCitations {
    let mut found = BlockCitations { named: context.named.clone(), ..BlockCitations::default() };
    let Some(reader) = CitationReader::of(language) else { return found };
    let numbers = reader.spelling.numbers(flow);
    let kinds = if numbers.is_empty() { Vec::new() } else { reader.kinds(flow) };
    // A number is nothing without a word for what it is, and without either a name is only remembered.
    let cites = !kinds.is_empty();
    let named = cites || (!context.in_note && reader.may_name_commission(flow));
    let mut mentions = if named { reader.mentions(flow) } else { Vec::new() };
    let titles = if cites || !mentions.is_empty() { reader.titles(flow) } else { Vec::new() };
    // Who is named in a title has nothing to do with who adopted it.
    let quoted = |mention: &BodyMention| {
        let before = titles.partition_point(|(title, _)| title.start <= mention.range.start);
        before.checked_sub(1).and_then(|i| titles.get(i)).is_some_and(|(title, _)| mention.range.start < title.end)
    };
    mentions.retain(|mention| !quoted(mention));
    if cites {
        let members = lists::members(reader, flow, numbers, &mentions, &titles, &kinds);
        let mut owners = OrganResolver::new(context.own_organ, flow, &mentions, &mut found.named);
        for (i, member) in members.iter().enumerate() {
            // A date after a list, or before one, is that of every member that has none.
            let own = member.date.clone();
            let shared = own.is_none().then(|| lists::shared_date(&members, i)).flatten();
            let mut date = own.or(shared.clone());
            let mut stem = owners.stem(member, date.as_ref().map(|(date, _)| *date));
            if let (Some(known), Some((shared, _)), NumberForm::Session { prefix, session, .. }) =
                (stem, &shared, &member.number.form)
                && sessions::fits(known, prefix, *session, *shared) == Some(false)
            {
                date = None;
                stem = owners.stem(member, None);
            }
            let Some(symbol) = stem.and_then(|stem| organ_resolver::symbol(stem, member.kind, &member.number)) else {
                continue;
            };
            found.citations.push(BlockCitation {
                symbol,
                range: member.number.range.clone(),
                kind: member.kind,
                date,
                title: title(flow, member),
            });
        }
    }
    found.references = reader.pointers.references(flow, &found.citations);
    if !context.in_note {
        organ_resolver::remember(&mentions, &mut found.named);
    }
    found
}

/// The dates of a text, each with its place.
pub fn dates(flow: &str, language: &Language) -> Vec<(Date, Range<usize>)> {
    CitationReader::of(language).map(|reader| reader.dates.all(flow)).unwrap_or_default()
}

/// Where the date ends that a text begins with.
pub fn leading_date(flow: &str, language: &Language) -> Option<usize> {
    CitationReader::of(language)?.dates.leading(flow)
}

/// The title without the spaces that French has inside its marks.
fn title(flow: &str, member: &ListedNumber) -> Option<(String, Range<usize>)> {
    let range = member.title.clone()?;
    let quoted = flow.get(range.clone())?;
    let title = quoted.trim();
    let start = range.start + quoted.len() - quoted.trim_start().len();
    Some((title.to_owned(), start..start + title.len()))
}

#[cfg(test)]
mod tests;
