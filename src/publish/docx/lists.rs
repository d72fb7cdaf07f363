//! Which labels a word processor counts by itself, and by which lists.
//!
//! A list's definition (`abstractNum`) says how each level is written; lists (`num`) of one definition go on from each other, but
//! where one says that a level starts anew. A label that no list would show as it stands, such as `5 bis.` or a number out of
//! its order, is typed, so that nothing changes. Source: ECMA-376-1, 17.9.

use super::super::manuscript::{ManuscriptBlock, ManuscriptLabel};
use crate::draft::LabelValue;
use crate::script::DigitScript;
use crate::script::counting::{Alphabet, Counting};

/// So many levels a list has.
pub const LEVELS: usize = 9;

/// What becomes of a block's label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedLabel {
    /// It has none.
    None,
    /// It is typed.
    Typed,
    /// The word processor counts it.
    Counted {
        /// The list, from 1.
        list: usize,
        /// The level of the list, from 0.
        level: usize,
    },
}

/// How the labels of a level are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelPattern {
    /// The way to count, by its name in the standard.
    pub format: &'static str,
    /// What stands before the number.
    pub before: String,
    /// What stands behind it.
    pub behind: String,
    /// The paragraph begins right behind the label, without a space.
    pub is_glued: bool,
}

/// A definition of lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlannedDefinition {
    /// How each level is written, if it is used.
    pub levels: [Option<LabelPattern>; LEVELS],
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlannedList {
    /// Its definition, by its place among all.
    pub definition: usize,
    /// The level that starts anew, and with which number.
    pub start: Option<(usize, u32)>,
}

/// The lists of a document, and the label of each of its blocks.
#[derive(Debug, Default)]
pub struct ListPlan {
    /// The definitions.
    pub definitions: Vec<PlannedDefinition>,
    /// The lists, of which the first is 1.
    pub lists: Vec<PlannedList>,
    /// What becomes of the label of each block.
    pub labels: Vec<PlannedLabel>,
    counters: Vec<DefinitionCounter>,
}

/// How far the lists of a definition have come, as the word processor counts.
#[derive(Debug, Default)]
struct DefinitionCounter {
    reached: [Option<u32>; LEVELS],
    /// The list that was last used at each level.
    last: [Option<usize>; LEVELS],
    /// The first of its lists.
    base: usize,
}

impl ListPlan {
    /// The lists of these blocks.
    pub fn of(blocks: &[ManuscriptBlock]) -> ListPlan {
        let counted: Vec<Option<(usize, LabelPattern, u32)>> = blocks.iter().map(counted).collect();
        let mut plan = ListPlan::default();
        let mut current = None;
        for (at, block) in blocks.iter().enumerate() {
            let label = match counted.get(at) {
                Some(Some((level, pattern, number))) => {
                    let rest = counted.get(at + 1..).unwrap_or_default();
                    plan.place(*level, pattern, *number, goes_on(rest, *level, pattern, *number), &mut current)
                }
                _ => None,
            };
            let typed = if block.label.is_some() { PlannedLabel::Typed } else { PlannedLabel::None };
            plan.labels.push(label.unwrap_or(typed));
        }
        plan
    }

    /// The list that shows a number at a level, if one is to do so. `goes_on` says that its list counts on from there.
    fn place(
        &mut self,
        level: usize,
        pattern: &LabelPattern,
        number: u32,
        goes_on: bool,
        current: &mut Option<usize>,
    ) -> Option<PlannedLabel> {
        let of_level = |definition: &PlannedDefinition| definition.levels.get(level).cloned().flatten();
        let matches = |definition: &PlannedDefinition| of_level(definition).as_ref() == Some(pattern);
        let here = current.filter(|at| self.definitions.get(*at).is_some_and(matches));
        let found = here.or_else(|| self.definitions.iter().position(matches));
        let free = current.filter(|at| self.definitions.get(*at).is_some_and(|one| of_level(one).is_none()));
        let definition = found.or(free);
        // Would it be counted on, or is it a list of its own that begins or goes on?
        let list = definition.and_then(|definition| self.list_that_shows(definition, level, number));
        if list.is_none() && number != 1 && !goes_on {
            return None;
        }
        let definition = definition.unwrap_or_else(|| {
            self.definitions.push(PlannedDefinition::default());
            self.lists.push(PlannedList { definition: self.definitions.len() - 1, start: None });
            self.counters.push(DefinitionCounter { base: self.lists.len(), ..DefinitionCounter::default() });
            self.definitions.len() - 1
        });
        put(&mut self.definitions.get_mut(definition)?.levels, level, Some(pattern.clone()));
        let list = list.or_else(|| self.list_that_shows(definition, level, number)).unwrap_or_else(|| {
            self.lists.push(PlannedList { definition, start: Some((level, number)) });
            self.lists.len()
        });
        let counter = self.counters.get_mut(definition)?;
        put(&mut counter.reached, level, Some(number));
        put(&mut counter.last, level, Some(list));
        counter.reached.iter_mut().skip(level + 1).for_each(|below| *below = None);
        *current = Some(definition);
        Some(PlannedLabel::Counted { list, level })
    }

