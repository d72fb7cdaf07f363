//! Drafts as word processors and converters give them: what is read of each, and that nothing is found in those that
//! have lost nothing.

use super::check;
use super::testing::codes_by_default;
use crate::draft::{Draft, Paragraph, ParagraphKind};

/// What is read of a draft, a line a paragraph: its kind and level, its label, its first word.
fn read(text: &str) -> Vec<String> {
    let draft = Draft::read(text);
    let shown = |paragraph: &Paragraph| {
        let kind = match paragraph.kind {
            ParagraphKind::Preambular => "pre".to_owned(),
            ParagraphKind::Operative => "op".to_owned(),
            ParagraphKind::Sub => format!("sub{}", paragraph.level),
        };
        let label = paragraph.label.as_ref().map_or("-", |label| label.text.as_str());
        let from = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end);
        let words = text.get(from..paragraph.range.end).unwrap_or_default();
        let word = words.trim_start_matches(|c: char| !c.is_alphabetic()).split(|c: char| !c.is_alphabetic()).next();
        format!("{kind} {label} {}", word.unwrap_or_default())
    };
    draft.paragraphs.iter().map(shown).collect()
}

/// The labels of the markers, and of the notes with their texts.
fn notes(text: &str) -> (Vec<String>, Vec<String>) {
    let draft = Draft::read(text);
    let notes = draft.notes.iter().map(|note| format!("{} {}", note.label, note.text)).collect();
    (draft.markers.into_iter().map(|marker| marker.label).collect(), notes)
}

#[track_caller]
fn quiet(text: &str) {
    let found = check(text, &Draft::read(text), &|rule| rule.is_on_by_default());
    assert_eq!(found, [], "in {text}");
}

const HEAD: &str = "The General Assembly,\n\nRecalling the long nights,\n\n";

const NUMBERED: [&str; 6] =
    ["pre - Recalling", "op 1. Decides", "op 2. Requests", "sub1 (a) To", "sub1 (b) To", "op 3. Urges"];

#[test]
fn a_tab_behind_a_label() {
    let body = "1.\tDecides to light the lamps;\n\n2.\tRequests the keepers:\n\n(a)\tTo watch;\n\n\t(b)\tTo wait;\n\n\t3.\tUrges the ships to rest.\n";
    assert_eq!(read(&format!("{HEAD}{body}")), NUMBERED);
    quiet(&format!("{HEAD}{body}"));
    // What has several cells is a row, and so is an entry of a form.
    let table = "1. Decides to buy:\n\nLamps\t12\t30\nOil\t4\t7\n1.\tOil of the lamps\n2.\tLamps of the port\n\n2. Requests a report.\n";
    assert_eq!(read(&format!("{HEAD}{table}")), ["pre - Recalling", "op 1. Decides", "op 2. Requests"]);
}

