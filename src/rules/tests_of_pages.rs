//! Page text and other organs' texts, read as they come: each draft with what is read of it. All drafts are made up.

use super::testing::codes;
use crate::draft::{Draft, ElementKind, ParagraphKind};

/// What is read: paragraphs with their kinds, labels and first words, then markers and notes.
fn read(text: &str) -> Vec<String> {
    let draft = Draft::read(text);
    let words = |range: std::ops::Range<usize>| {
        let words: Vec<&str> = text[range].split_whitespace().collect();
        let first = words.iter().take(3).copied().collect::<Vec<_>>().join(" ");
        format!("{first} … {}", words.last().unwrap_or(&""))
    };
    let mut read: Vec<String> = draft
        .paragraphs
        .iter()
        .map(|paragraph| {
            let kind = match paragraph.kind {
                ParagraphKind::Preambular => "pp",
                ParagraphKind::Operative => "op",
                ParagraphKind::Sub => "sub",
            };
            let from = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end);
            let label = paragraph.label.as_ref().map(|label| format!(" {}", label.text)).unwrap_or_default();
            format!("{kind}{label}: {}", words(from.min(paragraph.range.end)..paragraph.range.end))
        })
        .collect();
    let labels = |labels: Vec<&str>| labels.join(" ");
    if !draft.markers.is_empty() {
        read.push(format!("marks {}", labels(draft.markers.iter().map(|marker| marker.label.as_str()).collect())));
    }
    if !draft.notes.is_empty() {
        read.push(format!("notes {}", labels(draft.notes.iter().map(|note| note.label.as_str()).collect())));
    }
    read
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
    assert_eq!(codes(text), [""; 0], "{text}");
}

/// A draft as a PDF's text has it where columns are not kept: symbol beside the name of the organization, running heads
/// and page numbers between pages, the numbers of notes on lines of their own.
const PAGES: &str = "\
United Nations A/93/L.27*
General Assembly Distr.: Limited
12 November 2038
Original: English
38-14143 (E) 121138
*3814143*
Ninety-third session
Agenda item 19 (b)
Lights of the harbours
Utopia:** draft resolution
Lights of the harbours
The General Assembly,
Recalling its resolution 92/14 of 3 December 2037 on the lamps of the harbours and
of the towns beside them,
Noting the report of the keepers of the lamps on the long nights of the northern
harbours and on the oil that was burnt in them,
__________________
* Reissued for technical reasons on 20 November 2038.
** On behalf of the States that are members of the RuleGroup of Island
States.
\u{c}A/93/L.27
38-14143
2/3
Convinced that ships must find their way home in the dark, whatever the weather and
the season,
1. Requests the keepers of the lamps to report on the oil that they have burnt in
the northern harbours, and in particular:
(a) To count the barrels in each of the harbours and in the towns beside them;
__________________
1
See A/93/85.
\u{c}A/93/L.27
3/3
38-14143
(b) To tell the Assembly how many of them are left in each of the harbours after the
winter;
2. Decides to remain seized of the matter.
";

#[test]
fn nothing_that_begins_a_page_is_lost() {
    let expected = [
        "pp: Recalling its resolution … them,",
        "pp: Noting the report … them,",
        "pp: Convinced that ships … season,",
        "op 1.: Requests the keepers … particular:",
        "sub (a): To count the … them;",
        "sub (b): To tell the … winter;",
        "op 2.: Decides to remain … matter.",
        "notes 1",
    ];
    assert_eq!(read(PAGES), expected);
    // Nothing calls the note, which is true.
    assert_eq!(codes(PAGES), ["footnote-unused"]);
    let draft = Draft::read(PAGES);
    assert_eq!(draft.symbol.map(|symbol| symbol.to_string()).as_deref(), Some("A/93/L.27"));
    assert!(draft.citations.iter().all(|cited| cited.symbol.to_string() != "A/93/L.27" || cited.in_masthead));
}

#[test]
fn symbols_beside_the_organizations_name() {
    for (line, symbol) in [
        ("United Nations A/C.2/93/L.27", "A/C.2/93/L.27"),
        ("Nations Unies A/C.2/93/L.27*", "A/C.2/93/L.27"),
        ("Naciones Unidas A/93/L.2/Rev.1", "A/93/L.2/Rev.1"),
        ("Организация Объединенных Наций A/93/L.2", "A/93/L.2"),
        ("联合国 A/93/L.2", "A/93/L.2"),
        ("A/93/L.2 الأمم المتحدة", "A/93/L.2"),
    ] {
        let draft =
            Draft::read(&format!("{line}\n\nThe General Assembly,\n\nRecalling the nights,\n\n1. Decides to meet.\n"));
        assert_eq!(draft.symbol.map(|symbol| symbol.to_string()).as_deref(), Some(symbol), "{line}");
    }
}

