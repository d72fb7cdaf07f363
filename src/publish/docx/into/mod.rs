//! A draft written into a Word document that is there: only the paragraphs that changed are touched, and every other byte of the
//! package stays. With an author's name the changes are tracked: to reject all of them gives the old text, to accept them the
//! new one.
//!
//! What the document says is read as always, and compared block by block with the draft (`words.rs`). Where a block differs, the
//! runs of its paragraph are parted at words (`scan.rs` knows where they stand, `edit.rs` writes them).

mod edit;
mod note_names;
mod rows;
mod scan;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::time::SystemTime;

use self::edit::{EditedEnd, EditedXml, NewParagraph, NewRow, ParagraphEdit, TrackedBy};
use self::rows::{PartedDraft, cells_of, length_of_head};
use self::scan::{ScannedParagraph, ScannedPart, ScannedRow};
use self::words::{NoteIdentity, SpacedWord, WordOrCall, WordSpacing, paired, words};
use super::super::manuscript::{Manuscript, ManuscriptBlock, ManuscriptFace, ManuscriptKind, ManuscriptRun};
use super::parts::SEPARATORS;
use super::xml::attribute;
use crate::draft::{Draft, LabelValue, Layout, ReadAs};
use crate::messages::Message;
use crate::source::{DocumentPart, PartOfPackage, SourceText, TrackedChanges, WordPackage, WordProblem};

crate::messages! {
    "publish.into":
    tracked_already(paragraph: number) =
        "Paragraph {paragraph} of this document has tracked changes, and would have to be changed. Accept or reject them in \
         Word first.";
    broken_lines() =
        "Each line of this document is a paragraph, as in one that was made of a PDF. Write the draft into a new document \
         instead, without `--into`.";
    too_many_cells(paragraph: number) =
        "In the table with paragraph {paragraph}, a row has more cells in the draft than in this document. Add a column in Word, \
         and try again.";
    not_parted(paragraph: number) =
        "Paragraph {paragraph} of this document has changed, and holds something that can't be parted, such as a field or a \
         row of a table. Change it in Word, and try again.";
    unknown_xml() = "The XML of this document is written in a way that can't be changed in its place. Save it anew in Word first.";
    read_otherwise() =
        "Written into this document, the changes would be read as others than those of the draft. Nothing was written.";
}

/// Why a draft can't be written into a document.
#[derive(Debug)]
pub enum NotInsertable {
    /// A paragraph that has to be changed has tracked changes that can't be parted.
    TrackedAlready(usize),
    /// A row has more cells than the table of this paragraph.
    TooManyCells(usize),
    /// The document's lines are paragraphs.
    BrokenLines,
    /// A paragraph that has to be changed holds something that can't be parted.
    NotParted(usize),
    /// The XML is not as word processors write it.
    UnknownXml,
    /// The document would say something else than it should.
    ReadOtherwise,
    /// The document can't be read.
    Word(WordProblem),
}

impl NotInsertable {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        match self {
            NotInsertable::TrackedAlready(paragraph) => tracked_already(*paragraph),
            NotInsertable::TooManyCells(paragraph) => too_many_cells(*paragraph),
            NotInsertable::BrokenLines => broken_lines(),
            NotInsertable::NotParted(paragraph) => not_parted(*paragraph),
            NotInsertable::UnknownXml => unknown_xml(),
            NotInsertable::ReadOtherwise => read_otherwise(),
            NotInsertable::Word(problem) => problem.message(),
        }
    }
}

impl From<WordProblem> for NotInsertable {
    fn from(problem: WordProblem) -> NotInsertable {
        NotInsertable::Word(problem)
    }
}

/// Who tracked changes are made by, and when.
#[derive(Debug, Clone, Copy)]
pub struct TrackingAuthor<'a> {
    /// The name by which word processors show the changes.
    pub name: &'a str,
    /// When the changes are made.
    pub at: SystemTime,
}

impl TrackingAuthor<'_> {
    /// What a tracked change says of its author and its time.
    fn attributes(&self) -> String {
        // The year 9999 is the last that can be written.
        let last = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(253_402_300_799);
        let at = humantime::format_rfc3339_seconds(self.at.clamp(SystemTime::UNIX_EPOCH, last));
        format!("w:author=\"{}\" w:date=\"{at}\"", attribute(self.name))
    }
}

/// A document into which a draft was written.
#[derive(Debug)]
pub struct InsertedDraft {
    /// The document.
    pub package: WordPackage,
    /// How many of its paragraphs were touched, put in or taken out.
    pub changed: usize,
    /// The first words of the paragraphs, or the notes, that are read otherwise than in the draft, such as one whose number the
    /// document's lists don't give.
    pub other: Vec<String>,
}

