//! Presets: what is sensible for one kind of drafts, under one name. A preset says how rules are checked where nobody says
//! anything of them; whatever a settings file, an editor or the command line says of a rule or its group goes before it.

use super::layer::RuleLevel;
use crate::language::Language;
use crate::rules::{Rule, Severity};

/// What is sensible for one kind of drafts.
#[derive(Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name by which it is chosen.
    pub name: &'static str,
    /// Whom it is for, in a sentence.
    about: &'static str,
    /// Rules and groups by name, and how each is checked. A rule's name weighs more than its group's.
    pub rules: &'static [(&'static str, RuleLevel)],
}

/// All presets, in the order of their names.
pub static PRESETS: [Preset; 2] = [
    Preset {
        name: "association",
        about: "For resolutions of an association, a council or another body that is none of the United Nations.",
        rules: &[
            // A body of one's own may be called as one of the United Nations is, and numbers its resolutions in its own way.
            ("term-organ", RuleLevel::Off),
            ("citation-date", RuleLevel::Off),
            ("citation-future", RuleLevel::Off),
            ("citation-kind", RuleLevel::Off),
            ("citation-title", RuleLevel::Off),
            ("citation-unknown", RuleLevel::Off),
            ("citation-year", RuleLevel::Off),
            ("symbol-implausible", RuleLevel::Off),
            ("symbol-malformed", RuleLevel::Off),
            ("symbol-year", RuleLevel::Off),
            ("masthead-agreement", RuleLevel::Off),
            ("organ-line-missing", RuleLevel::Off),
            // It holds no numbered sessions of which last year's text could speak.
            ("predecessor-missing", RuleLevel::Off),
            ("session-past", RuleLevel::Off),
            ("update", RuleLevel::Off),
            // One paragraph with a number is as good as one without.
            ("operative-single-numbered", RuleLevel::Off),
        ],
    },
    Preset {
        name: "model-un",
        about: "For the resolutions of a Model UN conference.",
        rules: &[
            // A conference plays a session of its own choosing, and its resolution is nobody's from last year.
            ("predecessor-missing", RuleLevel::Off),
            ("session-past", RuleLevel::Off),
            ("update", RuleLevel::Off),
            // The head of the page is the conference's own, and a committee speaks for itself.
            ("masthead-agreement", RuleLevel::Off),
            ("organ-line-missing", RuleLevel::Off),
            // Every clause has a number, also where there is but one.
            ("operative-single-numbered", RuleLevel::Off),
            // What is taught there: the date behind a resolution that is cited, and “also” and “further” behind a repeated word.
            ("citation-undated", RuleLevel::At(Severity::Hint)),
            ("opening-repeated", RuleLevel::At(Severity::Hint)),
        ],
    },
];

impl Preset {
    /// How a rule is checked by it. `None` where the rule is as it is for everybody.
    pub fn level(&self, rule: &Rule) -> Option<RuleLevel> {
        let of = |name: &str| self.rules.iter().find(|(other, _)| *other == name).map(|(_, level)| *level);
        of(rule.code).or_else(|| of(rule.group.name()))
    }

    /// Whom it is for, in a sentence of a language.
    pub fn about(&self, language: &Language) -> &'static str {
        language.locale.phrase(&format!("preset.{}", self.name), self.about)
    }
}

#[cfg(test)]
mod tests {
    use super::super::RuleSelector;
    use super::*;

    #[test]
    fn presets_name_rules_that_there_are_once_each() {
        for preset in &PRESETS {
            for (at, (name, _)) in preset.rules.iter().enumerate() {
                assert!(RuleSelector::of(name).is_some(), "{}: {name}", preset.name);
                assert!(!preset.rules[..at].iter().any(|(other, _)| other == name), "{}: {name} twice", preset.name);
            }
        }
    }
}
