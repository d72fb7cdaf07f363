//! The keys as JSON Schema, by which editors complete them and tell of mistakes: one schema of `rapporteur.toml`, and one
//! of each setting, with what VS Code adds to one.

use serde_json::{Map, Value, json};

use super::help;
use super::keys::{AUTO, KEYS, Key, KeyScope, ValueKind};
use super::layer::{LAYOUTS, RuleLevel};
use super::preset::PRESETS;
use super::versions::SET_SIZES;
use crate::language::{self, Language};
use crate::messages::Message;
use crate::rules::{self, RuleGroup};

/// The schema of `rapporteur.toml`, JSON Schema draft 7: what TOML editors understand. What it says of the keys is in a
/// language.
pub fn of_the_file(interface: &Language) -> Value {
    let mut properties = Map::new();
    for key in KEYS.iter().filter(|key| key.is_of_the_file()) {
        let mut shape = shape(key.kind, interface);
        shape["description"] = plain(&key.description(interface)).into();
        match key.name.split_once('.') {
            None => {
                properties.insert(key.name.to_owned(), shape);
            }
            Some((outer, inner)) => {
                let table = properties.entry(outer).or_insert_with(|| table(Map::new(), &[]));
                table["properties"][inner] = shape;
            }
        }
    }
    let mut schema = table(properties, &[]);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    schema["title"] = "rapporteur.toml".into();
    schema["description"] = help::about_the_file().text(interface.locale).into();
    schema
}

/// The schema of a key among the settings of VS Code, with what it says of the key in a language.
pub fn of_a_setting(key: &Key, interface: &Language) -> Value {
    let mut schema = shape(key.kind, interface);
    match key.kind {
        ValueKind::Rules | ValueKind::Words | ValueKind::Folders | ValueKind::Sections => schema["default"] = json!([]),
        ValueKind::Levels => schema["default"] = json!({}),
        ValueKind::Switch => schema["default"] = json!(false),
        ValueKind::SwitchedOn => schema["default"] = json!(true),
        ValueKind::Preset | ValueKind::Language | ValueKind::Layout => {
            // An empty one is none.
            if let Some(Value::Array(names)) = schema.get_mut("enum") {
                names.insert(0, json!(""));
            }
            schema["default"] = json!("");
        }
        ValueKind::Interface => schema["default"] = json!(AUTO),
        ValueKind::Program | ValueKind::File => {
            schema["default"] = json!("");
            schema["scope"] = json!("machine-overridable");
        }
        ValueKind::Trace => schema["default"] = json!("off"),
        ValueKind::Ignored | ValueKind::Versions => {}
    }
    schema["markdownDescription"] = key.description(interface).into();
    let settings = KEYS.iter().filter(|key| key.is_of_an_editor());
    schema["order"] = settings.clone().position(|other| other.name == key.name).into();
    schema
}

/// What a value must be.
fn shape(kind: ValueKind, interface: &Language) -> Value {
    let list = |items: Value| json!({ "type": "array", "items": items, "uniqueItems": true });
    let text = || json!({ "type": "string", "minLength": 1 });
    match kind {
        ValueKind::Rules => {
            list(json!({ "type": "string", "enum": names(interface).map(|(name, _)| name).collect::<Vec<_>>() }))
        }
        ValueKind::Levels => {
            let levels = RuleLevel::ALL.map(|(name, _)| name);
            let level = |does: String| json!({ "type": "string", "enum": levels, "description": does });
            table(names(interface).map(|(name, does)| (name.to_owned(), level(does))).collect(), &[])
        }
        ValueKind::Preset => {
            json!({ "type": "string", "enum": PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>() })
        }
        ValueKind::Language => {
            json!({ "type": "string", "enum": language::ALL.map(|language| language.code) })
        }
        ValueKind::Interface => {
            let codes = std::iter::once(AUTO).chain(language::ALL.map(|language| language.code));
            json!({ "type": "string", "enum": codes.collect::<Vec<_>>() })
        }
        ValueKind::Layout => json!({ "type": "string", "enum": LAYOUTS.map(|(name, _)| name) }),
        ValueKind::Words | ValueKind::Folders => list(text()),
        ValueKind::Sections => {
            let paths = json!({
                "type": "array", "items": text(), "uniqueItems": true,
                "description": plain(&help::paths_of_section().text(interface.locale))
            });
            let own = KEYS.iter().filter(|key| key.place == KeyScope::Section).map(|key| {
                let mut shape = shape(key.kind, interface);
                shape["description"] = plain(&key.description(interface)).into();
                (key.name.to_owned(), shape)
            });
            let properties = std::iter::once(("paths".to_owned(), paths)).chain(own).collect();
            json!({ "type": "array", "items": table(properties, &["paths"]) })
        }
        ValueKind::Ignored => {
            let rules: Vec<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
            let said = |message: Message| message.text(interface.locale);
            let properties = [
                ("rule", json!({ "type": "string", "enum": rules, "description": said(help::rule_of_finding()) })),
                ("words", json!({ "type": "string", "minLength": 1, "description": said(help::words_of_finding()) })),
                ("file", json!({ "type": "string", "minLength": 1, "description": said(help::file_of_finding()) })),
            ];
            let properties = properties.map(|(name, shape)| (name.to_owned(), shape)).into_iter().collect();
            json!({ "type": "array", "items": table(properties, &["rule", "words"]) })
        }
        ValueKind::Versions => {
            let mut set = list(text());
            (set["minItems"], set["maxItems"]) = (json!(SET_SIZES.start()), json!(SET_SIZES.end()));
            json!({ "oneOf": [list(set), { "type": "boolean" }] })
        }
        ValueKind::Switch | ValueKind::SwitchedOn => json!({ "type": "boolean" }),
        ValueKind::Program | ValueKind::File => json!({ "type": "string" }),
        ValueKind::Trace => json!({ "type": "string", "enum": ["off", "messages", "verbose"] }),
    }
}

/// A table with these keys and no others.
fn table(properties: Map<String, Value>, required: &[&str]) -> Value {
    let mut table = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        table["required"] = json!(required);
    }
    table
}

/// What names rules, and what each is: the groups and the rules.
fn names(interface: &Language) -> impl Iterator<Item = (&'static str, String)> {
    let groups = RuleGroup::ALL.into_iter().map(move |group| (group.name(), plain(group.description(interface))));
    groups.chain(rules::ALL.iter().map(move |rule| (rule.code, plain(&rule.summary(interface)))))
}

/// A description without the marks of Markdown.
fn plain(markdown: &str) -> String {
    markdown.replace('`', "")
}
