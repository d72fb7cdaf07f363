//! What is known of a draft's text for certain, because the format of its file says so.

use std::ops::Range;

use super::{Draft, Layout, ParagraphKind, PassageOf, ReadAs};
use crate::language;
use crate::source::Hints;

impl Draft {
    /// Reads a draft of which its file's format knows something. What the user says goes before it.
    ///
    /// A hint is believed where it takes a doubt away, and nothing is made of it that the text doesn't say: the language
    /// and the layout are not guessed, a figure that calls no note is no marker, a heading is no paragraph, and a label
    /// is one however it is written.
    pub fn read_with(text: &str, read_as: ReadAs, hints: &Hints) -> Draft {
        let language = hints.language.as_deref().and_then(language::of_iso_639);
        let layout = hints.paragraph_a_line.then_some(Layout::Clean);
        let read_as = ReadAs { language: read_as.language.or(language), layout: read_as.layout.or(layout), ..read_as };
        let mut draft = Draft::read_as(text, read_as);
        if let Some(markers) = &hints.markers {
            draft.markers.retain(|marker| touches(markers, &marker.range));
        }
        if let Some(notes) = &hints.notes {
            draft.notes.retain(|note| touches(notes, &note.range));
        }
        for label in draft.paragraphs.iter_mut().filter_map(|paragraph| paragraph.label.as_mut()) {
            label.irregular &= !touches(&hints.labels, &label.range);
        }
        draft.leave_out_headings(&hints.headings);
        draft.unread.clone_from(&hints.unread);
        draft
    }

    /// Makes no paragraphs of headings.
    fn leave_out_headings(&mut self, headings: &[Range<usize>]) {
        for index in (0..self.paragraphs.len()).rev() {
            let is_heading = self.paragraphs.get(index).is_some_and(|paragraph| {
                let Range { start, end } = paragraph.range;
                let within = headings.iter().any(|heading| heading.start <= start && end <= heading.end);
                let has_more = self.paragraphs.get(index + 1).is_some_and(|next| next.parent == Some(index));
                within && !has_more && paragraph.kind == ParagraphKind::Preambular
            });
            if is_heading {
                self.paragraphs.remove(index);
                for passage in &mut self.passages {
                    passage.of = match passage.of {
                        PassageOf::Paragraph(of) if of == index => PassageOf::Aside,
                        PassageOf::Paragraph(of) if of > index => PassageOf::Paragraph(of - 1),
                        of => of,
                    };
                }
                for parent in self.paragraphs.iter_mut().filter_map(|paragraph| paragraph.parent.as_mut()) {
                    *parent -= usize::from(*parent > index);
                }
            }
        }
    }
}

/// Whether one of these ranges, which are in order, has a byte in common with another range.
fn touches(ranges: &[Range<usize>], other: &Range<usize>) -> bool {
    let next = ranges.partition_point(|range| range.end <= other.start);
    ranges.get(next).is_some_and(|range| range.start < other.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH};

    const TEXT: &str = "\
The General Assembly,

Recalling the lamps of the harbours on 5 km² of quays,¹

Noting the role of the harbours in the night

1. Decides to rest;

2. Decides to wait.

¹ A/93/5.
";

    fn place(words: &str) -> Range<usize> {
        let start = TEXT.find(words).unwrap();
        start..start + words.len()
    }

    #[test]
    fn without_hints_a_draft_is_read_as_it_is() {
        let draft = Draft::read_with(TEXT, ReadAs::default(), &Hints::default());
        assert_eq!(format!("{draft:?}"), format!("{:?}", Draft::read(TEXT)));
    }

    #[test]
    fn what_the_format_knows_is_believed() {
        let before = Draft::read(TEXT);
        let hints = Hints {
            language: Some("eng".to_owned()),
            paragraph_a_line: true,
            labels: vec![place("1."), place("2.")],
            headings: vec![place("Noting the role of the harbours in the night")],
            notes: Some(vec![place("¹ A/93/5.")]),
            markers: Some(vec![place("¹")]),
            unread: Vec::new(),
        };
        let draft = Draft::read_with(TEXT, ReadAs::default(), &hints);
        assert_eq!((draft.language, draft.layout, draft.notes.len()), (ENGLISH, Layout::Clean, 1));
        assert_eq!(draft.markers.iter().map(|marker| marker.label.as_str()).collect::<Vec<_>>(), ["1"]);
        assert_eq!(draft.paragraphs.len() + 1, before.paragraphs.len(), "a heading is no paragraph");
        for (at, paragraph) in draft.paragraphs.iter().enumerate() {
            assert!(draft.passages_of(at).iter().any(|passage| passage.range.start == paragraph.range.start));
        }
    }

    #[test]
    fn what_the_user_says_goes_before() {
        let said = ReadAs { language: Some(FRENCH), ..ReadAs::default() };
        let hints = Hints { language: Some("en".to_owned()), ..Hints::default() };
        assert_eq!(Draft::read_with(TEXT, said, &hints).language, FRENCH);
    }
}
