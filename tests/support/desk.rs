//! A folder for one test, and the program run in it.

#![allow(dead_code)]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::workspace::Workspace;
use serde_json::Value;

/// A folder for one test, with files in it.
pub struct Desk {
    folder: Workspace,
}

/// How a run of the program ended and what it said.
pub struct Ended {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    /// An empty folder, for the test of this name.
    pub fn new(name: &str) -> Desk {
        Desk { folder: Workspace::new(&format!("cli-{name}")) }
    }

    /// Puts a file into the folder.
    pub fn with(self, file: &str, bytes: impl AsRef<[u8]>) -> Desk {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Where a file of the folder lies; the folder itself, for the empty name.
    pub fn path(&self, file: &str) -> PathBuf {
        if file.is_empty() { self.folder.to_path_buf() } else { self.folder.join(file) }
    }

    /// Puts a file beside another one, the same but for what `alter` does to its bytes, and returns its name.
    pub fn alter<'a>(&self, file: &str, to: &'a str, alter: impl FnOnce(&mut [u8])) -> &'a str {
        let mut bytes = fs::read(self.folder.join(file)).unwrap();
        alter(&mut bytes);
        fs::write(self.folder.join(to), bytes).unwrap();
        to
    }

    /// The program, to be run in the folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(arguments).current_dir(&*self.folder);
        // Neither the library nor the language of whoever runs the tests.
        command.env("LC_ALL", "C");
        command.env("RAPPORTEUR_LIBRARY", self.folder.join("no-library.sqlite"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Lines of a shell that has the program on its path, to be run in the folder.
    #[cfg(unix)]
    pub fn shell(&self, lines: &str) -> Command {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_rapporteur")).parent().unwrap().to_owned();
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(std::iter::once(program).chain(std::env::split_paths(&folders))).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", lines]).current_dir(&*self.folder).env("PATH", path);
        for (name, value) in self.command(&[]).get_envs() {
            command.env(name, value.unwrap_or_default());
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.feed(arguments, b"")
    }

    /// Runs the program with this on its standard input.
    pub fn feed(&self, arguments: &[&str], input: &[u8]) -> Ended {
        Ended::of(self.command(arguments), input)
    }
}

impl Ended {
    /// Runs a command with this on its standard input.
    pub fn of(mut command: Command, input: &[u8]) -> Ended {
        let mut child = command.spawn().unwrap();
        // A program that doesn't read its input may have ended before it is written.
        let _ = child.stdin.take().unwrap().write_all(input);
        let ended = child.wait_with_output().unwrap();
        Ended {
            status: ended.status.code().unwrap(),
            stdout: with_slashes(String::from_utf8(ended.stdout).unwrap()),
            stderr: with_slashes(String::from_utf8(ended.stderr).unwrap()),
        }
    }

    /// The JSON objects of the output.
    pub fn lines(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// What the program said, with the slashes in paths that tests have: on Windows it writes them as that does.
fn with_slashes(said: String) -> String {
    if !cfg!(windows) {
        return said;
    }
    match said.trim_start() {
        // In JSON a backslash alone begins something else.
        json if json.starts_with(['{', '[']) => said.replace(r"\\", "/"),
        // A patch has slashes, and the draft's own backslashes.
        patch if patch.starts_with("--- ") => said,
        _ => said.replace('\\', "/"),
    }
}
