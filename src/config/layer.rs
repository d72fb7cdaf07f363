//! What one section settles.

use globset::{ErrorKind, GlobBuilder, GlobSet, GlobSetBuilder};

use super::names::no_such_rule;
use super::preset::Preset;
use crate::draft::Layout;
use crate::language::Language;
use crate::messages::Message;
use crate::rules::{Rule, RuleGroup, Severity};

/// Something that is settled, and where.
#[derive(Debug, Clone, Copy)]
pub struct Located<T> {
    /// What was read.
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
    /// The name of a group of rules.
    Group(RuleGroup),
}

impl RuleSelector {
    /// The rule or the group of this name.
    pub fn of(name: &str) -> Option<RuleSelector> {
        let rule = Rule::named(name).map(|rule| RuleSelector::Rule(rule.code));
        rule.or_else(|| RuleGroup::named(name).map(RuleSelector::Group))
    }

    /// As [`RuleSelector::of`], of a name that a person writes.
    ///
    /// # Errors
    ///
    /// A sentence that names the nearest, when there is none.
    pub fn named(name: &str) -> Result<RuleSelector, Message> {
        let name = name.trim();
        RuleSelector::of(name).ok_or_else(|| no_such_rule(name))
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
    /// The rule is checked.
    On,
    /// The rule is not checked.
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
    /// What is sensible for the kind of drafts that these are, where that is settled.
    pub preset: Option<Located<&'static Preset>>,
    /// The rules to check, and no others.
    pub select: Vec<Located<RuleSelector>>,
    /// The rules not to check.
    pub ignore: Vec<Located<RuleSelector>>,
    /// How rules are checked.
    pub rules: Vec<(Located<RuleSelector>, RuleLevel)>,
    /// The language of the drafts, where it is settled.
    pub language: Option<Located<&'static Language>>,
    /// The layout of the drafts, where it is settled.
    pub layout: Option<Located<Layout>>,
    /// Whether texts are taken for adopted ones.
    pub adopted: Option<Located<bool>>,
}

/// What is settled for some files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSection {
    /// The files that the section is about.
    pub paths: PathPatterns,
    /// What is settled for them.
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
    pub(super) leads_out(pattern: name) = "“{pattern}” leads out of this folder. Settings for files elsewhere belong into a file there.";
    names_no_files(pattern: name, fault: message) = "“{pattern}” names no files: {fault}.";
    too_long(pattern: name) = "“{pattern} …” is longer than a path can be. Name a folder around the files.";
    too_deep(pattern: name) = "“{pattern}” has too many brackets in each other. Write it as several patterns.";
    too_many(most: count) = "These are more than {most} patterns. Name the folders around the files.";
    name_no_files(fault: message) = "These patterns name no files: {fault}.";
    open_class() = "“]” is missing behind “[”";
    no_range(first: quote, last: quote) = "“{first}-{last}” is no range, for {last} comes before {first}";
    no_opening(opening: quote, closing: quote) = "“{opening}” is missing before “{closing}”";
    no_closing(opening: quote, closing: quote) = "“{closing}” is missing behind “{opening}”";
    nothing_behind() = "nothing stands behind the backslash at the end";
    too_much() = "they are too long together";
}

/// How many patterns a section may have.
const MOST_PATTERNS: usize = 1000;

/// How long a pattern may be, in bytes.
const LONGEST_PATTERN: usize = 1000;

/// How many choices (`{a,b}`) a pattern may have.
const MOST_CHOICES: usize = 16;

impl PathPatterns {
    /// The files that patterns name. A folder's name stands for all in it.
    ///
    /// # Errors
    ///
    /// The index of a pattern that is none, and a sentence about it.
    pub fn of(patterns: Vec<String>) -> Result<PathPatterns, (usize, Message)> {
        if patterns.len() > MOST_PATTERNS {
            return Err((MOST_PATTERNS, too_many(MOST_PATTERNS)));
        }
        let mut set = GlobSetBuilder::new();
        for (i, pattern) in patterns.iter().enumerate() {
            if pattern.len() > LONGEST_PATTERN {
                return Err((i, too_long(pattern.chars().take(20).collect::<String>())));
            }
            // Its reader goes one call deeper at each.
            if pattern.bytes().filter(|b| *b == b'{').count() > MOST_CHOICES {
                return Err((i, too_deep(pattern)));
            }
            let bare = pattern.trim().trim_start_matches("./").trim_end_matches('/');
            if bare.starts_with('/') || bare.split('/').any(|part| part == "..") {
                return Err((i, leads_out(pattern)));
            }
            let folder = if bare.is_empty() || bare == "." { "**".to_owned() } else { format!("{bare}/**") };
            for pattern_of in [bare, &folder] {
                match GlobBuilder::new(pattern_of).literal_separator(true).build() {
                    Ok(glob) => set.add(glob),
                    Err(error) => return Err((i, names_no_files(pattern, fault(error.kind())))),
                };
            }
        }
        let set = set.build().map_err(|error| (0, name_no_files(fault(error.kind()))))?;
        Ok(PathPatterns { patterns, set })
    }

    /// Whether a file is meant, by its path from where the patterns begin, with slashes.
    pub fn name(&self, file: &str) -> bool {
        self.set.is_match(file)
    }
}

/// What is wrong with a pattern.
fn fault(kind: &ErrorKind) -> Message {
    match kind {
        ErrorKind::UnclosedClass => open_class(),
        ErrorKind::InvalidRange(first, last) => no_range(*first, *last),
        ErrorKind::UnopenedAlternates => no_opening('{', '}'),
        ErrorKind::UnclosedAlternates => no_closing('{', '}'),
        ErrorKind::DanglingEscape => nothing_behind(),
        // What the others say can't happen any more, or is that the expression which is made of it grows too large.
        _ => too_much(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    #[test]
    fn patterns_name_files_from_their_folder() {
        let named = |pattern: &str, file: &str| PathPatterns::of(vec![pattern.to_owned()]).unwrap().name(file);
        assert!(named("drafts/**", "drafts/a.txt") && named("drafts/**", "drafts/b/c.txt"));
        assert!(named("drafts", "drafts/a.txt") && named("./drafts/", "drafts/b/c.txt"));
        assert!(named("*.txt", "a.txt") && !named("*.txt", "drafts/a.txt") && named("**/*.txt", "drafts/a.txt"));
        assert!(named("drafts/{a,b}.txt", "drafts/b.txt") && !named("drafts", "drafts.txt"));
        assert!(named(".", "a.txt") && named("草案/*", "草案/a.txt"));
        let (deep, long) = ("{a,".repeat(17) + &"}".repeat(17), "a".repeat(1001));
        for wrong in ["[", "../past", "/etc/*", "a/../../b", &deep, &long] {
            assert!(PathPatterns::of(vec![wrong.to_owned()]).is_err(), "{wrong}");
        }
        assert!(PathPatterns::of(vec!["a".to_owned(); 1001]).is_err());
        let said = |pattern: &str| PathPatterns::of(vec![pattern.to_owned()]).unwrap_err().1.text(&Locale::ENGLISH);
        assert_eq!(said("a["), "“a[” names no files: “]” is missing behind “[”.");
        assert_eq!(said("[z-a]"), "“[z-a]” names no files: “z-a” is no range, for a comes before z.");
        assert_eq!(said("a}"), "“a}” names no files: “{” is missing before “}”.");
        assert_eq!(said("{a"), "“{a” names no files: “}” is missing behind “{”.");
    }
}
