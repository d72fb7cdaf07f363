//! Whose a number is.

use super::super::{CitationKind, Date};
use super::CarriedNames;
use super::lists::ListedNumber;
use super::numbers::{InstrumentNumber, NumberForm};
use super::reader::{BodyMention, last};
use super::sessions::{fits, sessions_so_far};
use crate::language::CitedBody;
use crate::symbol::{Organ, Symbol};

/// Finds out, number after number, what their symbols begin with.
pub(super) struct OrganResolver<'a> {
    own: &'static str,
    flow: &'a str,
    mentions: &'a [BodyMention],
    /// Whether the block names the Human Rights Council.
    council: bool,
    named: &'a mut CarriedNames,
}

impl<'a> OrganResolver<'a> {
    pub fn new(
        own: Option<Organ>,
        flow: &'a str,
        mentions: &'a [BodyMention],
        named: &'a mut CarriedNames,
    ) -> OrganResolver<'a> {
        let own = match own {
            Some(Organ::HumanRightsCouncil) => "A/HRC",
            _ => "A",
        };
        let council =
            mentions.iter().any(|mention| matches!(mention.body, CitedBody::Council | CitedBody::Known("A/HRC")));
        OrganResolver { own, flow, mentions, council, named }
    }

    /// What the member's symbol begins with; `None` when its body has no symbols, or nobody can tell.
    pub fn stem(&mut self, member: &ListedNumber, date: Option<Date>) -> Option<&'static str> {
        let at = member.number.range.start;
        match member.number.form {
            NumberForm::Council { .. } => Some("S"),
            NumberForm::Roman { prefix, session, .. } => match member.body {
                Some(CitedBody::Unknown) => None,
                Some(CitedBody::Known(stem)) if !matches!(stem, "A" | "E" | "S") => None,
                Some(CitedBody::Known("E")) => Some("E"),
                // The Assembly counted to XXX that way, the Economic and Social Council to LXIII.
                _ => Some(if prefix.is_empty() && session > 30 { "E" } else { "A" }),
            },
            NumberForm::Year { .. } => match member.body {
                Some(CitedBody::Unknown) => None,
                Some(CitedBody::Known(stem)) if counts_by_years(stem) => Some(stem),
                Some(CitedBody::Commission) => self.commission(at).filter(|stem| counts_by_years(stem)).or(Some("E")),
                _ => Some("E"),
            },
            NumberForm::Session { prefix: "ES-", .. } => Some("A"),
            NumberForm::Session { prefix, session, number } => {
                let stem = self.of_session(member, prefix, session, number, date, at)?;
                if stem != "A" && (member.body.is_some() || date.is_some()) {
                    let entry = (prefix, session, number, stem);
                    if self.named.numbers.len() < 256 && !self.named.numbers.contains(&entry) {
                        self.named.numbers.push(entry);
                    }
                }
                Some(stem)
            }
        }
    }

    fn of_session(
        &self,
        member: &ListedNumber,
        prefix: &'static str,
        session: u16,
        number: u16,
        date: Option<Date>,
        at: usize,
    ) -> Option<&'static str> {
        let said = match member.body {
            Some(CitedBody::Unknown) => return None,
            // Committees without a name of their own here are called so, too.
            Some(CitedBody::Commission) => match self.commission(at) {
                None if session < 31 => return None,
                stem => stem,
            },
            Some(CitedBody::Council) => Some("A/HRC"),
            // These two do not count by sessions.
            Some(CitedBody::Known("S" | "E")) | None => None,
            Some(CitedBody::Known(stem)) => Some(stem),
        };
        let possible = |stem| date.and_then(|date| fits(stem, prefix, session, date));
        if let Some(said) = said {
            // In a list that begins with another body's, a date that fits the Assembly alone is telling.
            let other = said != "A"
                && possible(said) != Some(true)
                && (possible("A") == Some(true) || session > sessions_so_far(said));
            return Some(if other { "A" } else { said });
        }
        let remembered = || {
            self.named
                .numbers
                .iter()
                .find(|known| (known.0, known.1, known.2) == (prefix, session, number))
                .map(|known| known.3)
        };
        let council = self.council || !self.named.numbers.is_empty();
        if self.own == "A" && possible("A") != Some(true) {
            let record = || {
                let stem = record(self.flow, at).filter(|_| !member.own)?;
                (session <= sessions_so_far(stem) && (prefix.is_empty() || stem == "A/HRC")).then_some(stem)
            };
            if let Some(stem) = remembered().or_else(record) {
                return Some(stem);
            }
            if possible("A") == Some(false) {
                let commission = self.commission(at);
                let others = council.then_some("A/HRC").into_iter().chain(commission);
                if let Some(stem) = others.into_iter().find(|stem| possible(stem) == Some(true)) {
                    return Some(stem);
                }
            }
        }
        if !prefix.is_empty() || session >= 31 {
            let foreign = possible(self.own) == Some(false) && possible("A") == Some(true);
            return Some(if foreign { "A" } else { self.own });
        }
        if self.own != "A" {
            return Some(self.own);
        }
        // The Assembly has had no numbers like this: whoever was named last with sessions of their own.
        match self.last_with_sessions(at) {
            Some(body) => body,
            None if possible("A/HRC") == Some(true) => Some("A/HRC"),
            None => None,
        }
    }

    /// The commission that "the Commission" means at a place.
    fn commission(&self, at: usize) -> Option<&'static str> {
        last_commission(self.before(at)).or(self.named.commission)
    }

    /// The bodies that are named before a place.
    fn before(&self, at: usize) -> &[BodyMention] {
        let end = self.mentions.partition_point(|mention| mention.range.end <= at);
        self.mentions.get(..end).unwrap_or_default()
    }

    /// The last body before a place that numbers by sessions, but not the Assembly. The inner `None` is a
    /// body without symbols.
    fn last_with_sessions(&self, at: usize) -> Option<Option<&'static str>> {
        self.before(at)
            .iter()
            .rev()
            .take(512)
            .filter_map(|mention| match mention.body {
                CitedBody::Known("A" | "S" | "E") => None,
                CitedBody::Known(stem) => Some(Some(stem)),
                CitedBody::Council => Some(Some("A/HRC")),
                CitedBody::Commission => Some(self.commission(at)),
                CitedBody::Unknown => Some(None),
            })
            .next()
    }
}