#[test]
fn notes_to_asterisks_are_no_paragraphs() {
    // Typed, at the end.
    reads(
        "\
Utopia and Erewhon:* draft resolution

Lights of the harbours

The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

2. Decides to remain awake.

* Any further sponsors will be named in the record of the meeting.
",
        &["pp: Recalling the long … nights,", "op 1.: Decides to light … lamps;", "op 2.: Decides to remain … awake."],
    );
    // A list is no note, whatever calls one.
    let listed = "\
Utopia:* draft resolution

The General Assembly,

1. Decides to light:

* Lamps of the harbour.
* Lamps of the town.
";
    assert_eq!(
        read(listed),
        ["op 1.: Decides to light: … light:", "sub: * Lamps of … harbour.", "sub: * Lamps of … town."]
    );
}

#[test]
fn lines_that_begin_like_something_else() {
    // A meeting, a running list, a name, in the middle of sentences.
    reads(
        "\
Lights of the harbours

The General Assembly,

Having considered the report of the keepers of the lamps of the northern harbours, of the
thirty-fifth Meeting of Keepers of the Lamps and of the towns beside them that burn oil,
Recalling the Convention against Fog, the Convention against Storms and the Protocol against
Armed Robbery of Lamps, and all that was said of them in the harbours and in the towns,

1. Decides to light the lamps, including by: (a) burning the oil of the harbours in all of
the towns; (b) burning that of the towns in the harbours; (c) trimming the wicks;
(d) cleaning the glass, wherever it is found to be dark, with what is at hand in all the
harbours; (e) counting the lamps;

2. Decides to remain awake.
",
        &[
            "pp: Having considered the … oil,",
            "pp: Recalling the Convention … towns,",
            "op 1.: Decides to light … lamps;",
            "op 2.: Decides to remain … awake.",
        ],
    );
}

#[test]
fn two_labels_on_one_line() {
    reads(
        "\
The General Assembly,

1. Decides that each town shall:

(a) (i) Light its lamps;

(ii) Count them;

(b) Tell the keepers:

(i) Of the oil;

(ii) Of the wicks;

2. Decides to remain awake.
",
        &[
            "op 1.: Decides that each … shall:",
            "sub (a):  … ",
            "sub (i): Light its lamps; … lamps;",
            "sub (ii): Count them; … them;",
            "sub (b): Tell the keepers: … keepers:",
            "sub (i): Of the oil; … oil;",
            "sub (ii): Of the wicks; … wicks;",
            "op 2.: Decides to remain … awake.",
        ],
    );
}

#[test]
fn marks_that_have_run_into_numbers() {
    let text = "\
The General Assembly,
Recalling Human Rights Council resolution 55/193
and its own resolution 59/3004
on the lamps of the northern harbours, and the long winter of the COVID-195
fever, when none of the lamps of the northern harbours and of the towns was lit,
1. Requests the keepers of the lamps of the northern harbours to report on them;
2. Decides to remain awake.
__________________
3
A/HRC/58/63.
4
A/80/33.
5
A/80/34.
";
    let draft = Draft::read(text);
    let cited: Vec<&str> = draft.citations.iter().map(|cited| &text[cited.range.clone()]).collect();
    assert_eq!(cited, ["55/19", "59/300", "A/HRC/58/63", "A/80/33", "A/80/34"]);
    assert_eq!(draft.markers.iter().map(|marker| marker.label.as_str()).collect::<Vec<_>>(), ["3", "4", "5"]);
}

