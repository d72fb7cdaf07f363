//! What is thrown at the program, and what is made to be hard for it. In a process of its own, since every panic
//! in it is counted, also one that the program catches.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test did not expect shall end it")]

#[path = "../thrown/mod.rs"]
mod thrown;

mod edited;
mod hostile;
mod kept;
