//! What each line of a draft is to the reader: text, a footnote, or the furniture of a printed page.

use std::collections::HashMap;

use super::anchors;
use super::layout::{OrganLines, TextShape};
use super::line_kind::{LineKind, opens_as_known, starter};
use super::lines::{DraftLine, TextEnding, ending};
use crate::language::Language;
use crate::script::punctuation::{
    ENUMERATION_COMMA, FULL_WIDTH_COLON, FULL_WIDTH_COMMA, FULL_WIDTH_SEMICOLON, IDEOGRAPHIC_STOP, closes_round,
    is_colon, opens_round, parts_clauses,
};
use crate::script::{is_superscript, is_wide};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageLineKind {
    /// A blank line.
    Blank,
    /// Running text, headings and masthead.
    Text,
    /// Running heads, page numbers, job numbers, rules.
    Furniture,
    /// Of the footnotes; the number is that of the region, counted from 0, or `STARRED`.
    Note(u32),
}

/// The region of notes to asterisks that stand outside of the regions of numbered ones.
pub const STARRED: u32 = u32::MAX;

/// The lines of a draft and what each one is.
#[derive(Debug)]
pub struct PageLines {
    /// The lines of the page text.
    pub lines: Vec<DraftLine>,
    /// What each line is, in the same order.
    pub kinds: Vec<PageLineKind>,
    /// The place of the draft's own symbol in the masthead.
    pub symbol: Option<std::ops::Range<usize>>,
    /// The line that is the first organ line, where the draft's head is among the lines.
    pub organ_line: Option<usize>,
    /// The line that is the organ line of a body that is in no table.
    pub other_organ: Option<usize>,
    /// The lines of page text that are rows of tables, in order.
    pub rows: Vec<usize>,
    /// The numbers alone on their lines that count the items of a list, and the lines of the items, in order.
    pub listed: Vec<usize>,
    /// The regions of notes that have no rule above them.
    pub unruled: Vec<u32>,
}

impl PageLines {
    /// What line `i` begins.
    pub fn starter(&self, text: &str, i: usize, language: &Language) -> LineKind {
        if self.other_organ == Some(i) {
            return LineKind::OrganLine(None);
        }
        self.lines.get(i).map_or(LineKind::Text, |line| line.starter(text, language))
    }
}

/// Sorts the lines of a draft, or of a stretch of one, which has a masthead, with these organ lines, only where it is the
/// draft's `head`.
/// `starred` are the asterisks that call notes in the draft.
pub fn sort(
    text: &str,
    shape: &TextShape,
    language: &Language,
    lines: Vec<DraftLine>,
    (head, starred): (Option<OrganLines>, StarCalls),
) -> PageLines {
    let symbol = if head.is_some() { masthead_symbol(text, &lines, language) } else { None };
    let organ_lines = head.unwrap_or_default();
    let mut sorter = PageLineSorter {
        text,
        shape,
        language,
        organ_line: organ_lines.first,
        kinds: vec![PageLineKind::Text; lines.len()],
        lines: &lines,
        starred,
        calls: HashMap::new(),
        unruled: Vec::new(),
        ruled: false,
        regions: 0,
        passed: 0..0,
        following: Vec::new(),
    };
    sorter.blanks();
    if shape.wrapped {
        sorter.furniture(symbol.clone().map(|range| &text[range]));
    }
    sorter.follow();
    // Where rules part the notes from the text, all notes are under them, and numbers alone are theirs and their markers.
    sorter.ruled = (0..sorter.lines.len()).any(|i| sorter.rule(i).is_some_and(|drawn| sorter.notes_follow(i, drawn)));
    let listed = if shape.wrapped && !sorter.ruled { sorter.listed() } else { Vec::new() };
    if shape.wrapped {
        sorter.calls = sorter.calls(&listed);
    }
    sorter.notes();
    let rows = if shape.wrapped { sorter.rows() } else { Vec::new() };
    let (kinds, unruled) = (sorter.kinds, sorter.unruled);
    let OrganLines { first: organ_line, other: other_organ } = organ_lines;
    PageLines { lines, kinds, symbol, organ_line, other_organ, rows, listed, unruled }
}

/// Columns that a raised number stands further in than the line it belongs to, at least.
const RAISED_INDENT: usize = 8;

/// Columns that a line has at least below a raised number.
const UNDER_RAISED: usize = 20;

/// Columns that a line has at least whose words were stretched to fill it.
const STRETCHED: usize = 50;

/// Columns that two lines end apart at most where each is stretched to the edge of the text.
const STRETCHED_APART: usize = 6;

/// Whether wide gaps part most of the words of a line.
fn is_stretched(line: &str) -> bool {
    let gaps = line.split_whitespace().count().saturating_sub(1);
    let wide = line.split("  ").filter(|piece| !piece.trim().is_empty()).count().saturating_sub(1);
    gaps >= 3 && wide * 2 > gaps
}

/// Whether line `i` is a number that a page's text has raised above the line below it: alone between two lines of running text,
/// and set in to the place in the lower one that it belongs to.
pub fn is_raised(text: &str, lines: &[DraftLine], i: usize) -> bool {
    let words = |line: &DraftLine| text.get(line.text.clone()).unwrap_or_default();
    // Most lines are longer.
    let Some(number) = lines.get(i).filter(|line| (1..=2).contains(&line.text.len()) && is_digits(words(line))) else {
        return false;
    };
    let filled = |at: Option<usize>| lines.get(at?).filter(|line| !line.is_blank());
    let (Some(above), Some(below)) = (filled(i.checked_sub(1)), filled(Some(i + 1))) else { return false };
    // Cells of a table stand apart. So do the words of a line that was stretched to where the next one ends, all of them.
    let end = |line: &DraftLine| line.indent + line.width;
    let even = end(above).abs_diff(end(below)) <= STRETCHED_APART;
    let running = |line: &DraftLine| {
        let words = words(line);
        !words.contains("   ") || (even && line.width >= STRETCHED && is_stretched(words))
    };
    if !running(above) || !running(below) {
        return false;
    }
    let place = below.indent + RAISED_INDENT..=below.indent + below.width + 4;
    !number.new_page
        && !below.new_page
        && above.width >= UNDER_RAISED
        && below.width >= UNDER_RAISED
        && place.contains(&number.indent)
}

/// No printed page has fewer lines on average.
const SHORTEST_PAGE: usize = 8;

/// Bytes that a running title has at least, spaces aside.
const SHORTEST_TITLE: usize = 8;

/// The words of a line without its spaces and emphasis.
fn even(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_')).collect()
}

struct PageLineSorter<'a> {
    text: &'a str,
    shape: &'a TextShape,
    language: &'a Language,
    organ_line: Option<usize>,
    lines: &'a [DraftLine],
    kinds: Vec<PageLineKind>,
    starred: StarCalls,
    /// How often each number stands where a note may be called, by itself or behind a word.
    calls: HashMap<u32, (usize, usize)>,
    unruled: Vec<u32>,
    /// Some notes have a rule above them.
    ruled: bool,
    regions: u32,
    /// Lines that [`PageLineSorter::page_number_before`] has passed over once: blanks and furniture without the page's number.
    passed: std::ops::Range<usize>,
    /// For each line, the next one that is neither blank nor furniture. Notes are marked from above, so that what
    /// is below the line in hand stays as it was when they were begun.
    following: Vec<Option<usize>>,
}

