//! The examples in the rules' pages are drafts: each brings its rule's finding, and the mend takes it away.

use std::io::Cursor;

use rapporteur::draft::{Draft, Edit, edit};
use rapporteur::library::AuthorityCache;
use rapporteur::library::store::Store;
use rapporteur::library::store::import::{Input, import};
use rapporteur::messages::{Locale, Message};
use rapporteur::rules::{self, ALL, Finding, MendTrials, MendableText, RereadText, Rule};

use crate::workspace::Workspace;

/// Rules whose example is about what a library knows. They are given the one that [`library`] makes, the others none.
const WITH_LIBRARY: [&str; 3] = ["citation-title", "citation-undated", "citation-unknown"];

/// Rules that offer no mend in their example: what is right is for the writer to say.
const WITHOUT_MEND: [&str; 19] = [
    "brackets-left",
    "citation-future",
    "citation-unknown",
    "footnote-conflict",
    "footnote-ibid",
    "footnote-order",
    "footnote-unused",
    "list-count",
    "lost-labels",
    "lost-lines",
    "lost-marks",
    "lost-notes",
    "lost-numbers",
    "masthead-agreement",
    "organ-line-missing",
    "preamble-after-operative",
    "symbol-implausible",
    "text-damaged",
    "title-consistency",
];

/// The example of a rule's page.
fn example(rule: &Rule) -> String {
    let page = rule.documentation();
    let (_, example) = page.split_once("## Example\n\n```text\n").unwrap_or_else(|| panic!("{} has none", rule.code));
    let (example, _) = example.split_once("\n```\n").unwrap_or_else(|| panic!("{} has no end", rule.code));
    example.to_owned() + "\n"
}

/// A library that has all resolutions of the seventy-seventh session, one of the next, and one that is cited undated.
fn library(folder: &Workspace) -> AuthorityCache {
    let mut table = String::from("symbol\ttitle\tadopted\n");
    for number in 1..=335 {
        let title = match number {
            165 => "Protection of global climate for present and future generations of humankind".to_owned(),
            _ => format!("Lights of the harbour of pier {number}"),
        };
        let adopted = if number < 300 { "2022-12-15" } else { "2023-08-25" };
        table += &format!("A/RES/77/{number}\t{title}\t{adopted}\n");
    }
    table += "A/RES/62/175\tLights of the river\t2007-12-18\n";
    table += "A/RES/78/1\tLights of all harbours\t2023-09-12\n";
    let file = folder.join("library.sqlite");
    let input = Input { name: "session.tsv".to_owned(), bytes: Box::new(Cursor::new(table.into_bytes())) };
    import(&file, [input], |_, _| {}, |_, _| {}).unwrap();
    AuthorityCache::of(Store::open(&file).unwrap())
}

#[test]
fn each_rule_finds_the_fault_of_its_example_and_the_mend_takes_it_away() {
    let folder = Workspace::new("examples-library");
    let library = library(&folder);
    let (mut faults, mut without_mend) = (Vec::new(), Vec::new());
    for rule in ALL {
        let draft = example(rule);
        let knowledge = if WITH_LIBRARY.contains(&rule.code) { &library } else { AuthorityCache::built_in() };
        let by = |text: &str, wanted: &dyn Fn(&Rule) -> bool| -> Vec<Finding> {
            rules::check_knowing(knowledge, text, &Draft::read(text), wanted)
        };
        let all_of = |text: &str| by(text, &|_| true);
        let reread = |edits: &[Edit]| {
            let text = edit::apply(edits, &draft);
            RereadText { draft: Draft::read(&text), findings: all_of(&text), text }
        };
        let found = by(&draft, &|other| other.code == rule.code);
        if found.is_empty() {
            faults.push(format!("{} finds nothing in its example:\n{draft}", rule.code));
        }
        if found.iter().all(|finding| finding.fix.is_none()) {
            without_mend.push(rule.code);
        }
        let all = all_of(&draft);
        let read = Draft::read(&draft);
        let mendable =
            MendableText { text: &draft, draft: &read, findings: &all, reread: &reread, is_editable: &|_| true };
        let mut trials = MendTrials::new(mendable, usize::MAX);
        for finding in &found {
            let Some(fix) = &finding.fix else { continue };
            if !trials.holds(finding) {
                let english = |message: &Message| message.text(&Locale::ENGLISH);
                let (title, message) = (english(&fix.title), english(&finding.message));
                let left = all_of(&fix.apply(&draft));
                faults.push(format!("“{title}” doesn't take away “{message}” alone:\n{draft}\n{left:#?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    assert_eq!(without_mend, WITHOUT_MEND, "rules whose example has no finding with a mend");
}
