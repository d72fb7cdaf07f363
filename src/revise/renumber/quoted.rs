//! Whether words stand in a quotation, where they are somebody else's.

use crate::script::punctuation::{QUOTATION_CLOSING, QUOTATION_OPENING};

/// Whether what follows `before`, the paragraph's words up to a place, is quoted.
pub fn is_quoted(before: &str) -> bool {
    let mut open = 0usize;
    let mut straight = false;
    for c in before.chars() {
        if QUOTATION_OPENING.contains(&c) {
            open += 1;
        } else if QUOTATION_CLOSING.contains(&c) {
            open = open.saturating_sub(1);
        } else if c == '"' {
            straight = !straight;
        }
    }
    open > 0 || straight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_open_and_close() {
        assert!(is_quoted("Decides to insert “as said in "));
        assert!(!is_quoted("Decides to insert “as said”, and "));
        assert!(is_quoted("Décide d’insérer « comme dit au "));
        assert!(is_quoted("Decides to insert \"as said in "));
        assert!(!is_quoted("Decides to insert \"as said\" in "));
    }
}
