//! Errors of structure and punctuation.

use super::Plant;

pub const PLANTS: &[Plant] = &[];
