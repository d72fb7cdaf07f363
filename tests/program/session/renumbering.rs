//! Renumbering, moving, renaming and linked highlights, as an editor asks for them.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, capabilities};

const URI: &str = "file:///drafts/lamps.resolution";

const DRAFT: &str = "The General Assembly,

Recalling its resolution 92/14 of 3 December 2037 on lamps,²

Recalling also resolution 92/14, paragraph 2, on reeds,¹

1. Decides to light the lamps;

3. Requests a report, as in paragraph 4 above;

4. Invites all:

(a) To trim the wicks;

(c) To rest;

5. Decides to meet under paragraphs 3 and 4 (c) above and paragraph 2 above.

_______________
¹ On reeds.
² On lamps.
";

/// What an editor says of itself that rewrites, renames and makes the changes that it is asked for.
pub fn able() -> Value {
    let mut all = capabilities();
    let kinds = json!(["", "quickfix", "refactor", "refactor.rewrite"]);
    all["textDocument"]["codeAction"] =
        json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": kinds } } });
    all["textDocument"]["rename"] = json!({ "prepareSupport": true });
    all["workspace"] = json!({ "applyEdit": true, "workspaceEdit": { "documentChanges": true } });
    all
}

fn start(capabilities: Value) -> Editor {
    Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0
}

fn open(editor: &mut Editor, text: &str) -> Document {
    let document = Document::open(editor, URI, text);
    editor.findings(&document);
    document
}

/// A text with a change made that is meant for one document.
pub fn made(draft: &Document, change: &Value) -> String {
    let change = &change["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": draft.uri, "version": draft.version }));
    let mut edits: Vec<(std::ops::Range<usize>, &str)> = change["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| {
            let old = draft.text_at(&edit["range"]);
            let start = old.as_ptr() as usize - draft.text.as_ptr() as usize;
            (start..start + old.len(), edit["newText"].as_str().unwrap())
        })
        .collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = draft.text.clone();
    edits.into_iter().for_each(|(range, new)| text.replace_range(range, new));
    text
}

/// Asks for a command, lets the change be made, and gives the text after it.
fn run(editor: &mut Editor, draft: &Document, command: &str, more: &[Value]) -> String {
    let arguments: Vec<Value> = std::iter::once(json!(draft.uri)).chain(more.iter().cloned()).collect();
    let result = editor.ask("workspace/executeCommand", json!({ "command": command, "arguments": arguments }));
    assert_eq!(result, Value::Null);
    let request = editor.grant("workspace/applyEdit", json!({ "applied": true }));
    made(draft, &request["edit"])
}

fn said(editor: &mut Editor) -> String {
    editor.hear("window/showMessage")["message"].as_str().unwrap().to_owned()
}

#[test]
fn commands_change_the_draft_in_one_step() {
    let mut editor = start(able());
    let draft = open(&mut editor, DRAFT);
    let operative = run(&mut editor, &draft, "rapporteur.renumberOperative", &[]);
    assert!(operative.contains("2. Requests a report, as in paragraph 3 above;"), "{operative}");
    assert!(operative.contains("4. Decides to meet under paragraphs 2 and 3 (c) above and paragraph 2 above."));
    assert_eq!(said(&mut editor), "This stays as it is. Line 17: “2” refers to a paragraph that is gone.");
    let subs = run(&mut editor, &draft, "rapporteur.renumberSubparagraphs", &[]);
    assert!(subs.contains("(b) To rest;") && subs.contains("4 (b) above"), "{subs}");
    said(&mut editor);
    let notes = run(&mut editor, &draft, "rapporteur.renumberNotes", &[]);
    assert!(notes.contains("lamps,¹") && notes.ends_with("¹ On lamps.\n² On reeds.\n"), "{notes}");
    let all = run(&mut editor, &draft, "rapporteur.renumberAll", &[json!({ "bis": "resolve" })]);
    assert!(all.contains("2 and 3 (b) above") && all.contains("lamps,¹"), "{all}");
    said(&mut editor);
    let up = run(&mut editor, &draft, "rapporteur.moveParagraphUp", &[draft.position(draft.first("Requests").start)]);
    assert!(up.contains("1. Requests a report, as in paragraph 4 above;\n\n3. Decides to light the lamps;"), "{up}");
    let down =
        run(&mut editor, &draft, "rapporteur.moveParagraphDown", &[draft.position(draft.first("To trim").start)]);
    assert!(down.contains("(a) To rest;\n\n(c) To trim the wicks;"), "{down}");
    assert!(down.contains("paragraphs 3 and 4 (a) above"), "{down}");
    editor.goodbye();
}