impl PageLineSorter<'_> {
    fn line(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |line| &self.text[line.text.clone()])
    }

    fn ending(&self, i: usize) -> TextEnding {
        self.lines.get(i).map_or(TextEnding::Open, |line| line.ending(self.text))
    }

    fn starter(&self, i: usize) -> LineKind {
        self.lines.get(i).map_or(LineKind::Text, |line| line.starter(self.text, self.language))
    }

    fn opens_as_known(&self, i: usize) -> bool {
        self.lines.get(i).is_some_and(|line| line.opens_as_known(self.text, self.language))
    }

    fn is_page_mark(&self, i: usize) -> bool {
        self.lines.get(i).is_some_and(|line| line.is_page_mark(self.text))
    }

    fn blanks(&mut self) {
        for (kind, line) in self.kinds.iter_mut().zip(self.lines) {
            if line.is_blank() {
                *kind = PageLineKind::Blank;
            }
        }
    }

    /// The next line after `i` that is neither blank nor furniture.
    fn next(&self, i: usize) -> Option<usize> {
        self.following.get(i).copied().flatten()
    }

    /// Marks running heads, page numbers and job numbers.
    fn furniture(&mut self, symbol: Option<&str>) {
        let pages = self.told_pages();
        let titles = if symbol.is_some() { self.head_lines() } else { Vec::new() };
        let mut seen_symbol = false;
        let mut new_page = false;
        let mut i = 0;
        while i < self.lines.len() {
            new_page |= self.lines[i].new_page;
            if self.kinds[i] == PageLineKind::Blank {
                i += 1;
                continue;
            }
            let line = self.line(i);
            let number = is_number_pair(line);
            if self.is_page_mark(i) && (!number || (pages.is_some() && self.pages(i) == pages)) {
                self.kinds[i] = PageLineKind::Furniture;
            } else if let Some(symbol) = symbol {
                if new_page && seen_symbol {
                    i = self.running_head(i, symbol);
                    i = self.running_title(i, &titles);
                } else if line.trim_end_matches('*') == symbol {
                    if seen_symbol {
                        self.kinds[i] = PageLineKind::Furniture;
                        self.page_number_before(i);
                    }
                    seen_symbol = true;
                } else if line.trim_end_matches('*').ends_with(symbol) || line.starts_with(symbol) {
                    seen_symbol = true;
                }
            }
            new_page = false;
            i += 1;
        }
        // A page number alone before the page's end.
        for i in 1..self.lines.len() {
            if self.lines[i].new_page {
                self.page_number_before(i);
            }
        }
        if symbol.is_some() && !self.shape.double_spaced {
            self.page_number_before(self.lines.len());
        }
    }

    /// What a line that is nothing but `2/5` says: how many pages there are. `None` for any other line.
    fn pages(&self, i: usize) -> Option<usize> {
        let (page, pages) = self.line(i).split_once('/')?;
        let number = |text: &str| text.parse::<usize>().ok().filter(|_| !text.starts_with(['0', '+']));
        let (page, pages) = (number(page)?, number(pages)?);
        // `77/158` is a resolution's number: no printed page has so few lines on average.
        (page <= pages && (page - 1) * SHORTEST_PAGE <= i).then_some(pages)
    }

    /// How many pages there are, as the lines say that are nothing but `2/5`: two of them at least, or one that stands
    /// where a page ends. Others like it are the numbers of resolutions, which a line may have broken off.
    fn told_pages(&self) -> Option<usize> {
        let mut told: Vec<(usize, usize)> = (0..self.lines.len()).filter_map(|i| Some((self.pages(i)?, i))).collect();
        told.sort_unstable();
        let runs = told.chunk_by(|a, b| a.0 == b.0);
        let (pages, line) = *runs.max_by_key(|run| run.len())?.first()?;
        let filled = |i: &usize| self.lines.get(*i).is_some_and(|line| !line.is_blank());
        let edge = |i: usize| self.is_page_mark(i) || looks_like_symbol(self.line(i));
        let next = (line + 1..self.lines.len()).find(filled);
        let before = (0..line).rev().find(filled);
        let ends = next.is_none_or(|next| edge(next) || self.lines[line + 1..=next].iter().any(|line| line.new_page));
        let begins = self.lines[line].new_page || before.is_some_and(edge);
        (told.iter().filter(|(other, _)| *other == pages).count() > 1 || ends || begins).then_some(pages)
    }

    /// Marks the head of a new page that begins at line `i`, if its first lines name the draft's symbol;
    /// the last line of it, or `i` where there is none.
    fn running_head(&mut self, i: usize, symbol: &str) -> usize {
        let window: Vec<usize> =
            (i..self.lines.len()).filter(|&j| self.kinds[j] != PageLineKind::Blank).take(5).collect();
        let Some(last) = window.iter().position(|&j| {
            let line = self.line(j);
            let named = line.strip_suffix(symbol).is_some_and(|rest| rest.is_empty() || rest.ends_with("  "))
                || line.strip_prefix(symbol).is_some_and(|rest| rest.starts_with("  "));
            named || line.trim_end_matches('*') == symbol
        }) else {
            return i;
        };
        let mut end = window[last];
        for &j in &window[..=last] {
            self.kinds[j] = PageLineKind::Furniture;
        }
        // The running title may go on, flush right, under the line that has the symbol.
        while end + 1 < self.lines.len()
            && self.kinds[end + 1] != PageLineKind::Blank
            && self.lines[end + 1].indent > 50
        {
            end += 1;
            self.kinds[end] = PageLineKind::Furniture;
        }
        end
    }

    /// The lines before the organ line, those of the title among them, without a resolution's number.
    fn head_lines(&self) -> Vec<String> {
        const MOST: usize = 40;
        let end = self.organ_line.unwrap_or(0);
        let before = (0..end).filter(|i| self.kinds[*i] != PageLineKind::Blank).take(MOST);
        let words = |i: usize| match self.starter(i) {
            LineKind::NumberAndTitle(len) => self.line(i).get(len..).unwrap_or_default(),
            _ => self.line(i),
        };
        before.map(|i| even(words(i))).collect()
    }

    /// Marks the running title under the head of a page that ends with line `i`: lines that say the same as some before
    /// the organ line do. The last line of it, or `i` where there is none.
    fn running_title(&mut self, i: usize, titles: &[String]) -> usize {
        const MOST: usize = 4;
        if self.kinds.get(i) != Some(&PageLineKind::Furniture) {
            return i;
        }
        let below: Vec<usize> = (i + 1..self.lines.len())
            .take(2 * MOST)
            .take_while(|j| !self.lines[*j].new_page)
            .filter(|j| self.kinds[*j] != PageLineKind::Blank)
            .take(MOST)
            .collect();
        let said = |lines: &[String]| lines.concat();
        let here: Vec<String> = below.iter().map(|j| even(self.line(*j))).collect();
        let found = (1..=here.len()).rev().find(|count| {
            let title = said(&here[..*count]);
            let same =
                |from: usize| (from + 1..=titles.len().min(from + MOST)).any(|to| said(&titles[from..to]) == title);
            title.len() >= SHORTEST_TITLE && (0..titles.len()).any(same)
        });
        let Some(count) = found else { return i };
        for j in &below[..count] {
            self.kinds[*j] = PageLineKind::Furniture;
        }
        below[count - 1]
    }

    /// Marks the line of digits, if there is one, before line `i`, unless the page has its number already.
    fn page_number_before(&mut self, i: usize) {
        let mut at = i;
        while at > 0 {
            if self.passed.end == at && !self.passed.is_empty() {
                at = self.passed.start;
                continue;
            }
            let j = at - 1;
            match self.kinds[j] {
                PageLineKind::Blank => {}
                PageLineKind::Furniture if self.line(j).contains('/') && self.is_page_mark(j) => break,
                PageLineKind::Furniture => {}
                _ => {
                    // Under the notes a number may be that of a note, which has its text, or another number,
                    // right above it.
                    let apart = j == 0 || self.kinds[j - 1] == PageLineKind::Blank || !self.after_rule(j);
                    if apart && is_digits(self.line(j)) {
                        self.kinds[j] = PageLineKind::Furniture;
                    }
                    break;
                }
            }
            at = j;
        }
        self.passed = at..i;
    }

    /// Whether a rule stands above line `j` on its page.
    fn after_rule(&self, j: usize) -> bool {
        let above = (0..j).rev().take_while(|&k| {
            let running_head = self.kinds[k] == PageLineKind::Furniture && !self.is_page_mark(k);
            !running_head && !self.lines[k + 1].new_page
        });
        above.into_iter().any(|k| self.kinds[k] == PageLineKind::Text && is_rule(self.line(k)))
    }

    /// Finds for each line the next one that is neither blank nor furniture.
    fn follow(&mut self) {
        let mut next = None;
        self.following = vec![None; self.lines.len()];
        for (i, (following, kind)) in self.following.iter_mut().zip(&self.kinds).enumerate().rev() {
            *following = next;
            if !matches!(kind, PageLineKind::Blank | PageLineKind::Furniture) {
                next = Some(i);
            }
        }
    }

    /// Marks footnotes: after a rule, and wherever a line begins as only a note does.
    fn notes(&mut self) {
        let raised = if self.shape.wrapped { raised_at_start(self.text, self.lines) } else { HashMap::new() };
        // Behind the last note without a rule, and its number.
        let mut above: Option<(usize, u32)> = None;
        let mut i = 0;
        while i < self.lines.len() {
            if let Some(drawn) = self.rule(i)
                && self.notes_follow(i, drawn)
            {
                self.kinds[i] = PageLineKind::Furniture;
                i = self.region(i, drawn);
            } else if self.kinds[i] == PageLineKind::Text
                && ((begins_marked_note(self.line(i)) && !self.begins_with_marker(i, &raised))
                    || self.begins_bracketed_note(i))
            {
                i = self.marked_note(i);
            } else if self.kinds[i] == PageLineKind::Text && self.is_starred_note(i) {
                i = self.starred_note(i);
            } else if let Some(end) = above.and_then(|above| self.goes_on_unruled(i, above)) {
                let region = self.regions;
                self.unruled.push(region);
                self.regions += 1;
                self.kinds[i..end].fill(PageLineKind::Note(region));
                above = above.map(|(_, last)| (end, last));
                i = end;
            } else if let Some((end, last)) = self.unruled_notes(i, above) {
                above = Some((end, last));
                // The notes of a page, one after the other, are one region.
                let before = self.kinds[..i].iter().rev().find(|kind| **kind != PageLineKind::Blank);
                let region = match before {
                    Some(PageLineKind::Note(region)) if self.unruled.contains(region) => *region,
                    _ => {
                        self.unruled.push(self.regions);
                        self.regions += 1;
                        self.regions - 1
                    }
                };
                for kind in self.kinds[i..end].iter_mut().filter(|kind| **kind == PageLineKind::Text) {
                    *kind = PageLineKind::Note(region);
                }
                i = end;
            } else {
                if self.kinds[i] == PageLineKind::Text && is_rule(self.line(i)) {
                    self.kinds[i] = PageLineKind::Furniture;
                }
                i += 1;
            }
        }
    }

    /// Whether the raised number at the beginning of line `i` is a marker at which the page has broken a sentence: right
    /// above stands text that goes on, and the note of that number further down.
    fn begins_with_marker(&self, i: usize, raised: &HashMap<&str, usize>) -> bool {
        let above = i.checked_sub(1).filter(|above| self.kinds[*above] == PageLineKind::Text);
        above.is_some_and(|above| matches!(self.ending(above), TextEnding::Open | TextEnding::Comma))
            && raised_number(self.line(i)).and_then(|number| raised.get(number)).is_some_and(|last| *last > i)
    }

    /// Whether line `i` is a rule: drawn (`true`) or, in page text, a line of blanks.
    fn rule(&self, i: usize) -> Option<bool> {
        if self.kinds[i] == PageLineKind::Text && is_rule(self.line(i)) {
            return Some(true);
        }
        (self.shape.wrapped && self.kinds[i] == PageLineKind::Blank && self.lines[i].indent >= 30).then_some(false)
    }

    fn notes_follow(&self, i: usize, drawn: bool) -> bool {
        let Some(next) = self.next(i) else { return false };
        let line = self.line(next);
        if is_digits(line) || begins_marked_note(line) {
            return true;
        }
        if !drawn {
            return false;
        }
        let ruled = self.shape.wrapped && self.line(i).starts_with('_');
        begins_numbered_note(line)
            || (line.starts_with('*') && self.line(i).starts_with('_'))
            || (ruled && self.goes_on_from_page(i))
            || {
                // In some PDFs the numbers of a page's notes come after their texts.
                let mut at = next;
                (0..8).any(|_| {
                    let found = is_digits(self.line(at));
                    at = self.next(at).unwrap_or(at);
                    found
                }) && ruled
            }
    }

    /// Whether the last note before line `i` is broken off, so that it goes on under the next rule.
    fn goes_on_from_page(&self, i: usize) -> bool {
        let note = (0..i).rev().find(|j| matches!(self.kinds[*j], PageLineKind::Note(region) if region != STARRED));
        note.is_some_and(|note| {
            let parted = self.kinds[note..i].contains(&PageLineKind::Furniture);
            parted && self.ending(note) != TextEnding::Stop
        })
    }

    /// Marks the region of notes after the rule at line `i`; the line after it.
    fn region(&mut self, i: usize, drawn: bool) -> usize {
        let region = self.regions;
        self.regions += 1;
        let mut after_text = false;
        let mut after_blank = false;
        let mut head_seen = false;
        // A title in a note may run over its line: “resolutions adopted by the Conference” then goes on with it.
        let mut goes_on = false;
        let first = self.next(i).map_or("", |next| self.line(next));
        // Notes whose marks are unlike a paragraph's label end where such a label begins.
        let (mut asterisks, marked) = (first.starts_with('*'), begins_marked_note(first));
        let alone = is_digits(first);
        let mut j = i + 1;
        while j < self.lines.len() {
            if self.lines[j].new_page {
                break;
            }
            match self.kinds[j] {
                PageLineKind::Blank => {
                    after_text = false;
                    after_blank = true;
                }
                PageLineKind::Furniture => {
                    head_seen |= self.shape.wrapped && !self.is_page_mark(j) && !is_digits(self.line(j))
                }
                _ => {
                    let line = self.line(j);
                    // What the foot of a page leaves behind in a text without pages.
                    if !self.shape.wrapped && self.is_foot(j) {
                        self.kinds[j] = PageLineKind::Furniture;
                        j += 1;
                        continue;
                    }
                    let number = is_digits(line) || begins_marked_note(line);
                    let unmarked = after_blank && !number && !line.starts_with('*');
                    let parted = unmarked && !self.shape.wrapped;
                    if head_seen
                        || (!drawn && after_text && !number)
                        || (asterisks && (parted || (!number && self.shape.wrapped && self.is_label(j))))
                        || self.ends_notes(j, unmarked && marked, goes_on)
                    {
                        break;
                    }
                    goes_on =
                        self.shape.wrapped && !number && matches!(self.ending(j), TextEnding::Open | TextEnding::Comma);
                    asterisks |= alone && line.starts_with('*');
                    after_blank = false;
                    after_text = !number || line.len() > 4;
                    self.kinds[j] = PageLineKind::Note(region);
                }
            }
            j += 1;
        }
        j
    }

    /// Whether line `j`, among notes, has the job number of a printed text, or nothing but a symbol behind a finished note.
    fn is_foot(&self, j: usize) -> bool {
        let line = self.line(j);
        let job = line.split_whitespace().next().and_then(|word| word.split_once('-')).is_some_and(|(year, number)| {
            let digits = |text: &str, len: usize| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
            digits(year, 2) && digits(number, 5)
        });
        let before = (0..j).rev().find(|&k| self.kinds[k] != PageLineKind::Blank);
        let finished = before.is_some_and(|k| self.ending(k) == TextEnding::Stop);
        (job && line.len() < 48) || (finished && looks_like_symbol(line))
    }

    fn is_label(&self, j: usize) -> bool {
        matches!(self.starter(j), LineKind::Label(_))
    }

    /// Whether line `j` cannot stand among notes; a label cannot where notes are marked otherwise, and an adoption can where
    /// the note before it goes on.
    fn ends_notes(&self, j: usize, label_ends: bool, goes_on: bool) -> bool {
        match self.starter(j) {
            LineKind::OrganLine(_) | LineKind::Annex => true,
            LineKind::Adoption => !goes_on,
            // A list of resolutions may end with `75/202.` at the beginning of a line.
            LineKind::NumberAndTitle(len) => len < self.line(j).len(),
            LineKind::Label(_) | LineKind::Meeting | LineKind::Section => label_ends,
            _ => false,
        }
    }

    /// Whether line `i` begins a note with its number in square brackets, as word processors list them at the end of a
    /// text without a rule: `[1] See A/90/388`. It follows a blank line, another note or a finished sentence, and opens as
    /// no paragraph does.
    fn begins_bracketed_note(&self, i: usize) -> bool {
        let line = self.line(i);
        let Some(words) = bracketed_note(line) else { return false };
        let parted = i.checked_sub(1).is_some_and(|before| match self.kinds[before] {
            PageLineKind::Blank | PageLineKind::Note(_) => true,
            _ => matches!(self.ending(before), TextEnding::Stop | TextEnding::Semicolon),
        });
        parted && !words.starts_with(['[', '［']) && !opens_as_known(words, self.language)
    }

    /// Marks a note that is recognised by its own mark, with the lines that continue it.
    fn marked_note(&mut self, i: usize) -> usize {
        let region = self.regions;
        self.regions += 1;
        self.kinds[i] = PageLineKind::Note(region);
        let indent = self.lines[i].indent;
        let named = self.line(i).starts_with("[^");
        let mut j = i + 1;
        while j < self.lines.len() {
            let line = self.line(j);
            match self.kinds[j] {
                PageLineKind::Text if begins_marked_note(line) || bracketed_note(line).is_some() => {}
                PageLineKind::Text if self.starter(j) == LineKind::Text => {}
                // `(A/92/5 (Vol. I) and A/92/5 (Vol.` goes on with `II))`, which looks like a label.
                PageLineKind::Text if self.is_label(j) && self.leaves_a_bracket_open(i..j) => {}
                // In Markdown what is set in under a note is a paragraph of it.
                PageLineKind::Blank if named && self.is_set_in_below(j, indent + 4) => {
                    while self.kinds[j] == PageLineKind::Blank {
                        j += 1;
                    }
                    while j < self.lines.len()
                        && self.kinds[j] == PageLineKind::Text
                        && self.lines[j].indent >= indent + 4
                    {
                        self.kinds[j] = PageLineKind::Note(region);
                        j += 1;
                    }
                    continue;
                }
                _ => break,
            }
            self.kinds[j] = PageLineKind::Note(region);
            j += 1;
        }
        j
    }

    /// Whether a bracket that opens in some lines doesn't close there.
    fn leaves_a_bracket_open(&self, lines: std::ops::Range<usize>) -> bool {
        let round = |c: &char| opens_round(*c) || closes_round(*c);
        let signs = lines.flat_map(|i| self.line(i).chars().filter(round));
        signs.fold(0, |open, c| open + if opens_round(c) { 1 } else { -1 }) > 0
    }

    /// Whether the next line of text behind the blank line `j` stands at least `columns` in.
    fn is_set_in_below(&self, j: usize, columns: usize) -> bool {
        let next = (j..self.lines.len()).find(|&k| self.kinds[k] != PageLineKind::Blank);
        next.is_some_and(|k| self.kinds[k] == PageLineKind::Text && self.lines[k].indent >= columns)
    }
}

