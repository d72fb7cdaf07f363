//! # list-punctuation
//!
//! ## What it says
//!
//! What introduces a list ends with a colon, each item with a semicolon, and the last one as its paragraph does.
//!
//! ## Why
//!
//! A list is part of the sentence of its paragraph: the colon opens it, semicolons part its items, and what stands at
//! its end says whether the sentence goes on.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights,
//!
//! 1. Requests the keepers;
//!
//! (a) To light the lamps at dusk,
//!
//! (b) To trim the wicks;
//!
//! (c) To watch the sea;
//!
//! (d) To put the lamps out at dawn.
//! ```
//!
//! The paragraph ends with a colon, the first item with a semicolon.
//!
//! ## Exceptions
//!
//! A semicolon may have "and" or "or" behind it. In a preamble items may end with commas, and the last one does. Where
//! most items of a list end otherwise, as headings, names or whole sentences do, nothing is asked of them.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: paragraphs and subparagraphs; counted in the resolutions of the General
//! Assembly's sessions 74 to 80.

use super::subparagraph_numbering::run_in_label;
use super::support::closing_marks::{ClosingFault, ClosingMark, DueEnding, EndingCount, OperativeEndings, finding};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{LabelValue, Layout, Paragraph, ParagraphKind, Passage, TextEnding};
use crate::messages::Message;

pub static RULE: Rule = Rule {
    code: "list-punctuation",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("list_punctuation.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "list-punctuation":
    introduces() = "What introduces a list ends with a colon.";
    inner_item() = "An item of a list that others follow ends with a semicolon.";
    last_of_preambular() = "The last item of a list in the preamble ends with a comma.";
    last_before_others() = "The last item of a list that other paragraphs follow ends with a semicolon.";
    last_of_all() = "The last item of a list that ends the operative part ends with a full stop.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    if !draft.paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Sub) {
        return;
    }
    let endings = OperativeEndings::of(context);
    let mut top = None;
    let mut items: Vec<usize> = Vec::new();
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        match paragraph.kind {
            // How items without labels end is a matter of taste.
            ParagraphKind::Sub if paragraph.label.is_none() => {}
            ParagraphKind::Sub => items.push(i),
            _ => {
                check_list(context, &endings, top, &items, findings);
                items.clear();
                top = Some(i);
            }
        }
    }
    check_list(context, &endings, top, &items, findings);
}

/// The only passage of a paragraph.
fn only<'a>(context: &'a RuleContext<'_>, paragraph: usize) -> Option<&'a Passage> {
    match context.draft.passages_of(paragraph) {
        [passage] => Some(passage),
        _ => None,
    }
}

/// Checks the list under the paragraph `top`, with those inside it. `items` are all paragraphs under it, in order.
fn check_list(
    context: &RuleContext<'_>,
    endings: &OperativeEndings,
    top: Option<usize>,
    items: &[usize],
    findings: &mut Vec<Finding>,
) {
    let paragraphs = &context.draft.paragraphs;
    let Some(top) = top.filter(|_| !items.is_empty()) else { return };
    let Some(kind) = paragraphs.get(top).map(|top| top.kind) else { return };
    if endings.section_contexts.get(top).is_none_or(|here| here.annexed || !here.led) {
        return;
    }
    let level = |i: usize| paragraphs.get(i).map_or(0, |paragraph| paragraph.level);
    let preamble = kind == ParagraphKind::Preambular;
    // How the items end that others follow and that open no list of their own.
    let mut counted = EndingCount::default();
    let opens =
        |at: usize| items.get(at + 1).is_some_and(|next| items.get(at).is_some_and(|here| level(*next) > level(*here)));
    let inner = |at: usize| at + 1 < items.len() && !opens(at);
    for (_, item) in items.iter().enumerate().filter(|(at, _)| inner(*at)) {
        if let Some(passage) = only(context, *item) {
            counted.add(passage.ending);
        }
    }
    let mut wrong = |passage, mark, says: fn() -> Message, may_go_on| {
        findings.extend(finding(context, &RULE, &ClosingFault { passage, mark, says, may_go_on }));
    };
    if !counted.asks_for_semicolons() && (preamble || !is_pair_among_semicolons(context, endings, top, items)) {
        return;
    }
    // Out of a page, the first items of a list may be read as a part of the sentence before.
    let page = context.draft.layout == Layout::Page;
    let heads =
        std::iter::once(top).chain(items.iter().enumerate().filter(|(at, _)| opens(*at)).map(|(_, item)| *item));
    for head in heads {
        let first = head + 1;
        let zone = |at: usize| endings.section_contexts.get(at).map(|standing| standing.zone);
        if let Some(passage) = only(context, head)
            && matches!(passage.ending, TextEnding::Comma | TextEnding::Semicolon | TextEnding::Open | TextEnding::Stop)
            && paragraphs.get(first).is_some_and(|item| item.parent == Some(head) && (!page || begins_anew(item)))
            && zone(head) == zone(first)
            && !(page && is_a_scrap(context, head))
            && !asks_or_goes_on(context, passage, first)
            && paragraphs.get(first).is_none_or(|item| run_in_label(context, item).is_none())
        {
            wrong(passage, ClosingMark::Colon, introduces, false);
        }
    }
    for (_, item) in items.iter().enumerate().filter(|(at, _)| inner(*at)) {
        let Some(passage) = only(context, *item) else { continue };
        let fine = match passage.ending {
            TextEnding::Semicolon | TextEnding::Colon => true,
            TextEnding::Comma => preamble,
            _ => false,
        };
        // Where the count starts again, another list begins.
        let ends = paragraphs.get(item + 1).is_some_and(|next| begins_anew(next) && next.level <= level(*item));
        if !fine && !ends && counted.without(passage.ending).asks_for_semicolons() {
            wrong(passage, ClosingMark::Semicolon, inner_item, false);
        }
    }
    let Some(passage) = items.last().and_then(|last| only(context, *last)) else { return };
    let due = endings.due(top);
    let others = endings.others(context, top, passage.ending).asks_for_semicolons();
    match (preamble, due, passage.ending) {
        (true, _, TextEnding::Semicolon | TextEnding::Stop | TextEnding::Open)
            if goes_on(context, endings, top, items.len()) =>
        {
            wrong(passage, ClosingMark::Comma, last_of_preambular, false);
        }
        (false, Some(DueEnding::Semicolon), TextEnding::Comma | TextEnding::Open | TextEnding::Stop) if others => {
            wrong(passage, ClosingMark::Semicolon, last_before_others, false);
        }
        (false, Some(DueEnding::SemicolonOrStop), TextEnding::Comma) => {
            wrong(passage, ClosingMark::Semicolon, last_before_others, false);
        }
        (false, Some(DueEnding::FullStop), TextEnding::Comma | TextEnding::Semicolon | TextEnding::Open) if others => {
            wrong(passage, ClosingMark::FullStop, last_of_all, true);
        }
        _ => {}
    }
}

