//! `rapporteur format`: a draft laid out evenly, or unwrapped, on standard output or in its file.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rapporteur::draft::edit::apply;
use rapporteur::draft::{Draft, ReadAs};
use rapporteur::revise::format::{self, Manner};
use rapporteur::revise::unwrap;

use super::configs::Configs;
use super::output::{self, Output};
use super::rewrite::Original;
use super::sources::{Source, sources};
use super::{Ending, Format, complain};

/// Formats what was asked.
pub fn run(asked: &Format) -> Ending {
    let mut output = Output::new();
    match format_all(asked, &mut output) {
        Ok(ending) => output::ending(output.flush(), ending),
        Err(error) => output::ending(Err(error), Ending::Failed),
    }
}

fn format_all(asked: &Format, output: &mut Output) -> io::Result<Ending> {
    let alone = asked.paths.len() == 1 && asked.paths.iter().all(|path| !path.is_dir());
    if !alone && !asked.check && !asked.write {
        complain(
            "Only one text at a time can be printed. Say `--write` to change the files, or `--check` to be told which of \
             them would change.",
        );
        return Ok(Ending::Failed);
    }
    let configs = Configs::of_paths(&asked.paths);
    let (mut failed, mut changed) = (false, false);
    for source in sources(asked.paths.clone()) {
        let done = source.and_then(|source| {
            let text = Text::of(&source, asked.unwrap, &configs)?;
            let changes = text.after != text.original.text;
            if asked.write && changes {
                text.original.replace(&source, &text.after)?;
            }
            Ok((source.name(), text, changes))
        });
        match done {
            Ok((name, _, changes)) if asked.check || asked.write => {
                changed |= changes;
                if changes {
                    output.write(&format!("{name}\n"))?;
                }
            }
            Ok((_, text, _)) => output.write_bytes(&text.original.encoded(&text.after))?,
            Err(sentence) => {
                output.flush()?;
                complain(&sentence);
                failed = true;
            }
        }
    }
    Ok(match () {
        () if failed => Ending::Failed,
        () if asked.check && changed => Ending::Found,
        () => Ending::Clean,
    })
}

/// A text before and after.
struct Text {
    original: Original,
    after: String,
}

impl Text {
    fn of(source: &Source, unwrapping: bool, configs: &Configs) -> Result<Text, String> {
        let name = source.name();
        let original = Original::of(source)?;
        let before = &original.text;
        let called_markdown = matches!(source, Source::File(path) if is_markdown(path));
        let after = catch_unwind(AssertUnwindSafe(|| {
            let manner = Manner::of(before, called_markdown);
            let draft = Draft::read_as(before, read_as(source, configs)?);
            let unwrapped = if unwrapping { unwrap::unwrap(before, &draft, manner) } else { Vec::new() };
            Ok(match unwrapped.is_empty() {
                true => apply(&format::document(before, &draft, manner), before),
                false => apply(&unwrapped, before),
            })
        }));
        let after = after.unwrap_or_else(|_| {
            Err(format!("{name}: Rapporteur failed on this text, which is a mistake in Rapporteur."))
        })?;
        Ok(Text { original, after })
    }
}

/// What is settled of how a text is read.
fn read_as(source: &Source, configs: &Configs) -> Result<ReadAs, String> {
    match configs.of(&source.folder()).as_ref() {
        Ok(settled) => Ok(configs.applied_to(settled, source.path().as_deref()).read_as()),
        Err(sentences) => Err(sentences.clone()),
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}
