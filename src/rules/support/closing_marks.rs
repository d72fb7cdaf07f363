//! How paragraphs end: the mark, where it stands, and putting another there.

use std::collections::HashMap;
use std::ops::Range;

use super::section_context::{SectionContext, section_contexts};
use crate::draft::line_kind::opens_as_known;
use crate::draft::{Element, ElementKind, Layout, ParagraphKind, Passage, PassageOf, TextEnding, closing};
use crate::language::Language;
use crate::messages::{ArgumentText, Message};
use crate::rules::{DeferUntil, Edit, Finding, Fix, Rule, RuleContext};
use crate::script::is_invisible;
use crate::script::punctuation::{ends_sentence, is_full_stop, parts_clauses};

crate::messages! {
    "closing-mark":
    put_in_place(says: message, right: quote, written: quote) =
        "{says} Put “{right}” in place of “{written}”.";
    put_at_end(says: message, right: quote) = "{says} Put “{right}” at its end.";
    fix_in_place(right: quote, written: quote) = "Put “{right}” in place of “{written}”";
    fix_at_end(right: quote) = "Put “{right}” at the end";
}

/// How a passage ends.
pub struct PassageEnd {
    /// As its running text has it.
    pub ending: TextEnding,
    /// The mark that it ends with, bytes of the draft.
    pub mark: Option<Range<usize>>,
    /// That mark.
    pub shown: String,
    /// The last word before the mark, bytes of the draft.
    word: Range<usize>,
    /// Where a mark would stand if it has none, in front of the markers that follow.
    place: usize,
    /// Words stand behind the mark: `; and`.
    followed: bool,
    /// It ends with a link, or with a mark and something small behind it: a number that is a marker, perhaps, or `, and`.
    trailing: bool,
}

/// How a passage ends. `None` if it says nothing.
pub fn close(context: &RuleContext<'_>, passage: &Passage) -> Option<PassageEnd> {
    let flow = passage.running(context.text);
    let text = flow.text.trim_end();
    let (ending, end) = closing(text);
    let words = text.get(..end)?;
    let bare = match ending {
        TextEnding::Open => end,
        // Of two marks, both.
        _ => words.trim_end_matches(may_end).len(),
    };
    let mark = (bare < end).then_some(bare..end);
    // Behind a closing quotation mark, but within a bracket.
    let quotes = text.get(end..)?;
    let quotes = quotes.len() - quotes.trim_start_matches(['”', '“', '"', '»', '’', '*', '_', '」']).len();
    let word = last_word(text.get(..bare)?);
    let trail = words.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let and = words.rsplit_once(' ').filter(|(_, last)| last.chars().count() < 4).map(|(before, _)| before);
    Some(PassageEnd {
        ending,
        shown: mark.clone().and_then(|mark| text.get(mark)).unwrap_or_default().to_owned(),
        mark: mark.map(|mark| flow.source(mark)),
        place: flow.source(word.start..end + quotes).end,
        followed: ending != TextEnding::Open && text.get(end..)?.contains(char::is_alphabetic),
        trailing: ending == TextEnding::Open
            && (words.rsplit(' ').next().is_some_and(|last| {
                // Right to left, a mark may stand before the number at the end.
                let before = last.trim_start_matches(is_invisible);
                last.contains("://") || (before.len() > 1 && before.starts_with(may_end))
            }) || (trail.len() < words.len() && trail.ends_with(may_end))
                || and.is_some_and(|words| words.ends_with(may_end))),
        word: flow.source(word),
    })
}

/// Whether a paragraph may end with a mark; the one of Chinese lists may stand for a comma.
fn may_end(c: char) -> bool {
    parts_clauses(c) || ends_sentence(c)
}

/// Where the last word of a text stands; in Chinese, its last characters.
fn last_word(text: &str) -> Range<usize> {
    let text = text.trim_end();
    let start = text.rfind(' ').map_or(0, |space| space + 1);
    let short = text.char_indices().rev().take(12).last().map_or(0, |(at, _)| at);
    start.max(short)..text.len()
}

/// The marks that a paragraph can be asked to end with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingMark {
    Comma,
    Semicolon,
    Colon,
    FullStop,
}

