//! What there is to compare of one language version.

use std::collections::HashSet;
use std::ops::Range;

use super::divergence::SlipKind;
use super::outline::{self, ComparedItem, outline, within};
use crate::draft::figures::{FigureValue, figures};
use crate::draft::{
    Citation, Date, Draft, ElementKind, LabelValue, NormalizedText, Paragraph, PassageOf, Reference, citation,
};
use crate::language::{Language, NamedBody, named_bodies};
use crate::script::punctuation::{SQUARE_CLOSING, SQUARE_OPENING};
use crate::symbol::{Modification, Symbol, SymbolPart};

/// So many tabs stand in a row of a table, and not in a paragraph behind its label.
const CELLS: usize = 4;

/// A language version of a text: its paragraphs, headings and notes, and what each of them says that is the same in all
/// languages. All places are byte ranges of the draft that it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageVersion {
    /// Its language.
    pub language: &'static Language,
    /// The bytes of the draft that hold it: all of it, or one part of a file with several languages.
    pub part: Range<usize>,
    /// Its title, headings and paragraphs, in order.
    pub items: Vec<VersionItem>,
    /// Its notes, in the order of their numbers.
    pub notes: Vec<VersionItem>,
    /// Its own symbol, and where, if it says one.
    pub symbol: Option<(Symbol, Range<usize>)>,
    /// The number before its title, as written, and where.
    pub number: Option<(String, Range<usize>)>,
    /// When it was adopted, and where it says so.
    pub adopted: Option<(Date, Range<usize>)>,
    /// It ends as an adopted text does, with its meeting and date.
    pub has_closing: bool,
    /// Something of it was lost on its way here, as is told of it by itself: what it lacks beside the others says nothing.
    pub has_losses: bool,
}

/// A paragraph, a heading or a note of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionItem {
    /// What it is.
    pub kind: ItemKind,
    /// 0 for headings, notes, preambular and operative paragraphs, 1 for `(a)`, 2 for `(i)` and so on.
    pub level: u8,
    /// Its bytes in the draft.
    pub range: Range<usize>,
    /// What stands for it where it is pointed at: its label, else its first words.
    pub place: Range<usize>,
    /// What its label counts, with the insertion behind it (2 for `bis`). `None` of what has no label, or one that takes no
    /// place in the count.
    pub ordinal: Option<(u32, u8)>,
    /// Its label as written, and where; the number of a note.
    pub label: Option<(String, Range<usize>)>,
    /// The labels that lead to it, its own included, without their marks: `3 (a)`. Of a preambular paragraph its place in
    /// the preamble.
    pub path: String,
    /// Characters of its running text.
    pub length: u32,
    /// Text follows it that is no paragraph of its own and no heading: a row of a table, a line without a label.
    pub unread_behind: bool,
    /// What it says that is the same in all languages.
    pub facts: ItemFacts,
}

/// What a [`VersionItem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// The title.
    Title,
    /// A section's heading.
    Section,
    /// A part's letter.
    Part,
    /// An annex's heading.
    Annex,
    /// A paragraph of the preamble.
    Preambular,
    /// An operative paragraph.
    Operative,
    /// A subparagraph.
    Sub,
    /// A note.
    Note,
}

impl ItemKind {
    /// A short name that never changes: programs read it.
    pub fn code(self) -> &'static str {
        match self {
            ItemKind::Title => "title",
            ItemKind::Section => "section",
            ItemKind::Part => "part",
            ItemKind::Annex => "annex",
            ItemKind::Preambular => "preambular",
            ItemKind::Operative => "operative",
            ItemKind::Sub => "sub",
            ItemKind::Note => "note",
        }
    }

    /// The kind of this short name.
    pub fn coded(code: &str) -> Option<ItemKind> {
        let all = [
            ItemKind::Title,
            ItemKind::Section,
            ItemKind::Part,
            ItemKind::Annex,
            ItemKind::Preambular,
            ItemKind::Operative,
            ItemKind::Sub,
            ItemKind::Note,
        ];
        all.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it stands over paragraphs.
    pub fn is_heading(self) -> bool {
        matches!(self, ItemKind::Title | ItemKind::Section | ItemKind::Part | ItemKind::Annex)
    }
}