#[test]
fn other_labels() {
    for body in [
        "1)\tDecides to light the lamps;\n\n2)\tRequests the keepers:\n\n\ta)\tTo watch;\n\n\tb)\tTo wait;\n\n3)\tUrges the ships to rest.\n",
        "(1) Decides to light the lamps;\n\n(2) Requests the keepers:\n\n(a) To watch;\n\n(b) To wait;\n\n(3) Urges the ships to rest.\n",
        "1\\. Decides to light the lamps;\n\n2\\. Requests the keepers:\n\n\\(a\\) To watch;\n\n\\(b\\) To wait;\n\n3\\. Urges the ships to rest\\.\n",
        "1.Decides to light the lamps;\n\n2.Requests the keepers:\n\n(a)To watch;\n\n(b)To wait;\n\n3.Urges the ships to rest.\n",
        "1. Decides to light the lamps;\n\n2. Requests the keepers:\n\n   - (a) To watch;\n\n   - (b) To wait;\n\n3. Urges the ships to rest.\n",
    ] {
        let kinds: Vec<String> = read(&format!("{HEAD}{body}"))
            .iter()
            .map(|line| line.split(' ').filter(|word| !word.contains(['.', ')'])).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(kinds, ["pre - Recalling", "op Decides", "op Requests", "sub1 To", "sub1 To", "op Urges"], "{body}");
    }
}

#[test]
fn lists_of_markdown() {
    let bullets = "1. Decides to light the lamps;\n2. Requests the keepers:\n   - To watch;\n   - To wait;\n3. Urges the ships to rest.\n";
    assert_eq!(
        read(&format!("{HEAD}{bullets}")),
        ["pre - Recalling", "op 1. Decides", "op 2. Requests", "sub1 - To", "sub1 - To", "op 3. Urges"]
    );
    quiet(&format!("{HEAD}{bullets}"));
    let set_in = "1. Decides to light the lamps;\n2. Requests the keepers:\n  1. To watch, and above all:\n    1. To look;\n    2. To listen;\n  2. To wait;\n3. Urges the ships to rest.\n";
    assert_eq!(
        read(&format!("{HEAD}{set_in}"))[2..],
        ["op 2. Requests", "sub1 1. To", "sub2 1. To", "sub2 2. To", "sub1 2. To", "op 3. Urges"]
    );
    quiet(&format!("{HEAD}{set_in}"));
    let ones = "1. Decides to light the lamps;\n1. Requests the keepers:\n   1) To watch;\n   1) To wait;\n1. Urges the ships, as said in paragraph 2 above.\n";
    assert_eq!(
        read(&format!("{HEAD}{ones}"))[1..],
        ["op 1. Decides", "op 1. Requests", "sub1 1) To", "sub1 1) To", "op 1. Urges"]
    );
    quiet(&format!("{HEAD}{ones}"));
}

#[test]
fn a_list_that_goes_on_below_a_heading_begins_with_its_number() {
    let parted = "1. Decides to light the lamps;\n1. Thanks the keepers;\n\n## Oil\n\n3. Invites the harbours;\n1. Encourages all \
                  schools, as said in paragraph 3 above;\n1. Decides to remain awake, as said in paragraph 4 above.\n";
    quiet(&format!("{HEAD}{parted}"));
}

#[test]
fn numbers_of_tracked_changes_and_from_zero() {
    let tracked = "1. Decides to light the lamps;\n\n[2.] Deplores the dark;\n\n2.[3.] Requests a report.\n";
    assert_eq!(read(&format!("{HEAD}{tracked}"))[1..], ["op 1. Decides", "op 2. Deplores", "op 2.[3.] Requests"]);
    quiet(&format!("{HEAD}{tracked}"));
    assert_eq!(
        read(&format!("{HEAD}0. Decides to light;\n\n1. Requests a report.\n"))[1..],
        ["op 0. Decides", "op 1. Requests"]
    );
}

#[test]
fn no_numbers_at_all() {
    let text = format!(
        "{HEAD}Decides to light the lamps;\n\nRequests the keepers:\n\nTo watch, and in particular:\n\nTo wait;\n\nFollow-up\n\nUrges the ships to rest.\n"
    );
    assert_eq!(
        read(&text),
        ["pre - Recalling", "op - Decides", "op - Requests", "sub1 - To", "op - To", "op - Urges"].map(|line| {
            // The second item follows a colon too.
            if line == "op - To" { "sub1 - To" } else { line }
        })
    );
    let chinese = "大会，\n\n回顾黑夜，\n\n重申其决定；\n\n促请会员国：\n\n点亮灯火；\n\n守夜。\n";
    assert_eq!(read(chinese).iter().map(|line| &line[..3]).collect::<Vec<_>>(), ["pre", "op ", "op ", "sub", "sub"]);
}

#[test]
fn mastheads_in_tables() {
    for masthead in [
        "| United Nations | A/C.2/93/L.5 |\n| --- | --- |\n| General Assembly | Distr.: Limited |\n",
        "+----------------+--------------+\n| United Nations | A/C.2/93/L.5 |\n+----------------+--------------+\n",
        "United Nations\tA/C.2/93/L.5\nGeneral Assembly\tDistr.: Limited\n",
        "<table><tr><td>United Nations</td><td>A/C.2/93/L.5</td></tr></table>\n",
        "| United Nations | **A/C\\.2/93/L\\.5** |\n| --- | --- |\n",
    ] {
        let text = format!("{masthead}\nLamps of the port\n\n{HEAD}1. Decides to wait;\n\n2. Requests a report.\n");
        let draft = Draft::read(&text);
        assert_eq!(draft.symbol.map(|symbol| symbol.to_string()).as_deref(), Some("A/C.2/93/L.5"), "{masthead}");
        assert_eq!(draft.title.map(|title| title.text).as_deref(), Some("Lamps of the port"), "{masthead}");
    }
}

#[test]
fn notes_as_converters_write_them() {
    for (one, two, first, second) in [
        ("[1]", "[2]", "[1] See A/92/5.", "[2] A/92/6."),
        ("[1]", "[2]", "[1]\tSee A/92/5.", "[2]\tA/92/6."),
        ("<sup>1</sup>", "<sup>2</sup>", "<sup>1</sup> See A/92/5.", "<sup>2</sup> A/92/6."),
        ("^1^", "^2^", "^1^ See A/92/5.", "^2^ A/92/6."),
        (
            "[[1]](#footnote-2)",
            "[[2]](#footnote-3)",
            "1. See A/92/5. [↑](#footnote-ref-2)",
            "2. A/92/6. [↑](#footnote-ref-3)",
        ),
        ("----footnote1----", "----footnote2----", "footnote1)\tSee A/92/5.", "footnote2)\tA/92/6."),
        ("[4](#f4)", "[5](#f5)", "[4](#r4) See A/92/5.", "[5](#r5) A/92/6."),
        ("[^charter]", "[^2]", "[^charter]: See A/92/5.", "[^2]: A/92/6."),
    ] {
        let text = format!(
            "The General Assembly,\n\nRecalling the long nights,{one}\n\nNoting the lamps{two} of the port,\n\n1. Decides to wait;\n\n2. Requests a report.\n\n{first}\n\n{second}\n"
        );
        let (marks, notes) = notes(&text);
        assert_eq!(marks.len(), 2, "{text}");
        let expected: Vec<String> =
            marks.iter().zip(["See A/92/5.", "A/92/6."]).map(|(l, t)| format!("{l} {t}")).collect();
        assert_eq!(notes, expected, "{text}");
        assert_eq!(read(&text).len(), 4, "{text}");
        if !one.contains('4') {
            quiet(&text);
        }
    }
}

#[test]
fn notes_of_several_paragraphs() {
    let text = format!(
        "{HEAD}1. Requests a report;[^1]\n\n2. Decides to wait.\n\n[^1]: The rules say:\n\n    5. Lamps shall be lit;\n\n    7. Oil shall be kept.\n"
    );
    assert_eq!(read(&text), ["pre - Recalling", "op 1. Requests", "op 2. Decides"]);
    assert_eq!(notes(&text).1, ["1 The rules say: 5. Lamps shall be lit; 7. Oil shall be kept."]);
    quiet(&text);
}

#[test]
fn bold_labels_and_marks() {
    let body = "**1.** *Decides* to light the lamps;**[1]**\n\n**2.** *Requests* the keepers:\n\n**(a)** To watch;\n\n**(b)** To wait;\n\n**3.** *Urges* the ships to rest.\n\n**[1]** See A/92/5.\n";
    let text = format!("{HEAD}{body}");
    assert_eq!(read(&text), NUMBERED);
    assert_eq!(notes(&text), (vec!["1".to_owned()], vec!["1 See A/92/5.".to_owned()]));
    quiet(&text);
    let arabic = "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n**1 -** *تقرر* السهر؛\n\n**2 -** *تطلب* الانتظار؛\n\n3 -تدعو إليه.\n";
    assert_eq!(read(arabic).len(), 4);
    assert_eq!(read(arabic)[1..].iter().filter(|line| line.starts_with("op ") && !line.contains("op - ")).count(), 3);
}

#[test]
fn lists_that_pandoc_quotes() {
    let body = "1. Decides to light the lamps;\n\n2. Requests the keepers:\n\n> (a) To watch;\n>\n> (b) To wait;\n\n3. Urges the ships to rest.\n";
    assert_eq!(read(&format!("{HEAD}{body}")), NUMBERED);
    quiet(&format!("{HEAD}{body}"));
}

#[test]
fn glued_labels_of_items() {
    let body =
        "1.Décide d’allumer les lampes;\n2.Prie les gardiens:\na)de veiller;\nb)d’attendre;\n3.Invite les navires.\n";
    let text = format!("L’Assemblée générale,\nRappelant la nuit,\n{body}");
    let labels: Vec<String> = read(&text).iter().filter_map(|line| Some(line.split(' ').nth(1)?.to_owned())).collect();
    assert_eq!(labels, ["-", "1.", "2.", "a)", "b)", "3."]);
}

#[test]
fn bullets_in_the_place_of_all_labels() {
    for bullet in ["- ", "* ", "• "] {
        let body = format!(
            "{bullet}Decides to light the lamps;\n\n{bullet}Requests the keepers:\n\n  {bullet}To watch;\n\n  {bullet}To wait;\n\n{bullet}Urges the ships to rest.\n"
        );
        let text = format!("{HEAD}{body}");
        let kinds: Vec<String> = read(&text).iter().map(|line| line.replace(" -", "")).collect();
        assert_eq!(kinds, ["pre Recalling", "op Decides", "op Requests", "sub1 To", "sub1 To", "op Urges"]);
        let found = check(&text, &Draft::read(&text), &|rule| rule.is_on_by_default());
        assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["operative-unnumbered"]);
    }
    // Among numbered paragraphs a bullet makes an item, whatever its verb.
    let body = "1. Decides to light the lamps;\n\n2. Requests the following.\n\n- Decides to rest;\n\n- Requests to sleep;\n\n3. Urges the ships to rest.\n";
    let ops = read(&format!("{HEAD}{body}")).iter().filter(|line| line.starts_with("op")).count();
    assert_eq!(ops, 3);
}