/// Writes a draft into a document, with tracked changes if there is an author for them.
///
/// # Errors
///
/// When it can't be done so that the document says what the draft says.
pub fn into(
    package: &WordPackage,
    draft: &Manuscript<'_>,
    author: Option<TrackingAuthor<'_>>,
) -> Result<InsertedDraft, NotInsertable> {
    let old = package.text(TrackedChanges::Accepted)?;
    let read = Draft::read_with(&old.text, ReadAs::default(), &old.hints);
    if read.layout == Layout::Page {
        return Err(NotInsertable::BrokenLines);
    }
    let before = Manuscript::of(&old.text, &read, &old.hints);
    let ScannedPart { paragraphs: document, rows } =
        scan::part(&package.document.xml).ok_or(NotInsertable::UnknownXml)?;
    let written = match &package.footnotes {
        None if has_called_note(draft) => {
            package.with_new_part("footnotes", SEPARATORS)?.ok_or(NotInsertable::UnknownXml)?
        }
        _ => package.clone(),
    };
    let notes = match &written.footnotes {
        Some(part) => scan::part(&part.xml).ok_or(NotInsertable::UnknownXml)?.paragraphs,
        None => Vec::new(),
    };
    let heads = heads(&document);
    let parted = PartedDraft::of(draft);
    let mut comparison = InsertionPlan {
        package: &written,
        old: &old,
        before: &before,
        after: draft,
        rows_of_draft: Vec::new(),
        document,
        heads,
        rows,
        notes,
    };
    let mut draft = draft;
    if comparison.has_parted_rows() {
        comparison.rows_of_draft = parted.rows;
        draft = &parted.draft;
        comparison.after = draft;
    }
    let (parts, changed) = comparison.parts(author)?;
    if changed == 0 {
        return Ok(InsertedDraft { package: package.clone(), changed, other: other_than(package, draft)? });
    }
    let inserted = written.with(&parts)?;
    let original = |package: &WordPackage| package.text(TrackedChanges::Original).map(|read| read.text);
    if author.is_some() && original(&inserted)? != original(package)? {
        return Err(NotInsertable::ReadOtherwise);
    }
    let other = other_than(&inserted, draft)?;
    Ok(InsertedDraft { package: inserted, changed, other })
}

/// The first words of what a document says otherwise than a draft.
fn other_than(package: &WordPackage, draft: &Manuscript<'_>) -> Result<Vec<String>, NotInsertable> {
    let text = package.text(TrackedChanges::Accepted)?;
    let read = Draft::read_with(&text.text, ReadAs::default(), &text.hints);
    let found = Manuscript::of(&text.text, &read, &text.hints);
    let squashed = |words: String| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let lines = |manuscript: &Manuscript<'_>| {
        let block = |block: &ManuscriptBlock| {
            let label = block.label.as_ref().map_or(String::new(), |label| format!("{}{}", label.before, label.text));
            let said = block.runs.iter().map(|run| match run {
                ManuscriptRun::Words { text, .. } => text.clone(),
                ManuscriptRun::Mark { label, .. } => format!("[{label}]"),
            });
            squashed(label + &said.collect::<String>())
        };
        let mut lines: Vec<String> = manuscript.blocks.iter().map(block).collect();
        lines.extend(manuscript.notes.iter().map(|note| squashed(format!("[{}]{}", note.label, note.words()))));
        lines
    };
    let (is, wanted) = (lines(&found), lines(draft));
    let differences = similar::capture_diff_slices(similar::Algorithm::Myers, &is, &wanted);
    let missing = differences.iter().filter(|op| !matches!(op, similar::DiffOp::Equal { .. }));
    let said = missing.flat_map(|op| {
        let (_, of_document, of_draft) = op.as_tag_tuple();
        let wanted = wanted.get(of_draft).unwrap_or_default();
        if wanted.is_empty() { is.get(of_document).unwrap_or_default() } else { wanted }
    });
    Ok(said.map(|words| words.chars().take(40).collect()).collect())
}

/// What a document says, and what it is to say.
struct InsertionPlan<'c> {
    package: &'c WordPackage,
    old: &'c SourceText,
    before: &'c Manuscript<'c>,
    after: &'c Manuscript<'c>,
    /// Of each block of the draft, the row that it is a cell of, where such are blocks of their own.
    rows_of_draft: Vec<Option<usize>>,
    /// The document's paragraphs.
    document: Vec<ScannedParagraph>,
    /// Of each of them, the first of those that are one paragraph since their ends are gone.
    heads: Vec<usize>,
    /// The rows of its tables.
    rows: Vec<ScannedRow>,
    /// The paragraphs of its notes.
    notes: Vec<ScannedParagraph>,
}

/// What is known of the blocks of the document and of the draft beside each other.
#[derive(Clone, Copy)]
struct MatchedBlocks<'m> {
    /// Where each block of the document stands in it.
    places: &'m [BlockPlace],
    /// Of each block of the document, whether its label is counted by a list.
    counted: &'m [bool],
    /// Blocks of the document that are blocks of the draft, by their indices.
    pairs: &'m BTreeMap<usize, usize>,
    /// Which note of the document each note of the draft is.
    identities: &'m HashMap<usize, NoteIdentity>,
}

/// What becomes of the document's paragraphs, by their places.
#[derive(Debug, Default)]
struct BlockEnds {
    /// Those that are gone.
    removed: BTreeSet<usize>,
    /// What becomes of the ends of those that say something else now.
    edited: BTreeMap<usize, EditedEnd>,
}

/// Where a block of the document stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum BlockPlace {
    /// In one paragraph, or in several, as the cells of a row; by their places among all.
    Paragraphs(Vec<usize>),
    /// In a header, which stays as it is.
    Header,
}

/// Where new paragraphs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NewPlace {
    /// Behind a paragraph of the document, by its place among all, or before all of them.
    Behind(Option<usize>),
    /// Behind a table, by the byte that it ends with.
    BehindTable(usize),
}

/// Where something was put in.
#[derive(Debug)]
struct InsertedPlaces {
    /// The paragraphs behind which others are new.
    behind: BTreeSet<usize>,
    /// Where the tables begin that have new rows.
    tables: BTreeSet<usize>,
}

/// What the cells of a new row say.
#[derive(Debug)]
struct NewCells {
    wanted: Vec<Vec<SpacedWord>>,
    /// How many blocks they are.
    blocks: usize,
}

