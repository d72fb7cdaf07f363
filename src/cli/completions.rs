//! `rapporteur completions`: what a shell needs to complete the command line.

use clap::builder::PossibleValuesParser;
use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;
use rapporteur::rules::{self, RuleGroup};

use super::{ExitOutcome, output};

#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell that is to complete.
    #[arg(value_enum, value_name = "SHELL")]
    shell: CompletedShell,
}

/// A shell for which completions are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompletedShell {
    Bash,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Zsh,
}

/// Prints the completions of a command line.
pub fn run(asked: &CompletionsArguments, command: Command) -> ExitOutcome {
    let shell = match asked.shell {
        CompletedShell::Bash => Shell::Bash,
        CompletedShell::Fish => Shell::Fish,
        CompletedShell::PowerShell => Shell::PowerShell,
        CompletedShell::Zsh => Shell::Zsh,
    };
    let mut command = with_names_of_rules(command);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "rapporteur", &mut script);
    output::print(&String::from_utf8_lossy(&script), ExitOutcome::Clean)
}

/// The command line with all names of rules where a rule is wanted, so that shells offer them.
fn with_names_of_rules(command: Command) -> Command {
    let names = || {
        let groups = RuleGroup::ALL.into_iter().map(RuleGroup::name);
        PossibleValuesParser::new(groups.chain(rules::ALL.iter().map(|rule| rule.code)))
    };
    let command =
        command.mut_subcommand("explain", |explain| explain.mut_arg("rule", |rule| rule.value_parser(names())));
    command.mut_subcommand("check", |check| {
        check
            .mut_arg("select", |rules| rules.value_parser(names()))
            .mut_arg("ignore", |rules| rules.value_parser(names()))
    })
}
