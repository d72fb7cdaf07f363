//! Official names that are misspelt by a letter.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::prefilter::STRETCH;
use super::running_text::{WordingFault, is_one_letter_off, is_whole};
use crate::draft::Layout;
use crate::language::{Language, Misspelt, PerLanguage};

/// How long a name's first or last word is at least, in characters, whose misspelling is told from another word.
const WORD: usize = 5;

/// The names of a language, ready to be looked for.
#[derive(Debug)]
pub struct OfficialNames {
    kind: Misspelt,
    anchors: Vec<NameAnchor>,
    /// All words of names, in small letters: none of them is another one misspelt.
    words: Vec<String>,
}

/// A stretch of an anchor: which anchor's, and after how many of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnchorStretch {
    anchor: usize,
    within: usize,
}

/// What stands on the longer side of gaps.
#[derive(Debug)]
struct NameAnchor {
    words: Vec<u8>,
    /// It stands before the gaps.
    leads: bool,
    gaps: Vec<NameGap>,
}

/// A name with one of its words, or characters, left open.
#[derive(Debug, Clone)]
struct NameGap {
    name: String,
    before: String,
    word: String,
    after: String,
}

impl OfficialNames {
    /// The names of a language.
    pub fn of(language: &Language) -> Option<&'static OfficialNames> {
        static NAMES: PerLanguage<OfficialNames> = PerLanguage::new(OfficialNames::made_of);
        NAMES.of(language)
    }

    fn made_of(language: &'static Language) -> OfficialNames {
        let terms = language.terms;
        let names = terms.names.iter().flat_map(|name| {
            // Both apostrophes are good.
            let other = name.contains('’').then(|| name.replace('’', "'"));
            std::iter::once((*name).to_owned()).chain(other)
        });
        let mut gaps = Vec::new();
        for name in names {
            match terms.misspelt {
                Misspelt::Letter => {
                    gaps.extend(words(&name).filter_map(|(at, word)| NameGap::of(&name, at, word.len())))
                }
                Misspelt::Character(least) => gaps.extend(characters(&name, least)),
                Misspelt::Marks => {
                    // "For" and "the" are written in one word.
                    let contracted = |(from, to): &(&str, &str)| Some(format!("{to}{}", name.strip_prefix(from)?));
                    let other = language.naming.contractions.iter().filter_map(contracted);
                    gaps.extend(std::iter::once(name.clone()).chain(other).map(NameGap::whole));
                }
            }
        }
        let mut sides: BTreeMap<(Vec<u8>, bool), Vec<NameGap>> = BTreeMap::new();
        for gap in gaps {
            let words = match terms.misspelt {
                Misspelt::Marks => bare(gap.name.as_bytes()),
                _ => gap.anchor().as_bytes().to_vec(),
            };
            sides.entry((words, gap.is_led())).or_default().push(gap);
        }
        let anchors: Vec<NameAnchor> =
            sides.into_iter().map(|((words, leads), gaps)| NameAnchor { words, leads, gaps }).collect();
        let words = terms.names.iter().flat_map(|name| words(name)).map(|(_, word)| word.to_lowercase());
        let words = words.filter(|word| word.chars().count() >= WORD).collect();
        OfficialNames { kind: terms.misspelt, anchors, words }
    }

    /// Stretches of which one stands in every name that is misspelt, each with the anchor that it is of.
    pub fn stretches(&self) -> Vec<([u8; STRETCH], AnchorStretch)> {
        let mut shared: HashMap<&[u8], usize> = HashMap::new();
        for words in self.anchors.iter().flat_map(|anchor| anchor.words.windows(STRETCH)) {
            *shared.entry(words).or_default() += 1;
        }
        let all = self.anchors.iter().enumerate().flat_map(|(anchor, words)| {
            let stretches = words.stretches(&shared).into_iter();
            stretches.map(move |(within, stretch)| (stretch, AnchorStretch { anchor, within }))
        });
        all.collect()
    }

    /// Finds the names that are misspelt in a text around an anchor, of which a stretch stands at byte `at`.
    pub fn look(
        &self,
        (at, anchored): (usize, AnchorStretch),
        text: &str,
        (language, layout): (&Language, Layout),
        found: &mut Vec<WordingFault>,
    ) {
        let (Some(anchor), Some(start)) = (self.anchors.get(anchored.anchor), at.checked_sub(anchored.within)) else {
            return;
        };
        let place = start..start + anchor.words.len();
        let written = text.as_bytes().get(place.clone()).unwrap_or_default();
        if written == anchor.words || self.kind == Misspelt::Marks && is_bare(written, &anchor.words) {
            self.fill(anchor, text, place, layout, &mut |wrong| {
                found.extend(Some(wrong).filter(|wrong| is_whole(text, &wrong.range, language)));
            });
        }
    }

    /// Finds names that have the wrong thing in the gap beside an anchor.
    fn fill(
        &self,
        anchor: &NameAnchor,
        text: &str,
        at: Range<usize>,
        layout: Layout,
        found: &mut dyn FnMut(WordingFault),
    ) {
        // Most names are as they should be.
        if anchor.gaps.iter().any(|gap| gap.is_filled(text.as_bytes(), &at)) {
            return;
        }
        let word = if self.kind == Misspelt::Letter { anchor.word(text, &at) } else { None };
        for gap in &anchor.gaps {
            let wrong = match self.kind {
                Misspelt::Marks => gap.marked(text, at.clone()),
                Misspelt::Letter => word.clone().and_then(|word| {
                    let wrong = gap.with_word(text, word.clone())?;
                    self.is_misspelt(text.get(word)?, gap, layout).then_some(wrong)
                }),
                Misspelt::Character(_) => gap.character_of(text, at.clone()),
            };
            wrong.into_iter().for_each(&mut *found);
        }
    }

    fn is_misspelt(&self, word: &str, gap: &NameGap, layout: Layout) -> bool {
        let (written, right) = (word.chars().count(), gap.word.chars().count());
        is_one_letter_off(word, &gap.word)
            // A plural, or a singular.
            && word.strip_suffix('s') != Some(&gap.word) && gap.word.strip_suffix('s') != Some(word)
            // A page loses letters by itself.
            && (layout == Layout::Clean || written >= right)
            && !self.words.contains(&word.to_lowercase())
    }
}

