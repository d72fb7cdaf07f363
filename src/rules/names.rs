//! Official names that are misspelt by a letter.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::wording::{Wrong, is_one_letter_off, is_whole};
use crate::draft::Layout;
use crate::language::{Each, Language, Misspelt};

/// How long a name's first or last word is at least, in characters, whose misspelling is told from another word.
const WORD: usize = 5;

/// The names of a language, ready to be looked for.
#[derive(Debug)]
pub struct Names {
    kind: Misspelt,
    /// Finds the longer of what stands before and behind a word of a name.
    anchors: Option<AhoCorasick>,
    /// For each anchor the word that it belongs to.
    gaps: Vec<Gap>,
    /// All words of names, in small letters: none of them is another one misspelt.
    words: Vec<String>,
}

/// A name with one of its words, or characters, left open.
#[derive(Debug)]
struct Gap {
    name: String,
    before: String,
    word: String,
    after: String,
}

impl Names {
    /// The names of a language.
    pub fn of(language: &Language) -> Option<&'static Names> {
        static NAMES: Each<Names> = Each::new(Names::made_of);
        NAMES.of(language)
    }

    fn made_of(language: &'static Language) -> Names {
        let terms = language.terms;
        let names = terms.names.iter().flat_map(|name| {
            // Both apostrophes are good.
            let other = name.contains('’').then(|| name.replace('’', "'"));
            std::iter::once((*name).to_owned()).chain(other)
        });
        let mut gaps = Vec::new();
        for name in names {
            match terms.misspelt {
                Misspelt::Letter => gaps.extend(words(&name).filter_map(|(at, word)| Gap::of(&name, at, word.len()))),
                Misspelt::Character(least) => gaps.extend(characters(&name, least)),
                Misspelt::Marks => {
                    // "For" and "the" are written in one.
                    let other = name.strip_prefix("ال").map(|rest| format!("لل{rest}"));
                    gaps.extend(std::iter::once(name.clone()).chain(other).map(Gap::whole));
                }
            }
        }
        let anchors = gaps.iter().map(|gap| match terms.misspelt {
            Misspelt::Marks => bare(&gap.name),
            _ => gap.anchor().to_owned(),
        });
        let anchors =
            AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(anchors).ok().filter(|_| !gaps.is_empty());
        let words = terms.names.iter().flat_map(|name| words(name)).map(|(_, word)| word.to_lowercase());
        let words = words.filter(|word| word.chars().count() >= WORD).collect();
        Names { kind: terms.misspelt, anchors, gaps, words }
    }

    /// Where one of the names is misspelt in a text.
    pub fn find(&self, text: &str, language: &Language, layout: Layout) -> Vec<Wrong> {
        let Some(anchors) = &self.anchors else { return Vec::new() };
        let folded;
        let searched = match self.kind {
            Misspelt::Marks => {
                folded = bare(text);
                &folded
            }
            _ => text,
        };
        let mut found = Vec::new();
        for hit in anchors.find_overlapping_iter(searched) {
            let Some(gap) = self.gaps.get(hit.pattern().as_usize()) else { continue };
            let wrong = match self.kind {
                Misspelt::Marks => gap.marked(text, hit.range()),
                Misspelt::Letter => gap
                    .word_of(text, hit.range())
                    .filter(|(word, _)| self.is_misspelt(word, gap, layout))
                    .map(|(_, wrong)| wrong),
                Misspelt::Character(_) => gap.character_of(text, hit.range()),
            };
            found.extend(wrong.filter(|wrong| is_whole(text, &wrong.range, language)));
        }
        found
    }

    fn is_misspelt(&self, word: &str, gap: &Gap, layout: Layout) -> bool {
        let (written, right) = (word.chars().count(), gap.word.chars().count());
        is_one_letter_off(word, &gap.word)
            // A plural, or a singular.
            && word.strip_suffix('s') != Some(&gap.word) && gap.word.strip_suffix('s') != Some(word)
            // A page loses letters by itself.
            && (layout == Layout::Clean || written >= right)
            && !self.words.contains(&word.to_lowercase())
    }
}

