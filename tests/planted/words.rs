//! Errors in opening words, footnotes and terms.

use rapporteur::draft::{Edit, Marker};

use super::{Chance, Good, Plant};

pub const PLANTS: &[Plant] =
    &[Plant { rule: "footnote-undefined", kind: "a note that was taken out", make: without_note, anywhere: true }];

/// A note is taken out, and its marker stays. (Where markers are glued to words, only their notes make them markers.)
fn without_note(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let note = chance.one(&good.draft.notes)?;
    let plain = |marker: &Marker| {
        let before = good.text.get(..marker.range.start).unwrap_or_default();
        good.text.get(marker.range.clone()).is_some_and(|mark| mark.is_ascii()) && !before.ends_with(['^', '['])
    };
    let glued = good.draft.markers.iter().any(|marker| marker.label == note.label && plain(marker));
    (!glued).then(|| vec![Edit { range: note.range.clone(), text: String::new() }])
}
