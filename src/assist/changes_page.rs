//! The page that tells what changed in a draft, as Markdown that can be put into a letter.

use super::InstrumentPage;
use super::words::markdown;
use crate::compare::{ParagraphChange, PieceChange, RevisionPiece, TextRevision};
use crate::draft::Draft;
use crate::messages::{Locale, Message};

crate::messages! {
    "assist.changes":
    title(symbol: symbol) = "What changed since {symbol}";
}

/// The page of a draft beside an earlier text, whose symbol is `old_symbol`. `name` is the page's file name.
pub fn changes_page(
    name: String,
    old_symbol: &str,
    revision: &TextRevision,
    old: (&str, &Draft),
    new: (&str, &Draft),
    locale: &Locale,
) -> InstrumentPage {
    let said = |message: &Message| markdown(&message.text(locale));
    let mut page = vec![format!("# {}", said(&title(old_symbol)))];
    let summary: Vec<String> = revision.summary().iter().map(said).collect();
    page.push(summary.join(" "));
    for row in revision.rows.iter().filter(|row| row.change != ParagraphChange::Same) {
        let words: String = revision.pieces(row, old, new).iter().map(marked).collect();
        let name = capitalized(&said(&revision.name(row)));
        page.push(format!("### {name}\n\n*{}*\n\n{words}", said(&revision.told(row))));
    }
    InstrumentPage { name, markdown: page.join("\n\n") + "\n" }
}

/// Words that were taken out struck out, words that were put in in bold. The spaces at their ends stay outside, since marks of
/// Markdown stand beside letters.
fn marked(piece: &RevisionPiece) -> String {
    let inner = piece.text.trim();
    let start = piece.text.len() - piece.text.trim_start().len();
    let before = piece.text.get(..start).unwrap_or_default();
    let behind = piece.text.get(start + inner.len()..).unwrap_or_default();
    let words = markdown(inner).replace('\n', "\n\n");
    match piece.change {
        _ if inner.is_empty() => piece.text.clone(),
        PieceChange::Kept => format!("{before}{words}{behind}"),
        PieceChange::Out => format!("{before}~~{words}~~{behind}"),
        PieceChange::In => format!("{before}**{words}**{behind}"),
    }
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
