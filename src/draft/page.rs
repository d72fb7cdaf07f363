//! What each line of a draft is to the reader: text, a footnote, or the furniture of a printed page.

use super::layout::TextShape;
use super::line_kind::{LineKind, starter};
use super::lines::{DraftLine, TextEnding, ending};
use crate::language::Language;
use crate::script::is_superscript;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageLineKind {
    Blank,
    /// Running text, headings and masthead.
    Text,
    /// Running heads, page numbers, job numbers, rules.
    Furniture,
    /// Of the footnotes; the number is that of the region, counted from 0.
    Note(u32),
}

/// The lines of a draft and what each one is.
#[derive(Debug)]
pub struct PageLines {
    pub lines: Vec<DraftLine>,
    pub kinds: Vec<PageLineKind>,
    /// The place of the draft's own symbol in the masthead.
    pub symbol: Option<std::ops::Range<usize>>,
}

/// Sorts the lines of a draft, or of a stretch of one, which has a masthead only where it is the draft's `head`.
pub fn sort(text: &str, shape: &TextShape, language: &Language, lines: Vec<DraftLine>, head: bool) -> PageLines {
    let symbol = if head { masthead_symbol(text, &lines, language) } else { None };
    let mut sorter = PageLineSorter {
        text,
        shape,
        language,
        kinds: vec![PageLineKind::Text; lines.len()],
        lines: &lines,
        regions: 0,
        passed: 0..0,
        following: Vec::new(),
    };
    sorter.blanks();
    if shape.wrapped {
        sorter.furniture(symbol.clone().map(|range| &text[range]));
    }
    sorter.notes();
    let kinds = sorter.kinds;
    PageLines { lines, kinds, symbol }
}

/// No printed page has fewer lines on average.
const SHORTEST_PAGE: usize = 8;

struct PageLineSorter<'a> {
    text: &'a str,
    shape: &'a TextShape,
    language: &'a Language,
    lines: &'a [DraftLine],
    kinds: Vec<PageLineKind>,
    regions: u32,
    /// Lines that [`Sorter::page_number_before`] has passed over once: blanks and furniture without the page's number.
    passed: std::ops::Range<usize>,
    /// For each line, the next one that is neither blank nor furniture. Notes are marked from above, so that what
    /// is below the line in hand stays as it was when they were begun.
    following: Vec<Option<usize>>,
}

impl PageLineSorter<'_> {
    fn line(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |line| &self.text[line.text.clone()])
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
            if is_page_mark(line) && (!number || (pages.is_some() && self.pages(i) == pages)) {
                self.kinds[i] = PageLineKind::Furniture;
            } else if let Some(symbol) = symbol {
                if new_page && seen_symbol {
                    i = self.running_head(i, symbol);
                } else if line.trim_end_matches('*') == symbol {
                    if seen_symbol {
                        self.kinds[i] = PageLineKind::Furniture;
                        self.page_number_before(i);
                    }
                    seen_symbol = true;
                } else if line.ends_with(symbol) {
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
        let edge = |i: usize| is_page_mark(self.line(i)) || looks_like_symbol(self.line(i));
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
                PageLineKind::Furniture if self.line(j).contains('/') && is_page_mark(self.line(j)) => break,
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
            let running_head = self.kinds[k] == PageLineKind::Furniture && !is_page_mark(self.line(k));
            !running_head && !self.lines[k + 1].new_page
        });
        above.into_iter().any(|k| self.kinds[k] == PageLineKind::Text && is_rule(self.line(k)))
    }

    /// Marks footnotes: after a rule, and wherever a line begins as only a note does.
    fn notes(&mut self) {
        let mut next = None;
        self.following = vec![None; self.lines.len()];
        for (i, (following, kind)) in self.following.iter_mut().zip(&self.kinds).enumerate().rev() {
            *following = next;
            if !matches!(kind, PageLineKind::Blank | PageLineKind::Furniture) {
                next = Some(i);
            }
        }
        let mut i = 0;
        while i < self.lines.len() {
            if let Some(drawn) = self.rule(i)
                && self.notes_follow(i, drawn)
            {
                self.kinds[i] = PageLineKind::Furniture;
                i = self.region(i, drawn);
            } else if self.kinds[i] == PageLineKind::Text && begins_marked_note(self.line(i)) {
                i = self.marked_note(i);
            } else {
                if self.kinds[i] == PageLineKind::Text && is_rule(self.line(i)) {
                    self.kinds[i] = PageLineKind::Furniture;
                }
                i += 1;
            }
        }
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
        begins_numbered_note(line) || (line.starts_with('*') && self.line(i).starts_with('_')) || {
            // In some PDFs the numbers of a page's notes come after their texts.
            let mut at = next;
            (0..8).any(|_| {
                let found = is_digits(self.line(at));
                at = self.next(at).unwrap_or(at);
                found
            }) && self.shape.wrapped
                && self.line(i).starts_with('_')
        }
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
                    head_seen |= self.shape.wrapped && !is_page_mark(self.line(j)) && !is_digits(self.line(j))
                }
                _ => {
                    let line = self.line(j);
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
                        self.shape.wrapped && !number && matches!(ending(line), TextEnding::Open | TextEnding::Comma);
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

    fn is_label(&self, j: usize) -> bool {
        matches!(starter(self.line(j), self.language), LineKind::Label(_))
    }

    /// Whether line `j` cannot stand among notes; a label cannot where notes are marked otherwise, and an adoption can where
    /// the note before it goes on.
    fn ends_notes(&self, j: usize, label_ends: bool, goes_on: bool) -> bool {
        match starter(self.line(j), self.language) {
            LineKind::OrganLine(_) | LineKind::Annex => true,
            LineKind::Adoption => !goes_on,
            // A list of resolutions may end with `75/202.` at the beginning of a line.
            LineKind::NumberAndTitle(len) => len < self.line(j).len(),
            LineKind::Label(_) | LineKind::Meeting | LineKind::Section => label_ends,
            _ => false,
        }
    }

    /// Marks a note that is recognised by its own mark, with the lines that continue it.
    fn marked_note(&mut self, i: usize) -> usize {
        let region = self.regions;
        self.regions += 1;
        self.kinds[i] = PageLineKind::Note(region);
        let mut j = i + 1;
        while j < self.lines.len() && self.kinds[j] == PageLineKind::Text {
            let line = self.line(j);
            if !begins_marked_note(line) && starter(line, self.language) != LineKind::Text {
                break;
            }
            self.kinds[j] = PageLineKind::Note(region);
            j += 1;
        }
        j
    }
}

