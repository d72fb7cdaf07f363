//! Which stretches of a line are shown from right to left: Unicode's bidirectional algorithm (UAX #9) for a line whose own
//! direction is from left to right. What says a direction by itself (embeddings, isolates) is no part of a draft, and counts
//! as a mark of no direction.

use std::ops::Range;

/// What a character says of the direction around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BidiClass {
    /// Letters from left to right.
    Left,
    /// Letters from right to left.
    Right,
    /// A digit that goes with the letters before it.
    Digit,
    /// A digit among letters from right to left, which is itself read from left to right.
    Number,
    /// Spaces and marks, which go with what stands around them.
    Neutral,
}

impl BidiClass {
    fn of(c: char) -> BidiClass {
        match c {
            '0'..='9' | '²' | '³' | '¹' | '⁰'..='⁹' | '۰'..='۹' => BidiClass::Digit,
            '\u{600}'..='\u{605}' | '٠'..='٩' | '٫' | '٬' => BidiClass::Number,
            '\u{606}' | '\u{607}' | '٪' | '،' | '\u{60e}' | '\u{60f}' | '\u{6de}' | '\u{6e9}' => BidiClass::Neutral,
            // Ornate brackets stand in a block of letters.
            '\u{fd3e}' | '\u{fd3f}' | '\u{feff}' => BidiClass::Neutral,
            '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => BidiClass::Right,
            '\u{200e}' => BidiClass::Left,
            _ if c.is_alphabetic() => BidiClass::Left,
            _ => BidiClass::Neutral,
        }
    }

    /// Whether it is shown from right to left, or in the midst of what is.
    fn is_turned(self) -> bool {
        matches!(self, BidiClass::Right | BidiClass::Number)
    }
}

/// Brackets that go together: both have one direction.
const BRACKETS: [(char, char); 8] =
    [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('《', '》'), ('〈', '〉'), ('「', '」'), ('【', '】')];

/// The most brackets that are looked for within each other, as the algorithm has it.
const DEEPEST: usize = 63;

/// The stretches of a line from left to right that are shown from right to left, in bytes and in order: their letters, with
/// the numbers, spaces and marks among these.
pub fn runs_from_right(line: &str) -> Vec<Range<usize>> {
    if line.is_ascii() {
        return Vec::new();
    }
    let mut classes: Vec<BidiClass> = line.chars().map(BidiClass::of).collect();
    if !classes.iter().any(|class| class.is_turned()) {
        return Vec::new();
    }
    let mut letters = BidiClass::Left;
    for class in &mut classes {
        match class {
            BidiClass::Left | BidiClass::Right => letters = *class,
            BidiClass::Digit if letters == BidiClass::Left => *class = BidiClass::Left,
            BidiClass::Digit => *class = BidiClass::Number,
            BidiClass::Number | BidiClass::Neutral => {}
        }
    }
    resolve_brackets(line, &mut classes);
    resolve_neutrals(&mut classes);

    let mut runs: Vec<Range<usize>> = Vec::new();
    for ((at, c), class) in line.char_indices().zip(classes) {
        if !class.is_turned() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

/// Gives both brackets of a pair the line's direction where something inside has it, else that of what they hold if what
/// stands before has it, too (rule N0).
fn resolve_brackets(line: &str, classes: &mut [BidiClass]) {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, c) in line.chars().enumerate() {
        if let Some((_, closes)) = BRACKETS.iter().find(|(opens, _)| *opens == c) {
            if open.len() == DEEPEST {
                break;
            }
            open.push((*closes, at));
        } else if let Some(nth) = open.iter().rposition(|(closes, _)| *closes == c) {
            if let Some((_, opened)) = open.get(nth) {
                pairs.push((*opened, at));
            }
            open.truncate(nth);
        }
    }
    pairs.sort_unstable();
    for (opens, closes) in pairs {
        let inside = classes.get(opens + 1..closes).unwrap_or_default();
        let direction = if inside.contains(&BidiClass::Left) {
            BidiClass::Left
        } else if inside.iter().any(|class| class.is_turned()) {
            let before = classes.get(..opens).unwrap_or_default().iter().rfind(|class| **class != BidiClass::Neutral);
            if before.is_some_and(|class| class.is_turned()) { BidiClass::Right } else { BidiClass::Left }
        } else {
            continue;
        };
        for at in [opens, closes] {
            if let Some(class) = classes.get_mut(at) {
                *class = direction;
            }
        }
    }
}

/// Gives what stands between letters from right to left their direction, and all else the line's (rules N1 and N2).
fn resolve_neutrals(classes: &mut [BidiClass]) {
    let (mut begun, mut turned) = (0, false);
    for at in 0..=classes.len() {
        let next = classes.get(at).copied();
        if next == Some(BidiClass::Neutral) {
            continue;
        }
        let is_turned = next.is_some_and(BidiClass::is_turned);
        let direction = if turned && is_turned { BidiClass::Right } else { BidiClass::Left };
        if let Some(between) = classes.get_mut(begun..at) {
            between.fill(direction);
        }
        (begun, turned) = (at + 1, is_turned);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(line: &str) -> Vec<&str> {
        runs_from_right(line).into_iter().map(|run| &line[run]).collect()
    }

    #[test]
    fn letters_from_right_to_left_make_runs_with_what_is_among_them() {
        assert_eq!(runs("1 - تطلب إلى الأمين العام؛"), ["تطلب إلى الأمين العام؛"]);
        assert_eq!(runs("إلى قرارها 90/211 المؤرخ 3 آذار/مارس 2035،"), ["إلى قرارها 90/211 المؤرخ 3 آذار/مارس 2035"]);
        assert_eq!(runs("انظر A/93/118، الفرع 4."), ["انظر", "الفرع 4"]);
        assert_eq!(runs("¹ انظر المرفق"), ["انظر المرفق"]);
        assert_eq!(runs("المصابيح¹،"), ["المصابيح¹"]);
    }

    #[test]
    fn brackets_go_with_what_they_hold_and_follow() {
        assert_eq!(runs("(أ) أن تقاس؛"), ["أ", "أن تقاس؛"], "a label at the beginning is whole");
        assert_eq!(runs("الفقرة (أ) أعلاه"), ["الفقرة (أ) أعلاه"]);
        assert_eq!(runs("القرار (A/93/85) أعلاه"), ["القرار", "أعلاه"]);
        assert_eq!(runs("بند (()"), ["بند"], "what isn't closed goes with the line");
    }

    #[test]
    fn other_lines_have_none() {
        assert!(runs("1. Takes note of A/92/118, «été», 第62/175号决议;").is_empty());
        assert!(runs("").is_empty());
    }
}
