//! # paragraph-reference
//!
//! ## What it says
//!
//! A paragraph of the draft itself that is referred to exists, and stands where the reference says: above or below. Where
//! several are, the first number is the lower one.
//!
//! ## Why
//!
//! Paragraphs are put in, taken out and moved until the last day. A reference that was not carried along leads the reader
//! to another paragraph, or to none.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! 1. Decides to keep the lamps of the harbour alight;
//!
//! 2. Requests the keepers to report on paragraph 3 above;
//!
//! 3. Decides to remain awake.
//! ```
//!
//! Paragraph 3 stands below.
//!
//! While a draft is open in an editor, a reference is also followed to what it means: when the paragraphs are counted anew
//! by hand, and a reference is left as it was, it is told what the paragraph that was meant has become.
//!
//! ## Exceptions
//!
//! References to other documents, in notes and in quotations, and to the paragraphs of another section, part or annex.
//! Where the paragraphs of a draft are not numbered one after the other, it is [operative-numbering](operative-numbering)
//! that says so first, and nothing is said here.
//!
//! ## Source
//!
//! United Nations Editorial Manual, paragraphs and subparagraphs: internal references.

use super::support::fix;
use super::support::one_cause::join_same;
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::incremental::TextSource;
use crate::draft::reference::{StaleReference, Unresolved};
use crate::draft::{
    Draft, ElementKind, LabelValue, NormalizedText, ParagraphKind, Reference, ReferenceResolver, ReferenceTarget,
};
use crate::language::Language;
use crate::messages::{ArgumentText, Message};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "paragraph-reference",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("paragraph_reference.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsStaleReferences],
};

crate::messages! {
    "paragraph-reference":
    no_paragraph(number: number, highest: number) =
        "There is no paragraph {number}: the last one is {highest}. Check the number.";
    no_subparagraph(label: label) = "There is no paragraph {label}. Check the number and the letter.";
    means_itself(label: label) = "Paragraph {label} is the one that this stands in. Check the number.";
    stands_below(label: label) =
        "Paragraph {label} stands below, and this says above. Check the number and the word.";
    stands_above(label: label) =
        "Paragraph {label} stands above, and this says below. Check the number and the word.";
    runs_backwards(first: number, last: number) =
        "These paragraphs go from {first} back to {last}. Check the two numbers.";
    has_become(words: quote, label: label) =
        "What “{words}” refers to has become {label}. Write {label}, or write “{words}” anew if that is meant.";
    was_meant() = "This was meant.";
}

/// Bytes beside a reference in which its direction stands.
const NEAR: usize = 48;

/// The most bytes between the members of a list of references.
const JOINT: usize = 24;

/// Where a reference says that its paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StatedDirection {
    above: bool,
    /// The word that says so, and the one for the other way.
    range: Range<usize>,
    opposite: &'static str,
}

