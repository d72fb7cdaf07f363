//! The language in which the server speaks: by the setting, the editor's, the draft's.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Findings, uri};
use crate::workspace::Workspace;

/// The same flaws in six languages: a doubled number, a marker without a note.
const DRAFTS: [(&str, &str); 6] = [
    ("ar", "الجمعية العامة،\n\nإذ تشير إلى الليل(3)،\n\n1 - تقرر إضاءة المصابيح؛\n\n1 - تطلب تقديم تقرير.\n"),
    (
        "en",
        "The General Assembly,\n\nRecalling the night,³\n\n1. Decides to light the lamps;\n\n1. Requests a report.\n",
    ),
    (
        "es",
        "La Asamblea General,\n\nRecordando la noche³,\n\n1. Decide encender las lámparas;\n\n1. Solicita un informe.\n",
    ),
    (
        "fr",
        "L’Assemblée générale,\n\nRappelant la nuit³,\n\n1. Décide d’allumer les lampes ;\n\n1. Demande un rapport.\n",
    ),
    (
        "ru",
        "Генеральная Ассамблея,\n\nссылаясь на ночь³,\n\n1. постановляет зажечь лампы;\n\n1. просит представить доклад.\n",
    ),
    ("zh", "大会，\n\n回顾夜晚，³\n\n1. 决定点亮灯火；\n\n1. 请提交报告。\n"),
];

/// Whether a sentence is in a language, by its script or its small words.
fn speaks(language: &str, sentence: &str) -> bool {
    let within = |first: char, last: char| sentence.chars().any(|c| (first..=last).contains(&c));
    match language {
        "ar" => within('\u{600}', '\u{6ff}'),
        "ru" => within('\u{400}', '\u{4ff}'),
        "zh" => within('\u{4e00}', '\u{9fff}'),
        "en" => says(sentence, &["the", "is", "are", "every", "has", "and", "number"]),
        "es" => says(sentence, &["el", "la", "los", "las", "del", "al", "una", "y", "con", "hay"]),
        _ => says(sentence, &["le", "la", "les", "du", "est", "une", "et", "des", "au", "aux", "ce"]),
    }
}

/// Whether one of some words of a language stands in a sentence.
fn says(sentence: &str, words: &[&str]) -> bool {
    let sentence = sentence.to_lowercase();
    sentence.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word))
}

fn open(editor: &mut Editor, folder: &Workspace, language: &str, text: &str) -> (Document, Findings) {
    let file = folder.join(format!("{language}.resolution.txt"));
    std::fs::write(&file, text).unwrap();
    let document = Document::open(editor, &uri(&file), text);
    let findings = editor.findings(&document);
    (document, findings)
}

fn sentences(findings: &Findings) -> Vec<&str> {
    findings.list.iter().map(|finding| finding["message"].as_str().unwrap()).collect()
}

fn places(findings: &Findings) -> Vec<(String, Value)> {
    findings.list.iter().map(|finding| (finding["code"].to_string(), finding["range"].clone())).collect()
}

#[test]
fn the_editors_language_is_spoken_and_codes_and_places_stay() {
    let folder = Workspace::new("voices");
    for (draft, text) in DRAFTS {
        let mut found: Vec<Vec<(String, Value)>> = Vec::new();
        for (language, locale) in [
            ("ar", "ar"),
            ("en", "en-GB"),
            ("es", "es"),
            ("fr", "fr-CA"),
            ("ru", "ru"),
            ("zh", "zh-cn"),
            // Where the editor names none of the six, the draft's own is spoken.
            (draft, "nl"),
        ] {
            let mut editor = Editor::start_in_language(&folder, locale);
            let (document, findings) = open(&mut editor, &folder, draft, text);
            assert!(!findings.list.is_empty(), "{draft}: {:?}", findings.list);
            for sentence in sentences(&findings) {
                assert!(speaks(language, sentence), "{draft} in {language}: {sentence}");
            }
            found.push(places(&findings));
            let at = findings.list[0]["range"]["start"].clone();
            let hover = editor.ask("textDocument/hover", document.at_position(&at));
            let said = hover["contents"]["value"].as_str().unwrap_or_default();
            assert!(speaks(language, said), "{draft} in {language}: {said}");
            editor.goodbye();
        }
        assert!(found.iter().all(|places| *places == found[0]), "{draft}: {found:?}");
    }
}

#[test]
fn the_setting_weighs_more_than_the_editors_language() {
    let folder = Workspace::new("voices-setting");
    let mut editor = Editor::start_in_language(&folder, "en");
    let (_, text) = DRAFTS[1];
    let (draft, findings) = open(&mut editor, &folder, "en", text);
    assert!(sentences(&findings).iter().all(|sentence| speaks("en", sentence)));
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": { "messages": "ru" } } }));
    let findings = editor.findings(&draft);
    assert!(sentences(&findings).iter().all(|sentence| speaks("ru", sentence)), "{:?}", findings.list);
    editor.goodbye();
}
