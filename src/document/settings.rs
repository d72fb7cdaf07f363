//! What the user sets in the editor, and what that comes to for one document.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;

use crate::config::keys::SECTION;
use crate::config::{self, Config, EffectiveConfig};
use crate::messages::Message;
use crate::rules::{self, Rule, RuleGroup, RuleTrait};

crate::messages! {
    "server.settings":
    in_settings(wrong: message) = "In Rapporteur's settings: {wrong}";
}

/// What the user sets in the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorSettings {
    /// What may be settled in `rapporteur.toml`, too.
    pub config: Config,
    /// The file of the stored library, where it isn't in its usual place.
    pub library: Option<PathBuf>,
    /// Whether pages about rules and instruments may be kept in the user's folder for caches.
    pub cache: bool,
    /// Whether titles are shown behind the bare numbers of what is cited.
    pub hints: bool,
    /// Whether Enter writes the next paragraph's label.
    pub labels: bool,
    /// Whether it then numbers the paragraphs below anew.
    pub renumber: bool,
    /// What is wrong with the settings, a sentence each.
    wrong: Vec<Message>,
}

impl Default for EditorSettings {
    fn default() -> EditorSettings {
        EditorSettings::read(&Value::Null)
    }
}

impl EditorSettings {
    /// Reads the settings out of what an editor sends: the section itself, or an object that has it under its name. What
    /// is missing is as if it were not set, and so is what has another shape than it should, which is told.
    pub fn read(value: &Value) -> EditorSettings {
        let section = value.get(SECTION).filter(|section| section.is_object()).unwrap_or(value);
        let (config, wrong) = config::read_settings(section);
        EditorSettings {
            config,
            library: file(section),
            cache: section.get("cache").and_then(Value::as_bool).unwrap_or(true),
            hints: section.get("hints").and_then(Value::as_bool).unwrap_or(false),
            labels: switch(section, "typing", "labels").unwrap_or(true),
            renumber: switch(section, "typing", "renumber").unwrap_or(false),
            wrong,
        }
    }

    /// What the user should know is wrong with the settings, each thing once.
    pub fn complaints(&self) -> Vec<Message> {
        let mut complaints: Vec<Message> = Vec::new();
        for wrong in &self.wrong {
            let complaint = in_settings(wrong.clone());
            if !complaints.contains(&complaint) {
                complaints.push(complaint);
            }
        }
        complaints
    }
}

/// What applies to one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSettings {
    /// What the user set in the editor.
    pub editor: Arc<EditorSettings>,
    /// What the editor's settings and the `rapporteur.toml` that applies come to.
    pub config: Arc<EffectiveConfig>,
}

impl DocumentSettings {
    /// Whether the same is found by other settings.
    pub fn check_as(&self, other: &DocumentSettings) -> bool {
        Arc::ptr_eq(&self.config, &other.config) || self.config == other.config
    }

    /// Whether a rule checks.
    pub fn wants(&self, rule: &Rule) -> bool {
        self.config.wants(rule)
    }

    /// Whether it is told what differs between language versions.
    pub fn wants_versions(&self) -> bool {
        self.config.wants_versions()
            && rules::ALL.iter().any(|rule| rule.group == RuleGroup::Versions && self.wants(rule))
    }

    /// Whether a rule checks that something sets apart.
    pub fn wants_any(&self, what: RuleTrait) -> bool {
        rules::ALL.iter().any(|rule| rule.has(what) && self.wants(rule))
    }
}

/// A yes or no, in a section of its own or by its full name.
fn switch(section: &Value, outer: &str, inner: &str) -> Option<bool> {
    let nested = || section.get(outer)?.get(inner);
    section.get(format!("{outer}.{inner}")).or_else(nested)?.as_bool()
}