impl InsertionPlan<'_> {
    /// The parts that are to take the place of the old ones, and how many paragraphs change.
    fn parts(&self, author: Option<TrackingAuthor<'_>>) -> Result<(Vec<PartOfPackage>, usize), NotInsertable> {
        if !self.package.document.xml.contains("<w:body") {
            return Err(NotInsertable::UnknownXml);
        }
        let places = self.places();
        let counted: Vec<bool> = self.before.blocks.iter().map(|block| self.is_counted(block)).collect();
        let bare = |manuscript: &Manuscript<'_>| {
            let words = |block: &ManuscriptBlock| words(&block.words()).0.into_iter().map(|one| one.word).collect();
            manuscript.blocks.iter().map(words).collect::<Vec<Vec<WordOrCall>>>()
        };
        let (old_words, new_words) = (bare(self.before), bare(self.after));
        let may = |old: usize, new: usize| {
            let is_header = places.get(old) == Some(&BlockPlace::Header);
            let is_counted = counted.get(old) == Some(&true);
            let label = self.after.blocks.get(new).and_then(|block| block.label.as_ref());
            let can_be_counted = self.after.blocks.get(new).is_some_and(is_countable);
            let is_symbol = || {
                let says = |manuscript: &Manuscript<'_>, at: usize, symbol: &str| {
                    manuscript.blocks.get(at).is_some_and(|block| block.words().contains(symbol))
                };
                self.symbols().is_some_and(|(was, is)| says(self.before, old, &was) && says(self.after, new, &is))
            };
            (!is_header || old_words.get(old) == new_words.get(new) || is_symbol())
                && (!is_counted || (label.is_some() && can_be_counted))
        };
        let mut pairs: BTreeMap<usize, usize> = paired(&old_words, &new_words, may).into_iter().collect();
        self.pair_cells(&places, &mut pairs);
        let identities = self.identities();
        let mut tracked = TrackedBy::new(
            author.as_ref(),
            &self.package.document.xml,
            self.package.footnotes.as_ref().map(|part| part.xml.as_str()),
        );
        let mut edited = EditedXml::default();
        let mut changed = 0;
        let matched = MatchedBlocks { places: &places, counted: &counted, pairs: &pairs, identities: &identities };
        self.edit_blocks(matched, &mut tracked, &mut edited, &mut changed)?;
        let mut parts = Vec::new();
        let mut document = edited.made(&self.package.document.xml);
        let mut edited = EditedXml::default();
        self.edit_notes(&identities, &document, &mut tracked, &mut edited, &mut changed)?;
        if let Some(part) = &self.package.footnotes {
            let mut notes = edited.made(&part.xml);
            if tracked.has_new_notes() {
                (document, notes) = note_names::ascending(&document, &notes, |id| tracked.is_new_note(id));
            }
            if notes != part.xml {
                parts.push(PartOfPackage { name: part.name.clone(), xml: notes });
            }
        }
        if document != self.package.document.xml {
            parts.push(PartOfPackage { name: self.package.document.name.clone(), xml: document });
        }
        for part in &self.package.headers {
            let mut edited = EditedXml::default();
            self.edit_header(&part.xml, &mut tracked, &mut edited, &mut changed)?;
            let xml = edited.made(&part.xml);
            if xml != part.xml {
                parts.push(PartOfPackage { name: part.name.clone(), xml });
            }
        }
        Ok((parts, changed))
    }

    /// The symbols of the document and of the draft, if they are not the same.
    fn symbols(&self) -> Option<(String, String)> {
        let symbol = |manuscript: &Manuscript<'_>| manuscript.draft.symbol.as_ref().map(ToString::to_string);
        let (old, new) = (symbol(self.before)?, symbol(self.after)?);
        (old != new).then_some((old, new))
    }

    /// Puts the draft's symbol in the place of the document's in the header of its pages.
    fn edit_header(
        &self,
        xml: &str,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
        changed: &mut usize,
    ) -> Result<(), NotInsertable> {
        let Some((old, new)) = self.symbols() else { return Ok(()) };
        for paragraph in scan::part(xml).ok_or(NotInsertable::UnknownXml)?.paragraphs {
            let said = paragraph.words();
            if !said.contains(&old) {
                continue;
            }
            let edit =
                ParagraphEdit::of(&paragraph, words(&said.replace(&old, &new)).0).ok_or(NotInsertable::UnknownXml)?;
            let touched = edit.write(xml, tracked, edited).ok_or(NotInsertable::UnknownXml)?;
            *changed += usize::from(touched);
        }
        Ok(())
    }

    fn place(&self, block: &ManuscriptBlock) -> BlockPlace {
        let mut found = Vec::new();
        let ranges = block.runs.iter().map(|run| match run {
            ManuscriptRun::Words { range, .. } | ManuscriptRun::Mark { range, .. } => range.clone(),
        });
        let ranges = ranges.chain(block.label.iter().map(|label| label.range.clone()));
        for range in ranges {
            // Cells, which tabs part, are paragraphs each.
            let tabs = self.old.text.get(range.clone()).unwrap_or_default().match_indices(['\t', '\n']);
            let starts = tabs.map(|(at, _)| range.start + at + 1).filter(|at| *at < range.end);
            for at in std::iter::once(range.start).chain(starts) {
                let place = self.old.map.document_place(&self.old.text, at);
                match place {
                    Some(place) if place.part == DocumentPart::Body => {
                        if let Some(paragraph) = place.paragraph {
                            found.push(self.head(paragraph - 1));
                        }
                    }
                    _ => return BlockPlace::Header,
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        BlockPlace::Paragraphs(found)
    }

    /// The first of the paragraphs that are one with this.
    fn head(&self, paragraph: usize) -> usize {
        self.heads.get(paragraph).copied().unwrap_or(paragraph)
    }

    /// The paragraphs that are one with this, which is the first of them.
    fn joined(&self, head: usize) -> Range<usize> {
        let others = self.heads.iter().skip(head + 1).take_while(|other| **other == head).count();
        head..head + 1 + others
    }

    /// Whether a paragraph can't be changed for the changes that it stands in, or else for what it holds.
    fn not_changed(&self, paragraph: usize) -> NotInsertable {
        let is_tracked =
            self.joined(paragraph).filter_map(|at| self.document.get(at)).any(ScannedParagraph::has_insertions);
        if is_tracked { NotInsertable::TrackedAlready(paragraph + 1) } else { NotInsertable::NotParted(paragraph + 1) }
    }

    /// Whether the word processor counts a block's label.
    fn is_counted(&self, block: &ManuscriptBlock) -> bool {
        let label = block.label.as_ref().map(|label| &label.range);
        label.is_some_and(|label| {
            self.old.hints.labels.iter().any(|counted| counted.start < label.end && label.start < counted.end)
        })
    }

    /// Which note of the document each note of the draft is: by what they say, in the order in which they are called.
    fn identities(&self) -> HashMap<usize, NoteIdentity> {
        let mut called: Vec<&str> = Vec::new();
        let runs = self.document.iter().flat_map(|paragraph| &paragraph.runs);
        for id in runs.filter(|run| run.deleted.is_none()).filter_map(|run| run.note()) {
            if !called.contains(&id) {
                called.push(id);
            }
        }
        let mut wanted: Vec<usize> = Vec::new();
        for note in self.after.blocks.iter().flat_map(|block| &block.runs).filter_map(|run| match run {
            ManuscriptRun::Mark { note, .. } => *note,
            ManuscriptRun::Words { .. } => None,
        }) {
            if !wanted.contains(&note) {
                wanted.push(note);
            }
        }
        let old: Vec<Vec<WordOrCall>> = called.iter().map(|id| bare(&words(&self.note_words(id)).0)).collect();
        let new: Vec<Vec<WordOrCall>> = wanted
            .iter()
            .map(|note| self.after.notes.get(*note).map(|note| bare(&words(&note.words()).0)).unwrap_or_default())
            .collect();
        let pairs: HashMap<usize, usize> =
            paired(&old, &new, |_, _| true).into_iter().map(|(old, new)| (new, old)).collect();
        let known =
            |at: usize| pairs.get(&at).and_then(|old| called.get(*old)).map(|id| NoteIdentity::Known((*id).to_owned()));
        wanted.iter().enumerate().map(|(at, note)| (*note, known(at).unwrap_or(NoteIdentity::New(*note)))).collect()
    }

    fn note_words(&self, id: &str) -> String {
        let paragraphs = self.notes.iter().filter(|paragraph| paragraph.note.as_deref() == Some(id));
        let said = paragraphs.map(ScannedParagraph::words);
        said.collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    /// What a new block is to say in a paragraph, in words, with its label if that is typed.
    fn wanted(
        &self,
        block: &ManuscriptBlock,
        typed_label: bool,
        identities: &HashMap<usize, NoteIdentity>,
    ) -> Vec<SpacedWord> {
        let mut wanted = Vec::new();
        let mut text = String::new();
        let label = block.label.as_ref().filter(|_| typed_label);
        if let Some(label) = label {
            text = format!("{}{}{}", label.before, label.text, if label.gap.is_empty() { "" } else { "\t" });
        }
        for run in &block.runs {
            match run {
                ManuscriptRun::Words { text: words, .. } => text.push_str(words),
                ManuscriptRun::Mark { label, note, range } => {
                    let written = self.after.text.get(range.clone()).unwrap_or_default();
                    let bracketed = written.starts_with('(');
                    if bracketed {
                        text.push('(');
                    }
                    match note.and_then(|note| identities.get(&note)) {
                        Some(identity) => {
                            let (mut some, space) = words(&text);
                            wanted.append(&mut some);
                            text.clear();
                            wanted.push(SpacedWord { space, word: WordOrCall::Call(identity.clone()) });
                        }
                        None => text.push_str(&raised(label)),
                    }
                    if bracketed {
                        text.push(')');
                    }
                }
            }
        }
        wanted.append(&mut words(&text).0);
        wanted
    }

    fn edit_blocks(
        &self,
        matched: MatchedBlocks<'_>,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
        changed: &mut usize,
    ) -> Result<(), NotInsertable> {
        let MatchedBlocks { places, counted, pairs, identities } = matched;
        // The blocks of each paragraph, in order: a paragraph with broken lines may hold several.
        let mut of_paragraph: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (block, place) in places.iter().enumerate() {
            let BlockPlace::Paragraphs(paragraphs) = place else { continue };
            for paragraph in paragraphs {
                of_paragraph.entry(*paragraph).or_default().push(block);
            }
        }
        let typed = |old: usize| counted.get(old) == Some(&false);
        let mut ends = BlockEnds::default();
        for (paragraph, blocks) in &of_paragraph {
            let Some(scanned) = whole(self.document.get(self.joined(*paragraph)).unwrap_or_default()) else {
                return Err(NotInsertable::UnknownXml);
            };
            let kept: Vec<(usize, usize)> = blocks.iter().filter_map(|old| Some((*old, *pairs.get(old)?))).collect();
            let same = kept.len() == blocks.len()
                && kept.iter().all(|(old, new)| self.is_same(*old, *new, typed(*old), identities));
            if same {
                continue;
            }
            let spans = |old: usize| match places.get(old) {
                Some(BlockPlace::Paragraphs(paragraphs)) => paragraphs.clone(),
                _ => Vec::new(),
            };
            if kept.is_empty() {
                ends.removed.extend(self.joined(*paragraph));
                *changed += 1;
                continue;
            }
            let mut wanted: Vec<SpacedWord> = Vec::new();
            for (old, new) in &kept {
                let Some(block) = self.after.blocks.get(*new) else { continue };
                let all = spans(*old);
                let mut words = match all.len() {
                    0 | 1 => self.wanted(block, typed(*old), identities),
                    // Each cell says its own.
                    _ => {
                        let cells = cells_of(&self.wanted(block, typed(*old), identities));
                        let at = all.iter().position(|one| one == paragraph);
                        if cells.len() > all.len() {
                            return Err(NotInsertable::TooManyCells(paragraph + 1));
                        }
                        let cell = self.assigned(&all, cells).zip(at).and_then(|(cells, at)| cells.get(at).cloned());
                        cell.ok_or(NotInsertable::NotParted(paragraph + 1))?
                    }
                };
                if let Some(first) = words.first_mut().filter(|_| !wanted.is_empty()) {
                    first.space = "\n".to_owned();
                }
                wanted.append(&mut words);
            }
            let edit = ParagraphEdit::of(&scanned, wanted).ok_or(NotInsertable::NotParted(paragraph + 1))?;
            let touched =
                edit.write(&self.package.document.xml, tracked, edited).ok_or_else(|| self.not_changed(*paragraph))?;
            *changed += usize::from(touched);
            ends.edited.insert(*paragraph, edit.end());
        }
        let inserted = self.insert_blocks(matched, &ends, tracked, edited, changed)?;
        let with_rows = self.remove_rows(&ends, &inserted.tables, tracked, edited);
        ends.removed.retain(|paragraph| !with_rows.contains(paragraph));
        self.remove_paragraphs(&ends, &inserted.behind, tracked, edited);
        Ok(())
    }

    /// Takes out the paragraphs that are gone.
    ///
    /// Where the words before them go, too, what is taken out is one stretch: it begins with the end of the paragraph before, and
    /// the last end stays. Word writes it so, and LibreOffice 7.4 takes it for that in any case (`findings/tracked-ends-of-paragraphs-are-joined.sh`).
    fn remove_paragraphs(
        &self,
        ends: &BlockEnds,
        inserted: &BTreeSet<usize>,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
    ) {
        let xml = &self.package.document.xml;
        let mut last_of_stretch = BTreeSet::new();
        for (before, _) in ends.edited.iter().filter(|(_, end)| **end == EditedEnd::TakenOut) {
            let Some(first) = self.document.get(*before).filter(|_| !inserted.contains(before)) else { continue };
            let gone = (before + 1..).take_while(|at| ends.removed.contains(at) && self.is_next(at - 1, *at));
            let Some(last) = gone.last() else { continue };
            let has_changes = (*before..=last)
                .filter_map(|at| self.document.get(at))
                .any(|paragraph| paragraph.has_changed_end() || paragraph.is_joined());
            let is_like = self.document.get(last).is_some_and(|last| is_like(xml, first, last));
            if tracked.is_tracking() && is_like && !has_changes {
                edited.remove_end(xml, first, tracked);
                last_of_stretch.insert(last);
            }
        }
        for at in &ends.removed {
            if let Some(paragraph) = self.document.get(*at) {
                edited.remove(xml, paragraph, last_of_stretch.contains(at), tracked);
            }
        }
    }

    /// Whether a paragraph stands right behind another one that can be joined with it.
    fn is_next(&self, before: usize, at: usize) -> bool {
        let (Some(before), Some(at)) = (self.document.get(before), self.document.get(at)) else { return false };
        let between = self.package.document.xml.get(before.range.end..at.range.start);
        !before.end_has_to_stay() && between.is_some_and(|between| between.trim().is_empty())
    }

    /// Puts in the blocks that are new, each behind the paragraph of the block before it; says which paragraphs these are.
    ///
    /// Where the words before them are new, too, what is put in is one stretch, as in [`InsertionPlan::remove_paragraphs`].
    fn insert_blocks(
        &self,
        matched: MatchedBlocks<'_>,
        ends: &BlockEnds,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
        changed: &mut usize,
    ) -> Result<InsertedPlaces, NotInsertable> {
        let MatchedBlocks { places, counted, pairs, identities } = matched;
        let xml = &self.package.document.xml;
        let old_of: HashMap<usize, usize> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
        let last_of = |old: usize| match places.get(old) {
            Some(BlockPlace::Paragraphs(paragraphs)) => {
                paragraphs.last().and_then(|head| self.joined(*head).next_back())
            }
            _ => None,
        };
        // The first paragraph of the next block that is in the document, too.
        let mut nexts: Vec<Option<usize>> = Vec::new();
        for new in (0..self.after.blocks.len()).rev() {
            let own = old_of.get(&new).and_then(|old| match places.get(*old) {
                Some(BlockPlace::Paragraphs(paragraphs)) => paragraphs.first().copied(),
                _ => None,
            });
            nexts.push(own.or(nexts.last().copied().flatten()));
        }
        nexts.reverse();
        let head = length_of_head(self.after);
        let mut behind: Option<usize> = None;
        let mut inserted: Vec<(NewPlace, Vec<NewParagraph<'_>>)> = Vec::new();
        let mut rows: Vec<(usize, NewRow<'_>)> = Vec::new();
        let mut in_rows = 0;
        for (new, block) in self.after.blocks.iter().enumerate() {
            if let Some(old) = old_of.get(&new) {
                behind = last_of(*old).or(behind);
                continue;
            }
            if new < in_rows {
                continue;
            }
            let next = nexts.get(new).copied().flatten();
            let cells = self.new_cells(new, &old_of, identities);
            let count = cells.blocks;
            if let Some(row) = self.new_row(cells.wanted, block.label.is_some(), behind, next)? {
                rows.push(row);
                in_rows = new + count;
                *changed += 1;
                continue;
            }
            let template = self.template(block, new, places, counted);
            let countable = is_countable(block) && template.is_some_and(|(_, is_counted)| is_counted);
            let opening: usize = block
                .runs
                .iter()
                .take_while(|run| matches!(run, ManuscriptRun::Words { face: ManuscriptFace::Opening, .. }))
                .filter_map(ManuscriptRun::words)
                .map(|said| words(said).0.len())
                .sum();
            let labelled = block
                .label
                .as_ref()
                .filter(|_| !countable)
                .map_or(0, |label| words(&format!("{}{}", label.before, label.text)).0.len());
            let paragraph = NewParagraph {
                like: template.and_then(|(old, _)| last_of(old)).and_then(|at| self.document.get(at)),
                wanted: self.wanted(block, !countable, identities),
                labelled,
                opening,
                counted: countable,
            };
            let in_masthead = new < head && matches!(block.kind, ManuscriptKind::Masthead | ManuscriptKind::Aside);
            let place = match self.end_of_table(behind, next).filter(|_| !in_masthead) {
                Some(end) => NewPlace::BehindTable(end),
                None => NewPlace::Behind(behind),
            };
            match inserted.last_mut().filter(|(other, _)| *other == place) {
                Some((_, paragraphs)) => paragraphs.push(paragraph),
                None => inserted.push((place, vec![paragraph])),
            }
            *changed += 1;
        }
        for (place, row) in &rows {
            edited.insert(*place, edit::new_row(xml, row, tracked));
        }
        for (place, paragraphs) in &inserted {
            let (behind, end) = match place {
                NewPlace::Behind(behind) => (*behind, None),
                NewPlace::BehindTable(end) => (None, Some(*end)),
            };
            let before = behind.and_then(|at| self.document.get(at));
            if let Some(at) = behind.filter(|_| before.is_some_and(ScannedParagraph::is_joined)) {
                return Err(NotInsertable::TrackedAlready(at + 1));
            }
            let place = end.or(before.map(|before| before.range.end));
            let place =
                place.or_else(|| self.start_of_text(self.document.first()?)).ok_or(NotInsertable::UnknownXml)?;
            let is_behind_new_words = behind.and_then(|at| ends.edited.get(&at)) == Some(&EditedEnd::PutIn);
            let is_joined = |before: &&ScannedParagraph| {
                let properties = before.properties.clone().and_then(|range| xml.get(range)).unwrap_or_default();
                !before.end_has_to_stay()
                    && !before.has_changed_end()
                    && is_behind_new_words
                    && paragraphs.last().is_some_and(|last| last.properties(xml) == properties)
            };
            let joined = before.filter(is_joined).filter(|_| tracked.is_tracking());
            if let Some(before) = joined {
                edited.insert_end(xml, before, tracked);
            }
            for (at, paragraph) in paragraphs.iter().enumerate() {
                let end_is_new = joined.is_none() || at + 1 < paragraphs.len();
                edited.insert(place, edit::new_paragraph(xml, paragraph, end_is_new, tracked));
            }
        }
        let tables = rows.iter().map(|(_, row)| row.like.table).collect();
        let behind = inserted.into_iter().filter_map(|(place, _)| match place {
            NewPlace::Behind(behind) => behind,
            NewPlace::BehindTable(_) => None,
        });
        Ok(InsertedPlaces { behind: behind.collect(), tables })
    }

    /// What the cells of a new row say that begins with a block, and how many blocks they are.
    fn new_cells(
        &self,
        new: usize,
        old_of: &HashMap<usize, usize>,
        identities: &HashMap<usize, NoteIdentity>,
    ) -> NewCells {
        let wanted = |at: usize| {
            let block = self.after.blocks.get(at);
            block.map(|block| self.wanted(block, true, identities)).unwrap_or_default()
        };
        let row = self.rows_of_draft.get(new).copied().flatten();
        let of_row: Vec<usize> = (0..self.rows_of_draft.len())
            .filter(|at| row.is_some() && self.rows_of_draft.get(*at) == Some(&row))
            .collect();
        let is_new = of_row.first() == Some(&new) && !of_row.iter().any(|at| old_of.contains_key(at));
        match is_new {
            true => NewCells { wanted: of_row.iter().map(|at| wanted(*at)).collect(), blocks: of_row.len() },
            false if row.is_some() => NewCells { wanted: Vec::new(), blocks: 1 },
            false => NewCells { wanted: cells_of(&wanted(new)), blocks: 1 },
        }
    }

    /// Where the outermost table ends that has the one paragraph and not the other.
    fn end_of_table(&self, behind: Option<usize>, next: Option<usize>) -> Option<usize> {
        let others = self.rows_around(next);
        let is_common = |row: &&&ScannedRow| others.iter().any(|other| other.table == row.table);
        let own = self.rows_around(behind);
        own.iter().take_while(|row| !is_common(row)).last().map(|row| row.table_end)
    }

    /// Where something can stand before a paragraph that is the first of all: before the table that it stands in.
    fn start_of_text(&self, first: &ScannedParagraph) -> Option<usize> {
        let mut row = first.row.and_then(|row| self.rows.get(row));
        let mut start = first.range.start;
        while let Some(around) = row {
            start = around.table;
            row = around.around.and_then(|row| self.rows.get(row));
        }
        Some(start)
    }

    /// The block of the document that a new block is to look like, and whether its label is counted: the nearest before it of the
    /// same kind and level, else one behind it.
    fn template(
        &self,
        block: &ManuscriptBlock,
        new: usize,
        places: &[BlockPlace],
        counted: &[bool],
    ) -> Option<(usize, bool)> {
        let is_alike = |old: usize, counts: Option<bool>| {
            self.before.blocks.get(old).is_some_and(|other| {
                let one_place =
                    matches!(places.get(old), Some(BlockPlace::Paragraphs(paragraphs)) if paragraphs.len() == 1);
                let same = other.kind == block.kind && other.level == block.level;
                let counts = counts.is_none_or(|counts| counted.get(old) == Some(&counts));
                one_place && same && counts
            })
        };
        let found = |counts: Option<bool>| {
            let near = new.min(self.before.blocks.len());
            let before = (0..near).rev().find(|old| is_alike(*old, counts));
            before.or_else(|| (near..self.before.blocks.len()).find(|old| is_alike(*old, counts)))
        };
        let first = if is_countable(block) {
            found(Some(true)).or_else(|| found(None))
        } else {
            found(Some(false)).or_else(|| found(None))
        };
        let running = || {
            let is_running = |other: &ManuscriptBlock| {
                other.kind == ManuscriptKind::Operative || other.kind == ManuscriptKind::Preambular
            };
            self.before.blocks.iter().position(is_running).map(|old| (old, false))
        };
        first.map(|old| (old, counted.get(old) == Some(&true))).or_else(running)
    }

    /// Whether a block of the draft says what one of the document does.
    fn is_same(&self, old: usize, new: usize, typed: bool, identities: &HashMap<usize, NoteIdentity>) -> bool {
        let (Some(before), Some(after)) = (self.before.blocks.get(old), self.after.blocks.get(new)) else {
            return false;
        };
        let label =
            |block: &ManuscriptBlock| block.label.as_ref().map(|label| format!("{}{}", label.before, label.text));
        let said = |block: &ManuscriptBlock| spaced(&words(&block.words()).0);
        // Behind how many characters notes are called.
        let calls = |block: &ManuscriptBlock| {
            let mut behind = 0;
            let places = block.runs.iter().filter_map(|run| match run {
                ManuscriptRun::Mark { .. } => Some(behind),
                ManuscriptRun::Words { text, .. } => {
                    behind += text.chars().filter(|c| !c.is_whitespace()).count();
                    None
                }
            });
            places.collect::<Vec<usize>>()
        };
        if said(before) != said(after) || calls(before) != calls(after) || (typed && label(before) != label(after)) {
            return false;
        }
        // The notes that are called must be the same ones.
        let called = |block: &ManuscriptBlock| {
            let notes = block.runs.iter().filter_map(|run| match run {
                ManuscriptRun::Mark { note, .. } => *note,
                ManuscriptRun::Words { .. } => None,
            });
            notes.collect::<Vec<_>>()
        };
        let wanted: Vec<_> = called(after).iter().filter_map(|note| identities.get(note).cloned()).collect();
        let all_known = wanted.iter().all(|identity| matches!(identity, NoteIdentity::Known(_)));
        let said_before: Vec<String> =
            called(before).iter().filter_map(|note| self.before.notes.get(*note)).map(|note| note.words()).collect();
        let agree = wanted.iter().zip(&said_before).all(|(identity, said)| match identity {
            NoteIdentity::Known(id) => {
                self.note_words(id).ends_with(said.trim())
                    || bare(&words(&self.note_words(id)).0).ends_with(&bare(&words(said).0))
            }
            NoteIdentity::New(_) => false,
        });
        all_known && agree
    }

    /// Makes the notes say what those of the draft do, and adds the new ones.
    fn edit_notes(
        &self,
        identities: &HashMap<usize, NoteIdentity>,
        document: &str,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
        changed: &mut usize,
    ) -> Result<(), NotInsertable> {
        let Some(part) = &self.package.footnotes else { return Ok(()) };
        let mut wanted: Vec<(&usize, &NoteIdentity)> = identities.iter().collect();
        wanted.sort();
        let mut added: HashMap<String, Vec<SpacedWord>> = HashMap::new();
        for (at, identity) in wanted {
            let Some(note) = self.after.notes.get(*at) else { continue };
            let (said, _) = words(&note.words());
            if let Some(id) = tracked.id_of_new(identity) {
                added.insert(id.to_string(), said);
            } else if let NoteIdentity::Known(id) = identity {
                self.edit_note(part, id, said, tracked, edited, changed)?;
            }
        }
        *changed += added.len();
        self.add_notes(part, document, &added, tracked, edited)
    }

    /// Adds notes, each behind that which is called before it, and takes out those that nothing calls any more, which LibreOffice
    /// would show at a call of another one (`note_names.rs`).
    fn add_notes(
        &self,
        part: &PartOfPackage,
        document: &str,
        added: &HashMap<String, Vec<SpacedWord>>,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
    ) -> Result<(), NotInsertable> {
        let calls = |paragraphs: &[ScannedParagraph]| {
            let runs = paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
            runs.filter_map(|run| run.note().map(str::to_owned)).collect::<Vec<String>>()
        };
        let called = calls(&scan::part(document).ok_or(NotInsertable::UnknownXml)?.paragraphs);
        let like = self.notes.iter().rev().find(|paragraph| paragraph.note.is_some() && paragraph.runs.len() > 1);
        let end = part.xml.rfind("</w:footnotes>").ok_or(NotInsertable::UnknownXml)?;
        let first = called.iter().find_map(|id| self.range_of_note(part, id));
        let mut place = first.map_or(end, |range| range.start);
        for id in &called {
            if let Some(said) = added.get(id) {
                edited.insert(place, edit::new_note(&part.xml, like, said, id, tracked));
            } else if let Some(range) = self.range_of_note(part, id) {
                place = range.end;
            }
        }
        for id in calls(&self.document).iter().filter(|id| !called.contains(id)) {
            if let Some(range) = self.range_of_note(part, id) {
                edited.remove_range(range);
            }
        }
        Ok(())
    }

    /// Where a note stands in its part.
    fn range_of_note(&self, part: &PartOfPackage, id: &str) -> Option<Range<usize>> {
        let mut own = self.notes.iter().filter(|paragraph| paragraph.note.as_deref() == Some(id));
        let first = own.next()?;
        let last = own.next_back().unwrap_or(first);
        let start = part.xml.get(..first.range.start)?.rfind("<w:footnote ")?;
        let closing = "</w:footnote>";
        let end = last.range.end + part.xml.get(last.range.end..)?.find(closing)? + closing.len();
        Some(start..end)
    }

    /// Makes a note say something.
    fn edit_note(
        &self,
        part: &PartOfPackage,
        id: &str,
        said: Vec<SpacedWord>,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
        changed: &mut usize,
    ) -> Result<(), NotInsertable> {
        let own: Vec<&ScannedParagraph> =
            self.notes.iter().filter(|paragraph| paragraph.note.as_deref() == Some(id)).collect();
        let old_words = words(&self.note_words(id)).0;
        let all = bare(&old_words);
        // A mark that was typed stands before what the note says.
        let mark = self
            .before
            .notes
            .iter()
            .map(|note| bare(&words(&note.words()).0))
            .filter(|old| all.ends_with(old))
            .map(|old| all.len() - old.len())
            .filter(|mark| *mark <= 2)
            .min()
            .unwrap_or(0);
        if old_words.get(mark..).is_some_and(|old| spaced(old) == spaced(&said)) {
            return Ok(());
        }
        let own: Vec<ScannedParagraph> = own.into_iter().cloned().collect();
        let is_one = own.iter().rev().skip(1).all(ScannedParagraph::is_joined);
        let paragraph = whole(&own).filter(|_| is_one).ok_or(NotInsertable::NotParted(1))?;
        let mut target: Vec<SpacedWord> = old_words.into_iter().take(mark).collect();
        target.extend(said);
        let edit = ParagraphEdit::of(&paragraph, target).ok_or(NotInsertable::NotParted(1))?;
        let not_changed = || match paragraph.has_insertions() {
            true => NotInsertable::TrackedAlready(1),
            false => NotInsertable::NotParted(1),
        };
        let touched = edit.write(&part.xml, tracked, edited).ok_or_else(not_changed)?;
        *changed += usize::from(touched);
        Ok(())
    }
}

/// Of each paragraph, the first of those that are one with it, since their ends were taken out or are hidden.
fn heads(paragraphs: &[ScannedParagraph]) -> Vec<usize> {
    let mut heads: Vec<usize> = Vec::new();
    let mut before: Option<&ScannedParagraph> = None;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let goes_on = before.is_some_and(|before| before.is_joined() && before.row == paragraph.row);
        heads.push(heads.last().copied().filter(|_| goes_on).unwrap_or(at));
        before = Some(paragraph);
    }
    heads
}

/// Paragraphs that are one as one, which ends as the last of them does. `None` where there are none.
fn whole(paragraphs: &[ScannedParagraph]) -> Option<ScannedParagraph> {
    let (first, last) = (paragraphs.first()?, paragraphs.last()?);
    let runs = paragraphs.iter().flat_map(|paragraph| paragraph.runs.clone()).collect();
    Some(ScannedParagraph { range: last.range.clone(), runs, note: first.note.clone(), ..last.clone() })
}

/// Whether a draft calls a note.
fn has_called_note(draft: &Manuscript<'_>) -> bool {
    let mut runs = draft.blocks.iter().flat_map(|block| &block.runs);
    runs.any(|run| matches!(run, ManuscriptRun::Mark { note: Some(_), .. }))
}

/// Whether two paragraphs have the same properties, so that one may end with the other's end.
fn is_like(xml: &str, one: &ScannedParagraph, other: &ScannedParagraph) -> bool {
    let properties = |paragraph: &ScannedParagraph| paragraph.properties.clone().and_then(|range| xml.get(range));
    properties(one).unwrap_or_default() == properties(other).unwrap_or_default()
}

fn bare(words: &[SpacedWord]) -> Vec<WordOrCall> {
    words.iter().map(|one| one.word.clone()).collect()
}

/// Words with what stands before each, but for the first.
fn spaced(words: &[SpacedWord]) -> Vec<(WordSpacing, WordOrCall)> {
    let spacing = |at: usize, one: &SpacedWord| if at == 0 { WordSpacing::Joined } else { one.spacing() };
    words.iter().enumerate().map(|(at, one)| (spacing(at, one), one.word.clone())).collect()
}

/// Whether a list may count a block's label: a number or letter without anything before it or put in behind it.
fn is_countable(block: &ManuscriptBlock) -> bool {
    block.label.as_ref().is_some_and(|label| {
        let inserted = matches!(label.value, Some(LabelValue::Number { insertion: 1.., .. }) | None);
        let says_more = label.text.contains(' ')
            && label.text.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count() > 1;
        label.before.is_empty() && !inserted && !says_more
    })
}

/// A mark as it is typed where no note is there that it calls.
fn raised(label: &str) -> String {
    label.chars().map(|c| crate::script::superscript(c).unwrap_or(c)).collect()
}
