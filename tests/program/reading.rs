//! Whole drafts, read as a user's file is read: what stands in which layout, and that nothing is flagged there.

use rapporteur::draft::{Date, Draft, Layout, Paragraph, ParagraphKind};
use rapporteur::language::{CHINESE, ENGLISH, FRENCH};

#[test]
fn parts_in_several_languages() {
    let text = "\
The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,¹

1. Decides to light the lamps;

2. Requests a report.

_______________
¹ A/92/85.

L’Assemblée générale,

Rappelant sa résolution 92/14 du 3 décembre 2037¹,

1. Décide d’allumer les lampes ;

2. Prie les gardiens de lui faire rapport.

_______________
¹ A/92/85.

大会，

回顾其2037年12月3日第92/14号决议，¹

1. 决定点亮灯火；

2. 请提交报告。

_______________
¹ A/92/85。
";
    let draft = Draft::read(text);
    let languages: Vec<_> = draft.parts.iter().map(|part| part.language).collect();
    assert_eq!(languages, [ENGLISH, FRENCH, CHINESE]);
    assert_eq!(draft.language_at(text.find("Prie").unwrap()), FRENCH);
    let cited: Vec<_> = draft.citations.iter().map(|c| (&text[c.range.clone()], c.symbol.to_string())).collect();
    assert_eq!(cited.iter().filter(|(shown, symbol)| *shown == "92/14" && symbol == "A/RES/92/14").count(), 3);
    assert_eq!(draft.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Operative).count(), 6);
    assert!(draft.paragraphs.windows(2).all(|pair| pair[0].range.start < pair[1].range.start));
    assert_eq!(rapporteur::rules::check(text, &draft, &|_| true), []);
}

/// The paragraphs of a draft: kind, label, first and last word.
fn paragraphs(text: &str) -> Vec<String> {
    let draft = Draft::read(text);
    let shown = |p: &Paragraph| {
        let content = &text[p.range.clone()];
        let kind = match p.kind {
            ParagraphKind::Preambular => "pp",
            ParagraphKind::Operative => "op",
            ParagraphKind::Sub => "sub",
        };
        let label = p.label.as_ref().map_or("", |label| label.text.as_str());
        let ends: String = content.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
        format!("{kind} {label}|{}…{ends}", content.chars().take(8).collect::<String>())
    };
    draft.paragraphs.iter().map(shown).collect()
}

#[test]
fn english_page_text() {
    let text = "\
A/RES/93/7

93/7. Night

The General Assembly,
Noting that the night sky has been darker than the day sky for as long as the records
of the Organization go back,1 and that this is likely to remain so,
Recalling also its resolution 92/14 of 3 December 2037, adopted without a vote,
Requests the Office to strengthen cooperation through the facilitation of the
1.
_______________
1

See A/93/1.

2

A/RES/93/7

ratification of the conventions on the matter, as stated in paragraph
12. of the report;
2. Decides to rest.
";
    assert_eq!(
        paragraphs(text),
        ["pp |Noting t…main so,", "pp |Recallin… a vote,", "op 1.|Requests… report;", "op 2.|2. Decid…to rest.",]
    );
    let draft = Draft::read(text);
    assert_eq!(draft.layout, Layout::Page);
    assert_eq!(draft.symbol.as_ref().map(ToString::to_string).as_deref(), Some("A/RES/93/7"));
    assert_eq!(draft.title.as_ref().map(|title| title.text.as_str()), Some("Night"));
    assert_eq!(draft.markers.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(), ["1"]);
    assert_eq!(draft.notes.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(), ["See A/93/1."]);
    assert_eq!(rapporteur::rules::check(text, &draft, &|_| true), []);
}

