//! Word documents through the real program: what is read, where things stand, what is made of them.

mod generated;
mod into;
mod written;

use std::fs;

use rapporteur::draft::Draft;
use serde_json::Value;

use crate::desk::Desk;
use crate::word_file::{self, WordFile, item, paragraph, run};

/// What is read of a document, as a clean draft.
const CLEAN: &str = "\
United Nations

A/C.2/93/L.27

Quiet harbours

The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,¹

1. Decides to light the lamps;²

2. Requests the keepers:

(a) To watch;

(b) To rest

__________________

¹ See A/92/406.
² Resolution 92/15.
";

#[test]
fn places_are_those_of_the_document() {
    let desk = Desk::new("word-places").with("draft.docx", word_file::draft().bytes());
    let found = desk.run(&["check", "--format", "json", "draft.docx"]);
    assert_eq!(found.status, 1, "{}", found.stderr);
    let finding: Value = serde_json::from_str(found.stdout.lines().next().unwrap()).unwrap();
    assert_eq!(finding["code"], "list-punctuation", "{finding}");
    // The line is that of the clean draft, the paragraph that of the document, the cells of its table included.
    assert_eq!((&finding["line"], &finding["document"]["paragraph"]), (&17.into(), &9.into()));
    assert_eq!((&finding["document"]["part"], &finding["document"]["word"]), (&"body".into(), &2.into()));
    let told = desk.run(&["check", "draft.docx"]).stdout;
    assert!(told.contains("= document: paragraph 9, word 2"), "{told}");
    let structure = desk.run(&["inspect", "--format", "json", "draft.docx"]).stdout;
    let structure: Value = serde_json::from_str(structure.trim()).unwrap();
    let paragraphs: Vec<_> = structure["paragraphs"].as_array().unwrap().iter().map(|one| &one["document"]).collect();
    assert_eq!(paragraphs, [5, 6, 7, 8, 9].map(Value::from).iter().collect::<Vec<_>>());
    assert!(desk.run(&["inspect", "draft.docx"]).stdout.contains(" 6  1. Decides to light the lamps;"));
}

#[test]
fn a_clean_draft_is_made_of_a_document() {
    let desk = Desk::new("word-convert").with("draft.docx", word_file::draft().bytes());
    let printed = desk.run(&["convert", "draft.docx"]);
    assert_eq!((printed.status, printed.stdout.as_str(), printed.stderr.as_str()), (0, CLEAN, ""));
    let written = desk.run(&["convert", "draft.docx", "-o", "draft.resolution.txt"]);
    assert_eq!((written.status, written.stdout.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(desk.path("draft.resolution.txt")).unwrap(), CLEAN);
    // Nothing is written over.
    let again = desk.run(&["convert", "draft.docx", "-o", "draft.resolution.txt"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.starts_with("draft.resolution.txt: This file is there already"), "{}", again.stderr);
    let markdown = desk.run(&["convert", "draft.docx", "--to", "markdown"]).stdout;
    assert!(markdown.contains("# Quiet harbours\n") && markdown.contains("3 December 2037,[^1]\n"), "{markdown}");
    assert!(markdown.ends_with("(b) To rest\n\n[^1]: See A/92/406.\n\n[^2]: Resolution 92/15.\n"), "{markdown}");
    let structure = |text: &str| {
        let draft = Draft::read(text);
        let labels = draft.paragraphs.iter().map(|one| one.label.as_ref().map(|label| label.text.clone()));
        let marks = draft.markers.iter().map(|marker| marker.label.clone());
        (labels.collect::<Vec<_>>(), marks.collect::<Vec<_>>(), draft.notes.len(), draft.symbol, draft.citations.len())
    };
    assert_eq!(structure(&markdown), structure(CLEAN));
    // A folder is no document.
    assert!(desk.run(&["convert", "."]).stderr.contains("Name one document, not a folder."));
}

#[test]
fn the_state_of_the_changes_is_chosen() {
    let change = format!(
        "<w:del w:id='1' w:author='A'><w:r><w:delText>15</w:delText></w:r></w:del><w:ins w:id='2' w:author='A'>{}</w:ins>",
        run("12")
    );
    let body = paragraph(&format!("{}{change}{}", run("Proclaims "), run(" December the day of the lamps.")));
    let desk = Desk::new("word-changes").with("a.docx", WordFile { body, ..WordFile::default() }.bytes());
    let of = |state: &str| desk.run(&["convert", "--changes", state, "a.docx"]).stdout;
    assert_eq!(of("original"), "Proclaims 15 December the day of the lamps.\n");
    assert_eq!(of("accepted"), "Proclaims 12 December the day of the lamps.\n");
    assert_eq!(of("all"), "Proclaims 1512 December the day of the lamps.\n");
    assert_eq!(desk.run(&["convert", "a.docx"]).stdout, of("accepted"));
    let refused = desk.run(&["check", "--changes", "rejected", "a.docx"]);
    assert_eq!(refused.status, 2);
}

#[test]
fn a_document_is_never_changed() {
    let bytes = word_file::draft().bytes();
    let desk = Desk::new("word-unchanged").with("draft.docx", &bytes).with("folder/draft.docx", &bytes);
    for asked in
        [&["check", "--fix", "draft.docx"][..], &["format", "--write", "draft.docx"], &["format", "draft.docx"]]
    {
        let refused = desk.run(asked);
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{asked:?}");
        let said = "draft.docx: This is a Word document, which is read but not changed. Make a clean draft of it";
        assert!(refused.stderr.starts_with(said), "{}", refused.stderr);
    }
    // In a folder it is left alone.
    assert_eq!(desk.run(&["format", "--write", "folder"]).status, 0);
    assert_eq!(desk.run(&["check", "--fix", "folder"]).status, 1);
    assert!(fs::read(desk.path("draft.docx")).unwrap() == bytes);
    assert!(fs::read(desk.path("folder/draft.docx")).unwrap() == bytes);
}

#[test]
fn documents_of_a_folder_are_read_and_damaged_ones_told_of() {
    let bytes = word_file::draft().bytes();
    let desk = Desk::new("word-folder")
        .with("drafts/a.docx", &bytes)
        .with("drafts/~$a.docx", "Keeper")
        .with("drafts/cut.docx", &bytes[..bytes.len() / 2]);
    let checked = desk.run(&["check", "drafts"]);
    assert_eq!(checked.status, 2);
    assert!(checked.stdout.contains("drafts/a.docx:17:8: warning"), "{}", checked.stdout);
    assert!(checked.stderr.contains("drafts/cut.docx: This Word document is damaged."), "{}", checked.stderr);
    assert!(!checked.stderr.contains("~$"), "{}", checked.stderr);
}

#[test]
fn what_is_no_text_is_told_when_a_draft_is_made() {
    let body = [item(0, 0, &run("The General Assembly,")), "<w:altChunk r:id='x'/>".to_owned()].concat();
    let desk = Desk::new("word-lost").with("a.docx", WordFile { body, ..WordFile::default() }.bytes());
    let made = desk.run(&["convert", "a.docx"]);
    assert_eq!(made.stdout, "The General Assembly,\n\n\u{fffc}\n");
    assert!(made.stderr.starts_with("a.docx: 1 thing in this document is no text"), "{}", made.stderr);
    let found = desk.run(&["check", "--select", "lost-objects", "a.docx"]).stdout;
    assert!(found.contains("A part of another document stands here in the Word document"), "{found}");
}