#[test]
fn what_cannot_be_done_is_said() {
    let mut editor = start(able());
    let draft = open(&mut editor, "The General Assembly,\n\nRecalling the night,\n\n1. Decides;\n\n2. Ends.\n");
    let mut answer = |command: &str, arguments: Value| {
        let answer =
            editor.ask_anyway("workspace/executeCommand", json!({ "command": command, "arguments": arguments }));
        answer["error"]["message"].as_str().map(str::to_owned)
    };
    let first = draft.position(draft.first("Decides").start);
    assert_eq!(
        answer("rapporteur.moveParagraphUp", json!([URI, first])).as_deref(),
        Some("Nothing stands before this paragraph that it could move past.")
    );
    assert_eq!(
        answer("rapporteur.renumberAll", json!([URI, { "bis": "eat" }])).as_deref(),
        Some("The option “bis” is “keep” or “resolve”.")
    );
    assert!(answer("rapporteur.renumberAll", json!([])).is_some());
    assert!(answer("rapporteur.sing", json!([URI])).is_some());
    assert!(answer("rapporteur.moveParagraphUp", json!([URI])).is_some());
    assert_eq!(answer("rapporteur.renumberAll", json!([URI])), None);
    assert_eq!(said(&mut editor), "Everything is numbered as it should be.");
    editor.goodbye();
}

#[test]
fn an_editor_that_never_answers_is_asked_a_few_times_and_served_all_the_same() {
    let mut editor = start(able());
    let mut draft = open(&mut editor, DRAFT);
    let params = json!({ "command": "rapporteur.renumberNotes", "arguments": [URI] });
    let requests: Vec<Value> = (0..4)
        .map(|_| {
            editor.ask("workspace/executeCommand", params.clone());
            editor.hear_request("workspace/applyEdit")
        })
        .collect();
    let refused = editor.ask_anyway("workspace/executeCommand", params.clone());
    assert_eq!(refused["error"]["message"], "The editor has not answered the changes before this one.");
    draft.edit(&mut editor, 0..0, "\n");
    editor.newest_findings(&draft);
    // An answer lets ask again; a change that isn't made is told of.
    editor.answer(&requests[0], json!({ "applied": false, "failureReason": "The text has changed." }));
    assert_eq!(
        said(&mut editor),
        "Renumber the footnotes: the editor did not make the change. It says: The text has changed."
    );
    while editor.ask_anyway("workspace/executeCommand", params.clone()).get("error").is_some() {}
    editor.hear_request("workspace/applyEdit");
    editor.goodbye();
}

#[test]
fn an_editor_that_takes_no_changes_is_told_so() {
    let mut editor = Editor::start();
    let draft = open(&mut editor, DRAFT);
    let params = json!({ "command": "rapporteur.renumberNotes", "arguments": [draft.uri] });
    let refused = editor.ask_anyway("workspace/executeCommand", params);
    assert_eq!(
        refused["error"]["message"],
        "This editor doesn't let a server change a text. Use the code action instead."
    );
    editor.goodbye();
}

/// The titles of the rewriting code actions at a place, with the text that each would make.
fn offered(editor: &mut Editor, draft: &Document, at: usize, context: Value) -> Vec<(String, String)> {
    let range = draft.range(at..at);
    let params = json!({ "textDocument": { "uri": draft.uri }, "range": range, "context": context });
    let answer = editor.ask("textDocument/codeAction", params);
    let actions = answer.as_array().cloned().unwrap_or_default();
    let rewriting = actions.iter().filter(|action| action["kind"].as_str().unwrap().starts_with("refactor.rewrite"));
    rewriting.map(|action| (action["title"].as_str().unwrap().to_owned(), made(draft, &action["edit"]))).collect()
}

#[test]
fn what_mends_a_finding_is_not_offered_by_another_name_too() {
    let mut editor = start(able());
    let draft = open(
        &mut editor,
        "The General Assembly,\n\nRecalling it² and it,¹\n\n1. Decides.\n\n_______________\n¹ A/93/1.\n² A/93/2.\n",
    );
    let renumber = "Renumber the footnotes in the order in which they are called";
    let mut titles = |at: usize, context: Value| -> Vec<String> {
        offered(&mut editor, &draft, at, context).into_iter().map(|(title, _)| title).collect()
    };
    let mark = draft.text.find('²').unwrap();
    // There the quick fix does it.
    assert_eq!(titles(mark, json!({ "diagnostics": [] })), [""; 0]);
    let at = draft.text.find("Decides").unwrap();
    assert_eq!(titles(at, json!({ "diagnostics": [] })), [renumber]);
    assert_eq!(titles(mark, json!({ "diagnostics": [], "only": ["refactor"] })), [renumber]);
    editor.goodbye();
}

