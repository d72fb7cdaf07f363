//! What a line begins, judged by itself.

use super::label::{self, LineLabel};
use super::lines::{TextEnding, ending};
use super::normalized_text::NormalizedText;
use super::openings::{OpeningWordIndex, Openings};
use crate::language::Language;
use crate::script::punctuation::{
    ARABIC_COMMA, ENUMERATION_COMMA, IDEOGRAPHIC_STOP, SQUARE_OPENING, closes_round, is_colon, is_comma,
    is_number_stop, opens_round,
};
use crate::script::{
    DigitScript, OBJECT_REPLACEMENT, VEILED_BLOCK, chinese_number, is_arabic_vowel_sign, is_invisible,
};
use crate::symbol::Organ;

/// What a line begins.
#[derive(Debug, Clone, PartialEq)]
pub enum LineKind {
    /// `The General Assembly,` alone on the line. `None` for an organ that is in no table, which its place alone tells.
    OrganLine(Option<Organ>),
    /// `Annex`, `Annex II`, alone on the line.
    Annex,
    /// A Roman or Chinese numeral alone on the line, `Part II`.
    Section,
    /// A capital letter alone on the line: a part of a composite resolution.
    Part,
    /// `Resolution adopted by …`.
    Adoption,
    /// `[on the report of …`.
    Origin,
    /// `63/195. Title`, with the bytes that the number takes, its full stop included.
    NumberAndTitle(usize),
    /// `12. Decides …`.
    Label(LineLabel),
    /// `71st plenary meeting`.
    Meeting,
    /// A date alone on the line.
    Date,
    /// A row of a table.
    Row,
    /// `- To light …`, in a list that has no labels.
    Bullet,
    /// Nothing of its own.
    Text,
}

/// What the line `text` (without white space at its ends) begins.
pub fn starter(text: &str, language: &Language) -> LineKind {
    let reading = language.reading;
    let bare = text.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | '>' | ' '));
    if is_drawn_row(text) || (memchr::memchr(b'\t', text.as_bytes()).is_some() && is_tabbed_row(text, language)) {
        return LineKind::Row;
    }
    let bare = without_span(bare);
    let first = bare.chars().next().unwrap_or(' ');
    if (first.is_numeric() || matches!(first, 'S' | 'E'))
        && let Some(len) = number_and_title(text)
    {
        return LineKind::NumberAndTitle(len);
    }
    if let Some(labelled) = label::label(text, language) {
        return LineKind::Label(labelled);
    }
    if text.len() > 240 {
        return LineKind::Text;
    }
    if bare.len() < 120
        && let Some(organ) = organ_line(bare, language)
    {
        return LineKind::OrganLine(Some(organ));
    }
    if is_annex(bare, language) {
        return LineKind::Annex;
    }
    if is_roman_heading(bare) || is_division(bare, language) || is_ordinal(bare, language) {
        return LineKind::Section;
    }
    let is_letter = || language.citing.letters.iter().any(|(letter, _)| *letter == bare);
    if bare.len() == 1 && first.is_ascii_uppercase() || is_letter() {
        return LineKind::Part;
    }
    if let Some(inner) = bare.strip_prefix(SQUARE_OPENING)
        && starts_with_any(inner, reading.origin)
    {
        return LineKind::Origin;
    }
    if begins_or_ends_with_any(bare, reading.adoption) {
        return LineKind::Adoption;
    }
    if bare.len() < 80 && (counted(bare) && contains_any(bare, reading.meeting) || tells_of_the_vote(bare, language)) {
        return LineKind::Meeting;
    }
    if is_date(bare, language) {
        return LineKind::Date;
    }
    LineKind::Text
}

/// What stands in a bracketed span of pandoc's Markdown: `[Annex]{dir="rtl"}`.
fn without_span(bare: &str) -> &str {
    let inner = bare.strip_suffix('}').and_then(|inner| inner.strip_prefix('['));
    let words = inner.and_then(|inner| inner.split_once("]{")).map(|(words, _)| words);
    words.map_or(bare, |words| words.trim_matches(['*', '_', ' ']))
}

