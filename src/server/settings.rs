//! What the user sets.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;

use super::convert;
use crate::config::keys::SECTION;
use crate::config::{self, Applied, Config, Stratum};
use crate::messages::Message;
use crate::rules::{self, Rule, RuleTrait};

crate::messages! {
    "server.settings":
    in_settings(wrong: message) = "In Rapporteur's settings: {wrong}";
}

/// What the user sets, and what that comes to in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What may be settled in `rapporteur.toml`, too.
    pub config: Arc<Config>,
    /// What applies to the document.
    pub applied: Arc<Applied>,
    /// The file of the stored library, where it isn't in its usual place.
    pub library: Option<PathBuf>,
    /// Whether titles are shown behind the bare numbers of what is cited.
    pub hints: bool,
    /// Whether Enter writes the next paragraph's label.
    pub labels: bool,
    /// Whether it then numbers the paragraphs below anew.
    pub renumber: bool,
    /// What is wrong with the settings, a sentence each.
    wrong: Vec<Message>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings::read(&Value::Null)
    }
}

impl Settings {
    /// Reads the settings out of what an editor sends: the section itself, or an object that has it under its name. What
    /// is missing is as if it were not set, and so is what has another shape than it should, which is told.
    pub fn read(value: &Value) -> Settings {
        let section = value.get(SECTION).filter(|section| section.is_object()).unwrap_or(value);
        let (config, wrong) = config::read_settings(section);
        Settings {
            applied: Arc::new(Applied::of(&[Stratum { config: &config, file: None }])),
            config: Arc::new(config),
            library: file(section),
            hints: section.get("hints").and_then(Value::as_bool).unwrap_or(false),
            labels: switch(section, "typing", "labels").unwrap_or(true),
            renumber: switch(section, "typing", "renumber").unwrap_or(false),
            wrong,
        }
    }

    /// These settings in a document to which something applies.
    pub fn with(&self, applied: Applied) -> Settings {
        Settings { applied: Arc::new(applied), ..self.clone() }
    }

    /// Whether the same is found by other settings.
    pub fn check_as(&self, other: &Settings) -> bool {
        Arc::ptr_eq(&self.applied, &other.applied) || self.applied == other.applied
    }

    /// Whether a rule checks.
    pub fn wants(&self, rule: &Rule) -> bool {
        self.applied.wants(rule)
    }

    /// Whether a rule checks that something sets apart.
    pub fn wants_any(&self, what: RuleTrait) -> bool {
        rules::ALL.iter().any(|rule| rule.has(what) && self.wants(rule))
    }

    /// What the user should know is wrong with the settings, a sentence each.
    pub fn complaints(&self) -> Vec<String> {
        let mut complaints: Vec<String> =
            self.wrong.iter().map(|wrong| convert::text(&in_settings(wrong.clone()))).collect();
        complaints.sort();
        complaints.dedup();
        complaints
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
    use crate::config::keys::{KEYS, Kind};

    #[test]
    fn settings_come_bare_or_under_their_name() {
        let wanted = Settings::read(&json!({"ignore": ["footnote-order"]}));
        assert!(!wanted.wants(Rule::named("footnote-order").unwrap()));
        assert_eq!(Settings::read(&json!({"rapporteur": {"ignore": "footnote-order", "select": []}})), wanted);
        for value in [json!({"library": {"paths": ["past"]}}), json!({"library.paths": "past"})] {
            assert_eq!(Settings::read(&value).config.library_paths, ["past"]);
        }
        let rules = json!({ "rules": { "footnote-order": "off" }, "language": "", "layout": null });
        assert!(!Settings::read(&rules).wants(Rule::named("footnote-order").unwrap()));
        assert_eq!(Settings::read(&rules).complaints(), [""; 0]);
    }

    #[test]
    fn other_shapes_are_not_set() {
        for value in [json!(null), json!(7), json!([]), json!({"ignore": 7, "select": {"a": 1}, "trace": "off"})] {
            let read = Settings::read(&value);
            assert_eq!(Settings { wrong: Vec::new(), ..read }, Settings::default(), "{value}");
        }
        assert_eq!(Settings::read(&json!({"ignore": 7, "trace": "off"})).complaints().len(), 1);
    }

    #[test]
    fn names_that_nothing_has_are_told() {
        let told = |value: serde_json::Value| Settings::read(&value).complaints();
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
                Kind::File => json!({ key.name: "/library.sqlite" }),
                // Other than it is at first.
                Kind::Switch | Kind::SwitchedOn => json!({ key.name: key.kind == Kind::Switch }),
                Kind::Levels => json!({ key.name: { "footnote-order": "off" } }),
                Kind::Language => json!({ key.name: "fr" }),
                Kind::Layout => json!({ key.name: "page" }),
                Kind::Sections => json!({ key.name: [{ "paths": ["a"] }] }),
                _ => json!({ key.name: ["footnote-order"] }),
            };
            let read = Settings::read(&value);
            assert_ne!(read, Settings::default(), "{}", key.name);
            assert_eq!(read.complaints(), [""; 0]);
        }
    }
}
