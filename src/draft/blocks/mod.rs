//! Lines put together again: each block is a heading, a line of the masthead, or a paragraph as the drafter
//! meant it, whatever the page made of it.

mod columns;
mod joining;
mod labels;
mod split_points;

use std::ops::Range;

use labels::style;
pub use split_points::{EntryState, stretch};

use super::label::{self, LabelForm};
use super::layout::TextShape;
use super::line_kind::LineKind;
use super::lines::{TextEnding, ending};
use super::marker_finder::{MarkerCut, MarkerFinder, is_alone};
use super::normalized_text::NormalizedText;
use super::page::{PageLineKind, PageLines};
use super::{LabelValue, Passage, PassageOf};
use crate::language::Language;

/// A block of the draft. Offsets are bytes of the draft.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its running text: pieces of the draft, without markers and furniture.
    pub pieces: Vec<Range<usize>>,
    /// From its first to its last character.
    pub range: Range<usize>,
    /// What its first line begins.
    pub starter: LineKind,
    /// The label's place, where it has one. In some page text it stands after the paragraph's first line. A block that
    /// begins a label and has no place for it has been given one that stands apart.
    pub label: Option<Range<usize>>,
    /// How its text ends.
    pub ending: TextEnding,
    /// Columns of its longest line.
    pub width: usize,
    /// Columns before its first line.
    pub indent: usize,
}

impl Block {
    /// The running text, evened out.
    pub fn flow(&self, text: &str) -> NormalizedText {
        let mut flow = NormalizedText::default();
        self.flow_into(text, &mut flow);
        flow
    }

    /// As [`Block::flow`], into a flow whose memory is used again.
    pub fn flow_into(&self, text: &str, flow: &mut NormalizedText) {
        flow.clear();
        for piece in &self.pieces {
            flow.push(&text[piece.clone()], piece.start);
        }
    }

    /// The block as a passage of something.
    pub fn passage(&self, of: PassageOf) -> Passage {
        let Block { pieces, range, ending, width, .. } = self;
        Passage { of, range: range.clone(), pieces: pieces.clone(), ending: *ending, width: *width }
    }
}

/// Puts the lines of text together.
pub fn blocks(
    text: &str,
    page: &PageLines,
    shape: &TextShape,
    language: &Language,
    marks: &mut MarkerFinder,
) -> Vec<Block> {
    let mut builder = BlockBuilder::new(text, page, shape, language, &EntryState::default());
    builder.bases = indents(page, page.organ_line.unwrap_or(0));
    if shape.wrapped && !builder.has_head() {
        builder.stage = BlockStage::Preamble;
    }
    let mut sheet = 0;
    for (i, line) in page.lines.iter().enumerate() {
        if line.new_page && i > 0 {
            sheet += 1;
            builder.after_furniture = true;
        }
        match page.kinds[i] {
            PageLineKind::Blank => {}
            PageLineKind::Furniture | PageLineKind::Note(_) => builder.after_furniture = true,
            PageLineKind::Text => builder.add(i, sheet, marks),
        }
    }
    let mut blocks = builder.blocks;
    if shape.wrapped {
        columns::reunite(text, &mut blocks, language);
    }
    blocks
}

/// How far into the resolution the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum BlockStage {
    #[default]
    Head,
    Title,
    Preamble,
    Operative,
}

struct BlockBuilder<'a> {
    text: &'a str,
    page: &'a PageLines,
    shape: &'a TextShape,
    language: &'a Language,
    blocks: Vec<Block>,
    /// How the paragraph before the first block ended, where the text is a stretch that begins behind one.
    before: Option<TextEnding>,
    stage: BlockStage,
    /// The last line of text that was added.
    last: Option<usize>,
    /// The last operative number.
    number: u32,
    /// Columns before its label.
    number_indent: usize,
    /// Columns before the numbers of the lists that are open under it and count in plain numbers.
    nested: Vec<usize>,
    /// A list with labels such as `a.` is open under it.
    dotted: bool,
    /// A list in bullets is open under it.
    bulleted: bool,
    /// The last subparagraph's letter and numeral.
    sub: Option<(Option<u32>, Option<u32>)>,
    /// The mark after the last operative number, if it was written as labels are not.
    style: Option<char>,
    /// A marker stood alone on its line just before.
    after_marker: bool,
    /// The line of that marker.
    marker_line: usize,
    /// Furniture, notes or a new page stand between.
    after_furniture: bool,
    /// Columns of the printed line so far, which a marker alone on its line has cut in two.
    printed: usize,
    /// A bare marker ends the last line.
    marker_ends: bool,
    /// The first paragraph after the last organ line is set in, and so are those after it.
    sets_in: bool,
    /// The usual indent on each sheet.
    bases: Vec<usize>,
    cuts: Vec<MarkerCut>,
}

