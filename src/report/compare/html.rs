//! One page with all paragraphs and what was done to them. It needs no network, no scripts and no other file.

use std::fmt::Write;

use super::super::page::{beginning, escaped, of_language};
use super::{ComparedTexts, NamedText};
use crate::compare::{ItemKind, ParagraphChange, PieceChange, RevisionPiece, RevisionRow};
use crate::language::Language;
use crate::messages::Message;

crate::messages! {
    "report.compare-page":
    title() = "What changed";
    only_changed() = "Show only the paragraphs that changed";
}

/// How the page looks.
const STYLE: &str = include_str!("page.css");

/// The page, in the language of the interface.
pub fn page(compared: &ComparedTexts<'_>, interface: &Language) -> String {
    let says = |message: &Message| escaped(&message.text(interface.locale));
    let heading = says(&title());
    let mut out = beginning(&heading, STYLE, interface);
    let _ = writeln!(out, "<p class=\"texts\">{} → {}</p>", named(compared.old), named(compared.new));
    for sentence in compared.revision.summary() {
        let _ = writeln!(out, "<p>{}</p>", says(&sentence));
    }
    let _ = writeln!(
        out,
        "<p class=\"choice\"><label><input type=\"checkbox\" id=\"only\" checked/> {}</label></p>\n<main>",
        says(&only_changed())
    );
    for row in &compared.revision.rows {
        out += &section(compared, row, &says);
    }
    out + "</main>\n</body>\n</html>\n"
}

fn section(compared: &ComparedTexts<'_>, row: &RevisionRow, says: &dyn Fn(&Message) -> String) -> String {
    let new = row.new.first().and_then(|at| compared.revision.new.get(*at));
    let item = new.or_else(|| row.old.first().and_then(|at| compared.revision.old.get(*at)));
    let level = item.map_or(0, |item| item.outline.level.min(3));
    let is_heading = item.is_some_and(|item| item.outline.kind.is_heading() || item.outline.kind == ItemKind::Title);
    let mut class = if row.change == ParagraphChange::Same { "same".to_owned() } else { "changed".to_owned() };
    if is_heading {
        class += " heading";
    }
    let language = compared.new.draft.language;
    let words: String = compared.pieces(row).iter().map(html_of).collect();
    format!(
        "<section class=\"{class} level-{level}\">\n<h2>{} <small>{}</small></h2>\n<p{}>{words}</p>\n</section>\n",
        says(&compared.revision.name(row)),
        says(&compared.revision.told(row)),
        of_language(language),
    )
}

fn html_of(piece: &RevisionPiece) -> String {
    let text = escaped(&piece.text).replace('\n', "<br/>");
    match piece.change {
        PieceChange::Kept => text,
        PieceChange::Out => format!("<del>{text}</del>"),
        PieceChange::In => format!("<ins>{text}</ins>"),
    }
}

fn named(text: &NamedText) -> String {
    format!(
        "<bdi{}>{}</bdi> <small><bdi>{}</bdi></small>",
        of_language(text.draft.language),
        escaped(&text.called()),
        escaped(&text.name)
    )
}