impl Gap {
    /// A name whose `len` bytes at `at` are left open. `None` if too little is left of it.
    fn of(name: &str, at: usize, len: usize) -> Option<Gap> {
        let part = |range: std::ops::Range<usize>| name.get(range).map(str::to_owned);
        let gap = Gap {
            name: name.to_owned(),
            before: part(0..at)?,
            word: part(at..at + len)?,
            after: part(at + len..name.len())?,
        };
        (gap.anchor().chars().count() >= WORD - 1).then_some(gap)
    }

    fn whole(name: String) -> Gap {
        Gap { word: name.clone(), name, before: String::new(), after: String::new() }
    }

    fn anchor(&self) -> &str {
        if self.before.len() >= self.after.len() { &self.before } else { &self.after }
    }

    /// The word that stands in the gap, and the whole name, where the rest of it is there.
    fn word_of<'a>(&self, text: &'a str, anchor: std::ops::Range<usize>) -> Option<(&'a str, Wrong)> {
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\u{301}');
        let (start, end) = if self.before.len() >= self.after.len() {
            let rest = text.get(anchor.end..)?;
            let len = rest.find(|c| !letter(c)).unwrap_or(rest.len());
            (anchor.end, anchor.end + len)
        } else {
            let head = text.get(..anchor.start)?;
            (head.trim_end_matches(letter).len(), anchor.start)
        };
        let word = text.get(start..end).filter(|word| *word != self.word && !word.is_empty())?;
        let whole = text.get(..start)?.ends_with(&self.before) && text.get(end..)?.starts_with(&self.after);
        let range = start - self.before.len().min(start)..end + self.after.len();
        whole.then(|| (word, Wrong { range, right: self.name.clone() }))
    }

    /// The whole name where one of its characters is another, is missing, or there is one more.
    fn character_of(&self, text: &str, anchor: std::ops::Range<usize>) -> Option<Wrong> {
        let wide = |c: char| crate::draft::flow::is_wide(c) && c.is_alphabetic();
        let right = || self.name.clone();
        if self.before.len() >= self.after.len() {
            let rest = text.get(anchor.end..)?;
            let start = anchor.start;
            // None, one, or one too many.
            let mut ends = std::iter::once(0)
                .chain(rest.char_indices().take(2).map_while(|(i, c)| wide(c).then_some(i + c.len_utf8())));
            let end = ends.find(|end| rest.get(*end..).is_some_and(|rest| rest.starts_with(&self.after)))?;
            (rest.get(..end)? != self.word)
                .then(|| Wrong { range: start..anchor.end + end + self.after.len(), right: right() })
        } else {
            let head = text.get(..anchor.start)?;
            let mut starts = std::iter::once(head.len())
                .chain(head.char_indices().rev().take(2).map_while(|(i, c)| wide(c).then_some(i)));
            let start = starts.find(|start| head.get(..*start).is_some_and(|head| head.ends_with(&self.before)))?;
            (head.get(start..)? != self.word)
                .then(|| Wrong { range: start - self.before.len()..anchor.end, right: right() })
        }
    }

    /// The name where the marks on its letters are others.
    fn marked(&self, text: &str, range: std::ops::Range<usize>) -> Option<Wrong> {
        let written = text.get(range.clone())?;
        (written != self.name).then(|| Wrong { range, right: self.name.clone() })
    }
}

/// The words of a name that are long enough, and where they begin.
fn words(name: &str) -> impl Iterator<Item = (usize, &str)> {
    name.split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word.trim_end_matches(',')))
        })
        .filter(|(at, word)| {
            let inner = *at > 0 && at + word.len() < name.len();
            (inner || word.chars().count() >= WORD) && word.chars().all(char::is_alphabetic)
        })
}

/// A name with each of its characters left open, but for the first and the last.
fn characters(name: &str, least: usize) -> Vec<Gap> {
    let count = name.chars().count();
    if count < least {
        return Vec::new();
    }
    let inner = name.char_indices().skip(1).take(count - 2);
    inner.filter_map(|(at, c)| Gap::of(name, at, c.len_utf8())).collect()
}

/// An Arabic text without the marks that are confused, of as many bytes.
fn bare(text: &str) -> String {
    let bare = |c| match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        c => c,
    };
    text.chars().map(bare).collect()
}
