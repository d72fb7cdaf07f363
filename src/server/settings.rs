//! What the user sets.

use serde_json::Value;

use crate::rules::{self, Rule};

/// The name under which editors keep our settings.
pub const SECTION: &str = "rapporteur";

/// What the user sets: the same choice of rules as on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The rules that check; `None` is all.
    pub select: Option<Vec<String>>,
    /// The rules that don't.
    pub ignore: Vec<String>,
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
        }
    }

    /// Whether a rule checks.
    pub fn wants(&self, rule: &Rule) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == rule.code);
        self.select.as_deref().is_none_or(named) && !named(&self.ignore)
    }

    /// Names in the settings that no rule has.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let names = self.select.iter().flatten().chain(&self.ignore);
        names.map(String::as_str).filter(|name| rules::Rule::named(name).is_none())
    }
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
        let wanted = Settings { select: None, ignore: vec!["footnote-order".to_owned()] };
        assert_eq!(Settings::read(&json!({"ignore": ["footnote-order"]})), wanted);
        assert_eq!(Settings::read(&json!({"rapporteur": {"ignore": "footnote-order", "select": []}})), wanted);
    }

    #[test]
    fn other_shapes_are_not_set() {
        for value in [json!(null), json!(7), json!([]), json!({"ignore": 7, "select": {"a": 1}, "trace": "off"})] {
            assert_eq!(Settings::read(&value), Settings::default(), "{value}");
        }
    }
}
