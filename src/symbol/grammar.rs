//! The grammar of a symbol: components between slashes, each a word, a number, or a word with a number.
//!
//! ```text
//! symbol    = single *( "-" single )
//! single    = component *( "/" component ) , brackets and letters behind a number
//! component = number | word | word "." item *( "." item ) | word "(" number ")" | [ "E" ] "S-" number
//! ```
//!
//! It reads what was meant, too: a component that stands there in another case, behind two slashes or with
//! its dot forgotten is read as the right one, and what is wrong is noted. The result is the canonical
//! spelling with the list of faults. Whether that is a symbol beyond doubt is asked of [`super::shape`].
//!
//! Source: Dag Hammarskjöld Library guide, "UN document symbols"; UNBIS Reference Manual, field "document
//! series symbol".

use super::fault::Fault;
use super::fold::Folded;
use super::{component, shape, tail};

/// A symbol that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// Its canonical spelling.
    pub canonical: String,
    /// Where each half of a joint symbol begins in `canonical`; 0 alone for any other.
    pub halves: Vec<usize>,
    /// How many characters it takes.
    pub length: usize,
    /// What is wrong with the spelling, in order.
    pub faults: Vec<Fault>,
}

/// Reads the symbol that begins at the first character. `None` if there is nothing like one.
///
/// A `lenient` reading is for a text that is known to be a symbol: it takes series and spellings that nobody
/// would look for in running text.
pub(super) fn read(chars: &[Folded], lenient: bool) -> Option<Reading> {
    let mut reader = Reader::new(chars, lenient);
    reader.single()?;
    let mut halves = vec![0];
    while reader.halves_joint() {
        let before = reader.mark();
        reader.advance(1);
        reader.out.push('-');
        let start = reader.out.len();
        reader.half = start;
        if reader.single().is_none() {
            reader.reset(before);
            break;
        }
        halves.push(start);
    }
    Some(Reading { canonical: reader.out, halves, length: reader.at, faults: reader.faults })
}

/// A place in the text that is being read, and what has been written so far.
pub(super) struct Reader<'a> {
    pub(super) chars: &'a [Folded],
    pub(super) lenient: bool,
    pub(super) at: usize,
    pub(super) out: String,
    /// Where the half that is being read begins in `out`.
    pub(super) half: usize,
    pub(super) faults: Vec<Fault>,
}

/// A place to go back to.
pub(super) struct Mark {
    at: usize,
    out: usize,
    half: usize,
    faults: usize,
}

