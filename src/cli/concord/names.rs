//! What rows, columns and languages are called.

use rapporteur::compare::ItemKind;
use rapporteur::messages::Message;

use super::view::{RowSubject, ViewRow};

rapporteur::messages! {
    "cli.concord-row":
    own_symbol() = "symbol";
    own_number() = "number";
    own_date() = "date of adoption";
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

/// What a row is called.
pub fn row_name(row: &ViewRow) -> Message {
    let path = row.path.as_str();
    match row.subject {
        RowSubject::OwnSymbol => own_symbol(),
        RowSubject::OwnNumber => own_number(),
        RowSubject::OwnDate => own_date(),
        RowSubject::Note | RowSubject::Item(ItemKind::Note) => note(path),
        RowSubject::Item(ItemKind::Title) => title(),
        RowSubject::Item(ItemKind::Section) => heading(),
        RowSubject::Item(ItemKind::Part) => part(),
        RowSubject::Item(ItemKind::Annex) => annex(),
        RowSubject::Item(ItemKind::Preambular) => preambular(path),
        RowSubject::Item(ItemKind::Operative) if path.is_empty() => operative_alone(),
        RowSubject::Item(ItemKind::Operative) => operative(path),
        RowSubject::Item(ItemKind::Sub) => sub(path),
    }
}
