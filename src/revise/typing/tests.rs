//! What Enter does, in drafts: `|` is the cursor where Enter is pressed.

use super::*;
use crate::draft::edit;

/// The draft after Enter, with the cursor.
fn entered(draft: &str) -> String {
    let (before, after) = draft.split_once('|').expect("a cursor");
    let mut text = format!("{before}\n{after}");
    let mut cursor = before.len() + 1;
    let read = Draft::read(&text);
    if let Some(edit) = enter(TypingContext { text: &text, draft: &read, offset: cursor }) {
        assert_eq!(edit.range.end, cursor, "the cursor comes to stand behind it");
        cursor = edit.range.start + edit.text.len();
        text = edit::apply(&[edit], &text);
    }
    text.insert(cursor, '|');
    text
}

/// Whether Enter only ends the line.
#[track_caller]
fn is_left_alone(draft: &str) {
    assert_eq!(entered(draft), draft.replace('|', "\n|"));
}

const HEAD: &str = "The General Assembly,\n\nRecalling the lamps,\n\n";

fn after(draft: &str) -> String {
    entered(&format!("{HEAD}{draft}")).strip_prefix(HEAD).unwrap().to_owned()
}

#[test]
fn the_next_paragraph_has_the_next_label() {
    assert_eq!(after("1. Decides to light them;|\n"), "1. Decides to light them;\n\n2. |\n");
    assert_eq!(after("1. Decides;\n\n2. Requests more;¹|"), "1. Decides;\n\n2. Requests more;¹\n\n3. |");
    assert_eq!(after("OP1. Decides;\n\nOP2. Requests;|\n"), "OP1. Decides;\n\nOP2. Requests;\n\nOP3. |\n");
    assert_eq!(after("1. Decides;\n\n1 bis. Requests;|\n"), "1. Decides;\n\n1 bis. Requests;\n\n2. |\n");
    assert_eq!(after("  1.   Decides to light them;|\n"), "  1.   Decides to light them;\n\n  2.   |\n");
    assert_eq!(after("9. Decides;|\n\n10. Requests.\n"), "9. Decides;\n\n10. |\n\n10. Requests.\n");
}

#[test]
fn without_blank_lines_there_is_none() {
    let head = "The General Assembly,\nRecalling the lamps,\n1. Decides to light them;";
    assert_eq!(entered(&format!("{head}|\n")), format!("{head}\n2. |\n"));
}

#[test]
fn line_ends_are_kept() {
    let text = "The General Assembly,\r\n\r\nRecalling the lamps,\r\n\r\n1. Decides to light them;\r\n";
    let read = Draft::read(text);
    let edit = enter(TypingContext { text, draft: &read, offset: text.len() }).unwrap();
    assert_eq!(edit, Edit { range: text.len()..text.len(), text: "\r\n2. ".to_owned() });
}

#[test]
fn a_colon_opens_a_list_and_an_item_goes_on_with_it() {
    assert_eq!(after("1. Decides:|\n"), "1. Decides:\n\n(a) |\n");
    assert_eq!(after("1. Decides:\n\n(a) To light;|\n"), "1. Decides:\n\n(a) To light;\n\n(b) |\n");
    assert_eq!(after("1. Decides:\n    (a) To light;|\n"), "1. Decides:\n    (a) To light;\n    (b) |\n");
    assert_eq!(after("1. Decides:\n\n(a) To light:|\n"), "1. Decides:\n\n(a) To light:\n\n(i) |\n");
    assert_eq!(
        after("1. Decides:\n\n(a) To light:\n\n(i) Lamps;|\n"),
        "1. Decides:\n\n(a) To light:\n\n(i) Lamps;\n\n(ii) |\n"
    );
    // As the draft writes its lists.
    assert_eq!(
        after("1. Decides:\n\na) To light;\n\nb) To look;\n\n2. Requests:|\n"),
        "1. Decides:\n\na) To light;\n\nb) To look;\n\n2. Requests:\n\na) |\n"
    );
}

#[test]
fn an_empty_label_ends_the_list() {
    assert_eq!(after("1. Decides;\n\n2. |\n"), "1. Decides;\n\n|\n");
    assert_eq!(after("1. Decides:\n\n(a) To light;\n\n(b) |\n"), "1. Decides:\n\n(a) To light;\n\n2. |\n");
    assert_eq!(after("1. Decides:\n(a) To light;\n(b) |\n"), "1. Decides:\n(a) To light;\n\n2. |\n");
    assert_eq!(after("1. Decides:\n\n(a) |\n"), "1. Decides:\n\n|\n");
    assert_eq!(
        after("1. Decides:\n\n(a) To light:\n\n(i) Lamps;\n\n(ii) |\n"),
        "1. Decides:\n\n(a) To light:\n\n(i) Lamps;\n\n(b) |\n"
    );
}

#[test]
fn prose_and_preamble_are_left_alone() {
    is_left_alone("The General Assembly,|\n");
    is_left_alone(&format!("{HEAD}Noting that it is dark,|\n"));
    is_left_alone(&format!("{HEAD}|\n"));
    is_left_alone(&format!("{HEAD}1. Decides to light| them;\n"));
    is_left_alone(&format!("{HEAD}|1. Decides to light them;\n"));
    is_left_alone(&format!("{HEAD}1. Decides to light them;\n|\n"));
    is_left_alone(&format!("{HEAD}1. Decides to light them,|\n"));
    // The end of the resolution.
    is_left_alone(&format!("{HEAD}1. Decides;\n\n2. Requests.|\n"));
    is_left_alone("Notes for lunch:|\n");
    // A sentence that is broken into lines.
    is_left_alone(&format!("{HEAD}1. Decides to light\nthem;\n\n2. Requests the keepers|\n"));
}
