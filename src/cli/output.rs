//! Standard output, to which a reader may stop listening at any time (`rapporteur check . | head`).

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::sync::OnceLock;

use rapporteur::messages::system;

use super::interface::{self, locale};
use super::{ExitOutcome, complain};

rapporteur::messages! {
    "cli.output":
    not_written(fault: message) = "The output could not be written: {fault}.";
}

/// Standard output.
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
}

impl Output {
    pub fn new() -> Output {
        Output { out: BufWriter::with_capacity(64 * 1024, io::stdout().lock()) }
    }

    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    /// Writes a text that is in an encoding already.
    pub fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Lets out what was written so far.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes a text that is all that a command prints.
pub fn print(text: &str, otherwise: ExitOutcome) -> ExitOutcome {
    let mut output = Output::new();
    let written = output.write(text).and_then(|()| output.flush());
    ending(written, otherwise)
}

/// How a command ends, given how its writing ended. A reader that has seen enough is no failure.
pub fn ending(written: io::Result<()>, otherwise: ExitOutcome) -> ExitOutcome {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&not_written(system::fault(&error)).text(locale()));
            ExitOutcome::Failed
        }
        _ => otherwise,
    }
}

/// The option that says whether output is coloured.
const COLOUR: &str = "--color";

/// What the command line says of colours, if it says anything.
static COLOURED: OnceLock<bool> = OnceLock::new();

/// Chooses whether output is coloured by the arguments, before anything is printed.
pub fn choose_colour(arguments: &[OsString]) {
    match interface::value_of(COLOUR, arguments) {
        Some("always") => drop(COLOURED.set(true)),
        Some("never") => drop(COLOURED.set(false)),
        _ => {}
    }
}

/// Whether the command line says something of colours.
pub fn is_told() -> bool {
    COLOURED.get().is_some()
}

/// Whether colours are wanted on standard output. What the command line says counts first, then NO_COLOR
/// (<https://no-color.org>), then CLICOLOR_FORCE and CLICOLOR (<https://bixense.com/clicolors>), then whether it goes to a
/// terminal that can show them.
pub fn wants_colour() -> bool {
    COLOURED.get().copied().unwrap_or_else(|| {
        let said = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        coloured(said, io::stdout().is_terminal())
    })
}

/// Whether the environment wants colours.
fn coloured(said: impl Fn(&str) -> Option<OsString>, to_terminal: bool) -> bool {
    let is = |name, value: &str| said(name).is_some_and(|said| said == value);
    match () {
        () if said("NO_COLOR").is_some() => false,
        () if said("CLICOLOR_FORCE").is_some_and(|said| said != "0") => true,
        () => to_terminal && !is("CLICOLOR", "0") && !is("TERM", "dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_whether_there_are_colours() {
        let coloured = |set: &[(&str, &str)], to_terminal| {
            let said = |name: &str| set.iter().find(|(other, _)| *other == name).map(|(_, value)| value.into());
            coloured(said, to_terminal)
        };
        assert!(coloured(&[], true) && !coloured(&[], false));
        assert!(!coloured(&[("NO_COLOR", "1")], true) && !coloured(&[("TERM", "dumb")], true));
        assert!(coloured(&[("CLICOLOR_FORCE", "1")], false) && !coloured(&[("CLICOLOR_FORCE", "0")], false));
        assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], true));
        assert!(!coloured(&[("CLICOLOR", "0")], true));
    }
}
