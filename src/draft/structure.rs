//! Blocks made structure: elements, paragraphs, runs of numbering, levels of subparagraphs.

use super::blocks::Block;
use super::label::{self, LabelForm, LineLabel};
use super::line_kind::{
    LineKind, begins_with_bullet, may_be_item, may_open_preambular, opens_as_known, opens_as_known_preambular,
    opens_behind_organ, opens_operative, opens_preambular, opens_rather_operative, organ_speaks,
};
use super::lines::TextEnding;
use super::{Element, ElementKind, Label, LabelValue, Paragraph, ParagraphKind, PassageOf, Title};
use crate::language::Language;
use crate::script::punctuation::is_question_mark;
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
enum StructureStage {
    /// Before the organ line.
    Head,
    Preamble,
    Operative,
    /// After the meeting and its date.
    Closed,
}

struct StructureBuilder<'a> {
    text: &'a str,
    language: &'a Language,
    stage: StructureStage,
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
    /// All operative paragraphs are numbered 1, but for the first below a heading, and so are all items of lists in plain numbers: as Markdown allows, which
    /// counts them when it is shown.
    ones: (bool, bool),
    /// An operative paragraph without a number has stood since the last organ line.
    begun: bool,
    /// How the last block ended.
    ending: TextEnding,
    /// How the last block of the last paragraph ended.
    paragraph_ending: TextEnding,
    /// The open operative paragraph and the open lists under it.
    parent: Option<usize>,
    lists: OpenLists,
    /// Columns before the bullets of the list that is open.
    bullets: Option<usize>,
}

