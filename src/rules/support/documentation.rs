//! The rules' pages, and what is taken from them.

use crate::rules::{ALL, Rule, RuleGroup};

impl Rule {
    /// The rule's page under its name, as it is printed.
    pub fn page(&self) -> String {
        let documentation = self.documentation();
        let documentation = documentation.trim();
        // The page says which rule it is of, unless its own heading does.
        if documentation.starts_with(&format!("# {}", self.code)) {
            format!("{documentation}\n")
        } else {
            format!("# {}\n\n{documentation}\n", self.code)
        }
    }

    /// What the rule says: the first paragraph of its page, in one line.
    pub fn says(&self) -> String {
        let documentation = self.documentation();
        let paragraph: Vec<&str> = documentation
            .lines()
            .map(str::trim)
            .skip_while(|line| line.is_empty() || line.starts_with('#'))
            .take_while(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        paragraph.join(" ")
    }

    /// The first sentence of what the rule says.
    pub fn summary(&self) -> String {
        first_sentence(&self.says()).to_owned()
    }
}

impl RuleGroup {
    /// What is in it, in a sentence.
    pub fn description(self) -> &'static str {
        match self {
            RuleGroup::Standard => {
                "What is almost never wrong on resolutions that were really adopted. On unless you turn it off."
            }
            RuleGroup::Style => "The house style of the United Nations, where other styles are as good.",
            RuleGroup::Negotiation => "Texts under negotiation: their working labels, their brackets.",
            RuleGroup::Pedantic => "What only a careful editor minds, and what is wrong now and then.",
        }
    }

    /// Its rules, in the order of their names.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        ALL.iter().copied().filter(move |rule| rule.group == self)
    }
}

/// Up to the first full stop after which a sentence begins, so that `Rev., Add. and Corr.` ends none.
fn first_sentence(paragraph: &str) -> &str {
    let begins =
        |at: usize| paragraph.get(at + 2..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
    let end = paragraph.match_indices(". ").map(|(at, _)| at).find(|at| begins(*at));
    end.and_then(|end| paragraph.get(..=end)).unwrap_or(paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        assert_eq!(
            first_sentence("Words such as Rev., Add. and Corr. No others."),
            "Words such as Rev., Add. and Corr."
        );
        assert_eq!(first_sentence("One sentence."), "One sentence.");
    }
}
