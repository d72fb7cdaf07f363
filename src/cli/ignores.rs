//! Which of the findings that are not to be shown are there still.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rapporteur::config::{EffectiveConfig, IgnoredFinding};
use rapporteur::rules::{Finding, Rule, Severity};

use super::configs::{ConfigFile, Configs, LoadedConfig};

/// The code under which it is told.
const CODE: &str = "unused-ignore";

rapporteur::messages! {
    "unused-ignore":
    finds_nothing(rule: name, words: quote) =
        "{rule} finds nothing at “{words}” any more. Take this [[ignored]] out.";
    no_such_file(file: name) = "There is no file {file} any more. Take this [[ignored]] out.";
}

/// The entries under `[[ignored]]` that could have been of use in a text, and whether they were: by the folder and the
/// byte where they are settled.
#[derive(Debug, Default)]
pub struct Ignores {
    seen: Mutex<HashMap<(PathBuf, usize), bool>>,
}

impl Ignores {
    /// Counts the entries that are about a text, and those that were `used` for it. Where the command line names rules,
    /// others are not asked about.
    pub fn count(&self, settled: &LoadedConfig, applied: &EffectiveConfig, used: &[IgnoredFinding], names_rules: bool) {
        let Some(file) = &settled.file else { return };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for ignored in applied.ignored() {
            let wanted = Rule::named(ignored.rule.value).is_some_and(|rule| applied.wants(rule));
            if wanted || !names_rules {
                let is_used = seen.entry((file.folder.clone(), ignored.rule.at)).or_default();
                *is_used |= used.iter().any(|used| used.rule.at == ignored.rule.at);
            }
        }
    }

    /// Those of no use any more, each a finding in its file.
    pub fn unused(&self, configs: &Configs) -> Vec<(ConfigFile, Vec<Finding>)> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut unused = Vec::new();
        for loaded in configs.all() {
            let Ok(LoadedConfig { config, file: Some(file) }) = loaded.as_ref() else { continue };
            let message = |ignored: &IgnoredFinding| {
                let IgnoredFinding { rule, words, .. } = ignored;
                match (seen.get(&(file.folder.clone(), rule.at)), &ignored.file) {
                    (Some(true), _) => None,
                    (Some(false), Some(name)) if ignored.moved => Some(no_such_file(name)),
                    (Some(false), _) => Some(finds_nothing(rule.value, words)),
                    (None, Some(name)) if !file.folder.join(name).exists() => Some(no_such_file(name)),
                    // It is about a text that was not checked.
                    (None, _) => None,
                }
            };
            let findings: Vec<Finding> = config
                .ignored
                .iter()
                .filter_map(|ignored| {
                    let at = ignored.rule.at;
                    Some(Finding {
                        code: CODE,
                        severity: Severity::Warning,
                        range: at..at + ignored.rule.value.len() + 2,
                        message: message(ignored)?,
                        related: Vec::new(),
                        counterparts: Vec::new(),
                        fix: None,
                        defer_until: None,
                    })
                })
                .collect();
            if !findings.is_empty() {
                unused.push((file.clone(), findings));
            }
        }
        unused
    }
}