/// What a paragraph says that is the same in all languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemFacts {
    /// What it cites, in order, but for corrigenda, which are issued in each language by itself.
    pub citations: Vec<CitedFact>,
    /// The corrigenda that it cites, in order.
    pub corrigenda: Vec<CorrigendumFact>,
    /// Numbers with a slash, and misspelt symbols, that were not read as anything, in order: `22/126`, of a session that adopted
    /// no resolutions by such numbers.
    pub unread: Vec<(String, Range<usize>)>,
    /// The paragraphs that it refers to, in order.
    pub references: Vec<ReferenceFact>,
    /// The footnote markers in it, in order.
    pub markers: Vec<MarkerFact>,
    /// The dates and figures in it that are no part of a number that is cited, in order.
    pub figures: Vec<FigureFact>,
    /// How many square brackets it opens, and how deep they are nested.
    pub brackets: (u16, u16),
    /// The organs and organizations that it names, in order, but not those of a note. By bytes of the draft.
    pub bodies: Vec<NamedBody>,
}

/// An instrument or a document that a paragraph cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedFact {
    /// What is cited.
    pub symbol: Symbol,
    /// The number as it stands, and where.
    pub range: Range<usize>,
    /// The date that the text gives it, and where.
    pub date: Option<(Date, Range<usize>)>,
}