/// The marks of items in lists without labels.
const BULLETS: [char; 12] = ['-', '*', '+', '•', '·', '‣', '◦', '▪', '–', '—', '\u{f0b7}', '\u{f0a7}'];

/// Whether a line begins with the mark of an item in a list without labels.
pub fn begins_with_bullet(text: &str) -> bool {
    let item = text.strip_prefix("--").or_else(|| text.strip_prefix(BULLETS));
    item.is_some_and(|item| item.starts_with([' ', '\t', '\u{a0}']))
}

/// What stands behind the mark of an item in a list without labels, or the whole text where it begins with none.
pub fn without_bullet(text: &str) -> &str {
    if begins_with_bullet(text) { text.trim_start_matches(BULLETS).trim_start() } else { text }
}

/// Whether a line is a row of a table whose cells have strokes between them, or the line between two rows:
/// `| United Nations | A/C.3/80/L.1 |`, `+----+----+`.
fn is_drawn_row(text: &str) -> bool {
    match text.as_bytes() {
        [b'|', inner @ ..] => memchr::memchr(b'|', inner).is_some(),
        [b'+', inner @ .., b'+'] => inner.iter().all(|b| matches!(b, b'-' | b'=' | b'+' | b':')),
        // What stands for code is no paragraph, either.
        _ => text.starts_with([OBJECT_REPLACEMENT, VEILED_BLOCK]),
    }
}

/// Whether a line with tabs is a row of a table: it has several cells. The tab that a word processor writes behind a
/// label makes none, nor do those inside a sentence that opens as paragraphs do and ends with their mark.
fn is_tabbed_row(text: &str, language: &Language) -> bool {
    let label = label::label(text, language).map(|labelled| labelled.range.end);
    let marked = |label: &LineLabel| !label.text.ends_with(char::is_alphanumeric);
    let label = label.or_else(|| label::irregular(text).filter(|(l, _)| marked(l)).map(|(l, _)| l.range.end));
    let words = without_bullet(text.get(label.unwrap_or(0)..).unwrap_or(text));
    let cells = words.split('\t').filter(|cell| !cell.trim().is_empty()).count();
    cells > 1 && !(ending(words) != TextEnding::Open && opens_as_known(words.trim_start(), language))
}

/// Whose organ line a line is, if it is one.
pub fn organ_line(bare: &str, language: &Language) -> Option<Organ> {
    let bare = bare.trim_end_matches(|c: char| is_comma(c) || matches!(c, ' ' | '*' | '_') || is_invisible(c));
    let lines = language.reading.organ_lines.iter();
    lines.filter(|(line, _)| !begins_otherwise(bare, line)).find(|(line, _)| same_words(bare, line)).map(|(_, o)| *o)
}

/// Whether a sentence begins whose subject is an organ: `The General Assembly, noting …`, `The General Assembly decides`.
pub fn organ_speaks(text: &str, language: &Language) -> bool {
    language.reading.organ_lines.iter().any(|(line, _)| {
        !begins_otherwise(text, line)
            && word_at_start(text, line).is_some_and(|end| {
                let rest = text.get(end..).unwrap_or_default();
                let words = rest.trim_start_matches(|c: char| is_comma(c) || c.is_whitespace());
                let opens = opens_as_known(words, language);
                opens || words.starts_with(char::is_lowercase) && words.len() < rest.len()
            })
    })
}

/// How far into a paragraph an organ's name may reach that stands before it, behind a title perhaps, in bytes.
const ORGAN_BEFORE: usize = 240;

