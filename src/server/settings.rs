//! What the user sets.

use std::path::PathBuf;

use serde_json::Value;

use super::schema;
use crate::config::Config;
use crate::rules::{self, Rule};

/// The name under which editors keep our settings.
pub const SECTION: &str = "rapporteur";

/// What the user sets: the same choice of rules as on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The rules that check; `None` is all.
    pub select: Option<Vec<String>>,
    /// The rules that don't.
    pub ignore: Vec<String>,
    /// Folders whose texts are read beside the workspace's.
    pub library_paths: Vec<String>,
    /// The file of the stored library, where it isn't in its usual place.
    pub library: Option<PathBuf>,
    /// Whether titles are shown behind the bare numbers of what is cited.
    pub hints: bool,
    /// Whether Enter writes the next paragraph's label.
    pub labels: bool,
    /// Whether it then numbers the paragraphs below anew.
    pub renumber: bool,
    /// Settings that there are none of.
    pub strange: Vec<String>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            select: None,
            ignore: Vec::new(),
            library_paths: Vec::new(),
            library: None,
            hints: false,
            labels: true,
            renumber: false,
            strange: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the settings out of what an editor sends: the section itself, or an object that has it under
    /// its name. What is missing or has another shape than expected is as if it were not set; unknown
    /// names are let be.
    pub fn read(value: &Value) -> Settings {
        let section = value.get(SECTION).filter(|section| section.is_object()).unwrap_or(value);
        Settings {
            select: names(section.get("select")).filter(|names| !names.is_empty()),
            ignore: names(section.get("ignore")).unwrap_or_default(),
            library_paths: names(section.pointer("/library/paths").or(section.get("library.paths")))
                .unwrap_or_default(),
            library: file(section),
            hints: section.get("hints").and_then(Value::as_bool).unwrap_or(false),
            labels: switch(section, "typing", "labels").unwrap_or(true),
            renumber: switch(section, "typing", "renumber").unwrap_or(false),
            strange: schema::strangers(section),
        }
    }

    /// Whether the same rules check by other settings.
    pub fn check_as(&self, other: &Settings) -> bool {
        (&self.select, &self.ignore) == (&other.select, &other.ignore)
    }

    /// These settings, and where they say nothing, what is settled in `rapporteur.toml`.
    pub fn over(&self, config: &Config) -> Settings {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let select = || Some(names(&config.select)).filter(|names| !names.is_empty());
        Settings {
            select: self.select.clone().or_else(select),
            ignore: if self.ignore.is_empty() { names(&config.ignore) } else { self.ignore.clone() },
            // Where these begin depends on who names them: see `Chosen`.
            library_paths: self.library_paths.clone(),
            library: self.library.clone(),
            hints: self.hints,
            labels: self.labels,
            renumber: self.renumber,
            strange: self.strange.clone(),
        }
    }

    /// Whether a rule checks.
    pub fn wants(&self, rule: &Rule) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == rule.code);
        self.select.as_deref().map_or(rule.is_on_by_default(), named) && !named(&self.ignore)
    }

    /// What the user should know: names that no rule and no setting has, a sentence each.
    pub fn complaints(&self) -> Vec<String> {
        let list = |names: Vec<&str>| names.join(", ");
        let names = self.select.iter().flatten().chain(&self.ignore);
        let mut complaints: Vec<String> = names
            .filter(|name| Rule::named(name).is_none())
            .map(|name| {
                let rules = list(rules::ALL.iter().map(|rule| rule.code).collect());
                format!("Rapporteur has no rule called {name}, which your settings name. The rules are {rules}.")
            })
            .collect();
        complaints.extend(self.strange.iter().map(|name| {
            let settings = schema::SETTINGS.iter().filter(|setting| setting.reader == schema::Reader::Server);
            let settings = list(settings.map(|setting| setting.name).collect());
            format!("Rapporteur has no setting called {name}. Its settings are {settings}.")
        }));
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

/// A list of names, or one name.
fn names(value: Option<&Value>) -> Option<Vec<String>> {
    match value? {
        Value::String(name) => Some(vec![name.clone()]),
        Value::Array(names) => Some(names.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_come_bare_or_under_their_name() {
        let wanted = Settings { ignore: vec!["footnote-order".to_owned()], ..Settings::default() };
        assert_eq!(Settings::read(&json!({"ignore": ["footnote-order"]})), wanted);
        assert_eq!(Settings::read(&json!({"rapporteur": {"ignore": "footnote-order", "select": []}})), wanted);
        let wanted = Settings { library_paths: vec!["past".to_owned()], ..Settings::default() };
        assert_eq!(Settings::read(&json!({"library": {"paths": ["past"]}})), wanted);
        assert_eq!(Settings::read(&json!({"library.paths": "past"})), wanted);
    }

    #[test]
    fn other_shapes_are_not_set() {
        for value in [json!(null), json!(7), json!([]), json!({"ignore": 7, "select": {"a": 1}, "trace": "off"})] {
            assert_eq!(Settings::read(&value), Settings::default(), "{value}");
        }
    }

    #[test]
    fn names_that_nothing_has_are_told() {
        let told = |value: serde_json::Value| Settings::read(&value).complaints();
        assert_eq!(told(json!({"ignore": ["footnote-order"], "server": {"path": ""}})), [""; 0]);
        let [rule, setting] =
            told(json!({"select": ["footnot-order"], "ignroe": [], "ignore": "footnot-order"})).try_into().unwrap();
        assert!(rule.starts_with("Rapporteur has no rule called footnot-order"), "{rule}");
        assert!(rule.contains("footnote-order, footnote-placement"), "{rule}");
        assert_eq!(
            setting,
            "Rapporteur has no setting called ignroe. Its settings are select, ignore, library.paths, library.file, hints, typing.labels, typing.renumber."
        );
    }

    #[test]
    fn the_server_reads_the_settings_that_it_says_it_reads() {
        let read = schema::SETTINGS.iter().filter(|setting| setting.reader == schema::Reader::Server);
        for setting in read {
            let value = match setting.kind {
                schema::Kind::File => json!({ setting.name: "/library.sqlite" }),
                // Other than it is at first.
                schema::Kind::Switch | schema::Kind::SwitchedOn => {
                    json!({ setting.name: setting.kind == schema::Kind::Switch })
                }
                _ => json!({ setting.name: ["footnote-order"] }),
            };
            assert_ne!(Settings::read(&value), Settings::default(), "{}", setting.name);
        }
    }
}