#[test]
fn code_actions_are_offered_where_they_change_something() {
    let mut editor = start(able());
    let mut draft = open(&mut editor, DRAFT);
    let at = draft.first("Requests").start;
    let all = offered(&mut editor, &draft, at, json!({ "diagnostics": [] }));
    let titles: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Renumber the operative paragraphs, and what refers to them (one reference stays as it is)",
            "Renumber the subparagraphs, and what refers to them (one reference stays as it is)",
            "Renumber the footnotes in the order in which they are called",
            "Renumber paragraphs and footnotes (one reference stays as it is)",
            "Move the paragraph up",
            "Move the paragraph down",
        ]
    );
    let renumbers = json!({ "diagnostics": [], "only": ["refactor.rewrite.renumber"] });
    assert_eq!(offered(&mut editor, &draft, at, renumbers.clone()).len(), 4);
    assert_eq!(offered(&mut editor, &draft, at, json!({ "diagnostics": [], "triggerKind": 2 })), []);
    assert_eq!(offered(&mut editor, &draft, at, json!({ "diagnostics": [], "only": ["quickfix"] })), []);
    let right = all[3].1.replace(" and paragraph 2 above", "");
    let whole = 0..draft.text.len();
    draft.edit(&mut editor, whole, &right);
    editor.newest_findings(&draft);
    assert_eq!(offered(&mut editor, &draft, at, renumbers), []);
    editor.goodbye();
}

#[test]
fn labels_are_renamed_with_all_that_refers_to_them() {
    let mut editor = start(able());
    let draft = open(&mut editor, DRAFT);
    let label = draft.first("4. Invites").start;
    let prepared = editor.ask("textDocument/prepareRename", draft.at(label));
    assert_eq!(prepared, json!({ "range": draft.range(label..label + 1), "placeholder": "4" }));
    let mut rename = |at: usize, new: &str| {
        let mut params = draft.at(at);
        params["newName"] = json!(new);
        let answer = editor.ask_anyway("textDocument/rename", params);
        match answer["error"]["message"].as_str() {
            Some(refused) => Err(refused.to_owned()),
            None => Ok(made(&draft, &answer["result"])),
        }
    };
    let renamed = rename(label, "7").unwrap();
    assert!(renamed.contains("7. Invites") && renamed.contains("paragraph 7 above;"), "{renamed}");
    assert!(renamed.contains("paragraphs 3 and 7 (c) above"), "{renamed}");
    let marker = rename(draft.first("²").start, "9").unwrap();
    assert_eq!(marker, DRAFT.replace('²', "⁹"));
    assert_eq!(rename(label, "3").unwrap_err(), "Paragraph 3 is taken already. Choose another, or renumber the draft.");
    assert_eq!(rename(label, "four").unwrap_err(), "“four” cannot stand here; a label such as “4.” can.");
    let words = draft.first("reeds").start;
    let refused = editor.ask_anyway("textDocument/prepareRename", draft.at(words));
    assert!(refused["error"]["message"].as_str().unwrap().starts_with("Only the label of a paragraph"));
    editor.goodbye();
}

#[test]
fn what_belongs_together_is_lit() {
    let mut editor = start(able());
    let draft = open(&mut editor, DRAFT);
    let mut lit = |at: usize| -> Vec<(String, u64)> {
        let answer = editor.ask("textDocument/documentHighlight", draft.at(at));
        let lit = answer.as_array().cloned().unwrap_or_default();
        lit.iter().map(|one| (draft.text_at(&one["range"]).to_owned(), one["kind"].as_u64().unwrap())).collect()
    };
    let shown = |list: &[(&str, u64)]| list.iter().map(|(text, kind)| ((*text).to_owned(), *kind)).collect::<Vec<_>>();
    assert_eq!(lit(draft.first("²").start), shown(&[("²", 2), ("²", 3)]));
    assert_eq!(lit(draft.nth("¹", 1).start), shown(&[("¹", 2), ("¹", 3)]));
    assert_eq!(lit(draft.first("92/14").start), shown(&[("92/14", 2), ("92/14", 2)]));
    assert_eq!(lit(draft.first("4. Invites").start), shown(&[("4", 2), ("4.", 3)]));
    assert_eq!(lit(draft.first("(c) To rest").start), shown(&[("(c)", 3), ("4 (c)", 2)]));
    assert_eq!(lit(draft.first("3 and 4").start), shown(&[("3.", 3), ("3", 2)]));
    assert_eq!(lit(draft.first("reeds").start), []);
    editor.goodbye();
}

