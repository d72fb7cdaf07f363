//! Names of instruments in running text.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::fold::FoldedText;
use super::forms::forms;
use super::{WellKnownInstrument, all};
use crate::language::{ALL, Language};

/// The name of an instrument, found in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameInText {
    /// Its bytes in the text, without quotation marks around it.
    pub range: Range<usize>,
    pub known: &'static WellKnownInstrument,
}

/// How long a quoted title may be, in bytes, when its beginning is looked for.
const LONGEST_TITLE: usize = 400;

/// How many words make a name that means the instrument however it is written.
const LONG: usize = 6;

/// How many letters may be written straight onto a name, one after the other.
const MOST_PREFIXES: usize = 3;

/// The names of instruments in a text, in order, in whatever language they stand. Meant for the evened-out text of a
/// block ([`NormalizedText`](crate::draft::NormalizedText)), it takes any text: lines may break inside a name, and a footnote's raised
/// figure may stand in it.
///
/// Of names that overlap, the one that begins first counts, and of those the longest: a protocol is told from the
/// convention that it names. What is only a part of an unknown instrument's name is left alone, and so is a generic
/// word ("the Convention").
pub fn named_in(text: &str) -> Vec<NameInText> {
    let folded = FoldedText::of(text);
    let places = folded.text.char_indices().map(|(at, _)| at);
    let mut found: Vec<(Range<usize>, &'static WellKnownInstrument)> = places
        .flat_map(|at| NAMES.beginning_at(&folded.text, at).map(move |form| (at..at + form.text.len(), form)))
        .filter(|(range, form)| form.stands_at(&folded, text, range.clone()))
        .map(|(range, form)| (range, form.known))
        .collect();
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|(range, _)| {
        let first = range.start >= end;
        if first {
            end = range.end;
        }
        first
    });
    found.into_iter().map(|(range, known)| NameInText { range: folded.source_range(range), known }).collect()
}

/// All names in all their forms, ready to be looked for. An automaton would take many times the space of the names.
struct AllNames {
    /// By their first bytes.
    forms: HashMap<[u8; OPENING], Vec<FoldedName>>,
}

/// How many bytes of a name it is looked up by. No name is shorter.
const OPENING: usize = 3;

/// One form of one name.
struct FoldedName {
    /// Evened out, as [`FoldedText`] does it.
    text: String,
    known: &'static WellKnownInstrument,
    language: &'static Language,
    /// The name's first letter is a capital, and it is so short that in small letters it may be said of anything.
    capital: bool,
    /// The name is an abbreviation, which is written in capitals throughout.
    abbreviation: bool,
    /// The form begins with a letter that is written onto the name.
    contracted: bool,
}

static NAMES: LazyLock<AllNames> = LazyLock::new(|| {
    let mut names = AllNames { forms: HashMap::new() };
    for known in all().filter(|known| !known.by_number) {
        for language in ALL {
            for name in known.names_in(language) {
                for form in forms(name, language.naming) {
                    names.add(FoldedName {
                        text: FoldedText::of(&form).text,
                        known,
                        language,
                        capital: name.starts_with(char::is_uppercase) && name.split(' ').count() < LONG,
                        abbreviation: name.len() < 10 && name.bytes().all(|b| b.is_ascii_uppercase()),
                        contracted: !form.starts_with(name.chars().take(2).collect::<String>().as_str())
                            && !language.naming.contractions.is_empty(),
                    });
                }
            }
        }
    }
    names
});

impl AllNames {
    fn add(&mut self, form: FoldedName) {
        if let Some(opening) = form.text.as_bytes().first_chunk() {
            self.forms.entry(*opening).or_default().push(form);
        }
    }

    /// The forms that the text reads like from a byte on.
    fn beginning_at<'t>(
        &'static self,
        text: &'t str,
        at: usize,
    ) -> impl Iterator<Item = &'static FoldedName> + use<'t> {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let alike = rest.first_chunk().and_then(|opening| self.forms.get(opening));
        alike.into_iter().flatten().filter(move |form| rest.starts_with(form.text.as_bytes()))
    }
}

impl FoldedName {
    /// Whether what reads like the form at `range` of the folded text is the whole of a name.
    fn stands_at(&self, folded: &FoldedText, text: &str, range: Range<usize>) -> bool {
        let naming = self.language.naming;
        let (Some(before), Some(after)) = (folded.text.get(..range.start), folded.text.get(range.end..)) else {
            return false;
        };
        let source = folded.source_range(range.clone());
        let written = text.get(source.clone()).unwrap_or_default();
        let name = folded.text.get(range).unwrap_or_default();
        if self.capital && written.starts_with(char::is_lowercase)
            || self.abbreviation && written.contains(char::is_lowercase)
        {
            return false;
        }
        if !begins_a_word(before, name, naming.spaced, naming.prefixes, self.contracted) {
            return false;
        }
        let next = after.chars().next();
        let digit = name.ends_with(|c: char| c.is_ascii_digit());
        if next.is_some_and(|next| naming.spaced && next.is_alphabetic() || digit && next.is_ascii_digit()) {
            return false;
        }
        let before = before.trim_end();
        !naming.supplements_before.iter().any(|words| before.ends_with(&FoldedText::of(words).text))
            && !naming.supplements_after.iter().any(|words| after.starts_with(words))
            && is_whole_title(text, source)
    }
}

/// Whether a name may begin after `before`.
fn begins_a_word(before: &str, name: &str, spaced: bool, prefixes: &[char], contracted: bool) -> bool {
    let digit = name.starts_with(|c: char| c.is_ascii_digit());
    if digit && before.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if !spaced {
        return true;
    }
    let mut rest = before;
    for _ in 0..=if contracted { MOST_PREFIXES - 1 } else { MOST_PREFIXES } {
        if !rest.ends_with(char::is_alphabetic) {
            return true;
        }
        match rest.strip_suffix(prefixes) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    false
}

/// Whether a name at `range`, if it stands inside 《》, is all of the title there, its year aside.
fn is_whole_title(text: &str, range: Range<usize>) -> bool {
    let mut from = range.start.saturating_sub(LONGEST_TITLE);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let (Some(before), Some(after)) = (text.get(from..range.start), text.get(range.end..)) else { return true };
    let Some(open) = before.rfind('《').filter(|open| before.rfind('》').is_none_or(|close| close < *open)) else {
        return true;
    };
    let lead = before.get(open + '《'.len_utf8()..).unwrap_or_default();
    // A title inside a title, 〈〉, is another instrument's.
    if lead.contains('〈') && !lead.contains('〉') {
        return text.get(range).is_some_and(|name| name.contains('〉') || name.contains('》'));
    }
    let year = lead.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | ' '));
    let closed = after.trim_start().starts_with(['》', '(', '（']) || text.get(range).is_some_and(|n| n.contains('》'));
    (lead.is_empty() || year) && closed
}
