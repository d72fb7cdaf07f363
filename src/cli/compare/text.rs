//! For people at a terminal: each paragraph that changed, with what was taken out and put in.

use std::fmt::Write;

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use rapporteur::compare::{PieceChange, RevisionPiece};
use rapporteur::messages::Message;
use rapporteur::report::ComparedTexts;
use rapporteur::report::printable::{printable, printable_message, printable_name};

use super::super::interface::locale;
use super::super::output::wants_colour;

/// How many characters of what stays the same are shown beside a change.
const AROUND: usize = 60;

/// What is set around words where there are no colours.
const OUT: (&str, &str) = ("[-", "-]");
const IN: (&str, &str) = ("{+", "+}");

/// The paragraphs that changed, or all of them.
pub fn print(compared: &ComparedTexts<'_>, all: bool, to_standard_output: bool) -> String {
    let said = |message: &Message| printable_message(message, locale());
    let colours = to_standard_output && wants_colour();
    let styled = |style: Style, text: &str| if colours { format!("{style}{text}{style:#}") } else { text.to_owned() };
    let head = format!("{} → {}", compared.old.called(), compared.new.called());
    let mut out = styled(Style::new().effects(Effects::BOLD), &printable_name(&head)) + "\n";
    let _ = writeln!(out, "{}", compared.summary(locale()).trim_end());
    for row in compared.rows(all) {
        let name = said(&compared.revision.name(row));
        let told = said(&compared.revision.told(row));
        let _ = writeln!(out, "\n{}: {told}", styled(Style::new().effects(Effects::UNDERLINE), &name));
        out += "  ";
        let pieces = compared.pieces(row);
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.iter().enumerate() {
            out += &match piece.change {
                PieceChange::Kept if all => shown(&piece.text),
                PieceChange::Kept => shown(&excerpt(piece, at == 0, at == last)),
                PieceChange::Out if colours => {
                    styled(AnsiColor::Red.on_default() | Effects::STRIKETHROUGH, &shown(&piece.text))
                }
                PieceChange::In if colours => styled(AnsiColor::Green.on_default(), &shown(&piece.text)),
                PieceChange::Out => marked(OUT, &piece.text),
                PieceChange::In => marked(IN, &piece.text),
            };
        }
        out.push('\n');
    }
    out
}

/// Words between marks; the spaces at their ends stay outside.
fn marked((open, close): (&str, &str), text: &str) -> String {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    let (before, behind) = (text.get(..start).unwrap_or_default(), text.get(start + inner.len()..).unwrap_or_default());
    format!("{before}{open}{}{close}{behind}", shown(inner))
}

/// What stays the same, as far as it stands beside a change.
fn excerpt(piece: &RevisionPiece, is_first: bool, is_last: bool) -> String {
    let chars: Vec<char> = piece.text.chars().collect();
    let room = AROUND * (usize::from(!is_first) + usize::from(!is_last)).max(1);
    if chars.len() <= room + 1 {
        return piece.text.clone();
    }
    let start: String = if is_first && !is_last { String::new() } else { chars.iter().take(AROUND).collect() };
    let end: String = if is_last { String::new() } else { chars.iter().skip(chars.len() - AROUND).collect() };
    format!("{start}…{end}")
}

fn shown(text: &str) -> String {
    printable(&text.replace('\n', "\n  ")).into_owned()
}
