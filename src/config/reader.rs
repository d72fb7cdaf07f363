//! From values to what they settle, with all that is wrong with them.

use std::collections::HashSet;
use std::ops::Range;

use super::ignored::IgnoredFinding;
use super::keys::{self, AUTO, KEYS, Key, KeyScope, ValueKind};
use super::layer::{ConfigLayer, FileSection, LAYOUTS, Located, PathPatterns, RuleLevel, RuleSelector};
use super::preset::PRESETS;
use super::value::{ConfigEntry, ConfigNode, ConfigValue};
use super::versions::{self, SET_SIZES};
use super::{Config, ConfigProblem, LibraryPath, VersionSettings, layer, nearest, no_such_rule};
use crate::language;
use crate::messages::{Argument, ArgumentText, Message};

crate::messages! {
    "config.value":
    folders() = "Give library.paths a list of folders, such as [\"past\"].";
    accepted_words() = "Give accept a list of words, such as [\"A/92/XYZ\"].";
    switch() = "Give adopted the value true or false.";
    one_of_these(key: name, known: list) = "Give {key} one of these, in quotation marks: {known}.";
    unknown_language(given: name, known: list) = "There is no language “{given}”. Write one of these: {known}.";
    unknown_language_near(given: name, meant: name) = "There is no language “{given}”. Did you mean “{meant}”?";
    unknown_layout(given: name, known: list) = "There is no layout “{given}”. Write one of these: {known}.";
    unknown_layout_near(given: name, meant: name) = "There is no layout “{given}”. Did you mean “{meant}”?";
    unknown_preset(given: name, known: list) = "There is no preset “{given}”. Write one of these: {known}.";
    unknown_preset_near(given: name, meant: name) = "There is no preset “{given}”. Did you mean “{meant}”?";
    unknown_level(given: name, known: list) = "There is no level “{given}”. Write one of these: {known}.";
    unknown_level_near(given: name, meant: name) = "There is no level “{given}”. Did you mean “{meant}”?";
    list_of_rules(key: name) = "Give {key} a list of rules, such as [\"footnote-order\"].";
    names_of_rules(key: name) = "The list {key} holds names of rules, in quotation marks.";
    table_of_rules(example: name) = "Give rules a table, such as {example}.";
    section_of_files() = "Write each section for some files under [[files]], with the paths of the files.";
    paths_of_section() = "Give paths a list of files and folders, such as [\"drafts/**\"].";
    section_without_paths() =
        "This section says nothing of the files that it is for. Write paths = [\"drafts/**\"] in it.";
    ignored_finding() =
        "Write each finding that is not to be shown under [[ignored]], with its rule and its words.";
    ignored_without(key: name) =
        "Write each finding that is not to be shown under [[ignored]], with its rule and its words. The {key} is \
         missing.";
    some_words(key: name) = "Give {key} some words, in quotation marks.";
    sets_of_versions(example: name) =
        "Give versions lists of files, one for each set, such as {example}, or false.";
    size_of_set(fewest: number, most: number) =
        "A set of versions has from {fewest} to {most} files, one in each language.";
    in_a_set_already(file: name) = "“{file}” is in a set already. A text is a version of one text only.";
    more_is_wrong(count: count) = "More is wrong with these settings: {count, plural, one {one thing is} other {{count} things are}} not told.";
}

/// What is told of a value that is none of some names.
struct NoneOfNames {
    /// The key that wants one of them.
    key: &'static str,
    unknown: fn(String, Vec<Argument>) -> Message,
    near: fn(String, ArgumentText) -> Message,
}

const NO_LANGUAGE: NoneOfNames =
    NoneOfNames { key: "language", unknown: unknown_language, near: unknown_language_near };
const NO_INTERFACE: NoneOfNames =
    NoneOfNames { key: "messages", unknown: unknown_language, near: unknown_language_near };
const NO_LAYOUT: NoneOfNames = NoneOfNames { key: "layout", unknown: unknown_layout, near: unknown_layout_near };
const NO_PRESET: NoneOfNames = NoneOfNames { key: "preset", unknown: unknown_preset, near: unknown_preset_near };
const NO_LEVEL: NoneOfNames = NoneOfNames { key: "level", unknown: unknown_level, near: unknown_level_near };