#[test]
fn marks_tell_where_the_operative_part_begins() {
    let chinese = "大会，\n\n回顾黑夜，\n\n注意到灯火，\n\n欣见守夜人的工作；\n\n赞赏地注意到船只；\n\n强调灯光。\n";
    let kinds: Vec<String> =
        read(chinese).iter().map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(kinds, ["pre", "pre", "op", "op", "op"]);
}

#[test]
fn what_stands_for_lost_letters_is_told_once() {
    for draft in [
        "إن الجمعية العامة،\n\nإذ تشير إلى ?الليل الطويل? والبحر،\n\n1 - تقرر السهر؛\n\n2 - تطلب الانتظار.\n",
        "大会，\n\n回顾2037年2月21日至3月1日关于夜晚的第92/5号决议，\n\n审议了第2次至第3次会议，\n\n1. 决定守夜；\n\n2. 请秘书长等待。\n",
        "La Asamblea General,\n\nRecordando el artículo 9 b\\) y la noche,\n\n1. Decide velar;\n\n2. Decide esperar.\n",
    ] {
        quiet(draft);
    }
}

/// The kinds of the paragraphs that are read, in order.
fn kinds(text: &str) -> Vec<String> {
    read(text).iter().filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect()
}

#[test]
fn broken_lines_without_blank_lines() {
    let russian = "Генеральная Ассамблея,
ссылаясь на свою резолюцию о долгих ночах северных гаваней и о лампах,
которые горели в них,
ссылаясь также на доклад смотрителей, в котором говорится о том, как
зажигались лампы и как хранилось масло в портах и на островах,
признавая работу смотрителей и тех, кто помогает им в темные ночи во
всех портах и на всех островах, а также в городах и деревнях у моря,
приветствуя свет,
1. постановляет зажечь лампы во всех портах и на всех островах и в тех
городах, которые стоят у моря;
2. просит смотрителей представить доклад о работе ламп и о хранении
масла в портах и на островах.
";
    assert_eq!(kinds(russian), ["pre", "pre", "pre", "pre", "op", "op"]);
    let chinese = "大会，
回顾其关于北方各港口漫长黑夜以及在其中长年点燃的灯火的决议，并回顾守
夜人的报告，
又回顾各港口关于灯油储存和灯火维护的经验以及沿海城镇在黑夜里所作的贡
献，并注意到船只仍然需要灯光才能安全进入港口，
欢迎守夜人的工作，
1. 决定在所有港口和岛屿以及沿海城镇点燃灯火，并请各港口在黑夜里保持灯
火不灭；
2. 请守夜人就灯火的维护和灯油在各港口和岛屿的储存情况向大会下届会议提
出报告。
";
    assert_eq!(kinds(chinese), ["pre", "pre", "pre", "op", "op"]);
}

