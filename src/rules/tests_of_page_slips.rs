//! Slips in the text of pages: a draft in which nothing is wrong, one thing changed in it, and what is told. All drafts are
//! made up.

use super::testing::{codes, codes_by_default};
use crate::draft::Draft;

/// A draft as a PDF's text has it: lines of one width, running heads with the title, notes at the foot of each page.
const PAGES: &str = "\
United Nations A/93/L.27
General Assembly Distr.: Limited
12 November 2038
Original: English
38-14143 (E) 121138
*3814143*
Ninety-third session
Agenda item 19 (b)
Lights of the harbours
Utopia: draft resolution
Lights of the harbours and of the towns
The General Assembly,
Recalling its resolution 92/14 of 3 December 2037 on the lamps of the harbours,1
and on those of the towns beside them,
Recalling also the Convention on Lamps,2 which was opened on 4 May 2036 and which the
keepers of the northern harbours have signed,
Noting the report of the keepers of the lamps on the long nights of the northern
harbours and on the oil that was burnt in them,
__________________
1
See A/93/85.
2
A/92/318.
38-14143
2/3
\u{c}A/93/L.27
Lights of the harbours and of the towns
Convinced that ships must find their way home in the dark, whatever the weather and
the season, as the Charter of the Ships3 has it,
1. Requests the keepers of the lamps to report on the oil that they have burnt in
the northern harbours, and in particular:
(a) To count the barrels in each of the harbours and in the towns beside them;
(b) To mend them, where they are broken or where the oil runs out of them;
(c) To tell the Assembly how many of them are left in each of the harbours after the
winter;
2. Invites the towns beside the harbours to lend the keepers their barrels, carts
and horses as long as the nights are long;
3. Decides to remain seized of the matter.
__________________
3
See A/90/388, annex.
3/3
38-14143
";

/// The codes of what the rules that are on by default find in the draft, with `old` words changed into `new` ones.
#[track_caller]
fn with(old: &str, new: &str) -> Vec<&'static str> {
    assert_eq!(PAGES.matches(old).count(), 1, "{old}");
    codes(&PAGES.replace(old, new))
}

#[test]
fn nothing_is_wrong() {
    assert_eq!(codes(PAGES), [""; 0]);
}

#[test]
fn notes_that_are_gone_are_missed_where_they_are_called() {
    // Before others, between them, behind the last, and all of a page's.
    assert_eq!(with("1\nSee A/93/85.\n", ""), ["footnote-undefined"]);
    assert_eq!(with("2\nA/92/318.\n", ""), ["footnote-undefined"]);
    assert_eq!(with("3\nSee A/90/388, annex.\n", ""), ["footnote-undefined"]);
    assert_eq!(with("1\nSee A/93/85.\n2\nA/92/318.\n", ""), ["footnote-undefined"; 2]);
}

#[test]
fn the_only_note_is_missed_too() {
    let one =
        PAGES.replace(",1\nand", ",\nand").replace("Lamps,2 which", "Lamps, which").replace("Ships3 has", "Ships1 has");
    let one = one.replace("1\nSee A/93/85.\n2\nA/92/318.\n", "").replace("3\nSee A/90", "1\nSee A/90");
    assert_eq!(codes(&one), [""; 0], "{one}");
    let none = one.replace("1\nSee A/90/388, annex.\n", "");
    assert_eq!(codes(&none), ["footnote-undefined"], "{none}");
}

#[test]
fn a_date_calls_no_note() {
    // 3 December and 4 May are days.
    assert_eq!(with("Ships3 has", "Ships has"), ["footnote-unused"]);
    assert_eq!(with("Lamps,2 which", "Lamps, which"), ["footnote-unused"]);
    assert_eq!(with("Lamps,2 which", "Lamps,9 which"), ["footnote-unused"]);
}

#[test]
fn numbers_that_hold_others_call_none() {
    let sums = PAGES.replace("how many of them", "how many of the 3,000 barrels of them");
    assert_eq!(codes(&sums), [""; 0], "{sums}");
    assert_eq!(codes(&sums.replace("Ships3 has", "Ships has")), ["footnote-unused"]);
}

#[test]
fn notes_end_with_a_full_stop() {
    assert_eq!(with("See A/93/85.", "See A/93/85"), ["footnote-full-stop"]);
    assert_eq!(with("A/92/318.", "A/92/318,"), ["footnote-full-stop"]);
    assert_eq!(with("See A/90/388, annex.", "See A/90/388, annex"), ["footnote-full-stop"]);
    // Behind a small word the note goes on, wherever it does.
    assert_eq!(with("A/92/318.\n", "A/92/318 and\n"), [""; 0]);
}

