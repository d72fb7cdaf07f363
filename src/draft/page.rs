//! What each line of a draft is to the reader: text, a footnote, or the furniture of a printed page.

use super::anchors;
use super::layout::Shape;
use super::lines::{Ending, Line, ending};
use super::starter::{Starter, opens_as_known, starter};
use crate::language::Language;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
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
pub struct Page {
    pub lines: Vec<Line>,
    pub kinds: Vec<Kind>,
    /// The place of the draft's own symbol in the masthead.
    pub symbol: Option<std::ops::Range<usize>>,
}

/// Sorts the lines of a draft, or of a stretch of one, which has a masthead only where it is the draft's `head`.
pub fn sort(text: &str, shape: &Shape, language: &Language, lines: Vec<Line>, head: bool) -> Page {
    let symbol = if head { masthead_symbol(text, &lines, language) } else { None };
    let mut sorter = Sorter {
        text,
        shape,
        language,
        kinds: vec![Kind::Text; lines.len()],
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
    Page { lines, kinds, symbol }
}

/// No printed page has fewer lines on average.
const SHORTEST_PAGE: usize = 8;

struct Sorter<'a> {
    text: &'a str,
    shape: &'a Shape,
    language: &'a Language,
    lines: &'a [Line],
    kinds: Vec<Kind>,
    regions: u32,
    /// Lines that [`Sorter::page_number_before`] has passed over once: blanks and furniture without the page's number.
    passed: std::ops::Range<usize>,
    /// For each line, the next one that is neither blank nor furniture. Notes are marked from above, so that what
    /// is below the line in hand stays as it was when they were begun.
    following: Vec<Option<usize>>,
}

