//! `rapporteur explain`: the rules' pages.

use rapporteur::rules::{self, Rule};

use super::output::{self, Output};
use super::wanted::named;
use super::{Ending, complain};

/// Prints the page of a rule, of all rules, or the list of them.
pub fn run(rule: Option<&str>, all: bool) -> Ending {
    let page = match rule.map(named) {
        Some(Ok(rule)) => page(rule),
        Some(Err(sentence)) => {
            complain(&sentence);
            return Ending::Failed;
        }
        None if all => rules::ALL.iter().map(|rule| page(rule)).collect::<Vec<_>>().join("\n"),
        None => list(),
    };
    let mut output = Output::new();
    let written = output.write(&page).and_then(|()| output.flush());
    output::ending(written, Ending::Clean)
}

fn page(rule: &Rule) -> String {
    let documentation = rule.documentation();
    let documentation = documentation.trim();
    // The page says which rule it is of, unless its own heading does.
    if documentation.starts_with(&format!("# {}", rule.code)) {
        format!("{documentation}\n")
    } else {
        format!("# {}\n\n{documentation}\n", rule.code)
    }
}

fn list() -> String {
    let width = rules::ALL.iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    rules::ALL.iter().map(|rule| format!("{:width$}  {}\n", rule.code, summary(rule))).collect()
}

/// The first sentence of a rule's page, in one line.
pub fn summary(rule: &Rule) -> String {
    let documentation = rule.documentation();
    let paragraph: Vec<&str> = documentation
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty() || line.starts_with('#'))
        .take_while(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let paragraph = paragraph.join(" ");
    first_sentence(&paragraph).to_owned()
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