impl PageLineSorter<'_> {
    /// Whether line `i` begins a note to asterisks that are called.
    fn is_starred_note(&self, i: usize) -> bool {
        let line = self.line(i);
        let line = line.strip_prefix('\\').unwrap_or(line);
        let words = line.trim_start_matches('*');
        let stars = line.len() - words.len();
        // One item of a list has others right beside it, and most end with another mark than a note.
        let item = |j: Option<usize>| j.is_some_and(|j| self.line(j).starts_with("* ") && stars == 1);
        let ends = self.shape.wrapped || ending(line) == TextEnding::Stop;
        self.starred.have(stars)
            && words.starts_with([' ', '\u{a0}', '\t'])
            && words.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() || c.is_ascii_digit())
            && ends
            && !item(i.checked_sub(1))
            && !item(Some(i + 1))
    }

    /// Marks a note to asterisks, with the lines that continue it: up to the one that ends its last sentence.
    fn starred_note(&mut self, i: usize) -> usize {
        let mut j = i;
        let mut last = i;
        while j < self.lines.len() && (j == i || !self.lines[j].new_page) {
            // Where a blank line follows every line, it says nothing.
            if self.shape.double_spaced && self.kinds[j] == PageLineKind::Blank {
                j += 1;
                continue;
            }
            if self.kinds[j] != PageLineKind::Text {
                break;
            }
            let ended = j > i && self.ending(last) == TextEnding::Stop;
            let starts = j > i && !matches!(self.starter(j), LineKind::Text | LineKind::Date);
            if starts || (ended && !self.line(j).starts_with(char::is_lowercase)) {
                break;
            }
            self.kinds[j] = PageLineKind::Note(STARRED);
            last = j;
            j += 1;
        }
        j
    }
}

