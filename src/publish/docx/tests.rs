use super::*;
use crate::draft::{Draft, ReadAs};
use crate::source::{Hints, ReadPurpose};

/// What a draft says of itself, without places: kinds, labels, levels and words of paragraphs, marks, notes, citations.
fn structure(text: &str, hints: &Hints) -> String {
    let draft = Draft::read_with(text, ReadAs::default(), hints);
    let mut said =
        format!("{:?} {:?}\n", draft.symbol.as_ref().map(ToString::to_string), draft.title.as_ref().map(|t| &t.text));
    for (at, paragraph) in draft.paragraphs.iter().enumerate() {
        let label = paragraph.label.as_ref().map(|label| label.text.as_str());
        said += &format!("{:?} {} {label:?} {}\n", paragraph.kind, paragraph.level, draft.running(text, at).text);
    }
    let labels: Vec<&str> = draft.markers.iter().map(|marker| marker.label.as_str()).collect();
    let notes: Vec<String> = draft.notes.iter().map(|note| format!("{} {}", note.label, note.text)).collect();
    let cited: Vec<String> = draft.citations.iter().map(|one| one.symbol.to_string()).collect();
    said + &format!("{labels:?}\n{notes:#?}\n{cited:?}\n")
}

/// Writes a draft and reads it again.
fn there_and_back(text: &str) -> (String, Hints) {
    let draft = Draft::read(text);
    let bytes = of(&Manuscript::of(text, &draft, &Hints::default()));
    let read = crate::source::of_bytes(bytes, ReadPurpose::Draft);
    let read = read.unwrap_or_else(|why| panic!("{}", why.message()));
    (read.text.clone(), read.hints.clone())
}

fn expect_same(text: &str) {
    let (back, hints) = there_and_back(text);
    assert_eq!(structure(text, &Hints::default()), structure(&back, &hints), "{back}");
}
