//! Bodies that adopt resolutions or issue documents.

/// A body that adopts resolutions or issues documents of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Organ {
    /// `A/`.
    GeneralAssembly,
    /// `S/`.
    SecurityCouncil,
    /// `E/`.
    EconomicAndSocialCouncil,
    /// `T/`.
    TrusteeshipCouncil,
    /// `A/HRC/`, since 2006.
    HumanRightsCouncil,
    /// `UNEP/EA.`: the United Nations Environment Assembly of UNEP.
    EnvironmentAssembly,
    /// `E/CN.`: a functional commission of the Economic and Social Council by its series number, such as 15
    /// for the Commission on Crime Prevention and Criminal Justice. (`A/CN.9` is the General Assembly's.)
    Commission(u16),
    /// `ESCAP/`, `E/ESCAP/`: the Economic and Social Commission for Asia and the Pacific.
    AsiaPacificCommission,
    /// `A/CONF.`, `E/CONF.`: a conference by its series number.
    Conference(u16),
    /// `ST/`.
    Secretariat,
}

impl Organ {
    /// The letters that the organ's symbols begin with, for the principal organs, the Secretariat and the
    /// Human Rights Council. Source: Dag Hammarskjöld Library guide, "UN document symbols".
    pub fn prefix(self) -> Option<&'static str> {
        Some(match self {
            Organ::GeneralAssembly => "A",
            Organ::SecurityCouncil => "S",
            Organ::EconomicAndSocialCouncil => "E",
            Organ::TrusteeshipCouncil => "T",
            Organ::HumanRightsCouncil => "A/HRC",
            Organ::Secretariat => "ST",
            Organ::EnvironmentAssembly | Organ::Commission(_) | Organ::AsiaPacificCommission | Organ::Conference(_) => {
                return None;
            }
        })
    }

    /// The organ of a symbol's first two components.
    pub(super) fn of(first: &str, second: &str) -> Option<Organ> {
        let number = |of: &str| second.strip_prefix(of).and_then(|n| n.parse().ok());
        Some(match first {
            "A" if second == "HRC" => Organ::HumanRightsCouncil,
            "A" | "E" if second.starts_with("CONF.") => Organ::Conference(number("CONF.")?),
            "A" => Organ::GeneralAssembly,
            "S" => Organ::SecurityCouncil,
            "E" if second.starts_with("CN.") => Organ::Commission(number("CN.")?),
            "E" if second == "ESCAP" => Organ::AsiaPacificCommission,
            "E" => Organ::EconomicAndSocialCouncil,
            "T" => Organ::TrusteeshipCouncil,
            "ST" => Organ::Secretariat,
            "ESCAP" => Organ::AsiaPacificCommission,
            "UNEP" if second.starts_with("EA.") => Organ::EnvironmentAssembly,
            _ => return None,
        })
    }
}
