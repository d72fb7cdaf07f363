//! `rapporteur check`: findings, and an exit status that says whether there were any.

use std::io;

use rapporteur::draft::Draft;
use rapporteur::rules::{self, Rule};

use super::output::{self, Output};
use super::report::{Checked, Report};
use super::texts::{Answer, Tally, Text, answer_all};
use super::wanted::Wanted;
use super::{Check, Ending, complain};

/// Checks what was asked and prints the findings.
pub fn run(asked: &Check) -> Ending {
    let wanted = match Wanted::new(&asked.select, &asked.ignore) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            complain(&sentence);
            return Ending::Failed;
        }
    };
    let report = asked.format.report();
    let mut tally = Tally::default();
    let written = print(asked, &wanted, report.as_ref(), &mut tally);
    let ending = match tally {
        Tally { failed: 1.., .. } => Ending::Failed,
        Tally { findings: 1.., .. } => Ending::Found,
        _ => Ending::Clean,
    };
    output::ending(written, ending)
}

fn print(asked: &Check, wanted: &Wanted, report: &dyn Report, tally: &mut Tally) -> io::Result<()> {
    let lets_through = |rule: &Rule| wanted.lets_through(rule);
    let mut output = Output::new();
    output.write(&report.head())?;
    answer_all(&asked.paths, report.separator(), &mut output, tally, |Text { name, text }| {
        let findings = rules::check(text, &Draft::read(text), &lets_through);
        if findings.is_empty() {
            return Answer::default();
        }
        let printed = report.answer(&Checked { name, text, findings: &findings });
        Answer { printed, findings: findings.len() }
    })?;
    output.write(&report.tail(tally))?;
    output.flush()
}
