//! What the program says in a language: in hovers and outlines, the names of organs and sessions, dates, a
//! symbol's parts in words.
//!
//! A template has `{}` where a number or a name goes in. Where there is none to go in, what stands in square
//! brackets is left out.

mod facts;

pub use facts::InstrumentPhrases;

use crate::symbol::{DocumentNature, Modification, Organ, Portion, Session, SubsidiaryBody, Symbol, SymbolPart};

/// What the program says in a language.
#[derive(Debug)]
pub struct UiStrings {
    /// The organs' official names.
    pub organs: OrganTitles,
    /// The First to the Sixth Committee of the General Assembly.
    pub main_committees: [&'static str; 6],
    /// Functional commissions of the Economic and Social Council, by their series number (`E/CN.15`).
    pub commissions: &'static [(u16, &'static str)],
    /// A session in words: `Sixty-second session`.
    pub session: fn(Session) -> String,
    /// Subsidiary bodies.
    pub body: fn(SubsidiaryBody) -> &'static str,
    /// Kinds of documents.
    pub nature: fn(DocumentNature) -> &'static str,
    /// A document of no particular kind.
    pub document: &'static str,
    /// A draft resolution inside a report.
    pub draft_resolution: &'static str,
    /// A draft decision inside a report.
    pub draft_decision: &'static str,
    /// Addenda, corrigenda, amendments, and revisions beyond those that have names.
    pub modification: fn(Modification) -> &'static str,
    /// The first revision, the second and so on.
    pub revisions: &'static [&'static str],
    /// One part of a resolution or document.
    pub part: &'static str,
    /// Several parts; `{1}` is the last.
    pub parts: &'static str,
    /// Other portions of a document.
    pub portion: fn(&Portion) -> &'static str,
    /// Between the two halves of a joint symbol.
    pub joint: &'static str,
    /// A year by itself.
    pub year: &'static str,
    /// Between the parts of a list.
    pub comma: &'static str,
    /// Between what something is and what is said of it.
    pub colon: &'static str,
    /// How often the draft cites something.
    pub cited: fn(usize) -> String,
    /// How many texts of the workspace cite a draft, at least one; over its title.
    pub cited_here: fn(usize) -> String,
    /// A paragraph by its number.
    pub paragraph: &'static str,
    /// The document at the United Nations.
    pub official_document: &'static str,
    /// The preamble, in the outline.
    pub preamble: &'static str,
    /// The notes, in the outline.
    pub notes: &'static str,
    /// A paragraph or note without words.
    pub empty: &'static str,
    /// What is known of an instrument.
    pub facts: InstrumentPhrases,
}

/// The names of the organs.
#[derive(Debug)]
pub struct OrganTitles {
    pub general_assembly: &'static str,
    pub security_council: &'static str,
    pub economic_and_social_council: &'static str,
    pub trusteeship_council: &'static str,
    pub human_rights_council: &'static str,
    pub environment_assembly: &'static str,
    pub asia_pacific_commission: &'static str,
    pub secretariat: &'static str,
}

impl UiStrings {
    /// The name of an organ.
    pub fn organ(&self, organ: Organ) -> String {
        let name = match organ {
            Organ::GeneralAssembly => self.organs.general_assembly,
            Organ::SecurityCouncil => self.organs.security_council,
            Organ::EconomicAndSocialCouncil => self.organs.economic_and_social_council,
            Organ::TrusteeshipCouncil => self.organs.trusteeship_council,
            Organ::HumanRightsCouncil => self.organs.human_rights_council,
            Organ::EnvironmentAssembly => self.organs.environment_assembly,
            Organ::AsiaPacificCommission => self.organs.asia_pacific_commission,
            Organ::Secretariat => self.organs.secretariat,
            Organ::Commission(number) => return self.body(None, SubsidiaryBody::Commission, Some(number.into())),
            Organ::Conference(number) => return self.body(None, SubsidiaryBody::Conference, Some(number.into())),
        };
        name.to_owned()
    }

