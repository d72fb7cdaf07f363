//! Who cites whom in the workspace, in files that nobody has open.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, capabilities, uri};

/// A resolution that cites others.
fn resolution(number: &str, title: &str, cited: &[&str]) -> String {
    let recalled = cited.iter().map(|cited| format!("Recalling its resolution {cited} of 3 December 2037,\n\n"));
    format!("{number}. {title}\n\nThe General Assembly,\n\n{}1. Decides to rest.\n", recalled.collect::<String>())
}

/// Three resolutions: 92/16 cites 92/15 and 92/14, 92/15 cites 92/14 and 90/1, of which there is no text.
fn workspace(name: &str) -> Workspace {
    let folder = Workspace::new(name);
    fs::write(folder.join("a.txt"), resolution("92/14", "Quiet skies", &[])).unwrap();
    fs::write(folder.join("b.txt"), resolution("92/15", "Dark skies", &["92/14", "90/1"])).unwrap();
    fs::write(folder.join("c.txt"), resolution("92/16", "Lamps “of old”", &["92/15", "92/14"])).unwrap();
    fs::write(folder.join("notes.txt"), "Lunch on 92/14, with resolution 92/14 as a napkin\n").unwrap();
    folder
}

/// Starts the server in a folder, and waits until it knows who cites whom.
fn start(folder: &Path, more: Value) -> Editor {
    let mut capabilities = capabilities();
    capabilities["window"]["workDoneProgress"] = true.into();
    capabilities["experimental"] = more;
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params =
        json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities });
    let mut editor = Editor::with(params).0;
    editor.grant("window/workDoneProgress/create", Value::Null);
    while editor.hear("$/progress")["value"]["kind"] != "end" {}
    editor.hear("window/logMessage");
    editor
}

/// Opens one of the folder's files.
fn open(editor: &mut Editor, folder: &Path, name: &str) -> Document {
    let path = folder.join(name);
    let document = Document::open(editor, &uri(&path), &fs::read_to_string(&path).unwrap());
    editor.findings(&document);
    document
}

fn references(editor: &mut Editor, document: &Document, words: &str) -> Value {
    let mut params = document.at(document.first(words).start);
    params["context"] = json!({ "includeDeclaration": false });
    editor.ask("textDocument/references", params)
}

/// The names of the items of a list of calls, and the lines from which they are called.
fn calls(calls: &Value, end: &str) -> Vec<(String, Vec<u64>)> {
    let name = |call: &Value| call[end]["name"].as_str().unwrap().to_owned();
    let lines = |call: &Value| -> Vec<u64> {
        call["fromRanges"].as_array().unwrap().iter().map(|range| range["start"]["line"].as_u64().unwrap()).collect()
    };
    calls.as_array().unwrap().iter().map(|call| (name(call), lines(call))).collect()
}

#[test]
fn an_instrument_is_cited_in_files_that_are_not_open() {
    let folder = workspace("cited-in-files");
    let mut editor = start(&folder, json!({}));
    let mut skies = open(&mut editor, &folder, "a.txt");
    let place = |name: &str, line: u64| {
        let (start, end) = (json!({ "line": line, "character": 25 }), json!({ "line": line, "character": 30 }));
        json!({ "uri": uri(&folder.join(name)), "range": { "start": start, "end": end } })
    };
    assert_eq!(references(&mut editor, &skies, "92/14"), json!([place("b.txt", 4), place("c.txt", 6)]));

    // What is open stands in for its file.
    let mut lamps = open(&mut editor, &folder, "c.txt");
    lamps.edit(&mut editor, 0..0, "\n");
    editor.newest_findings(&lamps);
    let found = references(&mut editor, &skies, "92/14");
    assert_eq!(found, json!([place("c.txt", 7), place("b.txt", 4)]));

    // So does what changes on disk.
    let path = folder.join("b.txt");
    fs::write(&path, resolution("92/15", "Dark skies", &["90/1"])).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&path), "type": 2 }] }));
    while references(&mut editor, &skies, "92/14") != json!([place("c.txt", 7)]) {}
    fs::remove_file(&path).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&path), "type": 3 }] }));
    skies.edit(&mut editor, 0..0, "\n");
    editor.newest_findings(&skies);
    assert_eq!(references(&mut editor, &skies, "92/14"), json!([place("c.txt", 7)]));
    editor.goodbye();
}

