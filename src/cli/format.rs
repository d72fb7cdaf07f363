//! `rapporteur format`: a draft laid out evenly, or unwrapped, on standard output or in its file.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rapporteur::draft::ReadAs;
use rapporteur::revise::lay_out::{LaidOutText, lay_out};
use rapporteur::source::{NotRewritable, RewritableFile, Unreadable, WriteBack};

use super::configs::Configs;
use super::interface::{about, locale};
use super::output::{self, Output};
use super::sources::{InputSource, PathTarget, sources, told_of_unread};
use super::{ExitOutcome, FormatArguments, complain, leftovers, stop};

rapporteur::messages! {
    "cli.format":
    one_at_a_time() =
        "Only one text at a time can be printed. Say `--write` to change the files, or `--check` to be told which of \
         them would change.";
    stopping() = "Stopping. Not all texts were formatted.";
    standard_input_written() =
        "Standard input can't be written to. Leave out `--write` to have its text printed.";
    pub failed() = "Rapporteur failed on this text, which is a mistake in Rapporteur.";
}

/// Formats what was asked.
pub fn run(asked: &FormatArguments) -> ExitOutcome {
    let mut output = Output::new();
    match format_all(asked, &mut output) {
        Ok(ending) => output::ending(output.flush(), ending),
        Err(error) => output::ending(Err(error), ExitOutcome::Failed),
    }
}

fn format_all(asked: &FormatArguments, output: &mut Output) -> io::Result<ExitOutcome> {
    let alone = asked.paths.len() == 1 && asked.paths.iter().all(|path| !path.is_dir());
    if !alone && !asked.check && !asked.write {
        complain(&one_at_a_time().text(locale()));
        return Ok(ExitOutcome::Failed);
    }
    if asked.write {
        stop::listen(stopping().text(locale()));
    }
    let configs = Configs::of_paths(&asked.paths);
    let (mut failed, mut changed, mut unread) = (false, false, 0);
    for found in sources(asked.paths.clone()) {
        if stop::asked() {
            return Ok(ExitOutcome::Stopped);
        }
        let done = match found {
            PathTarget::Input(source) => format_one(asked, &source, &configs),
            PathTarget::Unread => Ok(Formatted::Unread),
            PathTarget::Failed(sentence) => Err(sentence),
        };
        match done {
            Ok(Formatted::Text { name, changes, .. }) if asked.check || asked.write => {
                changed |= changes;
                if changes {
                    output.write(&format!("{name}\n"))?;
                }
            }
            Ok(Formatted::Text { text, .. }) => output.write_bytes(&text.original.encoded(&text.after))?,
            Ok(Formatted::Unread) => unread += 1,
            Ok(Formatted::NoDraft) => {}
            Err(sentence) => {
                output.flush()?;
                complain(&sentence);
                failed = true;
            }
        }
    }
    if let Some(sentence) = told_of_unread(unread) {
        output.flush()?;
        complain(&sentence);
    }
    Ok(match () {
        () if failed => ExitOutcome::Failed,
        () if asked.check && changed => ExitOutcome::Found,
        () => ExitOutcome::Clean,
    })
}

/// What came of a path.
enum Formatted {
    Text {
        name: String,
        text: Box<FormattedText>,
        changes: bool,
    },
    /// A document in a folder whose format is not read.
    Unread,
    /// A file in a folder into which nothing is written.
    NoDraft,
}

fn format_one(asked: &FormatArguments, source: &InputSource, configs: &Configs) -> Result<Formatted, String> {
    let name = source.name();
    let original = match RewritableFile::read(source.path()) {
        Ok(original) => original,
        // Who names a folder means the drafts in it.
        Err(NotRewritable::Unreadable(Unreadable::OtherFormat(_))) if !source.is_named() => {
            return Ok(Formatted::Unread);
        }
        Err(NotRewritable::Unreadable(why)) if why.is_other_format() && !source.is_named() => {
            return Ok(Formatted::NoDraft);
        }
        Err(NotRewritable::ReadOnly(_)) if !source.is_named() => return Ok(Formatted::NoDraft),
        Err(why) => return Err(about(&name, &why.message())),
    };
    let format = original.source.format;
    if format.write_back != WriteBack::Text {
        // Its lines are none of the text's.
        return match source.is_named() {
            true => Err(about(&name, &NotRewritable::ReadOnly(format).message())),
            false => Ok(Formatted::NoDraft),
        };
    }
    let text = FormattedText::of(original, source, asked.unwrap, configs)?;
    let changes = text.after != text.original.source.file();
    if asked.write && changes {
        let Some(path) = source.path() else {
            return Err(about("-", &standard_input_written()));
        };
        text.original.replace(path, &text.after).map_err(|why| about(&name, &why.message()))?;
        leftovers::tell(path);
    }
    Ok(Formatted::Text { name, text: Box::new(text), changes })
}

/// A text before and after.
struct FormattedText {
    original: RewritableFile,
    after: String,
}

impl FormattedText {
    fn of(
        original: RewritableFile,
        source: &InputSource,
        unwrapping: bool,
        configs: &Configs,
    ) -> Result<FormattedText, String> {
        let name = source.name();
        let laid_out = catch_unwind(AssertUnwindSafe(|| {
            Ok(lay_out(&original.source, source.path(), read_as(source, configs)?, unwrapping))
        }));
        let LaidOutText { after, remark } = laid_out.unwrap_or_else(|_| Err(about(&name, &failed())))?;
        if let Some(remark) = remark {
            complain(&about(&name, &remark));
        }
        Ok(FormattedText { original, after })
    }
}

/// What is settled of how a text is read.
fn read_as(source: &InputSource, configs: &Configs) -> Result<ReadAs, String> {
    match configs.of(&source.folder()).as_ref() {
        Ok(settled) => Ok(configs.applied_to(settled, source.path()).read_as()),
        Err(sentences) => Err(sentences.clone()),
    }
}
