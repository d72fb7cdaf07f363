//! The titles of the register, some dozens together in a compressed block, language by language.

use std::io::Read;

use flate2::read::DeflateDecoder;

use super::bytes::{u16_at, u32_at};
use super::{InstrumentRegister, RegisteredTitle, title_of};
use crate::language::{self, Language};
use crate::library::folded;

/// How many titles a block has.
const TOGETHER: usize = 64;

/// The first section of titles: of each language there are the instruments, what the titles are, the blocks' beginnings
/// and the blocks, in the order of the languages' codes.
const FIRST: usize = 4;

/// How much a block may be decompressed to, in bytes. No block of the built-in register is a tenth of it.
const LARGEST: u64 = 1 << 18;

/// The titles of a language.
#[derive(Debug, Clone, Copy)]
struct TitleShelf<'a> {
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
        Some(TitleShelf { instruments: section(0), said: section(1), offsets: section(2), blocks: section(3) })
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
    fn block(self, number: usize) -> Option<String> {
        let (start, end) = (u32_at(self.offsets, number)?, u32_at(self.offsets, number + 1)?);
        let mut text = String::new();
        DeflateDecoder::new(self.blocks.get(start..end)?).take(LARGEST).read_to_string(&mut text).ok()?;
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
            let block = shelf.block(number).unwrap_or_default();
            let having = block.split('\n').enumerate().filter(|(_, title)| {
                let title = folded(title);
                words.iter().all(|word| title.contains(word))
            });
            let places = having.filter_map(|(at, _)| u16_at(shelf.instruments, number * TOGETHER + at));
            found.extend(places.map(usize::from));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
