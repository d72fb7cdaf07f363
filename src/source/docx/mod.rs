//! Word files (.docx) as plain text.
//!
//! A file is a package of parts: the document, its styles, lists, notes, headers and settings. The text is made of the
//! document as Word shows it, with the numbers of paragraphs and notes, which stand nowhere in the file, and in one state
//! of the tracked changes. What can't be made text leaves a sign in its place and is told of.
//!
//! Source: ECMA-376, Office Open XML File Formats, in both of its forms (transitional and strict).

mod line;
mod notes;
mod numbering;
mod package;
mod problem;
mod signs;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod writable;

use std::collections::{HashMap, VecDeque};

use self::line::{DocumentBlock, LineOrigin};
use self::notes::{NoteCounters, NoteKind};
use self::numbering::Lists;
use self::package::{BOUNDS, Package, PackageBounds, Relationships, parsed};
use self::story::{CalledNote, Surroundings, Walk};
use self::styles::Styles;
use self::text::{ReadNote, WrittenText};
use self::tree::XmlElement;
use super::{Hints, SourceMap};
use crate::script::is_invisible;
use crate::script::punctuation::parts_clauses;
use crate::source::hints::UnreadContent;

pub use problem::WordProblem;
pub use writable::{PartOfPackage, WordPackage};

pub(super) use problem::MESSAGES;

/// Which state of a document with tracked changes is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TrackedChanges {
    /// As if all changes were accepted.
    #[default]
    Accepted,
    /// As if all were rejected.
    Original,
    /// What was put in and what was taken out, both.
    All,
}

/// Makes text of a Word file.
///
/// # Errors
///
/// When it is none, is damaged, or goes beyond what any draft holds.
pub(super) fn read(bytes: Vec<u8>, changes: TrackedChanges) -> Result<(String, SourceMap, Hints), WordProblem> {
    read_within(bytes, changes, BOUNDS)
}