#[test]
fn broken_lines_of_a_text_without_numbers() {
    let text = "The General Assembly,

Recalling the long nights of the northern harbours and the lamps  that
burned in them for many years,

Requests the keepers of the lamps to report on the oil that they  have
used in all harbours and on all islands;

Invites the ships that pass the harbours by night to sound their horns
and to watch for the lamps:

To watch for the lamps of the harbours and  for  those  of  the  other
ships at sea;

To wait for the tide;

Follow-up
Adopts the rules of the lamps that are annexed to this resolution  and
the rules of the oil;

Requests the keepers to bring  this  resolution  to  the  attention of
all ships.
";
    assert_eq!(kinds(text), ["pre", "op", "op", "sub1", "sub1", "op", "op"]);
}

#[test]
fn bullets_under_broken_lines() {
    let text = "The General Assembly,

Recalling the long nights of the northern harbours and the lamps that
burned in them for many years,

1.  Requests the keepers of the lamps to report on the oil that they
    have used in all harbours and on all islands:

    - To watch for the lamps of the harbours and for those of the other
      ships at sea, above all:

      1.  Those of the fishers;
      2.  Those of the pilots;

    - To wait for the tide and to see to it that no ship is left behind
      in the harbours of the north;

2.  Decides to remain awake in all the harbours of the north and on all
    the islands.
";
    assert_eq!(kinds(text), ["pre", "op", "sub1", "sub2", "sub2", "sub1", "op"]);
}

