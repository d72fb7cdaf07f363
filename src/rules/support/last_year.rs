//! What still speaks from last year in a draft that was made of last year's text.

use std::collections::HashMap;
use std::ops::Range;

use crate::draft::figures::{Decimal, FigureValue, figures};
use crate::draft::{CitationKind, ElementKind, NormalizedText, Paragraph, ParagraphKind, PassageOf};
use crate::language::{Language, PerLanguage};
use crate::library::register::InstrumentRegister;
use crate::library::{folded, is_folded};
use crate::rules::RuleContext;
use crate::script::punctuation::{is_dash, is_full_stop, is_semicolon, parts_clauses};
use crate::script::{is_arabic_vowel_sign, is_han};
use crate::symbol::{Organ, Session, Symbol};

/// How many sessions back a request can have been left behind.
const LATELY: u16 = 4;

/// How far before a session its clause is looked through, in characters.
const CLAUSE: usize = 90;

/// A mark that is no farther before a session does not end the clause, in characters.
const STRAIGHT: usize = 12;

/// How far behind it.
const BEHIND: usize = 24;

/// The sessions that are counted in words.
const SESSIONS: std::ops::RangeInclusive<u16> = 1..=120;

/// A session that a paragraph looks ahead to, though it is over or goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastSession {
    /// Where its number stands.
    pub range: Range<usize>,
    /// Which it is.
    pub session: u16,
    /// The number of the session after the draft's own, written as this one is; `None` where that can't be told.
    pub next: Option<String>,
}

/// The session of the General Assembly whose draft it is, by its symbol or else by its masthead.
pub fn own_session(context: &RuleContext<'_>) -> Option<u16> {
    let draft = context.draft;
    match draft.symbol.as_ref().map(|symbol| (symbol.organ(), symbol.session())) {
        Some((Some(Organ::GeneralAssembly), Some(Session::Regular(session)))) => return Some(session),
        Some((Some(_), _)) => return None,
        _ => {}
    }
    if draft.organ.is_some_and(|organ| organ != Organ::GeneralAssembly) {
        return None;
    }
    let masthead = draft.elements.iter().filter(|element| element.kind == ElementKind::Masthead);
    masthead.into_iter().find_map(|element| {
        let line = NormalizedText::of(context.text.get(element.range.clone())?, 0).text;
        session_named(draft.language_at(element.range.start), &line)
    })
}

/// The session that a line names and nothing else: “Seventy-eighth session”.
pub fn session_named(language: &'static Language, line: &str) -> Option<u16> {
    type Named = std::collections::HashMap<String, u16>;
    static NAMES: PerLanguage<Named> = PerLanguage::new(|language| {
        SESSIONS.map(|session| (folded(&(language.telling.session)(Session::Regular(session))), session)).collect()
    });
    NAMES.of(language)?.get(&folded(line.trim())).copied()
}

/// The sessions to which the operative part looks ahead though they are over, or though they are the draft's own, which is
/// almost always what last year's text called the next one.
pub fn past_sessions(context: &RuleContext<'_>) -> Vec<PastSession> {
    let Some(own) = own_session(context) else { return Vec::new() };
    let mut found = Vec::new();
    for said in context.passage_texts() {
        let Some(PassageOf::Paragraph(paragraph)) = said.of else { continue };
        let text = said.text();
        let words = said.language.updates;
        if !words.session.iter().any(|word| text.contains(word)) || !is_operative(context, paragraph) {
            continue;
        }
        let paragraph_asks = || asks(context, paragraph, said.language);
        for NamedSession { place, session, list } in sessions_in(text, said.language) {
            if session > own || session + LATELY < own || !looks_ahead(text, &list, said.language, session == own) {
                continue;
            }
            let before = plain(text.get(..place.start).unwrap_or_default());
            if !words.directives.iter().any(|word| contains_word(&before, word)) && !paragraph_asks() {
                continue;
            }
            let written = text.get(place.clone()).unwrap_or_default();
            let next = counted_like(written, session, own + 1, said.language);
            found.push(PastSession { range: said.source(place), session, next });
        }
    }
    found
}

