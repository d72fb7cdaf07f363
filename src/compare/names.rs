//! What paragraphs, headings and notes are called where texts stand side by side.

use super::version::ItemKind;
use crate::messages::Message;

crate::messages! {
    "compare.item":
    title() = "title";
    heading() = "heading";
    part() = "part";
    annex() = "annex";
    preambular(path: label) = "preambular paragraph {path}";
    operative(path: label) = "operative paragraph {path}";
    operative_alone() = "operative paragraph";
    sub(path: label) = "subparagraph {path}";
    note(number: label) = "footnote {number}";
}

/// What an item is called, by its kind and the labels that lead to it.
pub fn item_name(kind: ItemKind, path: &str) -> Message {
    match kind {
        ItemKind::Note => note(path),
        ItemKind::Title => title(),
        ItemKind::Section => heading(),
        ItemKind::Part => part(),
        ItemKind::Annex => annex(),
        ItemKind::Preambular => preambular(path),
        ItemKind::Operative if path.is_empty() => operative_alone(),
        ItemKind::Operative => operative(path),
        ItemKind::Sub => sub(path),
    }
}
