//! A draft is opened, asked about, and mended.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Findings, Workspace, example, uri};

/// The flawed draft, open beside the resolution that it cites.
fn night_sky(name: &str, language: &str) -> (Editor, Document, Workspace) {
    night_sky_in(name, language, "en")
}

/// The same in an editor whose interface is in the language of a locale.
fn night_sky_in(name: &str, language: &str, locale: &str) -> (Editor, Document, Workspace) {
    let folder = Workspace::new(name);
    std::fs::write(folder.join("quiet-skies.txt"), example("92-14.en.resolution.txt")).unwrap();
    let file = format!("night-sky.{language}.resolution.txt");
    let text = example(&file);
    std::fs::write(folder.join(&file), &text).unwrap();
    let mut editor = Editor::start_in_language(&folder, locale);
    let draft = Document::open(&mut editor, &uri(&folder.join(&file)), &text);
    (editor, draft, folder)
}

/// What each finding is about: the rule and the text that it points at.
fn about<'a>(findings: &'a Findings, draft: &'a Document) -> Vec<(&'a str, &'a str)> {
    findings.list.iter().map(|f| (f["code"].as_str().unwrap(), draft.text_at(&f["range"]))).collect()
}

const FLAWS: [(&str, &str); 4] = [
    ("footnote-undefined", "³"),
    ("subparagraph-numbering", "(d)"),
    ("operative-numbering", "3."),
    ("symbol-malformed", "A/Res/90/211"),
];

#[test]
fn a_draft_is_checked_when_it_is_opened() {
    for language in ["en", "zh"] {
        let (mut editor, draft, _folder) = night_sky(&format!("opened-{language}"), language);
        let findings = editor.findings(&draft);
        assert_eq!(findings.version, Some(1));
        assert_eq!(about(&findings, &draft), FLAWS);
        for finding in &findings.list {
            assert_eq!(finding["source"], "rapporteur");
            assert!(!finding["message"].as_str().unwrap().contains("http"), "{finding}");
        }
        let repeated = &findings.list[2];
        assert_eq!(repeated["severity"], 1);
        assert_eq!(repeated["range"], draft.range(draft.nth("3. ", 1).start..draft.nth("3. ", 1).end - 1));
        let first = &repeated["relatedInformation"][0]["location"];
        assert_eq!(draft.text_at(&first["range"]), "3.");
        assert_eq!(first["range"]["start"], draft.position(draft.nth("3. ", 0).start));
        editor.goodbye();
    }
}

#[test]
fn a_finding_goes_when_its_cause_is_mended() {
    let (mut editor, mut draft, _folder) = night_sky("mended", "en");
    editor.findings(&draft);

    let label = draft.nth("\n3. ", 1);
    draft.retype(&mut editor, label.start + 1..label.start + 2, "4");
    let findings = editor.newest_findings(&draft);
    assert_eq!(findings.version, Some(3), "a key to delete and a key to type");
    assert!(!findings.codes().contains(&"operative-numbering"), "{findings:?}");

    let letter = draft.first("(d)");
    draft.retype(&mut editor, letter.start + 1..letter.start + 2, "c");
    let symbol = draft.first("A/Res/90/211");
    draft.retype(&mut editor, symbol, "A/RES/90/211");
    let notes = draft.first("⁴ See A/93/118").start;
    draft.retype(&mut editor, notes..notes, "³ A/93/87.\n");
    let findings = editor.newest_findings(&draft);
    assert_eq!(findings.list, [] as [Value; 0], "a clean draft");
    editor.goodbye();
}

#[test]
fn things_in_a_draft_are_explained() {
    let (mut editor, draft, _folder) = night_sky("explained", "en");
    editor.findings(&draft);
    let mut said = |words: &str, nth: usize| {
        let at = draft.nth(words, nth).start;
        let hover = editor.ask("textDocument/hover", draft.at(at));
        assert_eq!(hover["contents"]["kind"], "markdown");
        hover["contents"]["value"].as_str().unwrap().to_owned()
    };

    // A resolution that is in the workspace, with the paragraph that is referred to.
    let known = said("92/14, in which", 0);
    for part in [
        "**A/RES/92/14**",
        "General Assembly, Ninety-second session, resolution 14",
        "3 December 2037",
        "*Dark and quiet skies for science and society*",
        "> Invites Member States to draw up national plans",
        "Cited twice in this draft.",
        "/en/A/RES/92/14",
    ] {
        assert!(known.contains(part), "no {part:?} in {known}");
    }

    // One that is not: what this draft says of it.
    let unknown = said("2037/9", 0);
    for part in ["**E/RES/2037/9**", "Economic and Social Council", "22 July 2037", "Cited once in this draft."] {
        assert!(unknown.contains(part), "no {part:?} in {unknown}");
    }

    let document = said("A/93/118", 0);
    assert!(document.contains("General Assembly, Ninety-third session, document 118"), "{document}");
    assert_eq!(said("²", 0), "United Nations, Treaty Series, vol. 3907, No. 61204.");
    assert!(said("2 above", 0).contains("Calls upon Member States:"));

    let nothing = editor.ask("textDocument/hover", draft.at(draft.first("Milky Way").start));
    assert_eq!(nothing, Value::Null);
    editor.goodbye();
}

