//! `rapporteur check`: findings, and an exit status that says whether there were any.

use std::io;

use rapporteur::draft::Draft;
use rapporteur::library::Knowledge;
use rapporteur::library::store::{self, ProblemKind, Store};
use rapporteur::rules::{self, Rule};

use super::configs::Configs;
use super::output::{self, Output};
use super::report::{Checked, Report};
use super::texts::{Answer, Failure, Tally, Text, answer_all};
use super::wanted::Wanted;
use super::{Check, Ending, complain, stop};

/// Checks what was asked and prints the findings.
pub fn run(asked: &Check) -> Ending {
    let wanted = match Wanted::new(&asked.select, &asked.ignore) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            complain(&sentence);
            return Ending::Failed;
        }
    };
    let configs = match Configs::new(asked.config.as_deref()) {
        Ok(configs) => configs,
        Err(sentences) => {
            complain(&sentences);
            return Ending::Failed;
        }
    };
    let Some(knowledge) = knowledge(asked) else { return Ending::Failed };
    stop::listen();
    let report = asked.format.report();
    let mut tally = Tally::default();
    let written = print(asked, &wanted, &configs, &knowledge, report.as_ref(), &mut tally);
    let ending = match tally {
        _ if stop::asked() => Ending::Stopped,
        Tally { failed: 1.., .. } => Ending::Failed,
        Tally { findings: 1.., .. } => Ending::Found,
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

fn print(
    asked: &Check,
    wanted: &Wanted,
    configs: &Configs,
    knowledge: &Knowledge,
    report: &dyn Report,
    tally: &mut Tally,
) -> io::Result<()> {
    let mut output = Output::new();
    output.write(&report.head())?;
    answer_all(&asked.paths, report.separator(), &mut output, tally, |Text { name, text, folder }| {
        let config = configs.of(folder);
        let config = config.as_ref().as_ref().map_err(|sentences| Failure {
            sentence: format!("{sentences}\nThe texts to which this file applies were not checked."),
            once: true,
        })?;
        let lets_through = |rule: &Rule| wanted.lets_through(config, rule);
        let findings = rules::check_knowing(knowledge, text, &Draft::read(text), &lets_through);
        if findings.is_empty() {
            return Ok(Answer::default());
        }
        let printed = report.answer(&Checked { name, text, findings: &findings });
        Ok(Answer { printed, findings: findings.len() })
    })?;
    output.write(&report.tail(tally))?;
    output.flush()
}
