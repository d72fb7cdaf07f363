//! `rapporteur explain`: the rules' pages.

use rapporteur::config::RuleSelector;
use rapporteur::rules::{self, Rule, RuleGroup};

use super::interface::{interface, locale};
use super::{ExitOutcome, complain, output};

rapporteur::messages! {
    "cli.explain":
    no_rules() = "It has no rules yet.";
    the_rules() = "The rules";
    for_whom() =
        "For whoever meets a finding and asks why: what each rule says, why, an example with its mend, what it never touches, and \
         where it comes from. In an editor the rule’s name beside a finding leads here; `rapporteur explain` shows the same.";
}

/// Prints the page of a rule or of a group, of all rules, or the list of them.
pub fn run(name: Option<&str>, all: bool) -> ExitOutcome {
    let page = match name.map(RuleSelector::named) {
        Some(Ok(RuleSelector::Rule(code))) => Rule::named(code).map(|rule| rule.page(interface())).unwrap_or_default(),
        Some(Ok(RuleSelector::Group(group))) => group_page(group),
        Some(Err(why)) => {
            complain(&why.text(locale()));
            return ExitOutcome::Failed;
        }
        None if all => all_pages(),
        None => list(rules::ALL.iter().copied()),
    };
    output::print(&page, ExitOutcome::Clean)
}

/// The rules, one a line, with the groups of those that are not on by themselves.
fn list(rules: impl Iterator<Item = &'static Rule> + Clone) -> String {
    let width = rules.clone().map(|rule| rule.code.len()).max().unwrap_or_default();
    let line = |rule: &Rule| {
        let group = if rule.is_on_by_default() { String::new() } else { format!("[{}] ", rule.group.name()) };
        format!("{:width$}  {group}{}\n", rule.code, rule.summary(interface()))
    };
    rules.map(line).collect()
}

fn group_page(group: RuleGroup) -> String {
    format!("# {}\n\n{}\n\n{}", group.name(), group.description(interface()), contents(group))
}

/// The rules of a group, as a list in Markdown.
fn contents(group: RuleGroup) -> String {
    let rows: String =
        group.rules().map(|rule| format!("- [`{0}`](#{0}): {1}\n", rule.code, rule.summary(interface()))).collect();
    if rows.is_empty() { no_rules().text(locale()) + "\n" } else { rows }
}

/// All pages, behind a table of contents.
fn all_pages() -> String {
    let groups = RuleGroup::ALL
        .map(|group| format!("**{}.** {}\n\n{}", group.name(), group.description(interface()), contents(group)));
    let pages: Vec<String> = rules::ALL.iter().map(|rule| rule.page(interface())).collect();
    // A page names others by their names, which are headings here.
    let linked = |page: String, rule: &&Rule| page.replace(&format!("]({})", rule.code), &format!("](#{})", rule.code));
    let pages = rules::ALL.iter().fold(pages.join("\n"), linked);
    let (title, for_whom) = (the_rules().text(locale()), for_whom().text(locale()));
    format!("# {title}\n\n{for_whom}\n\n{}\n{}", groups.join("\n"), pages)
}