/// What is wrong with a reference.
#[derive(Debug, PartialEq, Eq)]
enum ReferenceFault {
    /// Numbers go up to this one.
    NoParagraph(u32),
    /// The paragraph has no such subparagraph.
    NoSubparagraph,
    /// It means the paragraph that it stands in.
    Itself,
    /// It is not above, or not below.
    Direction,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    for (last, numbers) in backward_ranges(&draft.references) {
        findings.push(context.finding(&RULE, last.range.clone(), runs_backwards(numbers.0, numbers.1)));
    }
    let mut own = draft.references.iter().filter(|reference| reference.of == ReferenceTarget::ThisDraft).peekable();
    if own.peek().is_none() {
        return;
    }
    let resolver = ReferenceResolver::of(draft);
    let runs = CountedRuns::of(draft);
    let own: Vec<&Reference> = own.collect();
    let directions = directions(context, &own);
    let wrong = |reference: &Reference, direction: Option<&StatedDirection>| {
        wrong(context, &resolver, &runs, reference, direction)
    };
    // The references that one word is for, by the byte at which it stands.
    let mut lists: HashMap<usize, Vec<&Reference>> = HashMap::new();
    for (reference, direction) in own.iter().zip(&directions) {
        if let Some(direction) = direction {
            lists.entry(direction.range.start).or_default().push(reference);
        }
    }
    // Of each such word, whether the other one would be right for all.
    let mut turned: HashMap<usize, bool> = HashMap::new();
    let mut may_turn = |direction: &StatedDirection| {
        *turned.entry(direction.range.start).or_insert_with(|| {
            let turned = StatedDirection { above: !direction.above, ..direction.clone() };
            let list = lists.get(&direction.range.start).map(Vec::as_slice).unwrap_or_default();
            list.iter().all(|member| wrong(member, Some(&turned)).is_none())
        })
    };
    // What is referred to and isn't there is missing once, however often it is named.
    let mut missing = Vec::new();
    for (reference, direction) in own.iter().zip(&directions) {
        let Some(wrong) = wrong(reference, direction.as_ref()) else { continue };
        let mut finding = context.finding(&RULE, reference.range.clone(), wrong.message(reference, direction.as_ref()));
        finding.fix = direction.as_ref().filter(|_| wrong == ReferenceFault::Direction).and_then(|direction| {
            may_turn(direction).then(|| Fix {
                title: fix::write(ArgumentText::fixed(direction.opposite)),
                // The number may be the slip.
                certain: false,
                edits: vec![Edit { range: direction.range.clone(), text: direction.opposite.to_owned() }],
            })
        });
        let above = direction.as_ref().is_some_and(|direction| direction.above);
        if !above && wrong != ReferenceFault::Direction {
            finding.defer_until = Some(DeferUntil::Document);
        }
        match wrong {
            ReferenceFault::NoParagraph(_) | ReferenceFault::NoSubparagraph => missing.push(finding),
            ReferenceFault::Itself | ReferenceFault::Direction => findings.push(finding),
        }
    }
    findings.extend(join_same(missing));
}

/// The ends of the ranges of paragraphs whose last number is lower than the first, with both numbers.
fn backward_ranges(references: &[Reference]) -> impl Iterator<Item = (&Reference, (u32, u32))> {
    references.windows(2).filter_map(|pair| {
        let [first, last] = pair else { return None };
        let (from, to) = (first.paragraph?, last.paragraph?);
        let near = last.range.start.checked_sub(first.range.end).is_some_and(|between| between <= JOINT);
        let same = first.of == last.of && first.of != ReferenceTarget::Elsewhere;
        (last.ends_range && !first.ends_range && near && same && to < from).then_some((last, (from, to)))
    })
}

/// What is told of a reference that leads elsewhere since labels were changed in an editor. `source` is the text that they
/// are in now.
pub fn stale_reference(source: &(impl TextSource + ?Sized), astray: &StaleReference) -> Finding {
    let says = source.words(astray.range.clone());
    let label = |label: &Range<usize>| source.words(label.clone()).trim_end_matches(['.', ' ', '-']).to_owned();
    let is_now = astray.labels.iter().map(label).collect::<Vec<_>>().join(" ");
    let message = has_become(says, is_now);
    let plain = |(number, _): &&(Range<usize>, u32)| source.words(number.clone()).bytes().all(|b| b.is_ascii_digit());
    let fix = astray.mend.as_ref().filter(plain);
    let fix = fix.map(|(number, is_now)| Fix {
        title: fix::write(is_now.to_string()),
        certain: false,
        edits: vec![Edit { range: number.clone(), text: is_now.to_string() }],
    });
    let meant = astray.labels.last().map(|label| Related { range: label.clone(), message: was_meant() });
    Finding {
        code: RULE.code,
        severity: Severity::Warning,
        range: astray.range.clone(),
        message,
        related: meant.into_iter().collect(),
        counterparts: Vec::new(),
        fix,
        defer_until: Some(DeferUntil::Word),
    }
}

