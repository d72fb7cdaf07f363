//! # brackets-unbalanced
//!
//! ## What it says
//!
//! Each bracket and each quotation mark that opens is closed, by one of its own kind, and none closes that wasn't opened.
//!
//! ## Why
//!
//! What is quoted, added or not agreed ends where the bracket closes. Without it nobody can tell where that is.
//!
//! ## Example
//!
//! ```text
//! Recalling the report “Lights of the harbours" of the keepers (A/92/85,
//! ```
//!
//! Both are closed as they are opened: `“Lights of the harbours” of the keepers (A/92/85),`.
//!
//! ## Exceptions
//!
//! The letter of a list, `a)`. A quotation and a text in square brackets may run over several paragraphs, each of which
//! may begin with a quotation mark again. Brackets inside a paragraph's list. Both half-width and full-width brackets
//! are right in Chinese, but not one of each. Apostrophes and single quotation marks are not looked at, straight ones
//! only where a single one is left over in a whole draft.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Punctuation; counted in the resolutions of the General Assembly's sessions 74 to 80,
//! where 2 of 22,383 title marks and 6 of 4,863 quotation marks have no other half.

use std::ops::Range;

use super::support::fix;
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{ElementKind, Layout, ParagraphKind, PassageOf};
use crate::messages::Message;

pub static RULE: Rule = Rule {
    code: "brackets-unbalanced",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("brackets_unbalanced.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "brackets-unbalanced":
    closed_by_straight() = "“ is closed by a straight quotation mark. Write ”.";
    closed_by_other(opening: quote, closing: quote, right: quote) =
        "“{opening}” is closed by “{closing}”. Write “{right}”.";
    not_closed(kind: choice, sign: quote) =
        "The {kind, select, bracket {bracket} title_mark {title mark} quotation_mark {quotation mark}} {sign} is not \
         closed. Close it, or take it away.";
    closes_nothing(kind: choice, sign: quote) =
        "The {kind, select, bracket {bracket} title_mark {title mark} quotation_mark {quotation mark}} {sign} closes \
         nothing. Open it, or take it away.";
    no_other_half() = "This quotation mark has no other half. Close the quotation, or take it away.";
    write_round() = "Write ”";
    take_one_away(sign: quote) = "Take one {sign} away";
}

/// What a sign encloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BracketKind {
    Round,
    Square,
    Title,
    Quotation,
    Guillemet,
}

const KINDS: [BracketKind; 5] =
    [BracketKind::Round, BracketKind::Square, BracketKind::Title, BracketKind::Quotation, BracketKind::Guillemet];

impl BracketKind {
    /// What messages call it.
    fn key(self) -> &'static str {
        match self {
            BracketKind::Round | BracketKind::Square => "bracket",
            BracketKind::Title => "title_mark",
            BracketKind::Quotation | BracketKind::Guillemet => "quotation_mark",
        }
    }

    /// Whether what it encloses may go on in the next paragraphs.
    fn runs_on(self) -> bool {
        !matches!(self, BracketKind::Round | BracketKind::Title)
    }
}

/// A bracket or a quotation mark.
#[derive(Debug, Clone, Copy)]
struct BracketSign {
    kind: BracketKind,
    opens: bool,
    sign: char,
    /// Its place in the draft.
    at: usize,
    /// The unit of text that it is in, and the passage.
    unit: usize,
    passage: usize,
    /// Nothing stands before it in its unit.
    first: bool,
}

/// What a character opens or closes. A quotation mark `“` closes what `„` opened.
fn sign(c: char) -> Option<(BracketKind, bool)> {
    Some(match c {
        '(' | '（' => (BracketKind::Round, true),
        ')' | '）' => (BracketKind::Round, false),
        '[' | '［' => (BracketKind::Square, true),
        ']' | '］' => (BracketKind::Square, false),
        '《' => (BracketKind::Title, true),
        '》' => (BracketKind::Title, false),
        '“' | '„' => (BracketKind::Quotation, true),
        '”' | '‟' | 'ˮ' | '"' => (BracketKind::Quotation, false),
        '«' => (BracketKind::Guillemet, true),
        '»' => (BracketKind::Guillemet, false),
        _ => return None,
    })
}