fn read_within(
    bytes: Vec<u8>,
    changes: TrackedChanges,
    bounds: PackageBounds,
) -> Result<(String, SourceMap, Hints), WordProblem> {
    let mut package = Package::open(bytes, bounds)?;
    let main = main_part(&mut package)?;
    let source = package.part(&main)?.ok_or(WordProblem::Damaged)?;
    let root = parsed(&source)?;
    if !root.is("document") {
        return Err(WordProblem::OtherZip);
    }
    let body = root.child("body").ok_or(WordProblem::Damaged)?;
    let parts = package.relationships(&main)?;
    let settings_source = part_of_kind(&mut package, &parts, "settings")?;
    let settings = settings_source.as_deref().map(parsed).transpose()?;
    let styles = part_of_kind(&mut package, &parts, "styles")?;
    let styles = styles.as_deref().map(parsed).transpose()?;
    let lists = part_of_kind(&mut package, &parts, "numbering")?;
    let lists = lists.as_deref().map(parsed).transpose()?.map(|root| Lists::of(&root)).unwrap_or_default();
    let is_english = is_in_english(styles.as_ref(), settings.as_ref());
    let around = Surroundings {
        styles: styles.as_ref().map(Styles::of).unwrap_or_default(),
        lists: if is_english { lists } else { lists.without_english() },
        changes,
    };
    let mut sections = Vec::new();
    body.outermost(&|element: &XmlElement<'_>| element.is("sectPr"), &mut sections);
    let counters = NoteCounters::of(settings.as_ref(), &sections);
    let by_section = counters.restarts();
    let mut walk = Walk::new(&around, counters);
    walk.links = links(&parts);
    let mut blocks = walk.body(body);
    flatten_masthead(&mut blocks);
    let notes = notes(&mut package, &parts, &mut walk)?;
    if let Some(section) = sections.first() {
        let header = header(&mut package, &parts, section, &mut walk, &blocks)?;
        blocks.splice(0..0, header);
    }
    let WrittenText { text, pieces, hints } = WrittenText::of(&blocks, &notes, by_section);
    match text.trim().is_empty() {
        true => Err(WordProblem::Empty),
        false => Ok((text, SourceMap::of_document(pieces), hints)),
    }
}

/// Whether a document is in English, as far as it says what language it is in.
fn is_in_english(styles: Option<&XmlElement<'_>>, settings: Option<&XmlElement<'_>>) -> bool {
    let said = |root: Option<&XmlElement<'_>>, name: &str| {
        let language = root?.find(&|element: &XmlElement<'_>| element.is(name))?.value()?;
        Some(language.to_ascii_lowercase().starts_with("en"))
    };
    // The first that the styles have is that of the whole document.
    let defaults = styles.and_then(|root| root.child("docDefaults"));
    said(defaults, "lang").or(said(settings, "themeFontLang")).unwrap_or(true)
}

/// The name of the part that is the document.
fn main_part(package: &mut Package) -> Result<String, WordProblem> {
    let parts = package.relationships("")?;
    let main = parts.into_values().find(|part| part.kind == "officeDocument");
    main.map(|main| main.part).ok_or(WordProblem::OtherZip)
}

/// The text of the part of a kind; `None` where there is none. One that can't be read would be left out in silence, and
/// with it numbers or notes.
fn part_of_kind(package: &mut Package, parts: &Relationships, kind: &str) -> Result<Option<String>, WordProblem> {
    parts.values().find(|part| part.kind == kind).map_or(Ok(None), |part| package.part(&part.part))
}

/// Where the links of a part lead that go out of the package, by their names.
fn links(parts: &Relationships) -> HashMap<String, String> {
    parts.iter().filter_map(|(id, part)| Some((id.clone(), part.address.clone()?))).collect()
}

/// The notes that the text calls, in the order in which it does.
fn notes(package: &mut Package, parts: &Relationships, walk: &mut Walk<'_>) -> Result<Vec<ReadNote>, WordProblem> {
    let called = std::mem::take(&mut walk.notes);
    if called.is_empty() {
        return Ok(Vec::new());
    }
    let footnotes = part_of_kind(package, parts, "footnotes")?;
    let endnotes = part_of_kind(package, parts, "endnotes")?;
    let mut links_of = |kind: &str| -> Result<HashMap<String, String>, WordProblem> {
        let part = parts.values().find(|part| part.kind == kind);
        part.map_or(Ok(HashMap::new()), |part| package.relationships(&part.part).map(|parts| links(&parts)))
    };
    let links = (links_of("footnotes")?, links_of("endnotes")?);
    let footnotes = footnotes.as_deref().map(parsed).transpose()?;
    let endnotes = endnotes.as_deref().map(parsed).transpose()?;
    let mut of_kind = [by_id(footnotes.as_ref(), NoteKind::Footnote), by_id(endnotes.as_ref(), NoteKind::Endnote)];
    let mut read: Vec<ReadNote> = Vec::new();
    // Some programs let one note call another one.
    let mut waiting: VecDeque<CalledNote> = called.into();
    while let Some(called) = waiting.pop_front() {
        let at = read.len();
        let notes = match called.kind {
            NoteKind::Footnote => of_kind.first_mut(),
            NoteKind::Endnote => of_kind.last_mut(),
        };
        // A note is called once. A file that calls one more often would be as long as it likes.
        let element = notes.and_then(|notes| notes.remove(&called.id));
        walk.links.clone_from(if called.kind == NoteKind::Footnote { &links.0 } else { &links.1 });
        let origin = LineOrigin { paragraph: called.paragraph, note: Some(at) };
        let mut lines = element.map(|note| walk.apart(note, origin)).unwrap_or_default();
        if element.is_none() {
            let mut line = line::Line::default();
            line.begin(origin);
            line.push_unread(UnreadContent::Note);
            lines.push(DocumentBlock::Paragraph(line::ParagraphLine { line, ..line::ParagraphLine::default() }));
        }
        read.push(ReadNote { called, lines });
        waiting.extend(std::mem::take(&mut walk.notes));
    }
    // Footnotes stand at the foot of pages, endnotes behind all.
    read.sort_by_key(|note| note.called.kind == NoteKind::Endnote);
    Ok(read)
}

/// The notes of a part, by the names by which the text calls them.
fn by_id<'e, 'a>(root: Option<&'e XmlElement<'a>>, kind: NoteKind) -> HashMap<String, &'e XmlElement<'a>> {
    let notes = root.into_iter().flat_map(XmlElement::elements).filter(|note| note.is(kind.element()));
    notes.filter_map(|note| Some((note.attribute("id")?.into_owned(), note))).collect()
}

/// Makes lines of the rows of the first table, if it is a masthead: it stands at the top, and has few rows.
fn flatten_masthead(blocks: &mut Vec<DocumentBlock>) {
    /// What is longer is running text.
    const LONGEST: usize = 150;
    const ROWS: usize = 12;
    let is_row_of =
        |block: &DocumentBlock, of: usize| matches!(block, DocumentBlock::Row { table, .. } if *table == of);
    let first = blocks.iter().find_map(|block| match block {
        DocumentBlock::Row { table, .. } => Some(*table),
        _ => None,
    });
    let Some(table) = first.filter(|table| blocks.iter().filter(|block| is_row_of(block, *table)).count() <= ROWS)
    else {
        return;
    };
    // Behind the organ's line and the paragraphs of a draft no masthead comes.
    let is_draft = |paragraph: &line::ParagraphLine| {
        let words = paragraph.line.text.trim();
        paragraph.label.is_some() || words.len() > LONGEST || words.ends_with(parts_clauses)
    };
    let above = blocks.iter().take_while(|block| !is_row_of(block, table));
    if above.flat_map(DocumentBlock::paragraphs).any(is_draft) {
        return;
    }
    let flattened = std::mem::take(blocks).into_iter().flat_map(|block| match block {
        DocumentBlock::Row { table: of, cells } if of == table => {
            cells.into_iter().map(DocumentBlock::Paragraph).collect()
        }
        block => vec![block],
    });
    *blocks = flattened.collect();
}

/// What the header of the first page says and the text doesn't: the symbol, as a rule. Of headers of later pages only
/// what looks like one.
fn header(
    package: &mut Package,
    parts: &Relationships,
    section: &XmlElement<'_>,
    walk: &mut Walk<'_>,
    blocks: &[DocumentBlock],
) -> Result<Vec<DocumentBlock>, WordProblem> {
    let has_title_page = section.child("titlePg").is_some_and(XmlElement::is_on);
    let references: Vec<&XmlElement<'_>> = section.elements().filter(|child| child.is("headerReference")).collect();
    let of_kind = |kind: &str| {
        references.iter().find(|one| one.attribute("type").as_deref().unwrap_or("default") == kind).copied()
    };
    let first = of_kind("first").filter(|_| has_title_page);
    let said = squashed_all(blocks);
    let mut added = Vec::new();
    let kinds = [(first, true), (of_kind("default"), false), (of_kind("even"), false)];
    for (reference, is_first) in kinds {
        let part = reference.and_then(|reference| parts.get(&*reference.attribute("id")?));
        let Some(source) = part.map_or(Ok(None), |part| package.part(&part.part))? else { continue };
        let root = parsed(&source)?;
        walk.links.clear();
        let lines = walk.apart(&root, LineOrigin::default());
        walk.notes.clear();
        for paragraph in lines.iter().flat_map(DocumentBlock::paragraphs).take(HEADER) {
            for piece in pieces_of(paragraph) {
                let squashed = squashed(&piece.line.text);
                let counts =
                    squashed.chars().any(char::is_alphabetic) && (is_first || is_symbol_like(&piece.line.text));
                let known = said.contains(&squashed) || squashed_all(&added).contains(&squashed);
                if counts && !known {
                    added.push(DocumentBlock::Paragraph(piece));
                }
            }
        }
        // A page of each kind says the same.
        if !added.is_empty() {
            break;
        }
    }
    Ok(added)
}

/// So many paragraphs of a header are looked at, and so many stretches of each.
const HEADER: usize = 40;

/// The stretches of a line between its tabs, each as a line.
fn pieces_of(paragraph: &line::ParagraphLine) -> Vec<line::ParagraphLine> {
    let stretches = paragraph.line.text.split(['\t', '\n', '\u{c}']).map(str::trim).filter(|words| !words.is_empty());
    let stretches = stretches.take(HEADER);
    let made = stretches.map(|words| {
        let mut line = line::Line::default();
        line.begin(LineOrigin::default());
        line.push_words(words);
        line::ParagraphLine { line, ..line::ParagraphLine::default() }
    });
    made.collect()
}

/// Whether words look like a document's symbol: short, in capitals, with strokes and figures.
fn is_symbol_like(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    words.len() <= 60
        && first.contains('/')
        && first.starts_with(|c: char| c.is_ascii_uppercase())
        && words.contains(|c: char| c.is_ascii_digit())
}

/// Letters and figures alone, by which words are compared.
fn squashed(words: &str) -> String {
    let even = |c: char| if c == '\u{2011}' { '-' } else { c };
    words.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).map(even).flat_map(char::to_lowercase).collect()
}

fn squashed_all(blocks: &[DocumentBlock]) -> String {
    let paragraphs = blocks.iter().flat_map(DocumentBlock::paragraphs);
    paragraphs.map(|paragraph| squashed(&paragraph.line.text)).collect::<Vec<_>>().join("\n")
}
