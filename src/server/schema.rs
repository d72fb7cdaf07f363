//! The settings, as users find them documented: the one table that the server, the manifest of the VS Code
//! extension and the pages for users agree with. `tests/settings.rs` holds them to it.

use serde_json::{Value, json};

use super::settings::SECTION;
use crate::rules;

/// A setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name below `rapporteur`.
    pub name: &'static str,
    pub reader: Reader,
    pub kind: Kind,
    /// What it does, in a phrase, in Markdown.
    pub does: &'static str,
    /// What else there is to know, in whole sentences; may be empty.
    pub note: &'static str,
}

/// Who reads a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The server, in whichever editor it runs.
    Server,
    /// The VS Code extension.
    Extension,
}

/// What a setting's value is. None is set at first but those that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Names of rules.
    Rules,
    /// Paths of folders.
    Folders,
    /// Yes or no; no at first.
    Switch,
    /// Yes or no; yes at first.
    SwitchedOn,
    /// A program's full path, which a folder's settings must not choose unasked.
    Program,
    /// A file's full path, which a folder's settings must not choose unasked.
    File,
    /// How much of the conversation is written down; nothing at first.
    Trace,
}

/// All settings, in the order in which they are shown.
pub static SETTINGS: &[Setting] = &[
    Setting {
        name: "plainText",
        reader: Reader::Extension,
        kind: Kind::Switch,
        does: "reads all plain-text files as drafts, too",
        note: "Files named `*.resolution` and `*.resolution.txt` are always read.",
    },
    Setting {
        name: "markdown",
        reader: Reader::Extension,
        kind: Kind::Switch,
        does: "reads Markdown files as drafts, too",
        note: "",
    },
    Setting {
        name: "select",
        reader: Reader::Server,
        kind: Kind::Rules,
        does: "the names of the rules to check, such as `operative-numbering`",
        note: "When there are none, all rules are checked.",
    },
    Setting {
        name: "ignore",
        reader: Reader::Server,
        kind: Kind::Rules,
        does: "the names of the rules not to check",
        note: "A rule's name stands beside its finding.",
    },
    Setting {
        name: "library.paths",
        reader: Reader::Server,
        kind: Kind::Folders,
        does: "folders with resolutions that are known when they are cited, beside the folder that is open",
        note: "A path that isn't absolute begins in the folder that is open, and `~` is your own. Nothing outside of these is read.",
    },
    Setting {
        name: "library.file",
        reader: Reader::Server,
        kind: Kind::File,
        does: "the full path of the stored library, instead of the one in your data folder",
        note: "`rapporteur library path` tells where that is.",
    },
    Setting {
        name: "hints",
        reader: Reader::Server,
        kind: Kind::Switch,
        does: "shows the beginning of its title behind a resolution that is cited by its number alone",
        note: "What is shown is no part of the text.",
    },
    Setting {
        name: "typing.labels",
        reader: Reader::Server,
        kind: Kind::SwitchedOn,
        does: "writes the next paragraph's label when you press Enter at the end of one that is numbered",
        note: "Enter behind a label that is still empty takes it away.",
    },
    Setting {
        name: "typing.renumber",
        reader: Reader::Server,
        kind: Kind::Switch,
        does: "numbers the paragraphs below anew when Enter begins one between others",
        note: "References to them in the text follow.",
    },
    Setting {
        name: "server.path",
        reader: Reader::Extension,
        kind: Kind::Program,
        does: "the full path of a server of your own, instead of the one that came with the extension",
        note: "Leave it empty unless you have built one.",
    },
    Setting {
        name: "trace.server",
        reader: Reader::Extension,
        kind: Kind::Trace,
        does: "writes what the editor and the server say to each other into the log",
        note: "The log then holds your text.",
    },
];

impl Setting {
    /// Its name in full: `rapporteur.ignore`.
    pub fn full_name(&self) -> String {
        format!("{SECTION}.{}", self.name)
    }

    /// Its row in a table of a page for users.
    pub fn row(&self) -> String {
        let note = if self.note.is_empty() { String::new() } else { format!(". {}", self.note) };
        format!("| `{}` | {}{} |", self.full_name(), self.does, note.trim_end_matches('.'))
    }

    /// Its JSON schema, with what VS Code adds to one.
    pub fn schema(&self) -> Value {
        let mut schema = match self.kind {
            Kind::Rules => json!({
                "type": "array",
                "items": { "type": "string", "enum": rules::ALL.iter().map(|rule| rule.code).collect::<Vec<_>>() },
                "uniqueItems": true,
                "default": []
            }),
            Kind::Folders => {
                json!({ "type": "array", "items": { "type": "string" }, "uniqueItems": true, "default": [] })
            }
            Kind::Switch => json!({ "type": "boolean", "default": false }),
            Kind::SwitchedOn => json!({ "type": "boolean", "default": true }),
            Kind::Program | Kind::File => json!({ "type": "string", "default": "", "scope": "machine-overridable" }),
            Kind::Trace => json!({ "type": "string", "enum": ["off", "messages", "verbose"], "default": "off" }),
        };
        let mut does = self.does.to_owned();
        if let Some(first) = does.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        schema["markdownDescription"] = format!("{does}. {}", self.note).trim_end().into();
        schema["order"] = SETTINGS.iter().position(|other| other.name == self.name).into();
        schema
    }
}

/// Names among these settings that are none.
pub fn strangers(section: &Value) -> Vec<String> {
    let known = |name: &str| {
        SETTINGS.iter().any(|setting| setting.name == name || setting.name.split('.').next() == Some(name))
    };
    let names = section.as_object().into_iter().flat_map(|section| section.keys());
    names.filter(|name| !known(name)).cloned().collect()
}