#[test]
fn a_broken_note_with_open_brackets() {
    let text = "The General Assembly,

Recalling the long nights of the northern harbours and the lamps that
burned in them for many years,[1]

Recalling also the ships that pass the harbours by night and the crews
who watch for the lamps,

1.  Decides to light the lamps in all the harbours of the north and on
    all the islands;

2.  Decides to rest.

[1] Of the Lamps, Final Document, vols. I–III (A/92/5 (Vol. I), A/92/5 (Vol.
II) and A/92/5 (Vol. III)).
";
    assert_eq!(kinds(text), ["pre", "pre", "op", "op"]);
    quiet(text);
}

#[test]
fn mastheads_with_emphasis_and_escapes() {
    for masthead in [
        "| United Nations | A/C.2/93/L.5\\* |\n| --- | --- |\n| General Assembly | Distr.: Limited |\n",
        "**United Nations** A/C.2/93/L.5\n**General Assembly** Distr.: Limited\n",
    ] {
        let text = format!(
            "{masthead}\nEstoria\\*: draft resolution\n\nLamps of the port\n\n{HEAD}1. Decides to wait;\n\n2. Requests a report.\n\n\\* Reissued for technical reasons.\n"
        );
        let draft = Draft::read(&text);
        assert_eq!(draft.symbol.map(|symbol| symbol.to_string()).as_deref(), Some("A/C.2/93/L.5"), "{masthead}");
        assert_eq!(draft.paragraphs.last().map(|last| &text[last.range.clone()]), Some("2. Requests a report."));
        quiet(&text);
    }
    let french = "Nations Unies\nA/C.2/93/L.5\nEstorie : projet de résolution\nLes lampes du port,\nlumière de tous\nL’Assemblée générale,\nRappelant la nuit,\n1. Décide de veiller ;\n2. Prie d’attendre.\n";
    let title = Draft::read(french).title.map(|title| title.text);
    assert_eq!(title.as_deref(), Some("Les lampes du port, lumière de tous"));
}

#[test]
fn lists_in_the_text_of_a_browser() {
    let text = "The General Assembly,

   Recalling the long nights of the northern harbours and the lamps that
   burned in them for many years,

   1. Requests the keepers of the lamps to do what follows in all the
      harbours of the north:

      1. To watch for the lamps of the harbours and for those of the other
         ships at sea;

      2. To wait for the tide and to see to it that no ship is left behind
         in the harbours of the north;

   2. Decides to remain awake in all the harbours of the north and on all
      the islands.
";
    assert_eq!(kinds(text), ["pre", "op", "sub1", "sub1", "op"]);
    quiet(text);
}

