//! `rapporteur library find`.

use std::path::PathBuf;

use rapporteur::agreed::{AgreedIndex, AgreedIndexProblem, AgreedPlace, AgreedWording, Question, nowhere};
use rapporteur::assist::shorten;
use rapporteur::library::AuthorityCache;
use rapporteur::messages::system;
use rapporteur::report::printable::printable;
use rapporteur::workspace::{IndexProgress, WorkspaceIndex, read_texts};
use serde_json::json;

use super::super::interface::{about, locale};
use super::super::{ExitOutcome, complain, output};
use super::LibraryFormat;

rapporteur::messages! {
    "cli.library-find":
    no_cache() =
        "The system has no folder for a user’s cache. Name one in RAPPORTEUR_CACHE.";
    indexed(texts: count) =
        "{texts, plural, one {{texts} file} other {{texts} files}} in the index of agreed language.";
}

/// How many characters of a wording are printed.
const SHOWN: usize = 400;

/// How many places of a wording are printed for people.
const PLACES: usize = 12;

/// What is asked for.
pub struct Wanted<'a> {
    /// The words.
    pub words: &'a str,
    /// The folders with texts.
    pub folders: &'a [PathBuf],
    /// How many wordings at most.
    pub limit: usize,
    /// How they are printed.
    pub format: LibraryFormat,
}

/// Finds where words have stood before in the texts of some folders, which are taken into the index first.
pub fn run(authority: &AuthorityCache, wanted: &Wanted) -> ExitOutcome {
    let mut folders = Vec::new();
    for folder in wanted.folders {
        match std::path::absolute(folder).and_then(|path| path.read_dir().map(|_| path)) {
            Ok(path) => folders.push(path.components().collect()),
            Err(error) => {
                complain(&about(&folder.display().to_string(), &system::fault(&error)));
                return ExitOutcome::Failed;
            }
        }
    }
    let Some(index) = AgreedIndex::usual() else {
        complain(&no_cache().text(locale()));
        return ExitOutcome::Failed;
    };
    match found(&index, &folders, wanted) {
        Ok(wordings) => print(authority, &wordings, wanted.format),
        Err(problem) => {
            complain(&problem.message().text(locale()));
            ExitOutcome::Failed
        }
    }
}

fn found(index: &AgreedIndex, folders: &[PathBuf], wanted: &Wanted) -> Result<Vec<AgreedWording>, AgreedIndexProblem> {
    let keeper = index.keep_up()?;
    // Reading gives way to everything else, on threads that end with it.
    std::thread::scope(|scope| {
        let read = || read_texts(folders, &IndexProgress::default(), |path, stamp| keeper.wants(path, stamp), &keeper);
        let _ = scope.spawn(read).join();
    });
    keeper.end(|_| true)?;
    complain(&indexed(index.texts()?).text(locale()));
    index.ask(&Question { words: wanted.words, folders, except: None, limit: wanted.limit })
}

fn print(authority: &AuthorityCache, wordings: &[AgreedWording], format: LibraryFormat) -> ExitOutcome {
    if wordings.is_empty() {
        complain(&nowhere().text(locale()));
        return ExitOutcome::Found;
    }
    let library = WorkspaceIndex::new();
    let text = |wording: &AgreedWording| match format {
        LibraryFormat::Text => page(authority, &library, wording),
        LibraryFormat::Json => wording.places.iter().map(|place| line(authority, &library, wording, place)).collect(),
    };
    let printed: Vec<String> = wordings.iter().map(text).collect();
    let between = if format == LibraryFormat::Text { "\n" } else { "" };
    output::print(&printed.join(between), ExitOutcome::Clean)
}

/// A wording for people: how like it is, its words, and where they stand.
fn page(authority: &AuthorityCache, library: &WorkspaceIndex, wording: &AgreedWording) -> String {
    let mut page = format!("{}\n    {}\n", wording.message().text(locale()), printable(&shorten(&wording.said, SHOWN)));
    for (place, message) in wording.told(authority, library).into_iter().take(PLACES) {
        let file = printable(&place.file.display().to_string()).into_owned();
        page.push_str(&format!("  {}\n      {file}:{}\n", message.text(locale()), place.line + 1));
    }
    page
}

/// A place for programs: one object a line.
fn line(authority: &AuthorityCache, library: &WorkspaceIndex, wording: &AgreedWording, place: &AgreedPlace) -> String {
    let about = place.about(authority, library);
    let adopted = place.adopted.or_else(|| about.adopted.first().map(|fact| fact.value));
    let object = json!({
        "likeness": wording.likeness,
        "words": wording.said,
        "symbol": place.symbol.to_string(),
        "kind": place.kind.code(),
        "path": place.path,
        "language": place.language.code,
        "adopted": adopted.map(rapporteur::draft::Date::iso),
        "vote": about.votes.first().map(|vote| vote.value.message().text(&rapporteur::messages::Locale::ENGLISH)),
        "file": place.file.display().to_string(),
        "line": place.line + 1,
    });
    format!("{object}\n")
}
