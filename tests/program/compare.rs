//! A text beside an earlier one, through the real program.

use serde_json::Value;

use crate::desk::Desk;

/// Last year's resolution.
pub const EARLIER: &str = "\
A/RES/92/14

92/14. The lamps of the harbours

The General Assembly,

Recalling its resolution 91/27 of 3 December 2036,

1. Decides to light the lamps of all harbours before the evening;

2. Requests the keepers to clean the glass of their lamps once a week.
";

/// This year's, made of it.
pub fn later() -> String {
    EARLIER
        .replace("A/RES/92/14", "A/RES/93/8")
        .replace("92/14. The lamps", "93/8. The lamps")
        .replace("1. Decides", "1. Welcomes the new lamps of the northern ports;\n\n2. Decides")
        .replace("2. Requests the keepers", "3. Requests the keepers")
        .replace("once a week", "every morning")
}

fn desk(name: &str) -> Desk {
    Desk::new(name).with("old.txt", EARLIER).with("new.txt", later())
}

#[test]
fn what_changed_is_told_paragraph_by_paragraph() {
    let told = desk("compare-text").run(&["compare", "old.txt", "new.txt"]);
    assert_eq!(
        told.stdout,
        "A/RES/92/14 → A/RES/93/8\n\
         Paragraphs: 1 edited, 1 new.\n\
         \n\
         operative paragraph 1: new\n  {+Welcomes the new lamps of the northern ports;+}\n\
         \n\
         operative paragraph 3: edited; this was operative paragraph 2\n  \
         Requests the keepers to clean the glass of their lamps [-once a week-]{+every morning+}.\n"
    );
    assert_eq!(told.status, 1);
}

#[test]
fn texts_that_say_the_same_have_not_changed() {
    let told = desk("compare-same").run(&["compare", "old.txt", "old.txt"]);
    assert_eq!((told.stdout.as_str(), told.status), ("A/RES/92/14 → A/RES/92/14\nNothing has changed.\n", 0));
}

#[test]
fn the_summary_is_one_line_in_each_language() {
    let desk = desk("compare-summary");
    for (language, said) in [
        ("ar", "الفقرات: تعديل واحدة، إضافة واحدة."),
        ("en", "Paragraphs: 1 edited, 1 new."),
        ("es", "Párrafos: 1 modificado, 1 nuevo."),
        ("fr", "Paragraphes\u{a0}: 1 modifié, 1 nouveau."),
        ("ru", "Пункты: 1 с изменениями, 1 новый."),
        ("zh", "段落：修改1处、新增1处。"),
    ] {
        let told = desk.run(&["--messages", language, "compare", "--summary", "old.txt", "new.txt"]);
        assert_eq!(told.stdout.trim_end(), said, "{language}");
    }
}

