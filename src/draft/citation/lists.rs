//! Which numbers are instruments', and what kind each is: the lists that they stand in.
//!
//! A number is taken when a word for "resolution" or "decision" governs it: directly, as a member of a list,
//! or across a title (`46/152 of 18 December 1991 on …, and 62/175`), where it must look like nothing else.

use std::ops::Range;

use super::super::{CitationKind, Date};
use super::numbers::{InstrumentNumber, NumberForm};
use super::reader::{BodyMention, CitationReader, InstrumentKindWord, NumberTail, QuotedTitle};
use super::sessions;
use crate::language::{CitedBody, KindPosition};
use crate::script::punctuation::{FULL_WIDTH_SEMICOLON, IDEOGRAPHIC_STOP};

/// The longest description of a resolution, in bytes, that may stand between it and its owner or kind.
const LONGEST: usize = 900;

/// A number that was taken.
#[derive(Debug, Clone)]
pub(super) struct ListedNumber {
    pub number: InstrumentNumber,
    pub kind: CitationKind,
    pub date: Option<(Date, Range<usize>)>,
    pub title: Option<Range<usize>>,
    /// The body that the text says it belongs to.
    pub body: Option<CitedBody>,
    /// Whether the text says that it is the citing organ's own.
    pub own: bool,
    /// Which list it belongs to.
    list: usize,
    /// Whether nothing but separators, dates and names stands between it and the member before.
    close: bool,
    /// Where what belongs to it ends.
    end: usize,
}

/// The numbers that are instruments', in order; none where no kind is.
pub(super) fn members(
    reader: &CitationReader,
    flow: &str,
    numbers: Vec<InstrumentNumber>,
    mentions: &[BodyMention],
    titles: &[QuotedTitle],
    kinds: &[InstrumentKindWord],
) -> Vec<ListedNumber> {
    let mut members = match reader.order {
        KindPosition::KindFirst => kind_first(reader, flow, numbers, mentions, kinds),
        KindPosition::NumberFirst => number_first(reader, flow, numbers, mentions, titles, kinds),
    };
    share_bodies(&mut members);
    members
}

/// The date of a list for a member that has none of its own: the one after the list, where dates come last,
/// or the one before it.
pub(super) fn shared_date(members: &[ListedNumber], at: usize) -> Option<(Date, Range<usize>)> {
    let member = members.get(at)?;
    let after = members.get(at + 1..)?.iter().take_while(|next| next.list == member.list && next.close);
    let leading =
        |dated: &ListedNumber| dated.date.as_ref().is_some_and(|(_, range)| range.end <= dated.number.range.start);
    let date = after.take(24).find_map(|next| next.date.clone().map(|date| (leading(next), date)));
    if let Some((false, date)) = date {
        return Some(date);
    }
    let mut close = member.close;
    for before in members.get(..at)?.iter().rev().take(24) {
        if !close || before.list != member.list {
            return None;
        }
        if before.date.is_some() {
            return before.date.clone().filter(|_| leading(before));
        }
        close = before.close;
    }
    None
}

/// Gives the body that is named once in a list to the members beside it.
fn share_bodies(members: &mut [ListedNumber]) {
    for i in (1..members.len()).rev() {
        if let [before, member] = &mut members[i - 1..=i]
            && before.list == member.list
            && member.close
            && before.body.is_none()
            && !before.own
        {
            before.body = member.body;
        }
    }
    for i in 1..members.len() {
        if let [before, member] = &mut members[i - 1..=i]
            && before.list == member.list
            && member.body.is_none()
        {
            member.body = before.body;
            member.own |= before.own;
        }
    }
}

/// `resolutions 62/172 of 18 December 2007 and 62/175 of …`
fn kind_first(
    reader: &CitationReader,
    flow: &str,
    numbers: Vec<InstrumentNumber>,
    mentions: &[BodyMention],
    kinds: &[InstrumentKindWord],
) -> Vec<ListedNumber> {
    let mut members: Vec<ListedNumber> = Vec::new();
    let mut lists = 0;
    for number in numbers {
        let (start, end) = (number.range.start, number.range.end);
        let word = kinds.partition_point(|kind| kind.range.end <= start).checked_sub(1).and_then(|i| kinds.get(i));
        let before = members.last();
        // A word after the member before begins a list of its own, if the number follows it closely.
        let word_is_new =
            |word: &&InstrumentKindWord| before.is_none_or(|before| word.range.start >= before.number.range.end);
        let direct = word
            .filter(word_is_new)
            .filter(|word| flow.get(word.range.end..start).is_some_and(|between| reader.is_list(between)));
        if let Some(word) = direct {
            lists += 1;
            let (body, own) = body_before(reader, flow, word.range.start, mentions);
            let body = named_in(mentions, word.range.end..start).or(body);
            members.push(member(number, word.kind, reader.tail(flow, end), body, own, lists, false));
            continue;
        }
        let between = before.and_then(|before| flow.get(before.end..start)).unwrap_or_default();
        let close = before.is_some() && reader.is_list(between);
        // "shall become resolution 77/253 A", with "number" in the kind's place.
        let renamed = reader.head(flow, start) < start && members.iter().any(|known| known.number.form == number.form);
        let joined = || renamed || reader.is_joined(flow, start);
        if !close && !joined() {
            continue;
        }
        let tail = reader.tail(flow, end);
        if !close && !stands_alone(&number, before.is_some() && tail.date.is_some()) {
            continue;
        }
        let Some(kind) = before.map(|before| before.kind).or(word.map(|word| word.kind)) else { continue };
        let mut body = None;
        if let Some(before) = before.filter(|_| close) {
            body = named_in(mentions, before.end..start);
            if body.is_some() {
                lists += 1;
            }
        }
        members.push(member(number, kind, tail, body, false, lists, close));
    }
    members
}

