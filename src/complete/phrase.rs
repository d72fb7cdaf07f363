//! The phrase by which an instrument is cited, less what stands before the cursor already.

use super::place::{PartialCitation, PartialOwner};
use super::spelling::spelled;
use crate::draft::Date;
use crate::language::{CompletionPhrases, KindPosition, Language};
use crate::symbol::{Organ, Symbol};

/// What is written for an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationPhrase {
    /// Whether the word before the number is written anew with it.
    pub with_kind: bool,
    pub text: String,
}

/// Where an instrument is to be cited.
#[derive(Debug, Clone, Copy)]
pub struct CitationFrame<'a> {
    pub language: &'static Language,
    /// The organ that speaks.
    pub organ: Option<Organ>,
    pub citing: &'a PartialCitation,
    /// The word before the number, as typed.
    pub kind: &'a str,
    /// What stands behind the cursor.
    pub tail: &'a str,
}

/// What a symbol must begin with to be of this organ.
pub fn stem(symbol: &Symbol) -> Option<&'static str> {
    match symbol.organ()? {
        Organ::EnvironmentAssembly => Some("UNEP/EA"),
        Organ::Secretariat => None,
        organ => organ.prefix(),
    }
}

impl CitationFrame<'_> {
    /// Whether the instrument is the speaking organ's own. A draft that names no organ is the General Assembly's.
    pub fn is_own(&self, symbol: &Symbol) -> bool {
        symbol.organ() == Some(self.organ.unwrap_or(Organ::GeneralAssembly))
    }

    /// Whether the instrument can be meant, by what was said before.
    pub fn can_mean(&self, symbol: &Symbol) -> bool {
        let kind = match self.citing.resolution {
            Some(true) => symbol.is_resolution(),
            Some(false) => symbol.is_decision(),
            None => symbol.is_resolution() || symbol.is_decision(),
        };
        kind && match self.citing.owner {
            PartialOwner::Own => self.is_own(symbol),
            PartialOwner::Body(body) => stem(symbol) == Some(body),
            PartialOwner::Somebody => !self.is_own(symbol),
            PartialOwner::Unsaid | PartialOwner::Closed => self.is_own(symbol) || self.owner(symbol).is_some(),
        }
    }

    /// The phrase; `None` where the instrument's body has no name to cite it by.
    pub fn phrase(&self, symbol: &Symbol, date: Option<Date>) -> Option<CitationPhrase> {
        let phrases = &self.language.writing.citation;
        let own = self.is_own(symbol);
        let unsaid = matches!(self.citing.owner, PartialOwner::Unsaid | PartialOwner::Closed) && !self.citing.joined;
        let owner = if own || !unsaid { "" } else { self.owner(symbol)? };
        let dated = self.dated(date, !owner.is_empty());
        let number = spelled(symbol, self.language);
        let kind = phrases.kinds[usize::from(symbol.is_decision())];
        let fill = |template: &str| {
            let text = template.replace("{owner}", owner).replace("{number}", &number).replace("{dated}", &dated);
            text.replace("{kind}", kind)
        };
        if self.language.citing.order == KindPosition::NumberFirst {
            return Some(self.number_first(unsaid && own, !owner.is_empty(), &fill));
        }
        let text = fill(if owner.is_empty() { phrases.own } else { phrases.others });
        let before = if !unsaid || self.citing.owner == PartialOwner::Closed {
            None
        } else if own {
            let prefixed = |before: &str| before.chars().all(|c| self.language.naming.prefixes.contains(&c));
            phrases.owned.iter().find_map(|(kind, owned)| {
                let before = self.kind.strip_suffix(kind).filter(|before| prefixed(before))?;
                let organ = Some(self.organ.unwrap_or(Organ::GeneralAssembly));
                Some(format!("{before}{}", CompletionPhrases::spoken(owned, organ)))
            })
        } else {
            (!phrases.named.is_empty()).then(|| phrases.named.replace("{owner}", owner).replace("{kind}", self.kind))
        };
        // "The Security Council resolution" is as good as "Security Council resolution".
        let before = before.or_else(|| {
            let closed = self.citing.owner == PartialOwner::Closed && !own && !phrases.named.is_empty();
            closed.then(|| phrases.named.replace("{owner}", owner).replace("{kind}", self.kind))
        });
        Some(match before {
            Some(before) => CitationPhrase { with_kind: true, text: format!("{before} {text}") },
            None => CitationPhrase { with_kind: false, text },
        })
    }

    /// `其2007年12月18日第62/175号决议`, or what is left of it to be written.
    fn number_first(&self, own: bool, named: bool, fill: &dyn Fn(&str) -> String) -> CitationPhrase {
        let phrases = &self.language.writing.citation;
        let whole = if named { phrases.others } else { phrases.own };
        let from = if own || named { 0 } else { whole.find("{dated}").unwrap_or(0) };
        let with_kind = !self.citing.dated;
        let from = if with_kind { from } else { whole.find("{number}").unwrap_or(0) };
        let sign = self.language.citing.after_number;
        let there = self.tail.starts_with(sign) && !sign.is_empty();
        let end = if there { whole.find(sign).unwrap_or(whole.len()) } else { whole.len() };
        CitationPhrase { with_kind, text: fill(whole.get(from..end).unwrap_or_default()) }
    }

    fn dated(&self, date: Option<Date>, of_others: bool) -> String {
        let phrases = &self.language.writing.citation;
        let Some(date) = date else { return String::new() };
        let template = if of_others { phrases.dated_others } else { phrases.dated };
        let date = self.language.locale.date(date.into());
        // A mark that stands behind the cursor is enough.
        let ends = self.tail.trim_start().starts_with(|c: char| !c.is_alphanumeric());
        let closing = if ends { "" } else { phrases.closing };
        format!("{}{closing}", template.replace("{}", &date))
    }

    fn owner(&self, symbol: &Symbol) -> Option<&'static str> {
        let stem = stem(symbol)?;
        self.language.writing.citation.owners.iter().find(|(of, _)| *of == stem).map(|(_, name)| *name)
    }
}