/// The stored library's file, in a section of its own or by its full name.
fn file(section: &Value) -> Option<PathBuf> {
    let nested = || section.get("library")?.get("file");
    let path = section.get("library.file").or_else(nested)?.as_str()?;
    (!path.is_empty()).then(|| path.into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::ConfigSource;
    use crate::config::keys::{KEYS, ValueKind};
    use crate::messages::Locale;

    /// The sentences in English, in the order of the alphabet.
    fn sentences(settings: &EditorSettings) -> Vec<String> {
        let mut told: Vec<String> =
            settings.complaints().iter().map(|complaint| complaint.text(&Locale::ENGLISH)).collect();
        told.sort();
        told
    }

    fn wants(settings: &EditorSettings, rule: &str) -> bool {
        let config = EffectiveConfig::of(&[ConfigSource { config: &settings.config, file: None }]);
        config.wants(Rule::named(rule).unwrap())
    }

    #[test]
    fn settings_come_bare_or_under_their_name() {
        let wanted = EditorSettings::read(&json!({"ignore": ["footnote-order"]}));
        assert!(!wants(&wanted, "footnote-order"));
        assert_eq!(EditorSettings::read(&json!({"rapporteur": {"ignore": "footnote-order", "select": []}})), wanted);
        for value in [json!({"library": {"paths": ["past"]}}), json!({"library.paths": "past"})] {
            assert_eq!(EditorSettings::read(&value).config.library_paths[0].written, "past");
        }
        let rules = json!({ "rules": { "footnote-order": "off" }, "language": "", "layout": null });
        assert!(!wants(&EditorSettings::read(&rules), "footnote-order"));
        assert_eq!(sentences(&EditorSettings::read(&rules)), [""; 0]);
    }

    #[test]
    fn other_shapes_are_not_set() {
        for value in [json!(null), json!(7), json!([]), json!({"ignore": 7, "select": {"a": 1}, "trace": "off"})] {
            let read = EditorSettings::read(&value);
            assert_eq!(EditorSettings { wrong: Vec::new(), ..read }, EditorSettings::default(), "{value}");
        }
        assert_eq!(EditorSettings::read(&json!({"ignore": 7, "trace": "off"})).complaints().len(), 1);
    }

    #[test]
    fn names_that_nothing_has_are_told() {
        let told = |value: serde_json::Value| sentences(&EditorSettings::read(&value));
        assert_eq!(told(json!({"ignore": ["footnote-order"], "server": {"path": ""}, "plainText": true})), [""; 0]);
        assert_eq!(
            told(json!({"select": ["footnot-order"], "ignroe": [], "ignore": "footnot-order"})),
            [
                "In Rapporteur's settings: There is no rule “footnot-order”. Did you mean “footnote-order”?",
                "In Rapporteur's settings: There is no setting “ignroe”. Did you mean “ignore”?"
            ]
        );
        let [sentence] = told(json!({"colour": "blue"})).try_into().unwrap();
        assert!(sentence.contains("select, ignore, rules") && sentence.ends_with("typing.labels, typing.renumber."));
    }

    #[test]
    fn the_server_reads_the_settings_that_it_says_it_reads() {
        for key in KEYS.iter().filter(|key| key.is_of_the_server()) {
            let value = match key.kind {
                ValueKind::File => json!({ key.name: "/library.sqlite" }),
                // Other than it is at first.
                ValueKind::Switch | ValueKind::SwitchedOn => json!({ key.name: key.kind == ValueKind::Switch }),
                ValueKind::Levels => json!({ key.name: { "footnote-order": "off" } }),
                ValueKind::Language | ValueKind::Interface => json!({ key.name: "fr" }),
                ValueKind::Preset => json!({ key.name: "model-un" }),
                ValueKind::Layout => json!({ key.name: "page" }),
                ValueKind::Sections => json!({ key.name: [{ "paths": ["a"] }] }),
                _ => json!({ key.name: ["footnote-order"] }),
            };
            let read = EditorSettings::read(&value);
            assert_ne!(read, EditorSettings::default(), "{}", key.name);
            assert_eq!(sentences(&read), [""; 0]);
        }
    }
}
