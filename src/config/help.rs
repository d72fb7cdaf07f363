//! What may be written at a place of a `rapporteur.toml`, and what is said of what stands there.
//!
//! While somebody writes it the file is seldom right, so only the words before the place are looked at.

use std::ops::Range;

use super::keys::{KEYS, Key, KeyScope, ValueKind};
use super::layer::{LAYOUTS, RuleLevel, RuleSelector};
use super::preset::PRESETS;
use crate::language::{self, Language};
use crate::messages::Message;
use crate::rules::{self, Rule, RuleGroup};

crate::messages! {
    "config.help":
    pub(super) about_the_file() = "What all who work in this folder have settled about Rapporteur.";
    pub(super) paths_of_section() = "The files and folders that the section is for, such as `drafts/**`.";
    pub(super) rule_of_finding() = "The rule that it is a finding of.";
    pub(super) words_of_finding() = "Words that the finding stands in.";
    pub(super) file_of_finding() = "The file that it is in.";
    level_on() = "It is checked, and its findings have the severity that the rule gives them.";
    level_off() = "It is not checked.";
    level_at() = "It is checked, and its findings have this severity.";
    laid_out_as(layout: name) = "Drafts are laid out as {layout} text.";
}

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySuggestion {
    /// The name of a key, a rule or another value, as a list shows it.
    pub name: String,
    /// What is written: the name, in quotation marks where it is a value, with what follows a key.
    pub written: String,
    /// What it is, in Markdown.
    pub about: String,
}

/// What may be written at byte `offset`, and the bytes in whose place it comes.
pub fn suggestions(text: &str, offset: usize, interface: &Language) -> (Range<usize>, Vec<KeySuggestion>) {
    let begun = word(text, offset);
    let word = begun.start..word_end(text, offset);
    let before = text.get(..word.start).unwrap_or_default();
    let Some(at) = NamePosition::of(before) else { return (word, Vec::new()) };
    // Within quotation marks only the name comes.
    let is_quoted = before.ends_with(['"', '\'']);
    let value = |name: &str, about: String| KeySuggestion {
        name: name.to_owned(),
        written: if is_quoted { name.to_owned() } else { format!("\"{name}\"") },
        about,
    };
    let key = |name: &str, about: String| KeySuggestion {
        name: name.to_owned(),
        written: if is_quoted { name.to_owned() } else { format!("{name} = ") },
        about,
    };
    let suggestions = match at {
        NamePosition::Keys(table) => {
            keys(&table, interface).into_iter().map(|(name, about)| key(name, about)).collect()
        }
        NamePosition::Value(table, name) => {
            values(&table, &name, interface).into_iter().map(|(name, about)| value(name, about)).collect()
        }
    };
    (word, suggestions)
}