/// Whether a preambular paragraph goes on in the line of the organ, whichever that is: `The Sixty-sixth World Health Assembly,
/// Having considered …`. Within a sentence nothing opens with a capital behind a comma.
pub fn opens_behind_organ(text: &str, language: &Language) -> bool {
    text.char_indices().take_while(|(at, _)| *at < ORGAN_BEFORE).filter(|(_, c)| is_comma(*c)).any(|(at, comma)| {
        let rest = text.get(at + comma.len_utf8()..).unwrap_or_default().trim_start();
        rest.starts_with(char::is_uppercase) && opens_as_known_preambular(rest, language)
    })
}

/// Whether two phrases are the same but for case, vowel signs, kinds of apostrophe and space.
pub fn same_words(a: &str, b: &str) -> bool {
    if a.len() > b.len() * 2 + 8 {
        return false;
    }
    plain(a).eq(plain(b))
}

fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter(|c| !is_invisible(*c) && !c.is_whitespace() && !is_arabic_vowel_sign(*c))
        .map(|c| if matches!(c, '\'' | '‘') { '’' } else { c })
        .flat_map(char::to_lowercase)
}

/// Whether `text` begins with `word`, as [`same_words`] compares, and the word ends there.
pub fn starts_with_word(text: &str, word: &str) -> bool {
    word_at_start(text, word).is_some()
}

/// Where the word ends that `text` begins with, if that is `word`, as [`starts_with_word`] compares.
pub fn word_at_start(text: &str, word: &str) -> Option<usize> {
    let mut rest =
        text.char_indices().filter(|(_, c)| !is_invisible(*c) && !is_arabic_vowel_sign(*c) && !matches!(c, '*' | '_'));
    let mut end = 0;
    for expected in word.chars() {
        let (at, found) = rest.next()?;
        end = at + found.len_utf8();
        let found = match found {
            '\'' | '‘' => '’',
            '\u{a0}' => ' ',
            c => c,
        };
        if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let ends = match rest.next() {
        None => true,
        // Chinese runs its words together.
        Some((_, next)) => !next.is_alphanumeric() || word.chars().next_back().is_some_and(crate::script::is_wide),
    };
    ends.then_some(end)
}

/// Whether `text` begins with one of `words`.
pub fn starts_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| !begins_otherwise(text, word) && starts_with_word(text, word))
}

/// Whether the first bytes alone show that [`starts_with_word`] would say no. Most lines begin with none of the
/// words that are looked for.
pub fn begins_otherwise(text: &str, word: &str) -> bool {
    for (i, (a, b)) in text.bytes().zip(word.bytes()).enumerate() {
        if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric() {
            if !a.eq_ignore_ascii_case(&b) {
                return true;
            }
        } else if i == 0 && matches!((a, b), (0xe4..=0xe9, 0xe4..=0xe9)) {
            // U+4000 to U+9FFF, which have neither cases nor variants.
            return a != b || text.get(..3) != word.get(..3);
        } else {
            return false;
        }
    }
    false
}

/// Whether a line is a date and nothing else.
fn is_date(bare: &str, language: &Language) -> bool {
    if bare.len() > 72 {
        return false;
    }
    // The day and the year, which are numbers of their own.
    let runs = bare.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let numbers = runs.filter(|run| run.iter().all(u8::is_ascii_digit));
    let (numbers, digits) = numbers.fold((0, 0), |(numbers, digits), run| (numbers + 1, digits + run.len()));
    if numbers < 2 || digits < 5 {
        return false;
    }
    let flow = NormalizedText::of(bare, 0);
    super::citation::leading_date(&flow.text, language).is_some_and(|end| {
        let rest = flow.text.get(end..).unwrap_or("");
        !rest.contains(|c: char| c.is_ascii_digit() || is_comma(c) || c == ';') && rest.len() < 12
    })
}

