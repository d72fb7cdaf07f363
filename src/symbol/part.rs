//! What the components of a symbol say, so that a symbol can be put into words.

use super::Organ;

/// A component of a symbol. [`super::Symbol::parts`] gives them in the order in which they are printed.
///
/// Source of the meanings: Dag Hammarskjöld Library guide, "UN document symbols"; UNBIS Reference Manual,
/// field "document series symbol".
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SymbolPart {
    /// `A`, `S`, `E`, `T`, `ST`; `HRC` after `A`, which then follows the General Assembly; `EA` after `UNEP`.
    Organ(Organ),
    /// The organization, programme or treaty that a series belongs to: `UNEP`, `FCCC`, `NPT`.
    Series(String),
    /// A subsidiary body: `C.3`, `AC.105`, `CN.15`, `CONF.157`, `WG.6`, `PC.III`.
    Body {
        kind: SubsidiaryBody,
        /// Its number in the series, Roman numerals read (3 for `PC.III`).
        number: Option<u32>,
    },
    /// `63`, `S-20`, `ES-10`, `(XV)`, `(S-VI)`.
    Session(Session),
    /// `2007`, `(2000)`.
    Year(u16),
    /// `RES`, `DEC`, `PRST`, `L.`, `SR.`: what kind of document it is. Its number, if it has one, follows.
    Nature(DocumentNature),
    /// The number of the document.
    Number(u32),
    /// Numbers from the first to the last: `SR.1-28`, combined reports `11-13`.
    NumberRange(u32, u32),
    /// The parts of a resolution: `A`, `A-C`, `IV`. First and last, the same for a single one.
    Letters(String, String),
    /// `Rev.1`, `Add.2`, `Corr.1`.
    Modification {
        kind: Modification,
        /// Which one; `None` for a bare `Corrigendum`.
        number: Option<u32>,
    },
    /// `(Vol. I)`, `(Part II)`, `(Sect. 29A)`.
    Portion(Portion),
    /// `DR 2`, `DD I`: a draft resolution or decision inside the report.
    Proposal {
        /// [`DocumentNature::Resolution`] or [`DocumentNature::Decision`].
        kind: DocumentNature,
        /// Its number or letter in the report, as printed.
        label: Option<String>,
    },
    /// The hyphen between the two symbols of a joint one: `A/67/828-S/2013/210`.
    Joint,
    /// The State that a treaty body or the periodic review looks at, by its ISO 3166 code of three letters.
    State(String),
    /// A component with a meaning of its own series, as printed: `REP`, `OzL.Pro.28`, `[PARA.1]`.
    Other(String),
}

/// Kinds of subsidiary bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubsidiaryBody {
    /// `C.`: a standing, permanent, main or sessional committee. `A/C.1` to `A/C.6` are the Main Committees.
    Committee,
    /// `AC.`: an ad hoc committee or similar body.
    AdHocCommittee,
    /// `CN.`: a commission.
    Commission,
    /// `CONF.`: a conference.
    Conference,
    /// `COP`, and `CP` of the climate convention: a conference of the parties.
    ConferenceOfParties,
    /// `COSP`, `CSP`: a conference of States parties.
    ConferenceOfStatesParties,
    /// `MSP`: a meeting of States parties.
    MeetingOfStatesParties,
    /// `GC.`: a governing council.
    GoverningCouncil,
    /// `PC.`: a preparatory committee.
    PreparatoryCommittee,
    /// `SC.`: a subcommittee.
    Subcommittee,
    /// `Sub.`: a subcommission.
    Subcommission,
    /// `WG.`: a working group.
    WorkingGroup,
    /// `WP.` inside a regional commission's symbol: a working party.
    WorkingParty,
    /// `BUR`: the General Committee.
    GeneralCommittee,
    /// `SPC`: the Special Political Committee, to session 47.
    SpecialPoliticalCommittee,
}

/// A session of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Session {
    /// `63`, `(XV)`.
    Regular(u16),
    /// `S-20`, `(S-VI)`.
    Special(u16),
    /// `ES-10`, `(ES-V)`.
    EmergencySpecial(u16),
}

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentNature {
    /// `RES`, `Res.`.
    Resolution,
    /// `DEC`, `Dec.`.
    Decision,
    /// `PRST`: a statement by the President.
    PresidentialStatement,
    /// `L.`: limited distribution, generally a draft resolution.
    Limited,
    /// `R.`: restricted distribution.
    Restricted,
    /// `CRP.`: a conference room paper.
    ConferenceRoomPaper,
    /// `WP.`: a working paper.
    WorkingPaper,
    /// `INF`: an information series.
    Information,
    /// `NGO`: a statement by a non-governmental organization.
    NonGovernmental,
    /// `PET`: a petition.
    Petition,
    /// `PV.`: a verbatim record of a meeting (procès-verbal).
    VerbatimRecord,
    /// `SR.`: a summary record of a meeting.
    SummaryRecord,
    /// `GC` of a treaty body: a general comment or recommendation.
    GeneralComment,
    /// `Agenda`: a provisional agenda of the Security Council.
    Agenda,
    /// `SGB`: a bulletin of the Secretary-General.
    Bulletin,
    /// `AI`: an administrative instruction.
    AdministrativeInstruction,
    /// `IC`: an information circular.
    InformationCircular,
}

/// How a text was changed after it was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modification {
    /// `Rev.`: replaces the text before it.
    Revision,
    /// `Add.`
    Addendum,
    /// `Corr.`, `Corrigendum`.
    Corrigendum,
    /// `Amend.`
    Amendment,
    /// `Summary`.
    Summary,
}

/// Which portion of a document it is. Numbers are read from Roman numerals where they stand so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Portion {
    /// `(Vol. I)`.
    Volume(u32),
    /// `(Part I)`, `(Parts I and II)`: the first and the last.
    Parts(u32, u32),
    /// `(Sect. 29A)` of a budget: the number and its letter.
    Section(u32, Option<char>),
    /// `(Supp.)`: the supplement of the official records.
    Supplement,
    /// `(Introduction)`.
    Introduction,
    /// `(Plan outline)`.
    PlanOutline,
    /// `(Resumption 1)` of a meeting.
    Resumption(u32),
}
