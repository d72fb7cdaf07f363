//! `rapporteur compare`: a text beside an earlier one, and what was done to each paragraph.

pub mod at_hand;
pub mod html;
mod json;
pub mod series;
mod shown;
mod text;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rapporteur::compare::TextRevision;
use rapporteur::draft::{Draft, ReadAs};
use rapporteur::publish::{self, Manuscript, PublishFormat, TrackingAuthor};
use rapporteur::source::{self, SourceText, WordPackage};

use self::shown::ComparedTexts;
use super::convert::{now, write_new};
use super::interface::{about, locale};
use super::sources::{InputSource, one_document};
use super::{ExitOutcome, changes, complain, output};

rapporteur::messages! {
    "cli.compare":
    two_texts() = "Name two texts, the earlier one first. More are compared with `--series`.";
    name_output() = "Name the Word file to write with `-o`.";
    not_understood() = "Nothing of a resolution was read in this file, and it can't be compared.";
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

/// A text that was named, and what was read of it.
pub struct NamedText {
    pub name: String,
    pub source: SourceText,
    pub draft: Draft,
}

impl NamedText {
    fn words(&self) -> (&str, &Draft) {
        (&self.source.text, &self.draft)
    }
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
    let compared = ComparedTexts { old, new, revision: TextRevision::between(old.words(), new.words()) };
    let has_changed = compared.has_changed();
    let printed = match asked.format {
        _ if asked.summary => text::summary(&compared),
        ComparisonFormat::Text => text::print(&compared, asked.all, asked.output.is_none()),
        ComparisonFormat::Json => json::print(&compared),
        ComparisonFormat::Html => html::print(&compared),
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
    let name = input.name();
    let draft = Draft::read_with(&source.text, ReadAs::default(), &source.hints);
    match draft.has_sign_of_a_resolution(&source.text) {
        true => Ok(NamedText { name, source, draft }),
        false => Err(about(&name, &not_understood())),
    }
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