fn is_operative(context: &RuleContext<'_>, paragraph: usize) -> bool {
    ancestors(context, paragraph).last().is_some_and(|kind| kind.0 == ParagraphKind::Operative)
}

/// A paragraph and those that it is under, each with its index.
fn ancestors<'a>(context: &'a RuleContext<'_>, paragraph: usize) -> impl Iterator<Item = (ParagraphKind, usize)> + 'a {
    let all = &context.draft.paragraphs;
    let indices = std::iter::successors(Some(paragraph), |at| all.get(*at).and_then(|paragraph| paragraph.parent));
    indices.filter_map(|at| Some((all.get(at)?.kind, at)))
}

/// Whether the paragraph above opens by asking for something.
fn asks(context: &RuleContext<'_>, paragraph: usize, language: &Language) -> bool {
    ancestors(context, paragraph).skip(1).any(|(_, above)| {
        let opening = context.draft.running(context.text, above).text;
        let opening = plain(&opening);
        language.updates.directives.iter().any(|word| contains_word(&opening, word))
    })
}

/// Whether a session is looked ahead to: nothing in its clause says that it is over, or of the draft's own that it is another part
/// of it that is meant, or an item on its agenda.
fn looks_ahead(text: &str, place: &Range<usize>, language: &Language, is_own: bool) -> bool {
    let words = language.updates;
    let before = clause_before(text.get(..place.start).unwrap_or_default());
    let behind = text.get(place.end..).unwrap_or_default();
    let clause: String = plain(behind).chars().take(CLAUSE).collect();
    let behind: String = clause.chars().take(BEHIND).collect();
    // What the session's own word is, before or behind the number, says nothing.
    let bare = words.session.iter().find_map(|word| {
        let at = behind.find(word).filter(|at| *at <= 1)?;
        let rest = behind.get(at + word.len()..)?;
        Some(rest.trim_start_matches(|c: char| c.is_alphabetic() && !is_han(c)))
    });
    let behind = bare.unwrap_or(&behind);
    let has = |all: &[&str], text: &str| all.iter().any(|word| contains_word(text, word));
    if has(words.past_before, &before) || words.past_behind.iter().any(|word| behind.starts_with(word)) {
        return false;
    }
    let of_open_item = || {
        words.open_item.iter().any(|(goes_on, item)| {
            (contains_word(&before, goes_on) || contains_word(&clause, goes_on)) && contains_word(&clause, item)
        })
    };
    !(is_own && (has(words.going_on, &before) || has(words.going_on, behind) || of_open_item()))
}

/// What stands before a place in its clause. A mark straight before the place parts little from it: “to submit to it, at its
/// seventy-eighth session”.
fn clause_before(text: &str) -> String {
    let near = last_characters(text, CLAUSE);
    let straight = last_characters(near, STRAIGHT).len();
    let before = near.get(..near.len() - straight).unwrap_or_default();
    let begun = before.rsplit(parts_clauses).next().map_or(0, str::len);
    plain(near.get(before.len() - begun..).unwrap_or_default())
}

/// The last characters of a text, as many as there are.
fn last_characters(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// The first characters of a text, as many as there are.
fn first_characters(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// A text as words are looked for in it: in small letters, without vowel signs, with plain spaces.
pub fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_arabic_vowel_sign(*c));
    kept.flat_map(char::to_lowercase).map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// Whether a text has a word that begins so.
fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| begins_word(text, at))
}

/// Whether a word begins at a byte of a text. Arabic writes “and” and others onto a word; Chinese has no spaces.
pub fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|c| !c.is_alphabetic() || matches!(c, 'و' | 'ب' | 'ل') || is_han(c))
}

/// A session's number in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSession {
    /// Where the number stands.
    pub place: Range<usize>,
    /// The session.
    pub session: u16,
    /// Where the list stands that it is in: its own place, where it is alone.
    pub list: Range<usize>,
}

