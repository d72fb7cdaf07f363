//! The programs in `examples/`, which show how others build on the library.

use std::path::Path;

use rapporteur::api::{CitedTexts, DraftText};

#[allow(dead_code, reason = "its main is run by who runs the example")]
#[path = "../../examples/check_a_draft.rs"]
mod check_a_draft;
#[allow(dead_code, reason = "its main is run by who runs the example")]
#[path = "../../examples/follow_a_citation.rs"]
mod follow_a_citation;
#[allow(dead_code, reason = "its main is run by who runs the example")]
#[path = "../../examples/read_a_draft.rs"]
mod read_a_draft;

fn draft(name: &str) -> DraftText {
    DraftText::of_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)).unwrap()
}

#[test]
fn a_draft_is_read() {
    let outline = read_a_draft::outline(&draft("night-sky.en.resolution.txt"));
    assert!(
        outline.starts_with("Protection of the night sky (English)\npreambular  Recalling its resolution"),
        "{outline}"
    );
    assert!(outline.contains("\nsub           (a) To fit public lighting"), "{outline}");
}

#[test]
fn a_draft_is_checked() {
    let found = check_a_draft::findings(&draft("night-sky.en.resolution.txt"));
    let told = "45:1: operative-numbering: Paragraph 3 is numbered twice. Number this one 4.\n    mend: Number the paragraph 4\n";
    assert!(found.contains(told), "{found}");
    assert_eq!(check_a_draft::findings(&draft("92-14.en.resolution.txt")), "");
}

#[test]
fn a_citation_is_followed() {
    let texts = CitedTexts::new();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    assert!(texts.add(&examples.join("92-14.en.resolution.txt")).unwrap());
    assert!(!texts.add(&examples.join("association/lamp-fund.md")).unwrap(), "it has no symbol");
    let cited = follow_a_citation::cited(&draft("night-sky.en.resolution.txt"), &texts);
    let followed =
        "A/RES/92/14: Dark and quiet skies for science and society; 2037-12-03; at hand, with 7 paragraphs\n";
    assert!(cited.contains(followed), "{cited}");
    assert!(cited.contains("A/RES/90/211: no title is known; no date is known; https://"), "{cited}");
}
