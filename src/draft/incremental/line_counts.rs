//! What is counted of the lines of a stretch: by it the layout of the draft is judged, and it is seen whether the
//! draft's language can have become another one.

use std::collections::BTreeMap;

use crate::draft::layout::{WIDE, full_line, has_foot, is_long, is_wrapped, organ_line, other_organ_line, page_signs};
use crate::draft::line_kind::LineKind;
use crate::draft::lines::{DraftLine, TextEnding};
use crate::language::{ALL, Language};
use crate::script::punctuation::is_comma;

/// What is counted of the lines of a stretch.
#[derive(Debug, Default)]
pub struct LineCounts {
    /// The lines that are not blank.
    lines: Box<[CountedLine]>,
    foot: bool,
    pages: usize,
    /// How many lines have the job number of printed pages, and how many a page's number.
    signs: (usize, usize),
}

/// A line's columns, and in the last bit whether it ends openly.
#[derive(Debug, Clone, Copy)]
struct CountedLine(u32);

impl CountedLine {
    fn of(line: &DraftLine, text: &str) -> CountedLine {
        let width = u32::try_from(line.width).unwrap_or(u32::MAX).min(u32::MAX >> 1);
        CountedLine(width << 1 | u32::from(line.ending(text) == TextEnding::Open))
    }

    fn width(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// How many lines that end openly it is.
    fn open(self) -> usize {
        (self.0 & 1) as usize
    }
}

impl LineCounts {
    /// Counts the lines of a stretch; of the draft's head only those behind the organ line tell.
    pub fn of(text: &str, lines: &[DraftLine], language: &Language, head: bool) -> LineCounts {
        let from = if head { organ_line(text, lines, language).unwrap_or(0) } else { 0 };
        let lines = lines.get(from..).unwrap_or_default();
        let filled = lines.iter().filter(|line| !line.is_blank());
        LineCounts {
            lines: filled.map(|line| CountedLine::of(line, text)).collect(),
            foot: has_foot(text, lines),
            pages: lines.iter().skip(head.into()).filter(|line| line.new_page).count(),
            signs: lines
                .iter()
                .filter_map(|line| text.get(line.text.clone()))
                .map(page_signs)
                .fold((0, 0), |(jobs, numbers), (job, number)| {
                    (jobs + usize::from(job), numbers + usize::from(number))
                }),
        }
    }
}

/// The tallies of all stretches together.
#[derive(Debug, Default)]
pub struct LineTotals {
    /// How many lines have so many columns, and how many of these end openly.
    widths: BTreeMap<usize, (usize, usize)>,
    feet: usize,
    pages: usize,
    signs: (usize, usize),
}

impl LineTotals {
    pub fn add(&mut self, tally: &LineCounts) {
        for line in &tally.lines {
            let (lines, opens) = self.widths.entry(line.width()).or_default();
            *lines += 1;
            *opens += line.open();
        }
        self.feet += usize::from(tally.foot);
        self.pages += tally.pages;
        self.signs = (self.signs.0 + tally.signs.0, self.signs.1 + tally.signs.1);
    }

    pub fn remove(&mut self, tally: &LineCounts) {
        for line in &tally.lines {
            if let Some((lines, opens)) = self.widths.get_mut(&line.width()) {
                *lines = lines.saturating_sub(1);
                *opens = opens.saturating_sub(line.open());
                if *lines == 0 {
                    self.widths.remove(&line.width());
                }
            }
        }
        self.feet = self.feet.saturating_sub(usize::from(tally.foot));
        self.pages = self.pages.saturating_sub(tally.pages);
        self.signs = (self.signs.0.saturating_sub(tally.signs.0), self.signs.1.saturating_sub(tally.signs.1));
    }

    /// Whether the lines are those of page text, as [`crate::draft::layout::shape`] judges; `last` are the tallies from
    /// the last on, because nothing follows the draft's last line.
    pub fn are_wrapped<'a>(&self, last: impl Iterator<Item = &'a LineCounts>) -> bool {
        let wide: usize = self.widths.range(WIDE..).map(|(_, (lines, _))| lines).sum();
        let mut left = full_line(wide);
        let mut full = 0;
        for (width, (lines, _)) in self.widths.range(WIDE..) {
            if left < *lines {
                full = *width;
                break;
            }
            left -= lines;
        }
        let (mut long, mut open) = (0, 0);
        for (width, (lines, opens)) in self.widths.range(WIDE..).filter(|(width, _)| is_long(**width, full)) {
            debug_assert!(*width >= WIDE);
            long += lines;
            open += opens;
        }
        if let Some(line) = last.flat_map(|tally| tally.lines.last()).next()
            && is_long(line.width(), full)
        {
            long -= 1;
            open -= line.open();
        }
        let numbered = self.signs.0 > 0 && self.signs.1 > 0;
        is_wrapped(full, self.feet > 0 || numbered, self.pages > 0, long, open)
    }
}

/// The lines of a stretch that may be organ lines: for each, in which languages it is one, a bit a language, and
/// whether the layout is judged from it on; in the draft's head, that of a body that is in no table too. While these stay the same, so do the draft's parts and languages.
#[derive(Debug, Default, PartialEq, Eq, Clone)]
pub struct OrganLineSigns(Vec<(u8, bool)>);

impl OrganLineSigns {
    pub fn of(text: &str, lines: &[DraftLine], language: &Language, head: bool) -> OrganLineSigns {
        let other = if head { other_organ_line(text, lines, language) } else { None };
        let sign = |line: &DraftLine| {
            let content = &text[line.text.clone()];
            if content.len() > 121 || !content.ends_with(is_comma) && line.ending(text) != TextEnding::Comma {
                return None;
            }
            let speaks = |language: &Language| line.is_organ_line(text, language);
            let languages = ALL.iter().enumerate().fold(0, |bits, (i, other)| bits | u8::from(speaks(other)) << i);
            let comma = line.ending(text) == TextEnding::Comma && content.len() < 120;
            let opens = comma && matches!(line.starter(text, language), LineKind::OrganLine(_));
            (languages != 0 || opens).then_some((languages, opens))
        };
        OrganLineSigns(other.map(|_| (0, true)).into_iter().chain(lines.iter().filter_map(sign)).collect())
    }

    pub fn extend(&mut self, other: &OrganLineSigns) {
        self.0.extend(&other.0);
    }
}
