use expect_test::{Expect, expect};

use super::fixture::Fixture;
use super::*;

const KNOWN: &str = "\
Resolution adopted by the General Assembly on 3 December 2037

92/14. Dark *and* quiet skies

The General Assembly,

Recognizing that astronomy has taught humankind to measure time,

1. Recognizes the value of dark skies:

(a) For science;

(b) For the imagination;

2. Invites Member States to draw up national plans.
";

fn said(fixture: &Fixture, expected: Expect) {
    let hover = hover(fixture.params());
    expected.assert_eq(hover.as_ref().map_or("nothing", |hover| &hover.markdown));
    if let (Some(hover), Some(range)) = (hover, fixture.ranges.first()) {
        assert_eq!(hover.range, *range);
    }
}

#[test]
fn a_cited_resolution_is_explained_from_its_own_text() {
    let fixture = Fixture::new(
        "The General Assembly,

Recalling its resolution 92/14, and paragraph 1 (b) of its resolution 92/14,
                         ^^^^^
                            |
Decides to rest.
",
    );
    said(
        &fixture.beside("/drafts/a.txt", KNOWN),
        expect![[r#"
            **A/RES/92/14**

            *Dark \*and\* quiet skies*

            General Assembly, Ninety-second session, resolution 14

            - Adopted on 3 December 2037
            - Text here: a.txt

            Cited twice in this draft.

            [Official document](https://undocs.org/en/A/RES/92/14)"#]],
    );
}

#[test]
fn a_title_in_the_drafts_language_comes_first() {
    let draft = "La Asamblea General,

Recordando su resolución 92/14, de 3 de diciembre de 2037, titulada “Cielos oscuros”,
                         |
Decide descansar.
";
    let said = |fixture: Fixture| hover(fixture.params()).unwrap().markdown;
    assert!(
        said(Fixture::new(draft).beside("/drafts/a.txt", KNOWN)).contains("\n*Cielos oscuros* (según este proyecto)\n")
    );
    let unquoted = draft.replace(", titulada “Cielos oscuros”", "");
    assert!(said(Fixture::new(&unquoted).beside("/drafts/a.txt", KNOWN)).contains("skies* (título en inglés)\n"));
}

#[test]
fn a_paragraph_is_named_as_the_draft_names_it() {
    let fixture = Fixture::new(
        "La Asamblea General,

Observando el cielo,

1. Decide descansar:

a) De noche;

2. Recuerda el párrafo 1 a) de la presente resolución.
                          |
",
    );
    said(
        &fixture,
        expect![[r#"
            **Párrafo 1 a)**

            De noche;"#]],
    );
}

#[test]
fn a_cited_paragraph_is_quoted() {
    let fixture = Fixture::new(
        "The General Assembly,

Recalling paragraph 1 (b) of its resolution 92/14,
                    |
Decides to rest.
",
    );
    said(
        &fixture.beside("/drafts/a.txt", KNOWN),
        expect![[r#"
            **A/RES/92/14**

            *Dark \*and\* quiet skies*

            General Assembly, Ninety-second session, resolution 14

            - Adopted on 3 December 2037
            - Text here: a.txt

            Paragraph 1 (b)

            > For the imagination;

            Cited once in this draft.

            [Official document](https://undocs.org/en/A/RES/92/14)"#]],
    );
}

#[test]
fn an_unknown_resolution_is_explained_from_the_draft() {
    let fixture = Fixture::new(
        "The General Assembly,

Recalling Security Council resolution 4015 (2036),
                                      ^^^^^^^^^^^
                                      |
Recalling also Security Council resolution 4015 (2036) of 5 May 2036, entitled “Quiet nights”,

Decides to rest.
",
    );
    said(
        &fixture,
        expect![[r#"
            **S/RES/4015 (2036)**

            *Quiet nights* (according to this draft)

            Security Council, resolution 4015 (2036)

            - Adopted on 5 May 2036 (according to this draft)

            Cited twice in this draft.

            [Official document](https://undocs.org/en/S/RES/4015(2036))"#]],
    );
}

#[test]
fn an_unknown_resolution_is_explained_in_chinese_from_the_draft() {
    let fixture = Fixture::new(
        "大会，

回顾安全理事会第4015（2036）号决议，
                  |
又回顾安全理事会2036年5月5日题为“宁静之夜”的第4015（2036）号决议，

决定休息。
",
    );
    said(
        &fixture,
        expect![[r#"
            **S/RES/4015 (2036)**

            *宁静之夜*（据本草案）

            安全理事会，第4015 (2036)号决议

            - 2036年5月5日（据本草案）通过

            本草案引用2次。

            [正式文件](https://undocs.org/zh/S/RES/4015(2036))"#]],
    );
}

#[test]
fn markers_and_notes_know_each_other() {
    let marker = Fixture::new(
        "The General Assembly,

Noting the report,¹ and the sky,²
                  ^
                  |
Decides to rest.

¹ See A/93/5,
  chap. II.
² Ibid.
",
    );
    said(&marker, expect!["See A/93/5, chap. II."]);
    let Some(Definition::Here(range)) = definition(marker.params()) else { panic!("no definition") };
    assert!(marker.reading.text[range].starts_with("¹ See A/93/5"));

    let note = Fixture::new(
        "The General Assembly,

Noting the report,¹ and once more the report,¹
                  ^                          ^
Decides to rest.

¹ See A/93/5, chap. II.
|
",
    );
    assert_eq!(hover(note.params()).unwrap().markdown, "Noting the report,¹ and once more the report,¹");
    let found = references(note.params(), false).unwrap();
    assert_eq!(found.here, note.ranges);
    let Some(Definition::Here(range)) = definition(note.params()) else { panic!("no definition") };
    assert_eq!(range, note.ranges[0]);
}

#[test]
fn a_marker_without_a_note_leads_nowhere() {
    let fixture = Fixture::new(
        "The General Assembly,

Noting the report,¹ and the sky,²
                                |
Decides to rest.

¹ See A/93/5, chap. II.
",
    );
    said(&fixture, expect!["nothing"]);
    assert!(definition(fixture.params()).is_none());
}

#[test]
fn a_paragraph_of_this_draft_is_shown() {
    let fixture = Fixture::new(
        "The General Assembly,

Noting the sky,

1. Calls upon Member States:

(a) To look up;

(b) To look down;

2. Requests reports on the measures referred to in paragraph 1 (b) above.
                                                             ^^^^^
                                                              |
",
    );
    said(
        &fixture,
        expect![[r#"
            **Paragraph 1 (b)**

            To look down;"#]],
    );
    let Some(Definition::Here(range)) = definition(fixture.params()) else { panic!("no definition") };
    assert_eq!(&fixture.reading.text[range], "(b) To look down;");
}

#[test]
fn documents_are_explained_in_the_drafts_language() {
    let fixture = Fixture::new(
        "大会，

注意到秘书长的报告，¹

决定休息。

¹ 见E/2007/30/Rev.1，第二章。
      |
",
    );
    said(
        &fixture,
        expect![[r#"
            **E/2007/30/Rev.1**

            经济及社会理事会，2007年，第30号文件，第一次修订

            本草案引用1次。

            [正式文件](https://undocs.org/zh/E/2007/30/Rev.1)"#]],
    );
}

#[test]
fn the_workspaces_file_is_the_definition() {
    let fixture = Fixture::new(
        "The General Assembly,

Recalling its resolution 92/14,
                          |
Decides to rest.
",
    );
    assert!(definition(fixture.params()).is_none());
    let fixture = fixture.beside("/drafts/a.txt", KNOWN);
    let Some(Definition::There { path, reading, range }) = definition(fixture.params()) else { panic!("not found") };
    assert_eq!(path, std::path::Path::new("/drafts/a.txt"));
    assert_eq!(&reading.text[range], "92/14. Dark *and* quiet skies");
}

fn drawn(items: &[OutlineItem], depth: usize) -> String {
    let line = |item: &OutlineItem| {
        format!("{:depth$}{:?} {}\n{}", "", item.kind, item.name, drawn(&item.children, depth + 2))
    };
    items.iter().map(line).collect()
}

#[test]
fn the_outline_follows_the_structure() {
    let fixture = Fixture::new(
        "93/1. Night

The General Assembly,

Noting the sky,

Noting also the sea,¹

1. Calls upon Member States:

(a) To look up;

(b) To look down, and while they are at it to look around, sideways and behind themselves;

2. Decides to rest.

Annex

Plan of rest

1. Sleep.

2. Dream.

¹ See A/93/5.
",
    );
    let outline = outline(&fixture.reading, fixture.reading.draft.language);
    expect![[r#"
        Title 93/1. Night
        Preamble Preamble
          PreambularParagraph Noting the sky,
          PreambularParagraph Noting also the sea,¹
        OperativeParagraph 1. Calls upon Member States:
          Subparagraph (a) To look up;
          Subparagraph (b) To look down, and while they are at it to look around…
        OperativeParagraph 2. Decides to rest.
        Annex Annex
          Section Plan of rest
            OperativeParagraph 1. Sleep.
            OperativeParagraph 2. Dream.
        Notes Notes
          Note ¹ See A/93/5.
    "#]]
    .assert_eq(&drawn(&outline, 0));
    for item in &outline {
        covers(item);
    }
}

#[test]
fn the_outline_keeps_labels_before_words() {
    let chinese = Fixture::new(
        "93/1. 夜空

大会，

注意到夜空，¹

1. 决定休息；

2. 请秘书长休息。

¹ 见A/93/5。
",
    );
    expect![[r#"
        Title 93/1. 夜空
        Preamble 序言部分
          PreambularParagraph 注意到夜空，¹
        OperativeParagraph 1. 决定休息；
        OperativeParagraph 2. 请秘书长休息。
        Notes 脚注
          Note ¹ 见A/93/5。
    "#]]
    .assert_eq(&drawn(&outline(&chinese.reading, chinese.reading.draft.language), 0));
}

/// In a PDF's text a label may stand after the first line that it belongs to.
const OUT_OF_A_PDF: &str = "\
A/RES/93/7

93/7. Night

The General Assembly,
Noting that the night sky has been darker than the day sky for as long as the records
of the Organization go back, and that this is likely to remain so,
Takes note with appreciation of the report of the Secretary-General on
1.
the progress made by the night in becoming darker than the day in every region;
Reaffirms the importance of the night for those who sleep in it, and for
2.
those who wake in it, and refers to paragraph 1 above;
2

A/RES/93/7

3. Decides to rest.
71st plenary meeting
18 December 2038
";

#[test]
fn a_label_in_the_middle_of_its_paragraph_is_told_first() {
    let fixture = Fixture::new(OUT_OF_A_PDF);
    let names: Vec<String> = outline(&fixture.reading, fixture.reading.draft.language)
        .into_iter()
        .filter(|item| item.kind == OutlineKind::OperativeParagraph)
        .map(|item| item.name)
        .collect();
    assert_eq!(
        names,
        [
            "1. Takes note with appreciation of the report of the…",
            "2. Reaffirms the importance of the night for those who sleep…",
            "3. Decides to rest."
        ]
    );
    let cursor = OUT_OF_A_PDF.find("1 above").unwrap();
    let hover = hover(AssistContext { offset: cursor, ..fixture.params() }).unwrap();
    assert_eq!(
        hover.markdown,
        "**Paragraph 1**\n\nTakes note with appreciation of the report of the Secretary-General on the progress made \
         by the night in becoming darker than the day in every region;"
    );
}

/// Everything that is chosen lies in what it belongs to, as editors want it.
fn covers(item: &OutlineItem) {
    assert!(item.range.start <= item.selection.start && item.selection.end <= item.range.end, "{item:?}");
    for child in &item.children {
        assert!(item.range.start <= child.range.start && child.range.end <= item.range.end, "{item:?}");
        covers(child);
    }
}

#[test]
fn a_mark_belongs_to_the_notes_of_its_own_part() {
    let english = "The General Assembly,\n\nRecalling the night,¹ the day² and the night,¹\n\n1. Rests.\n\n¹ A/92/1.\n² A/92/2.\n";
    let both = format!("{english}\n大会，\n\n回顾长夜，¹\n\n1. 决定休息。\n\n¹ A/92/1。\n");
    let fixture = Fixture::new(&both);
    assert_eq!(fixture.reading.draft.parts.len(), 2);
    let params = AssistContext { offset: both.find('¹').unwrap(), ..fixture.params() };
    let lit = highlights(params).unwrap();
    let found = references(params, true).unwrap().here;
    assert_eq!(found.len(), 3, "two marks and the note");
    assert_eq!(references(params, false).unwrap().here, lit.mentions);
    assert!(found.iter().all(|range| range.end <= english.len()));
    assert_eq!(lit.itself.as_ref(), found.last());
}

#[test]
fn an_entry_begins_with_a_line_that_can_stand_over_what_is_in_it() {
    let text = "The General Assembly,\n\nRecalling the night,\n\nNoting the day,¹\n\n1. Decides:\n\n(a) To go;\n\n(b) To stay.\n\n_______________\n¹ A/92/1.\n² A/92/2.\n";
    let fixture = Fixture::new(text);
    let lines: Vec<(&str, &str)> = outline(&fixture.reading, fixture.reading.draft.language)
        .iter()
        .map(|item| (&text[item.selection.clone()], text[item.range.clone()].lines().next_back().unwrap()))
        .collect();
    assert_eq!(
        lines,
        [("The General Assembly,", "Noting the day,¹"), ("1.", "(b) To stay."), ("_______________", "² A/92/2.")]
    );
}
