//! Conversations between an editor and the real program.

#[path = "../harness/mod.rs"]
mod harness;

mod burst;
mod citations;
mod configuration;
mod encodings;
mod formatting;
mod garbage;
mod knowledge;
mod known;
mod library;
mod lifecycle;
mod mends;
mod status;
mod story;
mod unanswered;
mod workspace;