impl Sorter<'_> {
    fn line(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |line| &self.text[line.text.clone()])
    }

    fn blanks(&mut self) {
        for (kind, line) in self.kinds.iter_mut().zip(self.lines) {
            if line.is_blank() {
                *kind = Kind::Blank;
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
            if self.kinds[i] == Kind::Blank {
                i += 1;
                continue;
            }
            let line = self.line(i);
            let number = is_number_pair(line);
            if is_page_mark(line) && (!number || (pages.is_some() && self.pages(i) == pages)) {
                self.kinds[i] = Kind::Furniture;
            } else if let Some(symbol) = symbol {
                if new_page && seen_symbol {
                    i = self.running_head(i, symbol);
                } else if line.trim_end_matches('*') == symbol {
                    if seen_symbol {
                        self.kinds[i] = Kind::Furniture;
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
        let window: Vec<usize> = (i..self.lines.len()).filter(|&j| self.kinds[j] != Kind::Blank).take(5).collect();
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
            self.kinds[j] = Kind::Furniture;
        }
        // The running title may go on, flush right, under the line that has the symbol.
        while end + 1 < self.lines.len() && self.kinds[end + 1] != Kind::Blank && self.lines[end + 1].indent > 50 {
            end += 1;
            self.kinds[end] = Kind::Furniture;
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
                Kind::Blank => {}
                Kind::Furniture if self.line(j).contains('/') && is_page_mark(self.line(j)) => break,
                Kind::Furniture => {}
                _ => {
                    // Under the notes a number may be that of a note, which has its text, or another number,
                    // right above it.
                    let apart = j == 0 || self.kinds[j - 1] == Kind::Blank || !self.after_rule(j);
                    if apart && is_digits(self.line(j)) {
                        self.kinds[j] = Kind::Furniture;
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
            let running_head = self.kinds[k] == Kind::Furniture && !is_page_mark(self.line(k));
            !running_head && !self.lines[k + 1].new_page
        });
        above.into_iter().any(|k| self.kinds[k] == Kind::Text && is_rule(self.line(k)))
    }

    /// Marks footnotes: after a rule, and wherever a line begins as only a note does.
    fn notes(&mut self) {
        let mut next = None;
        self.following = vec![None; self.lines.len()];
        for (i, (following, kind)) in self.following.iter_mut().zip(&self.kinds).enumerate().rev() {
            *following = next;
            if !matches!(kind, Kind::Blank | Kind::Furniture) {
                next = Some(i);
            }
        }
        let mut i = 0;
        while i < self.lines.len() {
            if let Some(drawn) = self.rule(i)
                && self.notes_follow(i, drawn)
            {
                self.kinds[i] = Kind::Furniture;
                i = self.region(i, drawn);
            } else if self.kinds[i] == Kind::Text && (begins_marked_note(self.line(i)) || self.begins_bracketed_note(i))
            {
                i = self.marked_note(i);
            } else {
                if self.kinds[i] == Kind::Text && is_rule(self.line(i)) {
                    self.kinds[i] = Kind::Furniture;
                }
                i += 1;
            }
        }
    }

    /// Whether line `i` is a rule: drawn (`true`) or, in page text, a line of blanks.
    fn rule(&self, i: usize) -> Option<bool> {
        if self.kinds[i] == Kind::Text && is_rule(self.line(i)) {
            return Some(true);
        }
        (self.shape.wrapped && self.kinds[i] == Kind::Blank && self.lines[i].indent >= 30).then_some(false)
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
                Kind::Blank => {
                    after_text = false;
                    after_blank = true;
                }
                Kind::Furniture => {
                    head_seen |= self.shape.wrapped && !is_page_mark(self.line(j)) && !is_digits(self.line(j))
                }
                _ => {
                    let line = self.line(j);
                    // What the foot of a page leaves behind in a text without pages.
                    if !self.shape.wrapped && self.is_foot(j) {
                        self.kinds[j] = Kind::Furniture;
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
                    goes_on = self.shape.wrapped && !number && matches!(ending(line), Ending::Open | Ending::Comma);
                    asterisks |= alone && line.starts_with('*');
                    after_blank = false;
                    after_text = !number || line.len() > 4;
                    self.kinds[j] = Kind::Note(region);
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
        let before = (0..j).rev().find(|&k| self.kinds[k] != Kind::Blank);
        let finished = before.is_some_and(|k| ending(self.line(k)) == Ending::Stop);
        (job && line.len() < 48) || (finished && looks_like_symbol(line))
    }

    fn is_label(&self, j: usize) -> bool {
        matches!(starter(self.line(j), self.language), Starter::Label(_))
    }

    /// Whether line `j` cannot stand among notes; a label cannot where notes are marked otherwise, and an adoption can where
    /// the note before it goes on.
    fn ends_notes(&self, j: usize, label_ends: bool, goes_on: bool) -> bool {
        match starter(self.line(j), self.language) {
            Starter::OrganLine(_) | Starter::Annex => true,
            Starter::Adoption => !goes_on,
            // A list of resolutions may end with `75/202.` at the beginning of a line.
            Starter::NumberAndTitle(len) => len < self.line(j).len(),
            Starter::Label(_) | Starter::Meeting | Starter::Section => label_ends,
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
            Kind::Blank | Kind::Note(_) => true,
            _ => matches!(ending(self.line(before)), Ending::Stop | Ending::Semicolon),
        });
        parted && !words.starts_with(['[', '［']) && !opens_as_known(words, self.language)
    }

    /// Marks a note that is recognised by its own mark, with the lines that continue it.
    fn marked_note(&mut self, i: usize) -> usize {
        let region = self.regions;
        self.regions += 1;
        self.kinds[i] = Kind::Note(region);
        let indent = self.lines[i].indent;
        let named = self.line(i).starts_with("[^");
        let mut j = i + 1;
        while j < self.lines.len() {
            let line = self.line(j);
            match self.kinds[j] {
                Kind::Text if begins_marked_note(line) || bracketed_note(line).is_some() => {}
                Kind::Text if starter(line, self.language) == Starter::Text => {}
                // In Markdown what is set in under a note is a paragraph of it.
                Kind::Blank if named && self.is_set_in_below(j, indent + 4) => {
                    while self.kinds[j] == Kind::Blank {
                        j += 1;
                    }
                    while j < self.lines.len() && self.kinds[j] == Kind::Text && self.lines[j].indent >= indent + 4 {
                        self.kinds[j] = Kind::Note(region);
                        j += 1;
                    }
                    continue;
                }
                _ => break,
            }
            self.kinds[j] = Kind::Note(region);
            j += 1;
        }
        j
    }

    /// Whether the next line of text behind the blank line `j` stands at least `columns` in.
    fn is_set_in_below(&self, j: usize, columns: usize) -> bool {
        let next = (j..self.lines.len()).find(|&k| self.kinds[k] != Kind::Blank);
        next.is_some_and(|k| self.kinds[k] == Kind::Text && self.lines[k].indent >= columns)
    }
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

/// The words of a note with its number in square brackets: `[1] See A/90/388`, `\\[1\\] See A/90/388`.
fn bracketed_note(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('\\').unwrap_or(line).strip_prefix('[')?;
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    let words = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(']')?;
    let parted = words.starts_with([' ', '\u{a0}', '\t', '\u{3000}']);
    ((1..=3).contains(&digits) && parted).then(|| words.trim_start())
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

/// Whether a line begins with a number as a note under a rule does: `1 Text`, `1. Text`, `[1] Text`, `1/ Text`.
fn begins_numbered_note(line: &str) -> bool {
    let inner = line.strip_prefix(['[', '(']).unwrap_or(line);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    (1..=3).contains(&digits) && rest.trim_start_matches([']', ')', '.', '/', ':']).starts_with([' ', '\u{a0}', '\t'])
}

pub fn is_superscript(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

/// The draft's own symbol in the masthead: at the end of one of the lines before the organ line, or in a cell of the
/// table that the masthead is in some drafts.
fn masthead_symbol(text: &str, lines: &[Line], language: &Language) -> Option<std::ops::Range<usize>> {
    for line in lines.iter().filter(|line| !line.is_blank()).take(24) {
        let content = &text[line.text.clone()];
        if matches!(starter(content, language), Starter::OrganLine(_) | Starter::Origin | Starter::Adoption) {
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
    }
    None
}

/// What stands at the end of a cell of the masthead, without emphasis and the star of a reissue.
fn masthead_cell(cell: &str) -> &str {
    let cell = cell.trim();
    let last = cell.rfind("  ").map_or(0, |i| i + 2);
    let word = cell.get(last..).unwrap_or(cell).trim();
    let word = word.strip_prefix("__").and_then(|inner| inner.strip_suffix("__")).unwrap_or(word);
    word.trim_matches('*').trim()
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
