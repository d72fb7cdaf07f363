//! A draft taken apart: its blocks in their order, each with its label and its words apart, and its notes.
//!
//! This is what formats are written of that know paragraphs, labels and notes. Nothing of a clean draft is left out: what is
//! no part of its structure, such as the rows of a table, stands at its place as it is. Page text is unwrapped first, as
//! [`unwrap`](crate::revise::unwrap) does it.

use std::borrow::Cow;
use std::ops::Range;

use crate::draft::edit::apply;
use crate::draft::part_layout::PageLineKind;
use crate::draft::{
    Draft, ElementKind, LabelValue, Layout, Marker, NormalizedText, ParagraphKind, Passage, PassageOf, ReadAs,
    opening_words,
};
use crate::language::Language;
use crate::revise::format::FormatOptions;
use crate::revise::unwrap::{UnwrapOutcome, unwrap};
use crate::script::{is_direction_mark, is_invisible, is_superscript, is_wide};
use crate::source::Hints;

/// A draft taken apart. All places are bytes of its [text](Manuscript::text).
#[derive(Debug)]
pub struct Manuscript<'d> {
    /// The text that it was made of: the draft's, or a clean one where that was page text.
    pub text: Cow<'d, str>,
    /// What was read of that text: language, symbol, title, organ, citations.
    pub draft: Cow<'d, Draft>,
    /// All that stands in it but its notes, in order.
    pub blocks: Vec<ManuscriptBlock>,
    /// Its notes, in order.
    pub notes: Vec<ManuscriptNote>,
}

/// A line of the masthead, a heading, a paragraph or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManuscriptBlock {
    /// What it is.
    pub kind: ManuscriptKind,
    /// The paragraph that it is or goes on with, by its index in [`Draft::paragraphs`].
    pub paragraph: Option<usize>,
    /// The paragraph's label, or the number of the title.
    pub label: Option<ManuscriptLabel>,
    /// Of paragraphs: 0 for preambular and operative ones, 1 for `(a)`, 2 for `(i)` and so on. Of headings: 1 for annexes
    /// and parts, 2 for sections.
    pub level: u8,
    /// What it says, without its label.
    pub runs: Vec<ManuscriptRun>,
    /// The language that it is in.
    pub language: &'static Language,
    /// Where it stands, label and marks included.
    pub range: Range<usize>,
}

/// What a [`ManuscriptBlock`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ManuscriptKind {
    /// A line of the masthead.
    Masthead,
    /// `Resolution adopted by the General Assembly on …`.
    Adoption,
    /// The bracketed line after it.
    Origin,
    /// The title. Its number is its label.
    Title,
    /// `The General Assembly,`.
    OrganLine,
    /// A section's number, or its heading.
    Section,
    /// A part's letter in a composite resolution.
    Part,
    /// What an annex begins with.
    Annex,
    /// The beginning of a preambular paragraph.
    Preambular,
    /// The beginning of an operative paragraph.
    Operative,
    /// The beginning of a subparagraph.
    Sub,
    /// What a paragraph goes on with, without a label of its own.
    Continuation,
    /// The meeting and the date at the end.
    Closing,
    /// Anything else, such as a row of a table, whose cells are parted by tabs or by wide gaps.
    Aside,
}