impl ClosingMark {
    /// The mark in a language.
    pub fn shown(self, language: &Language) -> &'static str {
        let marks = language.marks;
        match self {
            ClosingMark::Comma => marks.comma,
            ClosingMark::Semicolon => marks.semicolon,
            ClosingMark::Colon => marks.colon,
            ClosingMark::FullStop => marks.full_stop,
        }
    }

    fn ending(self) -> TextEnding {
        match self {
            ClosingMark::Comma => TextEnding::Comma,
            ClosingMark::Semicolon => TextEnding::Semicolon,
            ClosingMark::Colon => TextEnding::Colon,
            ClosingMark::FullStop => TextEnding::Stop,
        }
    }
}

/// A passage that ends as it should not.
pub struct ClosingFault<'a> {
    pub passage: &'a Passage,
    /// The mark that it should end with.
    pub mark: ClosingMark,
    /// A plain sentence that says what ends with which mark.
    pub says: fn() -> Message,
    /// Another text may follow yet, after which the passage is right as it is.
    pub may_go_on: bool,
}

/// The finding about a passage that ends as it should not. `None` if, its markers aside, it ends well after all, or in a
/// way that a text may end in.
pub fn finding(context: &RuleContext<'_>, rule: &Rule, wrong: &ClosingFault<'_>) -> Option<Finding> {
    // A label by itself says nothing.
    if is_label_only(context, wrong.passage) {
        return None;
    }
    let close = close(context, wrong.passage)?;
    // Out of a page, a paragraph may have a heading or a number for its last words.
    let page = context.draft.layout == Layout::Page;
    let lost = page
        && match close.ending {
            TextEnding::Open => may_end_otherwise(context, wrong.passage),
            TextEnding::Colon => true,
            _ => close.followed,
        };
    let stop = close.shown.ends_with(is_full_stop) && !close.shown.contains("..");
    let unclear = close.ending == TextEnding::Stop && !stop;
    if close.ending == wrong.mark.ending() || lost || unclear || close.trailing {
        return None;
    }
    let language = context.draft.language_at(wrong.passage.range.start);
    let right = ArgumentText::fixed(wrong.mark.shown(language));
    let (range, message) = match &close.mark {
        Some(mark) => (mark.clone(), put_in_place((wrong.says)(), right, &close.shown)),
        None => (close.word.clone(), put_at_end((wrong.says)(), right)),
    };
    let mut finding = context.finding(rule, range, message);
    finding.defer_until = Some(if wrong.may_go_on { DeferUntil::Document } else { DeferUntil::Paragraph });
    finding.fix = Some(put(context, &close, wrong.mark, language));
    Some(finding)
}

/// Whether a passage has no words but its label.
fn is_label_only(context: &RuleContext<'_>, passage: &Passage) -> bool {
    let PassageOf::Paragraph(at) = passage.of else { return false };
    let label = context.draft.paragraphs.get(at).and_then(|paragraph| paragraph.label.as_ref());
    let behind = label.and_then(|label| context.text.get(label.range.end..passage.range.end));
    behind.is_some_and(|words| words.trim().is_empty())
}

/// Whether it is not certain that a passage on a page ends where it seems to: it has no words but its label, what stands at
/// its end is set apart from the rest and may be a heading or a number, or what follows opens as no paragraph does.
fn may_end_otherwise(context: &RuleContext<'_>, passage: &Passage) -> bool {
    let PassageOf::Paragraph(at) = passage.of else { return true };
    let label = context.draft.paragraphs.get(at).and_then(|paragraph| paragraph.label.as_ref());
    let begins = label.map_or(passage.range.start, |label| label.range.end.max(passage.range.start));
    let words = context.text.get(begins..passage.range.end).unwrap_or_default();
    let before = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = words.len() - before.len();
    // What stands under a label that is alone on its line may be another's.
    let apart = words.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) && words.trim().lines().count() == 1;
    apart
        || ((1..4).contains(&number) && !before.ends_with(['/', '.', '-', '–']) && may_call(context, words, number))
        || !next_begins_anew(context, passage, at)
        || ends_in_a_heading(context, passage, begins)
}