/// The sessions that a text names by a number in words.
pub fn sessions_in(text: &str, language: &'static Language) -> Vec<NamedSession> {
    let numbers: Vec<(Range<usize>, u16)> = figures(text, language, &[])
        .into_iter()
        .filter_map(|figure| {
            let FigureValue::Number { readings } = figure.value else { return None };
            let session = SESSIONS.clone().find(|session| readings.first() == Decimal::from(u64::from(*session)))?;
            let start = with_prefix(text, figure.range.start, language);
            figure.in_words.then_some((start..figure.range.end, session))
        })
        .collect();
    let words = language.updates.session;
    // The number of a session is read with what counts it.
    let behind = |place: &Range<usize>| {
        let rest = plain(first_characters(text.get(place.end..).unwrap_or_default(), BEHIND));
        words.iter().any(|word| rest.trim_start().starts_with(word))
    };
    let before = |place: &Range<usize>| {
        let near = plain(last_characters(text.get(..place.start).unwrap_or_default().trim_end(), BEHIND));
        words.iter().any(|word| near.ends_with(word))
    };
    let mut named: Vec<bool> = numbers.iter().map(|(place, _)| behind(place) || before(place)).collect();
    // “Its seventy-eighth and seventy-ninth sessions”: what is joined to a session's number is one.
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        let between = text.get(one.end..next.start).unwrap_or_default();
        // “Eighty -first”, as a page may break it, is one number and no list.
        let parts = between.contains(|c: char| !c.is_whitespace() && !is_dash(c));
        parts && between.chars().count() <= STRAIGHT && !between.contains(is_full_stop)
    };
    for at in (0..numbers.len()).rev().chain(0..numbers.len()) {
        let is_beside = |other: usize| {
            let (Some((one, _)), Some((next, _))) = (numbers.get(at.min(other)), numbers.get(at.max(other))) else {
                return false;
            };
            named.get(other) == Some(&true) && joined(one, next)
        };
        let is_named = is_beside(at + 1) || at.checked_sub(1).is_some_and(is_beside);
        if let Some(own) = named.get_mut(at).filter(|_| is_named) {
            *own = true;
        }
    }
    let mut sessions: Vec<NamedSession> = Vec::new();
    let mut first = 0;
    for (place, session) in numbers.into_iter().zip(named).filter_map(|(number, named)| named.then_some(number)) {
        if sessions.last().is_none_or(|last| !joined(&last.place, &place)) {
            first = sessions.len();
        }
        let start = sessions.get(first).map_or(place.start, |first| first.place.start);
        let list = start..place.end;
        sessions.iter_mut().skip(first).for_each(|before| before.list = list.clone());
        sessions.push(NamedSession { place, session, list });
    }
    sessions
}

/// Where a number word begins with what is written onto its beginning, as the Arabic article is.
fn with_prefix(text: &str, start: usize, language: &Language) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_prefix = language.figures.prefixes.contains(&word);
    if is_prefix { start - word.len() } else { start }
}

/// Another session's number, written as one is written: in the same words and with the same endings.
fn counted_like(written: &str, session: u16, wanted: u16, language: &Language) -> Option<String> {
    let name = |session: u16| plain(&(language.telling.session)(Session::Regular(session)));
    let (is, wanted) = (name(session), name(wanted));
    let plain_written = plain(written);
    let as_named: &[(&str, &str)] = &[("", "")];
    language.updates.endings.iter().copied().chain([as_named]).find_map(|case| {
        case.iter().find_map(|(named, running)| {
            let stem = plain_written.strip_suffix(running)?;
            let at = is.find(&format!("{stem}{named}"))?;
            let behind = is.len() - at - stem.len() - named.len();
            let number = wanted.get(at..wanted.len().checked_sub(behind)?)?;
            // Its ending is another one in the same case: седьмая, седьмой, and третья, третьей.
            case.iter().find_map(|(named, running)| Some(format!("{}{running}", number.strip_suffix(named)?)))
        })
    })
}

