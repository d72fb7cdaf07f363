//! The main body: sections, paragraphs, and lists of what stands below a paragraph.

use super::element::{AknContent, AknElement};
use super::inline::{AknInline, cells};
use super::statement::organ_line;
use crate::draft::LabelValue;
use crate::publish::{ManuscriptBlock, ManuscriptKind, ManuscriptLabel};

/// A main body in the making.
#[derive(Debug)]
pub struct AknBody {
    /// What the names of its elements begin with.
    prefix: String,
    done: Vec<AknElement>,
    section: Option<OpenSection>,
    paragraph: Option<HierarchyNode>,
    /// The rows of a table that may go on.
    rows: Vec<AknElement>,
    /// How many sections there were, and how many paragraphs without a number.
    sections: usize,
    unnumbered: usize,
}

/// A section that may go on.
#[derive(Debug)]
struct OpenSection {
    id: String,
    /// Its number and headings, and what stands in it.
    children: Vec<AknElement>,
    has_body: bool,
}

/// A paragraph, or what stands below one, in the making.
#[derive(Debug)]
struct HierarchyNode {
    label: Option<ManuscriptLabel>,
    level: u8,
    /// The paragraph that it is, by its index in the draft.
    paragraph: Option<usize>,
    /// What it says before what stands below it.
    intro: Vec<AknElement>,
    below: Vec<HierarchyNode>,
    /// What it says behind that.
    wrap_up: Vec<AknElement>,
}

