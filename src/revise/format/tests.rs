use super::same::skeleton;
use super::*;
use proptest::prelude::*;

/// The text laid out, with `~` for a space that does not break.
fn laid_out(text: &str) -> String {
    let formatted = formatted(text, FormatOptions::of(text, false));
    assert_eq!(super::formatted(&formatted, FormatOptions::of(&formatted, false)), formatted, "laid out twice");
    formatted.replace('\u{a0}', "~")
}

#[test]
fn spaces_and_blank_lines_are_made_even() {
    let draft = "\n\nThe General Assembly,   \n\n\nRecalling  its resolution 62/175,\t\n \nNoting   the lamps,\n\n\
                 1.   Decides to  light them;\n2. Requests a report;\n   \n\n\n3.Decides to meet.";
    let expected = "The General Assembly,\n\nRecalling its resolution 62/175,\n\nNoting the lamps,\n\n\
                    1. Decides to light them;\n\n2. Requests a report;\n\n3. Decides to meet.\n";
    assert_eq!(laid_out(draft), expected);
}

#[test]
fn a_paragraph_a_line_stays_a_paragraph_a_line() {
    let draft = "The General Assembly,\nRecalling the lamps, \nNoting the wicks,\n1. Decides to light them;\n\n\
                 2. Requests a report;\n3. Decides to meet.\n";
    let expected = "The General Assembly,\nRecalling the lamps,\nNoting the wicks,\n1. Decides to light them;\n\n\
                    2. Requests a report;\n3. Decides to meet.\n";
    assert_eq!(laid_out(draft), expected);
}

#[test]
fn subparagraphs_are_set_in_as_most_of_them_are() {
    let list = |indents: [&str; 4]| {
        let [a, b, c, d] = indents;
        format!(
            "The General Assembly,\n\n1. Decides:\n\n{a}(a) To light;\n\n{b}(b) To trim:\n\n{c}(i) Wicks;\n\n{c}(ii) \
             Lamps;\n\n{d}(c) To keep.\n"
        )
    };
    assert_eq!(laid_out(&list(["  ", "  ", "    ", ""])), list(["  ", "  ", "    ", "  "]));
    assert_eq!(laid_out(&list(["", "", "\t", ""])), list(["", "", "\t", ""]));
    // As no two agree, four spaces a level.
    assert_eq!(laid_out(&list([" ", "  ", "      ", ""])), list(["    ", "    ", "      ", "    "]));
}

#[test]
fn each_language_has_its_spaces() {
    let english = "The General Assembly,\n\nRecalling its resolution 62/175 of 18 December 2007 and 31 May,\n";
    assert!(laid_out(english).contains("of 18~December 2007 and 31~May,"));
    let french = "L’Assemblée générale,\n\nRappelant la Convention « des lampes » du 3 mai 2001¹ et le mot : nuit,\n\n\
                  1. Décide d’allumer ;\n\n2. Prie qu’on veille.\n";
    let laid_out_french = laid_out(french);
    assert!(laid_out_french.contains("«~des lampes~» du 3~mai 2001¹ et le mot~: nuit,"), "{laid_out_french}");
    assert!(laid_out_french.contains("allumer~;"));
    let spanish = "La Asamblea General,\n\nRecordando la fecha del 6 de agosto de 2004 y 15 lámparas,\n";
    assert!(laid_out(spanish).contains("del 6~de agosto de 2004 y 15 lámparas,"));
    let russian = "Генеральная Ассамблея,\n\nссылаясь на резолюцию 62/175 от 18 декабря 2007 года,\n";
    assert!(laid_out(russian).contains("от 18~декабря 2007 года,"));
    let arabic = "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 62/175،\n\n1- تقرر إضاءة المصابيح؛\n\n2-  تطلب تقريرا.\n";
    let laid_out_arabic = laid_out(arabic);
    assert!(laid_out_arabic.contains("\n1 - تقرر") && laid_out_arabic.contains("\n2 - تطلب"), "{laid_out_arabic}");
    let chinese = "大会，\n\n回顾 ，其 2007 年 12月 18 日第62/175号决议 ，\n\n1.决定 点灯 ；\n\n2.   《 灯 》 公约。\n";
    let expected = "大会，\n\n回顾，其 2007年12月18日第62/175号决议，\n\n1. 决定 点灯；\n\n2. 《灯》公约。\n";
    assert_eq!(laid_out(chinese), expected);
}

#[test]
fn a_masthead_and_tables_keep_their_columns() {
    let draft = "United Nations                    A/C.2/93/L.27  \nGeneral Assembly                  Distr.: Limited\n\n\
                 The General Assembly,\n\nRecalling the lamps,\n\n1. Adopts the scale:\n\nLamps     12      14\n\n\
                 2. Decides to meet.\n";
    assert_eq!(laid_out(draft), draft.replace("L.27  \n", "L.27\n"));
}

