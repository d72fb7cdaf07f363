//! Footnote markers in running text, in whatever form the layout has them.

use std::collections::HashMap;
use std::ops::Range;

use super::Marker;
use super::layout::Shape;
use super::notes::{NoteForm, RawNote, ascii};
use super::page::is_superscript;
use crate::language::Language;

/// Finds markers, line by line, and remembers how far the numbers have come.
pub struct Marks<'a> {
    language: &'a Language,
    /// The numbers that have notes, each with the region of notes it stands in.
    notes: HashMap<u32, u32>,
    /// `[1]` is a marker.
    brackets: bool,
    /// A bare number may be a marker.
    plain: bool,
    highest: u32,
    pub markers: Vec<Marker>,
}

/// A mark that was found in a line: the bytes to cut from the running text.
pub type Cut = Range<usize>;

impl<'a> Marks<'a> {
    pub fn new(notes: &[RawNote], shape: &Shape, language: &'a Language) -> Marks<'a> {
        let numbers = notes.iter().filter_map(|note| Some((note.label.parse().ok()?, note.region))).collect();
        let any = |form: NoteForm| notes.iter().any(|note| note.form == form);
        Marks {
            language,
            notes: numbers,
            brackets: any(NoteForm::Bracket),
            // Where lines are double-spaced a bare marker has a line of its own.
            plain: any(NoteForm::Plain) && !shape.double_spaced,
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
        if parts.is_empty() || parts.len() > 6 {
            return false;
        }
        let possible = |this: &Self, number: u32| number > 0 && (number <= this.highest + 1 || this.notes.contains_key(&number));
        let mut highest = self.highest;
        for part in &parts {
            let Ok(number) = line[part.clone()].parse::<u32>() else { return false };
            if !possible(self, number) && number != highest + 1 {
                return false;
            }
            highest = highest.max(number);
        }
        for part in parts {
            self.push(line[part.clone()].to_owned(), at + part.start..at + part.end);
        }
        true
    }

    /// Finds the markers inside a line of text that stands at byte `at` of the draft, before the region of
    /// notes `region`. Adds what is to be cut from the line to `cuts`, in order.
    pub fn inside(&mut self, line: &str, at: usize, region: u32, cuts: &mut Vec<Cut>) {
        self.superscripts(line, at, cuts);
        self.bracketed(line, at, cuts);
        if self.plain {
            self.plain(line, at, region, cuts);
        }
        cuts.sort_by_key(|cut| cut.start);
    }

    fn superscripts(&mut self, line: &str, at: usize, cuts: &mut Vec<Cut>) {
        if line.is_ascii() {
            return;
        }
        let mut from = 0;
        while let Some(start) = line[from..].find(is_superscript).map(|i| from + i) {
            let end = line[start..].find(|c: char| !is_superscript(c)).map_or(line.len(), |i| start + i);
            from = end;
            let label = ascii(&line[start..end]);
            if is_power(&line[..start]) && !label.parse().is_ok_and(|n: u32| self.notes.contains_key(&n) && n > 3) {
                continue;
            }
            if label.starts_with('0') {
                continue;
            }
            self.push(label, at + start..at + end);
            let wrapped = line[..start].ends_with('(') && line[end..].starts_with(')');
            cuts.push(if wrapped { start - 1..end + 1 } else { start..end });
        }
    }

    fn bracketed(&mut self, line: &str, at: usize, cuts: &mut Vec<Cut>) {
        for open in memchr::memchr_iter(b'[', line.as_bytes()) {
            let inner = &line[open + 1..];
            let (caret, digits) = match inner.strip_prefix('^') {
                Some(rest) => (1, rest),
                None if self.brackets => (0, inner),
                None => continue,
            };
            let len = digits.bytes().take_while(u8::is_ascii_digit).count();
            if !(1..=3).contains(&len) || !digits[len..].starts_with(']') {
                continue;
            }
            let end = open + 1 + caret + len + 1;
            self.push(digits[..len].to_owned(), at + open..at + end);
            cuts.push(open..end);
        }
    }

    /// Numbers that stand bare in the text, after a space or glued to the word: only those whose note is at
    /// the foot of this page, and only where no other reading is as good.
    fn plain(&mut self, line: &str, at: usize, region: u32, cuts: &mut Vec<Cut>) {
        let bytes = line.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            if !bytes[i].is_ascii_digit() {
                i += 1;
                continue;
            }
            let start = i;
            while i < bytes.len() && bytes[i].is_ascii_digit() {
                i += 1;
            }
            if i - start > 3 {
                continue;
            }
            let Ok(number) = line[start..i].parse::<u32>() else { continue };
            let Some(&here) = self.notes.get(&number) else { continue };
            let used = number <= self.highest;
            if !used && (here != region || number > self.highest + 3) {
                continue;
            }
            if self.is_bare_marker(line, start..i, number, used) {
                self.push(line[start..i].to_owned(), at + start..at + i);
                cuts.push(start..i);
            }
        }
    }

    fn is_bare_marker(&self, line: &str, range: Range<usize>, number: u32, used: bool) -> bool {
        let (before, after) = (&line[..range.start], &line[range.end..]);
        let Some(last) = before.chars().next_back() else { return false };
        let next = after.chars().next();
        let next_ok = next.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')' | '”' | ':'));
        if !next_ok {
            return false;
        }
        let following = after.trim_start().split(|c: char| c.is_whitespace()).next().unwrap_or("");
        let following = following.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let then_digit = after.trim_start().get(following.len()..).is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let reading = self.language.reading;
        let counts = reading.counting_words.contains(&following.as_str())
            && (!reading.counted_things.contains(&following.as_str()) || then_digit);
        // Glued to a word, a mark or a closing bracket: `Convention,2 the`.
        if matches!(last, ',' | ';' | '.' | ':' | '”' | '’' | '"' | ')' | '»') {
            let inner = before[..before.len() - last.len_utf8()].chars().next_back();
            let decimal = matches!(last, '.' | ',' | ':') && inner.is_some_and(|c| c.is_ascii_digit()) && (used || number != self.highest + 1);
            return !decimal && !next.is_some_and(|c| matches!(c, '.' | ')') && used && last == '.');
        }
        if last.is_lowercase() {
            return before.chars().rev().take_while(|c| c.is_alphabetic()).count() >= 3;
        }
        if !matches!(last, ' ' | '\u{a0}') || counts {
            return false;
        }
        let previous = before.trim_end();
        let Some(mark) = previous.chars().next_back() else { return false };
        let word = previous.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if bare.chars().any(|c| c.is_ascii_digit()) && !mark.is_alphanumeric() && used {
            return false;
        }
        if reading.counted_things.contains(&bare.as_str()) {
            return false;
        }
        if matches!(mark, ',' | ';' | '”' | ')' | '»') {
            // After a mark a marker has a word after it, or the line's end.
            return following.chars().next().is_none_or(char::is_alphabetic);
        }
        // After a bare word only the very next number is near certain.
        !used && number == self.highest + 1 && mark.is_alphabetic() && following.chars().next().is_none_or(char::is_alphabetic)
    }
}

/// Whether a superscript after `before` is a power: `km²`, `10³`.
fn is_power(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    matches!(word, "m" | "km" | "cm" | "mm" | "dm" | "ft" | "м" | "км" | "см" | "م" | "كم")
        || (word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit()) && word == "10")
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
