//! `rapporteur check`: findings, and an exit status that says whether there were any.

use std::io;
use std::sync::{Arc, Mutex, OnceLock};

use rapporteur::config::{Config, EffectiveConfig};
use rapporteur::draft::Draft;
use rapporteur::library::AuthorityCache;
use rapporteur::library::store::{self, Store, StoreProblemKind};
use rapporteur::messages::ArgumentText;
use rapporteur::report::{CheckedText, MendedSource, TextCheck, findings_in_file, has_certain_mend, keep_mendable};
use rapporteur::rules::{Finding, RuleGroup, Severity, VersionDifference};
use rapporteur::source::{NotRewritable, RewritableFile, SourceMap, WriteBack};

use super::configs::{Configs, LoadResult};
use super::ignores::Ignores;
use super::interface::{about, locale};
use super::leftovers;
use super::output::{self, Output};
use super::patch;
use super::report::Report;
use super::sources::InputSource;
use super::statistics::Statistics;
use super::texts::{self, Answer, InputText, ReadCounts, RunTally, TextFailure, answer_all};
use super::versions::{self, ReadVersion, VersionSets, WaitingAnswer};
use super::{CheckArguments, ExitOutcome, complain, stop};

rapporteur::messages! {
    "cli.check":
    standard_input_in_place() =
        "Standard input can't be mended in place. Give the file itself, or say `--diff` to see the mends.";
    stopping() = "Stopping. Not all texts were read; what was found so far is printed.";
    not_checked() = "The texts to which this file applies were not checked.";
    no_file() = "This is no file.";
    across_elements(count: number, format: name) =
        "{count, plural, one {{count} certain mend is not made in this {format} document: it lies} other {{count} certain mends \
         are not made in this {format} document: they lie}} across elements, or outside of their text. Mend that in the \
         program that made the document.";
}

/// Checks what was asked and prints the findings.
pub fn run(asked: &CheckArguments) -> ExitOutcome {
    let said = Config::of_rules(&asked.select, &asked.ignore).map_err(|why| why.text(locale()));
    let configs = match said.and_then(|said| Configs::new(asked.config.as_deref(), said, &asked.paths)) {
        Ok(configs) => configs,
        Err(sentences) => {
            complain(&sentences);
            return ExitOutcome::Failed;
        }
    };
    if asked.fix && asked.paths.iter().any(|path| path.as_os_str() == "-") {
        complain(&standard_input_in_place().text(locale()));
        return ExitOutcome::Failed;
    }
    let Some(knowledge) = knowledge(asked) else { return ExitOutcome::Failed };
    stop::listen(stopping().text(locale()));
    let report = asked.format.report();
    let (statistics, ignores) = Default::default();
    let versions = OnceLock::new();
    let (configs, knowledge, report) = (&configs, &knowledge, report.as_ref());
    let job = Job { asked, configs, knowledge, versions, report, statistics, ignores };
    let mut tally = RunTally::default();
    let written = job.print(&mut tally);
    let ending = match tally {
        _ if stop::asked() => ExitOutcome::Stopped,
        RunTally { failed: 1.., .. } => ExitOutcome::Failed,
        RunTally { findings: 1.., .. } | RunTally { unused: 1.., .. } => ExitOutcome::Found,
        _ => ExitOutcome::Clean,
    };
    output::ending(written, ending)
}

/// What is known of what texts cite. A library that was named must be there; in the usual place there may be none, and
/// one that can't be read there is told of and left out. `None` when the one that was named can't be used.
fn knowledge(asked: &CheckArguments) -> Option<AuthorityCache> {
    let named = asked.library.is_some();
    let opened = store::place(asked.library.clone()).and_then(|path| Store::open(&path));
    match opened {
        Ok(store) => return Some(AuthorityCache::of(store)),
        Err(problem) if !named && matches!(problem.kind, StoreProblemKind::Absent | StoreProblemKind::NoHome) => {}
        Err(problem) => complain(&problem.message().text(locale())),
    }
    (!named).then(AuthorityCache::default)
}

/// One run over all texts.
struct Job<'a> {
    asked: &'a CheckArguments,
    configs: &'a Configs,
    knowledge: &'a AuthorityCache,
    /// Found when the first text is checked by a rule about versions.
    versions: OnceLock<VersionSets>,
    report: &'a dyn Report,
    statistics: Statistics,
    ignores: Ignores,
}

/// What is settled for a text.
struct TextSettings {
    settled: Arc<LoadResult>,
    applied: EffectiveConfig,
}

/// A text as it was read, and by which settings.
struct ReadText {
    settings: TextSettings,
    draft: Draft,
}