#[test]
fn paragraphs_that_notes_break_off_are_no_page() {
    let text = "Генеральная Ассамблея,

ссылаясь на свою резолюцию о долгих ночах северных гаваней и о лампах, которые горели в них много лет подряд и не гасли даже в самые сильные бури

 См. A/92/5.,
ссылаясь также на доклад смотрителей о том, как хранилось масло в портах и на островах в эти долгие ночи и кто приносил его с берега на маяки

 A/92/6.,
признавая работу смотрителей и тех, кто помогает им в темные ночи во всех портах и на всех островах у моря, а также в городах и деревнях на берегу

 A/92/7.,
приветствуя свет,

\tпостановляет зажечь лампы во всех портах и на всех островах и в тех городах, которые стоят у моря и видят его, и смотреть за тем, чтобы они горели всю ночь;

\tпросит смотрителей представить доклад о работе ламп.
";
    assert_eq!(Draft::read(text).layout, crate::draft::Layout::Clean);
}

#[test]
fn notes_that_lead_back_by_an_arrow() {
    let text =
        format!("{HEAD}1. Requests a report;[1]\n2. Decides to wait.[2]\n\n  1. See A/92/5. ↑\n\n  2. A/92/6. ↑\n");
    assert_eq!(kinds(&text), ["pre", "op", "op"]);
    assert_eq!(
        notes(&text),
        (vec!["1".to_owned(), "2".to_owned()], vec!["1 See A/92/5.".to_owned(), "2 A/92/6.".to_owned()])
    );
    quiet(&text);
    let lost = format!("{HEAD}1. Requests a report;[1]\n2. Decides to wait.[2]\n\n See A/92/5. ↑\n\n A/92/6. ↑\n");
    let found = check(&lost, &Draft::read(&lost), &|rule| rule.code == "lost-marks");
    assert_eq!(found.len(), 1);
}

#[test]
fn all_that_pandoc_quotes() {
    let text = "*The General Assembly*,

> *Recalling* the long nights of the northern harbours and its resolution
> 92/14 of 3 December 2037,

>  1. *Requests* the keepers of the lamps to report on the oil that they
> have used:

>  (a) In all harbours;

>  (b) On all islands;

**Follow-up**

>  2. *Decides* to remain awake.
";
    assert_eq!(kinds(text), ["pre", "op", "sub1", "sub1", "op"]);
    assert!(Draft::read(text).citations.iter().any(|cited| cited.symbol.to_string() == "A/RES/92/14"));
    // The paragraphs of another text stand in a quotation, too.
    let other = "The General Assembly,\n\nRecalling the long nights,\n\n1. Decides to wait;\n\n2. Recalls this text.\n\n> 7. Requests the keepers to rest;\n\n3. Requests a report.\n";
    assert_eq!(read(other).iter().filter(|line| line.starts_with("op")).count(), 3);
}

#[test]
fn small_letters_behind_a_comma_go_on() {
    let text = "The General Assembly,

Recalling its resolution of the long nights and its resolution of the lamps of the northern harbours,
entitled as follows in the records,

1.  Decides to wait;

2.  Requests a report.
";
    assert_eq!(kinds(text), ["pre", "op", "op"]);
}

#[test]
fn dashes_that_stand_for_letters_and_numbers_without_words() {
    let text = format!(
        "{HEAD}1)\tDecides to light the lamps;\n\n2)\tRequests the keepers:\n\n\t--\tTo watch, and above all:\n\n\t\t1)\tTo look;\n\n\t\t2)\tTo listen;\n\n\t--\tTo wait;\n\n3)\tUrges the ships to rest.\n"
    );
    assert_eq!(kinds(&text), ["pre", "op", "op", "sub1", "sub2", "sub2", "sub1", "op"]);
    quiet(&text);
    let empty =
        format!("{HEAD}1. Decides to light the lamps;\n\n2. Requests a report;\n\n3.\n\n4. Urges the ships to rest.\n");
    let found = check(&empty, &Draft::read(&empty), &|rule| rule.is_on_by_default());
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["lost-numbers"]);
}

