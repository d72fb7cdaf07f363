//! How fast `rapporteur check` is over a folder, beside ripgrep counting the lines that have a symbol, on the same
//! texts, both on all cores.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde::Serialize;

use super::client::Failure;
use super::servers::{Server, ripgrep};

/// What ripgrep looks for.
const SYMBOL: &str = r"\b[A-Z]+(/[A-Z0-9.]+)+/[0-9]+";

/// How often each runs; the best counts.
const ROUNDS: usize = 5;

/// What was measured over a folder.
#[derive(Debug, Serialize)]
pub struct Checked {
    pub texts: usize,
    pub bytes: u64,
    pub seconds: f64,
    /// Nothing where there is no ripgrep.
    pub ripgrep: Option<f64>,
    /// What another build takes, where one is measured.
    pub other_build: Option<f64>,
}

/// Checks the texts in a folder. All that are measured take turns.
pub fn checked(server: &Server, other_build: Option<&Path>, folder: &Path) -> Result<Checked, Failure> {
    let (mut texts, mut bytes) = (0, 0);
    for entry in ignore::WalkBuilder::new(folder).require_git(false).build().flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "txt") {
            texts += 1;
            bytes += entry.metadata().map_or(0, |about| about.len());
        }
    }
    if texts == 0 {
        return Err(format!("there are no texts in {}", folder.display()));
    }
    let (mut ours, mut others) = (f64::INFINITY, f64::INFINITY);
    let mut theirs = f64::INFINITY;
    let ripgrep = ripgrep();
    for _ in 0..ROUNDS {
        let check = |program: &Path| run(Command::new(program).args(["check", "--format", "json"]).arg(folder));
        ours = ours.min(check(&server.program)?);
        if let Some(program) = other_build {
            others = others.min(check(program)?);
        }
        if let Some(program) = &ripgrep {
            let mut count = Command::new(program);
            theirs = theirs.min(run(count.args(["-c", "-g", "*.txt", SYMBOL]).arg(folder))?);
        }
    }
    let measured = |seconds: f64| seconds.is_finite().then_some(seconds);
    Ok(Checked { texts, bytes, seconds: ours, ripgrep: measured(theirs), other_build: measured(others) })
}

/// Runs a program and gives the seconds. What it finds, and says by ending with 1, is no matter.
fn run(command: &mut Command) -> Result<f64, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let began = Instant::now();
    let ended = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    match ended.map(|status| status.code()) {
        Ok(Some(0 | 1)) => Ok(began.elapsed().as_secs_f64()),
        Ok(_) => Err(format!("{name} failed")),
        Err(error) => Err(format!("{name} cannot be run: {error}")),
    }
}
