//! `rapporteur convert`: the clean draft that is read of a document, as a text of its own.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use clap::ValueEnum;
use rapporteur::draft::{Draft, ReadAs};
use rapporteur::publish::{self, InsertedDraft, Manuscript, PublishFormat, TrackingAuthor};
use rapporteur::source::{self, SourceText, UnreadContent};

use super::interface::{about, locale};
use super::output::{self, Output};
use super::sources::one_document;
use super::{ConvertArguments, ExitOutcome, complain};

rapporteur::messages! {
    "cli.convert":
    is_there() = "This file is there already, and is left as it is. Name another one.";
    name_output_of_document() =
        "Name the file to write with `-o`. The document itself is never written over: take the new file for it when you have \
         looked at that.";
    nothing_changed() = "This document says what the draft says. What was written is the same.";
    reads_otherwise(count: number, words: quote) =
        "{count, plural, one {{count} line is read otherwise in this document than in the draft} other {{count} lines are read \
         otherwise in this document than in the draft}}, as when its lists don't give the numbers. The first is “{words}”. \
         Compare it in Word.";
    name_output() = "Name the file to write with `-o`.";
    not_written(error: quote) = "This file could not be written: {error}.";
    not_text(count: number) =
        "{count, plural, one {{count} thing in this document is no text, and is missing in the draft} other {{count} things in \
         this document are no text, and are missing in the draft}}. `rapporteur check` tells where.";
}

/// What a document is made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConvertTarget {
    /// A clean draft as plain text.
    Text,
    /// A clean draft in Markdown, with its notes in Markdown's own way.
    Markdown,
    /// XML (Akoma Ntoso) in the form in which the United Nations publishes its resolutions.
    #[value(alias = "akoma-ntoso")]
    Akn,
    /// A Word file, with numbers and notes that Word counts.
    Docx,
}

impl ConvertTarget {
    fn format(self) -> PublishFormat {
        match self {
            ConvertTarget::Text => PublishFormat::Text,
            ConvertTarget::Markdown => PublishFormat::Markdown,
            ConvertTarget::Akn => PublishFormat::AkomaNtoso,
            ConvertTarget::Docx => PublishFormat::Docx,
        }
    }
}

/// Makes what was asked of a document.
pub fn run(asked: &ConvertArguments) -> ExitOutcome {
    let (input, read) = match one_document(&asked.path, asked.changes.state()) {
        Ok(found) => found,
        Err(sentence) => {
            complain(&sentence);
            return ExitOutcome::Failed;
        }
    };
    let name = input.name();
    let draft = Draft::read_with(&read.text, ReadAs::default(), &read.hints);
    if let Some(document) = &asked.into {
        return into(document, asked, &read, &draft);
    }
    let by_name = || asked.output.as_deref().and_then(PublishFormat::of_name);
    let format = asked.to.map(ConvertTarget::format).or_else(by_name).unwrap_or(PublishFormat::Text);
    let beside = input.path().filter(|_| format.is_package()).map(|path| format.file_format().beside(path));
    let output = asked.output.clone().or(beside);
    if output.is_none() && format.is_package() {
        complain(&name_output().text(locale()));
        return ExitOutcome::Failed;
    }
    let written = publish::write(format, &read.text, &draft, &read.hints);
    let outcome = match &output {
        None => output::ending(print(&written), ExitOutcome::Clean),
        Some(path) => match write_new(path, &written) {
            Ok(()) => ExitOutcome::Clean,
            Err(sentence) => {
                complain(&sentence);
                ExitOutcome::Failed
            }
        },
    };
    let is_missing = |content: &UnreadContent| {
        !matches!(
            content,
            UnreadContent::Hidden(_)
                | UnreadContent::NotesByPage
                | UnreadContent::NumberFormat(_)
                | UnreadContent::LinkToFile(_)
        )
    };
    let missing = draft.unread.iter().filter(|unread| is_missing(&unread.content)).count();
    if outcome == ExitOutcome::Clean && missing > 0 {
        complain(&about(&name, &not_text(missing)));
    }
    outcome
}

/// Writes a draft into a document, as a file of its own.
fn into(document: &Path, asked: &ConvertArguments, read: &SourceText, draft: &Draft) -> ExitOutcome {
    let name = document.display().to_string();
    let failed = |sentence: String| {
        complain(&sentence);
        ExitOutcome::Failed
    };
    let Some(output) = &asked.output else { return failed(name_output_of_document().text(locale())) };
    let package = match source::read_package(document) {
        Ok(package) => package,
        Err(why) => return failed(about(&name, &why.message())),
    };
    let manuscript = Manuscript::of(&read.text, draft, &read.hints);
    let author = asked.track.as_deref().map(|name| TrackingAuthor { name, at: now() });
    let written = match publish::write_into(&package, &manuscript, author) {
        Ok(written) => written,
        Err(why) => return failed(about(&name, &why.message())),
    };
    if let Err(sentence) = write_new(output, written.package.bytes()) {
        return failed(sentence);
    }
    if written.changed == 0 {
        complain(&about(&name, &nothing_changed()));
    }
    if let Some(told) = told_of_other(output, &written) {
        complain(&told);
    }
    ExitOutcome::Clean
}

/// What is said of a document that is read otherwise than the draft that was written into it.
pub fn told_of_other(output: &Path, written: &InsertedDraft) -> Option<String> {
    let first = written.other.first()?;
    Some(about(&output.display().to_string(), &reads_otherwise(written.other.len(), first.clone())))
}

/// The time, or the one that is to be taken for it so that a file comes out the same each time
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
pub fn now() -> SystemTime {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
    set.and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
        .unwrap_or_else(SystemTime::now)
}

fn print(written: &[u8]) -> io::Result<()> {
    let mut output = Output::new();
    output.write_bytes(written)?;
    output.flush()
}

/// Writes a file that is not there yet.
pub fn write_new(path: &Path, written: &[u8]) -> Result<(), String> {
    let name = path.display().to_string();
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let done = file.and_then(|mut file| file.write_all(written));
    done.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => about(&name, &is_there()),
        _ => about(&name, &not_written(error.to_string())),
    })
}