#[test]
fn notes_without_a_rule() {
    // Under the text of a page, number and text on two lines; in the middle of a sentence that goes on behind them.
    let text = "\
The Sixty-sixth Lamp Assembly,
Having considered the reports on the lamps of the northern harbours and of the towns;1
Noting that the oil of the harbours was burnt in the towns, and that what was left of it
2
in the harbours was burnt there, because the winter was longer than the keepers of the
lamps had thought when they bought the oil in the summer before it, and longer than any
winter that the oldest of the pilots remembered;

1
Documents L66/8 and L66/9.
2
See annex 4.
\u{c}Recognizing the need for oil in all of the northern harbours and in all of the towns;
1. DECIDES to light the lamps of the northern harbours and of the towns beside them;
2. REQUESTS the keepers to report to the Sixty-seventh Lamp Assembly on the oil.
";
    let read = read(text);
    assert_eq!(read.last().map(String::as_str), Some("notes 1 2"), "{read:?}");
    assert!(read.contains(&"marks 1 2".to_owned()), "{read:?}");
    assert_eq!(codes(text), [""; 0]);
    // The items of a list are none, though their numbers stand alone.
    let list = "\
The Lamp Assembly,
Noting the lamps of the northern harbours and of the towns beside them, all of which burn
oil in the long nights of the winter, and none of which burns any in the short nights of
the summer when the sun does not go down in the northern harbours,
1. DECIDES to light the lamps of the northern harbours and of the towns beside them;
2. THANKS the keepers.
Lamps of the harbour
1
Great lamp – for fog
2
Small lamp – for clear nights
3
Lantern – for storms
";
    assert_eq!(codes(list), [""; 0]);
    assert!(Draft::read(list).markers.is_empty() && Draft::read(list).notes.is_empty());
}

#[test]
fn any_organ() {
    for (organ, preamble, operative) in [
        ("The Lamp Assembly,", "Recalling the long nights,", "1. Decides to light the lamps."),
        ("The Conference of the Parties,", "Recalling the long nights,", "1. Decides to light the lamps."),
        ("The General Assembly Third Committee,", "Recalling the long nights,", "1. Decides to light the lamps."),
        ("La Conférence des Parties,", "Rappelant les longues nuits,", "1. Décide d’allumer les lampes."),
        ("La Conferencia de las Partes,", "Recordando las largas noches,", "1. Decide encender las lámparas."),
        ("Конференция Сторон,", "ссылаясь на длинные ночи,", "1. постановляет зажечь лампы."),
        ("联合国大会，", "回顾漫长的夜晚，", "1. 决定点亮灯火。"),
        ("缔约方会议，", "回顾漫长的夜晚，", "1. 决定点亮灯火。"),
        ("إن مؤتمر الأطراف،", "إذ يشير إلى الليالي الطويلة،", "1 - يقرر إضاءة المصابيح."),
    ] {
        let text = format!("{organ}\n\n{preamble}\n\n{operative}\n");
        let draft = Draft::read(&text);
        let lines = draft.elements.iter().filter(|element| element.kind == ElementKind::OrganLine);
        let lines: Vec<&str> = lines.map(|element| &text[element.range.clone()]).collect();
        assert_eq!(lines, [organ]);
        let kinds: Vec<_> = draft.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
        assert_eq!(kinds, [ParagraphKind::Preambular, ParagraphKind::Operative], "{text}");
    }
    // Its own style: what breaks it once is found, and a treaty has none.
    let broken = "\
The Board of the Lamp Society,

Noting the report of the Treasurer;

Noting also the report of the Keeper;

Noting further the report of the Pilot.

1. APPROVES the accounts;

2. THANKS the Treasurer.
";
    assert_eq!(codes(broken), [""; 0]);
    let without_preamble = "The Board of Keepers\n\nDecides to light the lamps.\n";
    assert_eq!(read(without_preamble), ["op: Decides to light … lamps."]);
}

#[test]
fn without_an_organ_line() {
    // A number and title open a text all the same.
    let text = "92/14. Lights\n\nRecalling the nights,\n\nNoting the storms,\n\n1. Decides to light the lamps.\n";
    assert_eq!(
        read(text),
        ["pp: Recalling the nights, … nights,", "pp: Noting the storms, … storms,", "op 1.: Decides to light … lamps."]
    );
    assert_eq!(codes(text), ["organ-line-missing"]);
}

#[test]
fn texts_that_others_adopt() {
    // Articles count anew, and a declaration has its own preamble.
    reads(
        "\
Convention on the lamps of the northern harbours, agreed so that ships may find their way

Article 3

Oil

1. PerLanguage Party shall burn oil in the lamps of its harbours, and in those of the towns that
stand beside them.

2. A Party may burn wood where no oil is left in its harbours, if it has told the keepers
of it before the winter.

Article 4

Wicks of the lamps

1. PerLanguage Party shall trim the wicks of the lamps of its harbours, and of those of the towns
that stand beside them.

2. A Party may trim them less often where the lamps of its harbours burn wood.
",
        &[
            "pp: Convention on the … way",
            "op 1.: PerLanguage Party shall … them.",
            "op 2.: A Party may … winter.",
            "op 1.: PerLanguage Party shall … them.",
            "op 2.: A Party may … wood.",
        ],
    );
    reads(
        "\
Lamps
The General Assembly
Adopts the following declaration of the meeting of the keepers of the lamps:
Declaration on the lamps
We, the keepers of the lamps,
Recalling the declaration of 2035,
1. We reaffirm our love of light.
2. We decide to meet again.
",
        &[
            "op: Adopts the following … lamps:",
            "pp: We, the keepers … lamps,",
            "pp: Recalling the declaration … 2035,",
            "op 1.: We reaffirm our … light.",
            "op 2.: We decide to … again.",
        ],
    );
}

