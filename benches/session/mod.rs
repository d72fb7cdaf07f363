//! What a session at the keyboard is measured with.

pub mod check;
pub mod client;
pub mod empty;
pub mod keys;
pub mod library;
pub mod numbers;
pub mod places;
pub mod report;
pub mod servers;

use crate::drafts;
