//! An earlier text and a draft as two pages that an editor shows side by side: each paragraph beside the one that it goes back to.

use super::InstrumentPage;
use crate::compare::{PieceChange, TextRevision};
use crate::draft::Draft;
use crate::messages::Locale;

/// The pages of an earlier text and of a later one. Above each paragraph stands on both what it is called now and was before, and
/// what is no change is alike on both. `names` are the pages' file names.
pub fn aligned_pages(
    names: [String; 2],
    revision: &TextRevision,
    old: (&str, &Draft),
    new: (&str, &Draft),
    locale: &Locale,
) -> [InstrumentPage; 2] {
    let mut pages = [String::new(), String::new()];
    for row in &revision.rows {
        let name = revision.name(row).text(locale);
        let mut sides = [String::new(), String::new()];
        for piece in revision.pieces(row, old, new) {
            let [before, after] = &mut sides;
            if piece.change != PieceChange::In {
                before.push_str(&piece.text);
            }
            if piece.change != PieceChange::Out {
                after.push_str(&piece.text);
            }
        }
        for (page, side) in pages.iter_mut().zip(sides) {
            page.push_str(&format!("## {name}\n\n{}\n\n", side.trim()));
        }
    }
    let mut pages = names.into_iter().zip(pages).map(|(name, markdown)| InstrumentPage { name, markdown });
    let mut next = || pages.next().unwrap_or(InstrumentPage { name: String::new(), markdown: String::new() });
    [next(), next()]
}
