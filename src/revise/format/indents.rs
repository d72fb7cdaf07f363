//! Indents: paragraphs of one kind and level are set in alike, as most of them are.

use std::collections::BTreeMap;

use super::written_lines::{LineOpening, LineRole, WrittenLine, WrittenLines};
use crate::draft::{Edit, ParagraphKind};

/// The changes that make indents even. Those of Markdown mean something, and stay.
pub fn edits(written: &WrittenLines) -> Vec<Edit> {
    if written.markdown {
        return Vec::new();
    }
    let indent = |line: &WrittenLine| written.text.get(line.whole.start..line.content.start).unwrap_or_default();
    let of_paragraph =
        |line: &&WrittenLine| line.role == LineRole::Prose && !indent(line).contains(|c| !super::is_space(c));
    let mut counts: BTreeMap<(u8, u8), BTreeMap<&str, usize>> = BTreeMap::new();
    for line in written.lines.iter().filter(of_paragraph) {
        if let Some(kind) = kind(line) {
            *counts.entry(kind).or_default().entry(indent(line)).or_default() += 1;
        }
    }
    let indents: BTreeMap<_, _> = counts.into_iter().map(|(kind, counts)| (kind, usual(kind, &counts))).collect();
    let edit = |line: &WrittenLine| {
        let wanted = indents.get(&kind(line)?)?;
        let range = line.whole.start..line.content.start;
        (indent(line) != wanted).then(|| Edit { range, text: wanted.clone() })
    };
    written.lines.iter().filter(of_paragraph).filter_map(edit).collect()
}

/// The kind of paragraph that begins on a line, and its level.
fn kind(line: &WrittenLine) -> Option<(u8, u8)> {
    match line.begins? {
        LineOpening::Paragraph(ParagraphKind::Preambular, level) => Some((0, level)),
        LineOpening::Paragraph(ParagraphKind::Operative, level) => Some((1, level)),
        LineOpening::Paragraph(ParagraphKind::Sub, level) => Some((2, level)),
        LineOpening::Heading => None,
    }
}

/// The indent that more than half of the paragraphs have. Where none is usual: none, but four spaces a level for
/// subparagraphs.
fn usual((_, level): (u8, u8), counts: &BTreeMap<&str, usize>) -> String {
    let all: usize = counts.values().sum();
    match counts.iter().max_by_key(|(_, count)| **count) {
        Some((indent, count)) if count * 2 > all => (*indent).to_owned(),
        _ => "    ".repeat(usize::from(level)),
    }
}