#[test]
fn things_are_explained_in_the_drafts_language() {
    // Dutch is none of the six languages.
    let (mut editor, draft, _folder) = night_sky_in("explained-zh", "zh", "nl");
    editor.findings(&draft);
    let hover = editor.ask("textDocument/hover", draft.at(draft.nth("92/14", 1).start));
    let said = hover["contents"]["value"].as_str().unwrap();
    for part in
        ["**A/RES/92/14**", "大会，第九十二届会议，第14号决议", "2037年12月3日", "本草案引用2次。", "/zh/A/RES/92/14"]
    {
        assert!(said.contains(part), "no {part:?} in {said}");
    }
    editor.goodbye();
}

#[test]
fn definitions_are_found() {
    let (mut editor, draft, _folder) = night_sky("definitions", "en");
    editor.findings(&draft);
    let mut go = |words: &str, nth: usize| {
        let at = draft.nth(words, nth).start;
        editor.ask("textDocument/definition", draft.at(at))
    };

    // To the file that says that it is 92/14, whatever its name.
    let cited = go("92/14", 0);
    assert!(cited["uri"].as_str().unwrap().ends_with("/quiet-skies.txt"), "{cited}");
    let other = Document { uri: String::new(), text: example("92-14.en.resolution.txt"), ..draft.clone() };
    assert_eq!(other.text_at(&cited["range"]), "92/14. Dark and quiet skies for science and society");
    let paragraph = go("2 of its resolution", 0);
    assert!(other.text_at(&paragraph["range"]).starts_with("2. Invites Member States"), "{paragraph}");

    let note = go("²", 0);
    assert_eq!(note["uri"], draft.uri);
    assert!(draft.text_at(&note["range"]).starts_with("² United Nations, Treaty Series"));
    let marker = go("²", 1);
    assert_eq!(marker["range"], draft.range(draft.nth("²", 0)));
    assert!(draft.text_at(&go("2 above", 0)["range"]).starts_with("2. Calls upon Member States:"));
    assert_eq!(go("90/211", 0), Value::Null, "not in the workspace");
    editor.goodbye();
}

#[test]
fn mentions_are_found() {
    let (mut editor, draft, _folder) = night_sky("mentions", "en");
    editor.findings(&draft);
    let mut mentions = |words: &str, nth: usize, declaration: bool| {
        let mut params = draft.at(draft.nth(words, nth).start);
        params["context"] = json!({ "includeDeclaration": declaration });
        let found = editor.ask("textDocument/references", params);
        let found = found.as_array().unwrap().iter().map(|place| place["range"].clone());
        found.collect::<Vec<_>>()
    };
    assert_eq!(mentions("²", 1, false), [draft.range(draft.nth("²", 0))]);
    assert_eq!(mentions("²", 0, true), [draft.range(draft.nth("²", 0)), draft.range(draft.nth("²", 1))]);
    let cited = [draft.range(draft.nth("92/14", 0)), draft.range(draft.nth("92/14", 1))];
    assert_eq!(mentions("92/14", 0, true), cited);
    editor.goodbye();
}

#[test]
fn the_outline_shows_the_structure() {
    let (mut editor, draft, _folder) = night_sky("outline", "en");
    editor.findings(&draft);
    let outline = editor.ask("textDocument/documentSymbol", draft.itself());
    let names = |items: &Value| -> Vec<String> {
        items.as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
    };
    let top = names(&outline);
    assert_eq!(top.first().map(String::as_str), Some("Protection of the night sky"));
    assert_eq!(top.get(1).map(String::as_str), Some("Preamble"));
    assert!(top[2].starts_with("1. Reaffirms paragraph 2 of its resolution 92/14"), "{top:?}");
    assert_eq!(top.last().map(String::as_str), Some("Notes"));
    assert_eq!(top.len(), 10);
    assert_eq!(names(&outline[1]["children"]).len(), 6);
    assert_eq!(names(&outline[3]["children"])[1], "(b) To dim it between midnight and dawn where safety allows;");
    assert_eq!(names(&outline[9]["children"])[0], "¹ See A/Res/90/211, annex.");
    editor.goodbye();
}

#[test]
fn links_lead_to_official_documents() {
    let (mut editor, draft, _folder) = night_sky("links", "en");
    editor.findings(&draft);
    let links = editor.ask("textDocument/documentLink", draft.itself());
    let links = links.as_array().unwrap();
    let link = |words: &str| {
        links.iter().find(|link| draft.text_at(&link["range"]) == words).unwrap_or_else(|| panic!("no link at {words}"))
    };
    assert!(link("90/211")["target"].as_str().unwrap().ends_with("/en/A/RES/90/211"));
    assert!(link("2037/9")["target"].as_str().unwrap().ends_with("/en/E/RES/2037/9"));
    assert!(link("A/93/118")["tooltip"].as_str().unwrap().contains("Ninety-third session"));
    // The text of 92/14 is in the workspace: one goes there, and finds the link in the hover.
    assert!(links.iter().all(|link| draft.text_at(&link["range"]) != "92/14"));
    editor.goodbye();
}
