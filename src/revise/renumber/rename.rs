//! One label is changed, and all that refers to it.

use std::ops::Range;

use super::carry_references::ReferenceCarrier;
use super::counting::NewLabels;
use crate::draft::label::{counting_part, leading_number, sub_value};
use crate::draft::reference::note_references;
use crate::draft::{Draft, Edit, LabelValue, ReferenceResolver};
use crate::messages::Message;
use crate::script::{digit_value, number_in, plain_superscript};

/// A label that can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenameTarget {
    /// Where it stands, without brackets and full stops.
    pub range: Range<usize>,
    thing: RenamedThing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum RenamedThing {
    /// A paragraph, by its index.
    Paragraph(usize),
    /// A note's number.
    Note(String),
}

/// A changed label.
pub type Renamed = Vec<Edit>;

/// Why a label cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenameRefusal {
    /// There is no label at the place.
    NoLabel,
    /// The new one is none of this kind; what it should look like.
    NotALabel { given: String, like: String },
    /// Another paragraph has it already, or another subparagraph.
    Taken { label: String, sub: bool },
    /// Another footnote has the number already.
    NoteTaken { number: String },
}

crate::messages! {
    "rename":
    no_label() =
        "Only the label of a paragraph, a reference to one of this draft, or a footnote's number can be renamed.";
    not_a_label(given: quote, like: label) = "“{given}” cannot stand here; a label such as “{like}” can.";
    paragraph_taken(label: label) = "Paragraph {label} is taken already. Choose another, or renumber the draft.";
    subparagraph_taken(label: label) =
        "Subparagraph {label} is taken already. Choose another, or renumber the draft.";
    note_number_taken(number: label) =
        "The footnote number {number} is taken already. Choose another, or renumber the draft.";
}

impl RenameRefusal {
    /// What is said of it to the user.
    pub fn message(&self) -> Message {
        match self {
            RenameRefusal::NoLabel => no_label(),
            RenameRefusal::NotALabel { given, like } => not_a_label(given, like),
            RenameRefusal::Taken { label, sub: false } => paragraph_taken(label),
            RenameRefusal::Taken { label, sub: true } => subparagraph_taken(label),
            RenameRefusal::NoteTaken { number } => note_number_taken(number),
        }
    }
}

/// The label at a byte of the draft that can be changed: a paragraph's own, one in a reference to it, a note's number or
/// a marker.
pub fn name_at(text: &str, draft: &Draft, at: usize) -> Option<RenameTarget> {
    let within = |range: &Range<usize>| range.start <= at && at <= range.end;
    let number = |range: &Range<usize>| {
        let (digits, _) = number_in(text.get(range.clone())?)?;
        Some(range.start + digits.start..range.start + digits.end)
    };
    let marker = draft.markers.iter().find(|marker| within(&marker.range)).map(|marker| (&marker.label, &marker.range));
    let note =
        || draft.notes.iter().find(|note| within(&note.label_range)).map(|note| (&note.label, &note.label_range));
    if let Some((label, range)) = marker.or_else(note) {
        return Some(RenameTarget { range: number(range)?, thing: RenamedThing::Note(label.clone()) });
    }
    let resolver = ReferenceResolver::of(draft);
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        let Some(label) = paragraph.label.as_ref().filter(|label| within(&label.range)) else { continue };
        let range = match label.value {
            LabelValue::Number { .. } => number(&label.range)?,
            _ => {
                let written = text.get(label.range.clone())?;
                let inner = counting_part(written)?;
                let start = label.range.start + written.find(inner)?;
                start..start + inner.len()
            }
        };
        let counted = paragraph.kind != crate::draft::ParagraphKind::Preambular && !label.uncounted;
        return counted.then_some(RenameTarget { range, thing: RenamedThing::Paragraph(index) });
    }
    let reference = draft.references.iter().find(|reference| within(&reference.range))?;
    let meant = resolver.resolve(reference)?;
    let labels = reference.subparagraphs.iter().zip(&meant.subparagraphs);
    let label = labels.into_iter().find(|(label, _)| within(&label.range)).map(|(label, meant)| (&label.range, *meant));
    let (range, index) = match label {
        Some((range, index)) => (range.clone(), index.ok()?),
        None => (number(reference.number.as_ref()?)?, meant.paragraph?.ok()?),
    };
    Some(RenameTarget { range, thing: RenamedThing::Paragraph(index) })
}

/// Gives the label at a byte of the draft, whose text is `text`, another name.
pub fn rename(text: &str, draft: &Draft, at: usize, new: &str) -> Result<Renamed, RenameRefusal> {
    let named = name_at(text, draft, at).ok_or(RenameRefusal::NoLabel)?;
    match &named.thing {
        RenamedThing::Note(label) => note(text, draft, at, label, new),
        RenamedThing::Paragraph(index) => paragraph(text, draft, *index, new),
    }
}