/// Whether a byte can begin a sign.
fn may_begin_sign(byte: u8) -> bool {
    // Looked up, since it is asked of every byte of the draft.
    static SIGNS: [bool; 256] = {
        let mut signs = [false; 256];
        let bytes = [b'(', b')', b'[', b']', b'"', 0xc2, 0xcb, 0xe2, 0xe3, 0xef];
        let mut i = 0;
        while i < bytes.len() {
            signs[bytes[i] as usize] = true;
            i += 1;
        }
        signs
    };
    SIGNS[usize::from(byte)]
}

/// Whether bytes that may begin a sign do, as far as the second of them tells.
fn begins_sign(bytes: &[u8]) -> bool {
    match bytes {
        // « and », “ to ‟, 《 and 》, full-width brackets.
        [0xc2, next, ..] => matches!(next, 0xab | 0xbb),
        [0xe2 | 0xe3, next, ..] => *next == 0x80,
        [0xef, next, ..] => *next == 0xbc,
        _ => true,
    }
}

struct BracketPairing<'c, 'a> {
    context: &'c RuleContext<'a>,
    /// What is open, by kind.
    open: [Vec<BracketSign>; KINDS.len()],
    /// The unit that is read, and the passage, and the kinds of which something was found in the unit.
    unit: usize,
    passage: usize,
    told: Vec<(usize, BracketKind)>,
    /// Whether findings in this unit count.
    tells: Vec<bool>,
    /// Straight quotation marks that are left over in their units.
    straight: Vec<usize>,
    /// Those that close what a round one opened.
    curled: Vec<usize>,
    /// The last unit in which brackets were turned.
    turned: usize,
    findings: Vec<Finding>,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let mut pairing = BracketPairing {
        context,
        open: Default::default(),
        unit: 0,
        passage: 0,
        told: Vec::new(),
        tells: vec![true],
        straight: Vec::new(),
        curled: Vec::new(),
        turned: usize::MAX,
        findings: Vec::new(),
    };
    let page = draft.layout == Layout::Page;
    let mut before: Option<PassageOf> = None;
    let mut part = 0;
    for passage in &draft.passages {
        let now = draft.part_at(passage.range.start);
        if now != part {
            part = now;
            pairing.end_part();
        }
        // The passages of a paragraph are one text.
        let same = matches!(passage.of, PassageOf::Paragraph(_)) && before == Some(passage.of);
        before = Some(passage.of);
        if !same {
            let (label, tells, listed) = match passage.of {
                PassageOf::Paragraph(i) => {
                    let paragraph = draft.paragraphs.get(i);
                    let label =
                        paragraph.and_then(|paragraph| paragraph.label.as_ref()).map(|label| label.range.clone());
                    (label, true, paragraph.is_some_and(|paragraph| paragraph.kind == ParagraphKind::Sub))
                }
                PassageOf::Element(i) => {
                    let kind = draft.elements.get(i).map(|element| element.kind);
                    let head = matches!(kind, Some(ElementKind::Masthead | ElementKind::Adoption));
                    (None, !(head || page), false)
                }
                PassageOf::Aside => (None, !page, false),
            };
            pairing.begin(tells, listed, page);
            pairing.read(&passage.pieces, label);
        } else {
            pairing.read(&passage.pieces, None);
        }
        pairing.count_straight(&passage.pieces, page);
    }
    pairing.end_part();
    for note in &draft.notes {
        pairing.begin(true, false, false);
        // What is left of a number in brackets, where the text was turned around.
        let lead = note.pieces.first().map(|piece| piece.start..piece.start + turned_lead(context, piece));
        pairing.read(&note.pieces, lead);
        pairing.end_part();
    }
    pairing.tell_straight();
    findings.append(&mut pairing.findings);
}