impl NameAnchor {
    /// The stretch by which it is found, in all its spellings, and where it stands in it: one with few letters whose marks
    /// are confused, and of such stretches the one that the fewest anchors share, and then the one with the most capitals,
    /// which are rarer. `shared` tells how many times anchors have some bytes.
    fn stretches(&self, shared: &HashMap<&[u8], usize>) -> Vec<(usize, [u8; STRETCH])> {
        let words = self.words.as_slice();
        let whole = |at: usize| words.get(at).is_none_or(|byte| !matches!(byte, 0x80..=0xbf));
        let stretches = (0..words.len()).filter(|start| whole(*start)).filter_map(|start| {
            // With the whole of its last letter.
            let end = (start + STRETCH..=words.len()).find(|end| whole(*end))?;
            words.get(start..end).map(|stretch| (start, stretch))
        });
        let fit = |(_, stretch): &(usize, &[u8])| {
            let confused = stretch.windows(2).filter(|letter| !spellings(letter).is_empty()).count();
            let shared = stretch.get(..STRETCH).and_then(|stretch| shared.get(stretch));
            (std::cmp::Reverse((confused, shared)), stretch.iter().filter(|byte| byte.is_ascii_uppercase()).count())
        };
        let Some((start, stretch)) = stretches.rev().max_by_key(fit) else { return Vec::new() };
        spelt(stretch).iter().filter_map(|spelling| Some((start, *spelling.first_chunk()?))).collect()
    }

