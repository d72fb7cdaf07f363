//! The language versions of a text beside each other, while one of them is written.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Findings, Workspace, capabilities, uri};

const ENGLISH: &str = "92/20. Lamps of the harbours

The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,¹

Noting the reports on 24 harbours,

1. Decides to light the lamps of the eastern pier;

2. Requests the Secretary-General:

(a) To report in 2038 on the keepers;

(b) To count the lamps;

3. Also decides to rest until the autumn.

__________________

¹ See A/92/2.
";

const FRENCH: &str = "92/20. Lampes des ports

L’Assemblée générale,

Rappelant sa résolution 92/14 du 3 décembre 2037¹,

Prenant note des rapports sur 24 ports,

1. Décide d’allumer les lampes de la jetée est ;

2. Prie le Secrétaire général :

a) De faire rapport en 2038 sur les gardiens ;

b) De compter les lampes ;

3. Décide également de se reposer jusqu’à l’automne.

__________________

¹ Voir A/92/2.
";

const ARABIC: &str = "92/20 مصابيح المرافئ

إن الجمعية العامة،

إذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037¹،

وإذ تحيط علما بالتقارير عن 24 مرفأ،

1 - تقرر إضاءة مصابيح الرصيف الشرقي؛

2 - تطلب إلى الأمين العام:

(أ) أن يقدم تقريرا في عام 2038 عن الحراس؛

(ب) أن يحصي المصابيح؛

3 - تقرر أيضا أن تستريح حتى الخريف.

__________________

¹ انظر A/92/2.
";