#[test]
fn who_cites_whom_can_be_followed_step_by_step() {
    let folder = workspace("hierarchy");
    let mut editor = start(&folder, json!({}));
    let lamps = open(&mut editor, &folder, "c.txt");
    let own = editor.ask("textDocument/prepareCallHierarchy", lamps.at(lamps.first("Lamps").start));
    assert_eq!(own[0]["name"], "A/RES/92/16 Lamps “of old”");
    assert_eq!(lamps.text_at(&own[0]["range"]), "92/16. Lamps “of old”");
    let mut step = |method: &str, item: &Value| editor.ask(&format!("callHierarchy/{method}"), json!({ "item": item }));

    let cited = step("outgoingCalls", &own[0]);
    let [dark, quiet] = ["A/RES/92/15 Dark skies", "A/RES/92/14 Quiet skies"];
    assert_eq!(calls(&cited, "to"), [(dark.to_owned(), vec![4]), (quiet.to_owned(), vec![6])]);
    // A step further, in a file that isn't open; what has no text stands where it is cited.
    let further = step("outgoingCalls", &cited[0]["to"]);
    assert_eq!(calls(&further, "to"), [(quiet.to_owned(), vec![4]), ("A/RES/90/1".to_owned(), vec![6])]);
    assert_eq!(further[1]["to"]["uri"], uri(&folder.join("b.txt")));
    assert_eq!(step("outgoingCalls", &further[1]["to"]), json!([]));

    let citing = step("incomingCalls", &further[0]["to"]);
    let lamps_name = "A/RES/92/16 Lamps “of old”".to_owned();
    assert_eq!(calls(&citing, "from"), [(lamps_name.clone(), vec![6]), (dark.to_owned(), vec![4])]);
    assert_eq!(calls(&step("incomingCalls", &citing[1]["from"]), "from"), [(lamps_name, vec![4])]);
    assert_eq!(calls(&step("incomingCalls", &further[1]["to"]), "from"), [(dark.to_owned(), vec![6])]);

    // From a citation, and with an item that is none of the server's.
    let cited = editor.ask("textDocument/prepareCallHierarchy", lamps.at(lamps.first("92/14").start));
    assert_eq!(cited[0]["name"], quiet);
    let mut foreign = cited[0].clone();
    foreign["data"] = json!(7);
    for method in ["incomingCalls", "outgoingCalls"] {
        assert_eq!(editor.ask(&format!("callHierarchy/{method}"), json!({ "item": foreign })), json!([]));
    }
    editor.goodbye();
}

#[test]
fn over_a_title_stands_how_many_texts_cite_it() {
    let folder = workspace("lens");
    let mut editor = start(&folder, json!({ "rapporteurReferences": true }));
    let skies = open(&mut editor, &folder, "a.txt");
    let lenses = editor.ask("textDocument/codeLens", skies.itself());
    let command = &lenses[0]["command"];
    assert_eq!(
        (&command["title"], skies.text_at(&lenses[0]["range"])),
        (&json!("Cited by 2 texts here"), "Quiet skies")
    );
    assert_eq!(command["command"], "rapporteur.showReferences");
    assert_eq!(command["arguments"], json!([skies.uri, { "line": 0, "character": 0 }]));

    // Open texts count as they stand, and nothing stands where nothing cites it.
    let mut dark = open(&mut editor, &folder, "b.txt");
    let number = dark.first("92/14");
    dark.edit(&mut editor, number, "92/99");
    editor.newest_findings(&dark);
    let title = |lenses: Value| lenses[0]["command"]["title"].clone();
    assert_eq!(title(editor.ask("textDocument/codeLens", skies.itself())), "Cited by one text here");
    let lamps = open(&mut editor, &folder, "c.txt");
    assert_eq!(editor.ask("textDocument/codeLens", lamps.itself()), json!([]));
    editor.goodbye();

    // A client without the command shows the sentence alone.
    let mut editor = start(&folder, json!({}));
    let skies = open(&mut editor, &folder, "a.txt");
    let lenses = editor.ask("textDocument/codeLens", skies.itself());
    assert_eq!(lenses[0]["command"], json!({ "title": "Cited by 2 texts here", "command": "" }));
    editor.goodbye();
}

#[test]
fn symbols_and_numbers_are_found_before_words() {
    let folder = workspace("search");
    fs::write(folder.join("d.txt"), resolution("92/140", "On resolution 92/14", &[])).unwrap();
    let mut editor = start(&folder, json!({}));
    let mut found = |query: &str| -> Vec<String> {
        let found = editor.ask("workspace/symbol", json!({ "query": query }));
        found.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found("92/14"), ["A/RES/92/14 Quiet skies", "A/RES/92/140 On resolution 92/14"]);
    assert_eq!(found("SKIES d"), ["A/RES/92/15 Dark skies"]);
    editor.goodbye();
}