/// Whether the number of so many digits at the end of a passage may be a footnote's mark, or of another line: no number
/// behind a word in its line is one that is past the last note's, or that is the number of a thing (`paragraph 1`).
fn may_call(context: &RuleContext<'_>, words: &str, digits: usize) -> bool {
    let (before, number) = words.split_at_checked(words.len().saturating_sub(digits)).unwrap_or((words, ""));
    let thing = before.strip_suffix(' ').and_then(|before| before.split_whitespace().next_back()).unwrap_or_default();
    if thing.chars().count() >= SHORTEST_THING
        && context.draft.language.reading.counted_things.contains(&thing.to_lowercase().as_str())
    {
        return false;
    }
    let last = context.draft.notes.iter().filter_map(|note| note.label.parse::<u32>().ok()).max();
    let past = last.zip(number.parse().ok()).is_some_and(|(last, number): (u32, u32)| number > last + NOTES_MISSING);
    !past || !before.ends_with(' ')
}

/// Shorter words before a number are none of a thing, but `of`, `and` and the like.
const SHORTEST_THING: usize = 5;

/// So many notes at the end may not have been read, or not written yet.
const NOTES_MISSING: u32 = 5;

/// Whether what stands behind a passage begins something of its own: a paragraph with a label or opening words, what
/// closes the resolution, or nothing.
fn next_begins_anew(context: &RuleContext<'_>, passage: &Passage, paragraph: usize) -> bool {
    let draft = context.draft;
    let behind = draft.passages.partition_point(|other| other.range.start < passage.range.end);
    let Some(next) = draft.passages.get(behind) else { return true };
    match next.of {
        PassageOf::Paragraph(at) if at == paragraph + 1 => {
            let labelled = draft.paragraphs.get(at).is_some_and(|next| next.label.is_some());
            let words = context.text.get(next.range.clone()).unwrap_or_default();
            labelled || opens_as_known(words, draft.language_at(next.range.start))
        }
        PassageOf::Element(at) => draft
            .elements
            .get(at)
            .is_some_and(|element| matches!(element.kind, ElementKind::Closing | ElementKind::Annex)),
        _ => false,
    }
}

/// Whether the last line of a passage that begins at byte `begins` may be a heading: it stands apart from the line before,
/// or that ends as paragraphs do.
fn ends_in_a_heading(context: &RuleContext<'_>, passage: &Passage, begins: usize) -> bool {
    let words = context.text.get(begins..passage.range.end).unwrap_or_default();
    let mut lines = words.lines().rev();
    let mut below = lines.next().unwrap_or_default().trim();
    let mut at = passage.range.end - below.len();
    let (mut up, mut gap) = (0, false);
    for line in lines {
        let bare = line.trim();
        at = at.saturating_sub(line.len() + 1);
        if bare.is_empty() {
            gap = true;
            continue;
        }
        // What goes on in the middle of a sentence is no heading, even behind the end of a page.
        let small = below.starts_with(char::is_lowercase);
        let own = passage.pieces.iter().any(|piece| piece.start < at + line.len() && at < piece.end);
        if gap || !own {
            return own || !small;
        }
        // The number of a note behind the mark.
        let said = bare.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        let ends = match closing(said).0 {
            TextEnding::Open => false,
            // In the middle of a sentence a comma may stand before a name.
            TextEnding::Comma => up == 0,
            _ => true,
        };
        if ends && !small {
            return true;
        }
        below = bare;
        up += 1;
        if up == 3 {
            break;
        }
    }
    false
}

