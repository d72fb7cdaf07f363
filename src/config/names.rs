//! Names that are nearly those that are known.

use crate::messages::Message;
use crate::rules::{self, RuleGroup, edit_distance};

crate::messages! {
    "config.rule":
    unknown_rule(name: name) = "There is no rule “{name}”. `rapporteur explain` lists the rules.";
    unknown_rule_near(name: name, meant: name) = "There is no rule “{name}”. Did you mean “{meant}”?";
}

/// A sentence about a rule or a group that there is none of.
pub fn no_such_rule(name: &str) -> Message {
    let groups = RuleGroup::ALL.into_iter().map(RuleGroup::name);
    match nearest(name, rules::ALL.iter().map(|rule| rule.code).chain(groups)) {
        Some(meant) => unknown_rule_near(name, meant),
        None => unknown_rule(name),
    }
}

/// The name that is the fewest changes of a letter away, if it is near at all.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase().replace(['_', ' '], "-");
    known
        .map(|known| (edit_distance(&name, known), known))
        .filter(|(distance, known)| *distance <= known.len() / 3)
        .min()
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_the_nearest_rule() {
        let known = ["footnote-order", "footnote-undefined", "footnote-unused", "operative-numbering"];
        let nearest = |name| nearest(name, known.into_iter());
        assert_eq!(nearest("operative-numberin"), Some("operative-numbering"));
        assert_eq!(nearest("Operative_Numbering"), Some("operative-numbering"));
        assert_eq!(nearest("footnote-unusd"), Some("footnote-unused"));
        assert_eq!(nearest("spelling"), None);
        assert_eq!(nearest(""), None);
    }
}
