use super::*;
use crate::draft::edit::apply;
use crate::revise::format::FormatOptions;

fn unwrapped(page: &str) -> String {
    let draft = Draft::read(page);
    assert_eq!(draft.layout, Layout::Page, "{page}");
    apply(&unwrap(page, &draft, FormatOptions { markdown: false }).edits(), page).replace('\u{a0}', "~")
}

/// As out of a PDF: broken lines, a running head, page numbers, notes at the foot of each page.
const ENGLISH: &str = "\
United Nations                                   A/RES/93/7
General Assembly                                 Distr.: General

Ninety-third session
Agenda item 24
Protection of the night sky: lamps, lanterns
and other lights

93/7.     Protection of the lamps of the northern harbours

          The General Assembly,
          Recalling its resolution 62/175 of 18 December 2007 on long-
    term lamps and the Convention on Harbours, 1 which aims at short-
    and long-term lighting, in the cities of the plain as well, by co-
    operation, and welcoming the cooperation of the keepers of the
    lamps,
    __________________
       1
           United Nations, Treaty Series, vol. 2225,
    No. 39574.

38-12345                                                      1/2
\u{c}A/RES/93/7                    Protection of the lamps

          1.    Decides to light all of the lamps that were kept in the
    harbours of the north 2 and to trim:
          (a)    Their wicks;
          (b)    Their shades, whatever the weather may be in the
    months of winter;
          2.    Requests the Secretary-General to report thereon.

                                            71st plenary meeting
                                            18 December 2038
    __________________
       2
           A/93/85.

2/2                                                      38-12345
";

#[test]
fn a_page_becomes_a_clean_draft() {
    let expected = "\
United Nations
A/RES/93/7
General Assembly
Distr.: General
Ninety-third session
Agenda item 24
Protection of the night sky: lamps, lanterns and other lights

93/7. Protection of the lamps of the northern harbours

The General Assembly,

Recalling its resolution 62/175 of 18~December 2007 on long-term lamps and the Convention on Harbours,¹ which aims at \
short- and long-term lighting, in the cities of the plain as well, by cooperation, and welcoming the cooperation of the keepers of the lamps,

1. Decides to light all of the lamps that were kept in the harbours of the north² and to trim:

(a) Their wicks;

(b) Their shades, whatever the weather may be in the months of winter;

2. Requests the Secretary-General to report thereon.

71st plenary meeting
18~December 2038

__________________
¹ United Nations, Treaty Series, vol. 2225, No. 39574.
² A/93/85.
";
    assert_eq!(unwrapped(ENGLISH), expected);
}

#[test]
fn chinese_lines_join_without_a_space() {
    let foot = " ".repeat(59);
    let page = format!(
        " 2 0 3 8 年 1 2 月 1 8 日大会决议  \n[根据第三委员会的报告(A/93/431)通过] \n\n93/7. 保护北方港口的灯\n\n 大会， \n\n \
         回顾其关于建立一个有效的北方港口灯火保护方案的2007年 12月\n\n18 日第 62/175 号决议，以及关于加强北方港口灯火保护方案的\n\n\
         2037 年 9 月 16 日第 92/1 号决议，特别是关于跨国灯火的章节所载的\n\n战略，\n1 \n除其他外，该战略的目的是增进该办公室提供点灯援\n\n\
         助和政策服务的成效和灵活性， \n\n 1. 决定点亮所有的灯； \n\n 2. 请秘书长提出报告。 \n\n{foot}\n1\n 见第 2037/12 号决议。 \n"
    );
    let expected = "\
2038年12月18日大会决议
[根据第三委员会的报告(A/93/431)通过]

93/7. 保护北方港口的灯

大会，

回顾其关于建立一个有效的北方港口灯火保护方案的2007年12月18日第62/175号决议，以及关于加强北方港口灯火保护方案的\
2037年9月16日第92/1号决议，特别是关于跨国灯火的章节所载的战略，¹ 除其他外，该战略的目的是增进该办公室提供点灯援助和政策服务的成效和灵活性，

1. 决定点亮所有的灯；

2. 请秘书长提出报告。

¹ 见第2037/12号决议。
";
    assert_eq!(unwrapped(&page), expected);
}

