//! What one section settles.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::draft::Layout;
use crate::language::Language;
use crate::messages::Message;
use crate::rules::{Rule, RuleGroup, Severity};

/// Something that is settled, and where.
#[derive(Debug, Clone, Copy)]
pub struct Located<T> {
    pub value: T,
    /// Byte of the file's text.
    pub at: usize,
}

/// The same is settled, wherever it stands.
impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Located<T>) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Located<T> {}

/// What names rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSelector {
    /// The name of a rule.
    Rule(&'static str),
    Group(RuleGroup),
}

impl RuleSelector {
    /// The rule or the group of this name.
    pub fn of(name: &str) -> Option<RuleSelector> {
        let rule = Rule::named(name).map(|rule| RuleSelector::Rule(rule.code));
        rule.or_else(|| RuleGroup::named(name).map(RuleSelector::Group))
    }

    /// The name as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            RuleSelector::Rule(code) => code,
            RuleSelector::Group(group) => group.name(),
        }
    }
}

/// How a rule is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleLevel {
    On,
    Off,
    /// On, and its findings are as grave as that.
    At(Severity),
}

impl RuleLevel {
    /// All levels, with their names.
    pub const ALL: [(&'static str, RuleLevel); 6] = [
        ("on", RuleLevel::On),
        ("off", RuleLevel::Off),
        ("error", RuleLevel::At(Severity::Error)),
        ("warning", RuleLevel::At(Severity::Warning)),
        ("information", RuleLevel::At(Severity::Information)),
        ("hint", RuleLevel::At(Severity::Hint)),
    ];
}

/// The layouts, with their names.
pub const LAYOUTS: [(&str, Layout); 2] = [("clean", Layout::Clean), ("page", Layout::Page)];

/// What one section settles. An empty list is as if it were not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfigLayer {
    /// The rules to check, and no others.
    pub select: Vec<Located<RuleSelector>>,
    /// The rules not to check.
    pub ignore: Vec<Located<RuleSelector>>,
    /// How rules are checked.
    pub rules: Vec<(Located<RuleSelector>, RuleLevel)>,
    pub language: Option<Located<&'static Language>>,
    pub layout: Option<Located<Layout>>,
    /// Whether texts are taken for adopted ones.
    pub adopted: Option<Located<bool>>,
}

/// What is settled for some files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSection {
    pub paths: PathPatterns,
    pub layer: ConfigLayer,
}

/// Which files are meant.
#[derive(Debug, Clone, Default)]
pub struct PathPatterns {
    patterns: Vec<String>,
    set: GlobSet,
}

impl PartialEq for PathPatterns {
    fn eq(&self, other: &PathPatterns) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for PathPatterns {}

crate::messages! {
    "config.paths":
    leads_out(pattern: name) = "“{pattern}” leads out of this folder, where nothing is settled.";
    names_no_files(pattern: name, fault: quote) = "“{pattern}” names no files: {fault}.";
    name_no_files(fault: quote) = "These patterns name no files: {fault}.";
}

impl PathPatterns {
    /// The files that patterns name. A folder's name stands for all in it.
    ///
    /// # Errors
    ///
    /// The index of a pattern that is none, and a sentence about it.
    pub fn of(patterns: Vec<String>) -> Result<PathPatterns, (usize, Message)> {
        let mut set = GlobSetBuilder::new();
        for (i, pattern) in patterns.iter().enumerate() {
            let bare = pattern.trim().trim_start_matches("./").trim_end_matches('/');
            if bare.starts_with('/') || bare.split('/').any(|part| part == "..") {
                return Err((i, leads_out(pattern)));
            }
            let folder = if bare.is_empty() || bare == "." { "**".to_owned() } else { format!("{bare}/**") };
            for pattern_of in [bare, &folder] {
                match GlobBuilder::new(pattern_of).literal_separator(true).build() {
                    Ok(glob) => set.add(glob),
                    Err(error) => return Err((i, names_no_files(pattern, error.kind().to_string()))),
                };
            }
        }
        let set = set.build().map_err(|error| (0, name_no_files(error.kind().to_string())))?;
        Ok(PathPatterns { patterns, set })
    }

    /// Whether a file is meant, by its path from where the patterns begin, with slashes.
    pub fn name(&self, file: &str) -> bool {
        self.set.is_match(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_files_from_their_folder() {
        let named = |pattern: &str, file: &str| PathPatterns::of(vec![pattern.to_owned()]).unwrap().name(file);
        assert!(named("drafts/**", "drafts/a.txt") && named("drafts/**", "drafts/b/c.txt"));
        assert!(named("drafts", "drafts/a.txt") && named("./drafts/", "drafts/b/c.txt"));
        assert!(named("*.txt", "a.txt") && !named("*.txt", "drafts/a.txt") && named("**/*.txt", "drafts/a.txt"));
        assert!(named("drafts/{a,b}.txt", "drafts/b.txt") && !named("drafts", "drafts.txt"));
        assert!(named(".", "a.txt") && named("草案/*", "草案/a.txt"));
        for wrong in ["[", "../past", "/etc/*", "a/../../b"] {
            assert!(PathPatterns::of(vec![wrong.to_owned()]).is_err(), "{wrong}");
        }
    }
}