/// The yearly resolutions that the draft goes on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlySeries {
    /// The latest of them before the draft's own session.
    pub latest: Symbol,
    /// Those that the draft cites, by their places among the citations, in the order of the text.
    pub cited: Vec<usize>,
}

/// How many sessions back the latest resolution with the draft's title is sought.
const SOUGHT: u16 = 3;

/// How many resolutions a list has at least that is taken for that of the series, where the register hasn't their titles.
const LISTED: usize = 3;

/// The series of yearly resolutions that the draft goes on with: those that it cites have its title, or else the list that it
/// recalls ends right before the latest resolution that has.
pub fn yearly_series(context: &RuleContext<'_>) -> Option<YearlySeries> {
    let own = own_session(context)?;
    let draft = context.draft;
    let title = draft.title.as_ref()?;
    let language = draft.language_at(title.range.start);
    let title = folded(&title.text);
    let register = InstrumentRegister::built_in();
    // Lists cite a resolution that the text cites elsewhere, too.
    let mut asked: HashMap<Symbol, bool> = HashMap::new();
    let mut has_title = |symbol: &Symbol| {
        if let Some(known) = asked.get(symbol) {
            return *known;
        }
        let known = register.entry(symbol).and_then(|entry| entry.title(language));
        let has = known.is_some_and(|known| is_folded(&known.title.text, &title));
        asked.insert(symbol.clone(), has);
        has
    };
    let earlier: Vec<(usize, u16, &Symbol)> = draft
        .citations
        .iter()
        .enumerate()
        .filter(|(_, citation)| citation.kind == CitationKind::Resolution && !citation.in_masthead)
        .filter_map(|(at, citation)| Some((at, citation.symbol.assembly_resolution()?.0, &citation.symbol)))
        .filter(|(_, session, _)| *session < own)
        .collect();
    let mut cited: Vec<usize> = earlier.iter().filter(|(.., symbol)| has_title(symbol)).map(|(at, ..)| *at).collect();
    let known = earlier.iter().filter(|(at, ..)| cited.contains(at)).max_by_key(|(_, session, _)| *session);
    let mut latest = known.map(|(_, session, symbol)| (*session, (*symbol).clone()));
    if latest.is_none() && earlier.len() >= LISTED {
        let (listed, before) = last_of_list(context, &earlier)?;
        let sought = own.saturating_sub(SOUGHT)..own;
        if !sought.contains(&(before + 1)) {
            return None;
        }
        let of_session = |session: u16| {
            let symbol = register.latest_of_session(session, language, |known| is_folded(known, &title))?;
            Some((session, symbol))
        };
        // The list ends right before the latest that has the title.
        latest = (before + 1..own).rev().find_map(of_session).filter(|(session, _)| *session == before + 1);
        cited = listed;
        latest.as_ref()?;
    }
    let (mut session, mut symbol) = latest?;
    while let Some(next) = register.entry(&symbol).and_then(|entry| entry.next()) {
        let Some((later, _)) = next.assembly_resolution().filter(|(later, _)| *later > session && *later < own) else {
            break;
        };
        (session, symbol) = (later, next);
    }
    // One alone may be recalled for something else, unless other words are last year's, too.
    let mut known: Vec<&Symbol> = cited.iter().filter_map(|at| Some(&draft.citations.get(*at)?.symbol)).collect();
    known.sort_unstable();
    known.dedup();
    let is_series = known.len() > 1 || !context.past_sessions().is_empty();
    is_series.then_some(YearlySeries { latest: symbol, cited })
}

