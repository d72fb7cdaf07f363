//! How the mark of a note is written in a text.

use crate::script::DigitScript;

/// The mark of a note: raised figures, stars and daggers as they are, and the form that says what it is where it is counted by
/// letters or otherwise.
pub(super) fn note_mark(label: &str) -> String {
    match label.parse::<u32>() {
        Ok(number) if !label.starts_with('0') => DigitScript::Superscript.write(number),
        _ if !label.contains(char::is_alphanumeric) => label.to_owned(),
        _ => format!("[^{label}]"),
    }
}
