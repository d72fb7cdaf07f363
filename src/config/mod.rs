//! `rapporteur.toml`: what a workspace has settled for all who work in it.
//!
//! [`read`] makes a [`Config`] of the file's text, or says what is wrong with it, each thing in its place. The keys are
//! in one table, [`keys::KEYS`]. [`find`] knows where the file lies. Whose word counts where the editor's settings or
//! the command line say something else is decided there: they win, key by key.

pub mod find;
pub mod keys;
mod names;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use names::{nearest, no_such_rule};

use crate::rules::Rule;

/// What is settled. An empty list is as if it were not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// The names of the rules to check; all, if there are none.
    pub select: Vec<&'static str>,
    /// The names of the rules not to check.
    pub ignore: Vec<&'static str>,
    /// Folders whose texts are read beside the workspace's, as they are written.
    pub library_paths: Vec<String>,
}

/// Something that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the file's text.
    pub range: Range<usize>,
    /// A plain sentence that names the thing and the mend.
    pub message: String,
}

/// Reads the text of a `rapporteur.toml`.
///
/// # Errors
///
/// All that is wrong with it, at least one thing, in the order of their places.
pub fn read(text: &str) -> Result<Config, Vec<Problem>> {
    // A byte-order mark is no part of the text; places are those in the file.
    let bare = text.trim_start_matches('\u{feff}');
    let mark = text.len() - bare.len();
    let (table, errors) = DeTable::parse_recoverable(bare);
    let mut reader = Reader::default();
    if errors.is_empty() {
        let config = reader.table(table.get_ref());
        if reader.problems.is_empty() {
            return Ok(config);
        }
    }
    let syntax = errors.iter().map(|error| Problem {
        range: error.span().unwrap_or_default(),
        message: format!("This is not TOML as it should be: {}.", error.message().trim().replace('\n', "; ")),
    });
    let mut problems: Vec<Problem> = syntax.chain(reader.problems).collect();
    for problem in &mut problems {
        problem.range = problem.range.start + mark..problem.range.end + mark;
    }
    problems.sort_by_key(|problem| (problem.range.start, problem.range.end));
    Err(problems)
}

#[derive(Debug, Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn problem(&mut self, range: Range<usize>, message: String) {
        self.problems.push(Problem { range, message });
    }

    fn table(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "select" => config.select = self.rules("select", value),
                "ignore" => config.ignore = self.rules("ignore", value),
                "library" => config.library_paths = self.library(value),
                other => self.problem(key.span(), keys::unknown(other)),
            }
        }
        config
    }

    /// A list of rules' names.
    fn rules(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<&'static str> {
        let DeValue::Array(items) = value.get_ref() else {
            self.problem(value.span(), format!("Give {key} a list of rules, such as [\"footnote-order\"]."));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.rule(key, item)).collect()
    }

    /// What is settled about the library.
    fn library(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = "Give library.paths a list of folders, such as [\"../past\"].".to_owned();
            self.problem(value.span(), message);
            return Vec::new();
        };
        let mut paths = Vec::new();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "paths" => paths = self.paths(value),
                other => self.problem(key.span(), keys::unknown(&format!("library.{other}"))),
            }
        }
        paths
    }

    /// A list of folders.
    fn paths(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let mut paths = Vec::new();
        let items = match value.get_ref() {
            DeValue::Array(items) => &items[..],
            _ => std::slice::from_ref(value),
        };
        let is_list = matches!(value.get_ref(), DeValue::Array(_));
        for item in items {
            match item.get_ref() {
                DeValue::String(path) if is_list && !path.trim().is_empty() => paths.push(path.clone().into_owned()),
                _ => {
                    let message = "Give library.paths a list of folders, such as [\"../past\"].".to_owned();
                    self.problem(item.span(), message);
                }
            }
        }
        paths
    }

    fn rule(&mut self, key: &str, item: &Spanned<DeValue<'_>>) -> Option<&'static str> {
        let DeValue::String(name) = item.get_ref() else {
            self.problem(item.span(), format!("The list {key} holds names of rules, in quotation marks."));
            return None;
        };
        match Rule::named(name) {
            Some(rule) => Some(rule.code),
            None => {
                self.problem(item.span(), no_such_rule(name));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong: the words at the place, and the sentence.
    fn told(text: &str) -> Vec<(&str, String)> {
        let problems = read(text).unwrap_err();
        problems.into_iter().map(|problem| (text.get(problem.range).unwrap(), problem.message)).collect()
    }

    #[test]
    fn the_keys_of_today() {
        assert_eq!(read(""), Ok(Config::default()));
        let config = read("# Ours\nselect = ['footnote-order', 'footnote-unused']\nignore = [\n]\n").unwrap();
        assert_eq!(
            config,
            Config { select: vec!["footnote-order", "footnote-unused"], ignore: vec![], library_paths: vec![] }
        );
        assert_eq!(read("library.paths = ['past']").unwrap().library_paths, ["past"]);
        assert_eq!(read("[library]\npaths = ['past', '~/x']").unwrap().library_paths, ["past", "~/x"]);
        assert_eq!(read("\u{feff}ignore = [\"footnote-order\"]\r\n").unwrap().ignore, ["footnote-order"]);
    }

    #[test]
    fn every_key_of_the_table_is_read() {
        for key in keys::KEYS {
            let text = format!("{} = {}\n", key.name, key.example);
            assert_ne!(read(&text), Ok(Config::default()), "{text}");
            assert!(read(&text).is_ok(), "{text}");
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
        let sentence = "Give library.paths a list of folders, such as [\"../past\"].".to_owned();
        for (text, words) in [("library = 1", "1"), ("library.paths = 'past'", "'past'"), ("library.paths = [7]", "7")]
        {
            assert_eq!(told(text), [(words, sentence.clone())]);
        }
        assert_eq!(told("library.path = []")[0].1, "There is no setting “library.path”. Did you mean “library.paths”?");
        assert_eq!(told("[rules]\nx = 1\n")[0].0, "rules");
    }

    #[test]
    fn what_is_no_toml_is_told_and_nothing_more() {
        for text in ["ignore = [", "ignore = [\"footnote-order\"\nselect", "= 3", "a = 1\na = 2\n", "[[[[", "\0"] {
            let told = told(text);
            assert!(!told.is_empty());
            assert!(told.iter().all(|(_, sentence)| sentence.starts_with("This is not TOML")), "{told:?}");
        }
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
