//! Which labels a line may begin with, where it stands.

use super::{Block, BlockBuilder, BlockStage};
use crate::draft::LabelValue;
use crate::draft::label::{self, LabelForm, LineLabel};
use crate::draft::line_kind::{LineKind, begins_with_bullet, opens_as_known, opens_operative};
use crate::draft::lines::{TextEnding, ending};
use crate::draft::page::{PageLineKind, is_digits};
use crate::script::punctuation::{COPYRIGHT, ENUMERATION_COMMA, ROUND_OPENING, ends_sentence, parts_clauses};

/// The most columns before the numbers of a text that no printed page has set in.
const NEAR_MARGIN: usize = 4;

impl BlockBuilder<'_> {
    /// A label as its place makes it: a number that is set in and not the next one counts a list (`    1. to light;`),
    /// a letter with a full stop counts one only where a list is open.
    pub(super) fn in_its_place(&self, i: usize, starter: LineKind) -> LineKind {
        if starter == LineKind::Text && self.lists_in_bullets(i) {
            return LineKind::Bullet;
        }
        let LineKind::Label(labelled) = &starter else { return starter };
        let before = self.ending_before().unwrap_or(TextEnding::Open);
        let indent = self.page.lines[i].indent;
        if self.is_numbered_row(i, labelled) {
            return LineKind::Row;
        }
        let quoted = self.page.lines.get(i).is_some_and(|line| line.quoted);
        match labelled.form {
            // In a quotation may stand the paragraphs of another text.
            LabelForm::Operative(LabelValue::Number { number, .. }) if quoted && number != self.number + 1 => {
                LineKind::Text
            }
            LabelForm::Operative(LabelValue::Number { number, insertion: 0 })
                if self.number > 0
                    && self.counts_a_list(indent, before)
                    && label::begins_with_digit(&labelled.text)
                    && (self.nested.contains(&indent) || number != self.number + 1) =>
            {
                let form = LabelForm::Sub { letter: None, numeral: Some(number), dotted: false };
                LineKind::Label(LineLabel { form, ..labelled.clone() })
            }
            // `3)` at the margin of the other paragraphs, behind a list in such numbers that is set in deeper.
            LabelForm::Sub { numeral: Some(number), dotted: true, .. }
                if self.style.is_some()
                    && number == self.number + 1
                    && indent <= self.number_indent
                    && !self.nested.is_empty()
                    && self.nested.iter().all(|nested| *nested > indent) =>
            {
                self.irregular_label(i).map_or(starter, LineKind::Label)
            }
            LabelForm::Sub { letter, numeral, .. } if labelled.text.starts_with(COPYRIGHT) => {
                // Only an item that ends as such is one, behind another.
                let item = self.stage == BlockStage::Operative
                    && matches!(before, TextEnding::Semicolon | TextEnding::Comma)
                    && ending(self.line(i)) != TextEnding::Open;
                let form = LabelForm::Sub { letter, numeral, dotted: false };
                if item { LineKind::Label(LineLabel { form, ..labelled.clone() }) } else { LineKind::Text }
            }
            LabelForm::Sub { letter, numeral, dotted: true } => {
                let opens = before == TextEnding::Colon && (letter == Some(1) || numeral == Some(1));
                let opens = opens && self.stage == BlockStage::Operative;
                if opens || (self.dotted && before != TextEnding::Open) { starter } else { LineKind::Text }
            }
            // `(1) Decides …`, the first one or the next after such a one: all of them are written so.
            LabelForm::Sub { numeral: Some(_), dotted: false, .. }
                if labelled.text.starts_with(['(', '（']) && (self.number == 0 || self.style.is_some()) =>
            {
                self.irregular_label(i).map_or(starter, LineKind::Label)
            }
            _ => starter,
        }
    }

    /// Whether a number with a tab behind it counts a row of a table, or an entry of a form, and no paragraph: what stands
    /// there has no mark at its end, and opens as no paragraph does.
    fn is_numbered_row(&self, i: usize, labelled: &LineLabel) -> bool {
        let words = self.line(i).get(labelled.range.end..).unwrap_or_default();
        // On a page a row may go on in the lines below.
        let near = if self.shape.wrapped { 4 } else { 1 };
        let among_rows = self.blocks.iter().rev().take(near).any(|block| block.starter == LineKind::Row);
        let lead = words.len() - words.trim_start().len();
        words.get(..lead).is_some_and(|lead| lead.contains('\t'))
            && matches!(labelled.form, LabelForm::Operative(_))
            && (ending(words) == TextEnding::Open || (among_rows && ending(words) == TextEnding::Comma))
            && (among_rows || !opens_as_known(words.trim_start(), self.language))
    }

    /// Whether line `i` is an item of a list in bullets: below a numbered paragraph, behind a colon or another item, and on
    /// a page set in.
    fn lists_in_bullets(&self, i: usize) -> bool {
        let set_in = self.page.lines.get(i).is_some_and(|line| line.indent > self.number_indent);
        (!self.shape.wrapped || set_in)
            && self.stage == BlockStage::Operative
            && self.number > 0
            && begins_with_bullet(self.line(i))
            && self
                .ending_before()
                .is_some_and(|before| before == TextEnding::Colon || (self.bulleted && before != TextEnding::Open))
    }

    /// Whether a plain number so many columns in can count a list under the open paragraph: it is set in far, or a
    /// colon or an open list before it says that a list may stand here.
    fn counts_a_list(&self, indent: usize, before: TextEnding) -> bool {
        let told = before == TextEnding::Colon || self.nested.iter().any(|nested| *nested <= indent);
        if self.shape.wrapped {
            // On a page all numbers are set in far, and only those of Markdown and of a browser's text with broken lines
            // stand near its margin.
            let deeper = self.number_indent + 2..=self.number_indent + 12;
            return told && self.number_indent <= NEAR_MARGIN && deeper.contains(&indent);
        }
        indent >= self.number_indent + 3 || (told && indent > self.number_indent)
    }

    /// The label that line `i` begins with, if the number that is due stands there after a finished paragraph, before
    /// an opening phrase, written as labels are not.
    pub(super) fn irregular_label(&self, i: usize) -> Option<LineLabel> {
        let line = self.line(i);
        let before = self.ending_before()?;
        // Behind a heading the count may go on, or begin again.
        let headed = self.style.is_some() && before == TextEnding::Open && !self.shape.wrapped;
        let finished = match self.stage {
            BlockStage::Preamble => self.number == 0 && !matches!(before, TextEnding::Open | TextEnding::Colon),
            BlockStage::Operative => {
                matches!(before, TextEnding::Semicolon | TextEnding::Stop | TextEnding::Comma) || headed
            }
            _ => false,
        };
        if !finished {
            return None;
        }
        let (labelled, words) = label::irregular(line)?;
        let LabelForm::Operative(LabelValue::Number { number, .. }) = labelled.form else { return None };
        // Where such labels are the draft's style, a number may be missing or stand twice.
        let same = self.style.is_some() && self.style == style(&labelled.text);
        let due = number == self.number + 1 || (same && number.abs_diff(self.number + 1) <= 5);
        let words = line.get(words..)?;
        // A bracket or a Chinese mark after a number that stands apart makes a label of it, whatever the verb; so does
        // any that the labels before it have.
        if same && due && words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
            return Some(labelled);
        }
        let apart = !self.shape.wrapped
            && i.checked_sub(1).is_some_and(|before| self.page.kinds[before] == PageLineKind::Blank)
            && matches!(style(&labelled.text), Some(')' | '）' | ENUMERATION_COMMA | '/'))
            && words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        (due && (apart || opens_operative(words, self.language))).then_some(labelled)
    }

    /// The number that is due inside line `i`, behind a heading that a converter has put on the line of the paragraph below
    /// it (`Follow-up 8. Adopts …`), and the byte at which it begins.
    pub(super) fn label_behind_heading(&self, i: usize) -> Option<(usize, LineLabel)> {
        const LONGEST: usize = 60;
        let line = self.line(i);
        let titled = self.blocks.last().is_some_and(|block| block.starter == LineKind::Annex);
        let ended = matches!(self.ending_before()?, TextEnding::Semicolon | TextEnding::Stop);
        if !(titled || (ended && self.stage == BlockStage::Operative)) {
            return None;
        }
        let due = format!(" {}. ", self.number + 1);
        let at = line.find(&due)? + 1;
        let heading = line.get(..at)?.trim_end();
        let labelled = label::label(line.get(at..)?, self.language)?;
        let words = line.get(at + labelled.range.end..)?.trim_start();
        let heads = heading.chars().count() <= LONGEST
            && heading.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && !heading.contains(|c: char| parts_clauses(c) || ends_sentence(c) || c.is_ascii_digit())
            && !opens_as_known(heading, self.language);
        let begins = words.starts_with(|c: char| c.is_alphabetic());
        let follows = begins && (titled || opens_operative(words, self.language));
        (heads && follows).then(|| (self.page.lines[i].text.start + at, labelled))
    }

    /// The label right behind that of a block that begins at byte `at` of line `i`, and where it begins, if it opens a
    /// list: `(a) (i)`, `三、㈠`. Its second item stands at the beginning of a line further on.
    pub(super) fn inner_label(&self, i: usize, at: usize, starter: &LineKind) -> Option<(usize, LineLabel)> {
        let LineKind::Label(outer) = starter else { return None };
        let rest = self.text.get(at + outer.range.end..self.page.lines.get(i)?.text.end)?;
        let words = rest.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
        if !words.starts_with(|c| ROUND_OPENING.contains(&c) || crate::script::enclosed_number(c) == Some(1)) {
            return None;
        }
        let inner = label::label(words, self.language)?;
        let LabelForm::Sub { letter, numeral, dotted: false } = inner.form else { return None };
        let first = |form: &LabelForm| match form {
            LabelForm::Sub { letter, numeral, .. } => (*letter, *numeral),
            _ => (None, None),
        };
        let outer = first(&outer.form);
        let begins =
            (letter == Some(1) && outer.0.is_none()) || (numeral == Some(1) && (letter.is_none() || outer.0.is_some()));
        let lines =
            (i + 1..self.page.lines.len()).filter(|j| self.page.kinds.get(*j) == Some(&PageLineKind::Text)).take(24);
        let mut labels = lines.filter_map(|j| label::label(self.line(j), self.language));
        let second = labels.next().is_some_and(|next| {
            let next = first(&next.form);
            if letter == Some(1) { next.0 == Some(2) } else { next.1 == Some(2) }
        });
        (begins && second).then(|| (at + outer_end(starter) + (rest.len() - words.len()), inner))
    }

    /// The label that line `i` is all of, written without its full stop: the number that is due, alone on its line as
    /// those of the other paragraphs are, and the words that open a paragraph under it.
    pub(super) fn number_alone(&self, i: usize) -> Option<LineLabel> {
        let line = self.line(i);
        let number: u32 = Some(line).filter(|line| is_digits(line))?.parse().ok()?;
        if !self.shape.wrapped || self.stage != BlockStage::Operative || number != self.number + 1 {
            return None;
        }
        let finished = matches!(self.ending_before()?, TextEnding::Semicolon | TextEnding::Stop);
        let others = self.blocks.iter().rev().take(12).any(|block| {
            let alone = block.pieces.first().is_some_and(|piece| {
                block
                    .label
                    .as_ref()
                    .is_some_and(|label| self.text.get(label.end..piece.end).is_some_and(|rest| rest.trim().is_empty()))
            });
            alone && matches!(&block.starter, LineKind::Label(label) if matches!(label.form, LabelForm::Operative(_)))
        });
        let next = (i + 1..self.page.lines.len()).find(|j| self.page.kinds.get(*j) == Some(&PageLineKind::Text))?;
        if !finished || !others || !self.opens_operative(next) {
            return None;
        }
        let (labelled, _) = label::irregular(&format!("{line} {}", self.line(next)))?;
        Some(LineLabel { range: 0..line.len(), text: line.into(), ..labelled })
    }

    /// Whether line `i` is a row of a table, whose number counts no paragraph: beside it stands another that ends, as it
    /// does, with a sum in groups of digits; or it is one of many short lines that end with no mark, some in a number.
    pub(super) fn is_row(&self, i: usize) -> bool {
        if self.stage < BlockStage::Preamble {
            return false;
        }
        let beside = [i.checked_sub(1), Some(i + 1)];
        if ends_with_sum(self.line(i)) {
            return beside.into_iter().flatten().any(|j| ends_with_sum(self.line(j)));
        }
        if self.page.listed.binary_search(&i).is_ok() {
            return true;
        }
        self.shape.wrapped && self.page.rows.binary_search(&i).is_ok()
    }

    /// Whether a subparagraph's label goes on with the list that is open.
    pub(super) fn is_next(&self, letter: Option<u32>, numeral: Option<u32>) -> bool {
        let next = |last: Option<u32>, here: Option<u32>| last.is_some() && here == last.map(|n| n + 1);
        self.sub.is_some_and(|(last_letter, last_numeral)| next(last_letter, letter) || next(last_numeral, numeral))
    }

    /// A label alone on its line after the first line of its paragraph, as some PDFs give it.
    pub(super) fn displaced_label(&mut self, i: usize, starter: &LineKind) -> bool {
        let LineKind::Label(labelled) = starter else { return false };
        let LabelForm::Operative(LabelValue::Number { number, .. }) = labelled.form else { return false };
        let range = self.page.lines[i].text.clone();
        if labelled.range != (0..range.len()) || number != self.number + 1 || self.after_furniture {
            return false;
        }
        let Some(last) = self.last else { return false };
        // The line before begins the paragraph if it opens like one after a finished one.
        let opened = self.opens_operative(last) && self.ending(last) == TextEnding::Open;
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
                starter: LineKind::Text,
                label: None,
                ending: TextEnding::Open,
                width: line.width,
                indent: line.indent,
            });
        }
        if let Some(block) = self.blocks.last_mut() {
            block.starter = starter.clone();
            block.label = Some(range);
        }
        self.number = number;
        self.stage = BlockStage::Operative;
        true
    }
}

/// Where the label of a starter ends, in bytes of its line.
fn outer_end(starter: &LineKind) -> usize {
    match starter {
        LineKind::Label(labelled) => labelled.range.end,
        _ => 0,
    }
}

/// Whether a line ends with a sum whose digits stand in groups of three: `278 735 200`.
fn ends_with_sum(line: &str) -> bool {
    let mut words = line.rsplit([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let digits =
        |word: &str, most: usize| !word.is_empty() && word.len() <= most && word.bytes().all(|b| b.is_ascii_digit());
    let last = words.next().unwrap_or_default().trim_end_matches([')', '*']);
    let before = words.next().unwrap_or_default().trim_start_matches(['(', '-', '–']);
    last.len() == 3 && digits(last, 3) && digits(before, 3) && words.next().is_some()
}

/// The mark after the digits of a label such as `4)`.
pub(super) fn style(label: &str) -> Option<char> {
    label.trim_start_matches(ROUND_OPENING).trim_start_matches(|c: char| c.is_ascii_digit()).chars().next()
}
