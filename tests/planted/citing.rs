//! Errors in citations, symbols, dates and references.

use super::Plant;

pub const PLANTS: &[Plant] = &[];
