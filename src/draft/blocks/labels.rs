//! Which labels a line may begin with, where it stands.

use super::{Block, Builder, Stage};
use crate::draft::LabelValue;
use crate::draft::label::{self, Form, Labelled};
use crate::draft::lines::{Ending, ending};
use crate::draft::page::Kind;
use crate::draft::starter::{Starter, begins_with_bullet, opens_as_known, opens_operative};

impl Builder<'_> {
    /// A label as its place makes it: a number that is set in and not the next one counts a list (`    1. to light;`),
    /// a letter with a full stop counts one only where a list is open.
    pub(super) fn in_its_place(&self, i: usize, starter: Starter) -> Starter {
        if starter == Starter::Text && self.lists_in_bullets(i) {
            return Starter::Bullet;
        }
        let Starter::Label(labelled) = &starter else { return starter };
        let before = self.ending_before().unwrap_or(Ending::Open);
        let indent = self.page.lines[i].indent;
        if self.is_numbered_row(i, labelled) {
            return Starter::Row;
        }
        match labelled.form {
            Form::Operative(LabelValue::Number { number, insertion: 0 })
                if self.number > 0
                    && self.counts_a_list(indent, before)
                    && label::begins_with_digit(&labelled.text)
                    && (self.nested.contains(&indent) || number != self.number + 1) =>
            {
                let form = Form::Sub { letter: None, numeral: Some(number), dotted: false };
                Starter::Label(Labelled { form, ..labelled.clone() })
            }
            Form::Sub { letter, numeral, dotted: true } => {
                let opens = before == Ending::Colon && (letter == Some(1) || numeral == Some(1));
                let opens = opens && self.stage == Stage::Operative;
                if opens || (self.dotted && before != Ending::Open) { starter } else { Starter::Text }
            }
            // `(1) Decides …`, the first one or the next after such a one: all of them are written so.
            Form::Sub { numeral: Some(_), dotted: false, .. }
                if labelled.text.starts_with(['(', '（']) && (self.number == 0 || self.style.is_some()) =>
            {
                self.irregular_label(i).map_or(starter, Starter::Label)
            }
            _ => starter,
        }
    }

    /// Whether a number with a tab behind it counts a row of a table, or an entry of a form, and no paragraph: what stands
    /// there has no mark at its end, and opens as no paragraph does.
    fn is_numbered_row(&self, i: usize, labelled: &Labelled) -> bool {
        let words = self.line(i).get(labelled.range.end..).unwrap_or_default();
        // On a page a row may go on in the lines below.
        let near = if self.shape.wrapped { 4 } else { 1 };
        let among_rows = self.blocks.iter().rev().take(near).any(|block| block.starter == Starter::Row);
        let lead = words.len() - words.trim_start().len();
        words.get(..lead).is_some_and(|lead| lead.contains('\t'))
            && matches!(labelled.form, Form::Operative(_))
            && (ending(words) == Ending::Open || (among_rows && ending(words) == Ending::Comma))
            && (among_rows || !opens_as_known(words.trim_start(), self.language))
    }

    /// Whether line `i` is an item of a list in bullets: below a numbered paragraph, behind a colon or another item.
    fn lists_in_bullets(&self, i: usize) -> bool {
        !self.shape.wrapped
            && self.stage == Stage::Operative
            && self.number > 0
            && begins_with_bullet(self.line(i))
            && self
                .ending_before()
                .is_some_and(|before| before == Ending::Colon || (self.bulleted && before != Ending::Open))
    }

    /// Whether a plain number so many columns in can count a list under the open paragraph: it is set in far, or a
    /// colon or an open list before it says that a list may stand here.
    fn counts_a_list(&self, indent: usize, before: Ending) -> bool {
        let told = before == Ending::Colon || self.nested.iter().any(|nested| *nested <= indent);
        if self.shape.wrapped {
            // On a page all numbers are set in, and only those of Markdown with broken lines stand at its margin.
            return told && self.number_indent == 0 && (2..=12).contains(&indent);
        }
        indent >= self.number_indent + 3 || (told && indent > self.number_indent)
    }

    /// The label that line `i` begins with, if the number that is due stands there after a finished paragraph, before
    /// an opening phrase, written as labels are not.
    pub(super) fn irregular_label(&self, i: usize) -> Option<Labelled> {
        let line = self.line(i);
        let before = self.ending_before()?;
        // Behind a heading the count may go on, or begin again.
        let headed = self.style.is_some() && before == Ending::Open && !self.shape.wrapped;
        let finished = match self.stage {
            Stage::Preamble => self.number == 0 && !matches!(before, Ending::Open | Ending::Colon),
            Stage::Operative => matches!(before, Ending::Semicolon | Ending::Stop | Ending::Comma) || headed,
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
        let words = line.get(words..)?;
        // A bracket or a Chinese mark after a number that stands apart makes a label of it, whatever the verb; so does
        // any that the labels before it have.
        if same && due && words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
            return Some(labelled);
        }
        let apart = !self.shape.wrapped
            && i.checked_sub(1).is_some_and(|before| self.page.kinds[before] == Kind::Blank)
            && matches!(style(&labelled.text), Some(')' | '）' | '、' | '/'))
            && words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        (due && (apart || opens_operative(words, self.language))).then_some(labelled)
    }

    /// Whether a subparagraph's label goes on with the list that is open.
    pub(super) fn is_next(&self, letter: Option<u32>, numeral: Option<u32>) -> bool {
        let next = |last: Option<u32>, here: Option<u32>| last.is_some() && here == last.map(|n| n + 1);
        self.sub.is_some_and(|(last_letter, last_numeral)| next(last_letter, letter) || next(last_numeral, numeral))
    }

    /// A label alone on its line after the first line of its paragraph, as some PDFs give it.
    pub(super) fn displaced_label(&mut self, i: usize, starter: &Starter) -> bool {
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
                indent: line.indent,
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
}

/// The mark after the digits of a label such as `4)`.
pub(super) fn style(label: &str) -> Option<char> {
    label.trim_start_matches(['(', '（']).trim_start_matches(|c: char| c.is_ascii_digit()).chars().next()
}
