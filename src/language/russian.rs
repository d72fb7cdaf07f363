//! Russian.

use super::{Citing, Language, Reading, Telling};

/// Russian.
pub static RUSSIAN: &Language =
    &Language { code: "ru", name: "русский", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