/// The citations of the resolution with which the longest list of the preamble ends, and its session.
fn last_of_list(context: &RuleContext<'_>, earlier: &[(usize, u16, &Symbol)]) -> Option<(Vec<usize>, u16)> {
    let draft = context.draft;
    let in_paragraph = |paragraph: &Paragraph| {
        let is_here = |(at, ..): &&(usize, u16, &Symbol)| {
            draft
                .citations
                .get(*at)
                .is_some_and(|citation| paragraph.range.contains(&citation.range.start) && !citation.in_note)
        };
        earlier.iter().filter(is_here).collect::<Vec<_>>()
    };
    let preamble = draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Preambular);
    let longest =
        preamble.map(in_paragraph).max_by_key(Vec::len).filter(|list| list.len() >= LISTED).unwrap_or_default();
    let (_, session, last) = longest.iter().max_by_key(|(_, of, _)| *of)?;
    Some((earlier.iter().filter(|(.., symbol)| symbol == last).map(|(at, ..)| *at).collect(), *session))
}

/// Whether something shows for sure that last year's words are still there.
pub fn is_last_years(context: &RuleContext<'_>) -> bool {
    !context.past_sessions().is_empty()
        || context
            .yearly_series()
            .is_some_and(|series| !context.draft.citations.iter().any(|cited| cited.symbol == series.latest))
}

/// Whether a place is in a paragraph that takes up a report, or in a note that such a paragraph calls.
pub fn is_reporting(context: &RuleContext<'_>, at: usize) -> bool {
    let draft = context.draft;
    let called_by =
        |note: &str| draft.markers.iter().find(|marker| marker.label == note).map(|marker| marker.range.start);
    let in_note = draft.notes.iter().find(|note| note.range.contains(&at));
    let at = match in_note {
        Some(note) => called_by(&note.label),
        None => Some(at),
    };
    let holds = |at: usize| draft.paragraphs.iter().position(|paragraph| paragraph.range.contains(&at));
    let Some(paragraph) = at.and_then(holds) else { return false };
    let language = draft.language_at(draft.paragraphs.get(paragraph).map_or(0, |paragraph| paragraph.range.start));
    let text = plain(&draft.running(context.text, paragraph).text);
    let opening: String = text.chars().take(OPENING).collect();
    let words = language.updates;
    words.noting.iter().any(|word| opening.contains(word)) && words.report.iter().any(|word| text.contains(word))
}

/// Whether the report that a paragraph takes up is named near a place in it, before it or, as in Chinese, behind it: what is cited
/// farther off is cited for something else.
pub fn report_is_near(context: &RuleContext<'_>, at: usize) -> bool {
    let draft = context.draft;
    let Some(paragraph) = draft.paragraphs.iter().find(|paragraph| paragraph.range.contains(&at)) else { return false };
    let before = context.text.get(paragraph.range.start..at).unwrap_or_default();
    let behind = context.text.get(at..paragraph.range.end).unwrap_or_default();
    let near = plain(&[last_characters(before, NEAR_REPORT), first_characters(behind, BEHIND_REPORT)].concat());
    draft.language_at(paragraph.range.start).updates.report.iter().any(|word| near.contains(word))
}

/// How far before what asked for it a report is named, in characters: its title and its symbol may stand between.
const NEAR_REPORT: usize = 200;

/// How far behind it, where the sentence ends with the report.
const BEHIND_REPORT: usize = 48;

/// How far before its year it is said that an event is to take place, in characters: the place stands between.
const EVENT: usize = 64;

/// How many characters the opening words of a paragraph have at most.
const OPENING: usize = 48;

/// The years that a text speaks of as still to come, each with its place.
pub fn years_ahead(text: &str, language: &'static Language) -> Vec<(Range<usize>, u16)> {
    let ahead = |place: &Range<usize>| {
        let near = last_characters(text.get(..place.start).unwrap_or_default(), EVENT);
        let before = plain(near.rsplit(|c| is_semicolon(c) || is_full_stop(c)).next().unwrap_or_default());
        let has = |text: &str| language.updates.ahead.iter().any(|word| text.contains(word));
        let is_past = language.updates.past_before.iter().any(|word| before.ends_with(word.trim_end()));
        // In Chinese it stands right before the year: 将于2026年举行.
        let is_ahead = match before.chars().any(is_han) {
            true => language.updates.ahead.iter().any(|word| before.ends_with(word)),
            false => has(&before),
        };
        // “The post-2020 framework” is no event of that year.
        is_ahead && !is_past && !before.ends_with(is_dash)
    };
    figures(text, language, &[])
        .into_iter()
        .filter_map(|figure| match figure.value {
            FigureValue::Year(year) => Some((figure.range, year)),
            FigureValue::Date(date) => Some((figure.range, date.year)),
            FigureValue::Month { year: Some(year), .. } => Some((figure.range, year)),
            _ => None,
        })
        .filter(|(place, _)| ahead(place))
        .collect()
}

