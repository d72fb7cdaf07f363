//! Numbers of lines in the margin, as word processors print them and converters keep them: `12      Recalling its
//! resolution`. They are no part of the text.

use super::line_facts::LineFacts;
use super::lines::{DraftLine, lines};

/// By so many bytes at its beginning a text is judged.
pub const HEAD: usize = 2048;

/// So many lines that are numbered on from each other are no chance.
const FEWEST: usize = 6;

/// Whether the lines of a text are numbered in the margin, by its first lines.
pub fn are_there(text: &str) -> bool {
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let head = text.get(..end).unwrap_or_default();
    // Most texts have no line that begins with a number behind a few spaces.
    if !head.lines().any(|line| margin_number(line).is_some()) {
        return false;
    }
    let lines = lines(head);
    let (mut filled, mut numbered, mut run, mut longest, mut last) = (0, 0, 0, 0, None);
    for line in lines.iter().filter(|line| !line.is_blank()) {
        filled += 1;
        let number = head.get(line.text.clone()).and_then(margin_number).map(|(number, _)| number);
        if let Some(number) = number {
            numbered += 1;
            run = if last.is_some_and(|last: u32| last.checked_add(1) == Some(number)) { run + 1 } else { 1 };
            longest = longest.max(run);
            last = Some(number);
        }
    }
    longest >= FEWEST && numbered * 2 > filled
}

/// The lines of a text, without the numbers in their margin.
pub fn without(text: &str) -> Vec<DraftLine> {
    let mut lines = lines(text);
    if !are_there(text) {
        return lines;
    }
    let mut last = 0;
    for line in &mut lines {
        let Some(words) = text.get(line.text.clone()) else { continue };
        // On each page they may begin again.
        let Some((number, end)) = margin_number(words).filter(|(n, _)| *n == 1 || *n == last + 1) else { continue };
        last = number;
        let rest = words.get(end..).unwrap_or_default();
        let bare = rest.trim_start();
        let start = line.text.end - bare.len();
        let cut = words.len() - bare.len();
        line.indent = if bare.is_empty() { 0 } else { rest.chars().count() - bare.chars().count() };
        line.width = line.width.saturating_sub(words.get(..cut).map_or(0, |head| head.chars().count()));
        line.text = start..line.text.end;
        line.facts = LineFacts::default();
    }
    lines
}

/// The number in the margin of a line, and where it ends: digits with two spaces or more behind them, or nothing.
fn margin_number(line: &str) -> Option<(u32, usize)> {
    let words = line.trim_start();
    let lead = line.len() - words.len();
    let digits = words.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..)?;
    let parted = rest.trim().is_empty() || rest.starts_with("  ") || rest.starts_with('\t');
    let number = words.get(..digits).filter(|digits| (1..=4).contains(&digits.len()))?.parse().ok()?;
    parted.then_some((number, lead + digits))
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;

    #[test]
    fn numbers_in_the_margin() {
        let text = "A/C.2/93/L.5\n\n 1      The General Assembly,\n 2\n 3      Recalling the long nights,\n 4      Noting the lamps,\n 5      1. Decides to wait;\n 6      2. Requests the keepers:\n 7      (a) To watch;\n 8      (b) To rest;\n 9      3. Decides to remain awake.\n";
        let draft = Draft::read(text);
        let labels: Vec<_> =
            draft.paragraphs.iter().map(|p| p.label.as_ref().map_or("-", |label| label.text.as_str())).collect();
        assert_eq!(labels, ["-", "-", "1.", "2.", "(a)", "(b)", "3."]);
        assert_eq!(draft.paragraphs.first().map(|p| &text[p.range.clone()]), Some("Recalling the long nights,"));
        let found = crate::rules::check(text, &draft, &|rule| rule.is_on_by_default());
        assert_eq!(found, []);
    }

    #[test]
    fn other_numbers() {
        for text in [
            "The General Assembly,\n\nRecalling the long nights,\n\n1. Decides to wait;\n\n2. Decides to rest.\n",
            "1  Oil\n\n2  Lamps\n\nThe General Assembly,\n\nRecalling the night,\n\nDecides to wait.\n",
        ] {
            assert!(!super::are_there(text));
        }
    }
}
