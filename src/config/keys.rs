//! The keys of `rapporteur.toml` and of the editors' settings: the one table that the readers of both, the JSON schema,
//! the manifest of the VS Code extension and the pages for users are made from.

use super::nearest;
use crate::language::Language;
use crate::messages::{Argument, ArgumentText, Message};
use crate::source;

/// The name under which editors keep our settings.
pub const SECTION: &str = "rapporteur";

/// The value of a setting that leaves its choice to the program.
pub const AUTO: &str = "auto";

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name: in `rapporteur.toml` as it stands here, in editors below [`SECTION`].
    pub name: &'static str,
    /// What values it takes.
    pub kind: ValueKind,
    /// Where it may be set.
    pub place: KeyScope,
    /// A value that it may have, in TOML.
    pub example: &'static str,
    /// What it does, in a phrase, in Markdown.
    pub does: &'static str,
    /// What else there is to know, in whole sentences; may be empty.
    pub note: &'static str,
}

/// Where a key may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyScope {
    /// In `rapporteur.toml`, there in `[[files]]` too, and in the editor's settings.
    Section,
    /// In `rapporteur.toml` and in the editor's settings.
    Both,
    /// In `rapporteur.toml` alone.
    File,
    /// In the editor's settings alone, which the server reads.
    Editor,
    /// In the settings of VS Code alone, whose extension reads it.
    Extension,
}

/// What a key's value is. None is set at first but those that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// Names of rules and of groups of them.
    Rules,
    /// Rules and groups, and how each is checked.
    Levels,
    /// The name of a preset.
    Preset,
    /// The code of a language.
    Language,
    /// The code of a language, or `auto`, as it is at first.
    Interface,
    /// `clean` or `page`.
    Layout,
    /// Words as they stand in drafts.
    Words,
    /// Sections with keys of their own, for the files that they name.
    Sections,
    /// Findings that are not shown.
    Ignored,
    /// Paths of folders.
    Folders,
    /// Sets of files, or whether there are any.
    Versions,
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

/// All keys, in the order in which they are shown.
pub static KEYS: &[Key] = &[
    Key {
        name: "plainText",
        kind: ValueKind::Switch,
        place: KeyScope::Extension,
        example: "",
        does: "reads all plain-text files as drafts, too",
        note: source::DRAFT_NAMES_NOTE,
    },
    Key {
        name: "markdown",
        kind: ValueKind::Switch,
        place: KeyScope::Extension,
        example: "",
        does: "reads Markdown files as drafts, too",
        note: "",
    },
    Key {
        name: "preset",
        kind: ValueKind::Preset,
        place: KeyScope::Section,
        example: "\"model-un\"",
        does: "rules that are sensible for one kind of drafts: `association` or `model-un`",
        note: "Whatever else is said of a rule or its group goes before it.",
    },
    Key {
        name: "select",
        kind: ValueKind::Rules,
        place: KeyScope::Section,
        example: "[\"operative-numbering\", \"style\"]",
        does: "the names of the rules and groups to check, such as `operative-numbering`, and no others",
        note: "When there are none, the rules of the groups `standard`, `versions` and `update` are checked.",
    },
    Key {
        name: "ignore",
        kind: ValueKind::Rules,
        place: KeyScope::Section,
        example: "[\"symbol-malformed\"]",
        does: "the names of the rules and groups not to check",
        note: "A rule's name stands beside its finding.",
    },
    Key {
        name: "rules",
        kind: ValueKind::Levels,
        place: KeyScope::Section,
        example: "{ style = \"hint\", footnote-order = \"off\" }",
        does: "rules and groups by name, each `on`, `off`, or at a severity: `error`, `warning`, `information` or `hint`",
        note: "A severity turns a rule on, too. What is said of a rule weighs more than what is said of its group.",
    },
    Key {
        name: "files",
        kind: ValueKind::Sections,
        place: KeyScope::Both,
        example: "[{ paths = [\"adopted/**\"], adopted = true }]",
        does: "sections for the files that their `paths` name, each with settings of its own: `preset`, `select`, `ignore`, `rules`, `language`, `layout`, `adopted`",
        note: "Paths begin in the folder of `rapporteur.toml`, in an editor's settings in the folder that is open. `*` stays in one folder, and `**` goes through all below. Of several sections the last one wins.",
    },
    Key {
        name: "language",
        kind: ValueKind::Language,
        place: KeyScope::Section,
        example: "\"fr\"",
        does: "the language that drafts are in: `ar`, `en`, `es`, `fr`, `ru` or `zh`",
        note: "Without it, Rapporteur sees for itself.",
    },
    Key {
        name: "layout",
        kind: ValueKind::Layout,
        place: KeyScope::Section,
        example: "\"page\"",
        does: "how drafts are laid out: `clean`, a paragraph a line or a block, or `page`, as out of a PDF",
        note: "Without it, Rapporteur sees for itself.",
    },
    Key {
        name: "adopted",
        kind: ValueKind::Switch,
        place: KeyScope::Section,
        example: "true",
        does: "takes all texts for adopted ones, in which findings are less grave",
        note: "A text that says when it was adopted is always taken for one.",
    },
    Key {
        name: "accept",
        kind: ValueKind::Words,
        place: KeyScope::Both,
        example: "[\"A/92/XYZ\"]",
        does: "names, symbols and other words that are right as they are: findings about just these words are not shown",
        note: "What `rapporteur.toml` and the editor's settings accept adds up.",
    },
    Key {
        name: "ignored",
        kind: ValueKind::Ignored,
        place: KeyScope::File,
        example: "[{ rule = \"footnote-order\", words = \"the lamps² of the harbours\", file = \"drafts/night.txt\" }]",
        does: "findings that are not shown: the rule, words that stand there, and the file",
        note: "The quick fix “Ignore this here” writes it. `rapporteur check --report-unused-ignores` tells which are of no use any more.",
    },
    Key {
        name: "versions",
        kind: ValueKind::Versions,
        place: KeyScope::File,
        example: "[[\"lamps.txt\", \"lampes.txt\"]]",
        does: "texts that are language versions of one another, a list for each set; `false` has none looked for",
        note: "Paths begin in the folder of `rapporteur.toml`. Without it, versions are found by the names of their files and folders and by their symbols.",
    },
    Key {
        name: "library.paths",
        kind: ValueKind::Folders,
        place: KeyScope::Both,
        example: "[\"past\"]",
        does: "folders with resolutions that are known when they are cited, beside the folder that is open",
        note: "A path that isn't absolute begins in the folder that is open, and `~` is your own. What lies outside of the folder that is open counts in your own settings only, not in a `rapporteur.toml` that lies there. Nothing outside of these is read.",
    },
    Key {
        name: "library.file",
        kind: ValueKind::File,
        place: KeyScope::Editor,
        example: "",
        does: "the full path of the stored library, instead of the one in your data folder",
        note: "`rapporteur library path` tells where that is.",
    },
    Key {
        name: "messages",
        kind: ValueKind::Interface,
        place: KeyScope::Editor,
        example: "",
        does: "the language that you are spoken to in: `ar`, `en`, `es`, `fr`, `ru`, `zh`, or `auto`",
        note: "With `auto` it is your editor's own language where that is one of the six, else the draft's. What is written into a draft, and what is quoted of instruments, stays in the draft's language.",
    },
    Key {
        name: "cache",
        kind: ValueKind::SwitchedOn,
        place: KeyScope::Editor,
        example: "",
        does: "keeps read-only pages about rules and cited instruments in your folder for caches, for links and jumps to lead to, and an index of the texts at hand, by which it is found where words have stood before",
        note: "`rapporteur cache clear` removes them. Once it was turned off, it counts again from the next start on.",
    },
    Key {
        name: "hints",
        kind: ValueKind::Switch,
        place: KeyScope::Editor,
        example: "",
        does: "shows the beginning of its title behind a resolution that is cited by its number alone",
        note: "What is shown is no part of the text.",
    },
    Key {
        name: "typing.labels",
        kind: ValueKind::SwitchedOn,
        place: KeyScope::Editor,
        example: "",
        does: "writes the next paragraph's label when you press Enter at the end of one that is numbered",
        note: "Enter behind a label that is still empty takes it away.",
    },
    Key {
        name: "typing.renumber",
        kind: ValueKind::Switch,
        place: KeyScope::Editor,
        example: "",
        does: "numbers the paragraphs below anew when Enter begins one between others",
        note: "References to them in the text follow.",
    },
    Key {
        name: "server.path",
        kind: ValueKind::Program,
        place: KeyScope::Extension,
        example: "",
        does: "the full path of a server of your own, instead of the one that came with the extension",
        note: "Leave it empty unless you have built one.",
    },
    Key {
        name: "trace.server",
        kind: ValueKind::Trace,
        place: KeyScope::Extension,
        example: "",
        does: "writes what the editor and the server say to each other into the log",
        note: "The log then holds your text.",
    },
];

