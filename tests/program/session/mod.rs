//! Conversations between an editor and the real program.

mod aids;
mod burst;
mod citations;
mod completion;
mod configuration;
mod encodings;
mod formatting;
mod garbage;
mod gone;
mod knowledge;
mod known;
mod leaving;
mod library;
mod lifecycle;
mod many;
mod mends;
mod quiet;
mod referring;
mod renumbering;
mod status;
mod story;
mod typing;
mod unanswered;
mod versions;
mod voices;
mod workspace;