#[test]
fn resolutions_in_the_united_nations_xml_are_texts() {
    let folder = Workspace::new("xml");
    let xml = "<akomaNtoso>\n<meta><p>92/99</p></meta>\n<coverPage><p><docTitle>Resolution adopted by the General Assembly on 3 \
               December 2037</docTitle></p></coverPage>\n<preface><p><docNumber>92/17.</docNumber>\n<docTitle> Quiet \
               harbours</docTitle></p></preface>\n<p><i>The General Assembly</i>,</p>\n<p><i>Recalling</i> its resolution <a>92/14</a> \
               of 3 December 2037,</p>\n<paragraph><num>1.</num><p>Decides to rest.</p></paragraph>\n</akomaNtoso>\n";
    fs::write(folder.join("x.xml"), xml).unwrap();
    fs::write(folder.join("other.xml"), "<html><p>92/17. Quiet harbours</p></html>").unwrap();
    fs::write(folder.join("a.txt"), resolution("92/14", "Quiet skies", &["92/17"])).unwrap();
    let mut editor = start(&folder, json!({}));
    let skies = open(&mut editor, &folder, "a.txt");
    let found = editor.ask("textDocument/definition", skies.at(skies.first("92/17").start));
    let place = |from: (u64, u64), to: (u64, u64)| {
        let position = |(line, character): (u64, u64)| json!({ "line": line, "character": character });
        json!({ "uri": uri(&folder.join("x.xml")), "range": { "start": position(from), "end": position(to) } })
    };
    // The places are those in the file, not in the text that was made of it.
    assert_eq!(found, place((3, 23), (4, 25)));
    assert_eq!(references(&mut editor, &skies, "92/14"), json!([place((6, 38), (6, 43))]));
    let known = editor.ask("workspace/symbol", json!({ "query": "harbours" }));
    assert_eq!(known.as_array().map(Vec::len), Some(1));
    assert_eq!(known[0]["name"], "A/RES/92/17 Quiet harbours");
    editor.goodbye();
}

#[test]
fn an_open_document_in_the_united_nations_xml_is_read_as_its_file_is() {
    let folder = Workspace::new("open-xml");
    let xml = "<akomaNtoso x=\"[\">\n<preface><p><docNumber>92/17.</docNumber> <docTitle>Quiet &amp; dark \
               harbours</docTitle></p></preface>\n<p>The General Assembly,</p>\n<p>Recalling its resolution <a>92/14</a> of 3 \
               December 2037,</p>\n<paragraph><num>1.</num><p>Decides to rest;</p></paragraph>\n<paragraph><num>3.</num><p>Decides \
               to wait.</p></paragraph>\n</akomaNtoso>\n";
    fs::write(folder.join("x.xml"), xml).unwrap();
    fs::write(folder.join("a.txt"), resolution("92/14", "Quiet skies", &["92/17"])).unwrap();
    let mut editor = start(&folder, json!({}));
    let mut document = Document::open(&mut editor, &uri(&folder.join("x.xml")), xml);
    let list = editor.findings(&document);
    let list = list.list.iter();
    let found: Vec<_> = list.map(|one| (one["code"].clone(), one["range"].clone())).collect();
    assert_eq!(
        found,
        [(json!("operative-numbering"), document.range(document.first("3.<").start..document.first("3.<").end - 1))]
    );

    // What is asked at a place of the file is answered in places of the file.
    let number = document.first("92/14");
    let hover = editor.ask("textDocument/hover", document.at(number.start));
    assert_eq!(hover["range"], document.range(number.clone()));
    let definition = editor.ask("textDocument/definition", document.at(number.start));
    assert_eq!(definition["uri"], uri(&folder.join("a.txt")));
    assert_eq!(references(&mut editor, &document, "92/14").as_array().map(Vec::len), Some(1));
    let mut params = document.itself();
    params["options"] = json!({ "tabSize": 4, "insertSpaces": true });
    assert_eq!(editor.ask("textDocument/formatting", params), json!(null));

    // The editor may change the file; the words are read anew.
    let place = document.first("3.<");
    document.edit(&mut editor, place.start..place.start + 1, "2");
    editor.newest_findings(&document);
    let known = editor.ask("workspace/symbol", json!({ "query": "harbours" }));
    assert_eq!(known[0]["name"], "A/RES/92/17 Quiet & dark harbours");
    editor.goodbye();
}