/// A folder with these drafts.
fn folder(name: &str, drafts: &[(&str, &str)]) -> Workspace {
    let folder = Workspace::new(name);
    for (file, text) in drafts {
        std::fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn open(editor: &mut Editor, folder: &Path, file: &str) -> Document {
    let path = folder.join(file);
    Document::open(editor, &uri(&path), &std::fs::read_to_string(&path).unwrap())
}

/// Waits for a list of findings about a document's newest text that satisfies.
fn until(editor: &mut Editor, document: &Document, satisfied: impl Fn(&Findings) -> bool) -> Findings {
    loop {
        let findings = editor.findings(document);
        if findings.version == Some(document.version) && satisfied(&findings) {
            return findings;
        }
    }
}

/// Those of the findings that are about versions.
fn of_versions(findings: &Findings) -> Vec<&Value> {
    findings.list.iter().filter(|finding| finding["code"].as_str().unwrap().starts_with("version-")).collect()
}

fn differs(findings: &Findings) -> bool {
    !of_versions(findings).is_empty()
}

/// An editor that wants to know how a draft was read.
fn start_with_status(folder: &Path) -> Editor {
    let mut capabilities = capabilities();
    capabilities["experimental"] = json!({ "rapporteurStatus": true });
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params = json!({
        "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities
    });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    editor
}

/// Waits for a status of a document that tells just this of its versions.
fn hear_versions(editor: &mut Editor, document: &Document, versions: &Value) -> Value {
    loop {
        let status = editor.hear("rapporteur/status");
        if status["uri"] == document.uri.as_str() && status["versions"] == *versions {
            return status;
        }
    }
}

#[test]
fn the_version_that_stands_alone_is_told_at_a_pause_and_the_others_are_shown() {
    let slip = FRENCH.replace("92/14 du", "92/41 du");
    let folder = folder(
        "versions-odd",
        &[("lamps.en.resolution", ENGLISH), ("lamps.fr.resolution", &slip), ("lamps.ar.resolution", ARABIC)],
    );
    let mut editor = Editor::start_in(&folder);
    let mut french = open(&mut editor, &folder, "lamps.fr.resolution");
    let found = until(&mut editor, &french, differs);
    let [finding] = of_versions(&found).try_into().unwrap();
    assert_eq!((&finding["code"], french.text_at(&finding["range"])), (&json!("version-citation"), "92/41"));
    let related: Vec<&Value> = finding["relatedInformation"].as_array().unwrap().iter().collect();
    let places: Vec<&Value> = related.iter().map(|related| &related["location"]["uri"]).collect();
    assert_eq!(
        places,
        [&json!(uri(&folder.join("lamps.en.resolution"))), &json!(uri(&folder.join("lamps.ar.resolution")))]
    );
    assert_eq!(
        related[0]["location"]["range"],
        json!({
            "start": { "line": 4, "character": 25 }, "end": { "line": 4, "character": 30 }
        })
    );
    assert!(related[0]["message"].as_str().unwrap().contains("92/14 of 3 December 2037"), "{related:?}");

    // It moves along with what is written before it.
    let title = french.first("Lampes").start;
    french.edit(&mut editor, title..title, "Les ");
    let found = editor.newest_findings(&french);
    let [finding] = of_versions(&found).try_into().unwrap();
    assert_eq!(french.text_at(&finding["range"]), "92/41");
    // So it does when a paragraph comes in, which makes the draft another one.
    let title = french.first("L’Assemblée").start;
    french.edit(&mut editor, title..title, "\n\n");
    let found = editor.newest_findings(&french);
    let [finding] = of_versions(&found).try_into().unwrap();
    assert_eq!(french.text_at(&finding["range"]), "92/41");

    let number = french.first("92/41");
    french.edit(&mut editor, number, "92/14");
    until(&mut editor, &french, |found| !differs(found));
    editor.goodbye_with_unread();
}

#[test]
fn of_two_versions_the_one_that_is_being_edited_is_told() {
    let folder = folder("versions-two", &[("en.resolution", ENGLISH), ("fr.resolution", FRENCH)]);
    let mut editor = Editor::start_in(&folder);
    let mut english = open(&mut editor, &folder, "en.resolution");
    let mut french = open(&mut editor, &folder, "fr.resolution");
    assert!(!differs(&editor.findings(&english)));
    assert!(!differs(&editor.findings(&french)));

    let number = english.first("24");
    english.edit(&mut editor, number, "42");
    let end = english.text.len();
    // The writer goes elsewhere.
    english.edit(&mut editor, end..end, "\n");
    let found = until(&mut editor, &english, differs);
    assert_eq!(english.text_at(&of_versions(&found)[0]["range"]), "42");

    // Whoever mends it in the other text is told there until it is done.
    let number = french.first("24");
    french.edit(&mut editor, number, "43");
    let end = french.text.len();
    french.edit(&mut editor, end..end, "\n");
    let found = until(&mut editor, &french, differs);
    assert_eq!(french.text_at(&of_versions(&found)[0]["range"]), "43");
    until(&mut editor, &english, |found| !differs(found));
    let number = french.first("43");
    french.edit(&mut editor, number, "42");
    until(&mut editor, &french, |found| !differs(found));
    editor.goodbye_with_unread();
}

#[test]
fn a_file_that_is_added_is_compared_and_one_that_is_gone_is_not() {
    let folder = folder("versions-added", &[("fr.resolution", FRENCH)]);
    let mut editor = Editor::start_in(&folder);
    let french = open(&mut editor, &folder, "fr.resolution");
    assert!(!differs(&editor.findings(&french)));
    let added = folder.join("en.resolution");
    let changed = |editor: &mut Editor, kind: u8| {
        let changes = json!([{ "uri": uri(&added), "type": kind }]);
        editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    };
    std::fs::write(&added, ENGLISH.replace("in 2038", "in 2039")).unwrap();
    changed(&mut editor, 1);
    let found = until(&mut editor, &french, differs);
    assert_eq!(french.text_at(&of_versions(&found)[0]["range"]), "2038");
    std::fs::remove_file(&added).unwrap();
    changed(&mut editor, 3);
    until(&mut editor, &french, |found| !differs(found));
    editor.goodbye_with_unread();
}

#[test]
fn nothing_is_told_where_the_rules_are_off_and_of_what_lies_outside_of_the_folder() {
    let slip = FRENCH.replace("24 ports", "42 ports");
    let inner = folder("versions-off", &[("en.resolution", ENGLISH), ("fr.resolution", &slip)]);
    std::fs::create_dir(inner.join("open")).unwrap();
    std::fs::write(inner.join("open").join("fr.resolution"), &slip).unwrap();
    for (opened, settings) in [
        (inner.to_path_buf(), "ignore = ['versions']\n"),
        (inner.to_path_buf(), "versions = false\n"),
        (inner.join("open"), ""),
    ] {
        std::fs::write(inner.join("rapporteur.toml"), settings).unwrap();
        let mut editor = start_with_status(&opened);
        let mut french = open(&mut editor, &opened, "fr.resolution");
        editor.findings(&french);
        assert_eq!(editor.hear("rapporteur/status")["versions"], Value::Null);
        // The answer to an edit comes after the pause that follows the opening, if that had brought anything.
        let end = french.text.len();
        french.edit(&mut editor, end..end, "\n");
        let found = editor.newest_findings(&french);
        assert!(!differs(&found), "{found:?}");
        let unread = editor.goodbye_with_unread();
        let differing = |message: &Value| message["params"]["diagnostics"].to_string().contains("version-");
        assert!(!unread.iter().any(differing), "{unread:?}");
    }
}

#[test]
fn texts_that_settings_name_are_versions_from_then_on_and_no_longer_when_that_is_turned_off() {
    let without_number = |text: &str| text.replace("92/20. ", "");
    let folder = folder(
        "versions-named",
        &[
            ("lamps.resolution", &without_number(ENGLISH)),
            ("quais.resolution", &without_number(FRENCH).replace("24", "42")),
        ],
    );
    let mut editor = Editor::start_in(&folder);
    let french = open(&mut editor, &folder, "quais.resolution");
    assert!(!differs(&editor.findings(&french)));
    let file = folder.join("rapporteur.toml");
    let settle = |editor: &mut Editor, text: &str| {
        std::fs::write(&file, text).unwrap();
        editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&file), "type": 2 }] }));
    };
    settle(&mut editor, "versions = [['lamps.resolution', 'quais.resolution']]\n");
    let found = until(&mut editor, &french, differs);
    assert_eq!(french.text_at(&of_versions(&found)[0]["range"]), "42");
    settle(&mut editor, "versions = false\n");
    until(&mut editor, &french, |found| !differs(found));
    settle(&mut editor, "versions = [['lamps.resolution', 'quais.resolution']]\n");
    until(&mut editor, &french, differs);
    settle(&mut editor, "ignore = ['version-figure']\n");
    until(&mut editor, &french, |found| !differs(found));
    editor.goodbye_with_unread();
}

