//! The keys of `rapporteur.toml`, as they are documented.

use super::nearest;

/// A key.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    /// A value that it may have, in TOML.
    pub example: &'static str,
}

/// All keys, in the order in which they are shown.
pub static KEYS: &[Key] = &[
    Key { name: "select", example: "[\"operative-numbering\", \"footnote-order\"]" },
    Key { name: "ignore", example: "[\"symbol-malformed\"]" },
    Key { name: "library.paths", example: "[\"../past\"]" },
];

/// A sentence about a key that there is none of.
pub(super) fn unknown(name: &str) -> String {
    match nearest(name, KEYS.iter().map(|key| key.name)) {
        Some(meant) => format!("There is no setting “{name}”. Did you mean “{meant}”?"),
        None => {
            let names: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
            format!("There is no setting “{name}”. The settings are {}.", names.join(", "))
        }
    }
}
