//! # text-damaged
//!
//! ## What it says
//!
//! The letters of a text are there, and stand in their order.
//!
//! ## Why
//!
//! A wrong encoding puts question marks or boxes in the place of letters, some readers of PDFs turn Arabic letters round,
//! and a converter may write down what was struck out. Such a text cannot be checked.
//!
//! Which programs do so is measured in
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! L?Assembl?e g?n?rale,
//! ```
//!
//! The accents are gone.
//!
//! ## Exceptions
//!
//! A few question marks inside words, as in links.
//!
//! ## Source
//!
//! Measured on texts out of word processors and PDFs by many converters.

use std::ops::Range;

use super::{DeferUntil, DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::ElementKind;
use crate::messages::Message;
use crate::script::is_invisible;
use crate::script::punctuation::{ARABIC_COMMA, ARABIC_SEMICOLON};

pub static RULE: Rule = Rule {
    code: "text-damaged",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("text_damaged.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "text-damaged":
    letters_lost() =
        "Letters were lost here: question marks or boxes stand in their place. The text was read in a wrong encoding; \
         convert or save it once more as UTF-8.";
    letters_misread() =
        "Letters stand here as two or three strange ones. The text was read in a wrong encoding; convert or save it once \
         more as UTF-8.";
    letters_doubled() =
        "Letters with accents stand twice here. A converter has written each of them down again; convert the document \
         once more, with another converter.";
    controls_inside() =
        "Characters that print nothing stand here in the place of others. Convert the document once more, with another \
         converter or as UTF-8.";
    letters_reversed() =
        "The letters of these words stand in reverse order, as they are drawn and not as they are read. Take the text from \
         the word processor, or from a PDF by a reader that knows Arabic.";
    marks_begin_lines() =
        "Commas and full stops begin these lines, where they should end them: words stand in the order in which they are \
         drawn, and not as they are read. Take the text from the word processor, or from a PDF by a reader that knows Arabic.";
    nothing_understood() =
        "No paragraph of this text could be told. Its lines or its letters were lost on the way: paste or convert it once \
         more, a paragraph a line.";
}

/// So many damaged letters are no chance.
const LEAST: usize = 4;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let text = context.text;
    type Damage = (fn(&str) -> Option<Range<usize>>, fn() -> Message);
    let damages: [Damage; 6] = [
        (misread, letters_misread),
        (replaced, letters_lost),
        (controls, controls_inside),
        (doubled, letters_doubled),
        (turned, letters_reversed),
        (marks_before_lines, marks_begin_lines),
    ];
    for (find, message) in damages {
        if let Some(range) = find(text) {
            findings.push(context.finding(&RULE, range, message()));
            return;
        }
    }
    // Something says that this is a resolution, and nothing in it could be read.
    let draft = context.draft;
    let sign = draft.symbol.is_some() || draft.elements.iter().any(|element| element.kind == ElementKind::OrganLine);
    if draft.paragraphs.is_empty() && sign && text.len() > SHORTEST {
        let start = text.len() - text.trim_start().len();
        let end =
            text.get(start..).and_then(|rest| rest.lines().next()).map_or(start, |line| start + line.trim_end().len());
        findings.push(super::Finding {
            defer_until: Some(DeferUntil::Document),
            ..context.finding(&RULE, start..end, nothing_understood())
        });
    }
}

/// A text that has just been begun is no longer than this, in bytes.
const SHORTEST: usize = 400;

/// What stands for a letter that could not be read.
const BOX: &str = "\u{fffd}";

/// The first of several places where a question mark or a box stands for a letter.
fn replaced(text: &str) -> Option<Range<usize>> {
    if memchr::memchr(b'?', text.as_bytes()).is_none()
        && memchr::memmem::find(text.as_bytes(), BOX.as_bytes()).is_none()
    {
        return None;
    }
    let in_link = |at: usize| {
        let word = text.get(..at).and_then(|before| before.rsplit(char::is_whitespace).next());
        word.is_some_and(|word| word.contains("://") || word.contains("www."))
    };
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let box_at = text.match_indices(BOX).map(|(at, found)| at..at + found.len());
    let mark_at = text.match_indices('?').map(|(at, _)| at..at + 1).filter(|at| {
        let before = text.get(..at.start).and_then(|before| before.chars().next_back());
        let after = text.get(at.end..).and_then(|after| after.chars().next());
        letter(before) && letter(after) && !in_link(at.start)
    });
    // Where all letters are lost, only question marks are left.
    let run_at = text.match_indices("????").map(|(at, run)| at..at + run.len());
    let mut places: Vec<Range<usize>> = box_at.chain(mark_at).chain(run_at).take(4096).collect();
    places.sort_by_key(|place| place.start);
    (places.len() >= LEAST).then(|| places.swap_remove(0))
}

/// The first of several control characters inside the text that are neither white space nor those that PDFs leave as such.
fn controls(text: &str) -> Option<Range<usize>> {
    if !may_have_controls(text.as_bytes()) {
        return None;
    }
    let control =
        |c: &char| matches!(c, '\u{1}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}');
    let mut places = text.char_indices().filter(|(_, c)| control(c));
    let (at, first) = places.next()?;
    // U+001C alone is what some PDFs have for a space.
    let others = places.filter(|(_, c)| *c != '\u{1c}' || first != '\u{1c}').take(1).count();
    (others > 0).then(|| at..at + first.len_utf8())
}

/// Whether there may be control characters, asked of many bytes at a time. Those from U+0080 on begin with 0xc2.
fn may_have_controls(text: &[u8]) -> bool {
    let control = |b: u8, next: u8| {
        matches!(b, 0x1..=0x8 | 0xe..=0x1f | 0x7f) | ((b == 0xc2) & matches!(next, 0x80..=0x84 | 0x86..=0x9f))
    };
    let ends_with_one = text.last().is_some_and(|b| control(*b, 0));
    ends_with_one || any_pair(text, control)
}

/// Whether two bytes that follow each other are such, asked of many at a time.
fn any_pair(text: &[u8], are_such: impl Fn(u8, u8) -> bool) -> bool {
    let next = text.get(1..).unwrap_or_default();
    let mut pairs = text.chunks(BYTES_AT_A_TIME).zip(next.chunks(BYTES_AT_A_TIME));
    pairs.any(|(here, next)| here.iter().zip(next).fold(false, |found, (b, next)| found | are_such(*b, *next)))
}

const BYTES_AT_A_TIME: usize = 64;

/// The first of several letters in UTF-8 that were read as two or three of another encoding: `Ã©` for `é`, `â€œ` for `“`.
fn misread(text: &str) -> Option<Range<usize>> {
    let goes_on = |c: char| {
        matches!(
            c,
            '\u{80}'
                ..='\u{bf}'
                    | '‚'
                    | 'ƒ'
                    | '„'
                    | '…'
                    | '†'
                    | '‡'
                    | 'ˆ'
                    | '‰'
                    | 'Š'
                    | '‹'
                    | 'Œ'
                    | 'Ž'
                    | '˜'
                    | '™'
                    | 'š'
                    | '›'
                    | 'œ'
                    | 'ž'
                    | 'Ÿ'
                    | '€'
        )
    };
    // All of these begin with the same byte.
    let mut places = memchr::memchr_iter(0xc3, text.as_bytes())
        .filter_map(|at| Some((at, text.get(at..)?.chars().next()?)))
        .filter(|(_, c)| matches!(c, 'Ã' | 'Â' | 'Ð' | 'Ñ' | 'Ø' | 'Ù' | 'â'))
        .filter_map(|(at, first)| {
            let next = text.get(at + first.len_utf8()..)?.chars().next()?;
            let fits = if first == 'â' { next == '€' || next == '\u{80}' } else { goes_on(next) };
            fits.then(|| at..at + first.len_utf8() + next.len_utf8())
        });
    let first = places.next()?;
    (places.take(LEAST - 1).count() + 1 >= LEAST).then_some(first)
}

/// The first of several letters with accents that all stand twice: `déécembre`.
fn doubled(text: &str) -> Option<Range<usize>> {
    if !may_have_doubled(text.as_bytes()) {
        return None;
    }
    let accented = |c: char| matches!(c, '\u{c0}'..='\u{24f}');
    let (mut twice, mut once, mut first) = (0, 0, None);
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        if !accented(c) {
            continue;
        }
        if letters.next_if(|(_, next)| *next == c).is_some() {
            twice += 1;
            first.get_or_insert(at..at + 2 * c.len_utf8());
        } else {
            once += 1;
        }
    }
    first.filter(|_| twice >= LEAST && once * 4 <= twice)
}

