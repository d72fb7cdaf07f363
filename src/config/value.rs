//! Values as both TOML and JSON have them, with their places.

use std::ops::Range;

use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct ConfigNode {
    /// Bytes of the file's text; nothing in JSON, which comes without places.
    pub at: Range<usize>,
    pub value: ConfigValue,
}

#[derive(Debug)]
pub(super) enum ConfigValue {
    Text(String),
    Switch(bool),
    List(Vec<ConfigNode>),
    Table(Vec<ConfigEntry>),
    /// A number, a date.
    Other,
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct ConfigEntry {
    pub name: String,
    /// Where the name stands.
    pub at: Range<usize>,
    pub node: ConfigNode,
}

/// The entries of a table in TOML.
pub(super) fn of_toml(table: &DeTable<'_>) -> Vec<ConfigEntry> {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| ConfigEntry {
        name: AsRef::<str>::as_ref(key.get_ref()).to_owned(),
        at: key.span(),
        node: toml_node(value),
    };
    let mut entries: Vec<ConfigEntry> = table.into_iter().map(entry).collect();
    // As they stand in the file.
    entries.sort_by_key(|entry| entry.at.start);
    entries
}

fn toml_node(value: &Spanned<DeValue<'_>>) -> ConfigNode {
    let at = value.span();
    let value = match value.get_ref() {
        DeValue::String(text) => ConfigValue::Text(text.clone().into_owned()),
        DeValue::Boolean(on) => ConfigValue::Switch(*on),
        DeValue::Array(items) => ConfigValue::List(items.iter().map(toml_node).collect()),
        DeValue::Table(table) => ConfigValue::Table(of_toml(table)),
        _ => ConfigValue::Other,
    };
    ConfigNode { at, value }
}

/// The entries of an object in JSON. What is null is as if it weren't there, and a name with a dot stands for a table:
/// `library.paths`.
pub(super) fn of_json(value: &Json) -> Vec<ConfigEntry> {
    let mut entries: Vec<ConfigEntry> = Vec::new();
    for (name, value) in value.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        let (outer, inner) = name.split_once('.').map_or((name.as_str(), None), |(outer, inner)| (outer, Some(inner)));
        let node = match inner {
            Some(inner) => {
                let entry = ConfigEntry { name: inner.to_owned(), at: 0..0, node: json_node(value) };
                ConfigNode { at: 0..0, value: ConfigValue::Table(vec![entry]) }
            }
            None => json_node(value),
        };
        entries.push(ConfigEntry { name: outer.to_owned(), at: 0..0, node });
    }
    entries
}

fn json_node(value: &Json) -> ConfigNode {
    let value = match value {
        Json::String(text) => ConfigValue::Text(text.clone()),
        Json::Bool(on) => ConfigValue::Switch(*on),
        Json::Array(items) => ConfigValue::List(items.iter().map(json_node).collect()),
        Json::Object(table) => {
            let entries = table.iter().filter(|(_, value)| !value.is_null());
            let entry =
                |(name, value): (&String, &Json)| ConfigEntry { name: name.clone(), at: 0..0, node: json_node(value) };
            ConfigValue::Table(entries.map(entry).collect())
        }
        _ => ConfigValue::Other,
    };
    ConfigNode { at: 0..0, value }
}
