//! What changed since last year's text, in an editor.

use std::fs;

use serde_json::{Value, json};

use crate::compare::{EARLIER, later};
use crate::harness::{Document, Editor, capabilities, path_of, uri};
use crate::workspace::Workspace;

fn folder(name: &str) -> Workspace {
    let folder = Workspace::new(name);
    fs::write(folder.join("last-year.txt"), EARLIER).unwrap();
    fs::write(folder.join("draft.txt"), later()).unwrap();
    folder
}

fn start(folder: &Workspace, locale: &str, shows: bool) -> (Editor, Document) {
    let mut capabilities = capabilities();
    capabilities["workspace"] = json!({ "applyEdit": true });
    capabilities["window"] = json!({ "showDocument": { "support": shows } });
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities, "locale": locale });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    let draft = Document::open(&mut editor, &uri(&folder.join("draft.txt")), &later());
    editor.findings(&draft);
    (editor, draft)
}

fn lens(editor: &mut Editor, draft: &Document) -> Value {
    editor.ask("textDocument/codeLens", draft.itself())[0]["command"].clone()
}

#[test]
fn over_the_title_stands_what_changed_since_last_year_while_typing() {
    for (locale, said, less) in [
        (
            "ar",
            "منذ \u{2068}A/RES/92/14\u{2069}: تعديل واحدة، إضافة واحدة",
            "منذ \u{2068}A/RES/92/14\u{2069}: إضافة واحدة",
        ),
        ("en", "Since A/RES/92/14: 1 edited, 1 new", "Since A/RES/92/14: 1 new"),
        ("es", "Desde A/RES/92/14: 1 modificado, 1 nuevo", "Desde A/RES/92/14: 1 nuevo"),
        ("fr", "Depuis A/RES/92/14\u{a0}: 1 modifié, 1 nouveau", "Depuis A/RES/92/14\u{a0}: 1 nouveau"),
        ("ru", "По сравнению с A/RES/92/14: 1 с изменениями, 1 новый", "По сравнению с A/RES/92/14: 1 новый"),
        ("zh", "与A/RES/92/14相比：修改1处、新增1处", "与A/RES/92/14相比：新增1处"),
    ] {
        let folder = folder(&format!("changes-lens-{locale}"));
        let (mut editor, mut draft) = start(&folder, locale, true);
        assert_eq!(lens(&mut editor, &draft)["title"], said);
        let edited = draft.first("every morning");
        draft.edit(&mut editor, edited, "once a week");
        editor.newest_findings(&draft);
        assert_eq!(lens(&mut editor, &draft)["title"], less);
        editor.goodbye();
    }
}

#[test]
fn the_page_tells_each_paragraph() {
    let folder = folder("changes-page");
    let (mut editor, draft) = start(&folder, "en", true);
    let command = lens(&mut editor, &draft);
    assert_eq!(command["command"], "rapporteur.showChanges");
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    assert_eq!(editor.ask("workspace/executeCommand", params), Value::Null);
    let shown = editor.grant("window/showDocument", json!({ "success": true }));
    let page = path_of(shown["uri"].as_str().unwrap());
    let page = fs::read_to_string(page).unwrap();
    assert_eq!(
        page,
        "# What changed since A/RES/92/14\n\nParagraphs: 1 edited, 1 new.\n\n\
         ### Operative paragraph 1\n\n*new*\n\n**Welcomes the new lamps of the northern ports;**\n\n\
         ### Operative paragraph 3\n\n*edited; this was operative paragraph 2*\n\n\
         Requests the keepers to clean the glass of their lamps ~~once a week~~**every morning**.\n"
    );
    editor.goodbye();
}

#[test]
fn an_editor_that_shows_no_documents_is_told_where_the_page_is() {
    let folder = folder("changes-told");
    let (mut editor, draft) = start(&folder, "en", false);
    let params = json!({ "command": "rapporteur.showChanges", "arguments": [draft.uri] });
    assert_eq!(editor.ask("workspace/executeCommand", params), Value::Null);
    let said = editor.hear("window/showMessage");
    assert!(said["message"].as_str().unwrap().starts_with("What you asked for is in "), "{said}");
    editor.goodbye();
}

#[test]
fn a_draft_without_an_earlier_text_says_so() {
    let folder = Workspace::new("changes-none");
    let (mut editor, draft) = start(&folder, "en", true);
    assert_eq!(editor.ask("textDocument/codeLens", draft.itself()), json!([]));
    let params = json!({ "command": "rapporteur.showChanges", "arguments": [draft.uri] });
    let answer = editor.ask_anyway("workspace/executeCommand", params);
    let said = answer["error"]["message"].as_str().unwrap();
    assert!(said.starts_with("Among the texts at hand is none that this draft goes back to"), "{answer}");
    editor.goodbye();
}

#[test]
fn a_draft_and_another_text_are_written_as_two_pages_side_by_side() {
    let folder = folder("changes-aligned");
    // Two years ago there was one paragraph.
    let other = EARLIER.replace("92/14", "90/3").replace(" once a week", "").replace("all harbours", "the harbours");
    fs::write(folder.join("before-that.txt"), other).unwrap();
    let (mut editor, draft) = start(&folder, "en", true);
    let mut aligned = |arguments: Value| {
        let params = json!({ "command": "rapporteur.compareWith", "arguments": arguments });
        let told = editor.ask("workspace/executeCommand", params);
        let read = |side: &str| {
            let page = path_of(told[side].as_str().unwrap());
            fs::read_to_string(page).unwrap()
        };
        (told["title"].as_str().unwrap().to_owned(), read("old"), read("new"))
    };
    let (title, old, new) = aligned(json!([draft.uri]));
    assert_eq!(title, "Since A/RES/92/14: 1 edited, 1 new");
    let headings =
        |page: &str| page.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(headings(&old), headings(&new));
    assert!(old.contains("once a week.") && !old.contains("every morning"), "{old}");
    assert!(new.contains("every morning.") && !new.contains("once a week"), "{new}");

    let (title, old, _) = aligned(json!([draft.uri, uri(&folder.join("before-that.txt"))]));
    assert_eq!(title, "Since A/RES/90/3: 2 edited, 1 new");
    assert!(old.contains("the lamps of the harbours before"), "{old}");
    let params =
        json!({ "command": "rapporteur.compareWith", "arguments": [draft.uri, uri(&folder.join("none.txt"))] });
    let answer = editor.ask_anyway("workspace/executeCommand", params);
    assert!(
        answer["error"]["message"].as_str().unwrap().starts_with("Nothing of a resolution was understood in "),
        "{answer}"
    );
    editor.goodbye();
}
