//! What applies to one file: the one place where it is decided which rules check it, how grave their findings are, and
//! which findings are shown. The command line and the editor ask here, and so can't differ.

use std::collections::HashSet;
use std::path::Path;

use super::Config;
use super::ignored::{IgnoredFinding, IgnoredFindings, bare};
use super::layer::{ConfigLayer, RuleLevel, RuleSelector};
use super::preset::Preset;
use crate::draft::incremental::TextSource;
use crate::draft::{Draft, Edit, ReadAs, edit};
use crate::library::AuthorityCache;
use crate::rules::{self, Finding, RereadText, Rule, Severity};
use crate::source::{self, SourceMap, SourceText};

/// Some settings, and how they call the file.
#[derive(Debug, Clone, Copy)]
pub struct ConfigSource<'a> {
    /// The settings of this layer.
    pub config: &'a Config,
    /// The file's path from the folder where the settings begin, with slashes, if it lies in there.
    pub file: Option<&'a str>,
}

/// Where something is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConfigOrigin {
    /// The index of the source.
    pub source: usize,
    /// The byte of its text.
    pub at: usize,
}

/// What applies to one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EffectiveConfig {
    /// In the order of [`rules::ALL`].
    verdicts: Vec<RuleState>,
    preset: Option<ChosenPreset>,
    read_as: ReadAs,
    origins: ReadAsOrigins,
    /// Without white space.
    accepted: HashSet<String>,
    ignored: IgnoredFindings,
    versions_off: bool,
}

/// What is settled of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleState {
    /// Whether the rule is checked.
    pub on: bool,
    /// How grave its findings are, if that is settled.
    pub severity: Option<Severity>,
    /// What settled it last; nobody, where the rule is as it is for everybody.
    pub origin: Option<ConfigOrigin>,
}

/// What is so where nobody says anything of a rule, and who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenPreset {
    /// What was chosen.
    pub preset: &'static Preset,
    /// Where it was.
    pub origin: ConfigOrigin,
}

/// What settled how the file is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadAsOrigins {
    /// Where the language was settled, if it was.
    pub language: Option<ConfigOrigin>,
    /// Where the layout was settled, if it was.
    pub layout: Option<ConfigOrigin>,
    /// Where it was settled whether texts are adopted ones, if it was.
    pub adopted: Option<ConfigOrigin>,
}

/// A layer that applies, and the source that it is of.
struct SourcedLayer<'a> {
    source: usize,
    layer: &'a ConfigLayer,
}