#[test]
fn notes_whose_numbers_stand_apart_end_with_a_full_stop() {
    // As some converters write the foot of a page: a number, the texts, and the other numbers.
    let notes = "1\n\nSee A/93/85.\nReport of the Keepers on the Lamps of the Northern Harbours and the Towns beside Them,\nSupplement No. 18 (A/92/318).\n2\n";
    let pages = PAGES.replace("1\nSee A/93/85.\n2\nA/92/318.\n", notes);
    assert_ne!(pages, PAGES);
    assert_eq!(codes(&pages), [""; 0]);
    for (old, new) in
        [("A/93/85.\nReport", "A/93/85\nReport"), ("A/93/85.\nReport", "A/93/85,\nReport"), ("318).\n2", "318)\n2")]
    {
        assert_eq!(codes(&pages.replace(old, new)), ["footnote-full-stop"], "{new}");
    }
    // A line that had no room for the next word may go on.
    let long = pages.replace(
        "See A/93/85.",
        "See the report of the keepers of the northern harbours on the oil of 2036, document A/93/85",
    );
    assert_eq!(codes(&long), [""; 0]);
}

#[test]
fn a_note_that_goes_on_on_the_next_page_is_no_text() {
    let on = PAGES
        .replace("A/92/318.\n", "A/92/318, A/92/319, A/92/320,\n")
        .replace("__\n3\n", "__\nA/92/321 and A/92/322.\n3\n");
    assert_eq!(codes(&on), [""; 0]);
    let draft = Draft::read(&on);
    let last = draft.paragraphs.last().map(|paragraph| &on[paragraph.range.clone()]);
    assert_eq!(last, Some("3. Decides to remain seized of the matter."));
    assert_eq!(
        draft.notes.get(1).map(|note| note.text.as_str()),
        Some("A/92/318, A/92/319, A/92/320, A/92/321 and A/92/322.")
    );
}

#[test]
fn paragraphs_without_a_mark() {
    assert_eq!(with("burnt in them,", "burnt in them"), ["preambular-punctuation"]);
    assert_eq!(with("beside them,\nRecalling", "beside them\nRecalling"), ["preambular-punctuation"]);
    assert_eq!(with("are long;", "are long"), ["operative-punctuation"]);
    assert_eq!(with("beside them;\n(b)", "beside them\n(b)"), ["list-punctuation"]);
    assert_eq!(with("of the matter.", "of the matter"), ["operative-punctuation"]);
    assert_eq!(with("of the matter.", "of the question “Lamps”"), ["operative-punctuation"]);
    assert_eq!(with("of the matter.", "of the question “Lamps.”"), [""; 0]);
}

#[test]
fn a_number_past_the_last_note_is_a_word_of_the_sentence() {
    let with_number = PAGES.replace("oil that was burnt in them,", "oil that was burnt in the winter of 36,");
    assert_eq!(codes(&with_number), [""; 0]);
    assert_eq!(codes(&with_number.replace("of 36,", "of 36")), ["preambular-punctuation"]);
    // It may be the mark of a note that is not there yet.
    assert_eq!(codes(&with_number.replace("of 36,", "of 4")), [""; 0]);
}

#[test]
fn a_heading_or_a_number_has_no_mark() {
    // A heading that the page has joined to the paragraph above, and what may be the number of a note.
    assert_eq!(
        with("are long;\n", "are long;\nThe matter of the lamps in the harbours and of the oil in the barrels\n"),
        [""; 0]
    );
    assert_eq!(with("are long;\n", "are long, as in harbour 4\n"), [""; 0]);
    // What opens as no paragraph does goes on with the one above.
    assert_eq!(with("burnt in them,\n", "burnt in the\nHarbour of Northern Utopia\n"), ["preambular-punctuation"]);
}

/// A short draft of another body as a PDF's text keeps its columns: a raised mark over the line it belongs to, and its note at the
/// foot of the page, the number on a line of its own.
const RAISED: &str = "\
LHA12.7 Lamps of the harbours

The Twelfth Lighthouse Assembly,

Having considered the report on the lamps of all the harbours and on those who keep them at
                                                                      4
night, which the Director had laid before it at the beginning of its session in Port Anne,

1. ADOPTS the code of conduct for the keepers of the lamps of the harbours as set out in Annex 1
to this resolution;

2. ESTABLISHES a forum of keepers open to all Member States, as a platform without any decisions,
as set out in Annex 2 to this resolution;

3. REQUESTS the Director:

(1) to explore whether the lamps might be lit by hand, and to report thereon to the Thirteenth
Assembly;

(2) to describe the whole process of lighting in one document, to be laid before the Thirteenth
Lighthouse Assembly for its consideration.




4
    Document A12/41.
";

#[test]
fn raised_marks_and_notes_at_the_foot_are_missed_when_they_are_gone() {
    let slips = |old: &str, new: &str| {
        assert!(RAISED.contains(old), "{old}");
        codes_by_default(&RAISED.replacen(old, new, 1))
    };
    assert_eq!(codes_by_default(RAISED), [""; 0]);
    let mark = "                                                                      4\n";
    assert_eq!(slips(mark, ""), ["footnote-unused"]);
    assert_eq!(slips("\n\n\n\n4\n    Document A12/41.\n", ""), ["footnote-undefined"]);
    let mut renumbered = slips("\n4\n    Document", "\n9\n    Document");
    renumbered.sort_unstable();
    assert_eq!(renumbered, ["footnote-undefined", "footnote-unused"]);
}