    /// The word in the gap beside the anchor that stands at `at`, if there is one.
    fn word(&self, text: &str, at: &Range<usize>) -> Option<Range<usize>> {
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\u{301}');
        let word = if self.leads {
            let rest = text.get(at.end..)?;
            at.end..at.end + rest.find(|c| !letter(c)).unwrap_or(rest.len())
        } else {
            text.get(..at.start)?.trim_end_matches(letter).len()..at.start
        };
        Some(word).filter(|word| !word.is_empty())
    }
}

impl NameGap {
    /// A name whose `len` bytes at `at` are left open. `None` if too little is left of it.
    fn of(name: &str, at: usize, len: usize) -> Option<NameGap> {
        let part = |range: Range<usize>| name.get(range).map(str::to_owned);
        let gap = NameGap {
            name: name.to_owned(),
            before: part(0..at)?,
            word: part(at..at + len)?,
            after: part(at + len..name.len())?,
        };
        (gap.anchor().len() >= STRETCH).then_some(gap)
    }

    fn whole(name: String) -> NameGap {
        NameGap { word: name.clone(), name, before: String::new(), after: String::new() }
    }

    /// The longer of what stands before and behind the gap.
    fn anchor(&self) -> &str {
        if self.is_led() { &self.before } else { &self.after }
    }

    /// Whether the longer part stands before the gap.
    fn is_led(&self) -> bool {
        self.before.len() >= self.after.len()
    }

    /// Whether the name is there as it should be, around its anchor.
    fn is_filled(&self, text: &[u8], anchor: &Range<usize>) -> bool {
        let start = if self.is_led() { Some(anchor.start) } else { anchor.end.checked_sub(self.name.len()) };
        start.and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(self.name.as_bytes()))
    }

    /// The whole name, where this word stands in the gap and the rest of the name around it.
    fn with_word(&self, text: &str, word: Range<usize>) -> Option<WordingFault> {
        let Range { start, end } = word;
        let whole = text.get(end..)?.starts_with(&self.after) && text.get(..start)?.ends_with(&self.before);
        let wrong = whole && text.get(start..end)? != self.word;
        let range = start - self.before.len().min(start)..end + self.after.len();
        wrong.then(|| WordingFault { range, right: self.name.clone() })
    }

    /// The whole name where one of its characters is another, is missing, or there is one more.
    fn character_of(&self, text: &str, anchor: Range<usize>) -> Option<WordingFault> {
        let wide = |c: char| crate::script::is_wide(c) && c.is_alphabetic();
        let right = || self.name.clone();
        if self.is_led() {
            let rest = text.get(anchor.end..)?;
            let start = anchor.start;
            // None, one, or one too many.
            let mut ends = std::iter::once(0)
                .chain(rest.char_indices().take(2).map_while(|(i, c)| wide(c).then_some(i + c.len_utf8())));
            let end = ends.find(|end| rest.get(*end..).is_some_and(|rest| rest.starts_with(&self.after)))?;
            (rest.get(..end)? != self.word)
                .then(|| WordingFault { range: start..anchor.end + end + self.after.len(), right: right() })
        } else {
            let head = text.get(..anchor.start)?;
            let mut starts = std::iter::once(head.len())
                .chain(head.char_indices().rev().take(2).map_while(|(i, c)| wide(c).then_some(i)));
            let start = starts.find(|start| head.get(..*start).is_some_and(|head| head.ends_with(&self.before)))?;
            (head.get(start..)? != self.word)
                .then(|| WordingFault { range: start - self.before.len()..anchor.end, right: right() })
        }
    }

    /// The name where the marks on its letters are others.
    fn marked(&self, text: &str, range: Range<usize>) -> Option<WordingFault> {
        let written = text.get(range.clone())?;
        (written != self.name).then(|| WordingFault { range, right: self.name.clone() })
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
fn characters(name: &str, least: usize) -> Vec<NameGap> {
    let count = name.chars().count();
    if count < least {
        return Vec::new();
    }
    let inner = name.char_indices().skip(1).take(count - 2);
    inner.filter_map(|(at, c)| NameGap::of(name, at, c.len_utf8())).collect()
}

/// The letters that are confused with the one that these two bytes are: ا, ه, ي. It is one of them itself.
fn spellings(letter: &[u8]) -> &'static [[u8; 2]] {
    match letter {
        // ا أ إ آ ٱ
        [0xd8, 0xa7] => &[[0xd8, 0xa7], [0xd8, 0xa3], [0xd8, 0xa5], [0xd8, 0xa2], [0xd9, 0xb1]],
        // ه ة
        [0xd9, 0x87] => &[[0xd9, 0x87], [0xd8, 0xa9]],
        // ي ى
        [0xd9, 0x8a] => &[[0xd9, 0x8a], [0xd9, 0x89]],
        _ => &[],
    }
}