impl PageLineSorter<'_> {
    /// The numbers that may call notes: how often each stands alone on a line, and behind a word or a mark.
    fn calls(&self, listed: &[usize]) -> HashMap<u32, (usize, usize)> {
        let mut calls: HashMap<u32, (usize, usize)> = HashMap::new();
        for i in
            (0..self.lines.len()).filter(|i| self.kinds[*i] == PageLineKind::Text && listed.binary_search(i).is_err())
        {
            let line = self.line(i);
            if !self.lines.get(i).is_some_and(|line| line.has_digits(self.text)) {
                continue;
            }
            if is_digits(line) {
                if let Ok(number) = line.parse() {
                    let (alone, glued) = calls.entry(number).or_default();
                    if is_raised(self.text, self.lines, i) { *glued += 1 } else { *alone += 1 }
                }
                continue;
            }
            let mut at = 0;
            let bytes = line.as_bytes();
            while let Some(start) = bytes.iter().skip(at).position(u8::is_ascii_digit).map(|n| at + n) {
                let end = start + bytes.iter().skip(start).take_while(|b| b.is_ascii_digit()).count();
                at = end;
                let (head, tail) = (line.get(..start).unwrap_or_default(), line.get(end..).unwrap_or_default());
                let glued = head.ends_with(|c: char| c.is_alphabetic() || is_closing(c));
                let marked =
                    tail.trim_start_matches(' ').starts_with(parts_clauses) && !tail.trim_start().starts_with(is_colon);
                let set_apart = head.strip_suffix(' ').is_some_and(|head| {
                    head.ends_with(is_closing)
                        || (marked && (head.ends_with(char::is_alphabetic) || ends_with_year(head)))
                });
                let wide = head.ends_with(is_closing) && tail.starts_with(is_wide);
                let ends = tail.is_empty() || wide || tail.starts_with([' ', ',', ';', '.', ':', ')', '”']);
                // `20406`: a year, and the number glued to it.
                let year = matches!(end - start, 5 | 6) && matches!(line.get(start..start + 2), Some("19" | "20"));
                let start = if year { start + 4 } else { start };
                if end - start <= 3
                    && (glued || set_apart || year)
                    && ends
                    && let Ok(number) = line.get(start..end).unwrap_or_default().parse()
                {
                    calls.entry(number).or_default().1 += 1;
                }
            }
        }
        calls
    }

    /// Whether only blank lines of the same page stand between line `above` and line `i`.
    fn is_right_below(&self, above: usize, i: usize) -> bool {
        let is_blank = |j: usize| self.kinds.get(j) == Some(&PageLineKind::Blank);
        let begins = |j: usize| self.lines.get(j).is_some_and(|line| line.new_page);
        (above..i).all(is_blank) && !(above..=i).any(begins)
    }

    /// The notes at the foot of a page that begin at line `i` without a rule above them, if some do: the line behind them, and
    /// the number of the last. `before` is the line behind the last such note above, and its number.
    fn unruled_notes(&self, i: usize, before: Option<(usize, u32)>) -> Option<(usize, u32)> {
        if self.ruled || !self.shape.wrapped || self.kinds.get(i) != Some(&PageLineKind::Text) {
            return None;
        }
        let (last, above) = (before.map(|(_, last)| last), before.filter(|(line, _)| self.is_right_below(*line, i)));
        let before = (0..i).rev().find(|j| !matches!(self.kinds[*j], PageLineKind::Blank | PageLineKind::Furniture));
        let apart = before.is_none_or(|before| {
            before + 1 < i
                || self.lines.get(i).is_some_and(|line| line.new_page)
                || self.ending(before) != TextEnding::Open
                || matches!(self.kinds[before], PageLineKind::Note(_))
        });
        let mut at = i;
        let mut numbers = Vec::new();
        // Numbers in a column of their own, or one.
        while self.kinds.get(at) == Some(&PageLineKind::Text) && is_digits(self.line(at)) {
            let number: u32 = self.line(at).parse().ok()?;
            if numbers.last().is_some_and(|last| *last + 1 != number) {
                break;
            }
            numbers.push(number);
            at += 1;
            if numbers.len() > 1 || self.kinds.get(at) != Some(&PageLineKind::Blank) {
                continue;
            }
            break;
        }
        let inline = numbers.is_empty();
        let follows = numbers.first().is_some_and(|first| *first == last.unwrap_or(0) + 1);
        let refers = numbers.len() == 1 && self.refers_at_edge(i);
        let at_foot = !inline && self.stands_at_foot(i, follows, above.is_some());
        if inline {
            let (number, _) = self.numbered_note(i)?;
            numbers.push(number);
            at = i;
        }
        let called = |number: &u32| {
            let (alone, glued) = self.calls.get(number).copied().unwrap_or_default();
            // The number of the note itself may be one of those that stand alone.
            at_foot
                || refers
                || glued > 0
                || alone > usize::from(!inline)
                || (!inline && above.is_some_and(|(_, last)| last + 1 == *number))
        };
        // In a column of numbers, some may be called by what is no marker by itself: `Species 2 and`.
        let most = |numbers: &[u32]| {
            numbers.first().is_some_and(called)
                && numbers.iter().filter(|number| called(number)).count() * 2 > numbers.len()
        };
        if !(if inline { numbers.iter().all(called) } else { numbers.iter().any(called) }) {
            return None;
        }
        if inline && !(apart && self.all_called(i)) {
            return None;
        }
        let mut left = numbers.len();
        let mut lines = 0;
        while left > 0 {
            while matches!(self.kinds.get(at), Some(PageLineKind::Blank)) && lines == 0 {
                at += 1;
            }
            if self.kinds.get(at) != Some(&PageLineKind::Text)
                || (at > i && self.lines.get(at).is_some_and(|l| l.new_page))
            {
                return None;
            }
            let line = self.line(at);
            let text = if inline && lines == 0 { self.numbered_note(at).map_or(line, |(_, text)| text) } else { line };
            let begins = lines == 0;
            let fits = begins.then(|| {
                text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase() || matches!(c, '“' | '«' | '《'))
            });
            // One more number before the text of the one before it.
            if begins && is_digits(line) && !inline {
                let due = numbers.last().map(|last| last + 1);
                numbers.push(line.parse().ok().filter(|number| Some(*number) == due)?);
                left += 1;
                at += 1;
                continue;
            }
            let opens = opens_as_known(text, self.language)
                || !(inline && begins || matches!(starter(text, self.language), LineKind::Text | LineKind::Date));
            if fits == Some(false) || opens || is_digits(line) || lines > 5 {
                return None;
            }
            lines += 1;
            at += 1;
            let due = numbers.last().map(|last| last + 1);
            let ends = match ending(text) {
                // At the foot of a page nothing but the next number and the end of the page ends a note: one has no full stop, and
                // another one more than one.
                _ if at_foot && left == 1 => self.line(at).parse().ok() == due || self.ends_page(at),
                ending => ending == TextEnding::Stop,
            };
            if ends {
                left -= 1;
                lines = 0;
            }
        }
        let ends_page = self
            .next(at - 1)
            .is_none_or(|next| (at..=next).any(|j| self.lines.get(j).is_some_and(|line| line.new_page)));
        // A column that a page ends with, and a text for each of its numbers, are notes though some be called nowhere.
        let column = !inline && numbers.len() > 1 && apart && ends_page;
        if !(most(&numbers) || column) {
            return None;
        }
        // In the middle of a sentence stand notes that the sentence goes on behind.
        let resumes = self.next(at - 1).is_some_and(|next| self.line(next).starts_with(char::is_lowercase));
        // So do those that a page ends with, the next one among them.
        let last = *numbers.last()?;
        let closes =
            !inline && (ends_page || self.next(at - 1).is_some_and(|next| self.line(next).parse() == Ok(last + 1)));
        (apart || resumes || closes).then_some((at, last))
    }

    /// Whether nothing is left of a page from line `at` on.
    fn ends_page(&self, at: usize) -> bool {
        let rest = (at..self.lines.len()).take_while(|j| self.lines.get(*j).is_some_and(|line| !line.new_page));
        rest.into_iter().all(|j| matches!(self.kinds.get(j), Some(PageLineKind::Blank | PageLineKind::Furniture)))
    }

    /// Whether the number alone on line `i` stands above a note at the foot of a page as a page's text sets it: its words on the line
    /// below and set in, the page's last ones but for its number. Blank lines part it from the text, or it is `right_below` another
    /// note. Where the page is full, one line parts it or none; then it is the number that `follows` the last one.
    fn stands_at_foot(&self, i: usize, follows: bool, right_below: bool) -> bool {
        let (Some(number), Some(words)) = (self.lines.get(i), self.lines.get(i + 1)) else { return false };
        let blank = |lines: usize| {
            let above = i.checked_sub(lines);
            above.is_some_and(|above| (above..i).all(|j| self.kinds.get(j) == Some(&PageLineKind::Blank)))
        };
        // A number that a line has no more room for stands where that line begins, too, but nothing is set in below it.
        let under_text = || {
            let above = i.checked_sub(1).and_then(|above| self.lines.get(above));
            above.is_some_and(|above| above.indent == number.indent)
        };
        let apart = !number.new_page && (blank(2) || (follows && (right_below || blank(1) || under_text())));
        // Above a note that is two lines long, its number may stand over its second letter.
        let set_in = (number.indent + 1..number.indent + 12).contains(&words.indent) && !words.new_page;
        let behind = (i + 1..self.lines.len()).take_while(|j| self.lines.get(*j).is_some_and(|line| !line.new_page));
        // Between the notes of a page nothing is blank, and behind the last one only the page ends.
        let is_filled = |j: usize| !matches!(self.kinds.get(j), Some(PageLineKind::Blank | PageLineKind::Furniture));
        let mut filled = behind.map(is_filled).skip_while(|filled| *filled);
        apart && set_in && !filled.any(|filled| filled)
    }

    /// Whether the last note of the page before, which the page broke off, goes on at line `i`: right above the next note. The line
    /// behind it.
    fn goes_on_unruled(&self, i: usize, (end, last): (usize, u32)) -> Option<usize> {
        /// More lines of a note are on no next page.
        const MOST: usize = 5;
        let is = |j: usize, kind: PageLineKind| self.kinds.get(j) == Some(&kind);
        let apart = is(i, PageLineKind::Text) && i.checked_sub(1).is_some_and(|above| is(above, PageLineKind::Blank));
        if !apart || end.checked_sub(1).is_none_or(|note| self.ending(note) == TextEnding::Stop) {
            return None;
        }
        let next = (i..self.lines.len()).take(MOST + 1).take_while(|j| is(*j, PageLineKind::Text));
        let next = next.into_iter().find(|j| self.line(*j).parse() == Ok(last + 1)).filter(|next| *next > i)?;
        let turned = (end..=i).any(|j| self.lines.get(j).is_some_and(|line| line.new_page));
        (turned && self.stands_at_foot(next, true, true)).then_some(next)
    }

    /// Whether the number alone on line `i` stands above a sentence that does nothing but refer to a document, and both
    /// are the first lines of a page, as where a page's text has its notes first, or the last ones.
    fn refers_at_edge(&self, i: usize) -> bool {
        const LONGEST: usize = 90;
        let Some(words) = self.next(i) else { return false };
        let new_page =
            |from: usize, to: usize| (from..=to).any(|j| self.lines.get(j).is_some_and(|line| line.new_page));
        let line = self.line(words);
        // `A/93/85`, `A12/41` of other bodies, and `92/14`.
        let numbered = |word: &str| {
            let marks = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'.' | b'-');
            word.contains('/') && word.bytes().all(marks) && word.ends_with(|c: char| c.is_ascii_digit())
        };
        let named = line.split_whitespace().take(3).any(|word| numbered(word.trim_end_matches([',', '.', ';'])));
        let refers = named
            && line.len() <= LONGEST
            && self.ending(words) == TextEnding::Stop
            && !self.opens_as_known(words)
            && self.starter(words) == LineKind::Text;
        let before = (0..i).rev().find(|j| !matches!(self.kinds[*j], PageLineKind::Blank | PageLineKind::Furniture));
        let first = before.is_none_or(|before| new_page(before + 1, i));
        let last = self.next(words).is_none_or(|next| new_page(words + 1, next));
        refers && !new_page(i + 1, words) && (first || last)
    }

    /// Whether all notes are called that begin at line `i` with their numbers and go on from each other up to a blank line.
    fn all_called(&self, i: usize) -> bool {
        let mut due = None;
        let lines = (i..self.lines.len()).take_while(|j| self.kinds.get(*j) == Some(&PageLineKind::Text));
        lines.filter_map(|j| self.numbered_note(j)).all(|(number, _)| {
            let goes_on = due.is_none_or(|due| due == number);
            let glued = self.calls.get(&number).is_some_and(|(alone, glued)| alone + glued > 0);
            due = if goes_on { number.checked_add(1) } else { due };
            !goes_on || glued
        })
    }

    /// The number and the text of a note on one line: `1 See A/92/7.`
    fn numbered_note(&self, i: usize) -> Option<(u32, &str)> {
        let line = self.line(i);
        // Some PDFs' text has the rule above the notes in the same line.
        let line = line.get(glued_rule(line)..)?;
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let text = line.get(digits..)?;
        let number = line.get(..digits)?.parse().ok().filter(|_| (1..=3).contains(&digits))?;
        let note = text.trim_start();
        let word = note.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        // `10 August 1977` is a date.
        let counts = self.language.reading.counting_words.contains(&word.as_str());
        (text.len() > note.len() && !counts).then_some((number, note))
    }

    /// The numbers alone on their lines that count the items of a list, and the items: each follows the one before after a
    /// line or two that ends with no mark and begins with a capital.
    fn listed(&self) -> Vec<usize> {
        let filled: Vec<usize> = (0..self.lines.len()).filter(|i| self.kinds[*i] == PageLineKind::Text).collect();
        let number = |at: usize| {
            filled.get(at).and_then(|i| Some(self.line(*i)).filter(|line| is_digits(line))?.parse::<u32>().ok())
        };
        let item = |at: usize| {
            let Some(i) = filled.get(at).copied() else { return false };
            self.line(i).starts_with(char::is_uppercase)
                && self.ending(i) == TextEnding::Open
                && !self.opens_as_known(i)
        };
        let mut listed = Vec::new();
        for at in 0..filled.len() {
            let Some(here) = number(at) else { continue };
            let next = (at + 2..=at + 3).any(|next| number(next) == Some(here + 1));
            let before =
                (2..=3).any(|back| at.checked_sub(back).is_some_and(|back| number(back) == Some(here.wrapping_sub(1))));
            if item(at + 1) && (next || before) && (at == 0 || item(at - 1)) {
                listed.extend(filled.get(at).into_iter().chain(filled.get(at + 1)));
            }
        }
        listed
    }

    /// The rows of tables in page text: many short lines, one under the other, that end with no mark and begin with no small
    /// letter, some of them in a number.
    fn rows(&self) -> Vec<usize> {
        const FEWEST: usize = 4;
        let mut rows = Vec::new();
        let mut run: Vec<usize> = Vec::new();
        let close = |run: &mut Vec<usize>, rows: &mut Vec<usize>| {
            let counted = run.iter().filter(|i| ends_with_count(self.line(**i))).count();
            if run.len() >= FEWEST && counted >= 2 {
                rows.append(run);
            }
            run.clear();
        };
        // In the middle of a sentence no table begins.
        let mut goes_on = false;
        for (i, line) in self.lines.iter().enumerate() {
            let text = self.line(i);
            let row = (!goes_on || !run.is_empty())
                && self.kinds[i] == PageLineKind::Text
                && line.width * 4 < self.shape.width * 3
                && self.ending(i) == TextEnding::Open
                && !text.starts_with(char::is_lowercase)
                && !is_digits(text)
                && !self.opens_as_known(i)
                && self.starter(i) == LineKind::Text;
            if row {
                run.push(i);
            } else if self.kinds[i] != PageLineKind::Furniture {
                close(&mut run, &mut rows);
            }
            if self.kinds[i] == PageLineKind::Text {
                goes_on = !row && matches!(self.ending(i), TextEnding::Open | TextEnding::Comma);
            }
        }
        close(&mut run, &mut rows);
        rows
    }
}

