//! What the user has settled: `rapporteur.toml`, for all who work in a workspace, and the editor's settings, which have the
//! same keys.
//!
//! [`read`] makes a [`Config`] of the file's text, or says what is wrong with it, each thing in its place; [`read_settings`]
//! does so with an editor's. The keys are in one table, [`keys::KEYS`]. [`discovery`] knows where the file lies. Whose word
//! counts for a file is decided in [`effective`], and how quick fixes change the file in [`amend`].

pub mod amend;
pub mod discovery;
pub mod effective;
pub mod help;
pub mod ignored;
pub mod keys;
pub mod layer;
mod library_path;
mod names;
pub mod preset;
mod reader;
pub mod schema;
mod syntax;
mod value;
mod versions;

use std::ops::Range;
use std::path::Path;

use toml::de::DeTable;

pub use effective::{ConfigSource, EffectiveConfig};
pub use ignored::IgnoredFinding;
pub use layer::{ConfigLayer, FileSection, Located, PathPatterns, RuleLevel, RuleSelector};
pub use library_path::{LibraryPath, leads_out};
pub use names::{nearest, no_such_rule};
pub use preset::Preset;
pub use versions::VersionSettings;

use reader::ConfigReader;

use crate::language::Language;
use crate::messages::{Message, Template};

crate::messages! {
    "config":
    no_toml(fault: message) = "This is not TOML as it should be: {fault}.";
}

/// All that is told of settings.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    let of_files = [discovery::MESSAGES, keys::MESSAGES, layer::MESSAGES, library_path::MESSAGES];
    let of_values = [MESSAGES, syntax::MESSAGES, names::MESSAGES, reader::MESSAGES, help::MESSAGES];
    of_files.into_iter().chain(of_values).flatten().copied()
}

/// What is settled. An empty list is as if it were not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// For all files.
    pub top: ConfigLayer,
    /// For some files. Of several that name a file the last one wins.
    pub sections: Vec<FileSection>,
    /// Words that are right as they are.
    pub accept: Vec<String>,
    /// Findings that are not shown.
    pub ignored: Vec<IgnoredFinding>,
    /// Folders whose texts are read beside the workspace's.
    pub library_paths: Vec<LibraryPath>,
    /// Which texts are versions of one another.
    pub versions: VersionSettings,
    /// The language that the user is spoken to in, where an editor's settings name one.
    pub interface: Option<&'static Language>,
}

impl Config {
    /// What is settled by choosing rules and groups by their names: those to check, and those to leave out.
    ///
    /// # Errors
    ///
    /// A sentence, when a name is no rule's and no group's.
    pub fn of_rules(select: &[String], ignore: &[String]) -> Result<Config, Message> {
        let located = |name: &String| Ok(Located { value: RuleSelector::named(name)?, at: 0 });
        let mut config = Config::default();
        config.top.select = select.iter().map(located).collect::<Result<_, Message>>()?;
        config.top.ignore = ignore.iter().map(located).collect::<Result<_, Message>>()?;
        Ok(config)
    }

    /// Has what is ignored in files that are not there any more follow its words. `folder` is that of the `rapporteur.toml`.
    pub fn follow_moved_files(&mut self, folder: &Path) {
        self.ignored.iter_mut().for_each(|ignored| ignored.follow(folder));
    }
}

/// Something that is wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Bytes of the file's text.
    pub range: Range<usize>,
    /// A plain sentence that names the thing and the mend.
    pub message: Message,
}

/// Reads the text of a `rapporteur.toml`.
///
/// # Errors
///
/// All that is wrong with it, at least one thing, in the order of their places.
pub fn read(text: &str) -> Result<Config, Vec<ConfigProblem>> {
    // A byte-order mark is no part of the text; places are those in the file.
    let bare = text.trim_start_matches('\u{feff}');
    let mark = text.len() - bare.len();
    let (table, errors) = DeTable::parse_recoverable(bare);
    let mut reader = ConfigReader { editor: false, problems: Vec::new(), left_out: 0 };
    if errors.is_empty() {
        let mut config = reader.config(value::of_toml(table.get_ref()));
        for path in &mut config.library_paths {
            path.range = path.range.start + mark..path.range.end + mark;
        }
        if reader.problems.is_empty() {
            return Ok(config);
        }
    }
    let syntax = errors.iter().map(|error| {
        let range = error.span().unwrap_or_default();
        let what = bare.get(range.clone()).unwrap_or_default();
        ConfigProblem { message: no_toml(syntax::fault(error.message(), what)), range }
    });
    let mut problems: Vec<ConfigProblem> = syntax.chain(reader.all_problems()).collect();
    for problem in &mut problems {
        problem.range = problem.range.start + mark..problem.range.end + mark;
    }
    problems.sort_by_key(|problem| (problem.range.start, problem.range.end));
    Err(problems)
}