#[test]
fn markdown_keeps_what_means_something_in_it() {
    let draft = "---\ntitle:  Lamps  \n---\n# Lamps\n\n*The General Assembly,*  \n\n*Recalling*  the lamps,[^1]\n\n\
                 ```\na  b   \n\n\n  c\n```\n\n1. Decides:  \n   to light;\n    - (a)  in the harbour;\n\n| a  |  b |\n\
                 | -- | --- |\n\n    code   stays\n\n[^1]:  Resolution  62/175.   \n";
    let expected = draft
        .replace("Assembly,*  ", "Assembly,*")
        .replace("*Recalling*  ", "*Recalling* ")
        .replace("(a)  in", "(a) in")
        .replace("[^1]:  Resolution  62/175.   ", "[^1]: Resolution 62/175.");
    assert_eq!(laid_out(draft), expected);
}

#[test]
fn page_text_is_let_be() {
    let page = "The General Assembly,  \n    Recalling the long nights of the northern harbours and\nthe lamps that were kept \
                alight in them by generations of\nkeepers, whose names have been lost and whose work is still\nremembered,  \n";
    assert_eq!(formatted(page, FormatOptions::of(page, false)), page);
}

#[test]
fn a_range_is_laid_out_by_its_lines() {
    let draft = "The General Assembly, \n\nRecalling  the lamps,\n\n1.  Decides to light them. \n";
    let place = draft.find("lamps").unwrap();
    let edits = range(draft, &Draft::read(draft), place..place, FormatOptions::of(draft, false));
    assert_eq!(apply(&edits, draft), draft.replace("Recalling  the", "Recalling the"));
    assert_eq!(whole_lines("one\r\ntwo\r\n", 0..5), 0..5);
    assert_eq!(whole_lines("one\r\ntwo\r\n", 5..5), 5..10);
    assert_eq!(whole_lines("one\ntwo", 2..5), 0..7);
}

#[test]
fn line_ends_stay_what_they_are() {
    let draft = "The General Assembly,\r\n\r\n\r\nRecalling the lamps,\r\n\r\nNoting the wicks,\r\n1. Decides.";
    let expected = "The General Assembly,\r\n\r\nRecalling the lamps,\r\n\r\nNoting the wicks,\r\n\r\n1. Decides.\r\n";
    assert_eq!(laid_out(draft), expected);
    assert_eq!(laid_out("\u{feff}The General Assembly, \n"), "\u{feff}The General Assembly,\n");
    for nothing in ["", "\n", "\n\n"] {
        assert_eq!(laid_out(nothing), nothing);
    }
}

/// Beginnings, middles and ends of lines in six languages, and the white space between them.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "The General Assembly,",
        "Recalling its resolution 62/175 of 18 December 2007,",
        "1.",
        "2.",
        "(a)",
        "(b)",
        "(i)",
        "Decides:",
        "to light the lamps;",
        "¹",
        "¹ A/93/85.",
        "_______________",
        "Annex",
        "I",
        "A/RES/62/175",
        "A/ RES/7/1",
        "L’Assemblée générale,",
        "Rappelant",
        "« la nuit »",
        "6 de agosto",
        "La Asamblea General,",
        "a)",
        "Генеральная Ассамблея,",
        "ссылаясь на",
        "18 декабря 2007 года,",
        "إن الجمعية العامة،",
        "1 -",
        "2-",
        "(أ)",
        "تقرر",
        "大会，",
        "回顾",
        "2007 年 12 月",
        "第62/175号决议",
        "，",
        "《",
        "》",
        "# ",
        "```",
        "| a |",
        "[^1]",
        "[^1]: x",
        "- (c)",
        "*b*",
        "paragraph 2 above",
        "\u{200f}",
        "\u{3000}",
        "71st plenary meeting",
        "18 December 2008",
        "5 bis.",
        "PP3",
        "[2.",
    ]);
    let spaces = prop::sample::select(vec![
        "", " ", " ", "  ", "    ", "\t", "\u{a0}", "\n", "\n", "\n\n", "\n\n", "\n\n\n", " \n", "\n \n", "\r\n",
        "\r\n\r\n", "\r", "\u{c}", "   \n\n",
    ]);
    prop::collection::vec((words, spaces), 0..40)
        .prop_map(|pairs| pairs.into_iter().map(|(word, space)| format!("{word}{space}")).collect())
}

proptest! {
    #[test]
    fn the_laws_hold(text in pieces(), markdown: bool) {
        let manner = FormatOptions::of(&text, markdown);
        let draft = Draft::read(&text);
        let once = apply(&document(&text, &draft, manner), &text);
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&once), bare(&text));
        prop_assert_eq!(skeleton(&once, &Draft::read(&once)), skeleton(&text, &draft));
        prop_assert_eq!(formatted(&once, manner), once);
    }

    #[test]
    fn edits_stand_in_order(text in pieces(), range: (usize, usize)) {
        let draft = Draft::read(&text);
        let place = |at: usize| {
            let at = at % (text.len() + 1);
            (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
        };
        let (start, end) = (place(range.0), place(range.1));
        let edits = super::range(&text, &draft, start.min(end)..start.max(end), FormatOptions::of(&text, false));
        prop_assert!(edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        prop_assert!(edits.iter().all(|edit| text.get(edit.range.clone()).is_some()));
    }
}