#[test]
fn a_clean_draft_is_let_be() {
    let clean = "The General Assembly,\n\nRecalling  the lamps,\n\n1. Decides to light them.\n";
    assert_eq!(unwrap(clean, &Draft::read(clean), FormatOptions { markdown: false }).edits(), []);
}

#[test]
fn no_number_of_a_resolution_is_taken_for_that_of_a_page() {
    let page = "The General Assembly,\n    Recalling the long nights of the northern harbours and resolution\n7/27\nof the \
                keepers of lamps that were kept alight in them by generations of\nkeepers, whose names have been lost and \
                whose work is still\nremembered by everybody,\n";
    assert!(unwrapped(page).contains("and resolution 7/27 of the keepers"), "{}", unwrapped(page));
}

#[test]
fn pasted_page_text_is_made_clean_where_it_stands() {
    let pasted = "    Noting the long nights of the northern harbours and the\nlamps that were kept alight in them by \
                  generations of\nkeepers, whose names have been lost and whose work is\nstill remembered in all of the \
                  towns,\n";
    let before = "The General Assembly,\n\nRecalling the lamps that light the harbours of the north,\n\n";
    let after = "1. Decides to light them, and to keep them alight;\n\n2. Decides to meet again, and to be merry;\n\n\
                 3. Requests the keepers of the lamps to report to it on them;\n\n\
                 4. Requests the masters of the harbours to do so as well;\n\n\
                 5. Decides to remain seized of the matter of the lamps.\n";
    let draft = format!("{before}{pasted}\n{after}");
    let range = before.len()..before.len() + pasted.len();
    let reading = Draft::read(&draft);
    let edit = super::pasted(&draft, &reading, range.clone(), FormatOptions { markdown: false });
    let joined = "Noting the long nights of the northern harbours and the lamps that were kept alight in them by generations \
                  of keepers, whose names have been lost and whose work is still remembered in all of the towns,\n";
    assert_eq!(edit, Some(Edit { range, text: joined.to_owned() }));
    assert_eq!(super::pasted(&draft, &reading, 0..before.len(), FormatOptions { markdown: false }), None);
}

#[test]
fn line_ends_stay_what_they_are() {
    let page = ENGLISH.replace('\n', "\r\n");
    assert_eq!(unwrapped(&page), unwrapped(ENGLISH).replace('\n', "\r\n"));
}

#[test]
fn notes_that_run_on_in_a_line_are_parted() {
    let page = "The General Assembly,\nRecalling the Charter of the Lamps,1 which the keepers of the northern harbours have \
                signed\nin the presence of the pilots of all of the towns beside them,\nNoting the Protocol2 thereto and \
                the long nights of the harbours, of which the keepers\nof the lamps have told it,\n1. Decides to light \
                the lamps.\n__________________1 See A/92/85, annex.2 A/93/118.\n38-12345 1/1\n";
    let clean = unwrapped(page);
    let notes = "\n¹ See A/92/85, annex.\n² A/93/118.\n";
    assert!(clean.ends_with(notes), "{clean}");
    assert!(clean.contains("Charter of the Lamps,¹ which") && clean.contains("Protocol² thereto"), "{clean}");
}

#[test]
fn pages_of_which_something_else_would_be_read_stay_as_they_are() {
    // The marks stand above the words that they are for, and two of them would become one.
    let page = "\
          The General Assembly,
          Recalling the Charter of the Lamps, which the keepers of the northern harbours have signed,1
                                    2
          Noting the Protocol thereto and the long nights of the harbours,
          1.    Decides to light the lamps of the harbours, as the keepers of the lamps have asked it to.
1 See A/92/85, annex.
2 A/93/118.
38-12345           1/1
";
    let draft = Draft::read(page);
    let manner = FormatOptions { markdown: false };
    assert_eq!(draft.layout, Layout::Page);
    assert_eq!(draft.markers.len(), 2);
    assert_eq!(unwrap(page, &draft, manner), UnwrapOutcome::LeftAlone);
    assert_eq!(unwrap(page, &draft, manner).edits(), []);
    let clean = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light them.\n";
    assert_ne!(unwrap(clean, &Draft::read(clean), manner), UnwrapOutcome::LeftAlone);
}