/// A text as [`plain`] has it, and the way back to its bytes.
pub fn plain_with_places(text: &str) -> (String, impl Fn(usize) -> usize) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices().filter(|(_, c)| !is_arabic_vowel_sign(*c)) {
        let before = out.len();
        match c.is_whitespace() {
            true => out.push(' '),
            false => out.extend(c.to_lowercase()),
        }
        places.extend(std::iter::repeat_n(at, out.len() - before));
    }
    let end = text.len();
    (out, move |at: usize| places.get(at).copied().unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH};

    #[test]
    fn sessions_are_named_in_words() {
        let named = |text: &str, language: &'static Language| {
            let sessions = sessions_in(text, language).into_iter();
            sessions.map(|named| (text[named.place].to_owned(), named.session)).collect::<Vec<_>>()
        };
        let one = |words: &str, session| vec![(words.to_owned(), session)];
        let two = |a: &str, b: &str| vec![(a.to_owned(), 91), (b.to_owned(), 92)];
        assert_eq!(named("to report to it at its ninety-first session;", ENGLISH), one("ninety-first", 91));
        assert_eq!(
            named("at its ninety-first and ninety-second sessions", ENGLISH),
            two("ninety-first", "ninety-second")
        );
        assert_eq!(named("the ninety-first lamp of the harbour", ENGLISH), []);
        assert_eq!(named("à sa soixante-dix-septième session,", FRENCH), one("soixante-dix-septième", 77));
        assert_eq!(named("en su septuagésimo séptimo período de sesiones", SPANISH), one("septuagésimo séptimo", 77));
        assert_eq!(
            named("en sus períodos de sesiones septuagésimo séptimo y septuagésimo octavo", SPANISH),
            [("septuagésimo séptimo".to_owned(), 77), ("septuagésimo octavo".to_owned(), 78)]
        );
        assert_eq!(named("на ее семьдесят седьмой сессии", RUSSIAN), one("семьдесят седьмой", 77));
        assert_eq!(named("提交大会第七十七届会议", CHINESE), one("七十七", 77));
        assert_eq!(named("إلى الجمعية العامة في دورتها السابعة والسبعين تقريرا", ARABIC), one("السابعة والسبعين", 77));
    }

    #[test]
    fn another_session_is_written_as_one_is() {
        let next = |written, language| counted_like(written, 77, 78, language);
        assert_eq!(next("seventy-seventh", ENGLISH).as_deref(), Some("seventy-eighth"));
        assert_eq!(next("soixante-dix-septième", FRENCH).as_deref(), Some("soixante-dix-huitième"));
        assert_eq!(next("septuagésimo séptimo", SPANISH).as_deref(), Some("septuagésimo octavo"));
        assert_eq!(next("семьдесят седьмой", RUSSIAN).as_deref(), Some("семьдесят восьмой"));
        assert_eq!(counted_like("девяносто второй", 92, 93, RUSSIAN).as_deref(), Some("девяносто третьей"));
        assert_eq!(counted_like("девяносто третью", 93, 94, RUSSIAN).as_deref(), Some("девяносто четвертую"));
        assert_eq!(next("七十七", CHINESE).as_deref(), Some("七十八"));
        assert_eq!(next("السابعة والسبعين", ARABIC).as_deref(), Some("الثامنة والسبعين"));
        assert_eq!(next("the other", ENGLISH), None);
    }
}