/// Whether a line ends with a number by itself, behind a word.
fn ends_with_count(line: &str) -> bool {
    line.rsplit_once(' ')
        .is_some_and(|(words, last)| is_digits(last) && words.ends_with(|c: char| c.is_alphanumeric() || c == ')'))
}

/// Whether a mark stands at the end of a phrase or a quotation, so that a note may be called behind it.
pub fn is_closing(mark: char) -> bool {
    let chinese = matches!(mark, FULL_WIDTH_COMMA | FULL_WIDTH_SEMICOLON | FULL_WIDTH_COLON | IDEOGRAPHIC_STOP);
    chinese
        || mark == ENUMERATION_COMMA
        || closes_round(mark)
        || matches!(mark, ',' | ';' | ':' | '”' | '’' | '"' | '»' | '》')
}

/// Asterisks that call notes: how many of them stand together in a call, a bit for each number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StarCalls(u8);

impl StarCalls {
    /// More asterisks than these are no call.
    const MOST: usize = 4;

    /// Finds the calls in a text: asterisks right behind a word or a mark, that close no emphasis.
    pub fn of(text: &str) -> StarCalls {
        let bytes = text.as_bytes();
        let mut found = StarCalls::default();
        let mut at = 0;
        while let Some(start) = memchr::memchr(b'*', bytes.get(at..).unwrap_or_default()).map(|i| at + i) {
            let end = start + bytes.iter().skip(start).take_while(|b| **b == b'*').count();
            at = end;
            // In Markdown one that is meant as such has a backslash before it.
            let head = text.get(..start).map(|head| head.strip_suffix('\\').unwrap_or(head));
            let before = head.and_then(|head| head.chars().next_back());
            let after = text.get(end..).and_then(|tail| tail.chars().next());
            let behind = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '*' | '_' | '\\' | '#' | '|'));
            let ends = after.is_none_or(|c| !c.is_alphanumeric() && c != '\\');
            if end - start <= Self::MOST && behind && ends && !closes_emphasis(text, start, end - start) {
                found.0 |= 1 << (end - start);
            }
        }
        found
    }

    /// These and others.
    pub fn with(self, other: StarCalls) -> StarCalls {
        StarCalls(self.0 | other.0)
    }

    /// Whether so many asterisks call a note.
    fn have(self, stars: usize) -> bool {
        (1..=Self::MOST).contains(&stars) && self.0 & (1 << stars) != 0
    }
}