/// A label as it stands before a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManuscriptLabel {
    /// Marks of direction with which its line begins; mostly none.
    pub marks: String,
    /// What stands before it, such as the bracket of `[5. …]`; mostly nothing.
    pub before: String,
    /// The label with its punctuation, as it is written (`12.`, `(a)`).
    pub text: String,
    /// The white space between it and the first word, as it is written, with marks of direction that stand before it.
    pub gap: String,
    /// What it counts; `None` for the number of a title.
    pub value: Option<LabelValue>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A piece of what a block or a note says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManuscriptRun {
    /// Words. A line that ends inside of a block is a line feed in them.
    Words {
        /// What they are.
        text: String,
        /// How they are set.
        face: ManuscriptFace,
        /// Where they stand. The bytes of both are the same, unless a line ends in between or lines of pages were joined.
        range: Range<usize>,
    },
    /// A mark that calls a note.
    Mark {
        /// The note's number in ASCII digits, its name, or stars.
        label: String,
        /// The note, by its index in [`Manuscript::notes`], if there is one.
        note: Option<usize>,
        /// Where the mark stands, with its brackets.
        range: Range<usize>,
    },
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ManuscriptFace {
    /// As the words around.
    Plain,
    /// The words that a paragraph opens with.
    Opening,
    /// Emphasized by Markdown's marks, which are not part of the words: `*words*`.
    Emphasis,
    /// Strongly emphasized by Markdown's marks: `**words**`.
    Strong,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManuscriptNote {
    /// Its number in ASCII digits, its name, or stars.
    pub label: String,
    /// What it says.
    pub runs: Vec<ManuscriptRun>,
    /// The language that it is in.
    pub language: &'static Language,
    /// Where it stands, label included.
    pub range: Range<usize>,
}

impl ManuscriptBlock {
    /// What it says, without its label and its marks.
    pub fn words(&self) -> String {
        words_of(&self.runs)
    }
}

impl ManuscriptRun {
    /// Its words, if it has any.
    pub fn words(&self) -> Option<&str> {
        match self {
            ManuscriptRun::Words { text, .. } => Some(text),
            ManuscriptRun::Mark { .. } => None,
        }
    }
}

impl ManuscriptNote {
    /// What it says, without its label.
    pub fn words(&self) -> String {
        words_of(&self.runs)
    }
}

fn words_of(runs: &[ManuscriptRun]) -> String {
    runs.iter().filter_map(ManuscriptRun::words).collect()
}

impl<'d> Manuscript<'d> {
    /// Takes a draft apart. `draft` is what was read of `text`, and `hints` what its file's format knows of it.
    pub fn of(text: &'d str, draft: &'d Draft, hints: &Hints) -> Manuscript<'d> {
        if draft.layout == Layout::Page
            && let UnwrapOutcome::Edits(edits) = unwrap(text, draft, FormatOptions::of(text, None))
            && !edits.is_empty()
        {
            let clean = apply(&edits, text);
            let read = Draft::read_as(&clean, ReadAs { layout: None, ..draft.read_as });
            let (blocks, notes) = ManuscriptWriter::new(&clean, &read, &Hints::default()).taken_apart();
            return Manuscript { text: Cow::Owned(clean), draft: Cow::Owned(read), blocks, notes };
        }
        let (blocks, notes) = ManuscriptWriter::new(text, draft, hints).taken_apart();
        Manuscript { text: Cow::Borrowed(text), draft: Cow::Borrowed(draft), blocks, notes }
    }
}

/// Takes one text apart.
struct ManuscriptWriter<'a> {
    text: &'a str,
    draft: &'a Draft,
    hints: &'a Hints,
    /// Lines may be broken anywhere, and are joined.
    joins: bool,
}

/// A piece of a block in the making.
enum BlockToken {
    Words(Range<usize>),
    /// A mark, brackets included, and the marker's index.
    Mark(Range<usize>, usize),
}

