//! `rapporteur check`: findings, and an exit status that says whether there were any.

use std::io;

use rapporteur::config::Applied;
use rapporteur::draft::{Draft, edit};
use rapporteur::library::Knowledge;
use rapporteur::library::store::{self, ProblemKind, Store};
use rapporteur::rules::{self, Finding, Severity};

use super::configs::Configs;
use super::ignores::Ignores;
use super::output::{self, Output};
use super::report::{Checked, Report};
use super::rewrite::Original;
use super::sources::Source;
use super::statistics::Statistics;
use super::texts::{Answer, Failure, ReadCounts, Tally, Text, answer_all};
use super::{Check, Ending, complain, stop, wanted};

/// Checks what was asked and prints the findings.
pub fn run(asked: &Check) -> Ending {
    let said = wanted::said(&asked.select, &asked.ignore);
    let configs = match said.and_then(|said| Configs::new(asked.config.as_deref(), said)) {
        Ok(configs) => configs,
        Err(sentences) => {
            complain(&sentences);
            return Ending::Failed;
        }
    };
    if asked.fix && asked.paths.iter().any(|path| path.as_os_str() == "-") {
        complain("Standard input can't be mended in place. Give the file itself, or say `--diff` to see the mends.");
        return Ending::Failed;
    }
    let Some(knowledge) = knowledge(asked) else { return Ending::Failed };
    stop::listen();
    let report = asked.format.report();
    let (statistics, ignores) = Default::default();
    let job = Job { asked, configs: &configs, knowledge: &knowledge, report: report.as_ref(), statistics, ignores };
    let mut tally = Tally::default();
    let written = job.print(&mut tally);
    let ending = match tally {
        _ if stop::asked() => Ending::Stopped,
        Tally { failed: 1.., .. } => Ending::Failed,
        Tally { findings: 1.., .. } | Tally { unused: 1.., .. } => Ending::Found,
        _ => Ending::Clean,
    };
    output::ending(written, ending)
}

/// What is known of what texts cite. A library that was named must be there; in the usual place there may be none, and
/// one that can't be read there is told of and left out. `None` when the one that was named can't be used.
fn knowledge(asked: &Check) -> Option<Knowledge> {
    let named = asked.library.is_some();
    let opened = store::place(asked.library.clone()).and_then(|path| Store::open(&path));
    match opened {
        Ok(store) => return Some(Knowledge::of(store)),
        Err(problem) if !named && matches!(problem.kind, ProblemKind::Absent | ProblemKind::NoHome) => {}
        Err(problem) => complain(&problem.to_string()),
    }
    (!named).then(Knowledge::default)
}

/// One run over all texts.
struct Job<'a> {
    asked: &'a Check,
    configs: &'a Configs,
    knowledge: &'a Knowledge,
    report: &'a dyn Report,
    statistics: Statistics,
    ignores: Ignores,
}

impl Job<'_> {
    fn print(&self, tally: &mut Tally) -> io::Result<()> {
        let (report, mut output) = (self.report, Output::new());
        // The texts' findings are not printed one by one.
        let counted = self.asked.statistics || self.asked.diff;
        if !counted {
            output.write(&report.head())?;
        }
        let separator = if counted { "" } else { report.separator() };
        answer_all(&self.asked.paths, separator, &mut output, tally, |text| self.answer(text))?;
        if self.asked.statistics {
            return output.write(&self.statistics.print(self.asked.format, tally)).and_then(|()| output.flush());
        }
        if self.asked.report_unused_ignores && !stop::asked() {
            for (file, findings) in self.ignores.unused(self.configs) {
                let separator = if tally.with_findings + tally.unused > 0 { separator } else { "" };
                tally.unused += findings.len();
                let checked = Checked { name: &file.name, text: &file.text, findings: &findings };
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
    fn answer(&self, text: &Text) -> Result<Answer, Failure> {
        let settled = self.configs.of(&text.folder);
        let settled = settled.as_ref().as_ref().map_err(|sentences| Failure {
            sentence: format!("{sentences}\nThe texts to which this file applies were not checked."),
            once: true,
        })?;
        let applied = self.configs.applied(settled, text);
        let draft = Draft::read_as(&text.text, applied.read_as());
        let named = text.path.as_ref().is_none_or(|path| self.asked.paths.contains(path));
        if !named && !draft.has_sign_of_a_resolution(&text.text) {
            let read = ReadCounts { passed_over: 1, ..ReadCounts::default() };
            return Ok(Answer { read, ..Answer::default() });
        }
        let read = ReadCounts::of(&draft);
        let all = rules::check_knowing(self.knowledge, &text.text, &draft, &|rule| applied.wants(rule));
        let mut used = Vec::new();
        let mut findings = applied.heed_telling(&all, text.text.as_str(), &mut |ignored| used.push(ignored.clone()));
        if self.asked.report_unused_ignores {
            self.ignores.count(settled, &applied, &used, self.configs.names_rules());
        }
        if findings.is_empty() {
            return Ok(Answer { read, ..Answer::default() });
        }
        if self.asked.diff {
            let printed = self.mended(text, &applied, &findings).map(|(after, count)| {
                self.statistics.mend(count);
                difference(&text.name, &text.text, &after)
            });
            return Ok(answer(printed.unwrap_or_default(), &findings, read));
        }
        let mut now = None;
        if self.asked.fix
            && let Some((after, count)) = self.mended(text, &applied, &findings)
        {
            write(text, &after)?;
            self.statistics.mend(count);
            findings = applied.check_anew(self.knowledge, &after);
            now = Some(after);
        }
        let now = now.as_deref().unwrap_or(&text.text);
        if self.asked.statistics {
            self.statistics.count(&findings);
            return Ok(answer(String::new(), &findings, read));
        }
        if findings.is_empty() {
            return Ok(Answer { read, ..Answer::default() });
        }
        if self.report.shows_mends() {
            // Only those that the editor would offer.
            let check = |text: &str| applied.check_anew(self.knowledge, text);
            let holding: Vec<bool> = findings.iter().map(|one| rules::holds(&check, now, &findings, one)).collect();
            for (finding, holds) in findings.iter_mut().zip(holding) {
                finding.fix = finding.fix.take().filter(|_| holds);
            }
        }
        let printed = self.report.answer(&Checked { name: &text.name, text: now, findings: &findings });
        Ok(answer(printed, &findings, read))
    }

    /// The text with all that is certain mended, and how many findings that mends.
    fn mended(&self, text: &Text, applied: &Applied, findings: &[Finding]) -> Option<(String, usize)> {
        let check = |text: &str| applied.check_anew(self.knowledge, text);
        let (edits, count) = rules::mend_all(&check, &text.text, findings, &|_| true)?;
        Some((edit::apply(&edits, &text.text), count))
    }
}

fn answer(printed: String, findings: &[Finding], read: ReadCounts) -> Answer {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let severities = [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint].map(of);
    Answer { printed, findings: findings.len(), severities, read }
}

/// Puts a mended text into its file, if that is still as it was read.
fn write(text: &Text, after: &str) -> Result<(), String> {
    let Some(path) = &text.path else { return Err(format!("{}: This is no file.", text.name)) };
    let source = Source::File(path.clone());
    let original = Original::of(&source)?;
    if original.text != text.text {
        return Err(format!("{}: This file was changed meanwhile, and is left as it is.", text.name));
    }
    original.replace(&source, after)
}

/// What a mend changes, as a patch.
fn difference(name: &str, before: &str, after: &str) -> String {
    let name = name.strip_prefix("./").unwrap_or(name);
    let difference = similar::TextDiff::from_lines(before, after);
    difference.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}