#[test]
fn rows_of_tables_count_no_paragraphs() {
    reads(
        "\
Lamps
The General Assembly
Resolves that, for the year 2038:
1. Estimates of income totalling 412,115,000 dollars are approved as
follows:
Income section Amount (dollars)
1. Income from oil 378 735 200
2. Income from wicks 32 815 100
3. Glass 564 700
Total 412 115 000
2. The income from oil shall be credited to the Lamp Fund in accordance with the rules of
the Fund;
3. Direct expenses shall be charged against it.
",
        &[
            "op: Resolves that, for … 2038:",
            "op 1.: Estimates of income … follows:",
            "op 2.: The income from … Fund;",
            "op 3.: Direct expenses shall … it.",
        ],
    );
}

#[test]
fn a_draft_decision_is_one_sentence() {
    let text = "\
United Nations A/93/L.7
General Assembly Distr.: Limited
12 November 2038
Ninety-third session
Agenda item 19
Utopia: draft decision
Lights of the harbours
The General Assembly, taking note of the report of the keepers of the lamps of the northern
harbours and of the towns beside them, and of the report of the pilots who bring the ships
into the harbours in the long nights of the winter, as noted in paragraph 6 of the report of
the Lamp Committee, decides to thank them for the long nights in which they have kept the
lamps alight.
";
    assert_eq!(read(text), ["op: The General Assembly, … alight."]);
}

#[test]
fn quotations_over_several_paragraphs_and_lines_of_votes() {
    reads(
        "\
The Security Council,

1. Notes that the rule continues to read as follows:

“(a) A keeper shall light the lamps.

“(b) A keeper shall count them.”

2. Decides to remain awake.

Adopted at the 1549th meeting by 12 votes to none,
with 3 abstentions (Utopia,
Erewhon, Laputa).
",
        &["op 1.: Notes that the … them.”", "op 2.: Decides to remain … awake."],
    );
}

