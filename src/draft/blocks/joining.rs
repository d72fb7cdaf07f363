//! Whether a line goes on with the block before it.

use super::{Block, Builder, Stage};
use crate::draft::LabelValue;
use crate::draft::flow::is_wide;
use crate::draft::label::Form;
use crate::draft::lines::{Ending, ending};
use crate::draft::page::Kind;
use crate::draft::starter::{Starter, opens_as_known, opens_operative, opens_preambular, starter, starts_with_any};

impl Builder<'_> {
    /// Whether what follows the number that line `i` is makes it a date or a quantity.
    pub(super) fn counts(&self, i: usize) -> bool {
        let next =
            (i + 1..self.page.lines.len()).find(|&j| self.page.kinds[j] == Kind::Text).map_or("", |j| self.line(j));
        let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
        let words = self.language.reading.counting_words;
        !word.is_empty()
            && words.iter().any(|w| *w == word || (w.chars().all(is_wide) && word.starts_with(*w)))
            && !self.language.reading.counted_things.contains(&word.as_str())
    }

    /// Whether line `i` ends with a word that has a number after it: `in paragraph`.
    pub(super) fn counted(&self, i: usize) -> bool {
        let word = self.line(i).rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
        word.chars().count() > 3 && self.language.reading.counted_things.contains(&word.as_str())
    }

    /// Whether line `i` goes on with the last block.
    pub(super) fn joins(&self, i: usize, sheet: usize, starter: &Starter, set_off: bool) -> bool {
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
                && (self.goes_on(i) || self.begins_none(block, i))
                && self.page.lines[last].width >= 40;
        }
        let cut = self.after_marker || self.after_furniture;
        let short = !cut && self.printed * 10 < self.shape.width * 6;
        match starter {
            Starter::OrganLine(_) | Starter::Row | Starter::Bullet | Starter::Adoption | Starter::Origin => false,
            Starter::Annex if matches!(block.starter, Starter::Meeting | Starter::Date) => false,
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
    pub(super) fn text_goes_on(
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
                // Where paragraphs are set in, a line that isn't begins none.
                let opens = !self.sets_in && (opens || opens_operative(content, self.language));
                !(indented || (opens && (short || capital || (set_off && !self.shape.double_spaced))))
            }
            Ending::Comma => !(indented && opens),
            _ => {
                !(indented
                    || (set_off && !self.shape.double_spaced)
                    || ((short || (!cut && self.had_room(content))) && self.shape.double_spaced)
                    || (opens && capital && self.stage == Stage::Preamble))
            }
        }
    }

    /// Whether the first word of a line begins a sentence and would have stood on the printed line before, had it
    /// belonged to it: there was room for it and more.
    fn had_room(&self, content: &str) -> bool {
        let word = content.split(|c: char| c.is_whitespace() || is_wide(c)).next().unwrap_or_default();
        let begins = content.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        let spare = self.shape.width / 8;
        begins && self.printed + 1 + word.chars().count() + spare <= self.shape.width
    }

    /// Whether a line sits deeper than the usual one of its sheet.
    pub(super) fn indented(&self, i: usize, sheet: usize) -> bool {
        let base = self.bases.get(sheet).copied().unwrap_or(0);
        self.page.lines[i].indent > base + if base > 4 { 2 } else { 0 }
    }

    /// Whether line `i`, right under an unfinished paragraph, begins no paragraph of its own: it opens as none does, and
    /// the name or number that it begins with belongs to the sentence above.
    fn begins_none(&self, block: &Block, i: usize) -> bool {
        let opens = |text: &str| opens_as_known(text, self.language);
        let paragraph = matches!(block.starter, Starter::Label(_)) || opens(&self.text[block.range.clone()]);
        paragraph && self.stage >= Stage::Preamble && !opens(self.line(i))
    }

    /// Whether a line begins as the middle of a sentence does.
    pub(super) fn goes_on(&self, i: usize) -> bool {
        self.line(i).chars().next().is_some_and(|c| c.is_lowercase() || is_wide(c))
    }

    pub(super) fn title_goes_on(&self, block: &Block, number: usize, i: usize, set_off: bool) -> bool {
        if block.range.len() <= number + 1 {
            return true;
        }
        if !self.shape.wrapped {
            return !set_off && self.organ_line_follows(i);
        }
        !set_off || (self.organ_line_follows(i) && !self.shape.double_spaced)
    }

    /// In the masthead lines stand for themselves, but a title may take several.
    pub(super) fn head_goes_on(&self, block: &Block, last: usize, set_off: bool) -> bool {
        !set_off && self.shape.wrapped && block.ending != Ending::Colon && self.organ_line_follows(last)
    }

    /// The masthead has the organ's name on a line of its own, without the comma; the organ line comes later.
    pub(super) fn names_organ_only(&self, i: usize) -> bool {
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
    pub(super) fn organ_line_follows(&self, i: usize) -> bool {
        let mut blank = 0;
        for j in i + 1..(i + 9).min(self.page.lines.len()) {
            match self.page.kinds[j] {
                Kind::Blank => blank += 1,
                Kind::Text => {
                    if matches!(starter(self.line(j), self.language), Starter::OrganLine(_)) {
                        // In a masthead the organ is named too, and no title goes before.
                        return !self.names_organ_only(j);
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
