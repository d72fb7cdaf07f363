//! Where each paragraph of a draft stands: in which resolution, behind which heading, in an annex or not.

use crate::draft::{Draft, ElementKind};

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SectionContext {
    /// The resolution that it is in, counted from 0: a new one begins with each organ line, title and part of the file.
    pub resolution: usize,
    /// What it stands behind without a heading between, counted from 0.
    pub zone: usize,
    /// In an annex, which is another instrument.
    pub annexed: bool,
    /// Behind an organ line.
    pub led: bool,
}

/// Where each paragraph stands, in their order.
pub fn section_contexts(draft: &Draft) -> Vec<SectionContext> {
    let mut elements = draft.elements.iter().peekable();
    let mut here = SectionContext::default();
    let mut part = 0;
    let standing = |paragraph: &crate::draft::Paragraph| {
        let start = paragraph.range.start;
        while let Some(element) = elements.next_if(|element| element.range.start < start) {
            here.zone += 1;
            match element.kind {
                ElementKind::OrganLine | ElementKind::Title => {
                    here.resolution += 1;
                    here.annexed = false;
                    here.led = element.kind == ElementKind::OrganLine;
                }
                ElementKind::Annex => here.annexed = true,
                _ => {}
            }
        }
        let now = draft.part_at(start);
        if now != part {
            part = now;
            here = SectionContext { resolution: here.resolution + 1, zone: here.zone + 1, ..here };
        }
        here
    };
    draft.paragraphs.iter().map(standing).collect()
}
