//! Markers that stand bare in the text, as a PDF's text has them: `Convention, 2 of`, `thereto,2 the`.
//!
//! A number alone says nothing, but the notes at the foot of a page do: each is called on that page for the
//! first time, in the order of its number. So the numbers of a page's notes are matched with the numbers in
//! its text, in order, as well as can be; what stands where a marker stands counts for more than what could
//! be a date or a quantity.

use std::collections::BTreeMap;
use std::ops::Range;

use super::line_kind::LineKind;
use super::lines::DraftLine;
use super::marker_finder::is_alone;
use super::notes::{NoteForm, RawNote};
use super::page::{PageLineKind, PageLines, STARRED, is_closing, is_raised};
use crate::language::{Language, UNITS_OF_LENGTH};
use crate::script::punctuation::{
    ARABIC_COMMA, ARABIC_SEMICOLON, ENUMERATION_COMMA, ROUND_CLOSING, ROUND_OPENING, is_comma,
};
use crate::script::{is_invisible, is_wide};

/// A number that may be a marker. Offsets are bytes of the draft.
#[derive(Debug, Clone)]
struct MarkerCandidate {
    number: u32,
    range: Range<usize>,
    /// How much it looks like a marker; from [`LIKELY`] it may be the first call of its note.
    weight: u32,
    /// It has a line of its own that nothing shows to be no page's number.
    stray: bool,
}

/// The last digits of a longer number, which can be read without them as well.
const GLUED: u32 = 1;
/// The word behind it makes it a date or a quantity.
const COUNTS: u32 = 2;
/// The word before it is a thing that has numbers.
const COUNTED: u32 = 3;
/// Stands where a marker may stand and nothing else is as likely.
const LIKELY: u32 = 10;
/// Stands where only a marker stands.
const CERTAIN: u32 = 30;
/// Raised above the line that it belongs to.
const RAISED: u32 = 40;

/// What counts for a chain of calls beside the weights in it, for each note that it calls: none is left without a call.
const CALLED: u32 = 20;

