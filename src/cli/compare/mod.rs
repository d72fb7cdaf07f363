//! `rapporteur compare`: a text beside an earlier one, and what was done to each paragraph.

pub mod at_hand;
pub mod series;
mod text;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rapporteur::draft::ReadAs;
use rapporteur::publish::{self, Manuscript, PublishFormat, TrackingAuthor};
use rapporteur::report::{ComparedTexts, NamedText, comparison_json, comparison_page};
use rapporteur::source::{self, SourceText, WordPackage};

use super::convert::{now, write_new};
use super::interface::{about, interface, locale};
use super::sources::{InputSource, one_document};
use super::{ExitOutcome, changes, complain, output};

rapporteur::messages! {
    "cli.compare":
    two_texts() = "Name two texts, the earlier one first. More are compared with `--series`.";
    name_output() = "Name the Word file to write with `-o`.";
}

#[derive(Debug, Args)]
pub struct CompareArguments {
    /// How the changes are printed.
    #[arg(long, value_enum, default_value_t = ComparisonFormat::Text)]
    format: ComparisonFormat,
    /// Write the later text as a Word file in which the changes to the earlier one are tracked. Needs `--track` and `-o`.
    #[arg(long, value_enum, value_name = "FORM", requires = "track", conflicts_with_all = ["format", "series", "summary"])]
    to: Option<ComparisonTarget>,
    /// The author in whose name changes are tracked.
    #[arg(long, value_name = "AUTHOR", requires = "to")]
    track: Option<String>,
    /// Print all paragraphs, and not only those that changed.
    #[arg(long)]
    all: bool,
    /// Print in one line how many paragraphs and notes changed.
    #[arg(long, conflicts_with_all = ["format", "all"])]
    summary: bool,
    /// Print for each paragraph of the last text in which of the texts it came in, and in which it was changed last. The texts
    /// are named from the earliest to the latest; one alone, by its symbol, stands for all that lead up to it in the folder.
    #[arg(long, conflicts_with_all = ["all", "summary"])]
    series: bool,
    /// Write to this file instead of standard output. There must be no such file yet.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    changes: changes::ChangesArguments,
    /// The folder in which texts lie that are named by their symbols.
    #[arg(long = "in", value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// The language of a text that is named by its symbol, where it is there in several: ar, en, es, fr, ru or zh.
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: String,
    /// The earlier text and the later one: files, or symbols of texts in the folder, such as 77/237. `-` is standard input.
    #[arg(required = true, num_args = 1.., value_name = "TEXT")]
    paths: Vec<PathBuf>,
}

/// A way to print changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ComparisonFormat {
    /// For people: the paragraphs that changed, with what was taken out and put in.
    Text,
    /// For programs: one JSON object.
    Json,
    /// For people: one page that any browser opens.
    Html,
}

/// A file that shows changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ComparisonTarget {
    /// A Word file with tracked changes.
    Docx,
}

/// Compares what was asked and prints it.
pub fn run(asked: &CompareArguments) -> ExitOutcome {
    match answer(asked) {
        Ok(outcome) => outcome,
        Err(sentence) => {
            complain(&sentence);
            ExitOutcome::Failed
        }
    }
}

fn answer(asked: &CompareArguments) -> Result<ExitOutcome, String> {
    if !asked.series && asked.paths.len() != 2 {
        return Err(two_texts().text(locale()));
    }
    let paths = at_hand::files(&asked.paths, &asked.folder, &asked.language, asked.series)?;
    let texts = paths.iter().map(|path| read(path, asked)).collect::<Result<Vec<NamedText>, String>>()?;
    if asked.series {
        return series::answer(asked, &texts);
    }
    let [old, new] = texts.as_slice() else { return Err(two_texts().text(locale())) };
    if let (Some(ComparisonTarget::Docx), Some(author)) = (asked.to, &asked.track) {
        return track(asked, author, (old, paths.first()), new);
    }
    let compared = ComparedTexts::between(old, new);
    let has_changed = compared.has_changed();
    let printed = match asked.format {
        _ if asked.summary => compared.summary(locale()),
        ComparisonFormat::Text => text::print(&compared, asked.all, asked.output.is_none()),
        ComparisonFormat::Json => comparison_json(&compared),
        ComparisonFormat::Html => comparison_page(&compared, interface()),
    };
    written(asked, &printed, if has_changed { ExitOutcome::Found } else { ExitOutcome::Clean })
}

/// Prints what was made, or writes it into the file that was named for it.
fn written(asked: &CompareArguments, printed: &str, outcome: ExitOutcome) -> Result<ExitOutcome, String> {
    match &asked.output {
        None => Ok(output::print(printed, outcome)),
        Some(path) => write_new(path, printed.as_bytes()).map(|()| outcome),
    }
}

fn read(path: &Path, asked: &CompareArguments) -> Result<NamedText, String> {
    let (input, source): (InputSource, SourceText) = one_document(path, asked.changes.state())?;
    NamedText::read(input.name(), source, ReadAs::default()).map_err(|why| about(&input.name(), &why))
}

/// Whether a text was read of a Word file, into which another can be written.
fn is_word(text: &NamedText) -> bool {
    text.source.format.name == PublishFormat::Docx.file_format().name
}

/// Writes the later text into the earlier one's document, or into one that is made of it, with tracked changes.
fn track(
    asked: &CompareArguments,
    author: &str,
    (old, old_path): (&NamedText, Option<&PathBuf>),
    new: &NamedText,
) -> Result<ExitOutcome, String> {
    let Some(output) = &asked.output else { return Err(name_output().text(locale())) };
    let package = match old_path.filter(|_| is_word(old)) {
        Some(path) => source::read_package(path).map_err(|why| about(&old.name, &why.message()))?,
        None => {
            let document = publish::write(PublishFormat::Docx, &old.source.text, &old.draft, &old.source.hints);
            WordPackage::open(document).map_err(|why| about(&old.name, &why.message()))?
        }
    };
    let manuscript = Manuscript::of(&new.source.text, &new.draft, &new.source.hints);
    let author = TrackingAuthor { name: author, at: now() };
    let inserted = publish::write_into(&package, &manuscript, Some(author));
    let inserted = inserted.map_err(|why| about(&old.name, &why.message()))?;
    write_new(output, inserted.package.bytes())?;
    if let Some(told) = super::convert::told_of_other(output, &inserted) {
        complain(&told);
    }
    Ok(if inserted.changed > 0 { ExitOutcome::Found } else { ExitOutcome::Clean })
}
