//! Lines put together again: each block is a heading, a line of the masthead, or a paragraph as the drafter
//! meant it, whatever the page made of it.

use std::ops::Range;

use super::LabelValue;
use super::flow::{Flow, is_wide};
use super::label::{self, Form, Labelled};
use super::layout::Shape;
use super::lines::{Ending, ending};
use super::marks::{Cut, Marks, is_alone};
use super::page::{Kind, Page};
use super::starter::{Starter, opens_operative, opens_preambular, starter, starts_with_any};
use crate::language::Language;

/// A block of the draft. Offsets are bytes of the draft.
#[derive(Debug)]
pub struct Block {
    /// Its running text: pieces of the draft, without markers and furniture.
    pub pieces: Vec<Range<usize>>,
    /// From its first to its last character.
    pub range: Range<usize>,
    /// What its first line begins.
    pub starter: Starter,
    /// The label's place, where it has one. In some page text it stands after the paragraph's first line.
    pub label: Option<Range<usize>>,
    pub ending: Ending,
    /// Columns of its longest line.
    pub width: usize,
}

impl Block {
    /// The running text, evened out.
    pub fn flow(&self, text: &str) -> Flow {
        let mut flow = Flow::default();
        self.flow_into(text, &mut flow);
        flow
    }

    /// As [`Block::flow`], into a flow whose memory is used again.
    pub fn flow_into(&self, text: &str, flow: &mut Flow) {
        flow.clear();
        for piece in &self.pieces {
            flow.push(&text[piece.clone()], piece.start);
        }
    }
}

/// Puts the lines of text together.
pub fn blocks(text: &str, page: &Page, shape: &Shape, language: &Language, marks: &mut Marks) -> Vec<Block> {
    let mut builder = Builder {
        text,
        page,
        shape,
        language,
        blocks: Vec::new(),
        stage: Stage::Head,
        last: None,
        number: 0,
        number_indent: 0,
        nested: None,
        dotted: false,
        sub: None,
        style: None,
        after_marker: false,
        marker_line: 0,
        after_furniture: false,
        printed: 0,
        sets_in: false,
        bases: indents(page),
        cuts: Vec::new(),
    };
    let mut sheet = 0;
    for (i, line) in page.lines.iter().enumerate() {
        if line.new_page && i > 0 {
            sheet += 1;
            builder.after_furniture = true;
        }
        match page.kinds[i] {
            Kind::Blank => {}
            Kind::Furniture | Kind::Note(_) => builder.after_furniture = true,
            Kind::Text => builder.add(i, sheet, marks),
        }
    }
    builder.blocks
}

/// How far into the resolution the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Head,
    Title,
    Preamble,
    Operative,
}

struct Builder<'a> {
    text: &'a str,
    page: &'a Page,
    shape: &'a Shape,
    language: &'a Language,
    blocks: Vec<Block>,
    stage: Stage,
    /// The last line of text that was added.
    last: Option<usize>,
    /// The last operative number.
    number: u32,
    /// Columns before its label.
    number_indent: usize,
    /// Columns before the numbers of the list that is open under it, if it counts in plain numbers.
    nested: Option<usize>,
    /// A list with labels such as `a.` is open under it.
    dotted: bool,
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
    /// The first paragraph after the last organ line is set in, and so are those after it.
    sets_in: bool,
    /// The usual indent on each sheet.
    bases: Vec<usize>,
    cuts: Vec<Cut>,
}

