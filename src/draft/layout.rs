//! How a text is laid out, judged by its lines.

use super::Layout;
use super::line_kind::{LineKind, starter};
use super::lines::{DraftLine, TextEnding, ending};
use super::page::is_digits;
use crate::language::Language;

/// How a text is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct TextShape {
    /// Paragraphs are broken into lines of about one width.
    pub wrapped: bool,
    /// A blank line follows nearly every line, whether a paragraph ends there or not.
    pub double_spaced: bool,
    /// Columns of a full line.
    pub width: usize,
}

/// The line that is the first organ line of a text, behind which its paragraphs are.
pub fn organ_line(text: &str, lines: &[DraftLine], language: &Language) -> Option<usize> {
    lines.iter().position(|line| {
        let content = &text[line.text.clone()];
        ending(content) == TextEnding::Comma
            && content.len() < 120
            && matches!(starter(content, language), LineKind::OrganLine(_))
    })
}

/// Judges the layout of a text, by what follows its masthead; what is `known` of it beforehand holds.
pub fn shape(text: &str, lines: &[DraftLine], language: &Language, known: Option<Layout>) -> TextShape {
    let lines = lines.get(organ_line(text, lines, language).unwrap_or(0)..).unwrap_or(lines);
    let mut widths: Vec<usize> = lines.iter().map(|l| l.width).filter(|w| *w >= WIDE).collect();
    widths.sort_unstable();
    let width = widths.get(full_line(widths.len())).copied().unwrap_or(0);
    let (mut long, mut open, mut spaced, mut pairs) = (0, 0, 0, 0);
    let mut previous: Option<(usize, TextEnding)> = None;
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        if let Some((before, end)) = previous {
            pairs += 1;
            spaced += usize::from(i > before + 1);
            if is_long(lines[before].width, width) {
                long += 1;
                open += usize::from(end == TextEnding::Open);
            }
        }
        previous = Some((i, ending(&text[line.text.clone()])));
    }
    let pages = lines.iter().skip(1).any(|line| line.new_page);
    let wrapped = match known {
        Some(known) => known == Layout::Page,
        None => is_wrapped(width, has_foot(text, lines), pages, long, open),
    };
    TextShape { wrapped, double_spaced: wrapped && spaced * 10 >= pairs * 6, width }
}

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

/// Whether paragraphs are broken into lines, where a full one has `width` columns, and of `long` lines that others
/// follow so many end openly. Drawn tables and lists of names end openly too, but not most of the long lines of a
/// text, and no page is so wide that a line is a whole paragraph.
pub fn is_wrapped(width: usize, foot: bool, pages: bool, long: usize, open: usize) -> bool {
    // Form feeds part the pages of a printed text; then fewer broken lines tell.
    let share = if pages { 20 } else { 45 };
    width <= 180 && (foot || (open >= 3 && open * 100 >= long * share))
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

    #[test]
    fn wrapped_and_clean() {
        let clean = "The General Assembly,\n\nRecalling the long nights of the northern harbours and their lamps,\n\n1. Decides to light them;\n\n2. Requests the keepers of the lamps to report thereon.\n";
        assert!(!shape(clean, &lines(clean), ENGLISH, None).wrapped);
        let wrapped = "The General Assembly,\n    Recalling the long nights of the northern harbours and\nthe lamps that were kept alight in them by generations of\nkeepers, whose names have been lost and whose work is still\nremembered,\n";
        assert!(shape(wrapped, &lines(wrapped), ENGLISH, None).wrapped);
        assert!(!shape(wrapped, &lines(wrapped), ENGLISH, Some(Layout::Clean)).wrapped);
        assert!(shape(clean, &lines(clean), ENGLISH, Some(Layout::Page)).wrapped);
    }
}