/// Whether a text, its marks aside, is this one without marks.
fn is_bare(text: &[u8], words: &[u8]) -> bool {
    let mut letters = text.chunks(1).zip(words).enumerate();
    text.len() == words.len()
        && letters.all(|(at, (byte, word))| {
            let letter = |at: usize| (text.get(at..at + 2), words.get(at..at + 2).map_or(&[][..], spellings));
            let spelt = |at: usize| matches!(letter(at), (Some(text), all) if all.iter().any(|one| one == text));
            byte == [*word] || spelt(at) || at.checked_sub(1).is_some_and(spelt)
        })
}

/// A text without marks in all its spellings, each of as many bytes.
fn spelt(text: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![text.to_vec()];
    for at in 0..text.len() {
        let letters = text.get(at..at + 2).map_or(&[][..], spellings);
        if letters.is_empty() {
            continue;
        }
        let with = |spelling: &Vec<u8>, letter: &[u8; 2]| {
            let mut spelling = spelling.clone();
            if let Some(place) = spelling.get_mut(at..at + 2) {
                place.copy_from_slice(letter);
            }
            spelling
        };
        all = all.iter().flat_map(|spelling| letters.iter().map(move |letter| with(spelling, letter))).collect();
    }
    all
}

/// The bytes of an Arabic text without the marks that are confused.
fn bare(text: &[u8]) -> Vec<u8> {
    const BARE: [[u8; 2]; 3] = [[0xd8, 0xa7], [0xd9, 0x87], [0xd9, 0x8a]];
    let mut bytes = text.to_vec();
    let mut at = 0;
    while let Some(letter) = bytes.get_mut(at..).and_then(|rest| rest.first_chunk_mut()) {
        match BARE.iter().find(|bare| spellings(bare.as_slice()).contains(letter)) {
            Some(bare) => {
                *letter = *bare;
                at += 2;
            }
            None => at += 1,
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ALL;

    #[test]
    fn anchors_are_found_wherever_they_stand_and_however_their_marks_are_written() {
        for language in ALL {
            let names = OfficialNames::of(language).unwrap();
            let sieve = crate::rules::support::prefilter::Prefilter::of(names.stretches());
            assert!(!names.anchors.is_empty());
            for (index, anchor) in names.anchors.iter().enumerate() {
                let marks = names.kind == Misspelt::Marks;
                let spellings = if marks { spelt(&anchor.words) } else { vec![anchor.words.clone()] };
                for words in &spellings {
                    assert!(!marks || is_bare(words, &anchor.words));
                    for shift in 0..4 {
                        let text = [&b"    "[..shift], words].concat();
                        let mut found = sieve.find_iter(&text).filter(|(_, stretch)| stretch.anchor == index);
                        assert!(
                            found.any(|(at, stretch)| at == stretch.within + shift),
                            "{}",
                            String::from_utf8_lossy(words)
                        );
                    }
                }
            }
        }
        assert!(!is_bare("الأمن".as_bytes(), &bare("الأمم".as_bytes())));
    }
}
