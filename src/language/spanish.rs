//! Spanish.

use super::{Citing, Language, Reading, Telling};

/// Spanish.
pub static SPANISH: &Language =
    &Language { code: "es", name: "español", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