/// What is said of the name that byte `offset` is in, in Markdown, and where it stands.
pub fn explanation(text: &str, offset: usize, interface: &Language) -> Option<(Range<usize>, String)> {
    let whole = word(text, offset);
    let whole = whole.start..word_end(text, offset);
    let name = text.get(whole.clone()).filter(|name| !name.is_empty())?;
    let about = match NamePosition::of(text.get(..whole.start)?)? {
        NamePosition::Keys(table) => {
            keys(&table, interface).into_iter().find(|(known, _)| *known == name).map(|(_, about)| about)
        }
        NamePosition::Value(table, key) => {
            values(&table, &key, interface).into_iter().find(|(known, _)| *known == name).map(|(_, about)| about)
        }
    };
    // A table's own name stands in its heading.
    let about = about.or_else(|| Some(Key::named(name).filter(|key| key.is_of_the_file())?.description(interface)))?;
    Some((whole, format!("**{name}**: {about}")))
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// The name that is begun before a place.
fn word(text: &str, offset: usize) -> Range<usize> {
    let before = text.get(..offset).unwrap_or_default();
    before.trim_end_matches(is_of_a_name).len()..before.len()
}

fn word_end(text: &str, offset: usize) -> usize {
    let behind = text.get(offset..).unwrap_or_default();
    offset + behind.len() - behind.trim_start_matches(is_of_a_name).len()
}

/// Where a name stands.
#[derive(Debug, PartialEq, Eq)]
enum NamePosition {
    /// Where the keys of a table stand; the whole file is the table without a name.
    Keys(String),
    /// Where the value of a key of a table stands.
    Value(String, String),
}

impl NamePosition {
    /// What comes behind so much of the file. `None` in a comment, and where nothing is known.
    fn of(before: &str) -> Option<NamePosition> {
        let mut table = String::new();
        // Where the statement begins that the place is in, and how many brackets of it are open.
        let (mut begins, mut open, mut at) = (0, 0_usize, 0);
        for line in before.split_inclusive('\n') {
            if open == 0 {
                begins = at;
                if let Some(heading) = heading(line).filter(|_| line.ends_with('\n')) {
                    table = heading.to_owned();
                    at += line.len();
                    begins = at;
                    continue;
                }
            }
            at += line.len();
            open = (open + line.matches(['[', '{']).count()).saturating_sub(line.matches([']', '}']).count());
        }
        let statement = before.get(begins..)?;
        if open == 0 && (statement.is_empty() || statement.ends_with('\n')) {
            return Some(NamePosition::Keys(table));
        }
        if statement.lines().last().is_some_and(|line| line.contains('#')) {
            return None;
        }
        NamePosition::in_statement(table, statement)
    }

    fn in_statement(mut table: String, statement: &str) -> Option<NamePosition> {
        // The tables around, and the key whose value is begun.
        let mut around = Vec::new();
        let mut key: Option<String> = None;
        let mut word = String::new();
        for c in statement.chars() {
            match c {
                '=' => key = Some(std::mem::take(&mut word)),
                '{' => {
                    let inner = key.take().unwrap_or_default();
                    around.push(table.clone());
                    table = inside(&table, &inner);
                }
                '}' => {
                    table = around.pop()?;
                    key = Some(String::new());
                }
                ',' if around.last().is_some() && !statement_is_in_list(statement) => key = None,
                '[' | ']' | ',' | '"' | '\'' => word.clear(),
                '.' if key.is_none() => {
                    table = inside(&table, &std::mem::take(&mut word));
                }
                c if c.is_whitespace() => {}
                c => word.push(c),
            }
        }
        Some(match key {
            Some(key) => NamePosition::Value(table, key),
            None => NamePosition::Keys(table),
        })
    }
}

/// Whether the end of a statement is in a list that is not closed.
fn statement_is_in_list(statement: &str) -> bool {
    let open = statement.rfind('[');
    let behind = open.and_then(|at| statement.get(at..)).unwrap_or_default();
    open.is_some() && !behind.contains([']', '{', '}'])
}

/// The name of a table that stands in another one.
fn inside(table: &str, inner: &str) -> String {
    match (table, inner) {
        ("", inner) => inner.to_owned(),
        ("files", "rules") => "rules".to_owned(),
        (table, "") => table.to_owned(),
        (table, inner) => format!("{table}.{inner}"),
    }
}

/// The name of the table that a line begins.
fn heading(line: &str) -> Option<&str> {
    let name = line.trim().strip_prefix('[')?;
    let name = name.trim_start_matches('[').split(']').next().unwrap_or_default().trim();
    Some(if name == "files.rules" { "rules" } else { name })
}

/// The keys of a table.
fn keys(table: &str, interface: &Language) -> Vec<(&'static str, String)> {
    let described = |keys: &dyn Fn(&Key) -> bool| -> Vec<(&'static str, String)> {
        KEYS.iter().filter(|key| keys(key)).map(|key| (key.name, key.description(interface))).collect()
    };
    match table {
        "" => described(&|key| key.is_of_the_file()),
        "files" => {
            let paths = ("paths", paths_of_section().text(interface.locale));
            std::iter::once(paths).chain(described(&|key| key.place == KeyScope::Section)).collect()
        }
        "rules" => names(true, interface),
        "library" => Key::named("library.paths").map(|key| ("paths", key.description(interface))).into_iter().collect(),
        "ignored" => [("rule", rule_of_finding()), ("words", words_of_finding()), ("file", file_of_finding())]
            .map(|(name, about)| (name, about.text(interface.locale)))
            .to_vec(),
        _ => Vec::new(),
    }
}

/// The values of a key.
fn values(table: &str, key: &str, interface: &Language) -> Vec<(&'static str, String)> {
    let levels = || RuleLevel::ALL.map(|(name, level)| (name, about_level(level).text(interface.locale))).to_vec();
    match (table, key) {
        ("rules", _) => levels(),
        ("ignored", "rule") => names(false, interface),
        ("" | "files", key) => match Key::named(key).map(|key| key.kind) {
            Some(ValueKind::Rules) => names(true, interface),
            Some(ValueKind::Preset) => {
                PRESETS.iter().map(|preset| (preset.name, preset.about(interface).to_owned())).collect()
            }
            Some(ValueKind::Language) => {
                language::ALL.map(|language| (language.code, language.name.to_owned())).to_vec()
            }
            Some(ValueKind::Layout) => {
                LAYOUTS.map(|(name, _)| (name, laid_out_as(name).text(interface.locale))).to_vec()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn about_level(level: RuleLevel) -> Message {
    match level {
        RuleLevel::On => level_on(),
        RuleLevel::Off => level_off(),
        RuleLevel::At(_) => level_at(),
    }
}

/// What names rules, and what each is.
fn names(groups: bool, interface: &Language) -> Vec<(&'static str, String)> {
    let groups = RuleGroup::ALL
        .into_iter()
        .filter(|_| groups)
        .map(|group| (RuleSelector::Group(group), group.description(interface).to_owned()));
    let rules = rules::ALL.iter().map(|rule: &&Rule| (RuleSelector::Rule(rule.code), rule.says(interface)));
    groups.chain(rules).map(|(name, about)| (name.as_str(), about)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;

    /// What may be written at the `|`.
    fn offered(marked: &str) -> Vec<String> {
        let at = marked.find('|').unwrap();
        let (_, suggestions) = suggestions(&marked.replace('|', ""), at, ENGLISH);
        suggestions.into_iter().map(|suggestion| suggestion.written).collect()
    }

    fn begins(marked: &str, first: &str) {
        let offered = offered(marked);
        assert_eq!(offered.first().map(String::as_str), Some(first), "{marked}: {offered:?}");
    }

    #[test]
    fn keys_and_values_are_offered_in_their_places() {
        begins("|", "preset = ");
        begins("preset = |", "\"association\"");
        begins("# Ours\nlanguage = \"en\"\npre|", "preset = ");
        begins("[[files]]\npa|", "paths = ");
        begins("[rules]\nfoot|", "standard = ");
        begins("rules.|", "standard = ");
        begins("rules = { sty|", "standard = ");
        begins("rules = { style = \"off\", |", "standard = ");
        begins("rules = { style = |", "\"on\"");
        begins("[rules]\nstyle = \"|\"", "on");
        begins("[[files]]\nrules.style = \"|", "on");
        begins("[[files]]\npaths = [\"a\"]\n[files.rules]\nstyle = |", "\"on\"");
        begins("select = [\"foot|", "standard");
        begins("select = [\n  \"style\",\n  |", "\"standard\"");
        begins("language = |", "\"ar\"");
        begins("layout = '|'", "clean");
        begins("[[ignored]]\nrule = |", &format!("\"{}\"", rules::ALL[0].code));
        begins("[[ignored]]\n|", "rule = ");
        begins("[library]\n|", "paths = ");
        for nowhere in ["# sel|", "accept = [\"|", "[colours]\n|", "adopted = |"] {
            assert_eq!(offered(nowhere), [""; 0], "{nowhere}");
        }
    }

    #[test]
    fn names_are_explained() {
        let said = |text: &str, name: &str| {
            explanation(text, text.find(name).unwrap() + 1, ENGLISH).map(|(range, _)| text[range].to_owned())
        };
        let text = "ignore = [\"style\"]\n[rules]\nfootnote-order = \"off\"\n[[files]]\npaths = []\n";
        for name in ["ignore", "style", "rules", "footnote-order", "off", "files", "paths"] {
            assert_eq!(said(text, name).as_deref(), Some(name));
        }
        assert_eq!(said("colour = 1", "colour"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_place_of_any_text_is_answered(text in "([a-z大 =.,#\"'\\n\\[\\]{}]|rules|files){0,40}", at in 0usize..120) {
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (word, _) = suggestions(&text, at, ENGLISH);
            proptest::prop_assert!(text.get(word).is_some());
            let _ = explanation(&text, at, ENGLISH);
        }
    }
}