impl BracketPairing<'_, '_> {
    /// Begins a unit of text: a paragraph, a heading, a note.
    fn begin(&mut self, tells: bool, listed: bool, page: bool) {
        self.unit += 1;
        self.tells.push(tells);
        for kind in KINDS.into_iter().filter(|kind| !kind.runs_on()) {
            // A page may part a paragraph in two; a list is a part of its paragraph.
            let gone = |open: &BracketSign, unit| if page { open.unit + 2 < unit } else { !listed };
            let unit = self.unit;
            let open = std::mem::take(self.open_of(kind));
            let (gone, left): (Vec<BracketSign>, Vec<BracketSign>) =
                open.into_iter().partition(|open| gone(open, unit));
            *self.open_of(kind) = left;
            gone.into_iter().for_each(|open| self.unclosed(open));
        }
    }

    /// Ends a part of the draft: what is open is not closed any more.
    fn end_part(&mut self) {
        for kind in KINDS {
            let open = std::mem::take(self.open_of(kind));
            open.into_iter().for_each(|open| self.unclosed(open));
        }
    }

    fn open_of(&mut self, kind: BracketKind) -> &mut Vec<BracketSign> {
        &mut self.open[kind as usize]
    }

    /// Reads a passage of the unit.
    fn read(&mut self, pieces: &[Range<usize>], label: Option<Range<usize>>) {
        let text = self.context.text;
        self.passage += 1;
        let label = label.unwrap_or(0..0);
        let mut first = true;
        for piece in pieces {
            let Some(words) = text.get(piece.clone()) else { continue };
            let bytes = words.as_bytes();
            let signs = bytes.iter().enumerate().filter(|(_, byte)| may_begin_sign(**byte));
            for (i, _) in signs.filter(|(i, _)| bytes.get(*i..).is_some_and(begins_sign)) {
                let at = piece.start + i;
                let Some(c) = words.get(i..).and_then(|rest| rest.chars().next()) else { continue };
                let Some((kind, opens)) = sign(c).filter(|_| !label.contains(&at)) else { continue };
                let before = words.get(..i).unwrap_or_default();
                // A straight mark is one of its own kind, but where it closes what a round one opened.
                if c == '"' && !(self.is_quoted() && before.ends_with(|c: char| !c.is_whitespace())) {
                    continue;
                }
                if words.get(i..).is_some_and(|rest| self.is_turned(rest)) {
                    self.turned = self.unit;
                    continue;
                }
                let bare = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | '(' | '“' | '«');
                let first = first && (label.end.max(piece.start)..at).len() < 16 && {
                    let from = label.end.saturating_sub(piece.start).min(i);
                    words.get(from..i).is_some_and(|before| before.chars().all(bare))
                };
                let sign = BracketSign { kind, opens, sign: c, at, unit: self.unit, passage: self.passage, first };
                self.sign(sign, before);
            }
            first &= words.trim().is_empty();
        }
    }

    /// Whether a quotation is open that began in this unit with a round mark.
    fn is_quoted(&self) -> bool {
        let open = self.open.get(BracketKind::Quotation as usize).and_then(|open| open.last());
        open.is_some_and(|open| open.unit == self.unit && open.sign == '“')
    }

    /// Whether a text begins with the two brackets that are left of a closing one where the text was turned around.
    fn is_turned(&self, rest: &str) -> bool {
        let open = self.open.get(BracketKind::Round as usize);
        rest.starts_with("()")
            && open.is_some_and(|open| !open.is_empty())
            && self.context.draft.language.marks.right_to_left
    }

    fn sign(&mut self, mut sign: BracketSign, before: &str) {
        let turned = self.context.draft.language_at(sign.at).marks.right_to_left;
        let unit = self.unit;
        let behind = self.context.text.get(sign.at + sign.sign.len_utf8()..).unwrap_or_default();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (led, followed) = (word(before.chars().next_back()), word(behind.chars().next()));
        let open = self.open_of(sign.kind);
        if sign.kind == BracketKind::Quotation {
            // Of `„ “` the second closes; in Arabic each may stand on either side, which the words beside it tell.
            let low = open.last().is_some_and(|open| open.sign == '„');
            if (sign.sign == '“' && low) || (turned && sign.sign != '„') {
                sign.opens = turned && !low && if led == followed { open.is_empty() } else { followed };
            }
        }
        if sign.opens {
            // A quotation over several paragraphs may begin each of them with a mark again.
            let again = sign.first && sign.kind.runs_on() && sign.kind != BracketKind::Square;
            if again && open.last().is_some_and(|last| last.unit + 1 >= unit && last.passage < sign.passage) {
                open.pop();
            }
            open.push(sign);
            return;
        }
        match open.pop() {
            Some(opened) => self.closed(opened, sign),
            // `»` at the beginning of each paragraph of a quotation.
            None if sign.first => {}
            // `()` may stand for `)(` too.
            None if sign.kind == BracketKind::Round && self.turned == unit => {}
            None if sign.kind == BracketKind::Round && is_list_letter(before) => {}
            None => self.unopened(sign, before),
        }
    }

    /// A pair: in Chinese its halves must be of one width.
    fn closed(&mut self, opened: BracketSign, closing: BracketSign) {
        let wide = |sign: char| !sign.is_ascii();
        if closing.sign == '"' {
            self.curled.push(closing.at);
            let edit = Edit { range: closing.at..closing.at + 1, text: "”".to_owned() };
            let fix = Fix { title: write_round(), certain: true, edits: vec![edit] };
            self.tell(closing, closed_by_straight(), Some(fix), DeferUntil::Paragraph);
        }
        if matches!(opened.kind, BracketKind::Round | BracketKind::Square) && wide(opened.sign) != wide(closing.sign) {
            let right = match opened.sign {
                '(' => ')',
                '（' => '）',
                '[' => ']',
                _ => '］',
            };
            let edit = Edit { range: closing.at..closing.at + closing.sign.len_utf8(), text: right.to_string() };
            let fix = Fix { title: fix::write(right), certain: true, edits: vec![edit] };
            let message = closed_by_other(opened.sign, closing.sign, right);
            self.tell(closing, message, Some(fix), DeferUntil::Paragraph);
        }
    }

    fn unclosed(&mut self, open: BracketSign) {
        let defer_until = if open.kind.runs_on() { DeferUntil::Document } else { DeferUntil::Paragraph };
        let rest = self.context.text.get(open.at + open.sign.len_utf8()..).unwrap_or_default();
        let fix = rest.starts_with(open.sign).then(|| take_away(open));
        self.tell(open, not_closed(open.kind.key(), open.sign), fix, defer_until);
    }

    fn unopened(&mut self, closing: BracketSign, before: &str) {
        let fix = before.ends_with(closing.sign).then(|| take_away(closing));
        self.tell(closing, closes_nothing(closing.kind.key(), closing.sign), fix, DeferUntil::Paragraph);
    }

    /// One finding of a kind in a unit: the rest follows from it.
    fn tell(&mut self, sign: BracketSign, message: Message, fix: Option<Fix>, defer_until: DeferUntil) {
        if !self.tells.get(sign.unit).is_some_and(|tells| *tells) || self.told.contains(&(sign.unit, sign.kind)) {
            return;
        }
        self.told.push((sign.unit, sign.kind));
        let mut finding = self.context.finding(&RULE, sign.at..sign.at + sign.sign.len_utf8(), message);
        finding.defer_until = Some(defer_until);
        finding.fix = fix;
        self.findings.push(finding);
    }

    /// Straight quotation marks of a passage, but for those of inches.
    fn count_straight(&mut self, pieces: &[Range<usize>], page: bool) {
        let text = self.context.text;
        let curled = &self.curled;
        let mut all = pieces.iter().filter_map(|piece| Some((piece.start, text.get(piece.clone())?))).flat_map(
            |(start, words)| {
                let marks = memchr::memchr_iter(b'"', words.as_bytes());
                let inch =
                    |at: usize| words.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
                marks.map(move |at| (start + at, inch(at))).filter(|(at, _)| !curled.contains(at))
            },
        );
        let (mut count, mut last) = (0, None);
        for (at, inch) in all.by_ref() {
            // Behind a number a mark closes the quotation that is open, and means inches where none is.
            if inch && count % 2 == 0 {
                continue;
            }
            count += 1;
            last = Some(at);
        }
        if !page && count % 2 == 1 {
            self.straight.extend(last);
        }
    }

    /// A straight mark is found where it is the only one without another: more of them may be a quotation's.
    fn tell_straight(&mut self) {
        let [at] = self.straight.as_slice() else { return };
        let mut finding = self.context.finding(&RULE, *at..*at + 1, no_other_half());
        finding.defer_until = Some(DeferUntil::Document);
        self.findings.push(finding);
    }
}

