//! Where each paragraph of a draft stands: in which resolution, behind which heading, in an annex or not.

use crate::draft::line_kind::{opens_behind_organ, opens_operative};
use crate::draft::{Draft, ElementKind, ParagraphKind};

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SectionContext {
    /// The resolution that it is in, counted from 0: a new one begins with each organ line, title and part of the file.
    pub resolution: usize,
    /// What it stands behind without a heading between, counted from 0.
    pub zone: usize,
    /// In an annex, which is another instrument.
    pub annexed: bool,
    /// Behind the organ line of a resolution, or behind an organ that begins the line of the first paragraph.
    pub led: bool,
}

/// Where each paragraph of a draft, whose text is `text`, stands, in their order.
pub fn section_contexts(text: &str, draft: &Draft) -> Vec<SectionContext> {
    let resolves = draft.organ.is_some() || resolves(text, draft);
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
                    here.led = element.kind == ElementKind::OrganLine && resolves;
                }
                ElementKind::Annex => here.annexed = true,
                _ => {}
            }
        }
        if !here.led && !here.annexed && resolves && paragraph.kind == ParagraphKind::Preambular {
            let words = text.get(paragraph.range.clone()).unwrap_or_default();
            here.led = opens_behind_organ(words, draft.language_at(start));
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

/// Whether at least half of the numbered paragraphs open with operative verbs. Those of a treaty, which has Parties in the
/// place of an organ, do not.
fn resolves(text: &str, draft: &Draft) -> bool {
    let (mut verbs, mut all) = (0, 0);
    for paragraph in draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative) {
        let Some(label) = &paragraph.label else { continue };
        let words = text.get(label.range.end..paragraph.range.end.max(label.range.end)).unwrap_or_default();
        let words = words.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | ']'));
        all += 1;
        verbs += usize::from(opens_operative(words, draft.language_at(paragraph.range.start)));
    }
    2 * verbs >= all
}
