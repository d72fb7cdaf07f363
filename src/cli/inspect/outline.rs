//! The structure as an outline for people.

use std::fmt::Write;

use rapporteur::assist::without_label;
use rapporteur::draft::{Draft, Layout};
use rapporteur::report::document_paragraph;
use rapporteur::report::places::TextPlaces;
use rapporteur::report::printable::{printable, printable_name};
use rapporteur::script::is_wide;

use super::super::interface::locale;
use super::super::texts::InputText;

rapporteur::messages! {
    "cli.outline":
    page_text() = "page text";
    notes() = "Notes";
    cited() = "Cited";
}

/// Columns of a paragraph's first words.
const COLUMNS: usize = 72;

/// The outline of a text. Each entry begins with its line in the file, or of a document that is no text its paragraph there.
pub fn print(InputText { name, source, .. }: &InputText, draft: &Draft) -> String {
    let (text, file) = (&source.text, source.file());
    let in_file = |start: usize| source.map.file_range(&(start..start)).start;
    let starts = draft
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.range.start)
        .chain(draft.notes.iter().map(|note| note.range.start))
        .chain(draft.citations.iter().map(|citation| citation.range.start));
    let places = TextPlaces::of(file, starts.map(in_file));
    let number_width = file.lines().count().to_string().len();
    let line = |start: usize| {
        let number = match source.map.is_of_document() {
            true => document_paragraph(source, start).unwrap_or_default(),
            false => places.get(in_file(start)).line,
        };
        format!("{number:>number_width$}")
    };

    let mut out = String::new();
    // Writing to a String cannot fail.
    let printed = printable_name(name);
    let _ = write_head(&mut out, if name == "-" { "<stdin>" } else { &printed }, draft);
    for paragraph in &draft.paragraphs {
        let label = paragraph.label.as_ref().map_or_else(String::new, |label| format!("{} ", label.text));
        let words = cut(&without_label(text, paragraph));
        let indent = "    ".repeat(usize::from(paragraph.level));
        let _ = writeln!(out, "  {}  {indent}{label}{words}", line(paragraph.range.start));
    }
    if !draft.notes.is_empty() {
        let _ = writeln!(out, "\n  {}", notes().text(locale()));
    }
    for note in &draft.notes {
        let _ = writeln!(out, "  {}  {} {}", line(note.range.start), note.label, cut(&note.text));
    }
    if !draft.citations.is_empty() {
        let _ = writeln!(out, "\n  {}", cited().text(locale()));
    }
    for citation in &draft.citations {
        let _ = write!(out, "  {}  {}", line(citation.range.start), citation.symbol);
        if let Some((date, _)) = &citation.date {
            let _ = write!(out, ", {}", date.iso());
        }
        if let Some((title, _)) = &citation.title {
            let _ = write!(out, ", {}", cut(title));
        }
        out.push('\n');
    }
    printable(&out).into_owned()
}

fn write_head(out: &mut String, name: &str, draft: &Draft) -> std::fmt::Result {
    writeln!(out, "{name}")?;
    write!(out, "  {}", draft.language.name)?;
    if draft.layout == Layout::Page {
        write!(out, ", {}", page_text().text(locale()))?;
    }
    if let Some(symbol) = &draft.symbol {
        write!(out, ", {symbol}")?;
    }
    out.push('\n');
    if let Some(title) = &draft.title {
        writeln!(out, "  {}", title.text)?;
    }
    out.push('\n');
    Ok(())
}

/// What there is room for in a line.
fn cut(text: &str) -> String {
    let mut room = COLUMNS;
    let mut out = String::new();
    for c in text.chars() {
        match room.checked_sub(if is_wide(c) { 2 } else { 1 }) {
            Some(left) => room = left,
            None => {
                out.truncate(out.trim_end().len());
                out.push('…');
                break;
            }
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_by_columns() {
        assert_eq!(cut("short"), "short");
        assert_eq!(cut(&"word ".repeat(30)), "word ".repeat(COLUMNS / 5) + "wo…");
        assert_eq!(cut(&"大".repeat(100)).chars().count(), COLUMNS / 2 + 1);
    }
}
