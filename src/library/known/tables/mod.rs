//! The tables, one file a field.

mod charter;
mod crime;
mod development;
mod disarmament;
mod environment;
mod human_rights;
mod humanitarian;
mod labour;
mod numbered;
mod sea;

use super::WellKnownInstrument;

/// All tables.
pub static ALL: [&[WellKnownInstrument]; 10] = [
    charter::CHARTER,
    human_rights::HUMAN_RIGHTS,
    crime::CRIME,
    disarmament::DISARMAMENT,
    sea::SEA,
    environment::ENVIRONMENT,
    humanitarian::HUMANITARIAN,
    development::DEVELOPMENT,
    labour::LABOUR,
    numbered::NUMBERED,
];
