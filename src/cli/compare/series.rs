//! How each paragraph of a text came about over several: in which it came in, and in which it was changed last.

use std::fmt::Write;

use rapporteur::compare::{ItemKind, ParagraphChange, TextRevision, item_name};
use rapporteur::messages::Message;
use rapporteur::report::page::{beginning, escaped};
use rapporteur::report::printable::{printable, printable_message};
use rapporteur::report::{NamedText, json_line};
use serde::Serialize;

use super::super::ExitOutcome;
use super::super::interface::{columns, interface, locale};
use super::{CompareArguments, ComparisonFormat, written};

rapporteur::messages! {
    "cli.compare-series":
    title() = "How each paragraph came about";
    place() = "Place";
    came_in() = "first in";
    changed_last() = "changed last in";
}

/// How the page looks.
const STYLE: &str = "table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: start; }\n";

/// Where a paragraph of the last text comes from, by the places of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PassageHistory {
    /// The first text that has it.
    first: usize,
    /// The last in which its words are others than in the one before.
    changed: usize,
}

#[derive(Serialize)]
struct SeriesJson<'a> {
    texts: Vec<&'a str>,
    rows: Vec<SeriesRowJson<'a>>,
}

#[derive(Serialize)]
struct SeriesRowJson<'a> {
    kind: &'static str,
    path: &'a str,
    /// The index of the first text that has it.
    first: usize,
    /// The index of the text in which its words were changed last.
    changed: usize,
}

/// Prints how each paragraph came about.
pub fn answer(asked: &CompareArguments, texts: &[NamedText]) -> Result<ExitOutcome, String> {
    let mut histories: Vec<PassageHistory> = Vec::new();
    let mut last: Option<TextRevision> = None;
    for (before, pair) in texts.windows(2).enumerate() {
        let [old, new] = pair else { continue };
        let revision = TextRevision::between(old.words(), new.words());
        if last.is_none() {
            histories = vec![PassageHistory { first: 0, changed: 0 }; revision.old.len()];
        }
        histories = carried(&revision, &histories, before + 1);
        last = Some(revision);
    }
    let Some(last) = last else { return Err(super::two_texts().text(locale())) };
    let rows: Vec<(ItemKind, &str, PassageHistory)> = last
        .new
        .iter()
        .zip(histories)
        .map(|(item, history)| (item.outline.kind, item.outline.path.as_str(), history))
        .collect();
    let printed = match asked.format {
        ComparisonFormat::Text => table(texts, &rows),
        ComparisonFormat::Json => json(texts, &rows),
        ComparisonFormat::Html => page(texts, &rows),
    };
    written(asked, &printed, ExitOutcome::Clean)
}

/// The histories of a later text's items, by those of the earlier one's. `at` is the later text's place.
fn carried(revision: &TextRevision, before: &[PassageHistory], at: usize) -> Vec<PassageHistory> {
    let mut histories = vec![PassageHistory { first: at, changed: at }; revision.new.len()];
    for row in &revision.rows {
        let olds = row.old.iter().filter_map(|old| before.get(*old));
        let Some(first) = olds.clone().map(|old| old.first).min() else { continue };
        let is_same = matches!(row.change, ParagraphChange::Same | ParagraphChange::Moved);
        let kept = olds.map(|old| old.changed).max().filter(|_| is_same);
        for new in &row.new {
            if let Some(history) = histories.get_mut(*new) {
                *history = PassageHistory { first, changed: kept.unwrap_or(at) };
            }
        }
    }
    histories
}

fn table(texts: &[NamedText], rows: &[(ItemKind, &str, PassageHistory)]) -> String {
    let said = |message: &Message| printable_message(message, locale());
    let name = |at: usize| texts.get(at).map(NamedText::called).unwrap_or_default();
    let mut lines: Vec<[String; 3]> = vec![[said(&place()), said(&came_in()), said(&changed_last())]];
    lines.extend(rows.iter().map(|(kind, path, history)| {
        [said(&item_name(*kind, path)), name(history.first), name(history.changed)]
            .map(|cell| printable(&cell).into_owned())
    }));
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| columns(cell)).max().unwrap_or_default()
    };
    let widths = [width(0), width(1)];
    let mut out = String::new();
    for [place, first, changed] in &lines {
        let pad = |cell: &str, width: usize| format!("{cell}{}", " ".repeat(width.saturating_sub(columns(cell))));
        let _ = writeln!(out, "{}  {}  {changed}", pad(place, widths[0]), pad(first, widths[1]));
    }
    out
}

fn json(texts: &[NamedText], rows: &[(ItemKind, &str, PassageHistory)]) -> String {
    let rows = rows.iter().map(|(kind, path, history)| SeriesRowJson {
        kind: kind.code(),
        path,
        first: history.first,
        changed: history.changed,
    });
    json_line(&SeriesJson { texts: texts.iter().map(|text| text.name.as_str()).collect(), rows: rows.collect() }) + "\n"
}

fn page(texts: &[NamedText], rows: &[(ItemKind, &str, PassageHistory)]) -> String {
    let says = |message: &Message| escaped(&message.text(locale()));
    let heading = says(&title());
    let mut out = beginning(&heading, STYLE, interface());
    let _ = writeln!(
        out,
        "<table>\n<thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead>",
        says(&place()),
        says(&came_in()),
        says(&changed_last()),
    );
    let name = |at: usize| texts.get(at).map(|text| escaped(&text.called())).unwrap_or_default();
    for (kind, path, history) in rows {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td><bdi>{}</bdi></td><td><bdi>{}</bdi></td></tr>",
            says(&item_name(*kind, path)),
            name(history.first),
            name(history.changed)
        );
    }
    out + "</table>\n</body>\n</html>\n"
}
