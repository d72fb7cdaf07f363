//! Which state of a document with tracked changes is asked for.

use clap::{Args, ValueEnum};
use rapporteur::source::TrackedChanges;

/// Which state of a document with tracked changes is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ChangesState {
    /// As it was before them.
    Original,
    /// As if all were accepted.
    #[default]
    Accepted,
    /// What was put in and what was taken out, both.
    All,
}

impl From<ChangesState> for TrackedChanges {
    fn from(state: ChangesState) -> TrackedChanges {
        match state {
            ChangesState::Original => TrackedChanges::Original,
            ChangesState::Accepted => TrackedChanges::Accepted,
            ChangesState::All => TrackedChanges::All,
        }
    }
}

/// The option that asks for a state.
#[derive(Debug, Clone, Copy, Args)]
pub struct ChangesArguments {
    /// Which state of a Word document with tracked changes is read.
    #[arg(long, value_enum, value_name = "STATE", default_value_t)]
    changes: ChangesState,
}

impl ChangesArguments {
    /// The state that is asked for.
    pub fn state(self) -> TrackedChanges {
        self.changes.into()
    }
}
