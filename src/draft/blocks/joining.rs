//! Whether a line goes on with the block before it.

use super::{Block, BlockBuilder, BlockStage};
use crate::draft::LabelValue;
use crate::draft::label::{self, LabelForm};
use crate::draft::line_kind::{
    LineKind, goes_on_large, goes_on_small, may_open_preambular, opens_as_known, organ_speaks, starts_with_any,
};
use crate::draft::lines::TextEnding;
use crate::draft::page::PageLineKind;
use crate::script::is_wide;
use crate::script::punctuation::SQUARE_CLOSING;

/// Whether a small word stands behind a line's first one.
fn small_follows(content: &str) -> bool {
    content
        .split_whitespace()
        .nth(1)
        .is_some_and(|word| word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
}

/// How many letters at the end of a word tell its form.
const FORM: usize = 3;

impl BlockBuilder<'_> {
    /// Whether what follows the number that line `i` is makes it a date or a quantity.
    pub(super) fn counts(&self, i: usize) -> bool {
        let next = (i + 1..self.page.lines.len())
            .find(|&j| self.page.kinds[j] == PageLineKind::Text)
            .map_or("", |j| self.line(j));
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
    pub(super) fn joins(&self, i: usize, sheet: usize, starter: &LineKind, set_off: bool) -> bool {
        let (Some(block), Some(last)) = (self.blocks.last(), self.last) else { return false };
        let line = &self.page.lines[i];
        match block.starter {
            LineKind::OrganLine(_) | LineKind::Row | LineKind::Section | LineKind::Part => return false,
            LineKind::Origin => {
                return !self.text[block.range.clone()].contains(SQUARE_CLOSING) && *starter == LineKind::Text;
            }
            LineKind::Adoption => {
                let said = &self.text[block.range.clone()];
                let has_year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
                // `on 18` goes on with `December 2019`.
                let dated = has_year(said) || (said.contains(|c: char| c.is_ascii_digit()) && !has_year(self.line(i)));
                return !dated && matches!(starter, LineKind::Text | LineKind::Date) && line.width < 60;
            }
            LineKind::NumberAndTitle(len) => {
                return *starter == LineKind::Text && self.title_goes_on(block, len, i, set_off);
            }
            // How the States voted may take several lines.
            LineKind::Meeting if *starter == LineKind::Text && !set_off && self.is_open(block) => return true,
            _ => {}
        }
        if self.stage == BlockStage::Head {
            return *starter == LineKind::Text && self.head_goes_on(block, last, set_off);
        }
        let finished = block.ending != TextEnding::Open;
        if !self.shape.wrapped {
            // A name may have a semicolon, at which its line was broken.
            let named = block.ending == TextEnding::Semicolon
                && self.stage == BlockStage::Preamble
                && goes_on_large(self.line(i))
                && !self.opens_as_known(i)
                && self.page.lines[last].width >= 60;
            // Where paragraphs begin with capitals, a small letter behind a comma begins none.
            let goes_on = block.ending == TextEnding::Comma
                && self.line(i).starts_with(char::is_lowercase)
                && self.page.lines[last].width >= 60
                && !matches!(block.starter, LineKind::Label(_))
                && self.language.reading.operative_openings.iter().any(|word| word.starts_with(char::is_uppercase));
            return *starter == LineKind::Text
                && !set_off
                && (!finished || named || goes_on)
                && (self.goes_on(i) || self.begins_none(block, i))
                && self.page.lines[last].width >= 40;
        }
        let cut = self.after_marker || self.after_furniture;
        let short = !cut && self.printed * 10 < self.shape.width * 6;
        match starter {
            // In the middle of a sentence no meeting and no date closes anything.
            LineKind::Meeting | LineKind::Date
                if !finished && self.stage >= BlockStage::Preamble && self.line(i).starts_with(char::is_lowercase) =>
            {
                true
            }
            LineKind::OrganLine(_) | LineKind::Row | LineKind::Bullet | LineKind::Adoption | LineKind::Origin => false,
            LineKind::Annex if matches!(block.starter, LineKind::Meeting | LineKind::Date) => false,
            LineKind::Annex | LineKind::Section | LineKind::Part | LineKind::Meeting | LineKind::Date => {
                !(finished || short || (set_off && !self.shape.double_spaced))
            }
            LineKind::NumberAndTitle(_) => !finished && !short,
            LineKind::Label(labelled) => match labelled.form {
                LabelForm::Operative(LabelValue::Number { number, .. })
                | LabelForm::Preambular(LabelValue::Number { number, .. }) => {
                    // In the middle of a sentence only the number that is due begins a paragraph, or one that
                    // is set in.
                    let due = number == self.number + 1
                        || self.indented(i, sheet)
                        || (set_off && !self.shape.double_spaced && !cut && number <= self.number);
                    !finished && !due && (!short || number > self.number + 3 || self.counted(last))
                }
                LabelForm::Sub { letter, numeral, .. } => {
                    if !set_off && !self.indented(i, sheet) && self.runs_on(block, letter, numeral) {
                        return true;
                    }
                    if set_off && !self.shape.double_spaced && !cut && (letter == Some(1) || numeral == Some(1)) {
                        return false;
                    }
                    // An item that has lost its mark ends, too, where the next one begins.
                    let words = self.line(i).get(labelled.range.end..).unwrap_or_default().trim_start();
                    let begins = words.starts_with(char::is_uppercase) || self.begins_alike(block, words);
                    let begins = begins && !self.counted(last);
                    !(matches!(block.ending, TextEnding::Colon | TextEnding::Semicolon | TextEnding::Stop)
                        || (finished && (self.indented(i, sheet) || self.is_next(letter, numeral)))
                        || (begins && self.is_next(letter, numeral))
                        || short)
                }
                _ => false,
            },
            LineKind::Text => self.text_goes_on(block, i, sheet, set_off, finished, short, cut),
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
        if self.heads_the_next(block, i) {
            return false;
        }
        let indented = self.indented(i, sheet);
        // Where no paragraph has a number, the words alone tell where the operative part begins.
        let numberless = self.stage == BlockStage::Preamble && block.ending != TextEnding::Comma;
        let known = self.opens_as_known_preambular(i)
            || ((self.stage == BlockStage::Operative || numberless) && self.opens_operative(i));
        // What only looks like an opening may be a name that the line before has no room for.
        let guessed = !known && may_open_preambular(content, self.language);
        let opens = known || (guessed && (short || set_off || goes_on_small(content) || self.had_room(content)));
        let capital = content.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
            || (!self.sets_in && starts_with_any(content, self.language.reading.sure_openings));
        if !finished {
            // Only a heading ends without a mark: short, and what follows begins anew.
            let apart = set_off && !self.shape.double_spaced;
            let anew = indented || opens || (apart && capital);
            // A paragraph that has lost its mark ends, too, where another one opens.
            let unmarked = self.stage == BlockStage::Preamble
                && known
                && ((capital && (indented || small_follows(content))) || (apart && !cut));
            return !(anew && (short || unmarked || (apart && !cut && capital)));
        }
        if cut && !self.after_marker {
            // A new page begins: the indent says little.
            let deep = self.shape.double_spaced && line.indent > self.bases.get(sheet).copied().unwrap_or(0) + 1;
            return !(opens || deep || (indented && capital && block.ending != TextEnding::Comma));
        }
        match block.ending {
            // Where blank lines part all paragraphs, a comma at the edge of the text ends none.
            TextEnding::Comma if self.shape.parted && !cut && !set_off && !indented => true,
            TextEnding::Comma if self.stage == BlockStage::Preamble => {
                // An item of a list may have more than its first line set in.
                if matches!(block.starter, LineKind::Label(_)) && line.indent <= block.indent && !opens && !short {
                    return true;
                }
                // Where paragraphs are set in, a line that isn't begins none, unless a blank line sets it off.
                let set_in = self.sets_in && (!set_off || self.shape.double_spaced);
                let opens = !set_in && (opens || self.opens_operative(i));
                // A small letter goes on, however far it is set in, unless paragraphs open with small letters.
                let goes_on = content.starts_with(char::is_lowercase) && !known;
                let apart = short || capital || (set_off && !self.shape.double_spaced);
                // So does what stands behind a blank line begin a paragraph, where paragraphs begin with no capital.
                let capitals =
                    self.language.reading.operative_openings.iter().any(|word| word.starts_with(char::is_uppercase));
                if self.shape.parted && set_off && !cut && !self.after_marker && !capitals {
                    return false;
                }
                let anew = !cut && (known || self.left_room(content));
                !((indented && !goes_on) || (opens && (apart || anew)))
            }
            TextEnding::Comma => {
                let apart = set_off && !self.shape.double_spaced && !cut;
                !((indented && opens) || (apart && known))
            }
            // What a colon introduces begins anew, if there was room for it on the line.
            TextEnding::Colon if content.starts_with(char::is_uppercase) && !cut && self.had_room(content) => false,
            _ => {
                !(indented
                    || (set_off && !self.shape.double_spaced)
                    || ((short || (!cut && self.had_room(content))) && self.shape.double_spaced)
                    || (opens
                        && capital
                        && self.stage == BlockStage::Preamble
                        && (block.ending != TextEnding::Semicolon
                            || !goes_on_large(content)
                            || self.had_room(content))))
            }
        }
    }

    /// Whether words begin as those of a labelled block do, in a list whose items begin with small letters: with the same word,
    /// or with one of the same form (`implementing`, `facilitating`).
    fn begins_alike(&self, block: &Block, words: &str) -> bool {
        let Some(label) = &block.label else { return false };
        let of_block = self.text.get(label.end..block.range.end).unwrap_or_default();
        let [a, b] =
            [of_block, words].map(|words| words.trim_start().split(char::is_whitespace).next().unwrap_or_default());
        let form = |word: &str| {
            let long = word.chars().count() > FORM + 2 && word.chars().all(char::is_alphabetic);
            long.then(|| word.char_indices().rev().nth(FORM - 1).and_then(|(at, _)| word.get(at..).map(str::to_owned)))
        };
        !a.is_empty() && (a == b || (form(a).is_some() && form(a) == form(b)))
    }

    /// Whether a label goes on with a list that runs through the sentences of a block: the label before it stands inside
    /// a line.
    fn runs_on(&self, block: &Block, letter: Option<u32>, numeral: Option<u32>) -> bool {
        let whole = self.text.get(block.range.clone()).unwrap_or_default();
        let from = block.label.as_ref().map_or(0, |label| label.end.saturating_sub(block.range.start));
        let inside = whole.get(from..).unwrap_or_default();
        let due = |last: Option<u32>, here: Option<u32>| last.is_some() && here == last.map(|n| n + 1);
        let mut last = None;
        for (at, _) in inside.match_indices(['(', '（']) {
            let before = inside.get(..at).unwrap_or_default();
            let Some(found) = self.item(inside.get(at..).unwrap_or_default()) else { continue };
            let begins = before.ends_with([' ', '\u{a0}']) && !before.trim().is_empty();
            let parted =
                before.trim_end().ends_with(crate::script::punctuation::parts_clauses) || before.ends_with(" and ");
            match last {
                None if begins && parted && (found.0 == Some(1) || found.1 == Some(1)) => last = Some(found),
                Some((l, n)) if due(l, found.0) || due(n, found.1) => last = Some(found),
                _ => {}
            }
        }
        last.is_some_and(|(l, n)| due(l, letter) || due(n, numeral))
    }

    /// The letter and the numeral of the label in brackets that a text begins with.
    fn item(&self, text: &str) -> Option<(Option<u32>, Option<u32>)> {
        let end = text.char_indices().take(16).find(|(_, c)| matches!(c, ')' | '）')).map(|(i, c)| i + c.len_utf8())?;
        match label::label(text.get(..end)?, self.language)?.form {
            LabelForm::Sub { letter, numeral, .. } => Some((letter, numeral)),
            _ => None,
        }
    }

    /// Whether line `i` is a heading, behind a paragraph that has ended: it has no mark itself, and the number that is due
    /// stands right under it or under the lines that it goes on in.
    fn heads_the_next(&self, block: &Block, i: usize) -> bool {
        const MOST: usize = 3;
        let first = self.stage == BlockStage::Preamble && self.number == 0;
        let content = self.line(i);
        let ended = match block.ending {
            TextEnding::Semicolon | TextEnding::Stop => self.stage >= BlockStage::Preamble,
            TextEnding::Comma => first && !content.ends_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        let begins = content.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        if !ended || !begins || self.opens_as_known(i) || self.is_row(i) {
            return false;
        }
        let lines = (i..self.page.lines.len()).filter(|j| self.page.kinds.get(*j) == Some(&PageLineKind::Text));
        for j in lines.take(MOST + 1) {
            match self.starter(j) {
                LineKind::Text if self.ending(j) == TextEnding::Open => {}
                LineKind::Label(labelled) if j > i => {
                    let LabelForm::Operative(LabelValue::Number { number, insertion: 0 }) = labelled.form else {
                        return false;
                    };
                    return number == self.number + 1;
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the first word of a line begins a sentence and would have stood on the printed line before, had it
    /// belonged to it: there was room for it and more.
    fn had_room(&self, content: &str) -> bool {
        let word = content.split(|c: char| c.is_whitespace() || is_wide(c)).next().unwrap_or_default();
        let begins = content.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        let spare = self.shape.width / 8;
        begins && self.printed + 1 + word.chars().count() + spare <= self.shape.width
    }

    /// Whether the first word of a line would have stood on the printed line before, had it belonged to it, in a script
    /// without capitals or where paragraphs begin with small letters.
    fn left_room(&self, content: &str) -> bool {
        let wide = content.starts_with(is_wide);
        let word = content.split(char::is_whitespace).next().map_or(0, |word| word.chars().count());
        // Chinese lines are broken anywhere but before a mark.
        let (word, spare) = if wide { (2, 0) } else { (word, self.shape.width / 8) };
        self.printed + 1 + word + spare <= self.shape.width
    }

    /// Whether a line sits deeper than the usual one of its sheet.
    pub(super) fn indented(&self, i: usize, sheet: usize) -> bool {
        let base = self.bases.get(sheet).copied().unwrap_or(0);
        self.page.lines[i].indent > base + if base > 4 { 2 } else { 0 }
    }

    /// Whether a bracket is open at a block's end, or a comma stands there.
    fn is_open(&self, block: &Block) -> bool {
        let text = self.text.get(block.range.clone()).unwrap_or_default();
        let count = |marks: [char; 2]| text.matches(marks).count();
        count(['(', '（']) > count([')', '）']) || block.ending == TextEnding::Comma
    }

    /// Whether line `i`, right under an unfinished paragraph, begins no paragraph of its own: it opens as none does, and
    /// the name or number that it begins with belongs to the sentence above.
    fn begins_none(&self, block: &Block, i: usize) -> bool {
        let opens = |text: &str| opens_as_known(text, self.language);
        let paragraph = matches!(block.starter, LineKind::Label(_)) || opens(&self.text[block.range.clone()]);
        paragraph && self.stage >= BlockStage::Preamble && !self.opens_as_known(i)
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

    /// Whether a line begins the paragraphs of a text without an organ line: right behind a number and title it opens as a
    /// preambular paragraph does, or it is a sentence whose subject is the organ.
    pub(super) fn begins_preamble(&self, content: &str) -> bool {
        let titled = self.stage == BlockStage::Title
            && self.blocks.last().is_some_and(|block| matches!(block.starter, LineKind::NumberAndTitle(_)));
        (titled && opens_as_known(content, self.language))
            || (self.stage == BlockStage::Head && self.shape.wrapped && organ_speaks(content, self.language))
    }

    /// In the masthead lines stand for themselves, but a title may take several.
    pub(super) fn head_goes_on(&self, block: &Block, last: usize, set_off: bool) -> bool {
        // Where lines are not broken, a title whose first line ends with a comma goes on with a small letter.
        let goes_on = || {
            let next = (last + 1..self.page.lines.len()).find(|i| self.page.kinds.get(*i) == Some(&PageLineKind::Text));
            block.ending == TextEnding::Comma && next.is_some_and(|i| self.line(i).starts_with(char::is_lowercase))
        };
        !set_off
            && (self.shape.wrapped || goes_on())
            && block.ending != TextEnding::Colon
            && self.organ_line_follows(last)
    }

    /// The masthead has the organ's name on a line of its own, without the comma; the organ line comes later.
    pub(super) fn names_organ_only(&self, i: usize) -> bool {
        self.stage == BlockStage::Head
            && self.ending(i) == TextEnding::Open
            && (i + 1..self.page.lines.len())
                .filter(|&j| self.page.kinds[j] == PageLineKind::Text)
                .take(24)
                .map(|j| self.starter(j))
                .take_while(|starter| !matches!(starter, LineKind::Label(_)))
                .any(|starter| {
                    matches!(starter, LineKind::OrganLine(_) | LineKind::NumberAndTitle(_) | LineKind::Adoption)
                })
    }

    /// Whether the organ line comes within a few lines of line `i`, with nothing set off between.
    pub(super) fn organ_line_follows(&self, i: usize) -> bool {
        let mut blank = 0;
        for j in i + 1..(i + 9).min(self.page.lines.len()) {
            match self.page.kinds[j] {
                PageLineKind::Blank => blank += 1,
                PageLineKind::Text => {
                    if matches!(self.starter(j), LineKind::OrganLine(_)) {
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