/// Whether so many asterisks at a byte close what others in the same line open.
fn closes_emphasis(text: &str, at: usize, stars: usize) -> bool {
    let line = text.get(..at).unwrap_or_default();
    let line = line.rsplit(['\n', '\r']).next().unwrap_or_default();
    let mut open = false;
    let mut from = 0;
    while let Some(start) = line.get(from..).and_then(|rest| rest.find('*')).map(|i| from + i) {
        let count = line.bytes().skip(start).take_while(|b| *b == b'*').count();
        from = start + count;
        let opens = line.get(from..).is_some_and(|rest| !rest.starts_with([' ', '\t']) && !rest.is_empty());
        if count == stars {
            open = !open && opens;
        }
    }
    open
}

/// Whether a text ends with a year.
fn ends_with_year(text: &str) -> bool {
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits == 4 && matches!(text.get(text.len() - 4..text.len() - 2), Some("19" | "20"))
}

/// The bytes of a rule that stands at the beginning of a line with words.
pub fn glued_rule(line: &str) -> usize {
    let rule = line.len() - line.trim_start_matches('_').len();
    if rule >= 8 && rule < line.len() { rule } else { 0 }
}

/// A line of underscores or dashes.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && (line.chars().all(|c| matches!(c, '_' | '—' | '─' | '–' | '\\')) && line.chars().count() >= 3
            || line.bytes().all(|b| matches!(b, b'-' | b'*' | b'=')) && line.len() >= 3)
}