/// A corrigendum that a paragraph cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrigendumFact {
    /// Its own symbol.
    pub symbol: Symbol,
    /// The symbol of what it corrects.
    pub of: Symbol,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A paragraph that another one refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceFact {
    /// The number and the letters' places: `6 (c)` is 6, then 3.
    pub path: Vec<u32>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A footnote marker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkerFact {
    /// The note's number.
    pub label: String,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A date or a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureFact {
    /// What it is worth.
    pub value: FigureValue,
    /// Where it stands.
    pub range: Range<usize>,
    /// Another language may have it in digits, or leave it to a noun: it shows that a value is there, and not that one is too
    /// many.
    pub in_words: bool,
}

impl LanguageVersion {
    /// The versions that a draft holds: one, or one for each of its parts in another language. `text` is what it was read
    /// of.
    pub fn all_of(text: &str, draft: &Draft) -> Vec<LanguageVersion> {
        draft.parts.iter().map(|part| LanguageVersion::of_part(text, draft, &part.range, part.language)).collect()
    }

    /// The version that a draft is, or the first that it holds.
    pub fn first_of(text: &str, draft: &Draft) -> Option<LanguageVersion> {
        draft.parts.first().map(|part| LanguageVersion::of_part(text, draft, &part.range, part.language))
    }

    /// The versions that a draft holds of one text. None where it holds several texts: two in one language, or with symbols of
    /// their own that no slip makes of one another.
    pub fn of_one_text(text: &str, draft: &Draft) -> Vec<LanguageVersion> {
        // Of a file that changes its language all the time nothing more is asked.
        let languages: HashSet<&str> = draft.parts.iter().map(|part| part.language.code).collect();
        if languages.len() < draft.parts.len() {
            return Vec::new();
        }
        let versions: Vec<LanguageVersion> =
            LanguageVersion::all_of(text, draft).into_iter().filter(LanguageVersion::is_text).collect();
        let symbols: Vec<&Symbol> =
            versions.iter().filter_map(|version| version.symbol.as_ref().map(|(symbol, _)| symbol)).collect();
        let alike = symbols.iter().all(|one| symbols.first().is_none_or(|first| is_alike(one, first)));
        if alike { versions } else { Vec::new() }
    }

    fn of_part(text: &str, draft: &Draft, part: &Range<usize>, language: &'static Language) -> LanguageVersion {
        let reader = VersionReader { text, draft, part, language };
        let items = reader.items();
        let number = draft.title.as_ref().and_then(|title| title.number.clone()).filter(|range| within(range, part));
        let own = draft.symbol.as_ref().and_then(|symbol| {
            let places = draft.citations.iter().filter(|cited| cited.in_masthead && cited.symbol == *symbol);
            let place = places.map(|cited| cited.range.clone()).find(|range| within(range, part))?;
            Some((symbol.clone(), place))
        });
        LanguageVersion {
            language,
            part: part.clone(),
            items,
            notes: reader.notes(),
            symbol: own,
            number: number.map(|range| (reader.evened(&range), range)),
            adopted: reader.adopted(),
            has_losses: false,
            has_closing: draft.elements.iter().any(|e| e.kind == ElementKind::Closing && within(&e.range, part)),
        }
    }

    /// The version, of which something was lost on its way here, or wasn't.
    #[must_use]
    pub fn with_losses(self, has_losses: bool) -> LanguageVersion {
        LanguageVersion { has_losses, ..self }
    }

    /// How many of its operative paragraphs have no number, and how many there are.
    pub(super) fn unnumbered(&self) -> (usize, usize) {
        let operative = self.items.iter().filter(|item| item.kind == ItemKind::Operative);
        operative.fold((0, 0), |(bare, all), item| (bare + usize::from(item.label.is_none()), all + 1))
    }

    /// Whether a reader would take it for a text: something was read of it beside a heading.
    pub fn is_text(&self) -> bool {
        self.items.iter().any(|item| matches!(item.kind, ItemKind::Preambular | ItemKind::Operative))
    }
}

/// Whether two symbols are the same, but for a slip.
pub(super) fn is_alike(one: &Symbol, other: &Symbol) -> bool {
    one == other || SlipKind::between(one.as_str(), other.as_str()) != SlipKind::Other
}

/// Reads what there is to compare of a part of a draft.
struct VersionReader<'a> {
    text: &'a str,
    draft: &'a Draft,
    part: &'a Range<usize>,
    language: &'static Language,
}

impl VersionReader<'_> {
    fn evened(&self, range: &Range<usize>) -> String {
        NormalizedText::of(self.text.get(range.clone()).unwrap_or_default(), range.start).text
    }

    /// The title, headings and paragraphs, in the order in which they stand.
    fn items(&self) -> Vec<VersionItem> {
        let all = outline(self.text, self.draft, self.part).into_iter();
        all.map(|item| match item.index.and_then(|index| Some((index, self.draft.paragraphs.get(index)?))) {
            Some((index, paragraph)) => self.paragraph(index, paragraph, item),
            None => self.heading(item),
        })
        .collect()
    }

    fn heading(&self, item: ComparedItem) -> VersionItem {
        let ComparedItem { kind, level, range, place, path, .. } = item;
        let flow = NormalizedText::of(self.text.get(range.clone()).unwrap_or_default(), range.start);
        let mut facts = self.facts(&range, &flow, false);
        // Without the number that it should have, what stands there may be that number.
        if kind == ItemKind::Title && self.draft.title.as_ref().is_none_or(|title| title.number.is_none()) {
            facts.figures.clear();
        }
        VersionItem {
            kind,
            level,
            place,
            ordinal: None,
            label: None,
            path,
            length: count(&flow.text),
            unread_behind: self.is_aside_behind(range.end),
            range,
            facts,
        }
    }

    /// Whether the next passage from a byte on is neither a paragraph's nor an element's.
    fn is_aside_behind(&self, byte: usize) -> bool {
        let next = self.draft.passages.partition_point(|passage| passage.range.start < byte);
        self.draft.passages.get(next).is_some_and(|passage| passage.of == PassageOf::Aside)
    }

    fn paragraph(&self, index: usize, paragraph: &Paragraph, item: ComparedItem) -> VersionItem {
        let ComparedItem { kind, level, range, place, path, .. } = item;
        let flow = self.draft.running(self.text, index);
        let label = paragraph.label.as_ref().filter(|label| !label.range.is_empty());
        let counted = paragraph.label.as_ref().filter(|label| !label.uncounted);
        VersionItem {
            kind,
            level,
            place,
            ordinal: counted.map(|label| ordinal(label.value)),
            label: label.map(|label| (label.text.clone(), label.range.clone())),
            path,
            length: count(&flow.text),
            unread_behind: self.draft.passages_of(index).len() > 1 || self.is_aside_behind(range.end),
            facts: self.facts(&range, &flow, false),
            range,
        }
    }

    fn notes(&self) -> Vec<VersionItem> {
        let all = outline::notes(self.draft, self.part).into_iter();
        let item = |item: ComparedItem| {
            let ComparedItem { kind, level, range, place, path, index } = item;
            let flow = self.draft.notes.get(index?)?.running(self.text);
            Some(VersionItem {
                kind,
                level,
                ordinal: path.parse().ok().map(|number| (number, 0)),
                label: Some((path.clone(), place.clone())),
                place,
                path,
                length: count(&flow.text),
                unread_behind: false,
                facts: self.facts(&range, &flow, true),
                range,
            })
        };
        all.filter_map(item).collect()
    }

    /// What a paragraph or a note says that is the same in all languages.
    fn facts(&self, range: &Range<usize>, flow: &NormalizedText, in_note: bool) -> ItemFacts {
        let draft = self.draft;
        let cited: Vec<&Citation> =
            draft.citations_in(range).iter().filter(|cited| cited.in_note == in_note && !cited.in_masthead).collect();
        let citations = cited.iter().filter(|cited| corrected(&cited.symbol).is_none()).map(|cited| CitedFact {
            symbol: cited.symbol.clone(),
            range: cited.range.clone(),
            date: cited.date.clone(),
        });
        let citations: Vec<CitedFact> = citations.collect();
        let corrigenda = cited.iter().filter_map(|cited| {
            let of = corrected(&cited.symbol)?;
            Some(CorrigendumFact { symbol: cited.symbol.clone(), of, range: cited.range.clone() })
        });
        let corrigenda = corrigenda.collect();
        let referred = beginning_in(&draft.references, range, |reference| reference.range.start);
        let references = referred.iter().filter_map(|reference| self.reference(reference)).collect();
        let markers = beginning_in(&draft.markers, range, |marker| marker.range.start);
        let called = markers
            .iter()
            .filter(|_| !in_note)
            .map(|marker| MarkerFact { label: marker.label.clone(), range: marker.range.clone() });
        let called: Vec<MarkerFact> = called.collect();
        // What a word calls, cites or counts is no figure. The date of an instrument is read with it.
        let dated = citations.iter().filter_map(|cited| {
            let (date, range) = cited.date.clone()?;
            Some(FigureFact { value: FigureValue::Date(date), range, in_words: false })
        });
        let dated: Vec<FigureFact> = dated.collect();
        let malformed = beginning_in(&draft.malformed, range, |malformed| malformed.range.start);
        let malformed = malformed.iter().map(|malformed| &malformed.range).filter(|inner| within(inner, range));
        let mut taken: Vec<Range<usize>> = cited
            .iter()
            .map(|cited| &cited.range)
            .chain(markers.iter().map(|marker| &marker.range))
            .chain(referred.iter().map(|reference| &reference.range))
            .chain(malformed)
            .chain(draft.title.as_ref().and_then(|title| title.number.as_ref()))
            .map(|range| flow.place(range))
            .filter(|range| !range.is_empty())
            .collect();
        taken.sort_by_key(|range| range.start);
        let unread = slashed(&flow.text, &taken).map(|range| (flow.text[range.clone()].to_owned(), flow.source(range)));
        let unread: Vec<(String, Range<usize>)> = unread.collect();
        // In the cells of a table nothing tells where a number ends.
        let is_table = self.text.get(range.clone()).is_some_and(|text| text.matches('\t').count() >= CELLS);
        let mut read: Vec<FigureFact> = match is_table {
            true => Vec::new(),
            false => figures(&flow.text, self.language, &taken)
                .into_iter()
                .map(|figure| FigureFact {
                    value: figure.value,
                    in_words: !figure.is_certain(),
                    range: flow.source(figure.range),
                })
                .collect(),
        };
        read.retain(|figure| !dated.iter().any(|dated| overlap(&dated.range, &figure.range)));
        read.extend(dated);
        read.sort_by_key(|figure| figure.range.start);
        let named = if in_note { Vec::new() } else { named_bodies(&flow.text, self.language) };
        let bodies = named.into_iter().map(|named| NamedBody { range: flow.source(named.range), ..named }).collect();
        ItemFacts {
            citations,
            corrigenda,
            unread,
            references,
            markers: called,
            figures: read,
            brackets: brackets(&flow.text),
            bodies,
        }
    }

    /// A reference, where it is one that can be compared: its number or its letters can be told.
    fn reference(&self, reference: &Reference) -> Option<ReferenceFact> {
        let mut path = vec![reference.paragraph.unwrap_or_default()];
        for label in &reference.subparagraphs {
            let (letter, numeral) = crate::draft::label::sub_value(&label.text, self.language);
            path.push(letter.or(numeral)?);
        }
        Some(ReferenceFact { path, range: reference.range.clone() })
    }

    /// The adoption's date, above or below the text.
    fn adopted(&self) -> Option<(Date, Range<usize>)> {
        let says = |kind| matches!(kind, ElementKind::Adoption | ElementKind::Closing);
        let elements = self.draft.elements.iter().filter(|element| says(element.kind));
        elements.filter(|element| within(&element.range, self.part)).find_map(|element| {
            let words = self.text.get(element.range.clone())?;
            let flow = NormalizedText::of(words, element.range.start);
            let (date, range) = citation::dates(&flow.text, self.language).into_iter().next()?;
            Some((date, flow.source(range)))
        })
    }
}

