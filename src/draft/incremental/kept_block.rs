//! A block as it is kept as long as the draft is open. A draft has tens of thousands of them, so they are small: places are
//! counted in 32 bits from the first byte of the stretch, and what a block has one of needs no memory of its own.

use std::ops::Range;

use crate::draft::blocks::Block;
use crate::draft::line_kind::{
    LineKind, begins_with_bullet, may_be_item, may_open_preambular, opens_as_known, opens_behind_organ,
    opens_operative, opens_preambular, opens_rather_operative, organ_speaks,
};
use crate::draft::lines::TextEnding;
use crate::language::Language;

/// Whether a text of so many bytes can be kept in chunks: what is kept counts them by 32 bits.
pub fn is_countable(length: usize) -> bool {
    u32::try_from(length).is_ok()
}

/// A block of a stretch.
#[derive(Debug)]
pub struct KeptBlock {
    pieces: KeptPieces,
    range: KeptRange,
    label: Option<KeptRange>,
    /// What its first line begins; nothing where that is text.
    starter: Option<Box<LineKind>>,
    ending: TextEnding,
    width: u32,
    indent: u32,
    words: OpeningSigns,
}

/// Bytes of a stretch.
#[derive(Debug, Clone, Copy)]
struct KeptRange {
    start: u32,
    end: u32,
}

/// Most blocks have one piece.
#[derive(Debug)]
enum KeptPieces {
    One(KeptRange),
    Several(Box<[KeptRange]>),
}

impl KeptRange {
    /// Of a place that stands `by` bytes, which wrap, from the one that is kept.
    fn of(range: &Range<usize>, by: usize) -> KeptRange {
        KeptRange { start: small(range.start.wrapping_add(by)), end: small(range.end.wrapping_add(by)) }
    }

    fn at(self, by: usize) -> Range<usize> {
        self.start as usize + by..self.end as usize + by
    }
}

/// No place in a stretch and no line of it is further than can be counted ([`is_countable`]).
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl KeptBlock {
    /// A block of `text`, of which the stretch begins at byte `start`.
    pub fn of(block: Block, text: &str, start: usize, language: &Language) -> KeptBlock {
        let back = start.wrapping_neg();
        let words = OpeningSigns::of(&block, text, language);
        let pieces = match block.pieces.as_slice() {
            [piece] => KeptPieces::One(KeptRange::of(piece, back)),
            pieces => KeptPieces::Several(pieces.iter().map(|piece| KeptRange::of(piece, back)).collect()),
        };
        KeptBlock {
            pieces,
            range: KeptRange::of(&block.range, back),
            label: block.label.as_ref().map(|label| KeptRange::of(label, back)),
            starter: Some(block.starter).filter(|starter| *starter != LineKind::Text).map(Box::new),
            ending: block.ending,
            width: small(block.width),
            indent: small(block.indent),
            words,
        }
    }

    /// The block, in a text where its stretch begins at byte `at`.
    pub fn block(&self, at: usize) -> Block {
        Block {
            pieces: self.pieces().iter().map(|piece| piece.at(at)).collect(),
            range: self.range.at(at),
            starter: self.starter.as_deref().cloned().unwrap_or(LineKind::Text),
            label: self.label.map(|label| label.at(at)),
            ending: self.ending,
            width: self.width as usize,
            indent: self.indent as usize,
        }
    }

    /// Its bytes in the stretch.
    pub fn range(&self) -> Range<usize> {
        self.range.at(0)
    }

    /// The byte of the stretch at which its running text begins, where it has any.
    pub fn first_piece(&self) -> Option<usize> {
        self.pieces().first().map(|piece| piece.start as usize)
    }

    /// Whether what the structure of a draft depends on is the same in both, and the rules that look at the structure. Its
    /// words may be others.
    pub fn has_outline_of(&self, other: &KeptBlock) -> bool {
        self.words == other.words
            && self.ending == other.ending
            && self.indent == other.indent
            && self.starter == other.starter
    }

    fn pieces(&self) -> &[KeptRange] {
        match &self.pieces {
            KeptPieces::One(piece) => std::slice::from_ref(piece),
            KeptPieces::Several(pieces) => pieces,
        }
    }
}

/// What the structure depends on of a block's words, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OpeningSigns(u16);

impl OpeningSigns {
    fn of(block: &Block, text: &str, language: &Language) -> OpeningSigns {
        let content = text.get(block.range.clone()).unwrap_or_default();
        let labelled = matches!(block.starter, LineKind::Label(_));
        let is_emphasis = |c: char| matches!(c, '*' | '_' | '#') || c.is_whitespace();
        let signs = [
            // Whether it is narrow enough for a heading: in the preamble, in the operative part.
            block.width < 60,
            block.width < 160,
            !labelled && opens_preambular(content, language),
            !labelled && opens_operative(content, language),
            // What tells a heading from a preambular paragraph, and an operative one from it.
            !labelled && may_open_preambular(content, language),
            !labelled && opens_rather_operative(content, language),
            // What the masthead of a text without an organ line is told by.
            language.reading.masthead.iter().any(|name| content.starts_with(name)),
            !labelled && opens_as_known(content, language),
            !labelled && organ_speaks(content, language),
            !labelled && opens_behind_organ(content, language),
            content.ends_with(crate::script::punctuation::is_question_mark),
            !labelled && may_be_item(content, language),
            // It has nothing but marks of emphasis.
            content.len() < 64 && content.chars().all(is_emphasis),
            // It has no letter and no digit.
            !content.contains(char::is_alphanumeric),
            // It begins as a heading of Markdown does, or as an item of a list in bullets.
            content.starts_with('#'),
            begins_with_bullet(content),
        ];
        OpeningSigns(signs.into_iter().fold(0, |bits, sign| bits << 1 | u16::from(sign)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;

    #[test]
    fn a_block_is_small_and_comes_back_as_it_was() {
        // What it grows by is had fifty thousand times in a text of two megabytes.
        assert!(size_of::<KeptBlock>() <= 64, "{}", size_of::<KeptBlock>());
        assert_eq!(size_of::<KeptPieces>(), 16);
        let text = "lamps\n\nDecides to rest;¹ and to wait;";
        let both = [7..23, 25..38];
        for pieces in (0..=both.len()).map(|count| both[..count].to_vec()) {
            let (starter, ending) = (LineKind::Text, TextEnding::Colon);
            let block = Block { pieces, range: 7..38, starter, label: Some(7..8), ending, width: 31, indent: 2 };
            let kept = KeptBlock::of(block.clone(), text, 7, ENGLISH);
            assert_eq!(format!("{:?}", kept.block(7)), format!("{block:?}"));
            assert_eq!(kept.range(), 0..31);
            assert_eq!(kept.first_piece(), block.pieces.first().map(|piece| piece.start - 7));
        }
    }
}
