//! Progress in the editor's own way, of work that the user may stop.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;
use tower_lsp::Client;
use tower_lsp::ls_types::{NumberOrString, WorkDoneProgressCancelParams};

use super::log::{self, log};
use super::tasks;
use crate::messages::{Locale, Message};
use crate::workspace::{IndexProgress, IndexSummary};

crate::messages! {
    "server.progress":
    reading_workspace() = "Reading the workspace";
    instruments_in_texts(instruments: count, files: count) =
        "{instruments, plural, one {{instruments} instrument} other {{instruments} instruments}} in {files, plural, \
         one {{files} text} other {{files} texts}}";
    texts_looked_at(looked_at: count, files: count) =
        "{looked_at} of {files, plural, one {{files} text} other {{files} texts}}";
    citations_read(read: count, to_read: count) =
        "citations of {read} of {to_read, plural, one {{to_read} text} other {{to_read} texts}}";
}

/// How long the editor is left with what it shows.
const PAUSE: Duration = Duration::from_millis(100);

/// The work under way, each with the token that the client knows it by.
#[derive(Debug, Default)]
pub struct BackgroundTasks {
    running: Mutex<Vec<(String, Arc<IndexProgress>)>>,
    tokens: AtomicU64,
}

impl BackgroundTasks {
    /// Begins some work. Gives its token.
    pub fn begin(&self) -> (String, Arc<IndexProgress>) {
        let token = format!("rapporteur/workspace/{}", self.tokens.fetch_add(1, Ordering::Relaxed));
        let work = Arc::new(IndexProgress::default());
        self.running().push((token.clone(), work.clone()));
        (token, work)
    }

    /// Says that some work is done.
    pub fn end(&self, token: &str) {
        self.running().retain(|(other, _)| other != token);
    }

    /// Stops what the user wants no more of. Other tokens are none of ours.
    pub fn cancel(&self, params: &WorkDoneProgressCancelParams) {
        let NumberOrString::String(token) = &params.token else { return };
        self.running().iter().filter(|(other, _)| other == token).for_each(|(_, work)| work.stop());
    }

    /// Stops all.
    pub fn stop(&self) {
        self.running().iter().for_each(|(_, work)| work.stop());
    }

    fn running(&self) -> MutexGuard<'_, Vec<(String, Arc<IndexProgress>)>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows how far some work is, until it has ended. A client that never answers whether it will show it is shown nothing.
pub async fn show(
    client: Client,
    token: String,
    work: Arc<IndexProgress>,
    locale: &Locale,
    mut ended: oneshot::Receiver<()>,
) {
    let token = NumberOrString::String(token);
    if let Err(error) = client.create_work_done_progress(token.clone()).await {
        log(&log::no_progress(error.to_string()));
        return;
    }
    let progress = client.progress(token, reading_workspace().text(locale)).with_percentage(0).with_cancel_button();
    let progress = progress.begin().await;
    let mut shown = IndexSummary::default();
    loop {
        let summary = work.summary();
        if summary != shown {
            shown = summary;
            progress.report_with_message(told(&summary).text(locale), percentage(&summary), Some(true)).await;
        }
        tokio::select! {
            _ = &mut ended => break,
            () = tasks::sleep(PAUSE) => {}
        }
    }
    let IndexSummary { files, instruments, .. } = work.summary();
    progress.finish_with_message(instruments_in_texts(instruments, files).text(locale)).await;
}

/// How far it is, in words.
fn told(summary: &IndexSummary) -> Message {
    let IndexSummary { files, looked_at, to_read, read, .. } = *summary;
    if looked_at < files { texts_looked_at(looked_at, files) } else { citations_read(read, to_read) }
}

/// How far it is, out of a hundred. To see what a text is takes a small part of the time that its citations take.
fn percentage(summary: &IndexSummary) -> u32 {
    let IndexSummary { files, looked_at, to_read, read, .. } = *summary;
    let part = |done: usize, all: usize, of: usize| (done * of).checked_div(all).unwrap_or_default();
    let percent = part(looked_at, files, 15) + part(read, to_read, 85);
    u32::try_from(percent.min(100)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_goes_up_to_a_hundred() {
        let mut summary = IndexSummary { files: 40, ..IndexSummary::default() };
        assert_eq!((told(&summary).text(&Locale::ENGLISH).as_str(), percentage(&summary)), ("0 of 40 texts", 0));
        summary.looked_at = 40;
        summary.to_read = 20;
        assert_eq!(
            (told(&summary).text(&Locale::ENGLISH).as_str(), percentage(&summary)),
            ("citations of 0 of 20 texts", 15)
        );
        summary.read = 20;
        assert_eq!(percentage(&summary), 100);
        assert_eq!(percentage(&IndexSummary::default()), 0);
    }

    #[test]
    fn what_is_cancelled_is_stopped_and_nothing_else() {
        let works = BackgroundTasks::default();
        let ((one, first), (_, second)) = (works.begin(), works.begin());
        let cancel = |token| works.cancel(&WorkDoneProgressCancelParams { token });
        cancel(NumberOrString::Number(1));
        cancel(NumberOrString::String("another".to_owned()));
        assert!(!first.is_stopped());
        cancel(NumberOrString::String(one));
        assert!(first.is_stopped() && !second.is_stopped());
    }
}