/// Those of some things, ascending, that begin in a range.
fn beginning_in<'a, T>(all: &'a [T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> &'a [T] {
    let place = |byte: usize| all.partition_point(|one| start(one) < byte);
    all.get(place(range.start)..place(range.end)).unwrap_or_default()
}

fn ordinal(value: LabelValue) -> (u32, u8) {
    match value {
        LabelValue::Number { number, insertion } => (number, insertion),
        LabelValue::Letter(place) | LabelValue::Roman(place) => (place, 0),
    }
}

/// What a corrigendum corrects. `None` of any other symbol.
fn corrected(symbol: &Symbol) -> Option<Symbol> {
    let corrects = |part: &SymbolPart| matches!(part, SymbolPart::Modification { kind: Modification::Corrigendum, .. });
    let at = symbol.as_str().rfind("/Corr")?;
    symbol.parts().iter().any(corrects).then(|| Symbol::parse(symbol.as_str().get(..at)?).ok()).flatten()
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// The numbers with a slash of a text (`22/126`, `A/16/26`), but for those `taken` by something else.
fn slashed<'a>(text: &'a str, taken: &'a [Range<usize>]) -> impl Iterator<Item = Range<usize>> + 'a {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let slash = from + bytes.get(from..)?.iter().position(|byte| *byte == b'/')?;
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-');
            let start = slash - bytes[..slash].iter().rev().take_while(|byte| is_part(byte)).count();
            let end = slash + bytes[slash..].iter().take_while(|byte| is_part(byte)).count();
            let word = text.get(start..end)?.trim_end_matches(['.', '-', '/']);
            from = end.max(slash + 1);
            let range = start..start + word.len();
            let has_digits = word.split('/').filter(|part| part.bytes().any(|byte| byte.is_ascii_digit())).count() > 1;
            if has_digits && !taken.iter().any(|taken| overlap(taken, &range)) {
                return Some(range);
            }
        }
    })
}

/// How many square brackets a text opens, and how deep they are nested.
fn brackets(text: &str) -> (u16, u16) {
    let (mut opened, mut deepest) = (0u16, 0u16);
    // How deep each bracket that is open stands, and how deep those within it go.
    let mut open: Vec<u16> = Vec::new();
    let mut chars = text.chars().peekable();
    let mut reached = 0u16;
    while let Some(c) = chars.next() {
        if SQUARE_OPENING.contains(&c) {
            open.push(std::mem::take(&mut reached));
        } else if SQUARE_CLOSING.contains(&c)
            && let Some(before) = open.pop()
        {
            // Those of a link and of a span in Markdown are none of the negotiation.
            if !chars.peek().is_some_and(|next| matches!(next, '{' | '(')) {
                opened = opened.saturating_add(1);
                reached = reached.saturating_add(1);
            }
            reached = reached.max(before);
            deepest = deepest.max(reached);
        }
    }
    // What isn't closed yet.
    let unclosed = u16::try_from(open.len()).unwrap_or(u16::MAX);
    (opened.saturating_add(unclosed), deepest.max(reached.saturating_add(unclosed)))
}