impl Job<'_> {
    fn print(&self, tally: &mut RunTally) -> io::Result<()> {
        let (report, mut output) = (self.report, Output::new());
        // The texts' findings are not printed one by one.
        let counted = self.asked.statistics || self.asked.diff;
        if !counted {
            output.write(&report.head())?;
        }
        let separator = if counted { "" } else { report.separator() };
        let changes = self.asked.changes.state();
        answer_all(&self.asked.paths, changes, separator, &mut output, tally, |text| self.answer(text))?;
        if self.asked.statistics {
            return output.write(&self.statistics.print(self.asked.format, tally)).and_then(|()| output.flush());
        }
        if self.asked.report_unused_ignores && !stop::asked() {
            for (file, findings) in self.ignores.unused(self.configs) {
                let separator = if tally.with_findings + tally.unused > 0 { separator } else { "" };
                tally.unused += findings.len();
                let checked = CheckedText {
                    name: &file.name,
                    text: &file.text,
                    map: &SourceMap::default(),
                    findings: &findings,
                    locale: locale(),
                };
                output.write(separator)?;
                output.write(&report.answer(&checked))?;
            }
        }
        if !counted {
            output.write(&report.tail(tally))?;
        }
        output.flush()?;
        if let Some(sentence) = self.statistics.mended(self.asked.diff, tally) {
            complain(&sentence);
        }
        Ok(())
    }

    /// What is found in a text, mended before if that was asked.
    fn answer(&self, text: &InputText) -> Result<Answer, TextFailure> {
        let settings = self.settings(text)?;
        if RuleGroup::Versions.rules().any(|rule| settings.applied.wants(rule)) {
            let sets = self.versions.get_or_init(|| VersionSets::among(&self.asked.paths, self.configs));
            if let Some(answer) = sets.answer(text.path.as_deref(), |members| self.answer_versions(members)) {
                return answer;
            }
        }
        match self.read(text, settings) {
            Some(read) => self.answer_read(text, &read, &[]),
            None => {
                let read = ReadCounts { passed_over: 1, ..ReadCounts::default() };
                Ok(Answer { read, ..Answer::default() })
            }
        }
    }

    /// What is found in all texts of a set of versions. Of one that can't be read it is told where it is its turn.
    fn answer_versions(&self, members: &[InputSource]) -> Vec<WaitingAnswer> {
        let changes = self.asked.changes.state();
        let texts: Vec<Option<InputText>> =
            members.iter().map(|member| texts::read_input(member, changes).ok()).collect();
        let read: Vec<Option<(&InputText, ReadText)>> = texts
            .iter()
            .map(|text| {
                let text = text.as_ref()?;
                Some((text, self.read(text, self.settings(text).ok()?)?))
            })
            .collect();
        let there: Vec<&(&InputText, ReadText)> = read.iter().flatten().collect();
        let versions: Vec<ReadVersion<'_>> = there
            .iter()
            .filter_map(|(text, read)| {
                Some(ReadVersion { file: text.path.as_deref()?, source: &text.source, draft: &read.draft })
            })
            .collect();
        let mut differences = versions::differences(&versions).into_iter();
        let answers = read.iter().map(|one| {
            let (text, read) = one.as_ref()?;
            Some(self.answer_read(text, read, &differences.next().unwrap_or_default()))
        });
        answers.map(Mutex::new).collect()
    }

    /// The settings that apply to a text.
    ///
    /// # Errors
    ///
    /// What is wrong with them.
    fn settings(&self, text: &InputText) -> Result<TextSettings, TextFailure> {
        let settled = self.configs.of(&text.folder);
        match settled.as_ref() {
            Ok(loaded) => {
                let applied = self.configs.applied(loaded, text);
                Ok(TextSettings { settled, applied })
            }
            Err(sentences) => {
                let sentence = format!("{sentences}\n{}", not_checked().text(locale()));
                Err(TextFailure { sentence, once: true })
            }
        }
    }

    /// Reads a text. `None` of one in a folder that has no sign of a resolution.
    fn read(&self, text: &InputText, settings: TextSettings) -> Option<ReadText> {
        let draft = Draft::read_with(&text.source.text, settings.applied.read_as(), &text.source.hints);
        (text.named || draft.has_sign_of_a_resolution(&text.source.text)).then_some(ReadText { settings, draft })
    }

    /// What is found in a text that was read, with what differs from its other versions.
    fn answer_read(
        &self,
        text: &InputText,
        read: &ReadText,
        differences: &[VersionDifference],
    ) -> Result<Answer, TextFailure> {
        let ReadText { settings: TextSettings { settled, applied }, draft } = read;
        let read = ReadCounts::of(draft);
        let check = TextCheck { knowledge: self.knowledge, applied, path: text.path.as_deref() };
        let mut used = Vec::new();
        let mut findings = check.findings(&text.source, draft, differences, &mut |ignored| used.push(ignored.clone()));
        if self.asked.report_unused_ignores
            && let Ok(settled) = settled.as_ref()
        {
            self.ignores.count(settled, applied, &used, self.configs.names_rules());
        }
        if findings.is_empty() {
            return Ok(Answer { read, ..Answer::default() });
        }
        if text.source.write_back() == WriteBack::ReadOnly {
            return self.answer_read_only(text, &findings, read);
        }
        let mut now = None;
        let mut remark = None;
        if self.asked.diff || self.asked.fix {
            // Of a format with elements, what lies across them is told of, since the writer sees no more of it in the text.
            let MendedSource { after, tried, across } = check.mend(&text.source, draft, &mut findings);
            let format = ArgumentText::fixed(text.source.format.name);
            remark = (across > 0 && text.source.map.is_of_pieces())
                .then(|| about(&text.name, &across_elements(across, format)));
            if self.asked.diff {
                let printed = after.map(|after| patch::of(text, &after)).transpose()?.unwrap_or_default();
                self.statistics.mend(&tried);
                return Ok(Answer { remark, ..answer(printed, &findings, read) });
            }
            if let Some(after) = after {
                write(text, &after)?;
                let source = check.read_mended(&text.source, after).map_err(|why| about(&text.name, &why.message()))?;
                let reread = applied.read_written(self.knowledge, source.clone());
                findings = reread.findings;
                now = Some((source, reread.draft));
            }
            self.statistics.mend(&tried);
        }
        let (source, draft) = now.as_ref().map_or((&text.source, draft), |(source, draft)| (source, draft));
        if self.asked.statistics {
            self.statistics.count(&findings);
            return Ok(Answer { remark, ..answer(String::new(), &findings, read) });
        }
        if findings.is_empty() {
            return Ok(Answer { remark, read, ..Answer::default() });
        }
        keep_mendable(&mut findings, &source.map);
        if self.report.shows_mends() {
            // Only those that the editor would offer.
            let holding: Vec<bool> = check
                .try_mends(source, draft, &findings, |trials| findings.iter().map(|one| trials.holds(one)).collect());
            for (finding, holds) in findings.iter_mut().zip(holding) {
                finding.fix = finding.fix.take().filter(|_| holds);
            }
        }
        if source.map.is_of_pieces() {
            findings = findings_in_file(source, &findings);
        }
        let checked = CheckedText {
            name: &text.name,
            text: source.file(),
            map: &source.map,
            findings: &findings,
            locale: locale(),
        };
        let printed = self.report.answer(&checked);
        Ok(Answer { remark, ..answer(printed, &findings, read) })
    }

    /// What is told of a text that was made of its file: in the places of the file, and without mends.
    fn answer_read_only(
        &self,
        text: &InputText,
        findings: &[Finding],
        read: ReadCounts,
    ) -> Result<Answer, TextFailure> {
        let mendable = findings.iter().any(has_certain_mend);
        let refused = ((self.asked.fix || self.asked.diff) && mendable)
            .then(|| about(&text.name, &NotRewritable::ReadOnly(text.source.format).message()));
        if let Some(sentence) = refused.clone().filter(|_| text.named) {
            return Err(sentence.into());
        }
        if self.asked.statistics {
            self.statistics.count(findings);
        }
        let printed = match self.asked.statistics || self.asked.diff {
            true => String::new(),
            false => {
                let findings = findings_in_file(&text.source, findings);
                let checked = CheckedText {
                    name: &text.name,
                    text: text.source.file(),
                    map: &text.source.map,
                    findings: &findings,
                    locale: locale(),
                };
                self.report.answer(&checked)
            }
        };
        Ok(Answer { remark: refused, ..answer(printed, findings, read) })
    }
}

fn answer(printed: String, findings: &[Finding], read: ReadCounts) -> Answer {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let severities = [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint].map(of);
    Answer { printed, remark: None, findings: findings.len(), severities, read }
}

/// Puts a mended text into its file, if that is still as it was read.
fn write(text: &InputText, after: &str) -> Result<(), String> {
    let Some(path) = &text.path else { return Err(about(&text.name, &no_file())) };
    let named = |why: NotRewritable| about(&text.name, &why.message());
    let original = RewritableFile::read(Some(path)).map_err(named)?;
    if original.source.file() != text.source.file() {
        return Err(named(NotRewritable::Changed));
    }
    original.replace(path, after).map_err(named)?;
    leftovers::tell(path);
    Ok(())
}