/// A block as an element that holds its words.
pub fn paragraph_of(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> AknElement {
    AknElement::of_words("p", inline.block_words(block))
}

/// A block as what stands in a paragraph: its words, or the row of a table.
fn element_of(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> AknElement {
    AknElement::of_words("p", inline.words(&block.runs, block.language))
}

impl AknBody {
    /// A body with nothing in it.
    pub fn new(prefix: &str) -> AknBody {
        AknBody {
            prefix: prefix.to_owned(),
            done: Vec::new(),
            section: None,
            paragraph: None,
            rows: Vec::new(),
            sections: 0,
            unnumbered: 0,
        }
    }

    /// Adds a block; `next` is the one behind it.
    pub fn add(&mut self, block: &ManuscriptBlock, next: Option<&ManuscriptBlock>, inline: &mut AknInline<'_>) {
        if is_row(block) {
            self.rows.push(row(block, inline));
            return;
        }
        self.end_table(inline);
        match block.kind {
            ManuscriptKind::Operative => {
                self.end_paragraph(inline);
                self.paragraph = Some(HierarchyNode::of(block, inline));
            }
            ManuscriptKind::Sub => {
                let node = HierarchyNode::of(block, inline);
                let above = match self.paragraph.as_mut() {
                    Some(paragraph) => paragraph.take_below(node),
                    None => Some(node),
                };
                if let Some(node) = above {
                    self.end_paragraph(inline);
                    self.paragraph = Some(node);
                }
            }
            ManuscriptKind::Continuation => {
                let element = element_of(block, inline);
                let left = match self.paragraph.as_mut() {
                    Some(paragraph) => paragraph.go_on(block.paragraph, element),
                    None => Some(element),
                };
                if let Some(element) = left {
                    self.unlabelled(element, inline);
                }
            }
            ManuscriptKind::Section => self.heading(block, next, inline),
            ManuscriptKind::Title | ManuscriptKind::Part | ManuscriptKind::Annex => {
                self.end_section(inline);
                let heading = AknElement::of_words("heading", inline.block_words(block));
                let id = self.unnumbered_id(inline);
                self.put(AknElement::new("paragraph").with("eId", id).holding(heading));
            }
            ManuscriptKind::OrganLine => {
                let element = organ_line(block, inline);
                self.unlabelled(element, inline);
            }
            ManuscriptKind::Masthead
            | ManuscriptKind::Adoption
            | ManuscriptKind::Origin
            | ManuscriptKind::Preambular
            | ManuscriptKind::Closing
            | ManuscriptKind::Aside => {
                let element = paragraph_of(block, inline);
                self.unlabelled(element, inline);
            }
        }
    }

    /// All that was added.
    pub fn finish(mut self, inline: &mut AknInline<'_>) -> Vec<AknElement> {
        self.end_table(inline);
        self.end_section(inline);
        self.done
    }

    /// A block with what stands below it, where lists are blocks: in a preamble.
    pub fn blocks_with_lists(
        block: &ManuscriptBlock,
        below: &[&ManuscriptBlock],
        prefix: &str,
        inline: &mut AknInline<'_>,
    ) -> Vec<AknElement> {
        let mut node = HierarchyNode::of(block, inline);
        for block in below {
            if block.kind == ManuscriptKind::Sub {
                let sub = HierarchyNode::of(block, inline);
                if let Some(sub) = node.take_below(sub) {
                    node.below.push(sub);
                }
            } else {
                let element = element_of(block, inline);
                if let Some(element) = node.go_on(block.paragraph, element) {
                    node.wrap_up.push(element);
                }
            }
        }
        let label = node.label.take();
        let mut blocks = node.list_of_blocks(prefix, inline);
        if let Some(label) = label {
            // A preambular paragraph has no number; where the draft has one, it is words.
            let number = AknElement::of_words("p", vec![AknContent::Words(written(&label))]);
            blocks.insert(0, number);
        }
        blocks
    }

    /// Puts an element where the body goes on.
    fn put(&mut self, element: AknElement) {
        match self.section.as_mut() {
            Some(section) => {
                section.has_body = true;
                section.children.push(element);
            }
            None => self.done.push(element),
        }
    }

    /// Puts words that are no numbered paragraph's.
    fn unlabelled(&mut self, element: AknElement, inline: &mut AknInline<'_>) {
        self.end_paragraph(inline);
        let id = self.unnumbered_id(inline);
        let content = AknElement::new("content").with("eId", inline.id(format!("{id}__content"))).holding(element);
        self.put(AknElement::new("paragraph").with("eId", id).holding(content));
    }

    fn unnumbered_id(&mut self, inline: &mut AknInline<'_>) -> String {
        self.unnumbered += 1;
        inline.id(format!("{}paragraph_{}", self.prefix(), self.unnumbered))
    }

    fn prefix(&self) -> String {
        self.section.as_ref().map_or_else(|| self.prefix.clone(), |section| format!("{}__", section.id))
    }

    /// A section's number, or its heading.
    fn heading(&mut self, block: &ManuscriptBlock, next: Option<&ManuscriptBlock>, inline: &mut AknInline<'_>) {
        self.end_paragraph(inline);
        if self.section.as_ref().is_none_or(|section| section.has_body) {
            self.end_section(inline);
            self.sections += 1;
            let id = inline.id(format!("{}sec_{}", self.prefix, self.sections));
            self.section = Some(OpenSection { id, children: Vec::new(), has_body: false });
        }
        let words = inline.block_words(block);
        if let Some(section) = self.section.as_mut() {
            let heads_heading = next.is_some_and(|next| next.kind == ManuscriptKind::Section);
            let is_number = section.children.is_empty() && heads_heading && is_short(&block.words());
            section.children.push(AknElement::of_words(if is_number { "num" } else { "heading" }, words));
        }
    }

    fn end_section(&mut self, inline: &mut AknInline<'_>) {
        self.end_paragraph(inline);
        if let Some(section) = self.section.take() {
            self.done.push(AknElement::new("section").with("eId", section.id).holding_all(section.children));
        }
    }

    fn end_paragraph(&mut self, inline: &mut AknInline<'_>) {
        let Some(paragraph) = self.paragraph.take() else { return };
        let id = match &paragraph.label {
            Some(label) => inline.id(format!("{}para_{}", self.prefix(), name_of(label))),
            None => self.unnumbered_id(inline),
        };
        let element = paragraph.element("paragraph", id, inline);
        self.put(element);
    }

    /// Puts the table whose rows were added.
    fn end_table(&mut self, inline: &mut AknInline<'_>) {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        let id = inline.id(format!("{}table_1", self.prefix()));
        let table = AknElement::new("table").with("eId", id).holding_all(rows);
        match self.paragraph.as_mut() {
            Some(paragraph) => paragraph.end_with(table),
            None => self.unlabelled(table, inline),
        }
    }
}

impl HierarchyNode {
    fn of(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> HierarchyNode {
        let words = inline.words(&block.runs, block.language);
        HierarchyNode {
            label: block.label.clone(),
            level: block.level,
            paragraph: block.paragraph,
            intro: vec![AknElement::of_words("p", words)],
            below: Vec::new(),
            wrap_up: Vec::new(),
        }
    }

    /// Takes in what stands below this, or below the last that does. Gives it back where it stands no lower than this.
    fn take_below(&mut self, node: HierarchyNode) -> Option<HierarchyNode> {
        if node.level <= self.level {
            return Some(node);
        }
        let node = match self.below.last_mut() {
            Some(last) => last.take_below(node)?,
            None => node,
        };
        // What was said behind the list stands in it, since it goes on.
        let between = std::mem::take(&mut self.wrap_up);
        if !between.is_empty() {
            let (label, paragraph, level) = (None, None, node.level);
            self.below.push(HierarchyNode {
                label,
                level,
                paragraph,
                intro: between,
                below: Vec::new(),
                wrap_up: Vec::new(),
            });
        }
        self.below.push(node);
        None
    }

    /// Goes on with the paragraph of this index in the draft. Gives back what is of another.
    fn go_on(&mut self, paragraph: Option<usize>, element: AknElement) -> Option<AknElement> {
        if self.paragraph == paragraph && paragraph.is_some() {
            match self.below.is_empty() {
                true => self.intro.push(element),
                false => self.wrap_up.push(element),
            }
            return None;
        }
        // Behind what is said there, nothing below it goes on.
        match self.below.last_mut() {
            Some(last) if self.wrap_up.is_empty() => last.go_on(paragraph, element),
            _ => Some(element),
        }
    }

    /// Puts an element behind all that is said here.
    fn end_with(&mut self, element: AknElement) {
        match self.below.last_mut() {
            Some(last) if self.wrap_up.is_empty() => last.end_with(element),
            Some(_) => self.wrap_up.push(element),
            None => self.intro.push(element),
        }
    }

    fn element(self, name: &'static str, id: String, inline: &mut AknInline<'_>) -> AknElement {
        let mut element = AknElement::new(name).with("eId", id.clone());
        if name == "paragraph" {
            element = element.with("class", "SingleTxt");
        }
        if let Some(label) = &self.label {
            element.push(AknElement::of_words("num", vec![AknContent::Words(written(label))]));
        }
        if self.below.is_empty() {
            let content = AknElement::new("content").with("eId", inline.id(format!("{id}__content")));
            return element.holding(content.holding_all(self.intro));
        }
        let list_id = inline.id(format!("{id}__list_1"));
        let mut list = AknElement::new("list").with("eId", list_id.clone());
        let intro = AknElement::new("intro").with("eId", inline.id(format!("{list_id}__intro")));
        list.push(intro.holding_all(self.intro));
        for node in self.below {
            let name = node.label.as_ref().map_or_else(|| "unnumbered".to_owned(), name_of);
            let id = inline.id(format!("{list_id}__point_{name}"));
            list.push(node.element("point", id, inline));
        }
        if !self.wrap_up.is_empty() {
            let wrap_up = AknElement::new("wrapUp").with("eId", inline.id(format!("{list_id}__wrapup")));
            list.push(wrap_up.holding_all(self.wrap_up));
        }
        element.holding(list)
    }

    /// The same as blocks, with a list of blocks for what stands below.
    fn list_of_blocks(self, prefix: &str, inline: &mut AknInline<'_>) -> Vec<AknElement> {
        let mut blocks = self.intro;
        if !self.below.is_empty() {
            let id = inline.id(format!("{prefix}list_1"));
            let mut list = AknElement::new("blockList").with("eId", id.clone());
            for mut node in self.below {
                let name = node.label.as_ref().map_or_else(|| "unnumbered".to_owned(), name_of);
                let item_id = inline.id(format!("{id}__item_{name}"));
                let mut item = AknElement::new("item").with("eId", item_id.clone());
                if let Some(label) = node.label.take() {
                    item.push(AknElement::of_words("num", vec![AknContent::Words(written(&label))]));
                }
                list.push(item.holding_all(node.list_of_blocks(&format!("{item_id}__"), inline)));
            }
            blocks.push(list);
        }
        blocks.extend(self.wrap_up);
        blocks
    }
}

/// A label as it is written.
pub fn written(label: &ManuscriptLabel) -> String {
    format!("{}{}{}{}", label.marks, label.before, label.text, label.gap.trim())
}

/// What the name of a labelled element ends with.
fn name_of(label: &ManuscriptLabel) -> String {
    match label.value {
        Some(LabelValue::Number { number, insertion: 0 }) => number.to_string(),
        Some(LabelValue::Number { number, insertion }) => format!("{number}-{insertion}"),
        _ => {
            let letters: String = label.text.chars().filter(|c| c.is_alphanumeric()).collect();
            if letters.is_empty() { "x".to_owned() } else { letters }
        }
    }
}

/// Whether words are so short that they number a heading and are none.
fn is_short(words: &str) -> bool {
    words.split_whitespace().count() == 1 && words.chars().filter(|c| c.is_alphanumeric()).count() <= 5
}

/// Whether a block is a row of a table.
fn is_row(block: &ManuscriptBlock) -> bool {
    matches!(block.kind, ManuscriptKind::Aside | ManuscriptKind::Continuation) && block.words().contains('\t')
}

/// The row of a table.
fn row(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> AknElement {
    let mut row = AknElement::new("tr");
    for cell in cells(&block.runs) {
        let words = AknElement::of_words("p", inline.words(&cell, block.language));
        row.push(AknElement::new("td").holding(words));
    }
    row
}
