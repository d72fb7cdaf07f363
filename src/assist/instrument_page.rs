//! What is known of an instrument, in Markdown: the lines of a hover, and the card that stands in for a text.
//!
//! Short paragraphs and one list, so that narrow windows break it well and editors that show Markdown as it is written
//! show something that can be read.

use super::cited_as::CitedWords;
use super::words::{markdown, shorten};
use crate::draft::Date;
use crate::language::{self, InstrumentPhrases, Language, fill};
use crate::library::instrument_info::{Fact, FactOrigin, InstrumentInfo};
use crate::library::known::charter;
use crate::library::known::{Dated, Provision, WellKnownInstrument};
use crate::library::record::{RecordedTitle, TitleKind, Vote};
use crate::messages::{Argument, ArgumentText};
use crate::symbol::{DocumentNature, Portion, Symbol};

crate::messages! {
    "assist.instrument-page":
    cited_in(words: quote, by: name) = "Cited as “{words}”, in {by}";
    cited_in_and_others(words: quote, by: name, others: count) =
        "Cited as “{words}”, in {by} and {others, plural, one {{others} other text} other {{others} other texts}}";
    citing(texts: list) = "Cited in {texts}";
    previous(symbol: symbol) = "The one before it with this title: {symbol}";
    next(symbol: symbol) = "The one after it with this title: {symbol}";
}

/// The languages of what is said of an instrument.
#[derive(Debug, Clone, Copy)]
pub struct ToldIn {
    /// The language that the user is spoken to in.
    pub explained: &'static Language,
    /// The language of the draft: titles and texts are given in it.
    pub quoted: &'static Language,
}

/// How much of a title is shown in a hover, in characters.
pub const TITLE: usize = 400;

/// How many of the texts that cite an instrument are named on its card.
const CITING: usize = 12;

/// How many documents of a kind are told.
const DOCUMENTS: usize = 3;

/// How many of the instruments that stand in a document are told.
const HELD: usize = 4;

/// A page about an instrument that has no text at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentPage {
    /// What it is about, fit to be a file's name, with the language that it is in.
    pub name: String,
    /// All of it.
    pub markdown: String,
}

impl InstrumentPage {
    /// The card of an instrument; `None` where nothing is on record.
    /// The texts of the workspace that cite it are told by their names, and how one of them introduces it.
    pub fn of(
        about: &InstrumentInfo,
        citing: &[String],
        words: Option<&CitedWords>,
        told_in: ToldIn,
    ) -> Option<InstrumentPage> {
        if !about.is_recorded() {
            return None;
        }
        let facts = &told_in.explained.telling.facts;
        let mut page = vec![format!("# {}", markdown(about.symbol.as_str()))];
        page.extend(title(about, told_in, usize::MAX));
        page.extend(words.map(|words| cited_words(words, told_in)));
        page.push(told_in.explained.telling.symbol(&about.symbol));
        let citing = citing_texts(citing, told_in);
        page.extend(list(
            lines(about, told_in, None).into_iter().chain(neighbours(about, told_in)).chain(citing).collect(),
        ));
        let titles = titles(about, told_in.explained.telling.colon);
        if titles.len() > 1 {
            page.push(format!("## {}", facts.titles));
            page.extend(list(titles));
        }
        let sources = sources(about, told_in);
        if !sources.is_empty() {
            page.push(format!("## {}", facts.sources));
            page.extend(list(sources));
        }
        page.push(link(&about.symbol, told_in));
        page.push(format!("*{}*", facts.card));
        Some(InstrumentPage { name: file_name(about.symbol.as_str(), told_in), markdown: page.join("\n\n") + "\n" })
    }