impl<'a> ManuscriptWriter<'a> {
    fn new(text: &'a str, draft: &'a Draft, hints: &'a Hints) -> ManuscriptWriter<'a> {
        ManuscriptWriter { text, draft, hints, joins: draft.layout == Layout::Page }
    }

    fn taken_apart(&self) -> (Vec<ManuscriptBlock>, Vec<ManuscriptNote>) {
        let mut notes: Vec<ManuscriptNote> = self.draft.notes.iter().map(|note| self.note(note)).collect();
        let passages = &self.draft.passages;
        let mut blocks: Vec<ManuscriptBlock> =
            (0..passages.len()).filter_map(|at| self.block(passages.get(at)?, passages.get(at + 1))).collect();
        let (leftover, starred) = self.leftover();
        notes.extend(starred);
        blocks.extend(leftover);
        blocks.sort_by_key(|block| block.range.start);
        self.call_starred(&mut blocks, &mut notes);
        (blocks, notes)
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// A passage as a block; `next` is the one behind it.
    fn block(&self, passage: &Passage, next: Option<&Passage>) -> Option<ManuscriptBlock> {
        let (kind, paragraph, level) = self.kind(passage);
        let mut label = self.label(kind, paragraph);
        let mut pieces = passage.pieces.clone();
        let mut from = passage.range.start;
        if let Some(label) = label.as_mut() {
            let before = self.slice(passage.range.start..label.range.start);
            let rest = self.slice(label.range.end..passage.range.end);
            let unmarked = rest.trim_start_matches(is_direction_mark);
            let words = unmarked.trim_start();
            let gap = if words.len() < unmarked.len() { rest.len() - words.len() } else { 0 };
            label.gap = rest.get(..gap).unwrap_or_default().to_owned();
            let behind = label.range.end + label.gap.len();
            if before.contains(char::is_alphanumeric) {
                // On some pages the label stands behind the first line.
                pieces = without(&pieces, &(label.range.start..behind));
            } else {
                label.before = heading_marks_off(before).trim_start_matches(is_direction_mark).to_owned();
                let line = self.slice(0..label.range.start).rsplit('\n').next().unwrap_or_default();
                label.marks = line.chars().take_while(|c| is_direction_mark(*c)).collect();
                pieces = without(&pieces, &(0..behind));
                from = behind;
            }
        } else if kind.is_heading() {
            let words = self.slice(passage.range.clone());
            from += words.len() - heading_marks_off(words).len();
            pieces = without(&pieces, &(0..from));
        }
        let until = next.map_or(self.text.len(), |next| next.range.start);
        let tokens = self.tokens(&pieces, from..passage.range.end, until);
        let end = tokens.iter().map(|token| token.range().end).fold(passage.range.end, usize::max);
        let language = self.draft.language_at(passage.range.start);
        let opening = paragraph
            .filter(|_| kind != ManuscriptKind::Continuation)
            .and_then(|at| self.draft.paragraphs.get(at))
            .and_then(|paragraph| opening_words(self.text, paragraph, language));
        let runs = self.runs(tokens, opening);
        let block = ManuscriptBlock { kind, paragraph, label, level, runs, language, range: passage.range.start..end };
        (block.label.is_some() || !block.runs.is_empty()).then_some(block)
    }

    fn kind(&self, passage: &Passage) -> (ManuscriptKind, Option<usize>, u8) {
        match passage.of {
            PassageOf::Paragraph(at) => match self.draft.paragraphs.get(at) {
                Some(paragraph) if paragraph.range.start == passage.range.start => {
                    let kind = match paragraph.kind {
                        ParagraphKind::Preambular => ManuscriptKind::Preambular,
                        ParagraphKind::Operative => ManuscriptKind::Operative,
                        ParagraphKind::Sub => ManuscriptKind::Sub,
                    };
                    (kind, Some(at), paragraph.level)
                }
                Some(paragraph) => (ManuscriptKind::Continuation, Some(at), paragraph.level),
                None => (ManuscriptKind::Aside, None, 0),
            },
            PassageOf::Element(at) => {
                let kind = match self.draft.elements.get(at).map(|element| element.kind) {
                    Some(ElementKind::Masthead) => ManuscriptKind::Masthead,
                    Some(ElementKind::Adoption) => ManuscriptKind::Adoption,
                    Some(ElementKind::Origin) => ManuscriptKind::Origin,
                    Some(ElementKind::Title) => ManuscriptKind::Title,
                    Some(ElementKind::OrganLine) => ManuscriptKind::OrganLine,
                    Some(ElementKind::Section) => ManuscriptKind::Section,
                    Some(ElementKind::Part) => ManuscriptKind::Part,
                    Some(ElementKind::Annex) => ManuscriptKind::Annex,
                    Some(ElementKind::Closing) => ManuscriptKind::Closing,
                    None => ManuscriptKind::Aside,
                };
                (kind, None, kind.heading_level())
            }
            PassageOf::Aside => {
                let start = passage.range.start;
                let is_heading = self.hints.headings.iter().any(|heading| heading.contains(&start));
                let kind = if is_heading { ManuscriptKind::Section } else { ManuscriptKind::Aside };
                (kind, None, kind.heading_level())
            }
        }
    }

    /// The label of a block, with nothing around it yet.
    fn label(&self, kind: ManuscriptKind, paragraph: Option<usize>) -> Option<ManuscriptLabel> {
        let (range, value) = match kind {
            ManuscriptKind::Title => (self.draft.title.as_ref()?.number.clone()?, None),
            ManuscriptKind::Preambular | ManuscriptKind::Operative | ManuscriptKind::Sub => {
                let label = self.draft.paragraphs.get(paragraph?)?.label.as_ref()?;
                (label.range.clone(), Some(label.value))
            }
            _ => return None,
        };
        let text = self.slice(range.clone()).replace('\\', "");
        let [marks, before, gap] = [const { String::new() }; 3];
        (!text.is_empty()).then_some(ManuscriptLabel { marks, before, text, gap, value, range })
    }

    /// The words and marks of a block whose text is these pieces. Behind the last of them marks may stand, up to `until`.
    fn tokens(&self, pieces: &[Range<usize>], span: Range<usize>, until: usize) -> Vec<BlockToken> {
        let mut tokens = Vec::new();
        let mut at = span.start;
        for piece in pieces {
            self.between(at..piece.start, &mut tokens);
            tokens.push(BlockToken::Words(piece.clone()));
            at = piece.end.max(at);
        }
        // Marks at the end of a line belong to it, and so do those on lines of their own.
        let first = self.draft.markers.partition_point(|marker| marker.range.start < at);
        let markers = self.draft.markers.get(first..).unwrap_or_default();
        let last = markers.iter().take_while(|marker| marker.range.end <= until && !self.is_in_note(marker)).last();
        let mut end = span.end.max(at);
        if let Some(marker) = last {
            end = end.max(self.with_brackets(marker, at..until).end);
        }
        self.between(at..end, &mut tokens);
        tokens
    }

    fn is_in_note(&self, marker: &Marker) -> bool {
        self.draft.notes.iter().any(|note| note.range.contains(&marker.range.start))
    }

    /// A marker with what brackets it, inside of a range.
    fn with_brackets(&self, marker: &Marker, within: Range<usize>) -> Range<usize> {
        const BRACKETS: [[&str; 2]; 6] =
            [["<sup>", "</sup>"], ["[^", "]"], ["[", "]"], ["⁽", "⁾"], ["(", ")"], ["^", "^"]];
        let mut range = marker.range.clone();
        loop {
            let before = self.slice(within.start.min(range.start)..range.start);
            let behind = self.slice(range.end..within.end.max(range.end));
            let found = BRACKETS.iter().find(|[opens, closes]| before.ends_with(opens) && behind.starts_with(closes));
            let Some([opens, closes]) = found else { return range };
            range = range.start - opens.len()..range.end + closes.len();
        }
    }

    /// What stands between two pieces: marks, an end of a line, or what is no marker after all. Lines of notes and of a
    /// page's furniture that stand between are not the block's.
    fn between(&self, gap: Range<usize>, tokens: &mut Vec<BlockToken>) {
        if gap.is_empty() || gap.start > gap.end {
            return;
        }
        let first = self.draft.markers.partition_point(|marker| marker.range.start < gap.start);
        let markers = self.draft.markers.iter().enumerate().skip(first);
        let markers = markers.take_while(|(_, marker)| marker.range.end <= gap.end);
        let broken = self.slice(gap.clone()).contains('\n');
        let mut at = gap.start;
        let words = |range: Range<usize>, tokens: &mut Vec<BlockToken>| {
            let is_foreign = broken && !self.slice(range.clone()).trim().is_empty();
            match is_foreign {
                _ if range.is_empty() => {}
                // The lines between are somebody else's.
                true => tokens.extend(self.line_end_in(range).map(BlockToken::Words)),
                false => tokens.push(BlockToken::Words(range)),
            }
        };
        for (index, marker) in markers.filter(|(_, marker)| !self.is_in_note(marker)) {
            let mark = self.with_brackets(marker, at..gap.end);
            words(at..mark.start, tokens);
            tokens.push(BlockToken::Mark(mark.clone(), index));
            at = mark.end;
        }
        words(at..gap.end, tokens);
    }

    fn line_end_in(&self, range: Range<usize>) -> Option<Range<usize>> {
        let end = self.slice(range.clone()).find('\n')?;
        Some(range.start + end..range.start + end + 1)
    }

    /// The runs that the tokens of a block make.
    fn runs(&self, tokens: Vec<BlockToken>, opening: Option<Range<usize>>) -> Vec<ManuscriptRun> {
        let mut runs: Vec<ManuscriptRun> = Vec::new();
        if self.joins {
            self.joined(tokens, &mut runs);
        } else {
            for token in tokens {
                match token {
                    BlockToken::Words(range) => self.words(range, opening.as_ref(), &mut runs),
                    BlockToken::Mark(range, index) => runs.extend(self.mark(range, index)),
                }
            }
        }
        trimmed(runs)
    }

    fn mark(&self, range: Range<usize>, index: usize) -> Option<ManuscriptRun> {
        let marker = self.draft.markers.get(index)?;
        let note = self.draft.note_of(marker);
        let note = note.and_then(|note| self.draft.notes.iter().position(|other| std::ptr::eq(other, note)));
        Some(ManuscriptRun::Mark { label: marker.label.clone(), note, range })
    }

    /// Words of a page that could not be unwrapped, in one line.
    fn joined(&self, tokens: Vec<BlockToken>, runs: &mut Vec<ManuscriptRun>) {
        let mut flow = NormalizedText::default();
        // Where the words of the flow stand, and whether a space parts them from the mark before.
        let mut place: Option<(Range<usize>, bool)> = None;
        for token in tokens {
            match token {
                BlockToken::Words(range) => {
                    let words = self.slice(range.clone());
                    let spaced = !runs.is_empty() && words.starts_with(char::is_whitespace);
                    flow.push(words, range.start);
                    let (start, spaced) = place.map_or((range.start, spaced), |(place, spaced)| (place.start, spaced));
                    place = Some((start..range.end, spaced));
                }
                BlockToken::Mark(range, index) => {
                    runs.extend(flowed(&mut flow, place.take()));
                    runs.extend(self.mark(range, index));
                }
            }
        }
        runs.extend(flowed(&mut flow, place));
    }

    /// Words as they stand, in runs by how they are set.
    fn words(&self, range: Range<usize>, opening: Option<&Range<usize>>, runs: &mut Vec<ManuscriptRun>) {
        let words = self.slice(range.clone());
        let opens = |at: usize| opening.is_some_and(|opening| opening.contains(&at));
        let mut at = range.start;
        let mut push = |range: Range<usize>, face: ManuscriptFace| {
            // Where the opening words begin and end, a run does.
            let edges = opening.into_iter().flat_map(|opening| [opening.start, opening.end]);
            let mut cuts: Vec<usize> = edges.filter(|edge| range.start < *edge && *edge < range.end).collect();
            let escapes = self.slice(range.clone()).match_indices('\\').map(|(place, _)| range.start + place);
            cuts.extend(escapes.filter(|place| *place > range.start));
            cuts.sort_unstable();
            cuts.push(range.end);
            let mut start = range.start;
            for end in cuts {
                let face = if opens(start) { ManuscriptFace::Opening } else { face };
                let words = self.slice(start..end);
                let bare = words.strip_prefix('\\').filter(|bare| bare.starts_with(|c: char| c.is_ascii_punctuation()));
                let text = bare.unwrap_or(words).to_owned();
                if !text.is_empty() {
                    runs.push(ManuscriptRun::Words { range: end - text.len()..end, text, face });
                }
                start = end;
            }
        };
        for Emphasized { whole, inner, face } in emphasized(words) {
            push(at..range.start + whole.start, ManuscriptFace::Plain);
            push(range.start + inner.start..range.start + inner.end, face);
            at = range.start + whole.end;
        }
        push(at..range.end, ManuscriptFace::Plain);
    }

    fn note(&self, note: &crate::draft::Note) -> ManuscriptNote {
        let language = self.draft.language_at(note.label_range.start);
        let mut runs = Vec::new();
        match note.pieces.as_slice() {
            [piece] if !self.joins => {
                let behind = self.slice(piece.end..self.text.len());
                let marks = behind.len() - behind.trim_start_matches(is_direction_mark).len();
                self.words(piece.start..piece.end + marks, None, &mut runs);
            }
            pieces => {
                let range = pieces.first().map_or(note.range.start, |piece| piece.start)
                    ..pieces.last().map_or(note.range.end, |piece| piece.end);
                let text = note.running(self.text).text;
                runs.push(ManuscriptRun::Words { text, face: ManuscriptFace::Plain, range });
            }
        }
        ManuscriptNote { label: note.label.clone(), runs: trimmed(runs), language, range: note.range.clone() }
    }

    /// The lines that are part of no block and no note: most of them are notes to stars, which are notes here.
    fn leftover(&self) -> (Vec<ManuscriptBlock>, Vec<ManuscriptNote>) {
        let mut blocks = Vec::new();
        let mut notes: Vec<ManuscriptNote> = Vec::new();
        for part in self.draft.composed(self.text) {
            // The last line before this one, but for blank ones, is of a note to stars.
            let mut starred = false;
            for (line, kind) in part.page.lines.iter().zip(&part.page.kinds) {
                let range = part.at + line.text.start..part.at + line.text.end;
                let words = self.slice(range.clone());
                let is_page_s = *kind == PageLineKind::Furniture && part.layout == Layout::Page;
                if line.is_blank() || is_page_s {
                    continue;
                }
                let is_noted = self.draft.notes.iter().any(|note| {
                    let own = std::iter::once(&note.label_range).chain(&note.pieces);
                    own.into_iter().any(|piece| piece.start < range.end && range.start < piece.end)
                });
                let is_read = |passage: &Passage| {
                    passage.pieces.iter().any(|piece| piece.start < range.end && range.start < piece.end)
                };
                let is_mark = self.is_all_marks(&range);
                if is_noted || is_mark || self.draft.passages.iter().any(is_read) {
                    starred = false;
                    continue;
                }
                // The rule above the notes is for the eye.
                if words.chars().all(|c| matches!(c, '_' | '-' | '–' | '—' | '*' | '─')) && words.chars().count() > 2
                {
                    continue;
                }
                let language = self.draft.language_at(range.start);
                let stars = words.len() - words.trim_start_matches('*').len();
                let in_notes = matches!(kind, PageLineKind::Note(_));
                let mut runs = Vec::new();
                if in_notes && (1..=3).contains(&stars) {
                    let rest = range.start + stars..range.end;
                    self.words(rest, None, &mut runs);
                    let label = "*".repeat(stars);
                    notes.push(ManuscriptNote { label, runs: trimmed(runs), language, range });
                    starred = true;
                    continue;
                }
                if let Some(note) = notes.last_mut().filter(|_| starred && in_notes) {
                    runs.push(ManuscriptRun::Words {
                        text: " ".to_owned(),
                        face: ManuscriptFace::Plain,
                        range: range.start..range.start,
                    });
                    self.words(range.clone(), None, &mut runs);
                    note.runs.append(&mut runs);
                    note.range.end = range.end;
                    continue;
                }
                self.words(range.clone(), None, &mut runs);
                let runs = trimmed(runs);
                let kind = ManuscriptKind::Aside;
                blocks.push(ManuscriptBlock { kind, paragraph: None, label: None, level: 0, runs, language, range });
            }
        }
        (blocks, notes)
    }

    /// Whether nothing but marks stands in a range, with what brackets and parts them.
    fn is_all_marks(&self, range: &Range<usize>) -> bool {
        let first = self.draft.markers.partition_point(|marker| marker.range.start < range.start);
        let markers = self.draft.markers.get(first..).unwrap_or_default();
        let here = markers.iter().take_while(|marker| marker.range.end <= range.end);
        let (mut at, mut found) = (range.start, false);
        for marker in here {
            if self.slice(at..marker.range.start).contains(char::is_alphanumeric) {
                return false;
            }
            (at, found) = (marker.range.end, true);
        }
        found && !self.slice(at..range.end).contains(char::is_alphanumeric)
    }

    /// Makes marks of the stars that call a note. Where they are not found once, the note stands as a line of its own.
    fn call_starred(&self, blocks: &mut Vec<ManuscriptBlock>, notes: &mut Vec<ManuscriptNote>) {
        let first = self.draft.notes.len();
        let mut at = first;
        while let Some(label) = notes.get(at).map(|note| note.label.clone()) {
            let mut places = Vec::new();
            for (block, run, text) in blocks.iter().enumerate().flat_map(|(block, all)| {
                all.runs.iter().enumerate().filter_map(move |(run, words)| match words {
                    ManuscriptRun::Words { text, .. } => Some((block, run, text)),
                    ManuscriptRun::Mark { .. } => None,
                })
            }) {
                places.extend(stars_behind_words(text, label.len()).map(|place| (block, run, place)));
            }
            match places.as_slice() {
                [(block, run, place)] => {
                    if let Some(block) = blocks.get_mut(*block) {
                        split_for_mark(&mut block.runs, *run, place.clone(), &label, at);
                    }
                    at += 1;
                }
                _ => {
                    let ManuscriptNote { label, mut runs, language, range } = notes.remove(at);
                    let text = format!("{label} ");
                    let place = range.start..range.start + label.len();
                    runs.insert(0, ManuscriptRun::Words { text, face: ManuscriptFace::Plain, range: place });
                    let kind = ManuscriptKind::Aside;
                    let block = ManuscriptBlock { kind, paragraph: None, label: None, level: 0, runs, language, range };
                    let place = blocks.partition_point(|other| other.range.start < block.range.start);
                    blocks.insert(place, block);
                }
            }
        }
    }
}

impl BlockToken {
    fn range(&self) -> &Range<usize> {
        match self {
            BlockToken::Words(range) | BlockToken::Mark(range, _) => range,
        }
    }
}

impl ManuscriptKind {
    /// Whether it heads what follows.
    pub fn is_heading(self) -> bool {
        matches!(self, ManuscriptKind::Title | ManuscriptKind::Section | ManuscriptKind::Part | ManuscriptKind::Annex)
    }

    /// Whether it is of what a resolution says, between its masthead and its closing.
    pub fn is_of_body(self) -> bool {
        matches!(
            self,
            ManuscriptKind::OrganLine
                | ManuscriptKind::Section
                | ManuscriptKind::Preambular
                | ManuscriptKind::Operative
                | ManuscriptKind::Sub
        )
    }

    fn heading_level(self) -> u8 {
        match self {
            ManuscriptKind::Part | ManuscriptKind::Annex => 1,
            ManuscriptKind::Section => 2,
            _ => 0,
        }
    }
}

/// Pieces without what of them is in a range.
fn without(pieces: &[Range<usize>], out: &Range<usize>) -> Vec<Range<usize>> {
    let parts = pieces.iter().flat_map(|piece| {
        [piece.start..piece.end.min(out.start.max(piece.start)), piece.start.max(out.end.min(piece.end))..piece.end]
    });
    parts.filter(|part| part.start < part.end).collect()
}

/// A heading without the marks that Markdown has before it.
fn heading_marks_off(words: &str) -> &str {
    let bare = words.trim_start_matches('#');
    let marks = words.len() - bare.len();
    if (1..=6).contains(&marks) && bare.starts_with([' ', '\t']) { bare.trim_start() } else { words }
}

/// Words between marks of emphasis. Places are bytes of what they stand in.
struct Emphasized {
    /// With the marks.
    whole: Range<usize>,
    /// Without them.
    inner: Range<usize>,
    face: ManuscriptFace,
}

/// What is emphasized by Markdown's marks, in order.
fn emphasized(words: &str) -> Vec<Emphasized> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = words.get(at..).and_then(|rest| rest.find(['*', '_'])).map(|place| at + place) {
        let rest = words.get(start..).unwrap_or_default();
        let mark = if rest.starts_with('*') { '*' } else { '_' };
        let count = rest.len() - rest.trim_start_matches(mark).len();
        at = start + count;
        let before = words.get(..start).and_then(|before| before.chars().next_back());
        let opens = before.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric() && !is_superscript(c));
        let inner = words.get(at..).unwrap_or_default();
        if !opens || count > 3 || !inner.starts_with(|c: char| c.is_alphanumeric() || !(c.is_whitespace() || c == mark))
        {
            continue;
        }
        let line = inner.split('\n').next().unwrap_or_default();
        let marks: String = std::iter::repeat_n(mark, count).collect();
        let closes = line.match_indices(&marks).find(|(place, _)| {
            let (before, behind) = (line.get(..*place), line.get(place + count..));
            let ends = before.and_then(|before| before.chars().next_back()).is_some_and(|c| !c.is_whitespace());
            ends && behind.and_then(|behind| behind.chars().next()).is_none_or(|c| !c.is_alphanumeric() && c != mark)
        });
        if let Some((length, _)) = closes.filter(|(length, _)| *length > 0) {
            let face = if count == 1 { ManuscriptFace::Emphasis } else { ManuscriptFace::Strong };
            let end = at + length;
            found.push(Emphasized { whole: start..end + count, inner: at..end, face });
            at = end + count;
        }
    }
    found
}

