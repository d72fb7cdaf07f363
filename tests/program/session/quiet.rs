//! Somebody types a whole draft from nothing: at no moment is there a finding about what isn't finished. What is wrong is
//! told when the paragraph is left, and what was mended goes at once.

use serde_json::json;

use rapporteur::draft::Draft;
use rapporteur::rules;

use crate::harness::{Document, Editor, capabilities};
use crate::samples::{SAMPLES, text_of};

const URI: &str = "file:///drafts/lamps.resolution";

/// Types at the end of a draft, key by key, and gives the findings of each list that comes after a key, as far as it is
/// another one than before: what stood there then, and the rules.
fn type_all(editor: &mut Editor, draft: &mut Document, words: &str) -> Vec<(String, Vec<String>)> {
    let mut told = Vec::new();
    let mut last = Vec::new();
    for key in words.chars() {
        let end = draft.text.len();
        draft.edit(editor, end..end, key.encode_utf8(&mut [0; 4]));
        let codes: Vec<String> = editor.newest_findings(draft).codes().into_iter().map(str::to_owned).collect();
        if codes != last {
            let tail: String = draft.text.chars().rev().take(60).collect();
            told.push((tail.chars().rev().collect(), codes.clone()));
            last = codes;
        }
    }
    told
}

fn nothing(editor: &mut Editor) -> Document {
    let draft = Document::open(editor, URI, "");
    assert!(editor.findings(&draft).list.is_empty());
    draft
}

/// Saves the draft. A list comes only if it is another one.
fn save(editor: &mut Editor) {
    editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": URI } }));
}

#[test]
fn a_good_draft_is_typed_from_nothing_without_a_word() {
    for sample in &SAMPLES {
        let mut editor = Editor::start();
        let mut draft = nothing(&mut editor);
        let told = type_all(&mut editor, &mut draft, &text_of(sample, 0, 1));
        assert!(told.is_empty(), "{}: {told:#?}", sample.language.code);
        save(&mut editor);
        editor.goodbye();
    }
}

#[test]
fn with_every_rule_on_nothing_is_told_that_the_finished_draft_has_not() {
    for sample in &SAMPLES {
        let all = json!({ "rules": { "style": "on", "negotiation": "on", "pedantic": "on" } });
        let (mut editor, _) = Editor::with(
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities(), "initializationOptions": all }),
        );
        let mut draft = nothing(&mut editor);
        let told = type_all(&mut editor, &mut draft, &text_of(sample, 0, 1));
        let wrong = Draft::read(&draft.text);
        let wrong = rules::check(&draft.text, &wrong, &|_| true);
        let early: Vec<_> = told
            .iter()
            .filter(|(_, codes)| codes.iter().any(|code| wrong.iter().all(|finding| finding.code != code)))
            .collect();
        assert!(early.is_empty(), "{}: {early:#?}", sample.language.code);
        // A list may still be on its way.
        editor.hang_up();
        editor.left();
    }
}

#[test]
fn what_is_wrong_is_told_when_the_paragraph_is_left() {
    let mut editor = Editor::start();
    let mut draft = nothing(&mut editor);
    let head = "The General Assembly,\n\nRecalling the Charter of the Lamps,¹\n\nDecides to light the report A/92\\85";
    assert!(type_all(&mut editor, &mut draft, head).is_empty(), "the number isn't finished, nor is the note there");
    let told = type_all(&mut editor, &mut draft, " at dusk.");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].1, ["symbol-malformed"], "told behind the number");
    // It goes at once when it is mended.
    let slip = draft.first("\\");
    draft.edit(&mut editor, slip, "/");
    assert!(editor.newest_findings(&draft).list.is_empty());
    // The cursor leaves the paragraph: now the missing note is told of.
    editor.tell("rapporteur/didMoveCursor", draft.at(3));
    assert_eq!(editor.findings(&draft).codes(), ["footnote-undefined"]);
    // What was told stays while the writer is there again.
    let end = draft.first("Lamps,").end;
    draft.edit(&mut editor, end..end, " ");
    assert_eq!(editor.newest_findings(&draft).codes(), ["footnote-undefined"]);
    editor.goodbye();
}

#[test]
fn what_is_wrong_is_told_when_the_file_is_saved() {
    let mut editor = Editor::start();
    let mut draft = nothing(&mut editor);
    let text = "The General Assembly,\n\nRecalling the Charter of the Lamps,¹\n\n1. Decides to light them.\n";
    assert!(type_all(&mut editor, &mut draft, text).is_empty());
    save(&mut editor);
    assert!(editor.findings(&draft).codes().contains(&"footnote-undefined"));
    editor.goodbye();
}

#[test]
fn a_text_that_is_pasted_is_told_about_at_once() {
    let mut editor = Editor::start();
    let mut draft = nothing(&mut editor);
    let text = "The General Assembly,\n\nRecalling the Charter of the Lamps,¹ which was put into force by the keepers of \
        the lights,\n\n1. Decides to light them;\n\n2. Decides to rest.\n";
    draft.edit(&mut editor, 0..0, text);
    assert_eq!(editor.newest_findings(&draft).codes(), ["footnote-undefined"]);
    editor.goodbye();
}

/// A text in an editor that has all plain texts read.
fn open_text(editor: &mut Editor, uri: &str, language: &str, text: &str) -> Document {
    let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
    editor.tell("textDocument/didOpen", json!({ "textDocument": item }));
    let encoding = crate::harness::Encoding::Utf16;
    Document { uri: uri.to_owned(), text: text.to_owned(), version: 1, encoding }
}

#[test]
fn what_does_not_read_as_a_resolution_is_passed_over_unless_it_is_called_a_draft() {
    let prose = "Minutes of the keepers\n\nWe talked about A/Res/90/211 and the lamps.\n";
    let mut editor = Editor::start();
    for (uri, language, found) in [
        ("file:///drafts/minutes.txt", "plaintext", 0),
        ("file:///drafts/minutes.md", "markdown", 0),
        ("file:///drafts/minutes.resolution.txt", "plaintext", 1),
        ("untitled:Untitled-1", "resolution", 1),
    ] {
        let draft = open_text(&mut editor, uri, language, prose);
        assert_eq!(editor.findings(&draft).list.len(), found, "{uri}");
    }
    // What is begun as a resolution is read as one.
    let mut draft = open_text(&mut editor, "file:///drafts/new.txt", "plaintext", prose);
    assert_eq!(editor.findings(&draft).list.len(), 0);
    draft.edit(&mut editor, 0..0, "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to rest.\n\n");
    assert!(!editor.newest_findings(&draft).list.is_empty());
    editor.goodbye();
}
