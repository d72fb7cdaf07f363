//! Lines of one paragraph put together: with a space, without one, or over a word that the page has split.

use std::collections::HashSet;

use crate::draft::part_layout::PartLayout;
use crate::language::Spacing;
use crate::script::punctuation::{closes_round, is_full_stop, parts_clauses};
use crate::script::{is_invisible, is_wide};

/// What stands between two columns that are to stand one under the other.
pub const COLUMN: char = '\n';

/// A gap of so many spaces parts columns.
const GAP: usize = 3;

/// The words of a text in lower case, with their hyphens.
pub struct WordInventory<'a> {
    text: &'a str,
    words: std::cell::OnceCell<HashSet<String>>,
}

impl<'a> WordInventory<'a> {
    pub fn of(text: &'a str) -> WordInventory<'a> {
        WordInventory { text, words: std::cell::OnceCell::new() }
    }

    fn contain(&self, word: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let inner = |c: char| !(c.is_alphabetic() || c == '-');
            self.text.split(inner).map(|word| word.trim_matches('-').to_lowercase()).collect()
        });
        words.contains(&word.to_lowercase())
    }
}

/// A paragraph in the making.
pub struct ParagraphJoiner {
    out: String,
    spacing: &'static Spacing,
    columns: bool,
    /// A line has ended.
    broken: bool,
    /// A marker was the last that was added.
    marked: bool,
}

impl ParagraphJoiner {
    pub fn new(part: &PartLayout) -> ParagraphJoiner {
        let spacing = part.language.spacing;
        ParagraphJoiner { out: String::new(), spacing, columns: false, broken: false, marked: false }
    }

    /// Lines in which a wide gap parts columns.
    pub fn columns(part: &PartLayout) -> ParagraphJoiner {
        ParagraphJoiner { columns: true, ..ParagraphJoiner::new(part) }
    }

    /// A line ends.
    pub fn break_line(&mut self) {
        self.broken = !self.out.is_empty();
    }

    /// Adds words of a line.
    pub fn words(&mut self, words: &str, known: &WordInventory) {
        let spaced_digits = !self.spacing.tight_units.is_empty() && has_spaced_digits(words);
        let mut rest = words;
        while !rest.is_empty() {
            let space = rest.len() - rest.trim_start().len();
            let (gap, more) = rest.split_at(space);
            let word = more.find(char::is_whitespace).unwrap_or(more.len());
            let (word, more) = more.split_at(word);
            rest = more;
            if word.is_empty() {
                // Space at the end says something only if more follows on this line.
                self.out.push_str(if self.out.ends_with(' ') || gap.is_empty() { "" } else { " " });
                continue;
            }
            self.space(gap, word, known, spaced_digits);
            self.out.push_str(word);
            (self.broken, self.marked) = (false, false);
        }
    }

    /// Writes what stands between the last word and the next.
    fn space(&mut self, gap: &str, word: &str, known: &WordInventory, spaced_digits: bool) {
        let ended = self.out.trim_end_matches(' ').len();
        let gap_before = ended < self.out.len();
        let shown = |c: &char| !is_invisible(*c);
        let Some(last) = self.out[..ended].chars().rfind(shown) else { return };
        let next = word.chars().find(shown).unwrap_or(' ');
        if gap.is_empty() && !self.broken && !gap_before {
            return;
        }
        self.out.truncate(ended);
        if self.broken && self.out.ends_with('\u{ad}') {
            self.out.pop();
            return;
        }
        let joint = match () {
            () if self.marked && self.spacing.no_break_before.contains(&next) => "\u{a0}",
            () if self.marked && is_closing(next) => "",
            () if self.marked => " ",
            () if self.is_tight(last, next) => "",
            () if self.broken => self.joint(last, word, known),
            () if self.columns && gap.chars().count() >= GAP => "\n",
            () if spaced_digits && last.is_ascii_digit() && next.is_ascii_digit() => "",
            () if gap.contains('\u{a0}') => "\u{a0}",
            () if gap.contains('\u{202f}') => "\u{202f}",
            () => " ",
        };
        self.out.push_str(joint);
    }

    /// Whether no space stands between two characters of a language whose words are not parted by any. A page has
    /// spaces between such characters and figures or Latin words.
    fn is_tight(&self, last: char, next: char) -> bool {
        let tight = |wide: char, other: char| {
            let beside_latin = other.is_ascii_alphanumeric() || self.broken;
            is_wide(wide) && (self.spacing.tight_marks.contains(&wide) || beside_latin)
        };
        self.spacing.joint.is_empty() && (tight(last, next) || tight(next, last))
    }

    /// What joins two lines.
    fn joint(&mut self, last: char, word: &str, known: &WordInventory) -> &'static str {
        let head = self.out.strip_suffix(last).unwrap_or_default();
        let glued = head.ends_with(|c: char| !c.is_whitespace());
        match last {
            '-' | '\u{2010}' if glued => {
                let begun = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                let rest = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                if self.spacing.suspending.contains(&rest) {
                    return " ";
                }
                // A hyphen that splits a word goes if the draft shows the word whole, and never with the hyphen.
                let split = begun.chars().count() > 1 && rest.starts_with(char::is_lowercase);
                if split && known.contain(&format!("{begun}{rest}")) && !known.contain(&format!("{begun}-{rest}")) {
                    self.out.pop();
                }
                ""
            }
            '/' | '–' | '—' | '\u{2011}' if glued => "",
            '(' | '[' => "",
            _ if word.starts_with('/') => "",
            _ => " ",
        }
    }

    /// Adds a footnote's marker, glued to what it marks.
    pub fn mark(&mut self, mark: &str) {
        self.out.truncate(self.out.trim_end().len());
        self.out.push_str(&superscript(mark));
        self.marked = true;
    }

    pub fn done(self) -> String {
        self.out
    }
}

/// Whether a mark closes what stands before it.
fn is_closing(c: char) -> bool {
    parts_clauses(c)
        || is_full_stop(c)
        || closes_round(c)
        || matches!(c, ']' | '”' | '’' | '»' | '?' | '!' | '》')
        || is_invisible(c)
}

/// A marker in superscript digits, where it is nothing but figures, commas and round brackets.
pub fn superscript(mark: &str) -> String {
    let bare = mark.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '(' | ')'));
    if !bare {
        return mark.to_owned();
    }
    mark.chars().filter(|c| *c != ' ').map(|c| crate::script::superscript(c).unwrap_or(c)).collect()
}

/// Whether figures stand spaced out one by one, as in a heading of a PDF: `2 0 0 8 年`.
fn has_spaced_digits(words: &str) -> bool {
    let mut run = 0;
    words.split_whitespace().any(|word| {
        run = if word.len() == 1 && word.bytes().all(|b| b.is_ascii_digit()) { run + 1 } else { 0 };
        run >= 3
    })
}
