//! Blocks made structure: elements, paragraphs, runs of numbering, levels of subparagraphs.

use super::blocks::Block;
use super::label::{self, Form, Labelled};
use super::lines::Ending;
use super::starter::{
    Starter, may_open_preambular, opens_as_known, opens_operative, opens_preambular, opens_rather_operative,
    organ_speaks,
};
use super::{Element, ElementKind, Label, LabelValue, Paragraph, ParagraphKind, PassageOf, Title};
use crate::language::Language;
use crate::symbol::Organ;

/// What the blocks of a draft make.
#[derive(Debug, Default)]
pub struct Structure {
    pub organ: Option<Organ>,
    pub title: Option<Title>,
    pub elements: Vec<Element>,
    pub paragraphs: Vec<Paragraph>,
    /// What each block is of.
    pub of: Vec<PassageOf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Before the organ line.
    Head,
    Preamble,
    Operative,
    /// After the meeting and its date.
    Closed,
}

struct Walk<'a> {
    text: &'a str,
    language: &'a Language,
    stage: Stage,
    out: Structure,
    run: u32,
    /// The blocks of a masthead that are left, where no organ line ends it.
    masthead: usize,
    masthead_stood: bool,
    /// The last operative number of the run.
    number: Option<u32>,
    /// An annex has begun, whose paragraphs are those of another instrument.
    annexed: bool,
    /// An organ line has stood.
    spoken: bool,
    /// A heading has stood since the last operative paragraph.
    divided: bool,
    /// So has an organ line, an annex or a title: another count begins, whatever its first number.
    parted: bool,
    /// The counts that wait while an embedded text, opened by a colon, has its own.
    outer: Vec<(u32, u32)>,
    runs: u32,
    /// How the last block ended.
    ending: Ending,
    /// How the last block of the last paragraph ended.
    paragraph_ending: Ending,
    /// The open operative paragraph and the open lists under it.
    parent: Option<usize>,
    lists: Lists,
}

/// Reads the structure of the blocks. A text with neither masthead nor organ line is read as paragraphs.
pub fn structure(text: &str, blocks: &[Block], language: &Language) -> Structure {
    let headless = !blocks.iter().any(|b| matches!(b.starter, Starter::OrganLine(_)));
    let mut walk = Walk {
        text,
        language,
        stage: if headless { Stage::Preamble } else { Stage::Head },
        out: Structure::default(),
        run: 0,
        masthead: if headless { masthead(text, blocks, language) } else { 0 },
        masthead_stood: false,
        number: None,
        annexed: false,
        spoken: false,
        divided: false,
        parted: false,
        outer: Vec::new(),
        runs: 0,
        ending: Ending::Open,
        paragraph_ending: Ending::Open,
        parent: None,
        lists: Lists::default(),
    };
    for (i, block) in blocks.iter().enumerate() {
        let before = (walk.out.paragraphs.len(), walk.out.elements.len());
        walk.block(block, &blocks[i + 1..], headless);
        walk.out.of.push(walk.out.last_since(before, block));
        walk.ending = block.ending;
    }
    walk.out
}

impl Structure {
    /// What a block is of, before which there were so many paragraphs and elements.
    fn last_since(&self, (paragraphs, elements): (usize, usize), block: &Block) -> PassageOf {
        let last = self.paragraphs.len().wrapping_sub(1);
        if self.paragraphs.len() > paragraphs || self.paragraphs.last().is_some_and(|p| p.range.end == block.range.end)
        {
            PassageOf::Paragraph(last)
        } else if self.elements.len() > elements {
            PassageOf::Element(self.elements.len() - 1)
        } else {
            PassageOf::Aside
        }
    }
}

