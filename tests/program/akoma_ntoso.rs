//! Drafts made into Akoma Ntoso by the real program, and read again.

use std::fs;
use std::path::Path;

use crate::desk::Desk;
use crate::samples::{SAMPLES, text_of};

/// The lines of a text that are not blank, with white space in them as one space, without the rule above the notes.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty() && !line.chars().all(|c| c == '_')).collect()
}

/// Fails unless a text becomes a document that reads as the text does, and is written again as it is.
fn expect_there_and_back(name: &str, text: &str) -> String {
    let desk = Desk::new(&format!("akn-{}", name.replace(['.', '/'], "-"))).with("draft.resolution.txt", text);
    let written = desk.run(&["convert", "--to", "akn", "draft.resolution.txt", "-o", "draft.xml"]);
    assert_eq!((written.status, written.stdout.as_str(), written.stderr.as_str()), (0, "", ""), "{name}");
    let document = fs::read_to_string(desk.path("draft.xml")).unwrap();
    let read = desk.run(&["convert", "draft.xml"]);
    // Notes stand in the order in which they are called, and those that nothing calls behind the others.
    let (mut before, mut after) = (lines(text), lines(&read.stdout));
    before.sort();
    after.sort();
    assert_eq!(after, before, "{name}");
    let again = desk.with("again.resolution.txt", &read.stdout);
    for from in ["draft.xml", "again.resolution.txt"] {
        assert_eq!(again.run(&["convert", "--to", "akn", from]).stdout, document, "{name}: {from}");
    }
    document
}

#[test]
fn examples_are_written_and_read_as_they_were() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for entry in fs::read_dir(examples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let document = expect_there_and_back(&name, &text);
            assert!(document.contains("<container name=\""), "{document}");
            assert_eq!(document.contains("<authorialNote "), text.contains("\n¹ "), "{document}");
        }
    }
}

#[test]
fn drafts_in_six_languages_are_written_and_read_as_they_were() {
    for sample in &SAMPLES {
        let document = expect_there_and_back(sample.language.code, &text_of(sample, 0, 1));
        assert!(document.contains("<formula name=\"enactingFormula\""), "{document}");
    }
}

#[test]
fn a_document_that_was_written_is_checked_and_mended() {
    let text = "92/14. Quiet skies\n\nThe General Assembly,\n\nNoting A/Res/91/15,\n\n1. Decides to rest;\n\n1. Decides to wait.\n";
    let desk = Desk::new("akn-written").with("draft.txt", text);
    assert_eq!(desk.run(&["convert", "--to", "akn", "draft.txt", "-o", "draft.xml"]).status, 0);
    let mended = desk.run(&["check", "--fix", "draft.xml"]);
    assert_eq!(mended.status, 0, "{}{}", mended.stdout, mended.stderr);
    assert!(mended.stderr.contains("Mended 2 findings in 1 text."), "{}", mended.stderr);
    let read = desk.run(&["convert", "draft.xml"]).stdout;
    assert_eq!(
        lines(&read),
        lines(&text.replace("A/Res", "A/RES").replace("1. Decides to wait", "2. Decides to wait"))
    );
    // What is there stays.
    let refused = desk.run(&["convert", "--to", "akn", "draft.txt", "-o", "draft.xml"]);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
}
