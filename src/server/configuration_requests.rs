//! Questions to the client, of which a client that never answers is asked a few only.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many questions may be unanswered at a time.
const UNANSWERED: usize = 4;

/// Questions of one kind. A later answer holds against an earlier question's.
#[derive(Debug, Default)]
pub struct ConfigurationRequests(Mutex<RequestCounts>);

#[derive(Debug, Default)]
struct RequestCounts {
    unanswered: usize,
    /// There was reason to ask while too many were unanswered.
    again: bool,
    asked: u64,
    /// The latest question that was answered.
    answered: u64,
}

/// A question in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConfigurationRequest(u64);

impl ConfigurationRequests {
    /// Asks to ask: not now, if too many questions are unanswered. Then the first answer lets ask again.
    pub fn begin(&self) -> Option<ConfigurationRequest> {
        let mut state = self.state();
        if state.unanswered >= UNANSWERED {
            state.again = true;
            return None;
        }
        state.unanswered += 1;
        state.asked += 1;
        Some(ConfigurationRequest(state.asked))
    }

    /// Whether no later question than this one was answered. It is answered now.
    pub fn is_newest(&self, question: ConfigurationRequest) -> bool {
        let mut state = self.state();
        let newest = question.0 > state.answered;
        state.answered = state.answered.max(question.0);
        newest
    }

    /// Says that a question was answered. Gives the next, if there was reason to ask again.
    pub fn end(&self) -> Option<ConfigurationRequest> {
        let mut state = self.state();
        state.unanswered = state.unanswered.saturating_sub(1);
        let again = std::mem::take(&mut state.again);
        drop(state);
        again.then(|| self.begin()).flatten()
    }

    fn state(&self) -> MutexGuard<'_, RequestCounts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_never_answers_is_asked_a_few_times() {
        let asking = ConfigurationRequests::default();
        let questions: Vec<ConfigurationRequest> = (0..1000).filter_map(|_| asking.begin()).collect();
        assert_eq!(questions.len(), UNANSWERED);
        // One answer, and what was missed is asked; nothing was missed since.
        let next = asking.end();
        assert!(next.is_some_and(|next| !questions.contains(&next)));
        assert_eq!(asking.end(), None);
    }

    #[test]
    fn a_late_answer_does_not_hold_against_a_later_one() {
        let asking = ConfigurationRequests::default();
        let [first, second] = [asking.begin().unwrap(), asking.begin().unwrap()];
        assert!(asking.is_newest(second));
        assert!(!asking.is_newest(first));
    }
}