/// Finds the bare markers of a draft whose notes are plainly numbered: their numbers by their places.
/// A full line has `width` columns.
pub fn bare_markers(
    text: &str,
    page: &PageLines,
    notes: &[RawNote],
    language: &Language,
    width: usize,
) -> BTreeMap<usize, Range<usize>> {
    let mut found = BTreeMap::new();
    let mut called: Vec<u32> = Vec::new();
    let mut first_calls: Vec<Range<usize>> = Vec::new();
    let read = regions(text, page, notes, language, width);
    let mut calls = BTreeMap::new();
    let mut late_calls: Vec<Range<usize>> = Vec::new();
    let unruled: Vec<u32> = notes
        .iter()
        .filter(|note| page.unruled.contains(&note.region))
        .filter_map(|note| note.label.parse().ok())
        .collect();
    for (numbers, candidates) in &read.regions {
        let mut firsts = in_order(numbers, candidates);
        // A note that is called out of its order is called all the same, if only a marker can stand there.
        for number in numbers {
            if !firsts.iter().any(|c| c.number == *number)
                && let Some(best) =
                    candidates.iter().filter(|c| c.number == *number && c.weight >= CERTAIN).max_by_key(|c| c.weight)
            {
                firsts.push(best);
            }
        }
        // One that is called nowhere else is called by the only number that can call it between its neighbours.
        for (n, number) in numbers.iter().enumerate() {
            let start = |number: Option<&u32>| firsts.iter().find(|c| Some(&c.number) == number).map(|c| c.range.start);
            let before = n.checked_sub(1).map_or(Some(0), |n| start(numbers.get(n)));
            let after = numbers.get(n + 1).map_or(Some(usize::MAX), |next| start(Some(next)));
            let (None, Some(before), Some(after)) = (start(Some(number)), before, after) else { continue };
            if let Some(only) = only_one(candidates, *number, before..after, false) {
                firsts.push(only);
            }
        }
        // So is one whose marker has run into the number before it.
        for number in numbers {
            if firsts.iter().any(|c| c.number == *number) {
                continue;
            }
            let before = firsts.iter().filter(|c| c.number < *number).map(|c| c.range.end).max();
            let after = firsts.iter().filter(|c| c.number > *number).map(|c| c.range.start).min();
            let place = before.unwrap_or(0)..after.unwrap_or(usize::MAX);
            if let Some(only) = only_one(candidates, *number, place, true) {
                firsts.push(only);
            }
        }
        let start_of = |number: u32| firsts.iter().find(|c| c.number == number).map(|c| c.range.start);
        for candidate in candidates {
            let again = called.contains(&candidate.number)
                || start_of(candidate.number).is_some_and(|first| first < candidate.range.start);
            let first = start_of(candidate.number) == Some(candidate.range.start);
            let certain = candidate.weight >= CERTAIN;
            // In some PDFs' text a page's notes stand before what calls them.
            let late = certain && firsts.is_empty() && unruled.contains(&candidate.number);
            if first || late || (again && certain) {
                found.insert(candidate.range.start, candidate.range.clone());
            }
            if late && !calls.contains_key(&candidate.number) {
                late_calls.push(candidate.range.clone());
                calls.insert(candidate.number, candidate.range.clone());
            }
        }
        called.extend(firsts.iter().map(|c| c.number));
        first_calls.extend(firsts.iter().map(|c| c.range.clone()));
        calls.extend(firsts.iter().map(|c| (c.number, c.range.clone())));
    }
    // Where notes are called in brackets, a number without them is one of the text, though it be that of a note.
    let bracketed = first_calls.iter().filter(|call| is_in_brackets(text, call)).count();
    if bracketed >= FEWEST_IN_BRACKETS && bracketed * 4 >= first_calls.len() * 3 {
        found.retain(|_, range| is_in_brackets(text, range) || first_calls.contains(range));
    }
    // Where a marker has a line of its own, another may have one, too.
    let on_own_lines = first_calls.iter().chain(&late_calls).any(|call| has_own_line(text, call));
    found.extend(
        calls_of_missing(&read, calls, on_own_lines).into_iter().map(|call| (call.range.start, call.range.clone())),
    );
    found
}

/// So many calls in brackets show how a text calls its notes.
const FEWEST_IN_BRACKETS: usize = 2;

/// Whether a number stands in round brackets.
fn is_in_brackets(text: &str, number: &Range<usize>) -> bool {
    let (before, after) = (text.get(..number.start), text.get(number.end..));
    before.is_some_and(|before| before.ends_with(ROUND_OPENING))
        && after.is_some_and(|after| after.starts_with(ROUND_CLOSING))
}

/// Whether a number has a line of its own.
fn has_own_line(text: &str, number: &Range<usize>) -> bool {
    let before = text.get(..number.start).and_then(|before| before.rsplit('\n').next());
    let after = text.get(number.end..).and_then(|after| after.split('\n').next());
    before.is_some_and(|before| before.trim().is_empty()) && after.is_some_and(|after| after.trim().is_empty())
}

/// The only candidate for a number at a place, of those that are glued to another number or of the others.
fn only_one(candidates: &[MarkerCandidate], number: u32, place: Range<usize>, glued: bool) -> Option<&MarkerCandidate> {
    let here = |c: &&MarkerCandidate| {
        let fits = if glued { c.weight == GLUED } else { c.weight > COUNTS };
        c.number == number && place.contains(&c.range.start) && fits
    };
    let mut found = candidates.iter().filter(here);
    found.next().filter(|_| found.next().is_none())
}

/// The numbers of a text's notes and what may call them, by the regions that its notes stand in.
struct NoteRegions {
    /// For each region of notes, its numbers in order and the candidates in the text before it.
    regions: Vec<(Vec<u32>, Vec<MarkerCandidate>)>,
    missing: Vec<MissingNote>,
    /// What may call the notes that are missing, in the order of the text.
    calls_of_missing: Vec<MarkerCandidate>,
}

/// A number that has no note though others have, or none of the first numbers has.
struct MissingNote {
    number: u32,
    /// How much its marker must look like one.
    least: u32,
}