    /// The card of an instrument that is known by its name.
    pub fn of_known(known: &WellKnownInstrument, about: Option<&InstrumentInfo>, told_in: ToldIn) -> InstrumentPage {
        let facts = &told_in.explained.telling.facts;
        let colon = told_in.explained.telling.colon;
        let mut page = vec![format!("# {}", markdown(name(known, told_in)))];
        page.extend(list(known_lines(known, told_in)));
        let names = language::ALL.into_iter().flat_map(|other| {
            known.names_in(other).iter().map(|name| format!("{}{colon}{}", other.code, markdown(name)))
        });
        page.push(format!("## {}", facts.titles));
        page.extend(list(names.collect()));
        if let Some(about) = about {
            page.push(format!("## {}", markdown(about.symbol.as_str())));
            page.extend(title(about, told_in, usize::MAX));
            page.extend(list(lines(about, told_in, None)));
            page.push(link(&about.symbol, told_in));
        }
        page.push(format!("*{}*", facts.card));
        InstrumentPage { name: file_name(known.id, told_in), markdown: page.join("\n\n") + "\n" }
    }
}

/// A name that every system takes for a file, of an instrument's symbol or id.
fn file_name(name: &str, told_in: ToldIn) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') { c } else { '_' };
    format!("{}.{}.md", name.chars().map(safe).collect::<String>(), told_in.explained.code)
}

/// The title in the draft's told_in, else in another one, which is then said.
pub fn title(about: &InstrumentInfo, told_in: ToldIn, characters: usize) -> Option<String> {
    let facts = &told_in.explained.telling.facts;
    let (of, fact) = about.title(told_in.quoted)?;
    let mut notes = Vec::new();
    if of != told_in.quoted {
        notes.push(facts.title_in(of).to_owned());
    }
    if fact.value.kind == TitleKind::Described {
        notes.push(facts.described.to_owned());
    }
    let full = about.titles.get(of.code).into_iter().flatten().filter(|fact| fact.value.kind == TitleKind::Full);
    let mut full = full.peekable();
    let contradicted = full.clone().count() > 1;
    if contradicted {
        notes.extend(full.next().map(|fact| who(fact, told_in)));
    }
    let mut said = noted(&italic(&fact.value, characters), &notes, facts);
    // Another title than the one that is shown has its source beside it.
    for other in full.filter(|_| contradicted) {
        said.push_str("  \n");
        said.push_str(&noted(&italic(&other.value, characters), &[who(other, told_in)], facts));
    }
    Some(said)
}

fn italic(title: &RecordedTitle, characters: usize) -> String {
    let text = shorten(title.text.trim(), characters);
    let cut = title.kind == TitleKind::Shortened && !text.ends_with('…');
    format!("*{}{}*", markdown(&text), if cut { "…" } else { "" })
}

fn noted(value: &str, notes: &[String], facts: &InstrumentPhrases) -> String {
    if notes.is_empty() { value.to_owned() } else { facts.according_to(value, &notes.join(facts.semicolon)) }
}

/// The facts, a line each. `said` is when the draft says that it was adopted.
pub fn lines(about: &InstrumentInfo, told_in: ToldIn, said: Option<Date>) -> Vec<String> {
    let dates = dates(about, told_in, said);
    let within = about.adopted_within.iter().map(|within| within.message().text(told_in.explained.locale));
    let held = about.holds.iter().take(HELD).map(|known| held(known, told_in));
    let more = (about.holds.len() > HELD).then(|| "…".to_owned());
    dates
        .into_iter()
        .chain(within)
        .chain(recorded(about, told_in))
        .chain(held)
        .chain(more)
        .chain(at_hand(about, told_in))
        .collect()
}

/// How another text cites it.
pub fn cited_words(cited: &CitedWords, told_in: ToldIn) -> String {
    let (words, by) = (shorten(&cited.words, TITLE), cited.by.as_str());
    let message = match cited.others {
        0 => cited_in(words, by),
        others => cited_in_and_others(words, by, others),
    };
    markdown(&message.text(told_in.explained.locale))
}