/// Reads one source of settings.
#[derive(Debug)]
pub(super) struct ConfigReader {
    /// It is an editor's settings: there one name may stand for a list of one.
    pub editor: bool,
    pub problems: Vec<ConfigProblem>,
    /// How many more things are wrong than are told.
    pub left_out: usize,
}

/// How many things are told that are wrong: nobody reads more, and a file may be nothing that was meant as settings.
const MOST_PROBLEMS: usize = 100;

impl ConfigReader {
    /// Tells of something that is wrong, unless very much is.
    fn problem(&mut self, at: &Range<usize>, message: impl FnOnce() -> Message) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(ConfigProblem { range: at.clone(), message: message() });
        } else {
            self.left_out += 1;
        }
    }

    /// Everything that is wrong, with a last word where not all of it is told.
    pub fn all_problems(self) -> Vec<ConfigProblem> {
        let mut problems = self.problems;
        if let Some(last) = problems.last().filter(|_| self.left_out > 0) {
            problems.push(ConfigProblem { range: last.range.clone(), message: more_is_wrong(self.left_out) });
        }
        problems
    }

    /// The whole of a file, or of an editor's settings.
    pub fn config(&mut self, entries: Vec<ConfigEntry>) -> Config {
        let mut config = Config::default();
        for entry in entries {
            let may_stand = |key: &&Key| if self.editor { key.is_of_an_editor() } else { key.is_of_the_file() };
            let Some(key) = KEYS.iter().filter(may_stand).find(|key| key.name == entry.name) else {
                self.nested(entry, &mut config);
                continue;
            };
            match key.kind {
                _ if key.place == KeyScope::Section => self.settle(&mut config.top, key.name, &entry.node),
                ValueKind::Interface => {
                    let languages = language::ALL.map(|language| (language.code, Some(language)));
                    let known: Vec<_> = std::iter::once((AUTO, None)).chain(languages).collect();
                    config.interface =
                        self.one_of(&NO_INTERFACE, &entry.node, &known).and_then(|language| language.value);
                }
                ValueKind::Sections => config.sections = self.sections(&entry.node),
                ValueKind::Ignored => config.ignored = self.ignored(&entry.node),
                ValueKind::Words => {
                    config.accept =
                        self.words(&entry.node, &accepted_words()).into_iter().map(|(word, _)| word).collect();
                }
                ValueKind::Versions => config.versions = self.versions(&entry.node),
                // The server and the extension read theirs by themselves.
                _ => {}
            }
        }
        config
    }

    /// A key with a dot in its name, and whatever is no key.
    fn nested(&mut self, ConfigEntry { name, at, node }: ConfigEntry, config: &mut Config) {
        let editor = self.editor;
        let may_stand = move |key: &&Key| if editor { key.is_of_the_server() } else { key.is_of_the_file() };
        let known = KEYS.iter().filter(may_stand).map(|key| key.name);
        let inside = |key: &Key| key.name.split_once('.').is_some_and(|(outer, _)| outer == name);
        if !KEYS.iter().any(|key| inside(key) && (editor || key.is_of_the_file())) {
            return self.problem(&at, || keys::unknown(&name, known));
        }
        let ConfigValue::Table(entries) = &node.value else {
            // The extension tells nobody what its own are.
            if name == "library" {
                self.problem(&node.at, folders);
            }
            return;
        };
        for entry in entries {
            let full = format!("{name}.{}", entry.name);
            match Key::named(&full).filter(|key| if editor { key.is_of_an_editor() } else { key.is_of_the_file() }) {
                Some(key) if key.kind == ValueKind::Folders => {
                    let paths = self.words(&entry.node, &folders()).into_iter();
                    config.library_paths = paths.map(|(written, range)| LibraryPath { written, range }).collect();
                }
                Some(_) => {}
                None => self.problem(&entry.at, || keys::unknown(&full, known.clone())),
            }
        }
    }

    /// One of the keys that a section may have.
    fn settle(&mut self, layer: &mut ConfigLayer, name: &str, node: &ConfigNode) {
        match name {
            "preset" => {
                let known: Vec<_> = PRESETS.iter().map(|preset| (preset.name, preset)).collect();
                layer.preset = self.one_of(&NO_PRESET, node, &known);
            }
            "select" => layer.select = self.names(name, node),
            "ignore" => layer.ignore = self.names(name, node),
            "rules" => layer.rules = self.levels(node),
            "language" => {
                let known = language::ALL.map(|language| (language.code, language));
                layer.language = self.one_of(&NO_LANGUAGE, node, &known);
            }
            "layout" => layer.layout = self.one_of(&NO_LAYOUT, node, &LAYOUTS),
            "adopted" => match node.value {
                // An editor can't say that it isn't set.
                ConfigValue::Switch(false) if self.editor => {}
                ConfigValue::Switch(value) => layer.adopted = Some(Located { value, at: node.at.start }),
                _ => self.problem(&node.at, switch),
            },
            _ => {}
        }
    }

    /// One of some names. An empty one in an editor's settings is none.
    fn one_of<T: Copy>(
        &mut self,
        what: &NoneOfNames,
        node: &ConfigNode,
        known: &[(&'static str, T)],
    ) -> Option<Located<T>> {
        let names = || known.iter().map(|(name, _)| Argument::name(ArgumentText::fixed(name))).collect();
        let ConfigValue::Text(text) = &node.value else {
            self.problem(&node.at, || one_of_these(ArgumentText::fixed(what.key), names()));
            return None;
        };
        if self.editor && text.is_empty() {
            return None;
        }
        if let Some((_, value)) = known.iter().find(|(name, _)| name == text) {
            return Some(Located { value: *value, at: node.at.start });
        }
        let message = match nearest(text, known.iter().map(|(name, _)| *name)) {
            Some(meant) => (what.near)(text.clone(), meant.into()),
            None => (what.unknown)(text.clone(), names()),
        };
        self.problem(&node.at, || message);
        None
    }

    /// The items of a list.
    fn items<'a>(&mut self, node: &'a ConfigNode, message: &Message) -> &'a [ConfigNode] {
        match &node.value {
            ConfigValue::List(items) => items,
            ConfigValue::Text(_) if self.editor => std::slice::from_ref(node),
            _ => {
                self.problem(&node.at, || message.clone());
                &[]
            }
        }
    }

    /// A list of words, none of them empty, and where each stands.
    fn words(&mut self, node: &ConfigNode, message: &Message) -> Vec<(String, Range<usize>)> {
        let mut words = Vec::new();
        for item in self.items(node, message) {
            match &item.value {
                ConfigValue::Text(text) if !text.trim().is_empty() => {
                    words.push((text.clone(), item.at.clone()));
                }
                _ => self.problem(&item.at, || message.clone()),
            }
        }
        words
    }

    /// A list of names of rules and groups.
    fn names(&mut self, key: &str, node: &ConfigNode) -> Vec<Located<RuleSelector>> {
        let items = self.items(node, &list_of_rules(key));
        items.iter().filter_map(|item| self.name(key, item)).collect()
    }

    fn name(&mut self, key: &str, item: &ConfigNode) -> Option<Located<RuleSelector>> {
        let ConfigValue::Text(name) = &item.value else {
            self.problem(&item.at, || names_of_rules(key));
            return None;
        };
        let known = RuleSelector::of(name);
        if known.is_none() {
            self.problem(&item.at, || no_such_rule(name));
        }
        Some(Located { value: known?, at: item.at.start })
    }

    /// Rules and groups, and how they are checked.
    fn levels(&mut self, node: &ConfigNode) -> Vec<(Located<RuleSelector>, RuleLevel)> {
        let ConfigValue::Table(entries) = &node.value else {
            self.problem(&node.at, || table_of_rules(ArgumentText::fixed("{ footnote-order = \"off\" }")));
            return Vec::new();
        };
        let mut levels = Vec::new();
        for entry in entries {
            let known = RuleSelector::of(&entry.name);
            if known.is_none() {
                self.problem(&entry.at, || no_such_rule(&entry.name));
            }
            let level = self.one_of(&NO_LEVEL, &entry.node, &RuleLevel::ALL);
            if let (Some(value), Some(level)) = (known, level) {
                levels.push((Located { value, at: entry.at.start }, level.value));
            }
        }
        levels
    }

    /// Sets of texts that are versions of one another, or whether any are looked for.
    fn versions(&mut self, node: &ConfigNode) -> VersionSettings {
        let mut settings = VersionSettings::default();
        let told = || sets_of_versions(ArgumentText::fixed("[[\"a.en.txt\", \"a.fr.txt\"]]"));
        if let ConfigValue::Switch(on) = node.value {
            settings.off = !on;
            return settings;
        }
        let mut named = HashSet::new();
        for item in self.items(node, &told()) {
            let files = self.words(item, &told());
            if matches!(item.value, ConfigValue::List(_)) && !SET_SIZES.contains(&files.len()) {
                self.problem(&item.at, || size_of_set(*SET_SIZES.start(), *SET_SIZES.end()));
            }
            let mut set = Vec::with_capacity(files.len());
            for (written, at) in files {
                match versions::below(&written) {
                    None => self.problem(&at, || layer::leads_out(written)),
                    Some(file) if !named.insert(file.clone()) => self.problem(&at, || in_a_set_already(written)),
                    Some(file) => set.push(file),
                }
            }
            settings.sets.push(set);
        }
        settings
    }

    fn sections(&mut self, node: &ConfigNode) -> Vec<FileSection> {
        self.items(node, &section_of_files()).iter().filter_map(|item| self.section(item)).collect()
    }

    fn section(&mut self, node: &ConfigNode) -> Option<FileSection> {
        let ConfigValue::Table(entries) = &node.value else {
            self.problem(&node.at, section_of_files);
            return None;
        };
        let mut section = FileSection::default();
        let mut named = false;
        let keys = KEYS.iter().filter(|key| key.place == KeyScope::Section).map(|key| key.name);
        for ConfigEntry { name, at, node } in entries {
            if name == "paths" {
                let patterns = self.words(node, &paths_of_section());
                named = true;
                match PathPatterns::of(patterns.into_iter().map(|(pattern, _)| pattern).collect()) {
                    Ok(paths) => section.paths = paths,
                    Err((i, message)) => {
                        let at = match &node.value {
                            ConfigValue::List(items) => items.get(i).map_or(&node.at, |item| &item.at),
                            _ => &node.at,
                        };
                        self.problem(at, || message);
                    }
                }
            } else if keys.clone().any(|key| key == name) {
                self.settle(&mut section.layer, name, node);
            } else {
                self.problem(at, || keys::unknown(name, std::iter::once("paths").chain(keys.clone())));
            }
        }
        if !named {
            self.problem(&node.at, section_without_paths);
        }
        Some(section)
    }

    fn ignored(&mut self, node: &ConfigNode) -> Vec<IgnoredFinding> {
        self.items(node, &ignored_finding()).iter().filter_map(|item| self.one_ignored(item)).collect()
    }

    fn one_ignored(&mut self, node: &ConfigNode) -> Option<IgnoredFinding> {
        let ConfigValue::Table(entries) = &node.value else {
            self.problem(&node.at, ignored_finding);
            return None;
        };
        let (mut rule, mut words, mut file) = (None, None, None);
        for ConfigEntry { name, at, node } in entries {
            match (name.as_str(), &node.value) {
                ("rule", ConfigValue::Text(name)) => match RuleSelector::of(name) {
                    Some(RuleSelector::Rule(code)) => rule = Some(Located { value: code, at: node.at.start }),
                    _ => self.problem(&node.at, || no_such_rule(name)),
                },
                ("words", ConfigValue::Text(text)) if !text.trim().is_empty() => words = Some(text.clone()),
                ("file", ConfigValue::Text(text)) if !text.trim().is_empty() => file = Some(text.trim().to_owned()),
                ("rule" | "words" | "file", _) => {
                    self.problem(&node.at, || some_words(name));
                }
                _ => self.problem(at, || keys::unknown(name, ["rule", "words", "file"].into_iter())),
            }
        }
        let written = |key: &str| entries.iter().any(|entry| entry.name == key);
        for key in ["rule", "words"] {
            if !written(key) {
                self.problem(&node.at, || ignored_without(ArgumentText::fixed(key)));
            }
        }
        Some(IgnoredFinding::new(rule?, words?, file))
    }
}
