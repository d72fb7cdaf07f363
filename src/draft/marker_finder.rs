//! Footnote markers in running text, in whatever form the layout has them.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::Marker;
use super::anchors::{self, Anchor};
use super::notes::ascii;
use crate::language::UNITS_OF_LENGTH;
use crate::script::is_superscript;

/// Finds markers, line by line, and remembers how far the numbers have come.
pub struct MarkerFinder<'a> {
    /// The numbers that have notes.
    notes: &'a HashSet<u32>,
    /// `[1]` is a marker.
    brackets: bool,
    /// The bare numbers that are markers, by their places, where they were looked for over whole pages.
    bare: Option<BTreeMap<usize, Range<usize>>>,
    /// Markers are raised or marked otherwise, never bare.
    pub never_bare: bool,
    /// A bare marker stood alone on its line before.
    alone: bool,
    /// The markers that have lines of their own stand in brackets: `(7)`.
    in_brackets: bool,
    highest: u32,
    pub markers: Vec<Marker>,
}

/// Letters that, before a sign of Latin-1, are half of another letter: `Ã³` is an ó read in a wrong encoding.
const MISREAD: [char; 4] = ['Ã', 'Â', 'Ð', 'Ñ'];

/// A mark that was found in a line: the bytes to cut from the running text.
pub type MarkerCut = Range<usize>;

