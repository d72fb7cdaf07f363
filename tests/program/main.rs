//! What the program and its library do as a whole: the command line, conversations with an editor, and what holds of
//! every draft, rule and setting.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test did not expect shall end it")]

#[path = "../support/desk.rs"]
mod desk;
#[allow(dead_code, reason = "the benchmarks use the rest")]
#[path = "../../benches/drafts/mod.rs"]
mod drafts;
mod harness;
#[path = "../support/samples.rs"]
mod samples;
#[path = "../support/word_file.rs"]
mod word_file;
#[path = "../support/workspace.rs"]
mod workspace;

mod again;
mod akoma_ntoso;
mod benches;
mod cli;
mod compare;
mod complete;
mod concord;
mod examples;
mod files;
mod format;
mod house;
mod latency;
mod layouts;
mod library;
mod markdown;
mod of_text;
mod own_folders;
mod pages;
mod programs;
mod reading;
mod renumbered;
mod rewriting;
mod schemas;
mod session;
mod settings;
mod skeletons;
mod slow_client;
mod typing;
#[cfg(windows)]
mod windows;
mod word;