impl<'a> Reader<'a> {
    fn new(chars: &'a [Folded], lenient: bool) -> Reader<'a> {
        Reader { chars, lenient, at: 0, out: String::with_capacity(32), half: 0, faults: Vec::new() }
    }

    /// The character `ahead` places on, NUL past the end.
    pub(super) fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).map_or('\0', |folded| folded.c)
    }

    /// The same as it stands in the text.
    pub(super) fn peek_raw(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).map_or('\0', |folded| folded.raw)
    }

    /// Goes on by some characters, noting those that only look right.
    pub(super) fn advance(&mut self, count: usize) {
        let passed = self.chars.get(self.at..(self.at + count).min(self.chars.len())).unwrap_or_default();
        self.faults.extend(passed.iter().filter_map(|folded| folded.fault()));
        self.at += passed.len();
    }

    pub(super) fn note(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { at: self.at, out: self.out.len(), half: self.half, faults: self.faults.len() }
    }

    pub(super) fn reset(&mut self, mark: Mark) {
        self.at = mark.at;
        self.out.truncate(mark.out);
        self.half = mark.half;
        self.faults.truncate(mark.faults);
    }

    /// How many letters and digits follow from `ahead` on.
    pub(super) fn run(&self, ahead: usize) -> usize {
        let rest = self.chars.get(self.at + ahead..).unwrap_or_default();
        rest.iter().take_while(|folded| folded.c.is_ascii_alphanumeric()).count()
    }

    /// The letters and digits that follow, as folded.
    pub(super) fn text(&self, ahead: usize, count: usize) -> String {
        let from = (self.at + ahead).min(self.chars.len());
        let to = (from + count).min(self.chars.len());
        self.chars.get(from..to).unwrap_or_default().iter().map(|folded| folded.c).collect()
    }

    /// The half that is being read, in canonical spelling as far as it goes.
    pub(super) fn so_far(&self) -> &str {
        self.out.get(self.half..).unwrap_or_default()
    }

    /// The component that was read last.
    pub(super) fn last_component(&self) -> &str {
        self.so_far().rsplit('/').next().unwrap_or_default()
    }

    /// Whether it is a resolution or decision so far.
    pub(super) fn is_decided(&self) -> bool {
        self.so_far().split('/').skip(1).any(|part| matches!(part, "RES" | "DEC"))
    }

    /// Reads one symbol.
    fn single(&mut self) -> Option<()> {
        component::head(self)?;
        let mut components = 0;
        loop {
            let before = self.mark();
            if self.separator() && component::component(self).is_some() {
                components += 1;
                continue;
            }
            self.reset(before);
            if components == 0 {
                return None;
            }
            if tail::bracket(self) || tail::letters(self) || tail::proposal(self) {
                continue;
            }
            return Some(());
        }
    }

    /// Reads what stands between two components and writes a slash.
    fn separator(&mut self) -> bool {
        let is_head = !self.so_far().contains('/');
        let spaces = usize::from(self.peek(0) == ' ');
        if self.peek(spaces) == '/' {
            if spaces > 0 {
                if !component::modification_follows(self, spaces + 1) {
                    return false;
                }
                self.advance(1);
                self.note(Fault::Space);
            }
            self.advance(1);
            while self.peek(0) == '/' {
                self.advance(1);
                self.note(Fault::DoubledSlash);
            }
            if self.peek(0) == ' ' {
                let number = !is_head && self.peek(1).is_ascii_digit() && !shape::is_certain(self.so_far());
                let word = component::modification_follows(self, 1) || is_head && component::nature_follows(self, 1);
                if !(number || word) {
                    return false;
                }
                self.advance(1);
                self.note(Fault::Space);
            }
            self.out.push('/');
            return true;
        }
        if spaces == 0 && self.dash_for_slash() {
            self.note(Fault::Dash(self.peek_raw(0)));
            self.advance(1);
            self.out.push('/');
            return true;
        }
        // `A/63/195Add.1`.
        if spaces == 0 && !is_head && self.ends_in_digit() && component::modification_follows(self, 0) {
            self.note(Fault::MissingSlash);
            self.out.push('/');
            return true;
        }
        false
    }

    fn ends_in_digit(&self) -> bool {
        self.out.bytes().next_back().is_some_and(|b| b.is_ascii_digit())
    }

    /// Whether a dash follows that can only stand for a slash.
    fn dash_for_slash(&self) -> bool {
        let dash = self.peek(0);
        if !matches!(dash, '-' | '–') || !(self.ends_in_digit() || self.out.ends_with(')')) {
            return false;
        }
        if component::modification_follows(self, 1) {
            return true;
        }
        let so_far = self.so_far();
        let digits = self.run(1);
        let right = self.text(1, digits);
        let Ok(right) = right.parse::<u32>() else {
            let year = self.last_component().parse().is_ok_and(|year: u32| (1946..=2100).contains(&year));
            let open = year || !shape::is_certain(so_far);
            return dash == '–' && open && component::numbered_follows(self, 1);
        };
        if !matches!(so_far.split('/').next(), Some("A" | "S" | "E" | "ST")) {
            return dash == '–' && !shape::is_certain(so_far) && so_far.contains('/');
        }
        if shape::is_certain(so_far) {
            let left = self.last_component().parse::<u32>().unwrap_or(0);
            return dash == '–' && is_year_before(so_far, left, right, digits);
        }
        dash == '–' || self.is_decided()
    }

    /// Whether the hyphen of a joint symbol follows.
    fn halves_joint(&self) -> bool {
        if !matches!(self.peek(0), '-' | '–') || !(self.ends_in_digit() || self.out.ends_with(')')) {
            return false;
        }
        let letters = self.run(1);
        let word = self.text(1, letters);
        let known = super::series::is_organ(&word) || super::series::is_series(&word);
        known && matches!(self.peek(1 + letters), '/' | '.')
    }
}

/// Whether the number before a dash is a year, and the one behind it that of a document: `A/AC.109/2022–16`
/// and `S/2003–529` are no ranges, `A/AC.105/1260–1265` and `A/AC.109/1994–96` are.
fn is_year_before(so_far: &str, left: u32, right: u32, digits: usize) -> bool {
    let first_year = match so_far.split('/').count() {
        2 if so_far.starts_with("S/") => 1994,
        2 if so_far.starts_with("E/") => 1978,
        _ => 2000,
    };
    let shortened = u32::try_from(digits).ok().and_then(|digits| 10_u32.checked_pow(digits)).map(|unit| left % unit);
    (1946..=2100).contains(&left) && right < left && (left >= first_year || shortened.is_some_and(|last| right <= last))
}