impl Walk<'_> {
    fn element(&mut self, kind: ElementKind, block: &Block) {
        self.out.elements.push(Element { kind, range: block.range.clone() });
    }

    fn divide(&mut self) {
        self.divided = true;
        self.close_lists();
        self.parent = None;
    }

    fn close_lists(&mut self) {
        self.lists.open.clear();
    }

    fn block(&mut self, block: &Block, rest: &[Block], headless: bool) {
        if self.masthead > 0 {
            self.masthead -= 1;
            self.masthead_stood = true;
            if !matches!(block.starter, Starter::NumberAndTitle(_)) {
                return self.element(ElementKind::Masthead, block);
            }
        }
        match &block.starter {
            Starter::OrganLine(organ) => {
                self.element(ElementKind::OrganLine, block);
                if let Some(organ) = organ.filter(|_| !self.spoken) {
                    self.out.organ = Some(organ);
                }
                self.spoken = true;
                self.divide();
                self.parted = true;
                self.annexed = false;
                self.stage = Stage::Preamble;
            }
            Starter::NumberAndTitle(len) if self.stage != Stage::Preamble || headless => self.title(block, *len, rest),
            Starter::Adoption if self.stage == Stage::Head || self.stage == Stage::Closed || headless => {
                self.element(ElementKind::Adoption, block)
            }
            Starter::Origin => self.element(ElementKind::Origin, block),
            Starter::Annex => {
                self.element(ElementKind::Annex, block);
                self.divide();
                self.parted = true;
                self.annexed = true;
                self.stage = Stage::Operative;
            }
            Starter::Section | Starter::Part if self.stage != Stage::Head => {
                let kind = if block.starter == Starter::Part { ElementKind::Part } else { ElementKind::Section };
                self.element(kind, block);
                self.divide();
            }
            Starter::Meeting | Starter::Date if self.closes(block, rest) => {
                self.element(ElementKind::Closing, block);
                self.divide();
                self.stage = Stage::Closed;
            }
            Starter::Row => {}
            Starter::Label(labelled) if self.stage != Stage::Head => match labelled.form {
                Form::Operative(value) => self.operative(block, labelled, value, rest),
                Form::Preambular(value) => self.preambular(block, Some((labelled, value))),
                Form::Sub { letter, numeral, .. } => self.sub(block, labelled, letter, numeral, rest),
            },
            _ => self.unlabelled(block, rest),
        }
    }

    /// Whether a meeting or a date stands where a resolution closes: after its paragraphs.
    fn closes(&self, block: &Block, rest: &[Block]) -> bool {
        match self.stage {
            Stage::Head => false,
            Stage::Closed => true,
            _ => self.ending == Ending::Stop || (block.starter == Starter::Meeting && !self.goes_on(rest)),
        }
    }

    /// Whether numbered paragraphs of this resolution follow.
    fn goes_on(&self, rest: &[Block]) -> bool {
        let own = rest.iter().take_while(|block| {
            !matches!(
                block.starter,
                Starter::OrganLine(_) | Starter::NumberAndTitle(_) | Starter::Annex | Starter::Part
            )
        });
        let due = self.number.unwrap_or(0) + 1;
        own.take(64).any(|block| match &block.starter {
            Starter::Label(labelled) => {
                matches!(labelled.form, Form::Operative(LabelValue::Number { number, .. }) if number >= due)
            }
            _ => false,
        })
    }

    fn title(&mut self, block: &Block, len: usize, rest: &[Block]) {
        self.element(ElementKind::Title, block);
        self.divide();
        self.parted = true;
        // Without an organ line the paragraphs follow right away.
        let own = rest.iter().take_while(|next| !matches!(next.starter, Starter::NumberAndTitle(_)));
        let led = own.into_iter().any(|next| matches!(next.starter, Starter::OrganLine(_)));
        self.stage = if led { Stage::Head } else { Stage::Preamble };
        if self.out.title.is_some() {
            return;
        }
        let number = block.range.start..block.range.start + len;
        let flow = block.flow(self.text);
        let number_text = super::flow::Flow::of(&self.text[number.clone()], number.start).text;
        let mut text = flow.text.strip_prefix(&number_text).unwrap_or(&flow.text).trim().to_owned();
        let mut range = number.end..block.range.end;
        // The title may stand under its number.
        if text.is_empty()
            && let Some(next) = rest.first().filter(|b| b.starter == Starter::Text)
        {
            text = next.flow(self.text).text.trim().to_owned();
            range = next.range.clone();
        }
        let lead = self.text[range.clone()].len() - self.text[range.clone()].trim_start().len();
        self.out.title = Some(Title { range: range.start + lead..range.end, text, number: Some(number) });
    }

    fn label(block: &Block, labelled: &Labelled, value: LabelValue, uncounted: bool) -> Label {
        let range = block.label.clone().unwrap_or(block.range.start..block.range.start);
        let Labelled { text, irregular, .. } = labelled;
        Label { range, text: text.clone(), value, uncounted: labelled.uncounted || uncounted, irregular: *irregular }
    }

    fn operative(&mut self, block: &Block, labelled: &Labelled, value: LabelValue, rest: &[Block]) {
        let LabelValue::Number { number, insertion } = value else { return };
        if self.stage == Stage::Closed && self.number.is_none() {
            return;
        }
        // Of two paragraphs with one number, the second in brackets, either may be agreed.
        let alternative = labelled.bracketed && insertion == 0 && self.number == Some(number) && !self.parted;
        if self.embeds(number, rest) {
            self.outer.push((self.run, self.number.unwrap_or(0)));
            self.begin_run();
        } else if let Some(&(run, last)) = self.outer.last()
            && number == last + 1
            && self.number != Some(last)
        {
            self.outer.pop();
            self.run = run;
        } else if self.begins_run(number, rest) {
            self.outer.clear();
            self.begin_run();
        }
        self.parted = false;
        self.divided = false;
        self.number = Some(number);
        self.stage = Stage::Operative;
        self.lists.open.clear();
        self.parent = Some(self.out.paragraphs.len());
        let label = Self::label(block, labelled, value, alternative);
        self.push(ParagraphKind::Operative, block, Some(label), 0, None);
    }

    /// Whether a paragraph that ended with a colon has this number's paragraph as the first of a text that it
    /// quotes or adopts: one that begins with 1, or after which the count before goes on.
    fn embeds(&self, number: u32, rest: &[Block]) -> bool {
        let Some(last) = self.number else { return false };
        self.ending == Ending::Colon
            && !self.divided
            && number != last + 1
            && (number == 1 || operative_numbers(rest).take(24).any(|n| n == last + 1))
    }

    fn begin_run(&mut self) {
        self.runs += 1;
        self.run = self.runs;
    }

    /// Whether the count begins anew with this number: after an organ line, an annex or a title unless it goes
    /// on, after a heading if it is 1 and the number after it does not belong to the count before.
    fn begins_run(&self, number: u32, rest: &[Block]) -> bool {
        let Some(last) = self.number else { return false };
        if number > last && number <= last + 2 {
            return false;
        }
        let next = operative_numbers(rest).next();
        self.parted || (self.divided && number == 1 && next != Some(last + 2))
    }

    fn preambular(&mut self, block: &Block, label: Option<(&Labelled, LabelValue)>) {
        let label = label.map(|(labelled, value)| Self::label(block, labelled, value, false));
        self.close_lists();
        self.parent = Some(self.out.paragraphs.len());
        self.push(ParagraphKind::Preambular, block, label, 0, None);
    }

    fn push(&mut self, kind: ParagraphKind, block: &Block, label: Option<Label>, level: u8, parent: Option<usize>) {
        let range = block.range.clone();
        self.paragraph_ending = block.ending;
        self.out.paragraphs.push(Paragraph { kind, range, label, level, run: self.run, parent });
    }

    fn sub(&mut self, block: &Block, labelled: &Labelled, letter: Option<u32>, numeral: Option<u32>, rest: &[Block]) {
        let next = rest.iter().find_map(|b| match &b.starter {
            Starter::Label(l) => match l.form {
                Form::Sub { letter, numeral, .. } => Some((letter, numeral)),
                _ => None,
            },
            _ => None,
        });
        let opened = self.paragraph_ending == Ending::Colon
            && self.out.paragraphs.last().is_some_and(|p| p.kind == ParagraphKind::Sub);
        let alternative = labelled.bracketed && self.lists.is_last(letter, numeral);
        let aside = labelled.uncounted || alternative;
        let (depth, value) = match self.lists.innermost(letter, numeral).filter(|_| aside) {
            Some(place) => place,
            // A plain number that is set in belongs to the list that is set in as far.
            None if label::begins_with_digit(&labelled.text) => self.lists.set_in(block.indent, numeral),
            None => self.lists.place(letter, numeral, next, opened),
        };
        let label = Self::label(block, labelled, value, alternative);
        let parent = (0..self.out.paragraphs.len())
            .rev()
            .take(64)
            .find(|&i| self.out.paragraphs[i].kind != ParagraphKind::Sub || self.out.paragraphs[i].level < depth)
            .filter(|_| self.parent.is_some());
        self.push(ParagraphKind::Sub, block, Some(label), depth, parent);
    }

    fn unlabelled(&mut self, block: &Block, rest: &[Block]) {
        match self.stage {
            Stage::Head => self.head(block, rest),
            Stage::Closed => self.element(ElementKind::Closing, block),
            Stage::Preamble => self.in_preamble(block),
            Stage::Operative => self.in_operative(block, rest),
        }
    }

    fn head(&mut self, block: &Block, rest: &[Block]) {
        // A draft's title has no number: it is what stands right before the organ line.
        let before_organ = matches!(rest.first().map(|b| &b.starter), Some(Starter::OrganLine(_)));
        let flow = block.flow(self.text).text;
        let bare = flow.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | ' '));
        if before_organ && self.out.title.is_none() && !bare.is_empty() {
            let lead = self.text[block.range.clone()].len()
                - self.text[block.range.clone()].trim_start_matches(['*', '_', '#', ' ']).len();
            self.element(ElementKind::Title, block);
            let range = block.range.start + lead..block.range.start + lead.max(block.range.len());
            self.out.title = Some(Title { range, text: bare.to_owned(), number: None });
        } else {
            self.element(ElementKind::Masthead, block);
        }
    }

    fn in_preamble(&mut self, block: &Block) {
        let content = &self.text[block.range.clone()];
        // Only what introduces a list tells by its verb alone.
        let rather = block.ending == Ending::Colon && opens_rather_operative(content, self.language);
        let preambular = !rather
            && match block.ending {
                Ending::Open => may_open_preambular(content, self.language),
                _ => opens_preambular(content, self.language),
            };
        let operative = opens_operative(content, self.language) && !preambular;
        // Behind a decision of one sentence, rows of a programme or of a list may follow.
        let decided = self.out.paragraphs.last().is_some_and(|last| last.kind == ParagraphKind::Operative);
        let asks = content.ends_with(['?', '？', '؟']);
        let quoted =
            self.paragraph_ending == Ending::Colon && !preambular && !operative && self.ending == Ending::Colon;
        match block.ending {
            Ending::Stop | Ending::Colon | Ending::Semicolon if organ_speaks(content, self.language) => {
                self.unnumbered_operative(block)
            }
            // A question that a paragraph puts is a part of it.
            Ending::Stop if asks && quoted => {
                if let Some(last) = self.out.paragraphs.last_mut() {
                    last.range.end = block.range.end;
                }
                self.paragraph_ending = block.ending;
            }
            Ending::Stop if asks && preambular => self.preambular(block, None),
            Ending::Comma if decided && !preambular && self.masthead_stood => {}
            Ending::Comma => self.preambular(block, None),
            Ending::Stop | Ending::Semicolon if !preambular || block.ending == Ending::Stop => {
                self.unnumbered_operative(block)
            }
            Ending::Colon if operative => self.unnumbered_operative(block),
            Ending::Open if operative => self.unnumbered_operative(block),
            Ending::Open if !preambular => {
                if self.parent.is_some() || block.width < 60 {
                    self.element(ElementKind::Section, block);
                } else {
                    self.preambular(block, None);
                }
            }
            _ => self.preambular(block, None),
        }
    }

    fn unnumbered_operative(&mut self, block: &Block) {
        self.close_lists();
        self.parent = Some(self.out.paragraphs.len());
        self.push(ParagraphKind::Operative, block, None, 0, None);
    }

    fn in_operative(&mut self, block: &Block, rest: &[Block]) {
        let content = &self.text[block.range.clone()];
        if self.divided && !self.annexed && block.ending == Ending::Comma && opens_preambular(content, self.language) {
            self.preambular(block, None);
        } else if block.ending == Ending::Open && block.width < 160 && !opens_operative(content, self.language) {
            // A short line without a mark is a heading.
            self.element(ElementKind::Section, block);
            self.divided = true;
            self.close_lists();
        } else if self.lacks_its_number(block, content, rest) {
            self.unnumbered_operative(block);
        } else if let Some(last) = self.out.paragraphs.last_mut() {
            // What follows a paragraph without a label of its own belongs to it.
            if !self.divided {
                last.range.end = block.range.end;
                self.paragraph_ending = block.ending;
            }
        }
    }
}