/// Reads the regions of notes, and the text before each.
fn regions(text: &str, page: &PageLines, notes: &[RawNote], language: &Language, width: usize) -> NoteRegions {
    let count = notes.iter().map(|note| note.region + 1).max().unwrap_or(0) as usize;
    let mut regions: Vec<(Vec<u32>, Vec<MarkerCandidate>)> = vec![Default::default(); count + 1];
    let mut all = Vec::new();
    for note in notes.iter().filter(|note| note.form == NoteForm::Plain) {
        if let (Ok(number), Some(region)) = (note.label.parse(), regions.get_mut(note.region as usize)) {
            region.0.push(number);
            all.push(number);
        }
    }
    for (numbers, _) in &mut regions {
        numbers.sort_unstable();
        numbers.dedup();
    }
    // Less need look like a marker where a rule stands at the foot of a page, and no note under it.
    let least = if has_empty_foot(text, page) { LIKELY + 5 } else { CERTAIN };
    let mut missing = if notes.is_empty() { first_notes(least) } else { missing(&regions, least) };
    let raised = raised_numbers(text, page);
    for number in raised.values().copied().filter(|number| *number > 0) {
        if !all.contains(&number) && missing.iter().all(|note| note.number != number) {
            missing.push(MissingNote { number, least: CERTAIN });
        }
    }
    all.extend(missing.iter().map(|note| note.number));
    let mut calls_of_missing = Vec::new();
    let mut region = 0;
    let mut before = "";
    let mut head = masthead_end(text, page, language);
    for (i, (line, kind)) in page.lines.iter().zip(&page.kinds).enumerate() {
        match kind {
            PageLineKind::Text if page.listed.binary_search(&i).is_ok() => {}
            PageLineKind::Note(STARRED) => {}
            PageLineKind::Note(n) => region = *n as usize + 1,
            PageLineKind::Text if head == 0 => {
                let content = &text[line.text.clone()];
                if let Some((_, candidates)) = regions.get_mut(region).filter(|_| line.has_digits(text)) {
                    let from = candidates.len();
                    candidates_in(content, line.text.start, before, &all, language, candidates);
                    glued_in(content, line.text.start, &all, line.width * 20 < width * 17, candidates);
                    // A number alone on its line may be a page's, where no note tells that it is not, and one at a
                    // line's beginning counts what follows.
                    let is_raised = raised.contains_key(&i);
                    let stray = is_alone(content) && !goes_on_behind(text, page, i) && !is_raised;
                    if is_raised {
                        candidates.iter_mut().skip(from).for_each(|candidate| candidate.weight = RAISED);
                    }
                    // `5` above `- To light` is a label.
                    if is_alone(content) && begins_behind_label(text, page, i) {
                        candidates.truncate(from);
                    }
                    for at in (from..candidates.len()).rev() {
                        if candidates.get(at).is_some_and(|c| missing.iter().any(|note| note.number == c.number)) {
                            let candidate = candidates.remove(at);
                            let first = candidate.range.start == line.text.start && !is_alone(content);
                            if !first {
                                calls_of_missing.push(MarkerCandidate { stray, ..candidate });
                            }
                        }
                    }
                }
                before = content;
            }
            _ => {}
        }
        head = head.saturating_sub(1);
    }
    calls_of_missing.sort_by_key(|call| call.range.start);
    NoteRegions { regions, missing, calls_of_missing }
}

/// The numbers of a page that are raised above the lines that they belong to, by their own lines.
fn raised_numbers(text: &str, page: &PageLines) -> BTreeMap<usize, u32> {
    let lines = page.kinds.iter().enumerate().filter(|(_, kind)| **kind == PageLineKind::Text).map(|(i, _)| i);
    let raised = lines.filter(|i| page.listed.binary_search(i).is_err() && is_raised(text, &page.lines, *i));
    raised.filter_map(|i| Some((i, text.get(page.lines.get(i)?.text.clone())?.parse().ok()?))).collect()
}