/// The texts that cite it.
fn citing_texts(names: &[String], told_in: ToldIn) -> Option<String> {
    let few = names.iter().take(CITING).map(|name| Argument::name(name.as_str()));
    let more = (names.len() > CITING).then(|| Argument::name(ArgumentText::fixed("…")));
    let texts: Vec<Argument> = few.chain(more).collect();
    (!texts.is_empty()).then(|| markdown(&citing(texts).text(told_in.explained.locale)))
}

/// The instruments with the same title in the sessions before and after.
fn neighbours(about: &InstrumentInfo, told_in: ToldIn) -> Vec<String> {
    let before = about.previous.as_ref().map(previous);
    let after = about.next.as_ref().map(next);
    before.into_iter().chain(after).map(|message| markdown(&message.text(told_in.explained.locale))).collect()
}

/// When it was adopted. What the draft alone says may be wrong, and so may the draft where others say otherwise.
fn dates(about: &InstrumentInfo, told_in: ToldIn, said: Option<Date>) -> Option<String> {
    let telling = told_in.explained.telling;
    let facts = &telling.facts;
    let date = |date: &Date| told_in.explained.locale.date((*date).into());
    let mut dates = values(&about.adopted, told_in, date);
    // What nobody but the register says has the kinds of its sources beside it.
    let said = said.filter(|said| about.adopted.iter().all(|fact| fact.value != *said));
    if let ([only], [fact]) = (dates.as_mut_slice(), about.adopted.as_slice())
        && (said.is_some() || fact.origins.iter().all(|origin| matches!(origin, FactOrigin::Register(_))))
    {
        *only = facts.according_to(only, &who(fact, told_in));
    }
    if let Some(said) = said {
        dates.push(facts.according_to(&date(&said), facts.this_draft));
    }
    (!dates.is_empty()).then(|| fill(facts.adopted, &dates.join(facts.semicolon)))
}

/// What tables have of it: vote, documents, agenda item.
fn recorded(about: &InstrumentInfo, told_in: ToldIn) -> Vec<String> {
    let telling = told_in.explained.telling;
    let facts = &telling.facts;
    let mut lines = Vec::new();
    let votes = values(&about.votes, told_in, |vote| match vote {
        Vote::WithoutVote => facts.without_vote.to_owned(),
        Vote::Recorded { yes, no, abstaining, .. } => facts
            .vote
            .replace("{yes}", &yes.to_string())
            .replace("{no}", &no.to_string())
            .replace("{abstaining}", &abstaining.to_string()),
    });
    lines.extend((!votes.is_empty()).then(|| votes.join(facts.semicolon)));
    let documents = [
        (facts.adopted_as, &about.adopted_as),
        (facts.meeting, &about.meetings),
        (facts.draft, &about.drafts),
        (facts.report, &about.reports),
    ];
    for (template, symbols) in documents {
        let mut named: Vec<String> =
            symbols.iter().take(DOCUMENTS).map(|symbol| markdown(symbol.value.as_str())).collect();
        if symbols.len() > DOCUMENTS {
            named.push("…".to_owned());
        }
        lines.extend((!named.is_empty()).then(|| fill(template, &named.join(telling.comma))));
    }
    let items = values(&about.agenda_items, told_in, |item| markdown(item));
    lines.extend((!items.is_empty()).then(|| fill(facts.agenda_item, &items.join(facts.semicolon))));
    lines
}

/// What the record is of, and the texts at hand.
fn at_hand(about: &InstrumentInfo, told_in: ToldIn) -> Vec<String> {
    let telling = told_in.explained.telling;
    let recorded = about.recorded_as.as_ref();
    let recorded = recorded.map(|symbol| fill(telling.facts.recorded_as, &markdown(symbol.as_str())));
    let names = about.texts.iter().filter_map(|text| text.path.file_name());
    let names: Vec<String> = names.map(|name| markdown(&name.to_string_lossy())).collect();
    let texts = (!names.is_empty()).then(|| fill(telling.facts.text, &names.join(telling.comma)));
    recorded.into_iter().chain(texts).collect()
}

