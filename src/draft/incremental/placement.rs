//! What a block is in the whole draft, kept for the next reading of its words.

use std::ops::Range;

use crate::draft::blocks::Block;
use crate::draft::line_kind::LineKind;
use crate::draft::{Draft, Element, ElementKind, Label, LabelValue, Paragraph, ParagraphKind, Passage, PassageOf};

/// What a block is in the whole draft.
#[derive(Debug, Clone, Copy)]
pub enum BlockPlacement {
    Paragraph {
        kind: ParagraphKind,
        level: u8,
        run: u32,
        /// How many paragraphs before it its parent is; 0 without one.
        parent: u32,
        /// What its label counts, and whether that takes no place in the count.
        label: Option<(LabelValue, bool)>,
    },
    /// It goes on with the paragraph before it.
    More,
    Element(ElementKind),
    Aside,
}

impl BlockPlacement {
    /// What each block of a draft is, in order.
    pub fn all(draft: &Draft) -> impl Iterator<Item = BlockPlacement> + '_ {
        let mut last = None;
        draft.passages.iter().map(move |passage| match passage.of {
            PassageOf::Paragraph(i) if last == Some(i) => BlockPlacement::More,
            PassageOf::Paragraph(i) => {
                last = Some(i);
                draft
                    .paragraphs
                    .get(i)
                    .map_or(BlockPlacement::Aside, |paragraph| BlockPlacement::paragraph(i, paragraph))
            }
            PassageOf::Element(i) => {
                draft.elements.get(i).map_or(BlockPlacement::Aside, |element| BlockPlacement::Element(element.kind))
            }
            PassageOf::Aside => BlockPlacement::Aside,
        })
    }

    fn paragraph(at: usize, paragraph: &Paragraph) -> BlockPlacement {
        let parent = paragraph.parent.map_or(0, |parent| at.saturating_sub(parent));
        BlockPlacement::Paragraph {
            kind: paragraph.kind,
            level: paragraph.level,
            run: paragraph.run,
            parent: u32::try_from(parent).unwrap_or(0),
            label: paragraph.label.as_ref().map(|label| (label.value, label.uncounted)),
        }
    }

    /// Adds the block to a draft.
    pub fn add(self, block: Block, draft: &mut Draft) {
        let of = match self {
            BlockPlacement::Paragraph { kind, level, run, parent, label } => {
                let index = draft.paragraphs.len();
                let parent = index.checked_sub(parent as usize).filter(|_| parent > 0);
                let label = label.and_then(|label| labelled(&block, label));
                draft.paragraphs.push(Paragraph { kind, range: block.range.clone(), label, level, run, parent });
                PassageOf::Paragraph(index)
            }
            BlockPlacement::More => match draft.paragraphs.last_mut() {
                Some(last) => {
                    last.range.end = block.range.end;
                    PassageOf::Paragraph(draft.paragraphs.len() - 1)
                }
                None => PassageOf::Aside,
            },
            BlockPlacement::Element(kind) => {
                draft.elements.push(Element { kind, range: block.range.clone() });
                PassageOf::Element(draft.elements.len() - 1)
            }
            BlockPlacement::Aside => PassageOf::Aside,
        };
        draft.passages.push(Passage { of, ..block.passage(of) });
    }
}

fn labelled(block: &Block, (value, uncounted): (LabelValue, bool)) -> Option<Label> {
    let LineKind::Label(labelled) = &block.starter else { return None };
    let none: Range<usize> = block.range.start..block.range.start;
    let range = block.label.clone().unwrap_or(none);
    Some(Label { range, text: labelled.text.to_string(), value, uncounted, irregular: labelled.irregular })
}