/// The bytes at the beginning of a note, in a language from right to left, that are brackets and nothing else.
fn turned_lead(context: &RuleContext<'_>, piece: &Range<usize>) -> usize {
    let words = context.text.get(piece.clone()).unwrap_or_default();
    let rest = words.trim_start_matches(['(', ')', ' ', '\u{a0}', '\u{200f}', '\u{200e}']);
    // The number may stand there once more, in its brackets.
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let again = number.len() < rest.len() && words.starts_with('(');
    let rest = number.strip_prefix(')').filter(|_| again).unwrap_or(rest);
    let lead = words.len() - rest.len();
    if context.draft.language_at(piece.start).marks.right_to_left { lead } else { 0 }
}

fn take_away(sign: BracketSign) -> Fix {
    let edit = Edit { range: sign.at..sign.at + sign.sign.len_utf8(), text: String::new() };
    Fix { title: take_one_away(sign.sign), certain: true, edits: vec![edit] }
}

/// Whether a closing bracket after these words is that of a list's letter: `a)`, `127 nn)`, `a)–f)`, `iv)`, `2)`, and,
/// in Markdown, `a\)`.
fn is_list_letter(before: &str) -> bool {
    let before = before.trim_end_matches('\\');
    let bare = before.trim_end_matches(char::is_alphabetic);
    let word = before.get(bare.len()..).unwrap_or_default();
    let rest = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = bare.len() - rest.len();
    let roman = word.len() < 6 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let counts = if word.is_empty() { (1..3).contains(&digits) } else { word.chars().count() < 3 || roman };
    let behind = rest.chars().next_back();
    counts
        && behind.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '[' | '*' | '_' | '.' | ';' | ',' | '–' | '-' | '—' | '?' | '\u{fffd}')
        })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "brackets-unbalanced";

    #[test]
    fn brackets_and_quotation_marks_of_all_kinds() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the report (A/92/85 on the lamps,
                     ^ The bracket ( is not closed. Close it, or take it away.

Noting the oil), the wicks and the keepers,
              ^ The bracket ) closes nothing. Open it, or take it away.