impl<'a> BlockBuilder<'a> {
    fn new(
        text: &'a str,
        page: &'a PageLines,
        shape: &'a TextShape,
        language: &'a Language,
        entry: &EntryState,
    ) -> BlockBuilder<'a> {
        BlockBuilder {
            text,
            page,
            shape,
            language,
            blocks: Vec::new(),
            before: entry.before,
            stage: entry.stage,
            last: None,
            number: entry.number,
            number_indent: entry.number_indent,
            nested: entry.nested.clone(),
            dotted: entry.dotted,
            bulleted: entry.bulleted,
            sub: None,
            style: entry.style,
            after_marker: false,
            marker_line: 0,
            after_furniture: false,
            printed: 0,
            marker_ends: false,
            sets_in: false,
            bases: Vec::new(),
            cuts: Vec::new(),
        }
    }

    /// Whether a masthead can stand before the paragraphs: there is an organ line, or a number and title. A few pages out
    /// of the middle have none.
    fn has_head(&self) -> bool {
        self.page.organ_line.is_some()
            || (0..self.page.lines.len())
                .any(|i| matches!(self.starter(i), LineKind::NumberAndTitle(_)))
            // A draft decision is one sentence, of which the organ is the subject.
            || self.page.symbol.is_some()
    }

    /// How the last paragraph ended, if there is one.
    fn ending_before(&self) -> Option<TextEnding> {
        self.blocks.last().map(|block| block.ending).or(self.before)
    }

    /// What line `i` begins.
    fn starter(&self, i: usize) -> LineKind {
        self.page.starter(self.text, i, self.language)
    }

    /// How line `i` ends.
    fn ending(&self, i: usize) -> TextEnding {
        self.page.lines.get(i).map_or(TextEnding::Open, |line| line.ending(self.text))
    }

    fn opens_as_known(&self, i: usize) -> bool {
        self.page.lines.get(i).is_some_and(|line| line.opens_as_known(self.text, self.language))
    }

    fn opens_as_known_preambular(&self, i: usize) -> bool {
        self.page.lines.get(i).is_some_and(|line| line.opens_as_known_preambular(self.text, self.language))
    }

    fn opens_operative(&self, i: usize) -> bool {
        self.page.lines.get(i).is_some_and(|line| line.opens_operative(self.text, self.language))
    }

    fn line(&self, i: usize) -> &str {
        self.page.lines.get(i).map_or("", |line| &self.text[line.text.clone()])
    }

    fn add(&mut self, i: usize, sheet: usize, marks: &mut MarkerFinder) {
        let line = &self.page.lines[i];
        let content = self.text.get(line.text.clone()).unwrap_or_default();
        if let Some(labelled) = self.number_alone(i) {
            self.begin(i, LineKind::Label(labelled), marks);
            self.last = Some(i);
            self.printed = line.width;
            (self.after_marker, self.after_furniture) = (false, false);
            return;
        }
        if self.shape.wrapped
            && self.stage >= BlockStage::Title
            && is_alone(content)
            && !self.counts(i)
            && !self.is_row(i)
            && !(marks.never_bare && self.breaks_a_sentence(i))
        {
            let comma = content.ends_with(',');
            if marks.alone(content, line.text.start) {
                self.after_marker = true;
                self.marker_line = i;
                // The comma after the marker, where it is not glued to the word before, ends the printed line too.
                if comma
                    && let Some(block) = self.blocks.last_mut()
                    && block.ending == TextEnding::Open
                {
                    block.ending = TextEnding::Comma;
                }
            } else {
                self.after_furniture = true;
            }
            return;
        }
        let mut starter = self.starter(i);
        if matches!(starter, LineKind::OrganLine(_)) && self.names_organ_only(i) {
            starter = LineKind::Text;
        }
        if self.shape.wrapped && self.displaced_label(i, &starter) {
            return;
        }
        starter = self.in_its_place(i, starter);
        if matches!(starter, LineKind::Text | LineKind::Label(_)) && self.is_row(i) {
            starter = LineKind::Row;
        }
        if starter == LineKind::Text
            && let Some(labelled) = self.irregular_label(i)
        {
            starter = LineKind::Label(labelled);
        }
        // Where a blank line follows every line, one after the marker says that the printed line ended with it.
        if self.after_marker
            && self.shape.double_spaced
            && self.page.kinds[self.marker_line..i].contains(&PageLineKind::Blank)
        {
            self.after_marker = false;
        }
        if self.shape.wrapped
            && starter == LineKind::Text
            && let Some((at, labelled)) = self.label_behind_heading(i)
        {
            self.push_heading(i, at);
            self.begin_at(i, at, LineKind::Label(labelled), marks);
            self.last = Some(i);
            self.printed = line.width;
            (self.after_marker, self.after_furniture) = (false, false);
            return;
        }
        let set_off = self.last.is_none_or(|last| self.page.kinds[last..i].contains(&PageLineKind::Blank));
        // What a marker at a line's end has broken off was printed on the same line.
        let broken = self.marker_ends && (self.printed + line.width) * 10 <= self.shape.width * 11;
        let printed = if self.after_marker || broken { self.printed + line.width } else { line.width };
        if self.blocks.last().is_some_and(|block| matches!(block.starter, LineKind::OrganLine(_))) {
            self.sets_in = self.indented(i, sheet);
        }
        if starter == LineKind::Text && self.begins_preamble(content) {
            self.stage = BlockStage::Preamble;
            self.begin(i, starter, marks);
        } else if self.joins(i, sheet, &starter, set_off) {
            self.extend(i, line.text.start, marks);
        } else {
            self.begin(i, starter, marks);
        }
        self.last = Some(i);
        self.printed = printed;
        self.after_marker = false;
        self.after_furniture = false;
    }

    /// Whether line `i` stands in the middle of a sentence, right between two lines of it.
    fn breaks_a_sentence(&self, i: usize) -> bool {
        let text = |j: usize| self.page.kinds.get(j) == Some(&PageLineKind::Text);
        i.checked_sub(1).is_some_and(|above| text(above) && self.ending(above) == TextEnding::Open)
            && (text(i + 1) || self.ending(i) != TextEnding::Open)
    }

    fn begin(&mut self, i: usize, starter: LineKind, marks: &mut MarkerFinder) {
        let line = &self.page.lines[i];
        self.begin_at(i, line.text.start, starter, marks);
    }

    /// Begins a block at byte `at`, in line `i`: its first character, or that of a label behind another.
    fn begin_at(&mut self, i: usize, at: usize, starter: LineKind, marks: &mut MarkerFinder) {
        let line = &self.page.lines[i];
        let inner = self.inner_label(i, at, &starter);
        let label = match &starter {
            LineKind::Label(labelled) => {
                match labelled.form {
                    LabelForm::Operative(LabelValue::Number { number, .. }) => {
                        self.number = number;
                        self.number_indent = line.indent;
                        self.nested.clear();
                        self.dotted = false;
                        self.bulleted = false;
                        self.sub = None;
                        self.style = if labelled.irregular { style(&labelled.text) } else { None };
                        self.stage = BlockStage::Operative;
                    }
                    LabelForm::Sub { letter, numeral, dotted } => {
                        self.sub = Some((letter, numeral));
                        self.dotted |= dotted;
                        if label::begins_with_digit(&labelled.text) {
                            self.nested.retain(|indent| *indent < line.indent);
                            self.nested.push(line.indent);
                        }
                    }
                    _ => {}
                }
                Some(at + labelled.range.start..at + labelled.range.end)
            }
            _ => None,
        };
        match starter {
            LineKind::OrganLine(_) => {
                self.stage = BlockStage::Preamble;
                self.number = 0;
            }
            LineKind::NumberAndTitle(_) => {
                self.stage = BlockStage::Title;
                self.number = 0;
            }
            LineKind::Annex => self.number = 0,
            LineKind::Bullet => self.bulleted = true,
            _ => {}
        }
        self.blocks.push(Block {
            pieces: Vec::new(),
            range: at..line.text.end,
            starter,
            label,
            ending: TextEnding::Open,
            width: 0,
            indent: line.indent,
        });
        let Some((from, inner)) = inner else { return self.extend(i, at, marks) };
        if let Some(block) = self.blocks.last_mut() {
            block.range.end = block.label.as_ref().map_or(from, |label| label.end);
            block.pieces.push(at..block.range.end);
            // It says nothing itself, and introduces its list.
            block.ending = TextEnding::Colon;
            block.width = line.width;
        }
        self.begin_at(i, from, LineKind::Label(inner), marks);
    }

    /// Begins a heading that line `i` holds before byte `end`.
    fn push_heading(&mut self, i: usize, end: usize) {
        let line = &self.page.lines[i];
        let start = line.text.start;
        let words = self.text.get(start..end).unwrap_or_default().trim_end();
        let range = start..start + words.len();
        self.blocks.push(Block {
            pieces: vec![range.clone()],
            range,
            starter: LineKind::Text,
            label: None,
            ending: TextEnding::Open,
            width: words.chars().count(),
            indent: line.indent,
        });
    }

    /// Adds line `i`, from byte `at` on, to the last block.
    fn extend(&mut self, i: usize, at: usize, marks: &mut MarkerFinder) {
        let line = &self.page.lines[i];
        let content = &self.text[at..line.text.end];
        let Some(block) = self.blocks.last_mut() else { return };
        let skip = match &block.label {
            Some(label) if (at..line.text.end).contains(&label.start) => label.end - at,
            _ => match block.starter {
                LineKind::NumberAndTitle(len) if block.pieces.is_empty() => len,
                _ => 0,
            },
        };
        self.cuts.clear();
        marks.inside(&content[skip..], at + skip, &mut self.cuts);
        let mut from = at;
        for cut in &self.cuts {
            let start = at + skip + cut.start;
            if start > from {
                block.pieces.push(from..start);
            }
            from = at + skip + cut.end;
        }
        if from < line.whole.end {
            block.pieces.push(from..line.whole.end);
        }
        block.range.end = line.text.end;
        // A bare marker at the line's end says nothing of how the sentence ends.
        let tail = self
            .cuts
            .last()
            .filter(|cut| skip + cut.end == content.len())
            .map_or(content.len(), |cut| skip + cut.start);
        block.ending = ending(&content[..tail]);
        self.marker_ends = tail < content.len() && content.ends_with(|c: char| c.is_ascii_digit());
        block.width = block.width.max(line.width);
    }
}

/// The indent of a paragraph's inner lines on each sheet: the smallest that a fair part of its long lines have. What
/// stands before line `from` is a masthead, which stands elsewhere.
fn indents(page: &PageLines, from: usize) -> Vec<usize> {
    let mut bases = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    let mut close = |counts: &mut Vec<usize>| {
        let fair = counts.iter().sum::<usize>() / 8;
        bases.push(counts.iter().position(|n| *n > fair).unwrap_or(0));
        counts.clear();
    };
    for (i, (line, kind)) in page.lines.iter().zip(&page.kinds).enumerate() {
        if line.new_page && i > 0 {
            close(&mut counts);
        }
        if i >= from && *kind == PageLineKind::Text && line.width >= 30 && line.indent < 60 {
            if counts.len() <= line.indent {
                counts.resize(line.indent + 1, 0);
            }
            counts[line.indent] += 1;
        }
    }
    close(&mut counts);
    bases
}
