//! What Enter writes: the next label behind a labelled paragraph, the first one of a list behind a colon, and nothing in
//! place of a label that has stayed empty.

mod next;

use std::ops::Range;

use super::renumber::make_room;
use crate::draft::label::{self, LabelForm};
use crate::draft::{Draft, Edit, Layout, Paragraph, ParagraphKind, edit};
use crate::language::Language;
use crate::script::is_invisible;
use crate::script::punctuation::{is_colon, is_comma, is_full_stop, is_number_stop, is_semicolon};

/// A line that was just ended.
#[derive(Debug, Clone, Copy)]
pub struct TypingContext<'a> {
    pub text: &'a str,
    /// What was read of the text, the new line in it.
    pub draft: &'a Draft,
    /// The cursor, in bytes, on the new line.
    pub offset: usize,
}

/// What Enter writes at the cursor, or takes away before it; `None` where it does nothing beside ending the line. The
/// edit ends where the cursor is, which comes to stand behind what it writes.
pub fn enter(params: TypingContext<'_>) -> Option<Edit> {
    let ended = EndedLine::of(params)?;
    ended.empty_label().unwrap_or_else(|| ended.next())
}

/// As [`enter`], with the numbers that change by a new label, and the references to them, in the order of the text.
pub fn enter_renumbering(params: TypingContext<'_>) -> Option<Vec<Edit>> {
    let label = enter(params)?;
    let mut edits = renumbered(params, &label);
    edits.push(label);
    edits.sort_by_key(|edit| edit.range.start);
    Some(edits)
}

/// What the numbers behind a new label become, and the references to them.
fn renumbered(TypingContext { text: before, draft, .. }: TypingContext<'_>, label: &Edit) -> Vec<Edit> {
    // What will be written behind the label may be this.
    let language = draft.language_at(label.range.start);
    let opening = language.writing.operative.first();
    let words = opening.and_then(|opening| language.writing.opening(opening, 0, draft.organ)).unwrap_or_default();
    let written = Edit { text: format!("{}{words}", label.text), ..label.clone() };
    let text = edit::apply(std::slice::from_ref(&written), before);
    let new = written.range.start..written.range.start + written.text.len();
    let draft = Draft::read_as(&text, draft.read_as);
    let begun = draft.paragraphs.iter().position(|paragraph| {
        paragraph.label.as_ref().is_some_and(|label| new.start <= label.range.start && label.range.end <= new.end)
    });
    let Some(begun) = begun else { return Vec::new() };
    // As the text is without the new label.
    let back = |at: usize| if at <= new.start { Some(at) } else { (at + label.range.end).checked_sub(new.end) };
    let moved = make_room(&text, &draft, begun).edits.into_iter().map(|Edit { range, text }| {
        let apart = range.end <= new.start || new.end <= range.start;
        apart.then(|| Some(Edit { range: back(range.start)?..back(range.end)?, text })).flatten()
    });
    // All of them, or none.
    moved.collect::<Option<Vec<Edit>>>().unwrap_or_default()
}

/// The line that was ended, and what stands around it.
struct EndedLine<'a> {
    text: &'a str,
    draft: &'a Draft,
    language: &'static Language,
    /// The ended line without its end, in bytes.
    line: Range<usize>,
    /// The new line up to the cursor: at most what the editor has indented it by.
    new: Range<usize>,
    /// How lines end here.
    end: &'a str,
}

