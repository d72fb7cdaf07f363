//! French.

use super::{Citing, Language, Reading, Telling};

/// French.
pub static FRENCH: &Language =
    &Language { code: "fr", name: "français", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