#[test]
fn a_note_that_is_missing_is_called_all_the_same() {
    let text = "\
The General Assembly,
Recalling the report on the lamps of the northern harbours,1
and that on the oil of the towns beside them,2
which was burnt in the long nights of the winter, and that on the wicks of the lamps,3
which were trimmed in the short nights of the summer, as the keepers of the lamps say,
1. Requests the keepers of the lamps of the northern harbours to report on them;
2. Decides to remain awake.
__________________
1
A/93/33.
3
A/93/34.
";
    let draft = Draft::read(text);
    assert_eq!(draft.markers.iter().map(|marker| marker.label.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(codes(text), ["footnote-undefined"]);
}

/// A draft out of a word processor as its PDF's text has it: whole paragraphs in lines, no rule above the notes, a heading at
/// the beginning of a page, and what tells that there are pages.
const OUT_OF_A_WORD_PROCESSOR: &str = "\
A/C.2/93/L.27
United Nations
General Assembly
Distr.: Limited
4 November 2038
Ninety-third session
Agenda item 24 (c)
Estoria and Vallmark: draft resolution
Lamps of the northern harbours
The General Assembly,
Recalling its resolution 90/211 of 19 December 2035,1 and its resolution 92/14 of 3 December 2037 on lamps,
Bearing in mind the Convention on Lamps2 and the obligations of its parties,
Noting the long nights,
1. Calls upon the towns:
(a) To light their lamps;
(b) To trim the wicks of them;
1 See A/90/388, annex.
2 A/93/118.
38-12345
1/2

A/C.2/93/L.27
Follow-up
2. Requests the keepers to report in 2040;3
3. Decides to remain seized of the matter.
3 See A/C.2/93/SR.14.
38-12345
2/2
";

#[test]
fn a_word_processors_pages_have_no_rules() {
    let expected = [
        "pp: Recalling its resolution … lamps,",
        "pp: Bearing in mind … parties,",
        "pp: Noting the long … nights,",
        "op 1.: Calls upon the … towns:",
        "sub (a): To light their … lamps;",
        "sub (b): To trim the … them;",
        "op 2.: Requests the keepers … 2040;3",
        "op 3.: Decides to remain … matter.",
        "marks 1 2 3",
        "notes 1 2 3",
    ];
    reads(OUT_OF_A_WORD_PROCESSOR, &expected);
    // One note behind the other, in one line.
    let one_line = OUT_OF_A_WORD_PROCESSOR.replace("annex.\n2 A/93", "annex.2 A/93");
    reads(&one_line, &expected);
    // A blank line behind every other one.
    let spaced = OUT_OF_A_WORD_PROCESSOR.replace(",\n", ",\n\n").replace(";\n", ";\n\n").replace(".\n", ".\n\n");
    reads(&spaced, &expected);
}

#[test]
fn openings_in_small_letters_begin_paragraphs() {
    let page = "\
Генеральная Ассамблея,
ссылаясь на свою резолюцию 90/211 от 19 декабря 2035 года и свою резолюцию 92/14 от 3
декабря 2037 года, озаглавленную «Лампы северных гаваней и городов у моря на севере»,
принимая к сведению доклад Генерального секретаря о состоянии ламп северных гаваней и
городов,
учитывая длинные ночи,
1. постановляет зажечь лампы;
2. просит хранителей представить доклад.
38-12345 1/1
";
    let expected = [
        "pp: ссылаясь на свою … севере»,",
        "pp: принимая к сведению … городов,",
        "pp: учитывая длинные ночи, … ночи,",
        "op 1.: постановляет зажечь лампы; … лампы;",
        "op 2.: просит хранителей представить … доклад.",
    ];
    reads(page, &expected);
}

#[test]
fn a_raised_number_at_which_a_line_breaks_is_a_marker() {
    let wrapped = "\
The General Assembly,

Recalling the Charter of the Lamps,¹ the Protocol thereto and the Convention
² of the keepers of the northern harbours, which all of them have signed, and
the long nights of the harbours,

1. Decides to light the lamps of the northern harbours, as the keepers of the
lamps have asked it to;

2. Decides to remain seized of the matter.

_______________
¹ See A/92/85, annex.
² A/93/118.
";
    let expected = [
        "pp: Recalling the Charter … harbours,",
        "op 1.: Decides to light … to;",
        "op 2.: Decides to remain … matter.",
        "marks 1 2",
        "notes 1 2",
    ];
    reads(wrapped, &expected);
}

#[test]
fn numbers_of_notes_in_a_column_are_told() {
    let page = OUT_OF_A_WORD_PROCESSOR
        .replace("the long nights,", "the long nights,3")
        .replace(
            "1 See A/90/388, annex.\n2 A/93/118.\n",
            "1\n2\nSee A/90/388, annex.\n3\nA/93/118.\nResolution 90/211.\n",
        )
        .replace(" in 2040;3", ";")
        .replace("3 See A/C.2/93/SR.14.\n", "");
    assert_eq!(codes(&page), ["lost-notes"], "{page}");
}

#[test]
fn where_notes_are_called_in_brackets_bare_numbers_call_none() {
    let text = "\
A/RES/93/9

93/9. Posts of the harbours

The General Assembly,

    Recalling the long nights of the northern harbours(1) and the lamps that were
kept alight in them by generations of keepers, whose names have been lost and
whose work is remembered(2) by all who pass there by night,

    1. Approves the posts that are listed in the annex to the present resolution,
as the keepers of the northern harbours have asked in each of the last years;

    2. Decides to remain awake until the last of the ships that are expected this
year has come home.

_______________
(1) See A/93/12.
(2) See A/93/14.

Annex
Posts of the northern harbours

New post\tKeeper of lamps (upper class)\t1
New post\tBuyer of oil (upper class)\t2
Moved post\tKeeper of lamps (lower class)\t1
";
    let draft = Draft::read(text);
    let marks: Vec<&str> = draft.markers.iter().map(|marker| marker.label.as_str()).collect();
    assert_eq!(marks, ["1", "2"]);
    assert_eq!(draft.notes.len(), 2);
    let bare = text.replace("(1) and", ",1 and").replace("(2) by", ",2 by");
    assert_eq!(Draft::read(&bare).markers.first().map(|marker| marker.label.as_str()), Some("1"));
}
