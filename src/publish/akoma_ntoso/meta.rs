//! What is said about a document: what it is, of whom, in which language, and by what names it is known.

use super::element::AknElement;

use crate::draft::{Date, Draft};
use crate::language::iso_639_of_three_letters;
use crate::symbol::Organ;

/// The date that the United Nations' own files have where there is none, since the schema wants one.
const NO_DATE: &str = "0001-01-01";

/// What a document is, as far as the draft says it.
#[derive(Debug)]
pub struct AknIdentity {
    /// `/akn/un/statement/deliberation/unga/2037-12-03/92-14`.
    work: String,
    /// When it was adopted.
    date: Option<String>,
    title: Option<String>,
    language: &'static str,
    /// The author's name, and the name by which it is known among organizations.
    author: (String, &'static str),
}

impl AknIdentity {
    /// What a draft is.
    pub fn of(draft: &Draft) -> AknIdentity {
        let date = draft.adopted.filter(|date| date.is_possible() && date.year > 0);
        let date = date.map(Date::iso);
        let (actor, known_as) = draft.organ.map_or((None, "un"), known_as);
        // Of the United Nations' own resolutions the address has the number alone. What has none is `nn` by the naming
        // convention of Akoma Ntoso.
        let number = draft.symbol.as_ref().map_or("nn".to_owned(), |symbol| {
            let number = if symbol.is_resolution() { symbol.short().into_owned() } else { symbol.as_str().to_owned() };
            let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
            let number: String = number.chars().map(plain).collect();
            number.split('-').filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("-")
        });
        let path = ["/akn/un/statement/deliberation"].into_iter().chain(actor).chain(date.as_deref()).chain([&*number]);
        let work = path.collect::<Vec<_>>().join("/");
        let author = match draft.organ {
            Some(organ) => draft.language.telling.organ(organ),
            None => "United Nations".to_owned(),
        };
        let title = draft.title.as_ref().map(|title| title.text.clone());
        let language = iso_639_of_three_letters(draft.language);
        AknIdentity { work, date, title, language, author: (author, known_as) }
    }

    /// The `meta` of the document or of one of its parts, by the part's name: `main` is the document.
    pub fn meta(&self, part: &str) -> AknElement {
        let AknIdentity { work, language, .. } = self;
        let value = |name, value: String| AknElement::new(name).with("value", value);
        let expression = format!("{work}/{language}@");
        let author =
            |role: &'static str| AknElement::new("FRBRauthor").with("href", "#author").with("as", format!("#{role}"));
        let date = |date: &str, name: &str| AknElement::new("FRBRdate").with("date", date).with("name", name);
        let unknown = || date(NO_DATE, "unknown");
        let mut of_work = AknElement::new("FRBRWork")
            .holding(value("FRBRthis", format!("{work}/!{part}")))
            .holding(value("FRBRuri", work.clone()));
        if let Some(title) = self.title.as_ref().filter(|_| part == "main") {
            of_work.push(value("FRBRalias", title.clone()).with("name", "title"));
        }
        let of_work = of_work
            .holding(self.date.as_ref().map_or_else(unknown, |day| date(day, "adoption")))
            .holding(author("authorRole"))
            .holding(value("FRBRcountry", "un".to_owned()));
        let of_expression = AknElement::new("FRBRExpression")
            .holding(value("FRBRthis", format!("{expression}/!{part}")))
            .holding(value("FRBRuri", expression.clone()))
            .holding(unknown())
            .holding(author("authorRole"))
            .holding(AknElement::new("FRBRlanguage").with("language", *language));
        let file = format!("{expression}/!{part}.xml");
        let editor = AknElement::new("FRBRauthor").with("href", "#rapporteur").with("as", "#editorRole");
        let of_manifestation = AknElement::new("FRBRManifestation")
            .holding(value("FRBRthis", file.clone()))
            .holding(value("FRBRuri", file))
            .holding(unknown())
            .holding(editor);
        let identification = AknElement::new("identification").with("source", "#rapporteur");
        let identification = identification.holding(of_work).holding(of_expression).holding(of_manifestation);
        AknElement::new("meta").holding(identification)
    }

    /// What the `meta` of all parts refers to.
    pub fn references(&self) -> AknElement {
        let known = |name, id: &str, class: &str, known_as: &str, shown: &str| {
            let element = AknElement::new(name).with("eId", id).with("href", format!("/ontology/{class}/{known_as}"));
            element.with("showAs", shown)
        };
        let (author, known_as) = &self.author;
        AknElement::new("references")
            .with("source", "#rapporteur")
            .holding(known("TLCOrganization", "author", "organization", known_as, author))
            .holding(known("TLCObject", "rapporteur", "object", "rapporteur", "Rapporteur"))
            .holding(known("TLCRole", "authorRole", "role", "author", "author"))
            .holding(known("TLCRole", "editorRole", "role", "editor", "editor"))
    }
}

/// The name by which an organ is known in addresses, if there is one, and among organizations.
fn known_as(organ: Organ) -> (Option<&'static str>, &'static str) {
    let name = match organ {
        Organ::GeneralAssembly => "unga",
        Organ::SecurityCouncil => "unsc",
        Organ::EconomicAndSocialCouncil => "ecosoc",
        Organ::TrusteeshipCouncil => "untc",
        Organ::HumanRightsCouncil => "unhrc",
        Organ::EnvironmentAssembly => "unea",
        Organ::AsiaPacificCommission => "escap",
        Organ::Commission(_) | Organ::Conference(_) | Organ::Secretariat => return (None, "un"),
    };
    (Some(name), name)
}