/// Whether a line is a thing and its number, and no part of a sentence.
fn counted(bare: &str) -> bool {
    let digit = |c: char| DigitScript::of(c).is_some();
    let whole = !matches!(ending(bare), TextEnding::Comma | TextEnding::Semicolon);
    let end = bare.trim_end_matches('.');
    // A meeting may have been resumed, which is said in brackets behind its number.
    let named = end.strip_suffix(closes_round).and_then(|inner| inner.rsplit_once(opens_round));
    let end = named.filter(|(_, inner)| !inner.contains(digit)).map_or(end, |(number, _)| number.trim_end());
    whole && (bare.starts_with(digit) || end.trim_end_matches(closes_round).ends_with(digit) || bare.starts_with('第'))
}

/// Whether a line begins with one of `words`, or, where the date comes first, ends with it.
fn begins_or_ends_with_any(text: &str, words: &[&str]) -> bool {
    starts_with_any(text, words)
        || words.iter().any(|word| {
            text.trim_end().strip_suffix(word).is_some_and(|rest| rest.ends_with(['日', ' ']) && rest.contains('年'))
        })
}

fn contains_any(text: &str, words: &[&str]) -> bool {
    let lower = NormalizedText::of(text, 0).text.to_lowercase();
    words.iter().any(|word| match word.chars().any(|c| c.is_uppercase()) {
        true => lower.contains(&word.to_lowercase()),
        false => lower.contains(word),
    })
}

fn is_annex(bare: &str, language: &Language) -> bool {
    // With a full stop it is the end of a sentence that the page has broken.
    !bare.ends_with(['.', ',', IDEOGRAPHIC_STOP, ARABIC_COMMA])
        && language.reading.annex.iter().any(|word| {
            !begins_otherwise(bare, word)
                && starts_with_word(bare, word)
                && bare.chars().next().is_some_and(|c| !c.is_lowercase())
                && numeral_only(bare.get(word.len()..).unwrap_or(""))
        })
}

fn is_division(bare: &str, language: &Language) -> bool {
    bare.chars().next().is_some_and(|c| !c.is_lowercase())
        && language.reading.division.iter().any(|word| {
            !begins_otherwise(bare, word) && starts_with_word(bare, word) && {
                let rest = bare.get(word.len()..).unwrap_or("").trim();
                !rest.is_empty() && rest.chars().count() <= 14 && numeral_only(rest)
            }
        })
}

/// Whether a line is a number in words that counts a section.
fn is_ordinal(bare: &str, language: &Language) -> bool {
    bare.len() < 40 && language.reading.ordinals.iter().any(|ordinal| same_words(bare, ordinal))
}

/// Whether a line begins to tell how a resolution was adopted and at which meeting.
fn tells_of_the_vote(bare: &str, language: &Language) -> bool {
    language
        .reading
        .voted
        .iter()
        .any(|words| bare.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

/// Whether what follows a heading's word only counts it: a numeral, a letter, an ordinal in one word.
fn numeral_only(rest: &str) -> bool {
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '.') || is_colon(c));
    rest.is_empty()
        || is_roman(rest)
        || (rest.chars().count() <= 3 && rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()))
        || chinese_number(rest).is_some()
        || rest
            .strip_suffix(['款', '编', '节', '部', '章'])
            .is_some_and(|n| n.chars().all(|c| c.is_ascii_alphanumeric()) || chinese_number(n).is_some())
        || (rest.starts_with("ال") && rest.split_whitespace().count() <= 2)
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 7 && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

fn is_roman_heading(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['.', ENUMERATION_COMMA]);
    (is_roman(bare) || chinese_number(bare).is_some()) && bare.chars().count() <= 7
}

/// How many characters a resolution's number before its title may take.
const HEAD: usize = 24;

