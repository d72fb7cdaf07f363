//! What the stored library and the built-in instruments know, beside the workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, cache, capabilities, uri};

const TABLE: &str = "\
symbol\ttitle_en\ttitle_fr\tadopted\tdraft\treport\tmeeting
A/RES/91/7\tProtection of the night sky\tProtection du ciel nocturne\t2036-12-03\tA/C.3/91/L.9/Rev.1\tA/91/431\tA/91/PV.44
A/RES/91/8\tTides\t\t2036-12-05\t\t\t
";

/// The same resolution, of another day.
const OTHER_TABLE: &str = "symbol\ttitle_en\tadopted\nA/RES/91/7\tProtection of the night sky\t2036-12-04\n";

const DRAFT: &str = "The General Assembly,\n\nRecalling its resolutions 91/7 of 3 December 2036 and 91/8 of 6 December \
                     2036, and the Palermo Convention,\n\nDecides to rest.\n";

/// A library of these tables in the folder.
fn imported(folder: &Path, tables: &[&str]) -> PathBuf {
    let library = folder.join("data").join("library.sqlite");
    for (number, table) in tables.iter().enumerate() {
        let file = folder.join(format!("table-{number}.tsv"));
        fs::write(&file, table).unwrap();
        let import = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
            .args(["library".as_ref(), "--library".as_ref(), library.as_os_str(), "import".as_ref(), file.as_os_str()])
            .output()
            .unwrap();
        assert!(import.status.success(), "{import:?}");
    }
    library
}

/// An editor that names this library in its settings.
fn editor(library: &Path, links: bool) -> Editor {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["definition"] = json!({ "linkSupport": links });
    let options = json!({ "library": { "file": library } });
    let mut params = json!({
        "processId": null, "rootUri": null, "capabilities": capabilities, "initializationOptions": options
    });
    // In no editor's language: what is explained is explained in the draft's.
    params["locale"] = json!("nl");
    Editor::with(params).0
}