impl EffectiveConfig {
    /// What applies by some settings, the weakest first.
    pub fn of(sources: &[ConfigSource<'_>]) -> EffectiveConfig {
        let mut layers = Vec::new();
        for (source, ConfigSource { config, file }) in sources.iter().enumerate() {
            let meant = |paths: &super::PathPatterns| file.is_some_and(|file| paths.name(file));
            let sections = config.sections.iter().filter(|section| meant(&section.paths)).map(|section| &section.layer);
            layers.extend(std::iter::once(&config.top).chain(sections).map(|layer| SourcedLayer { source, layer }));
        }
        let preset = layers.iter().rev().find_map(|laid| {
            let chosen = laid.layer.preset?;
            Some(ChosenPreset { preset: chosen.value, origin: laid.origin(chosen.at) })
        });
        let mut applied = EffectiveConfig { verdicts: verdicts(&layers, preset), preset, ..EffectiveConfig::default() };
        let (read_as, origins) = (&mut applied.read_as, &mut applied.origins);
        for SourcedLayer { source, layer } in layers {
            let origin = |at| Some(ConfigOrigin { source, at });
            if let Some(language) = layer.language {
                (read_as.language, origins.language) = (Some(language.value), origin(language.at));
            }
            if let Some(layout) = layer.layout {
                (read_as.layout, origins.layout) = (Some(layout.value), origin(layout.at));
            }
            if let Some(adopted) = layer.adopted {
                (read_as.adopted, origins.adopted) = (adopted.value, origin(adopted.at));
            }
        }
        let accepted = sources.iter().flat_map(|source| &source.config.accept);
        applied.accepted = accepted.map(|words| bare(words)).collect();
        let ignored = sources
            .iter()
            .flat_map(|ConfigSource { config, file }| config.ignored.iter().filter(|ignored| ignored.is_in(*file)));
        applied.ignored = ignored.cloned().collect();
        applied.versions_off = sources.iter().any(|source| source.config.versions.off);
        applied
    }

    /// Whether a rule checks the file.
    pub fn wants(&self, rule: &Rule) -> bool {
        // Rules are told apart by where they are, since each is asked of each text.
        let place = rules::ALL.iter().position(|known| std::ptr::eq(*known, rule));
        let verdict = place.and_then(|place| self.verdicts.get(place));
        verdict.map_or(rule.is_on_by_default(), |verdict| verdict.on)
    }

    /// What is settled of a rule.
    pub fn rule_state(&self, rule: &str) -> Option<RuleState> {
        let place = rules::ALL.binary_search_by(|known| known.code.cmp(rule)).ok()?;
        self.verdicts.get(place).copied()
    }

    /// The preset of the file, if one was chosen.
    pub fn preset(&self) -> Option<ChosenPreset> {
        self.preset
    }

    /// What is said of the file beside its text.
    pub fn read_as(&self) -> ReadAs {
        self.read_as
    }

    /// Whether the language versions of the file are looked for.
    pub fn wants_versions(&self) -> bool {
        !self.versions_off
    }

    /// Who says it.
    pub fn origins(&self) -> ReadAsOrigins {
        self.origins
    }

    /// The findings in the file that are not to be shown.
    pub fn ignored(&self) -> &[IgnoredFinding] {
        self.ignored.as_slice()
    }

    /// Finds in a text, whose structure is known, what there is to find and is to be shown.
    pub fn check(&self, knowledge: &AuthorityCache, text: &str, draft: &Draft) -> Vec<Finding> {
        self.filter_findings(&rules::check_knowing(knowledge, text, draft, &|rule| self.wants(rule)), text)
    }

    /// Reads and checks a text with edits made, in the file that `map` says it was made of; the file is at `path`, if it is any.
    /// Where the edits can't be made there, it is the text as it is.
    pub fn reread(
        &self,
        knowledge: &AuthorityCache,
        text: &str,
        map: &SourceMap,
        path: Option<&Path>,
        edits: &[Edit],
    ) -> RereadText {
        if !map.is_of_pieces() {
            return self.read_written(knowledge, source::of_written_text(edit::apply(edits, map.written(text)), path));
        }
        let mended =
            edit::in_file(edits, map).and_then(|edits| source::of_text(edit::apply(&edits, map.file(text)), path).ok());
        // What is read of the file must be the text with the edits, or their places would be others.
        let as_meant = mended.filter(|mended| mended.text == edit::apply(edits, text));
        let as_it_is = || source::of_text(map.file(text).to_owned(), path).ok();
        let source = as_meant.or_else(as_it_is).unwrap_or_else(|| source::of_written_text(text.to_owned(), path));
        self.read_written(knowledge, source)
    }

    /// Reads and checks a text as its file has it.
    pub fn read_written(&self, knowledge: &AuthorityCache, source: SourceText) -> RereadText {
        let SourceText { text, map, hints, .. } = source;
        let draft = Draft::read_with(&text, self.read_as, &hints);
        let all = rules::check_knowing(knowledge, &text, &draft, &|rule| self.wants(rule));
        let mut findings = self.filter_findings(&all, map.written(&text));
        findings.iter_mut().for_each(|finding| finding.keep_editable(|range| map.is_mendable(range)));
        RereadText { text, draft, findings }
    }

    /// What is shown of the findings in a text, and as how grave.
    pub fn filter_findings(&self, findings: &[Finding], source: &(impl TextSource + ?Sized)) -> Vec<Finding> {
        self.filter_findings_noting(findings, source, &mut |_| {})
    }

    /// Whether all findings are shown as they are found.
    pub fn shows_all_as_found(&self) -> bool {
        self.accepted.is_empty()
            && self.ignored().is_empty()
            && self.verdicts.iter().all(|verdict| verdict.severity.is_none())
    }

    /// As [`EffectiveConfig::filter_findings`]; `used` is told for what a finding is not shown.
    pub fn filter_findings_noting(
        &self,
        findings: &[Finding],
        source: &(impl TextSource + ?Sized),
        used: &mut dyn FnMut(&IgnoredFinding),
    ) -> Vec<Finding> {
        let mut shown = Vec::with_capacity(findings.len());
        for finding in findings {
            if self.is_accepted(finding, source) {
                continue;
            }
            let ignored = self.ignored.that_mean(finding, source);
            if !ignored.is_empty() {
                ignored.into_iter().for_each(&mut *used);
                continue;
            }
            let settled = self.rule_state(finding.code).and_then(|verdict| verdict.severity);
            shown.push(Finding { severity: settled.unwrap_or(finding.severity), ..finding.clone() });
        }
        shown
    }

    fn is_accepted(&self, finding: &Finding, source: &(impl TextSource + ?Sized)) -> bool {
        if self.accepted.is_empty() {
            return false;
        }
        let own = bare(&source.words(finding.range.clone()));
        self.accepted.contains(&own)
    }
}

/// What is settled of each rule.
///
/// What names a rule weighs more than what names its group. Of two that name the same, the later layer wins, and in one
/// layer `ignore`. But what a layer turns on, a later one turns off again by its group, or by a `select` that doesn't name
/// it, since that lists all that is wanted. A preset is what is so before anything is said.
fn verdicts(layers: &[SourcedLayer<'_>], preset: Option<ChosenPreset>) -> Vec<RuleState> {
    let last = |of: fn(&ConfigLayer) -> bool| layers.iter().rposition(|laid| of(laid.layer));
    let select = last(|layer| !layer.select.is_empty());
    let ignore = last(|layer| !layer.ignore.is_empty());
    let verdict = |rule: &&'static Rule| {
        let by_preset = preset.and_then(|chosen| Some((chosen.preset.level(rule)?, chosen.origin)));
        let selected = select.and_then(|i| Some(layers.get(i)?.origin(layers.get(i)?.layer.select.first()?.at)));
        let mut verdict = RuleState {
            on: select.is_none() && by_preset.map_or(rule.is_on_by_default(), |(level, _)| level != RuleLevel::Off),
            severity: match by_preset {
                Some((RuleLevel::At(severity), _)) => Some(severity),
                _ => None,
            },
            origin: selected.or(by_preset.map(|(_, origin)| origin)),
        };
        // What an earlier layer turns on is off again.
        let mut floor = select.unwrap_or(0);
        for name in [RuleSelector::Group(rule.group), RuleSelector::Rule(rule.code)] {
            let mut said: Option<(bool, usize, ConfigOrigin)> = None;
            for (i, laid) in layers.iter().enumerate() {
                let named = |names: &[super::Located<RuleSelector>]| {
                    names.iter().find(|placed| placed.value == name).map(|p| p.at)
                };
                if let Some(at) = (select == Some(i)).then(|| named(&laid.layer.select)).flatten() {
                    said = (floor <= i).then(|| (true, i, laid.origin(at))).or(said);
                }
                for (placed, level) in laid.layer.rules.iter().filter(|(placed, _)| placed.value == name) {
                    if let RuleLevel::At(severity) = level {
                        verdict.severity = Some(*severity);
                    }
                    let on = *level != RuleLevel::Off;
                    if !on || floor <= i {
                        said = Some((on, i, laid.origin(placed.at)));
                    }
                }
                if let Some(at) = (ignore == Some(i)).then(|| named(&laid.layer.ignore)).flatten() {
                    said = Some((false, i, laid.origin(at)));
                }
            }
            if let Some((on, i, origin)) = said {
                (verdict.on, verdict.origin) = (on, Some(origin));
                floor = if on { floor } else { floor.max(i) };
            }
        }
        verdict
    };
    rules::ALL.iter().map(verdict).collect()
}

impl SourcedLayer<'_> {
    fn origin(&self, at: usize) -> ConfigOrigin {
        ConfigOrigin { source: self.source, at }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    /// Whether a rule is on in `drafts/a.txt`, and at which severity if one is settled, by some files, the weakest first.
    fn verdict(code: &str, files: &[&str]) -> (bool, Option<Severity>) {
        let configs: Vec<Config> = files.iter().map(|text| read(text).unwrap()).collect();
        let sources: Vec<ConfigSource> =
            configs.iter().map(|config| ConfigSource { config, file: Some("drafts/a.txt") }).collect();
        let verdict = EffectiveConfig::of(&sources).rule_state(code).unwrap();
        (verdict.on, verdict.severity)
    }

    fn is_on(code: &str, files: &[&str]) -> bool {
        verdict(code, files).0
    }

    #[test]
    fn a_rule_weighs_more_than_its_group() {
        assert!(is_on("footnote-order", &[]));
        assert!(!is_on("footnote-order", &["rules.standard = 'off'"]));
        assert!(is_on("footnote-order", &["rules = { standard = 'off', footnote-order = 'on' }"]));
        assert!(!is_on("footnote-order", &["rules = { standard = 'on', footnote-order = 'off' }"]));
        assert!(is_on("footnote-order", &["ignore = ['standard']\nrules.footnote-order = 'on'"]));
        assert_eq!(
            verdict("footnote-order", &["rules = { standard = 'error', footnote-order = 'hint' }"]),
            (true, Some(Severity::Hint))
        );
    }

    #[test]
    fn later_layers_win() {
        let section = "rules.footnote-order = 'off'\n[[files]]\npaths = ['drafts']\nrules.footnote-order = 'warning'\n";
        assert_eq!(verdict("footnote-order", &[section]), (true, Some(Severity::Warning)));
        let elsewhere = section.replace("drafts", "past");
        assert_eq!(verdict("footnote-order", &[&elsewhere]), (false, None));
        assert!(!is_on("footnote-order", &[section, "ignore = ['footnote-order']"]));
        let quiet = "rules.footnote-order = 'hint'\n[[files]]\npaths = ['drafts']\nignore = ['standard']\n";
        assert!(!is_on("footnote-order", &[quiet]));
        // One list takes the place of the other.
        assert!(is_on("footnote-order", &["ignore = ['footnote-order']", "ignore = ['symbol-malformed']"]));
        assert!(is_on("footnote-order", &["ignore = ['footnote-order']", "select = ['footnote-order']"]));
    }

    #[test]
    fn a_preset_says_what_nobody_else_does() {
        let preset = "preset = 'model-un'";
        assert!(is_on("operative-single-numbered", &[""]) && !is_on("operative-single-numbered", &[preset]));
        assert_eq!(verdict("opening-repeated", &[preset]), (true, Some(Severity::Hint)));
        assert!(is_on("footnote-order", &[preset]), "what it doesn't name is as it is for everybody");
        assert!(!is_on("report-past", &[preset]) && is_on("report-past", &[preset, "rules.update = 'on'"]));
        // Beside it or anywhere else, what is said goes before it: of the rule, of its group, of what is selected.
        for said in ["rules.operative-single-numbered = 'on'", "rules.standard = 'on'", "select = ['standard']"] {
            assert!(is_on("operative-single-numbered", &[&format!("{preset}\n{said}")]), "{said}");
            assert!(is_on("operative-single-numbered", &[preset, said]), "{said}");
            assert!(is_on("operative-single-numbered", &[said, preset]), "{said}");
        }
        assert_eq!(
            verdict("opening-repeated", &["rules.opening-repeated = 'warning'", preset]).1,
            Some(Severity::Warning)
        );
        assert!(!is_on("opening-repeated", &[preset, "ignore = ['pedantic']"]));
        // Of several the strongest counts, a section's for its files.
        assert!(is_on("operative-numbering", &[preset]) && is_on("masthead-agreement", &["", ""]));
        let section = "preset = 'model-un'\n[[files]]\npaths = ['drafts']\npreset = 'association'\n";
        assert!(
            !is_on("citation-date", &[section])
                && is_on("session-past", &["[[files]]\npaths = ['b']\npreset = 'model-un'"])
        );
        assert!(is_on("citation-date", &[section, preset]));
    }

    #[test]
    fn what_is_selected_is_all_that_is_wanted() {
        let off = "rules.footnote-order = 'off'";
        assert!(is_on("footnote-order", &["select = ['footnote-order']"]));
        assert!(!is_on("footnote-order", &["select = ['symbol-malformed']"]));
        assert!(is_on("footnote-order", &["select = ['standard']"]));
        assert!(!is_on("footnote-order", &["rules.footnote-order = 'on'", "select = ['symbol-malformed']"]));
        assert!(is_on("footnote-order", &["select = ['symbol-malformed']\nrules.footnote-order = 'on'"]));
        // A quick fix that turns a rule off does so, unless the user names the rule.
        assert!(!is_on("footnote-order", &[off, "select = ['standard']"]));
        assert!(!is_on("footnote-order", &[off, "rules.standard = 'on'"]));
        assert!(is_on("footnote-order", &[off, "select = ['footnote-order']"]));
    }

    #[test]
    fn what_is_accepted_and_ignored_is_not_shown_and_severities_are_as_settled() {
        let text = "The General Assembly,\n\nRecalling A\\92\\85, A\\92\\86 and A\\92\\87,\n\n1. Decides.\n";
        let findings = rules::check(text, &Draft::read(text), &|rule| rule.code == "symbol-malformed");
        assert_eq!(findings.len(), 3);
        let shown = |settings: &str| -> Vec<(Finding, usize)> {
            let config = read(settings).unwrap();
            let applied = EffectiveConfig::of(&[ConfigSource { config: &config, file: None }]);
            let mut used = 0;
            let shown = applied.filter_findings_noting(&findings, text, &mut |_| used += 1);
            shown.into_iter().map(|finding| (finding, used)).collect()
        };
        let places = |settings: &str| shown(settings).iter().map(|(f, _)| f.range.start).collect::<Vec<_>>();
        let [first, second, third] = [0, 1, 2].map(|i| findings[i].range.start);
        assert_eq!(places(""), [first, second, third]);
        assert_eq!(places("accept = [' A\\92\\86 ']"), [first, third]);
        let ignored = "[[ignored]]\nrule = 'symbol-malformed'\nwords = 'and A\\92\\87,'\n";
        assert_eq!(places(ignored), [first, second]);
        assert!(shown(ignored).iter().all(|(_, used)| *used == 1));
        assert_eq!(places(&format!("{ignored}file = 'b.txt'\n")), [first, second, third]);
        assert!(shown("rules.standard = 'hint'").iter().all(|(finding, _)| finding.severity == Severity::Hint));
    }
}
