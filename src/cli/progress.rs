//! A progress bar for long runs, on a terminal only.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::interface::locale;
use super::sources;

rapporteur::messages! {
    "cli.progress":
    texts(done: name, all: name, elapsed: name) = "{done} of {all} texts, {elapsed}";
}

/// How far a run is. Shown on standard error, and only when that is a terminal and there is something to
/// wait for.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// The progress of a run over these paths.
    pub fn of(paths: &[PathBuf]) -> Progress {
        let much = paths.len() > 100 || paths.iter().any(|path| path.is_dir());
        if !much || !std::io::stderr().is_terminal() {
            return Progress { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::no_length();
        if let Ok(style) =
            ProgressStyle::with_template(&format!("{{bar:40}} {}", texts("{pos}", "{len}", "{elapsed}").text(locale())))
        {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        // The texts are counted meanwhile, by a walk of its own that is far ahead of the work.
        let (count, paths) = (bar.clone(), paths.to_vec());
        thread::spawn(move || count.set_length(sources::count(&paths) as u64));
        Progress { bar }
    }

    /// One more text is done.
    pub fn one_more(&self) {
        self.bar.inc(1);
    }

    /// Takes the bar away while something else is written.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