pub fn is_digits(line: &str) -> bool {
    !line.is_empty() && line.len() <= 3 && line.bytes().all(|b| b.is_ascii_digit())
}

/// Page numbers (`2/5`), job numbers (`18-17962 (E)`), bar codes (`*1817962*`), issue dates (`021118`), and
/// what a word processor's fields leave behind (`12F`).
pub fn is_page_mark(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let Some(first) = words.next() else { return false };
    let all_digits = |s: &str, lens: std::ops::RangeInclusive<usize>| {
        lens.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit())
    };
    let pair = |s: &str, mark: char, a: std::ops::RangeInclusive<usize>, b: std::ops::RangeInclusive<usize>| {
        s.split_once(mark).is_some_and(|(x, y)| all_digits(x, a) && all_digits(y, b))
    };
    let mark = |s: &str| {
        pair(s, '/', 1..=3, 1..=3)
            || pair(s, '-', 2..=2, 5..=5)
            || matches!(s, "(E)" | "(F)" | "(S)" | "(R)" | "(A)" | "(C)")
            || (all_digits(s, 6..=6) && is_short_date(s))
            || s.strip_prefix('*').and_then(|s| s.strip_suffix('*')).is_some_and(|s| all_digits(s, 6..=9))
            || s.strip_suffix(['F', 'H']).is_some_and(|s| all_digits(s, 1..=2))
    };
    // Beside a job number a page number needs no slash.
    let job = line.split_whitespace().any(|word| pair(word.trim_end_matches('*'), '-', 2..=2, 5..=5));
    // A document that is issued again has an asterisk behind its job number.
    let mark = |s: &str| mark(s) || pair(s.trim_end_matches('*'), '-', 2..=2, 5..=5) || (job && all_digits(s, 1..=3));
    mark(first) && words.all(mark)
}