/// `2007年12月18日第62/172和62/175号决议`
fn number_first(
    reader: &CitationReader,
    flow: &str,
    numbers: Vec<InstrumentNumber>,
    mentions: &[BodyMention],
    titles: &[QuotedTitle],
    kinds: &[InstrumentKindWord],
) -> Vec<ListedNumber> {
    let dates = reader.dates.all(flow);
    let mut members: Vec<ListedNumber> = Vec::new();
    let mut lists = 0;
    // From the end, because the word that says what they are comes last.
    for (i, number) in numbers.iter().enumerate().rev() {
        let sign = reader.sign_after(flow, number.range.end);
        let end = sign.unwrap_or(number.range.end);
        let head = reader.head(flow, number.range.start);
        let word = kinds.partition_point(|kind| kind.range.start < end);
        let next = members.last();
        // The word follows at once, or after what the resolutions are on.
        let word = kinds.get(word).filter(|word| {
            word.range.start == end
                || sign.is_some()
                    && word.range.start - end <= LONGEST
                    && next.is_none_or(|next| next.number.range.start > word.range.start)
                    && flow.get(end..word.range.start).is_some_and(|between| reader.is_leading_date(between))
        });
        let between = next.and_then(|next| flow.get(end..next.number.range.start)).unwrap_or_default();
        let close = next.is_some() && reader.is_list(between);
        let kind = match (word, next) {
            (Some(word), _) => word.kind,
            (None, Some(next)) if close => next.kind,
            (None, Some(next))
                if sign.is_some()
                    && reader.begins_joined(between)
                    && !between.contains([IDEOGRAPHIC_STOP, FULL_WIDTH_SEMICOLON]) =>
            {
                next.kind
            }
            _ => continue,
        };
        if word.is_some() {
            lists += 1;
        } else if let Some(next) = members.last_mut() {
            next.close = close;
        }
        let mut tail = reader.tail(flow, word.map_or(end, |word| word.range.end));
        let floor = i.checked_sub(1).and_then(|i| numbers.get(i)).map_or(0, |before| before.range.end);
        let leading = dates.partition_point(|(_, range)| range.end <= head).checked_sub(1).and_then(|i| dates.get(i));
        tail.date = leading
            .filter(|(_, range)| range.start >= floor)
            .filter(|(_, range)| flow.get(range.end..head).is_some_and(|between| reader.is_leading_date(between)))
            .cloned();
        let lead = tail.date.as_ref().map_or(head, |(_, range)| range.start);
        let title = titles.partition_point(|(_, span)| span.start < head).checked_sub(1).and_then(|i| titles.get(i));
        let title = title
            .filter(|(_, span)| span.start >= floor && span.end <= head)
            .filter(|(_, span)| flow.get(span.end..head).is_some_and(|between| reader.is_list(between)));
        tail.title = tail.title.or(title.map(|(title, _)| title.clone()));
        let (body, own) = body_before(reader, flow, lead, mentions);
        let body = named_in(mentions, lead.max(floor)..head).or(body);
        members.push(member(number.clone(), kind, tail, body, own, lists, false));
    }
    members.reverse();
    members
}

fn member(
    number: InstrumentNumber,
    kind: CitationKind,
    tail: NumberTail,
    body: Option<CitedBody>,
    own: bool,
    list: usize,
    close: bool,
) -> ListedNumber {
    let NumberTail { end, date, owner, title } = tail;
    ListedNumber { number, kind, date, title, body: owner.or(body), own, list, close, end }
}

/// The body that what begins at `at` belongs to, by what stands before it, and whether that is "its".
fn body_before(reader: &CitationReader, flow: &str, at: usize, mentions: &[BodyMention]) -> (Option<CitedBody>, bool) {
    let own = reader.is_own(flow, at);
    let mention =
        mentions.partition_point(|mention| mention.range.end <= at).checked_sub(1).and_then(|i| mentions.get(i));
    let body = mention.filter(|mention| at - mention.range.end <= LONGEST).filter(|mention| {
        let between = flow.get(mention.range.end..at).unwrap_or_default();
        (!own && reader.is_owned(between)) || reader.is_in_its(between)
    });
    (body.map(|mention| mention.body), own)
}

/// The last body that is named in a range.
fn named_in(mentions: &[BodyMention], range: Range<usize>) -> Option<CitedBody> {
    let mention = mentions.partition_point(|mention| mention.range.end <= range.end).checked_sub(1)?;
    let mention = mentions.get(mention)?;
    (mention.range.start >= range.start).then_some(mention.body)
}

/// Whether a number looks so much like an instrument's that it is one even across a title.
fn stands_alone(number: &InstrumentNumber, listed_with_date: bool) -> bool {
    match &number.form {
        NumberForm::Session { prefix, session, .. } => !prefix.is_empty() || *session >= 31 || listed_with_date,
        NumberForm::Year { .. } => listed_with_date,
        NumberForm::Roman { .. } => true,
        // General comments and recommendations have a number and a year, too.
        NumberForm::Council { number, year } => sessions::council_had(*number, *year),
    }
}