fn wrong(
    context: &RuleContext<'_>,
    resolver: &ReferenceResolver,
    runs: &CountedRuns,
    reference: &Reference,
    direction: Option<&StatedDirection>,
) -> Option<ReferenceFault> {
    let draft = context.draft;
    let number = reference.paragraph?;
    let at = reference.range.start;
    let here = resolver.paragraph_at(at).filter(|here| holds(draft, *here, at))?;
    let run = resolver.run_near(here)?;
    let highest = runs.highest(run).filter(|_| !is_elsewhere(context, reference))?;
    let meant = resolver.resolve(reference)?;
    let paragraph = match meant.paragraph? {
        Ok(paragraph) => paragraph,
        Err(Unresolved::Gone) if number > highest && reference.insertion == 0 && runs.is_only(run) => {
            return Some(ReferenceFault::NoParagraph(highest));
        }
        Err(_) => return None,
    };
    if draft.paragraphs.get(paragraph)?.run != run {
        return None;
    }
    let target = match meant.subparagraphs.iter().find(|sub| sub.is_err()) {
        Some(Err(Unresolved::Gone)) if has_list(context, resolver, paragraph) => {
            return Some(ReferenceFault::NoSubparagraph);
        }
        Some(_) => return None,
        None => meant.innermost()?,
    };
    let direction = direction?;
    let ordered = if direction.above { target < here } else { target > here };
    if ordered {
        return None;
    }
    let within = target == here || (!direction.above && is_under(resolver, here, target));
    Some(if within { ReferenceFault::Itself } else { ReferenceFault::Direction })
}

/// Whether a paragraph stands under another one.
fn is_under(resolver: &ReferenceResolver, mut below: usize, above: usize) -> bool {
    while let Some(parent) = resolver.lists().parent(below) {
        if parent == above {
            return true;
        }
        below = parent;
    }
    false
}

/// Whether a byte of the draft is in the text of the paragraph with this index.
fn holds(draft: &Draft, index: usize, at: usize) -> bool {
    let note = draft.notes.partition_point(|note| note.range.start <= at).checked_sub(1);
    let noted = note.and_then(|note| draft.notes.get(note)).is_some_and(|note| note.range.contains(&at));
    !noted && draft.passages_of(index).iter().any(|passage| passage.range.contains(&at))
}

/// The runs whose paragraphs are numbered one after the other from 1.
struct CountedRuns {
    /// Of each run the last number; `None` of one whose numbers have gaps, or insertions, or begin elsewhere.
    highest: HashMap<u32, Option<u32>>,
    /// The runs in which a paragraph has a label.
    labelled: HashSet<u32>,
    /// There is a text inside that may have numbers of its own.
    has_others: bool,
}

impl CountedRuns {
    fn of(draft: &Draft) -> CountedRuns {
        let mut highest: HashMap<u32, Option<u32>> = HashMap::new();
        for paragraph in draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative) {
            let Some(label) = &paragraph.label else { continue };
            let last = highest.entry(paragraph.run).or_insert(Some(0));
            *last = match label.value {
                LabelValue::Number { insertion, .. } if insertion > 0 || label.uncounted || label.irregular => *last,
                LabelValue::Number { number, .. } => last.filter(|last| number == last + 1).map(|_| number),
                _ => None,
            };
        }
        let labelled = draft.paragraphs.iter().filter(|paragraph| paragraph.label.is_some());
        let is_other = |element: &ElementKind| matches!(element, ElementKind::Annex | ElementKind::Part);
        CountedRuns {
            highest,
            labelled: labelled.map(|paragraph| paragraph.run).collect(),
            has_others: draft.elements.iter().any(|element| is_other(&element.kind)),
        }
    }

    /// The last number of a run that has several.
    fn highest(&self, run: u32) -> Option<u32> {
        self.highest.get(&run).copied().flatten().filter(|highest| *highest > 1)
    }

    /// Whether the draft has no other numbered run than this one, nor a text inside that may have numbers of its own.
    fn is_only(&self, run: u32) -> bool {
        !self.has_others && self.labelled.iter().all(|labelled| *labelled == run)
    }
}

/// Whether a paragraph has a list of subparagraphs, all of which were read.
fn has_list(context: &RuleContext<'_>, resolver: &ReferenceResolver, paragraph: usize) -> bool {
    let lists: Vec<_> = resolver.lists().below(paragraph).collect();
    let [list] = lists.as_slice() else { return false };
    let places = list.items.iter().map(|item| crate::draft::reference::place(context.draft, *item));
    list.items.len() > 1
        && places.enumerate().all(|(at, place)| place.is_some_and(|(_, place)| place as usize == at + 1))
}

