//! Which notes a text sends its reader to: "see note 3 above", "见脚注3".

use std::ops::Range;

use regex::Regex;

use super::sides::SideWord;
use crate::draft::{Draft, NormalizedText};
use crate::language::{Language, NoteWords, PerLanguage};
use crate::script::punctuation::{closes_round, is_full_stop, parts_clauses};

/// Notes that a text sends its reader to in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteReference {
    /// In order, never empty.
    pub numbers: Vec<NoteNumber>,
    /// What says on which side they stand.
    pub side: Option<SideWord>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteNumber {
    pub number: u32,
    /// Its digits, in bytes of the draft.
    pub range: Range<usize>,
    /// It is the last of a range that the number before it begins.
    pub ends_range: bool,
}

/// What is made of a language's tables.
#[derive(Debug)]
struct NotePatterns {
    /// "see note ", with what sends there in the first group.
    word: Option<Regex>,
    /// "note " alone.
    noun: Option<Regex>,
    joiner: Option<Regex>,
    through: Option<Regex>,
}

impl NotePatterns {
    fn of(language: &Language) -> Option<&'static NotePatterns> {
        static PATTERNS: PerLanguage<NotePatterns> = PerLanguage::new(|language| {
            let NoteWords { word, see } = language.citing.notes;
            let paragraphs = &language.citing.paragraphs;
            NotePatterns {
                word: Regex::new(&format!("({see})?{word}")).ok(),
                noun: Regex::new(word).ok(),
                joiner: Regex::new(&format!("^(?:{})(?:{word})?", paragraphs.joiner)).ok(),
                through: Regex::new(&format!("^(?:{})(?:{word})?$", paragraphs.through)).ok(),
            }
        });
        PATTERNS.of(language)
    }
}

/// The references to notes in the paragraphs and notes of a draft, in order. Only those that are certainly to its own: the
/// reader is sent there, or told on which side they stand, and nothing says that they are another text's.
pub fn note_references(text: &str, draft: &Draft) -> Vec<NoteReference> {
    let places = draft.paragraphs.iter().map(|paragraph| &paragraph.range);
    let places = places.chain(draft.notes.iter().map(|note| &note.range));
    let mut found: Vec<NoteReference> = Vec::new();
    for range in places {
        let Some(words) = text.get(range.clone()) else { continue };
        let language = draft.language_at(range.start);
        let Some(NotePatterns { word: Some(word), noun: Some(noun), joiner: Some(joiner), through: Some(through) }) =
            NotePatterns::of(language)
        else {
            continue;
        };
        let flow = NormalizedText::of(words, range.start);
        for captures in word.captures_iter(&flow.text) {
            let Some(whole) = captures.get(0) else { continue };
            let (numbers, end) = list(&flow, whole.end(), joiner, through);
            let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { continue };
            let sent = captures.get(1);
            let wide = !language.citing.paragraphs.after.is_empty();
            // Where such words stand before, they may be part of what sends there.
            let begins = if wide {
                whole.start() + noun.find(whole.as_str()).map_or(0, |noun| noun.start())
            } else {
                whole.start()
            };
            let around = if wide { flow.source(begins..begins).start } else { first.range.start };
            let side = SideWord::beside(text, &(around..last.range.end), language);
            let rest = flow.text.get(end..).unwrap_or_default();
            let closes = |c: char| parts_clauses(c) || is_full_stop(c) || closes_round(c) || c == ']';
            let ends = rest.is_empty() || rest.starts_with(closes);
            if side.is_some() || (sent.is_some() && ends) {
                found.push(NoteReference { numbers, side });
            }
        }
    }
    found.sort_by_key(|reference| reference.numbers.first().map(|number| number.range.start));
    found.dedup();
    found
}

/// The numbers that are listed from a byte of the flow on, and where the list ends.
fn list(flow: &NormalizedText, at: usize, joiner: &Regex, through: &Regex) -> (Vec<NoteNumber>, usize) {
    let mut numbers: Vec<NoteNumber> = Vec::new();
    let (mut next, mut end) = (at, at);
    loop {
        let rest = flow.text.get(next..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(number) = rest.get(..digits).and_then(|digits| digits.parse().ok()).filter(|_| digits <= 3) else {
            break;
        };
        // A symbol, a word.
        let behind = rest.get(digits..).unwrap_or_default();
        if behind.starts_with('/') || behind.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            break;
        }
        let between = flow.text.get(end..next).unwrap_or_default();
        let ends_range = !numbers.is_empty() && through.is_match(between);
        numbers.push(NoteNumber { number, range: flow.source(next..next + digits), ends_range });
        end = next + digits;
        let Some(joined) = flow.text.get(end..).and_then(|rest| joiner.find(rest)) else { break };
        next = end + joined.end();
    }
    (numbers, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Vec<u32>, Option<bool>)> {
        let numbers = |reference: &NoteReference| reference.numbers.iter().map(|number| number.number).collect();
        let references = note_references(text, &Draft::read(text));
        references
            .iter()
            .map(|reference| (numbers(reference), reference.side.as_ref().map(|side| side.above)))
            .collect()
    }

    #[test]
    fn readers_are_sent_to_notes_in_six_languages() {
        let english =
            |note: &str| format!("The General Assembly,\n\nRecalling it,¹\n\n1. Rests.\n\n_______\n¹ {note}\n");
        assert_eq!(found(&english("See note 3 above.")), [(vec![3], Some(true))]);
        assert_eq!(found(&english("See footnotes 2, 3 and 5.")), [(vec![2, 3, 5], None)]);
        assert_eq!(found(&english("Ibid., note 4 below, para. 3.")), [(vec![4], Some(false))]);
        // Another text's, and what is none.
        assert_eq!(found(&english("See note 3 of the report.")), []);
        assert_eq!(found(&english("A/93/5, note 3.")), []);
        assert_eq!(found(&english("See note 3/12.")), []);
        let all = [
            (
                "L’Assemblée générale,\n\nRappelant la nuit,¹\n\n1. Se repose.\n\n_______\n¹ Voir note 3 plus haut.\n",
                Some(true),
            ),
            ("La Asamblea General,\n\nRecordando la noche,¹\n\n1. Descansa.\n\n_______\n¹ Véase la nota 3.\n", None),
            (
                "Генеральная Ассамблея,\n\nссылаясь на ночь,¹\n\n1. отдыхает.\n\n_______\n¹ См. сноску 3 выше.\n",
                Some(true),
            ),
            (
                "إن الجمعية العامة،\n\nإذ تشير إلى الليل،¹\n\n1 - تستريح.\n\n_______\n¹ انظر الحاشية 3 أدناه.\n",
                Some(false),
            ),
            ("大会，\n\n回顾长夜，¹\n\n1. 决定休息。\n\n_______\n¹ 见上文脚注3。\n", Some(true)),
            ("大会，\n\n回顾长夜，¹\n\n1. 决定休息。\n\n_______\n¹ 见注3。\n", None),
        ];
        for (text, side) in all {
            assert_eq!(found(text), [(vec![3], side)], "{text}");
        }
    }
}