impl Walk<'_> {
    /// Whether a block between numbered paragraphs is one that nobody has numbered yet: a whole sentence after a whole
    /// one, which opens as they do.
    fn lacks_its_number(&self, block: &Block, content: &str, rest: &[Block]) -> bool {
        // Behind a heading, only the count that goes on can tell.
        let goes_on = || self.number.is_some_and(|number| operative_numbers(rest).next() == Some(number + 1));
        // After a list, a clause may go on with what introduced it. A capital says that it doesn't; where paragraphs don't
        // begin with one, a bare opening does: "furthermore requests" goes on.
        let capital = |text: &str| text.starts_with(char::is_uppercase);
        let openings = self.language.reading.operative_openings;
        let bare = || !openings.iter().any(|open| capital(open)) && super::starter::starts_with_any(content, openings);
        let begins = || capital(content) || bare();
        let listed = self.out.paragraphs.last().is_some_and(|last| last.kind == ParagraphKind::Sub);
        self.number.is_some()
            && (!listed || begins())
            && (!self.divided || goes_on())
            && !self.annexed
            && self.outer.is_empty()
            && self.paragraph_ending == Ending::Semicolon
            && matches!(block.ending, Ending::Semicolon | Ending::Stop)
            && opens_operative(content, self.language)
            && !opens_preambular(content, self.language)
    }
}