fn note(text: &str, draft: &Draft, at: usize, old: &str, new: &str) -> Result<Renamed, RenameRefusal> {
    let bare = new.trim().trim_matches(['[', ']', '^', '(', ')', '.', ' ']);
    let plain: Option<u32> = plain_number(bare);
    let refused = || RenameRefusal::NotALabel { given: new.trim().to_owned(), like: "7".to_owned() };
    let number = plain.filter(|number| (1..1000).contains(number)).ok_or_else(refused)?;
    let part = draft.part_at(at);
    let here = |place: usize| draft.part_at(place) == part;
    let marks = draft.markers.iter().map(|marker| (&marker.label, &marker.range));
    let marks = marks.chain(draft.notes.iter().map(|note| (&note.label, &note.label_range)));
    let mut marks: Vec<_> = marks.filter(|(_, range)| here(range.start)).collect();
    if old.parse() != Ok(number) && marks.iter().any(|(label, _)| label.parse() == Ok(number)) {
        return Err(RenameRefusal::NoteTaken { number: number.to_string() });
    }
    let references = note_references(text, draft);
    let numbers = references.iter().flat_map(|reference| &reference.numbers);
    let label = old.to_owned();
    marks.extend(
        numbers.filter(|to| old.parse() == Ok(to.number) && here(to.range.start)).map(|to| (&label, &to.range)),
    );
    let edits = marks.into_iter().filter(|(label, _)| *label == old).filter_map(|(_, range)| {
        let (digits, script) = number_in(text.get(range.clone())?)?;
        let range = range.start + digits.start..range.start + digits.end;
        let new = script.write(number);
        (text.get(range.clone()) != Some(new.as_str())).then_some(Edit { range, text: new })
    });
    let mut edits: Vec<Edit> = edits.collect();
    edits.sort_by_key(|edit| edit.range.start);
    Ok(edits)
}

fn paragraph(text: &str, draft: &Draft, index: usize, new: &str) -> Result<Renamed, RenameRefusal> {
    let paragraph = draft.paragraphs.get(index).ok_or(RenameRefusal::NoLabel)?;
    let label = paragraph.label.as_ref().ok_or(RenameRefusal::NoLabel)?;
    let language = draft.language_at(label.range.start);
    let refused = || RenameRefusal::NotALabel { given: new.trim().to_owned(), like: label.text.clone() };
    let bare = counting_part(new.trim()).ok_or_else(refused)?;
    let value = match label.value {
        LabelValue::Number { insertion, .. } => {
            let (number, given, end) = leading_number(bare, language).ok_or_else(refused)?;
            let rest = bare.get(end..).unwrap_or_default().trim_matches([' ', '-', '–', '.']);
            // Words that mark an insertion are the writer's to type.
            if !rest.is_empty() || (given != 0 && given != insertion) {
                return Err(refused());
            }
            LabelValue::Number { number, insertion }
        }
        LabelValue::Letter(_) => LabelValue::Letter(sub_value(bare, language).0.ok_or_else(refused)?),
        LabelValue::Roman(_) => LabelValue::Roman(sub_value(bare, language).1.ok_or_else(refused)?),
    };
    if value == label.value {
        return Ok(Vec::new());
    }
    let resolver = ReferenceResolver::of(draft);
    if taken(draft, &resolver, index, value) {
        return Err(RenameRefusal::Taken { label: bare.to_string(), sub: paragraph.level > 0 });
    }
    let mut labels = NewLabels::unchanged(draft);
    labels.set(index, value);
    let mut carrier = ReferenceCarrier::new(text, draft);
    carrier.labels(&labels);
    carrier.references(&resolver, &labels);
    Ok(carrier.done().edits)
}

/// Whether another paragraph of the same run or list has a label already.
fn taken(draft: &Draft, resolver: &ReferenceResolver<'_>, index: usize, value: LabelValue) -> bool {
    let Some(paragraph) = draft.paragraphs.get(index) else { return true };
    let has = |other: usize| {
        let other = draft.paragraphs.get(other).and_then(|other| other.label.as_ref());
        other.is_some_and(|label| label.value == value)
    };
    match resolver.lists().parent(index) {
        Some(parent) => {
            let own = resolver.lists().below(parent).find(|list| list.items.contains(&index));
            own.is_some_and(|list| list.items.iter().any(|other| has(*other)))
        }
        None => (0..draft.paragraphs.len()).any(|other| {
            has(other)
                && draft
                    .paragraphs
                    .get(other)
                    .is_some_and(|other| other.kind == paragraph.kind && other.run == paragraph.run)
        }),
    }
}

/// A number in any script.
fn plain_number(text: &str) -> Option<u32> {
    let (digits, _) = number_in(text).filter(|(digits, _)| *digits == (0..text.len()))?;
    let digit = |c: char| digit_value(c).or_else(|| plain_superscript(c)?.to_digit(10));
    text.get(digits)?.chars().try_fold(0u32, |number, c| number.checked_mul(10)?.checked_add(digit(c)?))
}
