//! What Rapporteur says, it says in six languages: nothing is missing, nothing is left over, and nothing stays English.

use std::collections::BTreeMap;

use rapporteur::config::keys::KEYS;
use rapporteur::config::preset::PRESETS;
use rapporteur::language::ALL;
use rapporteur::messages::translations;
use rapporteur::messages::{Locale, PluralCategory, Template};
use rapporteur::rules::RuleGroup;

fn templates() -> impl Iterator<Item = &'static Template> {
    rapporteur::all_messages().chain(super::messages())
}

/// What tables say without arguments, by their ids.
fn phrases() -> BTreeMap<String, &'static str> {
    let english = rapporteur::language::ENGLISH;
    let groups = RuleGroup::ALL.map(|group| (format!("group.{}", group.name()), group.description(english)));
    let does = KEYS.iter().map(|key| (format!("setting.{}.does", key.name.to_lowercase()), key.does));
    let notes = KEYS.iter().map(|key| (format!("setting.{}.note", key.name.to_lowercase()), key.note));
    let presets = PRESETS.iter().map(|preset| (format!("preset.{}", preset.name), preset.about(english)));
    groups.into_iter().chain(presets).chain(does).chain(notes).filter(|(_, english)| !english.is_empty()).collect()
}

#[test]
fn all_that_is_told_is_told_in_six_languages() {
    let templates: BTreeMap<&str, &Template> = templates().map(|template| (template.id, template)).collect();
    let phrases = phrases();
    let mut faults = Vec::new();
    for (language, translations) in translations::ALL {
        let told: Vec<(&str, &str)> = translations.entries().collect();
        let there = |id: &str| translations.get(id).is_some();
        faults.extend(templates.keys().filter(|id| !there(id)).map(|id| format!("{language} lacks {id}")));
        faults.extend(phrases.keys().filter(|id| !there(id)).map(|id| format!("{language} lacks {id}")));
        for (at, (id, text)) in told.iter().enumerate() {
            if told[..at].iter().any(|(other, _)| other == id) {
                faults.push(format!("{language} has {id} twice"));
            }
            match templates.get(id) {
                Some(template) if !template.accepts(text) => {
                    faults.push(format!("{language}: {id} is not well formed"))
                }
                Some(template) => {
                    let missing = template.parameters.iter().filter(|one| !names(text, one.name));
                    faults.extend(missing.map(|one| format!("{language}: {id} leaves {} out", one.name)));
                }
                None if phrases.contains_key(*id) || id.starts_with("help.") => {}
                None => faults.push(format!("{language} has {id}, which nothing tells")),
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

fn names(text: &str, parameter: &str) -> bool {
    text.contains(&format!("{{{parameter}}}")) || text.contains(&format!("{{{parameter},"))
}

/// The categories that a language has for whole numbers of some size (Unicode's CLDR, cardinals).
fn categories(locale: &Locale) -> Vec<PluralCategory> {
    let mut all: Vec<PluralCategory> = Vec::new();
    for number in (0..=200).chain([1_000_000]) {
        let category = (locale.plural)(number);
        if !all.contains(&category) {
            all.push(category);
        }
    }
    all
}

/// What stands before a number in Arabic that governs no words: “its number is”.
const APART: &str = "وعددها {";

/// Where a number governs words, there is a branch for each of the language's categories, but for the millions of French
/// and Spanish, for none where that is said as of a hundred, and where the number itself isn't written.
#[test]
fn numbers_have_all_plurals_of_the_language() {
    let mut faults = Vec::new();
    for (code, translations) in translations::ALL {
        let locale = ALL.into_iter().find(|language| language.code == code).map(|language| language.locale).unwrap();
        let mut categories = categories(locale);
        if ["fr", "es"].contains(&code) {
            categories.retain(|category| *category != PluralCategory::Many);
        }
        for (id, text) in translations.entries() {
            for (_, branches) in text.match_indices(", plural, ").map(|(at, mark)| text.split_at(at + mark.len())) {
                let branches = of_one_plural(branches);
                let written = branches.split_once("other {").is_some_and(|(_, other)| {
                    let other = of_one_plural(other);
                    other.contains('{') && !other.contains(APART)
                });
                let needed = |category: &PluralCategory| *category != PluralCategory::Zero && written;
                let missing = categories.iter().filter(|category| !has_branch(branches, category.key()));
                let missing = missing.filter(|category| needed(category));
                faults.extend(missing.map(|category| format!("{code}: {id} has no “{}”", category.key())));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The branches of a plural, up to the brace that closes it.
fn of_one_plural(text: &str) -> &str {
    let mut depth = 0_i32;
    let end = text.find(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth < 0
    });
    end.map_or(text, |end| &text[..end])
}

fn has_branch(branches: &str, key: &str) -> bool {
    let mut depth = 0_i32;
    branches.char_indices().any(|(at, c)| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
            && branches[at..].starts_with(&format!("{key} {{"))
            && !branches[..at].ends_with(char::is_alphanumeric)
    })
}

/// Latin words that stand in the sentences of every language: names of programs, formats, organizations and files, what is
/// typed.
const NAMES: [&str; 27] = [
    "Actions",
    "Akoma",
    "Code",
    "Ctrl",
    "Enter",
    "Excel",
    "GitHub",
    "Helix",
    "LibreOffice",
    "Markdown",
    "Microsoft",
    "Neovim",
    "Ntoso",
    "OpenDocument",
    "Rapporteur",
    "SQLite",
    "Word",
    "bis",
    "drafts",
    "false",
    "past",
    "rapporteur",
    "resolution",
    "schema",
    "stdin",
    "toml",
    "true",
];

/// Words that show a sentence to be English.
const ENGLISH: [&str; 24] = [
    "the", "of", "and", "is", "are", "was", "were", "this", "that", "these", "those", "with", "which", "from", "there",
    "what", "not", "its", "has", "have", "been", "by", "into", "than",
];

/// A text without what is no prose: arguments, what stands in backticks, names with dots, slashes and underscores.
fn prose(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (at, piece) in text.split('`').enumerate() {
        if at % 2 == 0 {
            words
                .extend(piece.split(|c: char| {
                    c.is_whitespace() || "\u{2068}\u{2069}“”«»„()[]{}،؛؟,;:!?…。、：；，".contains(c)
                }));
        }
    }
    words
}

/// French parts some marks from the words before them by a space at which no line ends.
#[test]
fn french_marks_do_not_begin_a_line() {
    let mut faults = Vec::new();
    for (id, text) in translations::FRENCH.entries() {
        let prose = text.split('`').step_by(2);
        let parted = |piece: &str| [" :", " ;", " ?", " !", " »", "« "].iter().any(|mark| piece.contains(mark));
        faults.extend(prose.filter(|piece| parted(piece)).map(|piece| format!("{id} = {piece}")));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_sentence_stays_english() {
    let mut faults = Vec::new();
    for (code, translations) in translations::ALL {
        for (id, text) in translations.entries().filter(|(id, _)| !id.starts_with("help.value.")) {
            // The ending of a file's name is no word.
            for word in prose(text).into_iter().filter(|word| !word.starts_with('.')) {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                let english = match code {
                    "fr" | "es" => ENGLISH.contains(&word) && !is_written(id, word),
                    _ => {
                        let latin = word.len() > 2 && word.chars().all(|c| c.is_ascii_alphabetic());
                        latin && !is_name(word) && !is_written(id, word)
                    }
                };
                if english {
                    faults.push(format!("{code}: “{word}” in {id} = {text}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

fn is_name(word: &str) -> bool {
    NAMES.contains(&word) || word.chars().all(|c| c.is_ascii_uppercase())
}

/// Whether the English has the word as something that is typed: an argument's name, a key or a value.
fn is_written(id: &str, word: &str) -> bool {
    let english = templates().find(|template| template.id == id).map(|template| template.english);
    let keys = KEYS.iter().any(|key| key.name.split('.').any(|part| part == word));
    let argument = templates()
        .find(|template| template.id == id)
        .is_some_and(|template| template.parameters.iter().any(|one| one.name == word));
    let grammar = ["plural", "select", "zero", "one", "two", "few", "many", "other"].contains(&word);
    let choice = english.is_some_and(|english| english.contains(&format!(" {word} {{")));
    keys || argument || grammar || choice
}

/// Terms, and what each language's term begins with, in the order of [`translations::ALL`].
const TERMS: [(&str, [&[&str]; 5]); 8] = [
    ("footnote", [&["حاش", "حواش"], &["nota"], &["note"], &["снос"], &["脚注"]]),
    ("semicolon", [&["منقوط"], &["punto y coma"], &["point-virgule", "points-virgules"], &["точк"], &["分号"]]),
    ("comma", [&["فاصل", "فواصل"], &["coma"], &["virgule"], &["запят"], &["逗号"]]),
    ("full stop", [&["نقط", "نقاط"], &["punto"], &["point"], &["точк"], &["句号", "圆点"]]),
    ("preambular paragraph", [&["ديباجة"], &["preámbulo"], &["préambule"], &["преамбул"], &["序言"]]),
    ("operative paragraph", [&["منطوق"], &["dispositiv"], &["dispositif"], &["постановляющ"], &["执行部分"]]),
    ("subparagraph", [&["فرعي"], &["apartado"], &["alinéa"], &["подпункт"], &["分段"]]),
    ("resolution", [&["قرار"], &["resoluci"], &["résolution"], &["резолюц"], &["决议"]]),
];

/// The glossary's terms are those of the messages.
#[test]
fn the_terms_of_the_glossary_are_used() {
    let glossary = include_str!("../../docs/glossary.md").to_lowercase();
    let mut faults = Vec::new();
    for (term, stems) in TERMS {
        for ((code, translations), stems) in translations::ALL.into_iter().zip(stems) {
            let rows = glossary.lines().filter(|line| line.starts_with(&format!("| {term} |")));
            if !rows.clone().any(|row| stems.iter().any(|stem| row.contains(stem))) {
                faults.push(format!("the glossary has no “{term}” in {code}"));
            }
            for template in templates().filter(|template| has_term(template.english, term)) {
                let text = translations.get(template.id).unwrap_or_default().to_lowercase();
                if !stems.iter().any(|stem| text.contains(stem)) {
                    faults.push(format!("{code}: {} has no “{term}”: {text}", template.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Whether a sentence has a term as words of their own, and not as a part of what is typed.
fn has_term(english: &str, term: &str) -> bool {
    let prose = english.split('`').step_by(2).collect::<Vec<_>>().join(" ").to_lowercase();
    prose.match_indices(term).any(|(at, _)| {
        let (before, behind) = (&prose[..at], prose[at + term.len()..].trim_start_matches('s'));
        !before.ends_with(|c: char| c.is_alphanumeric() || "{._-".contains(c))
            && !behind.starts_with(|c: char| c.is_alphanumeric() || "},_-".contains(c))
    })
}