fn hover(editor: &mut Editor, draft: &Document, words: &str) -> String {
    let answer = editor.ask("textDocument/hover", draft.at(draft.first(words).start));
    answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

/// Asks about words until the answer has `part`: the library is opened beside the conversation.
fn until(editor: &mut Editor, draft: &Document, words: &str, part: &str) -> String {
    for _ in 0..20_000 {
        let said = hover(editor, draft, words);
        if said.contains(part) {
            return said;
        }
    }
    panic!("nothing says {part:?}");
}

#[test]
fn the_stored_library_says_what_is_cited() {
    let folder = Workspace::new("known");
    let mut editor = editor(&imported(&folder, &[TABLE, OTHER_TABLE]), true);
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    // Once more when it was looked up what the draft cites.
    editor.findings(&draft);
    let said = until(&mut editor, &draft, "91/7", "*Protection of the night sky*");
    for part in [
        "**A/RES/91/7**",
        "- Adopted on ",
        "3 December 2036 (table-0.tsv)",
        "4 December 2036 (table-1.tsv)",
        "- Meeting: A/91/PV.44",
        "- Draft: A/C.3/91/L.9/Rev.1",
        "- Report: A/91/431",
        "Cited once in this draft.",
        "/en/A/RES/91/7",
    ] {
        assert!(said.contains(part), "no {part:?} in {said}");
    }
    let doubted = hover(&mut editor, &draft, "91/8");
    assert!(doubted.contains("5 December 2036 (table-0.tsv); 6 December 2036 (according to this draft)"), "{doubted}");
    assert!(hover(&mut editor, &draft, "Palermo").contains("A/RES/55/25, Annex I"));

    let french = Document::open(
        &mut editor,
        "untitled:2",
        "L’Assemblée générale,\n\nRappelant ses résolutions 91/7 et 91/8,\n\nDécide de se reposer.\n",
    );
    editor.findings(&french);
    let said = hover(&mut editor, &french, "91/7");
    assert!(
        said.contains("*Protection du ciel nocturne*\n") && said.contains("Cité dans un autre texte ici."),
        "{said}"
    );
    assert!(hover(&mut editor, &french, "91/8").contains("*Tides* (titre en anglais)"));
    editor.goodbye();
}

#[test]
fn where_there_is_no_text_a_card_is_the_definition() {
    let folder = Workspace::new("cards");
    let mut editor = editor(&imported(&folder, &[TABLE]), true);
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    // Once more when it was looked up what the draft cites.
    editor.findings(&draft);
    until(&mut editor, &draft, "91/7", "*Protection of the night sky*");
    let mut go = |words: &str| {
        let place = draft.at(draft.first(words).start);
        let found = editor.ask("textDocument/definition", place);
        let target = found[0]["targetUri"].as_str().unwrap_or_else(|| panic!("{found}")).to_owned();
        let path = cache().join("cards").join(target.rsplit('/').next().unwrap());
        assert_eq!(target, uri(&path));
        (draft.text_at(&found[0]["originSelectionRange"]).to_owned(), fs::read_to_string(path).unwrap(), target)
    };
    let (origin, card, target) = go("91/7");
    assert_eq!(origin, "91/7");
    assert!(card.starts_with("# A/RES/91/7\n\n*Protection of the night sky*\n") && card.contains("fr: *Protection du"));
    assert_eq!(go("Palermo").0, "Palermo Convention");

    // What is shown of it is no draft, and no instrument that other drafts cite.
    let shown = Document::open(&mut editor, &target, &card);
    assert_eq!(editor.findings(&shown).list, [] as [Value; 0]);
    let found = editor.ask("textDocument/definition", draft.at(draft.first("91/7").start));
    assert_eq!(found[0]["targetRange"]["end"], json!({ "line": 0, "character": 0 }));
    assert_eq!(editor.ask("workspace/symbol", json!({ "query": "" })), json!([]));
    editor.goodbye();
}

#[test]
fn a_library_that_cannot_be_used_is_told_once_and_done_without() {
    let folder = Workspace::new("damaged");
    for (name, bytes, told) in [
        ("absent.sqlite", None, "There is no library yet."),
        (
            "other.sqlite",
            Some("This is a letter, and long enough to be something else than a database. ".repeat(99)),
            "",
        ),
    ] {
        let file = folder.join(name);
        if let Some(bytes) = bytes {
            fs::write(&file, bytes).unwrap();
        }
        let mut editor = editor(&file, false);
        let sentence = editor.hear("window/showMessage")["message"].as_str().unwrap().to_owned();
        assert!(sentence.starts_with(&*file.to_string_lossy()) && sentence.contains(told), "{sentence}");
        assert!(sentence.ends_with("Rapporteur goes on without it."), "{sentence}");
        for number in 0..2 {
            let draft = Document::open(&mut editor, &format!("untitled:{number}"), DRAFT);
            editor.findings(&draft);
            assert!(hover(&mut editor, &draft, "91/7").contains("3 December 2036 (according to this draft)"));
        }
        editor.goodbye();
    }
}

#[test]
fn texts_in_other_languages_are_all_offered() {
    let folder = Workspace::new("offered");
    fs::write(folder.join("a.txt"), "92/14. 黑暗的天空\n\n大会，\n\n决定休息。\n").unwrap();
    let english = "92/14. Dark skies\n\nThe General Assembly,\n\nNoting the sky,\n\nI\nLamps\n\n1. Decides to dim the \
                   lamps;\n\nII\nStars\n\n2. Decides to count the stars.\n";
    fs::write(folder.join("b.txt"), english).unwrap();
    let mut editor = Editor::start_in(&folder);
    let text = "L’Assemblée générale,\n\nRappelant la section II de sa résolution 92/14,\n\nDécide de se reposer.\n";
    let draft = Document::open(&mut editor, "untitled:1", text);
    editor.findings(&draft);
    let mut go = |words: &str| {
        let found = editor.ask("textDocument/definition", draft.at(draft.first(words).start));
        let place =
            |place: &Value| (place["uri"].as_str().unwrap().to_owned(), place["range"]["start"]["line"].clone());
        found.as_array().unwrap_or_else(|| panic!("{found}")).iter().map(place).collect::<Vec<_>>()
    };
    let (a, b) = (uri(&folder.join("a.txt")), uri(&folder.join("b.txt")));
    for words in ["section II", "92/14"] {
        assert_eq!(go(words), [(b.clone(), json!(11)), (a.clone(), json!(0))], "{words}");
    }
    editor.goodbye();
}