/// Whether the two bytes of letters with accents may stand twice often enough, asked of many at a time. Those letters begin
/// with 0xc3 to 0xc9.
fn may_have_doubled(text: &[u8]) -> bool {
    let behind = |by: usize| text.get(by..).unwrap_or_default().chunks(BYTES_AT_A_TIME);
    let chunks = behind(0).zip(behind(1)).zip(behind(2).zip(behind(3)));
    let twice = chunks.map(|((first, second), (third, fourth))| {
        let letters = first.iter().zip(second).zip(third.iter().zip(fourth));
        let twice =
            letters.fold(0_u8, |sum, ((a, b), (c, d))| sum + u8::from(matches!(a, 0xc3..=0xc9) & (a == c) & (b == d)));
        usize::from(twice)
    });
    twice.sum::<usize>() >= LEAST
}

/// The first of several Arabic words that begin with a letter that only ends words.
fn turned(text: &str) -> Option<Range<usize>> {
    const LAST: [char; 2] = ['ة', 'ى'];
    const SHORTEST_WORD: usize = 3;
    let arabic = |c: &char| matches!(c, '\u{620}'..='\u{64a}');
    let (mut begins, mut ends, mut first) = (0, 0, None);
    // Their last bytes, which few other letters have.
    for last in memchr::memchr2_iter(0xa9, 0x89, text.as_bytes()) {
        let Some(at) = last.checked_sub(1) else { continue };
        let Some((before, rest)) = text.get(..at).zip(text.get(at..)).filter(|(_, rest)| rest.starts_with(LAST)) else {
            continue;
        };
        let behind = rest.chars().take_while(arabic).take(SHORTEST_WORD).count();
        let before = before.chars().rev().take_while(arabic).take(SHORTEST_WORD).count();
        if before == 0 && behind == SHORTEST_WORD {
            begins += 1;
            let word: usize = rest.chars().take_while(arabic).map(char::len_utf8).sum();
            first.get_or_insert(at..at + word);
        }
        ends += usize::from(behind == 1 && before + behind >= SHORTEST_WORD);
    }
    first.filter(|_| begins >= LEAST && begins > ends)
}