/// Whether a list has two items, of which the last ends as it should in a text whose other paragraphs end with semicolons: they
/// say how the first one should end, where the list has no other item that could.
fn is_pair_among_semicolons(
    context: &RuleContext<'_>,
    endings: &OperativeEndings,
    top: usize,
    items: &[usize],
) -> bool {
    let [first, last] = items else { return false };
    let ending = |item: &usize| only(context, *item).map(|passage| passage.ending);
    let (Some(first), Some(last)) = (ending(first), ending(last)) else { return false };
    let others = endings.others(context, top, last);
    matches!(first, TextEnding::Comma | TextEnding::Open)
        && matches!(last, TextEnding::Semicolon | TextEnding::Stop)
        && others.semicolons() > 1
        && others.asks_for_semicolons()
}

/// Whether a paragraph is a word or two that begin with a small letter: on a page, the end of another one.
fn is_a_scrap(context: &RuleContext<'_>, paragraph: usize) -> bool {
    let words = context.draft.running(context.text, paragraph).text;
    words.trim_start().starts_with(char::is_lowercase) && words.split_whitespace().count() <= 2
}

/// Whether the items of a list are questions, or go on with the verb that alone stands before them.
fn asks_or_goes_on(context: &RuleContext<'_>, passage: &Passage, first: usize) -> bool {
    let asks = context.draft.passages_of(first).first().is_some_and(|item| item.ending == TextEnding::Stop);
    let words = context.text.get(passage.range.clone()).unwrap_or_default();
    asks || (passage.ending == TextEnding::Open && words.split_whitespace().count() < 3 && words.chars().count() < 24)
}

/// Whether a subparagraph is the first of a list by its label.
fn begins_anew(paragraph: &Paragraph) -> bool {
    let value = paragraph.label.as_ref().map(|label| label.value);
    matches!(value, Some(LabelValue::Letter(1) | LabelValue::Roman(1) | LabelValue::Number { number: 1, .. }))
}