/// Whether six digits are a day, a month and the last digits of a year: `021118`.
fn is_short_date(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u8>().ok());
    part(0..2).is_some_and(|day| (1..=31).contains(&day)) && part(2..4).is_some_and(|month| (1..=12).contains(&month))
}

/// Whether a line is two numbers and a slash between them: a page's number, or a resolution's.
fn is_number_pair(line: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    line.split_once('/').is_some_and(|(first, second)| number(first) && number(second))
}

/// The words of a note with its number in square brackets: `[1] See A/90/388`, `\\[1\\] See A/90/388`, `**[1]** See`.
fn bracketed_note(line: &str) -> Option<&str> {
    let (line, emphasis) = without_emphasis(line);
    let inner = line.strip_prefix('\\').unwrap_or(line).strip_prefix('[')?;
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    let words = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(']')?;
    let words = words.strip_prefix(emphasis).unwrap_or(words);
    let parted = words.starts_with([' ', '\u{a0}', '\t', '\u{3000}']);
    ((1..=3).contains(&digits) && parted).then(|| words.trim_start())
}

/// What stands behind the marks of emphasis that a line begins with, and those marks.
pub fn without_emphasis(line: &str) -> (&str, &str) {
    let bare = line.trim_start_matches(['*', '_']);
    (bare, line.get(..line.len() - bare.len()).unwrap_or_default())
}

/// Whether a line begins as only a note does: with a superscript number, or with `[^1]:` and other markup.
pub fn begins_marked_note(line: &str) -> bool {
    if anchors::head(line).is_some() {
        return true;
    }
    let inner = line.strip_prefix('⁽').unwrap_or(line);
    let rest = inner.trim_start_matches(is_superscript);
    rest.len() < inner.len() && !rest.trim_start_matches('⁾').is_empty()
}

/// The last lines that begin with each raised number.
fn raised_at_start<'a>(text: &'a str, lines: &[DraftLine]) -> HashMap<&'a str, usize> {
    let number = |line: &DraftLine| text.get(line.text.clone()).and_then(raised_number);
    lines.iter().enumerate().filter_map(|(i, line)| Some((number(line)?, i))).collect()
}

/// The raised number that a line begins with.
fn raised_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(is_superscript);
    line.get(..line.len() - rest.len()).filter(|number| !number.is_empty())
}

/// Whether a line begins with a number as a note under a rule does: `1 Text`, `1. Text`, `[1] Text`, `1/ Text`.
fn begins_numbered_note(line: &str) -> bool {
    let inner = line.strip_prefix(['[', '(']).unwrap_or(line);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    (1..=3).contains(&digits) && rest.trim_start_matches([']', ')', '.', '/', ':']).starts_with([' ', '\u{a0}', '\t'])
}

/// The draft's own symbol in the masthead: at the end of one of the lines before the organ line, or in a cell of the
/// table that the masthead is in some drafts.
fn masthead_symbol(text: &str, lines: &[DraftLine], language: &Language) -> Option<std::ops::Range<usize>> {
    for (i, line) in lines.iter().filter(|line| !line.is_blank()).take(24).enumerate() {
        let content = &text[line.text.clone()];
        if matches!(line.starter(text, language), LineKind::OrganLine(_) | LineKind::Origin | LineKind::Adoption) {
            return None;
        }
        let mut at = line.text.start;
        for cell in content.split(['|', '\t', '<', '>']) {
            let word = masthead_cell(cell);
            if looks_like_symbol(&unescaped(word)) {
                let start = at + cell.rfind(word)?;
                return Some(start..start + word.len());
            }
            at += cell.len() + 1;
        }
        if i < TOP
            && let Some(symbol) = symbol_beside_name(content)
        {
            return Some(line.text.start + symbol.start..line.text.start + symbol.end);
        }
    }
    None
}

/// In so many lines at the top of a draft its symbol may stand beside the name of the organization.
const TOP: usize = 6;

/// The symbol behind or before a name without a number, where the columns between them were not kept: `United Nations
/// A/92/L.7`.
fn symbol_beside_name(line: &str) -> Option<std::ops::Range<usize>> {
    let names = |rest: &str| {
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
        !rest.is_empty() && rest.len() < 60 && rest.chars().all(|c| c.is_alphabetic() || c == ' ')
    };
    let line = line.trim_end_matches(['*', '\\']).trim_end();
    for (space, _) in line.match_indices(' ') {
        let (head, tail) = (line.get(..space)?, line.get(space + 1..)?);
        if names(head) && looks_like_symbol(tail) {
            return Some(space + 1..line.len());
        }
        if names(tail) && looks_like_symbol(head) && !tail.is_ascii() {
            return Some(0..space);
        }
    }
    None
}

/// What stands at the end of a cell of the masthead, without emphasis and the star of a reissue.
fn masthead_cell(cell: &str) -> &str {
    let cell = cell.trim();
    let last = cell.rfind("  ").map_or(0, |i| i + 2);
    let word = cell.get(last..).unwrap_or(cell).trim();
    let word = word.strip_prefix("__").and_then(|inner| inner.strip_suffix("__")).unwrap_or(word);
    word.trim_matches(['*', '\\']).trim()
}

/// A symbol without the backslashes that Markdown has before its marks.
fn unescaped(word: &str) -> std::borrow::Cow<'_, str> {
    if word.contains('\\') { word.replace('\\', "").into() } else { word.into() }
}

/// Whether a whole line has the shape of a document symbol: capitals, slashes, a number.
fn looks_like_symbol(word: &str) -> bool {
    let Some((organ, rest)) = word.split_once('/') else { return false };
    !organ.is_empty()
        && organ.len() <= 8
        && organ.bytes().all(|b| b.is_ascii_uppercase())
        && rest.bytes().any(|b| b.is_ascii_digit() || b == b'_')
        && word.len() <= 48
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | ' ' | '(' | ')' | '_'))
        && !word.contains("  ")
        && word.split(' ').skip(1).all(|w| w.starts_with('(') || w.len() <= 3)
}