/// How many blocks stand before the first paragraph of a text that has a masthead and no organ line; 0 where it has none.
fn masthead(text: &str, blocks: &[Block], language: &Language) -> usize {
    let content = |block: &Block| text.get(block.range.clone()).unwrap_or_default();
    let names = |block: &&Block| {
        let words = content(block);
        language.reading.masthead.iter().any(|name| words.starts_with(name))
    };
    if blocks.iter().take(3).filter(names).count() == 0 {
        return 0;
    }
    let begins = |block: &Block| match &block.starter {
        Starter::Label(_) | Starter::NumberAndTitle(_) | Starter::Annex => true,
        Starter::Text => {
            let words = content(block);
            opens_as_known(words, language)
                || organ_speaks(words, language)
                || (block.width >= 60 && matches!(block.ending, Ending::Stop | Ending::Semicolon))
        }
        _ => false,
    };
    blocks.iter().take(40).position(begins).unwrap_or(0)
}

/// The numbers of the operative paragraphs among blocks.
fn operative_numbers(blocks: &[Block]) -> impl Iterator<Item = u32> + '_ {
    blocks.iter().filter_map(|block| match &block.starter {
        Starter::Label(labelled) => match labelled.form {
            Form::Operative(LabelValue::Number { number, .. }) => Some(number),
            _ => None,
        },
        _ => None,
    })
}