impl Key {
    /// The key of this name.
    pub fn named(name: &str) -> Option<&'static Key> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// Whether it may stand in `rapporteur.toml`, outside of `[[files]]`.
    pub fn is_of_the_file(&self) -> bool {
        matches!(self.place, KeyScope::Section | KeyScope::Both | KeyScope::File)
    }

    /// Whether the server reads it among an editor's settings.
    pub fn is_of_the_server(&self) -> bool {
        matches!(self.place, KeyScope::Section | KeyScope::Both | KeyScope::Editor)
    }

    /// Whether it may stand among an editor's settings.
    pub fn is_of_an_editor(&self) -> bool {
        self.place != KeyScope::File
    }

    /// Its name among an editor's settings: `rapporteur.ignore`.
    pub fn full_name(&self) -> String {
        format!("{SECTION}.{}", self.name)
    }

    /// What it does, in a phrase, in Markdown.
    pub fn does(&self, language: &Language) -> &'static str {
        language.locale.phrase(&format!("setting.{}.does", self.name.to_lowercase()), self.does)
    }

    /// What else there is to know, in whole sentences; may be empty.
    pub fn note(&self, language: &Language) -> &'static str {
        language.locale.phrase(&format!("setting.{}.note", self.name.to_lowercase()), self.note)
    }

    /// What it does and what else there is to know, in sentences, in Markdown.
    pub fn description(&self, language: &Language) -> String {
        let does = self.does(language);
        let mut letters = does.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        let does = first + letters.as_str();
        let (stop, space) = (language.marks.full_stop, language.locale.between_sentences);
        format!("{does}{stop}{space}{}", self.note(language)).trim_end().to_owned()
    }

    /// Its row in a table of a page for users, under the name that it has there.
    pub fn row(&self, name: &str) -> String {
        let note = if self.note.is_empty() { String::new() } else { format!(". {}", self.note) };
        format!("| `{name}` | {}{} |", self.does, note.trim_end_matches('.'))
    }
}

crate::messages! {
    "config.key":
    unknown_key(name: name, known: list) = "There is no setting “{name}” here. The settings are {known}.";
    unknown_key_near(name: name, meant: name) = "There is no setting “{name}”. Did you mean “{meant}”?";
}

/// A sentence about a key that there is none of, where those of `known` may stand.
pub(super) fn unknown(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Message {
    match nearest(name, known.clone()) {
        Some(meant) => unknown_key_near(name, meant),
        None => unknown_key(name, known.map(|known| Argument::name(ArgumentText::fixed(known))).collect()),
    }
}