/// Reads the structure of the blocks. A text with neither masthead nor organ line is read as paragraphs.
pub fn structure(text: &str, blocks: &[Block], language: &Language) -> Structure {
    let headless = !blocks.iter().any(|b| matches!(b.starter, LineKind::OrganLine(_)));
    let mut walk = StructureBuilder {
        text,
        language,
        stage: if headless { StructureStage::Preamble } else { StructureStage::Head },
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
        ones: all_ones(blocks),
        begun: false,
        ending: TextEnding::Open,
        paragraph_ending: TextEnding::Open,
        parent: None,
        lists: OpenLists::default(),
        bullets: None,
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

impl StructureBuilder<'_> {
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
        self.bullets = None;
    }

    fn block(&mut self, block: &Block, rest: &[Block], headless: bool) {
        if self.masthead > 0 {
            self.masthead -= 1;
            self.masthead_stood = true;
            if !matches!(block.starter, LineKind::NumberAndTitle(_)) {
                return self.element(ElementKind::Masthead, block);
            }
        }
        match &block.starter {
            LineKind::OrganLine(organ) => {
                self.element(ElementKind::OrganLine, block);
                if let Some(organ) = organ.filter(|_| !self.spoken) {
                    self.out.organ = Some(organ);
                }
                self.spoken = true;
                self.divide();
                self.parted = true;
                self.annexed = false;
                self.begun = false;
                self.stage = StructureStage::Preamble;
            }
            LineKind::NumberAndTitle(len) if self.stage != StructureStage::Preamble || headless => {
                self.title(block, *len, rest)
            }
            LineKind::Adoption
                if self.stage == StructureStage::Head || self.stage == StructureStage::Closed || headless =>
            {
                self.element(ElementKind::Adoption, block)
            }
            LineKind::Origin => self.element(ElementKind::Origin, block),
            LineKind::Annex => {
                self.element(ElementKind::Annex, block);
                self.divide();
                self.parted = true;
                self.annexed = true;
                self.stage = StructureStage::Operative;
            }
            // Resolutions A, B and so on stand below one title.
            LineKind::Part
                if self.stage == StructureStage::Head
                    && self.out.title.is_some()
                    && matches!(rest.first().map(|next| &next.starter), Some(LineKind::OrganLine(_))) =>
            {
                self.element(ElementKind::Part, block)
            }
            LineKind::Section | LineKind::Part if self.stage != StructureStage::Head => {
                let kind = if block.starter == LineKind::Part { ElementKind::Part } else { ElementKind::Section };
                self.element(kind, block);
                self.divide();
            }
            LineKind::Meeting | LineKind::Date if self.closes(block, rest) => {
                self.element(ElementKind::Closing, block);
                self.divide();
                self.stage = StructureStage::Closed;
            }
            LineKind::Row => {}
            LineKind::Bullet if self.stage == StructureStage::Operative => self.item(block),
            LineKind::Label(labelled) if self.stage != StructureStage::Head => match labelled.form {
                LabelForm::Operative(value) => self.operative(block, labelled, value, rest),
                LabelForm::Preambular(value) => self.preambular(block, Some((labelled, value))),
                LabelForm::Sub { letter, numeral, .. } => self.sub(block, labelled, letter, numeral, rest),
            },
            _ => self.unlabelled(block, rest),
        }
    }

    /// Whether a meeting or a date stands where a resolution closes: after its paragraphs.
    fn closes(&self, block: &Block, rest: &[Block]) -> bool {
        match self.stage {
            StructureStage::Head => false,
            StructureStage::Closed => true,
            _ => self.ending == TextEnding::Stop || (block.starter == LineKind::Meeting && !self.goes_on(rest)),
        }
    }

    /// Whether numbered paragraphs of this resolution follow.
    fn goes_on(&self, rest: &[Block]) -> bool {
        let own = rest.iter().take_while(|block| {
            !matches!(
                block.starter,
                LineKind::OrganLine(_) | LineKind::NumberAndTitle(_) | LineKind::Annex | LineKind::Part
            )
        });
        let due = self.number.unwrap_or(0) + 1;
        own.take(64).any(|block| match &block.starter {
            LineKind::Label(labelled) => {
                matches!(labelled.form, LabelForm::Operative(LabelValue::Number { number, .. }) if number >= due)
            }
            _ => false,
        })
    }

    fn title(&mut self, block: &Block, len: usize, rest: &[Block]) {
        self.element(ElementKind::Title, block);
        self.divide();
        self.parted = true;
        // Without an organ line the paragraphs follow right away.
        let own = rest.iter().take_while(|next| !matches!(next.starter, LineKind::NumberAndTitle(_)));
        let led = own.into_iter().any(|next| matches!(next.starter, LineKind::OrganLine(_)));
        self.stage = if led { StructureStage::Head } else { StructureStage::Preamble };
        if self.out.title.is_some() {
            return;
        }
        let number = block.range.start..block.range.start + len;
        let flow = block.flow(self.text);
        let number_text = super::normalized_text::NormalizedText::of(&self.text[number.clone()], number.start).text;
        let mut text = flow.text.strip_prefix(&number_text).unwrap_or(&flow.text).trim().to_owned();
        let mut range = number.end..block.range.end;
        // The title may stand under its number.
        if text.is_empty()
            && let Some(next) = rest.first().filter(|b| b.starter == LineKind::Text)
        {
            text = next.flow(self.text).text.trim().to_owned();
            range = next.range.clone();
        }
        let lead = self.text[range.clone()].len() - self.text[range.clone()].trim_start().len();
        self.out.title = Some(Title { range: range.start + lead..range.end, text, number: Some(number) });
    }

    fn label(block: &Block, labelled: &LineLabel, value: LabelValue, uncounted: bool) -> Label {
        let range = block.label.clone().unwrap_or(block.range.start..block.range.start);
        let LineLabel { text, irregular, .. } = labelled;
        Label {
            range,
            text: text.to_string(),
            value,
            uncounted: labelled.uncounted || uncounted,
            irregular: *irregular,
        }
    }

    fn operative(&mut self, block: &Block, labelled: &LineLabel, value: LabelValue, rest: &[Block]) {
        let LabelValue::Number { mut number, insertion } = value else { return };
        if self.ones.0
            && let Some(last) = self.number
            && !self.parted
            && !self.divided
        {
            number = last + 1;
        }
        let value = LabelValue::Number { number, insertion };
        if self.stage == StructureStage::Closed && self.number.is_none() {
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
        self.stage = StructureStage::Operative;
        self.close_lists();
        self.parent = Some(self.out.paragraphs.len());
        let label = Self::label(block, labelled, value, alternative);
        self.push(ParagraphKind::Operative, block, Some(label), 0, None);
    }

    /// Whether a paragraph that ended with a colon has this number's paragraph as the first of a text that it
    /// quotes or adopts: one that begins with 1, or after which the count before goes on.
    fn embeds(&self, number: u32, rest: &[Block]) -> bool {
        let Some(last) = self.number else { return false };
        self.ending == TextEnding::Colon
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

    fn preambular(&mut self, block: &Block, label: Option<(&LineLabel, LabelValue)>) {
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

    fn sub(&mut self, block: &Block, labelled: &LineLabel, letter: Option<u32>, numeral: Option<u32>, rest: &[Block]) {
        let next = rest.iter().find_map(|b| match &b.starter {
            LineKind::Label(l) => match l.form {
                LabelForm::Sub { letter, numeral, .. } => Some((letter, numeral)),
                _ => None,
            },
            _ => None,
        });
        let opened = self.paragraph_ending == TextEnding::Colon
            && self.out.paragraphs.last().is_some_and(|p| p.kind == ParagraphKind::Sub);
        let alternative = labelled.bracketed && self.lists.is_last(letter, numeral);
        let aside = labelled.uncounted || alternative;
        let (depth, value) = match self.lists.innermost(letter, numeral).filter(|_| aside) {
            Some(place) => place,
            // A plain number that is set in belongs to the list that is set in as far.
            None if label::begins_with_digit(&labelled.text) => {
                let (depth, value) = self.lists.set_in(block.indent, numeral, self.ones.1);
                // Under a bullet it is a list inside a list.
                (depth + u8::from(self.bullets.is_some_and(|bullets| block.indent > bullets)), value)
            }
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
            StructureStage::Head => self.head(block, rest),
            StructureStage::Closed => self.element(ElementKind::Closing, block),
            StructureStage::Preamble => self.in_preamble(block, rest),
            StructureStage::Operative => self.in_operative(block, rest),
        }
    }

    fn head(&mut self, block: &Block, rest: &[Block]) {
        // A draft's title has no number: it is what stands right before the organ line.
        let before_organ = matches!(rest.first().map(|b| &b.starter), Some(LineKind::OrganLine(_)));
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

    /// Whether a block is one of several items: another came before it, or comes right behind.
    fn lists_on(&self, block: &Block, rest: &[Block]) -> bool {
        let item = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::Sub && paragraph.label.is_none();
        self.out.paragraphs.last().is_some_and(item)
            || (block.ending == TextEnding::Semicolon
                && rest.first().is_some_and(|next| {
                    next.starter == LineKind::Text
                        && matches!(next.ending, TextEnding::Semicolon | TextEnding::Stop | TextEnding::Colon)
                        && self.may_be_item(&self.text[next.range.clone()])
                }))
    }

    /// An item of a list that has no label of its own.
    fn item(&mut self, block: &Block) {
        // A list that is set in deeper has ended.
        self.lists.open.retain(|list| list.indent.is_none_or(|indent| indent <= block.indent));
        let level = self.lists.open.len() as u8 + 1;
        self.bullets = Some(block.indent).filter(|_| begins_with_bullet(&self.text[block.range.clone()]));
        let above = |paragraph: &Paragraph| paragraph.kind != ParagraphKind::Sub || paragraph.level < level;
        let parent = self.out.paragraphs.iter().rposition(above).filter(|_| self.parent.is_some());
        self.push(ParagraphKind::Sub, block, None, level, parent);
    }

    /// Whether a block that opens as no paragraph does is an item of a list without labels: it follows a colon, or
    /// another such item, and ends as items do.
    fn is_item(&self, block: &Block, content: &str) -> bool {
        let goes_on = self.out.paragraphs.last().is_some_and(|last| {
            let item = last.kind == ParagraphKind::Sub && last.label.is_none();
            let colon = self.ending == TextEnding::Colon && last.kind != ParagraphKind::Preambular;
            // Right behind a colon it may be broken off, where the text of a note stands inside it.
            let broken = self.begun && block.ending == TextEnding::Open && block.width < 160;
            (colon && (broken || block.ending != TextEnding::Open))
                || (item && self.ending == TextEnding::Semicolon && block.ending != TextEnding::Open)
        });
        goes_on && block.ending != TextEnding::Comma && self.may_be_item(content)
    }

    /// Whether a text without a label can be an item by its words. Among numbered paragraphs a bullet says that it is one.
    fn may_be_item(&self, content: &str) -> bool {
        may_be_item(content, self.language) || (self.number.is_some() && begins_with_bullet(content))
    }

    fn in_preamble(&mut self, block: &Block, rest: &[Block]) {
        let content = &self.text[block.range.clone()];
        if !content.contains(char::is_alphanumeric) {
            return;
        }
        if content.starts_with('#') && block.ending != TextEnding::Comma {
            return self.element(ElementKind::Section, block);
        }
        // Only what introduces a list tells by its verb alone.
        let rather = block.ending == TextEnding::Colon && opens_rather_operative(content, self.language);
        let behind_organ = self.out.paragraphs.is_empty() && opens_behind_organ(content, self.language);
        let preambular = behind_organ
            || !rather
                && match block.ending {
                    TextEnding::Open => may_open_preambular(content, self.language),
                    _ => opens_preambular(content, self.language),
                };
        let may_be_operative = opens_operative(content, self.language);
        let operative = may_be_operative && !preambular;
        // Behind a decision of one sentence, rows of a programme or of a list may follow.
        let decided = self.out.paragraphs.last().is_some_and(|last| last.kind == ParagraphKind::Operative);
        let asks = content.ends_with(is_question_mark);
        let quoted =
            self.paragraph_ending == TextEnding::Colon && !preambular && !operative && self.ending == TextEnding::Colon;
        let begun = self.begun;
        // A line without a mark that a preamble follows is the title of a text that is adopted here.
        let heads =
            block.ending == TextEnding::Open && rest.first().is_some_and(|next| next.ending == TextEnding::Comma);
        if begun && !heads && self.is_item(block, content) {
            return self.item(block);
        }
        match block.ending {
            TextEnding::Stop | TextEnding::Colon | TextEnding::Semicolon
                if !behind_organ && organ_speaks(content, self.language) =>
            {
                self.unnumbered_operative(block)
            }
            // The text of a note may have been put behind the comma: the preamble goes on.
            TextEnding::Stop if preambular && !may_be_operative && !begun && self.preamble_goes_on(rest) => {
                self.preambular(block, None)
            }
            // A question that a paragraph puts is a part of it.
            TextEnding::Stop if asks && quoted => {
                if let Some(last) = self.out.paragraphs.last_mut() {
                    last.range.end = block.range.end;
                }
                self.paragraph_ending = block.ending;
            }
            TextEnding::Stop if asks && preambular => self.preambular(block, None),
            // Behind one operative paragraph without a number come others; what may open either way is the first of them
            // where such a one follows.
            TextEnding::Semicolon | TextEnding::Colon if begun => self.unnumbered_operative(block),
            TextEnding::Semicolon
                if may_be_operative && (self.operative_follows(rest) || self.semicolons_follow(rest)) =>
            {
                self.unnumbered_operative(block)
            }
            TextEnding::Comma if decided && !preambular && self.masthead_stood => {}
            TextEnding::Comma => self.preambular(block, None),
            TextEnding::Stop | TextEnding::Semicolon if !preambular || block.ending == TextEnding::Stop => {
                self.unnumbered_operative(block)
            }
            TextEnding::Colon if operative => self.unnumbered_operative(block),
            TextEnding::Open if operative => self.unnumbered_operative(block),
            TextEnding::Open if !preambular => {
                if self.parent.is_some() || block.width < 60 || self.heads_a_section() {
                    self.element(ElementKind::Section, block);
                } else {
                    self.preambular(block, None);
                }
            }
            _ => self.preambular(block, None),
        }
    }

    /// Whether a section's number stands right above.
    fn heads_a_section(&self) -> bool {
        let paragraph = self.out.paragraphs.last().map_or(0, |paragraph| paragraph.range.start);
        self.out.elements.last().is_some_and(|last| last.kind == ElementKind::Section && last.range.start > paragraph)
    }

    /// Whether a section's number and its title stand right above: what follows is no title.
    fn is_titled(&self) -> bool {
        let paragraph = self.out.paragraphs.last().map_or(0, |paragraph| paragraph.range.start);
        let above = self.out.elements.iter().rev().take_while(|element| element.range.start > paragraph);
        above.filter(|element| element.kind == ElementKind::Section).count() > 1
    }

    /// Whether the next block is an operative paragraph without a number by its words and its mark.
    fn operative_follows(&self, rest: &[Block]) -> bool {
        rest.first().is_some_and(|next| {
            let content = &self.text[next.range.clone()];
            next.starter == LineKind::Text
                && match next.ending {
                    TextEnding::Colon => opens_operative(content, self.language),
                    TextEnding::Semicolon | TextEnding::Stop => {
                        opens_operative(content, self.language) && !opens_preambular(content, self.language)
                    }
                    _ => false,
                }
        })
    }

    /// Whether the next block, or the one behind it, is a preambular paragraph by its words and its comma.
    fn preamble_goes_on(&self, rest: &[Block]) -> bool {
        rest.iter().take(2).any(|next| {
            next.starter == LineKind::Text
                && next.ending == TextEnding::Comma
                && opens_preambular(&self.text[next.range.clone()], self.language)
        })
    }

    /// Whether the operative part of a text without numbers begins here, by its marks alone: the preamble ended with
    /// commas, and from here on the paragraphs end with semicolons. In some languages most words open either part.
    fn semicolons_follow(&self, rest: &[Block]) -> bool {
        let ends_clause = |block: &&Block| {
            block.starter == LineKind::Text
                && matches!(block.ending, TextEnding::Semicolon | TextEnding::Colon | TextEnding::Stop)
        };
        self.paragraph_ending == TextEnding::Comma
            && rest
                .first()
                .filter(ends_clause)
                .is_some_and(|next| opens_operative(&self.text[next.range.clone()], self.language))
            && operative_numbers(rest).next().is_none()
    }

    fn unnumbered_operative(&mut self, block: &Block) {
        let content = &self.text[block.range.clone()];
        self.begun |= opens_operative(content, self.language)
            && (!opens_preambular(content, self.language) || block.ending == TextEnding::Semicolon);
        self.close_lists();
        self.parent = Some(self.out.paragraphs.len());
        self.push(ParagraphKind::Operative, block, None, 0, None);
    }

    fn in_operative(&mut self, block: &Block, rest: &[Block]) {
        let content = &self.text[block.range.clone()];
        if self.divided
            && !self.annexed
            && match block.ending {
                TextEnding::Comma => opens_preambular(content, self.language),
                TextEnding::Open => self.is_titled() && opens_as_known_preambular(content, self.language),
                _ => false,
            }
        {
            self.preambular(block, None);
        } else if block.ending == TextEnding::Open && block.width < 160 && !opens_operative(content, self.language) {
            // A short line without a mark is a heading.
            self.element(ElementKind::Section, block);
            self.divided = true;
            self.close_lists();
        } else if self.lacks_its_number(block, content, rest) {
            self.unnumbered_operative(block);
        } else if !self.divided && !self.annexed && self.is_item(block, content) && self.lists_on(block, rest) {
            self.item(block);
        } else if let Some(last) = self.out.paragraphs.last_mut() {
            // What follows a paragraph without a label of its own belongs to it, unless a heading stands between.
            let headed = self.out.elements.last().is_some_and(|element| element.range.start > last.range.start);
            let bare = last.label.as_ref().is_some_and(|label| label.range.end == last.range.end);
            if !self.divided || (bare && !headed) {
                last.range.end = block.range.end;
                self.paragraph_ending = block.ending;
            }
        }
    }
}

impl StructureBuilder<'_> {
    /// Whether a block between numbered paragraphs is one that nobody has numbered yet: a whole sentence after a whole
    /// one, which opens as they do.
    fn lacks_its_number(&self, block: &Block, content: &str, rest: &[Block]) -> bool {
        // Behind a heading, only the count that goes on can tell.
        let goes_on = || self.number.is_some_and(|number| operative_numbers(rest).next() == Some(number + 1));
        // After a list, a clause may go on with what introduced it. A capital says that it doesn't; where paragraphs don't
        // begin with one, a bare opening does: "furthermore requests" goes on.
        let capital = |text: &str| text.starts_with(char::is_uppercase);
        let openings = self.language.reading.operative_openings;
        let bare =
            || !openings.iter().any(|open| capital(open)) && super::line_kind::starts_with_any(content, openings);
        let begins = || capital(content) || bare();
        let listed = self.out.paragraphs.last().is_some_and(|last| last.kind == ParagraphKind::Sub);
        self.number.is_some()
            && (!listed || begins())
            && (!self.divided || goes_on())
            && !self.annexed
            && self.outer.is_empty()
            && self.paragraph_ending == TextEnding::Semicolon
            && matches!(block.ending, TextEnding::Semicolon | TextEnding::Stop)
            && opens_operative(content, self.language)
            && !opens_preambular(content, self.language)
            && !begins_with_bullet(content)
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
        LineKind::Label(_) | LineKind::NumberAndTitle(_) | LineKind::Annex => true,
        LineKind::Text => {
            let words = content(block);
            opens_as_known(words, language)
                || organ_speaks(words, language)
                || (block.width >= 60 && matches!(block.ending, TextEnding::Stop | TextEnding::Semicolon))
        }
        _ => false,
    };
    blocks.iter().take(40).position(begins).unwrap_or(0)
}

/// Whether all operative paragraphs are numbered 1, three of them at least, and whether all items of lists in plain
/// numbers are, two at least. The first below a heading may have the number that it is shown with, since a list of
/// Markdown begins with its first item's.
fn all_ones(blocks: &[Block]) -> (bool, bool) {
    let items = blocks.iter().filter_map(|block| match &block.starter {
        LineKind::Label(labelled) if label::begins_with_digit(&labelled.text) => match labelled.form {
            LabelForm::Sub { numeral, .. } => numeral,
            _ => None,
        },
        _ => None,
    });
    (are_operative_ones(blocks), are_ones(items, 2))
}

fn are_operative_ones(blocks: &[Block]) -> bool {
    let (mut count, mut shown, mut heading) = (0, 0, false);
    for block in blocks {
        let LineKind::Label(labelled) = &block.starter else {
            heading |= matches!(block.starter, LineKind::Section | LineKind::Part | LineKind::Text);
            continue;
        };
        let LabelForm::Operative(LabelValue::Number { number, .. }) = labelled.form else { continue };
        let goes_on = number == shown + 1 && heading && shown > 0;
        if number != 1 && !goes_on {
            return false;
        }
        count += u32::from(number == 1);
        shown = if goes_on { number } else { shown + 1 };
        heading = false;
    }
    count >= 3
}

fn are_ones(numbers: impl Iterator<Item = u32>, least: usize) -> bool {
    let mut count = 0;
    for number in numbers {
        if number != 1 {
            return false;
        }
        count += 1;
    }
    count >= least
}

/// The numbers of the operative paragraphs among blocks.
fn operative_numbers(blocks: &[Block]) -> impl Iterator<Item = u32> + '_ {
    blocks.iter().filter_map(|block| match &block.starter {
        LineKind::Label(labelled) => match labelled.form {
            LabelForm::Operative(LabelValue::Number { number, .. }) => Some(number),
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
struct OpenLists {
    open: Vec<OpenList>,
}

#[derive(Debug, Clone, Copy)]
struct OpenList {
    letters: bool,
    last: u32,
    /// Columns before its labels, where they tell its level.
    indent: Option<usize>,
}

impl OpenLists {
    /// The level of a label and what it counts. A label that can be a letter or a numeral is what its
    /// neighbours make it: it goes on with an open list if it can, else the next label decides.
    fn place(
        &mut self,
        letter: Option<u32>,
        numeral: Option<u32>,
        next: Option<(Option<u32>, Option<u32>)>,
        opened: bool,
    ) -> (u8, LabelValue) {
        let value_in = |list: &OpenList| if list.letters { letter } else { numeral };
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
                    self.open.push(OpenList { letters: begins_letters, last: 1, indent: None });
                    return self.at(self.open.len() - 1, 1);
                }
            }
        }
        // After a colon a list begins, even where its first item is missing.
        let doubled = letter.is_none_or(|letter| letter > ALPHABET);
        if opened && numeral.is_some() && !next_is_letter && (next_is_numeral || doubled) && self.open.len() < DEEPEST {
            let last = numeral.unwrap_or(1);
            self.open.push(OpenList { letters: false, last, indent: None });
            return self.at(self.open.len() - 1, last);
        }
        // It goes on with no list: it belongs to the innermost that has its kind.
        if let Some(depth) = (0..self.open.len()).rev().find(|&d| value_in(&self.open[d]).is_some()) {
            return self.go_on(depth, letter, numeral);
        }
        let letters = letter.is_some() && (numeral.is_none() || !doubled);
        let last = if letters { letter } else { numeral }.unwrap_or(1);
        self.open.push(OpenList { letters, last, indent: None });
        self.at(self.open.len() - 1, last)
    }

    /// The level of a plain number that stands `indent` columns in: it goes on with the list that has that indent, or
    /// begins one under those that have less. Where all are `ones`, it counts its place.
    fn set_in(&mut self, indent: usize, numeral: Option<u32>, ones: bool) -> (u8, LabelValue) {
        self.open.retain(|list| list.indent.is_none_or(|other| other <= indent));
        let mut last = numeral.unwrap_or(1);
        match self.open.iter().position(|list| list.indent == Some(indent)) {
            Some(depth) => {
                self.open.truncate(depth + 1);
                if ones {
                    last = self.open[depth].last + 1;
                }
                self.open[depth].last = last;
            }
            None if self.open.len() < DEEPEST => {
                self.open.push(OpenList { letters: false, last, indent: Some(indent) })
            }
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