/// Whether the text behind line `i` goes on in the middle of a sentence.
fn goes_on_behind(text: &str, page: &PageLines, i: usize) -> bool {
    line_behind(text, page, i).chars().next().is_some_and(|c| c.is_lowercase() || is_wide(c))
}

/// Whether the text behind line `i` begins with the dash or the quotation mark of a label whose number the line is.
fn begins_behind_label(text: &str, page: &PageLines, i: usize) -> bool {
    line_behind(text, page, i).starts_with(['-', '–', '‘', '’'])
}

/// The next line of text behind line `i`.
fn line_behind<'a>(text: &'a str, page: &PageLines, i: usize) -> &'a str {
    let next = (i + 1..page.lines.len()).find(|j| page.kinds.get(*j) == Some(&PageLineKind::Text));
    let next = next.and_then(|next| page.lines.get(next)).and_then(|line| text.get(line.text.clone()));
    next.unwrap_or_default()
}

/// Up to so many notes in a row may be missing.
const MOST_MISSING: u32 = 2;

/// The first notes of a text that has none.
fn first_notes(least: u32) -> Vec<MissingNote> {
    (1..=MOST_MISSING + 1).map(|number| MissingNote { number, least }).collect()
}

/// Whether under a rule at the foot of a page nothing stands but what a page has beside its text.
fn has_empty_foot(text: &str, page: &PageLines) -> bool {
    let drawn = |line: &DraftLine| {
        line.text.len() >= 10 && text.get(line.text.clone()).is_some_and(|l| l.bytes().all(|b| b == b'_'))
    };
    let mut lines = page.lines.iter().zip(&page.kinds).filter(|(line, _)| !line.is_blank()).peekable();
    while let Some((line, kind)) = lines.next() {
        let ends = lines.peek().is_some_and(|(next, kind)| next.new_page || **kind == PageLineKind::Furniture);
        if *kind == PageLineKind::Furniture && ends && drawn(line) {
            return true;
        }
    }
    false
}

/// The numbers that have no note though others before or after them have: up to two between others, those before the
/// first, and those behind the last, whose marker must look `least` like one.
fn missing(regions: &[(Vec<u32>, Vec<MarkerCandidate>)], least: u32) -> Vec<MissingNote> {
    let numbered: Vec<u32> = regions.iter().flat_map(|(numbers, _)| numbers.iter().copied()).collect();
    // In some texts each page counts its own.
    if numbered.is_empty() || !numbered.is_sorted_by(|a, b| a < b) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut last = 0;
    for number in numbered {
        if (last + 2..=last + 1 + MOST_MISSING).contains(&number) {
            found.extend((last + 1..number).map(|number| MissingNote { number, least: LIKELY + 5 }));
        }
        last = number;
    }
    found.extend((1..=MOST_MISSING).map(|more| MissingNote { number: last.saturating_add(more), least }));
    found
}

/// What calls the notes that are missing, between the first `calls` of the notes before and after them: what looks most
/// like a marker there, the first of several that can be nothing else. Behind the last note none is called but after the one
/// before it. A number with a line of its own may be one only where others are (`on_own_lines`), between notes that are
/// there; a raised one always.
fn calls_of_missing(
    of: &NoteRegions,
    mut calls: BTreeMap<u32, Range<usize>>,
    on_own_lines: bool,
) -> Vec<&MarkerCandidate> {
    let mut found = Vec::new();
    for MissingNote { number, least } in &of.missing {
        let is_raised = |c: &&MarkerCandidate| c.number == *number && c.weight == RAISED;
        if let Some(first) = of.calls_of_missing.iter().find(is_raised) {
            calls.insert(*number, first.range.clone());
            found.push(first);
            continue;
        }
        let before = calls.range(..number).next_back().map(|(number, place)| (*number, place.end));
        let after = calls.range(number..).next().map(|(_, place)| place.start);
        let follows = before.map_or(0, |(number, _)| number) + 1 == *number;
        if after.is_none() && !follows {
            continue;
        }
        let place = before.map_or(0, |(_, end)| end)..after.unwrap_or(usize::MAX);
        let here = of.calls_of_missing.iter();
        let own_line = on_own_lines && after.is_some();
        let here = here.filter(|c| c.number == *number && c.weight >= *least && place.contains(&c.range.start));
        let here = here.filter(|c| own_line || !c.stray);
        let most = here.clone().map(|c| c.weight).max().unwrap_or(0);
        let mut best = here.filter(|c| c.weight == most);
        let Some(first) = best.next().filter(|_| most >= CERTAIN || best.next().is_none()) else { continue };
        calls.insert(*number, first.range.clone());
        found.push(first);
    }
    // Where no note is left at all, each marker is missed no longer by itself.
    if found.len() > MOST_MISSING as usize && of.regions.iter().all(|(numbers, _)| numbers.is_empty()) {
        found.clear();
    }
    found
}

