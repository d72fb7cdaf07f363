//! The titles of the register, some dozens together in a compressed block, language by language.

use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};

use flate2::read::DeflateDecoder;

use super::bytes::{u16_at, u32_at};
use super::{InstrumentRegister, RegisteredTitle, title_of};
use crate::language::{self, Language};
use crate::library::folded;
use crate::script::is_wide;

/// How many titles a block has.
const TOGETHER: usize = 64;

/// The first section of titles: of each language there are the instruments, what the titles are, the blocks' beginnings
/// and the blocks, in the order of the languages' codes.
const FIRST: usize = 4;

/// How much a block may be decompressed to, in bytes. No block of the built-in register is a tenth of it.
const LARGEST: u64 = 1 << 18;

/// From how many letters on a word may be the beginning of a longer one, as in the stored library.
const SHORTEST_BEGINNING: usize = 3;

/// Blocks with their numbers, the one that was asked for last at the end.
type KeptTitles = Mutex<Vec<(usize, Arc<str>)>>;

/// How many blocks are kept of a language: half a megabyte, where so many are asked for.
const KEPT_BLOCKS: usize = 64;

/// The blocks of each language that were decompressed last, of the register that is built in: who goes through a list asks for the
/// titles beside it, and the texts of a folder cite the same resolutions.
static KEPT: [KeptTitles; 6] = [const { Mutex::new(Vec::new()) }; 6];

/// The titles of a language.
#[derive(Debug, Clone, Copy)]
struct TitleShelf<'a> {
    /// Where the blocks are kept that were decompressed last.
    kept: Option<&'static KeptTitles>,
    instruments: &'a [u8],
    said: &'a [u8],
    offsets: &'a [u8],
    blocks: &'a [u8],
}

impl<'a> TitleShelf<'a> {
    fn of(register: InstrumentRegister<'a>, language: &Language) -> Option<TitleShelf<'a>> {
        let mut codes = language::ALL.map(|language| language.code);
        codes.sort_unstable();
        let place = codes.iter().position(|code| *code == language.code)?;
        let section = |number: usize| register.sections.get(FIRST + 4 * place + number);
        let kept = register.is_built_in().then(|| KEPT.get(place)).flatten();
        Some(TitleShelf { kept, instruments: section(0), said: section(1), offsets: section(2), blocks: section(3) })
    }

    fn len(self) -> usize {
        self.instruments.len() / 2
    }

    /// The place of an instrument's title.
    fn find(self, index: usize) -> Option<usize> {
        let wanted = u16::try_from(index).ok()?;
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match u16_at(self.instruments, middle)?.cmp(&wanted) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// The titles of a block, one a line.
    fn block(self, number: usize) -> Option<Arc<str>> {
        let lock = || self.kept.map(|kept| kept.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(kept) = lock().as_deref_mut()
            && let Some(at) = kept.iter().rposition(|(of, _)| *of == number)
        {
            kept.get_mut(at..)?.rotate_left(1);
            return kept.last().map(|(_, text)| text.clone());
        }
        let (start, end) = (u32_at(self.offsets, number)?, u32_at(self.offsets, number + 1)?);
        let mut text = Vec::new();
        DeflateDecoder::new(self.blocks.get(start..end)?).take(LARGEST).read_to_end(&mut text).ok()?;
        let text: Arc<str> = String::from_utf8(text).ok()?.into();
        // Another thread may have done so meanwhile.
        if let Some(kept) = lock().as_deref_mut().filter(|kept| kept.iter().all(|(of, _)| *of != number)) {
            if kept.len() == KEPT_BLOCKS {
                kept.remove(0);
            }
            kept.push((number, text.clone()));
        }
        Some(text)
    }
}

/// The title of an instrument in a language.
pub(super) fn title(register: InstrumentRegister<'_>, index: usize, language: &Language) -> Option<RegisteredTitle> {
    let shelf = TitleShelf::of(register, language)?;
    let place = shelf.find(index)?;
    let block = shelf.block(place / TOGETHER)?;
    title_of(block.split('\n').nth(place % TOGETHER)?, *shelf.said.get(place)?)
}

/// Whether a title has a word, or from three letters on one that begins so. In a script without spaces it may stand anywhere.
fn has_word(title: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() && !is_wide(c);
    let is_short = word.chars().count() < SHORTEST_BEGINNING && !word.contains(is_wide);
    title.match_indices(word).any(|(at, _)| {
        let before = title.get(..at).and_then(|before| before.chars().next_back());
        let after = title.get(at + word.len()..).and_then(|after| after.chars().next());
        let begins = word.starts_with(is_wide) || !before.is_some_and(letter);
        begins && !(is_short && after.is_some_and(letter))
    })
}

/// The places of the instruments that have all of these words in a title, in any language; each once.
pub(super) fn having(register: InstrumentRegister<'_>, words: &str) -> Vec<usize> {
    let words = folded(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found = Vec::new();
    if words.is_empty() {
        return found;
    }
    for shelf in language::ALL.into_iter().filter_map(|language| TitleShelf::of(register, language)) {
        for number in 0..shelf.len().div_ceil(TOGETHER) {
            // To fold a block as a whole would make one line of it.
            let Some(block) = shelf.block(number) else { continue };
            let having = block.split('\n').enumerate().filter(|(_, title)| {
                let title = folded(title);
                words.iter().all(|word| has_word(&title, word))
            });
            let places = having.filter_map(|(at, _)| u16_at(shelf.instruments, number * TOGETHER + at));
            found.extend(places.map(usize::from));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