/// The first of several Arabic lines that begin with the mark that ends a clause.
fn marks_before_lines(text: &str) -> Option<Range<usize>> {
    if !text.contains([ARABIC_COMMA, ARABIC_SEMICOLON]) {
        return None;
    }
    let (mut begin, mut end, mut first) = (0, 0, None);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // What bidirectional text is wrapped in prints nothing.
        let words = line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let mark = words.chars().next().filter(|mark| matches!(*mark, ARABIC_COMMA | ARABIC_SEMICOLON));
        if let Some(mark) = mark.filter(|_| words.chars().any(char::is_alphanumeric)) {
            begin += 1;
            let start = at + line.find(mark).unwrap_or(0);
            first.get_or_insert(start..start + mark.len_utf8());
        }
        end += usize::from(words.ends_with([ARABIC_COMMA, ARABIC_SEMICOLON]));
        at += line.len();
    }
    first.filter(|_| begin >= LEAST && begin * 2 > end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "text-damaged";

    #[test]
    fn letters_that_are_gone() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant la d?cision sur les lumi?res et les r?gles des assembl?es,
              ^ Letters were lost here: question marks or boxes stand in their place. The text was read in a wrong encoding; convert or save it once more as UTF-8.

1. Décide de veiller.
",
        );
    }

    #[test]
    fn letters_in_a_wrong_encoding_and_twice() {
        let misread = "\nL’AssemblÃ©e gÃ©nÃ©rale,\n\nRappelant la dÃ©cision,\n\n1. DÃ©cide de veiller.\n";
        let doubled =
            "\nL’Assembléée géénéérale,\n\nRappelant la déécision du 3 déécembre 2037,\n\n1. Déécide de veiller.\n";
        for (draft, place) in [(misread, "Ã©"), (doubled, "éé")] {
            let read = crate::draft::Draft::read(draft);
            let found = super::super::check(draft, &read, &|rule| rule.is_on_by_default());
            let told: Vec<_> = found.iter().map(|finding| (finding.code, &draft[finding.range.clone()])).collect();
            assert_eq!(told, [(RULE, place)]);
        }
    }

    #[test]
    fn marks_at_the_beginning_of_lines() {
        let read = |draft: &str| {
            let found = super::super::check(draft, &crate::draft::Draft::read(draft), &|rule| rule.code == RULE);
            found.iter().map(|finding| draft[finding.range.clone()].to_owned()).collect::<Vec<_>>()
        };
        let drawn = "،إن الجمعية العامة\n\n،وإذ تلاحظ الليالي الطويلة\n\n،وإذ تشير إلى المصابيح\n\n؛تقرر إضاءة المصابيح -1\n\n؛تطلب تقريرا -2\n";
        assert_eq!(read(drawn), ["،"]);
        // A comma that a line has no room for is no such damage.
        let broken = "إن الجمعية العامة،\n\nوإذ تلاحظ الليالي الطويلة\n، وإذ تشير إلى المصابيح،\n\n1 - تقرر إضاءة المصابيح؛\n\n2 - تطلب تقريرا.\n";
        assert!(read(broken).is_empty());
    }

    #[test]
    fn letters_turned_round() {
        expect(
            RULE,
            "
إن الجمعية العامة،

ةماعلا ةيعمجلا ةيلودلا ةنجللا
^^^^^^ The letters of these words stand in reverse order, as they are drawn and not as they are read. Take the text from the word processor, or from a PDF by a reader that knows Arabic.
",
        );
    }

    #[test]
    fn questions_and_links() {
        expect(
            RULE,
            "\nThe General Assembly,\n\nRecalling https://example.org/a?b=c, why?, and the Charter,\n\n1. Decides.\n",
        );
    }
}
