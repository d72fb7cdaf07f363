//! `rapporteur format`: a draft laid out evenly, or unwrapped, on standard output or in its file.

use std::fs;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rapporteur::draft::Draft;
use rapporteur::draft::edit::apply;
use rapporteur::revise::format::{self, Manner};
use rapporteur::revise::unwrap;
use rapporteur::text::{FileEncoding, decode};

use super::output::{self, Output};
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
    let (mut failed, mut changed) = (false, false);
    for source in sources(asked.paths.clone()) {
        let done = source.and_then(|source| {
            let text = Text::of(&source, asked.unwrap)?;
            let changes = text.after != text.before;
            if asked.write && changes {
                text.write(&source)?;
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
            Ok((_, text, _)) => output.write_bytes(&text.encoding.encode(&text.after))?,
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
    bytes: Vec<u8>,
    encoding: FileEncoding,
    before: String,
    after: String,
}

impl Text {
    fn of(source: &Source, unwrapping: bool) -> Result<Text, String> {
        let name = source.name();
        let bytes = source.bytes()?;
        let before = decode(bytes.clone()).map_err(|error| format!("{name}: {error}"))?;
        let Some(encoding) = FileEncoding::of(&bytes, &before) else {
            return Err(format!(
                "{name}: This text could not be written back in its own encoding without a loss. Save it as UTF-8."
            ));
        };
        let called_markdown = matches!(source, Source::File(path) if is_markdown(path));
        let after = catch_unwind(AssertUnwindSafe(|| {
            let manner = Manner::of(&before, called_markdown);
            let draft = Draft::read(&before);
            let unwrapped = if unwrapping { unwrap::unwrap(&before, &draft, manner) } else { Vec::new() };
            match unwrapped.is_empty() {
                true => apply(&format::document(&before, &draft, manner), &before),
                false => apply(&unwrapped, &before),
            }
        }));
        let after =
            after.map_err(|_| format!("{name}: Rapporteur failed on this text, which is a mistake in Rapporteur."))?;
        Ok(Text { bytes, encoding, before, after })
    }

    /// Puts the text into its file in one step: whoever reads the file sees the whole text before or the whole text
    /// after.
    fn write(&self, source: &Source) -> Result<(), String> {
        let Source::File(path) = source else {
            return Err(
                "-: Standard input can't be written to. Leave out `--write` to have its text printed.".to_owned()
            );
        };
        let in_place = || -> io::Result<bool> {
            // A link stays one.
            let path = fs::canonicalize(path)?;
            let new = beside(&path);
            let replaced = write_new(&new, &path, &self.encoding.encode(&self.after)).and_then(|()| {
                let same = fs::read(&path)? == self.bytes;
                if same { fs::rename(&new, &path).map(|()| true) } else { Ok(false) }
            });
            if !matches!(replaced, Ok(true)) {
                let _ = fs::remove_file(&new);
            }
            replaced
        };
        match in_place() {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("{}: This file was changed meanwhile, and is left as it is.", path.display())),
            Err(error) => Err(format!("{}: This file could not be written: {error}.", path.display())),
        }
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}

/// The name of a new file beside another one.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}

fn write_new(new: &Path, like: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(new)?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(like)?.permissions())?;
    file.sync_all()
}