    /// A symbol's parts in words: `Economic and Social Council, 2007, document 30, first revision`.
    pub fn symbol(&self, symbol: &Symbol) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut organ = None;
        // What kind of document it is stands before the session or the year, its number after.
        let mut nature = None;
        let parts = symbol.parts();
        let mut parts = parts.iter().peekable();
        while let Some(part) = parts.next() {
            match part {
                // Of `A/HRC` the Council says it all.
                SymbolPart::Organ(_) if matches!(parts.peek(), Some(SymbolPart::Organ(_))) => {}
                SymbolPart::Organ(of) => {
                    organ = Some(*of);
                    words.push(self.organ(*of));
                }
                SymbolPart::Series(name) | SymbolPart::State(name) | SymbolPart::Other(name) => {
                    words.push(name.clone())
                }
                SymbolPart::Body { kind, number } => words.push(self.body(organ, *kind, *number)),
                SymbolPart::Session(session) => words.push((self.session)(*session)),
                SymbolPart::Year(year) => words.push(fill(self.year, &year.to_string())),
                SymbolPart::Nature(kind) => {
                    words.extend(nature.replace((self.nature)(*kind)).map(|kind| fill(kind, "")))
                }
                SymbolPart::Number(number) => {
                    let mut number = number.to_string();
                    // `S/RES/1325 (2000)`: the year is part of the number.
                    if let Some(SymbolPart::Year(year)) = parts.next_if(|next| matches!(next, SymbolPart::Year(_))) {
                        number = format!("{number} ({year})");
                    }
                    words.push(fill(nature.take().unwrap_or(self.document), &number));
                }
                SymbolPart::NumberRange(first, last) => {
                    words.push(fill(nature.take().unwrap_or(self.document), &format!("{first}–{last}")));
                }
                SymbolPart::Letters(first, last) => words.push(self.parts(first, last)),
                SymbolPart::Modification { kind, number } => words.push(self.modification(*kind, *number)),
                SymbolPart::Portion(Portion::Parts(first, last)) => {
                    words.push(self.parts(&first.to_string(), &last.to_string()));
                }
                SymbolPart::Portion(portion) => words.push(self.portion(portion)),
                SymbolPart::Proposal { kind, label } => {
                    let template =
                        if *kind == DocumentNature::Decision { self.draft_decision } else { self.draft_resolution };
                    words.push(fill(template, label.as_deref().unwrap_or_default()));
                }
                SymbolPart::Joint => {
                    words.extend(nature.take().map(|kind| fill(kind, "")));
                    words.push(self.joint.to_owned());
                }
            }
        }
        words.extend(nature.take().map(|kind| fill(kind, "")));
        words.join(self.comma)
    }

    /// A subsidiary body, by its name where it is one of those that everybody knows by it.
    fn body(&self, of: Option<Organ>, kind: SubsidiaryBody, number: Option<u32>) -> String {
        let index = number.and_then(|number| usize::try_from(number).ok());
        if let (SubsidiaryBody::Committee, Some(Organ::GeneralAssembly), Some(index)) = (kind, of, index)
            && let Some(name) = index.checked_sub(1).and_then(|index| self.main_committees.get(index))
        {
            return (*name).to_owned();
        }
        if kind == SubsidiaryBody::Commission && of != Some(Organ::GeneralAssembly) {
            let named = self.commissions.iter().find(|(commission, _)| Some(u32::from(*commission)) == number);
            if let Some((_, name)) = named {
                return (*name).to_owned();
            }
        }
        fill((self.body)(kind), &number.map(|number| number.to_string()).unwrap_or_default())
    }

    fn modification(&self, kind: Modification, number: Option<u32>) -> String {
        let index = number.and_then(|number| usize::try_from(number).ok()).and_then(|number| number.checked_sub(1));
        match (kind, index.and_then(|index| self.revisions.get(index))) {
            (Modification::Revision, Some(name)) => (*name).to_owned(),
            _ => fill((self.modification)(kind), &number.map(|number| number.to_string()).unwrap_or_default()),
        }
    }

    fn parts(&self, first: &str, last: &str) -> String {
        if first == last { fill(self.part, first) } else { fill(self.parts, first).replace("{1}", last) }
    }

    fn portion(&self, portion: &Portion) -> String {
        let number = match portion {
            Portion::Volume(number) | Portion::Resumption(number) | Portion::Parts(number, _) => number.to_string(),
            Portion::Section(number, letter) => format!("{number}{}", letter.map(String::from).unwrap_or_default()),
            Portion::Supplement | Portion::Introduction | Portion::PlanOutline => String::new(),
        };
        fill((self.portion)(portion), &number)
    }
}

/// Puts a value into a template.
pub fn fill(template: &str, value: &str) -> String {
    match (template.split_once('['), template.split_once(']')) {
        (Some((before, _)), Some((_, after))) if value.is_empty() => format!("{before}{after}"),
        _ => template.replace(['[', ']'], "").replace("{}", value),
    }
}

#[cfg(test)]
mod tests;