/// How many lines stand before the first organ line, where no markers are; 0 if there is none.
fn masthead_end(text: &str, page: &PageLines, language: &Language) -> usize {
    let organ_line = (0..page.lines.len()).find(|&i| {
        let content = page.lines.get(i).map_or("", |line| &text[line.text.clone()]);
        content.ends_with(is_comma) && matches!(page.starter(text, i, language), LineKind::OrganLine(_))
    });
    organ_line.unwrap_or(0)
}

/// The candidates of one line; `before` is the line of text before it.
fn candidates_in(
    line: &str,
    at: usize,
    before: &str,
    numbers: &[u32],
    language: &Language,
    out: &mut Vec<MarkerCandidate>,
) {
    let bytes = line.as_bytes();
    let alone = is_alone(line);
    let mut i = 0;
    while let Some(start) = bytes[i..].iter().position(u8::is_ascii_digit).map(|n| i + n) {
        i = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        // `of 18 December 19934`: a year, and the marker glued to it.
        let year = matches!(line.get(start..start + 2), Some("19" | "20")) && matches!(i - start, 5 | 6);
        let start = if year { start + 4 } else { start };
        if i - start > 3 {
            continue;
        }
        let Ok(number) = line[start..i].parse::<u32>() else { continue };
        if !numbers.contains(&number) {
            continue;
        }
        let weight = match () {
            () if alone => CERTAIN,
            () if year => LIKELY,
            () => weight(line, start..i, before, language),
        };
        if weight > 0 {
            out.push(MarkerCandidate { number, range: at + start..at + i, weight, stray: false });
        }
    }
}

/// The candidates that are the last digits of longer numbers: `55/197` has the marker 7 where a line that is not full
/// ends with it, `COVID-1916` and `59/3008` have markers wherever they stand, because no such numbers are.
fn glued_in(line: &str, at: usize, numbers: &[u32], cut: bool, out: &mut Vec<MarkerCandidate>) {
    let bytes = line.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut i = 0;
    while let Some(start) = bytes[i..].iter().position(u8::is_ascii_digit).map(|n| i + n) {
        i = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        let (head, after) = (&line[..start], &line[i..]);
        if i - start < 2 || after.starts_with(['/', '-', '%']) || after.starts_with(char::is_alphabetic) {
            continue;
        }
        // `A/92/197` and `92/197`, `COVID-1916`, `20379`.
        let before = head.chars().next_back();
        let session = before == Some('/') && head.len() > 1 && digit(head.len() - 2);
        let coined = before.is_some_and(|c| matches!(c, '-' | '\u{2011}'))
            && head.chars().rev().skip(1).take(2).all(|c| c.is_ascii_uppercase())
            && head.chars().count() > 2;
        let apart = before.is_none_or(|c| c.is_whitespace() || c == '(' || c == '“');
        let usual = match () {
            () if session => 3,
            () if coined => 2,
            () if apart => 4,
            () => continue,
        };
        // Behind the marker that a page has raised, its line is broken off.
        let breaks = (cut || (session && i - start == 3)) && after.is_empty();
        for from in start + 1..i {
            let tail = &line[from..i];
            let impossible = i - start > usual && from - start <= usual;
            let year = apart && impossible && from - start == 4;
            if tail.len() > 3 || tail.starts_with('0') || !(impossible && !apart || year || breaks) {
                continue;
            }
            let Ok(number) = tail.parse::<u32>() else { continue };
            let range = at + from..at + i;
            if numbers.contains(&number) {
                out.push(MarkerCandidate { number, range, weight: GLUED, stray: false });
            }
        }
    }
}