/// Whether the resolution goes on behind a paragraph and the `under` paragraphs under it.
fn goes_on(context: &RuleContext<'_>, endings: &OperativeEndings, paragraph: usize, under: usize) -> bool {
    let resolution =
        |at: usize| endings.section_contexts.get(at).map(|standing| (standing.resolution, standing.annexed));
    context.draft.paragraphs.len() > paragraph + under + 1 && resolution(paragraph) == resolution(paragraph + under + 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{codes, expect};

    const RULE: &str = "list-punctuation";

    #[test]
    fn what_opens_a_list_and_its_items() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Requests the keepers;
                       ^ What introduces a list ends with a colon. Put “:” in place of “;”.

(a) To light the lamps,
                      ^ An item of a list that others follow ends with a semicolon. Put “;” in place of “,”.

(b) To trim the wicks
                ^^^^^ An item of a list that others follow ends with a semicolon. Put “;” at its end.

(c) To listen to:

(i) The sea;

(ii) The wind;

(d) To watch; and

(e) To put out the lamps.
                        ^ The last item of a list that other paragraphs follow ends with a semicolon. Put “;” in place of “.”.

2. Commends the towns;

3. Thanks the pilots;

4. Urges the ships:

(a) To wait;

(b) To hope;

(c) To sail;
           ^ The last item of a list that ends the operative part ends with a full stop. Put “.” in place of “;”.
",
        );
    }

    #[test]
    fn an_organ_in_the_line_of_the_first_paragraph() {
        expect(
            RULE,
            "
LHA12.3 Neglected lamps

The Sixty-sixth World Lamp Assembly, Having considered the report on lamps that nobody lights;

Recognizing that the lamps burn;

Noting that the keepers sleep;

Noting the report of the keepers,

1. URGES Member States:

(1) to light the lamps:

(a) in winter,
             ^ An item of a list that others follow ends with a semicolon. Put “;” in place of “,”.

(b) in summer;

(c) in fog;

(2) to trim the wicks;

(3) to put them out;

2. CALLS UPON the ships to wait;

3. REQUESTS the Director-General;
                                ^ What introduces a list ends with a colon. Put “:” in place of “;”.

(1) to report;

(2) to wait.
",
        );
    }

    #[test]
    fn the_first_of_two_items_ends_as_the_paragraphs_around_do() {
        let draft = |first: &str, others: &str| {
            format!(
                "The General Assembly,\n\n1. Requests the keepers to rest{others}\n\n2. Requests the Board to meet{others}\n\n\
                 3. Requests the Director:\n\n(a) To light the lamps at dusk{first}\n\n(b) To put them out at dawn.\n"
            )
        };
        for first in [",", ""] {
            assert_eq!(codes(&draft(first, ";")), [RULE], "{first}");
            // Who ends no paragraph with a semicolon has another way.
            assert!(!codes(&draft(first, ".")).contains(&RULE), "{first}");
        }
        assert_eq!(codes(&draft(";", ";")), [""; 0]);
        // A list of names.
        assert!(!codes(&draft("", ";").replace("dawn.", "dawn")).contains(&RULE));
    }

    #[test]
    fn in_five_other_languages() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant la nuit,

1. Prie les gardiens\u{a0}:

a) D’allumer les lampes,
                       ^ An item of a list that others follow ends with a semicolon. Put “;” in place of “,”.

b) De veiller\u{a0};

c) De les éteindre.
",
        );
        expect(
            RULE,
            "
La Asamblea General,

Recordando la noche,

1. Solicita a los guardianes:

a) Que enciendan las lámparas,
                             ^ An item of a list that others follow ends with a semicolon. Put “;” in place of “,”.

b) Que velen;

c) Que las apaguen.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на ночь,

1. просит смотрителей:

a) зажечь лампы,
               ^ An item of a list that others follow ends with a semicolon. Put “;” in place of “,”.

b) не спать;

c) потушить их.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى الليل،

1 - تطلب إلى الحراس؛
                   ^ What introduces a list ends with a colon. Put “:” in place of “؛”.

(أ) إضاءة المصابيح؛

(ب) السهر،
         ^ An item of a list that others follow ends with a semicolon. Put “؛” in place of “،”.

(ج) إطفاءها.
",
        );
        expect(
            RULE,
            "
大会，

回顾黑夜，

1. 请看守人：

(a) 点亮灯塔，
        ^ An item of a list that others follow ends with a semicolon. Put “；” in place of “，”.

(b) 守夜；

(c) 熄灭灯塔。
",
        );
    }

    #[test]
    fn in_the_preamble() {
        expect(
            RULE,
            "
The General Assembly,

Affirming the following aims:

(a) Light,

(b) Warmth;

(c) Peace;
         ^ The last item of a list in the preamble ends with a comma. Put “,” in place of “;”.

1. Decides to light the lamps;

2. Decides to wait.
",
        );
    }

    #[test]
    fn page_text() {
        expect(
            RULE,
            "
                    The General Assembly,

                    Recalling the long nights on the coast and the keepers of the harbours,
             who watched over the ships in the fog and in the storm,

                    1.    Requests the keepers of the lamps, in cooperation with the pilots and
             the towns on the coast:

                    (a)   To light the lamps of the harbours at dusk and to keep them alight
             until dawn,
                       ^ An item of a list that others follow ends with a semicolon. Put “;” in place of “,”.

                    (b)   To trim the wicks of the lamps once a day and to fill them with oil as
             often as is necessary;

                    (c)   To put out the lamps of the harbours at dawn.
",
        );
    }

    #[test]
    fn lists_of_other_kinds() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Takes note of the following headings:

(a) Lamps

(b) Oil

(c) Wicks;

2. Asks the Court:

(a) Who keeps the lamps?

(b) Who pays for them?

3. Adopts these rules:

(a) A lamp is lit at dusk. It burns all night.

(b) A lamp is put out at dawn.

4. Decides to wait.

Annex

1. The keepers

(a) Watch,

(b) Listen.
",
        );
    }

    #[test]
    fn the_vote_is_no_paragraph() {
        expect(
            RULE,
            "
The Security Council,

Recalling the long nights,

Decides:

(a) To call upon the keepers to light the lamps;

(b) To renew their mandate for the night;

(c) To request the keepers to report.

Adopted unanimously at the
2256th meeting.
",
        );
    }
}