Mindful of the keepers of the harbours), and their families,
                                      ^ The bracket ) closes nothing. Open it, or take it away.

Recalling the statement entitled Lamps of the harbours”,
                                                      ^ The quotation mark ” closes nothing. Open it, or take it away.

1. Decides to light [the lamps;
                    ^ The bracket [ is not closed. Close it, or take it away.

2. Takes up the item “Lamps.
                     ^ The quotation mark “ is not closed. Close it, or take it away.
",
        );
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant la déclaration intitulée «\u{a0}Les lampes,
                                   ^ The quotation mark « is not closed. Close it, or take it away.

1. Décide de veiller.
",
        );
        expect(
            RULE,
            "
La Asamblea General,

Recordando el informe A/92/85) sobre las lámparas,
                             ^ The bracket ) closes nothing. Open it, or take it away.

1. Decide velar.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на доклад «О „лампах“ гаваней,
                   ^ The quotation mark « is not closed. Close it, or take it away.

1. постановляет не спать.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى التقرير (A/92/85،
                    ^ The bracket ( is not closed. Close it, or take it away.

1 - تقرر السهر.
",
        );
        expect(
            RULE,
            "
大会，

回顾《灯塔公约，
  ^ The title mark 《 is not closed. Close it, or take it away.

1. 决定守夜。
",
        );
    }

    #[test]
    fn two_widths_and_one_too_many() {
        expect(
            RULE,
            "
大会，

回顾灯塔报告（A/92/85)，
              ^ “（” is closed by “)”. Write “）”.