/// How much the number at `range` of a line looks like a marker; 0 if it is none.
fn weight(line: &str, range: Range<usize>, before: &str, language: &Language) -> u32 {
    let (head, after) = (&line[..range.start], &line[range.end..]);
    if let Some(word) = head.strip_suffix(ROUND_OPENING).filter(|_| after.starts_with(ROUND_CLOSING)) {
        // `第(3)项`
        if language.reading.counted_things.iter().any(|thing| thing.chars().all(is_wide) && word.ends_with(thing)) {
            return 0;
        }
        // `Convention(2)`, and not `article 5(2)` or `paragraph (2)`.
        let glued = word.chars().next_back().is_some_and(|c| c.is_alphabetic() || is_closing(c) || c == '“');
        // `2030(1)` is a year with its marker.
        let year = word.rsplit(|c: char| !c.is_ascii_digit() && c != '/').next().is_some_and(is_year);
        return if glued || year { CERTAIN } else { 0 };
    }
    let next = after.chars().next();
    // At a line's beginning, what it is glued to stands on the line before.
    let glued_to = if head.is_empty() && after.starts_with(['《', '“']) { before } else { head };
    if let Some(weight) = among_wide(glued_to, after, language) {
        return weight;
    }
    // `section 13 b) 1)`
    if after.starts_with(')') && head.trim_end().ends_with(')') {
        return 0;
    }
    if !next.is_none_or(|c| {
        c.is_whitespace()
            || is_invisible(c)
            || matches!(c, ',' | ';' | '.' | ')' | '”' | ':' | ARABIC_COMMA | ARABIC_SEMICOLON)
    }) {
        return 0;
    }
    // `32,000`
    let digits = |behind: &str| behind.bytes().take_while(u8::is_ascii_digit).count();
    if after.strip_prefix(',').is_some_and(|behind| digits(behind) == 3)
        || after.strip_prefix('.').is_some_and(|behind| digits(behind) > 0)
    {
        return 0;
    }
    let gap = head.ends_with("  ") && after.starts_with("  ");
    if gap || (head.is_empty() && next == Some('.')) {
        return 0;
    }
    let head = if head.trim().is_empty() { before } else { head };
    let glued = head.chars().next_back().filter(|c| !c.is_whitespace() && head.len() == range.start);
    let word = head.trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    let Some(mark) = word.chars().next_back() else { return 0 };
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let figures = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
    let closes = is_closing(mark);
    if glued.is_some() {
        return match mark {
            // `1979,1`: no thousands have so few figures behind them.
            ',' if range.len() < 3 && is_year(&bare) => CERTAIN,
            ',' | ':' if figures || bare.ends_with(|c: char| c.is_ascii_digit()) => LIKELY,
            // `64.X.1`
            '.' if word.contains('/') || figures || bare.chars().count() < 4 || bare.contains('.') => 0,
            '.' => CERTAIN,
            _ if closes => CERTAIN,
            _ if mark.is_alphabetic() && !mark.is_uppercase() && bare.chars().count() >= 3 => CERTAIN,
            _ if mark.is_lowercase() && bare.chars().count() == 2 && !UNITS_OF_LENGTH.contains(&bare.as_str()) => {
                LIKELY
            }
            // `Protocol I6`
            _ if word.len() < head.trim_end().len() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) => COUNTED,
            _ => 0,
        };
    }
    let following = after.trim_start().split(|c: char| c.is_whitespace()).next().unwrap_or("");
    let following_bare = following.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let reading = language.reading;
    let counted = reading.counted_things.contains(&bare.as_str());
    let joins = reading.counted_things.contains(&following_bare.as_str());
    let rest = after.trim_start().get(following.len()..).unwrap_or("").trim_start();
    let counts = reading.counting_words.contains(&following_bare.as_str()) && (!joins || begins_with_number(rest));
    let in_words = following.chars().next().is_none_or(|c| !c.is_ascii_digit());
    match () {
        // `5/8 26 of 2 March`, `Fraternity 14 and 22 August`: days don't begin behind a number or a name.
        () if counts && joins && comes_behind_a_name(word, &bare, language) => COUNTED,
        // No day comes right behind a year.
        () if counts && !(word == bare && is_year(word)) => COUNTS,
        () if counted && !closes && reading.counting_words.contains(&following_bare.as_str()) => COUNTED,
        // `paragraphs 1, 2 and 3` counts; `Agenda 21, 4 the` has a marker.
        () if mark == ',' && word.len() == bare.len() + 1 && figures && bare.len() <= 3 => {
            if in_words && (!joins || !begins_with_number(rest)) { LIKELY } else { COUNTED }
        }
        () if closes && in_words => CERTAIN,
        () if closes => LIKELY + 2,
        () if counted && !in_words => COUNTED,
        () if counted => LIKELY,
        () if in_words => LIKELY + 5,
        () => LIKELY,
    }
}