#[test]
fn the_preamble_goes_on_behind_the_text_of_a_note() {
    let text = "The General Assembly,

Recalling the long nights,

Noting with concern that the lamps are few,1 See A/92/5, annex.

Bearing in mind the ships,

1. Decides to wait;

2. Requests a report.
";
    assert_eq!(kinds(text), ["pre", "pre", "pre", "op", "op"]);
}

/// A page that a converter has read by columns, with a masthead, a preamble and these lines, a blank line between any two.
fn by_columns(lines: &[&str]) -> String {
    let preamble = "The General Assembly,\n\nRecalling the long nights of the northern harbours and the ships that waited for the lamps to be\nlit by the keepers,\n\nNoting with concern that the lamps of the harbours are few, and that the ships which come there at\nnight have no other light,\n\n";
    format!("United Nations\n\nA/C.2/93/L.27\n\n{preamble}{}\n", lines.join("\n\n"))
}

#[test]
fn a_column_of_labels_and_its_paragraphs() {
    let columns = [
        "1.\n\n2.\n\n3.",
        "Reaffirms the promise that it made to the keepers of the lamps in the northern harbours, and to all\nwho wait there;",
        "Decides to light the lamps of the harbours at dusk;",
        "Requests the keepers of the northern harbours and those of the islands which lie before them:",
        "(a)\n\n(b)",
        "To fit the lamps with shades;",
        "To report on the nights;",
        "4. Encourages the ships to wait for the lamps at the mouth of the harbour until the keepers call\nthem;",
        "Invites the islands to do as the harbours do;",
        "Urges the ships to answer the lamps;",
        "5.\n\n6.",
        "7. Decides to remain awake.",
    ];
    let text = by_columns(&columns);
    let labels: Vec<String> = Draft::read(&text)
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.label.as_ref().map_or(String::new(), |label| label.text.clone()))
        .collect();
    assert_eq!(labels, ["", "", "1.", "2.", "3.", "(a)", "(b)", "4.", "5.", "6.", "7."]);
    assert_eq!(codes_by_default(&text), ["lost-labels"]);
    // With one paragraph more than labels it is not certain which is whose.
    let more = text.replace("Decides to light the lamps of", "Decides to wait;\n\nDecides to light the lamps of");
    assert!(codes_by_default(&more).contains(&"lost-numbers"), "{:?}", codes_by_default(&more));
}

#[test]
fn a_label_above_a_list_that_is_not_its_own() {
    let lines = |word: &str| {
        by_columns(&[
            "1.\n\nDecides to light the lamps of the northern harbours at dusk, and to keep them alight until the\nmorning comes;",
            "2.\n\nRequests the keepers of the northern harbours and those of the islands which lie before them:",
            "(a)\n\nTo fit the lamps with shades;",
            "(b)\n\nTo dim the lamps where safety allows, and in particular:",
            word,
            "(i)\n\nIn the neighbourhood of birds;",
            "(ii)\n\nAlong the routes of whales;",
            "To report on the nights;",
            "3.\n\nEncourages the ships to wait for the lamps at the mouth of the harbour until the keepers call\nthem;",
            "4.\n\nDecides to remain awake.",
        ])
    };
    assert_eq!(kinds(&lines("(c)")), ["pre", "pre", "op", "op", "sub1", "sub1", "sub2", "sub2", "sub1", "op", "op"]);
    assert_eq!(codes_by_default(&lines("(c)")), ["lost-labels"]);
    // The last words of the item have stayed with its label.
    let broken = lines("(c)\n\nat sea;").replace("report on the nights;", "report on the nights which were too dark");
    assert_eq!(kinds(&broken), ["pre", "pre", "op", "op", "sub1", "sub1", "sub2", "sub2", "sub1", "op", "op"]);
    // A list that is an item of another has its labels one behind the other, and nothing stands apart.
    let own = lines("(c)").replace(", and in particular:", ";").replace("To report on the nights;\n\n", "");
    assert_eq!(kinds(&own), ["pre", "pre", "op", "op", "sub1", "sub1", "sub1", "sub2", "sub2", "op", "op"]);
    assert_eq!(codes_by_default(&own), [""; 0]);
}