/// The bytes of a resolution's number at the beginning of a line, with its full stop: `63/195.`,
/// `2007/12.`, `S-20/2.`, `1514 (XV).`, and in parts `66/254 A.`. A title or the line's end follows.
fn number_and_title(text: &str) -> Option<usize> {
    // Most numbers at a line's beginning are labels, with neither slash nor bracket near.
    let soon = text.as_bytes().get(..text.len().min(4 * HEAD)).unwrap_or_default();
    memchr::memchr2(b'/', b'(', soon)?;
    let head: String = text.chars().take(HEAD).collect();
    let bytes = head.as_bytes();
    let mut at = 0;
    for prefix in ["ES-", "S-"] {
        if head.starts_with(prefix) {
            at = prefix.len();
            break;
        }
    }
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let first = digits(at);
    if first == 0 || first > 4 {
        return None;
    }
    at += first;
    let rest = &head[at..];
    if rest.starts_with('/') {
        let second = digits(at + 1);
        if second == 0 || second > 3 {
            return None;
        }
        at += 1 + second;
    } else {
        let open = rest.find('(').filter(|i| *i <= 3)?;
        let close = rest.find(')')?;
        let roman = rest.get(open + 1..close)?;
        let roman = roman.strip_prefix("S-").or(roman.strip_prefix("ES-")).unwrap_or(roman);
        if !is_roman(roman) || !rest[..open].trim().chars().all(|c| c.is_ascii_uppercase()) {
            return None;
        }
        at += close + 1;
    }
    let rest = &head[at..];
    if let Some(letters) = rest.strip_prefix([' ', '\u{a0}']) {
        let len = letters.find(|c: char| !(c.is_ascii_uppercase() || c == '-' || c == '–')).unwrap_or(letters.len());
        if len > 0 && letters[len..].starts_with('.') {
            at = head.len() - letters.len() + len;
        }
    }
    let after = &head[at..];
    let after = after.strip_prefix(is_number_stop)?;
    if after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || is_invisible(c) || c > '\u{2e7f}') {
        return Some(head.len() - after.len());
    }
    None
}

/// Whether a line is a sentence that opens as a preambular paragraph does.
pub fn opens_preambular(text: &str, language: &Language) -> bool {
    opens(text, language, |openings| &openings.preambular, language.reading.preambular_openings) || {
        let first: &str = first_word(text);
        first.chars().next().is_some_and(char::is_uppercase)
            && language
                .reading
                .preambular_endings
                .iter()
                .any(|ending| first.len() > ending.len() + 2 && first.ends_with(ending))
    }
}

/// Whether a line opens with words that are known to open a paragraph.
pub fn opens_as_known(text: &str, language: &Language) -> bool {
    opens_operative(text, language) || opens_as_known_preambular(text, language)
}

/// Whether a line opens with words that are known to open a preambular paragraph.
pub fn opens_as_known_preambular(text: &str, language: &Language) -> bool {
    opens(text, language, |openings| &openings.preambular, language.reading.preambular_openings)
}

/// Whether a text can be an item of a list without labels: it quotes nothing and opens as no paragraph does.
pub fn may_be_item(text: &str, language: &Language) -> bool {
    !text.starts_with(['“', '«', '"', '「', '《']) && !opens_as_known(text, language)
}

/// Whether a line is a sentence that opens as an operative paragraph does.
pub fn opens_operative(text: &str, language: &Language) -> bool {
    opens(text, language, |openings| &openings.operative, language.reading.operative_openings)
}

fn opens(text: &str, language: &Language, by_first: fn(&Openings) -> &OpeningWordIndex, words: &[&str]) -> bool {
    let text = without_bullet(text).trim_start_matches(['*', '_', '[', ' ']);
    let Some(openings) = Openings::of(language) else { return false };
    by_first(openings).that_open(text).next().is_some()
        || openings.modifiers.that_open(text).any(|word| {
            let rest = text.get(word.len()..).unwrap_or("").trim_start();
            starts_with_any(rest, words)
                || language.reading.preambular_endings.iter().any(|ending| first_word(rest).ends_with(ending))
        })
}

/// The first word of a text; a short syllable before a hyphen is a part of it: `Re-emphasizing`.
fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let word = |text: &str| text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let end = word(text);
    let (first, rest) = text.split_at(end);
    match rest.strip_prefix('-') {
        Some(more) if (1..=2).contains(&first.len()) => text.get(..end + 1 + word(more)).unwrap_or(first),
        _ => first,
    }
}

