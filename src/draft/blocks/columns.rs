//! Labels that stand apart from their paragraphs, as a converter writes them that reads a page column by column:
//! several of them one below the other, and then their paragraphs, or before them.

use super::{Block, LineKind, TextEnding};
use crate::draft::LabelValue;
use crate::draft::label::{LabelForm, LineLabel};
use crate::draft::line_kind::opens_operative;
use crate::language::Language;

/// Gives each paragraph its label again where it is certain which is whose: there are as many paragraphs without a
/// label as labels without a paragraph. Such a block has a label for its starter, and no place of a label.
pub(super) fn reunite(text: &str, blocks: &mut Vec<Block>, language: &Language) {
    // The items of lists first: what has its label again is no paragraph that lacks one.
    for operative in [false, true] {
        let mut at = 0;
        while at < blocks.len() {
            let these = blocks.get(at).is_some_and(|block| is_operative(&block.starter) == operative);
            let count = if these { column(text, blocks, at) } else { 0 };
            at = match count {
                0 => at + 1,
                1 => lift(text, blocks, at, language),
                _ => reunite_column(text, blocks, at..at + count, language),
            };
        }
    }
}

/// How many labels stand one below the other from block `at` on, each the next one. Below the last there may be words.
fn column(text: &str, blocks: &[Block], at: usize) -> usize {
    let rest = blocks.get(at..).unwrap_or_default();
    let alone = |block: &Block| {
        let words = block.label.as_ref().and_then(|label| text.get(label.end..block.range.end));
        words.is_some_and(|words| words.lines().next().is_none_or(|line| line.trim().is_empty()))
    };
    let next = |pair: &[Block]| {
        let [before, after] = pair else { return false };
        is_bare(text, Some(before)) && follows(before, after) && alone(after)
    };
    1 + rest.windows(2).take_while(|pair| next(pair)).count()
}

/// Gives the labels of a column to the paragraphs behind it, or before it; where to read on.
fn reunite_column(text: &str, blocks: &mut Vec<Block>, column: std::ops::Range<usize>, language: &Language) -> usize {
    let Some(labels) = blocks.get(column.clone()).map(|column| column.iter().map(|b| b.starter.clone()).collect())
    else {
        return column.end;
    };
    let labels: Vec<LineKind> = labels;
    let operative = labels.first().is_some_and(is_operative);
    let words = column.end.checked_sub(1).and_then(|last| words_of(text, blocks.get(last)?));
    let ends = |block: &Block| match &block.starter {
        LineKind::Text => false,
        LineKind::Label(_) => !operative || is_operative(&block.starter),
        LineKind::Row => false,
        _ => true,
    };
    // What stands behind a label that is a line of its own belongs to that label.
    let own = |blocks: &[Block], i: usize| {
        let labelled = i > column.end && is_bare(text, blocks.get(i - 1));
        let labelled = labelled || (i > 0 && i < column.start && is_bare(text, blocks.get(i - 1)));
        blocks
            .get(i)
            .is_some_and(|block| block.starter == LineKind::Text && block.ending != TextEnding::Open && !labelled)
    };
    let last = words.as_ref().filter(|words| words.ending != TextEnding::Open);
    let after: Vec<usize> = (column.end..blocks.len())
        .take_while(|i| blocks.get(*i).is_some_and(|block| !ends(block)))
        .filter(|i| own(blocks, *i))
        .collect();
    if after.len() + usize::from(last.is_some()) == labels.len() {
        let mut labels = labels.into_iter();
        let words = words.map(|mut words| {
            if words.ending != TextEnding::Open
                && let Some(label) = labels.next()
            {
                words.starter = label;
            }
            words
        });
        for (i, label) in after.iter().zip(labels) {
            if let Some(block) = blocks.get_mut(*i) {
                block.starter = label;
            }
        }
        let next = column.start + usize::from(words.is_some());
        blocks.splice(column, words);
        return next;
    }
    let before: Vec<usize> = (0..column.start)
        .rev()
        .take_while(|i| blocks.get(*i).is_some_and(|block| !ends(block)))
        .filter(|i| {
            let opens = |block: &Block| opens_operative(text.get(block.range.clone()).unwrap_or_default(), language);
            own(blocks, *i) && (!operative || blocks.get(*i).is_some_and(opens))
        })
        .collect();
    if last.is_none() && before.len() == labels.len() {
        for (i, label) in before.iter().rev().zip(labels) {
            if let Some(block) = blocks.get_mut(*i) {
                block.starter = label;
            }
        }
        let next = column.start + usize::from(words.is_some());
        blocks.splice(column, words);
        return next;
    }
    column.end
}