/// Puts a mark at the end of a passage.
fn put(context: &RuleContext<'_>, close: &PassageEnd, mark: ClosingMark, language: &Language) -> Fix {
    let right = mark.shown(language);
    let double = matches!(mark, ClosingMark::Semicolon | ClosingMark::Colon);
    let before = if double { language.marks.before_double } else { "" };
    let at = match &close.mark {
        Some(mark) => mark.clone(),
        None if language.marks.marker_first => {
            let behind = behind_markers(context, close.place);
            behind..behind
        }
        None => close.place..close.place,
    };
    // The space before a French semicolon goes with it, and comes with it.
    let words = context.text.get(..at.start).unwrap_or_default();
    let spaces = words.len() - words.trim_end_matches([' ', '\u{a0}', '\u{202f}']).len();
    let edit = match (language.marks.before_double.is_empty(), double) {
        (false, false) => Edit { range: at.start - spaces..at.end, text: right.to_owned() },
        (false, true) if spaces == 0 => Edit { range: at, text: format!("{before}{right}") },
        _ => Edit { range: at, text: right.to_owned() },
    };
    let title = match &close.mark {
        Some(_) => fix_in_place(ArgumentText::fixed(right), &close.shown),
        None => fix_at_end(ArgumentText::fixed(right)),
    };
    Fix { title, certain: true, edits: vec![edit] }
}

/// The byte behind the markers that stand at a place.
fn behind_markers(context: &RuleContext<'_>, place: usize) -> usize {
    let markers = &context.draft.markers;
    let first = markers.partition_point(|marker| marker.range.start < place);
    let mut end = place;
    for marker in markers.get(first..).unwrap_or_default() {
        let between = context.text.get(end..marker.range.start).unwrap_or("\n");
        if !between.chars().all(|c| matches!(c, '(' | ')' | '⁽' | '⁾' | ',' | ' ' | '\u{a0}')) {
            break;
        }
        end = marker.range.end;
        let open = between.ends_with(['(', '⁽']);
        let closes = context.text.get(end..).and_then(|rest| rest.chars().next());
        if let Some(closes) = closes.filter(|c| open && matches!(c, ')' | '⁾')) {
            end += closes.len_utf8();
        }
    }
    end
}

/// How the last passage of a paragraph ends, the paragraphs under it left out.
pub fn ending(context: &RuleContext<'_>, paragraph: usize) -> Option<TextEnding> {
    context.draft.passages_of(paragraph).last().map(|passage| passage.ending)
}

/// What an operative paragraph must end with, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueEnding {
    /// Others follow.
    Semicolon,
    /// A heading or another text follows.
    SemicolonOrStop,
    /// Nothing follows.
    FullStop,
}

/// How the operative paragraphs of a draft end.
pub struct OperativeEndings {
    /// Where each paragraph stands.
    pub section_contexts: Vec<SectionContext>,
    /// Of each operative paragraph outside of annexes.
    due: Vec<Option<DueEnding>>,
    /// How those end that others follow, by resolution and count.
    inner: HashMap<(usize, u32), EndingCount>,
}

/// How many endings there are, and of which kind.
#[derive(Debug, Clone, Copy, Default)]
pub struct EndingCount {
    semicolons: usize,
    open: usize,
    all: usize,
}

impl EndingCount {
    /// Counts one more.
    pub fn add(&mut self, ending: TextEnding) {
        self.all += 1;
        self.semicolons += usize::from(ending == TextEnding::Semicolon);
        self.open += usize::from(ending == TextEnding::Open);
    }