回顾《灯塔公约》》和《看守人公约》，
        ^ The title mark 》 closes nothing. Open it, or take it away.

注意到(A/92/86)和（A/92/87），

1. 决定守夜。
",
        );
        let draft = |title: &str| format!("大会，\n\n回顾{title}，\n\n1. 决定守夜。\n");
        assert_eq!(fixed(RULE, &draft("报告(A/92/85）")), draft("报告(A/92/85)"));
        assert_eq!(fixed(RULE, &draft("《灯塔公约》》")), draft("《灯塔公约》"));
    }

    #[test]
    fn what_runs_over_several_paragraphs() {
        expect(
            RULE,
            "
The General Assembly,

Recalling that a) lamps and b) oil are needed, (i) now and (ii) later,

1. Decides that the rules read:

“Rule 1

“A lamp is lit at dusk.

“A lamp is put out at dawn.”

[2. Requests the keepers [to watch] (among them:

(a) Those of the harbours;

(b) Those of the rivers);

3. Requests nothing;]

4. Takes up the keepers’ item ‘lamps’ of 12\" and no \"other\" item;

5. Notes “the lamps

and the oil”.

¹ See A/92/85 (vol. I).
",
        );
        expect(RULE, "\nإن الجمعية العامة،\n\nإذ تشير إلى ”المصابيح“ و “الزيت”،\n\n1 - تقرر السهر.\n");
        // Each of the quotations that follow is whole.
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى ”المصابيح،
            ^ The quotation mark ” is not closed. Close it, or take it away.

وإذ تشير أيضا إلى ”الزيت“،

1 - تقرر السهر على ”الفتائل“.
",
        );
        expect(RULE, "\nГенеральная Ассамблея,\n\nссылаясь на „лампы“ и “Lamps”,\n\n1. постановляет.\n");
    }

    #[test]
    fn page_text() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights on the coast and the keepers of the harbours
(see the report A/92/85, which the keepers of the lamps have written in
many nights), and the lamps,

Mindful of the storms that come with the winter and of the ships that
are at sea in them, far away from every harbour (and of the crews who
                                                ^ The bracket ( is not closed. Close it, or take it away.
wait for the light,

1. Decides to light the lamps of the harbours at dusk and to keep them
alight until dawn;

2. Requests the keepers to report on their work at the next session;

3. Requests the pilots to wait for the ships that are still at sea and
to show them the way;

4. Decides to remain awake.
",
        );
    }

    #[test]
    fn a_note_that_has_its_number_twice() {
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى المنارات¹،

1 - تقرر إضاءة المصابيح.

_______________
¹ (1) A/92/125.
",
        );
    }

    #[test]
    fn a_quotation_ends_with_a_number() {
        expect(
            RULE,
            "\nThe General Assembly,\n\nRecalling the plan \"Lamps 2030\" and a lamp of 12\",\n\n1. Decides on \"Oil 21\" and \"Oil 22\".\n",
        );
    }
}
