//! How a text is laid out, judged by its lines.

use super::label::{self, LabelForm};
use super::line_kind::{LineKind, opens_as_known, opens_operative};
use super::lines::{DraftLine, TextEnding, ending};
use super::page::{is_digits, is_page_mark};
use super::{LabelValue, Layout};
use crate::language::Language;
use crate::script::punctuation::{ENUMERATION_COMMA, IDEOGRAPHIC_STOP, is_colon, is_comma, is_semicolon};

/// How a text is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct TextShape {
    /// Paragraphs are broken into lines of about one width.
    pub wrapped: bool,
    /// A blank line follows nearly every line, whether a paragraph ends there or not.
    pub double_spaced: bool,
    /// No blank line parts the paragraphs.
    pub unparted: bool,
    /// A blank line parts all paragraphs.
    pub parted: bool,
    /// Columns of a full line.
    pub width: usize,
}

/// Where the first organ line of a text is.
#[derive(Debug, Clone, Copy, Default)]
pub struct OrganLines {
    /// The line that is the first organ line, behind which the paragraphs are.
    pub first: Option<usize>,
    /// The line that is the organ line of a body that is in no table.
    pub other: Option<usize>,
}

impl OrganLines {
    /// Looks for them in the lines of a text.
    pub fn of(text: &str, lines: &[DraftLine], language: &Language) -> OrganLines {
        let known = lines.iter().position(|line| {
            line.text.len() < 120
                && line.ending(text) == TextEnding::Comma
                && matches!(line.starter(text, language), LineKind::OrganLine(_))
        });
        let other = other_organ_line(text, lines, language);
        OrganLines { first: known.into_iter().chain(other).min(), other }
    }
}

/// The line that is the first organ line of a text, behind which its paragraphs are.
pub fn organ_line(text: &str, lines: &[DraftLine], language: &Language) -> Option<usize> {
    OrganLines::of(text, lines, language).first
}

/// In so many lines that are not blank, an organ line is looked for by its place alone.
const HEAD: usize = 22;

/// The line that is the organ line of a body that is in no table: the first that stands alone, ends in a comma and is
/// followed by opening words. Where no preamble follows, it ends in nothing, and names a kind of body.
pub fn other_organ_line(text: &str, lines: &[DraftLine], language: &Language) -> Option<usize> {
    let content = |i: usize| lines.get(i).map_or("", |line| &text[line.text.clone()]);
    let mut before: Option<usize> = None;
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()).take(HEAD + 1) {
        let here = content(i);
        // The marker of a note, or its number.
        if is_digits(here) {
            continue;
        }
        let label = label::label(here, language).filter(|label| !label.irregular);
        let numbered = label.as_ref().is_some_and(|label| {
            let words = here.get(label.range.end..).unwrap_or_default().trim_start();
            matches!(label.form, LabelForm::Operative(LabelValue::Number { number: 1, .. }))
                && opens_operative(words, language)
        });
        let preambular = line.opens_as_known_preambular(text, language);
        let operative = numbered || line.opens_operative(text, language);
        if let Some(organ) = before.filter(|_| preambular || operative)
            && names_a_body(content(organ), operative && !preambular, language)
            && stands_alone(text, lines, organ)
            && line.indent < 60
        {
            return Some(organ);
        }
        let known = matches!(line.starter(text, language), LineKind::OrganLine(_))
            && (line.ending(text) == TextEnding::Comma || next_opens(text, lines, i, language));
        if preambular || known || (label.is_some() && before.is_some()) {
            return None;
        }
        before = Some(i);
    }
    None
}

/// Whether the next line that is not blank opens as a paragraph does.
fn next_opens(text: &str, lines: &[DraftLine], i: usize, language: &Language) -> bool {
    let next = lines.iter().skip(i + 1).find(|line| !line.is_blank());
    next.is_some_and(|line| line.opens_as_known(text, language))
}