    /// The same without one that was counted.
    pub fn without(self, ending: TextEnding) -> EndingCount {
        EndingCount {
            semicolons: self.semicolons - usize::from(ending == TextEnding::Semicolon).min(self.semicolons),
            open: self.open - usize::from(ending == TextEnding::Open).min(self.open),
            all: self.all.saturating_sub(1),
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.all == 0
    }

    /// How many of these are semicolons.
    pub fn semicolons(self) -> usize {
        self.semicolons
    }

    /// Whether none of these has a mark at its end.
    pub fn have_no_marks(self) -> bool {
        self.open == self.all
    }

    /// Whether no more than half of these end otherwise than the manual has it. Where most do, the text is a declaration
    /// of whole sentences, or a list of names.
    pub fn asks_for_semicolons(self) -> bool {
        2 * self.semicolons >= self.all
    }
}

/// Whether the text goes on behind a heading after byte `end`: sections that have no numbered paragraph.
fn headed(context: &RuleContext<'_>, end: usize) -> bool {
    let section = |element: &&Element| {
        element.range.start >= end && matches!(element.kind, ElementKind::Section | ElementKind::Part)
    };
    // What stands behind a later heading stands behind the first one, too.
    context.draft.elements.iter().find(section).is_some_and(|section| {
        let behind = context.draft.passages.partition_point(|passage| passage.range.start < section.range.end);
        context
            .draft
            .passages
            .get(behind..)
            .unwrap_or_default()
            .iter()
            .any(|passage| matches!(passage.of, PassageOf::Aside) && passage.ending != TextEnding::Open)
    })
}

impl OperativeEndings {
    /// How the operative paragraphs of a draft end.
    pub fn of(context: &RuleContext<'_>) -> OperativeEndings {
        let paragraphs = &context.draft.paragraphs;
        let section_contexts = section_contexts(context.text, context.draft);
        let mut due = vec![None; paragraphs.len()];
        let mut inner: HashMap<(usize, u32), EndingCount> = HashMap::new();
        // From the end, with the next paragraph outside of lists and annexes, and the last paragraph of this one's list.
        let mut next: Option<usize> = None;
        let mut last = None;
        for (i, (paragraph, standing)) in paragraphs.iter().zip(&section_contexts).enumerate().rev() {
            if paragraph.kind == ParagraphKind::Sub {
                last.get_or_insert(i);
                continue;
            }
            let last = last.take().unwrap_or(i);
            if standing.annexed {
                continue;
            }
            let follows = next.and_then(|next| Some((paragraphs.get(next)?, section_contexts.get(next)?)));
            let here = match follows {
                Some((_, there)) if there.resolution != standing.resolution => DueEnding::FullStop,
                Some((other, there)) if there.zone == standing.zone && other.run == paragraph.run => {
                    DueEnding::Semicolon
                }
                Some(_) => DueEnding::SemicolonOrStop,
                None if headed(context, paragraph.range.end) => DueEnding::SemicolonOrStop,
                None => DueEnding::FullStop,
            };
            next = Some(i);
            if paragraph.kind != ParagraphKind::Operative {
                continue;
            }
            if let Some(due) = due.get_mut(i) {
                *due = Some(here);
            }
            if here == DueEnding::Semicolon
                && let Some(ending) = ending(context, last)
            {
                inner.entry((standing.resolution, paragraph.run)).or_default().add(ending);
            }
        }
        OperativeEndings { section_contexts, due, inner }
    }

    /// What an operative paragraph must end with. `None` in annexes and before the organ line.
    pub fn due(&self, paragraph: usize) -> Option<DueEnding> {
        self.due
            .get(paragraph)
            .copied()
            .flatten()
            .filter(|_| self.section_contexts.get(paragraph).is_some_and(|here| here.led))
    }

    /// How the others of an operative paragraph's count end, which ends with `ending` itself, the last one aside.
    pub fn others(&self, context: &RuleContext<'_>, paragraph: usize, ending: TextEnding) -> EndingCount {
        let run = context.draft.paragraphs.get(paragraph).map(|paragraph| paragraph.run);
        let counted = self.section_contexts.get(paragraph).zip(run);
        let counted = counted.and_then(|(here, run)| self.inner.get(&(here.resolution, run))).copied();
        let counted = counted.unwrap_or_default();
        if self.due(paragraph) == Some(DueEnding::Semicolon) { counted.without(ending) } else { counted }
    }
}

/// Whether the next thing after a paragraph with a colon is the paragraph that follows it, and opens as that one does
/// when nothing is introduced.
pub fn introduces_nothing(context: &RuleContext<'_>, paragraph: usize, opens: fn(&str, &Language) -> bool) -> bool {
    let draft = context.draft;
    let Some(end) = draft.paragraphs.get(paragraph).map(|paragraph| paragraph.range.end) else { return false };
    let next = draft.passages.partition_point(|passage| passage.range.start < end);
    draft.passages.get(next).is_some_and(|next| {
        let label = draft.paragraphs.get(paragraph + 1).and_then(|next| next.label.as_ref());
        let words = label.map_or(next.range.start, |label| label.range.end)..next.range.end;
        let language = draft.language_at(next.range.start);
        next.of == PassageOf::Paragraph(paragraph + 1)
            && context.text.get(words).is_some_and(|words| opens(words.trim_start(), language))
    })
}