impl<'a> MarkerFinder<'a> {
    /// `notes` are the numbers that have notes; `brackets` says that `[1]` is a marker. `bare` are the bare numbers that are markers; `None` where lines are double-spaced and a bare marker has a
    /// line of its own, or where no note has a plain number.
    pub fn new(
        notes: &'a HashSet<u32>,
        brackets: bool,
        bare: Option<BTreeMap<usize, Range<usize>>>,
    ) -> MarkerFinder<'a> {
        MarkerFinder {
            notes,
            brackets,
            bare,
            never_bare: false,
            alone: false,
            in_brackets: false,
            highest: 0,
            markers: Vec::new(),
        }
    }

    fn push(&mut self, label: String, range: Range<usize>) {
        if let Ok(number) = label.parse::<u32>() {
            self.highest = self.highest.max(number);
        }
        self.markers.push(Marker { label, range });
    }

    /// A line of the draft that is nothing but numbers, as page text has its markers: takes them as markers
    /// if they can be some, and tells whether it did. `at` is the line's place in the draft.
    pub fn alone(&mut self, line: &str, at: usize) -> bool {
        let parts: Vec<Range<usize>> = numbers(line);
        let in_brackets = line.starts_with('(');
        if parts.is_empty() || parts.len() > 6 {
            return false;
        }
        // Among markers in brackets, one without is the next, or a number of the text.
        if self.in_brackets && !in_brackets && line.parse().is_ok_and(|n: u32| n > self.highest.saturating_add(1)) {
            return false;
        }
        let is_known =
            |bare: &BTreeMap<usize, Range<usize>>| parts.iter().all(|part| bare.contains_key(&(at + part.start)));
        let known = self.bare.as_ref().is_some_and(is_known);
        if self.bare.is_some() {
            // Where markers have lines of their own, the next number has one too, even if its note is missing.
            let next = self.alone
                && parts.len() == 1
                && line.parse().is_ok_and(|n: u32| n == self.highest + 1 && !self.notes.contains(&n));
            if !known && !next {
                return false;
            }
            self.alone |= known;
        }
        let possible = |this: &Self, number: u32| {
            number > 0 && (number <= this.highest.saturating_add(1) || this.notes.contains(&number))
        };
        let mut highest = self.highest;
        for part in &parts {
            let Ok(number) = line[part.clone()].parse::<u32>() else { return false };
            if !known && !possible(self, number) && Some(number) != highest.checked_add(1) {
                return false;
            }
            highest = highest.max(number);
        }
        self.in_brackets |= in_brackets;
        for part in parts {
            self.push(line[part.clone()].to_owned(), at + part.start..at + part.end);
        }
        true
    }

    /// Finds the markers inside a line of text that stands at byte `at` of the draft. Adds what is to be cut
    /// from the line to `cuts`, in order.
    pub fn inside(&mut self, line: &str, at: usize, cuts: &mut Vec<MarkerCut>) {
        self.superscripts(line, at, cuts);
        self.anchored(line, at, cuts);
        self.bare(line, at, cuts);
        cuts.sort_by_key(|cut| cut.start);
    }

    fn superscripts(&mut self, line: &str, at: usize, cuts: &mut Vec<MarkerCut>) {
        if line.is_ascii() {
            return;
        }
        let mut from = 0;
        while let Some(start) = next_superscript(line, from) {
            let end = line[start..].find(|c: char| !is_superscript(c)).map_or(line.len(), |i| start + i);
            from = end;
            let label = ascii(&line[start..end]);
            if is_power(&line[..start]) && !label.parse().is_ok_and(|n: u32| self.notes.contains(&n) && n > 3) {
                continue;
            }
            if label.starts_with('0') || line[..start].ends_with(MISREAD) {
                continue;
            }
            if start == 0 && self.goes_on_from_line_before(&label, at, end) {
                cuts.push(0..end);
                continue;
            }
            self.push(label, at + start..at + end);
            let brackets = [('(', ')'), ('⁽', '⁾')]
                .into_iter()
                .find(|(open, close)| line[..start].ends_with(*open) && line[end..].starts_with(*close));
            let (open, close) = brackets.map_or((0, 0), |(open, close)| (open.len_utf8(), close.len_utf8()));
            cuts.push(start - open..end + close);
        }
    }

    /// Whether a raised number at the beginning of the line at byte `at` is the rest of the one that ends the line before: a
    /// script has cut a number in two, as the notes tell. Then the marker before is the whole.
    fn goes_on_from_line_before(&mut self, label: &str, at: usize, end: usize) -> bool {
        let due = self.markers.len().checked_sub(2).and_then(|i| self.markers.get(i)?.label.parse::<u32>().ok());
        let Some(before) = self.markers.last_mut().filter(|before| at.saturating_sub(before.range.end) <= 2) else {
            return false;
        };
        let whole = format!("{}{label}", before.label);
        let Some(number) = whole.parse::<u32>().ok().filter(|number| self.notes.contains(number)) else { return false };
        if due.is_none_or(|last| last + 1 != number) {
            return false;
        }
        before.label = whole;
        before.range.end = at + end;
        self.highest = self.highest.max(number);
        true
    }

    /// MarkerFinder that markup tells to be some.
    fn anchored(&mut self, line: &str, at: usize, cuts: &mut Vec<MarkerCut>) {
        let mut from = 0;
        while let Some(Anchor { label, whole }) = anchors::next(line, from, self.brackets, is_power) {
            from = whole.end;
            let Some(number) = line.get(label.clone()) else { continue };
            // In square brackets the mark is the whole, as it was written.
            let mark = if line[whole.clone()].starts_with('[') && whole.end == label.end + 1 { &whole } else { &label };
            self.push(number.to_owned(), at + mark.start..at + mark.end);
            cuts.push(whole);
        }
    }

    /// Numbers that stand bare in the text and call a note.
    fn bare(&mut self, line: &str, at: usize, cuts: &mut Vec<MarkerCut>) {
        let Some(bare) = &self.bare else { return };
        let found: Vec<Range<usize>> = bare.range(at..at + line.len()).map(|(_, range)| range.clone()).collect();
        for range in found {
            let inner = range.start - at..range.end - at;
            if let Some(label) = line.get(inner.clone()) {
                self.push(label.to_owned(), range);
                let bracketed = line[..inner.start].ends_with('(') && line[inner.end..].starts_with(')');
                let bracket = usize::from(bracketed);
                cuts.push(inner.start - bracket..inner.end + bracket);
            }
        }
    }
}

/// The place of the next superscript digit from byte `from` on, sought by the first bytes that such digits have.
fn next_superscript(line: &str, from: usize) -> Option<usize> {
    memchr::memchr2_iter(0xc2, 0xe2, &line.as_bytes()[from..])
        .map(|i| from + i)
        .find(|&i| line[i..].starts_with(is_superscript))
}

/// Whether a superscript after `before` is a power: `km²`, `10³`.
fn is_power(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    UNITS_OF_LENGTH.contains(&word) || word == "10"
}

/// The numbers of a line that has nothing but numbers, commas and brackets.
fn numbers(line: &str) -> Vec<Range<usize>> {
    let line_only = line.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b' ' | b'(' | b')'));
    if !line_only || line.len() > 24 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = None;
    for (i, b) in line.bytes().enumerate() {
        match (b.is_ascii_digit(), start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                found.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        found.push(from..line.len());
    }
    found
}

/// Whether a line has nothing but numbers, as [`Marks::alone`] takes it.
pub fn is_alone(line: &str) -> bool {
    let found = numbers(line);
    !found.is_empty() && found.iter().all(|range| range.len() <= 3)
}