    /// The list of a definition that would show a number next at a level. A list that was begun goes on; one that begins
    /// anew is that of the paragraph that it is under.
    fn list_that_shows(&self, definition: usize, level: usize, number: u32) -> Option<usize> {
        let counter = self.counters.get(definition)?;
        let reached = counter.reached.get(level).copied().flatten();
        let own = counter.last.get(level).copied().flatten();
        let above = counter.last.get(..level).unwrap_or_default().iter().rev().copied().flatten().next();
        let order = match reached {
            Some(_) => [own, Some(counter.base), None],
            None => [above, own, Some(counter.base)],
        };
        order.into_iter().flatten().find(|list| {
            let start = self.lists.get(list - 1).and_then(|list| list.start).filter(|(at, _)| *at == level);
            let next = reached.map_or(start.map_or(1, |(_, start)| start), |reached| reached.saturating_add(1));
            // A list that starts anew by itself has done so once it was used at that level.
            let is_new = start.is_some() && own != Some(*list) && reached.is_some();
            next == number && !is_new
        })
    }
}

fn put<T>(all: &mut [T; LEVELS], at: usize, value: T) {
    if let Some(place) = all.get_mut(at) {
        *place = value;
    }
}

/// The level, the pattern and the number of a block's label, if a word processor can count it.
fn counted(block: &ManuscriptBlock) -> Option<(usize, LabelPattern, u32)> {
    let label = block.label.as_ref().filter(|label| label.before.is_empty())?;
    let (number, ways): (u32, &[(&'static str, Counting)]) = match label.value? {
        LabelValue::Number { number, insertion: 0 } => (number, &NUMBERS),
        LabelValue::Number { .. } => return None,
        LabelValue::Letter(number) => (number, &LETTERS),
        LabelValue::Roman(number) => (number, &NUMERALS),
    };
    let pattern = ways.iter().find_map(|(format, counting)| pattern_of(label, format, *counting, number))?;
    let level = usize::from(block.level);
    (level < LEVELS && number > 0).then_some((level, pattern, number))
}

const NUMBERS: [(&str, Counting); 2] =
    [("decimal", Counting::Digits(DigitScript::Ascii)), ("decimalFullWidth", Counting::Digits(DigitScript::FullWidth))];

const LETTERS: [(&str, Counting); 6] = [
    ("lowerLetter", Counting::Letters(Alphabet::LatinSmall)),
    ("upperLetter", Counting::Letters(Alphabet::LatinCapital)),
    ("russianLower", Counting::Letters(Alphabet::RussianSmall)),
    ("russianUpper", Counting::Letters(Alphabet::RussianCapital)),
    ("arabicAbjad", Counting::Letters(Alphabet::ArabicNumeric)),
    ("arabicAlpha", Counting::Letters(Alphabet::ArabicAlphabetic)),
];

const NUMERALS: [(&str, Counting); 4] = [
    ("lowerRoman", Counting::Roman { small: true }),
    ("upperRoman", Counting::Roman { small: false }),
    ("decimal", Counting::Digits(DigitScript::Ascii)),
    ("chineseCountingThousand", Counting::ChineseCounted),
];

fn pattern_of(label: &ManuscriptLabel, format: &'static str, counting: Counting, number: u32) -> Option<LabelPattern> {
    let shown = counting.write(number);
    let (before, behind) = label.text.split_once(&shown).filter(|_| !shown.is_empty())?;
    let says_more = |words: &str| words.contains(|c: char| c.is_alphanumeric() || c == '%');
    let pattern = || LabelPattern {
        format,
        before: before.to_owned(),
        behind: behind.to_owned(),
        is_glued: label.gap.is_empty(),
    };
    (!says_more(before) && !says_more(behind)).then(pattern)
}

/// Whether the next label of the same list counts on from a number.
fn goes_on(rest: &[Option<(usize, LabelPattern, u32)>], level: usize, pattern: &LabelPattern, number: u32) -> bool {
    let next = rest.iter().flatten().find(|(at, _, _)| *at <= level);
    next.is_some_and(|(at, next_pattern, next)| {
        *at == level && next_pattern == pattern && number.checked_add(1) == Some(*next)
    })
}