/// Gives the label of block `at`, a subparagraph's, to the item that it belongs to, where a list that the item above
/// introduces, or a heading, has come to stand between. Where to read on.
fn lift(text: &str, blocks: &mut Vec<Block>, at: usize, language: &Language) -> usize {
    if blocks.get(at).is_none_or(|block| label(&block.starter).is_none() || is_operative(&block.starter)) {
        return at + 1;
    }
    // What stands right behind the label.
    let (words, next) = match blocks.get(at).and_then(|block| words_of(text, block)) {
        Some(words) => (Some(words), at + 1),
        None => {
            let words = blocks.get(at + 1).filter(|block| block.starter == LineKind::Text);
            (words.cloned(), at + 1 + usize::from(words.is_some()))
        }
    };
    // In some languages paragraphs begin with small letters.
    let capitals = language.reading.operative_openings.iter().any(|word| word.starts_with(char::is_uppercase));
    let small = |block: &Block| {
        capitals && text.get(block.range.clone()).is_some_and(|words| words.starts_with(char::is_lowercase))
    };
    let item_at = |i: usize, ends: TextEnding| {
        blocks.get(i).is_some_and(|block| block.starter == LineKind::Text && block.ending == ends && !small(block))
    };
    let labelled = |i: usize| blocks.get(i).is_some_and(|block| label(&block.starter).is_some());
    let heads = |block: &Block| block.ending == TextEnding::Open && block.width < LONGEST_HEADING && !small(block);
    if let Some(heading) = words.as_ref().filter(|words| heads(words))
        && item_at(next, TextEnding::Semicolon)
        && labelled(next + 1)
    {
        return carry(blocks, at, next, Some(heading.clone()));
    }
    // The last line of the item may stand behind its label, and the others behind the list.
    let tail = words.filter(|tail| tail.ending != TextEnding::Open && small(tail));
    let from = if tail.is_some() { next } else { at + 1 };
    let above = blocks.get(..at).unwrap_or_default();
    let before = above.iter().rev().take(2).find(|block| label(&block.starter).is_some());
    let introduced = above.last().is_some_and(|block| block.ending == TextEnding::Colon)
        && before.zip(blocks.get(at)).is_some_and(|(before, bare)| follows(before, bare));
    if !introduced || !blocks.get(from).is_some_and(|first| begins_list(&first.starter)) {
        return at + 1;
    }
    let behind = |i: usize| i + 1 + usize::from(is_bare(text, blocks.get(i)));
    let goes_on = |i: &usize| blocks.get(*i).zip(blocks.get(behind(*i))).is_some_and(|(a, b)| follows(a, b));
    let mut last = from;
    while goes_on(&last) {
        last = behind(last);
    }
    let item = behind(last);
    let ends = if tail.is_some() { TextEnding::Open } else { TextEnding::Semicolon };
    if last == from || !item_at(item, ends) {
        return at + 1;
    }
    carry(blocks, at, item, tail.map(|tail| Block { starter: LineKind::Row, ..tail }))
}

/// A longer line is no heading, in columns.
const LONGEST_HEADING: usize = 60;

/// Takes the label of block `from` to block `to`; `left` stands in the place of all up to the end of what it was. Where to
/// read on.
fn carry(blocks: &mut Vec<Block>, from: usize, to: usize, left: Option<Block>) -> usize {
    let Some(label) = blocks.get(from).map(|block| block.starter.clone()) else { return from + 1 };
    if let Some(item) = blocks.get_mut(to) {
        item.starter = label;
    }
    let end = left.as_ref().map_or(0, |left| left.range.end);
    let count = blocks.iter().skip(from + 1).take_while(|block| block.range.end <= end).count();
    blocks.splice(from..from + 1 + count, left);
    from
}

/// The label that a block begins with.
fn label(starter: &LineKind) -> Option<&LineLabel> {
    match starter {
        LineKind::Label(labelled) => Some(labelled),
        _ => None,
    }
}

fn is_operative(starter: &LineKind) -> bool {
    label(starter).is_some_and(|labelled| matches!(labelled.form, LabelForm::Operative(_)))
}

/// Whether a block is nothing but a label.
fn is_bare(text: &str, block: Option<&Block>) -> bool {
    let Some(block) = block else { return false };
    let Some(label) = block.label.as_ref().filter(|_| matches!(block.starter, LineKind::Label(_))) else {
        return false;
    };
    let words = text.get(label.end..block.range.end).unwrap_or_default();
    block.range.start == label.start && words.trim().is_empty()
}

/// Whether the label of a block is the next one after that of another.
fn follows(before: &Block, after: &Block) -> bool {
    let next = |a: Option<u32>, b: Option<u32>| a.is_some() && b == a.map(|n| n + 1);
    let (Some(before), Some(after)) = (label(&before.starter), label(&after.starter)) else { return false };
    match (before.form, after.form) {
        (
            LabelForm::Operative(LabelValue::Number { number: a, insertion: 0 }),
            LabelForm::Operative(LabelValue::Number { number: b, insertion: 0 }),
        ) => b == a + 1,
        (LabelForm::Sub { letter, numeral, .. }, LabelForm::Sub { letter: l, numeral: n, .. }) => {
            next(letter, l) || next(numeral, n)
        }
        _ => false,
    }
}

fn begins_list(starter: &LineKind) -> bool {
    label(starter).is_some_and(|labelled| {
        matches!(labelled.form, LabelForm::Sub { letter, numeral, .. } if letter == Some(1) || numeral == Some(1))
    })
}

/// What stands behind the label of a block, as a block of its own.
fn words_of(text: &str, block: &Block) -> Option<Block> {
    let label = block.label.as_ref()?;
    let pieces: Vec<_> = block.pieces.iter().filter(|piece| piece.start >= label.end).cloned().collect();
    let start = pieces.first()?.start;
    let lead = text.get(start..)?.len() - text.get(start..)?.trim_start().len();
    Some(Block {
        pieces,
        range: start + lead..block.range.end,
        starter: LineKind::Text,
        label: None,
        ending: block.ending,
        width: block.width,
        indent: block.indent,
    })
}
