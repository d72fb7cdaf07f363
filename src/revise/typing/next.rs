//! The label that follows another one, written as the draft writes its labels.

use super::EndedLine;
use crate::draft::label::{LabelWriter, first_letter, numbered};
use crate::draft::{Label, LabelValue, Paragraph, ParagraphKind};
use crate::script::in_roman;

impl EndedLine<'_> {
    /// The label of the paragraph that follows one at its own level, indented and spaced like it.
    pub(super) fn label_after(&self, at: usize) -> Option<String> {
        let paragraph = self.draft.paragraphs.get(at)?;
        let label = paragraph.label.as_ref()?;
        let text = match label.value {
            LabelValue::Number { number, .. } => numbered(self.model(paragraph, label)?, number + 1)?,
            LabelValue::Letter(letter) => self.relabelled(label, LabelValue::Letter(letter + 1))?,
            LabelValue::Roman(number) => self.relabelled(label, LabelValue::Roman(number + 1))?,
        };
        Some(format!("{}{text}{}", self.indent(paragraph), self.gap(paragraph)))
    }

    /// The first label of a list inside a paragraph, as the draft writes them, else as the language does.
    pub(super) fn first_below(&self, at: usize) -> Option<String> {
        let paragraph = self.draft.paragraphs.get(at)?;
        let level = paragraph.level + 1;
        let is_first = |other: &&Paragraph| {
            let value = other.label.as_ref().map(|label| label.value);
            other.level == level && matches!(value, Some(LabelValue::Letter(1) | LabelValue::Roman(1)))
        };
        if let Some(model) = self.draft.paragraphs.iter().find(is_first) {
            let label = model.label.as_ref()?;
            return Some(format!("{}{}{}", self.indent(model), self.written(label)?, self.gap(model)));
        }
        let form = self.language.writing.labels.sub.get(usize::from(level) - 1)?;
        let first = match (level, form.starts_with('’')) {
            (1, _) => first_letter(self.language)?,
            (_, true) => "1".to_owned(),
            _ => in_roman(1)?.to_lowercase(),
        };
        Some(format!("{}{} ", self.indent(paragraph), form.replace('#', &first)))
    }

    /// A label of a list that counts something else, without an insertion.
    fn relabelled(&self, label: &Label, value: LabelValue) -> Option<String> {
        let writer = LabelWriter::of(self.text, self.draft);
        let label = writer.label(self.written(label)?, value, self.language)?;
        Some(writer.without_insertion(&label, None, self.language))
    }

    /// A label as it stands in the text.
    fn written(&self, label: &Label) -> Option<&str> {
        self.text.get(label.range.clone())
    }

    /// A label of the run that has neither insertion nor slip: this one, else the nearest above.
    fn model(&self, paragraph: &Paragraph, label: &Label) -> Option<&str> {
        let plain = |label: &Label| {
            !label.uncounted && !label.irregular && matches!(label.value, LabelValue::Number { insertion: 0, .. })
        };
        if plain(label) {
            return self.written(label);
        }
        let run = self.draft.paragraphs.iter().filter(|other| {
            other.run == paragraph.run
                && other.kind == ParagraphKind::Operative
                && other.range.start < paragraph.range.start
        });
        let mut labels = run.rev().filter_map(|other| other.label.as_ref());
        self.written(labels.find(|label| plain(label))?)
    }
}