/// Whether the words before a reference say that it is to another section or annex, or it stands in a quotation.
fn is_elsewhere(context: &RuleContext<'_>, reference: &Reference) -> bool {
    let before = before(context.text, reference.range.start);
    let language = context.draft.language_at(reference.range.start);
    let before = before.text.to_lowercase();
    language.proofing.sections.iter().any(|section| before.contains(section)) || before.contains(['“', '«', '„', '《'])
}

/// What each reference says of where its paragraph stands. Of a list, one word is for all.
fn directions(context: &RuleContext<'_>, own: &[&Reference]) -> Vec<Option<StatedDirection>> {
    let language = |reference: &Reference| context.draft.language_at(reference.range.start);
    let mut said: Vec<Option<StatedDirection>> =
        own.iter().map(|reference| direction(context.text, reference, language(reference))).collect();
    let joined = |one: &Reference, next: &Reference| {
        next.range.start.checked_sub(one.range.end).is_some_and(|between| between <= JOINT)
    };
    for (at, pair) in own.windows(2).enumerate() {
        let [one, next] = pair else { continue };
        if joined(one, next) && language(one).proofing.direction_first && said.get(at + 1) == Some(&None) {
            let shared = said.get(at).cloned().flatten();
            if let Some(slot) = said.get_mut(at + 1) {
                *slot = shared;
            }
        }
    }
    for (at, pair) in own.windows(2).enumerate().rev() {
        let [one, next] = pair else { continue };
        if joined(one, next) && !language(one).proofing.direction_first && said.get(at) == Some(&None) {
            let shared = said.get(at + 1).cloned().flatten();
            if let Some(slot) = said.get_mut(at) {
                *slot = shared;
            }
        }
    }
    said
}

/// What stands straight beside a reference.
fn direction(text: &str, reference: &Reference, language: &Language) -> Option<StatedDirection> {
    let pairs = language.proofing.directions.iter();
    let mut ways = pairs.flat_map(|(above, below)| [(*above, *below, true), (*below, *above, false)]);
    if language.proofing.direction_first {
        let before = before(text, reference.range.start);
        // The word for the paragraph may stand between.
        let head = before.text.strip_suffix(language.citing.paragraphs.before).unwrap_or(&before.text);
        return ways.find_map(|(word, opposite, above)| {
            let start = head.strip_suffix(word)?.len();
            Some(StatedDirection { above, range: before.source(start..head.len()), opposite })
        });
    }
    let end = ceiling(text, reference.range.end + NEAR);
    let after = NormalizedText::of(text.get(reference.range.end..end)?, reference.range.end);
    let start = after.text.len() - after.text.trim_start_matches([' ', ')']).len();
    let rest = after.text.get(start..)?;
    ways.find_map(|(word, opposite, above)| {
        let behind = rest.strip_prefix(word)?;
        let ends = !behind.starts_with(char::is_alphabetic);
        ends.then(|| StatedDirection { above, range: after.source(start..start + word.len()), opposite })
    })
}

/// The running text before a byte of the draft.
fn before(text: &str, at: usize) -> NormalizedText {
    let start = ceiling(text, at.saturating_sub(NEAR));
    let text = text.get(start..at).unwrap_or_default();
    let line = text.rfind("\n\n").map_or(0, |line| line + 2);
    NormalizedText::of(text.get(line..).unwrap_or_default(), start + line)
}

fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