#[test]
fn chinese_page_text() {
    let foot = " ".repeat(59);
    let text = format!(
        " 2 0 3 8 年 1 2 月 3 日大会决议  \n[根据第三委员会的报告(A/93/43)通过] \n\n93/8. 港口的灯火 \n\n 大会， \n\n 回顾其关于建立一个有效的联合国港口灯火和灯塔方案的2037年 12月\n\n\
             3 日第 92/14 号决议，以及关于加强灯塔工作的报告，\n1 \n特别是其中的建议和各国提出的意见， \n\n 1. 决定点亮所有港口的灯火，并请各国在其能力所及的范围内，继续努力保护\n\n\
             {foot}\n1\n A/93/85。 \n 灯塔和灯塔看守人的权利，并就此提出报告； \n\n 2. 请秘书长提交报告。 \n\n2038 年 12 月 3 日 \n第 7 次全体会议 \n"
    );
    assert_eq!(
        paragraphs(&text).iter().map(|p| p.split('…').next().unwrap_or("")).collect::<Vec<_>>(),
        ["pp |回顾其关于建立一", "op 1.|1. 决定点亮所", "op 2.|2. 请秘书长提"]
    );
    let draft = Draft::read(&text);
    let cited: Vec<_> = draft.citations.iter().filter(|c| !c.in_masthead).map(|c| c.symbol.to_string()).collect();
    assert_eq!(cited, ["A/RES/92/14", "A/93/85"]);
    assert_eq!(draft.citations[1].date.as_ref().map(|(date, _)| *date), Some(Date { year: 2037, month: 12, day: 3 }));
    assert_eq!(draft.adopted, Some(Date { year: 2038, month: 12, day: 3 }));
    assert_eq!(draft.markers.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(), ["1"]);
    assert_eq!(rapporteur::rules::check(&text, &draft, &|_| true), []);
}

#[test]
fn markers_in_superscript_brackets() {
    let text = "The General Assembly,\n\nRecalling⁽¹⁾ it,\n\nDecides to rest.\n\n_____\n⁽¹⁾ See A/93/1.\n";
    let draft = Draft::read(text);
    assert_eq!(draft.notes.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(), ["See A/93/1."]);
    assert_eq!(rapporteur::rules::check(text, &draft, &|_| true), []);
}

/// What a draft's labels make: kind, label and level.
fn labels(text: &str) -> Vec<String> {
    let draft = Draft::read(text);
    assert_eq!(rapporteur::rules::check(text, &draft, &|_| true), []);
    let shown = |p: &Paragraph| {
        let label = p.label.as_ref().map_or("", |label| label.text.as_str());
        format!("{}{label}", "  ".repeat(usize::from(p.level)))
    };
    draft.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Preambular).map(shown).collect()
}

#[test]
fn model_un_drafts() {
    let letters = "\
Topic: Lights of the harbours
Sponsors: Arcadia, Borduria

THE GENERAL ASSEMBLY,

_Deeply disturbed_ by the state of the lamps,

1. _Urges_ all Member States to cooperate by:
a. Sharing oil, including:
i. olive oil;
ii. whale oil;
b. Sharing wicks; and
c. Sharing lamps;

2. _Calls upon_ the harbours
a) to light,
b) to report;

3. _Decides_ to remain seized of the matter.
";
    assert_eq!(labels(letters), ["1.", "  a.", "    i.", "    ii.", "  b.", "  c.", "2.", "  a)", "  b)", "3."]);
    let brackets = "\
The Economic and Social Council,

Alarmed by the dark harbours,

1) Asks all States to buy lamps, such as but not limited to:
   a) oil lamps,
      i) small ones,
      ii) large ones,
   b) others;

2) Encourages the keepers to help;

3) Hopes that everybody agrees.
";
    assert_eq!(labels(brackets), ["1)", "  a)", "    i)", "    ii)", "  b)", "2)", "3)"]);
    let chinese =
        "大会，\n\n关切港口的黑暗，\n\n1、敦促各国：\n（1）购买灯油；\n（2）购买灯芯；\n\n2、请各港口提出报告。\n";
    assert_eq!(labels(chinese), ["1、", "  （1）", "  （2）", "2、"]);
}

#[test]
fn lists_in_markdown() {
    let text = "\
# Lights

*The General Assembly*,

*Recalling* the harbours,

1. *Urges* all States to:
    - (a) buy oil:
        - (i) of olives;
        - (ii) of seeds;
    - (b) buy wicks;
2. *Requests* the keepers:
    1. to light;
    2. to report:
        1. at noon;
        2. at night;
    3. to rest;
3. *Decides* to rest.
";
    assert_eq!(
        labels(text),
        ["1.", "  (a)", "    (i)", "    (ii)", "  (b)", "2.", "  1.", "  2.", "    1.", "    2.", "  3.", "3."]
    );
}

#[test]
fn indents_say_nothing_of_labels_that_tell_their_level() {
    let text = "大会，\n\n关切港口的黑暗，\n\n1. 敦促各国：\n\n(a) 购买下列物品：\n\n ㈠ 灯油；\n\n    ㈡ 灯芯；\n\n ㈢ 灯具；\n\n(b) 点灯；\n\n2. 请各港口提出报告。\n";
    assert_eq!(labels(text), ["1.", "  (a)", "    ㈠", "    ㈡", "    ㈢", "  (b)", "2."]);
}
