//! One draft's characters: how they are stored, and where they stand.

mod encoding;

pub use encoding::{Undecodable, decode};