/// A line of underscores or dashes.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && (line.chars().all(|c| matches!(c, '_' | '—' | '─' | '–')) && line.chars().count() >= 3
            || line.bytes().all(|b| matches!(b, b'-' | b'*' | b'=')) && line.len() >= 3)
}

pub fn is_digits(line: &str) -> bool {
    !line.is_empty() && line.len() <= 3 && line.bytes().all(|b| b.is_ascii_digit())
}

/// Page numbers (`2/5`), job numbers (`18-17962 (E)`), bar codes (`*1817962*`), issue dates (`021118`), and
/// what a word processor's fields leave behind (`12F`).
fn is_page_mark(line: &str) -> bool {
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
            || all_digits(s, 6..=6)
            || s.strip_prefix('*').and_then(|s| s.strip_suffix('*')).is_some_and(|s| all_digits(s, 6..=9))
            || s.strip_suffix(['F', 'H']).is_some_and(|s| all_digits(s, 1..=2))
    };
    // Beside a job number a page number needs no slash.
    let job = line.split_whitespace().any(|word| pair(word, '-', 2..=2, 5..=5));
    let mark = |s: &str| mark(s) || (job && all_digits(s, 1..=3));
    mark(first) && words.all(mark)
}

/// Whether a line is two numbers and a slash between them: a page's number, or a resolution's.
fn is_number_pair(line: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    line.split_once('/').is_some_and(|(first, second)| number(first) && number(second))
}

/// Whether a line begins as only a note does: with a superscript number, or with `[^1]:`.
pub fn begins_marked_note(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix("[^") {
        return rest.find("]:").is_some_and(|end| end <= 6);
    }
    let inner = line.strip_prefix('⁽').unwrap_or(line);
    let rest = inner.trim_start_matches(is_superscript);
    rest.len() < inner.len() && !rest.trim_start_matches('⁾').is_empty()
}

/// Whether a line begins with a number as a note under a rule does: `1 Text`, `1. Text`, `[1] Text`, `1/ Text`.
fn begins_numbered_note(line: &str) -> bool {
    let inner = line.strip_prefix(['[', '(']).unwrap_or(line);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    (1..=3).contains(&digits) && rest.trim_start_matches([']', ')', '.', '/', ':']).starts_with([' ', '\u{a0}', '\t'])
}

/// The draft's own symbol in the masthead: at the end of one of the lines before the organ line.
fn masthead_symbol(text: &str, lines: &[DraftLine], language: &Language) -> Option<std::ops::Range<usize>> {
    for line in lines.iter().filter(|line| !line.is_blank()).take(24) {
        let content = &text[line.text.clone()];
        if matches!(starter(content, language), LineKind::OrganLine(_) | LineKind::Origin | LineKind::Adoption) {
            return None;
        }
        let last = content.rfind("  ").map_or(0, |i| i + 2);
        let word = content[last..].trim_end_matches('*').trim();
        if looks_like_symbol(word) {
            let start = line.text.start + content.rfind(word)?;
            return Some(start..start + word.len());
        }
    }
    None
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
