//! Quick fixes are offered, and applied as an editor applies them.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Encoding, capabilities, example};

const URI: &str = "file:///drafts/night-sky.resolution";

/// What an editor says of itself that shows quick fixes and looks at versions.
fn with_actions() -> Value {
    let mut all = capabilities();
    all["textDocument"]["codeAction"] =
        json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } });
    all["workspace"] = json!({ "workspaceEdit": { "documentChanges": true } });
    all
}

fn start(capabilities: Value) -> Editor {
    Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0
}

/// What is offered at a range, to an editor that shows these findings there.
fn offered(editor: &mut Editor, draft: &Document, range: Value, shown: &[Value], only: Option<&str>) -> Vec<Value> {
    let mut context = json!({ "diagnostics": shown });
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    let document = json!({ "uri": draft.uri });
    let params = json!({ "textDocument": document, "range": range, "context": context });
    match editor.ask("textDocument/codeAction", params) {
        Value::Array(actions) => actions,
        nothing => {
            assert_eq!(nothing, Value::Null);
            Vec::new()
        }
    }
}

/// Applies the edits of an action, the last first, and tells the server.
fn apply(editor: &mut Editor, draft: &mut Document, edits: &Value) {
    let mut edits: Vec<(std::ops::Range<usize>, String)> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| {
            let text = draft.text_at(&edit["range"]);
            let start = text.as_ptr() as usize - draft.text.as_ptr() as usize;
            (start..start + text.len(), edit["newText"].as_str().unwrap().to_owned())
        })
        .collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, new) in edits {
        draft.edit(editor, range, &new);
    }
}

#[test]
fn each_mend_takes_its_finding_away() {
    for language in ["ar", "en", "zh"] {
        for (name, encoding) in [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16)] {
            let mut capabilities = with_actions();
            capabilities["general"]["positionEncodings"] = json!([name]);
            let mut editor = start(capabilities);
            let mut draft = Document::open(&mut editor, URI, &example(&format!("night-sky.{language}.resolution.txt")));
            draft.encoding = encoding;
            let mut findings = editor.findings(&draft);
            let mut mended = Vec::new();
            while let Some((finding, action)) = findings.list.iter().find_map(|finding| {
                let shown = std::slice::from_ref(finding);
                let action = offered(&mut editor, &draft, finding["range"].clone(), shown, None).into_iter().next()?;
                Some((finding.clone(), action))
            }) {
                assert_eq!(action["kind"], "quickfix");
                assert_eq!(action["diagnostics"], json!([finding]));
                let change = &action["edit"]["documentChanges"][0];
                assert_eq!(change["textDocument"], json!({ "uri": URI, "version": draft.version }));
                apply(&mut editor, &mut draft, &change["edits"]);
                let left = editor.newest_findings(&draft);
                // What a mend begins for the writer to go on with is told as that.
                let wrong = |all: &crate::harness::Findings| {
                    all.codes().into_iter().filter(|code| *code != "footnote-unfinished").count()
                };
                assert_eq!(wrong(&left), wrong(&findings) - 1, "{action}");
                mended.push(finding["code"].as_str().unwrap().to_owned());
                findings = left;
            }
            assert_eq!(
                mended,
                ["footnote-undefined", "subparagraph-numbering", "operative-numbering", "symbol-malformed"]
            );
            assert_eq!(findings.codes(), ["footnote-unfinished"]);
            assert!(draft.text.contains("A/RES/90/211"));
            editor.goodbye();
        }
    }
}