impl<'a> EndedLine<'a> {
    /// `None` where the new line has words, or the ended one none.
    fn of(TypingContext { text, draft, offset }: TypingContext<'a>) -> Option<EndedLine<'a>> {
        let before = text.get(..offset)?;
        let rest = text.get(offset..)?;
        let start = before.rfind(['\n', '\r'])? + 1;
        let rest = rest.split(['\n', '\r']).next().unwrap_or_default();
        let blank = |text: &str| text.chars().all(char::is_whitespace);
        if !blank(before.get(start..)?) || !blank(rest) {
            return None;
        }
        let content = before.get(..start)?;
        let content = content
            .strip_suffix('\n')
            .map(|line| line.strip_suffix('\r').unwrap_or(line))
            .or_else(|| content.strip_suffix('\r'))?;
        let end = before.get(content.len()..start)?;
        let line = content.rfind(['\n', '\r']).map_or(0, |end| end + 1)..content.len();
        let language = draft.language_at(line.start);
        let ended = EndedLine { text, draft, language, line, new: start..offset, end };
        (!blank(ended.words())).then_some(ended)
    }

    fn words(&self) -> &'a str {
        self.text.get(self.line.clone()).unwrap_or_default()
    }

    /// The index of the last paragraph that begins before a byte.
    fn before(&self, at: usize) -> Option<usize> {
        self.draft.paragraphs.iter().rposition(|paragraph| paragraph.range.start < at)
    }

    /// A label alone on the ended line: goes, and in a list that of the paragraph above it comes. `None` where there is
    /// more on the line.
    fn empty_label(&self) -> Option<Option<Edit>> {
        let words = self.words();
        let indented = words.len() - words.trim_start().len();
        let found = label::label(words.trim(), self.language)?;
        if found.range != (0..words.trim().len()) || found.irregular {
            return None;
        }
        let edit = |text: String| Some(Edit { range: self.line.start..self.new.end, text });
        let nothing = Some(edit(String::new()));
        let LabelForm::Sub { .. } = found.form else { return nothing };
        let Some(last) = self.before(self.line.start) else { return nothing };
        let here = self.line.start + indented;
        let level = self.draft.paragraphs.iter().find(|paragraph| paragraph.range.start == here).map(|own| own.level);
        let Some(level) = level.or_else(|| Some(self.draft.paragraphs.get(last)?.level)) else { return nothing };
        // The paragraph that the list is in, if the list has an item already.
        let mut above = Some(last);
        let mut in_list = false;
        while let Some(paragraph) = above.and_then(|at| self.draft.paragraphs.get(at)) {
            if paragraph.level < level {
                break;
            }
            in_list = true;
            above = paragraph.parent;
        }
        let Some(owner) = above.filter(|_| in_list) else { return nothing };
        let Some(label) = self.label_after(owner) else { return nothing };
        let apart = self.is_apart(owner) && !self.follows_blank(self.line.start);
        Some(edit(format!("{}{label}", if apart { self.end } else { "" })))
    }

    /// The label behind a paragraph that ends with the ended line.
    fn next(&self) -> Option<Edit> {
        let at = self.before(self.new.start)?;
        let paragraph = self.draft.paragraphs.get(at)?;
        let label = paragraph.label.as_ref()?;
        let ends = self.line.start + self.words().trim_end().len();
        if paragraph.range.end < ends
            || paragraph.range.end > self.new.start
            || paragraph.kind == ParagraphKind::Preambular
        {
            return None;
        }
        let words = self.text.get(label.range.end..paragraph.range.end)?;
        if words.trim().is_empty() {
            return None;
        }
        let (written, apart) = match ParagraphEnd::of(words) {
            ParagraphEnd::Colon => (self.first_below(at)?, self.is_apart_below(at)),
            ParagraphEnd::Comma if paragraph.kind == ParagraphKind::Operative => return None,
            ParagraphEnd::Stop if self.is_last(at) => return None,
            // A line may end where a sentence goes on.
            ParagraphEnd::None if self.wraps() => return None,
            _ => (self.label_after(at)?, self.is_apart(at)),
        };
        Some(Edit { range: self.new.clone(), text: format!("{}{written}", if apart { self.end } else { "" }) })
    }

    /// Whether sentences are broken into lines here.
    fn wraps(&self) -> bool {
        self.draft.layout == Layout::Page
            || self
                .draft
                .paragraphs
                .iter()
                .any(|paragraph| self.text.get(paragraph.range.clone()).is_some_and(|text| text.contains(['\n', '\r'])))
    }