/// Whether a word is a name, a resolution's number or what ends a date, behind which no other date begins.
pub fn comes_behind_a_name(word: &str, bare: &str, language: &Language) -> bool {
    let named = word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    named || bare.contains('/') || language.reading.counting_words.contains(&bare)
}

/// Whether digits are a year of the two last centuries.
fn is_year(digits: &str) -> bool {
    digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// How much a number between characters that need no spaces looks like a marker; `None` where it is not glued to one.
fn among_wide(head: &str, after: &str, language: &Language) -> Option<u32> {
    let before = head.chars().next_back().filter(|c| is_wide(*c))?;
    let counts = |word: &str| word.chars().all(is_wide) && after.starts_with(word);
    // `第18、20段`
    let listed = || head.trim_end_matches(ENUMERATION_COMMA).ends_with(|c: char| c.is_ascii_digit());
    Some(match () {
        () if before == ENUMERATION_COMMA && listed() => LIKELY,
        () if is_closing(before) => CERTAIN,
        () if !before.is_alphabetic() || after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/') => 0,
        () if language.reading.counting_words.iter().any(|word| counts(word)) => 0,
        () if language.reading.counted_things.iter().any(|word| head.ends_with(word)) => 0,
        () => LIKELY,
    })
}

/// Whether a text begins with a number by itself, and no session and number.
fn begins_with_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && !rest.starts_with('/')
}

/// The candidates that call the notes in order, for as much weight as can be had.
fn in_order<'a>(numbers: &[u32], candidates: &'a [MarkerCandidate]) -> Vec<&'a MarkerCandidate> {
    let likely: Vec<&MarkerCandidate> =
        candidates.iter().filter(|c| c.weight >= LIKELY && numbers.contains(&c.number)).collect();
    // best[n]: of the chains that end with a number up to the n-th, the heaviest; chains are linked lists.
    let mut chains: Vec<(u32, usize, Option<usize>)> = Vec::new();
    let mut best: Vec<(u32, Option<usize>)> = vec![(0, None); numbers.len() + 1];
    for (i, candidate) in likely.iter().enumerate() {
        let Ok(n) = numbers.binary_search(&candidate.number) else { continue };
        let (weight, chain) = best[n];
        let weight = weight + candidate.weight + CALLED;
        if weight > best[n + 1].0 {
            chains.push((weight, i, chain));
            let link = Some(chains.len() - 1);
            for later in best.iter_mut().skip(n + 1) {
                if weight > later.0 {
                    *later = (weight, link);
                } else {
                    break;
                }
            }
        }
    }
    let mut chosen = Vec::new();
    let mut link = best.last().and_then(|(_, link)| *link);
    while let Some((_, i, before)) = link.and_then(|at| chains.get(at)) {
        chosen.extend(likely.get(*i));
        link = *before;
    }
    chosen.reverse();
    chosen
}