impl Builder<'_> {
    fn line(&self, i: usize) -> &str {
        self.page.lines.get(i).map_or("", |line| &self.text[line.text.clone()])
    }

    fn add(&mut self, i: usize, sheet: usize, marks: &mut Marks) {
        let line = &self.page.lines[i];
        let content = self.line(i);
        if self.shape.wrapped && self.stage >= Stage::Title && is_alone(content) && !self.counts(i) {
            if marks.alone(content, line.text.start) {
                self.after_marker = true;
                self.marker_line = i;
            } else {
                self.after_furniture = true;
            }
            return;
        }
        let mut starter = starter(content, self.language);
        if matches!(starter, Starter::OrganLine(_)) && self.names_organ_only(i) {
            starter = Starter::Text;
        }
        if self.shape.wrapped && self.displaced_label(i, &starter) {
            return;
        }
        starter = self.in_its_place(i, starter);
        if starter == Starter::Text
            && let Some(labelled) = self.irregular_label(self.line(i))
        {
            starter = Starter::Label(labelled);
        }
        // Where a blank line follows every line, one after the marker says that the printed line ended with it.
        if self.after_marker && self.shape.double_spaced && self.page.kinds[self.marker_line..i].contains(&Kind::Blank)
        {
            self.after_marker = false;
        }
        let set_off = self.last.is_none_or(|last| self.page.kinds[last..i].contains(&Kind::Blank));
        let printed = if self.after_marker { self.printed + line.width } else { line.width };
        if self.blocks.last().is_some_and(|block| matches!(block.starter, Starter::OrganLine(_))) {
            self.sets_in = self.indented(i, sheet);
        }
        if self.joins(i, sheet, &starter, set_off) {
            self.extend(i, marks);
        } else {
            self.begin(i, starter, marks);
        }
        self.last = Some(i);
        self.printed = printed;
        self.after_marker = false;
        self.after_furniture = false;
    }

    /// A label as its place makes it: a number set in under a colon counts a list (`    1. to light;`), a letter
    /// with a full stop counts one only where a list is open.
    fn in_its_place(&self, i: usize, starter: Starter) -> Starter {
        let Starter::Label(labelled) = &starter else { return starter };
        let before = self.blocks.last().map_or(Ending::Open, |block| block.ending);
        let indent = self.page.lines[i].indent;
        match labelled.form {
            Form::Operative(LabelValue::Number { number, insertion: 0 })
                if !self.shape.wrapped
                    && self.number > 0
                    && indent >= self.number_indent + 2
                    && labelled.text.starts_with(|c: char| c.is_numeric())
                    && (self.nested == Some(indent) || (number == 1 && before == Ending::Colon)) =>
            {
                let form = Form::Sub { letter: None, numeral: Some(number), dotted: false };
                Starter::Label(Labelled { form, ..labelled.clone() })
            }
            Form::Sub { letter, numeral, dotted: true } => {
                let opens = before == Ending::Colon && (letter == Some(1) || numeral == Some(1));
                if opens || (self.dotted && before != Ending::Open) { starter } else { Starter::Text }
            }
            _ => starter,
        }
    }

    /// The label that `line` begins with, if the number that is due stands there after a finished paragraph, before
    /// an opening phrase, written as labels are not.
    fn irregular_label(&self, line: &str) -> Option<Labelled> {
        let before = self.blocks.last()?;
        let finished = match self.stage {
            Stage::Preamble => self.number == 0 && !matches!(before.ending, Ending::Open | Ending::Colon),
            Stage::Operative => matches!(before.ending, Ending::Semicolon | Ending::Stop | Ending::Comma),
            _ => false,
        };
        if !finished {
            return None;
        }
        let (labelled, words) = label::irregular(line)?;
        let Form::Operative(LabelValue::Number { number, .. }) = labelled.form else { return None };
        // Where such labels are the draft's style, a number may be missing or stand twice.
        let same = self.style.is_some() && self.style == style(&labelled.text);
        let due = number == self.number + 1 || (same && number.abs_diff(self.number + 1) <= 5);
        (due && opens_operative(line.get(words..)?, self.language)).then_some(labelled)
    }

    /// Whether a subparagraph's label goes on with the list that is open.
    fn is_next(&self, letter: Option<u32>, numeral: Option<u32>) -> bool {
        let next = |last: Option<u32>, here: Option<u32>| last.is_some() && here == last.map(|n| n + 1);
        self.sub.is_some_and(|(last_letter, last_numeral)| next(last_letter, letter) || next(last_numeral, numeral))
    }

    /// Whether what follows the number that line `i` is makes it a date or a quantity.
    fn counts(&self, i: usize) -> bool {
        let next =
            (i + 1..self.page.lines.len()).find(|&j| self.page.kinds[j] == Kind::Text).map_or("", |j| self.line(j));
        let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
        let words = self.language.reading.counting_words;
        !word.is_empty()
            && words.iter().any(|w| *w == word || (w.chars().all(is_wide) && word.starts_with(*w)))
            && !self.language.reading.counted_things.contains(&word.as_str())
    }

    /// Whether line `i` ends with a word that has a number after it: `in paragraph`.
    fn counted(&self, i: usize) -> bool {
        let word = self.line(i).rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
        word.chars().count() > 3 && self.language.reading.counted_things.contains(&word.as_str())
    }

    /// A label alone on its line after the first line of its paragraph, as some PDFs give it.
    fn displaced_label(&mut self, i: usize, starter: &Starter) -> bool {
        let Starter::Label(labelled) = starter else { return false };
        let Form::Operative(LabelValue::Number { number, .. }) = labelled.form else { return false };
        let range = self.page.lines[i].text.clone();
        if labelled.range != (0..range.len()) || number != self.number + 1 || self.after_furniture {
            return false;
        }
        let Some(last) = self.last else { return false };
        // The line before begins the paragraph if it opens like one after a finished one.
        let opened = opens_operative(self.line(last), self.language) && ending(self.line(last)) == Ending::Open;
        if !opened {
            return false;
        }
        let Some(block) = self.blocks.last_mut() else { return false };
        let line = &self.page.lines[last];
        if block.range.start != line.text.start {
            let fits = block.pieces.last().is_some_and(|piece| piece.start == line.text.start);
            if !fits {
                return false;
            }
            let Some(piece) = block.pieces.pop() else { return false };
            let before = block.pieces.last().map_or(block.range.start, |p| p.end);
            block.range.end = self.text[..before].trim_end().len();
            block.ending = ending(&self.text[block.range.clone()]);
            self.blocks.push(Block {
                pieces: vec![piece],
                range: line.text.clone(),
                starter: Starter::Text,
                label: None,
                ending: Ending::Open,
                width: line.width,
            });
        }
        if let Some(block) = self.blocks.last_mut() {
            block.starter = starter.clone();
            block.label = Some(range);
        }
        self.number = number;
        self.stage = Stage::Operative;
        true
    }

    fn begin(&mut self, i: usize, starter: Starter, marks: &mut Marks) {
        let line = &self.page.lines[i];
        let label = match &starter {
            Starter::Label(labelled) => {
                match labelled.form {
                    Form::Operative(LabelValue::Number { number, .. }) => {
                        self.number = number;
                        self.number_indent = line.indent;
                        self.nested = None;
                        self.dotted = false;
                        self.sub = None;
                        self.style = if labelled.irregular { style(&labelled.text) } else { None };
                        self.stage = Stage::Operative;
                    }
                    Form::Sub { letter, numeral, dotted } => {
                        self.sub = Some((letter, numeral));
                        self.dotted |= dotted;
                        if labelled.text.starts_with(|c: char| c.is_numeric()) {
                            self.nested = Some(line.indent);
                        }
                    }
                    _ => {}
                }
                Some(line.text.start + labelled.range.start..line.text.start + labelled.range.end)
            }
            _ => None,
        };
        match starter {
            Starter::OrganLine(_) => {
                self.stage = Stage::Preamble;
                self.number = 0;
            }
            Starter::NumberAndTitle(_) => {
                self.stage = Stage::Title;
                self.number = 0;
            }
            Starter::Annex => self.number = 0,
            _ => {}
        }
        self.blocks.push(Block {
            pieces: Vec::new(),
            range: line.text.clone(),
            starter,
            label,
            ending: Ending::Open,
            width: 0,
        });
        self.extend(i, marks);
    }

    /// Adds line `i` to the last block.
    fn extend(&mut self, i: usize, marks: &mut Marks) {
        let line = &self.page.lines[i];
        let content = &self.text[line.text.clone()];
        let Some(block) = self.blocks.last_mut() else { return };
        let skip = match &block.label {
            Some(label) if line.text.contains(&label.start) => label.end - line.text.start,
            _ => match block.starter {
                Starter::NumberAndTitle(len) if block.pieces.is_empty() => len,
                _ => 0,
            },
        };
        self.cuts.clear();
        marks.inside(&content[skip..], line.text.start + skip, &mut self.cuts);
        let mut from = line.text.start;
        for cut in &self.cuts {
            let start = line.text.start + skip + cut.start;
            if start > from {
                block.pieces.push(from..start);
            }
            from = line.text.start + skip + cut.end;
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
        block.width = block.width.max(line.width);
    }

    /// Whether line `i` goes on with the last block.
    fn joins(&self, i: usize, sheet: usize, starter: &Starter, set_off: bool) -> bool {
        let (Some(block), Some(last)) = (self.blocks.last(), self.last) else { return false };
        let line = &self.page.lines[i];
        match block.starter {
            Starter::OrganLine(_) | Starter::Row | Starter::Section | Starter::Part => return false,
            Starter::Origin => {
                return !self.text[block.range.clone()].contains([']', '］']) && *starter == Starter::Text;
            }
            Starter::Adoption => {
                let dated = self.text[block.range.clone()].contains(|c: char| c.is_ascii_digit());
                return !dated && matches!(starter, Starter::Text | Starter::Date) && line.width < 60;
            }
            Starter::NumberAndTitle(len) => {
                return *starter == Starter::Text && self.title_goes_on(block, len, i, set_off);
            }
            _ => {}
        }
        if self.stage == Stage::Head {
            return *starter == Starter::Text && self.head_goes_on(block, last, set_off);
        }
        let finished = block.ending != Ending::Open;
        if !self.shape.wrapped {
            return *starter == Starter::Text
                && !set_off
                && !finished
                && self.goes_on(i)
                && self.page.lines[last].width >= 40;
        }
        let cut = self.after_marker || self.after_furniture;
        let short = !cut && self.printed * 10 < self.shape.width * 6;
        match starter {
            Starter::OrganLine(_) | Starter::Row | Starter::Adoption | Starter::Origin => false,
            Starter::Annex | Starter::Section | Starter::Part | Starter::Meeting | Starter::Date => {
                !(finished || short || (set_off && !self.shape.double_spaced))
            }
            Starter::NumberAndTitle(_) => !finished && !short,
            Starter::Label(labelled) => match labelled.form {
                Form::Operative(LabelValue::Number { number, .. })
                | Form::Preambular(LabelValue::Number { number, .. }) => {
                    // In the middle of a sentence only the number that is due begins a paragraph, or one that
                    // is set in.
                    let due = number == self.number + 1 || self.indented(i, sheet);
                    !finished && !due && (!short || number > self.number + 3 || self.counted(last))
                }
                Form::Sub { letter, numeral, .. } => {
                    !(matches!(block.ending, Ending::Colon | Ending::Semicolon | Ending::Stop)
                        || (finished && (self.indented(i, sheet) || self.is_next(letter, numeral)))
                        || short)
                }
                _ => false,
            },
            Starter::Text => self.text_goes_on(block, i, sheet, set_off, finished, short, cut),
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn text_goes_on(
        &self,
        block: &Block,
        i: usize,
        sheet: usize,
        set_off: bool,
        finished: bool,
        short: bool,
        cut: bool,
    ) -> bool {
        let content = self.line(i);
        let line = &self.page.lines[i];
        let indented = self.indented(i, sheet);
        let opens = opens_preambular(content, self.language)
            || (self.stage == Stage::Operative && opens_operative(content, self.language));
        let capital = content.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
            || (!self.sets_in && starts_with_any(content, self.language.reading.sure_openings));
        if !finished {
            // Only a heading ends without a mark: short, and what follows begins anew.
            let anew = indented || opens || (set_off && !self.shape.double_spaced && capital);
            return !(anew && (short || (set_off && !self.shape.double_spaced && !cut && capital)));
        }
        if cut && !self.after_marker {
            // A new page begins: the indent says little.
            let deep = self.shape.double_spaced && line.indent > self.bases.get(sheet).copied().unwrap_or(0) + 1;
            return !(opens || deep || (indented && capital && block.ending != Ending::Comma));
        }
        match block.ending {
            Ending::Comma if self.stage == Stage::Preamble => {
                let opens = opens || opens_operative(content, self.language);
                !(indented || (opens && (short || capital || (set_off && !self.shape.double_spaced))))
            }
            Ending::Comma => !(indented && opens),
            _ => {
                !(indented
                    || (set_off && !self.shape.double_spaced)
                    || (short && self.shape.double_spaced)
                    || (opens && capital && self.stage == Stage::Preamble))
            }
        }
    }

    /// Whether a line sits deeper than the usual one of its sheet.
    fn indented(&self, i: usize, sheet: usize) -> bool {
        let base = self.bases.get(sheet).copied().unwrap_or(0);
        self.page.lines[i].indent > base + if base > 4 { 2 } else { 0 }
    }

    /// Whether a line begins as the middle of a sentence does.
    fn goes_on(&self, i: usize) -> bool {
        self.line(i).chars().next().is_some_and(|c| c.is_lowercase() || is_wide(c))
    }

    fn title_goes_on(&self, block: &Block, number: usize, i: usize, set_off: bool) -> bool {
        if block.range.len() <= number + 1 {
            return true;
        }
        if !self.shape.wrapped {
            return !set_off && self.organ_line_follows(i);
        }
        !set_off || (self.organ_line_follows(i) && !self.shape.double_spaced)
    }

    /// In the masthead lines stand for themselves, but a title may take several.
    fn head_goes_on(&self, block: &Block, last: usize, set_off: bool) -> bool {
        !set_off && self.shape.wrapped && block.ending != Ending::Colon && self.organ_line_follows(last)
    }

    /// The masthead has the organ's name on a line of its own, without the comma; the organ line comes later.
    fn names_organ_only(&self, i: usize) -> bool {
        self.stage == Stage::Head
            && ending(self.line(i)) == Ending::Open
            && (i + 1..self.page.lines.len())
                .filter(|&j| self.page.kinds[j] == Kind::Text)
                .take(24)
                .map(|j| starter(self.line(j), self.language))
                .take_while(|starter| !matches!(starter, Starter::Label(_)))
                .any(|starter| {
                    matches!(starter, Starter::OrganLine(_) | Starter::NumberAndTitle(_) | Starter::Adoption)
                })
    }

    /// Whether the organ line comes within a few lines of line `i`, with nothing set off between.
    fn organ_line_follows(&self, i: usize) -> bool {
        let mut blank = 0;
        for j in i + 1..(i + 9).min(self.page.lines.len()) {
            match self.page.kinds[j] {
                Kind::Blank => blank += 1,
                Kind::Text => {
                    if matches!(starter(self.line(j), self.language), Starter::OrganLine(_)) {
                        return true;
                    }
                    if blank > 0 {
                        return false;
                    }
                }
                _ => return false,
            }
        }
        false
    }
}

/// The mark after the digits of a label such as `4)`.
fn style(label: &str) -> Option<char> {
    label.trim_start_matches(['(', '（']).trim_start_matches(|c: char| c.is_ascii_digit()).chars().next()
}

/// The indent of a paragraph's inner lines on each sheet: the smallest that a fair part of its long lines have.
fn indents(page: &Page) -> Vec<usize> {
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
        if *kind == Kind::Text && line.width >= 30 && line.indent < 60 {
            if counts.len() <= line.indent {
                counts.resize(line.indent + 1, 0);
            }
            counts[line.indent] += 1;
        }
    }
    close(&mut counts);
    bases
}