/// Reads what an editor has for us. What is wrong with it is left out and told; its own keys are let be.
pub fn read_settings(section: &serde_json::Value) -> (Config, Vec<Message>) {
    let mut reader = ConfigReader { editor: true, problems: Vec::new(), left_out: 0 };
    let config = reader.config(value::of_json(section));
    (config, reader.all_problems().into_iter().map(|problem| problem.message).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    /// What is wrong: the words at the place, and the sentence.
    fn told(text: &str) -> Vec<(&str, String)> {
        let problems = read(text).unwrap_err();
        problems
            .into_iter()
            .map(|problem| (text.get(problem.range).unwrap(), problem.message.text(&Locale::ENGLISH)))
            .collect()
    }

    #[test]
    fn the_keys_of_today() {
        assert_eq!(read(""), Ok(Config::default()));
        let config = read("# Ours\nselect = ['footnote-order', 'footnote-unused']\nignore = [\n]\n").unwrap();
        let names: Vec<&str> = config.top.select.iter().map(|name| name.value.as_str()).collect();
        assert_eq!((names, config.top.ignore.len()), (vec!["footnote-order", "footnote-unused"], 0));
        let text = "[library]\npaths = ['past', '~/x']";
        let paths = read(text).unwrap().library_paths;
        let written = paths.iter().map(|path| (path.written.as_str(), text.get(path.range.clone())));
        assert_eq!(written.collect::<Vec<_>>(), [("past", Some("'past'")), ("~/x", Some("'~/x'"))]);
        let marked = read("\u{feff}library.paths = ['past']").unwrap().library_paths;
        assert_eq!(marked[0].range, 20..26);
        let marked = read("\u{feff}ignore = [\"footnote-order\"]\r\n").unwrap();
        assert_eq!(marked.top.ignore[0].value, RuleSelector::Rule("footnote-order"));
    }

    #[test]
    fn every_key_of_the_table_is_read() {
        for key in keys::KEYS.iter().filter(|key| key.is_of_the_file()) {
            let text = format!("{} = {}\n", key.name, key.example);
            assert!(read(&text).is_ok_and(|read| read != Config::default()), "{text}: {:?}", read(&text));
            if key.place == keys::KeyScope::Section {
                let text = format!("[[files]]\npaths = ['a.txt']\n{text}");
                let read = read(&text).unwrap();
                assert_ne!(read.sections[0].layer, ConfigLayer::default(), "{text}");
            }
        }
    }

    #[test]
    fn each_thing_that_is_wrong_is_told_in_its_place() {
        let text = "selct = []\nignore = [\"footnote-ordr\", 7, \"spelling\"]\n";
        let told = told(text);
        let sentences = [
            ("selct", "There is no setting “selct”. Did you mean “select”?"),
            ("\"footnote-ordr\"", "There is no rule “footnote-ordr”. Did you mean “footnote-order”?"),
            ("7", "The list ignore holds names of rules, in quotation marks."),
            ("\"spelling\"", "There is no rule “spelling”. `rapporteur explain` lists the rules."),
        ];
        assert_eq!(told, sentences.map(|(words, sentence)| (words, sentence.to_owned())));
    }

    #[test]
    fn values_of_another_kind_are_told() {
        assert_eq!(told("ignore = true")[0].0, "true");
        assert_eq!(told("\u{feff}colour = \"blue\"")[0].0, "colour");
        let sentence = "Give library.paths a list of folders, such as [\"past\"].".to_owned();
        for (text, words) in [("library = 1", "1"), ("library.paths = 'past'", "'past'"), ("library.paths = [7]", "7")]
        {
            assert_eq!(told(text), [(words, sentence.clone())]);
        }
        assert_eq!(told("library.path = []")[0].1, "There is no setting “library.path”. Did you mean “library.paths”?");
    }

    #[test]
    fn what_is_wrong_in_the_new_keys_is_told_in_its_place() {
        for (text, words, sentence) in [
            (
                "[rules]\nfootnote-ordr = 'off'",
                "footnote-ordr",
                "There is no rule “footnote-ordr”. Did you mean “footnote-order”?",
            ),
            ("rules.stile = 'off'", "stile", "There is no rule “stile”. Did you mean “style”?"),
            (
                "rules.style = 'warn'",
                "'warn'",
                "There is no level “warn”. Write one of these: on, off, error, warning, information, hint.",
            ),
            (
                "rules.style = true",
                "true",
                "Give level one of these, in quotation marks: on, off, error, warning, information, hint.",
            ),
            ("rules = []", "[]", "Give rules a table, such as { footnote-order = \"off\" }."),
            ("language = 'eng'", "'eng'", "There is no language “eng”. Write one of these: ar, en, es, fr, ru, zh."),
            ("layout = 'pages'", "'pages'", "There is no layout “pages”. Did you mean “page”?"),
            ("preset = 'model-u'", "'model-u'", "There is no preset “model-u”. Did you mean “model-un”?"),
            (
                "preset = 'school'",
                "'school'",
                "There is no preset “school”. Write one of these: association, model-un.",
            ),
            ("preset = true", "true", "Give preset one of these, in quotation marks: association, model-un."),
            ("adopted = 'yes'", "'yes'", "Give adopted the value true or false."),
            ("accept = [7]", "7", "Give accept a list of words, such as [\"A/92/XYZ\"]."),
            ("[[files]]\npaths = ['a', '[']", "'['", "“[” names no files: “]” is missing behind “[”."),
            (
                "[[files]]\npaths = ['a']\nacept = []",
                "acept",
                "There is no setting “acept” here. The settings are paths, preset, select, ignore, rules, language, layout, adopted.",
            ),
            (
                "versions = 'a.txt'",
                "'a.txt'",
                "Give versions lists of files, one for each set, such as [[\"a.en.txt\", \"a.fr.txt\"]], or false.",
            ),
            (
                "versions = [['a.txt', 'b.txt'], 'c.txt']",
                "'c.txt'",
                "Give versions lists of files, one for each set, such as [[\"a.en.txt\", \"a.fr.txt\"]], or false.",
            ),
            ("versions = [['a.txt']]", "['a.txt']", "A set of versions has from 2 to 6 files, one in each language."),
            (
                "versions = [['a.txt', '../b.txt']]",
                "'../b.txt'",
                "“../b.txt” leads out of this folder. Settings for files elsewhere belong into a file there.",
            ),
            (
                "versions = [['a.txt', 'b.txt'], ['./b.txt', 'c.txt']]",
                "'./b.txt'",
                "“./b.txt” is in a set already. A text is a version of one text only.",
            ),
            ("[[ignored]]\nrule = 'style'\nwords = 'x'", "'style'", "There is no rule “style”. Did you mean “style”?"),
        ] {
            assert_eq!(told(text), [(words, sentence.to_owned())], "{text}");
        }
        assert!(told("[[files]]\nadopted = true")[0].1.contains("Write paths = "));
        assert!(told("[[ignored]]\nrule = 'footnote-order'")[0].1.ends_with("The words is missing."));
    }

    #[test]
    fn an_editor_names_a_preset_too() {
        let read = |name: &str| read_settings(&serde_json::json!({ "preset": name }));
        assert_eq!(read("model-un").0.top.preset.map(|chosen| chosen.value.name), Some("model-un"));
        assert_eq!(read(""), (Config::default(), Vec::new()));
        let told: Vec<String> = read("school").1.iter().map(|told| told.text(&Locale::ENGLISH)).collect();
        assert_eq!(told, ["There is no preset “school”. Write one of these: association, model-un."]);
    }

    #[test]
    fn versions_are_named_in_sets() {
        let read = |text: &str| read(text).unwrap().versions;
        let sets = read("versions = [['./en/a.txt', 'fr/a.txt'], ['b.txt', 'c.txt']]").sets;
        assert_eq!(sets, [["en/a.txt", "fr/a.txt"], ["b.txt", "c.txt"]]);
        assert_eq!(read("versions = false"), VersionSettings { off: true, sets: Vec::new() });
        assert_eq!(read("versions = true"), VersionSettings::default());
    }

    #[test]
    fn what_is_no_toml_is_told_and_nothing_more() {
        for text in ["ignore = [", "ignore = [\"footnote-order\"\nselect", "= 3", "a = 1\na = 2\n", "[[[[", "\0"] {
            let told = told(text);
            assert!(!told.is_empty());
            assert!(told.iter().all(|(_, sentence)| sentence.starts_with("This is not TOML")), "{told:?}");
        }
    }

    #[test]
    fn of_very_much_that_is_wrong_the_rest_is_counted() {
        let text: String = (0..200).map(|i| format!("key{i} = 1\n")).collect();
        let problems = read(&text).unwrap_err();
        assert_eq!(problems.len(), 101);
        let last = problems.last().unwrap().message.text(&crate::messages::Locale::ENGLISH);
        assert_eq!(last, "More is wrong with these settings: 100 things are not told.");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_told_about(text in "(\\PC|[\\n\\[\\]\"=#,'{}])*") {
            if let Err(problems) = read(&text) {
                proptest::prop_assert!(!problems.is_empty());
                proptest::prop_assert!(problems.iter().all(|problem| text.get(problem.range.clone()).is_some()));
            }
        }
    }
}