/// Whether a line can be that of an organ: a name with a comma behind it, or, where the `verb` follows right away, one
/// that names a kind of body.
fn names_a_body(line: &str, verb: bool, language: &Language) -> bool {
    let bare = line.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | '>') || c.is_whitespace());
    let marks = |c: char| {
        is_semicolon(c)
            || is_colon(c)
            || matches!(c, '.' | '/' | IDEOGRAPHIC_STOP | '|' | '(' | ')')
            || c.is_ascii_digit()
    };
    let inner = bare.trim_end_matches(is_comma);
    let begins = inner.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    let opens = opens_as_known(bare, language);
    let lower = || bare.to_lowercase();
    let body = || language.reading.bodies.iter().any(|body| lower().contains(body));
    let shaped = begins
        && !opens
        && bare.len() < 160
        && !bare.contains(marks)
        && inner.matches(|c| is_comma(c) || c == ENUMERATION_COMMA).count() <= 1;
    match ending(bare) {
        TextEnding::Comma => shaped,
        TextEnding::Open => verb && shaped && body() && !language.reading.masthead.contains(&bare),
        _ => false,
    }
}

/// Whether nothing stands right above a line that it could go on with.
fn stands_alone(text: &str, lines: &[DraftLine], i: usize) -> bool {
    let above = i.checked_sub(1).and_then(|above| lines.get(above)).filter(|line| !line.is_blank());
    above.is_none_or(|line| matches!(line.ending(text), TextEnding::Open | TextEnding::Stop))
}

/// Judges the layout of a text, by what follows its masthead, which ends with its `organ_line`; what is `known` of it
/// beforehand holds.
pub fn shape(text: &str, lines: &[DraftLine], organ_line: Option<usize>, known: Option<Layout>) -> TextShape {
    let lines = lines.get(organ_line.unwrap_or(0)..).unwrap_or(lines);
    let mut widths: Vec<usize> = lines.iter().map(|l| l.width).filter(|w| *w >= WIDE).collect();
    widths.sort_unstable();
    let width = widths.get(full_line(widths.len())).copied().unwrap_or(0);
    let (mut long, mut open, mut spaced) = (0, 0, 0);
    // What ends with a comma or a semicolon before the edge of the text is the end of a paragraph.
    let (mut ends, mut ends_parted) = (0, 0);
    let mut previous: Option<(usize, TextEnding)> = None;
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        if let Some((before, end)) = previous
            && is_long(lines[before].width, width)
        {
            long += 1;
            let goes_on = end == TextEnding::Open;
            open += usize::from(goes_on);
            // Where a blank line stands in the middle of a sentence, it says nothing.
            spaced += usize::from(goes_on && i > before + 1);
        }
        if let Some((before, TextEnding::Comma | TextEnding::Semicolon)) = previous
            && !is_long(lines[before].width, width)
            && !line.new_page
        {
            ends += 1;
            ends_parted += usize::from(i > before + 1);
        }
        previous = Some((i, line.ending(text)));
    }
    let pages = lines.iter().skip(1).any(|line| line.new_page);
    let wrapped = match known {
        Some(known) => known == Layout::Page,
        None => is_wrapped(width, has_foot(text, lines) || is_numbered(text, lines), pages, long, open),
    };
    let blank = lines.iter().filter(|line| line.is_blank()).count();
    let double_spaced = wrapped && open > 0 && spaced * 10 >= open * 6;
    TextShape {
        wrapped,
        double_spaced,
        parted: wrapped && !double_spaced && ends_parted >= ENDS && ends_parted * 10 >= ends * 9,
        unparted: wrapped && blank * UNPARTED < lines.len(),
        width,
    }
}

/// So many ends of paragraphs tell whether blank lines part all of them.
const ENDS: usize = 6;

/// Where fewer than one line in so many is blank, blank lines part no paragraphs.
const UNPARTED: usize = 25;

/// Columns from which a line says something of the page's width.
pub const WIDE: usize = 30;

/// Which of so many wide lines in the order of their widths is as wide as a full one: about the widest, odd ones
/// aside.
pub fn full_line(count: usize) -> usize {
    count.saturating_sub(1) * 9 / 10
}

/// Whether a line goes far on a page with lines of `full` columns.
pub fn is_long(width: usize, full: usize) -> bool {
    width * 10 >= full * 6 && width >= WIDE
}

/// Few pages have more columns.
const WIDE_PAGE: usize = 130;

/// Columns at which converters break the lines of plain text.
const TERMINAL: usize = 80;