/// Lines, as a list.
pub fn list(lines: Vec<String>) -> Option<String> {
    let lines: Vec<String> = lines.into_iter().map(|line| format!("- {line}")).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The values of a fact; where there are several, each with who says so.
fn values<T>(all: &[Fact<T>], told_in: ToldIn, value: impl Fn(&T) -> String) -> Vec<String> {
    match all {
        [only] => vec![value(&only.value)],
        _ => {
            let facts = &told_in.explained.telling.facts;
            all.iter().map(|fact| facts.according_to(&value(&fact.value), &who(fact, told_in))).collect()
        }
    }
}

/// Who says something: the tables by their files' names.
fn who<T>(fact: &Fact<T>, told_in: ToldIn) -> String {
    let mut names: Vec<String> = Vec::new();
    for origin in &fact.origins {
        for name in origin.names(told_in.explained) {
            let name = markdown(&name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.join(", ")
}

/// A name in the draft's told_in, else in English, else in any.
fn name(known: &WellKnownInstrument, told_in: ToldIn) -> &'static str {
    let others = [told_in.quoted, language::ENGLISH].into_iter().chain(language::ALL);
    others.into_iter().find_map(|language| known.title(language)).unwrap_or(known.id)
}

/// An instrument that stands in a document: `Annex II: *Convention on …*`.
fn held(known: &WellKnownInstrument, told_in: ToldIn) -> String {
    let name = format!("*{}*", markdown(&shorten(name(known, told_in), TITLE)));
    match place(known, told_in) {
        Some(place) => format!("{place}{}{name}", told_in.explained.telling.colon),
        None => name,
    }
}

/// Where an instrument stands in its document, in words.
fn place(known: &WellKnownInstrument, told_in: ToldIn) -> Option<String> {
    let telling = told_in.explained.telling;
    let facts = &telling.facts;
    let part = |part: &str| {
        let (kind, number) = part.split_once(' ').unwrap_or((part, ""));
        let template = match kind {
            "annex" => facts.annex,
            "annexes" => return fill(facts.annex, &number.replace(" and ", "–")),
            "enclosure" => facts.enclosure,
            "chap." => facts.chapter,
            "sect." => facts.section,
            "para." => telling.paragraph,
            "part" => {
                return fill((telling.portion)(&Portion::Parts(1, 1)), if number == "one" { "1" } else { number });
            }
            "resolution" => (telling.nature)(DocumentNature::Resolution),
            "decision" => (telling.nature)(DocumentNature::Decision),
            _ => return part.to_owned(),
        };
        fill(template, number)
    };
    let mut parts = known.place?.split(", ").map(part);
    let first = parts.next()?;
    // Of what goes on, the first letter is small.
    Some(parts.fold(first, |said, part| {
        let mut letters = part.chars();
        let small = letters.next().into_iter().flat_map(char::to_lowercase);
        said + telling.comma + &small.chain(letters).collect::<String>()
    }))
}

/// The facts of an instrument that everybody cites, a line each.
fn known_lines(known: &WellKnownInstrument, told_in: ToldIn) -> Vec<String> {
    let telling = told_in.explained.telling;
    let facts = &telling.facts;
    let template = match known.dated {
        Dated::Adopted => facts.adopted,
        Dated::Opened => facts.opened,
        Dated::Signed => facts.signed,
        Dated::Issued => facts.issued,
    };
    let mut lines = vec![fill(template, &told_in.explained.locale.date(known.date.into()))];
    lines.extend(known.symbol.map(|symbol| {
        let place = place(known, told_in).map(|place| format!("{}{place}", telling.comma)).unwrap_or_default();
        format!("{}{place}", markdown(symbol))
    }));
    lines.extend(known.series.map(|series| fill(facts.treaty_series, series)));
    lines
}

/// What is said of an instrument that is named by its name.
pub fn named(known: &WellKnownInstrument, about: Option<&InstrumentInfo>, told_in: ToldIn) -> Vec<String> {
    let facts = &told_in.explained.telling.facts;
    let name = name(known, told_in);
    let english = known.title(told_in.quoted).is_none();
    let heading = format!("**{}**", markdown(name));
    let note = facts.title_in(language::ENGLISH);
    let mut said = vec![if english { facts.according_to(&heading, note) } else { heading }];
    let mut told = known_lines(known, told_in);
    if let Some(about) = about {
        // A resolution of another day has a date of its own, and only the first line would be the same.
        told.extend(known.resolved.and_then(|_| dates(about, told_in, None)));
        told.extend(recorded(about, told_in));
        told.extend(at_hand(about, told_in));
    }
    said.extend(list(told));
    said.extend(about.map(|about| link(&about.symbol, told_in)));
    said
}

/// What is said of a provision of the Charter.
pub fn provision(charter: &WellKnownInstrument, provision: Provision, told_in: ToldIn) -> Vec<String> {
    let facts = &told_in.explained.telling.facts;
    let chapter = |number: u8| {
        let roman = crate::script::in_roman(number.into()).unwrap_or_else(|| number.to_string());
        fill(facts.chapter, &roman)
    };
    let english = |heading: &str| match told_in.quoted == language::ENGLISH {
        true => markdown(heading),
        false => facts.according_to(&markdown(heading), language::ENGLISH.name),
    };
    let (number, heading, around) = match provision {
        Provision::Article(number) => {
            let Some(article) = charter::article(number) else { return Vec::new() };
            let around = format!(
                "{}{}{}",
                chapter(article.chapter.number),
                told_in.explained.telling.comma,
                english(article.chapter.heading)
            );
            (fill(facts.article, &number.to_string()), article.heading, around)
        }
        Provision::Chapter(number) => {
            let Some(of) = charter::chapter(number) else { return Vec::new() };
            let articles = fill(facts.article, &format!("{}–{}", of.first, of.last));
            (chapter(number), of.heading, articles)
        }
    };
    vec![
        format!("**{}{}{number}**", markdown(name(charter, told_in)), told_in.explained.telling.comma),
        english(heading),
        around,
    ]
}

/// All titles, a line each, with who says so.
fn titles(about: &InstrumentInfo, colon: &str) -> Vec<String> {
    let all = about.titles.iter().flat_map(|(code, facts)| facts.iter().map(move |fact| (code, fact)));
    all.map(|(code, fact)| format!("{code}{colon}{}", italic(&fact.value, usize::MAX))).collect()
}

/// The tables that all this is from.
fn sources(about: &InstrumentInfo, told_in: ToldIn) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let titles = about.titles.values().flatten().flat_map(|fact| &fact.origins);
    let dates = about.adopted.iter().flat_map(|fact| &fact.origins);
    let votes = about.votes.iter().flat_map(|fact| &fact.origins);
    let documents = [&about.meetings, &about.drafts, &about.reports, &about.adopted_as].into_iter().flatten();
    for origin in titles.chain(dates).chain(votes).chain(documents.flat_map(|fact| &fact.origins)) {
        if matches!(origin, FactOrigin::Text(_)) {
            continue;
        }
        for name in origin.names(told_in.explained) {
            let name = markdown(&name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The official document.
pub fn link(symbol: &Symbol, told_in: ToldIn) -> String {
    format!("[{}]({})", told_in.explained.telling.official_document, symbol.official_address(told_in.quoted.code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN};
    use crate::library::known;

    fn places(explained: &'static Language) -> Vec<String> {
        known::all().filter_map(|known| place(known, ToldIn { explained, quoted: explained })).collect()
    }

    #[test]
    fn places_in_documents_are_told_in_the_language() {
        for language in [ARABIC, CHINESE, RUSSIAN] {
            for place in places(language) {
                let english = place.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 3);
                assert!(!english, "{place}");
            }
        }
        assert!(places(ENGLISH).contains(&"Chapter I, resolution 1, annex II".to_owned()));
        assert!(places(FRENCH).contains(&"Chapitre I, section A".to_owned()), "{:?}", places(FRENCH));
    }
}