/// The most lists that can be open at a time. No resolution comes near it.
const DEEPEST: usize = 32;

/// How many letters a list has before they stand doubled.
const ALPHABET: u32 = 26;

/// The lists of subparagraphs that are open, outermost first.
#[derive(Debug, Default)]
struct Lists {
    open: Vec<List>,
}

#[derive(Debug, Clone, Copy)]
struct List {
    letters: bool,
    last: u32,
    /// Columns before its labels, where they tell its level.
    indent: Option<usize>,
}

impl Lists {
    /// The level of a label and what it counts. A label that can be a letter or a numeral is what its
    /// neighbours make it: it goes on with an open list if it can, else the next label decides.
    fn place(
        &mut self,
        letter: Option<u32>,
        numeral: Option<u32>,
        next: Option<(Option<u32>, Option<u32>)>,
        opened: bool,
    ) -> (u8, LabelValue) {
        let value_in = |list: &List| if list.letters { letter } else { numeral };
        let next_is_numeral = next.is_some_and(|(_, n)| n == numeral.map(|n| n + 1));
        let next_is_letter = next.is_some_and(|(l, _)| l == letter.map(|l| l + 1));
        if let Some(depth) =
            (0..self.open.len()).rev().find(|&d| value_in(&self.open[d]) == Some(self.open[d].last + 1))
        {
            let fresh_numeral = numeral == Some(1) && next_is_numeral && !next_is_letter && self.open[depth].letters;
            if !fresh_numeral {
                return self.go_on(depth, letter, numeral);
            }
        }
        // A list begins.
        let begins_letters = letter == Some(1);
        let begins_numerals =
            numeral == Some(1) && !(letter.is_some_and(|l| l > 1) && next_is_letter && !next_is_numeral);
        // Without a colon before it and another numeral after it, it is a letter that was moved.
        let strayed = letter.is_some() && !opened && !next_is_numeral && self.open.iter().any(|list| list.letters);
        let begins_numerals = begins_numerals && (!strayed || self.open.iter().any(|list| !list.letters));
        if begins_letters || begins_numerals {
            let same = self.open.iter().rposition(|list| list.letters == begins_letters);
            match same {
                Some(depth) if !opened || self.open.len() >= DEEPEST => {
                    self.open.truncate(depth + 1);
                    self.open[depth].last = 1;
                    return self.at(depth, 1);
                }
                _ => {
                    self.open.push(List { letters: begins_letters, last: 1, indent: None });
                    return self.at(self.open.len() - 1, 1);
                }
            }
        }
        // After a colon a list begins, even where its first item is missing.
        let doubled = letter.is_none_or(|letter| letter > ALPHABET);
        if opened && numeral.is_some() && !next_is_letter && (next_is_numeral || doubled) && self.open.len() < DEEPEST {
            let last = numeral.unwrap_or(1);
            self.open.push(List { letters: false, last, indent: None });
            return self.at(self.open.len() - 1, last);
        }
        // It goes on with no list: it belongs to the innermost that has its kind.
        if let Some(depth) = (0..self.open.len()).rev().find(|&d| value_in(&self.open[d]).is_some()) {
            return self.go_on(depth, letter, numeral);
        }
        let letters = letter.is_some() && (numeral.is_none() || !doubled);
        let last = if letters { letter } else { numeral }.unwrap_or(1);
        self.open.push(List { letters, last, indent: None });
        self.at(self.open.len() - 1, last)
    }

