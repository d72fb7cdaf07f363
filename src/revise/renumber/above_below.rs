//! "Above" and "below" beside a reference follow what it means to the other side.

use super::UnchangedReason;
use super::carry_references::ReferenceCarrier;
use super::counting::NewLabels;
use crate::draft::reference::SideWord;
use crate::draft::{Draft, LabelValue, Reference, ReferenceResolver, ReferenceTarget};
use crate::script::punctuation::{FULL_WIDTH_SEMICOLON, IDEOGRAPHIC_STOP};

/// How far apart two references to which one word belongs may stand, in bytes.
const TOGETHER: usize = 40;

/// Where what a reference means stands, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ReferentPosition {
    above: bool,
    will_be_above: bool,
}

impl ReferenceCarrier<'_> {
    /// Writes the other word where the order of labels says that what is meant was on the side that is said, and is on the
    /// other one now. Where a word stands for several references, they have to agree.
    pub fn sides(&mut self, resolver: &ReferenceResolver<'_>, labels: &NewLabels) {
        let mut found = Vec::new();
        for group in groups(self.text, self.draft) {
            let Some((first, last)) = group.first().zip(group.last()) else { continue };
            let range = first.range.start..last.range.end;
            let language = self.draft.language_at(range.start);
            let Some(side) = SideWord::beside(self.text, &range, language) else { continue };
            let stands: Vec<Option<ReferentPosition>> =
                group.iter().map(|reference| stands(self.draft, resolver, labels, reference)).collect();
            if stands.iter().all(|stands| stands.is_none_or(|stands| stands.above == stands.will_be_above)) {
                continue;
            }
            let quoted = group.iter().any(|reference| self.unquoted(resolver, reference).is_none());
            let right = stands.iter().all(|stands| stands.is_some_and(|stands| stands.above == side.above));
            if !right || quoted {
                continue;
            }
            found.push((range, side.clone(), stands.iter().all(|s| s.is_some_and(|s| s.will_be_above != side.above))));
        }
        for (range, side, all) in found {
            if all {
                self.put(&side.range, side.other.to_owned());
            } else {
                self.leave(&range, UnchangedReason::Astride);
            }
        }
    }
}

/// The references to the draft's own paragraphs, those together that one word may stand for.
fn groups<'a>(text: &str, draft: &'a Draft) -> Vec<&'a [Reference]> {
    let own = |reference: &Reference| reference.of == ReferenceTarget::ThisDraft;
    let together = |a: &Reference, b: &Reference| {
        own(a) == own(b)
            && b.range.start.checked_sub(a.range.end).is_some_and(|gap| gap <= TOGETHER)
            && text.get(a.range.end..b.range.start).is_some_and(|gap| {
                let language = draft.language_at(a.range.end);
                let sides = language.citing.paragraphs.sides;
                !gap.contains(['.', ';', ':', IDEOGRAPHIC_STOP, FULL_WIDTH_SEMICOLON, '\n'])
                    && !sides.iter().any(|(above, below)| gap.contains(above) || gap.contains(below))
            })
    };
    draft.references.chunk_by(together).filter(|group| group.first().is_some_and(own)).collect()
}

/// Where what a reference means stands by the order of labels, as they were and as they will be; `None` where that isn't
/// known, or where the reference stands in or under it.
fn stands(
    draft: &Draft,
    resolver: &ReferenceResolver<'_>,
    labels: &NewLabels,
    reference: &Reference,
) -> Option<ReferentPosition> {
    let meant = resolver.resolve(reference)?.innermost()?;
    let at = reference.range.start;
    let here = resolver.paragraph_at(at)?;
    draft.paragraphs.get(here).filter(|paragraph| at < paragraph.range.end)?;
    let (here, meant) = (path(resolver, here), path(resolver, meant));
    let (here, meant) = here.into_iter().zip(meant).find(|(here, meant)| here != meant)?;
    let run = |index: usize| draft.paragraphs.get(index).map(|paragraph| (paragraph.kind, paragraph.run));
    if run(here) != run(meant) || !resolver.is_named(here) || !resolver.is_named(meant) {
        return None;
    }
    let old = |index: usize| draft.paragraphs.get(index)?.label.as_ref().map(|label| label.value);
    let new = |index: usize| labels.of(index).map(|count| count.value);
    Some(ReferentPosition {
        above: comes_first(old(meant)?, old(here)?)?,
        will_be_above: comes_first(new(meant)?, new(here)?)?,
    })
}

/// A paragraph and what it stands under, the outermost first.
fn path(resolver: &ReferenceResolver<'_>, index: usize) -> Vec<usize> {
    let above = std::iter::successors(Some(index), |below| resolver.lists().parent(*below));
    let mut path: Vec<usize> = above.collect();
    path.reverse();
    path
}

/// Whether the first of two labels of one kind counts less.
fn comes_first(one: LabelValue, other: LabelValue) -> Option<bool> {
    match (one, other) {
        (LabelValue::Number { number: a, insertion: i }, LabelValue::Number { number: b, insertion: j }) => {
            ((a, i) != (b, j)).then_some((a, i) < (b, j))
        }
        (LabelValue::Letter(a), LabelValue::Letter(b)) | (LabelValue::Roman(a), LabelValue::Roman(b)) => {
            (a != b).then_some(a < b)
        }
        _ => None,
    }
}
