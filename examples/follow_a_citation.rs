//! Tells of each instrument that a draft cites what is known of it, and which of the other files named is its text:
//!
//! ```sh
//! cargo run --example follow_a_citation examples/night-sky.en.resolution.txt examples/92-14.en.resolution.txt
//! ```

use std::path::Path;
use std::process::ExitCode;

use rapporteur::api::{CitedTexts, DraftText, ENGLISH};

fn main() -> ExitCode {
    let mut named = std::env::args_os().skip(1);
    let Some(path) = named.next() else {
        eprintln!("Name a draft, and behind it texts that it may cite.");
        return ExitCode::from(2);
    };
    let texts = CitedTexts::new();
    for other in named {
        if let Err(why) = texts.add(Path::new(&other)) {
            eprintln!("{}: {}", other.to_string_lossy(), why.message().text(ENGLISH.locale));
        }
    }
    match DraftText::of_file(Path::new(&path)) {
        Ok(draft) => {
            print!("{}", cited(&draft, &texts));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{}", why.message().text(ENGLISH.locale));
            ExitCode::from(2)
        }
    }
}

/// A line for each instrument that is cited, in the order in which they are cited first.
pub fn cited(draft: &DraftText, texts: &CitedTexts) -> String {
    let read = draft.draft();
    let (mut out, mut told) = (String::new(), Vec::new());
    for citation in read.cited().filter(|citation| !citation.in_masthead) {
        if told.contains(&&citation.symbol) {
            continue;
        }
        told.push(&citation.symbol);
        let known = texts.about(&citation.symbol, read.language);
        let title = known.title.map_or("no title is known".to_owned(), |(title, _)| title);
        let adopted = known.adopted.map_or("no date is known".to_owned(), |day| day.iso());
        let here = match texts.follow(&citation.symbol, read.language) {
            Some(Ok(text)) => format!("at hand, with {} paragraphs", text.draft().paragraphs.len()),
            Some(Err(why)) => why.message().text(ENGLISH.locale),
            None => known.address,
        };
        out += &format!("{}: {title}; {adopted}; {here}\n", citation.symbol);
    }
    out
}