#[test]
fn a_number_in_a_table_is_no_raised_mark() {
    let table = RAISED.replacen(
        "night, which the Director had laid before it",
        "night          which the Director had laid before it",
        1,
    );
    let gone = table.replacen("\n\n\n\n4\n    Document A12/41.\n", "", 1);
    assert!(!codes(&gone).contains(&"footnote-undefined"), "{gone}");
}

#[test]
fn a_mark_on_a_line_of_its_own_is_missed_where_another_has_one_too() {
    let text = "\
1
Documents A12/33 and A12/57.
2
Annex 1.
LHA12.3 Lamps of the harbours
The Twelfth Lighthouse Assembly,
Having considered the reports on the lamps of all the harbours and on those who keep them,
1
1. ADOPTS the code of conduct for the keepers of the lamps of the harbours,
2
to be effective as from 1 January 2037;
2. NOTES that the code of conduct was to be confirmed by the Board at its third session in 2036, to be
effective at the same time as the rules of procedure that the Assembly had adopted in the year before
and that the keepers of the lamps of the harbours had asked for at their meeting in Port Anne;
3. REQUESTS the Board to tell the keepers of all the lamps of the harbours what the code of conduct asks
of them, and to hear them before anything in it is changed in the years to come;
4. AUTHORIZES the Director to number the code of conduct appropriately.
\u{c}";
    assert_eq!(codes_by_default(text), [""; 0]);
    let gone = text.replacen("1\nDocuments A12/33 and A12/57.\n", "", 1);
    assert_eq!(codes_by_default(&gone), ["footnote-undefined"]);
}

/// As a PDF's text has a page of another body: a mark on a line of its own, and the numbers of the notes in a column.
const COLUMN: &str = "\
LHA12.3 Lamps of the harbours
The Twelfth Lighthouse Assembly,
Having considered the reports on the lamps of all the harbours and on those who keep them ,

1

2

1. ADOPTS the code of conduct for the keepers of the lamps of the harbours, to be effective as from
1 January 2037;
2. NOTES that the code of conduct was to be confirmed by the Board at its third session in 2036, to be
effective at the same time as the rules of procedure that the Assembly had adopted in the year before
and that the keepers of the lamps of the harbours had asked for at their meeting, as said in
paragraph 1;
3. REQUESTS the Board to tell the keepers of all the lamps of the harbours what the code of conduct asks
of them, and to hear them before anything in it is changed in the years to come;
4. AUTHORIZES the Director to number the code of conduct appropriately.

1
2

Documents A12/33 and A12/57.
Annex 1.

\u{c}";

#[test]
fn a_column_of_numbers_at_the_foot_tells_which_marks_are_gone() {
    assert_eq!(codes_by_default(COLUMN), [""; 0]);
    for mark in ["\n\n2\n\n1.", "\n\n1\n\n2\n\n1."] {
        let left = if mark.starts_with("\n\n1") { "\n\n2\n\n1." } else { "\n\n1." };
        let gone = COLUMN.replacen(mark, left, 1);
        assert_ne!(gone, COLUMN);
        assert_eq!(codes_by_default(&gone), ["footnote-unused"], "{gone}");
    }
}

#[test]
fn behind_the_number_of_a_thing_a_mark_is_missed() {
    assert_eq!(codes_by_default(&COLUMN.replacen("paragraph 1;", "paragraph 1", 1)), ["operative-punctuation"]);
    assert_eq!(codes_by_default(&COLUMN.replacen("paragraph 1;", "the words of 1", 1)), [""; 0]);
}

#[test]
fn a_note_that_stands_first_or_last_on_its_page_is_missed_where_nothing_calls_it() {
    let last = COLUMN.replacen("\n\n1\n\n2\n\n1.", "\n\n4\n\n1.", 1).replacen(
        "1\n2\n\nDocuments A12/33 and A12/57.\nAnnex 1.\n",
        "4\n\nDocument A12/41.\n",
        1,
    );
    assert_eq!(codes_by_default(&last), [""; 0], "{last}");
    let gone = last.replacen("\n\n4\n\n1.", "\n\n1.", 1);
    assert_eq!(codes_by_default(&gone), ["footnote-unused"], "{gone}");
    let first = format!("4\nDocument A12/41.\n{}", last.replacen("4\n\nDocument A12/41.\n\n", "", 1));
    assert_eq!(codes_by_default(&first), [""; 0], "{first}");
    let renumbered = first.replacen("4\nDocument", "9\nDocument", 1);
    assert!(codes_by_default(&renumbered).contains(&"footnote-unused"), "{renumbered}");
    // A page's number above words that are no note.
    let page = first.replacen("4\nDocument A12/41.\n", "9\nLamps of the harbours\n", 1);
    assert!(!codes_by_default(&page).contains(&"footnote-unused"), "{page}");
}