/// The words of a flow as a run, with a space before them where one parts them from what is before; the flow is empty then.
fn flowed(flow: &mut NormalizedText, place: Option<(Range<usize>, bool)>) -> Option<ManuscriptRun> {
    let (range, spaced) = place?;
    let space = if spaced && !flow.text.starts_with(is_wide) { " " } else { "" };
    let text = format!("{space}{}", flow.text);
    flow.clear();
    Some(ManuscriptRun::Words { text, face: ManuscriptFace::Plain, range })
}

/// Runs without white space at their ends and around the ends of lines, nor characters that print nothing there, but for marks of
/// direction: these tell to which side a full stop or a bracket belongs.
fn trimmed(mut runs: Vec<ManuscriptRun>) -> Vec<ManuscriptRun> {
    for run in &mut runs {
        if let ManuscriptRun::Words { text, .. } = run
            && text.contains(['\n', '\r', '\u{c}'])
        {
            let lines = text.split(['\n', '\u{c}']).map(|line| line.trim_matches([' ', '\t', '\r']));
            let (first, last) = (text.starts_with(' '), text.ends_with(' '));
            let mut even = lines.collect::<Vec<_>>().join("\n");
            if first && !even.starts_with('\n') {
                even.insert(0, ' ');
            }
            if last && !even.ends_with('\n') {
                even.push(' ');
            }
            *text = even;
        }
    }
    let says_nothing = |run: &ManuscriptRun| {
        run.words().is_some_and(|words| words.chars().all(|c| c.is_whitespace() || is_invisible(c)))
    };
    if runs.iter().all(says_nothing) {
        return Vec::new();
    }
    let is_fluff = |c: char| c.is_whitespace() || (is_invisible(c) && !is_direction_mark(c));
    while let Some(ManuscriptRun::Words { text, range, .. }) = runs.first_mut() {
        let bare = text.trim_start_matches(is_fluff).to_owned();
        if text.len() == range.len() {
            range.start = range.end - bare.len();
        }
        *text = bare;
        if !text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    while let Some(ManuscriptRun::Words { text, range, .. }) = runs.last_mut() {
        let bare = text.trim_end_matches(is_fluff).len();
        if text.len() == range.len() {
            range.end = range.start + bare;
        }
        text.truncate(bare);
        if !text.is_empty() {
            break;
        }
        runs.pop();
    }
    runs
}

/// Where so many stars, and no more, stand right behind a word and before none.
fn stars_behind_words(text: &str, count: usize) -> impl Iterator<Item = Range<usize>> {
    let marks =
        text.match_indices('*').map(|(at, _)| at).filter(|at| !text.get(..*at).is_some_and(|b| b.ends_with('*')));
    marks.filter_map(move |at| {
        let (before, rest) = text.split_at_checked(at)?;
        let behind = rest.trim_start_matches('*');
        let follows = before.chars().next_back().is_some_and(|c| !c.is_whitespace());
        let ends = !behind.starts_with(char::is_alphanumeric);
        (rest.len() - behind.len() == count && follows && ends).then_some(at..at + count)
    })
}

/// Makes a mark of a place in words.
fn split_for_mark(runs: &mut Vec<ManuscriptRun>, at: usize, place: Range<usize>, label: &str, note: usize) {
    let Some(ManuscriptRun::Words { text, face, range }) = runs.get(at).cloned() else { return };
    let from = range.start;
    let piece = |inner: Range<usize>| ManuscriptRun::Words {
        text: text.get(inner.clone()).unwrap_or_default().to_owned(),
        face,
        range: from + inner.start..(from + inner.end).min(range.end),
    };
    let mark = ManuscriptRun::Mark {
        label: label.to_owned(),
        note: Some(note),
        range: from + place.start..(from + place.end).min(range.end),
    };
    let pieces = [piece(0..place.start), mark, piece(place.end..text.len())];
    let filled = pieces.into_iter().filter(|run| !matches!(run, ManuscriptRun::Words { text, .. } if text.is_empty()));
    runs.splice(at..=at, filled);
}

#[cfg(test)]
mod tests;
