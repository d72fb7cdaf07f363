//! Finding the paragraph that a reference means.

use crate::draft::{Draft, LabelValue, Paragraph, ParagraphKind, Reference, Referents};

/// The paragraph of `draft` that a reference to it means. Where numbers start again, the one in the run of
/// the paragraph that the reference stands in (`near`, a byte of the same draft), else the first.
///
/// Of a reference to a subparagraph that isn't there, the paragraph; of one to a paragraph that isn't
/// there, nothing.
pub fn find<'a>(draft: &'a Draft, reference: &Reference, near: Option<usize>) -> Option<&'a Paragraph> {
    // Labels alone mean what stands around them.
    if near.is_some() && reference.paragraph.is_none() {
        return draft.paragraphs.get(Referents::of(draft).meant(reference)?.innermost()?);
    }
    let run = near.and_then(|near| {
        draft.paragraphs.iter().rev().find(|paragraph| paragraph.range.start <= near).map(|paragraph| paragraph.run)
    });
    let insertion = reference.insertion;
    let meant = reference.paragraph.map(|number| LabelValue::Number { number, insertion });
    let numbered = |paragraph: &Paragraph| {
        paragraph.kind == ParagraphKind::Operative
            && paragraph.label.as_ref().is_some_and(|label| Some(label.value) == meant)
    };
    let candidates = || draft.paragraphs.iter().enumerate().filter(|(_, paragraph)| numbered(paragraph));
    let (mut index, mut found) =
        candidates().find(|(_, paragraph)| Some(paragraph.run) == run).or_else(|| candidates().next())?;
    for label in &reference.subparagraphs {
        let below = draft.paragraphs.iter().enumerate().find(|(_, paragraph)| {
            let own = paragraph.label.as_ref().map(|own| bare(&own.text));
            paragraph.parent == Some(index) && own.as_deref() == Some(bare(&label.text).as_str())
        });
        let Some(below) = below else { break };
        (index, found) = below;
    }
    Some(found)
}

/// A label without its brackets and stops.
fn bare(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