/// Whether paragraphs are broken into lines, where a full one has `width` columns, and of `long` lines that others
/// follow so many end openly. Drawn tables and lists of names end openly too, but not most of the long lines of a
/// text, and no page is so wide that a line is a whole paragraph.
pub fn is_wrapped(width: usize, foot: bool, pages: bool, long: usize, open: usize) -> bool {
    // Form feeds part the pages of a printed text; then fewer broken lines tell.
    // Lines of a terminal's width are hardly paragraphs, even where many of these fit on one.
    let narrow = width <= TERMINAL && open >= 8;
    let share = match () {
        () if pages => 20,
        () if narrow => 30,
        () => 45,
    };
    // A few open lines as wide as a paragraph are those that the text of a note broke off.
    let fewest = if width > WIDE_PAGE { 8 } else { 3 };
    width <= 180 && (foot || (open >= fewest && open * 100 >= long * share))
}

/// Which of the signs of printed pages a line has, where it has nothing else: the document's job number (`38-12345`), and
/// the number of a page among all (`1/3`).
pub fn page_signs(line: &str) -> (bool, bool) {
    if line.len() > 120 || !line.ends_with(|c: char| c.is_ascii_digit() || c == '*' || c == ')') || !is_page_mark(line)
    {
        return (false, false);
    }
    let number = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let pair = |word: &str, mark: char, most: usize| {
        word.trim_end_matches('*').split_once(mark).is_some_and(|(a, b)| number(a, 3) && number(b, most))
    };
    let words = || line.split_whitespace();
    (words().any(|word| pair(word, '-', 5)), words().any(|word| pair(word, '/', 3)))
}

/// Whether a text has the job number and the numbers of printed pages.
fn is_numbered(text: &str, lines: &[DraftLine]) -> bool {
    let signs = || lines.iter().filter_map(|line| text.get(line.text.clone())).map(page_signs);
    signs().any(|(job, _)| job) && signs().any(|(_, page)| page)
}

/// Whether there are notes at the foot of a page: a line of blanks, or a rule with a note's number alone under it.
pub fn has_foot(text: &str, lines: &[DraftLine]) -> bool {
    let content = |line: &DraftLine| &text[line.text.clone()];
    let mut filled = lines.iter().filter(|line| !line.is_blank()).map(content).peekable();
    let mut foot = lines.iter().any(|line| line.is_blank() && line.indent >= 40);
    while let Some(line) = filled.next() {
        let drawn = line.len() >= 5 && line.bytes().all(|b| b == b'_');
        foot |= drawn && filled.peek().is_some_and(|next| is_digits(next));
    }
    foot
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;
    use crate::language::ENGLISH;

    fn shaped(text: &str, known: Option<Layout>) -> TextShape {
        let lines = lines(text);
        shape(text, &lines, organ_line(text, &lines, ENGLISH), known)
    }

    #[test]
    fn paragraphs_that_blank_lines_part() {
        let paragraph = "Recalling the long nights of the northern harbours and the lamps that\nwere kept alight in them, of which many were lost to the storms, and\nnoting their work,\n";
        let parted = format!("The General Assembly,\n\n{}", [paragraph; 8].join("\n"));
        assert!(shaped(&parted, Some(Layout::Page)).parted);
        assert!(!shaped(&parted, Some(Layout::Clean)).parted);
        let unparted = format!("The General Assembly,\n{}", [paragraph; 8].concat());
        assert!(!shaped(&unparted, Some(Layout::Page)).parted);
    }

    #[test]
    fn wrapped_and_clean() {
        let clean = "The General Assembly,\n\nRecalling the long nights of the northern harbours and their lamps,\n\n1. Decides to light them;\n\n2. Requests the keepers of the lamps to report thereon.\n";
        assert!(!shaped(clean, None).wrapped);
        let wrapped = "The General Assembly,\n    Recalling the long nights of the northern harbours and\nthe lamps that were kept alight in them by generations of\nkeepers, whose names have been lost and whose work is still\nremembered,\n";
        assert!(shaped(wrapped, None).wrapped);
        assert!(!shaped(wrapped, Some(Layout::Clean)).wrapped);
        assert!(shaped(clean, Some(Layout::Page)).wrapped);
    }
}