    /// Whether a full stop ends the resolution, or its part: the others of its run end otherwise.
    fn is_last(&self, at: usize) -> bool {
        let Some(own) = self.draft.paragraphs.get(at) else { return false };
        let others = self.draft.paragraphs.iter().filter(|other| other.run == own.run && other.range != own.range);
        let others = others.filter(|other| other.kind != ParagraphKind::Preambular);
        let marks: Vec<ParagraphEnd> =
            others.map(|other| ParagraphEnd::of(self.text.get(other.range.clone()).unwrap_or_default())).collect();
        marks.contains(&ParagraphEnd::Semicolon) && !marks.contains(&ParagraphEnd::Stop)
    }

    /// Whether a blank line stands before a byte at the beginning of a line.
    fn follows_blank(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before.lines().next_back().is_none_or(|line| line.trim().is_empty())
    }

    /// Whether a blank line stands between a paragraph and what is before it, as it will between the next one and it.
    fn is_apart(&self, at: usize) -> bool {
        let start = self.draft.paragraphs.get(at).map_or(0, |paragraph| paragraph.range.start);
        let line = self.text.get(..start).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |end| end + 1);
        line > 0 && self.follows_blank(line)
    }

    /// The same for the first item of a list in a paragraph: as in other lists, else as between paragraphs.
    fn is_apart_below(&self, at: usize) -> bool {
        let level = self.draft.paragraphs.get(at).map_or(0, |paragraph| paragraph.level);
        let below = |index: &usize| {
            self.draft
                .paragraphs
                .get(*index)
                .is_some_and(|paragraph| paragraph.level > level && paragraph.label.is_some())
        };
        (0..self.draft.paragraphs.len())
            .rev()
            .find(below)
            .map_or_else(|| self.is_apart(at), |other| self.is_apart(other))
    }

    /// The white space before a paragraph's label on its line.
    fn indent(&self, paragraph: &Paragraph) -> &'a str {
        let start = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.start);
        let before = self.text.get(..start).unwrap_or_default();
        let line = before.get(before.rfind(['\n', '\r']).map_or(0, |end| end + 1)..).unwrap_or_default();
        line.get(..line.len() - line.trim_start().len()).unwrap_or_default()
    }

    /// What stands between a paragraph's label and its words.
    fn gap(&self, paragraph: &Paragraph) -> &'a str {
        let end = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end);
        let words = self.text.get(end..paragraph.range.end).unwrap_or_default();
        let gap = words.get(..words.len() - words.trim_start().len()).unwrap_or_default();
        if gap.contains(['\n', '\r']) || words.trim_start().starts_with(']') { " " } else { gap }
    }
}

/// How a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ParagraphEnd {
    Semicolon,
    Stop,
    Colon,
    Comma,
    None,
}

impl ParagraphEnd {
    /// The mark behind a paragraph's words, with nothing after it but quotation marks, brackets and note markers.
    fn of(words: &str) -> ParagraphEnd {
        let marker = |c: char| {
            c.is_whitespace()
                || c.is_numeric()
                || is_invisible(c)
                || matches!(
                    c,
                    '^' | '['
                        | ']'
                        | '('
                        | ')'
                        | '（'
                        | '）'
                        | '*'
                        | '_'
                        | '”'
                        | '“'
                        | '»'
                        | '"'
                        | '’'
                        | '」'
                        | '』'
                        | '》'
                )
        };
        match words.trim_end_matches(marker).chars().next_back() {
            Some(c) if is_semicolon(c) => ParagraphEnd::Semicolon,
            Some(c) if is_full_stop(c) || is_number_stop(c) => ParagraphEnd::Stop,
            Some(c) if is_colon(c) => ParagraphEnd::Colon,
            Some(c) if is_comma(c) => ParagraphEnd::Comma,
            _ => ParagraphEnd::None,
        }
    }
}

#[cfg(test)]
mod tests;
