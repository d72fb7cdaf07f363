//! What rows are called.

use super::view::{RowSubject, ViewRow};
use crate::compare::{ItemKind, item_name};
use crate::messages::Message;

crate::messages! {
    "report.concord-row":
    own_symbol() = "symbol";
    own_number() = "number";
    own_date() = "date of adoption";
}

/// What a row is called.
pub fn row_name(row: &ViewRow) -> Message {
    match row.subject {
        RowSubject::OwnSymbol => own_symbol(),
        RowSubject::OwnNumber => own_number(),
        RowSubject::OwnDate => own_date(),
        RowSubject::Note => item_name(ItemKind::Note, &row.path),
        RowSubject::Item(kind) => item_name(kind, &row.path),
    }
}
