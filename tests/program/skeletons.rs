//! The drafts that VS Code begins from skeletons, and what it knows a draft by: made of the same tables as all else.

use std::path::Path;

use rapporteur::draft::{Draft, ParagraphKind};
use rapporteur::language::ALL;
use rapporteur::rules;
use serde_json::Value;

fn json(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A skeleton's text where nothing else was filled in: `${3:words}` is `words`, and `$0` nothing.
fn filled(body: &Value) -> String {
    let lines: Vec<&str> = body.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let stops = regex::Regex::new(r"\$\{\d+:([^}]*)\}").unwrap();
    stops.replace_all(&lines.join("\n"), "$1").replace("$0", "")
}

#[test]
fn each_skeleton_is_a_draft_in_its_language_in_which_nothing_is_wrong() {
    let skeletons = json("snippets/resolution.json");
    for language in ALL {
        let text = filled(&skeletons[language.name]["body"]);
        let draft = Draft::read(&text);
        assert_eq!(draft.language.code, language.code);
        assert!(draft.organ.is_some() && draft.title.is_some() && draft.symbol.is_some(), "{text}");
        let count = |kind| draft.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        assert_eq!((count(ParagraphKind::Preambular), count(ParagraphKind::Operative)), (2, 3), "{text}");
        let found = rules::check(&text, &draft, &|rule| rule.is_on_by_default());
        let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [""; 0], "{text}");
    }
    assert_eq!(skeletons.as_object().unwrap().len(), ALL.len());
}

#[test]
fn a_text_is_known_by_the_line_of_any_organ() {
    let manifest = json("package.json");
    let first = regex::Regex::new(manifest["contributes"]["languages"][0]["firstLine"].as_str().unwrap()).unwrap();
    for language in ALL {
        for (line, _) in language.reading.organ_lines {
            let line = format!("{line}{}", language.marks.comma);
            assert!(first.is_match(&line), "{line}");
        }
    }
    for line in ["A/RES/92/14", "92/14. Dark and quiet skies", "A/C.3/81/L.1"] {
        assert!(first.is_match(line), "{line}");
    }
    for line in ["The General Assembly met on Monday.", "Minutes", "大会闭幕", "1. Buy lamps"] {
        assert!(!first.is_match(line), "{line}");
    }
}