#[test]
fn a_heading_between_a_label_and_its_words() {
    let text = by_columns(&[
        "1.\n\nDecides to light the lamps of the northern harbours at dusk, and to keep them alight until the\nmorning comes;",
        "2.\n\nRequests the keepers of the northern harbours and those of the islands which lie before them:",
        "(a)\n\nTo fit the lamps with shades;",
        "(b)\n\nFollow-up",
        "To report on the nights;",
        "3.\n\nEncourages the ships to wait for the lamps at the mouth of the harbour until the keepers call\nthem;",
        "4.\n\nDecides to remain awake.",
    ]);
    assert_eq!(kinds(&text), ["pre", "pre", "op", "op", "sub1", "sub1", "op", "op"]);
    assert_eq!(codes_by_default(&text), ["lost-labels"]);
}

#[test]
fn a_heading_on_the_line_of_the_paragraph_below_it() {
    let text = by_columns(&[
        "1. Decides to light the lamps of the northern harbours at dusk, and to keep them alight until the\nmorning comes;",
        "2. Requests the keepers of the northern harbours and those of the islands which lie before them to\nreport;",
        "Follow-up 3. Encourages the ships to wait for the lamps at the mouth of the harbour until the keepers\ncall them;",
        "4. Decides to remain awake.",
        "Annex",
        "Rules for the lamps of the northern harbours 1. Light is used only where it is needed.",
        "2. Light falls below the horizon.",
    ]);
    assert_eq!(kinds(&text), ["pre", "pre", "op", "op", "op", "op", "op", "op"]);
    assert!(read(&text).iter().any(|line| line.contains("3. Encourages")), "{:?}", read(&text));
    // In a sentence a number is none.
    let sentence = text.replace("Follow-up 3. Encourages", "Follow-up of paragraph 3. Encourages");
    assert_eq!(kinds(&sentence).len(), kinds(&text).len());
    let quoted = text.replace("Follow-up 3. Encourages", "3. Encourages by rule 4. Requests");
    assert_eq!(kinds(&quoted), kinds(&text));
}

#[test]
fn a_sign_of_copyright_for_a_label() {
    let list = "1. Requests the keepers:\n\n(a) To light the lamps;\n\n(b) To watch;\n\n© To report on the nights;\n\n(d) To rest;\n\n2. Decides to wait.\n";
    let text = format!("{HEAD}{list}");
    assert_eq!(kinds(&text), ["pre", "op", "sub1", "sub1", "sub1", "sub1", "op"]);
    let found = check(&text, &Draft::read(&text), &|rule| rule.is_on_by_default());
    assert_eq!(found.iter().map(|finding| &text[finding.range.clone()]).collect::<Vec<_>>(), ["©"]);
    // A line that says whose the text is, is no item.
    let owned =
        text.replace("© To report on the nights;", "(c) To report on the nights;") + "\n© United Nations 2038\n";
    assert_eq!(kinds(&owned), ["pre", "op", "sub1", "sub1", "sub1", "sub1", "op"]);
    quiet(&owned);
}

#[test]
fn numbers_that_another_markup_counts() {
    for (mark, italic) in [(".", "_"), ("#", "''"), ("#.", "*")] {
        let text = format!(
            "{HEAD}{mark} {italic}Requests{italic} the keepers to rest;\n{mark} {italic}Invites{italic} the towns to help;\n{mark} {italic}Decides{italic} to wait.\n"
        );
        let found = check(&text, &Draft::read(&text), &|rule| rule.is_on_by_default());
        let told: Vec<_> = found.iter().map(|finding| (finding.code, &text[finding.range.clone()])).collect();
        assert_eq!(told, [("lost-labels", mark)]);
    }
    let headings =
        format!("# United Nations\n\n{HEAD}# Follow-up\n\n1. Requests a report;\n\n# Annex:\n\n2. Decides to wait.\n");
    assert!(!codes_by_default(&headings).contains(&"lost-labels"));
}