#[test]
fn programs_get_rows_with_places_and_pieces() {
    let told = desk("compare-json").run(&["compare", "--format", "json", "old.txt", "new.txt"]);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(told["paragraphs"]["edited"], 1);
    assert_eq!(told["new"]["symbol"], "A/RES/93/8");
    let rows = told["rows"].as_array().unwrap();
    let edited = rows.iter().find(|row| row["change"] == "edited").unwrap();
    assert_eq!((&edited["new"][0]["path"], &edited["old"][0]["path"]), (&Value::from("3"), &Value::from("2")));
    assert_eq!(edited["new"][0]["line"], 13);
    assert_eq!(edited["renumbered"], true);
    let pieces: Vec<(&str, &str)> = edited["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| (piece["change"].as_str().unwrap(), piece["text"].as_str().unwrap()))
        .collect();
    assert_eq!(pieces[1..3], [("out", "once a week"), ("in", "every morning")]);
}

#[test]
fn a_page_holds_what_was_taken_out_and_put_in_and_fetches_nothing() {
    let desk = desk("compare-html");
    let told = desk.run(&["compare", "--format", "html", "-o", "page.html", "old.txt", "new.txt"]);
    assert_eq!((told.stdout.as_str(), told.status), ("", 1));
    let page = std::fs::read_to_string(desk.path("page.html")).unwrap();
    assert!(page.contains("<del>once a week</del><ins>every morning</ins>"), "{page}");
    assert!(page.contains("default-src 'none'"), "{page}");
    let again = desk.run(&["compare", "--format", "html", "-o", "page.html", "old.txt", "new.txt"]);
    assert_eq!(again.status, 2, "nothing is written over");
    assert!(again.stderr.contains("page.html: This file is there already"), "{}", again.stderr);
}

#[test]
fn a_word_file_tracks_what_changed() {
    let desk = desk("compare-docx");
    let told = desk.run(&["compare", "--to", "docx", "--track", "Lamps", "-o", "tracked.docx", "old.txt", "new.txt"]);
    assert_eq!((told.stderr.as_str(), told.status), ("", 1));
    let text = |changes: &str| desk.run(&["convert", "--changes", changes, "tracked.docx"]).stdout;
    let (original, accepted) = (text("original"), text("accepted"));
    assert!(original.contains("2. Requests the keepers to clean the glass of their lamps once a week."), "{original}");
    assert!(
        accepted.contains("3. Requests the keepers to clean the glass of their lamps every morning."),
        "{accepted}"
    );
}

#[test]
fn a_series_tells_where_each_paragraph_came_in() {
    let desk = desk("compare-series")
        .with("newest.txt", later().replace("A/RES/93/8", "A/RES/94/3").replace("all harbours", "the harbours"));
    let told = desk.run(&["compare", "--series", "--format", "json", "old.txt", "new.txt", "newest.txt"]);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    let history = |path: &str| {
        let rows = told["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["kind"] == "operative" && row["path"] == path).unwrap();
        (row["first"].as_u64().unwrap(), row["changed"].as_u64().unwrap())
    };
    assert_eq!([history("1"), history("2"), history("3")], [(1, 1), (0, 2), (0, 1)]);
}

#[test]
fn what_cannot_be_compared_is_named() {
    let desk = desk("compare-wrong").with("letter.txt", "Lunch at noon.\n");
    let told = desk.run(&["compare", "old.txt", "letter.txt"]);
    assert_eq!(told.status, 2);
    assert_eq!(told.stderr, "letter.txt: Nothing of a resolution was read in this file, and it can't be compared.\n");
    let told = desk.run(&["compare", "old.txt", "new.txt", "new.txt"]);
    assert_eq!(told.stderr, "Name two texts, the earlier one first. More are compared with `--series`.\n");
    let told = desk.run(&["compare", "old.txt", "gone.txt"]);
    assert_eq!(told.stderr, "gone.txt: There is no such file or folder.\n");
}

#[test]
fn texts_are_named_by_their_symbols() {
    let before_that =
        EARLIER.replace("92/14", "91/27").replace(" before the evening", "").replace("91/27 of", "90/3 of");
    let desk = Desk::new("compare-symbols")
        .with("past/91.txt", before_that)
        .with("past/92.txt", EARLIER)
        .with("past/93.txt", later());
    let summary = |arguments: &[&str]| desk.run(&[&["compare", "--in", "past"], arguments].concat());
    assert_eq!(summary(&["--summary", "92/14", "A/RES/93/8"]).stdout.trim_end(), "Paragraphs: 1 edited, 1 new.");
    assert_eq!(summary(&["--summary", "92/14", "past/93.txt"]).stdout.trim_end(), "Paragraphs: 1 edited, 1 new.");
    let absent = summary(&["92/14", "92/15"]);
    let sentence = "No text in past is A/RES/92/15. Name its file, or with `--in` the folder in which it lies.\n";
    assert_eq!((absent.status, absent.stderr.as_str()), (2, sentence));
    // One alone leads back to all before it.
    let series = summary(&["--series", "93/8"]);
    let named = |symbol: &str| series.stdout.contains(symbol);
    assert!(
        series.status == 0 && named("A/RES/91/27") && named("A/RES/92/14") && named("A/RES/93/8"),
        "{}",
        series.stdout
    );
}
