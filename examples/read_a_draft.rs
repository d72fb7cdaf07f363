//! Reads a draft and prints its paragraphs, with how deep each lies, its label, and how its words begin:
//!
//! ```sh
//! cargo run --example read_a_draft examples/night-sky.en.resolution.txt
//! ```

use std::path::Path;
use std::process::ExitCode;

use rapporteur::api::{DraftText, ENGLISH, ParagraphKind};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("Name a draft.");
        return ExitCode::from(2);
    };
    match DraftText::of_file(Path::new(&path)) {
        Ok(draft) => {
            print!("{}", outline(&draft));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{}", why.message().text(ENGLISH.locale));
            ExitCode::from(2)
        }
    }
}

/// A line for the title and for each paragraph.
pub fn outline(draft: &DraftText) -> String {
    let read = draft.draft();
    let mut out = String::new();
    if let Some(title) = &read.title {
        out += &format!("{} ({})\n", title.text, read.language.name);
    }
    for paragraph in &read.paragraphs {
        let kind = match paragraph.kind {
            ParagraphKind::Preambular => "preambular",
            ParagraphKind::Operative => "operative",
            ParagraphKind::Sub => "sub",
        };
        let words = draft.text().get(paragraph.range.clone()).unwrap_or_default();
        let begin: String = words.chars().take(40).collect();
        let indent = "  ".repeat(usize::from(paragraph.level));
        out += &format!("{kind:10}  {indent}{begin}\n");
    }
    out
}
