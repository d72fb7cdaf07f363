//! Kinds of code actions, which lie below each other.

use tower_lsp::ls_types::CodeActionKind;

/// Whether a kind is another one or below it: `quickfix` is a `quickfix`, and everything is of the empty kind.
pub fn is_a(kind: &CodeActionKind, other: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(other.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || other.as_str().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_lie_below_each_other() {
        let is = |kind: &'static str, other: &'static str| is_a(&kind.into(), &other.into());
        assert!(is("quickfix", "quickfix"));
        assert!(is("quickfix", ""));
        assert!(is("quickfix.symbol", "quickfix"));
        assert!(!is("quickfix", "quickfix.symbol"));
        assert!(!is("quickfix", "quick"));
        assert!(!is("quickfix", "refactor"));
    }
}