    /// The level of a plain number that stands `indent` columns in: it goes on with the list that has that indent, or
    /// begins one under those that have less.
    fn set_in(&mut self, indent: usize, numeral: Option<u32>) -> (u8, LabelValue) {
        self.open.retain(|list| list.indent.is_none_or(|other| other <= indent));
        let last = numeral.unwrap_or(1);
        match self.open.iter().position(|list| list.indent == Some(indent)) {
            Some(depth) => {
                self.open.truncate(depth + 1);
                self.open[depth].last = last;
            }
            None if self.open.len() < DEEPEST => self.open.push(List { letters: false, last, indent: Some(indent) }),
            None => {}
        }
        self.at(self.open.len() - 1, last)
    }

    /// Where a label stands that repeats the last one of the innermost list or is inserted after it.
    fn innermost(&self, letter: Option<u32>, numeral: Option<u32>) -> Option<(u8, LabelValue)> {
        let list = self.open.last()?;
        Some(self.at(self.open.len() - 1, if list.letters { letter } else { numeral }?))
    }

    /// Whether a label is that of the last item again.
    fn is_last(&self, letter: Option<u32>, numeral: Option<u32>) -> bool {
        self.open.last().is_some_and(|list| if list.letters { letter } else { numeral } == Some(list.last))
    }

    fn go_on(&mut self, depth: usize, letter: Option<u32>, numeral: Option<u32>) -> (u8, LabelValue) {
        self.open.truncate(depth + 1);
        let list = &mut self.open[depth];
        list.last = if list.letters { letter } else { numeral }.unwrap_or(list.last);
        let last = list.last;
        self.at(depth, last)
    }

    fn at(&self, depth: usize, value: u32) -> (u8, LabelValue) {
        let letters = self.open.get(depth).is_some_and(|list| list.letters);
        (depth as u8 + 1, if letters { LabelValue::Letter(value) } else { LabelValue::Roman(value) })
    }
}
