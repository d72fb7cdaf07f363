//! Annexes and sections of a cited instrument: "section XI of its resolution 61/252", "resolution 46/182, annex".
//!
//! They are looked for when somebody asks, in the block that the cursor is in and nowhere else.

use std::ops::Range;

use regex::Regex;

use super::named_instrument;
use crate::draft::{ElementKind, NormalizedText};
use crate::language::{DivisionWords, Language, PerLanguage};
use crate::script::roman_number;
use crate::workspace::ParsedText;

/// The highest Roman numeral that divisions have.
const HIGHEST: u32 = 60;

/// How far before a division its citation may end, in bytes of the flow.
const NEAR: usize = 64;

/// A division of a cited instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentDivision {
    /// Its words in the draft: `section XI`, `annex`.
    pub range: Range<usize>,
    /// Whose it is: an index into the draft's citations.
    pub citation: usize,
    annex: bool,
    numeral: Option<DivisionNumeral>,
}

/// A numeral, as it stands and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct DivisionNumeral {
    text: String,
    value: Option<u32>,
}

impl DivisionNumeral {
    fn of(text: &str, language: &Language) -> DivisionNumeral {
        let word = || language.citing.divisions.words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        let roman = || roman_number(text).filter(|value| *value <= HIGHEST);
        DivisionNumeral { text: text.to_owned(), value: text.parse().ok().or_else(word).or_else(roman) }
    }

    fn is(&self, other: &DivisionNumeral) -> bool {
        self.text == other.text || (self.value.is_some() && self.value == other.value)
    }
}

struct DivisionPatterns {
    /// A division, with the numeral of an annex or that of a section as its groups.
    division: Regex,
    of: Regex,
    after_citation: Regex,
    /// The numeral of a heading, after what may stand before it.
    heading: Regex,
}

static PATTERNS: PerLanguage<Option<DivisionPatterns>> = PerLanguage::new(DivisionPatterns::of);

impl DivisionPatterns {
    /// `None` when a pattern of the table is no regular expression.
    fn of(language: &'static Language) -> Option<DivisionPatterns> {
        let DivisionWords { annex, section, section_after, numeral, of, .. } = &language.citing.divisions;
        let of = if of.is_empty() { language.citing.paragraphs.of } else { of };
        let after = language.citing.paragraphs.after_citation;
        let words: Vec<&str> = language.citing.divisions.words.iter().map(|(word, _)| *word).collect();
        let words = words.join("|");
        let numeral = if words.is_empty() { (*numeral).to_owned() } else { format!("{words}|{numeral}") };
        let annexes = language.reading.annex.join("|");
        Some(DivisionPatterns {
            division: Regex::new(&format!("(?:{annex})(?: ?({numeral}))?|(?:{section})({numeral})(?:{section_after})"))
                .ok()?,
            of: Regex::new(&if of.is_empty() { "[^\\s\\S]".to_owned() } else { format!("^(?:{of})") }).ok()?,
            after_citation: Regex::new(&format!("(?:{after})$")).ok()?,
            heading: Regex::new(&format!("^(?i:{annexes}|{section})?[ .:]*({numeral})(?:[^\\p{{L}}\\p{{N}}]|$)"))
                .ok()?,
        })
    }
}

/// The divisions of cited instruments that are named around a byte of the draft.
pub fn around(reading: &ParsedText, offset: usize) -> Vec<InstrumentDivision> {
    let draft = &reading.draft;
    let language = draft.language_at(offset);
    let Some(Some(patterns)) = PATTERNS.of(language) else { return Vec::new() };
    let Some(flow) = named_instrument::block(reading, offset) else { return Vec::new() };
    let mut divisions = Vec::new();
    for captures in patterns.division.captures_iter(&flow.text) {
        let Some(whole) = captures.get(0) else { continue };
        let next = flow.text.get(whole.end()..).and_then(|rest| rest.chars().next());
        // `annexed`, `section XII` where the numeral is cut.
        if language.naming.spaced && next.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let Some(citation) = cited(reading, &flow, patterns, whole.range()) else { continue };
        let annexed = captures.get(1);
        let section = captures.get(2);
        let numeral = annexed.or(section).map(|numeral| DivisionNumeral::of(numeral.as_str(), language));
        divisions.push(InstrumentDivision {
            range: flow.source(whole.range()),
            citation,
            annex: section.is_none(),
            numeral,
        });
    }
    divisions
}

/// The division that the built-in table names in English: `annex II`.
pub fn of_place(place: Option<&str>, language: &'static Language) -> Option<InstrumentDivision> {
    let numeral = place?.strip_prefix("annex")?.trim();
    let numeral = (!numeral.is_empty()).then(|| DivisionNumeral::of(numeral, language));
    Some(InstrumentDivision { range: 0..0, citation: 0, annex: true, numeral })
}

/// The citation that a division at `range` of the flow belongs to.
fn cited(
    reading: &ParsedText,
    flow: &NormalizedText,
    patterns: &DivisionPatterns,
    range: Range<usize>,
) -> Option<usize> {
    let citations = &reading.draft.citations;
    let rest = flow.text.get(range.end..)?;
    if let Some(of) = patterns.of.find(rest) {
        let number = range.end + of.end();
        let next = flow.text.get(number..)?.chars().next()?;
        let at = flow.source(number..number + next.len_utf8()).start;
        if let Some(index) = citations.iter().position(|citation| citation.range.start == at) {
            return Some(index);
        }
    }
    let near = (range.start.saturating_sub(NEAR)..=range.start).find(|at| flow.text.is_char_boundary(*at))?;
    let end = near + patterns.after_citation.find(flow.text.get(near..range.start)?)?.start();
    let last = flow.text.get(..end)?.chars().next_back()?;
    let at = flow.source(end - last.len_utf8()..end).end;
    citations.iter().position(|citation| citation.range.end == at)
}

/// The heading of a division in the instrument's own text.
pub fn find(text: &ParsedText, division: &InstrumentDivision) -> Option<Range<usize>> {
    let draft = &text.draft;
    let wanted = |kind: ElementKind| match kind {
        ElementKind::Annex => division.annex,
        ElementKind::Section | ElementKind::Part => !division.annex,
        _ => false,
    };
    let headings = || draft.elements.iter().filter(|element| wanted(element.kind));
    let Some(numeral) = &division.numeral else { return headings().next().map(|heading| heading.range.clone()) };
    let numbered = headings().find(|heading| {
        let language = draft.language_at(heading.range.start);
        let patterns = PATTERNS.of(language).and_then(Option::as_ref);
        let words = text.words(heading.range.clone());
        let own = patterns.and_then(|patterns| patterns.heading.captures(&words)?.get(1).map(|own| own.as_str()));
        own.is_some_and(|own| DivisionNumeral::of(own, language).is(numeral))
    });
    // Annexes whose headings have no numbers are counted.
    let place = numeral.value.and_then(|value| usize::try_from(value).ok()?.checked_sub(1));
    let counted = || division.annex.then(|| headings().nth(place?)).flatten();
    numbered.or_else(counted).map(|heading| heading.range.clone())
}