#[test]
fn an_open_akoma_ntoso_document_is_mended_in_the_text_of_its_elements() {
    let file = "<akomaNtoso>\n<preamble><p>The General Assembly,</p><p>Recalling <i>its</i> resolution <a>A/Res/90/211</a> &amp; \
                lamps,<authorialNote marker=\"1\"><p>See A/92//7.</p></authorialNote></p></preamble><paragraph><num>1.</num>\
                <content><p>Decides to rest;</p></content></paragraph><paragraph><num>1.</num><content><p>Decides to wait.</p>\
                </content></paragraph></akomaNtoso>\n";
    let mended = "A/RES/90/211</a> &amp; lamps,<authorialNote marker=\"1\"><p>See A/92/7.";
    let right = file.replace("A/Res/90/211</a> &amp; lamps,<authorialNote marker=\"1\"><p>See A/92//7.", mended);
    let right = right.replacen(
        "rest;</p></content></paragraph><paragraph><num>1",
        "rest;</p></content></paragraph><paragraph><num>2",
        1,
    );
    let mut editor = start(with_actions());
    let mut document = Document::open(&mut editor, URI, file);
    assert_eq!(editor.findings(&document).list.len(), 3);
    let place = document.range(document.first("A/Res/90/211"));
    let all = offered(&mut editor, &document, place, &[], Some("source.fixAll"));
    apply(&mut editor, &mut document, &all[0]["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(document.text, right);
    assert_eq!(editor.newest_findings(&document).list, Vec::<Value>::new());
    editor.goodbye();
}

#[test]
fn a_mend_that_is_one_of_several_is_not_preferred() {
    let mut editor = start(with_actions());
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    let findings = editor.findings(&draft);
    let mut preferred = |code: &str| {
        let finding = findings.list.iter().find(|finding| finding["code"] == code).unwrap();
        let actions = offered(&mut editor, &draft, finding["range"].clone(), &[], Some("quickfix"));
        assert_eq!(actions.len(), 1, "{actions:?}");
        (actions[0]["title"].as_str().unwrap().to_owned(), actions[0].get("isPreferred").cloned())
    };
    assert_eq!(preferred("operative-numbering"), ("Number the paragraph 4".to_owned(), Some(json!(true))));
    assert_eq!(preferred("subparagraph-numbering"), ("Label the subparagraph (c)".to_owned(), None));
    assert_eq!(preferred("symbol-malformed"), ("Write A/RES/90/211".to_owned(), Some(json!(true))));
    editor.goodbye();
}

#[test]
fn mends_are_offered_where_they_are_asked_for() {
    let mut editor = start(with_actions());
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    let findings = editor.findings(&draft);
    let symbol = draft.first("A/Res/90/211");
    let cursor = |at: usize| draft.range(at..at);
    let mut count = |range: Value, shown: &[Value], only| offered(&mut editor, &draft, range, shown, only).len();
    assert_eq!(count(cursor(symbol.start), &[], None), 1, "before its first letter");
    assert_eq!(count(cursor(symbol.end), &[], None), 1, "after its last");
    assert_eq!(count(cursor(symbol.end + 1), &[], None), 0);
    assert_eq!(count(cursor(symbol.start), &[], Some("")), 2, "any kind, all of them in one included");
    assert_eq!(count(cursor(symbol.start), &[], Some("refactor")), 0);
    assert_eq!(count(cursor(symbol.start), &[], Some("source.fixAll")), 1, "all that is certain");
    assert_eq!(count(cursor(0), &[], Some("source.fixAll.rapporteur")), 1, "wherever the cursor is");
    assert_eq!(count(cursor(0), &[], Some("source.fixAll.other")), 0);
    assert_eq!(count(draft.range(0..draft.text.len()), &[], None), 4, "the whole draft");
    // Neovim and others ask with all the findings of the cursor's line.
    let shown = findings.list.last().cloned();
    let end_of_line = symbol.end + draft.text[symbol.end..].find('\n').unwrap();
    assert_eq!(count(cursor(end_of_line), shown.as_slice(), None), 1, "on the same line");
    editor.goodbye();
}

#[test]
fn all_that_is_certain_is_mended_at_once() {
    let mut editor = start(with_actions());
    let mut draft = Document::open(
        &mut editor,
        URI,
        "The General Assembly,\n\nRecalling A/Res/90/211 and A/RES/90//212,\n\n1. Sees A/Res/90/213;\n\n1. Decides to rest.\n",
    );
    editor.findings(&draft);
    let place = draft.range(draft.first("A/Res/90/211"));
    let offers = offered(&mut editor, &draft, place, &[], None);
    let titles: Vec<&str> = offers.iter().map(|action| action["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Write A/RES/90/211", "Mend all 3 of symbol-malformed"]);
    let range = draft.range(0..0);
    let offers = offered(&mut editor, &draft, range, &[], Some("source.fixAll"));
    assert_eq!(offers[0]["title"], "Mend all 4 findings whose mend is certain");
    apply(&mut editor, &mut draft, &offers[0]["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(editor.newest_findings(&draft).list, [] as [Value; 0]);
    assert!(draft.text.contains("Recalling A/RES/90/211 and A/RES/90/212,\n\n1. Sees A/RES/90/213;\n\n2. Decides"));
    editor.goodbye();
}

#[test]
fn notes_out_of_order_are_numbered_as_they_are_called() {
    let mut editor = start(with_actions());
    let mut draft = Document::open(
        &mut editor,
        URI,
        "The General Assembly,\n\nRecalling the Charter,² and the Protocol,¹\n\nDecides.\n\n¹ Of the Protocol.\n² Of the Charter.\n",
    );
    assert_eq!(editor.findings(&draft).codes(), ["footnote-order"]);
    // What is typed into a note meanwhile is kept.
    let at = draft.first("Charter.").end - 1;
    draft.edit(&mut editor, at..at, " itself");
    editor.newest_findings(&draft);
    let place = draft.range(draft.first("²"));
    let offers = offered(&mut editor, &draft, place, &[], Some("quickfix"));
    assert_eq!(offers[0]["title"], "Number the notes in the order in which they are called");
    assert_eq!(offers[0]["isPreferred"], true);
    apply(&mut editor, &mut draft, &offers[0]["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(editor.newest_findings(&draft).list, [] as [Value; 0]);
    assert!(draft.text.contains("Charter,¹ and the Protocol,²"), "{}", draft.text);
    assert!(draft.text.ends_with("¹ Of the Charter itself.\n² Of the Protocol.\n"), "{}", draft.text);
    editor.goodbye();
}

#[test]
fn editors_that_look_at_no_versions_get_plain_changes() {
    let mut capabilities = with_actions();
    capabilities["workspace"]["workspaceEdit"]["documentChanges"] = json!(false);
    let mut editor = start(capabilities);
    let mut draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    editor.findings(&draft);
    let range = draft.range(draft.first("A/Res/90/211"));
    let actions = offered(&mut editor, &draft, range, &[], None);
    assert_eq!(actions[0]["edit"].get("documentChanges"), None);
    apply(&mut editor, &mut draft, &actions[0]["edit"]["changes"][URI]);
    assert!(!editor.newest_findings(&draft).codes().contains(&"symbol-malformed"));
    editor.goodbye();
}

#[test]
fn editors_without_quick_fixes_are_told_of_none() {
    let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities() });
    let (editor, answer) = Editor::with(params);
    assert_eq!(answer["capabilities"].get("codeActionProvider"), None);
    editor.goodbye();
    let params = json!({ "processId": null, "rootUri": null, "capabilities": with_actions() });
    let (editor, answer) = Editor::with(params);
    assert_eq!(
        answer["capabilities"]["codeActionProvider"]["codeActionKinds"],
        json!(["quickfix", "source.fixAll.rapporteur"])
    );
    editor.goodbye();
}

#[test]
fn switched_off_rules_offer_nothing() {
    let mut editor = start(with_actions());
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    editor.findings(&draft);
    let settings = json!({ "rapporteur": { "ignore": ["symbol-malformed"] } });
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    editor.findings(&draft);
    let range = draft.range(draft.first("A/Res/90/211"));
    assert_eq!(offered(&mut editor, &draft, range, &[], None), [] as [Value; 0]);
    editor.goodbye();
}

/// The next list for the draft as it is now that has a finding of a rule.
fn told_of(editor: &mut Editor, draft: &Document, code: &str) -> Value {
    loop {
        let findings = editor.findings(draft);
        let of_rule = findings.list.iter().find(|finding| finding["code"] == code);
        if let Some(finding) = of_rule.filter(|_| findings.version == Some(draft.version)) {
            return finding.clone();
        }
    }
}

#[test]
fn a_reference_is_told_what_it_meant_when_paragraphs_were_numbered_by_hand() {
    let mut editor = start(with_actions());
    let text = "The General Assembly,\n\nRecalling the Charter of the Lamps,\n\n1. Decides to light the lamps;\n\n\
        2. Requests the keepers to watch:\n\n(a) By night;\n\n(b) By day;\n\n\
        3. Invites the ships to wait, in accordance with paragraph 2 (b) above;\n\n\
        4. Decides to return to paragraph 3 above.\n";
    let mut draft = Document::open(&mut editor, URI, text);
    assert_eq!(editor.findings(&draft).list, [] as [Value; 0]);
    let at = draft.first("2. Requests").start;
    draft.edit(&mut editor, at..at, "2. Thanks the towns;\n\n");
    for (from, to) in [("4. Decides", "5"), ("3. Invites", "4"), ("2. Requests", "3")] {
        let at = draft.first(from).start;
        draft.edit(&mut editor, at..at + 1, to);
    }
    let mut finding = told_of(&mut editor, &draft, "paragraph-reference");
    assert_eq!(draft.text_at(&finding["range"]), "2 (b)");
    assert!(finding["message"].as_str().unwrap().starts_with("What “2 (b)” refers to has become 3 (b)."), "{finding}");
    for right in ["3 (b) above", "to paragraph 4"] {
        let offers = offered(&mut editor, &draft, finding["range"].clone(), &[], Some("quickfix"));
        apply(&mut editor, &mut draft, &offers[0]["edit"]["documentChanges"][0]["edits"]);
        assert!(draft.text.contains(right), "{}", draft.text);
        let findings = editor.newest_findings(&draft);
        finding = findings.list.first().cloned().unwrap_or_default();
    }
    assert_eq!(finding, Value::Null);
    editor.goodbye();
}

#[test]
fn a_mend_by_which_another_fault_would_come_mends_that_too() {
    let mut editor = start(with_actions());
    // Once the first paragraph ends with a semicolon, the last one is to end with a full stop.
    let text =
        "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light the lamps.\n\n2. Requests a report\n";
    let mut draft = Document::open(&mut editor, URI, text);
    let findings = editor.findings(&draft);
    let finding = &findings.list[0];
    let actions = offered(&mut editor, &draft, finding["range"].clone(), std::slice::from_ref(finding), None);
    apply(&mut editor, &mut draft, &actions[0]["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(editor.newest_findings(&draft).list, Vec::<Value>::new(), "{}", draft.text);
    editor.goodbye();
}

#[test]
fn a_mend_that_can_not_be_made_says_why_where_that_is_shown() {
    // As paragraph 3 among these, `2,` would be no label any more.
    let text = "The General Assembly,\n\n2. Decides to light the lamps;\n\n1. Decides to light the lamps;\n\n\
                2, Decides to light the lamps;\n\n3. Decides to light the lamps.\n";
    for shown in [true, false] {
        let mut capabilities = with_actions();
        capabilities["textDocument"]["codeAction"]["disabledSupport"] = json!(shown);
        let mut editor = start(capabilities);
        let draft = Document::open(&mut editor, URI, text);
        editor.findings(&draft);
        let actions = offered(&mut editor, &draft, draft.range(draft.first("2.")), &[], Some("quickfix"));
        let refused: Vec<&Value> = actions.iter().filter(|action| action.get("disabled").is_some()).collect();
        assert_eq!(refused.len(), usize::from(shown), "{actions:#?}");
        for action in refused {
            assert_eq!(action["title"], "Exchange the numbers 2 and 1");
            assert!(action["disabled"]["reason"].as_str().unwrap().starts_with("By this mend alone"), "{action}");
            assert!(action.get("edit").is_none(), "{action}");
        }
        editor.goodbye();
    }
}