impl ReferenceFault {
    fn message(&self, reference: &Reference, direction: Option<&StatedDirection>) -> Message {
        let number = reference.paragraph.unwrap_or_default();
        let label = || {
            let labels = reference.subparagraphs.iter().map(|label| format!(" ({})", label.text));
            std::iter::once(number.to_string()).chain(labels).collect::<String>()
        };
        match self {
            ReferenceFault::NoParagraph(highest) => no_paragraph(number, *highest),
            ReferenceFault::NoSubparagraph => no_subparagraph(label()),
            ReferenceFault::Itself => means_itself(label()),
            ReferenceFault::Direction if direction.is_some_and(|way| way.above) => stands_below(label()),
            ReferenceFault::Direction => stands_above(label()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn from_a_paragraph_back_to_another() {
        expect(
            "paragraph-reference",
            "
The General Assembly,

1. Recalls paragraphs 5 to 3 of its resolution 92/14, and paragraphs 3 to 5 of that resolution;
                           ^ These paragraphs go from 5 back to 3. Check the two numbers.

2. Decides to light the lamps;

3. Decides to wait, in the light of paragraphs 2 to 1 above and of paragraphs 2 and 1 above.
                                                    ^ These paragraphs go from 2 back to 1. Check the two numbers.
",
        );
    }

    #[test]
    fn the_wrong_way_and_to_nowhere() {
        expect(
            "paragraph-reference",
            "
The General Assembly,

Recalling paragraph 9 of its resolution 92/14, and paragraph 9 of that report,

1. Decides to light the lamps, as said in paragraph 3 above;
                                                    ^ Paragraph 3 stands below, and this says above. Check the number and the word.

2. Requests the keepers, subject to paragraphs 1 and 4 above and paragraph 12 of the present resolution:
                                                     ^ Paragraph 4 stands below, and this says above. Check the number and the word.
                                                                           ^^ There is no paragraph 12: the last one is 4. Check the number.

(a) To trim the wicks, in the light of paragraph 2 (b) below and paragraph 2 (d) below;
                                                                           ^^^^^ There is no paragraph 2 (d). Check the number and the letter.

(b) To buy oil, in the light of paragraph 2 (a) above and paragraph 2 above;

3. Recalls paragraph 3 above and paragraph 14 above, section II, paragraph 15 above, and paragraph 1 above;
                     ^ Paragraph 3 is the one that this stands in. Check the number.
                                           ^^ There is no paragraph 14: the last one is 4. Check the number.

4. Decides to wait, in accordance with paragraph 2 of the present resolution.¹

¹ See paragraph 4 above.
",
        );
    }

    #[test]
    fn other_counts() {
        expect(
            "paragraph-reference",
            "
The General Assembly,

1. Adopts the rules in the annex below;

2. Decides to light the lamps, and recalls paragraph 4 of the present resolution.

Annex

Rules of the harbours

1. The lamps are lit at dusk, as paragraph 7 below says.

2. They are put out at dawn, as paragraph 9 above says.
",
        );
    }

    #[test]
    fn in_six_languages() {
        for (draft, mended) in [
            ("The General Assembly,\n\n1. Recalls paragraph 2 above;\n\n2. Decides to wait.\n", "2 below"),
            (
                "L’Assemblée générale,\n\n1. Rappelle le paragraphe 2 ci-dessus ;\n\n2. Décide d’attendre.\n",
                "2 ci-dessous",
            ),
            ("La Asamblea General,\n\n1. Recuerda el párrafo 2 supra;\n\n2. Decide esperar.\n", "2 infra"),
            ("Генеральная Ассамблея,\n\n1. ссылается на пункт 2 выше;\n\n2. постановляет ждать.\n", "2 ниже"),
            ("إن الجمعية العامة،\n\n1 - تشير إلى الفقرة 2 أعلاه؛\n\n2 - تقرر الانتظار.\n", "2 أدناه"),
            ("大会，\n\n1. 回顾上文第2段；\n\n2. 决定等待。\n", "下文第2段"),
        ] {
            assert!(fixed("paragraph-reference", draft).contains(mended), "{draft}");
        }
    }

    #[test]
    fn a_paragraph_that_is_missing_is_said_once() {
        expect(
            "paragraph-reference",
            "
The General Assembly,

Recalling the lamps,

1. Decides to light the lamps as paragraph 7 below says;
                                           ^ There is no paragraph 7: the last one is 3. Check the number.

2. Decides to wait, in accordance with paragraph 7 below;

3. Decides to return to paragraph 2 above.
",
        );
    }
}
