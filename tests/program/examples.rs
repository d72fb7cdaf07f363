//! The examples in the rules' pages are drafts: each brings its rule's finding, and the mend takes it away.

use std::io::Cursor;
use std::ops::Range;

use rapporteur::draft::{Draft, Edit, edit};
use rapporteur::language::{self, Language};
use rapporteur::library::AuthorityCache;
use rapporteur::library::store::Store;
use rapporteur::library::store::import::{Input, import};
use rapporteur::messages::{Locale, Message};
use rapporteur::rules::{self, ALL, Finding, MendTrials, MendableText, RereadText, Rule};

use crate::workspace::Workspace;

/// Rules whose example is about what a library knows. They are given the one that [`library`] makes, the others none.
const WITH_LIBRARY: [&str; 3] = ["citation-title", "citation-undated", "citation-unknown"];

/// Rules that offer no mend in their example: what is right is for the writer to say.
const WITHOUT_MEND: [&str; 31] = [
    "brackets-left",
    "citation-future",
    "citation-unknown",
    "event-past",
    "footnote-conflict",
    "footnote-ibid",
    "footnote-order",
    "footnote-unfinished",
    "footnote-unused",
    "list-count",
    "lost-labels",
    "lost-lines",
    "lost-marks",
    "lost-notes",
    "lost-numbers",
    "lost-objects",
    "masthead-agreement",
    "organ-line-missing",
    "preamble-after-operative",
    "predecessor-missing",
    "report-past",
    "symbol-implausible",
    "text-damaged",
    "time-words",
    "title-consistency",
    "version-brackets",
    "version-figure",
    "version-marker",
    "version-note",
    "version-paragraph",
    "version-term",
];

/// Rules whose example has a mend in English and none in another language, where grammar or typography leave a choice.
const WITHOUT_MEND_IN: [(&str, &str); 3] =
    [("ar", "brackets-unbalanced"), ("ru", "citation-kind"), ("zh", "date-invalid")];

/// The example of a rule's page in a language.
fn example(rule: &Rule, language: &Language) -> String {
    let page = rule.page(language);
    let (code, language) = (rule.code, language.code);
    let (_, example) = page.split_once("\n```text\n").unwrap_or_else(|| panic!("{code} has none in {language}"));
    let (example, _) = example.split_once("\n```\n").unwrap_or_else(|| panic!("{code} has no end in {language}"));
    example.to_owned() + "\n"
}

/// The title of A/RES/77/165, in the order of the languages' codes.
const CLIMATE: [&str; 6] = [
    "حماية المناخ العالمي لمنفعة الأجيال البشرية الحالية والمقبلة",
    "Protection of global climate for present and future generations of humankind",
    "Protección del clima mundial para las generaciones presentes y futuras",
    "Sauvegarde du climat mondial pour les générations présentes et futures",
    "Охрана глобального климата в интересах нынешнего и будущих поколений человечества",
    "为人类今世后代保护全球气候",
];

/// A library that has all resolutions of the seventy-seventh session, one of the next, and one that is cited undated.
fn library(folder: &Workspace) -> AuthorityCache {
    let codes = language::ALL.map(|language| language.code);
    let mut table = format!("symbol\tadopted\ttitle_{}\n", codes.join("\ttitle_"));
    let everywhere = |title: &str| [title; 6].join("\t");
    for number in 1..=335 {
        let titles = match number {
            165 => CLIMATE.join("\t"),
            _ => everywhere(&format!("Lights of the harbour of pier {number}")),
        };
        let adopted = if number < 300 { "2022-12-15" } else { "2023-08-25" };
        table += &format!("A/RES/77/{number}\t{adopted}\t{titles}\n");
    }
    table += &format!("A/RES/62/175\t2007-12-18\t{}\n", everywhere("Lights of the river"));
    table += &format!("A/RES/78/1\t2023-09-12\t{}\n", everywhere("Lights of all harbours"));
    let file = folder.join("library.sqlite");
    let input = Input { name: "session.tsv".to_owned(), bytes: Box::new(Cursor::new(table.into_bytes())) };
    import(&file, [input], |_, _| {}, |_, _| {}).unwrap();
    AuthorityCache::of(Store::open(&file).unwrap())
}

#[test]
fn each_rule_finds_the_fault_of_its_example_and_the_mend_takes_it_away() {
    let folder = Workspace::new("examples-library");
    let library = library(&folder);
    let mut faults = Vec::new();
    for language in language::ALL {
        let mut without_mend = Vec::new();
        for rule in ALL {
            let draft = example(rule, language);
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
                faults.push(format!("{} finds nothing in its example in {}:\n{draft}", rule.code, language.code));
            }
            if found.iter().all(|finding| finding.fix.is_none()) {
                without_mend.push(rule.code);
            }
            let all = all_of(&draft);
            let read = Draft::read(&draft);
            let (reread, is_editable) = (&reread, &|_: &Range<usize>| true);
            let mendable = MendableText { text: &draft, draft: &read, findings: &all, reread, is_editable };
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
        let of_language = WITHOUT_MEND_IN.iter().filter(|(code, _)| *code == language.code).map(|(_, rule)| *rule);
        let mut expected: Vec<&str> = WITHOUT_MEND.into_iter().chain(of_language).collect();
        expected.sort_unstable();
        if without_mend != expected {
            faults.push(format!("without a mend in {}: {without_mend:?}, not {expected:?}", language.code));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