/// A made-up draft of so many paragraphs of a kilobyte, of which the third is numbered wrong.
fn long(paragraphs: usize) -> String {
    let words =
        "that the keepers of the harbours trim the wicks and count the lamps before the night falls ".repeat(11);
    let paragraph = |n: usize| {
        let number = if n < 3 { n } else { n + 1 };
        let to = if n > 4 { n } else { 1 };
        format!("{number}. Requests {words}as said in paragraph {to} above and in resolution 92/{n};\n\n")
    };
    let body: String = (1..=paragraphs).map(paragraph).collect();
    format!(
        "The General Assembly,\n\nRecalling the lamps²¹\n\n{body}_______________\n¹ On reeds.\n² On lamps.\n²¹ On oil.\n"
    )
}

/// Tells how long requests take in an open draft, from their sending to their answer: the least of five times. Not
/// optimised as a release is: `cargo test --test program latency -- --ignored --nocapture`.
#[test]
#[ignore = "it tells times and fails for nothing"]
fn latency() {
    for (size, paragraphs) in [("60 KB", 55), ("1 MB", 930)] {
        let mut editor = start(able());
        let draft = open(&mut editor, &long(paragraphs));
        let label = draft.text.find("\n5. Requests").unwrap() + 1;
        let mut rename = draft.at(label);
        rename["newName"] = json!("999");
        let range = draft.range(label..label);
        let invoked = json!({ "diagnostics": [], "only": ["refactor.rewrite"] });
        let actions = json!({ "textDocument": { "uri": URI }, "range": range, "context": invoked });
        let position = draft.position(label);
        let command = |name: &str, more: Value| json!({ "command": name, "arguments": [URI, more] });
        let requests = [
            ("workspace/executeCommand", command("rapporteur.renumberAll", json!({}))),
            ("workspace/executeCommand", command("rapporteur.moveParagraphUp", position)),
            ("textDocument/codeAction", actions),
            ("textDocument/prepareRename", draft.at(label)),
            ("textDocument/rename", rename),
            ("textDocument/documentHighlight", draft.at(label)),
        ];
        for (method, params) in requests {
            let least = (0..5).map(|_| {
                let begun = std::time::Instant::now();
                editor.ask(method, params.clone());
                let took = begun.elapsed();
                if method == "workspace/executeCommand" {
                    editor.grant("workspace/applyEdit", json!({ "applied": true }));
                }
                took
            });
            let name = params["command"].as_str().unwrap_or(method).to_owned();
            println!("{size:>6} {name:34} {:.2} ms", least.min().unwrap().as_secs_f64() * 1e3);
        }
        editor.goodbye();
    }
}

#[test]
fn a_footnote_is_begun_at_the_cursor_and_the_writer_goes_on_in_it() {
    let mut all = able();
    all["window"] = json!({ "showDocument": { "support": true } });
    let mut editor = start(all);
    let text = "大会，\n\n回顾《灯塔宪章》，以及其议定书，[^1]\n\n1. 决定点灯。\n\n[^1]: 见A/92/85。\n";
    let draft = open(&mut editor, text);
    let place = draft.position(draft.first("宪章》").end);
    let arguments = json!([draft.uri, place]);
    editor.ask("workspace/executeCommand", json!({ "command": "rapporteur.insertFootnote", "arguments": arguments }));
    let request = editor.grant("workspace/applyEdit", json!({ "applied": true }));
    assert_eq!(request["label"], "Insert a footnote");
    let after = made(&draft, &request["edit"]);
    assert_eq!(
        after,
        "大会，\n\n回顾《灯塔宪章》，[^1]以及其议定书，[^2]\n\n1. 决定点灯。\n\n[^1]: …\n[^2]: 见A/92/85。\n"
    );
    let shown = editor.grant("window/showDocument", json!({ "success": true }));
    let written = Document { text: after, ..draft.clone() };
    assert_eq!(written.text_at(&shown["selection"]), "…");
    assert_eq!(shown["uri"], json!(draft.uri));
    // Where no note can be called, the user is told.
    let fault = editor.ask_anyway(
        "workspace/executeCommand",
        json!({ "command": "rapporteur.insertFootnote", "arguments": [draft.uri, draft.position(0)] }),
    );
    assert!(fault["error"]["message"].as_str().unwrap().starts_with("No footnote can be called here"), "{fault}");
    editor.goodbye();
}