#[test]
fn what_is_yet_to_be_translated_is_a_count() {
    let begun = FRENCH.split_once("2. Prie").unwrap().0;
    let folder =
        folder("versions-begun", &[("en.resolution", ENGLISH), ("fr.resolution", begun), ("ar.resolution", ARABIC)]);
    let mut editor = start_with_status(&folder);
    let mut french = open(&mut editor, &folder, "fr.resolution");
    let said = hear_versions(&mut editor, &french, &json!({ "count": 3, "differences": 0, "toCome": 4 }));
    assert_eq!(said["version"], 1);
    let number = french.first("24");
    french.edit(&mut editor, number, "42");
    hear_versions(&mut editor, &french, &json!({ "count": 3, "differences": 1, "toCome": 4 }));
    editor.goodbye_with_unread();
}

#[test]
fn a_paragraph_is_shown_in_the_other_versions_and_leads_there() {
    let folder = folder(
        "versions-beside",
        &[("lamps.en.resolution", ENGLISH), ("lamps.fr.resolution", FRENCH), ("lamps.ar.resolution", ARABIC)],
    );
    let place = |language: &str| uri(&folder.join(format!("lamps.{language}.resolution")));
    let mut editor = Editor::start_in(&folder);
    let french = open(&mut editor, &folder, "lamps.fr.resolution");
    editor.findings(&french);

    let label = french.first("a)");
    let shown = editor.ask("textDocument/hover", french.at(label.start));
    assert_eq!(shown["range"], french.range(label.clone()));
    let shown = shown["contents"]["value"].as_str().unwrap();
    let expected = format!(
        "[العربية]({}#L13) (أ)\n\n> \u{2067}أن يقدم تقريرا في عام 2038 عن الحراس؛\u{2069}\n\n[English]({}#L13) (a)\n\n> To report in \
         2038 on the keepers;",
        place("ar"),
        place("en")
    );
    let mut lines: Vec<&str> = shown.split("\n\n").collect();
    let mut expected: Vec<&str> = expected.split("\n\n").collect();
    lines.sort_unstable();
    expected.sort_unstable();
    assert_eq!(lines, expected);
    // The note at its marker.
    let shown = editor.ask("textDocument/hover", french.at(french.first("¹").start));
    assert!(shown["contents"]["value"].as_str().unwrap().contains("> See A/92/2"), "{shown}");
    // In the midst of a paragraph nothing is in the way.
    assert_eq!(editor.ask("textDocument/hover", french.at(french.first("compter").start)), Value::Null);

    let inside = french.at(french.first("compter").start);
    let all = editor.ask("textDocument/implementation", inside.clone());
    let mut places: Vec<(&str, u64)> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|place| (place["uri"].as_str().unwrap(), place["range"]["start"]["line"].as_u64().unwrap()))
        .collect();
    places.sort_unstable();
    let (arabic, english) = (place("ar"), place("en"));
    assert_eq!(places, [(arabic.as_str(), 14), (english.as_str(), 14)]);
    // From one version to the next, and round.
    let mut way = vec![place("fr")];
    for _ in 0..3 {
        let at = way.last().unwrap().clone();
        let document = match at == french.uri {
            true => french.clone(),
            false => {
                let language = if at == arabic { "ar" } else { "en" };
                let document = open(&mut editor, &folder, &format!("lamps.{language}.resolution"));
                editor.findings(&document);
                document
            }
        };
        let label = document.text.split("\n\n").position(|paragraph| paragraph.contains("2038")).unwrap() * 2;
        let params = json!({ "textDocument": { "uri": at }, "position": { "line": label, "character": 1 } });
        let next = editor.ask("textDocument/declaration", params);
        assert_eq!(next["range"]["start"], json!({ "line": 12, "character": 0 }), "{next}");
        way.push(next["uri"].as_str().unwrap().to_owned());
    }
    assert_eq!(way[3], way[0], "{way:?}");
    let mut visited = way[..3].to_vec();
    visited.sort();
    assert_eq!(visited, [arabic, english, place("fr")]);

    let answer = editor.ask("rapporteur/counterpart", french.at(french.first("a)").start));
    let languages: Vec<&Value> = answer.as_array().unwrap().iter().map(|place| &place["language"]).collect();
    assert_eq!(languages.len(), 2);
    assert_eq!(answer[0]["range"]["start"], answer[0]["selectionRange"]["start"]);
    editor.goodbye_with_unread();
}

#[test]
fn the_parts_of_one_file_are_versions_too() {
    let both = format!("{ENGLISH}\n{FRENCH}");
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, "file:///drafts/both.resolution", &both);
    editor.findings(&draft);
    let next = editor.ask("textDocument/declaration", draft.at(draft.first("(b)").start));
    assert_eq!(draft.text_at(&next["range"]), "b)");
    let back = editor.ask("textDocument/declaration", draft.at_position(&next["range"]["start"]));
    assert_eq!(draft.text_at(&back["range"]), "(b)");
    editor.goodbye_with_unread();
}
