//! Checks a draft and prints what is found, a line a finding, with its mend where there is one:
//!
//! ```sh
//! cargo run --example check_a_draft examples/night-sky.en.resolution.txt
//! ```

use std::path::Path;
use std::process::ExitCode;

use rapporteur::api::{DraftText, ENGLISH};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("Name a draft.");
        return ExitCode::from(2);
    };
    match DraftText::of_file(Path::new(&path)) {
        Ok(draft) => {
            print!("{}", findings(&draft));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{}", why.message().text(ENGLISH.locale));
            ExitCode::from(2)
        }
    }
}

/// A line for each finding, and one below it for its mend.
pub fn findings(draft: &DraftText) -> String {
    let mut out = String::new();
    for finding in draft.findings() {
        let (line, column) = draft.line_and_column(finding.range.start);
        out += &format!("{line}:{column}: {}: {}\n", finding.code, finding.message.text(ENGLISH.locale));
        if let Some(fix) = &finding.fix {
            let how = if fix.certain { "mend" } else { "possible mend" };
            out += &format!("    {how}: {}\n", fix.title.text(ENGLISH.locale));
        }
    }
    out
}