/// What the symbols of the body begin with whose official record is cited shortly before a number, as in
/// `Supplement No. 53 (A/66/53), chap. II, resolution 17/4`. Each body's report has its own supplement.
fn record(flow: &str, at: usize) -> Option<&'static str> {
    let before = last(flow, at, 120);
    let open = before.rfind("(A/").max(before.rfind("(E/"))?;
    let mut parts = before.get(open + 1..)?.split([')', ',', ';', ' ']).next()?.split('/');
    let (organ, session, supplement) = (parts.next()?, parts.next()?, parts.next()?);
    if !session.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(match (organ, supplement) {
        ("A", "53") => "A/HRC",
        ("E", "23") => "E/CN.4",
        ("E", "24") => "E/CN.3",
        ("E", "25") => "E/CN.9",
        ("E", "26") => "E/CN.5",
        ("E", "27") => "E/CN.6",
        ("E", "28") => "E/CN.7",
        ("E", "30") => "E/CN.15",
        ("E", "31") => "E/CN.16",
        _ => return None,
    })
}

/// Whether a body of the Economic and Social Council numbers its resolutions by years, as the Council does.
fn counts_by_years(stem: &str) -> bool {
    matches!(stem, "E/CN.4" | "E/CN.9")
}

/// Notes which commission a block leaves as "the Commission".
pub(super) fn remember(mentions: &[BodyMention], named: &mut CarriedNames) {
    named.commission = last_commission(mentions).or(named.commission);
}

fn last_commission(mentions: &[BodyMention]) -> Option<&'static str> {
    // Far enough back for any paragraph; not so far that a hostile one takes for ever.
    mentions.iter().rev().take(512).find_map(|mention| commission(mention.body))
}

/// What a body's symbols begin with, if "the Commission" may mean it later.
pub(super) fn commission(body: CitedBody) -> Option<&'static str> {
    match body {
        CitedBody::Known(stem) if stem.starts_with("E/CN.") => Some(stem),
        _ => None,
    }
}

/// The symbol of a number; `None` when the body has no symbols for that kind.
pub(super) fn symbol(stem: &str, kind: CitationKind, number: &InstrumentNumber) -> Option<Symbol> {
    let decision = kind == CitationKind::Decision;
    let spelled = number.spelled();
    let text = match (stem, &number.form) {
        // The assemblies of the two programmes in Nairobi put the session first.
        ("UNEP/EA" | "HSP/HA", NumberForm::Session { session, number, .. }) if !decision && *session < 31 => {
            format!("{stem}.{session}/Res.{number}")
        }
        ("UNEP/EA" | "HSP/HA", _) => return None,
        ("CBD/COP", NumberForm::Session { .. }) if decision => format!("CBD/COP/DEC/{spelled}"),
        ("CBD/COP", _) => return None,
        _ if decision => format!("{stem}/DEC/{spelled}"),
        _ => format!("{stem}/RES/{spelled}"),
    };
    Symbol::parse(&text).ok()
}
