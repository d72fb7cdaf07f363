//! NewLabels and references get what was counted for them.

use std::collections::HashMap;
use std::ops::Range;

use super::counting::{NewLabel, NewLabels};
use super::quoted::is_quoted;
use super::{LeftUnchanged, Renumbered, UnchangedReason};
use crate::draft::label::{LabelWriter, insertion_in, leading_number, numbered};
use crate::draft::reference::{ResolvedReference, Unresolved};
use crate::draft::{
    Draft, Edit, Label, LabelValue, NormalizedText, ParagraphKind, Reference, ReferenceResolver, SubLabel,
};
use crate::script::number_in;

/// How far before a reference a quotation may open that it stands in, in bytes.
const QUOTATION: usize = 8192;

/// Makes the edits.
pub struct ReferenceCarrier<'a> {
    pub(super) text: &'a str,
    pub(super) draft: &'a Draft,
    writer: LabelWriter,
    done: Renumbered,
}

impl<'a> ReferenceCarrier<'a> {
    pub fn new(text: &'a str, draft: &'a Draft) -> ReferenceCarrier<'a> {
        ReferenceCarrier { text, draft, writer: LabelWriter::of(text, draft), done: Renumbered::default() }
    }

    /// The edits, in the order of the text.
    pub fn done(mut self) -> Renumbered {
        self.done.edits.sort_by_key(|edit| edit.range.start);
        self.done
    }

    pub(super) fn leave(&mut self, range: &Range<usize>, why: UnchangedReason) {
        self.done.left.push(LeftUnchanged { range: range.clone(), why });
    }

    pub(super) fn put(&mut self, range: &Range<usize>, text: String) {
        if self.text.get(range.clone()).is_some_and(|written| written != text) {
            self.done.edits.push(Edit { range: range.clone(), text });
        }
    }

    /// Writes the labels.
    pub fn labels(&mut self, labels: &NewLabels) {
        let mut plain: HashMap<(ParagraphKind, u32), &Label> = HashMap::new();
        for (index, paragraph) in self.draft.paragraphs.iter().enumerate() {
            let Some(count) = labels.of(index) else { continue };
            let run = (paragraph.kind, paragraph.run);
            let like = plain.get(&run).copied();
            let Some(label) = &paragraph.label else {
                self.fresh(paragraph.range.start, count, like);
                continue;
            };
            let words = like.and_then(|like| self.text.get(like.range.clone()));
            match self.relabelled(label, count, words) {
                Some(text) => self.put(&label.range, text),
                None => self.leave(&label.range, UnchangedReason::Unwritable),
            }
            if matches!(label.value, LabelValue::Number { insertion: 0, .. }) {
                plain.insert(run, label);
            }
        }
    }

    /// A label's words with another count. `None` where it cannot be written so. `plain` is a label of the same run that
    /// has no insertion.
    fn relabelled(&self, label: &Label, count: NewLabel, plain: Option<&str>) -> Option<String> {
        let written = self.text.get(label.range.clone())?;
        if label.value == count.value && !count.resolved {
            return Some(written.to_owned());
        }
        let language = self.draft.language_at(label.range.start);
        let new = self.writer.label(written, count.value, language)?;
        Some(if count.resolved { self.writer.without_insertion(&new, plain, language) } else { new })
    }

    /// Gives the paragraph at a place a label like that of another one.
    fn fresh(&mut self, at: usize, count: NewLabel, like: Option<&Label>) {
        let (LabelValue::Number { number, .. }, Some(like)) = (count.value, like) else { return };
        let written = self.text.get(like.range.clone()).and_then(|written| numbered(written, number));
        let rest = self.text.get(like.range.end..).unwrap_or_default();
        let space = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\t', '\u{3000}']).len();
        let space = rest.get(..space).unwrap_or_default();
        if let Some(written) = written {
            self.done.edits.push(Edit { range: at..at, text: format!("{written}{space}") });
        }
    }

    /// Writes the references.
    pub fn references(&mut self, resolver: &ReferenceResolver<'_>, labels: &NewLabels) {
        let references = &self.draft.references;
        let mut next = 0;
        while let Some(reference) = references.get(next) {
            let last = references.get(next + 1).filter(|last| last.ends_range);
            next += 1 + usize::from(last.is_some());
            let Some(first_meant) = self.unquoted(resolver, reference) else { continue };
            match last.and_then(|last| Some((last, self.unquoted(resolver, last)?))) {
                Some((last, last_meant)) => {
                    self.range(resolver, labels, (reference, &first_meant), (last, &last_meant));
                }
                None => self.reference(labels, reference, &first_meant),
            }
        }
    }

    /// What a reference means, if it is the draft's own and not quoted.
    pub(super) fn unquoted(
        &self,
        resolver: &ReferenceResolver<'_>,
        reference: &Reference,
    ) -> Option<ResolvedReference> {
        let meant = resolver.resolve(reference)?;
        let at = reference.range.start;
        let around = resolver.paragraph_at(at).and_then(|index| self.draft.paragraphs.get(index));
        let before = self.text.get(..at).unwrap_or_default();
        let line = || before.rfind(['\n', '\r']).map_or(0, |newline| newline + 1);
        let start = around.filter(|around| at < around.range.end).map_or_else(line, |around| around.range.start);
        // A quotation that is longer has its own marks at every paragraph.
        let near = (at.saturating_sub(QUOTATION)..=at).find(|near| self.text.is_char_boundary(*near)).unwrap_or(at);
        let before = self.text.get(start.max(near)..at);
        (!before.is_some_and(is_quoted)).then_some(meant)
    }

    /// Writes one reference.
    fn reference(&mut self, labels: &NewLabels, reference: &Reference, meant: &ResolvedReference) {
        if let Some(number) = &reference.number {
            match meant.paragraph {
                Some(Ok(index)) => self.number(labels, number, reference, index),
                Some(Err(lost)) => self.leave(&reference.range, why(lost)),
                None => {}
            }
        }
        let whole = matches!(meant.paragraph, None | Some(Ok(_)));
        let mut lost_before = !whole;
        for (label, meant) in reference.subparagraphs.iter().zip(&meant.subparagraphs) {
            match meant {
                Ok(index) => self.sub(labels, label, *index),
                // Said once.
                Err(_) if lost_before => {}
                Err(lost) => {
                    self.leave(&reference.range, why(*lost));
                    lost_before = true;
                }
            }
        }
    }

    /// Writes the number of a reference.
    fn number(&mut self, labels: &NewLabels, range: &Range<usize>, reference: &Reference, index: usize) {
        let Some(count) = labels.of(index) else { return };
        let LabelValue::Number { number, .. } = count.value else { return };
        if reference.paragraph == Some(number) && !count.resolved {
            return;
        }
        match self.numbered(range, reference, number, count) {
            Some(text) => self.put(range, text),
            None => self.leave(&reference.range, UnchangedReason::Unwritable),
        }
    }

    /// The words of a reference's number with another one. `None` where the digits are written in a way that is read,
    /// but not as one number, such as over two lines.
    fn numbered(&self, range: &Range<usize>, reference: &Reference, number: u32, count: NewLabel) -> Option<String> {
        let written = self.text.get(range.clone())?;
        let language = self.draft.language_at(range.start);
        let read = leading_number(written, language).map(|(number, ..)| number);
        if read != reference.paragraph {
            let spaced = NormalizedText::of(written, range.start).text;
            let (digits, script) = number_in(written)?;
            return (digits.start == 0 && spaced.parse().ok() == reference.paragraph).then(|| script.write(number));
        }
        let (digits, script) = number_in(written)?;
        let mut rest = written.get(digits.end..)?.to_owned();
        if count.resolved {
            let whole = format!("0{rest}");
            if let Some(insertion) = insertion_in(&whole, language) {
                rest.replace_range(insertion.start - 1..insertion.end - 1, "");
            }
        }
        Some(format!("{}{rest}", script.write(number)))
    }

    /// Writes a subparagraph's label in a reference.
    fn sub(&mut self, labels: &NewLabels, label: &SubLabel, index: usize) {
        let old = self.draft.paragraphs.get(index).and_then(|paragraph| paragraph.label.as_ref()).map(|old| old.value);
        let Some(count) = labels.of(index).filter(|count| Some(count.value) != old) else { return };
        let language = self.draft.language_at(label.range.start);
        match self.writer.counter(&label.text, count.value, language) {
            Some(text) => self.put(&label.range, text),
            None => self.leave(&label.range, UnchangedReason::Unwritable),
        }
    }

    /// Writes the ends of a range. They are those of the paragraphs that it held, if these still stand together.
    fn range(
        &mut self,
        resolver: &ReferenceResolver<'_>,
        labels: &NewLabels,
        (first, first_meant): (&Reference, &ResolvedReference),
        (last, last_meant): (&Reference, &ResolvedReference),
    ) {
        let ends = first_meant.innermost().zip(last_meant.innermost());
        let numbers = first.subparagraphs.is_empty() && last.subparagraphs.is_empty();
        let Some((from, to)) = ends.filter(|_| first.number.is_some() && last.number.is_some() && numbers) else {
            self.reference(labels, first, first_meant);
            return self.reference(labels, last, last_meant);
        };
        match self.held(resolver, labels, from, to) {
            Some((lowest, highest)) => {
                if let (Some(first_number), Some(last_number)) = (&first.number, &last.number) {
                    self.number(labels, first_number, first, lowest);
                    self.number(labels, last_number, last, highest);
                }
            }
            None => self.leave(&(first.range.start..last.range.end), UnchangedReason::Scattered),
        }
    }

    /// The paragraphs with the lowest and the highest of the new numbers that a range from one paragraph to another now
    /// has; `None` if others have come between that it did not hold.
    fn held(
        &self,
        resolver: &ReferenceResolver<'_>,
        labels: &NewLabels,
        from: usize,
        to: usize,
    ) -> Option<(usize, usize)> {
        let run = self.draft.paragraphs.get(from)?.run;
        let old = |index: usize| match self.draft.paragraphs.get(index)?.label.as_ref()?.value {
            LabelValue::Number { number, insertion } => Some((number, insertion)),
            _ => None,
        };
        let new = |index: usize| match labels.of(index)?.value {
            LabelValue::Number { number, insertion } => Some((number, insertion)),
            _ => None,
        };
        let (first, last) = (old(from)?, old(to)?);
        // Where nothing has moved, they are the ends still.
        if resolver.is_in_order(from) {
            return Some((from, to));
        }
        let paragraphs = || self.draft.paragraphs.iter().enumerate();
        let of_run = || {
            paragraphs()
                .filter(|(_, paragraph)| paragraph.run == run && paragraph.kind == ParagraphKind::Operative)
                .filter_map(|(index, _)| Some((index, old(index)?, new(index)?)))
        };
        let held = || of_run().filter(|(_, old, _)| (first..=last).contains(old));
        let lowest = held().min_by_key(|(.., new)| *new)?;
        let highest = held().max_by_key(|(.., new)| *new)?;
        let between =
            of_run().filter(|(_, old, new)| (lowest.2..=highest.2).contains(new) && !(first..=last).contains(old));
        let strange = between.into_iter().any(|(index, ..)| resolver.is_settled(index));
        (!strange).then_some((lowest.0, highest.0))
    }
}

fn why(lost: Unresolved) -> UnchangedReason {
    match lost {
        Unresolved::Gone => UnchangedReason::Gone,
        Unresolved::Ambiguous => UnchangedReason::Ambiguous,
    }
}
