//! Standard output, to which a reader may stop listening at any time (`rapporteur check . | head`).

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use rapporteur::messages::system;

use super::interface::locale;
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

/// Whether colours are wanted on standard output: on a terminal that can show them, unless `NO_COLOR` is set.
pub fn wants_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