/// Whether a line opens as a preambular paragraph does, and not, by the ending of its first word alone, as a name does:
/// `Armed Robbery at Sea`.
pub fn may_open_preambular(text: &str, language: &Language) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let named = |text: &str| text.split(char::is_whitespace).nth(1).is_none_or(capital);
    opens_as_known_preambular(text, language) || (opens_preambular(text, language) && !named(text))
}

/// Whether small words go on behind a line's first one, as they do in a sentence and not in a name.
pub fn goes_on_small(text: &str) -> bool {
    let small = |word: &str| word.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let mut words = text.split_whitespace().skip(1).take(3).peekable();
    words.peek().is_some() && words.all(small)
}

/// Whether capitals go on behind a line's first word, as they do in a name.
pub fn goes_on_large(text: &str) -> bool {
    let large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let mut words = text.split_whitespace().skip(1).take(2).peekable();
    words.peek().is_some() && words.all(large)
}

/// Whether a sentence opens with an operative verb rather than with the preambular words that this begins with:
/// `настоятельно призывает`.
pub fn opens_rather_operative(text: &str, language: &Language) -> bool {
    let Some(openings) = Openings::of(language) else { return false };
    let longest = |words: &OpeningWordIndex| words.that_open(text).map(str::len).max().unwrap_or(0);
    longest(&openings.operative) > longest(&openings.preambular)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN};

    #[test]
    fn lines_tell_what_they_begin() {
        use LineKind::*;
        for (line, language, expected) in [
            ("The General Assembly,", ENGLISH, OrganLine(Some(Organ::GeneralAssembly))),
            ("*The General Assembly*,", ENGLISH, OrganLine(Some(Organ::GeneralAssembly))),
            ("L'Assemblée générale,", FRENCH, OrganLine(Some(Organ::GeneralAssembly))),
            ("大会，", CHINESE, OrganLine(Some(Organ::GeneralAssembly))),
            ("إن الجمعية العامة ،", ARABIC, OrganLine(Some(Organ::GeneralAssembly))),
            ("The General Assembly decides to meet", ENGLISH, Text),
            ("Annex II", ENGLISH, Annex),
            ("Annexes to the report", ENGLISH, Text),
            ("附件一", CHINESE, Annex),
            ("XIV", ENGLISH, Section),
            ("第15款", CHINESE, Section),
            ("B", ENGLISH, Part),
            ("71st plenary meeting", ENGLISH, Meeting),
            ("Adopted unanimously at the", ENGLISH, Meeting),
            ("Принята единогласно на", RUSSIAN, Meeting),
            ("ثالث عشر", ARABIC, Section),
            ("第71次全体会议", CHINESE, Meeting),
            ("Resolution adopted by the General Assembly on", ENGLISH, Adoption),
            ("[on the report of the Third Committee (A/92/431)]", ENGLISH, Origin),
            ("92/14. Lights of the harbour", ENGLISH, NumberAndTitle(6)),
            ("S-92/1. Lights", ENGLISH, NumberAndTitle(7)),
            ("1514 (XV). Declaration", ENGLISH, NumberAndTitle(10)),
            ("92/14.", ENGLISH, NumberAndTitle(6)),
        ] {
            assert_eq!(starter(line, language), expected, "{line}");
        }
        assert!(matches!(starter("12. Decides", ENGLISH), Label(_)));
    }

    #[test]
    fn openings() {
        assert!(opens_preambular("Recalling its resolution", ENGLISH));
        assert!(opens_preambular("*Deeply concerned* by", ENGLISH));
        assert!(!opens_preambular("recalling its resolution", ENGLISH));
        assert!(!opens_preambular("States that", ENGLISH));
        assert!(opens_preambular("又回顾其", CHINESE));
        assert!(opens_operative("Also requests the", ENGLISH));
    }
}
