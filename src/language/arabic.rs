//! Arabic.

use super::{Citing, Language, Reading, Telling};

/// Arabic.
pub static ARABIC: &Language =
    &Language { code: "ar", name: "العربية", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
